"""How does what came out contradict what is claimed, required or final, or the rule that decides?"""

from collections.abc import Collection

from attrs import evolve

from negotrack.model.claims import CLAIMABLE, Claim, Outcome
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import in_round, with_demand, with_parties
from negotrack.testing.breaking.results import is_left
from negotrack.testing.breaking.setting import party_ids, source_ids
from negotrack.testing.breaking.stories import LATER, Story, account, tell, telling
from negotrack.testing.breaking.targets import any_demand, deciders, with_claim
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _wrong(dice: Dice, right: Outcome, *, besides: Collection[Outcome] = ()) -> Outcome:
    """Draw an outcome that can be claimed and is not the right one."""
    return dice.pick([one for one in CLAIMABLE if one is not right and one not in besides])


def _wrongly_claimed(dice: Dice, talks: Negotiation) -> Negotiation:
    """An outcome is claimed that did not come out."""
    claimed = with_claim(dice, talks)
    outcome = _wrong(dice, claimed.claim.outcome)
    claim = evolve(claimed.claim, outcome=outcome, according_to=None, note="As the press has it.")
    return claimed.changed(claim)


def _claimed_by_a_party(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party claims an outcome that did not come out."""
    claimed = with_claim(dice, talks)
    outcome = _wrong(dice, claimed.claim.outcome, besides=[Outcome.AGREED])
    claim = evolve(claimed.claim, outcome=outcome, according_to=dice.pick(party_ids(talks)))
    return claimed.changed(claim)


def _claimed_by_all(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party claims what all deny: that a demand is agreed of which all have spoken."""
    told = tell(dice, talks, dice.pick(_DENIED), decisive=True)
    claim = Claim("new", Outcome.AGREED, source="s1", according_to=dice.pick(party_ids(talks)))
    return in_round(told, len(told.rounds) - 1, claims=[claim])


_DENIED: tuple[Story, ...] = (
    ("a proposes new", "b rejects new"),
    ("a proposes new", "b accepts new if newer"),
    ("a proposes new", "b accepts new", "a amends new"),
)


def _contested(dice: Dice, talks: Negotiation) -> Negotiation:
    """Two sources claim different outcomes, at most one of which did come out."""
    claimed = with_claim(dice, talks)
    right = evolve(claimed.claim, according_to=None)
    wrong = evolve(right, outcome=_wrong(dice, right.outcome), source=source_ids(talks)[-1])
    third = evolve(right, outcome=_wrong(dice, right.outcome, besides=[wrong.outcome]))
    several = dice.pick(((right, wrong), (wrong, right), (wrong, third), (right, wrong, wrong)))
    return claimed.changed(*several)


def _claimed_off_the_table(dice: Dice, talks: Negotiation) -> Negotiation:
    """An outcome is claimed of a demand that nobody has raised, or that is withdrawn."""
    told = tell(dice, talks, dice.pick(_OFF_THE_TABLE), decisive=True)
    claim = Claim("new", dice.pick(CLAIMABLE), source="s1")
    return in_round(told, len(told.rounds) - 1, claims=[claim])


_OFF_THE_TABLE: tuple[Story, ...] = (
    ("a accepts newer if new",),
    ("a proposes new", "b rejects new", "a withdraws new"),
    (account("b accepts new", "a"),),
)


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
    "NT301": (
        *(_wrongly_claimed, _wrongly_claimed, _claimed_off_the_table, _claimed_by_a_party),
        *(_contested, _claimed_by_all),
    ),
    "NT303": (_requires_what_is_open, _requires_new),
    "NT304": (_closed_without_old_part, _closed_too_soon),
    "NT305": (telling(*_REOPENED, decisive=True, together=True),),
    "NT306": (_decided_by_nobody, _decided_by_nobody_any_more),
    "NT307": (_impossible, _vetoed_from_outside, _impossible_for_all),
}
