"""What happened in each round, and between the rounds?"""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from itertools import product, starmap
from typing import final

from attrs import evolve, frozen

from negotrack.blocs import Blocs
from negotrack.changes import MarkChange, OutcomeChange, PartyChange, TextChange
from negotrack.diffs import Diff
from negotrack.events import events
from negotrack.journal import Cell
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.moves import Move, Restatement, restated
from negotrack.negotiation import Negotiation
from negotrack.omissions import LeftOut
from negotrack.state import State
from negotrack.work import Work, watched


@final
@frozen(eq=False)
class Chapter:
    """What happened in one round."""

    number: int
    """The number of the round, from 1."""
    diff: Diff
    """The round against the one before it."""
    outcomes: tuple[OutcomeChange, ...]
    """What became of which demands."""
    moves: tuple[Move, ...]
    """The moves, in order, those undone in the same round included."""
    texts: tuple[TextChange, ...]
    marks: tuple[MarkChange, ...]
    parties: tuple[PartyChange, ...]
    restated: tuple[Restatement, ...]
    """The words that left a position as it was."""
    left_out: tuple[LeftOut, ...]
    """What was said and is left out, wholly or in part."""

    @property
    def round(self) -> Round:
        """The round."""
        return self.diff.rounds[0]

    @property
    def after(self) -> State:
        """The state as of its end."""
        return self.diff.after

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed, and nothing that was said is left out."""
        return self.is_still and not self.left_out

    @property
    def is_still(self) -> bool:
        """Whether nothing changed."""
        return not (self.outcomes or self.moves or self.texts or self.marks or self.parties)


def chapters(talks: Negotiation) -> tuple[Chapter, ...]:
    """Give all rounds, in order.

    Examples:
        >>> from negotrack import seed
        >>> [chapter.after.counts.agreed for chapter in chapters(seed("sochi-2022"))]
        [4]
    """
    numbers = range(1, len(talks.rounds) + 1)
    return tuple(chapter(talks, number) for number in watched(numbers, Work.COURSE))


def chapter(talks: Negotiation, number: int) -> Chapter:
    """Give one round, by its number.

    Examples:
        >>> from negotrack import seed
        >>> len(chapter(seed("sochi-2022"), 1).moves)
        15
    """
    diff = talks.diff(number - 1 or "start", number)
    return Chapter(
        number,
        diff,
        outcomes=diff.outcomes,
        moves=talks.moves(number),
        texts=diff.texts,
        marks=diff.marks,
        parties=diff.parties,
        restated=tuple(restated(talks.timeline, number)),
        left_out=diff.left_out,
    )


def narrowed(chapter: Chapter, parties: Collection[str], demands: Collection[str], blocs: Blocs) -> Chapter:
    """Give of a round what some parties did about some demands, and what became of these.

    Args:
        chapter: the round.
        parties: the ids of the parties; none: all. What a bloc says moves its members, too, and is theirs and its own.
            Where no demands are chosen, what became of a demand is kept if one of the parties moved on it or made
            it so by joining or leaving, or that of one that it hangs on.
        demands: the ids of the demands; none: all.
        blocs: whom parties speak for.
    """
    if not parties and not demands:
        return chapter

    def is_wanted(cell: Cell, voice: str = "") -> bool:
        is_theirs = not parties or cell.party in parties or voice in parties
        return is_theirs and (not demands or cell.demand in demands)

    def spoken_for(words: LeftOut) -> Iterator[str]:
        for holder in words.said.says.holders:
            yield holder
            yield from blocs.members(holder, chapter.number)

    moves = tuple(
        move for move in chapter.moves if is_wanted(Cell(move.party, move.demand), move.mover.voice)
    )
    turned = {one.demand for one in chapter.outcomes if any(other.party in parties for other in one.parties)}
    about = demands or _touched(chapter, turned | {move.demand for move in moves})
    return evolve(
        chapter,
        outcomes=tuple(one for one in chapter.outcomes if one.demand in about),
        moves=moves,
        texts=tuple(one for one in chapter.texts if one.demand in about),
        marks=tuple(one for one in chapter.marks if is_wanted(Cell(one.party, one.demand))),
        parties=tuple(one for one in chapter.parties if one.party in parties),
        restated=tuple(one for one in chapter.restated if is_wanted(Cell(one.party, one.demand), one.voice)),
        left_out=tuple(
            words
            for words in chapter.left_out
            if any(map(is_wanted, starmap(Cell, product(spoken_for(words), words.said.says.demands))))
        ),
    )


def _touched(chapter: Chapter, moved: AbstractSet[str]) -> AbstractSet[str]:
    """Give the demands that somebody moved on, and those whose change hangs on them, directly or through others."""
    found = set(moved)
    while more := {one.demand for one in chapter.outcomes if found & set(one.through)} - found:
        found |= more
    return found


def interleaved(talks: Negotiation, since: int = 1) -> Iterator[int | Event]:
    """Give the numbers of the rounds from one on, and the events before, between and after them, in order.

    An event comes before the first round that began later than it; of the events before the first of these rounds
    those are left out that another round lies between, and all where there are no such rounds.
    """
    ahead = list(events(talks, len(talks.rounds)))
    for number, round_ in enumerate(talks.rounds, 1):
        while ahead and ahead[0].date.earliest < round_.date.earliest:
            event = ahead.pop(0)
            if number >= since:
                yield event
        if number >= since:
            yield number
    if since <= max(1, len(talks.rounds)):
        yield from ahead
