"""How large is a negotiation that breaks no rule, or only one?"""

from collections.abc import Iterator, Mapping

from hypothesis.strategies import SearchStrategy, fixed_dictionaries

from negotrack.testing.arguments import Given, Size, size
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame, Scope

_LEAST = {"parties": 2, "demands": 1, "rounds": 2, "sources": 1}
"""What it takes: two that decide, something to decide on, a before and an after, and evidence."""
_USUAL = {"parties": (2, 5), "demands": (1, 6), "rounds": (2, 5), "sources": (2, 2)}


def sizes_of(asked: Mapping[str, Given[Size]]) -> SearchStrategy[dict[str, tuple[int, int]]]:
    """Give the strategy for how many there are of each kind, at least and at most.

    Args:
        asked: how many there are of some kinds; of the others as many as usual.

    Raises:
        InvalidArgument: that is no number, or too low.

    Examples:
        >>> sizes_of({"parties": 1})
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: parties takes a whole number from 2, a pair of them or a strategy, not 1
    """
    return fixed_dictionaries(
        {kind: size(kind, asked.get(kind, _USUAL[kind]), least=least) for kind, least in _LEAST.items()}
    )


def framed(dice: Dice, sizes: Mapping[str, tuple[int, int]], scope: Scope) -> Frame:
    """Draw which slots are taken, as `negotrack.testing.frame` does; things of different kinds share no ids here."""
    slots = {kind: tuple(_slots(dice.afresh(), stem, *sizes[kind])) for kind, stem in _STEMS.items()}
    ids = {kind: tuple(filter(None, several)) for kind, several in slots.items()}
    return Frame(**ids, slots=slots, scope=scope)


_STEMS = {"parties": "p", "demands": "d", "rounds": "r", "sources": "s"}


def _slots(dice: Dice, stem: str, least: int, most: int) -> Iterator[str]:
    """Draw the ids of the things in some slots, or "" where one stays empty: in one of three cases."""
    count = 0
    for left in range(most, 0, -1):
        is_taken = dice.number(2) > 0 or count + left <= least
        count += is_taken
        yield f"{stem}{count}" if is_taken else ""
