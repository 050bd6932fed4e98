"""Laws and examples for finding the places of a JSON text."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotrack.locate.json import Duplicate, duplicates, locate, offsets
from negotrack.locate.place import Extent, Located

T = TypeVar("T")

_ATOMS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.text('"\\/\b\f\n\r\t\x00\x7f\u2028é𝄞')
)
_KEYS = st.sampled_from(["", "a", "b", 'q"', "𝄞", "\n"]) | st.text(max_size=3)
_DATA = st.recursive(
    _ATOMS,
    lambda inner: (
        st.lists(inner, max_size=4)
        # Objects are tuples of pairs here, so that keys can repeat.
        | st.lists(st.tuples(_KEYS, inner), max_size=5).map(tuple)
    ),
    max_leaves=12,
)
_SHORT = {
    '"': '\\"',
    "\\": "\\\\",
    "/": "\\/",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}


def _space(style: Random) -> str:
    return style.choice(["", "", " ", "\n", "\r\n\t", "  "])


def _character(style: Random, character: str) -> str:
    written = [_SHORT[character]] if character in _SHORT else []
    if character >= " " and character not in '"\\':
        written.append(character)
    code = character.encode("utf-16-be").hex()
    escaped = "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))
    return style.choice([*written, escaped, escaped.upper().replace("\\U", "\\u")])


def _string(style: Random, value: str) -> str:
    return '"' + "".join(_character(style, character) for character in value) + '"'


def _json(style: Random, value: object) -> str:
    """The value as JSON text, with white space and escapes as the style has it."""
    if isinstance(value, str):
        return _string(style, value)
    if isinstance(value, list):
        brackets, items = "[]", [_json(style, item) for item in value]
    elif isinstance(value, tuple):
        brackets = "{}"
        pairs = [(_string(style, key), _json(style, item)) for key, item in value]
        items = [f"{key}{_space(style)}:{_space(style)}{item}" for key, item in pairs]
    else:
        return json.dumps(value)
    spaced = [_space(style) + item + _space(style) for item in items]
    return brackets[0] + _space(style) + ",".join(spaced) + brackets[1]


@st.composite
def _texts(draw: st.DrawFn) -> str:
    style = draw(st.randoms(use_true_random=True))
    return _space(style) + _json(style, draw(_DATA)) + _space(style)


def _by_path(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every value inside of a value, by its path."""
    yield path, value
    children = value.items() if isinstance(value, dict) else ()
    for name, child in enumerate(value) if isinstance(value, list) else children:
        yield from _by_path(child, (*path, name))


def _with_few_frames_left(left: int, call: Callable[[], T]) -> T:
    """What a call gives that is made this many frames before the recursion limit."""

    def descend(levels: int) -> T:
        return descend(levels - 1) if levels else call()

    return descend(sys.getrecursionlimit() - len(inspect.stack(0)) - left)


@given(_texts())
def test_paths_are_those_of_the_parsed_data(text: str) -> None:
    """Exactly the paths of what `json.loads` gives are located, in the same order."""
    assert list(locate(text)) == [path for path, _ in _by_path(json.loads(text))]


@given(_texts())
def test_text_of_a_value_parses_to_it(text: str) -> None:
    """The text under a value's extent alone parses to the value, and has no space around it."""
    places = locate(text)
    for path, value in _by_path(json.loads(text)):
        extent = places[path].value
        literal = text[extent.start : extent.end]
        assert literal == literal.strip()
        assert repr(json.loads(literal)) == repr(value)


@given(_texts())
def test_text_of_a_key_parses_to_it(text: str) -> None:
    """The text under a key's extent parses to the key; only members of objects have one."""
    for path, place in locate(text).items():
        if path and isinstance(path[-1], str):
            assert place.key is not None
            assert json.loads(text[place.key.start : place.key.end]) == path[-1]
        else:
            assert place.key is None


@given(_texts())
def test_text_between_offsets_decodes_to_the_character(text: str) -> None:
    """A string has an offset for each character and its end, and each stretch is a character."""
    places = locate(text)
    strings = {path: it for path, it in _by_path(json.loads(text)) if isinstance(it, str)}
    for path, value in strings.items():
        found = offsets(text, places[path].value)
        decoded = [json.loads(f'"{text[start:end]}"') for start, end in pairwise(found)]
        assert decoded == list(value)
        assert found[-1] == places[path].value.end - 1


