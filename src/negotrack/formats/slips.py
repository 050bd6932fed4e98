"""What is wrong where TOML finds a fault, and what was probably meant?"""

import re
from collections.abc import Iterator

import tomli

from negotrack.formats.shapes import keys
from negotrack.ids import suggest_id
from negotrack.misdated import date_meant
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.origin import Origin
from negotrack.visible import shortened


def message(error: tomli.TOMLDecodeError, origin: Origin) -> str:
    """Say what is wrong in words like ours: lower case at its start, keys as they are written."""
    inline = re.fullmatch("Duplicate inline table key '(.*)'", error.msg)
    if inline or error.msg == "Cannot overwrite a value":
        key = inline[1] if inline else _key_of(origin.line(error.lineno))
        what = f"the key `{shortened(key)}`" if key else "a key"
        return f"{what} is given twice in one table"
    if error.msg in _MESSAGES:
        return _MESSAGES[error.msg]
    told = re.sub(r"\((['\"][^)]*)\)", _dotted, error.msg)
    return (told[:1].lower() + told[1:]).removesuffix(" at")


def hint(error: tomli.TOMLDecodeError, origin: Origin) -> str:
    """Say what to do about the commonest slips, by what TOML says of them and the line that broke; or nothing."""
    return next(filter(None, _hints(error, origin)), "")


def _hints(error: tomli.TOMLDecodeError, origin: Origin) -> Iterator[str]:
    line = origin.line(error.lineno)
    yield _of_dates(line, error.colno)
    if _CONFLICT.match(line):
        yield "a merge in git is not settled: choose between the two versions, and take its marks away"
    if error.msg in {"Invalid value", "Unclosed array"} and _is_past_a_list(line, error, origin):
        yield "the closing bracket `]` of the list before this is missing"
    if error.msg == "Invalid value" and _CURLY.search(line):
        yield "use straight quotation marks"
    if error.msg.startswith(("Cannot declare", "Cannot overwrite")):
        yield _of_heads(line, error, origin)
    if error.msg.startswith("Expected '=' after a key"):
        yield _of_blanks(line)
    if error.msg.startswith(("Expected '=' after a key", "Invalid statement")):
        yield _of_letters(line)
    yield from (cure for start, cure in _CURES.items() if error.msg.startswith(start))


def _of_dates(line: str, column: int) -> str:
    at_fault = (found[1] for found in _BARE_DATE.finditer(line) if found.start(1) < column <= found.end() + 1)
    date = next(at_fault, "")
    if _FULL_DAY.fullmatch(date):
        return "there is no such day"
    words = _DATED.match(line)
    meant = date_meant(date or (words[1] if words else ""))
    if _FULL_DAY.fullmatch(meant):
        return f"a date is year, month and day: write {meant}"
    if meant:
        return f'a date that is no single day goes in quotation marks: "{meant}"'
    return 'a date is written as 2022-10-31, "2022-10", "2022" or "2022-10-31/2022-11-02"' if date else ""


def _is_past_a_list(line: str, error: tomli.TOMLDecodeError, origin: Origin) -> bool:
    """Tell whether a list that has not ended ran into the head of a table, or into the end of the text."""
    offset = origin.offset(error.lineno, error.colno)
    is_end = not origin.text[offset:].strip() and not origin.text[:offset].rstrip().endswith("=")
    head = _HEAD.fullmatch(line)
    return is_end or (head is not None and head[1].partition(".")[0] in keys(Negotiation))


def _of_heads(line: str, error: tomli.TOMLDecodeError, origin: Origin) -> str:
    """Say how a table goes on whose head is given a second time; nothing where the line is no head."""
    head = _HEAD.fullmatch(line)
    if not head:
        return ""
    if head[1] in {"rounds", "events"}:
        return f"each {head[1].removesuffix('s')} has its own head in double brackets: [[{head[1]}]]"
    before = (number for number in range(1, error.lineno) if _is_head_of(head[1], origin.line(number)))
    first = next(before, None)
    return f"add to the table [{head[1]}] that is there, in line {first}" if first else ""


def _is_head_of(key: str, line: str) -> bool:
    head = _HEAD.fullmatch(line)
    return head is not None and head[1] == key


def _of_blanks(line: str) -> str:
    words = _BLANKS.match(line)
    id_ = suggest_id(words[1]) if words else ""
    if not words or not id_:
        return ""
    key = "_".join(words[1].split())
    known = {key for record in (Demand, Round, Statement) for key in keys(record)}
    return f"a key has no blanks: `{key}`" if key in known else f"an id has no blanks: `{id_}`"


def _of_letters(line: str) -> str:
    """Say how an id is written that stands before a `=` with letters or signs that none has."""
    word = _WORD.match(line)
    id_ = suggest_id(word[1]) if word and not word[1].isascii() else ""
    return f"an id has lower-case letters, digits and hyphens: `{id_}`" if id_ else ""


def _key_of(line: str) -> str:
    """Give the key of a line that is a key with its value, or nothing."""
    pair = _PAIR.match(line)
    try:
        tomli.loads(line)
    except tomli.TOMLDecodeError:
        return ""
    return pair[1] if pair else ""


def _dotted(names: re.Match[str]) -> str:
    """Give the parts of a key, which a parser lists as Python does, as a file writes them."""
    parts = [part[1:-1] for part in names[1].rstrip(",").split(", ")]
    return f"`{'.'.join(parts)}`"


_CONFLICT = re.compile(r"<{7}|={7}|>{7}")
_BARE_DATE = re.compile(r"=\s*([0-9]{4}[-/~?][-0-9/~?]*)")
_DATED = re.compile(r"\s*date\s*=([^#]*)")
_FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURLY = re.compile("[\u2018-\u201f\u00ab\u00bb]")
_HEAD = re.compile(r"\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}\s*(?:#.*)?")
_PAIR = re.compile(r"\s*([\w.-]+)\s*=")
_BLANKS = re.compile(r"\s*+([\w-]++(?:[ \t]++[\w-]++)++)\s*+=")
_WORD = re.compile(r"\s*+([^\s=\"']++)\s*+=")
_MESSAGES = {
    "Invalid statement": "no line begins like this",
    "Expected newline or end of document after a statement": "expected the end of the line",
}
"""What the parser says in words that mean something else here, and what is said instead."""
_CURES = {
    "Expected '=' after a key": "between a key and its value stands `=`",
    "Invalid value": "a text goes in quotation marks",
    "Illegal character '\\n'": "the text does not end: a quotation mark is missing",
    "Unterminated string": "the text does not end: a quotation mark is missing",
    "Unclosed array": "a comma, a quotation mark or the closing bracket is missing here",
    "Unclosed inline table": "a comma or the closing brace is missing here, or a quotation mark in a text ended it",
    "Cannot mutate immutable namespace": "what is given as a list cannot be added to with [[...]] below",
}
"""How the messages of the parser begin, and what they mostly mean."""
