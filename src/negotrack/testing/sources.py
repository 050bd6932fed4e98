"""Where is it written, and what else happened?"""

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.sources import Event, Source, Tier
from negotrack.testing.dates import dates
from negotrack.testing.drawing import chance, pick
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
    return tuple(draw(_source(id_)) for id_ in names.sources)


@composite
def _source(draw: DrawFn, id_: str) -> Source:
    source = Source(id_, id_.upper(), tier=pick(draw, (None, *Tier)))
    if not chance(draw, 2):
        return source
    return evolve(
        source,
        title=draw(_TEXTS),
        publisher=text_or_none(draw),
        date=draw(_DATES) if chance(draw, 2) else None,
        url=text_or_none(draw),
        file=text_or_none(draw),
        note=text_or_none(draw),
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
