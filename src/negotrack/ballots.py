"""What comes out where those that decide one demand are counted?"""

from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.decisions import PartyReason, Vote, Way, Why, threshold, vote
from negotrack.model.claims import Outcome
from negotrack.model.decision import Decision
from negotrack.positions import Position


@final
@frozen(eq=False)
class Ballot:
    """How many deciders of one demand count in which way, and how many assents it needs.

    Who they are is looked up only where somebody asks for it: there may be many.
    """

    deciders: Sequence[str]
    """All of them, in order, those that leave the count included."""
    positions: Mapping[str, Position]
    """The positions of those that have one, and of others."""
    rule: Decision
    ways: Mapping[Way, int]
    """How many of those that have a position count in which way, less those that leave the count by it."""
    silent: Way | None
    """In which way the others count; None: they leave the count."""
    silent_count: int
    """How many the others are."""

    @cached_property
    def count(self) -> int:
        """How many count."""
        return sum(self.ways.values()) + (self.silent_count if self.silent else 0)

    @cached_property
    def is_rejected(self) -> bool:
        """Whether refusals stop the demand. Conditions cannot change that: an unmet one is no refusal."""
        refusals = [way for way in self.ways if way.why is Why.REFUSES]
        if not refusals:
            return False
        others = self.count - sum(self.ways[way] for way in refusals)
        return others < self.needed or any(way.stops for way in refusals)

    def agrees(self, agreed: Container[str]) -> bool:
        """Tell whether the demand is agreed while these demands are."""
        assents = self._firm_assents + sum(self.ways[way] for way in self._conditional if way.assents(agreed))
        return not self.is_rejected and self.count > 0 and assents >= self.needed

    def is_loose(self, agreed: Container[str], provisional: Container[str]) -> bool:
        """Tell whether an assent that counts is provisional, or hangs on what is, while all this is agreed."""
        return any(
            way.provisional or any(condition in provisional for condition in way.conditions)
            for way in self.ways
            if way.assents(agreed)
        )

    def result(self, agreed: Container[str], provisional: Container[str]) -> tuple[Outcome, bool]:
        """Give the outcome while all this is agreed, and whether an assent makes it provisional."""
        if self.is_rejected:
            return Outcome.REJECTED, False
        if self.agrees(agreed):
            return Outcome.AGREED, self.is_loose(agreed, provisional)
        return Outcome.PENDING, False

    @cached_property
    def _firm_assents(self) -> int:
        """How many assents hang on nothing."""
        silent = self.silent_count if self.silent and self.silent.why.is_assent else 0
        return silent + sum(
            count for way, count in self.ways.items() if way.why.is_assent and not way.conditions
        )

    @cached_property
    def _conditional(self) -> Sequence[Way]:
        return [way for way in self.ways if way.conditions]

    @property
    def conditions(self) -> Mapping[str, None]:
        """The demands that assents hang on, each once."""
        return dict.fromkeys(need for way in self._conditional for need in way.conditions)

    @cached_property
    def needed(self) -> int:
        """How many assents the rule needs of those that count."""
        return threshold(self.rule, self.count)

    @cached_property
    def votes(self) -> Sequence[Vote]:
        """How all deciders count, in order, less those that leave the count."""
        spoken = dict(self.positions)
        votes = (
            vote(party, spoken[party], self.rule) if party in spoken else self._silent_vote(party)
            for party in self.deciders
        )
        return [one for one in votes if one]

    def _silent_vote(self, party: str) -> Vote | None:
        return Vote(party, self.silent) if self.silent else None

    @cached_property
    def voters(self) -> tuple[str, ...]:
        """The deciders that count, in order."""
        return tuple(one.party for one in self.votes)

    def reasons(self, outcome: Outcome, agreed: Container[str]) -> tuple[PartyReason, ...]:
        """Give what made the demand agreed, rejected or pending, while these demands are agreed."""
        if outcome not in self._reasons:
            found = self._counted(outcome, agreed)
            if self._conditional:
                return found
            self._reasons[outcome] = found
        return self._reasons[outcome]

    @cached_property
    def _reasons(self) -> dict[Outcome, tuple[PartyReason, ...]]:
        """What was asked for already, where no assent hangs on a condition: a ballot stands for many rounds."""
        return {}

    def _counted(self, outcome: Outcome, agreed: Container[str]) -> tuple[PartyReason, ...]:
        match outcome:
            case Outcome.AGREED:
                counted = [one for one in self.votes if one.way.assents(agreed)]
            case Outcome.REJECTED:
                counted = [one for one in self.votes if one.way.why is Why.REFUSES]
            case _:
                counted = [one for one in self.votes if not one.way.assents(agreed)]
        return tuple(one.reason(agreed) for one in counted)
