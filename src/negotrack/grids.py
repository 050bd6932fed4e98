"""Where does everybody stand on everything, as numbers?"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import field, frozen

from negotrack.journal import SILENCE, Journal
from negotrack.positions import Position


@final
@frozen(eq=False, repr=False)
class Grid:
    """All positions as of a round, as numbers: what a data frame is made of.

    Positions have equal numbers where they are equal, in all states of one negotiation. Which numbers these are may
    be another thing the next time that the dossier is read.

    Attributes:
        demands: the ids of the demands: one for each row.
        parties: the ids of the parties: one for each column.
        rows: for each demand a row, in their order; in it for each party a number, from 0 on, in the order of these.

    Examples:
        >>> from negotrack import seed
        >>> grid = seed("sochi-2022").now.grid
        >>> row = grid.rows[grid.demands.index("corridor")]
        >>> [str(grid.positions[number]) for number in row]
        ['proposes', 'rejects', 'silent']
    """

    __module__ = "negotrack"

    demands: tuple[str, ...]
    parties: tuple[str, ...]
    rows: tuple[Sequence[int], ...]
    _journal: Journal = field(repr=False)

    @cached_property
    def positions(self) -> Mapping[int, Position]:
        """For each number, from 0 on, that a position of the negotiation has, in any round, one of these positions.

        Where that one comes from (its statement, since when) is its own matter: others with this number came otherwise.
        """
        journal = self._journal
        places = range(len(journal.cells) - 1, SILENCE - 1, -1)
        first = dict(zip(reversed(journal.codes), (SILENCE, *places), strict=False))
        return {code: journal.position(place) for code, place in sorted(first.items())}

    def __repr__(self) -> str:
        return f"<Grid of {len(self.demands)} demands by {len(self.parties)} parties>"


def grid(journal: Journal, number: int) -> Grid:
    """Give all positions as of a round, in one pass over what was said until then."""
    silent, width, end = journal.codes[SILENCE], len(journal.parties), journal.ends[number]
    codes = [silent] * (width * len(journal.demands))
    for cell, code in zip(journal.cells[:end], journal.codes, strict=False):
        codes[cell] = code
    rows = (tuple(codes[place * width : (place + 1) * width]) for place in range(len(journal.demands)))
    return Grid(tuple(journal.demands), tuple(journal.parties), tuple(rows), journal)
