"""How is something quoted that does not stand in its source?"""

from attrs import evolve

from negotrack.model.sources import Source
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import at_spot, spots_of
from negotrack.testing.breaking.texts import MISQUOTES, QUOTES, TEXTS
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _misquoted(dice: Dice, talks: Negotiation) -> Negotiation:
    """A statement has a quote that stands in none of the texts of its sources."""
    talks = evolve(
        talks,
        sources=[evolve(source, file=dice.pick(tuple(TEXTS))) for source in talks.sources],
        rounds=[
            evolve(round_, statements=[evolve(said, quote=None) for said in round_.statements])
            for round_ in talks.rounds
        ],
    )
    spot = dice.pick(spots_of(talks))
    return at_spot(talks, spot, quote=dice.pick(MISQUOTES))


def _quoted_from_the_other(dice: Dice, talks: Negotiation) -> Negotiation:
    """A statement has a quote that stands in the text of another source than its own."""
    here, there = dice.pick((tuple(TEXTS), tuple(TEXTS)[::-1]))
    sources = [Source("here", "Here", file=here), Source("there", "There", file=there)]
    talks = evolve(talks, sources=[*talks.sources, *sources])
    return at_spot(talks, dice.pick(spots_of(talks)), source="here", quote=dice.pick(QUOTES[there]))


WAYS: Ways = {
    "NT108": (_misquoted, _quoted_from_the_other),
}
