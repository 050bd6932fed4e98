"""What does a text say as data, in TOML or JSON?"""

import re

from negotrack.errors import Unreadable
from negotrack.origin import FileFormat, Origin

_DEEP = 100
"""How many brackets in one another are called too many, where a parser gave up; a dossier needs eight."""


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
        raise _no_data(origin, "brackets are nested too deeply", _too_deep(origin.text)) from None


def _from_toml(origin: Origin) -> object:
    import tomli  # noqa: PLC0415 - a dossier in JSON needs none

    try:
        return tomli.loads(origin.text)
    except tomli.TOMLDecodeError as error:
        offset = origin.offset(error.lineno, error.colno)
        raise _no_data(origin, f"this is no TOML: {_lowered(error.msg)}", offset) from None
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
        raise _no_data(origin, f"this is no JSON: {_lowered(error.msg)}", error.pos) from None
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
    found = re.search(r"[0-9_]{4300,}", origin.text)
    return _no_data(origin, "this number has too many digits", found.start() if found else 0)


def _too_deep(text: str) -> int:
    """Give where brackets, wherever they stand, are nested too deeply."""
    depth = 0
    for bracket in re.finditer(r"[][{}]", text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _DEEP:
            return bracket.start()
    return 0


def _lowered(message: str) -> str:
    """Begin a parser's message as ours begin."""
    return message[:1].lower() + message[1:]
