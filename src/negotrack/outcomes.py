"""What became of all demands, taken together?

Because a condition names the outcome of other demands, outcomes are defined together: what is agreed is the least
fixed point of the decision rules, what could be agreed at once the greatest.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.ballots import Ballot
from negotrack.decisions import PartReason, PartyReason, Reason, Why
from negotrack.hearings import Hearing
from negotrack.model.claims import Outcome
from negotrack.model.demands import Demand
from negotrack.parts import Forest

Waiting = Mapping[str, Sequence[str]]
"""For each demand those whose outcome may hang on its outcome."""


@final
@frozen(eq=False)
class Settlement:
    """What became of all demands, as of a round. Since when is not part of it: that is history."""

    demands: Mapping[str, Demand]
    forest: Forest
    hearings: Mapping[str, Hearing]
    """What was heard about each demand."""

    def outcome(self, demand: str) -> Outcome:
        """Give the outcome of a demand."""
        if demand in self.agreed:
            return Outcome.AGREED
        if demand in self._rejected:
            return Outcome.REJECTED
        return self._bare[demand]

    def is_composite(self, demand: str) -> bool:
        """Tell whether a demand takes its outcome from its parts."""
        return bool(self.forest.parts[demand]) and not self.hearings[demand].is_spoken_of

    def reasons(self, demand: str) -> tuple[Reason, ...]:
        """Give what made the outcome of a demand what it is."""
        outcome = self.outcome(demand)
        if self.is_composite(demand):
            return tuple(self._part_reasons(demand, outcome))
        hearing = self.hearings[demand]
        match outcome:
            case Outcome.UNRAISED:
                return ()
            case Outcome.WITHDRAWN:
                return tuple(PartyReason(party, Why.WITHDRAWS) for party in hearing.withdrawn_by)
            case _:
                return hearing.ballot.reasons(outcome, self.agreed)

    def deciders(self, demand: str) -> tuple[str, ...]:
        """Give the parties that are counted for the outcome of a demand; none where its parts make it."""
        if self.is_composite(demand):
            return ()
        return self.hearings[demand].ballot.voters

    def needed(self, demand: str) -> int:
        """Give how many assents a demand needs; 0 where its parts make the outcome."""
        return 0 if self.is_composite(demand) else self.hearings[demand].ballot.needed

    def turned_by(self, demand: str, otherwise: Ballot) -> AbstractSet[str]:
        """Give who makes the outcome of a demand what it is, or would make it another if others decided it.

        None where it would be the same, whatever else is settled being as it is.

        Args:
            demand: the id of the demand.
            otherwise: how those others count.
        """
        if demand not in self.on_table or self.is_composite(demand):
            return frozenset()
        ballots = (self.hearings[demand].ballot, otherwise)
        agreed, provisional = self.agreed - {demand}, self.provisional - {demand}
        is_, would_be = (ballot.result(agreed, provisional) for ballot in ballots)
        if is_ == would_be:
            return frozenset()
        came_out = zip(ballots, (is_, would_be), strict=True)
        return {one.party for ballot, (outcome, _) in came_out for one in ballot.reasons(outcome, agreed)}

    def _part_reasons(self, demand: str, outcome: Outcome) -> Iterable[Reason]:
        match outcome:
            case Outcome.UNRAISED:
                return
            case Outcome.WITHDRAWN:
                parts = self.forest.parts[demand]
            case Outcome.PENDING:
                parts = tuple(part for part in self.parts(demand) if part not in self.agreed)
            case _:
                parts = self.parts(demand)
        yield from (PartReason(part, self.outcome(part)) for part in parts)

    def parts(self, demand: str) -> tuple[str, ...]:
        """Give the parts of a demand, less those that were withdrawn."""
        return tuple(part for part in self.forest.parts[demand] if self._bare[part] is not Outcome.WITHDRAWN)

    @cached_property
    def agreed(self) -> AbstractSet[str]:
        """The demands that are agreed: the least fixed point."""
        return _grow(self._supportable, self._supports, self._waiting)

    @cached_property
    def package(self) -> tuple[str, ...]:
        """The demands that would be agreed as well if all conditional offers were called in at once."""
        greatest = _shrink(self._supportable, self._supports, self._waiting)
        return tuple(demand for demand in self.demands if demand in greatest and demand not in self.agreed)

    @cached_property
    def provisional(self) -> AbstractSet[str]:
        """The agreed demands that are so provisionally only."""
        agreed = [demand for demand in self.forest.bottom_up if demand in self.agreed]
        return _grow(agreed, self._is_provisional, self._loosened_with)

    @cached_property
    def replaced_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each replaced demand the agreed ones that succeed it."""
        replaced: dict[str, list[str]] = {}
        for successor in self.demands.values():
            if successor.id in self.agreed:
                for older in dict.fromkeys(successor.succeeds):
                    if older != successor.id and older in self.on_table:
                        replaced.setdefault(older, []).append(successor.id)
        return {older: tuple(successors) for older, successors in replaced.items()}

    @cached_property
    def on_table(self) -> AbstractSet[str]:
        """The demands that are agreed, rejected or pending."""
        return {demand for demand in self.demands if self._bare[demand] is Outcome.PENDING}

    @cached_property
    def countable(self) -> tuple[str, ...]:
        """The demands that counts are of: those on the table that are neither composite nor replaced."""
        return tuple(
            demand
            for demand in self.demands
            if demand in self.on_table and not self.is_composite(demand) and demand not in self.replaced_by
        )

    @cached_property
    def _bare(self) -> Mapping[str, Outcome]:
        """For each demand whether it is unraised, withdrawn, or on the table (as pending until it is settled)."""
        found: dict[str, Outcome] = {}
        for demand in self.forest.bottom_up:
            own = _own(self.hearings[demand])
            if own is not Outcome.PENDING and self.is_composite(demand):
                own = _whole([found[part] for part in self.forest.parts[demand]])
            found[demand] = own
        return found

    @cached_property
    def _rejected(self) -> AbstractSet[str]:
        """The demands that are rejected. No condition bears on that."""
        found: set[str] = set()
        for demand in self.forest.bottom_up:
            if demand in self.on_table and self._is_refused(demand, found):
                found.add(demand)
        return found

    def _is_refused(self, demand: str, rejected: AbstractSet[str]) -> bool:
        """Tell whether a demand on the table is rejected, its parts being settled already."""
        if self.is_composite(demand):
            parts = self.parts(demand)
            return bool(parts) and rejected >= set(parts)
        return self.hearings[demand].ballot.is_rejected

    @cached_property
    def _supportable(self) -> Sequence[str]:
        """The demands that can be agreed at all, parts before their wholes."""
        return [
            demand
            for demand in self.forest.bottom_up
            if demand in self.on_table and demand not in self._rejected
        ]

    @cached_property
    def _waiting(self) -> Waiting:
        """For each demand those that are conditional on it, and the whole that takes its outcome from it."""
        found: dict[str, list[str]] = {}
        for demand in self._supportable:
            if self.is_composite(demand):
                needed: Iterable[str] = self.parts(demand)
            else:
                needed = self.hearings[demand].ballot.conditions
            for need in needed:
                found.setdefault(need, []).append(demand)
        return found

    @cached_property
    def _loosened_with(self) -> Waiting:
        """The same, and for each whole that is final all that is part of it."""
        found = {demand: list(others) for demand, others in self._waiting.items()}
        for demand in self.agreed if self.forest.finals else ():
            for whole in self.forest.wholes(demand):
                if whole in self.forest.finals:
                    found.setdefault(whole, []).append(demand)
        return found

    def _supports(self, demand: str, agreed: AbstractSet[str]) -> bool:
        """Tell whether a demand on the table is agreed while these are."""
        if self.is_composite(demand):
            parts = self.parts(demand)
            return bool(parts) and agreed >= set(parts)
        return self.hearings[demand].ballot.agrees(agreed)

    def _is_provisional(self, demand: str, provisional: AbstractSet[str]) -> bool:
        """Tell whether an agreed demand is provisional while these are."""
        if self.forest.finals and any(
            whole in provisional or whole not in self.agreed
            for whole in self.forest.wholes(demand)
            if whole in self.forest.finals
        ):
            return True
        if self.is_composite(demand):
            return any(part in provisional for part in self.parts(demand))
        return self.hearings[demand].ballot.is_loose(self.agreed, provisional)


