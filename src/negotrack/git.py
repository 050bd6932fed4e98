"""What does git show of a dossier that changed, instead of lines?

Git calls an external diff with the path and, of the old and of the new version, a file, a hash and a mode; of a file
that was renamed with its new path and a header besides; of a path that is not merged yet with the path alone.
See https://git-scm.com/docs/git (GIT_EXTERNAL_DIFF).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from negotrack.errors import Unreadable
from negotrack.formats import dossiers
from negotrack.negotiation import Negotiation
from negotrack.visible import visible

_NOTHING = "/dev/null"
"""The file that git gives where a version does not exist."""
_UNMERGED, _CHANGED, _RENAMED = 1, 7, 9
"""How many arguments git gives."""
NUMBERS = (_UNMERGED, _CHANGED, _RENAMED)


class Versions(NamedTuple):
    """Two versions of a dossier in git."""

    path: str
    old: Negotiation
    new: Negotiation
    was: str
    """The path of the old version."""
    modes: tuple[str, str]
    """The modes of both; `.` where a version does not exist."""

    def heading(self) -> Iterator[str]:
        """Name the file, and say what git would: that it was renamed, that its mode changed."""
        yield self.path
        if self.was != self.path:
            yield f"renamed from {self.was}"
        old, new = self.modes
        if old != new and "." not in self.modes:
            yield f"mode {old}, now {new}"


def versions(given: Sequence[str]) -> Versions | str:
    """Read both versions of what git calls for, or say why they cannot be compared.

    A version that does not exist is an empty record with the title of the other.

    Examples:
        >>> versions(["talks.toml"])
        'talks.toml: not merged yet'
    """
    path = given[_CHANGED] if len(given) == _RENAMED else given[0]
    if len(given) == _UNMERGED:
        return f"{visible(path)}: not merged yet"
    read: list[Negotiation | None] = []
    for which, file in (("old", given[1]), ("new", given[4])):
        try:
            read.append(None if file == _NOTHING else dossiers.load_from(Path(file).read_bytes, file=path))
        except Unreadable as error:
            first = error.findings[0].line(error.origin)
            return f"the {which} version is no dossier; `git diff --no-ext-diff` shows lines\n{first}"
    old, new = read
    title = next((one.title for one in (new, old) if one), path)
    modes = given[3], given[6]
    return Versions(path, old or Negotiation(title), new or Negotiation(title), given[0], modes)
