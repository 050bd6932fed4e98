"""What do people and programs do to dossiers that breaks them?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import tomli
import tomli_w
from hypothesis import strategies as st

from negotrack import dumps, load
from records import Path as DataPath
from records import complete, replaced

SEEDS = sorted(Path(__file__).parents[1].glob("seeds/*.toml"))
_TALKS = [complete(), *(load(seed) for seed in SEEDS)]
_TOML = [*(seed.read_text() for seed in SEEDS), *map(dumps, _TALKS)]
_JSON = [dumps(talks, "json") for talks in _TALKS]

DOSSIERS = [*(("talks.toml", text) for text in _TOML), *(("talks.json", text) for text in _JSON)]
"""Real dossiers, and one with every field, in both formats: the name of a file, and its text."""

TREES = [json.loads(text) for text in _JSON]
"""The same as plain data."""

_TOKEN = re.compile(r'"""|"(?:[^"\\\n]|\\.)*"|[\w.-]+|\s+|.')
_WORDS = [
    '"', '"""', "'", "[", "]", "[[", "]]", "{", "}", ",", "=", ":", "#", "\\", "\\u12", "\n", "\r", "\x00", "-",
    "null", "true", "nan", "1e999", "0x10", "2022-13-01", "12:30", "[rounds]", "[[parties]]", "title = 3", '"id":',
]  # fmt: skip

_VALUES: Sequence[Any] = [
    *(3, -1, 0, 2.5, float("inf"), True, False, 2**70),
    *("", " ", "text", "no", "Bad Id", "cease_fire", "accept", "if", "a", "A", "\u202e", "nul\0", "soon"),
    *(
        "2022-13",
        "2022-02-30",
        "2022/2021",
        "2022-10~",
        "2022-10-31",
        "a accepts a",
        "a likes a",
        "a reserves a",
    ),
    *("agreed", "withdrawn", "all", "most", "3/5", "1/0", "consensus", "bloc", "mediator", "own", "start"),
    *(
        [],
        {},
        [[]],
        [3],
        ["a"],
        ["Bad Id"],
        [{}],
        {"a": "a"},
        {"a": {}},
        {"a": 3},
        {"A": "a"},
        {"says": "a accepts a"},
    ),
    *({"id": "a"}, {"party": "a"}, {"needs": 0}, {"needs": "1/2"}, {"title": "T"}, {"\0": "b"}),
]
_OF_TOML: Sequence[Any] = [date(2022, 10, 31), datetime(2022, 10, 31, 12, 30)]  # noqa: DTZ001 - a local time
_OF_JSON: Sequence[Any] = [None, float("nan"), "\ud800"]
_KEYS = [
    "titel",
    "title",
    "name",
    "id",
    "note",
    "members",
    "says",
    "text",
    "A b",
    "accept",
    "a",
    "z",
    "",
    "\0",
    "\u202e",
]


def damaged() -> st.SearchStrategy[tuple[str, str]]:
    """Give the name of a file and what is left of a dossier in it. Shrinks towards little damage."""
    return damaged_text() | damaged_data() | damaged_data()


@st.composite
def damaged_text(draw: st.DrawFn) -> tuple[str, str]:
    """Damage a text as a slip of the hand does: lines and words are lost, repeated, swapped, put in, cut off."""
    file, text = draw(st.sampled_from(DOSSIERS))
    for _ in range(draw(st.integers(1, 3))):
        parts = text.splitlines(keepends=True) if draw(st.booleans()) else _TOKEN.findall(text)
        at = draw(st.integers(0, max(0, len(parts) - 1)))
        part = parts[at] if parts else ""
        other = draw(st.sampled_from(parts or [""]) | st.sampled_from(_WORDS))
        parts[at : at + 1] = draw(
            st.sampled_from([[], [part, part], [part, other], [other], [part[: len(part) // 2]]])
        )
        text = "".join(parts)
    return file, text


@st.composite
def damaged_data(draw: st.DrawFn) -> tuple[str, str]:
    """Damage what a text says: values are replaced by others of any type, keys are lost, renamed and put in."""
    file, text = draw(st.sampled_from(DOSSIERS))
    is_json = file.endswith("json")
    data = json.loads(text) if is_json else tomli.loads(text)
    values = st.sampled_from([*_VALUES, *(_OF_JSON if is_json else _OF_TOML)])
    for _ in range(draw(st.integers(1, 3))):
        data = _damaged(draw, data, values) or {"title": "T"}
    return file, json.dumps(data) if is_json else tomli_w.dumps(data)


def _damaged(draw: st.DrawFn, data: Any, values: st.SearchStrategy[Any]) -> Any:
    path, other = (draw(st.sampled_from(list(_paths(data)))) for _ in range(2))
    above, key = path[:-1], draw(st.sampled_from(_KEYS))
    match draw(st.sampled_from(["value", "value", "another", "lost", "renamed", "added"])):
        case "value":
            return replaced(data, path, draw(values))
        case "another":
            return replaced(data, path, _at(data, other))
        case "lost":
            return _without(data, path)
        case "renamed" if isinstance(path[-1], str):
            return _without(replaced(data, (*above, key), _at(data, path)), path)
        case _ if isinstance(path[-1], str):
            return replaced(data, (*above, key), draw(values))
        case _:
            return replaced(data, above, [*_at(data, above), draw(values)])


@st.composite
def with_value(draw: st.DrawFn, data: Any, value: Any) -> Any:
    """Put a value somewhere into plain data: in place of another, or, a text, as a key. Shrinks towards the start."""
    path = draw(st.sampled_from(list(_paths(data))))
    if isinstance(value, str) and isinstance(path[-1], str) and draw(st.booleans()):
        return _without(replaced(data, (*path[:-1], value), _at(data, path)), path)
    return replaced(data, path, value)


def _paths(data: Any, path: DataPath = ()) -> Iterator[DataPath]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield (*path, step)
        yield from _paths(value, (*path, step))


def _at(data: Any, path: DataPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _without(data: Any, path: DataPath) -> Any:
    above, last = _at(data, path[:-1]), path[-1]
    if isinstance(above, dict):
        return replaced(data, path[:-1], {key: value for key, value in above.items() if key != last})
    return replaced(data, path[:-1], [value for index, value in enumerate(above) if index != last])
