"""How can a text or a key be written in TOML?"""

import re
from collections.abc import Iterable

from negotrack.testing.writing.hands import Hand, Way
from negotrack.visible import visible

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]")
"""What no text of TOML holds as it is."""
_CONTROL_OR_LINE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no text over several lines holds as it is."""
_SHORT = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_LONG = str.maketrans({"\\": "\\\\", '"': '\\"', "\r": "\\r"})


def quoted(hand: Hand, text: str) -> str:
    """Give a text in quotation marks of some kind. Shrinks towards that in double ones, with all that hides escaped."""
    if hand.does(Way.OVER_LINES):
        return _over_lines(hand, text)
    if hand.does(Way.LITERAL) and "'" not in text and not _CONTROL.search(text):
        return f"'{text}'"
    return f'"{_escaped(hand, text.translate(_SHORT))}"'


def key(hand: Hand, names: Iterable[str]) -> str:
    """Give a key, or several joined by dots."""
    joint = " . " if hand.does(Way.SPACED) else "."
    return joint.join(_name(hand, name) for name in names)


def _name(hand: Hand, name: str) -> str:
    if _BARE_KEY.fullmatch(name) and not hand.does(Way.QUOTED_KEYS):
        return name
    if hand.does(Way.LITERAL) and "'" not in name and not _CONTROL.search(name):
        return f"'{name}'"
    return f'"{_escaped(hand, name.translate(_SHORT))}"'


def _over_lines(hand: Hand, text: str) -> str:
    first = "\n" if text.startswith("\n") or hand.dice.chance(2) else ""
    if hand.does(Way.LITERAL) and "'" not in text and not _CONTROL_OR_LINE.search(text):
        return f"'''{first}{text}'''"
    lines = text.translate(_LONG).split("\n")
    return f'"""{first}' + "\n".join(_folded(hand, _escaped(hand, line)) for line in lines) + '"""'


def _folded(hand: Hand, line: str) -> str:
    """Break a line before a word, as a backslash at the end of a line allows."""
    before, space, behind = line.partition(" ")
    if not space or not behind or behind[0].isspace() or not hand.dice.chance(3):
        return line
    return f"{before} \\\n    {behind}"


def _escaped(hand: Hand, text: str) -> str:
    """Escape in a text that is otherwise ready what has to be, what hides, and what needs no escape."""
    if text.isprintable() and text.isascii():
        return text
    if hand.does(Way.ESCAPES):
        return "".join(one if one.isascii() and one.isprintable() else _escape(hand, one) for one in text)
    if hand.does(Way.BARE):
        return _CONTROL.sub(lambda found: _escape(hand, found[0]), text)
    return visible(text)


def _escape(hand: Hand, character: str) -> str:
    code = ord(character)
    if code <= _MOST_IN_TWO and hand.dice.chance(2):
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _MOST_IN_FOUR else f"\\U{code:08X}"


_MOST_IN_TWO = 0xFF
_MOST_IN_FOUR = 0xFFFF
