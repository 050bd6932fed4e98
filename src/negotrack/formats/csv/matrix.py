"""What do spreadsheets and data frames get of a matrix? A row for each cell."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from negotrack.formats.csv.table import table, truth
from negotrack.positions import Account, Held, Lapsed, Position, Silent, marks
from negotrack.state import State

COLUMNS = (
    "round",
    "party",
    "party_name",
    "demand",
    "number",
    "title",
    "stance",
    "conditions",
    "provisional",
    "reservation",
    "red_line",
    "version",
    "basis",
    "since",
    "said_in",
    "lapsed_stance",
    "marks",
    "accounts",
    "outcome",
    "outcome_provisional",
    "outcome_since",
    "replaced_by",
)
"""The columns, in order. Later versions may add some at the end."""


def matrix(state: State, parties: Sequence[str], demands: Sequence[str]) -> str:
    """Give the long table as CSV, with a head: a row for each of these demands and parties, silent ones included.

    Where the party is silent its stance is `silent`, where its position lapsed `lapsed`. Lists are joined by blanks.
    A text that a spreadsheet would take for a formula gets an apostrophe in front.

    Examples:
        >>> from negotrack import seed
        >>> print(matrix(seed("sochi-2022").now, ["armenia"], ["corridor"]).splitlines()[1][:57])
        sochi-2022,armenia,Armenia,corridor,8.1,Zangezur corridor
    """
    return table(COLUMNS, _rows(state, parties, demands))


def _rows(state: State, parties: Sequence[str], demands: Sequence[str]) -> Iterator[Sequence[str]]:
    names = {party.id: party.name for party in state.parties}
    titles = {demand.id: demand.title for demand in state.demands}
    round_ = state.round.id if state.round else "start"
    for demand in demands:
        standing = state.standing(demand)
        for party, (position, accounts) in zip(parties, state.row(parties, demand), strict=True):
            yield [
                round_,
                party,
                names[party],
                demand,
                state.numbers[demand],
                titles[demand],
                *_position(position),
                " ".join(marks(position, has_open_account=bool(accounts))),
                "; ".join(map(_account, accounts)),
                standing.outcome,
                truth(standing.is_provisional),
                standing.since or "",
                " ".join(standing.replaced_by),
            ]


def _position(position: Position) -> Sequence[str]:
    match position:
        case Held():
            return [position.stance, *_held(position), ""]
        case Lapsed(was=was):
            return ["lapsed", *_held(was), was.stance]
        case Silent():
            return ["silent", *[""] * 9]
        case _:
            assert_never(position)


def _held(held: Held) -> Sequence[str]:
    return [
        " ".join(held.conditions),
        truth(held.provisional),
        held.reservation or "",
        truth(held.red_line),
        str(held.version),
        held.basis,
        held.since,
        held.said_in,
    ]


def _account(account: Account) -> str:
    conditions = f" if {' and '.join(account.conditions)}" if account.conditions else ""
    provisional = "provisionally " if account.said.says.provisional else ""
    kind = f" ({account.said.reservation})" if account.said.reservation else ""
    return f"{account.according_to}: {provisional}{account.stance}{kind}{conditions}"
