"""How does a view become a picture? Line by line, each piece of text where its columns are, as text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from negotrack.views.blocks import Documented, title
from negotrack.views.lines import Line, measure, trimmed
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.web.templates import filled

_WIDTH = 80
_CELL, _LINE, _SIZE, _MARGIN = 8.4, 20, 14, 20
"""How wide a column is, how high a line, how large the letters, and how much is left blank around."""
_NAME = "negotrack"


class Run(NamedTuple):
    """A stretch of text of a line, with single blanks in it at most."""

    text: str
    column: int
    style: Style

    @property
    def x(self) -> str:
        """Where it begins."""
        return _number(_MARGIN + self.column * _CELL)

    @property
    def length(self) -> str:
        """How long it is, in whatever font; blank where it takes no column of its own."""
        cells = measure(self.text)
        return _number(cells * _CELL) if cells else ""


def svg(
    view: Documented, width: int | None = None, glyphs: Glyphs = UNICODE, *, has_color: bool = True
) -> str:
    """Give a view as a picture in SVG, laid out for a width, whose text can be searched and copied.

    The picture has a ground of its own, so that it can be read wherever it is put, light by day and dark by night. It
    fetches no font: each piece is as long as its columns in whatever font there is.

    Args:
        view: what is shown.
        width: for how many columns it is laid out; None: 80.
        glyphs: what it is drawn with.
        has_color: whether it has the styles of the view; else all is plain.

    Examples:
        >>> from negotrack import matrix, seed
        >>> svg(matrix(seed("sochi-2022").now, demands=["corridor"])).splitlines()[1]
        '<title>Sochi trilateral summit, 31 October 2022</title>'
    """
    lines = [list(_runs(line, has_color=has_color)) for line in view.lines(width or _WIDTH, glyphs)]
    columns = max((run.column + measure(run.text) for line in lines for run in line), default=0)
    placed = [(_MARGIN + _SIZE + _LINE * place, runs) for place, runs in enumerate(lines) if runs]
    picture = filled(
        "picture.svg",
        title=title(view) or _NAME,
        width=_number(2 * _MARGIN + columns * _CELL),
        height=_number(2 * _MARGIN + len(lines) * _LINE),
        lines=placed,
        size=_SIZE,
    )
    return picture.translate(_NOT_IN_XML)


_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""What XML has no place for, not even as a reference, and `visible` leaves; what replaces it is as wide."""


_WORDS = re.compile("[^ ]+(?: [^ ]+)*")


def _runs(line: Line, *, has_color: bool) -> Iterator[Run]:
    """Give the stretches of text of a line with the columns in which they begin; wide gaps are left to the columns."""
    at = 0
    for text, style in trimmed(line):
        for found in _WORDS.finditer(text):
            column = at + measure(text[: found.start()])
            yield Run(found[0], column, style if has_color else Style.NONE)
        at += measure(text)


def _number(of: float) -> str:
    return f"{round(of, 1):g}"
