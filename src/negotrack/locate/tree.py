"""How do places nest? The tree of values that a scan of TOML or JSON grows as it goes.

A scanner cuts its text into tokens by regular expressions whose groups have the same names in
both formats: `key`, `value`, `open` (a value that opens an array or table) and `close`. What a
key means is the format's own affair; what values do is not, and is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import final

from attrs import Factory, define, field, frozen

from negotrack.locate.place import Extent, Located, Path


@define(eq=False)
class Node:
    """A value under its name: where both stand in the text, and the values it holds.

    Names are keys in tables and indices in arrays, as in a `Path`.

    Examples:
        >>> Node("max", Located(key=Extent(0, 3), value=Extent(6, 9))).children
        {}
    """

    name: str | int
    place: Located
    children: dict[str | int, Node] = field(factory=dict, init=False)


@define
class Tree:
    """The values found so far, under `root`, and those of them that are still open.

    The `open` ones go from the outermost to the innermost, and are never none: the first is the
    table, or the whole text, in which the scan stands while nothing else is open.
    """

    root: Node
    open: list[Node] = field(default=Factory(lambda self: [self.root], takes_self=True))
    _named: tuple[Node, str, Extent] | None = field(default=None, init=False)

    @property
    def awaits_value(self) -> bool:
        """Whether the next token belongs to a value: a key was named, or a bracket is open."""
        return self._named is not None or len(self.open) > 1

    def name(self, parent: Node, name: str, key: Extent) -> None:
        """Let the next value be the one that `parent` holds as `name`.

        A value that `parent` holds by that name already is forgotten, with all that it holds.
        """
        self._named = parent, name, key

    def take(self, token: re.Match[str]) -> None:
        """Add the value that the token is or opens, or end the one that it closes."""
        if token["close"]:
            closed = self.open.pop()
            whole = Extent(closed.place.value.start, token.end())
            closed.place = Located(closed.place.key, whole)
            return
        node = self._add(Extent(*token.span("value")))
        if token["open"]:
            self.open.append(node)

    def _add(self, value: Extent) -> Node:
        """Hang a value under the name it was given, or as the next item of an array."""
        innermost = self.open[-1]
        parent, name, key = self._named or (innermost, len(innermost.children), None)
        self._named = None
        node = parent.children[name] = Node(name, Located(key, value))
        return node


@final
@frozen(eq=False)
class Places(Mapping[Path, Located]):
    """Where each value of a text stands, by its path, looked up in the tree when it is asked for.

    Paths come parents first, otherwise as the tree has them. Listing them all costs as much as they are long, so
    a text nested very deeply is only ever asked about single places.

    Examples:
        >>> places = Places(Node("", Located(key=None, value=Extent(0, 9))))
        >>> places.nearest(("rounds", 7)).value
        Extent(start=0, end=9)
    """

    root: Node
    _held: Callable[[Node], dict[str | int, Node]] = attrgetter("children")
    """Gives the values that a value holds, by their names."""

    def nearest(self, path: Path) -> Located:
        """The place of what a path leads to, or of the last step on the way that is there.

        The first of several leads to what stands alone in their place.
        """
        return self[self.reached(path)]

    def reached(self, path: Path) -> Path:
        """The path as far as it leads to something that is there."""
        node, reached = self.root, []
        for name in path:
            if name in (held := self._held(node)):
                node = held[name]
                reached.append(name)
            elif name != 0:
                break
        return tuple(reached)

    def __getitem__(self, path: Path) -> Located:
        node = self.root
        for name in path:
            node = self._held(node)[name]
        return node.place

    def __iter__(self) -> Iterator[Path]:
        waiting: list[tuple[Path, Node]] = [((), self.root)]
        while waiting:
            path, node = waiting.pop()
            yield path
            waiting += [((*path, name), child) for name, child in reversed(self._held(node).items())]

    def __len__(self) -> int:
        return sum(1 for _ in self)
