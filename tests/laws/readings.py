"""What the laws compare of two negotiations, and how they come by a second one."""

from collections.abc import Iterator, Mapping

from negotrack.calendar import Calendar
from negotrack.decisions import Reason
from negotrack.hearings import hear
from negotrack.model.claims import Outcome
from negotrack.negotiation import Negotiation
from negotrack.outcomes import Settlement
from negotrack.parts import Forest
from negotrack.positions import Position, Silent
from negotrack.state import State
from negotrack.terms import Terms

Positions = Mapping[tuple[str, str], Position]
"""The position of each party on each demand."""


def states(negotiation: Negotiation) -> Iterator[State]:
    """Give the state before the first round and after each."""
    yield negotiation.at("start")
    for round_ in negotiation.rounds:
        yield negotiation.at(round_.id)


def positions(state: State) -> Positions:
    """Give every position."""
    return {
        (party.id, demand.id): state[party.id, demand.id]
        for party in state.parties
        for demand in state.demands
    }


def outcomes(state: State) -> Mapping[str, tuple[Outcome, bool, frozenset[str]]]:
    """Give of every demand what makes outcomes equal: the word, whether provisional, what replaced it."""
    standings = [state.standing(demand.id) for demand in state.demands]
    return {
        standing.demand: (standing.outcome, standing.is_provisional, frozenset(standing.replaced_by))
        for standing in standings
    }


def reasons(state: State) -> Mapping[str, frozenset[Reason]]:
    """Give the reasons of every outcome, in any order."""
    return {demand.id: frozenset(state.standing(demand.id).reasons) for demand in state.demands}


def settled(negotiation: Negotiation, number: int, at_it: Positions) -> Settlement:
    """Settle all demands by nothing but the parties, the demands, the round and the positions at it."""
    terms = Terms(negotiation.parties, negotiation.between, negotiation.decision)
    inactive = Calendar.of(negotiation.rounds).inactive(negotiation.parties, number)
    heard = {
        demand.id: hear(
            terms.between(demand),
            inactive,
            terms.rule(demand),
            {
                party.id: position
                for party in negotiation.parties
                if not isinstance(position := at_it[party.id, demand.id], Silent)
            },
        )
        for demand in negotiation.demands
    }
    demands = {demand.id: demand for demand in negotiation.demands}
    return Settlement(demands, Forest.of(negotiation.demands), heard)
