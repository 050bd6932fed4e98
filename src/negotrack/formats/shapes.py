"""In which shapes does a file write a record?"""

from collections.abc import Mapping
from typing import Any

from attrs import fields

from negotrack.model.citations import Citation
from negotrack.model.claims import Claim
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.model.rounds import Delegate, Meeting, Round
from negotrack.model.settings import CheckSettings, Excuse
from negotrack.model.sources import Event, Source
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation

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


TABLES: Mapping[type, str] = {
    Negotiation: "the top",
    Party: "a party",
    Membership: "a member",
    Demand: "a demand",
    Decision: "a decision",
    Source: "a source",
    Round: "a round",
    Delegate: "a delegate",
    Meeting: "a meeting",
    Statement: "a statement",
    Citation: "a citation",
    Claim: "a claim",
    Event: "an event",
    CheckSettings: "`check`",
    Excuse: "an excuse",
}
"""All records that a file writes as tables, and what people call these."""


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


def tables_with(key: str) -> list[str]:
    """Give what the tables are called that can have a key.

    Examples:
        >>> tables_with("locator"), tables_with("likes")
        (['a statement', 'a citation'], [])
    """
    return [called for cls, called in TABLES.items() if key in keys(cls)]