@given(_texts())
def test_every_repeated_key_is_a_duplicate(text: str) -> None:
    """Each key beyond the first of its name in an object is found, with its place and the first."""
    missing: list[str] = []

    def count(pairs: list[tuple[str, object]]) -> None:
        names = [name for name, _ in pairs]
        missing.extend(name for at, name in enumerate(names) if name in names[:at])

    json.loads(text, object_pairs_hook=count)
    found = duplicates(text)
    assert sorted(str(repeat.path[-1]) for repeat in found) == sorted(missing)
    for repeat in found:
        first = json.loads(text[repeat.first.start : repeat.first.end])
        again = json.loads(text[repeat.again.start : repeat.again.end])
        assert first == again == repeat.path[-1]
        assert repeat.first.end < repeat.again.start


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (" 7\n", {(): Located(None, Extent(1, 2))}),
        ("[]", {(): Located(None, Extent(0, 2))}),
        (
            '{"a" : [-1.5e+3]}',
            {
                (): Located(None, Extent(0, 17)),
                ("a",): Located(Extent(1, 4), Extent(7, 16)),
                ("a", 0): Located(None, Extent(8, 15)),
            },
        ),
        (
            '["}:", {"]": NaN}]',
            {
                (): Located(None, Extent(0, 18)),
                (0,): Located(None, Extent(1, 5)),
                (1,): Located(None, Extent(7, 17)),
                (1, "]"): Located(Extent(8, 11), Extent(13, 16)),
            },
        ),
    ],
)
def test_places_are_exact(text: str, places: dict[object, Located]) -> None:
    """The root is located without the space around it, the rest by literal, quotes included."""
    assert locate(text) == places


def test_last_of_duplicate_keys_is_located() -> None:
    """Of a key given twice only the last value is located, and nothing that the first held."""
    assert locate('{"a": {"b": 1}, "a": 2}') == {
        (): Located(None, Extent(0, 23)),
        ("a",): Located(Extent(16, 19), Extent(21, 22)),
    }


def test_duplicates_name_path_and_both_places() -> None:
    """A key given three times gives two duplicates, both beside the first place of the key."""
    assert duplicates('[{"a":1,"\\u0061":2,"a":3}]') == [
        Duplicate((0, "a"), first=Extent(2, 5), again=Extent(8, 16)),
        Duplicate((0, "a"), first=Extent(2, 5), again=Extent(19, 22)),
    ]


def test_duplicates_are_found_in_values_that_are_forgotten() -> None:
    """A key that repeats inside a value that a later duplicate replaces is found as well."""
    found = duplicates('{"a": {"b": 1, "b": 2}, "a": {"b": 3}}')
    assert [repeat.path for repeat in found] == [("a", "b"), ("a",)]


def test_same_key_in_two_objects_is_no_duplicate() -> None:
    """Objects beside and inside each other share no keys."""
    assert duplicates('[{"a": {"a": 1}}, {"a": 2}]') == []


def test_offsets_step_over_escapes() -> None:
    """A short escape, a surrogate pair and a lone surrogate are one character each."""
    text = r'"\"x\ud834\udd1E\ud834z"'
    assert offsets(text, Extent(0, len(text))) == [1, 3, 4, 16, 22, 23]


def test_offsets_of_an_empty_string_are_its_end() -> None:
    """An empty string has no offset but that of its closing quote."""
    assert offsets('[""]', Extent(1, 3)) == [2]


@pytest.mark.parametrize("left", [500, 40])
def test_deep_nesting_is_located(left: int) -> None:
    """Arrays as deep as `json.loads` accepts are located, also with few frames left."""
    depth = sys.getrecursionlimit() - len(inspect.stack(0)) - 20
    text = "[" * depth + "]" * depth
    json.loads(text)
    places = _with_few_frames_left(left, lambda: locate(text))
    assert places[(0,) * (depth - 1)] == Located(None, Extent(depth - 1, depth + 1))
    assert _with_few_frames_left(left, lambda: duplicates(text)) == []
