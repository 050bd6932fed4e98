"""Which rivals, wholes and claims go with what is said?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from attrs import evolve

from negotrack.model.claims import CLAIMABLE, Claim, Outcome
from negotrack.model.demands import Demand, Finality
from negotrack.model.rounds import Round
from negotrack.negotiation import Negotiation
from negotrack.positions import Held, Silent
from negotrack.state import State
from negotrack.testing.breaking.setting import party_ids, source_ids
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame, Scope


def dressed(dice: Dice, talks: Negotiation, frame: Frame) -> Negotiation:
    """Draw what can be told of a negotiation that follows from what is said in it: rivals, finality, claims."""
    states = states_of(talks)
    possible = [pair for pair in dice.afresh().few(pairs_of(talks), most=3) if not clash(states, pair)]
    rivals = [pair for pair in possible if not backed(states, pair)]
    wholes = {demand.part_of for demand in talks.demands}
    demands = [
        evolve(
            demand,
            excludes=[second for first, second in rivals if first == demand.id],
            final=Finality.ALL if dice.chance(2) and demand.id in wholes else None,
        )
        for demand in talks.demands
    ]
    rounds = [
        evolve(round_, claims=_claims(dice, talks, round_, state, frame.scope))
        for _, round_, state in zip(dice.each(frame.slots["rounds"]), talks.rounds, states, strict=True)
    ]
    return evolve(talks, demands=[_closed(demand, states[-1]) for demand in demands], rounds=rounds)


def states_of(talks: Negotiation) -> list[State]:
    """Give the state after each round."""
    return [talks.at(place) for place in range(1, len(talks.rounds) + 1)]


def pairs_of(talks: Negotiation) -> list[tuple[str, str]]:
    """Give all pairs of demands, both ways round; those first, and again, of which the one replaces the other."""
    ids = [demand.id for demand in talks.demands]
    replacing = [(demand.id, older) for demand in talks.demands for older in demand.succeeds]
    return [*replacing, *replacing, *combinations(ids, 2), *combinations(ids[::-1], 2)]


def clash(states: Iterable[State], pair: tuple[str, str]) -> bool:
    """Tell whether two demands are ever both agreed, and neither replaced."""
    return any(
        all(state.outcome(one) is Outcome.AGREED and not state.standing(one).replaced_by for one in pair)
        for state in states
    )


def backed(states: Iterable[State], pair: tuple[str, str]) -> bool:
    """Tell whether a party ever backs two demands, and neither is rejected or replaced."""
    return any(
        all(_is_open_choice(state, one) for one in pair)
        and any(_backs_both(state, party.id, pair) for party in state.parties)
        for state in states
    )


def _is_open_choice(state: State, demand: str) -> bool:
    """Tell whether a demand is neither rejected nor replaced."""
    return state.outcome(demand) is not Outcome.REJECTED and not state.standing(demand).replaced_by


def _backs_both(state: State, party: str, pair: tuple[str, str]) -> bool:
    """Tell whether a party assents to two demands without conditions, and not only because its bloc does."""
    held = [position for one in pair if isinstance(position := state[party, one], Held)]
    if len(held) < len(pair) or not all(one.stance.is_assent and not one.conditions for one in held):
        return False
    return len({one.basis for one in held}) > 1 or held[0].basis == "own"


def _closed(demand: Demand, state: State) -> Demand:
    """Give a demand without finality where it is agreed before its parts are."""
    standing = state.standing(demand.id)
    is_agreed = standing.outcome is Outcome.AGREED and not standing.is_composite
    if demand.final and is_agreed and any(is_left(state, part) for part in _parts(state, demand.id)):
        return evolve(demand, final=None)
    return demand


def _parts(state: State, whole: str) -> set[str]:
    """Give the parts of a demand at any depth."""
    found: set[str] = set()
    ahead = [whole]
    while ahead:
        parent = ahead.pop()
        parts = {demand.id for demand in state.demands if demand.part_of == parent} - found
        found |= parts
        ahead += parts
    return found


def is_left(state: State, demand: str) -> bool:
    """Tell whether a demand is on the table, not agreed and not replaced."""
    is_open = state.outcome(demand) in {Outcome.PENDING, Outcome.REJECTED}
    return is_open and not state.standing(demand).replaced_by


def _claims(dice: Dice, talks: Negotiation, round_: Round, state: State, scope: Scope) -> list[Claim]:
    """Draw what sources say came out of a round: what did come out."""
    possible = [demand.id for demand in talks.demands if state.outcome(demand.id) in CLAIMABLE]
    return [
        Claim(
            demand,
            state.outcome(demand),
            source=dice.pick(source_ids(talks)) if dice.chance(2) or not round_.source else (),
            according_to=_claimant(dice, talks, state, demand) if scope.accounts else None,
        )
        for demand in dice.few(possible, most=2)
    ]


def _claimant(dice: Dice, talks: Negotiation, state: State, demand: str) -> str | None:
    """Draw who claims what came out, if anybody in particular can."""
    return dice.pick((None, None, *party_ids(talks))) if _is_heard(talks, state, demand) else None


def _is_heard(talks: Negotiation, state: State, demand: str) -> bool:
    """Tell whether no party is silent on a demand, or it is not agreed: anybody can claim that."""
    is_agreed = state.outcome(demand) is Outcome.AGREED
    return not is_agreed or not any(isinstance(state[party, demand], Silent) for party in party_ids(talks))


def mended(talks: Negotiation) -> Negotiation:
    """Give a negotiation in which claims, rivals and finality are as what is said now bears them out."""
    states = states_of(talks)
    known = {demand.id for demand in talks.demands}
    demands = [_closed(_apart(demand, states, known), states[-1]) for demand in talks.demands]
    rounds = [
        evolve(round_, claims=list(_true(round_.claims, state, known)))
        for round_, state in zip(talks.rounds, states, strict=True)
    ]
    return evolve(talks, demands=demands, rounds=rounds)


def _apart(demand: Demand, states: Sequence[State], known: Collection[str]) -> Demand:
    """Give a demand without the rivals that are agreed with it."""
    rivals = [one for one in demand.excludes if one not in known or not clash(states, (demand.id, one))]
    return evolve(demand, excludes=rivals)


def _true(claims: Iterable[Claim], state: State, known: Collection[str]) -> Iterator[Claim]:
    """Give claims of what did come out."""
    for claim in claims:
        outcome = state.outcome(claim.demand) if claim.demand in known else claim.outcome
        if outcome in CLAIMABLE:
            yield evolve(claim, outcome=outcome)
