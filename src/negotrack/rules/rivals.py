"""Are demands that exclude each other backed by one party, or both agreed?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from negotrack.findings import Related
from negotrack.journal import Cell
from negotrack.model.claims import Outcome
from negotrack.places import AtValue
from negotrack.positions import OWN, Held, Position
from negotrack.rules.case import Case
from negotrack.rules.rule import Found, Problem
from negotrack.state import State


def backs_rivals(case: Case) -> Found:
    """Find a party that agrees, without conditions, to two demands that exclude each other.

    Why it matters:
        Only one of the two can be carried out. Backing both may be meant as a choice for the others to
        make, but the record would let both be agreed.

    Fails:
        title = "River crossing"
        parties = { city = "City", builder = "Builder" }
        demands = { bridge = "Bridge", tunnel = { title = "Tunnel", excludes = ["bridge"] } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "city proposes bridge and tunnel",  # NT207
          "builder accepts tunnel",
        ]

    Passes:
        title = "River crossing"
        parties = { city = "City", builder = "Builder" }
        demands = { bridge = "Bridge", tunnel = { title = "Tunnel", excludes = ["bridge"] } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "city proposes bridge and tunnel",
          "builder accepts tunnel",
          "city withdraws bridge",
        ]

    How to fix:
        Keep the one that the party stands by, and enter the withdrawal of the other if there was one:
        `"city withdraws bridge"`. If both can stand side by side, take out `excludes`.

    Source:
        Reports of 2023 and 2024 on the talks between Armenia and Azerbaijan name more than one starting
        point for the border: a map of 1975, or the situation early in the twentieth century. One
        stretch of border cannot follow both.
    """
    told: set[_Backing] = set()
    for number, backer in _backing(case):
        state = case.talks.at(number)
        if backer not in told and all(_is_open(state, demand) for demand in backer.rivals):
            told.add(backer)
            both = [state[backer.party, demand] for demand in backer.rivals]
            yield _for_both(case, backer, [held for held in both if isinstance(held, Held)])


def rivals_agreed(case: Case) -> Found:
    """Find two demands that exclude each other and are both agreed.

    Why it matters:
        A secretariat cannot have its only seat in two cities. If the record says that both are agreed,
        an objection or a withdrawal is missing, or one of the two took the place of the other.

    Fails:
        title = "Seat of the secretariat"
        decision = "consensus"

        [parties]
        north = "North"
        south = "South"

        [demands]
        geneva = "Seat in Geneva"
        vienna = { title = "Seat in Vienna", excludes = ["geneva"] }  # NT302

        [[rounds]]
        id = "plenary"
        date = 2024-03-01
        statements = ["north proposes geneva", "south proposes vienna"]

    Passes:
        title = "Seat of the secretariat"
        decision = "consensus"

        [parties]
        north = "North"
        south = "South"

        [demands]
        geneva = "Seat in Geneva"
        vienna = { title = "Seat in Vienna", excludes = ["geneva"], succeeds = "geneva" }

        [[rounds]]
        id = "plenary"
        date = 2024-03-01
        statements = ["north proposes geneva", "south proposes vienna"]

    How to fix:
        Where the newer demand took the place of the older, write `succeeds = "geneva"`: what is
        replaced counts no more. Look for an objection or a withdrawal that is not in the record yet.
        Where both can stand, take `excludes` out.

    Source:
        In the UK-EU talks the revised protocol of 17 October 2019 replaced the backstop endorsed in
        November 2018. The Vienna Convention on the Law of Treaties (Article 30) deals with successive
        treaties on one subject.
    """
    ahead = dict(all_rivals(case))
    for number in case.calendar.numbers.values() if ahead else ():
        state = case.talks.at(number)
        settled = {*state.agreed}.difference(state.replaced)
        for one, other in [pair for pair in ahead if settled.issuperset(pair)]:
            round_ = case.talks.rounds[number - 1].id
            yield Problem(
                f"`{one}` excludes `{other}`, and both are agreed as of `{round_}`",
                ahead.pop((one, other)),
                hint="record which of the two was given up, or that one `succeeds` the other",
                demands=(one, other),
                rounds=(round_,),
            )


def all_rivals(case: Case) -> Mapping[tuple[str, str], AtValue]:
    """Give the pairs of demands one of which excludes the other."""
    return case.rivals


class _Backing(NamedTuple):
    """A party that assents without conditions to two demands that exclude each other."""

    party: str
    rivals: tuple[str, str]


def _backing(case: Case) -> Iterator[tuple[int, _Backing]]:
    """Give who backs which rivals at the end of which round."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for pair in case.rivals:
        for demand in pair:
            pairs.setdefault(demand, []).append(pair)
    latest: dict[Cell, Position] = {}
    found: dict[_Backing, None] = {}
    for number in case.calendar.numbers.values() if pairs else ():
        changed = dict(case.talks.timeline.changes_on(pairs, number))
        latest.update(changed)
        for cell in changed:
            for pair in pairs[cell.demand]:
                one, other = (latest.get(Cell(cell.party, demand)) for demand in pair)
                if _are_for_both(one, other):
                    found[_Backing(cell.party, pair)] = None
                else:
                    found.pop(_Backing(cell.party, pair), None)
        yield from ((number, one) for one in found)


def _is_open(state: State, demand: str) -> bool:
    """Tell whether a demand is neither rejected nor replaced."""
    standing = state.standing(demand)
    return standing.outcome is not Outcome.REJECTED and not standing.replaced_by


def _are_for_both(one: Position | None, other: Position | None) -> bool:
    """Tell whether two positions of a party are assent without conditions, and not both the word of one bloc."""
    match one, other:
        case Held(conditions=()), Held(conditions=()):
            is_one_word = one.basis == other.basis != OWN
            return one.stance.is_assent and other.stance.is_assent and not is_one_word
        case _:
            return False


def _for_both(case: Case, backer: _Backing, both: Sequence[Held]) -> Problem:
    """Give the problem that a party backs two rivals, at the later of its words."""
    words = [(case.taken(held), demand) for held, demand in zip(both, backer.rivals, strict=True)]
    (before, older), (said, newer) = sorted(words, key=lambda word: word[0].path)
    return Problem(
        f"`{backer.party}` assents to `{newer}` and to `{older}`, which exclude each other",
        said.demand(newer),
        hint="record which of the two it gave up, or make the assents conditional",
        related=(
            Related(before.demand(older), f"assents to {older} here"),
            Related(case.rivals[backer.rivals], "they exclude each other"),
        ),
        parties=(backer.party,),
        demands=backer.rivals,
    )
