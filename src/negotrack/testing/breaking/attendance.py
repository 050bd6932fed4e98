"""Who was there in each round, so that all who speak could be heard?"""

from attrs import evolve

from negotrack.testing.breaking.floor import speakers_of
from negotrack.testing.breaking.setting import party_ids
from negotrack import Delegate, Meeting, Negotiation, Round
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.testing.drawing import Dice


def attended(dice: Dice, talks: Negotiation) -> Negotiation:
    """Draw of some rounds who was there: all that speak, or who stands for them."""
    blocs = Blocs(talks.parties, Calendar.of(talks.rounds))
    return evolve(
        talks,
        rounds=[
            _with_those_present(dice, round_, talks, blocs, place) if dice.chance(3) else round_
            for place, round_ in enumerate(talks.rounds, 1)
        ],
    )


def _with_those_present(dice: Dice, round_: Round, talks: Negotiation, blocs: Blocs, number_: int) -> Round:
    """Draw how each that speaks in a round came to be heard."""
    ways: dict[str, list[str]] = {"present": [], "meeting": [], "mediator": [], "delegate": []}
    for holder in sorted({holder for said in round_.statements for holder in speakers_of(said)}):
        around = [one for one in party_ids(talks) if holder in blocs.members(one, number_)]
        stand_ins = [*around, *blocs.members(holder, number_)]
        way = dice.pick(("present", *ways, "other"))
        ways[way if way in ways else "present"].append(
            dice.pick(stand_ins) if way == "other" and stand_ins else holder
        )
    return evolve(
        round_,
        present=ways["present"],
        meetings=[Meeting("Plenary", present=ways["meeting"])],
        mediators=ways["mediator"],
        delegates=[Delegate(party, "Its minister") for party in ways["delegate"]],
    )
