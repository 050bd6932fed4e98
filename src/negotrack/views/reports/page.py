"""What do all parts of a report read, and how are they laid out?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.model.claims import Outcome
from negotrack.negotiation import Negotiation
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.explanations import Explanations
from negotrack.views.lines import Line, indented, paragraph
from negotrack.views.matrix import Matrix, Sheet
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.theme import Glyphs, Style

INDENT = 2


@final
@frozen(eq=False)
class Page:
    """A report while it is written: what it tells of, what says it, and how wide it is."""

    talks: Negotiation
    state: State
    """The state of these talks that it is about."""
    width: int | None
    glyphs: Glyphs

    @cached_property
    def matrix(self) -> Matrix:
        """The positions."""
        return Matrix(self.state)

    @cached_property
    def sheet(self) -> Sheet:
        """The table of the positions, with what belongs to it."""
        return self.matrix.sheet(self.width, self.glyphs, has_reasons=False)

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

    def head(self, text: str) -> Iterator[Line]:
        """Give the head of a part."""
        return paragraph(text, self.width, Style.BOLD)

    def section(self, head: str, sentences: Iterable[str]) -> Iterator[Line]:
        """Give a head and sentences under it; nothing where there are none."""
        lines = [one for sentence in sentences for one in indented(sentence, INDENT, self.width)]
        if lines:
            yield from self.head(head)
            yield from lines
