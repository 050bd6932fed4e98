"""Who is waited for, and what is: whose word would move a pending demand on?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from negotrack.decisions import PartyReason, Why
from negotrack.model.claims import Outcome
from negotrack.state import State

V = TypeVar("V")


class Waiting(NamedTuple):
    """An assent that counts only once another demand is agreed."""

    party: str
    demand: str


def words(state: State) -> Mapping[str, Sequence[str]]:
    """Give for each party whose word is missing the pending demands that it has not spoken of, or not in their text.

    Examples:
        >>> from negotrack import seed
        >>> words(seed("sochi-2022").now)["azerbaijan"]
        ['delimitation', 'withdrawal']
    """
    found: dict[str, list[str]] = {}
    for demand, reason in _reasons(state):
        if reason.why.is_unspoken:
            found.setdefault(reason.party, []).append(demand)
    return _ordered(found, [party.id for party in state.parties])


def put_off(state: State) -> Mapping[str, Mapping[Why, Sequence[str]]]:
    """Give for each party the pending demands on which it puts its decision off, by how it does."""
    found: dict[str, dict[Why, list[str]]] = {}
    for demand, reason in _reasons(state):
        if reason.why.puts_off:
            found.setdefault(reason.party, {}).setdefault(reason.why, []).append(demand)
    parties = [party.id for party in state.parties]
    return {party: found[party] for party in dict.fromkeys([*parties, *found]) if party in found}


def conditions(state: State, *, with_package: bool = False) -> Mapping[str, Sequence[Waiting]]:
    """Give for each demand that an assent waits for those assents, in the order of the outline.

    Args:
        state: the state.
        with_package: whether assents within the package are among them. There the condition and what is tied to it
            would be agreed together, so that nobody is waited for.
    """
    package = set() if with_package else set(state.package)
    found: dict[str, list[Waiting]] = {}
    for demand, reason in _reasons(state):
        for condition in reason.waits_for:
            if demand not in package or condition not in package:
                found.setdefault(condition, []).append(Waiting(reason.party, demand))
    return _ordered(found, state.numbers)


def _ordered(found: Mapping[str, Sequence[V]], ids: Iterable[str]) -> Mapping[str, Sequence[V]]:
    """Put what was found by id in order; ids that are not in the record come last."""
    return {id_: found[id_] for id_ in dict.fromkeys([*ids, *found]) if id_ in found}


def _reasons(state: State) -> Iterator[tuple[str, PartyReason]]:
    for entry in state.outline:
        standing = state.standing(entry.demand.id)
        if standing.outcome is Outcome.PENDING and not standing.replaced_by:
            for reason in standing.party_reasons:
                yield entry.demand.id, reason
