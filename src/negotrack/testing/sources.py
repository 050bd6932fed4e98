"""Where is it written, and what else happened?"""

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.sources import Event, Source, Tier
from negotrack.model.statements import Citation, Statement
from negotrack.testing.dates import dates
from negotrack.testing.drawing import chance, few, number, pick
from negotrack.testing.ids import Names
from negotrack.testing.texts import text_or_none, texts

_DATES = dates()
_TEXTS = texts()


def sources(names: Names) -> SearchStrategy[tuple[Source, ...]]:
    """Give a source for each of `names.sources`, of every tier or none.

    Their files and addresses are texts; nothing is there. Shrinks towards titles only.
    """
    return _sources(names)


@composite
def _sources(draw: DrawFn, names: Names) -> tuple[Source, ...]:
    return tuple(
        Source(
            id_,
            draw(_TEXTS),
            publisher=text_or_none(draw),
            date=draw(_DATES) if chance(draw, 4) else None,
            url=text_or_none(draw),
            tier=pick(draw, (None, *Tier)),
            file=text_or_none(draw),
            note=text_or_none(draw),
        )
        for id_ in names.sources
    )


def events(names: Names) -> SearchStrategy[tuple[Event, ...]]:
    """Give up to two events, in no order. Shrinks towards none."""
    return _events(names)


@composite
def _events(draw: DrawFn, names: Names) -> tuple[Event, ...]:
    return tuple(
        Event(draw(_DATES), draw(_TEXTS), source=source_or_none(draw, names), note=text_or_none(draw))
        for _ in range(pick(draw, (0, 0, 1, 2)))
    )


def source_or_none(draw: DrawFn, names: Names) -> str | None:
    """Draw the id of a source for a field that may be left out."""
    known = names.referable(names.sources)
    return pick(draw, (None, *known))


def with_evidence(draw: DrawFn, names: Names, said: Statement) -> Statement:
    """Draw the evidence for a statement. What it says stays. Shrinks towards none."""
    if number(draw, 4) < 4:
        return said
    cited = few(draw, names.referable(names.sources), most=2)
    return evolve(
        said,
        source=tuple(Citation(id_, text_or_none(draw)) for id_ in cited),
        locator=text_or_none(draw),
        quote=text_or_none(draw),
        date=draw(_DATES) if chance(draw, 8) else None,
        note=text_or_none(draw),
        tags=few(draw, ("economy", "security"), most=1),
    )
