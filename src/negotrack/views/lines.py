"""What is a line of a view before it reaches a terminal? Pieces of text, each in one style."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from negotrack.views.theme import Style


class Piece(NamedTuple):
    """A stretch of text in one style, safe to show."""

    text: str
    style: Style = Style.NONE


_HANGING = 2
"""How far the lines after the first stand in."""

Line = Sequence[Piece]
"""A line of a view, without its end."""


def line(*pieces: Piece | str) -> Line:
    """Make a line of pieces, and of texts without a style."""
    return tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces)


def plain(of: Line) -> str:
    """Give a line as text, without the styles and without blanks at its end."""
    return "".join([piece.text for piece in of]).rstrip(" ")


def trimmed(of: Line) -> Line:
    """Give a line without blanks at its end, whatever its style."""
    pieces = list(of)
    while pieces and not pieces[-1].text.rstrip(" "):
        pieces.pop()
    return [*pieces[:-1], Piece(pieces[-1].text.rstrip(" "), pieces[-1].style)] if pieces else []


def padded(text: str, width: int) -> str:
    """Fill a text with blanks up to a width in cells.

    Examples:
        >>> padded("中文", 6)
        '中文  '
    """
    return text + " " * (width - measure(text))


def measure(text: str) -> int:
    """Give the width of a text in cells."""
    return len(text) if text.isascii() else cell_len(text)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells, at blanks where there are any; nothing is cut off.

    A word that is wider than a line begins where the one before it ends, and goes on below: so is Chinese set.

    Examples:
        >>> wrapped("Borders as they stood in the Soviet era", 20)
        ['Borders as they', 'stood in the Soviet', 'era']
        >>> wrapped("Article 中文中文中文中", 12)
        ['Article 中文', '中文中文中']
    """
    if measure(text) <= width:
        return [text]
    lines = [""]
    room = width
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        length = measure(word)
        if length < room or (joined is word and length <= width):
            lines[-1] = joined
            room -= length + (joined is not word)
        elif length <= width:
            lines.append(word)
            room = width - length
        else:
            lines[-1:] = chop_cells(joined, max(2, width)) or [""]
            room = width - cell_len(lines[-1])
    return lines


def paragraph(text: str, width: int | None, style: Style = Style.NONE, indent: int = 0) -> Iterator[Line]:
    """Give a text as lines, those after the first indented; without a width it is one line."""
    if width is None:
        yield [Piece(text, style)]
        return
    text = text.strip(" ")
    first, *_ = wrapped(text, width)
    yield [Piece(first, style)]
    rest = text[len(first) :].strip(" ")
    if rest:
        for more in wrapped(rest, max(2, width - indent)):
            yield [Piece(" " * indent + more, style)]


def indented(text: str, indent: int, width: int | None, style: Style = Style.NONE) -> Iterator[Line]:
    """Give a text as lines that all stand in by so much, those after the first a little more."""
    if width is None:
        inner = None
    else:
        indent = min(indent, width // 2)
        inner = width - indent
    for one in paragraph(text, inner, style, indent=_HANGING):
        yield [Piece(" " * indent), *one]


def hanging(head: Piece, text: str, width: int | None, indent: int) -> Iterator[Line]:
    """Give a text behind a head, all its lines beginning in one column; without a width it is one line.

    A head that reaches into the column has a line of its own.
    """
    if width is None:
        gap = " " * max(1, indent - cell_len(head.text))
        yield [head, Piece(gap), Piece(text)]
        return
    indent = min(indent, width // 2)
    start = head
    if cell_len(head.text) >= indent:
        own = head.text.lstrip(" ")
        yield from indented(own, len(head.text) - len(own), width, head.style)
        start = Piece("")
    for part in wrapped(text, width - indent):
        yield [Piece(padded(start.text, indent), start.style), Piece(part)]
        start = Piece("")


def flowed(pieces: Line, width: int | None, indent: int = 0) -> Iterator[Line]:
    """Break a line of pieces into lines of at most so many cells, each piece keeping its style.

    All lines but the first stand in by the indent, which the width does not include.
    """
    if width is None:
        yield pieces
        return
    text = "".join(piece.text for piece in pieces)
    styles = [piece.style for piece in pieces for _ in piece.text]
    at = 0
    for place, part in enumerate(wrapped(text, width)):
        at = text.index(part, at)
        found = [Piece(" " * indent)] if place and indent else []
        for style, letters in groupby(zip(part, styles[at : at + len(part)], strict=True), key=itemgetter(1)):
            found.append(Piece("".join(letter for letter, _ in letters), style))
        yield found
        at += len(part)


def pairs(
    head: str,
    rows: Sequence[tuple[str, str]],
    width: int | None,
    style: Style = Style.BOLD,
    *,
    between: str = ": ",
) -> Iterator[Line]:
    """Give a head, and under it rows of two columns; where the first is too wide, each row is a sentence.

    Nothing where there are no rows.
    """
    if rows:
        yield from paragraph(head, width, style)
    widest = max((measure(who) for who, _ in rows), default=0)
    for who, what in rows:
        if width is not None and widest > width // 3:
            yield from indented(f"{who}{between}{what}", _HANGING, width)
        else:
            yield from hanging(Piece(" " * _HANGING + who), what, width, 2 * _HANGING + widest)


def separated(blocks: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """Give blocks of lines with an empty line between any two of them; blocks without lines are left out."""
    is_first = True
    for block in blocks:
        lines = list(block)
        while lines and not plain(lines[-1]):
            lines.pop()
        if lines:
            if not is_first:
                yield []
            yield from lines
            is_first = False


def flowing(items: Iterable[str], width: int | None) -> Iterator[str]:
    """Set items one after the other, as many to a line as there is room for; none is broken.

    Examples:
        >>> list(flowing(["» proposes", "^ amends", ". silent"], 24))
        ['» proposes   ^ amends', '. silent']
    """
    current = ""
    for item in items:
        longer = f"{current}   {item}" if current else item
        if current and width is not None and cell_len(longer) > width:
            yield current
            longer = item
        current = longer
    if current:
        yield current
