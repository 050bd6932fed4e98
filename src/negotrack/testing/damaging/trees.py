"""Where is something in plain data, and what are they with another thing there?"""

from collections.abc import Iterator
from typing import Any

from negotrack.locate.place import Path
from negotrack.testing.writing.shapes import InOrder


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Give the path of every value in plain data, each before those of what is in it.

    Examples:
        >>> list(paths({"a": [1, {"b": 2}]}))
        [('a',), ('a', 0), ('a', 1), ('a', 1, 'b')]
    """
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield (*path, step)
        yield from paths(value, (*path, step))


def at(data: Any, path: Path) -> Any:
    """Give what is at a path."""
    for step in path:
        data = data[step]
    return data


def replaced(data: Any, path: Path, value: Any) -> Any:
    """Give plain data with a value at a path, whatever was there before.

    Examples:
        >>> replaced({"a": [1, 2]}, ("a", 1), 3), replaced({"a": 1}, ("b",), 2)
        ({'a': [1, 3]}, {'a': 1, 'b': 2})
    """
    if not path:
        return value
    step, *rest = path
    if isinstance(data, list):
        return [replaced(old, tuple(rest), value) if place == step else old for place, old in enumerate(data)]
    made = {**data, step: replaced(data.get(step), tuple(rest), value)}
    return InOrder(made) if isinstance(data, InOrder) else made


def without(data: Any, path: Path) -> Any:
    """Give plain data without what is at a path.

    Examples:
        >>> without({"a": [1, 2]}, ("a", 0))
        {'a': [2]}
    """
    above, last = at(data, path[:-1]), path[-1]
    if isinstance(above, dict):
        left: Any = type(above)((key, value) for key, value in above.items() if key != last)
    else:
        left = [value for place, value in enumerate(above) if place != last]
    return replaced(data, path[:-1], left)


def renamed(data: Any, path: Path, name: str) -> Any:
    """Give plain data in which what is at a path has another key, in the same place."""
    above = at(data, path[:-1])
    made = type(above)((name if key == path[-1] else key, value) for key, value in above.items())
    return replaced(data, path[:-1], made)
