"""How can a value be written in TOML behind its key?"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from negotrack.testing.writing.comments import comment_behind, comment_line
from negotrack.testing.writing.hands import Hand, Way
from negotrack.testing.writing.quoting import key, quoted


def value_text(hand: Hand, value: Any, line: str = "\n") -> str:
    """Give a value as TOML. Shrinks towards a line for each item of a list that holds tables or sentences.

    Args:
        hand: who writes it.
        value: plain data.
        line: what begins a line where it stands.
    """
    match value:
        case str():
            return quoted(hand, value)
        case bool():
            return "true" if value else "false"
        case int():
            return _number(hand, value)
        case date() | time():
            return value.isoformat()
        case list():
            return _list(hand, value, line)
        case dict():
            return _table(hand, value, line)
        case _:
            return str(value)


def _number(hand: Hand, number: int) -> str:
    if number < 0 or not hand.does(Way.NUMBERS):
        return str(number)
    return hand.dice.pick((f"+{number}", hex(number), f"0b{number:b}", f"0o{number:o}"))


def _list(hand: Hand, several: Sequence[Any], line: str) -> str:
    if not several:
        return "[]"
    has_lines = any(isinstance(one, dict | list) or " " in str(one) for one in several)
    if has_lines == hand.does(Way.ARRAYS_OTHERWISE):
        return _on_a_line(hand, [value_text(hand, one, line) for one in several], "[]")
    return _over_lines(hand, [value_text(hand, one, line + _LEVEL) for one in several], line, "[]")


_LEVEL = "    "


def _table(hand: Hand, table: dict[str, Any], line: str) -> str:
    if not table:
        return "{}"
    over_lines = hand.does(Way.TABLES_OVER_LINES)
    inner = line + _LEVEL if over_lines else line
    pairs = [pair(hand, [name], value, inner) for name, value in table.items()]
    return _over_lines(hand, pairs, line, "{}") if over_lines else _on_a_line(hand, pairs, "{}")


def pair(hand: Hand, names: Iterable[str], value: Any, line: str = "\n") -> str:
    """Give a key with its value."""
    sign = hand.dice.pick(_SIGNS) if hand.does(Way.SPACED) else " = "
    return key(hand, names) + sign + value_text(hand, value, line)


_SIGNS = ("=", "   = ", "= ", " =", "\t=\t")


def _on_a_line(hand: Hand, parts: Sequence[str], brackets: str) -> str:
    space = "" if (brackets == "[]") != hand.does(Way.SPACED) else " "
    last = "," if hand.does(Way.COMMAS_OTHERWISE) else ""
    return brackets[0] + space + ", ".join(parts) + last + space + brackets[1]


def _over_lines(hand: Hand, parts: Sequence[str], line: str, brackets: str) -> str:
    last = len(parts) - 1
    lines = [
        comment_line(hand, line + _LEVEL)
        + line
        + _LEVEL
        + part
        + ("" if place == last and hand.does(Way.COMMAS_OTHERWISE) else ",")
        + comment_behind(hand)
        for place, part in enumerate(parts)
    ]
    return brackets[0] + "".join(lines) + comment_line(hand, line) + line + brackets[1]
