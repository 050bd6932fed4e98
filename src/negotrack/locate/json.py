"""Where does each key and each value stand in a JSON text?

The text is one that `json.loads` has accepted. So the scanner need not check anything, and can
tell a token by its looks: a string before a colon is a key, any other is a value, and commas say
no more than white space does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial

from attrs import frozen

from negotrack.locate.place import Extent, Located, Path
from negotrack.locate.tree import Node, Places, Tree

# Everything that repeats is possessive (`*+`): it never needs to give back what it took, and
# keeps no record of how it could, which would cost memory for every character of a long string.
_STRING = r'"(?:[^"\\]++|\\.)*+"'
_ATOM = rf"{_STRING}|[\w.+-]++"
_FLAT = rf'\{{(?:[^"{{}}\[\]]++|{_STRING})*+\}}'


def _tokens(whole: str) -> re.Pattern[str]:
    """Tokens, among them values that are taken whole."""
    return re.compile(
        r"[ \t\r\n,]*+(?:"
        rf"(?P<key>{_STRING})[ \t\r\n]*+:"
        rf"|(?P<value>{whole}|(?P<open>[\[{{]))"
        r"|(?P<close>[\]}])"
        r")"
    )


_TOKEN = _tokens(_ATOM)
_COARSE = _tokens(f"{_ATOM}|{_FLAT}")
"""The same, but an object that holds no other, as most statements are, is one token: it is looked into when asked."""
_CHARACTER = re.compile(
    r"\\u[dD][89abAB]..\\u[dD][c-fC-F].."  # two surrogates make one character
    r"|\\u....|\\.|."
)


@frozen
class Duplicate:
    """A key given again in one object: its path, where it stood first and where it stands again.

    Examples:
        >>> Duplicate(("id",), first=Extent(1, 5), again=Extent(10, 14)).path
        ('id',)
    """

    path: Path
    first: Extent
    again: Extent


def locate(text: str) -> Places:
    """Where each value of a JSON text stands, and its key, by its path in the parsed data.

    The paths are those of what `json.loads` makes of the text: of a key given twice the last
    value counts, and all that the first one held is left out. Strings are located with their
    quotes, arrays and objects with their brackets, and the root without the white space around
    it. What comes of a text that `json.loads` refuses is not defined.

    Examples:
        >>> places = locate('{"ids": [7, 12]}')
        >>> places["ids", 1]
        Located(key=None, value=Extent(start=12, end=14))
        >>> places["ids",].key
        Extent(start=1, end=6)
    """
    return Places(_grown(text, Extent(0, len(text)), _COARSE), partial(_held, text))


def duplicates(text: str) -> list[Duplicate]:
    """Every key that repeats one of the same object, in the order of the text.

    Keys are the same if they decode to the same string. A key given three times gives two
    duplicates, both with the same `first`. Objects are searched even where a later duplicate
    makes `json.loads` forget them.

    Examples:
        >>> duplicates('{"id": 1, "id": 2}')
        [Duplicate(path=('id',), first=Extent(start=1, end=5), again=Extent(start=10, end=14))]
    """
    tree = _plant(Extent(0, len(text)))
    first: dict[tuple[Node, str], Extent] = {}
    found: list[Duplicate] = []
    for name, key in _keys(text, tree, _TOKEN):
        parent = tree.open[-1]
        earliest = first.setdefault((parent, name), key)
        if earliest is not key:
            # The first two are the text, which is in no path, and the root, which has no name.
            path = (*(node.name for node in tree.open[2:]), name)
            found.append(Duplicate(path, earliest, key))
        tree.name(parent, name, key)
    return found


def offsets(text: str, value: Extent) -> list[int]:
    r"""Where each character of the string at `value` is written, and last where it ends.

    There is one offset for each character that the string decodes to, however it is escaped,
    and one more for the closing quote.

    Examples:
        >>> offsets(r'["a\nb"]', Extent(1, 7))
        [2, 3, 5, 6]
    """
    closing = value.end - 1
    characters = _CHARACTER.finditer(text, value.start + 1, closing)
    return [*(character.start() for character in characters), closing]


def _plant(part: Extent) -> Tree:
    """A tree whose root is a part of the text; the value that this is will be its only child."""
    return Tree(Node("", Located(None, part)))


def _grown(text: str, part: Extent, tokens: re.Pattern[str]) -> Node:
    """The value that a part of the text is, with those that it holds."""
    tree = _plant(part)
    for name, key in _keys(text, tree, tokens):
        tree.name(tree.open[-1], name, key)
    return tree.root.children[0]


def _held(text: str, node: Node) -> dict[str | int, Node]:
    """The values that a value holds; those of an object that was one token are looked for now."""
    if not node.children and text.startswith("{", node.place.value.start):
        node.children.update(_grown(text, node.place.value, _TOKEN).children)
    return node.children


def _keys(text: str, tree: Tree, tokens: re.Pattern[str]) -> Iterator[tuple[str, Extent]]:
    """Each key of the text, to be named before the next; the tree takes all that is between."""
    position, end = tree.root.place.value.start, tree.root.place.value.end
    while token := tokens.match(text, position, end):
        position = token.end()
        if token["key"]:
            yield _decode(token["key"]), Extent(*token.span("key"))
        else:
            tree.take(token)


def _decode(literal: str) -> str:
    """What a string means; most have no escapes, and need no parser."""
    decoded: str = json.loads(literal) if "\\" in literal else literal[1:-1]
    return decoded
