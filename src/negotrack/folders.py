"""Which files in a folder are dossiers, and which belong to one?"""

import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path

from negotrack.beside import did_you_mean_file
from negotrack.errors import Unreadable
from negotrack.formats.parsing import parsed
from negotrack.origin import FileFormat, Origin
from negotrack.rules.case import Read


def dossiers_in(folder: Path) -> Sequence[Path]:
    """Give the dossiers in a folder and the folders in it: `.toml` and `.json` files that have a `rounds` key.

    A file that cannot be read as data is one if it looks so; one that cannot be opened is one in any case, as is a
    folder, so that neither is passed over in silence. Pipes, devices and links that lead nowhere are none. Folders and
    files whose names start with a dot are passed over. They come in the order of their names.
    """
    found: list[Path] = []
    ahead = [folder]
    while ahead:
        here = ahead.pop()
        try:
            inside = [Path(entry) for entry in os.scandir(here) if not entry.name.startswith(".")]
        except OSError:
            found.append(here)
            continue
        ahead += [path for path in inside if path.is_dir() and not path.is_symlink()]
        found += [path for path in inside if path.suffix.lower() in _ENDINGS and _is_dossier(path)]
    return sorted(found)


_ENDINGS = (".toml", ".json")
_ROUNDS = re.compile(
    r"""^[ \t]*(?:\[\[[ \t]*["']?rounds["']?[ \t]*\]\]|["']?rounds["']?[ \t]*=)|"rounds"\s*:""", re.MULTILINE
)


def _is_dossier(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        text = path.read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
    except OSError:
        return True
    if not _ROUNDS.search(text):
        return False
    try:
        data = parsed(Origin(str(path), text, FileFormat(path.suffix.lower()[1:])))
    except Unreadable:
        return True
    return isinstance(data, dict) and "rounds" in data


def texts_beside(dossier: Path) -> Read:
    """Give what reads the files that the sources of a dossier name: those in its folder and in folders in that.

    Examples:
        >>> texts_beside(Path("seeds/sochi-2022.toml"))("../README.md")
        Traceback (most recent call last):
            ...
        ValueError: it is not in the folder of the dossier
    """
    folder = Path(os.path.realpath(dossier)).parent

    def read(name: str) -> str:
        if "\0" in name:
            raise ValueError("no file has such a name")
        try:
            path = Path(os.path.realpath(folder / name))
        except RecursionError:
            raise OSError(errno.ELOOP, "too many links lead to it") from None
        if not path.is_relative_to(folder):
            raise ValueError("it is not in the folder of the dossier")
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, "it is no file")
        if path.exists() and path.stat().st_size > _LARGEST:
            raise ValueError(f"it is larger than {_LARGEST // 1_000_000} MB")
        try:
            return path.read_text(encoding="utf-8-sig")
        except FileNotFoundError as error:
            near = did_you_mean_file(name, folder)
            raise FileNotFoundError(error.errno, "; ".join(filter(None, [error.strerror, near]))) from None

    return read


_LARGEST = 20_000_000
"""How many bytes of a text are read: a book has a million."""
