"""What in a record cites its sources?

A note names a source by its id in brackets: `[minutes]`.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from negotrack.events import events
from negotrack.negotiation import Negotiation

_NAMED = re.compile(r"\[([a-z][a-z0-9-]*)\]")


class Note(NamedTuple):
    """A note, and what it is about: in words, since that can be anything in a record."""

    about: str
    text: str

    @property
    def sources(self) -> frozenset[str]:
        """What it names as sources, be they declared or not."""
        return frozenset(_NAMED.findall(self.text))


def notes(talks: Negotiation, number: int) -> Iterator[Note]:
    """Give the notes of a record up to a round; with rounds those of the statements, claims and meetings in them.

    Examples:
        >>> from negotrack import Demand
        >>> talks = Negotiation("Pay", demands=[Demand("pay", "Pay", note="First in [minutes].")])
        >>> [(note.about, sorted(note.sources)) for note in notes(talks, 0)]
        [('demand pay', ['minutes'])]
    """
    return (Note(about, text) for about, text in _all(talks, number) if text)


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
        (round_.source for round_ in past),
        (said.source for round_ in past for said in round_.statements),
        (claim.source for round_ in past for claim in round_.claims),
    )
    named = chain.from_iterable(note.sources for note in notes(talks, number))
    return frozenset(chain((citation.id for listed in lists for citation in listed), named))


def _all(talks: Negotiation, number: int) -> Iterator[tuple[str, str | None]]:
    yield "the negotiation", talks.note
    for party in talks.parties:
        yield f"party {party.id}", party.note
    for source in talks.sources:
        yield f"source {source.id}", source.note
    for demand in talks.demands:
        yield f"demand {demand.id}", demand.note
    for round_ in talks.rounds[:number]:
        yield f"round {round_.id}", round_.note
        within = (
            (meeting.note for meeting in round_.meetings),
            (said.note for said in round_.statements),
            (claim.note for claim in round_.claims),
        )
        yield from ((f"round {round_.id}", note) for note in chain(*within))
    for event in events(talks, number):
        yield f"event {event.title}", event.note
