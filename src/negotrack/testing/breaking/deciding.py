"""How is a demand left without anybody to decide it, or with a decision that cannot be met?"""

from attrs import evolve

from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import with_demand, with_parties
from negotrack.testing.breaking.setting import party_ids
from negotrack.testing.breaking.stories import Story, tell
from negotrack.testing.breaking.targets import any_demand, deciders
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _decided_by_nobody(dice: Dice, talks: Negotiation) -> Negotiation:
    """A demand is on the table, and those that decide have left, or nobody ever did."""
    leaves = dice.pick([round_.id for round_ in talks.rounds])
    role = dice.pick((Role.PRINCIPAL, Role.BLOC, Role.MEDIATOR))
    talks = with_parties(talks, Party("gone", "Gone", role=role, leaves=leaves))
    demand = Demand("new", "New", between=dice.pick(((), ("gone",))), decision=dice.pick(_ANY_NUMBER))
    return tell(dice, talks, dice.pick(_UNDECIDED), demands=[demand])


_UNDECIDED: tuple[Story, ...] = (
    ("a proposes new",),
    ("a rejects new", "b proposes new"),
    ("bloc defers new",),
)

_ANY_NUMBER = ("unanimity", "consensus", "majority", "two-thirds")
"""Rules that ask for no more than there are."""


def _decided_by_nobody_any_more(dice: Dice, talks: Negotiation) -> Negotiation:
    """All that decide on the demands that name nobody have left in the end."""
    last = talks.rounds[-1].id
    demands = [demand if demand.between else evolve(demand, decision=None) for demand in talks.demands]
    talks = evolve(
        talks,
        demands=demands,
        decision=dice.pick((None, *_ANY_NUMBER)),
        between=dice.pick(((), ("gone",))),
        parties=[*talks.parties, Party("gone", "Gone", joins=talks.rounds[0].id, leaves=last)],
    )
    return tell(dice, talks, ("a proposes new", "b accepts new"))


def _impossible(dice: Dice, talks: Negotiation) -> Negotiation:
    """The rule of a demand cannot be met."""
    demand = any_demand(dice, talks)
    needs = _out_of_reach(dice, talks, demand)
    return with_demand(talks, demand.id, decision=evolve(demand.decision or Decision(), needs=needs))


def _out_of_reach(dice: Dice, talks: Negotiation, demand: Demand) -> str | int:
    """Draw what those that decide on a demand cannot give, or need not."""
    most = len(deciders(talks, demand))
    needs: tuple[str | int, ...] = (most + 1, 0, "4/3", most + 5, "0/3", "00/2", "1000/999")
    return dice.pick(needs)


def _vetoed_from_outside(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party has a veto that does not decide."""
    talks = with_parties(talks, Party("outsider", "Outsider", role=dice.pick((Role.MEDIATOR, Role.BLOC))))
    demand = any_demand(dice, talks)
    known = deciders(talks, demand)
    outside = [one for one in party_ids(talks) if one not in known]
    rule = demand.decision or Decision()
    veto = [*rule.veto, dice.pick(outside)] if dice.chance(2) else [dice.pick(outside), *rule.veto]
    return with_demand(talks, demand.id, decision=evolve(rule, veto=veto))


def _impossible_for_all(dice: Dice, talks: Negotiation) -> Negotiation:
    """The rule of the demands that have none of their own cannot be met by all."""
    demand = any_demand(dice, talks)
    talks = with_demand(talks, demand.id, decision=None)
    needs = _out_of_reach(dice, talks, demand)
    return evolve(talks, decision=evolve(talks.decision or Decision(), needs=needs))


WAYS: Ways = {
    "NT306": (_decided_by_nobody, _decided_by_nobody_any_more),
    "NT307": (_impossible, _vetoed_from_outside, _impossible_for_all),
}
