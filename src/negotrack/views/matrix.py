"""Who stands where on what? A state as a table that fits the window, or as sentences."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, final

from attrs import field, frozen

from negotrack.fields import choice, once
from negotrack.model.claims import Outcome
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.board import Board
from negotrack.views.cells import Form
from negotrack.views.drawing import cut_heads, table_lines
from negotrack.views.layout import Window, windows
from negotrack.views.legend import conditions, legend
from negotrack.views.lines import Line, Piece, line, paragraph, plain
from negotrack.views.listing import listing
from negotrack.views.predicates import Predicates
from negotrack.views.selection import Selection
from negotrack.views.table import Head, Table
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_NARROW = 40
"""Below so many columns a table is told in sentences instead."""


def _outcomes(given: Iterable[str]) -> tuple[Outcome, ...]:
    return tuple(choice(Outcome, one, "outcomes") for one in once(given))


class Sheet(NamedTuple):
    """A table, and what belongs to it; each is to be gone through once."""

    table: Iterable[Line]
    reasons: Sequence[str]
    """Who stands in the way and what was replaced, where the rows do not say it."""
    legend: Iterable[Line]


@final
@frozen(eq=False, repr=False)
class Matrix(View):
    r"""A state as a table: a row for each demand, a column for each party, and the outcome.

    As a text it has one line for each demand, however wide, with words in the cells, so that it can be searched line
    by line. Printed by rich it fits the window. Principals have a column, and so has whoever else has spoken or
    decides; the others are named below. Nothing is hidden without being counted.

    Raises:
        NoSuchParty: a party that is to be shown is not there.
        NoSuchDemand: a demand that is to be shown is not there.
        NoSuchTag: no demand has a tag that is asked for.
        BadField: an outcome that is asked for is none.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(Matrix(seed("sochi-2022").now)).splitlines()[-3:], sep="\n")
        4 of 10 agreed, 1 rejected, 5 pending
        Silent throughout: Russia (mediator).
        if 5: counts once 5 is agreed
    """

    state: State
    parties: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """The ids of the parties to show; none: all."""
    demands: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """The ids of the demands to show, each with its parts; none: all."""
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """Only demands with one of these tags; none: all."""
    outcomes: tuple[Outcome, ...] = field(default=(), kw_only=True, converter=_outcomes)
    """Only demands with one of these outcomes; none: all."""
    is_transposed: bool = field(default=False, kw_only=True)
    """Whether the parties have the rows and the demands the columns."""
    is_list: bool = field(default=False, kw_only=True)
    """Whether it is told in sentences, for screen readers and mail."""

    def __attrs_post_init__(self) -> None:
        _ = self.selection  # which raises where what is asked for is not there

    @cached_property
    def selection(self) -> Selection:
        """Which parties and demands are shown."""
        return Selection(self.state, self.parties, self.demands, self.tags, self.outcomes)

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each demand on a line of its own."""
        yield from heading(self.state, width)
        sheet = self.sheet(width, glyphs)
        yield from sheet.table
        if self.state.counts.total:
            yield from paragraph(summary.counts(self.state), width, Style.BOLD, 2)
        for text in (*self.selection.counted(), *sheet.reasons, *self._notes()):
            yield from paragraph(text, width, indent=2)
        yield from sheet.legend

    def sheet(self, width: int | None, glyphs: Glyphs, *, has_reasons: bool = True) -> Sheet:
        """Give the table alone, and what belongs to it.

        Args:
            width: how wide it may be; None: as it likes.
            glyphs: what it is drawn with.
            has_reasons: whether it says who stands in the way; what was replaced it says in any case.
        """
        board = self._board
        if not board.standings:
            return Sheet(self._nothing(width), [], [])
        if self.is_list or (width is not None and width < _NARROW):
            cells = [cell for row in board.cells for cell in row if cell]
            return Sheet(self._listing(width), [], conditions(cells, width))
        table = self._table(has_reasons=has_reasons)
        table = table.fitting(width)
        parts = windows(table, width, glyphs)
        return Sheet(
            self._table_lines(table, parts, width, glyphs),
            list(self._reasons_below(parts[0]) if has_reasons else board.reasons.replaced(board.standings)),
            [
                *self._names(cut_heads(table, parts, width), width),
                *self._legend(table, parts[0], width, glyphs),
            ],
        )

    @staticmethod
    def _names(heads: Iterable[Head], width: int | None) -> Iterator[Line]:
        """Say whose ids stand over the columns."""
        for head in heads:
            yield from paragraph(f"{head.id}: {head.name}", width, Style.DIM, 2)

    @staticmethod
    def _legend(table: Table, part: Window, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
        return legend([cell for column in table.distinct for cell in column], part.form, width, glyphs)

    def around(self) -> Sequence[str]:
        """Give the texts above and below the table, the title first, then as of when it is."""
        state = self.state
        counts = [summary.counts(state)] if state.counts.total else []
        return [
            visible(state.title),
            summary.as_of(state),
            *counts,
            *self.selection.counted(),
            *self._notes(),
            *map(plain, self._board.legend()),
        ]

    def grid(self) -> Sequence[Sequence[str]]:
        """Give the table cell by cell, in words, the heads first: number, demand, parties, outcome, reason."""
        return [self._board.heads, *([cell.text for cell in row] for row in self._board.grid())]

    def styled(self) -> tuple[Sequence[str], Sequence[Sequence[Piece]]]:
        """Give the heads of the same table, and its rows, each cell in its style."""
        return self._board.heads, list(self._board.grid())

    def _repr_html_(self) -> str:
        from negotrack.views.html import table  # noqa: PLC0415 - a terminal needs none

        return table(self.grid(), self.around())

    @cached_property
    def _board(self) -> Board:
        return Board(self.selection)

    def _table(self, *, has_reasons: bool) -> Table:
        if self.is_transposed:
            return self._board.transposed
        return self._board.table if has_reasons else self._board.without_reasons

    def _nothing(self, width: int | None) -> Iterator[Line]:
        if self.state.round_count:
            everything = self.selection.is_everything
            text = "Nothing is on the table yet." if everything else "No demand is as asked for."
            if everything or not self.selection.entries:
                yield from paragraph(text, width)
                yield line()

    def _listing(self, width: int | None) -> Iterator[Line]:
        parties = [party.id for party in self.selection.columns]
        yield from listing(self.state, self._board.standings, parties, width)
        yield line()

    def _table_lines(
        self, table: Table, parts: Sequence[Window], width: int | None, glyphs: Glyphs
    ) -> Iterator[Line]:
        for part in parts:
            if len(parts) > 1:
                what = "Demands" if self.is_transposed else "Parties"
                yield line(f"{what} {part.columns.start + 1} to {part.columns.stop} of {len(table.heads)}")
            yield from table_lines(table, part, width, glyphs)
            yield line()
        if self.is_transposed:
            key = self._board.key.fitting(width)
            for part in windows(key, width, glyphs):
                yield from table_lines(key, part, width, glyphs)
            yield line()

    def _reasons_below(self, window: Window) -> Iterator[str]:
        """Give who stands in the way, where the rows have no room to say it, or say it in figures only."""
        is_told = window.way.has_reasons and window.form is not Form.CHARACTERS
        if self.is_transposed or is_told:
            return
        reasons, standings = self._board.reasons, self._board.standings
        if not window.way.has_reasons:
            yield from reasons.remarks(standings)
        yield from reasons.by_party(
            standings, [party.id for party in self.selection.columns] if self.parties else None
        )

    def accounts_of_unraised(self) -> Iterator[str]:
        """Say what is reported of demands that nobody has spoken of: they have no row."""
        demands = {entry.demand.id: entry for entry in self.selection.unraised}
        accounts = [account for account in self.state.open_accounts if account.demand in demands]
        if accounts:
            says = Predicates(self.state)
            for account in accounts:
                entry = demands[account.demand]
                yield f"Of {entry.number} {visible(entry.demand.title)}: {says.told(account)}."

    def _notes(self) -> Iterator[str]:
        """Give the sentences under the table: what has no row or column, the package, what was left out."""
        state = self.state
        yield from summary.absent(self.selection)
        yield from summary.unraised(self.selection.unraised, is_brief=Outcome.UNRAISED not in self.outcomes)
        yield from self.accounts_of_unraised()
        yield from summary.package(state)
        yield from summary.left_out_of(state.left_out)


def matrix(
    state: State,
    *,
    parties: Sequence[str] = (),
    demands: Sequence[str] = (),
    tags: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    transposed: bool = False,
    as_list: bool = False,
) -> Matrix:
    r"""Give a state as a table to print: `print(matrix(talks.now))`, or in a terminal `rich.print(matrix(talks.now))`.

    Args:
        state: what is shown.
        parties: the ids of the parties to show; none: all.
        demands: the ids of the demands to show, each with its parts; none: all.
        tags: only demands with one of these tags; none: all.
        outcomes: only demands with one of these outcomes; none: all.
        transposed: whether the parties have the rows and the demands the columns.
        as_list: whether it is told in sentences, for screen readers and mail.

    Raises:
        TypeError: it is no state, but for example the whole negotiation.
        NoSuchParty: a party that is to be shown is not there.
        NoSuchDemand: a demand that is to be shown is not there.
        NoSuchTag: no demand has a tag that is asked for.
        BadField: an outcome that is asked for is none.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(matrix(seed("sochi-2022").now, demands=["unblocking"])).splitlines()[3:6], sep="\n")
                                                   Azerbaijan  Armenia    outcome
        8   Unblocking of regional communications  » proposes  . silent   pending
        8.1   Zangezur corridor                    » proposes  X rejects  rejected
    """
    if not isinstance(state, State):
        raise TypeError(
            f"a matrix shows a state, such as `.now` or `.at(...)` of a negotiation, not {state!r}"
        )
    return Matrix(
        state,
        parties=parties,
        demands=demands,
        tags=tags,
        outcomes=outcomes,
        is_transposed=transposed,
        is_list=as_list,
    )


def heading(state: State, width: int | None) -> Iterator[Line]:
    """Give the lines above a table: what it is about, as of when."""
    yield from paragraph(visible(state.title), width, Style.BOLD)
    yield from paragraph(summary.as_of(state), width, indent=2)
    yield line()
