"""How is a dossier damaged, by a slip of the hand or by a program?"""
