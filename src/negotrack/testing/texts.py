"""What can people write into a field that takes any text?"""

from hypothesis.strategies import DrawFn, SearchStrategy, characters, sampled_from, text

from negotrack.testing.drawing import chance


def texts() -> SearchStrategy[str]:
    """Give texts of up to 12 characters of every script, and some that trip up what writes, reads or shows them.

    Halves of characters (lone surrogates) are not among them: no file can hold them. Shrinks towards the empty text.

    Examples:
        >>> from hypothesis import find
        >>> find(texts(), lambda text: len(text) == 3)
        '000'
    """
    return _PLAIN | sampled_from(_AWKWARD)


def text_or_none(draw: DrawFn) -> str | None:
    """Draw a text for a field that is left out as a rule."""
    return draw(_TEXTS) if chance(draw, 8) else None


_PLAIN = text(characters(exclude_categories=["Cs"]), max_size=12)
_AWKWARD = (
    "Հայաստան, Azərbaycan",
    "[bold]US[/bold]",
    "two\nlines\r\n",
    "tab\there",
    '"quoted" \\ \'both\' """ways"""',
    "\x1b[31mred\x1b[0m",
    "\u202eflip\u200b",
    "\U0001f1e6\U0001f1f2",
    "# no comment",
    "2022-10-31",
    "true",
    " ",
)
_TEXTS = texts()
