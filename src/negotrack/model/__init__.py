"""What was said, by whom, where and when: the record, and nothing derived from it."""
