"""What is to be laid out: heads, rows and their cells?"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, final

from attrs import frozen

from negotrack.views.cells import Cell, Form
from negotrack.views.lines import measure
from negotrack.views.theme import Style

INDENT = 2
"""How far parts stand in."""
_NUMBERS = 4
"""Which part of the width the numbers of the rows may take at most."""
_SHORT = 6
"""Up to how many cells a head stands over its own column, whatever is in that."""


class Head(NamedTuple):
    """What stands over a column."""

    name: str
    id: str
    """What stands there where there is no room for the name."""
    role: str = ""
    """In brackets; none of a principal."""

    @property
    def full(self) -> str:
        """The name with the role."""
        return f"{self.name} {self.role}" if self.role else self.name


class Row(NamedTuple):
    """A row of a table; all texts are safe to show."""

    number: str
    depth: int
    title: str
    cells: Sequence[Cell | None]
    outcome: str
    style: Style
    """Of the outcome."""
    reason: Callable[[Form], str]
    """Gives who stands in the way, as briefly as the form asks for."""
    is_dim: bool = False
    """Whether the whole row recedes."""


@final
@frozen(eq=False)
class Table:
    """What is to be laid out."""

    heads: Sequence[Head]
    rows: Sequence[Row]
    corner: str = "outcome"
    """What stands over the outcomes; none where there are none."""

    @cached_property
    def distinct(self) -> Sequence[Sequence[Cell]]:
        """The cells of each column, those that look alike once."""
        columns = zip(*(row.cells for row in self.rows), strict=True)
        return [[cell for cell in dict.fromkeys(column) if cell] for column in columns] or [
            [] for _ in self.heads
        ]

    @cached_property
    def titles(self) -> Sequence[int]:
        """The width that each title wants, its indent included."""
        return [INDENT * row.depth + measure(row.title) for row in self.rows]

    def fitting(self, width: int | None) -> "Table":
        """Give the table with its numbers in the titles, where they are too long for a column of their own."""
        if width is None or self.numbers <= width // _NUMBERS:
            return self
        rows = [row._replace(number="", depth=0, title=f"{row.number} {row.title}") for row in self.rows]
        return Table(self.heads, rows, self.corner)

    def reasons(self, form: Form) -> Sequence[str]:
        """What is said at the end of each row in a form."""
        if form not in self._reasons:
            self._reasons[form] = [row.reason(form) for row in self.rows]
        return self._reasons[form]

    @cached_property
    def _reasons(self) -> dict[Form, Sequence[str]]:
        """Those that were asked for."""
        return {}

    @cached_property
    def numbers(self) -> int:
        """The width of the numbers of the rows, with a blank behind them; 0: they have none."""
        widest = max((len(row.number) for row in self.rows), default=0)
        return widest + 1 if widest else 0

    @cached_property
    def has_short_heads(self) -> bool:
        """Whether the heads need no stairs: each has room over its own column."""
        return all(measure(head.full) <= _SHORT for head in self.heads)

    @cached_property
    def outcomes(self) -> int:
        """The width of the outcomes."""
        return max([len(self.corner), *(len(row.outcome) for row in self.rows)])
