"""Who stood where, in every round?

One fold over the statements, in order, writes a log of every change of a position. What a party's position was as of
any round is then looked up in the log, not computed again.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum, unique
from functools import cached_property
from typing import NamedTuple, assert_never, final

from attrs import Factory, define, evolve, frozen

from negotrack.blocs import Blocs
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
@frozen(kw_only=True)
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


@unique
class Omission(StrEnum):
    """Why words are left out."""

    __module__ = "negotrack"

    UNKNOWN_PARTY = "unknown-party"
    """A holder is no party of the record."""
    UNKNOWN_DEMAND = "unknown-demand"
    """What they are about is no demand of the record."""
    UNKNOWN_CONDITION = "unknown-condition"
    """A condition is no demand of the record, and is never met."""
    OTHER_TEXT = "other-text"
    """They are about another than the current text."""
    NOT_PUT_FORWARD = "not-put-forward"
    """They withdraw what the holder has not put forward."""


@final
@frozen(kw_only=True)
class LeftOut:
    """Words that are left out, as a whole or in part: a holder, a demand or a condition of theirs."""

    __module__ = "negotrack"

    said: Statement
    said_in: str
    """The id of the round."""
    why: Omission
    party: str | None = None
    """The holder that is left out; None: all of them."""
    demand: str | None = None
    """The demand or the condition that is left out; None: all of them."""
    current: int = 0
    """Where they are about another text: the version that was current; else 0."""

    @property
    def reason(self) -> str:
        """What is left out, and why, in words."""
        match self.why:
            case Omission.UNKNOWN_PARTY:
                return f"there is no party `{self.party}`"
            case Omission.UNKNOWN_DEMAND:
                return f"there is no demand `{self.demand}`"
            case Omission.UNKNOWN_CONDITION:
                return f"the condition `{self.demand}` is no demand, and is never met"
            case Omission.OTHER_TEXT:
                return f"`{self.demand}` is at text {self.current}, not {self.said.version}"
            case Omission.NOT_PUT_FORWARD:
                return f"`{self.party}` has not put forward `{self.demand}`"
            case _:
                assert_never(self.why)


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
    _entries: Mapping[tuple[str, str], Sequence[int]]
    """For each cell its places in the log."""
    _versions: Mapping[str, Sequence[tuple[int, Version]]]
    """For each demand its texts, with the numbers of the rounds that made them."""
    _openings: Mapping[tuple[str, str], Sequence[_Opening]]
    _left_out: Sequence[tuple[int, LeftOut]]
    """Words that are left out, with the numbers of their rounds."""

    def position(self, party: str, demand: str, number: int) -> Position:
        """Give a party's position on a demand as of a round."""
        entries = self._entries.get(Cell(party, demand), ())
        place = bisect_left(entries, self._ends[number])
        return self._positions[entries[place - 1]] if place else SILENT

    def row(
        self, parties: Sequence[str], demand: str, number: int
    ) -> Iterator[tuple[Position, tuple[Account, ...]]]:
        """Give the position of each party on a demand as of a round, with the accounts of it that are open."""
        end, column = self._ends[number], self._columns.get(demand, {})
        for party in parties:
            entries = column.get(party)
            place = bisect_left(entries, end) if entries else 0
            position = self._positions[entries[place - 1]] if entries and place else SILENT
            yield position, self.accounts(party, demand, number) if self._openings else ()

    @cached_property
    def _columns(self) -> Mapping[str, Mapping[str, Sequence[int]]]:
        """The entries by demand, then party: what a row of a matrix asks for lies together."""
        found: dict[str, dict[str, Sequence[int]]] = {}
        for (party, demand), places in self._entries.items():
            found.setdefault(demand, {})[party] = places
        return found

    def changes(self, number: int) -> Iterator[tuple[Cell, Position]]:
        """Give all changes that a round made, in order: those undone within it and restatements included."""
        span = slice(self._ends[number - 1] if number else 0, self._ends[number])
        yield from zip(self._cells[span], self._positions[span], strict=True)

    def voices(self, number: int) -> AbstractSet[str]:
        """Give the parties that have a position on anything as of a round, or of which one is reported."""
        end = self._ends[number]
        spoken = {party for party, place in self._first_words.items() if place < end}
        reported = {
            party
            for (party, _), openings in self._openings.items()
            if any(opening.is_open(number) for opening in openings)
        }
        return spoken | reported

    @cached_property
    def _first_words(self) -> Mapping[str, int]:
        """For each party the place in the log of its first position. Nobody becomes silent again."""
        return {cell.party: place for place, cell in reversed(list(enumerate(self._cells)))}

    def versions(self, demand: str, number: int) -> tuple[Version, ...]:
        """Give the texts of a demand as of a round, the current one last."""
        return tuple(version for made, version in self._versions[demand] if made <= number)

    def version(self, demand: str, number: int) -> Version:
        """Give the text of a demand that is current as of a round."""
        return self.versions(demand, number)[-1]

    def left_out(self, number: int) -> tuple[LeftOut, ...]:
        """Give the words up to a round that are left out, in order."""
        return tuple(words for said_in, words in self._left_out if said_in <= number)

    def open_accounts(self, number: int) -> Iterator[Account]:
        """Give all accounts that are open at the end of a round."""
        for openings in self._openings.values():
            yield from self._open(openings, number)

    def accounts(self, party: str, demand: str, number: int) -> tuple[Account, ...]:
        """Give the accounts of a party's position that are open at the end of a round, oldest first."""
        return self._open(self._openings.get(Cell(party, demand), ()), number)

    @staticmethod
    def _open(openings: Sequence[_Opening], number: int) -> tuple[Account, ...]:
        return tuple(opening.account for opening in openings if opening.is_open(number))


