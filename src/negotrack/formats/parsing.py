"""What does a text say as data, in TOML or JSON?"""

import re
from contextlib import nullcontext

from negotrack.errors import Unreadable
from negotrack.origin import FileFormat, Origin
from negotrack.work import Work, undivided

_DEEP = 100
"""How many brackets in one another are called too many, where a parser gave up; a dossier needs eight."""
LONG = 10**7
"""How many characters of TOML take about a second to parse, in one step; of JSON it would be twenty times as many."""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_DEEP}}}")
_TOKENS = re.compile(
    r"""\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|(?P<number>[0-9][0-9_]{4299,}+)|(?P<bracket>[][{}])""",
    re.DOTALL,
)
"""Strings and comments, and between them brackets, and numbers that are too long to read."""


def parsed(origin: Origin) -> object:
    """Give the plain data of a text.

    Raises:
        Unreadable: the text is empty, or is not in the format; the first fault is reported. In JSON, keys given twice
            are faults, and all of them are reported.
    """
    if not origin.text.strip():
        raise _no_data(origin, "the file is empty", 0, 'a dossier starts with `title = "..."`')
    try:
        return _from_json(origin) if origin.format is FileFormat.JSON else _from_toml(origin)
    except RecursionError:
        raise _no_data(origin, "values are nested too deeply here", _too_deep(origin.text)) from None


def _from_toml(origin: Origin) -> object:
    import tomli  # noqa: PLC0415 - a dossier in JSON needs none

    try:
        with undivided(Work.PARSING) if len(origin.text) > LONG else nullcontext():
            return tomli.loads(origin.text)
    except tomli.TOMLDecodeError as error:
        from negotrack.formats import slips  # noqa: PLC0415 - wanted for an error only

        offset = origin.offset(error.lineno, error.colno)
        message = f"this cannot be read as TOML: {slips.message(error, origin)}"
        raise _no_data(origin, message, offset, slips.hint(error, origin)) from None
    except ValueError:
        raise _too_many_digits(origin) from None


def _from_json(origin: Origin) -> object:
    import json  # noqa: PLC0415 - a dossier in TOML needs none

    has_twins = False

    def table(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal has_twins
        made = dict(pairs)
        has_twins = has_twins or len(made) < len(pairs)
        return made

    try:
        data: object = json.loads(origin.text, object_pairs_hook=table)
    except json.JSONDecodeError as error:
        raise _no_data(
            origin,
            f"this cannot be read as JSON: {error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')}",
            error.pos,
        ) from None
    except ValueError:
        raise _too_many_digits(origin) from None
    if has_twins:
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        raise faults.keys_given_twice(origin)
    return data


def _no_data(origin: Origin, message: str, offset: int, hint: str = "") -> Unreadable:
    from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

    return faults.no_data(origin, message, offset, hint)


def _too_many_digits(origin: Origin) -> Unreadable:
    numbers = (token for token in _TOKENS.finditer(origin.text) if token["number"])
    offset = next((number.start() for number in numbers), 0)
    return _no_data(origin, "this number has too many digits", offset)


def _too_deep(text: str) -> int:
    """Give where brackets are nested too deeply, or where the parts of a key are too many."""
    depth = 0
    for token in _TOKENS.finditer(text):
        if token["bracket"]:
            depth += 1 if token["bracket"] in "[{" else -1
            if depth > _DEEP:
                return token.start()
    long_key = _LONG_KEY.search(text)
    return long_key.start() if long_key else 0
