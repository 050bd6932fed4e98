"""Who was there in each round, so that all who speak could be heard?"""

from attrs import evolve

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.rounds import Delegate, Meeting, Round
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.floor import speakers_of
from negotrack.testing.breaking.setting import party_ids
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame


def attended(dice: Dice, talks: Negotiation, frame: Frame) -> Negotiation:
    """Draw of some rounds who was there: all that speak, or who stands for them."""
    blocs = Blocs(talks.parties, Calendar.of(talks.rounds))
    slots = zip(dice.each(frame.slots["rounds"]), talks.rounds, strict=True)
    rounds = [
        _with_those_present(dice, round_, talks, blocs, number) if dice.chance(3) else round_
        for number, (_, round_) in enumerate(slots, 1)
    ]
    return evolve(talks, rounds=rounds)


def _with_those_present(dice: Dice, round_: Round, talks: Negotiation, blocs: Blocs, number: int) -> Round:
    """Draw how each that speaks in a round came to be heard."""
    ways: dict[str, list[str]] = {"present": [], "meeting": [], "mediator": [], "delegate": []}
    for holder in sorted({holder for said in round_.statements for holder in speakers_of(said)}):
        around = [one for one in party_ids(talks) if holder in blocs.members(one, number)]
        stand_ins = [*around, *blocs.members(holder, number)]
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
