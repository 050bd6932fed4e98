"""How do statements become positions, texts and accounts, one after another?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import Factory, define

from negotrack.blocs import Blocs
from negotrack.calendar import START
from negotrack.journal import SILENCE, Journal
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.omissions import LeftOut, Omission
from negotrack.openings import Opening
from negotrack.positions import Account
from negotrack.stances import Stance
from negotrack.versions import Version, first_text


@define(init=False)
class Fold:
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
    proposed: set[int] = Factory(set)
    """In which cells the demand was put forward, as far as searched. Withdrawals ask for it."""
    searched: int = 0
    """Up to which place that is."""
    touched: defaultdict[int, dict[int, int]] = Factory(lambda: defaultdict(dict))
    """For each demand, by its first cell, the cells that an amendment of it may touch, in order, as far as sorted: in
    which somebody spoke or was reported since the last one. Each has the place of its latest entry."""
    sorted: int = 0
    """Up to which place that is. Amendments and accounts ask for it; others need not wait."""
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
            versions={demand.id: [(START, first_text(demand))] for demand in demands},
        )

    def read(self, round_: Round, number: int) -> None:
        """Read the statements of a round."""
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
            says = said.says
            stance = says.stance
            if (
                stance is amends
                or stance is withdraws
                or said.according_to is not None
                or said.version is not None
            ):
                yield said
                continue
            holders, subjects, mark = says.holders, says.demands, len(words)
            try:
                if len(holders) == 1 == len(subjects):  # so it is mostly, and without loops it is quicker
                    cells.append(demands[subjects[0]] + single[holders[0]])
                    words.append(said)
                else:
                    for demand in subjects:
                        first = demands[demand]
                        for holder in holders:
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
        text = said.text if len(said.says.demands) == 1 else None
        version = Version(number=self._current(demand) + 1, text=text, made_in=self.round, said=said)
        self.versions[demand].append((self.number, version))
        journal.amended.setdefault(start // len(self.parties), []).append(len(journal.cells))
        bound = set(amenders).union(*(self._members(amender) for amender in amenders))
        self._sort()
        for cell, place in self.touched.pop(start, {}).items():
            self._close(cell, said, lambda _: True)
            if journal.cell(cell).party not in bound and self._is_held(place):
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
            self.touched[self.demands[demand]].setdefault(cell, SILENCE)

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
        """Tell whether the demand of a cell was put forward in it so far, by the party itself or through a bloc."""
        words, lapsed = self.journal.words, self.journal.lapsed
        for place in range(self.searched, len(words)):
            if words[place].says.stance.puts_forward and place not in lapsed:
                self.proposed.add(self.journal.cells[place])
        self.searched = len(words)
        return cell in self.proposed

    def _stance(self, cell: int) -> Stance | None:
        """Give the stance that is held in a cell; None: it is silent, or its position lapsed."""
        self._sort()
        place = self.touched[cell - cell % len(self.parties)].get(cell, SILENCE)
        return self.journal.words[place].says.stance if self._is_held(place) else None

    def _is_held(self, place: int) -> bool:
        return place != SILENCE and place not in self.journal.lapsed

    def _sort(self) -> None:
        """Take note, demand by demand, of the cells that were touched since it was done last."""
        cells, width, touched = self.journal.cells, len(self.parties), self.touched
        for place, cell in enumerate(cells[self.sorted :], self.sorted):
            touched[cell - cell % width][cell] = place
        self.sorted = len(cells)

    def _members(self, holder: str) -> tuple[str, ...]:
        if holder not in self.members:
            self.members[holder] = self.blocs.members(holder, self.number)
        return self.members[holder]

    def _cell(self, party: str, demand: str) -> int:
        return self.demands[demand] + self.parties[party]

    def _current(self, demand: str) -> int:
        """Give the number of the current text of a demand."""
        return self.versions[demand][-1][1].number


def _is_account(said: Statement, holder: str) -> bool:
    """Tell whether the words are somebody else's account of what the holder said."""
    return said.according_to is not None and said.according_to != holder
