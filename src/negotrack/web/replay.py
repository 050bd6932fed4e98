"""How did every cell and every outcome stand, round by round? As plain data, written down where it changed.

A page replays this: as of a round, a cell is what its latest run says. What hangs on the round alone is left to the
page: which word is new, whose is awaited or not counted, and which condition is met.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar, final

from negotrack import becoming
from negotrack.decisions import Why
from negotrack.journal import Cell as Place
from negotrack.model.claims import Outcome
from negotrack.model.parties import Role
from negotrack.movements import movement
from negotrack.negotiation import Negotiation
from negotrack.positions import Account, Held, Lapsed, Position
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.cells import Cell, Cells, seems_counted
from negotrack.views.explanations import Explanations
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.stories.party import GROUPS, group
from negotrack.views.theme import OUTCOMES, SILENT, STANCES, UNICODE, Sign
from negotrack.work import Work, watched

Data = dict[str, object]
"""A table of the data of a page."""

_FEW = 24
"""Up to how many parties reasons are told in words; of more, in figures."""

LEGEND: Sequence[str] = [
    *(f"{face.symbol} {face.word}" for face in (*STANCES.values(), SILENT)),
    *(sign.value for sign in Sign),
]
"""What explains the symbols, then the marks."""

_FACES = {face: place for place, face in enumerate((*STANCES.values(), SILENT))}
_SIGNS = {sign: len(_FACES) + place for place, sign in enumerate(Sign)}

K = TypeVar("K", bound=Hashable)


@final
class _Numbered(Generic[K]):
    """Things that are written down once, and meant by their number from then on."""

    def __init__(self) -> None:
        self._numbers: dict[K, int] = {}

    def number(self, one: K) -> int:
        """Give the number of a thing."""
        return self._numbers.setdefault(one, len(self._numbers))

    def all(self) -> list[K]:
        """Give all of them, in the order of their numbers."""
        return list(self._numbers)


_Face = tuple[str, str, str, str, str, tuple[int, ...], tuple[int, ...], tuple[str, ...], int, str]
"""What is shown of a position: symbols, words, words to be read aloud, style, whom its word counts of, the places of
the demands that it is tied to, its legend, what is told of the accounts of it that are open, under which head the party
has it, and the position itself in a word or two."""
_Row = tuple[str, str, str, str, str, int, int, bool, str]
"""What became of a demand: outcome, as it is written, style, reason in brief, in sentences, since which round, whose
words count, whether silence is awaited there, and how it is called where it changed."""


@final
class Replay:
    """The course of one negotiation, to be written into a page. Parties and demands go by their places in it."""

    def __init__(self, talks: Negotiation) -> None:
        self._talks = talks
        self._parties = [party.id for party in talks.parties]
        self._demands = [entry.demand.id for entry in talks.now.outline]
        self._party_places = {party: place for place, party in enumerate(self._parties)}
        self._demand_places = {demand: place for place, demand in enumerate(self._demands)}
        self._round_numbers = {round_.id: number for number, round_ in enumerate(talks.rounds, 1)}
        self._faces: _Numbered[_Face] = _Numbered()
        self._rows: _Numbered[_Row] = _Numbered()
        self._deciders: _Numbered[tuple[int, ...]] = _Numbered()
        self._is_small = len(self._parties) <= _FEW

    def data(self) -> Data:
        """Give everything that the matrix of any round is made of."""
        runs, outcomes = self._cells(), self._outcomes()
        return {
            "runs": runs,
            "outcomes": outcomes,
            "moves": [list(self._moves(number)) for number in self._round_numbers.values()],
            "changes": [list(self._changes(number)) for number in self._round_numbers.values()],
            "faces": self._faces.all(),
            "rows": self._rows.all(),
            "deciders": self._deciders.all(),
            "legend": LEGEND,
            "groups": GROUPS,
            "columns": self._columns(runs),
        }

    def _columns(self, runs: Sequence[Mapping[int, Sequence[int]]]) -> Sequence[int]:
        """Give the parties that have a column: principals, whoever has spoken, and whoever ever decides a demand."""
        deciding = {place for deciders in self._deciders.all() for place in deciders}
        speaking = {place for cells in runs for place in cells}
        return [
            place
            for place, party in enumerate(self._talks.parties)
            if party.role is Role.PRINCIPAL or place in speaking or place in deciding
        ]

    # --- cells

    def _cells(self) -> Sequence[Mapping[int, Sequence[int]]]:
        """Give for each demand, then party, the runs of its cell: round, face, since when it is held, in rows of three.

        The round is doubled, and one more where its word was said in it.
        """
        journal, told = self._talks.timeline.journal, self._told
        found = []
        for demand in self._demands:
            column = journal.columns.get(demand, {})
            runs: dict[int, Sequence[int]] = {}
            for place, party in enumerate(self._parties):
                rounds = {*map(journal.number, column.get(party, ())), *told.get(Place(party, demand), ())}
                if rounds:
                    runs[place] = self._runs(party, demand, sorted(rounds))
            found.append(runs)
        return found

    @cached_property
    def _told(self) -> Mapping[Place, Sequence[int]]:
        """For each cell that there are accounts of, the rounds in which one was given or closed."""
        found: dict[Place, list[int]] = {}
        for number in self._round_numbers.values():
            for cell in self._talks.timeline.accounts_moved(number - 1, number):
                found.setdefault(cell, []).append(number)
        return found

    def _runs(self, party: str, demand: str, rounds: Sequence[int]) -> list[int]:
        timeline, runs = self._talks.timeline, list[int]()
        has_accounts = Place(party, demand) in self._told
        for number in rounds:
            position = timeline.position(party, demand, number)
            accounts = timeline.accounts(party, demand, number) if has_accounts else ()
            face = self._face(party, position, accounts)
            said, since = False, 0
            if isinstance(position, Held):
                said = self._round_numbers[position.said_in] == number
                since = self._round_numbers[position.since]
            runs += (2 * number + said, face, since)
        return runs

    def _face(self, party: str, position: Position, accounts: Sequence[Account]) -> int:
        """Give the number of the face of a position; -1 where there is none."""
        cell = self._shown.lasting(party, position, accounts)
        if cell is None:
            return -1
        is_counted = isinstance(position, Held) and seems_counted(position.stance, is_principal=True)
        is_refusal = isinstance(position, Held) and position.stance.is_refusal
        judged = "all" if is_refusal else "principals" if is_counted else ""
        conditions = position.conditions if isinstance(position, Held) else ()
        return self._faces.number(
            (
                cell.symbols(UNICODE),
                cell.words(UNICODE),
                cell.spoken(),
                (cell.face.style if isinstance(position, Held) else cell.style).name.lower(),
                judged,
                tuple(self._demand_places.get(demand, -1) for demand in conditions),
                _legend(cell),
                tuple(map(self._says.told, accounts)),
                GROUPS.index(group(position)),
                "lapsed" if isinstance(position, Lapsed) else self._says.stands(position),
            )
        )

    @cached_property
    def _shown(self) -> Cells:
        """What makes the cells, as of the start: no word is new there, and no condition met."""
        return Cells(self._talks.at("start"), self._parties)

    @cached_property
    def _says(self) -> Predicates:
        return Predicates(self._talks.at("start"))

    # --- outcomes

    def _outcomes(self) -> Sequence[Sequence[int]]:
        """Give for each demand its runs: the round, and what became of it from then on, in a row of two."""
        found: dict[str, list[int]] = {demand: [] for demand in self._demands}
        known: dict[str, Standing] = {}
        for number in watched((0, *self._round_numbers.values()), Work.MATRIX):
            state = self._talks.at(number or "start")
            told = _Told(state, is_small=self._is_small)
            for demand, runs in found.items():
                standing = state.standing(demand)
                if self._is_small or standing != known.get(demand):  # figures tell of nothing else, words may
                    known[demand] = standing
                    row = self._rows.number(self._row(standing, told))
                    if row != next(reversed(runs), None):
                        runs.extend((number, row))
        return list(found.values())

    def _row(self, standing: Standing, told: "_Told") -> _Row:
        deciders = [self._party_places[one] for one in standing.deciders if one in self._party_places]
        is_pending = standing.outcome is Outcome.PENDING
        return (
            standing.outcome.value,
            ("~" if standing.is_provisional else "") + standing.outcome,
            OUTCOMES[standing.outcome].name.lower(),
            told.brief(standing),
            told.whole(standing),
            self._round_numbers[standing.since] if standing.since else 0,
            self._deciders.number(tuple(deciders)),
            is_pending and any(reason.why is Why.SILENT for reason in standing.party_reasons),
            "replaced" if standing.replaced_by else "",
        )

    # --- what moved

    def _moves(self, number: int) -> Iterator[int | str]:
        """Give what moved in a round: demand, party and way, in a row of three."""
        timeline = self._talks.timeline
        for cell in timeline.shifts.between(number - 1, number):
            way = movement(timeline.position(*cell, number - 1), timeline.position(*cell, number))
            yield self._demand_places[cell.demand]
            yield self._party_places[cell.party]
            yield way.value

    def _changes(self, number: int) -> Iterator[int | str]:
        """Give what became of outcomes in a round: demand and change, in a row of two."""
        before, after = self._talks.at(number - 1 or "start"), self._talks.at(number)
        for place, demand in enumerate(self._demands):
            old, new = before.result(demand), after.result(demand)
            if old != new:
                yield place
                yield becoming.change(old, new).value


@final
class _Told:
    """What is said of the outcomes of one state, in words as long as there are few parties."""

    def __init__(self, state: State, *, is_small: bool) -> None:
        self._reasons = Reasons.of(state)
        self._explanations = Explanations(state)
        self._brief: Callable[[Standing], str] = (
            self._reasons.in_words if is_small else self._reasons.in_figures
        )
        self._is_small = is_small

    def brief(self, standing: Standing) -> str:
        """Say why in a few words."""
        return self._brief(standing)

    def whole(self, standing: Standing) -> str:
        """Say why in sentences; where there are many parties, in a few words."""
        if not self._is_small:
            return self._brief(standing)
        if standing.outcome is Outcome.AGREED and (qualities := list(self._explanations.qualities(standing))):
            first, *rest = qualities
            return f"{'; '.join([first[0].upper() + first[1:], *rest])}."
        return " ".join(self._explanations.because(standing))


def _legend(cell: Cell) -> tuple[int, ...]:
    """Give which lines of the legend explain a cell."""
    faces = {_FACES[face] for face in (cell.face, *cell.also)}
    return (*sorted(faces), *(_SIGNS[sign] for sign in cell.signs))
