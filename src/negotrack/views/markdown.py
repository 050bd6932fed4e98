"""How does a matrix stand in a document? As a table in Markdown."""

import re
from collections.abc import Iterator, Sequence

from negotrack.views.matrix import Matrix

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#@{}]|:(?=\S)|(?<=www)\.")
"""What Markdown, or a site that shows it, would take for more than text: links and mentions without brackets, too."""


def markdown(matrix: Matrix) -> str:
    """Give a matrix as Markdown: a title, as of when it is, a table, and what stands under it.

    Whatever a dossier says is shown, and means nothing to Markdown.

    Examples:
        >>> from negotrack import matrix, seed
        >>> print(markdown(matrix(seed("sochi-2022").now, demands=["corridor"])).splitlines()[6])
        | 8.1 | Zangezur corridor | » proposes | X rejects | rejected | Armenia refuses |
    """
    return "\n".join(_lines(matrix)) + "\n"


def _lines(matrix: Matrix) -> Iterator[str]:
    title, when, *below = map(_escaped, matrix.around())
    heads, *rows = matrix.grid()
    if title.strip():
        yield f"**{title.strip()}**"
        yield ""
    yield when
    yield ""
    yield _row(heads)
    yield "|" + " --- |" * len(heads)
    yield from map(_row, rows)
    for text in below:
        yield ""
        yield text


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
