"""Which dossiers come with negotrack?"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def folder() -> Path:
    """Give the folder of the bundled dossiers: the installed one; in a copy of the repository, its own."""
    installed = _HERE / "seeds"
    return installed if installed.is_dir() else _HERE.parents[1] / "seeds"


def path(name: str) -> Path:
    """Give the file of a bundled dossier, by its name."""
    return folder() / f"{name}.toml"


def names() -> tuple[str, ...]:
    """Give the names of the bundled dossiers, in alphabetical order.

    Raises:
        OSError: their folder cannot be read.

    Examples:
        >>> "sochi-2022" in names()
        True
    """
    files = folder().iterdir() if folder().is_dir() else ()
    return tuple(sorted(file.stem for file in files if _is_dossier(file)))


def _is_dossier(file: Path) -> bool:
    """Tell whether it is named like a dossier, and is a file: editors leave others, hidden ones, beside it."""
    return file.suffix == ".toml" and not file.name.startswith(".") and file.is_file()
