"""Which lines does a part of a report take?"""

from collections.abc import Iterator
from typing import assert_never

from negotrack.views import summary
from negotrack.views.lines import Line, Piece, hanging, indented, pairs, paragraph, separated
from negotrack.views.reports.parts import (
    Demands,
    Fact,
    Facts,
    Moves,
    Opening,
    Part,
    Positions,
    Section,
    Tasks,
)
from negotrack.views.theme import Glyphs, Style

_INDENT = 2
_KEY = 10
"""How wide the column of the keys is."""


def laid_out(part: Part, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    """Give the lines of a part, none wider than a width; without one, each sentence on a line of its own."""
    match part:
        case Opening():
            return _opening(part, width)
        case Facts(facts=facts):
            return (line for fact in facts for line in _fact(fact, width))
        case Positions():
            return _positions(part, width, glyphs)
        case Demands():
            return _demands(part, width)
        case Section():
            return _section(part, width)
        case Moves():
            return _moves(part, width, glyphs)
        case Tasks(head=head, tasks=tasks):
            return pairs(head, tasks, width, between=" ")
        case _:
            assert_never(part)


def _opening(part: Opening, width: int | None) -> Iterator[Line]:
    yield from paragraph(part.title, width, Style.BOLD)
    yield from paragraph(part.as_of, width, indent=_INDENT)
    if part.counts:
        yield from paragraph(part.counts, width, Style.BOLD, _INDENT)


def _fact(fact: Fact, width: int | None) -> Iterator[Line]:
    happened = [f"{number or '-'}  {what}" for number, what in fact.happened]
    for place, text in enumerate([*fact.texts, *happened]):
        yield from hanging(Piece("" if place else fact.key, Style.DIM), text, width, _KEY)


def _positions(part: Positions, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    sheet = part.matrix.sheet(width, glyphs, has_reasons=False)
    texts = (*sheet.reasons, *summary.absent(part.matrix.selection))
    below = [line for text in texts for line in paragraph(text, width, indent=_INDENT)]
    return separated([sheet.table, [*below, *sheet.legend]])


def _demands(part: Demands, width: int | None) -> Iterator[Line]:
    yield from _head(part.head, width)
    for number, text in part.texts:
        start = Piece(" " * _INDENT + number, Style.DIM)
        yield from hanging(start, text, width, _INDENT + part.numbers + 1)


def _section(part: Section, width: int | None) -> Iterator[Line]:
    if part.sentences:
        yield from _head(part.head, width)
    for sentence in part.sentences:
        yield from indented(sentence, _INDENT, width)


def _moves(part: Moves, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    yield from _head(part.head, width)
    for line in part.diff.inner(None if width is None else width - _INDENT, glyphs):
        yield [Piece(" " * _INDENT), *line]


def _head(text: str, width: int | None) -> Iterator[Line]:
    return paragraph(text, width, Style.BOLD)
