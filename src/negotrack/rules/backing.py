"""Who assents to both of two demands that exclude each other?"""

from collections.abc import Iterator
from typing import NamedTuple

from negotrack.journal import Cell
from negotrack.model.claims import Outcome
from negotrack.positions import OWN, Held, Position
from negotrack.rules.case import Case
from negotrack.state import State


class Backing(NamedTuple):
    """A party that assents without conditions to two demands that exclude each other."""

    party: str
    rivals: tuple[str, str]


def backing(case: Case) -> Iterator[tuple[int, Backing]]:
    """Give who backs which rivals at the end of which round."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for pair in case.rivals:
        for demand in pair:
            pairs.setdefault(demand, []).append(pair)
    latest: dict[Cell, Position] = {}
    found: dict[Backing, None] = {}
    for number in case.calendar.numbers.values():
        changed = {cell: held for cell, held in case.talks.timeline.changes(number) if cell.demand in pairs}
        latest.update(changed)
        for cell in changed:
            for pair in pairs[cell.demand]:
                one, other = (latest.get(Cell(cell.party, demand)) for demand in pair)
                if _are_for_both(one, other):
                    found[Backing(cell.party, pair)] = None
                else:
                    found.pop(Backing(cell.party, pair), None)
        yield from ((number, one) for one in found)


def is_open(state: State, demand: str) -> bool:
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
