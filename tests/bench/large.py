"""What do all benchmarks of one size start from?"""

from functools import cached_property
from typing import Self

from attrs import evolve, field, frozen

import dossiers
from diff import Columns
from negotrack import Negotiation, dumps, loads
from walk import Named, walk


@frozen(slots=False)
class Large:
    """A record, the text of its file, and its statements in columns."""

    statements: int
    text: str = field(repr=False)

    @classmethod
    def of(cls, statements: int) -> Self:
        """Make one of so many statements, as negotrack itself writes it."""
        return cls(statements, dumps(loads(dossiers.text(statements)), "json"))

    @cached_property
    def talks(self) -> Negotiation:
        """The record."""
        return loads(self.text)

    @property
    def size(self) -> str:
        """How large it is, in words."""
        return f"{self.statements:,} statements"

    @property
    def last(self) -> int:
        """The number of the last round."""
        return len(self.talks.rounds)

    @cached_property
    def walked(self) -> tuple[Columns, Named]:
        """All statements in columns, and what their numbers stand for."""
        return walk(self.talks, self.last)

    def fresh(self) -> Negotiation:
        """Give the negotiation as it is when it was just loaded: of which nothing was worked out."""
        return evolve(self.talks)

    def indexed(self) -> Negotiation:
        """Give the negotiation when its timeline was read, each position in it by its code, and nothing else."""
        talks = self.fresh()
        _ = talks.timeline.journal.codes
        return talks
