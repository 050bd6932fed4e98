"""Who stood where, in every round?

One fold over the statements, in order, writes a log of every change of a position. What a party's position was as of
any round is then looked up in the log, not computed again.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, final

from attrs import Factory, define, evolve, frozen

from negotrack.blocs import members_by_bloc
from negotrack.calendar import START, Calendar
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.positions import OWN, SILENT, Account, Held, Lapsed, Position
from negotrack.stances import Stance


class Cell(NamedTuple):
    """A party and a demand."""

    party: str
    demand: str


@final
@frozen
class Version:
    """A text of a demand: the first, or one that an amendment made."""

    __module__ = "negotrack"

    number: int
    """1 for the first text, and one more with each amendment."""
    text: str | None
    """The text; None: not recorded."""
    made_in: str | None
    """The id of the round of the amendment; None: the first text, which stood before the first round."""
    said: Statement | None
    """The amendment; None: the first text."""


@final
@frozen
class LeftOut:
    """Words that move nothing, as a whole or for one of their holders or demands."""

    __module__ = "negotrack"

    said: Statement
    said_in: str
    """The id of the round."""
    reason: str
    """Why: what is not in the record, or what the words are about that is not there."""


@define
class _Opening:
    """An account, and the numbers of the rounds that opened and closed it."""

    account: Account
    opened: int
    closed: int | None = None

    def is_open(self, number: int) -> bool:
        return self.opened <= number and (self.closed is None or number < self.closed)


@final
@frozen(eq=False)
class Timeline:
    """All positions, texts and accounts of a record, as of any round.

    Rounds go by number: 0 is before the first, in which all are silent.
    """

    _cells: Sequence[Cell]
    """The log: which cell changed, in order."""
    _positions: Sequence[Position]
    """The log: what it changed to."""
    _ends: Sequence[int]
    """How long the log is at the end of each round."""
    _entries: Mapping[Cell, Sequence[int]]
    """For each cell its places in the log."""
    _versions: Mapping[str, Sequence[tuple[int, Version]]]
    """For each demand its texts, with the numbers of the rounds that made them."""
    _openings: Mapping[Cell, Sequence[_Opening]]
    _left_out: Sequence[tuple[int, LeftOut]]
    """Words that move nothing, with the numbers of their rounds."""

    def position(self, party: str, demand: str, number: int) -> Position:
        """Give a party's position on a demand as of a round."""
        entries = self._entries.get(Cell(party, demand), ())
        place = bisect_left(entries, self._ends[number])
        return self._positions[entries[place - 1]] if place else SILENT

    def changes(self, number: int) -> Iterator[tuple[Cell, Position]]:
        """Give all changes that a round made, in order: those undone within it and restatements included."""
        span = slice(self._ends[number - 1] if number else 0, self._ends[number])
        yield from zip(self._cells[span], self._positions[span], strict=True)

    def version(self, demand: str, number: int) -> Version:
        """Give the text of a demand that is current as of a round."""
        return max(
            (version for made, version in self._versions[demand] if made <= number),
            key=lambda version: version.number,
        )

    def left_out(self, number: int) -> tuple[LeftOut, ...]:
        """Give the words up to a round that move nothing, in order."""
        return tuple(words for said_in, words in self._left_out if said_in <= number)

    def accounts(self, party: str, demand: str, number: int) -> tuple[Account, ...]:
        """Give the accounts of a party's position that are open at the end of a round, oldest first."""
        openings = self._openings.get(Cell(party, demand), ())
        return tuple(opening.account for opening in openings if opening.is_open(number))


def timeline(parties: Sequence[Party], demands: Sequence[Demand], rounds: Sequence[Round]) -> Timeline:
    """Read the statements of all rounds, in order.

    Holders and demands that are not in the record are left out, as are statements about another than the current
    version and withdrawals by those that proposed nothing.
    """
    fold = _Fold([party.id for party in parties], demands)
    calendar = Calendar.of(rounds)
    for number, round_ in enumerate(rounds, 1):
        fold.read(round_, number, members_by_bloc(parties, calendar, number))
    return Timeline(
        fold.cells, fold.positions, fold.ends, fold.entries, fold.versions, fold.openings, fold.left_out
    )


