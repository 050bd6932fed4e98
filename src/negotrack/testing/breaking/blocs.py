"""How do blocs and their members get in each other's way?"""

from attrs import evolve

from negotrack.model.parties import Membership, Party
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import with_demand, with_parties
from negotrack.testing.breaking.setting import CORE
from negotrack.testing.breaking.stories import LATER, Story, account, telling
from negotrack.testing.breaking.targets import any_demand, deciders
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _counted_twice(dice: Dice, talks: Negotiation) -> Negotiation:
    """Those that decide are a bloc and one of its members, among others, for a while at least."""
    member = dice.pick(CORE)
    both = dice.pick(((member, "bloc"), ("bloc", member), ("league", member), ("league", "bloc")))
    span: dict[str, str] = dice.pick(({}, {"joins": "r2"}, {"leaves": "r2"}))
    bloc = Party("bloc", "Bloc", members=[Membership(member, **span)])
    league = Party("league", "League", members=["bloc"])
    talks = with_parties(talks, *([bloc, league] if "league" in both else [bloc]))
    demand = None if dice.chance(3) else any_demand(dice, talks)
    between = (*deciders(talks, demand), *both) if dice.chance(2) else (*both, *deciders(talks, demand))
    once = tuple(dict.fromkeys(between))
    return with_demand(talks, demand.id, between=once) if demand else evolve(talks, between=once)


_DISSENT: tuple[Story, ...] = (
    ("bloc accepts new", "a rejects new"),
    ("bloc rejects new", "a provisionally accepts new"),
    ("bloc proposes new", "a reserves new"),
    ("league defers new", "a proposes new if newer"),
    ("bloc abstains on new", "b rejects new", "a defers new"),
    ("bloc amends new", "a rejects new"),
    ("bloc proposes new", "a proposes new", "a withdraws new"),
    ("bloc and a accept new, newer", LATER, "a rejects newer"),
    (account("bloc and a accept new", "bloc"), "a rejects new"),
)
_TORN: tuple[Story, ...] = (
    ("bloc accepts new", "guild rejects new"),
    ("guild rejects new", "bloc amends newer", "bloc accepts new"),
    ("a accepts new", "bloc accepts new", "guild reserves new"),
    ("league rejects new", "guild proposes new"),
    ("guild defers new", "league abstains on new"),
    ("bloc proposes new, newer", LATER, "guild rejects newer"),
    ("guild proposes new", "bloc accepts new", "guild withdraws new"),
)

WAYS: Ways = {
    "NT601": (_counted_twice,),
    "NT602": (telling(*_DISSENT),),
    "NT603": (telling(*_TORN),),
}
