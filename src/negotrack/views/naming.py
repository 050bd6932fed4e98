"""How are the things of a record named in a line? All that these functions give is safe to show."""

from collections import Counter
from collections.abc import Mapping, Sequence

from negotrack.dates import When
from negotrack.model.citations import Citation
from negotrack.model.parties import Party, Role
from negotrack.model.rounds import Round
from negotrack.model.sources import Event, Source
from negotrack.views.days import spoken
from negotrack.visible import visible


def party_names(parties: Sequence[Party]) -> Mapping[str, str]:
    """Give the names of parties by id; where two have the same, with the id.

    Examples:
        >>> party_names([Party("a", "Union"), Party("b", "Union"), Party("c", "Employer")])
        {'a': 'Union [a]', 'b': 'Union [b]', 'c': 'Employer'}
    """
    shared = Counter(party.name for party in parties)
    return {
        party.id: visible(party.name) + (f" [{party.id}]" if shared[party.name] > 1 else "")
        for party in parties
    }


def party_words(party: Party) -> str:
    """Name a party, with its role where it is no principal.

    Examples:
        >>> party_words(Party("russia", "Russia", role="mediator"))
        'Russia (mediator)'
    """
    return visible(party.name) + ("" if party.role is Role.PRINCIPAL else f" ({party.role})")


def round_words(round_: Round) -> str:
    """Say when and where a round was, and what it is called.

    Examples:
        >>> round_words(Round("sochi", "2022-10-31", place="Sochi", title="Trilateral summit"))
        '31 Oct 2022, Sochi, Trilateral summit'
    """
    details = [spoken(round_.date), *(detail for detail in (round_.place, round_.title) if detail)]
    return visible(", ".join(details))


def span_words(rounds: Sequence[Round]) -> str:
    """Say from when to when rounds were: from the start of the first to the end of the last; "" where there are none.

    Examples:
        >>> span_words([Round("first", "2026-03-02/2026-03-04"), Round("last", "2026-05-11/2026-05-15")])
        '2 Mar 2026 to 15 May 2026'
        >>> span_words([Round("only", "2026-03-02/2026-03-04")])
        '2 to 4 Mar 2026'
    """
    if not rounds:
        return ""
    first, last = rounds[0].date, rounds[-1].date
    if first == last:
        return spoken(first)
    ends = (first.text.partition("/")[0], last.text.rpartition("/")[2])
    return " to ".join(dict.fromkeys(spoken(When(end)) for end in ends))


def source_words(source: Source) -> str:
    """Name a source by who published it, and say how near it stands to what was said.

    Examples:
        >>> source_words(Source("michel", "Statement by the President", publisher="European Council", tier="mediator"))
        'European Council (mediator)'
    """
    name = source.publisher or source.title
    return visible(name) + (f" ({source.tier})" if source.tier else "")


def event_words(event: Event) -> str:
    """Name an event, with its date.

    Examples:
        >>> event_words(Event("2022-09-13", "Border clashes"))
        '13 Sep 2022, Border clashes'
    """
    return f"{spoken(event.date)}, {visible(event.title)}"


def event_proof(event: Event) -> str:
    """Give what an event rests on: the note on it, and the ids of its sources; "" where it has neither.

    Examples:
        >>> event_proof(Event("2022-09-13", "Border clashes", source=["iria", "evn"], note="Counts differ."))
        'Counts differ. [iria] [evn]'
    """
    notes = [visible(event.note)] if event.note else []
    return " ".join([*notes, *(f"[{visible(citation.id)}]" for citation in event.source)])


def cited_words(citation: Citation, sources: Mapping[str, Source]) -> str:
    """Name a source that is cited, and where in it.

    Examples:
        >>> cited_words(Citation("minutes", "p. 2"), {"minutes": Source("minutes", "Minutes", tier="official")})
        '[minutes] Minutes (official), p. 2'
    """
    source = sources.get(citation.id)
    words = [source_words(source) if source else "no such source"]
    if citation.locator:
        words.append(visible(citation.locator))
    return f"[{visible(citation.id)}] {', '.join(words)}"