@define(init=False)
class _Fold:
    """What has been read so far."""

    parties: dict[str, None]
    """All parties, in order; a dict, to look them up."""
    versions: dict[str, list[tuple[int, Version]]]
    cells: list[Cell] = Factory(list)
    positions: list[Position] = Factory(list)
    ends: list[int] = Factory(lambda: [0])
    entries: dict[Cell, list[int]] = Factory(dict)
    openings: dict[Cell, list[_Opening]] = Factory(dict)
    left_out: list[tuple[int, LeftOut]] = Factory(list)
    proposed: set[Cell] = Factory(set)
    """Who has put forward what, itself or through a bloc."""
    round: str = ""
    number: int = 0
    members: Mapping[str, tuple[str, ...]] = Factory(dict)

    def __init__(self, parties: Sequence[str], demands: Sequence[Demand]) -> None:
        first = {demand.id: [(START, Version(1, demand.text, None, None))] for demand in demands}
        self.__attrs_init__(dict.fromkeys(parties), first)

    def read(self, round_: Round, number: int, members: Mapping[str, tuple[str, ...]]) -> None:
        self.round, self.number, self.members = round_.id, number, members
        for statement in round_.statements:
            self._statement(statement)
        self.ends.append(len(self.cells))

    def _statement(self, said: Statement) -> None:
        holders = [holder for holder in said.says.holders if holder in self.parties]
        self._leave_out_strangers(said)
        for demand in said.says.demands:
            if demand not in self.versions:
                continue
            if said.says.stance is Stance.AMENDS:
                self._amend(holders, demand, said)
            elif said.version is None or said.version == self._version(demand):
                self._state(holders, demand, said)
            else:
                self._leave_out(said, f"`{demand}` is at text {self._version(demand)}, not {said.version}")

    def _leave_out_strangers(self, said: Statement) -> None:
        """Take note of the parties and demands of a statement that are not in the record."""
        says = said.says
        for holder in says.holders:
            if holder not in self.parties:
                self._leave_out(said, f"there is no party `{holder}`")
        for demand in dict.fromkeys((*says.demands, *says.conditions)):
            if demand not in self.versions:
                self._leave_out(said, f"there is no demand `{demand}`")

    def _leave_out(self, said: Statement, reason: str) -> None:
        self.left_out.append((self.number, LeftOut(said, self.round, reason)))

    def _state(self, holders: Sequence[str], demand: str, said: Statement) -> None:
        for holder in holders:
            if _is_account(said, holder):
                self._report(Cell(holder, demand), said)
            elif said.says.stance is not Stance.WITHDRAWS or Cell(holder, demand) in self.proposed:
                self._speak(holder, demand, said)
            else:
                self._leave_out(said, f"`{holder}` has not put forward `{demand}`")

    def _amend(self, holders: Sequence[str], demand: str, said: Statement) -> None:
        amenders = [holder for holder in holders if not _is_account(said, holder)]
        if amenders:
            self._new_text(amenders, demand, said)
        for holder in amenders:
            self._speak(holder, demand, said)
        for holder in holders:
            if holder not in amenders:
                self._report(Cell(holder, demand), said)

    def _new_text(self, amenders: Sequence[str], demand: str, said: Statement) -> None:
        """Make a version, and let lapse what was said of the old one."""
        version = Version(self._version(demand) + 1, said.text, self.round, said)
        self.versions[demand].append((self.number, version))
        bound = set(amenders).union(*(self.members.get(amender, ()) for amender in amenders))
        for party in self.parties:
            cell = Cell(party, demand)
            self._close(cell)
            standing = self._latest(cell)
            if party not in bound and isinstance(standing, Held):
                self._record(cell, Lapsed(standing))

    def _speak(self, holder: str, demand: str, said: Statement) -> None:
        """Let a holder, and those it speaks for, take a position."""
        self._take(Cell(holder, demand), said, OWN)
        for member in self.members.get(holder, ()):
            self._take(Cell(member, demand), said, holder)

    def _take(self, cell: Cell, said: Statement, basis: str) -> None:
        says = said.says
        position = Held(
            stance=says.stance,
            conditions=says.conditions,
            provisional=says.provisional,
            reservation=said.reservation,
            red_line=said.red_line,
            version=self._version(cell.demand),
            said=said,
            said_in=self.round,
            since=self.round,
            basis=basis,
        )
        earlier = self._at_start_of_round(cell)
        if isinstance(earlier, Held) and earlier == position:
            position = evolve(position, since=earlier.since)
        self._record(cell, position)
        if says.stance in (Stance.PROPOSES, Stance.AMENDS):
            self.proposed.add(cell)
        self._close(cell, answered_by=position)

    def _report(self, cell: Cell, said: Statement) -> None:
        """Take note of somebody else's account of a position."""
        account = Account(cell.party, cell.demand, said.according_to or "", said, self.round)
        self._close(cell, given_by=account.according_to)
        if not account.matches(self._latest(cell)):
            self.openings.setdefault(cell, []).append(_Opening(account, self.number))

    def _close(self, cell: Cell, *, answered_by: Position | None = None, given_by: str | None = None) -> None:
        """Close the open accounts of a cell: those that a position answers, those of one giver, or all."""
        for opening in self.openings.get(cell, ()):
            if opening.closed is None and (
                (answered_by is None or opening.account.matches(answered_by))
                and (given_by is None or opening.account.according_to == given_by)
            ):
                opening.closed = self.number

    def _record(self, cell: Cell, position: Position) -> None:
        self.entries.setdefault(cell, []).append(len(self.cells))
        self.cells.append(cell)
        self.positions.append(position)

    def _latest(self, cell: Cell) -> Position:
        entries = self.entries.get(cell)
        return self.positions[entries[-1]] if entries else SILENT

    def _at_start_of_round(self, cell: Cell) -> Position:
        entries = self.entries.get(cell, [])
        place = bisect_left(entries, self.ends[-1])
        return self.positions[entries[place - 1]] if place else SILENT

    def _version(self, demand: str) -> int:
        return self.versions[demand][-1][1].number


def _is_account(said: Statement, holder: str) -> bool:
    """Tell whether the words are somebody else's account of what the holder said."""
    return said.according_to is not None and said.according_to != holder
