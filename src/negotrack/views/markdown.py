"""How does a view stand in a document? In Markdown: its tables as tables, its lists as lists."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from negotrack.views.blocks import Aside, Block, Documented, Entries, Grid, Head, Paragraph, Terms, blocks

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#@{}]|:(?=\S)|(?<=www)\.")
"""What Markdown, or a site that shows it, would take for more than text: links and mentions without brackets, too."""


def markdown(view: Documented) -> str:
    """Give a view as Markdown, as wide as it likes.

    Whatever a dossier says is shown, and means nothing to Markdown.

    Examples:
        >>> from negotrack import matrix, seed
        >>> print(markdown(matrix(seed("sochi-2022").now, demands=["corridor"])).splitlines()[6])
        | 8.1 | Zangezur corridor | » proposes | X rejects | rejected | Armenia refuses |
    """
    return "\n\n".join("\n".join(_lines(block)) for block in blocks(view)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Head(text=text):
            yield f"**{_escaped(text)}**"
        case Aside(text):
            yield f"*{_escaped(text)}*"
        case Paragraph(texts, is_broken):
            yield from (_escaped(text) + ("  " if is_broken else "") for text in texts)
        case Grid(heads=heads, rows=rows):
            yield _row(heads)
            yield "|" + " --- |" * len(heads)
            yield from (_row([cell.text for cell in row]) for row in rows)
        case Terms(rows):
            for key, texts in rows:
                is_one = len(texts) == 1
                yield _entry(f"{key}: {texts[0]}" if is_one else key)
                yield from () if is_one else (f"  {_entry(text)}" for text in texts)
        case Entries(entries):
            for entry in entries:
                yield _entry(entry.text)
                yield from (f"  {_entry(text)}" for text in entry.below)
        case _:
            assert_never(block)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


_BLOCK = re.compile(r"^(?:(?=[-+=])|([0-9]+)(?=[.)]))")
"""What at the beginning of a line, or of an entry, Markdown would take for a list, a rule or a heading."""


def _entry(text: str) -> str:
    """Give a text as the entry of a list."""
    return f"- {_BLOCK.sub(_behind, _escaped(text.strip()))}"


def _behind(found: "re.Match[str]") -> str:
    """Put a backslash behind what was found."""
    return f"{found[0]}\\"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
