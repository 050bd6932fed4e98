"""What in plain data does not have the shape of a dossier?

The converter raises one group of exceptions for a whole file. Here it is walked, and each exception in it becomes a
finding at the place where it arose.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from cattrs import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote

from negotrack.dates import BadDate
from negotrack.errors import DuplicateId
from negotrack.fields import BadField
from negotrack.findings import Finding
from negotrack.formats.shapes import keys
from negotrack.ids import BadId
from negotrack.locate.place import Path
from negotrack.nearest import did_you_mean
from negotrack.origin import AtKey, AtValue
from negotrack.rules import reading
from negotrack.sentence import BadSentence

class Misfit(ValueError):
    """A value of another type than its key takes, or a word outside its list."""

    def __init__(self, expected: str, value: object, hint: str = "") -> None:
        super().__init__(expected, value, hint)
        self.expected = expected
        self.value = value
        self.hint = hint

    @classmethod
    def word(cls, words: Iterable[str], value: object) -> "Misfit":
        """Give the misfit of a word outside its list."""
        listed = list(words)
        hint = did_you_mean(value, listed) if isinstance(value, str) else ""
        return cls(" or ".join([", ".join(listed[:-1]), listed[-1]]) if listed[1:] else listed[0], value, hint)


class BadKey(ValueError):
    """A key that has to be an id and is none."""

    def __init__(self, error: BadId) -> None:
        super().__init__(error)
        self.error = error


class LoneSurrogate(ValueError):
    """Half of a character."""


def findings(error: BaseException, path: Path = ()) -> Iterator[Finding]:
    """Give a finding for every exception in a group that the converter raised, in the order of the fields."""
    match error:
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                yield reading.unknown_key((*path, key), keys(error.cl))
        case DuplicateId():
            return  # the loader has found it already, with the place of the first
        case BaseValidationError():
            for one in error.exceptions:
                yield from findings(one, (*path, *_step(one)))
        case _:
            yield _finding(error, path)


def _finding(error: BaseException, path: Path) -> Finding:
    match error:
        case KeyError():
            return reading.missing_key(path[:-1], str(path[-1]))
        case BadSentence():
            return reading.bad_sentence(path, error)
        case BadDate():
            return reading.bad_date(path, error)
        case BadId():
            return reading.bad_id(AtValue(path), error)
        case BadKey():
            return reading.bad_id(AtKey(path[:-1]), error.error)
        case BadField():
            return reading.wrong_type((*path, error.field), str(error))
        case LoneSurrogate():
            return reading.unreadable("this text holds half of a character", AtValue(path), _WHOLE)
        case Misfit():
            key = next((f"`{name}`" for name in reversed(path) if isinstance(name, str)), "a dossier")
            return reading.wrong_type(path, f"{key} takes {error.expected}, not {_kind(error)}", error.hint)
        case _:
            raise error


_WHOLE = "write the character itself, or both halves of it"


def _step(error: BaseException) -> Path:
    """Give the step of the path that cattrs noted on an exception."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _kind(error: Misfit) -> str:
    """Say what a value is, in words for people who write files."""
    match error.value:
        case None:
            return "null"
        case bool(value):
            return "true" if value else "false"
        case str(text):
            return f"`{text}`" if len(text) <= _LONG else f"`{text[:_LONG]}...`"
        case int() | float():
            return "a number"
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


_LONG = 40
