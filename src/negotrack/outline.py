"""In which order, and under which numbers, are demands shown?"""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import frozen

from negotrack.model.demands import Demand
from negotrack.parts import Forest


@final
@frozen
class Entry:
    """A demand in its place in the outline.

    Attributes:
        number: `2.1` is the first part of the second demand. It serves for reading; files and messages use ids.
        depth: how many wholes it is within.

    Examples:
        >>> from negotrack import seed
        >>> entry = seed("sochi-2022").now.outline[8]
        >>> entry.number, entry.depth, entry.demand.id
        ('8.1', 1, 'corridor')
    """

    __module__ = "negotrack"

    number: str
    depth: int
    demand: Demand


def outline(demands: Sequence[Demand]) -> tuple[Entry, ...]:
    """Give all demands in the order of the dossier, parts under their wholes.

    Examples:
        >>> demands = [Demand("treaty", "Treaty"), Demand("maps", "Maps"),
        ...            Demand("article", "Article 1", part_of="treaty")]
        >>> [(entry.number, entry.demand.id) for entry in outline(demands)]
        [('1', 'treaty'), ('1.1', 'article'), ('2', 'maps')]
    """
    return tuple(_entries(demands))


def _entries(demands: Sequence[Demand]) -> Iterator[Entry]:
    forest, by_id = Forest.of(demands), {demand.id: demand for demand in demands}
    roots = [demand.id for demand in demands if demand.id not in forest.parents]
    ahead = [(str(place), 0, id_) for place, id_ in enumerate(roots, 1)][::-1]
    while ahead:
        number, depth, id_ = ahead.pop()
        yield Entry(number, depth, by_id[id_])
        parts = [(f"{number}.{place}", depth + 1, part) for place, part in enumerate(forest.parts[id_], 1)]
        ahead.extend(reversed(parts))
