"""How does what is claimed contradict what came out?"""

from collections.abc import Collection

from attrs import evolve

from negotrack.model.claims import CLAIMABLE, Claim, Outcome
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import in_round
from negotrack.testing.breaking.setting import party_ids, source_ids
from negotrack.testing.breaking.stories import Story, account, tell
from negotrack.testing.breaking.targets import with_claim
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

WAYS: Ways = {
    "NT301": (
        *(_wrongly_claimed, _wrongly_claimed, _claimed_off_the_table, _claimed_by_a_party),
        *(_contested, _claimed_by_all),
    ),
}
