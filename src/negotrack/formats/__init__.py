"""How is a record read and written?"""
