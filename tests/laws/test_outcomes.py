"""The laws of outcomes, which hold for every record."""

import pytest
from attrs import evolve
from hypothesis import assume, event, given
from hypothesis import strategies as st

from negotrack.calendar import Calendar
from negotrack.decisions import PartyReason
from negotrack.model.claims import Outcome
from negotrack.model.parties import Party
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.positions import Held, Position
from negotrack.stances import Stance
from negotrack.state import State
from negotrack.terms import Terms
from negotrack.testing import negotiations
from readings import positions, settled, states

pytestmark = pytest.mark.usefixtures("uncounted")

ANY = negotiations() | negotiations(broken=True)

NOT_WORSE = {
    Outcome.AGREED: {Outcome.AGREED, Outcome.WITHDRAWN, Outcome.UNRAISED},
    Outcome.PENDING: set(Outcome) - {Outcome.REJECTED},
}
"""Where more assent may leave an agreed or a pending demand."""


@given(ANY)
def test_settling_anew_gives_the_same(negotiation: Negotiation) -> None:
    """Settled anew from the positions of a round alone, everything comes out as it does round after round."""
    for state in states(negotiation):
        anew = settled(negotiation, state.number, positions(state))
        for demand in state.demands:
            standing = state.standing(demand.id)
            assert anew.outcome(demand.id) is standing.outcome
            assert anew.reasons(demand.id) == standing.reasons
            assert (demand.id in anew.provisional) is standing.is_provisional
            assert anew.replaced_by.get(demand.id, ()) == standing.replaced_by
        assert anew.package == state.package


@given(ANY, st.data())
def test_more_assent_never_hurts(negotiation: Negotiation, data: st.DataObject) -> None:
    """More assent never hurts.

    On a demand that is on the table and not composite, turning one position that is not assent into `proposes`, or
    dropping the qualifiers of one that is, never turns any agreed demand into a pending or rejected one, nor any
    pending one into a rejected one.
    """
    state = data.draw(st.sampled_from(list(states(negotiation))))
    improvable = [
        (cell, better)
        for cell, position in positions(state).items()
        if state.outcome(cell[1]) in {Outcome.AGREED, Outcome.REJECTED, Outcome.PENDING}
        and not state.standing(cell[1]).is_composite
        and (better := more_assent(position, state.version(cell[1]).number))
    ]
    event(f"improvable {min(len(improvable), 1)}")
    assume(improvable)
    cell, better = data.draw(st.sampled_from(improvable))
    after = settled(negotiation, state.number, {**positions(state), cell: better})
    for demand in state.demands:
        outcome = state.outcome(demand.id)
        assert after.outcome(demand.id) in NOT_WORSE.get(outcome, set(Outcome))


def more_assent(position: Position, version: int) -> Held | None:
    """Give a position with more assent; nothing where there is none."""
    if isinstance(position, Held) and position.stance.is_assent:
        return evolve(position, conditions=(), provisional=False) if position.is_qualified else None
    return Held(
        stance=Stance.PROPOSES,
        conditions=(),
        provisional=False,
        reservation=None,
        red_line=False,
        version=version,
        said=Statement("x proposes x"),
        said_in="x",
        since="x",
        basis="own",
    )


def rejects(position: Position) -> bool:
    """Tell whether a position is a refusal."""
    return isinstance(position, Held) and position.stance is Stance.REJECTS


def decides(negotiation: Negotiation, state: State, party: Party, demand: str) -> bool:
    """Tell whether a party is active and among those whose assent a demand needs."""
    terms = Terms(negotiation.parties, negotiation.between, negotiation.decision)
    named = next(terms.between(one) for one in negotiation.demands if one.id == demand)
    calendar = Calendar.of(negotiation.rounds)
    return party.id in named and calendar.covers(party.joins, party.leaves, state.number)


@given(ANY)
def test_rejection_needs_a_refusal(negotiation: Negotiation) -> None:
    """Under every rule nothing is rejected unless a decider refused it."""
    for state in states(negotiation):
        for demand in state.rejected:
            standing = state.standing(demand)
            refusers = {reason.party for reason in standing.reasons if isinstance(reason, PartyReason)}
            rejecting = {party.id for party in state.parties if rejects(state[party.id, demand])}
            deciding = {
                party.id for party in negotiation.parties if decides(negotiation, state, party, demand)
            }
            assert standing.is_composite or (refusers and refusers <= rejecting & deciding)
