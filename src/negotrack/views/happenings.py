"""What happened in a round, told in lines?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, final

from negotrack.becoming import Change
from negotrack.changes import OutcomeChange, PositionChange
from negotrack.course import Chapter
from negotrack.journal import Cell
from negotrack.movements import Movement, movement
from negotrack.moves import Move
from negotrack.negotiation import Negotiation
from negotrack.positions import Held
from negotrack.sentence import enumerated
from negotrack.stances import Stance
from negotrack.state import State
from negotrack.views.lines import Line, Piece
from negotrack.views.reasons import Reasons
from negotrack.views.steps import Step, Steps, symbol
from negotrack.views.theme import CHANGES, Glyphs, Style
from negotrack.views.uncounted import uncounted
from negotrack.visible import visible

UNDONE = "undone"
"""The word for moves that left a position, in the end, as it was."""

_WAYS = (
    Movement.TOWARD,
    Movement.AWAY,
    Movement.SIDEWAYS,
    UNDONE,
    Movement.OPENING,
    Movement.LAPSED,
)
"""The words for what moves came to, in the order in which they are told."""


class Happening(NamedTuple):
    """Something that happened in a round: what became of an outcome, or a move."""

    way: str
    """The word of the change or the movement."""
    style: Style
    number: str
    """Of the demand; none where it is about a party."""
    symbol: Piece | None
    """Of the stance that was taken; none where no position moved."""
    said: Line


class _Path(NamedTuple):
    """What the moves of a party on a demand came to."""

    way: str
    demand: str
    step: Step
    symbol: Piece
    uncounted: str
    """That it is not counted, and why, where one would take it to be."""


@final
class Happenings:
    """What is said of what happened in the rounds of one negotiation."""

    def __init__(self, talks: Negotiation) -> None:
        self._numbers = talks.now.numbers
        self._order = {demand: place for place, demand in enumerate(self._numbers)}
        self._titles = {demand.id: visible(demand.title) for demand in talks.demands}
        self._reasons = Reasons.of(talks.now)
        self._steps = Steps(talks.now)

    def of(self, chapter: Chapter, glyphs: Glyphs) -> Iterator[Happening]:
        """Give what happened in a round: outcomes, moves, texts, accounts, parties."""
        yield from self._outcomes(chapter)
        yield from self._moves(chapter, glyphs)
        for text in chapter.texts:
            versions = f"text {text.before.number} {glyphs.arrow} text {text.after.number}"
            said = f"{self._titles[text.demand]}: {versions}, by {self._steps.amenders(text)}"
            yield Happening("text", Style.NONE, self._numbers[text.demand], None, [Piece(said)])
        for mark in chapter.marks:
            said = self._steps.mark(mark, chapter.after.accounts(mark.party, mark.demand))
            yield Happening("account", Style.NONE, self._numbers[mark.demand], None, [Piece(said)])
        for party in chapter.parties:
            yield Happening(party.presence, Style.NONE, "", None, [Piece(self._reasons.named(party.party))])

    def _outcomes(self, chapter: Chapter) -> Iterator[Happening]:
        order = {change: place for place, change in enumerate(Change)}
        moved: dict[str, list[PositionChange]] = {}
        for move in chapter.diff.positions:
            moved.setdefault(move.demand, []).append(move)
        for one in sorted(chapter.outcomes, key=lambda one: (order[one.change], self._order[one.demand])):
            reason = self._reason(chapter, one, moved.get(one.demand, ()))
            said = self._titles[one.demand] + (f": {reason}" if reason else "")
            yield Happening(one.change, CHANGES[one.change], self._numbers[one.demand], None, [Piece(said)])

    def _reason(self, chapter: Chapter, change: OutcomeChange, moves: Sequence[PositionChange]) -> str:
        """Say who made an outcome what it became: who stands in its way, or who moved so that it came about."""
        standing = chapter.after.standing(change.demand)
        present = self._reasons.of_presence(change.parties)
        if change.change in (Change.BLOCKED, Change.REPLACED):
            return "; ".join(filter(None, [present, self._reasons.in_words(standing)]))
        does = _DOES.get(change.change, _anything)
        voices = dict.fromkeys(
            move.mover.voice for move in moves if isinstance(move.after, Held) and does(move.after.stance)
        )
        by = [f"by {enumerated(map(self._reasons.named, voices))}"] if voices else []
        through = [f"hangs on {self._reasons.numbered(change.through)}"] if change.through else []
        left = [self._reasons.in_words(standing)] if change.change is Change.REOPENED else []
        return "; ".join(filter(None, [*by, present, *through, *left]))

    def _moves(self, chapter: Chapter, glyphs: Glyphs) -> Iterator[Happening]:
        """Give what the moves came to, those that are the same together."""
        by_cell: dict[Cell, list[Move]] = {}
        for move in chapter.moves:
            by_cell.setdefault(Cell(move.party, move.demand), []).append(move)
        alike: dict[_Path, list[Sequence[Move]]] = {}
        for moves in by_cell.values():
            alike.setdefault(self._path(moves, chapter.after, glyphs), []).append(moves)
        for path in sorted(alike, key=lambda path: (_WAYS.index(path.way), self._order[path.demand])):
            several = alike[path]
            who = self._reasons.together([moves[-1].mover for moves in several])
            words = [Piece(f"{who}: "), *path.step.line(glyphs)]
            if path.way == Movement.OPENING and len(several[0]) == 1:
                now = self._steps.moves(several[0], glyphs, plural=len(several) > 1).after
                words = [Piece(f"{who}: {now}")]
            said: Line = [*words, Piece(path.uncounted)]
            yield Happening(path.way, Style.NONE, self._numbers[path.demand], path.symbol, said)

    def _path(self, moves: Sequence[Move], state: State, glyphs: Glyphs) -> _Path:
        before, last = moves[0].before, moves[-1]
        way = UNDONE if before == last.after else movement(before, last.after)
        aside = uncounted(state, last.party, last.demand)
        return _Path(way, last.demand, self._steps.moves(moves, glyphs), symbol(last.after, glyphs), aside)


def _anything(_: Stance) -> bool:
    return True


_DOES: Mapping[Change, Callable[[Stance], bool]] = {
    Change.SETTLED: lambda stance: stance.is_assent,
    Change.CONFIRMED: lambda stance: stance.is_assent,
    Change.TABLED: lambda stance: stance.puts_forward,
    Change.WITHDRAWN: lambda stance: stance is Stance.WITHDRAWS,
}
"""By which stances such a change comes about; others by any."""
