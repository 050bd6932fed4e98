"""What does a source say came out?"""

from enum import StrEnum, unique
from typing import Any, final

from attrs import Attribute, field, frozen

from negotrack.fields import BadField, as_made, checked, choice
from negotrack.ids import Id, check_id, check_id_or_none
from negotrack.model.citations import Citation, citations, shown


@unique
class Outcome(StrEnum):
    """What became of a demand, as of a round. It is derived from what was said, never entered.

    Examples:
        >>> from negotrack import seed
        >>> seed("sochi-2022").now.standing("corridor").outcome
        <Outcome.REJECTED: 'rejected'>
    """

    __module__ = "negotrack"

    UNRAISED = "unraised"
    """Nobody has spoken of it."""
    WITHDRAWN = "withdrawn"
    """Off the table: whoever put it forward took it back. It is not rejected."""
    AGREED = "agreed"
    """As many assent as the decision rule needs. It says nothing of whether it was carried out."""
    REJECTED = "rejected"
    """A party that decides refuses it, and the rule lets that stop it. A mediator's no does not."""
    PENDING = "pending"
    """On the table, neither agreed nor rejected. It does not mean deadlocked."""


def _outcome(value: str) -> Outcome:
    return choice(Outcome, value, "outcome")


@final
@frozen(repr=False, field_transformer=checked)
class Claim:
    """An outcome as a source states it. It is compared with the derived outcome and never sets it.

    Attributes:
        source: the sources that state it, in any order; none: those of the round.
        according_to: the party that says so, where it is one party's word.

    Raises:
        BadId: `demand`, or an id it names, is none.
        BadField: `outcome` is none that a source claims: agreed, rejected or pending.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Claim("corridor", "rejected", source="iria").outcome
        <Outcome.REJECTED: 'rejected'>
    """

    __module__ = "negotrack"

    demand: Id = field(validator=check_id)
    outcome: Outcome = field(converter=_outcome)
    source: tuple[Citation, ...] = field(default=(), kw_only=True, repr=shown, converter=citations)
    according_to: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    note: str | None = field(default=None, kw_only=True)

    @outcome.validator
    def _is_claimable(self, _: "Attribute[Any]", outcome: Outcome) -> None:
        if outcome not in CLAIMABLE:
            raise BadField("outcome", f"of a claim is agreed, rejected or pending, not {outcome}")

    __repr__ = as_made


CLAIMABLE = (Outcome.AGREED, Outcome.REJECTED, Outcome.PENDING)
"""The outcomes that a source can claim."""