def _own(hearing: Hearing) -> Outcome:
    """Tell whether a demand is on the table (here: pending) by what was said of it itself."""
    if not hearing.is_raised:
        return Outcome.UNRAISED
    return Outcome.WITHDRAWN if hearing.is_withdrawn else Outcome.PENDING


def _whole(parts: Collection[Outcome]) -> Outcome:
    """Tell whether a composite demand is on the table by its parts."""
    if Outcome.PENDING in parts:
        return Outcome.PENDING
    return Outcome.UNRAISED if Outcome.UNRAISED in parts else Outcome.WITHDRAWN


def _grow(
    candidates: Iterable[str], belongs: Callable[[str, AbstractSet[str]], bool], waiting: Waiting
) -> AbstractSet[str]:
    """Give the least set that a monotone rule closes: start with nothing, add until nothing is added.

    Args:
        candidates: what can be in it at all.
        belongs: the rule: whether a candidate belongs to a set, given what is in it.
        waiting: for each candidate those whose belonging may hang on it.
    """
    possible = dict.fromkeys(candidates)
    found: set[str] = set()
    ahead = list(possible)[::-1]
    while ahead:
        candidate = ahead.pop()
        if candidate not in found and candidate in possible and belongs(candidate, found):
            found.add(candidate)
            ahead.extend(waiting.get(candidate, ()))
    return found


def _shrink(
    candidates: Iterable[str], belongs: Callable[[str, AbstractSet[str]], bool], waiting: Waiting
) -> AbstractSet[str]:
    """Give the greatest set that a monotone rule supports: start with all, drop until nothing is dropped.

    The arguments are those of `_grow`.
    """
    found = set(candidates)
    ahead = list(candidates)
    while ahead:
        candidate = ahead.pop()
        if candidate in found and not belongs(candidate, found):
            found.remove(candidate)
            ahead.extend(waiting.get(candidate, ()))
    return found
