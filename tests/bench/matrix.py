"""How long does a large matrix take to print, beside `rich.table.Table` and beside a small one?

Run it: `python tests/bench/matrix.py`. All sides run in turn in one process, so that a busy machine slows them alike;
what is compared is the quickest of several runs each. The states are settled and the cells of the tables made before:
it is about showing them. The exit status is 1 where a ratio misses its bar.
"""

import sys
import time
from collections.abc import Callable
from io import StringIO

from rich.console import Console
from rich.table import Table

from negotrack import Demand, Negotiation, Party, Round, State, matrix
from negotrack.views.matrix import Matrix
from negotrack.views.theme import UNICODE

RUNS = 9
STANCES = ("proposes", "accepts", "rejects", "reserves", "abstains", "defers")


def talks(demands: int, parties: int) -> Negotiation:
    """Make talks of three rounds in which every party speaks of every demand once, and all kinds of things are said."""
    return Negotiation(
        "Large talks",
        parties=[Party(f"p{party}", f"Party {party}") for party in range(parties)],
        demands=[
            Demand(f"d{demand}", f"Demand {demand}, about something longer") for demand in range(demands)
        ],
        rounds=[
            Round(
                f"r{round_}",
                f"2022-0{round_ + 1}",
                statements=[
                    f"p{party} {STANCES[(party * 7 + demand * 3 + round_) % len(STANCES)]} d{demand}"
                    for demand in range(demands)
                    for party in range(parties)
                    if (party + demand + round_) % 3 == 0
                ],
            )
            for round_ in range(3)
        ],
    )


def print_out(shown: object, width: int, color_system: str | None) -> None:
    """Print something into nothing."""
    Console(
        file=StringIO(),
        width=width,
        color_system=color_system,  # type: ignore[arg-type]  # a name that rich knows
        force_terminal=color_system is not None,
        legacy_windows=False,
    ).print(shown)


def table(shown: Matrix) -> Table:
    """Make a table of rich with the cells that a matrix of the same state prints."""
    heads, *rows = shown.grid()
    made = Table(*heads[:-1], box=None)
    cells = {row.number: row.cells for row in shown._board.table.rows}
    for number, title, *_, outcome, _reason in rows:
        symbols = [cell.character(UNICODE) if cell else "" for cell in cells[number]]
        made.add_row(number, title, *symbols, outcome)
    return made


def quickest(*sides: Callable[[], object]) -> list[float]:
    """Give the quickest of several runs of each side, in seconds."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(RUNS):
        for side, taken in zip(sides, times, strict=True):
            start = time.perf_counter()
            side()
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def against_table(state: State) -> bool:
    """Compare a matrix of 200 x 20 cells with a table of rich of the same cells."""
    shown, rival = matrix(state), None
    rival = table(shown)
    is_fast = True
    for width in (80, 120):
        for color_system in (None, "standard"):
            ours, made, theirs = quickest(
                lambda: print_out(shown, width, color_system),  # noqa: B023 - run before the next
                lambda: print_out(matrix(state), width, color_system),  # noqa: B023 - likewise
                lambda: print_out(rival, width, color_system),  # noqa: B023 - likewise
            )
            is_fast = is_fast and (theirs >= 50 * ours or color_system is not None)
            print(
                f"200 x 20 cells at {width} columns, {color_system or 'no'} colour: "
                f"{ours * 1000:.1f} ms, {theirs / ours:.0f} times faster than rich.table.Table "
                f"({theirs * 1000:.0f} ms); with its cells made anew {made * 1000:.1f} ms, {theirs / made:.0f} times"
                f"{'; at least 50 times' if color_system is None else ''}"
            )
    return is_fast


def against_small(small: State) -> bool:
    """Compare a window of 200 x 20 cells on a matrix of 2,000 x 50 with a matrix of that size."""
    large = talks(2000, 50).now
    parties, demands = [f"p{party}" for party in range(20)], [f"d{demand}" for demand in range(200)]
    window, whole = quickest(
        lambda: print_out(matrix(large, parties=parties, demands=demands), 80, None),
        lambda: print_out(matrix(small, parties=parties, demands=demands), 80, None),
    )
    print(
        f"200 x 20 cells of 2,000 x 50: {window * 1000:.1f} ms, {window / whole:.2f} times a matrix of that size "
        f"({whole * 1000:.1f} ms); at most 1.2 times"
    )
    return window <= 1.2 * whole


def main() -> int:
    """Measure, print a line for each comparison, and give the exit status."""
    small = talks(200, 20).now
    results = [against_table(small), against_small(small)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
