"""Where is it written, and what else happened?"""

from attrs import evolve
from hypothesis.strategies import SearchStrategy

from negotrack.model.citations import Citation
from negotrack.model.sources import Event, Source, Tier
from negotrack.testing.arguments import Given, together
from negotrack.testing.dates import any_date
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame
from negotrack.testing.ids import an_id, ids
from negotrack.testing.texts import any_text, text_or_none

_IDS = ids()


def sources(*, id: Given[str] = _IDS) -> SearchStrategy[Source]:  # noqa: A002 - as the field is called
    """Give sources of every tier or none.

    Their files and addresses are texts; nothing is there. Shrinks towards a title only.

    Args:
        id: the id of the source.

    Raises:
        InvalidArgument: `id` is no id.

    Examples:
        >>> from hypothesis import find
        >>> find(sources(id="minutes"), lambda found: found.tier is not None).tier
        <Tier.OFFICIAL: 'official'>
    """
    return together(lambda id_: rolled(_source, id_), id_=an_id("id", id))


def sources_of(dice: Dice, frame: Frame) -> tuple[Source, ...]:
    """Draw a source for each id."""
    return tuple(_source(dice, id_) for id_ in dice.each(frame.slots["sources"]))


def _source(dice: Dice, id_: str) -> Source:
    source = Source(id_, id_.upper(), tier=dice.pick((None, *Tier)))
    if not dice.chance(2):
        return source
    return evolve(
        source,
        title=any_text(dice),
        publisher=text_or_none(dice),
        date=any_date(dice) if dice.chance(2) else None,
        url=text_or_none(dice),
        file=text_or_none(dice),
        note=text_or_none(dice),
    )


def events_of(dice: Dice, frame: Frame) -> tuple[Event, ...]:
    """Draw up to two events, in no order. Shrinks towards none."""
    return tuple(
        Event(any_date(dice), any_text(dice), source=any_citations(dice, frame), note=text_or_none(dice))
        for _ in range(dice.pick((0, 0, 1, 2)))
    )


def any_citations(dice: Dice, frame: Frame) -> tuple[Citation, ...]:
    """Draw up to two citations, all at once, so that what is drawn next keeps its place. Shrinks towards none."""
    ids_ = frame.referable(frame.sources)
    how, which = divmod(dice.pick(range(-1, 3 * len(ids_))), len(ids_) or 1)
    match how:
        case 0:
            return (Citation(ids_[which]),)
        case 1:
            return (Citation(ids_[which], "p. 2"),)
        case 2:
            return (Citation(ids_[which]), Citation(ids_[which - 1], "p. 3"))
        case _:
            return ()
