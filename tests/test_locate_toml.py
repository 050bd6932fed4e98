"""Laws and examples for finding the places of a TOML text."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from random import Random
from typing import TypeVar

import pytest
import tomli
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from negotrack.locate.place import Extent, Located
from negotrack.locate.toml import locate, offsets

T = TypeVar("T")
Table = dict[str, object]

_ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=-3, minutes=-30))])
_TEXTS = st.text() | st.text("\"'\\ \n\t\b\f\r\x1b\x00\x7f\x85\u2028é𝄞#,]}=")
_ATOMS = (
    st.booleans()
    | st.integers()
    | st.floats()
    | _TEXTS
    | st.dates()
    # A text cannot tell the second of two equal hours from the first.
    | st.times().map(lambda moment: moment.replace(fold=0))
    | st.datetimes(timezones=_ZONES).map(lambda moment: moment.replace(fold=0))
)
_TRICKY_KEYS = ["a", "b", "c", "-", "1", "", "a.b", "'", '"', "true", "\n", "𝄞"]
_KEYS = st.sampled_from(_TRICKY_KEYS) | st.text(max_size=3)
_VALUES = st.recursive(
    _ATOMS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(_KEYS, inner, max_size=4)
        | st.lists(st.dictionaries(_KEYS, inner, max_size=3), min_size=1, max_size=3)
    ),
    max_leaves=12,
)
_TABLES: st.SearchStrategy[Table] = st.dictionaries(_KEYS, _VALUES, max_size=5)
_SHORT = {
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\x1b": "\\e",
}


@frozen
class Printer:
    """Prints data as TOML, each part in a way that chance picks among all that TOML allows."""

    chance: Random

    def document(self, table: Table) -> str:
        """The table as a whole text, with or without a newline at the end."""
        own, chunks = self._split(table, ())
        return own + "".join(chunks) + self._maybe(self._blank() + "# end")

    def _maybe(self, text: str) -> str:
        return self.chance.choice(["", text])

    def _blank(self) -> str:
        return self.chance.choice(["", "", " ", "\t", "  "])

    def _newline(self) -> str:
        return self.chance.choice(["\n", "\r\n"])

    def _comment(self) -> str:
        return self._blank() + self._maybe("# [x] = \"'''é, }]")

    def _end(self) -> str:
        """The end of a statement, perhaps with lines after it that say nothing."""
        return self._comment() + self._newline() + self._maybe(self._comment() + self._newline())

    def _fill(self) -> str:
        """What may stand between the items of an array or an inline table."""
        return self._blank() + self._maybe(self._end()) + self._blank()

    def _split(self, table: Table, path: tuple[str, ...]) -> tuple[str, list[str]]:
        """The statements of a table, and the chunks of text with headers that go on with it."""
        own: Table = {}
        chunks: list[str] = []
        for name, value in table.items():
            below = (*path, name)
            if isinstance(value, dict) and self.chance.random() < 0.6:
                chunks += self._table(value, below)
            elif _is_array_of_tables(value) and self.chance.random() < 0.7:
                assert isinstance(value, list)
                chunks.append("".join(self._element(element, below) for element in value))
            else:
                own[name] = value
        self.chance.shuffle(chunks)
        return "".join(pair + self._end() for pair in self._pairs(own)), chunks

    def _table(self, table: Table, path: tuple[str, ...]) -> list[str]:
        own, chunks = self._split(table, path)
        if own or not chunks or self.chance.random() < 0.5:
            chunks.append(self._header("[", path, "]") + own)
        return chunks

    def _element(self, table: Table, path: tuple[str, ...]) -> str:
        own, chunks = self._split(table, path)
        return self._header("[[", path, "]]") + own + "".join(chunks)

    def _header(self, opening: str, path: tuple[str, ...], closing: str) -> str:
        inside = self._blank() + self._dotted(path) + self._blank()
        return self._blank() + opening + inside + closing + self._end()

    def _dotted(self, path: tuple[str, ...]) -> str:
        dots = [self._blank() + "." + self._blank() for _ in path]
        parts = [self._key(name) + dot for name, dot in zip(path, [*dots[1:], ""], strict=True)]
        return "".join(parts)

    def _pairs(self, table: Table) -> list[str]:
        """The pairs of a table, those of its tables perhaps among them with dotted keys."""
        pairs = [
            self._blank() + self._dotted(path) + self._blank() + "=" + self._blank() + value
            for path, value in self._flat(table)
        ]
        self.chance.shuffle(pairs)
        return pairs

    def _flat(self, table: Table) -> Iterator[tuple[tuple[str, ...], str]]:
        for name, value in table.items():
            if isinstance(value, dict) and value and self.chance.random() < 0.5:
                yield from (((name, *path), printed) for path, printed in self._flat(value))
            else:
                yield (name,), self._value(value)

    def _value(self, value: object) -> str:
        if isinstance(value, str):
            return self._string(value)
        if isinstance(value, list):
            return self._bracketed("[", [self._value(item) for item in value], "]")
        if isinstance(value, dict):
            return self._bracketed("{", self._pairs(value), "}")
        if isinstance(value, datetime):
            return value.isoformat(self.chance.choice("Tt "))
        if isinstance(value, date | time):
            return value.isoformat()
        return str(value).lower()

    def _bracketed(self, opening: str, items: list[str], closing: str) -> str:
        filled = [self._fill() + item + self._fill() for item in items]
        comma = self._maybe("," + self._fill()) if items else self._fill()
        return opening + ",".join(filled) + comma + closing

    def _key(self, name: str) -> str:
        bare = [name] if re.fullmatch("[A-Za-z0-9_-]+", name) else []
        return self.chance.choice([*bare, *self._literal(name), self._basic(name)])

    def _string(self, value: str) -> str:
        styles = [*self._literal(value), *self._long_literal(value)]
        return self.chance.choice([*styles, self._basic(value), self._long_basic(value)])

    def _literal(self, value: str) -> list[str]:
        return [] if re.search(r"['\x00-\x08\x0a-\x1f\x7f]", value) else [f"'{value}'"]

    def _long_literal(self, value: str) -> list[str]:
        if re.search(r"'''|[\x00-\x08\x0b-\x1f\x7f]", value):
            return []
        lines = self._newline().join(value.split("\n"))
        return [f"'''{self._newline()}{lines}'''"]

    def _basic(self, value: str) -> str:
        return '"' + "".join(self._character(character) for character in value) + '"'

    def _character(self, character: str, also: str = "") -> str:
        code = ord(character)
        ways = [f"\\U{code:08x}", *([f"\\u{code:04X}"] * (code < 0x10000))]
        ways += [f"\\x{code:02x}"] * (code < 0x100)
        ways += [_SHORT[character]] if character in _SHORT else []
        if character in also or not re.match(r'["\\\x00-\x08\x0a-\x1f\x7f]', character):
            ways += [character] * 4
        return self.chance.choice(ways)

    def _long_basic(self, value: str) -> str:
        """With newlines, quotes of its own, and line-ending backslashes before what is no space."""
        written = self._maybe(self._newline())
        for character in value:
            if self.chance.random() < 0.1:
                end = self._blank() + self._newline()
                written += "\\" + end + self._maybe(end) + self._blank()
            folded = re.search(r"\\[ \t]*\r?\n[ \t\r\n]*\Z", written)
            if character in " \t\n" and (folded or not written):
                written += f"\\u{ord(character):04x}"
            elif character == "\n":
                written += self.chance.choice([self._newline(), "\\n"])
            else:
                written += self._character(character, also="" if written[-2:] == '""' else '"')
        return f'"""{written}"""'


def _is_array_of_tables(value: object) -> bool:
    return isinstance(value, list) and {type(item) for item in value} == {dict}


@st.composite
def _documents(draw: st.DrawFn) -> str:
    """TOML texts; that the printer printed the data that it was given is checked on the way."""
    data = draw(_TABLES)
    text = Printer(draw(st.randoms(use_true_random=True))).document(data)
    assert _comparable(tomli.loads(text)) == _comparable(data)
    return text


def _comparable(value: object) -> object:
    """What is the same for the same data, however its tables are ordered; nan is the same."""
    if isinstance(value, dict):
        return sorted((name, _comparable(item)) for name, item in value.items())
    return [_comparable(item) for item in value] if isinstance(value, list) else repr(value)


def _by_path(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every value inside of a value, by its path."""
    yield path, value
    children = value.items() if isinstance(value, dict) else ()
    for name, child in enumerate(value) if isinstance(value, list) else children:
        yield from _by_path(child, (*path, name))


