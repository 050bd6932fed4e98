"""What text was a record read from?"""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum, unique
from functools import cached_property
from typing import final

from attrs import field, frozen


@unique
class FileFormat(StrEnum):
    """How a dossier is written down.

    Examples:
        >>> from negotrack import loads
        >>> loads('title = "Talks"').origin.format
        <FileFormat.TOML: 'toml'>
    """

    __module__ = "negotrack"

    TOML = "toml"
    """The form that people write."""
    JSON = "json"
    """The same structure for machines."""


@final
@frozen
class Origin:
    r"""The text of a file.

    Examples:
        >>> Origin("talks.toml", "a = 1\nb = 2", FileFormat.TOML).line_and_column(8)
        (2, 3)
    """

    __module__ = "negotrack"

    file: str
    """The name of the file as it was given."""
    text: str = field(repr=False)
    format: FileFormat

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Give the line and the column, both from 1, of the character after so many others."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        r"""Give a line by its number, from 1, without its end.

        Examples:
            >>> Origin("talks.toml", "a = 1\nb = 2", FileFormat.TOML).line(2)
            'b = 2'
        """
        start = self._line_starts[number - 1]
        return self.text[start : self.end_of_line(number)]

    def end_of_line(self, number: int) -> int:
        r"""Give how many characters stand before the end of a line, which goes by its number, from 1.

        Examples:
            >>> Origin("talks.toml", "a = 1\nb = 2", FileFormat.TOML).end_of_line(1)
            5
        """
        if number >= len(self._line_starts):
            return len(self.text)
        end = self._line_starts[number] - 1
        return end - 1 if self.text.startswith("\r", end - 1) else end

    def offset(self, line: int, column: int) -> int:
        r"""Give how many characters stand before a line and column, both from 1; past the end, how many there are.

        Examples:
            >>> Origin("talks.toml", "a = 1\nb = 2", FileFormat.TOML).offset(2, 3)
            8
        """
        return min(self._line_starts[line - 1] + column - 1, len(self.text))

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts
