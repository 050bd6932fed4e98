"""Where does each key and each value stand in a TOML text?

The text is one that `tomli.loads` has accepted, so it is TOML 1.1. The scanner need not check
anything, and can tell a token by its looks: what stands before `=` is a key, whatever else stands
in brackets or after `=` is a value, and commas say no more than white space does. Only a header
looks like an array, so statements have a pattern of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotrack.locate.place import Extent, Located
from negotrack.locate.tree import Node, Places, Tree

# Everything that repeats is possessive (`*+`): it never needs to give back what it took, and
# keeps no record of how it could, which would cost memory for every character of a long string.
_BASIC = r'"(?:[^"\\]++|\\.)*+"'
_LITERAL = r"'[^']*+'"
# A string of several lines ends at the first three quotes, but may have two of its own before.
_LONG_BASIC = r'"""(?:[^"\\]++|\\.|""?(?!"))*+"{3,5}+'
_LONG_LITERAL = r"'''(?:[^']++|''?(?!'))*+'{3,5}+"
# Of all plain values only a date with its time has a space inside.
_PLAIN = r"[^\s,\]}#]++(?: [0-9][^\s,\]}#]*+)?+"

_FILL = r"(?:[ \t\r\n,]++|#[^\n]*+)*+"
_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_KEY = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"
_NAMING = rf"(?P<key>{_KEY})[ \t]*+="

_PARTS = re.compile(_PART)
_STATEMENT = re.compile(
    rf"{_FILL}(?:{_NAMING}|(?P<header>\[\[?+[ \t]*+{_KEY}[ \t]*+\]\]?+))",
    re.DOTALL,
)
_TOKEN = re.compile(
    rf"{_FILL}(?:{_NAMING}"
    rf"|(?P<value>(?P<open>[\[{{])|{_LONG_BASIC}|{_LONG_LITERAL}|{_BASIC}|{_LITERAL}|{_PLAIN})"
    r"|(?P<close>[\]}]))",
    re.DOTALL,
)

_ESCAPE = r"\\(?:x..|u.{4}|U.{8}|.)"
_ESCAPES = re.compile(_ESCAPE)
_SHORT = dict(zip('btnfre"\\', '\b\t\n\f\r\x1b"\\', strict=True))

_NEWLINE = re.compile(r"\r?\n")
_LITERAL_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)
_BASIC_CHARACTER = re.compile(
    rf"(?P<nothing>\\[ \t]*+\r?\n[ \t\r\n]*+)|{_ESCAPE}|\r\n|.",
    re.DOTALL,
)


def locate(text: str) -> Places:
    r"""Where each value of a TOML text stands, and its key, by its path in the parsed data.

    The paths are those of what `tomli.loads` makes of the text. The extents count the text as it
    is given, CRLF as two. A value that is written out stands where its literal does: strings with
    their quotes, arrays and inline tables with their brackets. As for the others:

    - The root is the whole text.
    - A table with a header, or an element of an array of tables, stands at its header, brackets
      included; its key is the last part of the header's key.
    - An array of tables stands at the header of its first element, with the same key.
    - A table without a header, only implied by longer keys, has the part that names it in the
      first of these, both as key and as value.

    What comes of a text that `tomli.loads` refuses is not defined.

    Examples:
        >>> places = locate("ids = [7, 12]\n[a.b]")
        >>> places["ids", 1]
        Located(key=None, value=Extent(start=10, end=12))
        >>> places["a", "b"]
        Located(key=Extent(start=17, end=18), value=Extent(start=14, end=19))
        >>> places["a",]
        Located(key=Extent(start=15, end=16), value=Extent(start=15, end=16))
    """
    tree = Tree(Node("", Located(None, Extent(0, len(text)))))
    position = 0
    while token := (_TOKEN if tree.awaits_value else _STATEMENT).match(text, position):
        position = token.end()
        if token["key"]:
            *above, (name, key) = _parts(text, Extent(*token.span("key")))
            tree.name(_reach(tree.open[-1], above), name, key)
        elif token.lastgroup == "header":
            tree.open = [_section(text, tree.root, Extent(*token.span("header")))]
        else:
            tree.take(token)
    return Places(tree.root)


def offsets(text: str, value: Extent) -> list[int]:
    r"""Where each character of the string at `value` is written, and last where it ends.

    There is one offset for each character that the string decodes to, and one more for the
    closing quote. A character runs to the next offset: an escape belongs to the character it
    stands for, a CRLF is one character, and a backslash at the end of a line belongs, with the
    white space it removes, to the character before.

    Examples:
        >>> offsets(r'x = "a\tb"', Extent(4, 10))
        [5, 6, 8, 9]
    """
    quote = text[value.start]
    width = 3 if text.startswith(quote * 3, value.start) else 1
    begin, closing = value.start + width, value.end - width
    # A newline right after the opening quotes is not part of the string.
    if newline := _NEWLINE.match(text, begin):
        begin = newline.end()
    pattern = _BASIC_CHARACTER if quote == '"' else _LITERAL_CHARACTER
    characters = pattern.finditer(text, begin, closing)
    # Only a basic string has what stands for no character, and the group for it.
    written = [found.start() for found in characters if found.lastgroup != "nothing"]
    return [*written, closing]


def _section(text: str, root: Node, header: Extent) -> Node:
    """The table that a header begins, in its place in the tree."""
    *above, (name, key) = _parts(text, header)
    place = Located(key, header)
    named = _reach(root, above).children.setdefault(name, Node(name, place))
    if text.startswith("[[", header.start):
        index = len(named.children)
        named.children[index] = Node(index, place)
        return named.children[index]
    # A longer key may have implied this table before; its own header is the better place.
    named.place = place
    return named


def _reach(table: Node, above: list[tuple[str, Extent]]) -> Node:
    """The table to which the parts of a key lead from another, each made if it is not there."""
    for name, part in above:
        table = table.children.setdefault(name, Node(name, Located(part, part)))
        # Only arrays have numbers for names: a key through an array of tables means its last.
        if 0 in table.children:
            table = table.children[len(table.children) - 1]
    return table


def _parts(text: str, key: Extent) -> Iterator[tuple[str, Extent]]:
    """Each part of a dotted key, decoded, and where it stands."""
    for part in _PARTS.finditer(text, key.start, key.end):
        yield _decode(part[0]), Extent(*part.span())


def _decode(part: str) -> str:
    """What a part of a key means: only in double quotes it can have escapes."""
    if part[0] == '"':
        return _ESCAPES.sub(_unescape, part[1:-1])
    return part[1:-1] if part[0] == "'" else part


def _unescape(escape: re.Match[str]) -> str:
    """The character that an escape stands for: by a letter, or else by its number."""
    code = escape[0][1:]
    return _SHORT.get(code) or chr(int(code[1:], 16))
