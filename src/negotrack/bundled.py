"""Which dossiers come with negotrack?"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def folder() -> Path:
    """Give the folder of the bundled dossiers: the repository's own, else the installed one."""
    repository = _HERE.parents[1] / "seeds"
    return repository if repository.is_dir() else _HERE / "seeds"


def names() -> tuple[str, ...]:
    """Give the names of the bundled dossiers, in alphabetical order.

    Examples:
        >>> "sochi-2022" in names()
        True
    """
    return tuple(sorted(file.stem for file in folder().glob("*.toml")))
