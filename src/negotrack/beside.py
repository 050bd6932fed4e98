"""Which file was probably meant by the name of one that is not there?"""

import os
from pathlib import Path

from negotrack.nearest import nearest
from negotrack.visible import visible

_HERE = Path()


def did_you_mean_file(name: str, folder: Path = _HERE) -> str:
    """Give the question whether a file beside it was meant, of nearly this name and of the same ending, or nothing.

    Behind that ending it may have another, as an editor of texts adds one: `talks.toml.txt`.

    Args:
        name: the name that is not there, with the folder that it is written with.
        folder: where it starts.

    Examples:
        >>> did_you_mean_file("seeds/Sochi-2022.toml"), did_you_mean_file("seeds/sochi-2022.csv")
        ('did you mean `seeds/sochi-2022.toml`?', '')
    """
    path = Path(name)
    ending = path.suffix.lower()
    try:
        with os.scandir(folder / path.parent) as entries:
            inside = sorted(entry.name for entry in entries if entry.is_file())
    except (OSError, ValueError):
        return ""
    alike = {
        _stem(one): one
        for one in inside
        if ending in map(str.lower, Path(one).suffixes) and not one.startswith(".")
    }
    near = nearest(_stem(path.name), alike)
    return f"did you mean `{visible(str(path.parent / alike[near]))}`?" if near else ""


def _stem(name: str) -> str:
    return name.partition(".")[0]
