"""How does what came out contradict what is required or final, or what came out before?"""

from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import with_demand
from negotrack.testing.breaking.results import is_left
from negotrack.testing.breaking.stories import LATER, Story, tell, telling
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _requires_what_is_open(dice: Dice, talks: Negotiation) -> Negotiation:
    """An agreed demand requires one that is not."""
    now = talks.now
    agreed = [demand for demand in talks.demands if demand.id in now.agreed]
    others = [
        one.id for one in talks.demands if one.id not in now.agreed and not now.standing(one.id).replaced_by
    ]
    if not agreed or not others:
        return _requires_new(dice, talks)
    demand = dice.pick(agreed)
    return with_demand(talks, demand.id, requires=[*demand.requires, dice.pick(others)])


def _requires_new(dice: Dice, talks: Negotiation) -> Negotiation:
    """A demand is agreed, and one that it requires is not: not yet, not any more, or never was."""
    demands = (Demand("new", "New", requires=["newer"]), Demand("newer", "Newer"))
    return tell(dice, talks, dice.pick(_REQUIRING), decisive=True, demands=demands)


_REQUIRING: tuple[Story, ...] = (
    ("a and b accept new",),
    ("a proposes newer", "a and b accept new"),
    ("a proposes newer", "b rejects newer", "a and b accept new"),
    ("a proposes newer", "a withdraws newer", "a and b accept new"),
    ("a and b accept new, newer", LATER, "b defers newer"),
    ("a and b provisionally accept new", "a and b accept newer if newest"),
)


def _closed_too_soon(dice: Dice, talks: Negotiation) -> Negotiation:
    """A whole that is only to be agreed with its parts is agreed before them, by its deciders' own words."""
    depth = dice.pick((("new", "new"), ("new", "newer"), ("", "new")))
    demands = (
        Demand("new", "New", final="all", decision=dice.pick((None, Decision(1), "consensus"))),
        Demand("newer", "Newer", part_of=depth[0] or None),
        Demand("newest", "Newest", part_of=depth[1]),
    )
    return tell(dice, talks, dice.pick(_TOO_SOON), decisive=True, demands=demands)


_TOO_SOON: tuple[Story, ...] = (
    ("a and b accept new", "a proposes newest"),
    ("a proposes newest", "a and b accept newer, new", "b rejects newest"),
    ("a and b accept new, newest", LATER, "b amends newest"),
    ("a and b accept newest if newer", "a and b accept new"),
    ("a proposes new", "b accepts newest", "b accepts new"),
)


def _closed_without_old_part(dice: Dice, talks: Negotiation) -> Negotiation:
    """A whole is agreed that is only to be agreed with its parts, and one of the old demands is an open part of it."""
    open_ = [demand.id for demand in talks.demands if is_left(talks.now, demand.id)]
    roots = [demand.id for demand in talks.demands if demand.part_of is None and demand.id in open_]
    if not roots:
        return _closed_too_soon(dice, talks)
    talks = with_demand(talks, dice.pick(roots), part_of="new")
    closed = Demand("new", "New", final="all")
    return tell(dice, talks, ("a and b accept new",), decisive=True, demands=[closed])


_REOPENED: tuple[Story, ...] = (
    ("a and b accept new", LATER, "a rejects new"),
    ("a and b accept new", LATER, "b reserves new"),
    ("a and b accept new", LATER, "a defers new", "b accepts new"),
    ("a proposes new", "b accepts new", LATER, "a withdraws new"),
    ("a and b accept new", LATER, "a accepts new if newer"),
    ("a and b accept new, newer", LATER, "a and b reject new, newer"),
    ("a and b accept new", LATER, "a and b abstain on new"),
    ("a proposes new", "b proposes new", LATER, Statement("a defers new", note="Why."), "b rejects new"),
    ("a and b provisionally accept new", LATER, "b accepts newer", "a provisionally accepts new if newer"),
    ("a and b accept new if newer", "a and b accept newer", LATER, "b rejects new"),
    ("bloc and b accept new", LATER, "bloc rejects new"),
    ("a and b accept new", LATER, Statement("a and b reject new", according_to="a")),
)

WAYS: Ways = {
    "NT303": (_requires_what_is_open, _requires_new),
    "NT304": (_closed_without_old_part, _closed_too_soon),
    "NT305": (telling(*_REOPENED, decisive=True, together=True),),
}
