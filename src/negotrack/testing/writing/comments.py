"""What can stand in a dossier in TOML that says nothing to a program?"""

from negotrack.testing.writing.hands import Hand, Way


def comment_line(hand: Hand, line: str = "\n") -> str:
    """Give a comment on a line of its own, or an empty line, or nothing; `line` is what begins a line here."""
    empty = line.rstrip(" \t") if hand.does(Way.BLANK_LINES) else ""
    return empty + (line + _comment(hand) if hand.does(Way.COMMENTS) else "")


def comment_behind(hand: Hand) -> str:
    """Give a comment behind something, or nothing."""
    return "  " + _comment(hand) if hand.does(Way.COMMENTS) else ""


def _comment(hand: Hand) -> str:
    return hand.dice.pick(_COMMENTS)


_COMMENTS = (
    "# see the minutes",
    "#",
    "#:schema ./dossier.schema.json",
    '# title = "another"',
    "# [[rounds]]",
    "# ] } \"\"\" '''",
    "## it's \\unclear, isn't it?\t",
    "# Հայաստան \U0001f1e6\U0001f1f2",
    "# NT204: ok here",
)
