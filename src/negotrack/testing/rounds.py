"""When did they talk in a drawn record, who was there, and what was said?"""

from collections.abc import Sequence

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.dates import When
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.demands import Demand
from negotrack.model.rounds import Delegate, Meeting, Round
from negotrack.testing.dates import dates, successive_dates
from negotrack.testing.drawing import chance, few, number, pick
from negotrack.testing.ids import Names
from negotrack.testing.sources import source_or_none
from negotrack.testing.talk import talk
from negotrack.testing.texts import text_or_none, texts

_DATES = dates()
_TEXTS = texts()


def rounds(names: Names, demands: Sequence[Demand]) -> SearchStrategy[tuple[Round, ...]]:
    """Give a round for each of `names.rounds`, with all that is said in it: talk that follows on from round to round.

    Each starts after the one before has ended; only where there are strangers may dates come in any order. Claims are
    drawn without a look at what came out. Shrinks towards rounds of one day in which nothing is said.

    Args:
        names: what statements and all other fields name.
        demands: those of `names.demands`, for which are wholes of others: of wholes less is said.
    """
    return _rounds(names, demands)


@composite
def _rounds(draw: DrawFn, names: Names, demands: Sequence[Demand]) -> tuple[Round, ...]:
    dated = zip(names.rounds, successive_dates(draw, len(names.rounds)), strict=True)
    found = [draw(_round(names, id_, date)) for id_, date in dated]
    said = talk(draw, names, demands)
    return tuple(
        evolve(round_, statements=statements) for round_, statements in zip(found, said, strict=True)
    )


@composite
def _round(draw: DrawFn, names: Names, id_: str, date: When) -> Round:
    round_ = Round(id_, date, source=source_or_none(draw, names), claims=_claims(draw, names))
    if not chance(draw, 3):
        return round_
    present = names.referable(names.parties)
    return evolve(
        round_,
        date=draw(_DATES) if names.is_loose else date,
        title=text_or_none(draw),
        place=text_or_none(draw),
        format=text_or_none(draw),
        mediators=few(draw, present, most=1),
        present=_present(draw, names),
        delegates=[Delegate(party, draw(_TEXTS)) for party in few(draw, present, most=1)],
        meetings=[_meeting(draw, names) for _ in range(number(draw, 2))],
        note=text_or_none(draw),
        tags=few(draw, ("public", "secret"), most=1),
    )


def _present(draw: DrawFn, names: Names) -> tuple[str, ...] | None:
    return few(draw, names.referable(names.parties), most=3) if chance(draw, 2) else None


def _meeting(draw: DrawFn, names: Names) -> Meeting:
    return Meeting(
        text_or_none(draw),
        present=_present(draw, names),
        date=draw(_DATES) if chance(draw, 4) else None,
        place=text_or_none(draw),
        note=text_or_none(draw),
    )


def _claims(draw: DrawFn, names: Names) -> list[Claim]:
    count = pick(draw, (0, 0, 0, 1, 2)) if names.demands else 0
    return [_claim(draw, names) for _ in range(count)]


def _claim(draw: DrawFn, names: Names) -> Claim:
    givers = names.referable(names.parties)
    return Claim(
        pick(draw, names.referable(names.demands)),
        pick(draw, CLAIMABLE),
        source=source_or_none(draw, names),
        according_to=pick(draw, givers) if givers and chance(draw, 4) else None,
        note=text_or_none(draw),
    )
