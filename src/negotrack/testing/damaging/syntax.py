"""What makes a text that can be read neither as TOML nor as JSON, or a dossier that is of a later format? NT001."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import tomli

from negotrack.origin import FileFormat
from negotrack.testing.damaging.sites import sites
from negotrack.testing.damaging.trees import replaced
from negotrack.testing.drawing import Dice
from negotrack.testing.writing.kinds import Form

Slip = Callable[[Dice, str], str]
"""What breaks a text."""


def unreadable_data(dice: Dice, data: dict[str, Any]) -> dict[str, Any]:
    """Give data that no text says in a way that can be read: of a later format, or with half of a character."""
    if not dice.chance(2):
        return {**data, "format": 2 + dice.number(3)}
    site = dice.pick([site for site in sites(data) if site.kind.form is Form.TEXT])
    half = dice.pick(("\ud800", "\udfff", "T\udc00\ud800"))
    made: dict[str, Any] = replaced(data, site.path, half)
    return made


def unreadable_text(dice: Dice, text: str, format_: FileFormat) -> str:
    """Give what is left of a text that could be read until somebody made a slip."""
    slipped = dice.pick(_SLIPS[format_])(dice, text)
    return text + _NO_END[format_] if _can_be_read(slipped) else slipped


_NO_END = {FileFormat.TOML: '\n"', FileFormat.JSON: "}"}
"""What makes any text unreadable that was readable before."""


def _can_be_read(text: str) -> bool:
    bare = text.removeprefix("\ufeff")
    is_json = bare.lstrip("\ufeff \t\r\n").startswith("{")
    try:
        json.loads(bare, object_pairs_hook=_without_twins) if is_json else tomli.loads(bare)
    except ValueError:
        return False
    return bool(bare.strip())


def _without_twins(pairs: list[tuple[str, object]]) -> None:
    """Refuse a table that gives a key twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError(pairs)


def _cut_off(dice: Dice, text: str) -> str:
    return text[: dice.number(max(0, len(text) - 2))]


def _sign_lost(dice: Dice, text: str) -> str:
    """Lose one of the signs that hold a text together."""
    places = [place for place, sign in enumerate(text) if sign in "\"'[]{}=:,"]
    at = dice.pick(places) if places else 0
    return text[:at] + text[at + 1 :]


def _line_twice(dice: Dice, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.number(len(lines) - 1)
    return "".join([*lines[:at], lines[at].rstrip() + "\n", *lines[at:]])


def _line_put_in(lines: Sequence[str]) -> Slip:
    def put_in(dice: Dice, text: str) -> str:
        before = text.splitlines(keepends=True)
        at = dice.number(len(before))
        return "".join([*before[:at], dice.pick(lines) + "\n", *before[at:]])

    return put_in


def _another_file(dice: Dice, _: str) -> str:
    return dice.pick(
        ("", " \n", "---\ntitle: Talks\n", "<!DOCTYPE html>\n<title>Talks</title>\n", "title;party\n", "[]")
    )


def _joined(dice: Dice, text: str) -> str:
    """Join what two files held, the mark of the second included, or what was behind the end of one."""
    return dice.pick(("\ufeff" + "\ufeff" + text, text + "\ufeff" + text, text + "\0"))


def _key_put_in(dice: Dice, text: str) -> str:
    """Put a key in JSON that is there already, or has a value that is none."""
    start, brace, rest = text.partition("{")
    return start + brace + dice.pick(_NO_JSON) + rest


_NO_JSON = (
    '"title": "T", ',
    '"note": None, ',
    '"note": "a" ',
    "note: 3, ",
    ", ",
    '// "note": 3\n',
    '"note" = 3, ',
)


def _in_python(_: Dice, text: str) -> str:
    return text.replace('"', "'")


def _comma_at_the_end(dice: Dice, text: str) -> str:
    at = dice.pick([place for place, sign in enumerate(text) if sign in "]}"])
    return text[:at] + "," + text[at:]


_NO_TOML = (
    "title = Talks",
    "title: Talks",
    'title = "Talks',
    "note = null",
    "red_line = yes",
    "note = \u201cTalks\u201d",
    "note = 'it's'",
    "date = 2022-13-01",
    "date = 2022-10",
    "date = 31.10.2022",
    "[rounds",
    "[[rounds]",
    "= 3",
    "note",
    "// a note",
    '"note": 3,',
    "statements = [",
    'tags = ["a" "b"]',
    'delegates = { union = "A" employer = "B" }',
    'note = "\\d"',
    "<<<<<<< HEAD",
    "n\u00f6te = 3",
    "a = 1, b = 2",
)
_SLIPS: Mapping[FileFormat, Sequence[Slip]] = {
    FileFormat.TOML: (
        _line_put_in(_NO_TOML),
        _line_put_in(_NO_TOML),
        _cut_off,
        _sign_lost,
        _line_twice,
        _another_file,
        _joined,
    ),
    FileFormat.JSON: (
        _key_put_in,
        _sign_lost,
        _cut_off,
        _comma_at_the_end,
        _in_python,
        _line_put_in(("<<<<<<< HEAD", "# a note", "// a note", ",")),
        _another_file,
        _joined,
    ),
}
