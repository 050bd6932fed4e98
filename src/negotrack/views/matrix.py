"""Who stands where on what? A state as a table of words."""

from collections.abc import Iterable, Sequence
from typing import assert_never, final

from attrs import frozen
from rich.cells import cell_len

from negotrack.model.claims import Outcome
from negotrack.model.parties import Party, Role
from negotrack.model.rounds import Round
from negotrack.positions import OWN, Held, Lapsed, Mark, Silent
from negotrack.state import Standing, State
from negotrack.views.days import spoken
from negotrack.views.outline import outline
from negotrack.visible import visible

_GAP = "  "


@final
@frozen(eq=False)
class Matrix:
    """A state as a table: a row for each demand, a column for each party, and the outcome.

    As a text it has one line for each demand, however wide, so that it can be searched line by line. Principals have
    a column, and so has whoever else has spoken; the others are named below.

    Examples:
        >>> from negotrack import seed
        >>> print(str(Matrix(seed("sochi-2022").now)).splitlines()[-1])
        4 of 10 agreed, 1 rejected, 5 pending
    """

    state: State

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterable[str]:
        state = self.state
        yield visible(state.title)
        yield _heading(state.round, state.number, state.rounds)
        yield ""
        parties = [party for party in state.parties if _has_column(state, party)]
        rows = [["", *(party.name for party in parties), "outcome"]]
        for line in outline(state.demands):
            standing = state.standing(line.demand.id)
            if standing.outcome is not Outcome.UNRAISED:
                title = f"{line.number:<3} {'  ' * line.depth}{line.demand.title}"
                cells = [
                    "" if standing.is_composite else _cell(state, party, line.demand.id) for party in parties
                ]
                rows.append([title, *cells, _outcome(standing)])
        yield from _aligned(rows) if rows[1:] else ["Nothing is on the table yet."]
        yield ""
        yield from _below(state)


def matrix(state: State) -> Matrix:
    """Give a state as a table to print: `print(matrix(talks.now))`."""
    return Matrix(state)


def _heading(round_: Round | None, number: int, rounds: int) -> str:
    if round_ is None:
        return "Before the first round" if rounds else "No rounds yet."
    details = [spoken(round_.date), *(detail for detail in (round_.place, round_.title) if detail)]
    return visible(f"After round {number} of {rounds}: {', '.join(details)}")


def _has_column(state: State, party: Party) -> bool:
    return party.role is Role.PRINCIPAL or any(
        not isinstance(state[party.id, demand.id], Silent) or state.marks(party.id, demand.id)
        for demand in state.demands
    )


def _cell(state: State, party: Party, demand: str) -> str:
    position = state[party.id, demand]
    match position:
        case Held():
            words = str(position)
            if position.basis != OWN:
                words += f" (through {position.basis})"
            if position.red_line:
                words += ", red line"
        case Lapsed() | Silent():
            words = str(position)
        case _:
            assert_never(position)
    doubts = [mark for mark in state.marks(party.id, demand) if mark is not Mark.LAPSED]
    return ", ".join([words, *doubts])


def _outcome(standing: Standing) -> str:
    words = f"provisionally {standing.outcome}" if standing.is_provisional else standing.outcome.value
    return f"{words}, replaced by {', '.join(standing.replaced_by)}" if standing.replaced_by else words


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Give rows as lines, their cells under one another."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(cell_len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        yield _GAP.join(padded).rstrip()


def _below(state: State) -> Iterable[str]:
    unraised = [
        f"{line.number} {visible(line.demand.title)}"
        for line in outline(state.demands)
        if state.outcome(line.demand.id) is Outcome.UNRAISED
    ]
    silent = [
        f"{visible(party.name)} ({party.role})" for party in state.parties if not _has_column(state, party)
    ]
    if unraised:
        yield f"Unraised: {', '.join(unraised)}."
    if silent:
        yield f"Silent throughout: {', '.join(silent)}."
    if state.package:
        yield f"Package on the table: {', '.join(state.package)}."
    yield str(state.counts)
