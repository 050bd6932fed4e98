"""How do blocs and their members get in each other's way?"""

from attrs import evolve
from hypothesis.strategies import DrawFn

from breaking.broken import Ways
from breaking.changes import with_demand, with_parties
from breaking.setting import CORE
from breaking.stories import LATER, Story, account, telling
from breaking.targets import any_demand, deciders
from negotrack import Membership, Negotiation, Party
from negotrack.testing.drawing import chance, pick


def _counted_twice(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Those that decide are a bloc and one of its members, among others, for a while at least."""
    member = pick(draw, CORE)
    span: dict[str, str] = pick(draw, ({}, {"joins": "r2"}, {"leaves": "r2"}))
    both = pick(draw, ((member, "bloc"), ("bloc", member), ("league", member), ("league", "bloc")))
    talks = with_parties(
        talks,
        Party("bloc", "Bloc", members=[Membership(member, **span)]),
        Party("league", "League", members=["bloc"]),
    )
    demand = None if chance(draw, 3) else any_demand(draw, talks)
    between = (*deciders(talks, demand), *both) if chance(draw, 2) else (*both, *deciders(talks, demand))
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
