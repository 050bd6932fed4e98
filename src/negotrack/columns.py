"""Where does everybody stand on one demand, as of a round?"""

from collections.abc import Iterator, Mapping
from typing import final

from attrs import frozen

from negotrack.journal import SILENCE, Journal
from negotrack.positions import Position


@final
@frozen(eq=False)
class Column(Mapping[str, Position]):
    """The positions of the parties that are not silent on a demand, in the order of the dossier.

    Each is looked up when it is asked for.
    """

    journal: Journal
    demand: str
    number: int
    """The number of the round."""

    def __getitem__(self, party: str) -> Position:
        places = self.journal.columns.get(self.demand, {})[party]
        place = self.journal.standing(places, self.number)
        if place == SILENCE:
            raise KeyError(party)
        return self.journal.position(place)

    def __iter__(self) -> Iterator[str]:
        column, end = self.journal.columns.get(self.demand, {}), self.journal.ends[self.number]
        return (party for party in self.journal.parties if party in column and column[party][0] < end)

    def __len__(self) -> int:
        return sum(1 for _ in self)
