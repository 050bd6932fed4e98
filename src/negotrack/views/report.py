"""How do things stand, on a page that can be sent?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import final

from attrs import frozen

from negotrack.diffs import Diff
from negotrack.model.claims import Outcome
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.diff import DiffView
from negotrack.views.lines import Line, separated
from negotrack.views.matrix import Matrix
from negotrack.views.reports import differing, opening, outcomes, prospects
from negotrack.views.reports.laid_out import laid_out
from negotrack.views.reports.page import Page
from negotrack.views.reports.parts import Moves, Part, Positions, Section
from negotrack.views.theme import UNICODE, Glyphs
from negotrack.views.view import View


@final
@frozen(eq=False, repr=False)
class Report(View):
    r"""A page to send: the positions, every outcome with its reasons in words, the package, who is waited for.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> print(*str(Report(talks, talks.now)).splitlines()[-4:], sep="\n")
        Waited for
          Azerbaijan  to speak on 7 and 9
          Armenia     to speak on 4, 5 and 8
          5           to be agreed, for Azerbaijan's acceptance of 4
    """

    talks: Negotiation
    state: State
    """The state of these talks that it is about."""

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each sentence on a line of its own."""
        yield from separated(laid_out(part, width, glyphs) for part in self.parts())

    def parts(self) -> Iterator[Part]:
        """Give its parts, from above to below, as yet of no width."""
        page = Page(self.talks, self.state)
        for part in _PARTS:
            yield from part(page)


def report(talks: Negotiation, *, at: str | int | date | None = None) -> Report:
    r"""Give a page to send, to print: `print(report(talks))`, or in a terminal `rich.print(report(talks))`.

    Args:
        talks: the negotiation.
        at: the round as of which it is, as `talks.at` takes it; None: the last.

    Raises:
        NoSuchRound: there is no such round.
        TypeError: it is no negotiation, but for example a state.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(report(seed("sochi-2022"))).splitlines()[:3], sep="\n")
        Sochi trilateral summit, 31 October 2022
        After round 1 of 1: 31 Oct 2022, Sochi, Trilateral summit
        4 of 10 agreed, 1 rejected, 5 pending
    """
    if not isinstance(talks, Negotiation):
        raise TypeError(f"a report is of a negotiation and, by `at`, of one of its rounds, not of {talks!r}")
    return Report(talks, talks.now if at is None else talks.at(at))


def _positions(page: Page) -> Iterator[Positions]:
    yield Positions(Matrix(page.state))


def _left_out(page: Page) -> Iterator[Section]:
    yield Section("Left out", list(summary.left_out(page.state.left_out)))


def _since_before(page: Page) -> Iterator[Moves]:
    """Say what moved since the round before; nothing in the first, where all is new."""
    if page.state.number > 1:
        moved = Diff(page.talks.at(page.state.number - 1), page.state)
        yield Moves("Since the round before", DiffView(moved))


_PARTS: Sequence[Callable[[Page], Iterable[Part]]] = (
    opening.title,
    opening.facts,
    _positions,
    partial(outcomes.counted, Outcome.AGREED),
    partial(outcomes.counted, Outcome.REJECTED),
    partial(outcomes.counted, Outcome.PENDING),
    outcomes.made_of_parts,
    outcomes.replaced,
    partial(outcomes.off_the_table, Outcome.WITHDRAWN),
    partial(outcomes.off_the_table, Outcome.UNRAISED),
    differing.accounts,
    differing.claims,
    _left_out,
    _since_before,
    prospects.package,
    prospects.waited_for,
)
"""The page, from above to below."""
