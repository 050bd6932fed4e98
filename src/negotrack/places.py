"""Where in a text is what a finding is about?"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, assert_never, final

from attrs import frozen

from negotrack.locate import json, toml
from negotrack.locate.place import Extent, Path
from negotrack.locate.tree import Places
from negotrack.origin import FileFormat, Origin


@final
@frozen
class AtValue:
    """The place of a value."""

    path: Path


@final
@frozen
class AtKey:
    """The place of the key before a value."""

    path: Path


@final
@frozen
class InText:
    """A place within a value that is a text."""

    path: Path
    start: int
    """How many characters of the text, as it is read, stand before it."""
    length: int


@final
@frozen
class AtOffset:
    """A place in the text of the file itself, where the text could not be read as data."""

    extent: Extent

    @property
    def path(self) -> Path:
        """It has none."""
        return ()


Place = AtValue | AtKey | InText | AtOffset
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
        case _:
            assert_never(place)


@lru_cache(maxsize=1)
def _places(origin: Origin) -> Places:
    return json.locate(origin.text) if origin.format is FileFormat.JSON else toml.locate(origin.text)


def _offsets(origin: Origin, value: Extent) -> Sequence[int]:
    if origin.format is FileFormat.JSON:
        return json.offsets(origin.text, value)
    return toml.offsets(origin.text, value)
