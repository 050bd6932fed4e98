"""What is said in a drawn record, statement by statement?"""

from collections.abc import Sequence

from attrs import evolve
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.statements import Citation, Reservation, Statement
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.dates import dates
from negotrack.testing.drawing import chance, few, pick
from negotrack.testing.ids import Names
from negotrack.testing.moods import USUAL_QUALIFIERS, Qualifiers
from negotrack.testing.texts import text_or_none

_DATES = dates()


def sentences(names: Names) -> SearchStrategy[Sentence]:
    """Give sentences by parties and about demands of `names`.

    Every stance is among them, with every qualifier that it can have. Without strangers no sentence has a
    condition on what it is about. Shrinks towards one party that proposes one demand.

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
    return any_sentence(draw, names)


def statements(names: Names) -> SearchStrategy[Statement]:
    """Give statements by parties and about demands of `names`, with evidence, accounts and stale ones among them.

    They stand alone: for those that follow on one another ask for `negotiations`. Shrinks towards one party
    that proposes one demand, without evidence.

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
    said = statement_of(draw, any_sentence(draw, names))
    return with_evidence(
        draw,
        names,
        evolve(
            said,
            according_to=pick(draw, (None, None, None, *names.parties)),
            version=pick(draw, (None, None, 1, 2)),
        ),
    )


def _check_speakable(names: Names) -> None:
    for kind, known in (("parties", names.parties), ("demands", names.demands)):
        if not known:
            raise InvalidArgument(f"names.{kind} is empty; a sentence takes one at least")


def any_sentence(draw: DrawFn, names: Names) -> Sentence:
    """Draw a sentence that follows on nothing."""
    holders = few(draw, names.referable(names.parties), least=1, most=3)
    demands = few(draw, names.referable(names.demands), least=1, most=3)
    return sentence(draw, holders, pick(draw, tuple(Stance)), demands, conditions_of(names, demands))


def conditions_of(names: Names, demands: Sequence[str]) -> tuple[str, ...]:
    """Give what can be a condition in a sentence about these demands; in a loose record, whatever."""
    possible = names.referable(names.demands)
    return tuple(other for other in possible if names.is_loose or other not in demands)


def sentence(
    draw: DrawFn,
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
    is_conditional, is_provisional = pick(draw, qualifiers)
    named = few(draw, conditions, least=1, most=2) if is_conditional else ()
    return Sentence(holders, stance, demands, named, is_provisional)


def statement_of(draw: DrawFn, says: Sentence) -> Statement:
    """Draw what a stance can have besides the sentence: a red line, the kind of a reservation, a new text."""
    stance = says.stance
    return Statement(
        says,
        red_line=chance(draw, 8),
        reservation=pick(draw, (None, *Reservation)) if stance is Stance.RESERVES else None,
        text=text_or_none(draw) if stance is Stance.AMENDS and len(says.demands) == 1 else None,
    )


def with_evidence(draw: DrawFn, names: Names, said: Statement) -> Statement:
    """Draw the evidence for a statement. What it says stays. Shrinks towards none."""
    if not chance(draw, 5):
        return said
    cited = few(draw, names.referable(names.sources), most=2)
    return evolve(
        said,
        source=tuple(Citation(id_, text_or_none(draw)) for id_ in cited),
        locator=text_or_none(draw),
        quote=text_or_none(draw),
        date=draw(_DATES) if chance(draw, 4) else None,
        note=text_or_none(draw),
        tags=few(draw, ("economy", "security"), most=1),
    )
