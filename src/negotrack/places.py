"""Where in a text is what a finding is about?"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto, unique
from functools import lru_cache
from typing import NamedTuple, assert_never, final

from attrs import frozen

from negotrack.locate import json, toml
from negotrack.locate.place import Extent, Path
from negotrack.locate.tree import Places
from negotrack.origin import FileFormat, Origin
from negotrack.stances import VERBS


@final
@frozen
class AtValue:
    """The place of a value.

    Examples:
        >>> from negotrack import check, seed
        >>> check(seed("armenia-azerbaijan"), select=["NT503"])[0].place
        AtValue(path=('sources', 'sputnik-2910', 'date'))
    """

    __module__ = "negotrack"

    path: Path


@final
@frozen
class AtKey:
    """The place of the key before a value.

    Examples:
        >>> from negotrack import Negotiation, Source, check
        >>> check(Negotiation("Talks", sources=[Source("minutes", "Minutes of 2 March")]), strict=True)[0].place
        AtKey(path=('sources', 'minutes'))
    """

    __module__ = "negotrack"

    path: Path


@final
@frozen
class InText:
    """A place within a value that is a text.

    Examples:
        >>> from negotrack import Unreadable, loads
        >>> rounds = '[{"id": "march", "date": "2026-03", "statements": ["union acepts pay"]}]'
        >>> try:
        ...     loads(f'{{"title": "Pay talks", "rounds": {rounds}}}')
        ... except Unreadable as error:
        ...     print(error.findings[0].place)
        InText(path=('rounds', 0, 'statements', 0), start=6, length=6)
    """

    __module__ = "negotrack"

    path: Path
    start: int
    """How many characters of the text, as it is read, stand before it."""
    length: int
    """How many characters of it are meant."""


@unique
class Part(Enum):
    """The parts of a sentence that hold ids."""

    HOLDERS = auto()
    DEMANDS = auto()
    CONDITIONS = auto()


@final
@frozen
class InSentence:
    """The place of an id in a sentence.

    Examples:
        >>> from negotrack import check, seed
        >>> check(seed("sochi-2022").saying("russia accepts coridor"))[0].place
        InSentence(path=('rounds', 0, 'statements', 11, 'says'), part=<Part.DEMANDS: 2>, id='coridor')
    """

    __module__ = "negotrack"

    path: Path
    """The path of the sentence."""
    part: Part
    """Where in the sentence it stands: an id may be in several parts."""
    id: str


@final
@frozen
class AtOffset:
    """A place in the text of the file itself, where the text could not be read as data.

    Examples:
        >>> from negotrack import Unreadable, loads
        >>> try:
        ...     loads('title = "Talks')
        ... except Unreadable as error:
        ...     place = error.findings[0].place
        >>> place
        AtOffset(extent=Extent(start=14, end=15))
        >>> place.path
        ()
    """

    __module__ = "negotrack"

    extent: Extent

    @property
    def path(self) -> Path:
        """It has none."""
        return ()


Place = AtValue | AtKey | InText | InSentence | AtOffset
"""Where in a file something is: by what it is in the data, or by where it is in the text."""


class Span(NamedTuple):
    """Where in a text something stands. Lines and columns count from 1, columns in characters."""

    line: int
    column: int
    length: int
    """How many characters it has; never past the end of its line, and at least 1."""


def locate(place: Place, origin: Origin) -> Span:
    """Give the line and column of a place; of its nearest surroundings where it does not stand in the text.

    Examples:
        >>> origin = Origin("talks.toml", 'title = "Talks"', FileFormat.TOML)
        >>> locate(AtValue(("title",)), origin)
        Span(line=1, column=9, length=7)
    """
    extent = _extent(place, origin)
    line, column = origin.line_and_column(extent.start)
    end = min(extent.end, origin.end_of_line(line))
    return Span(line, column, max(1, end - extent.start))


def _extent(place: Place, origin: Origin) -> Extent:
    match place:
        case AtOffset(extent=extent):
            return extent
        case AtValue(path=path):
            return _places(origin).nearest(path).value
        case AtKey(path=path):
            located = _places(origin).nearest(path)
            return located.key or located.value
        case InText(path=path, start=start, length=length):
            offsets = _offsets(origin, _places(origin).nearest(path).value)
            return Extent(offsets[start], offsets[min(start + length, len(offsets) - 1)])
        case InSentence(path=path, part=part, id=id_):
            whole = _places(origin).nearest(path).value
            return _ids(origin, whole).get((part, id_), whole)
        case _:
            assert_never(place)


def written(place: Place, origin: Origin) -> Path:
    """Give the path of a place as far as the text has it: where a text stands for a table, the path of the text.

    Examples:
        >>> origin = Origin("talks.toml", 'parties = { us = "US" }', FileFormat.TOML)
        >>> written(AtValue(("parties", "us", "name")), origin)
        ('parties', 'us')
    """
    return () if isinstance(place, AtOffset) else _places(origin).reached(place.path)


_WORDS = re.compile(r"[a-z][a-z0-9-]*")


@lru_cache(maxsize=16)
def _ids(origin: Origin, sentence: Extent) -> Mapping[tuple[Part, str], Extent]:
    """Give where each id first stands in each part of a sentence; nothing if the sentence is written with escapes."""
    found: dict[tuple[Part, str], Extent] = {}
    part = Part.HOLDERS
    if "\\" in origin.text[sentence.start : sentence.end]:
        return found
    for word in _WORDS.finditer(origin.text, sentence.start, sentence.end):
        if word[0] in VERBS:
            part = Part.DEMANDS
        elif word[0] == "if":
            part = Part.CONDITIONS
        else:
            found.setdefault((part, word[0]), Extent(*word.span()))
    return found


@lru_cache(maxsize=1)
def _places(origin: Origin) -> Places:
    return json.locate(origin.text) if origin.format is FileFormat.JSON else toml.locate(origin.text)


def _offsets(origin: Origin, value: Extent) -> Sequence[int]:
    if origin.format is FileFormat.JSON:
        return json.offsets(origin.text, value)
    return toml.offsets(origin.text, value)
