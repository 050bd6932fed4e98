"""What is there in a negotiation that can be damaged? What is not there is added."""

from typing import NamedTuple

from negotrack.model.claims import Claim, Outcome
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import Spot, in_round, spots_of, with_parties
from negotrack.testing.breaking.floor import Cell
from negotrack.testing.breaking.setting import party_ids
from negotrack.testing.breaking.stories import tell
from negotrack.testing.drawing import Dice


def any_demand(dice: Dice, talks: Negotiation) -> Demand:
    """Draw one of the demands."""
    return dice.pick(talks.demands)


def any_round(dice: Dice, talks: Negotiation) -> int:
    """Draw one of the rounds, counted from 0."""
    return dice.number(len(talks.rounds) - 1)


def cells_of(talks: Negotiation) -> list[Cell]:
    """Give every party with every demand."""
    return [(party, demand.id) for party in party_ids(talks) for demand in talks.demands]


def deciders(talks: Negotiation, demand: Demand | None = None) -> tuple[str, ...]:
    """Give those between whom a demand is, or all demands that name nobody."""
    principals = tuple(party.id for party in talks.parties if party.role is Role.PRINCIPAL)
    own = demand.between if demand else None
    return own or talks.between or principals


def with_bloc(dice: Dice, talks: Negotiation) -> tuple[Negotiation, Party]:
    """Give a negotiation with a bloc in it, and one of the blocs."""
    blocs = [party for party in talks.parties if party.members]
    if blocs:
        return talks, dice.pick(blocs)
    bloc = Party("bloc", "Bloc", members=["p1"])
    return with_parties(talks, bloc), bloc


def with_assent(dice: Dice, talks: Negotiation) -> tuple[Negotiation, Spot]:
    """Give a negotiation with an assent in it, and one of the assents."""
    assents = [spot for spot in spots_of(talks) if spot.said.says.stance.is_assent]
    if assents:
        return talks, dice.pick(assents)
    talks = tell(dice, talks, ("a accepts new",))
    return talks, next(spot for spot in spots_of(talks) if spot.said.says.demands == ("new",))


class Claimed(NamedTuple):
    """A claim in a negotiation, and the place of its round, counted from 0."""

    talks: Negotiation
    round: int
    claim: Claim

    def changed(self, *claims: Claim) -> Negotiation:
        """Give the negotiation with other claims in its stead."""
        others = [one for one in self.talks.rounds[self.round].claims if one.demand != self.claim.demand]
        return in_round(self.talks, self.round, claims=[*others, *claims])


def with_claim(dice: Dice, talks: Negotiation) -> Claimed:
    """Give a negotiation with a claim in it, and one of the claims."""
    claims = [(index, claim) for index, round_ in enumerate(talks.rounds) for claim in round_.claims]
    if claims:
        index, claim = dice.pick(claims)
        return Claimed(talks, index, claim)
    talks = tell(dice, talks, ("a proposes new",), decisive=True)
    index = len(talks.rounds) - 1
    claim = Claim("new", Outcome.PENDING, source="s1")
    return Claimed(in_round(talks, index, claims=[claim]), index, claim)
