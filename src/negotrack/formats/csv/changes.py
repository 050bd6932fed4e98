"""What do spreadsheets and data frames get of what moved? Long tables: a row for each change, move, or sum."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from negotrack.changes import DiffEntry, MarkChange, OutcomeChange, PartyChange, PositionChange, TextChange
from negotrack.course import Chapter
from negotrack.diffs import Diff
from negotrack.formats.csv.table import table, truth
from negotrack.ledger import Ledger
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.statements import Statement
from negotrack.movements import Movement
from negotrack.moves import Move
from negotrack.negotiation import Negotiation
from negotrack.positions import sides
from negotrack.state import State

_CHANGE = (
    "kind",
    "demand",
    "number",
    "title",
    "party",
    "party_name",
    "before",
    "after",
    "change",
    "voice",
    "through",
)

DIFF = ("before_round", "after_round", *_CHANGE, "statements")
"""The columns of a diff, in order. Later versions may add some at the end, as to the other tables."""

LOG = ("round", "date", *_CHANGE, "answered", "statements")
"""The columns of a log."""

LEDGER = (
    "round",
    "date",
    "party",
    "party_name",
    "toward",
    "answered",
    "away",
    "sideways",
    "opening",
    "lapsed",
)
"""The columns of a ledger."""


def diff(of: Diff) -> str:
    """Give a diff as CSV, with a head: a row for each change, by its kind.

    Examples:
        >>> from negotrack import seed
        >>> print(diff(seed("sochi-2022").diff()).splitlines()[5][:44])
        start,sochi-2022,outcome,soviet-borders,5,Bo
    """
    names = _Names(of.after.parties, of.after.demands, of.after.numbers)
    rounds = [_round(of.before), _round(of.after)]
    return table(DIFF, ([*rounds, *_change(one, names)] for one in of))


def log(talks: Negotiation, course: Iterable[Chapter]) -> str:
    """Give the course of a negotiation as CSV, with a head: a row for each outcome that changed, and for each move.

    Examples:
        >>> from negotrack import seed
        >>> from negotrack.course import chapters
        >>> talks = seed("sochi-2022")
        >>> len(log(talks, chapters(talks)).splitlines())
        26
    """
    names = _Names(talks.parties, talks.demands, talks.now.numbers)
    return table(LOG, (row for one in course for row in _chapter(one, names, talks.ledger)))


def ledger(of: Ledger) -> str:
    """Give a ledger as CSV, with a head: a row for each round and each party that moved in it.

    Examples:
        >>> from negotrack import seed
        >>> print(ledger(seed("sochi-2022").ledger).splitlines()[1])
        sochi-2022,2022-10-31,azerbaijan,Azerbaijan,0,0,0,0,8,0
    """
    return table(LEDGER, _sums(of))


class _Names:
    """What parties and demands are called, by id."""

    def __init__(
        self, parties: Sequence[Party], demands: Sequence[Demand], numbers: Mapping[str, str]
    ) -> None:
        self._parties = {party.id: party.name for party in parties}
        self._titles = {demand.id: demand.title for demand in demands}
        self._numbers = numbers

    def demand(self, id_: str) -> Sequence[str]:
        return [id_, self._numbers[id_], self._titles[id_]]

    def party(self, id_: str) -> Sequence[str]:
        return [id_, self._parties[id_]]


_NO_DEMAND = ("", "", "")
_NO_PARTY = ("", "")


def _change(one: DiffEntry, names: _Names) -> Sequence[str]:
    match one:
        case OutcomeChange():
            ends = [str(one.before), str(one.after), one.change, "", " ".join(one.through)]
            return ["outcome", *names.demand(one.demand), *_NO_PARTY, *ends, _said(one)]
        case PositionChange():
            ends = [*sides(one.before, one.after), one.movement, _voice(one), ""]
            return ["position", *names.demand(one.demand), *names.party(one.party), *ends, _said(one)]
        case TextChange():
            ends = [str(one.before.number), str(one.after.number), "amended", "", ""]
            return ["text", *names.demand(one.demand), *_NO_PARTY, *ends, _said(one)]
        case MarkChange():
            ends = [one.before or "", one.after or "", "opened" if one.after else "closed", "", ""]
            return ["mark", *names.demand(one.demand), *names.party(one.party), *ends, _said(one)]
        case PartyChange():
            return ["party", *_NO_DEMAND, *names.party(one.party), "", "", one.presence, "", "", ""]
        case _:
            assert_never(one)


def _chapter(chapter: Chapter, names: _Names, ledger: Ledger) -> Iterator[Sequence[str]]:
    when = [chapter.round.id, str(chapter.round.date)]
    for one in chapter.outcomes:
        *first, statements = _change(one, names)
        yield [*when, *first, "", statements]
    for move in chapter.moves:
        answered = ledger.answered(chapter.number, move)
        ends = [*sides(move.before, move.after), move.movement, _voice(move), ""]
        told = "" if answered is None else truth(answered)
        who = [*names.demand(move.demand), *names.party(move.party)]
        yield [*when, "move", *who, *ends, told, _words(move.said)]
    others: Sequence[DiffEntry] = (*chapter.texts, *chapter.marks, *chapter.parties)
    for other in others:
        *first, statements = _change(other, names)
        yield [*when, *first, "", statements]


def _sums(ledger: Ledger) -> Iterator[Sequence[str]]:
    for one in ledger.rounds:
        ways = Counter((move.party, move.movement) for move in one.moves)
        answered = Counter(move.party for move in one.moves if ledger.answered(one.number, move))
        for party in ledger.parties:
            counts = [ways[party.id, way] for way in (Movement.AWAY, Movement.SIDEWAYS, *_OTHERS)]
            sums = [ways[party.id, Movement.TOWARD], answered[party.id], *counts]
            if any(sums):
                yield [one.round.id, str(one.round.date), party.id, party.name, *map(str, sums)]


_OTHERS = (Movement.OPENING, Movement.LAPSED)


def _voice(one: PositionChange | Move) -> str:
    """Give whose words moved a position; nobody's where it lapsed."""
    return "" if one.movement is Movement.LAPSED else one.mover.voice


def _said(one: OutcomeChange | PositionChange | TextChange | MarkChange) -> str:
    return "; ".join(map(_words, one.statements))


def _words(said: Statement) -> str:
    """Give a statement, and whose account it is."""
    return f"{said.says} (according to {said.according_to})" if said.according_to else str(said.says)


def _round(state: State) -> str:
    return state.round.id if state.round else "start"
