"""Do the drawn negotiations hold what the laws speak of?"""

from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.errors import InvalidArgument

from counting import drawn, share_discarded
from negotrack import (
    Change,
    Diff,
    Held,
    Lapsed,
    Mark,
    Movement,
    Negotiation,
    Outcome,
    Role,
    Silence,
    Standing,
    State,
)
from negotrack.model.decision import DECISIONS, Decision
from negotrack.stances import Stance
from negotrack.testing import negotiations

EXAMPLES = 2000
Feature = Callable[[Negotiation], bool]


def states(negotiation: Negotiation) -> list[State]:
    """The state after each round."""
    return [negotiation.at(round_.id) for round_ in negotiation.rounds]


def standings(negotiation: Negotiation) -> Iterator[Standing]:
    """What became of every demand in every round."""
    return (state.standing(demand.id) for state in states(negotiation) for demand in state.demands)


def words(negotiation: Negotiation) -> Iterator[Held]:
    """Every position that is held in some round."""
    cells = [(party.id, demand.id) for party in negotiation.parties for demand in negotiation.demands]
    positions = (state[cell] for state in states(negotiation) for cell in cells)
    return (position for position in positions if isinstance(position, Held))


def rules(negotiation: Negotiation) -> Iterator[Decision | None]:
    """Every decision rule that is given."""
    yield negotiation.decision
    yield from (demand.decision for demand in negotiation.demands)


def courses(negotiation: Negotiation) -> Iterator[list[Stance]]:
    """For each cell, the stances that were held after one round or another, each time that it was another."""
    for party in negotiation.parties:
        for demand in negotiation.demands:
            positions = negotiation.history(party.id, demand.id)
            held = [position.stance for position in positions if isinstance(position, Held)]
            yield [*held[:1], *(after for before, after in pairwise(held) if before is not after)]


def has_change(negotiation: Negotiation) -> bool:
    """Somebody moves from one stance to another between two rounds."""
    return any(len(course) > 1 for course in courses(negotiation))


def has_reversal(negotiation: Negotiation) -> bool:
    """Somebody comes back to a stance after another."""
    return any(len(set(course)) < len(course) for course in courses(negotiation))


def has_joint_amendment(negotiation: Negotiation) -> bool:
    """Several parties hold one amendment."""
    return any(
        held.stance is Stance.AMENDS and held.said.according_to is None and len(held.said.says.holders) > 1
        for held in words(negotiation)
    )


def has_spoken_nested_bloc(negotiation: Negotiation) -> bool:
    """A bloc speaks for the members of a bloc in it."""
    direct = {(party.id, place.party) for party in negotiation.parties for place in party.members}
    return any(
        isinstance(held := state[party.id, demand.id], Held)
        and held.basis != "own"
        and (held.basis, party.id) not in direct
        for state in states(negotiation)
        for party in state.parties
        for demand in state.demands
    )


def has_lapsed(negotiation: Negotiation) -> bool:
    """A position lapses."""
    return any(
        isinstance(state[party.id, demand.id], Lapsed)
        for state in states(negotiation)
        for party in state.parties
        for demand in state.demands
    )


def has_open_account(negotiation: Negotiation) -> bool:
    """An account is open."""
    return any(
        state.accounts(party.id, demand.id)
        for state in states(negotiation)
        for party in state.parties
        for demand in state.demands
    )


def has_settled_composite(negotiation: Negotiation) -> bool:
    """A whole takes an outcome from its parts that is not pending."""
    settled = {Outcome.AGREED, Outcome.REJECTED, Outcome.WITHDRAWN}
    return any(one.is_composite and one.outcome in settled for one in standings(negotiation))


def has_outcome(outcome: Outcome) -> Feature:
    """A demand has this outcome in some round."""
    return lambda negotiation: any(one.outcome is outcome for one in standings(negotiation))


def has_rule(rule: Decision) -> Feature:
    """A demand or the negotiation has this rule."""
    return lambda negotiation: rule in rules(negotiation)


FEATURES: dict[str, tuple[int, Feature]] = {
    "a change of position": (80, has_change),
    "a reversal": (25, has_reversal),
    "a conditional acceptance": (
        40,
        lambda negotiation: any(
            held.conditions and held.stance is Stance.ACCEPTS for held in words(negotiation)
        ),
    ),
    "an amendment": (
        45,
        lambda negotiation: any(held.stance is Stance.AMENDS for held in words(negotiation)),
    ),
    "a joint amendment": (25, has_joint_amendment),
    "an effective withdrawal": (
        10,
        lambda negotiation: any(held.stance is Stance.WITHDRAWS for held in words(negotiation)),
    ),
    "a bloc that speaks for members": (
        25,
        lambda negotiation: any(held.basis != "own" for held in words(negotiation)),
    ),
    "a bloc that speaks for members of members": (5, has_spoken_nested_bloc),
    "an open account": (45, has_open_account),
    "an amendment by which somebody's position lapses": (35, has_lapsed),
    "agreed": (45, has_outcome(Outcome.AGREED)),
    "rejected": (20, has_outcome(Outcome.REJECTED)),
    "pending": (65, has_outcome(Outcome.PENDING)),
    "withdrawn": (10, has_outcome(Outcome.WITHDRAWN)),
    "unraised": (30, has_outcome(Outcome.UNRAISED)),
    "replaced": (8, lambda negotiation: any(one.replaced_by for one in standings(negotiation))),
    "provisional": (12, lambda negotiation: any(one.is_provisional for one in standings(negotiation))),
    "composite": (35, lambda negotiation: any(one.is_composite for one in standings(negotiation))),
    "a composite that is settled": (10, has_settled_composite),
    "a package": (5, lambda negotiation: any(state.package for state in states(negotiation))),
    "final": (35, lambda negotiation: any(demand.final for demand in negotiation.demands)),
    "joins or leaves": (
        30,
        lambda negotiation: any(party.joins or party.leaves for party in negotiation.parties),
    ),
    "dated members": (
        15,
        lambda negotiation: any(p.joins or p.leaves for party in negotiation.parties for p in party.members),
    ),
    "deciders of its own": (
        35,
        lambda negotiation: any(demand.between is not None for demand in negotiation.demands),
    ),
    "a veto": (20, lambda negotiation: any(rule.veto for rule in rules(negotiation) if rule)),
    "absent where silent": (
        10,
        lambda negotiation: any(rule.silence is Silence.ABSENT for rule in rules(negotiation) if rule),
    ),
    "somebody with another role": (
        35,
        lambda negotiation: any(
            party.role not in {Role.PRINCIPAL, Role.BLOC} for party in negotiation.parties
        ),
    ),
    **{name: (12, has_rule(rule)) for name, rule in DECISIONS.items()},
    "a rule spelt out": (
        30,
        lambda negotiation: any(rule not in DECISIONS.values() for rule in rules(negotiation) if rule),
    ),
}
"""What a share of all negotiations has, in percent at least. A tenth of all examples Hypothesis makes as small as can
be, so that in them hardly anything happens."""


