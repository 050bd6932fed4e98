"""How long does a drawn negotiation take, beside a plain list of as many statements?

Run it: `python tests/bench/drawing.py`. The list is what one writes first: `lists(builds(Statement, ...))`, of
statements that one party makes on one demand, which follow on nothing and have no evidence, and without parties,
demands and rounds around them. Both are drawn in one run, in turn, several times; the medians of what the processor
took for a statement are compared. The exit status is 1 where the ratio is above its bar. A second list has statements
by one or two parties on one or two demands.
"""

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from negotrack import Negotiation, Sentence, Stance, Statement
from negotrack.testing import negotiations

T = TypeVar("T")
EXAMPLES = 120
RUNS = 3
BAR = 1.5
PARTIES = st.sampled_from(["p1", "p2", "p3", "p4", "p5"])
DEMANDS = st.sampled_from(["d1", "d2", "d3", "d4", "d5", "d6"])
STANCES = st.sampled_from(Stance)
ALONE = st.builds(
    lambda party, stance, demand: Sentence([party], stance, [demand]), PARTIES, STANCES, DEMANDS
)
TOGETHER = st.builds(
    Sentence,
    st.lists(PARTIES, min_size=1, max_size=2, unique=True),
    STANCES,
    st.lists(DEMANDS, min_size=1, max_size=2, unique=True),
)


def drawn(strategy: st.SearchStrategy[T], statements: Callable[[T], int], run: int) -> tuple[float, float]:
    """Give how long a statement takes to draw, in microseconds, and how many there are in an example."""
    counts: list[int] = []

    @seed(run)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(example: T) -> None:
        counts.append(statements(example))

    start = time.process_time()
    draw()
    return (time.process_time() - start) / sum(counts) * 1e6, sum(counts) / len(counts)


def said(talks: Negotiation) -> int:
    """Count the statements of a negotiation."""
    return sum(len(round_.statements) for round_ in talks.rounds)


def main() -> int:
    """Measure, print a line for each, and give the exit status."""
    times: dict[str, list[float]] = {"negotiations": [], "plain list": [], "fuller list": []}
    size = 0.0
    for run in range(RUNS):
        took, size = drawn(negotiations(), said, run)
        times["negotiations"].append(took)
        for name, sentences in (("plain list", ALONE), ("fuller list", TOGETHER)):
            many = round(size)
            plain = st.lists(st.builds(Statement, sentences), min_size=many, max_size=many)
            times[name].append(drawn(plain, len, run)[0])
    medians = {name: median(several) for name, several in times.items()}
    for name, took in medians.items():
        rate = 1e6 / (took * size)
        print(
            f"{name:>12}: {took:5.0f} us a statement, {rate:4.0f} examples of {size:.0f} statements a second"
        )
    ratio = medians["negotiations"] / medians["plain list"]
    fuller = medians["negotiations"] / medians["fuller list"]
    print(
        f"negotiations take {ratio:.2f} times the plain list (bar {BAR}), {fuller:.2f} times the fuller one"
    )
    return int(ratio > BAR)


if __name__ == "__main__":
    sys.exit(main())
