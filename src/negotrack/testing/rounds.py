"""When did they talk in a drawn record, who was there, and what was said?"""

from collections.abc import Iterable, Sequence

from attrs import evolve
from hypothesis.strategies import SearchStrategy

from negotrack.dates import When
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.demands import Demand
from negotrack.model.rounds import Delegate, Meeting, Round
from negotrack.testing.arguments import Given, several_ids, together
from negotrack.testing.dates import any_date, successive_dates
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame
from negotrack.testing.ids import an_id, ids
from negotrack.testing.sources import any_citations
from negotrack.testing.statements import any_statement
from negotrack.testing.talk import talk
from negotrack.testing.texts import any_text, text_or_none

_IDS = ids()


def rounds(
    *,
    id: Given[str] = _IDS,  # noqa: A002 - as the field is called
    parties: Given[Iterable[str]] = ("p1", "p2", "p3"),
    demands: Given[Iterable[str]] = ("d1", "d2", "d3"),
    sources: Given[Iterable[str]] = ("s1", "s2"),
) -> SearchStrategy[Round]:
    """Give rounds in which up to five statements are made.

    They stand alone: for those that follow on one another ask for `negotiations`. Shrinks towards the day 2000-01-01,
    on which nothing is said.

    Args:
        id: the id of the round.
        parties: the ids of those who can be there and speak.
        demands: the ids of what they can speak of; without parties or demands nothing is said.
        sources: the ids of what can be cited.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> find(rounds(id="may"), lambda found: bool(found.statements)).statements
        (Statement('p1 proposes d1'),)
    """
    return together(
        lambda id_, **pools: rolled(_lone_round, Frame(**pools), id_),
        id_=an_id("id", id),
        parties=several_ids("parties", parties),
        demands=several_ids("demands", demands),
        sources=several_ids("sources", sources),
    )


def _lone_round(dice: Dice, frame: Frame, id_: str) -> Round:
    round_ = _round(dice, frame, id_, any_date(dice))
    most = dice.number(5) if frame.parties and frame.demands else 0
    return evolve(round_, statements=[any_statement(dice.afresh(), frame) for _ in range(most)])


def rounds_of(dice: Dice, frame: Frame, demands: Sequence[Demand]) -> tuple[Round, ...]:
    """Draw a round for each id, with all that is said in it: talk that follows on from round to round.

    Each starts after the one before has ended; only where there are strangers may dates come in any order. Claims are
    drawn without a look at what came out.
    """
    dates = iter(successive_dates(dice.afresh(), len(frame.rounds)))
    found = [_round(dice, frame, id_, next(dates)) for id_ in dice.each(frame.slots["rounds"])]
    said = talk(dice, frame, demands)
    return tuple(
        evolve(round_, statements=statements) if statements else round_
        for round_, statements in zip(found, said, strict=True)
    )


def _round(dice: Dice, frame: Frame, id_: str, date: When) -> Round:
    round_ = Round(id_, date, source=any_citations(dice, frame), claims=_claims(dice, frame))
    if not dice.chance(3):
        return round_
    present = frame.referable(frame.parties)
    return evolve(
        round_,
        date=any_date(dice) if frame.is_loose else date,
        title=text_or_none(dice),
        place=text_or_none(dice),
        format=text_or_none(dice),
        mediators=dice.few(present, most=1),
        present=_present(dice, frame),
        delegates=[Delegate(party, any_text(dice)) for party in dice.few(present, most=1)],
        meetings=[_meeting(dice, frame) for _ in range(dice.number(2))],
        note=text_or_none(dice),
        tags=dice.few(("public", "secret"), most=1),
    )


def _present(dice: Dice, frame: Frame) -> tuple[str, ...] | None:
    return dice.few(frame.referable(frame.parties), most=3) if dice.chance(2) else None


def _meeting(dice: Dice, frame: Frame) -> Meeting:
    return Meeting(
        text_or_none(dice),
        present=_present(dice, frame),
        date=any_date(dice) if dice.chance(4) else None,
        place=text_or_none(dice),
        note=text_or_none(dice),
    )


def _claims(dice: Dice, frame: Frame) -> list[Claim]:
    count = dice.pick((0, 0, 0, 1, 2)) if frame.demands else 0
    return [_claim(dice, frame) for _ in range(count)]


def _claim(dice: Dice, frame: Frame) -> Claim:
    givers = frame.referable(frame.parties)
    return Claim(
        dice.pick(frame.referable(frame.demands)),
        dice.pick(CLAIMABLE),
        source=any_citations(dice, frame),
        according_to=dice.pick(givers) if frame.scope.accounts and givers and dice.chance(4) else None,
        note=text_or_none(dice),
    )
