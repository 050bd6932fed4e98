"""In which cells does another position stand as of one round than as of another?"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, final, overload

from attrs import define, field, frozen

from negotrack.journal import SILENCE, Cell, Journal


@final
@frozen(eq=False)
class Cells(Sequence[Cell]):
    """Cells by their numbers, each named only when it is looked at: there may be a million."""

    numbers: Sequence[int]
    parties: Sequence[str]
    demands: Sequence[str]

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> "Cells": ...
    def __getitem__(self, index: int | slice) -> "Cell | Cells":
        if isinstance(index, slice):
            return Cells(self.numbers[index], self.parties, self.demands)
        demand, party = divmod(self.numbers[index], len(self.parties))
        return Cell(self.parties[party], self.demands[demand])

    def __len__(self) -> int:
        return len(self.numbers)


class _Shift(NamedTuple):
    """What changed between two rounds: cells by their numbers, and the codes of their positions on both sides."""

    cells: Sequence[int]
    before: Sequence[int]
    after: Sequence[int]


@final
@define(eq=False)
class Shifts:
    """What each round shifted, from its beginning to its end. What was undone within it shifted nothing.

    Who asks for one round has it looked for alone. Who asks for another has it worked out for all, once.
    """

    _journal: Journal
    _known: dict[int, _Shift] = field(init=False, factory=dict)
    """What was found, by the number of the round."""

    def between(self, before: int, after: int) -> Cells:
        """Give the cells in which unequal positions stand as of two rounds, the earlier one first.

        It takes as long as there are shifts between them, however large the matrix is, once all were worked out.
        """
        journal = self._journal
        if after - before == 1:
            numbers = self._of(after).cells
        else:
            rounds = [self._of(number) for number in range(before + 1, after + 1)]
            numbers = _composed(rounds)
        return Cells(numbers, journal.parties, journal.demands)

    def _of(self, number: int) -> _Shift:
        if number not in self._known:
            if self._known:
                self._known |= enumerate(self._all(), 1)
            else:
                self._known[number] = self._one(number)
        return self._known[number]

    def _one(self, number: int) -> _Shift:
        """Look for what one round shifted, without a reading of all others."""
        journal, places = self._journal, self._journal.entries(number)
        last = dict(zip(journal.cells[places.start : places.stop], places, strict=True))
        first = dict.fromkeys(last, SILENCE)
        first |= {cell: place for place, cell in enumerate(journal.cells[: places.start]) if cell in last}
        code = journal.code
        return _unequal(
            {cell: code(place) for cell, place in first.items()},
            {cell: code(place) for cell, place in last.items()},
        )

    def _all(self) -> Iterable[_Shift]:
        """Go through all rounds, in order."""
        cells, codes = self._journal.cells, self._journal.codes
        standing = self._journal.everywhere(codes[SILENCE])
        for start, stop in pairwise(self._journal.ends):
            last = dict(zip(cells[start:stop], codes[start:stop], strict=True))
            shift = _unequal(standing, last)
            yield shift
            for cell, code in zip(shift.cells, shift.after, strict=True):
                standing[cell] = code


def _unequal(before: Mapping[int, int] | list[int], after: Mapping[int, int]) -> _Shift:
    """Give the cells that have unequal codes before and after."""
    cells = [cell for cell, code in after.items() if before[cell] != code]
    before_, after_ = map(before.__getitem__, cells), map(after.__getitem__, cells)
    return _Shift(array("q", cells), array("q", before_), array("q", after_))


def _composed(rounds: Sequence[_Shift]) -> Sequence[int]:
    """Give the cells that rounds one after another shifted, taken together: less those that came back."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for shift in rounds:
        last |= zip(shift.cells, shift.after, strict=True)
    for shift in reversed(rounds):
        first |= zip(shift.cells, shift.before, strict=True)
    return _unequal(first, last).cells
