"""How is something quoted that does not stand in its source?"""

from attrs import evolve
from hypothesis.strategies import DrawFn

from breaking.broken import Ways
from breaking.changes import at_spot, spots_of
from breaking.sources import MISQUOTES, QUOTES, TEXTS
from negotrack import Negotiation, Source
from negotrack.testing.drawing import pick


def _misquoted(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement has a quote that stands in none of the texts of its sources."""
    files = [pick(draw, tuple(TEXTS)), *TEXTS]
    talks = evolve(
        talks,
        sources=[evolve(source, file=file) for source, file in zip(talks.sources, files, strict=False)],
        rounds=[
            evolve(round_, statements=[evolve(said, quote=None) for said in round_.statements])
            for round_ in talks.rounds
        ],
    )
    spot = pick(draw, spots_of(talks))
    return at_spot(talks, spot, quote=pick(draw, MISQUOTES))


def _quoted_from_the_other(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement has a quote that stands in the text of another source than its own."""
    here, there = pick(draw, (tuple(TEXTS), tuple(TEXTS)[::-1]))
    sources = [Source("here", "Here", file=here), Source("there", "There", file=there)]
    talks = evolve(talks, sources=[*talks.sources, *sources])
    return at_spot(talks, pick(draw, spots_of(talks)), source="here", quote=pick(draw, QUOTES[there]))


WAYS: Ways = {
    "NT108": (_misquoted, _quoted_from_the_other),
}
