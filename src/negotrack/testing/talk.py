"""How does talk move on from round to round in a drawn record?

A list of random statements would miss the point: hardly any would follow on another. So for each cell, a party
and a demand, it is drawn how often the party speaks of the demand, in which rounds, and what it moves to; then
who amends the text, and what others tell of it.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import chain, pairwise, product
from operator import attrgetter
from typing import final

from attrs import evolve, frozen

from negotrack.model.demands import Demand
from negotrack.model.statements import Statement
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame
from negotrack.testing.moods import DEALING, OF_OTHERS, OF_WHOLES, Mood
from negotrack.testing.statements import any_sentence, conditions_of, sentence, statement_of, with_evidence

Ids = tuple[str, ...]


@final
@frozen
class Move:
    """A statement, and when it is made."""

    round: int
    """The round, counted from 0."""
    place: int
    """Where in the round; of two with the same place the one drawn first comes first."""
    said: Statement
    off_by: int | None
    """How far the version that it names is from the current one; None: it names none."""


@final
@frozen
class Topic:
    """A demand that is talked about."""

    demand: str
    mood: Mood
    conditions: tuple[str, ...]
    """The demands that assents to it are made to depend on."""
    amendments: Sequence[Move] = ()


def talk(dice: Dice, frame: Frame, demands: Sequence[Demand]) -> list[list[Statement]]:
    """Draw all that is said, by round. Shrinks towards silence."""
    by_round: list[list[Statement]] = [[] for _ in frame.rounds]
    if frame.parties and frame.demands and frame.rounds:
        amendments: Counter[str] = Counter()
        for move in sorted(_moves(dice, frame, demands), key=attrgetter("round", "place")):
            by_round[move.round].append(_naming_version(move, amendments))
            amendments.update(_amended(move.said, frame))
    return by_round


def _moves(dice: Dice, frame: Frame, demands: Sequence[Demand]) -> Iterator[Move]:
    topics = _topics(dice, frame, {demand.part_of for demand in demands})
    for demand, party in _cells(dice, frame):
        yield from _course(dice, frame, party, topics[demand])
    yield from chain.from_iterable(topic.amendments for topic in topics.values())
    for _ in dice.each([frame.scope.accounts] * _ACCOUNTS):
        if dice.chance(2):
            yield _account(dice, frame)
    if dice.afresh().chance(4):
        yield _stray_withdrawal(dice, frame)


_ACCOUNTS = 4
"""How many accounts there are at most, and about twice as many as there are."""


def _cells(dice: Dice, frame: Frame) -> Iterator[tuple[str, str]]:
    """Give each cell, to be drawn in a slot of its own; in a large record as many cells as there are such slots."""
    slots = list(product(frame.slots["demands"], frame.slots["parties"]))
    if len(slots) <= _COURSES:
        yield from dice.each(cell if all(cell) else None for cell in slots)
    else:
        for _ in dice.each(range(1, 1 + _COURSES)):
            yield dice.pick(frame.demands), dice.pick(frame.parties)


_COURSES = 40
"""On how many cells a party speaks at most; more would not fit into what Hypothesis draws for an example."""


def _topics(dice: Dice, frame: Frame, wholes: Container[str | None]) -> dict[str, Topic]:
    deal = _deal(dice.afresh(), frame)
    return {
        demand: _topic(dice, frame, demand, deal, is_whole=demand in wholes)
        for demand in dice.each(frame.slots["demands"])
    }


def _deal(dice: Dice, frame: Frame) -> tuple[str, ...]:
    """Draw two demands that are given for each other, or none."""
    pairs = list(pairwise(frame.demands))
    return dice.pick(pairs) if pairs and dice.number(2) else ()


def _topic(dice: Dice, frame: Frame, demand: str, deal: Sequence[str], *, is_whole: bool) -> Topic:
    """Draw how a demand is talked about. Those of a deal wait for each other."""
    mood = DEALING if demand in deal else dice.pick(OF_WHOLES if is_whole else OF_OTHERS)
    conditions = (
        tuple(other for other in deal if other != demand)
        if demand in deal
        else dice.few(conditions_of(frame, [demand]), most=2)
    )
    topic = Topic(demand, mood, conditions)
    amendments = dice.pick(mood.amendments) if frame.scope.amendments else 0
    return evolve(topic, amendments=[_amendment(dice, frame, topic) for _ in range(amendments)])


def _course(dice: Dice, frame: Frame, party: str, topic: Topic) -> list[Move]:
    """Draw how a party moves on a demand: each time to another stance than before."""
    mood = topic.mood
    moves: list[Move] = []
    for left in range(dice.pick(mood.counts), 0, -1):
        stance = dice.pick(_sensible(mood.early if left > 1 else mood.last, moves))
        moves.append(_step(dice, frame, party, topic, stance, from_=moves[-1].round if moves else 0))
    return moves


def _step(dice: Dice, frame: Frame, party: str, topic: Topic, stance: Stance, *, from_: int) -> Move:
    """Draw a move of a party on a demand, not before a round."""
    round_ = from_ + dice.number(len(frame.rounds) - 1 - from_)
    said = _words(dice, frame, topic, stance, _together(dice, frame, party, topic.demand))
    return _move(dice, frame, said, round_)


def _words(
    dice: Dice, frame: Frame, topic: Topic, stance: Stance, who_and_what: tuple[Ids, Ids]
) -> Statement:
    """Draw how a stance on the topic is put, by these holders and of these demands."""
    holders, demands = who_and_what
    possible = conditions_of(frame, demands)
    conditions = [condition for condition in topic.conditions if condition in possible]
    says = sentence(dice, holders, stance, demands, conditions, qualifiers=topic.mood.qualifiers)
    return statement_of(dice, says)


def _sensible(likely: Sequence[Stance], moves: Sequence[Move]) -> Sequence[Stance]:
    """Give what a party can say next: nothing again, and it takes back only what it has put forward.

    Now and then it goes back to where it was.
    """
    before = [move.said.says.stance for move in moves]
    excluded = {*before[-1:], *([] if Stance.PROPOSES in before else [Stance.WITHDRAWS])}
    return [stance for stance in (*likely, *before[-2:-1] * 3) if stance not in excluded] or [Stance.ACCEPTS]


def _together(dice: Dice, frame: Frame, party: str, demand: str) -> tuple[Ids, Ids]:
    """Draw who says it with the party, and of what besides the demand: as a rule nobody and nothing."""
    if not dice.chance(6):
        return (party,), (demand,)
    others = dice.few(frame.referable(frame.parties), most=2)
    more = dice.few(frame.referable(frame.demands), most=1)
    return (party, *others) if dice.chance(2) else (*others, party), (demand, *more)


def _amendment(dice: Dice, frame: Frame, topic: Topic) -> Move:
    holders = dice.few(frame.referable(frame.parties), least=1, most=3)
    more = dice.few(frame.referable(frame.demands), most=1) if dice.chance(6) else ()
    said = _words(dice, frame, topic, Stance.AMENDS, (holders, (topic.demand, *more)))
    return _move(dice, frame, said, dice.number(len(frame.rounds) - 1))


def _account(dice: Dice, frame: Frame) -> Move:
    """Draw what one party tells of others, or of others and itself."""
    says = any_sentence(dice, frame)
    givers = frame.referable(frame.parties)
    said = evolve(statement_of(dice, says), according_to=dice.pick((*says.holders[1:], *givers)))
    return _move(dice, frame, said, dice.number(len(frame.rounds) - 1))


def _stray_withdrawal(dice: Dice, frame: Frame) -> Move:
    holder, demand = dice.pick(frame.parties), dice.pick(frame.demands)
    said = Statement(Sentence([holder], Stance.WITHDRAWS, [demand]))
    return _move(dice, frame, said, dice.number(len(frame.rounds) - 1))


def _move(dice: Dice, frame: Frame, said: Statement, round_: int) -> Move:
    """Draw the place, the version and the evidence of what is said in a round."""
    if not dice.chance(3):
        return Move(round_, 0, said, off_by=None)
    off_by = dice.pick((0, 0, -1, 1)) if dice.chance(3) else None
    return Move(round_, dice.pick(_PLACES), with_evidence(dice, frame, said), off_by)


_PLACES = (0, -1, 1, 2)


def _naming_version(move: Move, amendments: Counter[str]) -> Statement:
    if move.off_by is None:
        return move.said
    current = 1 + amendments[move.said.says.demands[0]]
    return evolve(move.said, version=max(1, current + move.off_by))


def _amended(said: Statement, frame: Frame) -> tuple[str, ...]:
    """Give the demands of which this makes a new text."""
    amenders = [
        holder
        for holder in said.says.holders
        if holder in frame.parties and said.according_to in {None, holder}
    ]
    return said.says.demands if said.says.stance is Stance.AMENDS and amenders else ()