def _slice(text: str, extent: Extent | None) -> str:
    assert extent is not None
    return text[extent.start : extent.end]


def _literals(text: str) -> Iterator[tuple[str, object]]:
    """Each value that is written out, as it is written and as it is parsed."""
    places = locate(text)
    for path, value in _by_path(tomli.loads(text)):
        literal = _slice(text, places[path].value)
        in_brackets = isinstance(value, dict) and literal[:1] != "{"
        by_headers = _is_array_of_tables(value) and places[*path, 0].key is not None
        if not in_brackets and not by_headers:
            yield literal, value


def _with_few_frames_left(left: int, call: Callable[[], T]) -> T:
    """What a call gives that is made this many frames before the recursion limit."""

    def descend(levels: int) -> T:
        return descend(levels - 1) if levels else call()

    return descend(sys.getrecursionlimit() - len(inspect.stack(0)) - left)


@given(_documents())
def test_paths_are_those_of_the_parsed_data(text: str) -> None:
    """Exactly the paths of what `tomli.loads` gives are located, in the same order."""
    assert list(locate(text)) == [path for path, _ in _by_path(tomli.loads(text))]


@given(_documents())
def test_text_of_a_value_parses_to_it(text: str) -> None:
    """The text under the extent of a value that is written out parses alone to that value."""
    for literal, value in _literals(text):
        assert repr(tomli.loads(f"x = {literal}")) == repr({"x": value})


