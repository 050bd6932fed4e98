"""Where does a line belong that stands below the head of another table?"""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.formats.shapes import as_table, keys
from negotrack.ids import is_id
from negotrack.locate.place import Path
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.origin import FileFormat, Origin
from negotrack.places import AtKey, locate
from negotrack.visible import shortened

_HEAD = re.compile(
    r"\#[^\n]*|\"{3}.*?\"{3}|'{3}.*?'{3}|^[ \t]*(\[{1,2}[\w.-]+\]{1,2})[ \t]*(?:\#[^\n]*)?\r?$",
    re.MULTILINE | re.DOTALL,
)
"""Comments and texts of several lines, in which no line is a head, and heads, which are its group."""
_HOMES: Mapping[str, tuple[type, str]] = {"demands": (Demand, "a demand"), "parties": (Party, "a party")}


@final
@frozen
class Strays:
    r"""The lines of a file that stand below the head of a table.

    Examples:
        >>> text = 'title = "T"\n[demands]\n[[rounds]]\noil = "Oil"'
        >>> Strays(Origin("talks.toml", text, FileFormat.TOML)).told(("rounds", 0, "oil"), "Oil")
        'this line belongs to [[rounds]], in line 3; put a demand under [demands], in line 2, a party into `parties`'
    """

    origin: Origin

    def told(self, path: Path, value: object) -> str:
        """Say to which table a line with an unknown key belongs, and where a demand or a party goes, if it can be one.

        Args:
            path: the path of the key.
            value: what is written behind it.
        """
        if self.origin.format is not FileFormat.TOML or not is_id(str(path[-1])):
            return ""
        span = locate(AtKey(path), self.origin)
        above = bisect(self._heads, (span.line, "")) - 1
        homes = ", ".join(self._homes(value))
        if above < 0 or not homes or self.origin.line(span.line)[: span.column - 1].strip():
            return ""
        line, head = self._heads[above]
        return f"this line belongs to {shortened(head)}, in line {line}; put {homes}"

    def _homes(self, value: object) -> Iterator[str]:
        """Give the tables that could hold what is written so."""
        for table, (cls, called) in _HOMES.items():
            written = as_table(cls, value)
            if isinstance(written, dict) and set(written) <= set(keys(cls)):
                line = self._lines.get(f"[{table}]")
                yield f"{called} " + (f"under [{table}], in line {line}" if line else f"into `{table}`")

    @cached_property
    def _heads(self) -> Sequence[tuple[int, str]]:
        """The heads of tables, each with the number of its line."""
        found = _HEAD.finditer(self.origin.text)
        return [(self.origin.line_and_column(head.start(1))[0], head[1]) for head in found if head[1]]

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        return {head: line for line, head in self._heads}
