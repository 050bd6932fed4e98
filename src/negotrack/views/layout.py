"""How do rows and columns fit into a width?

Words in the cells read best; where there is no room for them cells shrink to symbols, and the words move to a reason
at the end of the row; then the reasons move to the foot; then cells shrink to one character, and at last the columns
come in windows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple, assert_never, final

from attrs import frozen

from negotrack.views.cells import Cell
from negotrack.views.lines import Line, Piece, measure, padded, wrapped
from negotrack.views.theme import Glyphs, Style

_GAP = 2
_INDENT = 2
"""How far parts stand in."""
_LEAST = 16
"""How narrow titles and reasons may get."""
_COMFORT = 28
"""How narrow titles may get before the words in the cells give way to them."""
_MANY = 24
"""Above so many rows the heads are repeated below, where the eye is."""
_NUMBERS = 4
"""Which part of the width the numbers of the rows may take at most."""
_SHORT = 6
"""Up to how many cells a head stands over its own column, whatever is in that."""
_STRETCH = 2
"""How many times as many lines the rows may take with their reasons as without."""
_TRIES = 12
"""How many widths of the titles are tried at most."""


class Form(Enum):
    """How much is said in a cell."""

    WORDS = auto()
    SYMBOLS = auto()
    CHARACTERS = auto()


class Head(NamedTuple):
    """What stands over a column."""

    name: str
    id: str
    """What stands there where there is no room for the name."""
    role: str = ""
    """In brackets; none of a principal."""

    @property
    def full(self) -> str:
        """The name with the role."""
        return f"{self.name} {self.role}" if self.role else self.name


class Row(NamedTuple):
    """A row of a table; all texts are safe to show."""

    number: str
    depth: int
    title: str
    cells: Sequence[Cell | None]
    outcome: str
    style: Style
    """Of the outcome."""
    reason: Callable[[Form], str]
    """Gives who stands in the way, as briefly as the form asks for."""
    is_dim: bool = False
    """Whether the whole row recedes."""


@final
@frozen(eq=False)
class Table:
    """What is to be laid out."""

    heads: Sequence[Head]
    rows: Sequence[Row]
    corner: str = "outcome"
    """What stands over the outcomes; none where there are none."""

    @cached_property
    def distinct(self) -> Sequence[Sequence[Cell]]:
        """The cells of each column, those that look alike once."""
        columns = zip(*(row.cells for row in self.rows), strict=True)
        return [[cell for cell in dict.fromkeys(column) if cell] for column in columns] or [
            [] for _ in self.heads
        ]

    @cached_property
    def titles(self) -> Sequence[int]:
        """The width that each title wants, its indent included."""
        return [_INDENT * row.depth + measure(row.title) for row in self.rows]

    def fitting(self, width: int | None) -> "Table":
        """Give the table with its numbers in the titles, where they are too long for a column of their own."""
        if width is None or self.numbers <= width // _NUMBERS:
            return self
        rows = [row._replace(number="", depth=0, title=f"{row.number} {row.title}") for row in self.rows]
        return Table(self.heads, rows, self.corner)

    def reasons(self, form: Form) -> Sequence[str]:
        """What is said at the end of each row in a form."""
        if form not in self._reasons:
            self._reasons[form] = [row.reason(form) for row in self.rows]
        return self._reasons[form]

    @cached_property
    def _reasons(self) -> dict[Form, Sequence[str]]:
        """Those that were asked for."""
        return {}

    @cached_property
    def numbers(self) -> int:
        """The width of the numbers of the rows, with a blank behind them; 0: they have none."""
        widest = max((len(row.number) for row in self.rows), default=0)
        return widest + 1 if widest else 0

    @cached_property
    def has_short_heads(self) -> bool:
        """Whether the heads need no stairs: each has room over its own column."""
        return all(measure(head.full) <= _SHORT for head in self.heads)

    @cached_property
    def outcomes(self) -> int:
        """The width of the outcomes."""
        return max([len(self.corner), *(len(row.outcome) for row in self.rows)])


class Way(NamedTuple):
    """A way to lay a table out."""

    form: Form
    has_reasons: bool
    """Whether the rows say who stands in the way."""
    has_roles: bool
    """Whether the heads say who is no principal."""


_WAYS = (
    Way(Form.WORDS, has_reasons=True, has_roles=True),
    Way(Form.WORDS, has_reasons=True, has_roles=False),
    Way(Form.SYMBOLS, has_reasons=True, has_roles=True),
    Way(Form.SYMBOLS, has_reasons=False, has_roles=True),
    Way(Form.CHARACTERS, has_reasons=True, has_roles=True),
    Way(Form.CHARACTERS, has_reasons=False, has_roles=True),
)
"""How a table may be laid out, the best first. Over symbols roles take no room of their own."""
_LAST = _WAYS[-1]


class Window(NamedTuple):
    """Some of the columns of a table, and how they are laid out."""

    way: Way
    columns: range
    gaps: Sequence[int]
    """The room before the symbols of each column; a mark before a symbol stands in it."""
    bodies: Sequence[int]
    """The room from the symbols of each column on."""
    numbers: int
    titles: int
    outcomes: int
    reasons: int
    """The width of the reasons; 0: there are none in the rows."""

    @property
    def form(self) -> Form:
        """How much is said in a cell."""
        return self.way.form

    @property
    def starts(self) -> Sequence[int]:
        """Where the symbols of each column stand, and last where the outcomes do."""
        at, found = self.numbers + self.titles, []
        for gap, body in zip(self.gaps, self.bodies, strict=True):
            found.append(at + gap)
            at += gap + body
        return [*found, at + _GAP]


def windows(table: Table, width: int | None, glyphs: Glyphs) -> Sequence[Window]:
    """Give the windows in which a table fits a width: one, or as many as its columns take.

    Without a width there is one, in words and however wide.
    """
    everything = range(len(table.heads))
    if width is None:
        sizes = [_column(table, column, glyphs, _WAYS[0]) for column in everything]
        return [_laid_out(table, everything, None, sizes, _WAYS[0])]
    for way in _WAYS:
        if window := _fitted(table, everything, width, glyphs, way):
            return [window]
    found: list[Window] = []
    while not found or found[-1].columns.stop < len(table.heads):
        found.append(_widest(table, found[-1].columns.stop if found else 0, width, glyphs))
    return found


def _widest(table: Table, first: int, width: int, glyphs: Glyphs) -> Window:
    """Give a window with as many columns from the first as fit, and with one where none does."""
    for last in range(len(table.heads), first + 1, -1):
        if window := _fitted(table, range(first, last), width, glyphs, _LAST):
            return window
    columns = range(first, min(first + 1, len(table.heads)))
    return _laid_out(
        table, columns, width, [_column(table, column, glyphs, _LAST) for column in columns], _LAST
    )


def _fitted(table: Table, columns: range, width: int, glyphs: Glyphs, way: Way) -> Window | None:
    """Give a window, if there is room in it for titles and reasons of a decent width."""
    if len(columns) * (_gap(way.form) + _NARROWEST[way.form]) + _LEAST > width:
        return None  # seen without a look at the cells, of which there may be many
    sizes = [_column(table, column, glyphs, way) for column in columns]
    least = min(max(table.titles, default=0), _COMFORT if way.form is Form.WORDS else _LEAST)
    if width - _taken(table, sizes) < least:
        return None
    window = _laid_out(table, columns, width, sizes, way)
    wanted = max(_reason_widths(table, way), default=0)
    is_roomy = window.titles >= least and window.reasons >= min(wanted, _LEAST)
    used = _taken(table, sizes) + window.titles + (_GAP + window.reasons if window.reasons else 0)
    if used > width:
        return None
    return window if is_roomy and not _is_stretched(table, window) else None


def _is_stretched(table: Table, window: Window) -> bool:
    """Tell whether the reasons make the rows so high that they are better told below."""
    if window.form is not Form.SYMBOLS or not window.reasons:
        return False
    reasons = _reason_widths(table, window.way)
    alone = window.titles + _GAP + window.reasons
    without = sum(-(-title // alone) for title in table.titles)
    both = sum(
        max(-(-title // window.titles), -(-reason // window.reasons))
        for title, reason in zip(table.titles, reasons, strict=True)
    )
    return both > _STRETCH * without


_NARROWEST = {Form.WORDS: 8, Form.SYMBOLS: 1, Form.CHARACTERS: 1}


def _taken(table: Table, sizes: Sequence[tuple[int, int]]) -> int:
    """Give the room that is neither for titles nor for reasons."""
    return table.numbers + sum(gap + body for gap, body in sizes) + _GAP + table.outcomes


def _laid_out(
    table: Table, columns: range, width: int | None, sizes: Sequence[tuple[int, int]], way: Way
) -> Window:
    room = natural = max(table.titles, default=0)
    reasons = _reason_widths(table, way)
    most = max(reasons, default=0)
    if width is not None:
        room = width - _taken(table, sizes)
        if most:
            room, most = _shared(list(zip(table.titles, reasons, strict=True)), room - _GAP)
    titles = max(2, min(room, natural))
    if width is not None and not _is_in_a_row(table, way):
        titles = min(titles, max(_COMFORT, _room_below_heads(table, columns, width, sizes)))
    return Window(
        way,
        columns,
        gaps=[gap for gap, _ in sizes],
        bodies=[body for _, body in sizes],
        numbers=table.numbers,
        titles=titles,
        outcomes=table.outcomes,
        reasons=most,
    )


def _room_below_heads(table: Table, columns: range, width: int, sizes: Sequence[tuple[int, int]]) -> int:
    """Give how wide titles can be so that the names of all columns fit."""
    found, at = width, table.numbers
    for column, (gap, body) in zip(columns, sizes, strict=True):
        found = min(found, width - at - gap - measure(table.heads[column].name))
        at += gap + body
    return found


def _column(table: Table, column: int, glyphs: Glyphs, way: Way) -> tuple[int, int]:
    """Give the room that a column takes before its symbols, and from them on."""
    form = way.form
    texts = [(_lead(cell, form), measure(_text(cell, form, glyphs))) for cell in table.distinct[column]]
    lead = max((lead for lead, _ in texts), default=0)
    body = max((length - lead for lead, length in texts), default=1)
    return max(_gap(form), lead + 1), max(body, _head_width(table, column, way))


def _head_width(table: Table, column: int, way: Way) -> int:
    head = table.heads[column]
    if not _is_in_a_row(table, way):
        return 1
    return measure(head.full if way.has_roles else head.name)


def _is_in_a_row(table: Table, way: Way) -> bool:
    """Tell whether the heads stand beside one another."""
    return way.form is Form.WORDS or table.has_short_heads


def _reason_widths(table: Table, way: Way) -> Sequence[int]:
    return (
        [measure(reason) for reason in table.reasons(way.form)] if way.has_reasons else [0] * len(table.rows)
    )


def _shared(wanted: Sequence[tuple[int, int]], room: int) -> tuple[int, int]:
    """Share room between titles and reasons so that the rows take the fewest lines."""
    titles = max((title for title, _ in wanted), default=0)
    reasons = max((reason for _, reason in wanted), default=0)
    widest = min(titles, room - min(reasons, _LEAST))
    narrowest = min(_LEAST, widest)

    def lines(width: int) -> int:
        left = max(1, room - width)
        return sum(max(-(-title // max(1, width)), -(-reason // left)) for title, reason in wanted)

    step = max(1, (widest - narrowest) // _TRIES)
    width = min(range(widest, narrowest - 1, -step), key=lines, default=widest)
    return width, max(0, min(reasons, room - width))


def _gap(form: Form) -> int:
    return 1 if form is Form.CHARACTERS else _GAP


def _lead(cell: Cell, form: Form) -> int:
    return 0 if form is Form.CHARACTERS else len(cell.lead)


def _text(cell: Cell, form: Form, glyphs: Glyphs) -> str:
    """Give a cell in the form that there is room for."""
    match form:
        case Form.WORDS:
            return cell.words(glyphs)
        case Form.SYMBOLS:
            return cell.symbols(glyphs)
        case Form.CHARACTERS:
            return cell.character(glyphs)
        case _:
            assert_never(form)


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
    if _is_in_a_row(table, window.way):
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
        if not _is_in_a_row(table, part.way)
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
    blank = Piece(" " * (sum(window.gaps) + sum(window.bodies) + _GAP + window.outcomes))
    no_number, gap = Piece(" " * window.numbers), Piece(" " * _GAP)
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
    indent = " " * min(_INDENT * row.depth, window.titles // 2)
    titles = [indent + part for part in wrapped(row.title, window.titles - len(indent))]
    reasons = wrapped(words, window.reasons) if window.reasons else [""]
    for place in range(max(len(titles), len(reasons))):
        title = titles[place] if place < len(titles) else ""
        yield padded(title, window.titles), reasons[place] if place < len(reasons) else ""


def _piece(cell: Cell | None, form: Form, gap: int, body: int, glyphs: Glyphs, *, is_dim: bool) -> Piece:
    """Give a cell with the room around it."""
    if cell is None:
        return Piece(" " * (gap + body))
    text = " " * (gap - _lead(cell, form)) + _text(cell, form, glyphs)
    return Piece(padded(text, gap + body), Style.DIM if is_dim else cell.style)
