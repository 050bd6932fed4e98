"""How is something excused that is not there, or that is no rule?"""

from attrs import evolve

from negotrack.model.settings import Excuse
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.setting import party_ids
from negotrack.testing.breaking.stories import tell
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice

_UNBROKEN = (
    "NT101",
    "NT104",
    "NT105",
    "NT109",
    "NT202",
    "NT206",
    "NT301",
    "NT403",
    "NT502",
    "NT504",
    "NT601",
)
"""Codes of which there is nothing in a clean negotiation."""


def _excused_in_vain(dice: Dice, talks: Negotiation) -> Negotiation:
    """Something is excused that is not there, at some place or anywhere."""
    excuse = Excuse(
        dice.pick(_UNBROKEN),
        "It was by letter.",
        round=dice.pick((None, "ghost", *(round_.id for round_ in talks.rounds))),
        demand=dice.pick((None, "ghost", *(demand.id for demand in talks.demands))),
        party=dice.pick((None, "ghost", *party_ids(talks))),
    )
    return evolve(talks, check=evolve(talks.check, ignore_at=[excuse]))


def _excused_elsewhere(dice: Dice, talks: Negotiation) -> Negotiation:
    """Something is excused at another place than where it is."""
    talks = tell(dice, talks, ("a amends new",))
    wrong = dice.pick(({"round": "ghost"}, {"demand": "newer"}, {"party": "ghost"}))
    excuses = [Excuse("NT208", "Not public.", **wrong)]
    if dice.chance(2):
        excuses.append(Excuse("NT208", "Not public.", demand="new"))
    return evolve(talks, check=evolve(talks.check, ignore_at=excuses))


def _excused_by_no_rule(dice: Dice, talks: Negotiation) -> Negotiation:
    """What is excused or left out is no rule."""
    code = dice.pick(("NT999", "XY101", "nothing", "NT4044"))
    if dice.chance(2):
        return evolve(talks, check=evolve(talks.check, ignore=[code]))
    return evolve(talks, check=evolve(talks.check, ignore_at=[Excuse(code, "Who knows.")]))


WAYS: Ways = {
    "NT901": (_excused_in_vain, _excused_elsewhere, _excused_by_no_rule),
}
