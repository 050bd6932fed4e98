"""How far do two people agree who coded the same negotiation?

What is coded is a cell of a round: a party on a demand, in that round. Of several words in one cell the last counts,
own words before accounts. A cell in which a coder recorded nothing is silent for that coder.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from enum import StrEnum, unique
from fractions import Fraction
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.alignment import Named, named
from negotrack.coefficients import Undefined, alpha_of, kappa_of
from negotrack.comparison import Comparison, compare
from negotrack.fields import choice
from negotrack.journal import Cell
from negotrack.model.rounds import Round
from negotrack.negotiation import Negotiation
from negotrack.readings import Reading, by_cell, readings, said
from negotrack.subjects import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.views.agreement import AgreementView

NOTHING = "silent"
"""The code of a cell in which a coder recorded nothing."""


@unique
class Over(StrEnum):
    """Over which cells agreement is counted.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> coded = agreement(talks, talks.saying("russia accepts non-force"))
        >>> [coded.measure("stance", over).cells for over in Over]
        [15, 16, 30]
    """

    __module__ = "negotrack"

    BOTH = "both"
    """Those in which both coders recorded something. Silence is a missing code."""
    EITHER = "either"
    """Those in which at least one coder did. Silence is a code, which both never have at once; so chance is made out
    to be smaller than it is, or larger, and coefficients are to be read with care."""
    ALL = "all"
    """Each party that has a word in either record, on each demand, in each round that both have. Silence is a code,
    mostly that of both."""


@unique
class Criterion(StrEnum):
    """In what coders have to agree.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> one, other = talks.saying("russia accepts treaty if non-force"), talks.saying("russia accepts treaty")
        >>> [agreement(one, other).measure(criterion, "both").alike for criterion in Criterion]
        [16, 15]
    """

    __module__ = "negotrack"

    STANCE = "stance"
    """In the stance alone, own words or account."""
    SAID = "said"
    """In all that was said: stance, conditions, whether provisional, by whose account, red line, reservation, text."""


@final
@frozen
class Coded:
    """A cell of a round in which at least one coder recorded something.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> cell = agreement(talks, talks.saying("russia accepts non-force")).cells[2]
        >>> cell.party, cell.demand, cell.codes(Criterion.STANCE)
        ('russia', 'non-force', ('silent', 'accepts'))
        >>> cell.agrees(Criterion.STANCE)
        False
    """

    __module__ = "negotrack"

    round: str
    party: str
    demand: str
    first: Reading | None
    """What the first coder made of it; None: nothing."""
    second: Reading | None

    def codes(self, criterion: Criterion | str) -> tuple[Hashable, Hashable]:
        """Give the codes of both coders, of the first and of the second: `silent` where one recorded nothing.

        Raises:
            BadField: there is no such criterion.
        """
        wanted = choice(Criterion, criterion, "criterion")
        return _code(self.first, wanted), _code(self.second, wanted)

    def agrees(self, criterion: Criterion | str) -> bool:
        """Tell whether both made the same of it.

        Raises:
            BadField: there is no such criterion.
        """
        one, other = self.codes(criterion)
        return one == other


@final
@frozen
class Measure:
    """How far coders agree by one criterion, over some cells.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> found = agreement(talks, talks.saying("russia accepts non-force")).measure("stance", "either")
        >>> found.alike, found.cells, round(float(found.kappa), 2)
        (15, 16, 0.88)
    """

    __module__ = "negotrack"

    criterion: Criterion
    over: Over
    cells: int
    """How many cells that are."""
    alike: int
    """In how many of them both coders have the same code."""
    kappa: Fraction | Undefined
    """Cohen's kappa: 1 is full agreement, 0 what chance makes, below 0 less than that; or why it has no value."""
    alpha: Fraction | Undefined
    """Krippendorff's alpha for nominal codes, to be read likewise: 1 is full agreement, 0 what chance makes."""