def timeline(parties: Sequence[Party], demands: Sequence[Demand], rounds: Sequence[Round]) -> Timeline:
    """Read the statements of all rounds, in order.

    Holders and demands that are not in the record are left out, as are statements about another than the current
    version and withdrawals by those that proposed nothing.
    """
    fold = _Fold(Blocs(parties, Calendar.of(rounds)), demands)
    for number, round_ in enumerate(rounds, 1):
        fold.read(round_, number)
    return Timeline(
        fold.cells, fold.positions, fold.ends, fold.entries, fold.versions, fold.openings, fold.left_out
    )


@define(init=False)
class _Fold:
    """What has been read so far."""

    blocs: Blocs
    parties: frozenset[str]
    versions: dict[str, list[tuple[int, Version]]]
    cells: list[Cell] = Factory(list)
    positions: list[Position] = Factory(list)
    ends: list[int] = Factory(lambda: [0])
    entries: dict[tuple[str, str], list[int]] = Factory(dict)
    openings: dict[tuple[str, str], list[_Opening]] = Factory(dict)
    open: dict[Cell, list[_Opening]] = Factory(dict)
    """Those of the accounts that are open now."""
    left_out: list[tuple[int, LeftOut]] = Factory(list)
    unsettled: dict[str, dict[str, None]] = Factory(dict)
    """For each demand the parties that an amendment of it may touch: who took a position or was reported since the
    last one; a dict, to keep their order."""
    proposed: set[Cell] = Factory(set)
    """Who has put forward what, itself or through a bloc."""
    round: str = ""
    number: int = 0
    members: dict[str, tuple[str, ...]] = Factory(dict)
    """For whom those speak that spoke in this round."""

    def __init__(self, blocs: Blocs, demands: Sequence[Demand]) -> None:
        versions = {demand.id: [(START, _first_text(demand))] for demand in demands}
        self.__attrs_init__(blocs, frozenset(party.id for party in blocs.parties), versions)

    def read(self, round_: Round, number: int) -> None:
        self.round, self.number, self.members = round_.id, number, {}
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
                current = self._version(demand)
                self._leave_out(said, Omission.OTHER_TEXT, demand=demand, current=current)

    def _leave_out_strangers(self, said: Statement) -> None:
        """Take note of the parties and demands of a statement that are not in the record."""
        says = said.says
        for holder in says.holders:
            if holder not in self.parties:
                self._leave_out(said, Omission.UNKNOWN_PARTY, party=holder)
        for demand in says.demands:
            if demand not in self.versions:
                self._leave_out(said, Omission.UNKNOWN_DEMAND, demand=demand)
        for condition in says.conditions:
            if condition not in self.versions:
                self._leave_out(said, Omission.UNKNOWN_CONDITION, demand=condition)

    def _leave_out(
        self,
        said: Statement,
        why: Omission,
        *,
        party: str | None = None,
        demand: str | None = None,
        current: int = 0,
    ) -> None:
        words = LeftOut(said=said, said_in=self.round, why=why, party=party, demand=demand, current=current)
        self.left_out.append((self.number, words))

    def _state(self, holders: Sequence[str], demand: str, said: Statement) -> None:
        for holder in holders:
            if _is_account(said, holder):
                self._report(Cell(holder, demand), said)
            elif said.says.stance is not Stance.WITHDRAWS or Cell(holder, demand) in self.proposed:
                self._speak(holder, demand, said)
            else:
                self._leave_out(said, Omission.NOT_PUT_FORWARD, party=holder, demand=demand)

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
        text = said.text if len(said.says.demands) == 1 else None
        version = Version(number=self._version(demand) + 1, text=text, made_in=self.round, said=said)
        self.versions[demand].append((self.number, version))
        bound = set(amenders).union(*(self._members(amender) for amender in amenders))
        for party in self.unsettled.pop(demand, ()):
            cell = Cell(party, demand)
            self._close(cell, lambda _: True)
            standing = self._latest(cell)
            if party not in bound and isinstance(standing, Held):
                self._record(cell, Lapsed(standing))

    def _speak(self, holder: str, demand: str, said: Statement) -> None:
        """Let a holder, and those it speaks for, take a position."""
        self._take(Cell(holder, demand), said, OWN)
        for member in self._members(holder):
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
        self.unsettled.setdefault(cell.demand, {})[cell.party] = None
        if says.stance in (Stance.PROPOSES, Stance.AMENDS):
            self.proposed.add(cell)
        self._close(cell, lambda account: account.matches(position))

    def _report(self, cell: Cell, said: Statement) -> None:
        """Take note of somebody else's account of a position."""
        giver = str(said.according_to)
        account = Account(
            party=cell.party, demand=cell.demand, according_to=giver, said=said, given_in=self.round
        )
        self._close(cell, lambda earlier: earlier.according_to == giver)
        if not account.matches(self._latest(cell)):
            opening = _Opening(account, self.number)
            self.openings.setdefault(cell, []).append(opening)
            self.open.setdefault(cell, []).append(opening)
            self.unsettled.setdefault(cell.demand, {})[cell.party] = None

    def _close(self, cell: Cell, is_over: Callable[[Account], bool]) -> None:
        """Close those open accounts of a cell that are over."""
        still_open = []
        for opening in self.open.pop(cell, ()):
            if is_over(opening.account):
                opening.closed = self.number
            else:
                still_open.append(opening)
        if still_open:
            self.open[cell] = still_open

    def _members(self, holder: str) -> tuple[str, ...]:
        if holder not in self.members:
            self.members[holder] = self.blocs.members(holder, self.number)
        return self.members[holder]

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


def _first_text(demand: Demand) -> Version:
    return Version(number=1, text=demand.text, made_in=None, said=None)


def _is_account(said: Statement, holder: str) -> bool:
    """Tell whether the words are somebody else's account of what the holder said."""
    return said.according_to is not None and said.according_to != holder
