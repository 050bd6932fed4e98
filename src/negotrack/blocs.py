"""Who speaks for whom, in a round?"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.calendar import Calendar
from negotrack.model.parties import Membership, Party


@final
@frozen(eq=False)
class Blocs:
    """The memberships of all parties, to be asked for one bloc in one round at a time.

    Examples:
        >>> parties = [Party("g77", "G77", members=["aosis"]), Party("aosis", "AOSIS", members=["fiji"]),
        ...            Party("fiji", "Fiji")]
        >>> Blocs(parties, Calendar({})).members("g77", 1)
        ('aosis', 'fiji')
    """

    parties: Sequence[Party]
    calendar: Calendar

    def members(self, bloc: str, number: int) -> tuple[str, ...]:
        """Give the parties that a bloc speaks for in a round, members of member blocs among them; none for others.

        They come in the order of the parties. A bloc does not speak for itself, even where its members run in a
        circle. Members that are no party are left out; whether bloc or members are active does not matter.
        """
        found: set[str] = set()
        ahead = [bloc]
        while ahead:
            for place in self._places.get(ahead.pop(), ()):
                is_member = self.calendar.covers(place.joins, place.leaves, number)
                if is_member and place.party not in found and place.party in self._order:
                    found.add(place.party)
                    ahead.append(place.party)
        return tuple(sorted(found - {bloc}, key=self._order.__getitem__))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[Membership]]:
        return {party.id: party.members for party in self.parties if party.members}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {party.id: place for place, party in enumerate(self.parties)}
