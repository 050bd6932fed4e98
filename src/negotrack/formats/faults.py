"""Why does a text not make a negotiation?

The converter raises one group of exceptions for a whole file. Here it is walked, and each exception in it becomes a
finding at the place where it arose.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from attrs import evolve
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from negotrack.dates import BadDate
from negotrack.errors import DuplicateId, Unreadable
from negotrack.fields import BadField
from negotrack.findings import Finding, Related
from negotrack.formats.misfits import BadKey, LoneSurrogate, Misfit
from negotrack.formats.names import Names
from negotrack.formats.shapes import FORMAT, keys, tables_with
from negotrack.formats.strays import Strays
from negotrack.ids import BadId
from negotrack.locate.json import duplicates
from negotrack.locate.place import Extent, Path
from negotrack.misdated import date_meant
from negotrack.nearest import slip_of
from negotrack.origin import FileFormat, Origin
from negotrack.places import AtKey, AtOffset, AtValue, locate
from negotrack.rules import reading
from negotrack.sentence import BadSentence
from negotrack.visible import shortened


def no_data(origin: Origin, message: str, offset: int, hint: str = "") -> Unreadable:
    """Give the exception for a text that cannot be read as data.

    Args:
        origin: the text.
        message: what is the matter with it.
        offset: how many characters stand before the place where that shows.
        hint: what to do.
    """
    place = AtOffset(Extent(offset, offset + 1))
    return Unreadable(origin, (reading.unreadable(message, place, hint=hint),))


def keys_given_twice(origin: Origin) -> Unreadable:
    """Give the exception for a JSON text that gives keys twice: it holds all of them."""
    return Unreadable(
        origin,
        tuple(
            reading.unreadable(
                f"the key `{twin.path[-1]}` is given twice",
                AtOffset(twin.again),
                related=[Related(AtOffset(twin.first), "given here first")],
            )
            for twin in duplicates(origin.text)
        ),
    )


def newer(origin: Origin) -> Unreadable:
    """Give the exception for a file whose format came later than the one that is read here."""
    message = f"the file is of a later format than {FORMAT}, which this negotrack reads"
    hint = "get a newer negotrack: pip install --upgrade negotrack"
    return Unreadable(origin, (reading.unreadable(message, AtValue(("format",)), hint=hint),))


def misshapen(origin: Origin, data: object, error: BaseException | None) -> Unreadable:
    """Give the exception for data that have not the shape of a dossier: it holds all that does not fit.

    Args:
        origin: the text that the data were read from.
        data: what the text says.
        error: what the converter raised; None where only the number of the format is at fault.
    """
    misfits = _misfits(error, (), Names(data), Strays(origin)) if error else ()
    found = (*_odd_format(data), *misfits, *_twins(data))
    if origin.format is FileFormat.JSON:
        found = tuple(evolve(finding, hint=_in_json(finding.hint)) for finding in found)

    def place(finding: Finding) -> tuple[int, int, str]:
        span = locate(finding.place, origin)
        return span.line, span.column, finding.code

    return Unreadable(origin, tuple(sorted(found, key=place)))


def _in_json(hint: str) -> str:
    """Give a hint with the keys of the tables in it as JSON writes them."""
    return re.sub(r'([a-z][a-z0-9_-]*) = (?=[{"])', r'"\1": ', hint)


def _odd_format(data: object) -> Iterator[Finding]:
    """Find that the number of the file format is none."""
    number = data.get("format", FORMAT) if isinstance(data, dict) else FORMAT
    if type(number) is not int or number != FORMAT:
        yield reading.wrong_type(("format",), f"`format` takes {FORMAT}, the number of this file format")


def _misfits(error: BaseException, path: Path, names: Names, strays: Strays) -> Iterator[Finding]:
    """Give a finding for every exception in a group that the converter raised, in the order of the fields."""
    match error:
        case ForbiddenExtraKeysError():
            known = keys(error.cl) + ([] if path else ["format"])
            for key in sorted(error.extra_fields):
                here = (*path, key)
                yield reading.unknown_key(here, known, tables_with(key), strays.told(here, names.value(here)))
        case DuplicateId():
            return  # found below, with the place of the first
        case BaseValidationError():
            for one in error.exceptions:
                if not _is_misspelt(one, error):
                    yield from _misfits(one, (*path, *_step(one)), names, strays)
        case _:
            yield _finding(error, path, names)


def _is_misspelt(error: BaseException, group: BaseValidationError) -> bool:
    """Tell whether a key is missing that is there with a slip of the pen, which is found as an unknown key."""
    if not isinstance(error, KeyError):
        return False
    meant = {
        slip_of(key, keys(one.cl))
        for one in group.exceptions
        if isinstance(one, ForbiddenExtraKeysError)
        for key in one.extra_fields
    }
    return any(slip_of(str(key), [str(key)]) in meant for key in _step(error))


def _finding(error: BaseException, path: Path, names: Names) -> Finding:
    written = _written(path, names.data)
    match error:
        case Misfit() | BadId() if _is_of_round(path) and _day(error):
            id_ = names.round_of(_day(error))
            hint = f'the round of that day is "{id_}"' if id_ else _WITH_ROUNDS[path[-1]]
            return reading.wrong_type(written, f"`{path[-1]}` takes the id of a round, not a date", hint)
        case KeyError():
            return reading.missing_key(path[:-1], str(path[-1]))
        case BadSentence():
            return reading.bad_sentence(written, names.told(error))
        case BadDate():
            return reading.bad_date(written, error)
        case BadId():
            return _bad_id(AtValue(written), error, names)
        case BadKey():
            return _bad_id(AtKey(written), error.error, names)
        case BadField():
            return reading.wrong_type(_written((*path, error.field), names.data), str(error))
        case LoneSurrogate():
            return reading.unreadable("this text holds half of a character", AtValue(written), hint=_WHOLE)
        case Misfit():
            key = next((f"`{name}`" for name in reversed(path) if isinstance(name, str)), "a dossier")
            return reading.wrong_type(
                written, f"{key} takes {error.expected}, not {_kind(error)}", error.hint
            )
        case _:
            raise error


def _bad_id(place: AtKey | AtValue, error: BadId, names: Names) -> Finding:
    """Find a text that is no id; where it is a name, and nothing gets its id there, with the id that was meant."""
    match place.path:
        case ["parties" | "demands" | "sources", _] | ["rounds", _, "id"]:
            return reading.bad_id(place, error)
        case _:
            return reading.bad_id(place, error, names.meant(error.text))


_WITH_ROUNDS: Mapping[str | int, str] = {
    "joins": "write the id of the first round with it",
    "leaves": "write the id of the first round without it",
}
"""The keys that take a round, for which a date is often written."""


def _is_of_round(path: Path) -> bool:
    """Tell whether a round is named at a path, and nothing stands there that has the id `joins`."""
    return path[:1] == ("parties",) and bool(path[2:]) and path[-1] in _WITH_ROUNDS


def _day(error: Misfit | BadId) -> str:
    """Give the date that was written where something else is due, or nothing."""
    match error:
        case BadId():
            return date_meant(error.text)
        case Misfit(value=date()):
            return str(error.value)
        case _:
            return ""


_WHOLE = "write the character itself, or both halves of it"


def _step(error: BaseException) -> Path:
    """Give the step of the path that cattrs noted on an exception; none where a record as a whole is at fault."""
    notes = getattr(error, "__notes__", ())
    names = (note.name for note in notes if isinstance(note, AttributeValidationNote))
    indices = (note.index for note in notes if isinstance(note, IterableValidationNote))
    return next(((step,) for step in (*names, *indices)), ())


def _kind(error: Misfit) -> str:
    """Say what a value is, in words for people who write files."""
    match error.value:
        case None:
            return "null"
        case bool(value):
            return "true" if value else "false"
        case str(text):
            return f"the text `{shortened(text)}`"
        case int() | float():
            return f"the number {shortened(_digits(error.value))}"
        case datetime():
            return "a date with a time"
        case date():
            return "a date"
        case time():
            return "a time"
        case list():
            return "a list"
        case _:
            return "a table"


def _digits(number: int | float) -> str:  # noqa: PYI041 - the two are told apart
    """Write a number; one with too many digits for that as what it is."""
    return str(number) if isinstance(number, float) or abs(number) < 10**50 else "that it is"


def _twins(data: object) -> Iterator[Finding]:
    """Find rounds that have the id of an earlier one."""
    rounds = data.get("rounds") if isinstance(data, dict) else None
    first: dict[str, Path] = {}
    for index, round_ in enumerate(rounds if isinstance(rounds, list) else ()):
        id_ = round_.get("id") if isinstance(round_, dict) else None
        if isinstance(id_, str):
            path = ("rounds", index, "id")
            if id_ in first:
                yield reading.duplicate_id(path, first[id_], id_)
            first.setdefault(id_, path)


def _written(path: Path, data: object) -> Path:
    """Give the path of what is written: where a text stands for a table, the path of the text."""
    for length, step in enumerate(path):
        match data, step:
            case dict(), str() if step in data:
                data = data[step]
            case list(), int():
                data = data[step]
            case _:
                return path[:length]
    return path
