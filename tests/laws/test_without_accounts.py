"""Do accounts do anything but mark cells?"""

from collections.abc import Iterator

import pytest
from attrs import evolve
from hypothesis import event, given

from negotrack import Negotiation, State, Statement
from negotrack.formats.json.entries import Document
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")


def established(statement: Statement) -> Iterator[Statement]:
    """What a statement says by its holders' own words."""
    giver, holders = statement.according_to, statement.says.holders
    if giver is None:
        yield statement
    elif giver in holders:
        yield evolve(statement, says=evolve(statement.says, holders=[giver]))


def without_accounts(negotiation: Negotiation) -> Negotiation:
    """The negotiation in which nobody tells of others."""
    return evolve(
        negotiation,
        rounds=[
            evolve(round_, statements=[part for one in round_.statements for part in established(one)])
            for round_ in negotiation.rounds
        ],
    )


def unmarked(state: State) -> Document:
    """All that a state holds, but for marks and accounts."""
    document = matrix_json(state)
    cells = [(party.id, demand.id) for party in state.parties for demand in state.demands]
    return document | {"positions": [state[cell] for cell in cells]}


@given(negotiations() | negotiations(broken=True))
def test_accounts_only_mark_cells(negotiation: Negotiation) -> None:
    """Accounts change no position and no outcome; they only mark cells."""
    other = without_accounts(negotiation)
    event("accounts" if other != negotiation else "no accounts")
    for round_ in negotiation.rounds:
        assert unmarked(other.at(round_.id)) == unmarked(negotiation.at(round_.id))


@given(negotiations() | negotiations(broken=True))
def test_nobody_is_reported_or_disputed_without_accounts(negotiation: Negotiation) -> None:
    """A cell is disputed or reported only where there is an open account."""
    states = [without_accounts(negotiation).at(round_.id) for round_ in negotiation.rounds]
    cells = [(party.id, demand.id) for party in negotiation.parties for demand in negotiation.demands]
    assert {mark for state in states for cell in cells for mark in state.marks(*cell)} <= {"lapsed"}
