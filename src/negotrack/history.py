"""What became of every demand, round by round, and since when?"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import final

from attrs import frozen

from negotrack.calendar import Calendar
from negotrack.collector import paused
from negotrack.hearings import hearings
from negotrack.model.claims import Outcome
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.outcomes import Settlement
from negotrack.parts import Forest
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
        heard = hearings(self.parties, self.demands, Calendar.of(self.rounds), self.terms, self.timeline)
        with paused():
            return [Settlement(by_id, forest, one) for one in heard]

    @cached_property
    def since(self) -> Sequence[Mapping[str, str]]:
        """For each demand that was raised the id of the round since which its outcome is the same word."""
        return tuple(_since(self.settlements, self.rounds))


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
