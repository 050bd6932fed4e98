"""Do blocs and their members agree, and is nobody counted twice?"""

from collections.abc import Iterator, Mapping, Sequence

from negotrack.findings import Related
from negotrack.locate.place import Path
from negotrack.places import AtValue
from negotrack.positions import OWN, Held, Position
from negotrack.rules.case import Case
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import verb


def counted_twice(case: Case) -> Found:
    """Find a list of deciders that names a bloc together with one of its members.

    Why it matters:
        The word of a bloc is also the word of its members. With both in `between`, one voice counts
        twice, and a majority may rest on it.

    Fails:
        title = "Wage talks"

        [parties]
        union = { name = "Trade unions", members = ["metal"] }
        metal = "Metal workers"
        employer = "Employer"

        [demands.pay]
        title = "Pay rise"
        between = ["union", "metal", "employer"]  # NT601

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]

    Passes:
        title = "Wage talks"

        [parties]
        union = { name = "Trade unions", members = ["metal"] }
        metal = "Metal workers"
        employer = "Employer"

        [demands.pay]
        title = "Pay rise"
        between = ["union", "employer"]

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]

    How to fix:
        Name the bloc or its members, not both: `between = ["union", "employer"]` where the bloc decides
        as one, `between = ["metal", "employer"]` where each member has its own voice.

    Source:
        Under Article 18 of the UN Framework Convention on Climate Change an organisation such as the
        European Union has the votes of its member states, and does not vote if any of them does, and
        vice versa.
    """
    lists: list[tuple[Sequence[str] | None, Path]] = [(case.talks.between, ("between",))]
    lists += [(demand.between, ("demands", demand.id, "between")) for demand in case.talks.demands]
    known: dict[Sequence[str], Mapping[str, str]] = {}
    for between, path in lists:
        if between and between not in known:
            known[between] = _pairs(case, between)
        yield from _counted_twice(between or (), known.get(between or (), {}), path)


def dissent(case: Case) -> Found:
    """Find a member whose own position differs from that of its bloc.

    Why it matters:
        A bloc speaks for its members, but a member that speaks for itself is counted by its own word,
        until the bloc speaks again. A bloc that is not of one mind is often where a negotiation moves,
        or stops.

    Fails:
        title = "Wage talks"
        [parties]
        union = { name = "Trade unions", members = ["metal"] }
        metal = "Metal workers"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union accepts pay",
          "metal rejects pay",  # NT602
        ]

    Passes:
        title = "Wage talks"
        [parties]
        union = { name = "Trade unions", members = ["metal"] }
        metal = "Metal workers"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union accepts pay",
          "metal rejects pay",
        ]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01
        statements = ["metal accepts pay"]

    How to fix:
        Check the member's word against its source, and leave it if it stands. Record it when the member
        comes round, as a later word: `"metal accepts pay"`. If it has left the bloc, give its membership a `leaves`.

    Source:
        Article 31(1) of the Treaty on European Union lets a member state that abstains with a formal
        declaration stay out of a decision in foreign policy, while it accepts that the decision commits
        the Union.
    """
    for demand, column in case.positions.items():
        for bloc, position in _held(column):
            for member in case.members_now.get(bloc, ()):
                own = column.get(member)
                if isinstance(own, Held) and own.basis == OWN and _differ(own, position):
                    message = f"`{member}` {verb(own.stance)} `{demand}` itself"
                    yield _apart(case, message, (own, position), (member, bloc), demand)


def two_blocs(case: Case) -> Found:
    """Find a member that holds one bloc's position while another of its blocs differs.

    Why it matters:
        A party may belong to two blocs, and both speak for it. Where they differ, the later word counts
        as the member's, and that may not be its own view.

    Fails:
        title = "Fishing talks"
        [parties]
        coast = { name = "Coastal states", members = ["delta"] }
        islands = { name = "Island states", members = ["delta"] }
        delta = "Delta"
        [demands]
        quota = "Catch quota"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "coast accepts quota",
          "islands reject quota",  # NT603
        ]

    Passes:
        title = "Fishing talks"
        [parties]
        coast = { name = "Coastal states", members = ["delta"] }
        islands = { name = "Island states", members = ["delta"] }
        delta = "Delta"
        [demands]
        quota = "Catch quota"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "coast accepts quota",
          "islands reject quota",
          "delta rejects quota",
        ]

    How to fix:
        Look for the member's own word and record it: `"delta rejects quota"`. If it has left one of the
        blocs, give that membership a `leaves`.

    Source:
        In the UN climate talks a party may belong to several groups: most members of the Alliance of
        Small Island States are also members of the Group of 77 (UNFCCC, Party Groupings).
    """
    for demand, column in case.positions.items():
        for bloc, position in _held(column):
            for member in case.members_now.get(bloc, ()):
                taken = column.get(member)
                if isinstance(taken, Held) and taken.basis not in (OWN, bloc) and _differ(taken, position):
                    message = f"`{member}` {verb(taken.stance)} `{demand}` through `{taken.basis}`"
                    yield _apart(case, message, (taken, position), (member, taken.basis, bloc), demand)


def _counted_twice(between: Sequence[str], pairs: Mapping[str, str], path: Path) -> Found:
    """Find the members of those in a list of deciders that are named there, too."""
    for member, bloc in pairs.items():
        yield Problem(
            f"`{member}` is counted beside `{bloc}`, of which it is a member",
            AtValue((*path, between.index(member))),
            hint="name the bloc or its members; who leaves the bloc can join in that round, by `joins`",
            parties=(member, bloc),
        )


def _pairs(case: Case, between: Sequence[str]) -> Mapping[str, str]:
    """Give for each of those in a list that is in some round an active member of another, active too, that other."""
    blocs = [
        party for party in dict.fromkeys(between) if party in case.parties and case.parties[party].members
    ]
    named = {*between}
    found: dict[str, str] = {}
    for number in case.turns if blocs else ():
        inactive = case.inactive(number)
        for bloc in (bloc for bloc in blocs if bloc not in inactive):
            for member in case.blocs.members(bloc, number):
                if member in named and member not in inactive:
                    found.setdefault(member, bloc)
    return found


def _held(column: Mapping[str, Position]) -> Iterator[tuple[str, Held]]:
    """Give the parties whose positions are in force."""
    for party, position in column.items():
        if isinstance(position, Held):
            yield party, position


def _differ(one: Held, other: Held) -> bool:
    """Tell whether two positions are of different kinds: not both assent, and not the same stance."""
    are_assents = one.stance.is_assent and other.stance.is_assent
    return one.stance is not other.stance and not are_assents


def _apart(
    case: Case, message: str, both: tuple[Held, Held], parties: tuple[str, ...], demand: str
) -> Problem:
    """Give the problem that a member and a bloc of it stand apart, at the words that the member goes by."""
    taken, other = both
    bloc, stands = parties[-1], f"{verb(other.stance)} it"
    place = case.taken(taken).demand(demand)
    related = Related(case.taken(other).demand(demand), f"{bloc} {stands} here")
    message = f"{message}, and its bloc `{bloc}` {stands}"
    return Problem(message, place, related=(related,), parties=parties, demands=(demand,))
