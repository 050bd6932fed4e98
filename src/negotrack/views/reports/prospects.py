"""What could come next: what would be agreed together, and whose word is waited for?"""

from collections.abc import Iterator, Mapping, Sequence

from negotrack import awaited
from negotrack.decisions import Why
from negotrack.positions import Held
from negotrack.sentence import enumerated
from negotrack.views import summary
from negotrack.views.reports.page import Page
from negotrack.views.reports.parts import Section, Tasks
from negotrack.views.whys import WORDS


def package(page: Page) -> Iterator[Section]:
    """Say what would be agreed if all conditional offers were called in at once."""
    if page.state.counts.total:
        yield Section("Package on the table", list(_package(page)))


def _package(page: Page) -> Iterator[str]:
    state = page.state
    if not state.package:
        yield _no_package(page)
        return
    named = enumerated([page.explanations.named(demand) for demand in state.package])
    together = " together" if len(state.package) > 1 else ""
    yield (
        f"{named} would be agreed{together} if all conditional offers were called in at once. "
        "Nobody would have to say anything new."
    )
    for demand in state.package:
        for party, held in _offers(demand, page):
            offer, _, tied = page.predicates.held(held).partition(" if ")
            yield f"{page.reasons.named(party)} {offer} {state.numbers[demand]} if {tied}."
    for broken in state.package_breaks:
        yield summary.breaks(broken, state)


def _no_package(page: Page) -> str:
    if any(any(_offers(standing.demand, page)) for standing in page.raised):
        return "None: calling in the conditional offers would settle nothing more."
    return "None: no conditional offer of a party whose assent counts is in force."


def _offers(demand: str, page: Page) -> Iterator[tuple[str, Held]]:
    """Give the conditional assents to a demand that count, with whose they are."""
    deciders = set(page.state.standing(demand).deciders)
    parties = [party for party in page.parties if party in deciders]
    for party, (position, _) in zip(parties, page.state.row(parties, demand), strict=True):
        if isinstance(position, Held) and position.conditions:
            yield party, position


def waited_for(page: Page) -> Iterator[Tasks | Section]:
    """Say who is waited for, to do what, and which demands are."""
    if not page.state.counts.total:
        return
    rows = [*_parties(page), *_conditions(page)]
    if rows:
        yield Tasks("Waited for", rows)
    else:
        yield Section("Waited for", ["Nobody whose word is missing."])


def _parties(page: Page) -> Iterator[tuple[str, str]]:
    words, put_off = awaited.words(page.state), awaited.put_off(page.state)
    for party in dict.fromkeys([*page.parties, *words, *put_off]):
        if to_do := list(_to_do(words.get(party, ()), put_off.get(party, {}), page)):
            yield page.reasons.named(party), "; ".join(to_do)


def _to_do(silent: Sequence[str], put_off: Mapping[Why, Sequence[str]], page: Page) -> Iterator[str]:
    if silent:
        yield f"to speak on {page.reasons.numbered(silent)}"
    for why, words in WORDS.items():
        if why in put_off:
            yield f"{words.to_do} {page.reasons.numbered(put_off[why])}"


def _conditions(page: Page) -> Iterator[tuple[str, str]]:
    for condition, waiting in awaited.conditions(page.state).items():
        by_assent: dict[str, list[str]] = {}
        for party, demand in waiting:
            by_assent.setdefault(page.explanations.noun(party, demand), []).append(demand)
        assents = [f"{noun} of {page.reasons.numbered(demands)}" for noun, demands in by_assent.items()]
        yield page.reasons.numbered([condition]), f"to be agreed, for {enumerated(assents)}"
