"""Which lines does a table take that was laid out?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from negotrack.views.cells import Cell, Form
from negotrack.views.layout import GAP, Window, is_in_a_row
from negotrack.views.lines import Line, Piece, measure, padded, wrapped
from negotrack.views.table import INDENT, Head, Row, Table
from negotrack.views.theme import Glyphs, Style

_MANY = 24
"""Above so many rows the heads are repeated below, where the eye is."""


def table_lines(table: Table, window: Window, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    """Give the lines of a window: heads, rows, and the heads once more below many rows."""
    heads = list(_heads(table, window, width, glyphs))
    yield from heads
    yield from _rows(table, window, glyphs)
    if len(table.rows) > _MANY and window.form is not Form.WORDS:
        yield from reversed(heads)


def _heads(table: Table, window: Window, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    """Give the heads: in a row where they have room, else as stairs, each name led down to its column by a rail."""
    *starts, outcomes = window.starts
    heads = [table.heads[column] for column in window.columns]
    corner = [(outcomes, Piece(table.corner, Style.BOLD))]
    if is_in_a_row(table, window.way):
        texts = [head.full if window.way.has_roles else head.name for head in heads]
        names = [(start, Piece(text, Style.BOLD)) for start, text in zip(starts, texts, strict=True)]
        yield _placed([*names, *corner])
        return
    rails = [(start, Piece(glyphs.rail, Style.DIM)) for start in starts]
    is_roomy = width is None or all(
        start + measure(head.full) <= width for start, head in zip(starts, heads, strict=True)
    )
    for place, (start, head) in enumerate(zip(starts, heads, strict=True)):
        name = head.full if is_roomy else _cut(head, start, width)
        yield _placed([*rails[:place], (start, Piece(name, Style.BOLD))])
    yield _placed([*rails, *corner])


def cut_heads(table: Table, parts: Sequence[Window], width: int | None) -> Sequence[Head]:
    """Give the heads whose names have no room in their window."""
    return [
        table.heads[column]
        for part in parts
        if not is_in_a_row(table, part.way)
        for column, start in zip(part.columns, part.starts, strict=False)
        if _cut(table.heads[column], start, width) != table.heads[column].name
    ]


def _cut(head: Head, start: int, width: int | None) -> str:
    """Give what there is room for of a head: the name, the id, or the beginning of that. Nothing else is ever cut."""
    if width is None or start + measure(head.name) <= width:
        return head.name
    if start + measure(head.id) <= width:
        return head.id
    return wrapped(head.id, max(2, width - start - len(_DOTS)))[0] + _DOTS


_DOTS = ".."


def _placed(pieces: Iterable[tuple[int, Piece]]) -> Line:
    """Give a line with each piece where it is to stand."""
    found: list[Piece] = []
    at = 0
    for start, piece in pieces:
        found += [Piece(" " * (start - at)), piece]
        at = start + measure(piece.text)
    return found


def _rows(table: Table, window: Window, glyphs: Glyphs) -> Iterator[Line]:
    bright, dim = (_pieces(table, window, glyphs, is_dim=is_dim) for is_dim in (False, True))
    shown = slice(window.columns.start, window.columns.stop)
    blank = Piece(" " * (sum(window.gaps) + sum(window.bodies) + GAP + window.outcomes))
    no_number, gap = Piece(" " * window.numbers), Piece(" " * GAP)
    reasons = table.reasons(window.form) if window.reasons else [""] * len(table.rows)
    for row, words in zip(table.rows, reasons, strict=True):
        style = Style.DIM if row.is_dim else Style.NONE
        pieces = dim if row.is_dim else bright
        cells = [known[cell] for known, cell in zip(pieces, row.cells[shown], strict=True)]
        (title, reason), *more = _texts(row, words, window)
        number = Piece(row.number.ljust(window.numbers), Style.DIM)
        outcome = Piece(row.outcome.ljust(window.outcomes), style or row.style)
        yield [number, Piece(title, style), *cells, gap, outcome, gap, Piece(reason, style)]
        for title, reason in more:
            yield [no_number, Piece(title, style), blank, gap, Piece(reason, style)]


def _pieces(
    table: Table, window: Window, glyphs: Glyphs, *, is_dim: bool
) -> Sequence[Mapping[Cell | None, Piece]]:
    """Give what is printed of the cells of each column, with the room around it."""
    return [
        {
            cell: _piece(cell, window.form, gap, body, glyphs, is_dim=is_dim)
            for cell in (None, *table.distinct[column])
        }
        for column, gap, body in zip(window.columns, window.gaps, window.bodies, strict=True)
    ]


def _texts(row: Row, words: str, window: Window) -> Iterator[tuple[str, str]]:
    """Give the title of a row, padded, and its reason, line by line."""
    indent = " " * min(INDENT * row.depth, window.titles // 2)
    titles = [indent + part for part in wrapped(row.title, window.titles - len(indent))]
    reasons = wrapped(words, window.reasons) if window.reasons else [""]
    for place in range(max(len(titles), len(reasons))):
        title = titles[place] if place < len(titles) else ""
        yield padded(title, window.titles), reasons[place] if place < len(reasons) else ""


def _piece(cell: Cell | None, form: Form, gap: int, body: int, glyphs: Glyphs, *, is_dim: bool) -> Piece:
    """Give a cell with the room around it."""
    if cell is None:
        return Piece(" " * (gap + body))
    text = " " * (gap - cell.leading(form)) + cell.shown(form, glyphs)
    return Piece(padded(text, gap + body), Style.DIM if is_dim else cell.style)
