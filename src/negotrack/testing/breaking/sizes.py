"""How large is a negotiation that breaks no rule, or only one?"""

from collections.abc import Mapping

from negotrack.testing.arguments import Given, Size, size

_LEAST = {"parties": 2, "demands": 1, "rounds": 2, "sources": 1}
"""What it takes: two that decide, something to decide on, a before and an after, and evidence."""
KINDS = tuple(_LEAST)
_USUAL = {"parties": (2, 5), "demands": (1, 6), "rounds": (2, 5), "sources": (2, 2)}


def sizes_of(asked: Mapping[str, Given[Size]]) -> dict[str, Given[tuple[int, int]]]:
    """Check how many there are of each kind, at least and at most.

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
    return {kind: size(kind, asked.get(kind, _USUAL[kind]), least=least) for kind, least in _LEAST.items()}
