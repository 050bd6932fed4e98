"""Is anything a part, a successor or a member of itself?"""

from collections.abc import Mapping, Sequence

from negotrack.places import AtValue
from negotrack.rules.case import Case
from negotrack.rules.knots import knots
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import quoted


def circular_parts(case: Case) -> Found:
    """Find demands that are parts or successors of one another, or of themselves, in a circle.

    Why it matters:
        A newer demand takes the place of an older one, and a whole is settled by its parts. In a circle
        nothing comes first, so a reader can tell neither which demand is the newest nor which is the
        whole.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }

        [demands]
        offer = "First offer"
        second-offer = { title = "Second offer", succeeds = "second-offer" }  # NT109

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["employer proposes offer", "union rejects offer", "employer proposes second-offer"]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }

        [demands]
        offer = "First offer"
        second-offer = { title = "Second offer", succeeds = "offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["employer proposes offer", "union rejects offer", "employer proposes second-offer"]

    How to fix:
        Name the older demand in `succeeds`, and the whole in `part_of`: `succeeds = "offer"`. Where
        several demands form a circle, take out the line that runs the wrong way.

    Source:
        In October 2019 a revised protocol replaced the Northern Ireland backstop of the agreement that
        the United Kingdom and the European Union had reached in 2018. A succession of this kind runs
        one way, from older to newer.
    """
    demands = case.demands
    parents = {
        id_: [demand.part_of] if demand.part_of and demand.part_of in demands else []
        for id_, demand in demands.items()
    }
    for knot in knots(parents):
        message = f"`{knot[0]}` is part of itself{_by_way_of(knot)}"
        place = AtValue(("demands", knot[0], "part_of"))
        yield Problem(message, place, hint="leave out `part_of` of one of them", demands=knot)
    older = {id_: [one for one in demand.succeeds if one in demands] for id_, demand in demands.items()}
    for knot in knots(older):
        message = f"`{knot[0]}` succeeds itself{_by_way_of(knot)}"
        index = next(index for index, one in enumerate(demands[knot[0]].succeeds) if one in knot)
        place = AtValue(("demands", knot[0], "succeeds", index))
        yield Problem(message, place, hint="leave out `succeeds` of the oldest of them", demands=knot)


def circular_bloc(case: Case) -> Found:
    """Find a bloc that is its own member, directly or through other blocs.

    Why it matters:
        What a bloc says counts as said by its members. Where a bloc is among its own members, directly
        or by way of another bloc, it is unclear for whom it speaks.

    Fails:
        title = "Fish talks"
        demands = { quota = "Larger quota" }

        [parties]
        north = "North"
        south = "South"
        coast = { name = "Coast group", members = ["north", "south", "coast"] }  # NT110

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["coast proposes quota"]

    Passes:
        title = "Fish talks"
        demands = { quota = "Larger quota" }

        [parties]
        north = "North"
        south = "South"
        coast = { name = "Coast group", members = ["north", "south"] }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["coast proposes quota"]

    How to fix:
        Take the bloc off its own list: `members = ["north", "south"]`. Where two blocs name each other,
        keep the smaller one as a member of the larger.

    Source:
        In the UN climate talks groups lie within groups: the UNFCCC's page on party groupings has named
        the African Group and the least developed countries as groups within the Group of 77. Such lists
        are easily written in a circle.
    """
    found: set[str] = set()
    everyone = {
        party.id: [one.party for one in party.members if one.party in case.parties]
        for party in case.talks.parties
    }
    for number in case.turns if any(knots(everyone)) else ():
        members = _members(case, number)
        for knot in knots({bloc: list(places) for bloc, places in members.items()}):
            if found.isdisjoint(knot):
                found.update(knot)
                member, index = next((one, at) for one, at in members[knot[0]].items() if one in knot)
                message = f"`{knot[0]}` is a member of itself{_by_way_of(knot)}"
                place = AtValue(("parties", knot[0], "members", index, "party"))
                yield Problem(message, place, hint=f"take `{member}` off its members", parties=knot)


def _by_way_of(knot: Sequence[str]) -> str:
    """Say through whom a circle runs, of those that are not named yet."""
    return f", by way of {quoted(knot[1:])}" if len(knot) > 1 else ""


def _members(case: Case, number: int) -> Mapping[str, Mapping[str, int]]:
    """Give for each party its members in a round, each with its place among all that are listed."""
    return {
        party.id: {
            place.party: index
            for index, place in enumerate(party.members)
            if place.party in case.parties and case.calendar.covers(place.joins, place.leaves, number)
        }
        for party in case.talks.parties
    }
