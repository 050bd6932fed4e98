"""How are the figures of a benchmark shown, and which bars do they meet?"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import assert_never

from attrs import evolve, frozen

from measure import Times

OURS = "negotrack"


class Unit(Enum):
    """What figures are of."""

    SECONDS = "seconds"
    BYTES = "bytes"


@frozen
class Beside:
    """It may take so many times what another side does."""

    side: str
    most: float

    def holds(self, figures: Mapping[str, float]) -> bool:
        """Tell whether it is met."""
        return figures[OURS] <= self.most * figures[self.side]

    def __str__(self) -> str:
        return f"at most {self.most:.3g} times {self.side}"


@frozen
class AtMost:
    """It may take so much, whatever others do."""

    most: float
    unit: Unit

    def holds(self, figures: Mapping[str, float]) -> bool:
        """Tell whether it is met."""
        return figures[OURS] <= self.most

    def __str__(self) -> str:
        return f"at most {shown(self.most, self.unit)}"


Bar = Beside | AtMost


@frozen
class Row:
    """What one task takes at one size, of each side."""

    task: str
    size: str
    figures: Mapping[str, float]
    bars: tuple[Bar, ...] = ()
    unit: Unit = Unit.SECONDS
    runs: int = 1
    work: float = 0.0
    """What negotrack took of the processor, in seconds, which is not shown."""

    @property
    def missed(self) -> tuple[Bar, ...]:
        """The bars that are not met."""
        return tuple(bar for bar in self.bars if not bar.holds(self.figures))

    @property
    def barless(self) -> "Row":
        """The same without bars."""
        return evolve(self, bars=())

    @property
    def cells(self) -> tuple[str, str, str, str, str, str]:
        """What stands in the columns of the table."""
        ours = self.figures[OURS]
        peers = (
            f"{name} {shown(figure, self.unit)} ({ours / figure:.3g})"
            for name, figure in self.figures.items()
            if name != OURS
        )
        bars = (f"{bar}: {'**not met**' if bar in self.missed else 'met'}" for bar in self.bars)
        return (
            self.task,
            self.size,
            shown(ours, self.unit),
            "; ".join(peers),
            "; ".join(bars),
            str(self.runs),
        )

    def __str__(self) -> str:
        task, size, ours, peers, bars, runs = self.cells
        told = f"{task}, {size}: {ours}, runs {runs}"
        return " | ".join(part for part in (told, peers, bars.replace("*", "")) if part)


def row(task: str, size: str, times: Times, *bars: Bar, more: Mapping[str, float] | None = None) -> Row:
    """Make a row of the medians of what was timed, and of more figures that were found otherwise."""
    return Row(task, size, {**times.medians, **(more or {})}, bars, runs=times.runs, work=times.work[OURS])


def shown(figure: float, unit: Unit) -> str:
    """Give a figure in the unit in which it is read best.

    Examples:
        >>> shown(0.0123, Unit.SECONDS), shown(350, Unit.BYTES)
        ('12.3 ms', '350 B')
    """
    steps: tuple[tuple[float, str], ...]
    match unit:
        case Unit.SECONDS:
            steps = ((1, "s"), (1e-3, "ms"), (1e-6, "us"), (1e-9, "ns"))
        case Unit.BYTES:
            steps = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B"))
        case other:
            assert_never(other)
    step, name = next((one for one in steps if figure >= one[0]), steps[-1])
    in_it = figure / step
    return f"{in_it:.3g} {name}" if in_it < 100 else f"{in_it:,.0f} {name}"


HEADS = ("task", "size", "negotrack", "others (negotrack / other)", "bars", "runs")


def markdown(rows: Iterable[Row]) -> str:
    """Give rows as a table in Markdown."""
    lines = [HEADS, ("---",) * len(HEADS), *(one.cells for one in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
