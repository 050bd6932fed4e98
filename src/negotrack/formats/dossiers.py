"""How is a dossier read and written?"""

import re
from collections.abc import Callable
from datetime import date
from os import PathLike
from os.path import isdir, isfile, lexists
from pathlib import Path as FilePath
from typing import assert_never

from cattrs import BaseValidationError

from negotrack import bundled
from negotrack.beside import did_you_mean_file
from negotrack.collector import grow_old, paused
from negotrack.errors import NoSuchSeed
from negotrack.fields import choice
from negotrack.formats import structuring
from negotrack.formats.converter import converter
from negotrack.formats.misfits import Misfit
from negotrack.formats.parsing import parsed
from negotrack.formats.shapes import FORMAT
from negotrack.nearest import did_you_mean
from negotrack.negotiation import Negotiation
from negotrack.origin import FileFormat, Origin
from negotrack.visible import shortened, visible_in_json, visible_in_toml

_FILE_NAME = re.compile(r"[^\n=#{]+\.(toml|json)")
"""What no dossier can be, and is easily given in the place of one."""

_LARGE = 10**6
"""Of how many characters a text is that has so many records that it is worth while to count them as old."""

_BOM = b"\xef\xbb\xbf"


def load(path: str | FilePath) -> Negotiation:
    """Read a dossier from a file: TOML or JSON, by its ending or, with another, by its first character.

    Ids that name nothing are no obstacle; they are for `check` to find.

    Raises:
        Unreadable: it is no dossier, or the file cannot be opened: then its cause is the `OSError`. It holds everything
            that is wrong.
        TypeError: it is no path.

    Examples:
        >>> load("seeds/sochi-2022.toml").title
        'Sochi trilateral summit, 31 October 2022'
    """
    if not isinstance(path, str | PathLike):
        raise TypeError(f"`load` takes a path, not {path!r}; `loads` takes the text of a file that is open")
    return load_from(FilePath(path).read_bytes, file=str(path))


def load_from(read: Callable[[], bytes], *, file: str) -> Negotiation:
    """Read a dossier from whatever gives the bytes of a file.

    Args:
        read: gives the bytes, or raises `OSError`.
        file: the name of the file, for messages.

    Raises:
        Unreadable: it is no dossier, or its bytes cannot be had.
    """
    try:
        data = read()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        origin = Origin(shortened(file) if "\n" in file else file, "", FileFormat.TOML)
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        message = f"the file cannot be opened: {reason}"
        raise faults.no_data(origin, message, 0, _file_hint(file)) from error
    return load_bytes(data, file=file)


