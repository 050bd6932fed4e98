"""Who stands where on what? A state as a table of words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import assert_never, final

from attrs import frozen
from rich.cells import cell_len

from negotrack.model.claims import Outcome
from negotrack.model.parties import Party, Role
from negotrack.model.rounds import Round
from negotrack.positions import OWN, Held, Lapsed, Mark, Silent
from negotrack.sentence import enumerated
from negotrack.state import Break, Relation, Standing, State
from negotrack.timeline import LeftOut
from negotrack.views.days import spoken
from negotrack.views.outline import Line, outline
from negotrack.visible import shortened, visible

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
        lines = outline(state.demands)
        numbers = {line.demand.id: line.number for line in lines}
        parties = [party for party in state.parties if _has_column(state, party)]
        rows = [
            _row(state, line, parties, numbers)
            for line in lines
            if state.outcome(line.demand.id) is not Outcome.UNRAISED
        ]
        yield visible(state.title)
        yield _heading(state.round, state.number, state.round_count)
        yield ""
        if rows:
            yield from _aligned([["", *(party.name for party in parties), "outcome"], *rows])
        elif state.round_count:
            yield "Nothing is on the table yet."
        yield ""
        yield from _below(state, [party for party in state.parties if party not in parties], numbers)


def _row(state: State, line: Line, parties: Sequence[Party], numbers: Mapping[str, str]) -> Sequence[str]:
    standing, version = state.standing(line.demand.id), state.version(line.demand.id).number
    text = f" (text {version})" if version > 1 else ""
    title = f"{line.number:<3} {'  ' * line.depth}{line.demand.title}{text}"
    cells = [_cell(state, party, standing, numbers) for party in parties]
    return [title, *cells, _outcome(standing, numbers)]


def matrix(state: State) -> Matrix:
    """Give a state as a table to print: `print(matrix(talks.now))`.

    Raises:
        TypeError: it is no state, but for example the whole negotiation.
    """
    if not isinstance(state, State):
        raise TypeError(
            f"a matrix shows a state, such as `.now` or `.at(...)` of a negotiation, not {state!r}"
        )
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


def _cell(state: State, party: Party, standing: Standing, numbers: Mapping[str, str]) -> str:
    position = state[party.id, standing.demand]
    match position:
        case Held():
            words = _words(position, numbers)
            if position.basis != OWN:
                words += f" (through {position.basis})"
            if position.red_line:
                words += ", red line"
        case Lapsed(was=was):
            words = f"lapsed ({_words(was, numbers)})"
        case Silent():
            words = "" if standing.is_composite else "silent"
        case _:
            assert_never(position)
    doubts = [mark for mark in state.marks(party.id, standing.demand) if mark is not Mark.LAPSED]
    return ", ".join(filter(None, [words, *doubts]))


def _words(held: Held, numbers: Mapping[str, str]) -> str:
    """Say a position, its conditions by the numbers of their rows."""
    words = ["provisionally"] if held.provisional else []
    words.append(held.stance)
    if held.reservation:
        words.append(f"({held.reservation})")
    if held.conditions:
        words += ["if", enumerated([numbers.get(condition, condition) for condition in held.conditions])]
    return " ".join(words)


def _outcome(standing: Standing, numbers: Mapping[str, str]) -> str:
    words = f"provisionally {standing.outcome}" if standing.is_provisional else standing.outcome.value
    successors = [numbers[successor] for successor in standing.replaced_by]
    return f"{words}, replaced by {enumerated(successors)}" if successors else words


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Give rows as lines, their cells under one another."""
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(cell_len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        yield _GAP.join(padded).rstrip()


def _below(state: State, others: Sequence[Party], numbers: Mapping[str, str]) -> Iterable[str]:
    """Give what stands under the table: what has no row or column, what is left out, the package, the counts."""
    titles = {demand.id: visible(demand.title) for demand in state.demands}
    silent = [f"{visible(party.name)} ({party.role})" for party in others]
    if state.unraised:
        yield f"Unraised: {', '.join(f'{numbers[demand]} {titles[demand]}' for demand in state.unraised)}."
    if silent:
        until_now = "throughout" if state.number == state.round_count else "so far"
        yield f"Silent {until_now}: {', '.join(silent)}."
    yield from _left_out(state.left_out)
    if state.package:
        package = enumerated([numbers[demand] for demand in state.package])
        yield f"Package on the table: {package} would be agreed together."
    for broken in state.package_breaks:
        yield _breaks(broken, numbers)
    if state.counts.total:
        yield _counts(state)


def _left_out(words: Sequence[LeftOut]) -> Iterable[str]:
    """Give a line for each statement of which something is left out."""
    for (_, said_in), several in groupby(words, key=lambda one: (id(one.said), one.said_in)):
        first, *others = several
        reasons = [one.reason for one in (first, *others[: _REASONS - 1])]
        more = f", and {len(others) + 1 - len(reasons)} more" if len(others) + 1 > len(reasons) else ""
        says = shortened(str(first.said.says))
        yield visible(f"Left out: {says} ({said_in}): {'; '.join(reasons)}{more}.")


_REASONS = 3
"""How many reasons are told of one statement."""


def _breaks(broken: Break, numbers: Mapping[str, str]) -> str:
    """Say which declaration the package would break."""
    demand, other = numbers[broken.demand], numbers[broken.other]
    match broken.relation:
        case Relation.EXCLUDES:
            return f"Not both can be agreed: {demand} excludes {other}."
        case Relation.REQUIRES:
            return f"Not without the other: {demand} requires {other}."
        case _:
            assert_never(broken.relation)


def _counts(state: State) -> str:
    counts = state.counts
    others = [
        f", {len(demands)} {word}"
        for word, demands in (("withdrawn", state.withdrawn), ("unraised", state.unraised))
        if demands
    ]
    provisional = f" ({counts.provisional} provisionally)" if counts.provisional else ""
    return (
        f"{counts.agreed} of {counts.total} agreed{provisional}, {counts.rejected} rejected, "
        f"{counts.pending} pending{''.join(others)}"
    )
