"""What is said in a drawn record?

A list of random statements would miss the point: hardly any would follow on another. So for each cell, a party and a
demand, it is drawn how often the party speaks of the demand, in which rounds, and what it moves to; then who amends
the text, and what others tell of it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import final

from attrs import evolve, frozen
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.demands import Demand
from negotrack.model.statements import Reservation, Statement
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.drawing import chance, few, number, pick, shuffled
from negotrack.testing.ids import Names
from negotrack.testing.moods import OF_OTHERS, OF_WHOLES, Mood
from negotrack.testing.sources import with_evidence
from negotrack.testing.texts import text_or_none


@final
@frozen
class Move:
    """A statement, and the round in which it is made, counted from 0."""

    round: int
    said: Statement


def sentences(names: Names) -> SearchStrategy[Sentence]:
    """Give sentences by parties and about demands of `names`.

    Every stance is among them, with every qualifier that it can have. Shrinks towards one party that proposes one
    demand.

    Raises:
        InvalidArgument: there is no party or no demand.

    Examples:
        >>> from hypothesis import find
        >>> find(sentences(Names(("p1", "p2"), ("d1",))), lambda says: len(says.holders) == 2)
        Sentence('p1 and p2 propose d1')
    """
    _check_speakable(names)
    return _sentences(names)


@composite
def _sentences(draw: DrawFn, names: Names) -> Sentence:
    holders = few(draw, names.referable(names.parties), least=1, most=3)
    demands = few(draw, names.referable(names.demands), least=1, most=3)
    return _sentence(draw, names, holders, pick(draw, tuple(Stance)), demands, names.referable(names.demands))


def _check_speakable(names: Names) -> None:
    for kind, known in (("parties", names.parties), ("demands", names.demands)):
        if not known:
            raise InvalidArgument(f"names.{kind} is empty: a sentence takes one of them at least")


def statements(names: Names) -> SearchStrategy[Statement]:
    """Give statements with evidence by parties and about demands of `names`.

    They stand alone: for those that follow on one another ask for `negotiations`. Shrinks towards one party that
    proposes one demand, without evidence.

    Raises:
        InvalidArgument: there is no party or no demand.

    Examples:
        >>> from hypothesis import find
        >>> find(statements(Names(("p1",), ("d1",))), lambda said: said.red_line)
        Statement('p1 proposes d1')
    """
    _check_speakable(names)
    return _statements(names)


@composite
def _statements(draw: DrawFn, names: Names) -> Statement:
    says = draw(_sentences(names))
    accountable = names.referable(names.parties)
    said = evolve(
        _statement(draw, says),
        according_to=pick(draw, accountable) if chance(draw, 4) else None,
        version=1 + number(draw, 2) if chance(draw, 4) else None,
    )
    return with_evidence(draw, names, said)


def talk(draw: DrawFn, names: Names, demands: Sequence[Demand]) -> list[list[Statement]]:
    """Draw all that is said, by round. Shrinks towards silence."""
    by_round: list[list[Statement]] = [[] for _ in names.rounds]
    if names.parties and names.demands and names.rounds:
        for move in _moves(draw, names, demands):
            by_round[move.round].append(move.said)
    amendments: Counter[str] = Counter()
    return [
        [
            with_evidence(draw, names, one)
            for one in _with_versions(draw, names, shuffled(draw, said), amendments)
        ]
        for said in by_round
    ]


def _moves(draw: DrawFn, names: Names, demands: Sequence[Demand]) -> Iterator[Move]:
    wholes = {demand.part_of for demand in demands}
    tied = {demand.id: few(draw, names.besides(names.demands, demand.id), most=2) for demand in demands}
    for demand in demands:
        mood = pick(draw, OF_WHOLES if demand.id in wholes else OF_OTHERS)
        for _ in range(pick(draw, _AMENDMENTS) if max(mood.counts) > 1 else 0):
            yield _amendment(draw, names, demand.id, tied[demand.id])
        for party in names.parties:
            yield from _course(draw, names, Cell(party, demand.id), mood, tied)
    for _ in range(number(draw, 4)):
        yield _account(draw, names)
    if chance(draw, 4):
        holder, demand_id = pick(draw, names.parties), pick(draw, names.demands)
        yield _made(draw, names, Statement(Sentence([holder], Stance.WITHDRAWS, [demand_id])))


_AMENDMENTS = (0, 0, 0, 1, 1, 2)


@final
@frozen
class Cell:
    """A party and a demand."""

    party: str
    demand: str


def _course(
    draw: DrawFn, names: Names, cell: Cell, mood: Mood, tied: Mapping[str, tuple[str, ...]]
) -> Iterator[Move]:
    """Draw how a party moves on a demand: each time to another stance than before."""
    last = len(names.rounds) - 1
    rounds = sorted(number(draw, last) for _ in range(pick(draw, mood.counts)))
    before: list[Stance] = []
    for place, round_ in enumerate(rounds, 1):
        stance = _next_stance(draw, mood.last if place == len(rounds) else mood.early, before)
        before.append(stance)
        holders, demands = _parties_to(draw, names, cell)
        says = _sentence(draw, names, holders, stance, demands, tied[cell.demand])
        yield Move(round_, _statement(draw, says))


def _next_stance(draw: DrawFn, likely: Sequence[Stance], before: Sequence[Stance]) -> Stance:
    """Draw what is said next; a party takes back only what it has put forward."""
    excluded = {*before[-1:], *([] if Stance.PROPOSES in before else [Stance.WITHDRAWS])}
    return pick(draw, [stance for stance in likely if stance not in excluded] or [Stance.ACCEPTS])


def _parties_to(draw: DrawFn, names: Names, cell: Cell) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Draw who says it besides the party, and of what besides the demand: as a rule nobody and nothing."""
    if not chance(draw, 6):
        return (cell.party,), (cell.demand,)
    holders = (cell.party, *few(draw, names.referable(names.parties), most=2))
    demands = (cell.demand, *few(draw, names.referable(names.demands), most=1))
    return tuple(shuffled(draw, holders)), demands


