"""What does a report tell, part by part?"""
