"""In which shapes does a file write a record?"""

from collections.abc import Mapping
from typing import Any

from attrs import fields

from negotrack.model.citations import Citation
from negotrack.model.claims import Claim
from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.model.rounds import Delegate
from negotrack.model.sources import Source
from negotrack.model.statements import Statement

FORMAT = 1
"""The number of the file format that this version reads and writes."""

KEYED: Mapping[type, str] = {
    Party: "id",
    Demand: "id",
    Source: "id",
    Delegate: "party",
    Claim: "demand",
}
"""Records that stand in a table by one of their fields, which is the key there."""

SHORT: Mapping[type, str] = {
    Party: "name",
    Demand: "title",
    Source: "title",
    Delegate: "person",
    Claim: "outcome",
    Statement: "says",
    Citation: "id",
    Membership: "party",
}
"""Records for which a text alone can stand: it is the value of this field."""


def as_table(cls: type, value: Any) -> Any:
    """Give the table that a text stands for; what is no text stays what it is.

    Examples:
        >>> as_table(Party, "Armenia")
        {'name': 'Armenia'}
    """
    return {SHORT[cls]: value} if cls in SHORT and isinstance(value, str) else value


def keys(cls: type[Any]) -> list[str]:
    """Give the keys that the table of a record can have."""
    return [field.name for field in fields(cls) if field.init and field.name != KEYED.get(cls)]
