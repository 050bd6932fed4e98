"""How long does it take to show a matrix, beside `rich.table.Table`, and to start a command?"""

from collections.abc import Iterator, Mapping

from matrix import print_out, table, talks
from measure import Times, Took, always, timed
from negotrack import matrix
from startup import COMPARISONS, seconds
from table import OURS, Beside, Row, row

SHAPES = ((30, 8), (200, 20), (2_000, 50))
"""Demands and parties."""
BARRED = (200, 20)
STARTS = 15


def rows() -> Iterator[Row]:
    """Time all matrices, and all starts."""
    for shape in SHAPES:
        yield drawn(*shape)
    yield from starts()


def drawn(demands: int, parties: int) -> Row:
    """Time a matrix of 80 columns without colour, the state of which is settled."""
    shown = matrix(talks(demands, parties).now)
    rival = table(shown)
    sides = {
        OURS: always(lambda: print_out(shown, 80, None)),
        "rich.table.Table": always(lambda: print_out(rival, 80, None)),
    }
    bars = [Beside("rich.table.Table", 1 / 50)] if (demands, parties) == BARRED else []
    return row("matrix", f"{demands:,} x {parties} cells", timed(sides), *bars)


def started(command: list[str]) -> Took:
    """Start a command, and give what that took of the processor; of the clock, likewise."""
    took = seconds(command)
    return Took(took, took)


def starts() -> Iterator[Row]:
    """Take the time of the processor for all starts, in turn."""
    taken: Mapping[str, dict[str, list[Took]]] = {name: {} for name in COMPARISONS}
    for _ in range(STARTS):
        for name, comparison in COMPARISONS.items():
            peer = f"`python {' '.join(comparison.peer[1:])}`"
            taken[name].setdefault(OURS, []).append(started(comparison.command))
            taken[name].setdefault(peer, []).append(started(comparison.peer))
    for name, comparison in COMPARISONS.items():
        times = Times(taken[name])
        peer = next(side for side in times.taken if side != OURS)
        yield row(f"start: {name}", "time of the processor", times, Beside(peer, comparison.bar))
