"""What would the package on the table break?"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum, unique
from typing import final

from attrs import frozen

from negotrack.model.demands import Demand


@unique
class Relation(StrEnum):
    """What one demand declares of another.

    Examples:
        >>> from negotrack import seed
        >>> signing = next(one for one in seed("armenia-azerbaijan").demands if one.id == "signing")
        >>> {str(relation): getattr(signing, relation) for relation in Relation}
        {'excludes': (), 'requires': ('treaty-text',)}
    """

    __module__ = "negotrack"

    EXCLUDES = "excludes"
    """It makes no sense that both are agreed."""
    REQUIRES = "requires"
    """It makes no sense that it is agreed and the other is not."""


@final
@frozen
class Break:
    """A declaration that the package on the table would break, together with what is agreed.

    Attributes:
        demand: the demand that makes the declaration.
        other: the demand that it is about.

    Examples:
        >>> from negotrack import Negotiation, Party, Round
        >>> demands = [Demand("bonus", "A bonus"), Demand("rise", "A rise", excludes=["bonus"])]
        >>> said = ["union proposes rise if bonus", "union proposes bonus if rise"]
        >>> march = Round("march", "2026-03-02", statements=said)
        >>> talks = Negotiation("Pay", parties=[Party("union", "Union")], demands=demands, rounds=[march])
        >>> talks.now.package_breaks
        (Break(demand='rise', relation=<Relation.EXCLUDES: 'excludes'>, other='bonus'),)
    """

    __module__ = "negotrack"

    demand: str
    relation: Relation
    other: str


def broken(demands: Sequence[Demand], package: Iterable[str], agreed: Iterable[str]) -> Iterator[Break]:
    """Give the declarations that do not hold of what is agreed and the package, and that the package has a part in.

    Examples:
        >>> demands = [Demand("x", "X", excludes=["y"]), Demand("y", "Y", requires=["z"]), Demand("z", "Z")]
        >>> [(one.demand, str(one.relation), one.other) for one in broken(demands, ["x", "y"], [])]
        [('x', 'excludes', 'y'), ('y', 'requires', 'z')]
    """
    known, new = {demand.id for demand in demands}, set(package)
    held = new.union(agreed)
    for demand in demands:
        if demand.id in held:
            for rival in dict.fromkeys(demand.excludes):
                is_touched = demand.id in new or rival in new
                if rival in held and rival != demand.id and is_touched:
                    yield Break(demand.id, Relation.EXCLUDES, rival)
            for other in dict.fromkeys(demand.requires):
                if other in known and other not in held and demand.id in new:
                    yield Break(demand.id, Relation.REQUIRES, other)
