"""Who is in, in a round?"""

from collections.abc import Iterable, Mapping
from typing import final

from attrs import frozen

from negotrack.model.parties import Party
from negotrack.model.rounds import Round

START = 0
"""The number of the state before the first round; the first round is number 1."""


@final
@frozen(eq=False)
class Calendar:
    """The order of the rounds, and what spans of them mean.

    Examples:
        >>> calendar = Calendar.of([Round("march", "2026-03"), Round("april", "2026-04")])
        >>> calendar.covers("april", None, 1), calendar.covers(None, "april", START)
        (False, True)
    """

    numbers: Mapping[str, int]
    """The number of each round by its id."""

    @classmethod
    def of(cls, rounds: Iterable[Round]) -> "Calendar":
        """Give the calendar of these rounds, in their order."""
        return cls({round_.id: number for number, round_ in enumerate(rounds, 1)})

    def covers(self, joins: str | None, leaves: str | None, number: int) -> bool:
        """Tell whether a span holds in a round; an unknown round bounds nothing."""
        first = self.numbers.get(joins, START) if joins else START
        end = self.numbers.get(leaves) if leaves else None
        return first <= number and (end is None or number < end)

    def inactive(self, parties: Iterable[Party], number: int) -> frozenset[str]:
        """Give the ids of the parties that have not joined yet or have left in a round: they decide nothing then."""
        return frozenset(party.id for party in parties if not self.covers(party.joins, party.leaves, number))