def _amendment(draw: DrawFn, names: Names, demand: str, tied: tuple[str, ...]) -> Move:
    holders = few(draw, names.referable(names.parties), least=1, most=3)
    others = few(draw, names.referable(names.demands), most=1) if chance(draw, 6) else ()
    says = _sentence(draw, names, holders, Stance.AMENDS, (demand, *others), tied)
    return _made(draw, names, _statement(draw, says))


def _account(draw: DrawFn, names: Names) -> Move:
    """Draw what one party tells of others, or of others and itself."""
    says = draw(_sentences(names))
    known = (*says.holders, *names.referable(names.parties))
    giver = pick(draw, known if chance(draw, 3) else names.referable(names.parties))
    return _made(draw, names, evolve(_statement(draw, says), according_to=giver))


def _made(draw: DrawFn, names: Names, said: Statement) -> Move:
    return Move(number(draw, len(names.rounds) - 1), said)


def _sentence(
    draw: DrawFn,
    names: Names,
    holders: Sequence[str],
    stance: Stance,
    demands: Sequence[str],
    tied: Sequence[str],
) -> Sentence:
    """Draw the qualifiers of a sentence, where it can have any: of these conditions, and no demand of itself."""
    if not stance.is_assent:
        return Sentence(holders, stance, demands)
    is_conditional, is_provisional = pick(draw, _QUALIFIERS)
    possible = [other for other in tied if names.is_loose or other not in demands]
    conditions = few(draw, possible, least=1, most=2) if is_conditional else ()
    return Sentence(holders, stance, demands, conditions, is_provisional)


_QUALIFIERS = (*[(False, False)] * 7, *[(True, False)] * 3, (False, True), (True, True))
"""Whether an assent is conditional, and whether it is provisional."""


def _statement(draw: DrawFn, says: Sentence) -> Statement:
    """Draw what a stance can have besides the sentence: red lines, the kind of a reservation, a new text."""
    stance = says.stance
    return Statement(
        says,
        red_line=chance(draw, 8),
        reservation=pick(draw, (None, *Reservation)) if stance is Stance.RESERVES else None,
        text=text_or_none(draw) if stance is Stance.AMENDS and len(says.demands) == 1 else None,
    )


def _with_versions(
    draw: DrawFn, names: Names, said: Sequence[Statement], amendments: Counter[str]
) -> list[Statement]:
    """Let some statements name the version that they are about: the current one as a rule, or another."""
    versioned = []
    for one in said:
        version = 1 + amendments[one.says.demands[0]]
        is_versioned = chance(draw, 10)
        named = pick(draw, (version, version, 1, version + 1)) if is_versioned else None
        versioned.append(evolve(one, version=named))
        if _makes_versions(one, names):
            amendments.update(one.says.demands)
    return versioned


def _makes_versions(said: Statement, names: Names) -> bool:
    """Tell whether somebody amends a text by this, in its own words."""
    amenders = [
        holder
        for holder in said.says.holders
        if holder in names.parties and said.according_to in {None, holder}
    ]
    return said.says.stance is Stance.AMENDS and bool(amenders)
