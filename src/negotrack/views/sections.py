"""How are changes laid out: under heads, each with what made it beneath?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from negotrack.views.lines import (
    Line,
    Piece,
    flowed,
    hanging,
    indented,
    measure,
    padded,
    paragraph,
    plain,
    wrapped,
)
from negotrack.views.steps import Step
from negotrack.views.theme import Glyphs, Style

_INDENT = 2
_WAY = 10
"""How wide the column of the movements is."""
_ROOM = 24
"""With less room for the titles, or for what was and is, these have lines of their own."""


_WIDEST = 48
"""From here on a name is too long for a column where there is no width."""


class Row(NamedTuple):
    """A move, beneath what it made."""

    who: str
    way: str
    """Its movement."""
    step: Step


class Item(NamedTuple):
    """A demand, what became of it, and what made it so."""

    number: str
    title: str
    result: Step | Piece
    """What was and is; where that is the same, what it is."""
    rows: Sequence[Row] = ()
    notes: Sequence[Line] = ()
    """Whatever else is to be said of it, each a sentence or a text."""
    proofs: Sequence[str] = ()
    """Where it is written."""

    def said(self, glyphs: Glyphs) -> Line:
        """Give what became of it as a line."""
        return [self.result] if isinstance(self.result, Piece) else self.result.line(glyphs)


class Section(NamedTuple):
    """Items under a head."""

    head: str
    items: Sequence[Item]


class Columns(NamedTuple):
    """How wide the columns are, the same for all sections of a page."""

    numbers: int
    titles: int
    """0: what became of a demand has a line of its own."""
    who: int
    """The moves of whoever has a longer name are told in sentences."""
    width: int | None

    @classmethod
    def fitting(cls, sections: Sequence[Section], width: int | None, glyphs: Glyphs) -> "Columns":
        """Give the columns that fit sections into a width; without one, all are as wide as they like."""
        items = [item for section in sections for item in section.items]
        rows = [row for item in items for row in item.rows]
        numbers = _INDENT + max((len(item.number) for item in items), default=0) + 1
        titles = max((measure(item.title) for item in items), default=0)
        most = _WIDEST if width is None else width // 3
        who = max((measure(row.who) + 2 for row in rows if measure(row.who) < most), default=2)
        if width is None:
            return cls(numbers, titles, who, None)
        results = max((measure(plain(item.said(glyphs))) for item in items), default=0)
        room = width - numbers - results - 2
        is_tight = width - numbers - _INDENT * 2 - who - _WAY < _ROOM
        return cls(numbers, min(titles, room) if room >= _ROOM else 0, 0 if is_tight else who, width)


def section_lines(
    section: Section, columns: Columns, glyphs: Glyphs, style: Style = Style.BOLD
) -> Iterator[Line]:
    """Give a section: its head, and its items."""
    yield from paragraph(section.head, columns.width, style)
    for item in section.items:
        yield from _item(item, columns, glyphs)


def _item(item: Item, columns: Columns, glyphs: Glyphs) -> Iterator[Line]:
    width, numbers = columns.width, columns.numbers
    said = item.said(glyphs)
    if columns.titles and plain(said):
        titles = [item.title] if width is None else wrapped(item.title, columns.titles)
        for place, title in enumerate(titles):
            number = "" if place else " " * _INDENT + item.number
            yield [
                Piece(padded(number, numbers), Style.DIM),
                Piece(padded(title, columns.titles + 2)),
                *(said if not place else []),
            ]
    else:
        yield from hanging(Piece(" " * _INDENT + item.number, Style.DIM), item.title, width, numbers)
        if plain(said):
            yield from _sentence(said, numbers + _INDENT, width)
    for row in item.rows:
        yield from _row(row, columns, glyphs)
    for note in item.notes:
        yield from _sentence(note, numbers + 2 * _INDENT, width)
    for proof in item.proofs:
        yield from indented(proof, numbers + 3 * _INDENT, width, Style.DIM)


def _row(row: Row, columns: Columns, glyphs: Glyphs) -> Iterator[Line]:
    indent, width = columns.numbers + 2 * _INDENT, columns.width
    said = row.step.line(glyphs)
    if columns.who < measure(row.who) + 2:
        yield from _sentence([Piece(f"{row.who}: {row.way}, "), *said], indent, width)
        return
    start = " " * indent + padded(row.who, columns.who) + padded(row.way, _WAY)
    inner = None if width is None else width - measure(start)
    for place, line in enumerate(flowed(said, inner, measure(start))):
        yield line if place else [Piece(start), *line]


def _sentence(pieces: Line, indent: int, width: int | None) -> Iterator[Line]:
    """Give a line standing in by so much, and broken where it is too wide, what is broken off a little more."""
    if width is None:
        yield [Piece(" " * indent), *pieces]
        return
    indent = min(indent, width // 3)
    for line in flowed(pieces, width - indent - _INDENT, _INDENT):
        yield [Piece(" " * indent), *line]
