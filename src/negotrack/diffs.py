"""What changed between two states of one negotiation?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import final

from attrs import frozen

from negotrack.changes import (
    DiffEntry,
    MarkChange,
    OutcomeChange,
    PartyChange,
    PositionChange,
    Presence,
    TextChange,
)
from negotrack.errors import NotOneNegotiation
from negotrack.journal import Cell, Journal, Word
from negotrack.model.claims import Outcome
from negotrack.model.rounds import Round
from negotrack.omissions import LeftOut
from negotrack.parts import Forest
from negotrack.positions import Held, Mark
from negotrack.standing import Result
from negotrack.state import State
from negotrack.timeline import Timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.views.diff import DiffView

Results = tuple[Result, Result]
"""What became of a demand as of one round and of another."""


@final
@frozen(eq=False, repr=False)
class Diff:
    """What changed between two states of one negotiation: `talks.diff("march", "april")`.

    Entries go by id, never by place: whatever order parties and demands have, they are the same. What is equal on both
    sides is in none.

    Raises:
        NotOneNegotiation: the two are states of different negotiations.
        TypeError: one is no state.

    Examples:
        >>> from negotrack import seed
        >>> diff = seed("sochi-2022").diff("start", -1)
        >>> print(diff.outcomes[8])
        corridor: unraised -> rejected (blocked)
        >>> [str(said.says) for said in diff.outcomes[8].statements]
        ['azerbaijan proposes corridor', 'armenia rejects corridor']
        >>> diff.is_backwards, [round_.id for round_ in diff.rounds]
        (False, ['sochi-2022'])
        >>> diff.spoken, len(diff.cells)
        (15, 15)
    """

    __module__ = "negotrack"

    before: State
    after: State

    def __attrs_post_init__(self) -> None:
        for state in (self.before, self.after):
            if not isinstance(state, State):
                raise TypeError(f"a diff is of two states, as `talks.diff` takes them, not of {state!r}")
        if self.before.timeline is not self.after.timeline:
            raise NotOneNegotiation(self.before.title, self.after.title)

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return next(iter(self), None) is not None

    def __iter__(self) -> Iterator[DiffEntry]:
        """Give all entries: outcomes, positions, texts, marks, parties."""
        return chain(self.outcomes, self.positions, self.texts, self.marks, self.parties)

    @property
    def is_backwards(self) -> bool:
        """Whether the state that it calls after is the earlier one."""
        return self.after.number < self.before.number

    @property
    def rounds(self) -> Sequence[Round]:
        """The rounds between the two states, that of the later one included, in order."""
        earlier, later = self._ends
        return later.rounds[earlier.number :]

    @property
    def spoken(self) -> int:
        """How many cells have a position, lapsed ones included, in one of the states."""
        return self._timeline.spoken(self._ends[1].number)

    @property
    def cells(self) -> Sequence[tuple[str, str]]:
        """The cells whose positions changed, as pairs of party and demand, in no order: quick to have, however many.

        Each is made when it is looked at.
        """
        return self._cells

    @cached_property
    def positions(self) -> tuple[PositionChange, ...]:
        """The positions that changed, by demand, then party, in the order of the dossier.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("colombia-farc").diff("plebiscite", "new-text").positions[:1])
            government on final-agreement: accepts (text 1) -> amends (text 2) (sideways)
        """
        return tuple(map(self._position_change, sorted(self._cells, key=self._place)))

    @cached_property
    def outcomes(self) -> tuple[OutcomeChange, ...]:
        """The demands of which something else became, in the order of the dossier."""
        before, after = self.before, self.after
        results = ((demand.id, before.result(demand.id), after.result(demand.id)) for demand in after.demands)
        changed = {demand: (old, new) for demand, old, new in results if old != new}
        through = {demand: self._through(demand, changed) for demand in changed}
        return tuple(
            OutcomeChange(
                demand=demand,
                before=old,
                after=new,
                through=through[demand],
                words=self._nearest_words(demand, through),
                parties=self._turned_by(demand, old, new, through[demand]),
            )
            for demand, (old, new) in changed.items()
        )

    @cached_property
    def texts(self) -> tuple[TextChange, ...]:
        r"""The demands that have another text, in the order of the dossier.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("colombia-farc").diff("plebiscite", "new-text").texts, sep="\n")
            final-agreement: text 1 -> text 2
            land: text 1 -> text 2
            negotiated-text: text 1 -> text 2
        """
        return tuple(self._text_changes())

    @cached_property
    def marks(self) -> tuple[MarkChange, ...]:
        """The cells that became disputed or reported, or are so no longer, by demand, then party.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("armenia-azerbaijan").diff("aliyev-apr-2021", "exchange-july-2021").marks)
            armenia on mines-aghdam: no mark -> reported
        """
        earlier, later = (state.number for state in self._ends)
        touched = {*self._timeline.accounts_moved(earlier, later), *self._cells}
        return tuple(
            MarkChange(
                party=cell.party, demand=cell.demand, before=old, after=new, words=self._account_words(cell)
            )
            for cell in sorted(touched, key=self._place)
            if (old := _mark(self.before, cell)) is not (new := _mark(self.after, cell))
        )

    @cached_property
    def parties(self) -> tuple[PartyChange, ...]:
        """The parties that are active in one of the two rounds only, in the order of the dossier.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("colombia-farc").diff("justice-2015", "final-text").parties)
            voters joined
        """
        gone, come = self.after.inactive - self.before.inactive, self.before.inactive - self.after.inactive
        return tuple(
            PartyChange(party=party.id, presence=Presence.LEFT if party.id in gone else Presence.JOINED)
            for party in self.after.parties
            if party.id in gone | come
        )

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was said between the two states and is left out, wholly or in part, in order, each with the reason.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("sochi-2022").saying("russia accepts coridor").diff("start").left_out)
            russia accepts coridor: there is no demand `coridor`
        """
        earlier, later = self._ends
        return self._timeline.left_out(later.number, since=earlier.number)

    @property
    def _ends(self) -> tuple[State, State]:
        """The two states in the order of time."""
        return (self.after, self.before) if self.is_backwards else (self.before, self.after)

    @property
    def _timeline(self) -> Timeline:
        return self.after.timeline

    @property
    def _journal(self) -> Journal:
        return self._timeline.journal

    @cached_property
    def _cells(self) -> Sequence[Cell]:
        earlier, later = self._ends
        return self._timeline.shifts.between(earlier.number, later.number)

    def _position_change(self, cell: Cell) -> PositionChange:
        return PositionChange(
            party=cell.party,
            demand=cell.demand,
            before=self._timeline.position(*cell, self.before.number),
            after=self._timeline.position(*cell, self.after.number),
            words=_once(map(self._journal.word, self._entries(cell))),
        )

    def _entries(self, cell: Cell) -> Sequence[int]:
        """Give the places of the entries of a cell between the two states."""
        earlier, later = self._ends
        return self._journal.places_between(cell, earlier.number, later.number)

    def _through(self, demand: str, changed: Mapping[str, Results]) -> tuple[str, ...]:
        """Give those of the demands that changed on which the change of one hangs."""
        before, after = changed[demand]
        is_conditional = Outcome.AGREED in (before.outcome, after.outcome)
        found = {*self._hangs_on(demand, is_conditional=is_conditional)}
        if before.is_provisional is not after.is_provisional:
            wholes = self._forest.finals.intersection(self._forest.wholes(demand), changed)
            found |= {whole for whole in wholes if len({_is_final(one) for one in changed[whole]}) > 1}
        if before.outcome is after.outcome:
            found |= {*before.replaced_by, *after.replaced_by}
        return tuple(other for other in changed if other in found and other != demand)

    def _hangs_on(self, demand: str, *, is_conditional: bool) -> Iterator[str]:
        """Give the parts of which the later outcome is made, and the conditions of assents that it rests or waits on.

        What the earlier one rested on is no matter where somebody has spoken since.
        """
        _, later = self._ends
        standing = later.standing(demand)
        if standing.is_composite:
            yield from self._forest.parts[demand]
        if standing.outcome is Outcome.AGREED:
            deciders = [party for party in standing.deciders if party in self._party_order]
            for position, _ in later.row(deciders, demand):
                if isinstance(position, Held):
                    yield from position.conditions
        elif is_conditional:
            for reason in standing.party_reasons:
                yield from reason.waits_for

    def _turned_by(
        self, demand: str, before: Result, after: Result, through: Sequence[str]
    ) -> tuple[PartyChange, ...]:
        """Give who joined or left and by that makes the later outcome of a demand that was on the table before.

        All of them where nothing else can have made it: what was settled meanwhile may hide whose assent waited for it.
        """
        is_same = (before.outcome, before.is_provisional) == (after.outcome, after.is_provisional)
        if not self.parties or is_same or not {before.outcome, after.outcome} <= _ON_TABLE:
            return ()
        found = self._ends[1].turned_by(demand, [one.party for one in self.parties])
        if not (found or through or demand in self._moved):
            return self.parties
        return tuple(one for one in self.parties if one.party in found)

    def _nearest_words(self, demand: str, through: Mapping[str, Iterable[str]]) -> tuple[Word, ...]:
        """Give what moved positions on a demand; where nothing did, on the nearest of those that it hangs on."""
        near, seen = {demand}, {demand}
        while near:
            cells = (cell for one in near for cell in self._moved.get(one, ()))
            places = sorted(place for cell in cells for place in self._entries(cell))
            if places:
                return _once(map(self._journal.word, places))
            near = {other for one in near for other in through[one]} - seen
            seen |= near
        return ()

    @cached_property
    def _moved(self) -> Mapping[str, Sequence[Cell]]:
        """The cells whose positions changed, by demand."""
        found: dict[str, list[Cell]] = {}
        for cell in self._cells:
            found.setdefault(cell.demand, []).append(cell)
        return found

    def _text_changes(self) -> Iterator[TextChange]:
        earlier, later = self._ends
        for demand in self._demand_order:
            old, new = earlier.version(demand), later.version(demand)
            if old.number != new.number:
                before, after = (new, old) if self.is_backwards else (old, new)
                made = later.versions(demand)[old.number :]
                yield TextChange(demand=demand, before=before, after=after, amendments=made)

    def _account_words(self, cell: Cell) -> tuple[Word, ...]:
        """Give what was said in a cell between the two states, accounts of it and what closed any among that."""
        earlier, later = self._ends
        told = self._timeline.account_words(cell, earlier.number, later.number)
        own = map(self._journal.word, self._entries(cell))
        places = self._places_of_words
        return tuple(sorted(_once(chain(told, own)), key=lambda word: places[id(word.said), word.said_in]))

    @cached_property
    def _places_of_words(self) -> Mapping[tuple[int, str], tuple[int, int]]:
        """For each statement between the two states where it stands in the record."""
        return {
            (id(said), round_.id): (number, place)
            for number, round_ in enumerate(self.rounds)
            for place, said in enumerate(round_.statements)
        }

    @cached_property
    def _forest(self) -> Forest:
        return Forest.of(self.after.demands)

    @cached_property
    def _demand_order(self) -> Mapping[str, int]:
        return {demand.id: place for place, demand in enumerate(self.after.demands)}

    @cached_property
    def _party_order(self) -> Mapping[str, int]:
        return {party.id: place for place, party in enumerate(self.after.parties)}

    def _place(self, cell: Cell) -> tuple[int, int]:
        return self._demand_order[cell.demand], self._party_order[cell.party]

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "Nothing changed."

    def __rich__(self) -> object:
        """Give what rich prints."""
        return self._view()

    def _repr_html_(self) -> str:
        """Give what a notebook shows."""
        return self._view()._repr_html_()

    def _view(self) -> "DiffView":
        from negotrack.views.diff import DiffView  # noqa: PLC0415 - views are made of diffs; only here it is the other way

        return DiffView(self)

    def __repr__(self) -> str:
        before, after = (
            repr(state.round.id) if state.round else "the start" for state in (self.before, self.after)
        )
        return f"<Diff from {before} to {after}: outcomes {len(self.outcomes)}, positions {len(self.cells)}>"


_ON_TABLE = frozenset({Outcome.AGREED, Outcome.REJECTED, Outcome.PENDING})


def _is_final(result: Result) -> bool:
    """Tell whether a final whole with this outcome makes none of its parts provisional."""
    return result.outcome is Outcome.AGREED and not result.is_provisional


def _mark(state: State, cell: Cell) -> Mark | None:
    return next((mark for mark in state.marks(*cell) if mark is not Mark.LAPSED), None)


def _once(words: Iterable[Word]) -> tuple[Word, ...]:
    """Give words in order, those of one statement once, where it was made last: it may make several entries."""
    last = {(id(word.said), word.said_in): word for word in reversed(tuple(words))}
    return tuple(reversed(last.values()))
