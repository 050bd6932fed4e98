"""Where was it written?"""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum, unique
from functools import cached_property
from typing import assert_never, final

from attrs import field, frozen

from negotrack.locate.place import Extent, Path
from negotrack.locate.tree import Places


@unique
class FileFormat(StrEnum):
    """How a dossier is written down."""

    TOML = "toml"
    """The form that people write."""
    JSON = "json"
    """The same structure for machines."""


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


@final
@frozen
class Span:
    """Where in a text something stands. Lines and columns count from 1, columns in characters."""

    line: int
    column: int
    length: int
    """How many characters it has; never past the end of its line, and at least 1."""


@final
@frozen
class Origin:
    """The text of a file, and where each of its values stands, found when it is asked for.

    Examples:
        >>> origin = Origin("talks.toml", 'title = "Talks"', FileFormat.TOML)
        >>> origin.locate(AtValue(("title",)))
        Span(line=1, column=9, length=7)
    """

    file: str
    """The name of the file as it was given."""
    text: str = field(repr=False)
    format: FileFormat

    def locate(self, place: Place) -> Span:
        """Give the line and column of a place; of its nearest surroundings where it does not stand in the text."""
        extent = self._extent(place)
        line = bisect_right(self._line_starts, extent.start)
        start = self._line_starts[line - 1]
        end_of_line = max(extent.start, start + len(self.line(line)))
        return Span(line, extent.start - start + 1, max(1, min(extent.end, end_of_line) - extent.start))

    def line(self, number: int) -> str:
        """Give a line of the text by its number, without its end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def _extent(self, place: Place) -> Extent:
        match place:
            case AtOffset(extent=extent):
                return extent
            case AtValue(path=path):
                return self._places.nearest(path).value
            case AtKey(path=path):
                located = self._places.nearest(path)
                return located.key or located.value
            case InText(path=path, start=start, length=length):
                offsets = self._offsets(self._places.nearest(path).value)
                return Extent(offsets[start], offsets[min(start + length, len(offsets) - 1)])
            case _:
                assert_never(place)

    def _offsets(self, value: Extent) -> Sequence[int]:
        from negotrack.locate import json, toml  # noqa: PLC0415 - wanted for an error only

        if self.format is FileFormat.JSON:
            return json.offsets(self.text, value)
        return toml.offsets(self.text, value)

    @cached_property
    def _places(self) -> Places:
        from negotrack.locate import json, toml  # noqa: PLC0415 - wanted for an error only

        return json.locate(self.text) if self.format is FileFormat.JSON else toml.locate(self.text)

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts
