"""Which statements have to do with a party?"""

from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation


@final
@frozen(eq=False)
class Concerns:
    """What is said by a party, for it and of it, and what it says of others."""

    party: str
    _blocs: Blocs

    @staticmethod
    def of(talks: Negotiation, party: str) -> "Concerns":
        """Give what tells the statements of a negotiation that have to do with a party."""
        return Concerns(party, Blocs(talks.parties, Calendar.of(talks.rounds)))

    def is_said_of(self, said: Statement, number: int) -> bool:
        """Tell whether a statement of a round says where the party stands, whoever makes it."""
        if self.party in said.says.holders:
            return True
        return any(
            said.according_to in (None, holder) and self.party in self._members(holder, number)
            for holder in said.says.holders
        )

    def is_told_by(self, said: Statement) -> bool:
        """Tell whether a statement is the party's account of what others said."""
        return said.according_to == self.party and said.says.holders != (self.party,)

    def _members(self, holder: str, number: int) -> tuple[str, ...]:
        key = (holder, number)
        if key not in self._found:
            self._found[key] = self._blocs.members(holder, number)
        return self._found[key]

    @cached_property
    def _found(self) -> dict[tuple[str, int], tuple[str, ...]]:
        """For whom those speak that were asked for."""
        return {}
