"""Which fields do the records have that make up a dossier, and what does one with all of them look like?"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin

from attrs import Attribute, fields, has

from negotrack import Claim, Decision, Negotiation, Party, Sentence, Statement, When
from negotrack.formats.converter import converter
from negotrack.formats.shapes import KEYED
from negotrack.ids import Id

Path = tuple[str | int, ...]

_LEAVES = (Sentence, When)
"""Records that a file writes as one value."""
_GIVEN: dict[type, dict[str, Any]] = {
    Party: {"role": "bloc"},
    Claim: {"outcome": "agreed"},
    Decision: {"needs": 1},
    Statement: {"says": "a reserves a"},
}
"""Fields that cannot hold what their type says, because of others."""


class Place(NamedTuple):
    """A field of a record, and where a dossier that has all fields holds it."""

    path: Path
    cls: type
    field: Attribute[Any]

    def __str__(self) -> str:
        return ".".join(map(str, self.path))


def inner(type_: Any) -> Any:
    """Give the type of a field without `| None`."""
    if get_origin(type_) is tuple or type_ is Id:
        return type_
    known = [one for one in get_args(type_) if one is not NoneType]
    return known[0] if len(known) == 1 and NoneType in get_args(type_) else type_


def item(type_: Any) -> Any:
    """Give the type of the items of a field that holds several, else the type itself."""
    type_ = inner(type_)
    return get_args(type_)[0] if get_origin(type_) is tuple else type_


def is_several(type_: Any) -> bool:
    """Tell whether a field holds several values."""
    return get_origin(inner(type_)) is tuple


def is_record(type_: Any) -> bool:
    """Tell whether a type is a record with a table of its own."""
    return isinstance(type_, type) and has(type_) and type_ not in _LEAVES


def places(cls: type = Negotiation, path: Path = ()) -> Iterator[Place]:
    """Give every field that a dossier can have, and where `complete` holds it; keys of tables are left out."""
    for field in fields(cls):
        if not field.init or KEYED.get(cls) == field.name:
            continue
        here = (*path, field.name)
        yield Place(here, cls, field)
        type_ = item(field.type)
        if is_record(type_):
            yield from places(type_, _into(cls, field, type_, here))


def _into(cls: type, field: Attribute[Any], type_: type, here: Path) -> Path:
    if not is_several(field.type) or (field.name == "source"):
        return here
    return (*here, "a" if type_ in KEYED else 0)


def text_places() -> list[Place]:
    """Give the fields that hold any text, one or several."""
    return [place for place in places() if item(place.field.type) is str]


def complete(text: str = "text", only: Place | None = None) -> Negotiation:
    """Give a record in which every field is given. A text stands in every field that takes any, or in only one."""
    made = _made(Negotiation, text, only)
    assert isinstance(made, Negotiation)
    return made


def _made(cls: type, text: str, only: Place | None) -> Any:
    given = _GIVEN.get(cls, {})
    values = {
        field.name: given[field.name]
        if field.name in given
        else _value(field, text if only is None or (cls, field) == only[1:] else "text", text, only)
        for field in fields(cls)
        if field.init
    }
    return cls(**values)


def _value(field: Attribute[Any], here: str, text: str, only: Place | None) -> Any:
    type_ = item(field.type)
    if type_ is Id:
        one: Any = "a"
    elif is_record(type_):
        one = _made(type_, text, only)
    elif issubclass(type_, StrEnum):
        one = next(iter(type_))
    else:
        one = {str: here, bool: True, int: 1, When: "2022-10~"}[type_]
    return (one,) if is_several(field.type) else one


def data(negotiation: Negotiation) -> dict[str, Any]:
    """Give a record as the plain data that stand in its file."""
    return {"format": 1, **converter.unstructure(negotiation)}


def replaced(tree: Any, path: Path, value: Any) -> Any:
    """Give plain data with another value at a path; where a short form stands on the way, a table is put there."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(tree, list):
        return [replaced(old, rest, value) if at == step else old for at, old in enumerate(tree)]
    made = dict(tree) if isinstance(tree, dict) else {}
    return {**made, step: replaced(made.get(step), rest, value)}
