"""Which demand is part of which?"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import final

from attrs import frozen

from negotrack.model.demands import Demand, Finality


@final
@frozen(eq=False)
class Forest:
    """The demands as wholes and parts.

    Demands whose `part_of` runs in a circle, and those that name no demand, have no parent.

    Examples:
        >>> forest = Forest.of([Demand("treaty", "Treaty"), Demand("article", "Article 1", part_of="treaty")])
        >>> forest.parts["treaty"], forest.wholes("article")
        (('article',), ('treaty',))
    """

    parents: Mapping[str, str]
    """The parent of each demand that has one."""
    parts: Mapping[str, tuple[str, ...]]
    """The parts of each demand, in the order of the dossier; none for most."""
    bottom_up: tuple[str, ...]
    """All demands, each after its parts."""
    finals: frozenset[str]
    """The demands until whose agreement none of their parts is agreed for good."""

    @classmethod
    def of(cls, demands: Iterable[Demand]) -> "Forest":
        """Give the forest that these demands form."""
        by_id = {demand.id: demand for demand in demands}
        named = {demand.id: demand.part_of for demand in by_id.values() if demand.part_of in by_id}
        circular = _in_circles(named)
        parents = {part: whole for part, whole in named.items() if whole and part not in circular}
        parts: dict[str, list[str]] = {demand: [] for demand in by_id}
        for demand in by_id:
            if demand in parents:
                parts[parents[demand]].append(demand)
        return cls(
            parents,
            {whole: tuple(several) for whole, several in parts.items()},
            tuple(reversed(_top_down(parts, parents))),
            frozenset(demand.id for demand in by_id.values() if demand.final is Finality.ALL),
        )

    def wholes(self, demand: str) -> tuple[str, ...]:
        """Give what a demand is part of: its parent, the parent of that, and so on."""
        found: list[str] = []
        while demand in self.parents:
            demand = self.parents[demand]
            found.append(demand)
        return tuple(found)


def _in_circles(parents: Mapping[str, str | None]) -> AbstractSet[str]:
    """Give the demands that are, through their parents, parts of themselves. Each is walked through once."""
    found: set[str] = set()
    seen: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in parents and at not in seen:
            way[at] = None
            seen.add(at)
            at = parents[at]
        if at in way:
            steps = list(way)
            found.update(steps[steps.index(at) :])
    return found


def _top_down(parts: Mapping[str, list[str]], parents: Mapping[str, str]) -> list[str]:
    order = [demand for demand in parts if demand not in parents]
    for demand in order:  # it grows while it is walked
        order.extend(parts[demand])
    return order
