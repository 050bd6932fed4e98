"""What can be printed: as plain text, in a terminal by rich, in a notebook?"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from negotrack.views.lines import Line, plain
from negotrack.views.theme import ASCII, UNICODE, Glyphs

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


class View(ABC):
    """Something to be shown to people, line by line.

    As a text (`str`) it is as wide as it likes, so that it can be searched line by line. Printed by rich it fits the
    window. The characters are the same with and without colour.
    """

    @abstractmethod
    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width but for addresses; without one, each as wide as it likes."""

    def __str__(self) -> str:
        return "\n".join([plain(line) for line in self.lines(None)])

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: print it>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ANN401, ARG002, FBT001 - as IPython calls it
        """Show it in IPython, and where a test of Hypothesis fails."""
        printer.text(str(self))

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Give what rich prints; in ASCII where the terminal takes no more."""
        from negotrack.views.paint import painted, unpainted  # noqa: PLC0415 - a plain text needs no paint

        glyphs = ASCII if options.ascii_only else UNICODE
        lines = self.lines(options.max_width, glyphs)
        yield from painted(lines) if console.color_system else unpainted(lines)

    def _repr_html_(self) -> str:
        from html import escape  # noqa: PLC0415 - a terminal needs none

        return f"<pre>{escape(str(self))}</pre>"
