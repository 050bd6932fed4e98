"""What stands in the rows and columns of a matrix?"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.model.claims import Outcome
from negotrack.model.parties import Party, Role
from negotrack.outline import Entry
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.cells import Cell, Cells, Form
from negotrack.views.legend import legend
from negotrack.views.lines import Line, Piece
from negotrack.views.listing import text_words
from negotrack.views.naming import party_words
from negotrack.views.reasons import Reasons
from negotrack.views.selection import Selection
from negotrack.views.table import Head, Row, Table
from negotrack.views.theme import OUTCOMES, UNICODE, Style
from negotrack.visible import visible


@final
@frozen(eq=False)
class Board:
    """The cells of a selection of a state, as tables to be laid out."""

    selection: Selection

    @property
    def state(self) -> State:
        """The state that is shown."""
        return self.selection.state

    @cached_property
    def reasons(self) -> Reasons:
        """What says the reasons of the state."""
        return Reasons.of(self.state)

    @cached_property
    def standings(self) -> Sequence[Standing]:
        """What became of each demand that has a row."""
        return [self.state.standing(entry.demand.id) for entry in self.selection.raised]

    @cached_property
    def cells(self) -> Sequence[Sequence[Cell | None]]:
        """The cells of each row."""
        made = Cells(self.state, [party.id for party in self.selection.columns])
        return [made.row(standing) for standing in self.standings]

    @cached_property
    def table(self) -> Table:
        """A row for each demand, a column for each party, the outcome and the reason."""
        rows = zip(self.selection.raised, self.standings, self.cells, strict=True)
        return Table(
            [self._head(party) for party in self.selection.columns], [self._row(*row) for row in rows]
        )

    @property
    def without_reasons(self) -> Table:
        """The same, without the reasons."""
        return Table(self.table.heads, [row._replace(reason=_none) for row in self.table.rows])

    @property
    def transposed(self) -> Table:
        """A row for each party, a column for each demand under its number; what the demands are stands in the key."""
        heads = [Head(entry.number, entry.number) for entry in self.selection.raised]
        rows = [
            Row("", 0, party_words(party), [row[place] for row in self.cells], "", Style.NONE, _none)
            for place, party in enumerate(self.selection.columns)
        ]
        return Table(heads, rows, corner="")

    @property
    def key(self) -> Table:
        """The rows of the demands without their cells: number, title, outcome and reason."""
        rows = zip(self.selection.raised, self.standings, strict=True)
        return Table([], [self._row(entry, standing, []) for entry, standing in rows])

    @property
    def heads(self) -> Sequence[str]:
        """What stands over the grid."""
        return ["", "demand", *(head.full for head in self.table.heads), "outcome", "reason"]

    def grid(self) -> Iterator[Sequence[Piece]]:
        """Give the rows of the table cell by cell, in words: number, demand, parties, outcome, reason."""
        for row in self.table.rows:
            style = Style.DIM if row.is_dim else Style.NONE
            yield [
                Piece(row.number, Style.DIM),
                Piece(row.title, style),
                *(_worded(cell, style) for cell in row.cells),
                Piece(row.outcome, style or row.style),
                Piece(row.reason(Form.SYMBOLS), style),
            ]

    def legend(self) -> Iterator[Line]:
        """Explain what stands in the grid."""
        return legend([cell for column in self.table.distinct for cell in column], Form.WORDS, None, UNICODE)

    def _head(self, party: Party) -> Head:
        role = "" if party.role is Role.PRINCIPAL else f"({party.role})"
        return Head(self.reasons.named(party.id), party.id, role)

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(party.id for party in self.selection.columns)

    def _row(self, entry: Entry, standing: Standing, cells: Sequence[Cell | None]) -> Row:
        def reason(form: Form) -> str:
            match form:
                case Form.WORDS if cells:
                    absent = "; ".join(self.reasons.of_absent(standing, self._shown))
                    return self.reasons.in_brief(standing) or absent
                case Form.CHARACTERS:
                    return self.reasons.in_figures(standing)
                case _:
                    return self.reasons.in_words(standing)

        return Row(
            entry.number,
            entry.depth,
            visible(entry.demand.title) + text_words(self.state, entry.demand.id),
            cells,
            ("~" if standing.is_provisional else "") + standing.outcome.value,
            OUTCOMES[standing.outcome],
            reason,
            is_dim=standing.outcome is Outcome.WITHDRAWN or bool(standing.replaced_by),
        )


def _worded(cell: Cell | None, style: Style) -> Piece:
    """Give a cell in words, in the style of its row if that has one."""
    return Piece(cell.words(UNICODE), style or cell.style) if cell else Piece("")


def _none(_: Form) -> str:
    return ""
