"""How does a view stand on a page of its own? As HTML that can be opened, mailed and printed."""

from typing import assert_never

from negotrack.views.blocks import (
    Aside,
    Block,
    Documented,
    Entries,
    Grid,
    Head,
    Paragraph,
    Terms,
    blocks,
    title,
)
from negotrack.web.templates import rendered, text

_NAME = "negotrack"
"""What a page is called that has neither a title nor a table."""
_MANY = 8
"""A table with more columns has no room on a sheet of paper; there its rows are set as running text."""


def html(view: Documented) -> str:
    """Give a view as a whole document of HTML, which fetches nothing and runs nothing.

    Whatever a dossier says is shown, and means nothing to a browser.

    Examples:
        >>> from negotrack import matrix, seed
        >>> found = html(matrix(seed("sochi-2022").now, demands=["corridor"]))
        >>> '<th scope="row"><bdi>Zangezur corridor</bdi></th>' in found
        True
    """
    parts, name = blocks(view), title(view)
    if not name:
        name = next((part.name for part in parts if isinstance(part, Grid)), _NAME)
        parts = [Head(name, 1), *parts]
    told = [(_kind(part), part) for part in parts]
    return rendered("document.html", name, styles=[text("style.css")], blocks=told, many=_MANY)


def _kind(block: Block) -> str:
    """Name the part of the template that writes a block."""
    match block:
        case Head():
            return "head"
        case Aside():
            return "aside"
        case Paragraph():
            return "paragraph"
        case Grid():
            return "grid"
        case Terms():
            return "terms"
        case Entries():
            return "entries"
        case _:
            assert_never(block)
