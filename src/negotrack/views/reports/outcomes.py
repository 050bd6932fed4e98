"""What became of each demand, and why?"""

from collections.abc import Iterator, Sequence

from negotrack.model.claims import Outcome
from negotrack.standing import Standing
from negotrack.views.days import spoken
from negotrack.views.listing import text_words
from negotrack.views.reports.page import Page
from negotrack.views.reports.parts import Demands
from negotrack.visible import visible


def counted(outcome: Outcome, page: Page) -> Iterator[Demands]:
    """Give the demands with an outcome that the counts are of, under how many they are of all that are counted."""
    total = page.state.counts.total
    if total:
        standings = [one for one in page.standings if one.is_counted and one.outcome is outcome]
        yield _demands(f"{outcome.capitalize()}: {len(standings)} of {total}", standings, page)


def made_of_parts(page: Page) -> Iterator[Demands]:
    """Give the wholes, which the counts are not of."""
    wholes = [one for one in page.raised if one.is_composite and not one.replaced_by]
    if wholes:
        agreed = sum(one.outcome is Outcome.AGREED for one in wholes)
        yield _demands(f"Made of their parts: {agreed} of {len(wholes)} agreed", wholes, page)


def replaced(page: Page) -> Iterator[Demands]:
    """Give what others replaced."""
    yield from _under("Replaced", [one for one in page.raised if one.replaced_by], page)


def off_the_table(outcome: Outcome, page: Page) -> Iterator[Demands]:
    """Give the demands with an outcome that is counted nowhere."""
    found = [one for one in page.standings if one.outcome is outcome]
    yield from _under(outcome.capitalize(), found, page)


def _under(head: str, standings: Sequence[Standing], page: Page) -> Iterator[Demands]:
    if standings:
        yield _demands(f"{head}: {len(standings)}", standings, page)


def _demands(head: str, standings: Sequence[Standing], page: Page) -> Demands:
    numbers = page.state.numbers
    widest = max(map(len, numbers.values()), default=0)
    return Demands(head, [(numbers[one.demand], _told(one, page)) for one in standings], widest)


def _told(standing: Standing, page: Page) -> str:
    """Give what is said of a demand: its title, why it came out so, and its text."""
    explanations = page.explanations
    title = explanations.title(standing.demand) + text_words(page.state, standing.demand)
    if standing.outcome is Outcome.AGREED:
        title = ", ".join([title, *_since(standing, page), *explanations.qualities(standing)])
    end = "" if title.endswith((".", "?", "!")) else "."
    return " ".join([title + end, *explanations.because(standing), *_text(standing.demand, page)])


def _text(demand: str, page: Page) -> Iterator[str]:
    """Give the text of a demand where it was amended: its title may no longer say it."""
    version = page.state.version(demand)
    if version.number > 1 and version.text:
        yield f'Text {version.number}: "{visible(version.text)}"'


def _since(standing: Standing, page: Page) -> Iterator[str]:
    """Say since when it is agreed, and since when by the text that it has now."""
    if standing.since and page.state.round_count > 1:
        yield f"since {_day(standing.since, page)}"
        version, place = page.state.version(standing.demand), page.talks.round_number
        is_newer = version.made_in is not None and place(version.made_in) > place(standing.since)
        if version.made_in and is_newer and not standing.is_composite:
            yield f"by its text {version.number} since {_day(version.made_in, page)}"


def _day(round_: str, page: Page) -> str:
    return spoken(page.talks.rounds[page.talks.round_number(round_) - 1].date)
