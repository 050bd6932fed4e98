"""Who negotiates, and who speaks for whom?"""

from collections.abc import Iterable
from enum import StrEnum, unique
from typing import Any, final

from attrs import Attribute, Factory, field, frozen

from negotrack.fields import BadField, as_made, checked, choice, records, texts
from negotrack.ids import Id, check_id, check_id_or_none


@unique
class Role(StrEnum):
    """What a party is in the negotiation. Unless a demand says otherwise, principals decide.

    Examples:
        >>> from negotrack import seed
        >>> [(party.id, str(party.role)) for party in seed("sochi-2022").parties]
        [('azerbaijan', 'principal'), ('armenia', 'principal'), ('russia', 'mediator')]
    """

    __module__ = "negotrack"

    PRINCIPAL = "principal"
    """Its assent counts."""
    BLOC = "bloc"
    """Speaks for its members; its own assent does not count."""
    MEDIATOR = "mediator"
    """Helps the others agree; it may propose, and its assent is not needed."""
    GUARANTOR = "guarantor"
    """Vouches for what is agreed; its assent is not needed."""
    OBSERVER = "observer"
    """Is there; its assent is not needed."""
    OTHER = "other"
    """None of these; its assent is not needed."""


@final
@frozen(repr=False, field_transformer=checked)
class Membership:
    """A party's place in a bloc, for all rounds or a span of them.

    Attributes:
        party: the member; a bloc may be a member of another.
        joins: the first round in which it is a member; None: from the start.
        leaves: the first round in which it is no member any more; None: it stays.

    Raises:
        BadId: `party`, or a round it names, is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Membership("uk", leaves="brexit")
        Membership('uk', leaves='brexit')
    """

    __module__ = "negotrack"

    party: Id = field(validator=check_id)
    joins: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    leaves: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)

    __repr__ = as_made


def _role(value: str) -> Role:
    return choice(Role, value, "role")


def _memberships(members: Iterable[str | Membership]) -> tuple[Membership, ...]:
    if isinstance(members, str):
        raise TypeError(f"give a list of members, not the text {members!r}")
    return records((Membership(one) if isinstance(one, str) else one for one in members), Membership)


@final
@frozen(repr=False, field_transformer=checked)
class Party:
    """Somebody who takes part in a negotiation: a state, a union, a ministry, a bloc of these.

    Attributes:
        members: whom it speaks for, in any order, where it is a bloc.
        role: what it is in the negotiation: a bloc where it has members, else a principal.
        aliases: other names under which it appears in the sources, in any order.
        joins: the first round in which it decides; None: from the start.
        leaves: the first round in which it decides no more; None: it stays.

    Raises:
        BadId: `id` is none.
        BadField: it has members, but is given a role other than that of a bloc, or a role that there is not.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Party("eu", "European Union", members=["france", "poland"]).role
        <Role.BLOC: 'bloc'>
        >>> Party("russia", "Russia", role="mediator")
        Party('russia', 'Russia', role='mediator')
    """

    __module__ = "negotrack"

    id: Id = field(validator=check_id)
    name: str = field()
    members: tuple[Membership, ...] = field(default=(), kw_only=True, converter=_memberships)
    role: Role = field(
        default=Factory(lambda self: Role.BLOC if self.members else Role.PRINCIPAL, takes_self=True),
        kw_only=True,
        converter=_role,
    )
    aliases: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    joins: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    leaves: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    note: str | None = field(default=None, kw_only=True)

    @members.validator
    def _only_blocs_have_members(self, _: "Attribute[Any]", members: tuple[Membership, ...]) -> None:
        if members and self.role is not Role.BLOC:
            raise BadField("members", f"go with the role `bloc`, not with `{self.role}`")

    __repr__ = as_made
