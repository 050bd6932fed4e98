"""What is the smallest of the records of a kind that something is true of?"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Flaky
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


class _Found(Exception):
    """One is found; Hypothesis looks for a smaller one until no more is raised."""


def _settings(examples: int, *phases: Phase) -> settings:
    """Give settings by which everybody gets the same from the same: they leave nothing to a profile or a database."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=[*HealthCheck],
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
        print_blob=False,
        backend="hypothesis",
    )


def look_at(records: SearchStrategy[T], look: Callable[[T], object], examples: int) -> None:
    """Look at so many records, the same in each run."""
    _each(records, look, _settings(examples, Phase.generate))


def smallest(records: SearchStrategy[T], wanted: Callable[[T], object], examples: int) -> Sequence[T]:
    """Give the smallest record that Hypothesis can make of one that is wanted; nothing if none of so many is."""
    found: list[T] = []

    def look(record: T) -> None:
        if wanted(record):
            found[:] = [record]
            raise _Found

    with suppress(_Found, Flaky):
        _each(records, look, _settings(examples, Phase.generate, Phase.shrink))
    return found


def _each(records: SearchStrategy[T], look: Callable[[T], object], how: settings) -> None:
    @seed(0)
    @how
    @given(records)
    def run(record: T) -> None:
        look(record)

    run()
