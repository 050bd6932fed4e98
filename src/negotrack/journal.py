"""What was said of which cell, in order?

Written down is only which statement touched which cell. What position that led to, which one it replaced and since when
it has been held is worked out where it is asked for, and then kept: so a large record is quick to read, and what
differs between two rounds is found without a look at what does not.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, MutableMapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple, final

from attrs import frozen

from negotrack.model.statements import Statement
from negotrack.positions import OWN, SILENT, Held, Lapsed, Position

SILENCE = -1
"""The place that stands for silence, in which every cell begins. Entries have the places from 0 on."""

_SILENT, _LAPSED = 0, 1
"""The codes of the positions that nobody holds. Positions are equal when their codes are."""


class Cell(NamedTuple):
    """A party and a demand."""

    party: str
    demand: str


@final
@frozen
class Word:
    """A statement, and in which round it was made.

    Attributes:
        said_in: the id of the round.

    Examples:
        >>> from negotrack import seed
        >>> word = seed("sochi-2022").diff("start", -1).outcomes[8].words[1]
        >>> word.said_in, str(word.said.says)
        ('sochi-2022', 'armenia rejects corridor')
    """

    __module__ = "negotrack"

    said: Statement
    said_in: str


_ROOMY = 16
"""Up to how many cells there may be to an entry so that all of them are counted out."""


@final
class Journal:
    """Every change of a position, in order: written round by round, and then only read.

    Cells go by number: the place of the demand times the number of parties, and the place of the party. Entries go by
    place, rounds by number, 0 being before the first.

    Attributes:
        parties: the ids of the parties.
        demands: the ids of the demands.
        cells: of each entry the cell.
        words: of each entry the statement that made it; of a position that lapsed, the amendment.
        bases: of the entries that a bloc made for its members, the bloc.
        lapsed: the entries by which a position lapsed.
        amended: for each demand that was amended, by its place, how long the journal was each time.
        rounds: the ids of the rounds.
        ends: how long the journal was at the end of each round.
    """

    def __init__(self, parties: Sequence[str], demands: Sequence[str]) -> None:
        self.parties = parties
        self.demands = demands
        self.cells: array[int] = array("q")
        self.words: list[Statement] = []
        self.bases: dict[int, str] = {}
        self.lapsed: set[int] = set()
        self.amended: dict[int, list[int]] = {}
        self.rounds: list[str] = []
        self.ends: list[int] = [0]
        self._codes: dict[object, int] = {}
        """The codes of the positions that were looked at, by all that makes them equal."""
        self._since: dict[int, int] = {}
        self._positions: dict[int, Position] = {SILENCE: SILENT}
        self._like_lapsed: dict[int, Position] = {}
        """Of the positions that lapsed from equal ones, by the code of these, one that stands for all."""
        self._like_others: dict[int, Position] = {}
        """Of the other positions that are equal, by their code, one that stands for all."""

    # --- entries

    def cell(self, number: int) -> Cell:
        """Give a cell by its number."""
        demand, party = divmod(number, len(self.parties))
        return Cell(self.parties[party], self.demands[demand])

    def cell_of(self, place: int) -> Cell:
        """Give the cell of an entry."""
        return self.cell(self.cells[place])

    def word(self, place: int) -> Word:
        """Give the statement that made an entry; of a position that lapsed, the amendment."""
        return Word(self.words[place], self.rounds[self.number(place) - 1])

    def number(self, place: int) -> int:
        """Give the number of the round in which an entry was made."""
        return bisect_right(self.ends, place)

    def entries(self, number: int) -> range:
        """Give the places of all entries that a round made, in order."""
        return range(self.ends[number - 1] if number else 0, self.ends[number])

    def entries_on(self, demands: Container[str], number: int) -> Iterator[int]:
        """Give the places of those entries of a round that are on some demands, in order."""
        cells, known, width = self.cells, self.demands, len(self.parties)
        return (place for place in self.entries(number) if known[cells[place] // width] in demands)

    def entries_of(self, cells: Container[int]) -> Iterator[int]:
        """Give the places of all entries of some cells, in order."""
        return (place for place, cell in enumerate(self.cells) if cell in cells)

    def cells_with(self, is_such: Callable[[Statement], bool]) -> AbstractSet[int]:
        """Give the cells that a statement of some kind touched. It makes no positions, and is quick."""
        return {cell for cell, said in zip(self.cells, self.words, strict=True) if is_such(said)}

    @property
    def latest(self) -> Mapping[int, int]:
        """The place of the latest entry of each cell that has one, in the order in which these were first spoken of."""
        return dict(zip(self.cells, range(len(self.cells)), strict=True))

    @property
    def speakers(self) -> AbstractSet[str]:
        """The parties that ever took a position."""
        width = len(self.parties)
        return {self.parties[cell % width] for cell in set(self.cells)}

    @cached_property
    def previous(self) -> Sequence[int]:
        """Of each entry the place of the one that it replaced."""
        found, latest = array("q"), self.everywhere(SILENCE)
        for place, cell in enumerate(self.cells):
            found.append(latest[cell])
            latest[cell] = place
        return found

    def everywhere(self, number: int) -> MutableMapping[int, int] | list[int]:
        """Give a number for every cell, one and the same so far: in a row where the matrix is not far larger than this.

        Where it is, most cells are never spoken of.
        """
        size = len(self.parties) * len(self.demands)
        is_small = size <= _ROOMY * (len(self.cells) + 1)
        return [number] * size if is_small else defaultdict(lambda: number)

    def steps(self, number: int) -> Iterator[tuple[str, str, Position, Position]]:
        """Give each step of a round from one position to an unequal one: whose, on what, and like which both are."""
        codes, previous, cells = self.codes, self.previous, self.cells
        parties, demands, width = self.parties, self.demands, len(self.parties)
        for place in self.entries(number):
            before = previous[place]
            if codes[place] != codes[before]:
                demand, party = divmod(cells[place], width)
                yield parties[party], demands[demand], self._like(before), self._like(place)

    def _like(self, place: int) -> Position:
        """Give a position that counts as the one at a place does: one for all that are equal, and lapsed from such."""
        if place in self.lapsed:
            known, code = self._like_lapsed, self.codes[self.previous[place]]
        else:
            known, code = self._like_others, self.codes[place]
        found = known.get(code)
        if found is None:
            found = known[code] = self.position(place)
        return found

    def is_restated(self, place: int) -> bool:
        """Tell whether an entry left the position as it was."""
        return self.code(place) == self.code(self.previous[place])

    # --- where cells stand

    @cached_property
    def columns(self) -> Mapping[str, Mapping[str, Sequence[int]]]:
        """For each demand, then party, all places of the cell: what a row of a matrix asks for lies together."""
        places: dict[int, list[int]] = {}
        for place, cell in enumerate(self.cells):
            places.setdefault(cell, []).append(place)
        found: dict[str, dict[str, Sequence[int]]] = {}
        for number, several in places.items():
            party, demand = self.cell(number)
            found.setdefault(demand, {})[party] = several
        return found

    def places(self, cell: Cell) -> Sequence[int]:
        """Give all places of a cell, in order."""
        return self.columns.get(cell.demand, {}).get(cell.party, ())

    def places_between(self, cell: Cell, before: int, after: int) -> Sequence[int]:
        """Give the places of a cell that were made after one round, up to the end of another."""
        places = self.places(cell)
        return places[bisect_left(places, self.ends[before]) : bisect_left(places, self.ends[after])]

    def standing(self, places: Sequence[int], number: int) -> int:
        """Give the one of the places of a cell at which it stands as of a round."""
        found = bisect_left(places, self.ends[number])
        return places[found - 1] if found else SILENCE

    # --- what a place means

    def code(self, place: int) -> int:
        """Give the code of the position at a place."""
        if place == SILENCE:
            return _SILENT
        if place in self.lapsed:
            return _LAPSED
        return self._code_of(self.words[place], self.version(place))

    @cached_property
    def codes(self) -> Sequence[int]:
        """Of each entry the code of the position at it; behind the last of silence, which is then `codes[SILENCE]`."""
        found = list(map(self._code_of, self.words, self._versions()))
        for place in self.lapsed:
            found[place] = _LAPSED
        return [*found, _SILENT]

    def _code_of(self, said: Statement, version: int) -> int:
        """Give the code of the position that a statement on a version of a text leads to."""
        says = said.says
        conditions = frozenset(says.conditions) if says.conditions else ()
        shape = (says.stance, conditions, says.provisional, said.reservation, said.red_line, version)
        return self._codes.setdefault(shape, len(self._codes) + _LAPSED + 1)

    def version(self, place: int) -> int:
        """Give the number of the text that was current when an entry was made."""
        made = self.amended.get(self.cells[place] // len(self.parties)) if self.amended else None
        return bisect_right(made, place) + 1 if made else 1

    def _versions(self) -> Iterator[int]:
        """Give of each entry the number of the text that was current when it was made."""
        amended, width = self.amended, len(self.parties)
        for place, cell in enumerate(self.cells):
            made = amended.get(cell // width)
            yield bisect_right(made, place) + 1 if made else 1

    def position(self, place: int) -> Position:
        """Give the position at a place."""
        known = self._positions.get(place)
        if known is None:
            has_lapsed = place in self.lapsed
            known = Lapsed(self.held(self.previous[place])) if has_lapsed else self.held(place)
            self._positions[place] = known
        return known

    def held(self, place: int) -> Held:
        """Give the position at the place of an entry by which it did not lapse."""
        said, says = self.words[place], self.words[place].says
        return Held(
            stance=says.stance,
            conditions=says.conditions,
            provisional=says.provisional,
            reservation=said.reservation,
            red_line=said.red_line,
            version=self.version(place),
            said=said,
            said_in=self.rounds[self.number(place) - 1],
            since=self.rounds[self.since(place) - 1],
            basis=self.bases.get(place, OWN),
        )

    def since(self, place: int) -> int:
        """Give the number of the first round of the unbroken run of rounds at whose end a position is equal."""
        places, code, passed = self.places(self.cell_of(place)), self.code(place), [place]
        while passed[-1] not in self._since:
            number = self.number(passed[-1])
            earlier = self.standing(places, number - 1)
            if self.code(earlier) == code:
                passed.append(earlier)
            else:
                self._since[passed[-1]] = number
        self._since |= dict.fromkeys(passed, self._since[passed[-1]])
        return self._since[place]
