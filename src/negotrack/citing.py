"""What in a record cites its sources?

A note names a source by its id in brackets: `[minutes]`.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from negotrack.events import events
from negotrack.model.rounds import Round
from negotrack.negotiation import Negotiation

NAMED = re.compile(r"\[([a-z][a-z0-9-]*)\]")
"""How a note names a source."""


class Note(NamedTuple):
    """A note, and what it is about: in words, since that can be anything in a record."""

    about: str
    text: str
    own: str = ""
    """The id of the source that it is the note of; "": of none."""

    @property
    def sources(self) -> frozenset[str]:
        """What it names as sources, be they declared or not; a source does not cite itself."""
        return frozenset(NAMED.findall(self.text)) - {self.own}


def notes(talks: Negotiation, number: int) -> Iterator[Note]:
    """Give the notes of a record up to a round; with rounds those of the statements, claims and meetings in them.

    Examples:
        >>> from negotrack import Demand
        >>> talks = Negotiation("Pay", demands=[Demand("pay", "Pay", note="First in [minutes].")])
        >>> [(note.about, sorted(note.sources)) for note in notes(talks, 0)]
        [('demand pay', ['minutes'])]
    """
    yield from _noted("the negotiation", talks.note)
    for party in talks.parties:
        yield from _noted(f"party {party.id}", party.note)
    for source in talks.sources:
        yield from _noted(f"source {source.id}", source.note, own=source.id)
    for demand in talks.demands:
        yield from _noted(f"demand {demand.id}", demand.note)
    for round_ in talks.rounds[:number]:
        within = (
            *(meeting.note for meeting in round_.meetings),
            *(said.note for said in round_.statements),
            *(claim.note for claim in round_.claims),
        )
        yield from _noted(f"round {round_.id}", round_.note, *within)
    for event in events(talks, number):
        yield from _noted(f"event {event.title}", event.note)


def cited(talks: Negotiation, number: int) -> frozenset[str]:
    """Give the ids of the sources that are cited up to a round: for what was said, claimed or happened, and in notes.

    Examples:
        >>> from negotrack import Round
        >>> talks = Negotiation("Pay", rounds=[Round("march", "2026-03", source="minutes")])
        >>> [sorted(cited(talks, number)) for number in (0, 1)]
        [[], ['minutes']]
    """
    past = talks.rounds[:number]
    lists = chain(
        (event.source for event in events(talks, number)),
        (round_.source for round_ in past if is_bare(round_)),
        (said.source or round_.source for round_ in past for said in round_.statements),
        (claim.source or round_.source for round_ in past for claim in round_.claims),
    )
    named = chain.from_iterable(note.sources for note in notes(talks, number))
    return frozenset(chain((citation.id for listed in lists for citation in listed), named))


def is_bare(round_: Round) -> bool:
    """Tell whether a round has neither statements nor claims: its sources then tell of the round itself."""
    return not (round_.statements or round_.claims)


def _noted(about: str, *texts: str | None, own: str = "") -> Iterator[Note]:
    return (Note(about, text, own) for text in texts if text)