def load_bytes(data: bytes, *, file: str) -> Negotiation:
    """Read a dossier from the bytes of a file: UTF-8, with or without a byte-order mark.

    Args:
        data: the bytes.
        file: the name of the file, for messages.

    Raises:
        Unreadable: it is no dossier.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        bare = data.removeprefix(_BOM)
        origin = Origin(file, bare.decode(errors="replace"), FileFormat.TOML)
        message = f"byte {data[error.start]:#04x} is no UTF-8"
        offset = len(data[: error.start].decode().removeprefix("\ufeff"))
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        raise faults.no_data(origin, message, offset, "save the file as UTF-8") from None
    return loads(text, file=file)


def loads(text: str, *, file: str = "<text>") -> Negotiation:
    """Read a dossier from a text.

    Args:
        text: TOML or JSON.
        file: the name of the file that it comes from, for messages; where it ends in `.toml` or `.json`, that is what
            the text is taken for.

    Raises:
        Unreadable: it is no dossier. It holds everything that is wrong.
        TypeError: it is no text.

    Examples:
        >>> loads('title = "Talks"')
        <Negotiation 'Talks': 0 parties, 0 demands, 0 rounds, 0 statements>
    """
    if not isinstance(text, str):
        raise TypeError(f"`loads` takes a text, not {text!r}; `load` takes a path")
    origin = Origin(file, text.removeprefix("\ufeff"), _format(text, file))
    if _FILE_NAME.fullmatch(text):
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        raise faults.no_data(origin, "this is the name of a file", 0, _LOAD_OR_LOADS)
    try:
        with paused():
            negotiation = _read(origin)
            if len(origin.text) > _LARGE:
                grow_old()
        return negotiation
    finally:
        structuring.forget()


def _read(origin: Origin) -> Negotiation:
    """Read a dossier from a text that is taken for one."""
    data = parsed(origin)
    number, body = _unpacked(data)
    if type(number) is int and number > FORMAT:
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        raise faults.newer(origin)
    problem: BaseException | None = None
    try:
        negotiation = converter.structure(body, Negotiation)
    except (BaseValidationError, Misfit) as error:
        problem = error
    if problem or type(number) is not int or number != FORMAT:
        from negotrack.formats import faults  # noqa: PLC0415 - wanted for an error only

        raise faults.misshapen(origin, data, problem)
    # The one field that is no part of the record: it is not given to the constructor, so that
    # whatever is made from this negotiation forgets it.
    object.__setattr__(negotiation, "origin", origin)
    return negotiation


def seeds() -> tuple[str, ...]:
    """Give the names of the dossiers that come with negotrack, in alphabetical order; `seed` reads one.

    Examples:
        >>> "sochi-2022" in seeds()
        True
    """
    return bundled.names()


def seed(name: str) -> Negotiation:
    """Read a dossier that comes with negotrack, by its name; `seeds` gives all names.

    Raises:
        NoSuchSeed: none has this name.
        TypeError: it is no text.

    Examples:
        >>> seed("sochi-2022").rounds
        (<Round 'sochi-2022', 2022-10-31: 11 statements>,)
    """
    if name not in bundled.names():
        raise NoSuchSeed(name, bundled.names())
    return load(bundled.path(name))


def dump(negotiation: Negotiation, path: str | FilePath) -> None:
    """Write a dossier to a file, whole or not at all: JSON where its name ends in `.json`, else TOML.

    It writes what `dumps` gives. Comments and the order of a file that was there before are lost.

    Raises:
        OSError: the file cannot be written; one that was there before is as it was.
        UnicodeEncodeError: a text in the record holds half of a character.
        TypeError: it is no negotiation, but for example a state; or the path is none.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     dump(seed("sochi-2022"), f"{folder}/talks.json")
        ...     load(f"{folder}/talks.json") == seed("sochi-2022")
        True
    """
    from negotrack.formats.atomic import write_whole  # noqa: PLC0415 - reading a dossier needs none

    if not isinstance(path, str | PathLike):
        raise TypeError(f"`dump` takes a negotiation and a path, not {path!r}; `dumps` gives the text")
    is_json = FilePath(path).suffix.lower() == ".json"
    write_whole(FilePath(path), dumps(negotiation, FileFormat.JSON if is_json else FileFormat.TOML))


def dumps(negotiation: Negotiation, format: str = FileFormat.TOML) -> str:  # noqa: A002 - as the argument reads
    """Give a dossier as text. `loads` reads it as an equal negotiation.

    Characters that would act in a terminal or hide are written as escapes.

    Args:
        negotiation: the record to write.
        format: `toml` or `json`.

    Raises:
        BadField: there is no such format.
        UnicodeEncodeError: a text in the record holds half of a character.
        TypeError: it is no negotiation, but for example a state.

    Examples:
        >>> print(dumps(loads('title = "Talks"')), end="")
        format = 1
        title = "Talks"
    """
    if not isinstance(negotiation, Negotiation):
        raise TypeError(f"a dossier is of a negotiation, not of {negotiation!r}")
    data = {"format": FORMAT, **converter.unstructure(negotiation)}
    match choice(FileFormat, format, "format"):
        case FileFormat.JSON:
            import json  # noqa: PLC0415 - reading a dossier needs none

            text = json.dumps(data, ensure_ascii=False, indent=2, default=date.isoformat)
            return visible_in_json(_encodable(text)) + "\n"
        case FileFormat.TOML:
            import tomli_w  # noqa: PLC0415 - reading a dossier needs none

            return visible_in_toml(_encodable(tomli_w.dumps(data)))
        case other:
            assert_never(other)


def _encodable(text: str) -> str:
    """Give the text, or raise where a character in it is only half of one, which no dossier can hold."""
    text.encode()
    return text


def _format(text: str, file: str) -> FileFormat:
    ending = FilePath(file).suffix.lower().removeprefix(".")
    if ending in list(FileFormat):
        return FileFormat(ending)
    return FileFormat.JSON if text.lstrip("\ufeff \t\r\n")[:1] == "{" else FileFormat.TOML


def _file_hint(name: str) -> str:
    """Say which file was probably meant by the name of one that cannot be opened."""
    if name and isfile(f"{name}.toml"):  # noqa: PTH113 - unlike that of a path it never raises
        return f"did you mean `{name}.toml`?"
    if "\n" in name:
        return _LOAD_OR_LOADS
    if isdir(name):  # noqa: PTH112 - likewise
        return "of the commands only `check` takes folders"
    if name in bundled.names():
        return f'a dossier of this name comes with negotrack: negotrack.seed("{name}")'
    if not lexists(name) and (beside := did_you_mean_file(name)):
        return beside
    near = did_you_mean(name, bundled.names())
    is_bare = re.fullmatch(r"[\w-]+", name) and not lexists(name)
    return f"{near} {_SEEDS}".lstrip() if near or is_bare else ""


_LOAD_OR_LOADS = "`load` reads a file, and `loads` its text"
_SEEDS = "`negotrack seeds` lists the dossiers that come with negotrack"


def _unpacked(data: object) -> tuple[object, object]:
    """Give the number of the format, which is of the file and not of the record, and the rest."""
    if not isinstance(data, dict):
        return FORMAT, data
    return data.get("format", FORMAT), {key: value for key, value in data.items() if key != "format"}
