"""How is a dossier written in the many ways that people write them?"""
