"""Who tells it otherwise: other parties of what one said, and sources of what became of demands?"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from negotrack.claimed import differences
from negotrack.model.sources import Source
from negotrack.positions import Held, Lapsed, Position, Silent
from negotrack.sentence import enumerated
from negotrack.views.days import spoken
from negotrack.views.grammar import genitive
from negotrack.views.naming import source_words
from negotrack.views.reports.page import Page
from negotrack.views.reports.parts import Section


def accounts(page: Page) -> Iterator[Section]:
    """Say both sides of each open account."""
    yield Section("Open accounts", list(_accounts(page)))


def claims(page: Page) -> Iterator[Section]:
    """Say which source claims another outcome than the one that is derived."""
    yield Section("Claims that differ", list(_claims(page)))


def _accounts(page: Page) -> Iterator[str]:
    for demand in page.state.numbers:
        row = page.state.row(page.parties, demand)
        for party, (position, told) in zip(page.parties, row, strict=True):
            if told:
                words = [*map(page.predicates.told, told), _own_word(party, position, page)]
                yield f"{page.explanations.named(demand)}: {'; '.join(words)}."


def _own_word(party: str, position: Position, page: Page) -> str:
    name, says = page.reasons.named(party), page.predicates
    match position:
        case Held():
            return f"{name} itself {says.held_of_it(position)}"
        case Lapsed(was=was):
            return f"{name} itself has not spoken of this text ({says.held(was)}, text {was.version})"
        case Silent():
            return f"no word of {name} itself is recorded"
        case _:
            assert_never(position)


def _claims(page: Page) -> Iterator[str]:
    sources = {source.id: source for source in page.talks.sources}
    for round_, claim, derived in differences(page.talks, page.state.number):
        ids = dict.fromkeys(citation.id for citation in round_.citations(claim))
        tellers = enumerated([_named(id_, sources) for id_ in ids] or ["no source"])
        if claim.according_to:
            tellers += f", by {genitive(page.reasons.named(claim.according_to))} account"
        found = f"{derived} by what the parties said" if derived else "there is no such demand"
        yield (
            f"{page.explanations.named(claim.demand)}: {claim.outcome} as of {spoken(round_.date)}, "
            f"according to {tellers}; {found}."
        )


def _named(source: str, sources: Mapping[str, Source]) -> str:
    """Name a source that is cited: `IRIA (analyst) [iria]`."""
    found = sources.get(source)
    return f"{source_words(found)} [{source}]" if found else f"[{source}], no such source"
