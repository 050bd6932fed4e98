"""Which talks are these: who takes part, what happened so far, and where is it written?"""

from collections import Counter
from collections.abc import Iterator, Sequence

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.citing import cited
from negotrack.events import events
from negotrack.model.parties import Role
from negotrack.model.rounds import Round
from negotrack.model.sources import Event, Source
from negotrack.sentence import enumerated
from negotrack.views import summary
from negotrack.views.grammar import counted
from negotrack.views.naming import event_proof, event_words, round_words, source_words, span_words
from negotrack.views.reports.page import Page
from negotrack.views.reports.parts import Fact, Facts, Opening
from negotrack.views.uncounted import whereabouts
from negotrack.visible import visible

_LONG_COURSE = 24
"""How many rounds and events are named; of more, the last few."""
_LAST = 5
_MOST_PUBLISHERS = 20
"""How many publishers are named; of more, the sources are counted."""


def title(page: Page) -> Iterator[Opening]:
    """Say what it is, as of when, and how things stand in figures."""
    state = page.state
    counts = summary.counts(state) if state.counts.total else ""
    yield Opening(visible(state.title), summary.as_of(state), counts)


def facts(page: Page) -> Iterator[Facts]:
    """Give the parties, the course and the sources, each behind its key."""
    yield Facts(
        [
            Fact("parties", [", ".join(_parties(page))] if page.parties else []),
            _course(page),
            Fact("sources", list(_sources(page))),
        ]
    )


def _parties(page: Page) -> Iterator[str]:
    """Name the parties, whom blocs speak for, and who is not active."""
    state, named = page.state, page.reasons.named
    blocs = Blocs(state.parties, Calendar.of(page.talks.rounds))
    for party in state.parties:
        members = [named(member) for member in blocs.members(party.id, state.number)]
        details = [
            *([party.role.value] if party.role is not Role.PRINCIPAL else []),
            *([f"of {enumerated(members)}"] if members else []),
            *([out] if (out := whereabouts(state, party.id)) else []),
        ]
        yield named(party.id) + (f" ({'; '.join(details)})" if details else "")


def _course(page: Page) -> Fact:
    """Give the rounds so far, and the events between them, in order; of a long course the end."""
    past, ahead = page.talks.rounds[: page.state.number], events(page.talks, page.state.number)
    told = list(_interleaved(past, ahead))
    if len(told) <= _LONG_COURSE:
        return Fact("course", happened=told)
    between = f"{counted(len(past), 'round')}, {span_words(past)}, and {counted(len(ahead), 'event')}"
    return Fact("course", [f"{between}; `negotrack log` tells them. The last:"], told[-_LAST:])


def _interleaved(rounds: Sequence[Round], events: Sequence[Event]) -> Iterator[tuple[str, str]]:
    """Name rounds, by number, and the events between them, in order."""
    ahead = list(events)
    for number, round_ in enumerate(rounds, 1):
        while ahead and ahead[0].date.earliest < round_.date.earliest:
            yield "", _event(ahead.pop(0))
        yield str(number), round_words(round_)
    yield from (("", _event(event)) for event in ahead)


def _event(event: Event) -> str:
    proof = event_proof(event)
    return event_words(event) + (f" ({proof})" if proof else "")


def _sources(page: Page) -> Iterator[str]:
    """Name who published the sources, and how many where there are several of one; of many, count the tiers."""
    sources = _drawn_on(page)
    published = Counter(map(source_words, sources))
    if len(published) > _MOST_PUBLISHERS:
        tiers = Counter(source.tier or "of no tier" for source in sources)
        yield f"{len(sources)}: {', '.join(f'{number} {tier}' for tier, number in tiers.most_common())}"
    elif sources:
        yield "; ".join(
            words if number == 1 else f"{words}, {number} sources" for words, number in published.items()
        )


def _drawn_on(page: Page) -> Sequence[Source]:
    """Give the sources that are cited up to this round; as of the last all that are declared."""
    talks, number = page.talks, page.state.number
    if number == page.state.round_count:
        return talks.sources
    known = cited(talks, number)
    return [source for source in talks.sources if source.id in known]