def changes(negotiation: Negotiation) -> Iterator[StrEnum]:
    """Every way in which something moved, from round to round and back again."""
    for before, after in pairwise([negotiation.at("start"), *states(negotiation)]):
        for diff in (Diff(before, after), Diff(after, before)):
            yield from (entry.movement for entry in diff.positions)
            yield from (entry.change for entry in diff.outcomes)


def members(negotiation: Negotiation) -> Iterator[StrEnum | Decision]:
    """Every stance, mark, outcome, movement, change of outcome and decision rule with a name that comes up."""
    yield from changes(negotiation)
    yield from (one.outcome for one in standings(negotiation))
    yield from (one for one in rules(negotiation) if one in DECISIONS.values() if one)
    for state in states(negotiation):
        cells = [(party.id, demand.id) for party in state.parties for demand in state.demands]
        yield from (mark for cell in cells for mark in state.marks(*cell))
    yield from (held.stance for held in words(negotiation))


@pytest.mark.usefixtures("uncounted")
def test_drawn_negotiations_hold_what_the_laws_speak_of() -> None:
    """Of 2,000 negotiations a share has each feature, every member of every list comes up, and hardly any is discarded.

    It is one test because all is counted in one sample, which takes a while to draw.
    """
    sample, draws = drawn(negotiations(), EXAMPLES)
    counts = Counter(name for one in sample for name, (_, is_in) in FEATURES.items() if is_in(one))
    shares = {name: 100 * counts[name] / len(sample) for name in FEATURES}
    assert {name: share for name, share in shares.items() if share < FEATURES[name][0]} == {}
    assert draws["valid"] >= EXAMPLES
    assert share_discarded(draws) < 1 / 100
    seen = {member for one in sample[::4] for member in members(one)}
    assert seen >= {*Stance, *Mark, *Outcome, *Movement, *Change, *DECISIONS.values()}


def ids_that_dangle(negotiation: Negotiation) -> set[str]:
    """What parts of well-formed negotiations name without it being there: parties, demands and rounds."""
    parties = {party.id for party in negotiation.parties}
    demands = {demand.id for demand in negotiation.demands}
    rounds = {round_.id for round_ in negotiation.rounds}
    said = [one for round_ in negotiation.rounds for one in round_.statements]
    named_parties = {
        *(holder for one in said for holder in one.says.holders),
        *(one.according_to for one in said if one.according_to),
        *(place.party for party in negotiation.parties for place in party.members),
        *(party for demand in negotiation.demands for party in demand.between or ()),
        *(party for rule in rules(negotiation) if rule for party in rule.veto),
    }
    named_demands = {
        *(demand for one in said for demand in (*one.says.demands, *one.says.conditions)),
        *(one.part_of for one in negotiation.demands if one.part_of),
        *(other for one in negotiation.demands for other in (*one.succeeds, *one.excludes, *one.requires)),
    }
    spans = [
        *((party.joins, party.leaves) for party in negotiation.parties),
        *((place.joins, place.leaves) for party in negotiation.parties for place in party.members),
    ]
    named_rounds = {bound for span in spans for bound in span if bound}
    return (named_parties - parties) | (named_demands - demands) | (named_rounds - rounds)


@given(negotiations())
def test_well_formed_negotiations_name_what_is_there(negotiation: Negotiation) -> None:
    """Every party, demand and round that is named in a well-formed negotiation is there."""
    assert ids_that_dangle(negotiation) == set()


def test_broken_negotiations_dangle() -> None:
    """Ids dangle in nearly all broken negotiations, and hardly any is discarded."""
    broken, draws = drawn(negotiations(broken=True), 200)
    assert 100 * sum(bool(ids_that_dangle(one)) for one in broken) / len(broken) >= 90
    assert share_discarded(draws) < 1 / 100


@pytest.mark.parametrize("size", ["parties", "demands", "rounds", "sources"])
@pytest.mark.parametrize("wrong", [-1, (3, 2), "3", True, (0, 1, 2)])
def test_sizes_are_checked_at_once(size: str, wrong: object) -> None:
    """What is no size is refused by the name of its argument, before anything is drawn."""
    with pytest.raises(InvalidArgument, match=f"{size} takes a whole number from 0, a pair"):
        negotiations(**{size: wrong})  # type: ignore[arg-type]
