"""What does a record look like under other ids?"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from attrs import evolve, fields, has

from negotrack.citing import NAMED
from negotrack.model.citations import Citation
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.sources import Source
from negotrack.subjects import Kind

T = TypeVar("T")

Rename = Callable[[Kind, str], str]
"""What gives for each id the new one; it is told of what kind that is which the id names."""

_OWN = {
    Party: Kind.PARTY,
    Demand: Kind.DEMAND,
    Round: Kind.ROUND,
    Source: Kind.SOURCE,
    Citation: Kind.SOURCE,
}
"""What the field `id` of a record names."""

_NAMED = {
    "according_to": Kind.PARTY,
    "between": Kind.PARTY,
    "conditions": Kind.DEMAND,
    "demand": Kind.DEMAND,
    "demands": Kind.DEMAND,
    "excludes": Kind.DEMAND,
    "holders": Kind.PARTY,
    "joins": Kind.ROUND,
    "leaves": Kind.ROUND,
    "mediators": Kind.PARTY,
    "part_of": Kind.DEMAND,
    "party": Kind.PARTY,
    "present": Kind.PARTY,
    "requires": Kind.DEMAND,
    "round": Kind.ROUND,
    "succeeds": Kind.DEMAND,
    "veto": Kind.PARTY,
}
"""What the other fields that hold ids name."""


def renamed(record: T, new: Rename) -> T:
    """Give a record with every id in it renamed, those that notes name sources by as well. All else stays as it is.

    Examples:
        >>> demand = Demand("corridor", "Zangezur corridor", part_of="unblocking", between=["armenia"])
        >>> renamed(demand, lambda kind, id_: f"{kind}-{id_}").part_of
        'demand-unblocking'
    """
    given: T = _renamed(record, new)
    return given


def _renamed(value: Any, new: Rename) -> Any:  # noqa: ANN401 - a field holds anything
    if isinstance(value, tuple):
        return tuple(_renamed(one, new) for one in value)
    made_of = held(type(value))  # type: ignore[arg-type]  # mypy takes a class for unhashable
    if not made_of:
        return value
    changed: dict[str, Any] = {}
    for name, kind in made_of.items():
        old = getattr(value, name)
        changed[name] = _renamed(old, new) if kind is None else _ids(old, kind, new)
    if changed.get("note"):
        changed["note"] = NAMED.sub(lambda found: f"[{new(Kind.SOURCE, found[1])}]", changed["note"])
    return evolve(value, **changed)


def _ids(old: "str | tuple[str, ...] | None", kind: Kind, new: Rename) -> "str | tuple[str, ...] | None":
    if isinstance(old, tuple):
        return tuple(new(kind, id_) for id_ in old)
    return old and new(kind, old)


def ids_in(record: object) -> Iterator[tuple[Kind, str]]:
    """Give every id that stands in a record, whether it names something or not, with the kind of what it names.

    Examples:
        >>> [(str(kind), id_) for kind, id_ in ids_in(Demand("corridor", "Corridor", between=["armenia"]))]
        [('demand', 'corridor'), ('party', 'armenia')]
    """
    if isinstance(record, tuple):
        for one in record:
            yield from ids_in(one)
        return
    for name, kind in held(type(record)).items():  # type: ignore[arg-type]  # mypy takes a class for unhashable
        value = getattr(record, name)
        if kind is None:
            yield from ids_in(value)
        elif value:
            yield from ((kind, id_) for id_ in ((value,) if isinstance(value, str) else value))
        if name == "note":
            yield from ((Kind.SOURCE, id_) for id_ in NAMED.findall(value or ""))


@cache
def held(cls: type) -> Mapping[str, Kind | None]:
    """Give the fields that a record is made of, each with the kind of what its ids name; None: it holds no ids.

    Of what is no record it gives none.

    Examples:
        >>> held(Citation)
        {'id': <Kind.SOURCE: 'source'>, 'locator': None}
    """
    if not has(cls):
        return {}
    return {
        at.name: _kind(cls, at.name) if "an id" in str(at.type) else None for at in fields(cls) if at.init
    }


def _kind(cls: type, field: str) -> Kind:
    return _OWN[cls] if field == "id" else _NAMED[field]
