"""What do the texts of sources say, and what do they not say?"""

SOURCES = ("s1", "s2")
"""The sources of every negotiation."""
TEXTS = {
    "minutes.txt": "The union asks for \u201cfour per cent\u201d, and\n  for fewer hours. It\u2019s a red line.",
    "report.txt": "Nobody objects to the pause, \u00absays the chair\u00bb.\n\nThe union\tasks for time.",
}
QUOTES = {
    "minutes.txt": (
        'asks for "four per cent", and for',
        "union ... fewer hours",
        "It's a red line",
        "hours. It",
    ),
    "report.txt": ("objects  to the\npause", "Nobody [...] the chair \u2026 for time", '"says the chair"'),
}
MISQUOTES = (
    "asks for five per cent",
    "red line ... fewer hours",
    "Nobody [\u2026] objects to the hours",
    "IT'S A RED LINE",
    "the chair says",
    "fourper cent",
    "The union objects",
)


def read(file: str) -> str:
    """Give the text of a file that a source names, as `check` wants it read."""
    try:
        return TEXTS[file]
    except KeyError:
        raise FileNotFoundError(file) from None
