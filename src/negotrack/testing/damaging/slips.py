"""What becomes of a dossier that somebody, or some program, lays hands on without a look at what it means?"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from negotrack.origin import FileFormat
from negotrack.testing.damaging.trees import at, paths, renamed, replaced, without
from negotrack.testing.drawing import Dice

_TOKEN = re.compile(r'"""|"(?:[^"\\\n]|\\.)*"|[\w.-]+|\s+|.')


def slipped_text(dice: Dice, text: str) -> str:
    """Lose, repeat, swap or cut off a line or a word of a text, or put another in."""
    parts = _TOKEN.findall(text) if dice.chance(2) else text.splitlines(keepends=True)
    if not parts:
        return text
    place = dice.number(len(parts) - 1)
    part, other = parts[place], dice.pick(parts) if dice.chance(2) else dice.pick(_WORDS)
    slip = dice.pick(([], [part, part], [part, other], [other], [part[: len(part) // 2]]))
    return "".join([*parts[:place], *slip, *parts[place + 1 :]])


_WORDS = (
    '"', '"""', "'", "[", "]", "[[", "]]", "{", "}", ",", "=", ":", "#", "\\", "\\u12", "\n", "\r", "\x00", "-",
    "null", "true", "nan", "1e999", "0x10", "2022-13-01", "12:30", "[rounds]", "[[parties]]", "title = 3", '"id":',
)  # fmt: skip


def slipped_data(dice: Dice, data: dict[str, Any], format_: FileFormat) -> dict[str, Any]:
    """Replace a value in plain data by another, lose or rename a key, or put one in."""
    return _slipped(dice, data, (*_VALUES, *_OF_FORMAT[format_])) or {"title": "T"}


def _slipped(dice: Dice, data: Any, values: Sequence[Any]) -> Any:
    places = list(paths(data))
    path = dice.pick(places)
    above, is_key = path[:-1], isinstance(path[-1], str)
    match dice.number(5):
        case 0:
            return without(data, path)
        case 1 | 2:
            return replaced(data, path, dice.pick(values))
        case 3:
            return replaced(data, path, at(data, dice.pick(places)))
        case 4 if is_key:
            return renamed(data, path, dice.pick(_KEYS))
        case _ if is_key:
            return replaced(data, (*above, dice.pick(_KEYS)), dice.pick(values))
        case _:
            return replaced(data, above, [*at(data, above), dice.pick(values)])


_VALUES: Sequence[Any] = (
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
    *([], {}, [[]], [3], ["a"], ["Bad Id"], [{}], {"a": "a"}, {"a": {}}, {"a": 3}, {"A": "a"}),
    *({"says": "a accepts a"}, {"id": "a"}, {"party": "a"}, {"needs": 0}, {"needs": "1/2"}, {"title": "T"}),
    {"\0": "b"},
)
_OF_FORMAT: Mapping[FileFormat, Sequence[Any]] = {
    FileFormat.TOML: (date(2022, 10, 31), datetime(2022, 10, 31, 12, 30)),  # noqa: DTZ001 - a local time
    FileFormat.JSON: (None, float("nan"), "\ud800"),
}
_KEYS = (
    "titel", "title", "name", "id", "note", "members", "says", "text", "A b", "accept", "a", "z", "", "\0", "\u202e",
)  # fmt: skip
