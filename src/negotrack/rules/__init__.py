"""What does not fit?

Rules stand in the module whose question they answer; `catalogue` lists them, and imports every such module. What they
are given is a `case`; `entries`, `dangling`, `knots`, `quotes` and `wording` are what several share, or tests hold.
"""