@given(_documents())
def test_text_of_a_key_parses_to_it(text: str) -> None:
    """The text under a key's extent parses to the key; elements of an array bear the array's."""
    for path, place in locate(text).items():
        names = [name for name in path if isinstance(name, str)]
        if place.key is None:
            assert path == () or isinstance(path[-1], int)
        else:
            assert tomli.loads(f"{_slice(text, place.key)} = 0") == {names[-1]: 0}


@given(_documents())
def test_table_without_literal_is_at_its_header_or_key(text: str) -> None:
    """A table not written out has a header that parses to its names, or only the key as place."""
    places = locate(text)
    for path, value in _by_path(tomli.loads(text)):
        place = places[path]
        written = _slice(text, place.value)
        if path and isinstance(value, dict) and written[0] == "[":
            names = [name for name in path if isinstance(name, str)]
            bare = written.strip("[]")
            assert _names(tomli.loads(f"[{bare}]")) == names
            assert place.key is not None
            assert _slice(text, Extent(place.key.end, place.value.end)).strip(" \t") in {"]", "]]"}
        elif path and isinstance(value, dict) and written[0] != "{":
            assert place.key == place.value


def _names(nested: Table) -> list[str]:
    """The keys of tables that hold nothing but one table each, outermost first."""
    names: list[str] = []
    while nested:
        (name, inner) = next(iter(nested.items()))
        assert isinstance(inner, dict)
        names, nested = [*names, name], inner
    return names


@given(_documents())
def test_text_between_offsets_decodes_to_the_character(text: str) -> None:
    """A string has an offset for each character and its end, and each stretch is a character."""
    for literal, value in _literals(text):
        if isinstance(value, str):
            found = offsets(f"x = {literal}", Extent(4, 4 + len(literal)))
            quotes = literal[0] * 3
            decoded = [
                tomli.loads(f"x = {quotes}\n{f'x = {literal}'[start:end]}{quotes}")["x"]
                for start, end in pairwise(found)
            ]
            assert decoded == list(value)
            assert literal[found[-1] - 4 :] in {literal[0], quotes}


def _slices(text: str) -> dict[tuple[str | int, ...], tuple[str | None, str]]:
    """The text of the key and of the value for each path below the root of a valid text."""
    tomli.loads(text)
    return {
        path: (_slice(text, place.key) if place.key else None, _slice(text, place.value))
        for path, place in locate(text).items()
        if path
    }


@pytest.mark.parametrize(
    "literal",
    [
        '"a # \\" b"',
        "'a # \\'",
        '""',
        "''",
        '"""a""b\\"""c"""',
        '"""\na"""""',
        '""""""',
        '"""\\""""""',
        "'''\r\n'a''b'''''",
        "1979-05-27 07:32:00.5-07:00",
        "1979-05-27T07:32",
        "1979-05-27",
        "07:32",
        "-inf",
        "nan",
        "+1_000.5e-3",
        "0xFF",
        "true",
        "[]",
        "[ 'a', [ # ]\n 1.1 ,2, ] ]",
        "{ }",
        "{ a . 'b' = 1, # }\r\n c = [{}] , }",
    ],
)
@pytest.mark.parametrize("after", ["", " ", "\n", "\r\nx = 1", "#]", " # 1 \n[x]"])
def test_literal_ends_where_it_ends(literal: str, after: str) -> None:
    """A value of any kind is located without what may follow it."""
    text = f"k = {literal}{after}"
    tomli.loads(text)
    assert locate(text)["k",] == Located(Extent(0, 1), Extent(4, 4 + len(literal)))


@pytest.mark.parametrize("text", ["", "\r\n", " # only\n\t# comments"])
def test_root_is_the_whole_text(text: str) -> None:
    """A text that holds nothing has a root still."""
    assert locate(text) == {(): Located(None, Extent(0, len(text)))}


def test_offsets_in_the_text_count_crlf_as_two() -> None:
    """Extents are in the text as given, though the parser sees one newline for CRLF."""
    text = "# one\r\n\r\nx = '''a\r\nb'''\r\ny = 2"
    assert locate(text)["y",] == Located(Extent(25, 26), Extent(29, 30))


