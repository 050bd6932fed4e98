"""How does a drawn negotiation stand at a moment, and between which moments did it move?"""

from hypothesis.strategies import SearchStrategy, integers, tuples

from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.testing.arguments import Given, given_as, switch
from negotrack.testing.negotiations import negotiations

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
    return a_negotiation("of", of).flatmap(lambda talks: _places(talks).map(lambda place: _at(talks, place)))


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
    given = tuples(a_negotiation("of", of), switch("backwards", backwards))
    return given.flatmap(lambda drawn: _pairs(*drawn))


def _pairs(talks: Negotiation, is_backwards: bool) -> SearchStrategy[tuple[State, State]]:  # noqa: FBT001 - as drawn
    ordered = tuples(_places(talks), _places(talks)).map(lambda two: sorted(two, reverse=is_backwards))
    return ordered.map(lambda two: (_at(talks, two[0]), _at(talks, two[1])))


def _places(talks: Negotiation) -> SearchStrategy[int]:
    return integers(0, len(talks.rounds))


def _at(talks: Negotiation, place: int) -> State:
    return talks.at(place or "start")


def a_negotiation(name: str, given: Given[Negotiation]) -> SearchStrategy[Negotiation]:
    """Give the strategy for a negotiation.

    Raises:
        InvalidArgument: it is none.

    Examples:
        >>> a_negotiation("of", "talks.toml")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: of takes a negotiation, or a strategy for it, not 'talks.toml'
    """

    def read(value: object) -> Negotiation:
        if not isinstance(value, Negotiation):
            raise TypeError
        return value

    return given_as(name, given, read, "a negotiation, or a strategy for it")
