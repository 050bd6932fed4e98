"""What does a negotiation look like with one thing changed or added?"""

from typing import Any, NamedTuple

from attrs import evolve

from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.breaking.floor import Cell


class Spot(NamedTuple):
    """A statement, and where it stands, counted from 0."""

    round: int
    place: int
    said: Statement


def spots_of(talks: Negotiation) -> list[Spot]:
    """Give all statements."""
    return [
        Spot(index, place, said)
        for index, round_ in enumerate(talks.rounds)
        for place, said in enumerate(round_.statements)
    ]


def in_round(talks: Negotiation, index: int, **changes: Any) -> Negotiation:  # noqa: ANN401 - whatever it has
    """Give a negotiation with changes in a round."""
    rounds = list(talks.rounds)
    rounds[index] = evolve(rounds[index], **changes)
    return evolve(talks, rounds=rounds)


def saying(talks: Negotiation, index: int, *said: Statement) -> Negotiation:
    """Give a negotiation in which more is said at the end of a round."""
    return in_round(talks, index, statements=(*talks.rounds[index].statements, *said))


def at_spot(talks: Negotiation, spot: Spot, **changes: Any) -> Negotiation:  # noqa: ANN401 - whatever it has
    """Give a negotiation with changes in a statement."""
    statements = list(talks.rounds[spot.round].statements)
    statements[spot.place] = evolve(spot.said, **changes)
    return in_round(talks, spot.round, statements=statements)


def with_demand(talks: Negotiation, id_: str, **changes: Any) -> Negotiation:  # noqa: ANN401 - whatever it has
    """Give a negotiation with changes in a demand."""
    return evolve(
        talks,
        demands=[evolve(demand, **changes) if demand.id == id_ else demand for demand in talks.demands],
    )


def with_party(talks: Negotiation, id_: str, **changes: Any) -> Negotiation:  # noqa: ANN401 - whatever it has
    """Give a negotiation with changes in a party."""
    return evolve(
        talks, parties=[evolve(party, **changes) if party.id == id_ else party for party in talks.parties]
    )


def with_parties(talks: Negotiation, *parties: Party) -> Negotiation:
    """Give a negotiation with more parties."""
    return evolve(talks, parties=(*talks.parties, *parties))


def with_demands(talks: Negotiation, *demands: Demand) -> Negotiation:
    """Give a negotiation with more demands."""
    return evolve(talks, demands=(*talks.demands, *demands))


def said_of(cell: Cell, stance: Stance, *, according_to: str | None = None) -> Statement:
    """Give a statement of one party on one demand."""
    holder, demand = cell
    return Statement(Sentence([holder], stance, [demand]), according_to=according_to)


def in_the_end(talks: Negotiation, *said: Statement) -> Negotiation:
    """Give a negotiation in which more is said last."""
    return saying(talks, len(talks.rounds) - 1, *said)
