"""How can plain data be written in TOML: in which sections, which lines, which order?"""

from collections.abc import Iterator, Mapping
from typing import Any

from negotrack.testing.writing.comments import comment_behind, comment_line
from negotrack.testing.writing.hands import Hand, Way
from negotrack.testing.writing.quoting import key
from negotrack.testing.writing.shapes import InOrder
from negotrack.testing.writing.values import pair

Names = tuple[str, ...]


def toml_text(hand: Hand, data: Mapping[str, Any]) -> str:
    """Give plain data as TOML. Shrinks towards a section for each table."""
    lines, nested = _parted(hand, data)
    sections = [list(_below(hand, (name,), data[name])) for name in nested]
    ordered = (
        _scattered(hand, sections) if hand.does(Way.SCATTERED) else [one for some in sections for one in some]
    )
    return "\n\n".join(part for part in ("\n".join(lines), *ordered) if part)


def _scattered(hand: Hand, sections: list[list[str]]) -> list[str]:
    """Mix the sections of several keys; those of one key keep their order."""
    places = hand.dice.shuffled([place for place, some in enumerate(sections) for _ in some])
    left = [iter(some) for some in sections]
    return [next(left[place]) for place in places]


def _below(hand: Hand, names: Names, value: Any) -> Iterator[str]:
    """Give the sections of a table, or of a list of tables."""
    if isinstance(value, list):
        for one in value:
            yield from _section(hand, names, one, f"[[{key(hand, names)}]]", is_needed=True)
    else:
        yield from _section(hand, names, value, f"[{key(hand, names)}]", is_needed=not value)


def _section(
    hand: Hand, names: Names, table: Mapping[str, Any], head: str, *, is_needed: bool
) -> Iterator[str]:
    """Give the section of a table and those in it; a head goes without saying where nothing stands under it."""
    lines, nested = _parted(hand, table)
    if lines or is_needed:
        yield "\n".join([_line(hand, head), *lines])
    for name in nested:
        yield from _below(hand, (*names, name), table[name])


def _parted(hand: Hand, table: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Give the lines of a table, and the keys that have sections of their own, which have to come last."""
    nested: list[str] = []
    for name in reversed(list(table)):
        if _can_be_section(table[name]) and not (_has_dots(hand, table[name]) or hand.does(Way.INLINE)):
            nested.insert(0, name)
        elif isinstance(table, InOrder):
            break
    lines = [line for name in table if name not in nested for line in _lines(hand, (name,), table[name])]
    return lines, nested


def _can_be_section(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, dict) for one in value)
    return isinstance(value, dict)


def _lines(hand: Hand, names: Names, value: Any) -> Iterator[str]:
    """Give the line of a key and its value, or one for each key in it."""
    if _has_dots(hand, value):
        for name, one in value.items():
            yield from _lines(hand, (*names, name), one)
    else:
        yield _line(hand, pair(hand, names, value))


def _has_dots(hand: Hand, value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and hand.does(Way.DOTTED_KEYS)


def _line(hand: Hand, text: str) -> str:
    before = comment_line(hand).removeprefix("\n")
    margin = hand.dice.pick(_MARGINS) if hand.does(Way.INDENTED) else ""
    return (before + "\n" if before else "") + margin + text + comment_behind(hand)


_MARGINS = ("  ", "\t", "    ")
