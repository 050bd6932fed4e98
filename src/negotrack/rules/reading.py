"""What keeps a text from being read as a dossier? NT001 to NT008, called by the loader."""

from collections.abc import Iterable

from negotrack.dates import BadDate
from negotrack.findings import Finding, Related, Severity
from negotrack.ids import BadId
from negotrack.locate.place import Path
from negotrack.nearest import slip_of
from negotrack.places import AtKey, AtValue, InText, Place
from negotrack.sentence import BadSentence
from negotrack.visible import shortened


def unreadable(message: str, place: Place, *, hint: str = "", related: Iterable[Related] = ()) -> Finding:
    """Find that a text is no TOML or JSON at all: NT001."""
    return _finding("NT001", "unreadable", message, place, hint=hint, related=related)


def unknown_key(path: Path, known: Iterable[str]) -> Finding:
    """Find a key that the format does not have: NT002."""
    key, names = str(path[-1]), list(known)
    hint = slip_of(key, names) or f"known here: {', '.join(names)}"
    return _finding("NT002", "unknown-key", f"unknown key `{shortened(key)}`", AtKey(path), hint=hint)


def wrong_type(path: Path, message: str, hint: str = "") -> Finding:
    """Find a value of another type than its key takes, or a word outside its list: NT003."""
    return _finding("NT003", "wrong-type", message, AtValue(path), hint=hint)


def bad_id(place: Place, error: BadId) -> Finding:
    """Find an id that breaks the grammar of ids, or is a word of the sentence form: NT004."""
    return _finding("NT004", "bad-id", str(error), place)


def bad_sentence(path: Path, error: BadSentence) -> Finding:
    """Find a statement that does not have the sentence form: NT005."""
    place = InText(path, error.column - 1, error.length)
    return _finding("NT005", "bad-sentence", error.message, place, hint=error.hint)


def bad_date(path: Path, error: BadDate) -> Finding:
    """Find a date that is none, or a span that ends before it starts: NT006."""
    return _finding("NT006", "bad-date", str(error), AtValue(path))


def missing_key(path: Path, key: str) -> Finding:
    """Find that a required key is absent: NT007."""
    return _finding(
        "NT007", "missing-key", f"`{key}` is missing", AtValue(path), hint=f"add the key `{key}` here"
    )


def duplicate_id(path: Path, first: Path, id_: str) -> Finding:
    """Find two rounds with one id: NT008."""
    related = [Related(AtValue(first), "the first of them")]
    return _finding(
        "NT008", "duplicate-id", f"a second round has the id `{id_}`", AtValue(path), related=related
    )


def _finding(
    code: str, name: str, message: str, place: Place, *, hint: str = "", related: Iterable[Related] = ()
) -> Finding:
    return Finding(code, name, Severity.ERROR, message, place, hint, tuple(related))