def test_dotted_key_implies_tables_at_its_parts() -> None:
    """A table made by a dotted key alone is at the part of the first key that names it."""
    text = "a . \"b\\u002e\" .'c' = 1\na.x = 2"
    assert _slices(text) == {
        ("a",): ("a", "a"),
        ("a", "b."): ('"b\\u002e"', '"b\\u002e"'),
        ("a", "b.", "c"): ("'c'", "1"),
        ("a", "x"): ("x", "2"),
    }
    assert locate(text)["a",].value == Extent(0, 1)


def test_dotted_key_in_an_inline_table() -> None:
    """Inside of an inline table keys imply tables as they do outside."""
    assert _slices("x = [{a.b = 1,\n a.c = {}}]") == {
        ("x",): ("x", "[{a.b = 1,\n a.c = {}}]"),
        ("x", 0): (None, "{a.b = 1,\n a.c = {}}"),
        ("x", 0, "a"): ("a", "a"),
        ("x", 0, "a", "b"): ("b", "1"),
        ("x", 0, "a", "c"): ("c", "{}"),
    }


def test_number_with_a_dot_is_no_key() -> None:
    """A dotted key of digits and a float look alike, and only `=` tells them apart."""
    assert _slices("1.2 = 3.4") == {("1",): ("1", "1"), ("1", "2"): ("2", "3.4")}


def test_array_of_arrays_is_no_header() -> None:
    """An array alone on its line inside another is not taken for a header."""
    assert _slices("x = [\n[[1]],\n['y']\n]")["x", 1, 0] == (None, "'y'")


def test_header_is_the_place_of_its_table() -> None:
    """A table has its header for place, also if a longer header implied it before."""
    assert _slices("[ a . b ] # c\nx = 1\n[a]\n[ c.d ]") == {
        ("a",): ("a", "[a]"),
        ("a", "b"): ("b", "[ a . b ]"),
        ("a", "b", "x"): ("x", "1"),
        ("c",): ("c", "c"),
        ("c", "d"): ("d", "[ c.d ]"),
    }


def test_headers_go_on_with_the_last_element_of_an_array() -> None:
    """Each element is at its header, the array at its first; subtables belong to the last."""
    text = "[[r]]\n[r.m]\n[[ r ]]\n[[r.s]]\nx = 1\n[[r . s]]\n[r.s.m]\ny.z = 2"
    assert _slices(text) == {
        ("r",): ("r", "[[r]]"),
        ("r", 0): ("r", "[[r]]"),
        ("r", 0, "m"): ("m", "[r.m]"),
        ("r", 1): ("r", "[[ r ]]"),
        ("r", 1, "s"): ("s", "[[r.s]]"),
        ("r", 1, "s", 0): ("s", "[[r.s]]"),
        ("r", 1, "s", 0, "x"): ("x", "1"),
        ("r", 1, "s", 1): ("s", "[[r . s]]"),
        ("r", 1, "s", 1, "m"): ("m", "[r.s.m]"),
        ("r", 1, "s", 1, "m", "y"): ("y", "y"),
        ("r", 1, "s", 1, "m", "y", "z"): ("z", "2"),
    }


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        ('""', [1]),
        (r'"a\x41\u0041\U0001D11E\e"', [1, 2, 6, 12, 22, 24]),
        (r"'a\n'", [1, 2, 3, 4]),
        ('"""\r\na\r\nb"""', [5, 6, 8, 9]),
        ("'''\na\r\n'''''", [4, 5, 7, 8, 9]),
        ('"""\n\n"""', [4, 5]),
        ('"""\\ \r\n\r\n\t a\\\n b\\\n"""', [11, 15, 18]),
        ('""""a"""""', [3, 4, 5, 6, 7]),
    ],
)
def test_offsets_are_where_the_characters_are_written(literal: str, expected: list[int]) -> None:
    """Escapes, CRLF, a trimmed newline and line-ending backslashes are stepped over whole."""
    assert offsets(f"x={literal}", Extent(2, 2 + len(literal))) == [at + 2 for at in expected]


@pytest.mark.parametrize("left", [500, 40])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{0=", "}")])
def test_deep_nesting_is_located(left: int, opening: str, closing: str) -> None:
    """Values as deep as `tomli.loads` accepts are located, also with few frames left."""
    depth = 400
    text = "x = " + opening * depth + "7" + closing * depth
    tomli.loads(text)
    places = _with_few_frames_left(left, lambda: locate(text))
    assert len(places) == depth + 2
    assert _slice(text, list(places.values())[-1].value) == "7"


def test_keys_of_many_parts_are_located() -> None:
    """Keys and headers of as many parts as `tomli.loads` accepts are located."""
    parts = ".".join(["a"] * 1000)
    text = f"[{parts}]\n{parts} = 7"
    tomli.loads(text)
    places = _with_few_frames_left(40, lambda: locate(text))
    assert _slice(text, places[("a",) * 2000].value) == "7"
