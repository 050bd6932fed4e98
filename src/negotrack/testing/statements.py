"""What is said in a drawn record, statement by statement?"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from attrs import evolve
from hypothesis.strategies import SearchStrategy, sampled_from

from negotrack.model.citations import Citation
from negotrack.model.statements import Reservation, Statement
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.arguments import Given, one_of, several_ids, together
from negotrack.testing.dates import any_date
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame
from negotrack.testing.moods import USUAL_QUALIFIERS, Qualifiers
from negotrack.testing.texts import text_or_none

T = TypeVar("T")
ANY_STANCE: SearchStrategy[Stance] = sampled_from(Stance)


def sentences(
    *,
    parties: Given[Iterable[str]] = ("p1", "p2", "p3"),
    demands: Given[Iterable[str]] = ("d1", "d2", "d3"),
    stance: Given[Stance] | Given[str] = ANY_STANCE,
) -> SearchStrategy[Sentence]:
    """Give sentences by some parties about some demands.

    Every qualifier that a stance can have comes up. No sentence has a condition on what it is about. Shrinks towards
    the first party that proposes the first demand.

    Args:
        parties: the ids of those who can speak, one at least.
        demands: the ids of what they can speak of, one at least.
        stance: what they say.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> find(sentences(parties=["union", "employer"]), lambda says: len(says.holders) == 2)
        Sentence('union and employer propose d1')
    """
    return _drawn(_sentence_of, parties, demands, (), stance)


def statements(
    *,
    parties: Given[Iterable[str]] = ("p1", "p2", "p3"),
    demands: Given[Iterable[str]] = ("d1", "d2", "d3"),
    sources: Given[Iterable[str]] = ("s1", "s2"),
    stance: Given[Stance] | Given[str] = ANY_STANCE,
) -> SearchStrategy[Statement]:
    """Give statements by some parties about some demands, with evidence, accounts and stale ones among them.

    They stand alone: for those that follow on one another ask for `negotiations`. Shrinks towards the first party
    that proposes the first demand, without evidence.

    Args:
        parties: the ids of those who can speak, one at least.
        demands: the ids of what they can speak of, one at least.
        sources: the ids of what can be cited.
        stance: what they say.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> find(statements(), lambda said: said.red_line)
        Statement('p1 proposes d1', red_line=True)
    """
    return _drawn(_statement, parties, demands, sources, stance)


def _drawn(
    draw: Callable[[Dice, Frame, Stance], T],
    parties: Given[Iterable[str]],
    demands: Given[Iterable[str]],
    sources: Given[Iterable[str]],
    stance: Given[Stance] | Given[str],
) -> SearchStrategy[T]:
    return together(
        lambda stance, **pools: rolled(draw, Frame(**pools), stance),
        stance=one_of("stance", stance, Stance),
        parties=several_ids("parties", parties, least=1),
        demands=several_ids("demands", demands, least=1),
        sources=several_ids("sources", sources),
    )


def _sentence_of(dice: Dice, frame: Frame, stance: Stance) -> Sentence:
    """Draw a sentence that follows on nothing."""
    holders = dice.few(frame.referable(frame.parties), least=1, most=3)
    demands = dice.few(frame.referable(frame.demands), least=1, most=3)
    return sentence(dice, holders, stance, demands, conditions_of(frame, demands))


def any_statement(dice: Dice, frame: Frame) -> Statement:
    """Draw a statement that follows on nothing."""
    return _statement(dice, frame, dice.pick(_STANCES))


def _statement(dice: Dice, frame: Frame, stance: Stance) -> Statement:
    said = statement_of(dice, _sentence_of(dice, frame, stance))
    return with_evidence(
        dice,
        frame,
        evolve(
            said,
            according_to=dice.pick((None, None, None, *frame.parties)),
            version=dice.pick((None, None, 1, 2)),
        ),
    )


def any_sentence(dice: Dice, frame: Frame) -> Sentence:
    """Draw a sentence that follows on nothing, with any stance that a record may hold."""
    scope = frame.scope
    return _sentence_of(dice, frame, dice.pick(_STANCES if scope.amendments else _WITHOUT_AMENDMENTS))


_STANCES = tuple(Stance)
_WITHOUT_AMENDMENTS = tuple(stance for stance in Stance if stance is not Stance.AMENDS)


def conditions_of(frame: Frame, demands: Sequence[str]) -> tuple[str, ...]:
    """Give what can be a condition in a sentence about these demands; in a loose record, whatever."""
    if not frame.scope.conditions:
        return ()
    possible = frame.referable(frame.demands)
    return tuple(other for other in possible if frame.is_loose or other not in demands)


def sentence(
    dice: Dice,
    holders: Sequence[str],
    stance: Stance,
    demands: Sequence[str],
    conditions: Sequence[str],
    *,
    qualifiers: Sequence[Qualifiers] = USUAL_QUALIFIERS,
) -> Sentence:
    """Draw the qualifiers of a sentence, if it can have any, with one or two of these conditions."""
    if not stance.is_assent:
        return Sentence(holders, stance, demands)
    is_conditional, is_provisional = dice.pick(qualifiers)
    named = dice.few(conditions, least=1, most=2) if is_conditional else ()
    return Sentence(holders, stance, demands, named, is_provisional)


def statement_of(dice: Dice, says: Sentence) -> Statement:
    """Draw what a stance can have besides the sentence: a red line, the kind of a reservation, a new text."""
    stance = says.stance
    return Statement(
        says,
        red_line=dice.chance(8),
        reservation=dice.pick((None, *Reservation)) if stance is Stance.RESERVES else None,
        text=text_or_none(dice) if stance is Stance.AMENDS and len(says.demands) == 1 else None,
    )


def with_evidence(dice: Dice, frame: Frame, said: Statement) -> Statement:
    """Draw the evidence for a statement. What it says stays. Shrinks towards none."""
    if not dice.chance(5):
        return said
    cited = dice.few(frame.referable(frame.sources), most=2)
    return evolve(
        said,
        source=tuple(Citation(id_, text_or_none(dice)) for id_ in cited),
        locator=text_or_none(dice),
        quote=text_or_none(dice),
        date=any_date(dice) if dice.chance(4) else None,
        note=text_or_none(dice),
        tags=dice.few(("economy", "security"), most=1),
    )
