"""How does one record of a negotiation differ from another?

A diff of rounds tells how the parties moved; this tells how the record was changed: what was added, taken out or read
otherwise, and what follows from that for positions and outcomes, round by round.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import final

from attrs import evolve, fields, frozen

from negotrack.alignment import Named, Renaming, named, renamings
from negotrack.differences import Difference, Edited, OnlyNew, OnlyOld, OtherOutcome, OtherPosition, Recoding
from negotrack.journal import Cell
from negotrack.model.claims import Outcome
from negotrack.model.rounds import Round
from negotrack.negotiation import Negotiation
from negotrack.positions import Position
from negotrack.recodings import is_reordered, recodings
from negotrack.renaming import renamed
from negotrack.standing import Result
from negotrack.subjects import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.views.comparison import ComparisonView


@final
@frozen(eq=False, repr=False)
class Comparison:
    """How a newer record of a negotiation differs from an older one.

    What is the same has the same id in both, or else the same name or title. The older record is told of under the
    ids of the newer. In which order parties, demands and sources are listed makes no difference, nor in which the
    statements of a round stand, but for words of one party on one demand, of which the later counts. Positions and
    outcomes are compared as of the rounds that both records have; what stands in one record only is silent and unraised
    in the other. A party's own account of its own words is its word.

    Raises:
        TypeError: one of them is no negotiation.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> found = compare(talks, talks.saying("azerbaijan accepts delimitation"))
        >>> [str(one) for one in (*found.readings, *found.outcomes)]
        ['added: azerbaijan on delimitation: accepts', 'delimitation: pending -> agreed']
    """

    __module__ = "negotrack"

    given: Negotiation
    """The older record, as it is."""
    new: Negotiation

    def __attrs_post_init__(self) -> None:
        for talks in (self.given, self.new):
            if not isinstance(talks, Negotiation):
                raise TypeError(f"negotiations are compared, as `load` gives them, not {talks!r}")

    @cached_property
    def renamings(self) -> tuple[Renaming, ...]:
        """What has another id in the newer record: parties, demands, rounds and sources, in this order.

        Examples:
            >>> from negotrack import Party
            >>> old, new = (Negotiation("Talks", parties=[Party(id_, "United Kingdom")]) for id_ in ("uk", "britain"))
            >>> print(*compare(old, new).renamings)
            party uk -> britain
        """
        return tuple(renamings(self.given, self.new))

    @cached_property
    def old(self) -> Negotiation:
        """The older record under the ids of the newer.

        Examples:
            >>> from negotrack import Party
            >>> old, new = (Negotiation("Talks", parties=[Party(id_, "United Kingdom")]) for id_ in ("uk", "britain"))
            >>> compare(old, new).old.parties
            (Party('britain', 'United Kingdom'),)
        """
        ids = {(one.kind, one.old): one.new for one in self.renamings}
        return renamed(self.given, lambda kind, id_: ids.get((kind, id_), id_)) if ids else self.given

    @cached_property
    def things(self) -> tuple[OnlyOld | OnlyNew, ...]:
        """The parties, demands, rounds and sources, in this order, that only one of the records has.

        Examples:
            >>> from negotrack import Party
            >>> press = Party("press", "The press")
            >>> print(*compare(Negotiation("Talks"), Negotiation("Talks", parties=[press])).things)
            only new: party press: The press
        """
        olds, news = named(self.old), named(self.new)
        found: list[OnlyOld | OnlyNew] = []
        for kind in Kind:
            found += (OnlyOld(one) for id_, one in olds[kind].items() if id_ not in news[kind])
            found += (OnlyNew(one) for id_, one in news[kind].items() if id_ not in olds[kind])
        return tuple(found)

    @cached_property
    def edits(self) -> tuple[Edited, ...]:
        """The fields that hold something else, of what both records have. What was said in rounds is told apart.

        They come in the order negotiation, parties, demands, rounds, sources.

        Examples:
            >>> print(*compare(Negotiation("Talks"), Negotiation("Talks on pay")).edits)
            edited: the negotiation: title
        """
        olds, news = named(self.old), named(self.new)
        both = [
            (kind, one, news[kind][id_])
            for kind in Kind
            for id_, one in olds[kind].items()
            if id_ in news[kind]
        ]
        own = (
            Edited(None, "", name, getattr(self.old, name), getattr(self.new, name))
            for name in _SETTINGS
            if getattr(self.old, name) != getattr(self.new, name)
        )
        order = [id_ for _, _, id_ in sorted(self._rounds)], [id_ for _, _, id_ in self._rounds]
        moved = [Edited(None, "", "rounds", *map(tuple, order))] if order[0] != order[1] else []
        return (*own, *moved, *(edit for kind, old, new in both for edit in _edits(kind, old, new)))

    @cached_property
    def readings(self) -> tuple[Recoding, ...]:
        """What was added, taken out or read otherwise, round by round: those of the newer record in its order first."""
        olds = {round_.id: round_ for round_ in self.old.rounds}
        news = {round_.id: round_ for round_ in self.new.rounds}
        return tuple(found for id_ in news | olds for found in recodings(olds.get(id_), news.get(id_)))

    @cached_property
    def positions(self) -> tuple[OtherPosition, ...]:
        """The positions that are others, by demand, then party, each with the rounds as of which it is so.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("sochi-2022")
            >>> print(*compare(talks, talks.saying("russia accepts non-force")).positions)
            russia on non-force: silent -> accepts
        """
        if self.old == self.new:
            return ()
        old, new = self.old.timeline, self.new.timeline
        found: dict[tuple[Cell, Position, Position], list[str]] = {}
        for cell in self._cells:
            for start, stop in pairwise(self._turns(cell)):
                number, other, _ = self._rounds[start]
                before, after = old.position(*cell, number), new.position(*cell, other)
                if before != after:
                    rounds = found.setdefault((cell, before, after), [])
                    rounds += (id_ for _, _, id_ in self._rounds[start:stop])
        return tuple(OtherPosition(*cell, old, new, tuple(ids)) for (cell, old, new), ids in found.items())

    def _turns(self, cell: Cell) -> Sequence[int]:
        """Give the places of the rounds in both at which a position may change in either record, and the end."""
        olds, news = self._numbers
        if list(olds) != sorted(olds):
            return range(len(olds) + 1)
        turns = {len(olds)}
        for talks, numbers in ((self.old, olds), (self.new, news)):
            journal = talks.timeline.journal
            turns.update(bisect_left(numbers, journal.number(place)) for place in journal.places(cell))
        return sorted(turns)

    @cached_property
    def _numbers(self) -> tuple[Sequence[int], Sequence[int]]:
        """The numbers of the rounds in both, in the older record and in the newer."""
        return [number for number, _, _ in self._rounds], [number for _, number, _ in self._rounds]

    @cached_property
    def outcomes(self) -> tuple[OtherOutcome, ...]:
        """The outcomes that are others, by demand, each with the rounds as of which it is so."""
        if self.old == self.new:
            return ()
        found: dict[tuple[str, Result, Result], list[str]] = {}
        for number, other, round_ in self._rounds:
            before, after = self.old.at(number), self.new.at(other)
            olds, news = ({demand.id for demand in one.demands} for one in (before, after))
            for demand in self._demands:
                old = _in_no_order(before.result(demand)) if demand in olds else _UNRAISED
                new = _in_no_order(after.result(demand)) if demand in news else _UNRAISED
                if old != new:
                    found.setdefault((demand, old, new), []).append(round_)
        order = {demand: place for place, demand in enumerate(self._demands)}
        told = sorted(found.items(), key=lambda one: order[one[0][0]])
        return tuple(OtherOutcome(demand, old, new, tuple(ids)) for (demand, old, new), ids in told)

    @cached_property
    def _rounds(self) -> Sequence[tuple[int, int, str]]:
        """The rounds that both records have: number in the older, number in the newer, id."""
        numbers = {round_.id: number for number, round_ in enumerate(self.old.rounds, 1)}
        return [
            (numbers[round_.id], number, round_.id)
            for number, round_ in enumerate(self.new.rounds, 1)
            if round_.id in numbers
        ]

    @cached_property
    def _demands(self) -> Sequence[str]:
        return list(dict.fromkeys(demand.id for talks in (self.new, self.old) for demand in talks.demands))

    @property
    def _cells(self) -> Iterator[Cell]:
        """The cells in which either record has a position, in the order of the newer."""
        columns = [talks.timeline.journal.columns for talks in (self.new, self.old)]
        parties = dict.fromkeys(party.id for talks in (self.new, self.old) for party in talks.parties)
        for demand in self._demands:
            spoken = {party for column in columns for party in column.get(demand, ())}
            yield from (Cell(party, demand) for party in parties if party in spoken)

    def __iter__(self) -> Iterator[Difference]:
        """Give all differences: ids, things, fields, readings, and then what follows from them."""
        yield from self.renamings
        yield from self.things
        yield from self.edits
        yield from self.readings
        yield from self.positions
        yield from self.outcomes

    def __bool__(self) -> bool:
        """Whether the records differ in anything."""
        return any(True for _ in self)

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "Nothing differs."

    def __rich__(self) -> object:
        """Give what rich prints."""
        return self._view()

    def _repr_html_(self) -> str:
        """Give what a notebook shows."""
        return self._view()._repr_html_()

    def _view(self) -> "ComparisonView":
        from negotrack.views.comparison import ComparisonView  # noqa: PLC0415 - views are made of comparisons; only here it is the other way

        return ComparisonView(self)

    def __repr__(self) -> str:
        return f"<Comparison: {len(self.readings)} readings, {len(self.outcomes)} outcomes differ>"


def compare(old: Negotiation, new: Negotiation, /) -> Comparison:
    """Give how a newer record of a negotiation differs from an older one: `print(compare(old, new))`.

    Raises:
        TypeError: one of them is no negotiation.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> print(compare(talks, talks.saying("russia accepts non-force")))
        added: russia on non-force: accepts
        russia on non-force: silent -> accepts
        >>> bool(compare(talks, talks))
        False
    """
    return Comparison(old, new)


_SETTINGS = ("title", "note", "between", "decision", "check", "events")
_UNRAISED = Result(Outcome.UNRAISED, is_provisional=False, replaced_by=())


def _in_no_order(result: Result) -> Result:
    """Give what became of a demand, whatever the order in which a record lists what replaces it."""
    return evolve(result, replaced_by=tuple(sorted(result.replaced_by))) if result.replaced_by else result


def _edits(kind: Kind, old: Named, new: Named) -> Iterator[Edited]:
    """Give the fields in which two things with the same id differ; of the statements of a round only their order."""
    for one in fields(type(old)):
        before, after = getattr(old, one.name), getattr(new, one.name)
        if isinstance(old, Round) and isinstance(new, Round) and one.name == "statements":
            if before != after and is_reordered(old, new):
                yield Edited(kind, new.id, one.name, before, after)
        elif before != after:
            yield Edited(kind, new.id, one.name, before, after)
