"""What does a parser of others find in Markdown? It comes with rich."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token


def blocks(text: str) -> list[Token]:
    """Read Markdown."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def tokens(text: str) -> Iterator[Token]:
    """Give all that is found in Markdown, in order."""
    for block in blocks(text):
        yield block
        yield from block.children or []


def types(text: str) -> list[str]:
    """Give of what types it is."""
    return [token.type for token in tokens(text)]
