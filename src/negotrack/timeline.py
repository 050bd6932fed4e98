"""Who stood where, in every round?

One fold over the statements, in order, writes a log of every change of a position. What a party's position was as of
any round is then looked up in the log, not computed again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum, unique
from functools import cached_property
from typing import assert_never, final

from attrs import Factory, define, frozen

from negotrack.blocs import Blocs
from negotrack.calendar import START, Calendar
from negotrack.journal import SILENCE, Cell, Journal, Word
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.positions import SILENT, Account, Position
from negotrack.stances import Stance


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


@final
@define
class Opening:
    """An account that opened, and what closed it."""

    account: Account
    opened: int
    """The number of the round in which it was given."""
    closed: int | None = None
    """The number of the round in which it closed; None: it is open still."""
    closed_by: Statement | None = None
    """The statement that closed it."""

    def is_open(self, number: int) -> bool:
        """Tell whether it is open at the end of a round."""
        return self.opened <= number and (self.closed is None or number < self.closed)


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

    def row(
        self, parties: Sequence[str], demand: str, number: int
    ) -> Iterator[tuple[Position, tuple[Account, ...]]]:
        """Give the position of each party on a demand as of a round, with the accounts of it that are open."""
        journal, column = self.journal, self.journal.columns.get(demand, {})
        for party in parties:
            places = column.get(party)
            position = journal.position(journal.standing(places, number)) if places else SILENT
            yield position, self.accounts(party, demand, number) if self._openings else ()

    def changes(self, number: int) -> Iterator[tuple[Cell, Position]]:
        """Give all changes that a round made, in order: those undone within it and restatements included."""
        for place in self.journal.entries(number):
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
    fold = _Fold(Blocs(parties, Calendar.of(rounds)), demands)
    for number, round_ in enumerate(rounds, 1):
        fold.read(round_, number)
    return Timeline(fold.journal, fold.versions, fold.openings, fold.left_out)


@define(init=False)
class _Fold:
    """What has been read so far. Cells go by number, as in the journal."""

    journal: Journal
    blocs: Blocs
    parties: dict[str, int]
    """The place of each party."""
    single: dict[str, int]
    """The place of each party that speaks for nobody else."""
    demands: dict[str, int]
    """The number of the first cell of each demand."""
    versions: dict[str, list[tuple[int, Version]]]
    openings: dict[tuple[str, str], list[Opening]] = Factory(dict)
    open: dict[int, list[Opening]] = Factory(dict)
    """Those of the accounts that are open now, by cell."""
    left_out: list[tuple[int, LeftOut]] = Factory(list)
    latest: dict[int, int] = Factory(dict)
    """For each cell the place of its latest entry, as far as that was caught up with."""
    caught_up: int = 0
    """Up to which place it was. Amendments, withdrawals and accounts ask for it; others need not wait."""
    proposed: set[int] = Factory(set)
    """In which cells the demand was put forward, by the party itself or through a bloc; as far as that."""
    unsettled: dict[int, dict[int, None]] = Factory(dict)
    """For each demand, by its first cell, the cells that an amendment of it may touch: who took a position or was
    reported since the last one; a dict, to keep their order."""
    round: str = ""
    number: int = 0
    members: dict[str, tuple[str, ...]] = Factory(dict)
    """For whom those speak that spoke in this round."""

    def __init__(self, blocs: Blocs, demands: Sequence[Demand]) -> None:
        parties = {party.id: place for place, party in enumerate(blocs.parties)}
        self.__attrs_init__(
            journal=Journal(list(parties), [demand.id for demand in demands]),
            blocs=blocs,
            parties=parties,
            single={party.id: parties[party.id] for party in blocs.parties if not party.members},
            demands={demand.id: place * len(parties) for place, demand in enumerate(demands)},
            versions={demand.id: [(START, _first_text(demand))] for demand in demands},
        )

    def read(self, round_: Round, number: int) -> None:
        self.round, self.number, self.members = round_.id, number, {}
        self.journal.rounds.append(round_.id)
        for said in self._not_plain(round_.statements):
            self._statement(said)
        self.journal.ends.append(len(self.journal.cells))

    def _not_plain(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Let holders take positions by the statements that are as most are, and give the others, in order.

        Most have holders that speak for nobody else, are about the current text, and neither amend nor withdraw. This
        does with them what `_statement` would do, which can do without it, and is quick: it looks everything up once.
        """
        single, demands, cells, words = self.single, self.demands, self.journal.cells, self.journal.words
        amends, withdraws = Stance.AMENDS, Stance.WITHDRAWS
        for said in statements:
            says, mark = said.says, len(words)
            stance = says.stance
            if (
                stance is amends
                or stance is withdraws
                or said.according_to is not None
                or said.version is not None
            ):
                yield said
                continue
            try:
                for demand in says.demands:
                    first = demands[demand]
                    for holder in says.holders:
                        cells.append(first + single[holder])
                        words.append(said)
                for condition in says.conditions:
                    demands[condition]
            except KeyError:
                del cells[mark:], words[mark:]
                yield said
                continue
            if self.open:
                for cell in cells[mark:]:
                    self._close_matching(cell, said)

    def _statement(self, said: Statement) -> None:
        says = said.says
        self._leave_out_strangers(said)
        for demand in says.demands:
            if demand not in self.demands:
                continue
            current = self._current(demand)
            if says.stance is Stance.AMENDS:
                self._amend(demand, said)
            elif said.version is None or said.version == current:
                self._state(demand, said)
            else:
                self._leave_out(said, Omission.OTHER_TEXT, demand=demand, current=current)

    def _leave_out_strangers(self, said: Statement) -> None:
        """Take note of the parties and demands of a statement that are not in the record."""
        says = said.says
        for holder in says.holders:
            if holder not in self.parties:
                self._leave_out(said, Omission.UNKNOWN_PARTY, party=holder)
        for demand in says.demands:
            if demand not in self.demands:
                self._leave_out(said, Omission.UNKNOWN_DEMAND, demand=demand)
        for condition in says.conditions:
            if condition not in self.demands:
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

    def _state(self, demand: str, said: Statement) -> None:
        for holder in said.says.holders:
            if holder not in self.parties:
                continue
            if _is_account(said, holder):
                self._report(holder, demand, said)
            elif said.says.stance is Stance.WITHDRAWS and not self._has_proposed(self._cell(holder, demand)):
                self._leave_out(said, Omission.NOT_PUT_FORWARD, party=holder, demand=demand)
            else:
                self._speak(holder, demand, said)

    def _amend(self, demand: str, said: Statement) -> None:
        holders = [holder for holder in said.says.holders if holder in self.parties]
        amenders = [holder for holder in holders if not _is_account(said, holder)]
        if amenders:
            self._new_text(amenders, demand, said)
        for holder in amenders:
            self._speak(holder, demand, said)
        for holder in holders:
            if holder not in amenders:
                self._report(holder, demand, said)

    def _new_text(self, amenders: Sequence[str], demand: str, said: Statement) -> None:
        """Make a version, and let lapse what was said of the old one."""
        journal, start = self.journal, self.demands[demand]
        self._catch_up()
        text = said.text if len(said.says.demands) == 1 else None
        version = Version(number=self._current(demand) + 1, text=text, made_in=self.round, said=said)
        self.versions[demand].append((self.number, version))
        journal.amended.setdefault(start // len(self.parties), []).append(len(journal.cells))
        bound = set(amenders).union(*(self._members(amender) for amender in amenders))
        for cell in self.unsettled.pop(start, ()):
            self._close(cell, said, lambda _: True)
            if journal.cell(cell).party not in bound and self._stance(cell):
                journal.lapsed.add(len(journal.cells))
                self._enter(cell, said)

    def _speak(self, holder: str, demand: str, said: Statement) -> None:
        """Let a holder, and those it speaks for, take a position."""
        self._take(self._cell(holder, demand), said)
        for member in self._members(holder):
            self.journal.bases[len(self.journal.cells)] = holder
            self._take(self._cell(member, demand), said)

    def _take(self, cell: int, said: Statement) -> None:
        self._enter(cell, said)
        self._close_matching(cell, said)

    def _enter(self, cell: int, said: Statement) -> None:
        self.journal.cells.append(cell)
        self.journal.words.append(said)

    def _report(self, holder: str, demand: str, said: Statement) -> None:
        """Take note of somebody else's account of a position."""
        cell, giver = self._cell(holder, demand), str(said.according_to)
        account = Account(party=holder, demand=demand, according_to=giver, said=said, given_in=self.round)
        self._close(cell, said, lambda earlier: earlier.according_to == giver)
        stance = self._stance(cell)
        if not stance or not account.says_the_same(stance):
            opening = Opening(account, self.number)
            self.openings.setdefault((holder, demand), []).append(opening)
            self.open.setdefault(cell, []).append(opening)
            self.unsettled.setdefault(self.demands[demand], {})[cell] = None

    def _close_matching(self, cell: int, said: Statement) -> None:
        """Close those open accounts of a cell that say the same as the party itself."""
        self._close(cell, said, lambda account: account.says_the_same(said.says.stance))

    def _close(self, cell: int, said: Statement, is_over: Callable[[Account], bool]) -> None:
        """Close those open accounts of a cell that are over."""
        still_open = []
        for opening in self.open.pop(cell, ()):
            if is_over(opening.account):
                opening.closed, opening.closed_by = self.number, said
            else:
                still_open.append(opening)
        if still_open:
            self.open[cell] = still_open

    def _has_proposed(self, cell: int) -> bool:
        self._catch_up()
        return cell in self.proposed

    def _stance(self, cell: int) -> Stance | None:
        """Give the stance that is held in a cell; None: it is silent, or its position lapsed."""
        self._catch_up()
        place = self.latest.get(cell, SILENCE)
        is_held = place != SILENCE and place not in self.journal.lapsed
        return self.journal.words[place].says.stance if is_held else None

    def _catch_up(self) -> None:
        """Take note of the cells that were entered since it was done last."""
        cells, words, lapsed, width = (
            self.journal.cells,
            self.journal.words,
            self.journal.lapsed,
            len(self.parties),
        )
        for place in range(self.caught_up, len(cells)):
            cell = cells[place]
            self.latest[cell] = place
            if place not in lapsed and words[place].says.stance in _PUTS_FORWARD:
                self.proposed.add(cell)
            self.unsettled.setdefault(cell - cell % width, {})[cell] = None
        self.caught_up = len(cells)

    def _members(self, holder: str) -> tuple[str, ...]:
        if holder not in self.members:
            self.members[holder] = self.blocs.members(holder, self.number)
        return self.members[holder]

    def _cell(self, party: str, demand: str) -> int:
        return self.demands[demand] + self.parties[party]

    def _current(self, demand: str) -> int:
        """Give the number of the current text of a demand."""
        return self.versions[demand][-1][1].number


_PUTS_FORWARD = (Stance.PROPOSES, Stance.AMENDS)


def _first_text(demand: Demand) -> Version:
    return Version(number=1, text=demand.text, made_in=None, said=None)


def _is_account(said: Statement, holder: str) -> bool:
    """Tell whether the words are somebody else's account of what the holder said."""
    return said.according_to is not None and said.according_to != holder
