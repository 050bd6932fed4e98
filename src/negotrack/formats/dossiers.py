"""How is a dossier read and written?"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path as FilePath
from typing import assert_never

from attrs import evolve
from cattrs import BaseValidationError

from negotrack import bundled
from negotrack.errors import NoSuchSeed, Unreadable
from negotrack.findings import Finding
from negotrack.formats import misfits
from negotrack.formats.atomic import write_whole
from negotrack.formats.converter import converter
from negotrack.formats.parsing import parsed
from negotrack.locate.place import Extent, Path
from negotrack.negotiation import Negotiation
from negotrack.origin import AtOffset, AtValue, FileFormat, Origin
from negotrack.rules import reading
from negotrack.visible import visible_in_json, visible_in_toml

FORMAT = 1
"""The number of the file format that this version reads and writes."""

_BOM = b"\xef\xbb\xbf"


def load(path: str | FilePath) -> Negotiation:
    """Read a dossier from a file: TOML or JSON, by its ending or, with another, by its first character.

    Ids that name nothing are no obstacle; they are for `check` to find.

    Raises:
        Unreadable: it is no dossier, or the file cannot be opened. The exception holds everything that is wrong with it.

    Examples:
        >>> load("seeds/sochi-2022.toml").title
        'Sochi trilateral summit, 31 October 2022'
    """
    file = str(path)
    try:
        data = FilePath(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        origin = Origin(file, "", FileFormat.TOML)
        nowhere = AtOffset(Extent(0, 0))
        raise Unreadable(
            origin, (reading.unreadable(f"the file cannot be opened: {reason}", nowhere),)
        ) from None
    return load_bytes(data, file=file)


def load_bytes(data: bytes, *, file: str) -> Negotiation:
    """Read a dossier from the bytes of a file: UTF-8, with or without a byte-order mark.

    Args:
        data: the bytes.
        file: the name of the file, for messages.

    Raises:
        Unreadable: it is no dossier.
    """
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        offset = len(data[: error.start].decode())
        shown = Origin(file, data.decode(errors="replace"), FileFormat.TOML)
        place = AtOffset(Extent(offset, offset + 1))
        finding = reading.unreadable(
            f"byte {error.object[error.start]:#04x} is no UTF-8", place, "save the file as UTF-8"
        )
        raise Unreadable(shown, (finding,)) from None
    return loads(text, file=file)


def loads(text: str, *, file: str = "<text>") -> Negotiation:
    """Read a dossier from a text.

    Args:
        text: TOML or JSON.
        file: the name of the file that it comes from, for messages; where it ends in `.toml` or `.json`, that is what
            the text is taken for.

    Raises:
        Unreadable: it is no dossier. The exception holds everything that is wrong with it.

    Examples:
        >>> loads('title = "Talks"')
        <Negotiation 'Talks': 0 parties, 0 demands, 0 rounds, 0 statements>
    """
    origin = Origin(file, text.removeprefix("\ufeff"), _format(text, file))
    data = parsed(origin)
    found = list(_newer(data))
    if not found:
        found += _odd_format(data)
        found += _twins(data)
        try:
            negotiation = converter.structure(_body(data), Negotiation)
        except (BaseValidationError, misfits.Misfit) as error:
            found += misfits.findings(error)
    if found:
        raise Unreadable(origin, tuple(_in_order(found, data, origin)))
    # The one field that is no part of the record: it is not given to the constructor, so that
    # whatever is made from this negotiation forgets it.
    object.__setattr__(negotiation, "origin", origin)
    return negotiation


def seed(name: str) -> Negotiation:
    """Read a dossier that comes with negotrack, by its name.

    Raises:
        NoSuchSeed: none has this name.

    Examples:
        >>> seed("sochi-2022").rounds
        (<Round 'sochi-2022', 2022-10-31: 11 statements>,)
    """
    if name not in bundled.names():
        raise NoSuchSeed(name, bundled.names())
    return load(bundled.folder() / f"{name}.toml")


def dump(negotiation: Negotiation, path: str | FilePath) -> None:
    """Write a dossier to a file, whole or not at all: JSON where its name ends in `.json`, else TOML.

    It writes what `dumps` gives. Comments and the order of a file that was there before are lost.

    Raises:
        OSError: the file cannot be written; one that was there before is as it was.
        UnicodeEncodeError: a text in the record holds half of a character.
    """
    is_json = FilePath(path).suffix.lower() == ".json"
    write_whole(FilePath(path), dumps(negotiation, FileFormat.JSON if is_json else FileFormat.TOML))


def dumps(negotiation: Negotiation, format: str = FileFormat.TOML) -> str:  # noqa: A002 - as the argument reads
    """Give a dossier as text. `loads` reads it as an equal negotiation.

    Characters that would act in a terminal or hide are written as escapes.

    Args:
        negotiation: the record to write.
        format: `toml` or `json`.

    Raises:
        ValueError: there is no such format.

    Examples:
        >>> print(dumps(loads('title = "Talks"')), end="")
        format = 1
        title = "Talks"
    """
    data = {"format": FORMAT, **converter.unstructure(negotiation)}
    match FileFormat(format):
        case FileFormat.JSON:
            import json  # noqa: PLC0415 - reading a dossier needs none

            text = json.dumps(data, ensure_ascii=False, indent=2, default=date.isoformat)
            return visible_in_json(text) + "\n"
        case FileFormat.TOML:
            import tomli_w  # noqa: PLC0415 - reading a dossier needs none

            return visible_in_toml(tomli_w.dumps(data))
        case other:
            assert_never(other)


def _format(text: str, file: str) -> FileFormat:
    ending = file.lower().rpartition(".")[2]
    if ending in list(FileFormat):
        return FileFormat(ending)
    return FileFormat.JSON if text.lstrip("\ufeff \t\r\n")[:1] == "{" else FileFormat.TOML


def _body(data: object) -> object:
    """Give the data without the number of the format, which is of the file and not of the record."""
    if not isinstance(data, dict):
        return data
    return {key: value for key, value in data.items() if key != "format"}


def _number(data: object) -> object:
    return data.get("format", FORMAT) if isinstance(data, dict) else FORMAT


def _newer(data: object) -> Iterator[Finding]:
    number = _number(data)
    if isinstance(number, int) and number > FORMAT:
        yield reading.unreadable(
            f"the file is of format {number}, and this negotrack reads format {FORMAT}",
            AtValue(("format",)),
            "get a newer negotrack: pip install --upgrade negotrack",
        )


def _odd_format(data: object) -> Iterator[Finding]:
    if type(_number(data)) is not int or _number(data) != FORMAT:
        yield reading.wrong_type(("format",), f"`format` takes {FORMAT}, the number of this file format")


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


def _in_order(found: list[Finding], data: object, origin: Origin) -> list[Finding]:
    def place(finding: Finding) -> tuple[int, int, str]:
        span = origin.locate(finding.place)
        return span.line, span.column, finding.code

    return sorted((_in_file(finding, data) for finding in found), key=place)


def _in_file(finding: Finding, data: object) -> Finding:
    """Give a finding with the path of what is written: where a text stands for a table, the path of the text."""
    match finding.place:
        case AtOffset():
            return finding
        case place:
            return evolve(finding, place=evolve(place, path=_written(place.path, data)))


def _written(path: Path, data: object) -> Path:
    for length, step in enumerate(path):
        match data, step:
            case dict(), str() if step in data:
                data = data[step]
            case list(), int():
                data = data[step]
            case _:
                return path[:length]
    return path
