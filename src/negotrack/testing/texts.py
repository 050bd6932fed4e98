"""What can people write into a field that takes any text?"""

from string import ascii_letters, digits, punctuation

from hypothesis.strategies import SearchStrategy, characters, sampled_from, text

from negotrack.testing.drawing import Dice


def texts() -> SearchStrategy[str]:
    """Give texts of up to 12 characters of every script, and some that trip up what writes, reads or shows them.

    Halves of characters (lone surrogates) are not among them: no file can hold them. Shrinks towards the empty text.

    Examples:
        >>> from hypothesis import find
        >>> find(texts(), lambda text: len(text) == 3)
        '000'
    """
    return _TEXTS


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
_TEXTS = _PLAIN | sampled_from(_AWKWARD)


def any_text(dice: Dice) -> str:
    """Draw a text for a field that has to have one: a short one, of the characters that there are in `texts`."""
    if dice.chance(3):
        return dice.pick(_AWKWARD)
    return "".join(_character(dice) for _ in range(dice.number(_SHORT)))


_SHORT = 5


def _character(dice: Dice) -> str:
    """Draw a character: as a rule a letter or digit, or one of the first planes, but half of one never."""
    if dice.number(2):
        return dice.pick(_COMMON)
    point = dice.number(0x1FFFF - _SURROGATES)
    return chr(point if point < _FIRST_SURROGATE else point + _SURROGATES)


_COMMON = digits + ascii_letters + punctuation + " "
_FIRST_SURROGATE, _SURROGATES = 0xD800, 0x800


def text_or_none(dice: Dice) -> str | None:
    """Draw a text for a field that is left out as a rule."""
    return any_text(dice) if dice.chance(8) else None
