"""What became of every demand, round by round, and since when?"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise
from typing import final

from attrs import frozen

from negotrack.calendar import START, Calendar
from negotrack.model.claims import Outcome
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.outcomes import Hearing, Settlement, hear
from negotrack.parts import Forest
from negotrack.positions import Position
from negotrack.terms import Terms
from negotrack.timeline import Timeline


@final
@frozen(eq=False)
class History:
    """What became of every demand as of every round, settled when first asked for. Index 0 is before the first."""

    parties: Sequence[Party]
    demands: Sequence[Demand]
    rounds: Sequence[Round]
    terms: Terms
    timeline: Timeline

    @cached_property
    def settlements(self) -> Sequence[Settlement]:
        """What became of all demands as of each round."""
        by_id = {demand.id: demand for demand in self.demands}
        forest = Forest.of(self.demands)
        return [Settlement(by_id, forest, one) for one in _hearings(self)]

    @cached_property
    def since(self) -> Sequence[Mapping[str, str]]:
        """For each demand that was raised the id of the round since which its outcome is the same word."""
        return tuple(_since(self.settlements, self.rounds))


def _hearings(of: History) -> Iterator[Mapping[str, Hearing]]:
    """Give what was heard about every demand before the first round, and as of each round.

    Only the demands that a round touched are heard again, unless parties joined or left.
    """
    calendar = Calendar.of(of.rounds)
    positions: dict[str, dict[str, Position]] = {demand.id: {} for demand in of.demands}
    between = {demand.id: of.terms.between(demand) for demand in of.demands}
    heard: dict[str, Hearing] = {}
    was_inactive: AbstractSet[str] = set()
    for number in range(START, len(of.rounds) + 1):
        inactive = calendar.inactive(of.parties, number)
        touched = set()
        for cell, position in of.timeline.changes(number):
            positions[cell.demand][cell.party] = position
            touched.add(cell.demand)
        for demand in of.demands:
            if number == START or inactive != was_inactive or demand.id in touched:
                column = positions[demand.id]
                heard[demand.id] = hear(
                    between[demand.id],
                    inactive,
                    of.terms.rule(demand),
                    {party.id: column[party.id] for party in of.parties if party.id in column},
                )
        was_inactive = inactive
        yield dict(heard)


def _since(settlements: Sequence[Settlement], rounds: Sequence[Round]) -> Iterator[Mapping[str, str]]:
    since: dict[str, str] = {}
    yield since
    for (before, after), round_ in zip(pairwise(settlements), rounds, strict=True):
        outcomes = {demand: after.outcome(demand) for demand in after.demands}
        since = {
            demand: since[demand] if before.outcome(demand) is outcome else round_.id
            for demand, outcome in outcomes.items()
            if outcome is not Outcome.UNRAISED
        }
        yield since
