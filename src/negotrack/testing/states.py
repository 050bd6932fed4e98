"""How does a drawn negotiation stand at a moment, and between which moments did it move?"""

from hypothesis.strategies import SearchStrategy, integers, tuples

from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.testing.arguments import Given, switch, together
from negotrack.testing.negotiations import a_negotiation, negotiations

_ANY = negotiations()


def states(*, of: Given[Negotiation] = _ANY) -> SearchStrategy[State]:
    """Give states: how a negotiation stands at the start, or after one of its rounds.

    Shrinks towards the start.

    Args:
        of: the negotiation.

    Raises:
        InvalidArgument: `of` is no negotiation.

    Examples:
        >>> from hypothesis import find
        >>> find(states(of=negotiations(parties=1, demands=1)), lambda state: bool(state.agreed))
        <State as of 'r1': 1 agreed, 0 rejected, 0 pending of 1 demands>
    """
    return together(_states, talks=a_negotiation("of", of))


def pairs_of_rounds(
    *, of: Given[Negotiation] = _ANY, backwards: Given[bool] = False
) -> SearchStrategy[tuple[State, State]]:
    """Give pairs of states of one negotiation, as for a diff: the earlier first, or both the same.

    Shrinks towards the start, twice.

    Args:
        of: the negotiation.
        backwards: whether the later comes first.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> small = negotiations(parties=1, demands=1)
        >>> before, after = find(pairs_of_rounds(of=small), lambda pair: bool(pair[1].agreed))
        >>> before.number, after.number
        (0, 1)
    """
    return together(_pairs, talks=a_negotiation("of", of), is_backwards=switch("backwards", backwards))


def _states(talks: Negotiation) -> SearchStrategy[State]:
    return _places(talks).map(lambda place: _at(talks, place))


def _pairs(talks: Negotiation, *, is_backwards: bool) -> SearchStrategy[tuple[State, State]]:
    ordered = tuples(_places(talks), _places(talks)).map(lambda two: sorted(two, reverse=is_backwards))
    return ordered.map(lambda two: (_at(talks, two[0]), _at(talks, two[1])))


def _places(talks: Negotiation) -> SearchStrategy[int]:
    return integers(0, len(talks.rounds))


def _at(talks: Negotiation, place: int) -> State:
    return talks.at(place or "start")
