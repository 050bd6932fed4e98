"""How long does each side take?

All sides are asked in turn, in an order that changes, so that none always pays for what another leaves behind. What
each needs beforehand is made anew before each run, and not counted. There are so many runs, and fewer where they take
long: after three no further turn begins once all sides together have taken half a minute.
"""

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from random import Random
from statistics import median
from typing import NamedTuple, TypeVar

from attrs import frozen

RUNS = 7
FEWEST = 3
PATIENCE = 30.0
"""Seconds after which no further turn begins."""

T = TypeVar("T")
Ask = Callable[[], object]
Side = Callable[[], Ask]
"""Makes everything ready, and gives what is timed."""


class Took(NamedTuple):
    """What one run took, in seconds."""

    clock: float
    """On the clock: what others do on the machine adds to it."""
    work: float
    """Of the processor: what can be compared with a run at another time."""


@frozen
class Times:
    """What each side took, run by run."""

    taken: Mapping[str, Sequence[Took]]

    @property
    def medians(self) -> dict[str, float]:
        """The median of each side, on the clock."""
        return {name: median(took.clock for took in several) for name, several in self.taken.items()}

    @property
    def work(self) -> dict[str, float]:
        """The median of each side, of the processor."""
        return {name: median(took.work for took in several) for name, several in self.taken.items()}

    def by(self, count: int) -> "Times":
        """Give what each of several took that were timed at once."""
        return Times(
            {
                name: [Took(clock / count, work / count) for clock, work in several]
                for name, several in self.taken.items()
            }
        )

    @property
    def runs(self) -> int:
        """How many runs there were of each."""
        return min(map(len, self.taken.values()))


def timed(sides: Mapping[str, Side], *, runs: int = RUNS) -> Times:
    """Run all sides in turn."""
    taken: dict[str, list[Took]] = {name: [] for name in sides}
    chosen = Random(3)  # noqa: S311 - nothing secret
    start = time.monotonic()
    for turn in range(runs):
        if turn >= FEWEST and time.monotonic() - start > PATIENCE:
            break
        for name in chosen.sample(list(sides), len(sides)):
            taken[name].append(once(sides[name]()))
    return Times(taken)


def once(ask: Ask) -> Took:
    """Give what one run takes."""
    gc.collect()
    start, started = time.perf_counter(), time.process_time()
    found = ask()
    took = Took(time.perf_counter() - start, time.process_time() - started)
    del found  # after the clock has stopped
    return took


def made(make: Callable[[], T], ask: Callable[[T], object]) -> Side:
    """Give a side that is asked of something that is made anew before each run."""

    def ready() -> Ask:
        fresh = make()
        return lambda: ask(fresh)

    return ready


def always(ask: Ask) -> Side:
    """Give a side that needs nothing beforehand."""
    return lambda: ask


def each(answer: Callable[[T], object], questions: Iterable[T]) -> Side:
    """Give a side that is asked another question in each run."""
    waiting = iter(questions)
    return lambda: partial(answer, next(waiting))
