"""How does something lack a source, cite none, or quote what does not stand in it?"""

from attrs import evolve

from negotrack.model.sources import Source
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import (
    at_spot,
    in_round,
    spots_of,
)
from negotrack.testing.breaking.targets import (
    with_claim,
)
from negotrack.testing.breaking.texts import MISQUOTES, QUOTES, TEXTS
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _statement_without_source(dice: Dice, talks: Negotiation) -> Negotiation:
    """Neither a statement nor its round has a source."""
    spot = dice.pick(spots_of(talks))
    return in_round(at_spot(talks, spot, source=()), spot.round, source=())


def _claim_without_source(dice: Dice, talks: Negotiation) -> Negotiation:
    """Neither a claim nor its round has a source."""
    claimed = with_claim(dice, talks)
    return in_round(claimed.changed(evolve(claimed.claim, source=())), claimed.round, source=())


def _idle_source(dice: Dice, talks: Negotiation) -> Negotiation:
    """A source is added that nothing cites; it can have the id of something else."""
    source = Source(dice.pick(("leaflet", "p1", "d1", "r1")), "Leaflet", date=dice.pick((None, "1990")))
    return evolve(talks, sources=[*talks.sources, source] if dice.chance(2) else [source, *talks.sources])


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
    "NT105": (_statement_without_source, _claim_without_source),
    "NT106": (_idle_source,),
    "NT108": (_misquoted, _quoted_from_the_other),
}
