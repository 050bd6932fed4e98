"""How does talk move on from round to round in a drawn record?

A list of random statements would miss the point: hardly any would follow on another. So for each cell, a party
and a demand, it is drawn how often the party speaks of the demand, in which rounds, and what it moves to; then
who amends the text, and what others tell of it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import final

from attrs import evolve, frozen
from hypothesis.strategies import DrawFn, composite

from negotrack.model.demands import Demand
from negotrack.model.statements import Statement
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.drawing import chance, few, number, pick
from negotrack.testing.ids import Names
from negotrack.testing.moods import DEALING, OF_OTHERS, OF_WHOLES, Mood
from negotrack.testing.statements import any_sentence, conditions_of, sentence, statement_of, with_evidence

Ids = tuple[str, ...]


@final
@frozen
class Topic:
    """A demand that is talked about."""

    demand: str
    mood: Mood
    conditions: tuple[str, ...]
    """The demands that assents to it are made to depend on."""


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


def talk(draw: DrawFn, names: Names, demands: Sequence[Demand]) -> list[list[Statement]]:
    """Draw all that is said, by round. Shrinks towards silence."""
    by_round: list[list[Statement]] = [[] for _ in names.rounds]
    if names.parties and names.demands and names.rounds:
        amendments: Counter[str] = Counter()
        for move in sorted(_moves(draw, names, demands), key=attrgetter("round", "place")):
            by_round[move.round].append(_naming_version(move, amendments))
            amendments.update(_amended(move.said, names))
    return by_round


def _moves(draw: DrawFn, names: Names, demands: Sequence[Demand]) -> Iterator[Move]:
    wholes = {demand.part_of for demand in demands}
    deal = draw(_deal(names))
    for demand in names.demands:
        yield from draw(_about(names, draw(_topic(names, demand, deal, is_whole=demand in wholes))))
    for _ in range(pick(draw, _ACCOUNTS)):
        yield draw(_account(names))
    if chance(draw, 4):
        yield draw(_stray_withdrawal(names))


_ACCOUNTS = (0, 1, 2, 2, 3, 4)


@composite
def _deal(draw: DrawFn, names: Names) -> tuple[str, ...]:
    """Draw two demands that are given for each other, or none."""
    pairs = list(pairwise(names.demands))
    return pick(draw, pairs) if pairs and number(draw, 2) else ()


@composite
def _topic(draw: DrawFn, names: Names, demand: str, deal: Sequence[str], *, is_whole: bool) -> Topic:
    """Draw how a demand is talked about. Those of a deal wait for each other."""
    if demand in deal:
        return Topic(demand, DEALING, tuple(other for other in deal if other != demand))
    mood = pick(draw, OF_WHOLES if is_whole else OF_OTHERS)
    return Topic(demand, mood, few(draw, conditions_of(names, [demand]), most=2))


@composite
def _about(draw: DrawFn, names: Names, topic: Topic) -> list[Move]:
    """Draw all that is said of one demand: its amendments, and how each party moves."""
    mood = topic.mood
    courses = [draw(_course(names, party, topic)) for party in names.parties]
    amendments = pick(draw, mood.amendments)
    return [*chain(*courses), *(draw(_amendment(names, topic)) for _ in range(amendments))]


@composite
def _course(draw: DrawFn, names: Names, party: str, topic: Topic) -> list[Move]:
    """Draw how a party moves on a demand: each time to another stance than before."""
    mood = topic.mood
    moves: list[Move] = []
    for left in range(pick(draw, mood.counts), 0, -1):
        stance = pick(draw, _sensible(mood.early if left > 1 else mood.last, moves))
        moves.append(draw(_step(names, party, topic, stance, from_=moves[-1].round if moves else 0)))
    return moves


@composite
def _step(draw: DrawFn, names: Names, party: str, topic: Topic, stance: Stance, *, from_: int) -> Move:
    """Draw a move of a party on a demand, not before a round."""
    round_ = from_ + number(draw, len(names.rounds) - 1 - from_)
    said = _words(draw, names, topic, stance, _together(draw, names, party, topic.demand))
    return _move(draw, names, said, round_)


def _words(
    draw: DrawFn, names: Names, topic: Topic, stance: Stance, who_and_what: tuple[Ids, Ids]
) -> Statement:
    """Draw how a stance on the topic is put, by these holders and of these demands."""
    holders, demands = who_and_what
    possible = conditions_of(names, demands)
    conditions = [condition for condition in topic.conditions if condition in possible]
    says = sentence(draw, holders, stance, demands, conditions, qualifiers=topic.mood.qualifiers)
    return statement_of(draw, says)


def _sensible(likely: Sequence[Stance], moves: Sequence[Move]) -> Sequence[Stance]:
    """Give what a party can say next: nothing again, and it takes back only what it has put forward."""
    before = [move.said.says.stance for move in moves]
    excluded = {*before[-1:], *([] if Stance.PROPOSES in before else [Stance.WITHDRAWS])}
    return [stance for stance in likely if stance not in excluded] or [Stance.ACCEPTS]


def _together(draw: DrawFn, names: Names, party: str, demand: str) -> tuple[Ids, Ids]:
    """Draw who says it with the party, and of what besides the demand: as a rule nobody and nothing."""
    if not chance(draw, 6):
        return (party,), (demand,)
    others = few(draw, names.referable(names.parties), most=2)
    more = few(draw, names.referable(names.demands), most=1)
    return (party, *others) if chance(draw, 2) else (*others, party), (demand, *more)


@composite
def _amendment(draw: DrawFn, names: Names, topic: Topic) -> Move:
    holders = few(draw, names.referable(names.parties), least=1, most=3)
    more = few(draw, names.referable(names.demands), most=1) if chance(draw, 6) else ()
    said = _words(draw, names, topic, Stance.AMENDS, (holders, (topic.demand, *more)))
    return _move(draw, names, said, number(draw, len(names.rounds) - 1))


@composite
def _account(draw: DrawFn, names: Names) -> Move:
    """Draw what one party tells of others, or of others and itself."""
    says = any_sentence(draw, names)
    givers = names.referable(names.parties)
    said = evolve(statement_of(draw, says), according_to=pick(draw, (*says.holders[1:], *givers)))
    return _move(draw, names, said, number(draw, len(names.rounds) - 1))


@composite
def _stray_withdrawal(draw: DrawFn, names: Names) -> Move:
    holder, demand = pick(draw, names.parties), pick(draw, names.demands)
    said = Statement(Sentence([holder], Stance.WITHDRAWS, [demand]))
    return _move(draw, names, said, number(draw, len(names.rounds) - 1))


def _move(draw: DrawFn, names: Names, said: Statement, round_: int) -> Move:
    """Draw the place, the version and the evidence of what is said in a round."""
    if not chance(draw, 3):
        return Move(round_, 0, said, off_by=None)
    off_by = pick(draw, (0, 0, -1, 1)) if chance(draw, 3) else None
    return Move(round_, pick(draw, _PLACES), with_evidence(draw, names, said), off_by)


_PLACES = (0, -1, 1, 2)


def _naming_version(move: Move, amendments: Counter[str]) -> Statement:
    if move.off_by is None:
        return move.said
    current = 1 + amendments[move.said.says.demands[0]]
    return evolve(move.said, version=max(1, current + move.off_by))


def _amended(said: Statement, names: Names) -> tuple[str, ...]:
    """Give the demands of which this makes a new text."""
    amenders = [
        holder
        for holder in said.says.holders
        if holder in names.parties and said.according_to in {None, holder}
    ]
    return said.says.demands if said.says.stance is Stance.AMENDS and amenders else ()
