"""The laws of outcomes, which hold for every record."""

from attrs import evolve
from hypothesis import assume, event, given
from hypothesis import strategies as st

from negotrack.model.claims import Outcome
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.positions import Held, Position
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.state import State
from negotrack.testing import loose_negotiations, negotiations
from readings import outcomes, positions, reasons, settled, states

ANY = negotiations() | loose_negotiations()

NOT_WORSE = {
    Outcome.AGREED: {Outcome.AGREED, Outcome.WITHDRAWN, Outcome.UNRAISED},
    Outcome.PENDING: set(Outcome) - {Outcome.REJECTED},
}
"""Where more assent may leave an agreed or a pending demand."""


@given(ANY)
def test_outcomes_depend_only_on_positions(negotiation: Negotiation) -> None:
    """Outcomes depend only on the parties, the demands, the round and the positions at it.

    Settled anew from these alone, without any history, everything comes out the same.
    """
    for state in states(negotiation):
        anew = settled(negotiation, state.number, positions(state))
        for demand in state.demands:
            standing = state.standing(demand.id)
            assert anew.outcome(demand.id) is standing.outcome
            assert anew.reasons(demand.id) == standing.reasons
            assert (demand.id in anew.provisional) is standing.is_provisional
            assert anew.replaced_by.get(demand.id, ()) == standing.replaced_by
        assert anew.package == state.package


def restatements(state: State) -> list[Statement]:
    """Give statements that repeat what each party holds, of those that speak for nobody else and amend nothing."""
    return [
        Statement(
            Sentence([party.id], held.stance, [demand.id], held.conditions, held.provisional),
            reservation=held.reservation,
            red_line=held.red_line,
        )
        for party in state.parties
        for demand in state.demands
        if not party.members
        and isinstance(held := state[party.id, demand.id], Held)
        and held.stance is not Stance.AMENDS
    ]


@given(negotiations())
def test_two_records_with_equal_positions_have_equal_outcomes(negotiation: Negotiation) -> None:
    """Two records equal in these have equal outcomes (word, provisional, replaced) and packages.

    The second record repeats at its end what is held already: another history, with the same positions.
    """
    assume(negotiation.rounds)
    before = negotiation.now
    repeated = restatements(before)
    event(f"repeats {min(len(repeated), 1)}")
    after = negotiation.saying(*repeated).now
    assert positions(after) == positions(before)
    assert outcomes(after) == outcomes(before)
    assert after.package == before.package


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
        Stance.PROPOSES,
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


@given(ANY)
def test_least_fixed_point_lies_within_the_greatest(negotiation: Negotiation) -> None:
    """The least fixed point lies within the greatest.

    What is agreed and what is in the package support one another, and nothing is in both.
    """
    for state in states(negotiation):
        settlement = settled(negotiation, state.number, positions(state))
        together = {*state.agreed, *state.package}
        assert len(together) == len(state.agreed) + len(state.package)
        assert all(settlement._supports(demand, together) for demand in together)


@given(ANY)
def test_package_is_made_of_conditional_offers(negotiation: Negotiation) -> None:
    """Every demand in the package has a conditional assent of its own or, if composite, a part in the package."""
    for state in states(negotiation):
        for demand in state.package:
            standing = state.standing(demand)
            offers = [
                held
                for party in state.parties
                if isinstance(held := state[party.id, demand], Held) and held.conditions
            ]
            if standing.is_composite:
                assert set(standing.parts) & set(state.package)
            else:
                assert any(held.stance.is_assent for held in offers)


@given(ANY)
def test_round_without_statements_changes_nothing(negotiation: Negotiation) -> None:
    """Appending a round with no statements, in which nobody joins or leaves anything, changes nothing."""
    before = negotiation.now
    after = negotiation.with_round(Round("nobody-names-this-one", "2099")).now
    assert positions(after) == positions(before)
    assert (outcomes(after), reasons(after)) == (outcomes(before), reasons(before))
    assert after.package == before.package


@given(ANY)
def test_rejection_needs_a_refusal(negotiation: Negotiation) -> None:
    """Under every rule nothing is rejected unless a decider refused it."""
    for state in states(negotiation):
        for demand in state.rejected:
            standing = state.standing(demand)
            held = [state[party.id, demand] for party in state.parties]
            assert standing.is_composite or Stance.REJECTS in {
                position.stance for position in held if isinstance(position, Held)
            }


@given(ANY)
def test_cut_off_record_ends_as_it_stood_then(negotiation: Negotiation) -> None:
    """The last state of the negotiation until a round is the state as of that round."""
    for round_ in negotiation.rounds:
        then, cut = negotiation.at(round_.id), negotiation.until(round_.id).now
        assert positions(cut) == positions(then)
        assert (outcomes(cut), reasons(cut)) == (outcomes(then), reasons(then))
        assert cut.package == then.package
