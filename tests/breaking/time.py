"""How does something come too early, too late, or from somebody who is not there?"""

from datetime import timedelta

from attrs import evolve
from hypothesis.strategies import DrawFn

from breaking.broken import Ways
from breaking.changes import Spot, at_spot, in_round, spots_of, with_party
from breaking.floor import speakers_of
from breaking.setting import party_ids
from breaking.stories import Story, account, tell
from breaking.targets import cells_of
from negotrack import CheckSettings, Delegate, Held, Meeting, Negotiation, Round
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.testing.drawing import chance, few, number, pick


def _misplaced_round(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A round has begun before the one ahead of it can have."""
    place = 1 + number(draw, len(talks.rounds) - 2)
    ahead = talks.rounds[place - 1].date.earliest
    day = ahead - timedelta(days=1)
    written = pick(
        draw, (f"{day}", f"{day}~", "1990", "1990-05", f"{day}/2030", "1990/1991-03", "2020?/2030")
    )
    return in_round(talks, place, date=written)


def _outside_its_round(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement is dated before its round or after it."""
    spot = pick(draw, spots_of(talks))
    when = talks.rounds[spot.round].date
    before, after = when.earliest - timedelta(days=1), when.latest + timedelta(days=1)
    written = pick(draw, (f"{before}", f"{after}", "1990", "2050-01/2051", f"1990/{before}", f"{after}?"))
    return at_spot(talks, spot, date=written)


def _reports_what_is_to_come(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A source is older than a round of which it has a statement."""
    spot = pick(draw, spots_of(talks))
    cited = pick(draw, [one.id for one in talks.rounds[spot.round].citations(spot.said)])
    day = talks.rounds[spot.round].date.earliest - timedelta(days=1)
    written = pick(draw, (f"{day}", "1990", "1990-05/1991", f"1990/{day}"))
    sources = [evolve(source, date=written) if source.id == cited else source for source in talks.sources]
    return evolve(talks, sources=sources)


def _speech(draw: DrawFn, talks: Negotiation) -> tuple[Spot, str]:
    """Draw a statement, and one of those that make it."""
    return pick(draw, [(spot, holder) for spot in spots_of(talks) for holder in speakers_of(spot.said)])


def _absent(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party speaks, and neither it nor who stands for it was there."""
    spot, holder = _speech(draw, talks)
    ever = Blocs(talks.parties, Calendar({}))
    around = [one for one in party_ids(talks) if holder in {one, *ever.members(one, 1)}]
    others = [one for one in party_ids(talks) if one not in {*around, *ever.members(holder, 1)}]
    return in_round(
        talks,
        spot.round,
        present=few(draw, others, most=3),
        mediators=few(draw, others, most=1),
        delegates=[Delegate(party, "Its envoy") for party in few(draw, others, most=1)],
        meetings=[Meeting(present=few(draw, others, most=1) or None)],
    )


def _speaks_from_outside(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party speaks before it has joined, or after it has left."""
    spot, holder = _speech(draw, talks)
    ids = [round_.id for round_ in talks.rounds]
    later = ids[spot.round + 1 :]
    if later and chance(draw, 2):
        return with_party(talks, holder, joins=pick(draw, later), leaves=None)
    return with_party(talks, holder, joins=None, leaves=pick(draw, ids[: spot.round + 1]))


def _unsaid_since(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party has not restated its position on a pending demand for as long as makes it stale."""
    now = talks.now
    since = [
        len(talks.rounds) - talks.round_number(position.said_in)
        for party, demand in cells_of(talks)
        if demand in now.pending
        and isinstance(position := now[party, demand], Held)
        and position.basis == "own"
    ]
    ages = [age for age in since if age]
    if not ages:
        return _unsaid_for_five_rounds(draw, talks)
    return evolve(talks, check=CheckSettings(stale_after=1 + number(draw, pick(draw, ages) - 1)))


def _unsaid_for_five_rounds(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Five rounds go by after a party has spoken of a demand that is pending."""
    talks = tell(draw, talks, pick(draw, _PENDING), decisive=True)
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
