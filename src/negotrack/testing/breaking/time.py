"""How does something come too early, too late, or from somebody who is not there?"""

from datetime import timedelta

from attrs import evolve

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.rounds import Delegate, Meeting, Round
from negotrack.model.settings import CheckSettings
from negotrack.negotiation import Negotiation
from negotrack.positions import Held
from negotrack.testing.breaking.changes import Spot, at_spot, in_round, spots_of, with_party
from negotrack.testing.breaking.floor import speakers_of
from negotrack.testing.breaking.setting import party_ids
from negotrack.testing.breaking.stories import Story, account, tell
from negotrack.testing.breaking.targets import cells_of
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _misplaced_round(dice: Dice, talks: Negotiation) -> Negotiation:
    """A round has begun before the one ahead of it can have."""
    place = 1 + dice.number(len(talks.rounds) - 2)
    ahead = talks.rounds[place - 1].date.earliest
    day = ahead - timedelta(days=1)
    early = (f"{day}", f"{day}~", "1990", "1990-05", f"{day}/2030", "1990/1991-03", "2020?/2030")
    return in_round(talks, place, date=dice.pick(early))


def _outside_its_round(dice: Dice, talks: Negotiation) -> Negotiation:
    """A statement is dated before its round or after it."""
    spot = dice.pick(spots_of(talks))
    when = talks.rounds[spot.round].date
    before, after = when.earliest - timedelta(days=1), when.latest + timedelta(days=1)
    written = dice.pick((f"{before}", f"{after}", "1990", "2050-01/2051", f"1990/{before}", f"{after}?"))
    return at_spot(talks, spot, date=written)


def _reports_what_is_to_come(dice: Dice, talks: Negotiation) -> Negotiation:
    """A source is older than a round of which it has a statement."""
    spot = dice.pick(spots_of(talks))
    cited = dice.pick([one.id for one in talks.rounds[spot.round].citations(spot.said)])
    day = talks.rounds[spot.round].date.earliest - timedelta(days=1)
    written = dice.pick((f"{day}", "1990", "1990-05/1991", f"1990/{day}"))
    sources = [evolve(source, date=written) if source.id == cited else source for source in talks.sources]
    return evolve(talks, sources=sources)


def _speech(dice: Dice, talks: Negotiation) -> tuple[Spot, str]:
    """Draw a statement, and one of those that make it."""
    return dice.pick([(spot, holder) for spot in spots_of(talks) for holder in speakers_of(spot.said)])


def _absent(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party speaks, and neither it nor who stands for it was there."""
    spot, holder = _speech(dice, talks)
    ever = Blocs(talks.parties, Calendar({}))
    around = [one for one in party_ids(talks) if holder in {one, *ever.members(one, 1)}]
    others = [one for one in party_ids(talks) if one not in {*around, *ever.members(holder, 1)}]
    return in_round(
        talks,
        spot.round,
        present=dice.few(others, most=3),
        mediators=dice.few(others, most=1),
        delegates=[Delegate(party, "Its envoy") for party in dice.few(others, most=1)],
        meetings=[Meeting(present=dice.few(others, most=1) or None)],
    )


def _speaks_from_outside(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party speaks before it has joined, or after it has left."""
    spot, holder = _speech(dice, talks)
    ids = [round_.id for round_ in talks.rounds]
    later = ids[spot.round + 1 :]
    if later and dice.chance(2):
        return with_party(talks, holder, joins=dice.pick(later), leaves=None)
    return with_party(talks, holder, joins=None, leaves=dice.pick(ids[: spot.round + 1]))


def _unsaid_since(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party has not restated its position on a pending demand for as long as makes it stale."""
    now = talks.now
    since = [
        len(talks.rounds) - talks.round_number(position.said_in)
        for party, demand in cells_of(talks)
        if demand in now.pending
        and demand not in now.replaced
        and isinstance(position := now[party, demand], Held)
        and position.basis == "own"
    ]
    ages = [age for age in since if age]
    if not ages:
        return _unsaid_for_five_rounds(dice, talks)
    return evolve(talks, check=CheckSettings(stale_after=1 + dice.number(dice.pick(ages) - 1)))


def _unsaid_for_five_rounds(dice: Dice, talks: Negotiation) -> Negotiation:
    """Five rounds go by after a party has spoken of a demand that is pending."""
    talks = tell(dice, talks, dice.pick(_PENDING), decisive=True)
    rounds = [Round(f"empty{place}", f"20{30 + place}") for place in range(5)]
    return evolve(talks, rounds=[*talks.rounds, *rounds], check=CheckSettings())


_PENDING: tuple[Story, ...] = (
    ("a proposes new",),
    ("a accepts new", "a defers new", "b reserves new"),
    ("a and b accept new if newer",),
    ("bloc accepts new", "b abstains on new", "a proposes new if newer"),
    (account("b rejects new", "a"), "a proposes new"),
)

WAYS: Ways = {
    "NT501": (_misplaced_round,),
    "NT502": (_outside_its_round,),
    "NT503": (_reports_what_is_to_come,),
    "NT504": (_absent,),
    "NT505": (_speaks_from_outside,),
    "NT506": (_unsaid_since, _unsaid_for_five_rounds),
}
