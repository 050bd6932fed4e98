"""How long do the readings take of which no peer knows: the timeline, outcomes, the package, the check, the page?

What is asked for is worked out anew each time. *From the record* nothing was worked out before; with *everything
built* the timeline was. The package and a second check are asked for where all outcomes are settled already; the
package each time of another round.
"""

from collections.abc import Callable, Iterator

from large import Large
from measure import each, made, timed
from negotrack import Counts, Negotiation, check, page
from table import OURS, Beside, Row, row


def counts(talks: Negotiation) -> list[Counts]:
    """Ask how many demands are agreed, rejected and pending as of each round."""
    return [talks.at(number).counts for number in range(1, len(talks.rounds) + 1)]


def rows(large: Large, load: float) -> Iterator[Row]:
    """Time all readings, beside how long it takes to load the record."""

    def told(
        task: str, make: Callable[[], Negotiation], ask: Callable[[Negotiation], object], *bars: Beside
    ) -> Row:
        more = {bar.side: load for bar in bars}
        return row(task, large.size, timed({OURS: made(make, ask)}), *bars, more=more)

    half, bar = large.last // 2, Beside("load", 3)
    yield told("timeline, the first state", large.fresh, lambda talks: talks.now)
    yield told("outcomes of one round, from the record", large.fresh, lambda talks: talks.at(half).counts)
    yield told("outcomes of one round, everything built", large.indexed, lambda talks: talks.at(half).counts)
    yield told("outcomes of all rounds, from the record", large.fresh, counts, bar)
    yield told("outcomes of all rounds, everything built", large.indexed, counts)
    yield told("check, from the record", large.fresh, check, bar)
    settled = large.indexed()
    counts(settled)
    yield told("check, outcomes settled", lambda: settled, check)
    packages = each(lambda number: settled.at(number).package, range(large.last, 0, -1))
    yield row("package, outcomes settled", large.size, timed({OURS: packages}))


def page_row(large: Large) -> Row:
    """Time the page."""
    return row("page", large.size, timed({OURS: made(large.fresh, page)}))
