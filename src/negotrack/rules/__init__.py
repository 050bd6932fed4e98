"""What does not fit? One file for each family of rules."""