@final
@frozen(eq=False, repr=False)
class Agreement:
    """How far two codings of a negotiation agree, cell by cell.

    Parties, demands and rounds are taken for the same as in a comparison: by id, or else by name or title. Cells are
    those of the rounds, parties and demands that both records have; what only one has is counted apart.

    Raises:
        TypeError: it is made of no comparison.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> coded = agreement(talks, talks.saying("russia accepts non-force"))
        >>> [(one.party, one.demand) for one in coded.cells if not one.agrees(Criterion.STANCE)]
        [('russia', 'non-force')]
        >>> coded.second.statement_count - coded.first.statement_count
        1
    """

    __module__ = "negotrack"

    comparison: Comparison

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.comparison, Comparison):
            raise TypeError(
                f"an agreement is of a comparison, as `compare` gives it, not of {self.comparison!r}"
            )

    @property
    def first(self) -> Negotiation:
        """The first coding, under the ids of the second."""
        return self.comparison.old

    @property
    def second(self) -> Negotiation:
        """The second coding."""
        return self.comparison.new

    @cached_property
    def cells(self) -> tuple[Coded, ...]:
        """The cells in which at least one coder recorded something: by round, then demand, then party."""
        return tuple(self._cells())

    @cached_property
    def size(self) -> int:
        """How many cells there are of parties that have a word in either record, silent ones of both included.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("sochi-2022")
            >>> agreement(talks, talks.saying("russia accepts non-force")).size
            30
        """
        parties, demands, rounds = self._shared
        return len(parties) * len(demands) * len(rounds)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """How far they agree, in the order of criteria: in each over the cells of both, of either, and over all.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("sochi-2022")
            >>> [f"{one.criterion} over {one.over}" for one in agreement(talks, talks).measures][:4]
            ['stance over both', 'stance over either', 'stance over all', 'said over both']
        """
        return tuple(self._measure(criterion, over) for criterion in Criterion for over in Over)

    def measure(self, criterion: Criterion | str, over: Over | str) -> Measure:
        """Give how far they agree by one criterion, over some cells.

        Raises:
            BadField: there is no such criterion, or there are no such cells to count over.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("sochi-2022")
            >>> agreement(talks, talks.saying("russia accepts non-force")).measure("stance", "either").alike
            15
        """
        wanted = choice(Criterion, criterion, "criterion"), choice(Over, over, "over")
        return next(one for one in self.measures if (one.criterion, one.over) == wanted)

    @cached_property
    def table(self) -> Mapping[tuple[str, str], int]:
        """For each pair of stances, of the first and of the second coder, how many cells have it; never both silent.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("sochi-2022")
            >>> agreement(talks, talks.saying("russia accepts non-force")).table["silent", "accepts"]
            1
        """
        return Counter((_stance(one.first), _stance(one.second)) for one in self.cells)

    @cached_property
    def apart(self) -> tuple[int, int]:
        """How many cells of the first and of the second coder are of what only the one has: a round, a party, a demand.

        Examples:
            >>> from negotrack import Round, seed
            >>> talks = seed("sochi-2022")
            >>> agreement(talks, talks.with_round(Round("later", "2023", statements=["russia accepts treaty"]))).apart
            (0, 1)
        """
        return self._apart(self.first), self._apart(self.second)

    def _apart(self, talks: Negotiation) -> int:
        other = self.second if talks is self.first else self.first
        own, others = named(talks), named(other)
        return sum(
            _is_in(own, round_, cell) and not _is_in(others, round_, cell)
            for round_ in talks.rounds
            for cell in by_cell(round_)
        )

    @cached_property
    def _shared(self) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
        """The ids of the parties, demands and rounds that both have, in the order of the second.

        A party of whom neither has a word is left out: silent outsiders would make agreement larger.
        """
        first, second = self.first, self.second
        heard = {reading.party for talks in (first, second) for reading in readings(talks)}
        parties = _both([one.id for one in first.parties], [one.id for one in second.parties])
        return (
            [party for party in parties if party in heard],
            _both([one.id for one in first.demands], [one.id for one in second.demands]),
            _both([one.id for one in first.rounds], [one.id for one in second.rounds]),
        )

    def _cells(self) -> Iterator[Coded]:
        parties, demands, rounds = self._shared
        firsts, seconds = ({one.id: one for one in talks.rounds} for talks in (self.first, self.second))
        for round_ in rounds:
            one, other = _last(firsts[round_]), _last(seconds[round_])
            for demand in demands:
                for party in parties:
                    cell = Cell(party, demand)
                    if cell in one or cell in other:
                        yield Coded(round_, party, demand, one.get(cell), other.get(cell))

    def _measure(self, criterion: Criterion, over: Over) -> Measure:
        cells = [one for one in self.cells if over is not Over.BOTH or (one.first and one.second)]
        table: Counter[tuple[Hashable, Hashable]] = Counter(one.codes(criterion) for one in cells)
        if over is Over.ALL:
            table[NOTHING, NOTHING] += self.size - len(cells)
        return Measure(
            criterion,
            over,
            cells=table.total(),
            alike=sum(times for (one, other), times in table.items() if one == other),
            kappa=kappa_of(table),
            alpha=alpha_of(dict(table)),
        )

    def __rich__(self) -> object:
        """Give what rich prints."""
        return self._view()

    def __str__(self) -> str:
        return str(self._view())

    def _repr_html_(self) -> str:
        """Give what a notebook shows."""
        return self._view()._repr_html_()

    def _view(self) -> "AgreementView":
        from negotrack.views.agreement import AgreementView  # noqa: PLC0415 - views are made of agreements; only here it is the other way

        return AgreementView(self)

    def __repr__(self) -> str:
        alike = sum(one.agrees(Criterion.SAID) for one in self.cells)
        return f"<Agreement on {self.second.title!r}: {alike} of {len(self.cells)} cells alike>"


def agreement(first: Negotiation, second: Negotiation, /) -> Agreement:
    """Give how far two codings of a negotiation agree.

    Raises:
        TypeError: one of them is no negotiation.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> agreement(talks, talks).measure("said", "both").kappa
        Fraction(1, 1)
    """
    return Agreement(compare(first, second))


def _is_in(things: Mapping[Kind, Mapping[str, Named]], round_: Round, cell: Cell) -> bool:
    """Tell whether a record has the round, the party and the demand of a cell."""
    parties, demands, rounds = (things[kind] for kind in (Kind.PARTY, Kind.DEMAND, Kind.ROUND))
    return round_.id in rounds and cell.party in parties and cell.demand in demands


def _both(first: Sequence[str], second: Sequence[str]) -> Sequence[str]:
    known = set(first)
    return [id_ for id_ in second if id_ in known]


def _last(round_: Round) -> Mapping[Cell, Reading]:
    """Give of each cell the reading that counts."""
    cells = by_cell(round_).items()
    return {cell: max(reversed(found), key=lambda one: not one.is_account) for cell, found in cells}


def _code(reading: Reading | None, criterion: Criterion) -> Hashable:
    if reading is None or criterion is Criterion.STANCE:
        return _stance(reading)
    return said(reading)


def _stance(reading: Reading | None) -> str:
    return NOTHING if reading is None else reading.said.says.stance.value
