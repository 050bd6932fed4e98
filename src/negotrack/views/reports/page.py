"""What do all parts of a report read?"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.model.claims import Outcome
from negotrack.negotiation import Negotiation
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.explanations import Explanations
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons


@final
@frozen(eq=False)
class Page:
    """A report while it is written: what it tells of, and what says it."""

    talks: Negotiation
    state: State
    """The state of these talks that it is about."""

    @cached_property
    def reasons(self) -> Reasons:
        """What names parties, and gives demands by their numbers."""
        return Reasons.of(self.state)

    @cached_property
    def explanations(self) -> Explanations:
        """What names demands, and says in sentences why they came out as they did."""
        return Explanations(self.state)

    @cached_property
    def predicates(self) -> Predicates:
        """What says where parties stand."""
        return Predicates(self.state)

    @cached_property
    def parties(self) -> Sequence[str]:
        """The ids of all parties."""
        return [party.id for party in self.state.parties]

    @cached_property
    def standings(self) -> Sequence[Standing]:
        """What became of all demands, in the order of the outline."""
        return [self.state.standing(entry.demand.id) for entry in self.state.outline]

    @property
    def raised(self) -> Iterator[Standing]:
        """Of those on the table."""
        off = (Outcome.UNRAISED, Outcome.WITHDRAWN)
        return (one for one in self.standings if one.outcome not in off)
