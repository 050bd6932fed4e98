"""How do rows and columns fit into a width?

Words in the cells read best; where there is no room for them cells shrink to symbols, and the words move to a reason
at the end of the row; then the reasons move to the foot; then cells shrink to one character, and at last the columns
come in windows.
"""

from collections.abc import Sequence
from typing import NamedTuple

from negotrack.views.cells import Form
from negotrack.views.lines import measure
from negotrack.views.table import Table
from negotrack.views.theme import Glyphs

GAP = 2
"""How far columns stand apart."""
_LEAST = 16
"""How narrow titles and reasons may get."""
_COMFORT = 28
"""How narrow titles may get before the words in the cells give way to them."""
_STRETCH = 2
"""How many times as many lines the rows may take with their reasons as without."""
_TRIES = 12
"""How many widths of the titles are tried at most."""


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
        return [*found, at + GAP]


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
    used = _taken(table, sizes) + window.titles + (GAP + window.reasons if window.reasons else 0)
    if used > width:
        return None
    return window if is_roomy and not _is_stretched(table, window) else None


def _is_stretched(table: Table, window: Window) -> bool:
    """Tell whether the reasons make the rows so high that they are better told below."""
    if window.form is not Form.SYMBOLS or not window.reasons:
        return False
    reasons = _reason_widths(table, window.way)
    alone = window.titles + GAP + window.reasons
    without = sum(-(-title // alone) for title in table.titles)
    both = sum(
        max(-(-title // window.titles), -(-reason // window.reasons))
        for title, reason in zip(table.titles, reasons, strict=True)
    )
    return both > _STRETCH * without


_NARROWEST = {Form.WORDS: 8, Form.SYMBOLS: 1, Form.CHARACTERS: 1}


def _taken(table: Table, sizes: Sequence[tuple[int, int]]) -> int:
    """Give the room that is neither for titles nor for reasons."""
    return table.numbers + sum(gap + body for gap, body in sizes) + GAP + table.outcomes


def _laid_out(
    table: Table, columns: range, width: int | None, sizes: Sequence[tuple[int, int]], way: Way
) -> Window:
    room = natural = max(table.titles, default=0)
    reasons = _reason_widths(table, way)
    most = max(reasons, default=0)
    if width is not None:
        room = width - _taken(table, sizes)
        if most:
            room, most = _shared(list(zip(table.titles, reasons, strict=True)), room - GAP)
    titles = max(2, min(room, natural))
    if width is not None and not is_in_a_row(table, way):
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
    texts = [(cell.leading(form), measure(cell.shown(form, glyphs))) for cell in table.distinct[column]]
    lead = max((lead for lead, _ in texts), default=0)
    body = max((length - lead for lead, length in texts), default=1)
    return max(_gap(form), lead + 1), max(body, _head_width(table, column, way))


def _head_width(table: Table, column: int, way: Way) -> int:
    head = table.heads[column]
    if not is_in_a_row(table, way):
        return 1
    return measure(head.full if way.has_roles else head.name)


def is_in_a_row(table: Table, way: Way) -> bool:
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
    return 1 if form is Form.CHARACTERS else GAP
