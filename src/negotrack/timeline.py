"""Who stood where, in every round?

One fold over the statements, in order, writes a log of every change of a position. What a party's position was as of
any round is then looked up in the log, not computed again.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.columns import Column
from negotrack.fold import Fold
from negotrack.journal import Cell, Journal, Word
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.omissions import LeftOut
from negotrack.openings import Opening
from negotrack.positions import SILENT, Account, Position
from negotrack.shifts import Shifts
from negotrack.versions import Version


@final
@frozen(eq=False)
class Timeline:
    """All positions, texts and accounts of a record, as of any round.

    Rounds go by number: 0 is before the first, in which all are silent.
    """

    journal: Journal
    """All changes of positions."""
    _versions: Mapping[str, Sequence[tuple[int, Version]]]
    """For each demand its texts, with the numbers of the rounds that made them."""
    _openings: Mapping[tuple[str, str], Sequence[Opening]]
    _left_out: Sequence[tuple[int, LeftOut]]
    """Words that are left out, with the numbers of their rounds."""

    def position(self, party: str, demand: str, number: int) -> Position:
        """Give a party's position on a demand as of a round."""
        journal = self.journal
        return journal.position(journal.standing(journal.places(Cell(party, demand)), number))

    def column(self, demand: str, number: int) -> Mapping[str, Position]:
        """Give the positions on a demand as of a round of all parties that are not silent, in order."""
        return Column(self.journal, demand, number)

    def row(
        self, parties: Sequence[str], demand: str, number: int
    ) -> Iterator[tuple[Position, tuple[Account, ...]]]:
        """Give the position of each party on a demand as of a round, with the accounts of it that are open."""
        journal, column = self.journal, self.journal.columns.get(demand, {})
        for party in parties:
            places = column.get(party)
            position = journal.position(journal.standing(places, number)) if places else SILENT
            yield position, self.accounts(party, demand, number) if self._openings else ()

    @cached_property
    def shifts(self) -> Shifts:
        """In which cells another position stands as of one round than as of another."""
        return Shifts(self.journal)

    def changes(self, number: int) -> Iterator[tuple[Cell, Position]]:
        """Give all changes that a round made, in order: those undone within it and restatements included."""
        for place in self.journal.entries(number):
            yield self.journal.cell_of(place), self.journal.position(place)

    def changes_on(self, demands: Container[str], number: int) -> Iterator[tuple[Cell, Position]]:
        """Give those changes that a round made of positions on some demands, in order."""
        for place in self.journal.entries_on(demands, number):
            yield self.journal.cell_of(place), self.journal.position(place)

    def voices(self, number: int) -> AbstractSet[str]:
        """Give the parties that have a position on anything as of a round, or of which one is reported."""
        end = self.journal.ends[number]
        spoken = {party for party, place in self._first_words.items() if place < end}
        reported = {
            party
            for (party, _), openings in self._openings.items()
            if any(opening.is_open(number) for opening in openings)
        }
        return spoken | reported

    def spoken(self, number: int) -> int:
        """Count the cells that have a position as of a round. Nobody becomes silent again."""
        end = self.journal.ends[number]
        return sum(places[0] < end for column in self.journal.columns.values() for places in column.values())

    @cached_property
    def _first_words(self) -> Mapping[str, int]:
        """For each party the place of its first position. Nobody becomes silent again."""
        found: dict[str, int] = {}
        for column in self.journal.columns.values():
            for party, places in column.items():
                found[party] = min(places[0], found.get(party, places[0]))
        return found

    def versions(self, demand: str, number: int) -> tuple[Version, ...]:
        """Give the texts of a demand as of a round, the current one last."""
        return tuple(version for made, version in self._versions[demand] if made <= number)

    def version(self, demand: str, number: int) -> Version:
        """Give the text of a demand that is current as of a round."""
        return self.versions(demand, number)[-1]

    def left_out(self, number: int, *, since: int = 0) -> tuple[LeftOut, ...]:
        """Give the words that are left out, in order, of those said after one round, up to the end of another."""
        return tuple(words for said_in, words in self._left_out if since < said_in <= number)

    def open_accounts(self, number: int) -> Iterator[Account]:
        """Give all accounts that are open at the end of a round."""
        for openings in self._openings.values():
            yield from self._open(openings, number)

    def accounts(self, party: str, demand: str, number: int) -> tuple[Account, ...]:
        """Give the accounts of a party's position that are open at the end of a round, oldest first."""
        return self._open(self._openings.get((party, demand), ()), number)

    def accounts_moved(self, before: int, after: int) -> AbstractSet[Cell]:
        """Give the cells in which an account was given or closed after one round, up to the end of another."""
        return {
            cell for number in range(before + 1, after + 1) for cell in self._accounts_moved.get(number, ())
        }

    @cached_property
    def _accounts_moved(self) -> Mapping[int, AbstractSet[Cell]]:
        found: dict[int, set[Cell]] = {}
        for cell, openings in self._openings.items():
            for opening in openings:
                for number in (opening.opened, opening.closed or opening.opened):
                    found.setdefault(number, set()).add(Cell(*cell))
        return found

    def account_words(self, cell: Cell, before: int, after: int) -> Iterator[Word]:
        """Give the accounts of a cell given after one round, up to the end of another, and what closed any then."""
        for opening in self._openings.get(cell, ()):
            if before < opening.opened <= after:
                yield Word(opening.account.said, opening.account.given_in)
            if opening.closed and opening.closed_by and before < opening.closed <= after:
                yield Word(opening.closed_by, self.journal.rounds[opening.closed - 1])

    @staticmethod
    def _open(openings: Sequence[Opening], number: int) -> tuple[Account, ...]:
        return tuple(opening.account for opening in openings if opening.is_open(number))


def timeline(parties: Sequence[Party], demands: Sequence[Demand], rounds: Sequence[Round]) -> Timeline:
    """Read the statements of all rounds, in order.

    Holders and demands that are not in the record are left out, as are statements about another than the current
    version and withdrawals by those that proposed nothing.
    """
    fold = Fold(Blocs(parties, Calendar.of(rounds)), demands)
    for number, round_ in enumerate(rounds, 1):
        fold.read(round_, number)
    return Timeline(fold.journal, fold.versions, fold.openings, fold.left_out)
