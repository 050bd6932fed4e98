"""What do the texts of sources say, and what do they not say?"""

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


def source_text(file: str) -> str:
    """Give the text of a file that a source names in drawn negotiations, clean ones and such as break one rule.

    There are no such files on any disk: this stands in for them as what `check` reads with.

    Raises:
        FileNotFoundError: it stands in for no such file. Some of those that sources name are lost.

    Examples:
        >>> from hypothesis import find
        >>> from negotrack import check
        >>> from negotrack.testing import negotiations
        >>> found = find(negotiations(breaking="NT108"), lambda talks: True)
        >>> [finding.code for finding in check(found, select=["NT108"], read=source_text)]
        ['NT108']
    """
    try:
        return TEXTS[file]
    except KeyError:
        raise FileNotFoundError(file) from None
