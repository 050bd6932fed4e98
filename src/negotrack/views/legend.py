"""What do the symbols on the screen mean? All of those, and no others."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from negotrack.sentence import enumerated
from negotrack.views.cells import Cell, Form
from negotrack.views.grammar import ARE
from negotrack.views.lines import Line, Piece, flowing, paragraph
from negotrack.views.theme import SILENT, STANCES, Glyphs, Letter, Sign, Style


def legend(cells: Sequence[Cell], form: Form, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    """Give the legend of the cells on the screen, in the form that they are shown in."""
    signs = [sign for sign in Sign if any(sign in cell.signs for cell in cells)]
    match form:
        case Form.WORDS:
            yield from conditions(cells, width)
            yield from _items([sign for sign in signs if sign not in _SAID], width)
        case Form.SYMBOLS:
            yield from _items(_faces(cells, glyphs), width)
            yield from _items(signs, width)
        case Form.CHARACTERS:
            symbols = _faces([cell for cell in cells if not cell.letter], glyphs)
            letters = [letter for letter in Letter if any(cell.letter is letter for cell in cells)]
            yield from _items([*symbols, *letters], width)
            unseen = list(_unseen(cells, signs))
            if unseen:
                yield from paragraph(f"Not told apart here: {', '.join(unseen)}.", width, Style.DIM, 2)
        case _:
            assert_never(form)


_IN_LETTERS = frozenset({Sign.CONDITIONAL, Sign.LAPSED, Sign.REPORTED})
"""Marks that a character of their own tells."""
_SAID = frozenset({Sign.CONDITIONAL})
"""Marks whose meaning is told otherwise where cells have words."""


def _faces(cells: Iterable[Cell], glyphs: Glyphs) -> list[str]:
    used = {face for cell in cells for face in (cell.face, *cell.also)}
    return [f"{glyphs.symbol(face)} {face.word}" for face in (*STANCES.values(), SILENT) if face in used]


def _unseen(cells: Iterable[Cell], signs: Iterable[Sign]) -> Iterator[str]:
    """Name what one character cannot tell."""
    yield from (sign.word for sign in signs if sign not in _IN_LETTERS)
    if any(cell.conditions and not cell.letter for cell in cells):
        yield "conditions that are met"


def conditions(cells: Iterable[Cell], width: int | None) -> Iterator[Line]:
    """Explain by the first one what a condition does; nothing where there is none."""
    tied = [cell for cell in cells if cell.conditions and not cell.close]
    tied.sort(key=lambda cell: cell.letter is None)  # those that are not met come first
    known = [cell.conditions for cell in tied if all(one[:1].isdigit() for one in cell.conditions)]
    if known:
        numbers = enumerated(known[0])
        words = f"if {numbers}: counts once {numbers} {ARE.form(len(known[0]))} agreed"
        yield from paragraph(words, width, Style.DIM, 2)


def _items(items: Iterable[str], width: int | None) -> Iterator[Line]:
    for line in flowing(items, width):
        yield [Piece(line, Style.DIM)]
