"""How does something become a part, a successor or a member of itself?"""

from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import with_demand, with_demands, with_parties, with_party
from negotrack.testing.breaking.stories import NEW
from negotrack.testing.breaking.targets import any_demand, with_bloc
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice

_TURNED = (*NEW[1:], NEW[0])
"""The new demands, each at the place of the one before it."""


def _part_of_itself(dice: Dice, talks: Negotiation) -> Negotiation:
    """A demand is part of itself, or of what is part of it."""
    demand = any_demand(dice, talks)
    match dice.number(2):
        case 0:
            return with_demand(talks, demand.id, part_of=demand.id)
        case 1:
            return with_demands(
                with_demand(talks, demand.id, part_of="new"), Demand("new", "New", part_of=demand.id)
            )
        case _:
            found = [Demand(one, one, part_of=whole) for one, whole in zip(NEW, _TURNED, strict=True)]
            return with_demand(with_demands(talks, *found), demand.id, part_of="newer")


def _succeeds_itself(dice: Dice, talks: Negotiation) -> Negotiation:
    """A demand succeeds itself, or what succeeds it."""
    demand = any_demand(dice, talks)
    match dice.number(2):
        case 0:
            return with_demand(talks, demand.id, succeeds=[*demand.succeeds, demand.id])
        case 1:
            return with_demands(
                with_demand(talks, demand.id, succeeds=[*demand.succeeds, "new"]),
                Demand("new", "New", succeeds=[demand.id]),
            )
        case _:
            found = [Demand(one, one, succeeds=[older]) for one, older in zip(NEW, _TURNED, strict=True)]
            return with_demands(talks, *found)


def _own_member(dice: Dice, talks: Negotiation) -> Negotiation:
    """A bloc that decides nothing is its own member, at once or by way of others, perhaps for a while only."""
    first, second = dice.pick(_OVERLAPPING)
    match dice.number(2):
        case 0:
            return with_parties(talks, Party("bloc", "Bloc", members=["p1", Membership("bloc", **first)]))
        case 1:
            return with_parties(
                talks,
                Party("bloc", "Bloc", members=[Membership("guild", **first)]),
                Party("guild", "Guild", members=[Membership("bloc", **second), "p2"]),
            )
        case _:
            talks, bloc = with_bloc(dice, talks)
            talks = with_party(talks, bloc.id, members=[*bloc.members, Membership("league", **first)])
            return with_parties(talks, Party("league", "League", members=[Membership(bloc.id, **second)]))


_OVERLAPPING: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    ({}, {}),
    ({"joins": "r2"}, {}),
    ({}, {"leaves": "r2"}),
    ({"joins": "r1", "leaves": "r2"}, {"leaves": "r2"}),
    ({"joins": "r2"}, {"joins": "r1"}),
)

WAYS: Ways = {
    "NT109": (_part_of_itself, _succeeds_itself),
    "NT110": (_own_member,),
}
