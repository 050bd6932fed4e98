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
        offset = origin.offset(error.lineno, error.colno)
        message = f"this is no TOML: {_in_our_words(error.msg)}"
        hint = _hint(error.msg, origin.line(error.lineno), error.colno)
        raise _no_data(origin, message, offset, hint) from None
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
        raise _no_data(origin, f"this is no JSON: {_in_our_words(error.msg)}", error.pos) from None
    except ValueError:
        raise _too_many_digits(origin) from None
    if has_twins:
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        raise faults.keys_given_twice(origin)
    return data


def _hint(message: str, line: str, column: int) -> str:
    """Say what to do about the commonest slips, by what TOML says of them and the line that broke."""
    at_fault = (found[1] for found in _BARE_DATE.finditer(line) if found.start(1) < column <= found.end() + 1)
    date = next(at_fault, "")
    if _FULL_DAY.fullmatch(date):
        return "there is no such day"
    if date:
        padded = re.sub(r"(?<![0-9])([0-9])(?![0-9])", r"0\1", date)
        return f'a date that is no single day goes in quotation marks: "{padded}"'
    if _CONFLICT.match(line):
        return "a merge in git is not settled: choose between the two versions, and take its marks away"
    if message == "Invalid value" and _CURLY.search(line):
        return "use straight quotation marks"
    return next((hint for start, hint in _SLIPS.items() if message.startswith(start)), "")


_CONFLICT = re.compile(r"<{7}|={7}|>{7}")
_BARE_DATE = re.compile(r"=\s*([0-9]{4}[-/~?][-0-9/~?]*)")
_FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURLY = re.compile("[\u2018-\u201f\u00ab\u00bb]")
_SLIPS = {
    "Invalid value": "a text goes in quotation marks",
    "Illegal character '\\n'": "the text does not end: a quotation mark is missing",
    "Unterminated string": "the text does not end: a quotation mark is missing",
    "Unclosed array": "a comma, a quotation mark or the closing bracket is missing here",
    "Unclosed inline table": "a comma or the closing brace is missing here, or a quotation mark in a text ended it",
    "Cannot mutate immutable namespace": "what is given as a list cannot be added to with [[...]] below",
}
"""How the messages of the parser begin, and what they mostly mean."""


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


def _dotted(names: re.Match[str]) -> str:
    """Give the parts of a key, which a parser lists as Python does, as a file writes them."""
    parts = [part[1:-1] for part in names[1].rstrip(",").split(", ")]
    return f"`{'.'.join(parts)}`"


def _in_our_words(message: str) -> str:
    """Give a parser's message as ours are worded: lower case at its start, keys as they are written."""
    if message == "Cannot overwrite a value":
        return "a key is given twice in one table"
    message = re.sub(r"\((['\"][^)]*)\)", _dotted, message)
    return (message[:1].lower() + message[1:]).removesuffix(" at")
