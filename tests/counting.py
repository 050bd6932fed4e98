"""What does a strategy draw, over many examples?"""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeVar

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.statistics import collector

T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T], examples: int) -> tuple[list[T], Counter[str]]:
    """Give the same examples in every run; and how many draws came to what, as Hypothesis counts them.

    An overrun is a variation of an earlier draw that Hypothesis gave up for being longer; it is none of the strategy's.
    """
    found: list[T] = []
    reports: list[dict[str, Any]] = []

    @seed(0)
    @settings(max_examples=examples, database=None, phases=[Phase.generate], suppress_health_check=[])
    @given(strategy)
    def keep(one: T) -> None:
        found.append(one)

    with collector.with_value(reports.append):  # type: ignore[arg-type]
        keep()
    return found, Counter(case["status"] for case in reports[0]["generate-phase"]["test-cases"])


def share_discarded(draws: Counter[str]) -> float:
    """Give the share of draws that came to nothing."""
    return draws["invalid"] / draws.total()
