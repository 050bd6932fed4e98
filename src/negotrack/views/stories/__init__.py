"""What is the whole story of one party, demand, round or source, with its evidence?"""
