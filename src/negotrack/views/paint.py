"""How do lines become what rich prints?"""

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style as Paint

from negotrack.views.lines import Line, plain, trimmed
from negotrack.views.theme import Style

_PAINTS = {style: Paint.parse(style.value) for style in Style if style}


def painted(lines: Iterable[Line]) -> Iterator[Segment]:
    """Give lines as segments, the longest stretches of one style together."""
    end = Segment.line()
    for line in lines:
        text, style = "", Style.NONE
        for piece in trimmed(line):
            if piece.style is style:
                text += piece.text
            else:
                if text:
                    yield Segment(text, _PAINTS.get(style))
                text, style = piece
        if text:
            yield Segment(text, _PAINTS.get(style))
        yield end


def unpainted(lines: Iterable[Line]) -> Iterator[Segment]:
    """Give lines as segments without any style."""
    for line in lines:
        yield Segment(plain(line) + "\n")


_ANY = 80
"""The width that rich is told: the lines are laid out already, and no width of a terminal is to hide them."""


class _Painted:
    """Lines that were laid out already."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from painted(self._lines)


def show_painted(lines: Iterable[Line], *, is_forced: bool) -> None:
    """Print lines on standard output in colour, as far as it takes it, or in any case."""
    console = Console(
        width=_ANY, force_terminal=is_forced or None, color_system="standard" if is_forced else "auto"
    )
    console.print(_Painted(lines), end="", soft_wrap=True)
