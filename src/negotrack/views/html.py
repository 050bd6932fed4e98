"""How does a table stand in a notebook? As HTML that a screen reader can walk through."""

from collections.abc import Iterator, Sequence
from html import escape


def table(grid: Sequence[Sequence[str]], around: Sequence[str]) -> str:
    """Give a table as HTML. Whatever a dossier says is shown, and means nothing to a browser.

    Args:
        grid: the cells, the heads first; the second cell of a row is its own head.
        around: the title, as of when it is, and what stands below.

    Examples:
        >>> table([["", "demand"], ["1", "a < b"]], ["Talks", "No rounds yet."]).splitlines()[4]
        '<tr><td>1</td><th scope="row">a &lt; b</th></tr>'
    """
    return "\n".join(_lines(grid, around))


def _lines(grid: Sequence[Sequence[str]], around: Sequence[str]) -> Iterator[str]:
    heads, *rows = grid
    title, when, *below = map(escape, around)
    yield "<table>"
    yield f"<caption>{title}<br>{when}</caption>"
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield f"<thead><tr>{columns}</tr></thead>"
    yield "<tbody>"
    for number, name, *cells in rows:
        values = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr><td>{escape(number)}</td><th scope="row">{escape(name)}</th>{values}</tr>'
    yield "</tbody>"
    yield "</table>"
    for text in below:
        yield f"<p>{text}</p>"
