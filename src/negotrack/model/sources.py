"""Where is it written?"""

from enum import StrEnum, unique
from typing import final

from attrs import field, frozen

from negotrack.dates import When, when, when_or_none
from negotrack.fields import as_made, as_text, checked, choice
from negotrack.ids import Id, check_id
from negotrack.model.citations import Citation, citations, shown


@unique
class Tier(StrEnum):
    """How near a source stands to what was said. It ranks nothing.

    Examples:
        >>> from negotrack import seed
        >>> {source.id: str(source.tier) for source in seed("sochi-2022").sources[:3]}
        {'iria': 'analyst', 'pax-2454': 'official', 'armradio-3110': 'press'}
    """

    __module__ = "negotrack"

    OFFICIAL = "official"
    """A text that the parties adopted or deposited together."""
    MEDIATOR = "mediator"
    """A mediator's or a host's readout."""
    PARTY = "party"
    """What one of the parties published."""
    PRESS = "press"
    """Reporting by news media."""
    ANALYST = "analyst"
    """Reporting or comment by a researcher or an institute."""


def _tier(value: str | None) -> Tier | None:
    return None if value is None else choice(Tier, value, "tier")


@final
@frozen(repr=False, field_transformer=checked)
class Source:
    """A document that says what was said.

    Attributes:
        date: when it was published.
        file: a text file that holds it, for checking quotes against.

    Raises:
        BadId: `id` is none.
        BadDate: `date` is none.
        BadField: a word is outside its list; the nearest is suggested.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Source("minutes", "Minutes of 2 March", tier="party")
        Source('minutes', 'Minutes of 2 March', tier='party')
    """

    __module__ = "negotrack"

    id: Id = field(validator=check_id)
    title: str = field()
    publisher: str | None = field(default=None, kw_only=True)
    date: When | None = field(default=None, kw_only=True, repr=as_text, converter=when_or_none)
    url: str | None = field(default=None, kw_only=True)
    tier: Tier | None = field(default=None, kw_only=True, converter=_tier)
    file: str | None = field(default=None, kw_only=True)
    note: str | None = field(default=None, kw_only=True)

    __repr__ = as_made


@final
@frozen(repr=False, field_transformer=checked)
class Event:
    """A dated fact that is no statement: a clash, an election. It moves no position.

    Attributes:
        source: the sources that tell of it, in any order.

    Raises:
        BadDate: `date` is none.
        BadId: the id of a source is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Event("2022-09-13", "Border clashes")
        Event('2022-09-13', 'Border clashes')
    """

    __module__ = "negotrack"

    date: When = field(repr=as_text, converter=when)
    title: str = field()
    source: tuple[Citation, ...] = field(default=(), kw_only=True, repr=shown, converter=citations)
    note: str | None = field(default=None, kw_only=True)

    __repr__ = as_made
