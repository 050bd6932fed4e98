"""How are readings of a record shown to people?"""
