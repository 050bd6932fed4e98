"""What can a party say about a demand?"""

from enum import StrEnum, unique
from typing import NamedTuple


@unique
class Stance(StrEnum):
    """What a holder says about a demand. Saying nothing is no stance.

    Examples:
        >>> Stance("rejects").is_assent
        False
        >>> Stance.ABSTAINS.plural
        'abstain'
        >>> Stance.REJECTS.noun, Stance.REJECTS.is_refusal, Stance.REJECTS.is_objection
        ('refusal', True, True)
        >>> [str(stance) for stance in Stance if stance.puts_forward]
        ['proposes', 'amends']
        >>> [str(stance) for stance in Stance if stance.takes_on]
        ['reserves', 'abstains']
    """

    __module__ = "negotrack"

    PROPOSES = "proposes"
    """Puts the demand forward, or takes it up as its own; counts as assent."""
    AMENDS = "amends"
    """Puts it forward with a new text, to which it assents; what others said of the old text lapses."""
    ACCEPTS = "accepts"
    """Agrees to it; counts as assent. It does not make the demand the holder's own."""
    REJECTS = "rejects"
    """Refuses it. It does not mean that the demand is rejected: that is for the decision rule to say."""
    RESERVES = "reserves"
    """Explicitly takes no position yet. It is neither assent nor refusal."""
    ABSTAINS = "abstains"
    """Steps aside and leaves the count: the others decide. It is no silent assent."""
    DEFERS = "defers"
    """Wants it taken up later. It is neither assent nor refusal."""
    WITHDRAWS = "withdraws"
    """Takes its own proposal off the table. It is no refusal of what others propose."""

    @property
    def noun(self) -> str:
        """What it is called as a thing that can wait, hold and lapse: `acceptance`."""
        return _TRAITS[self].noun

    @property
    def plural(self) -> str:
        """The verb as several holders take it: `accept`."""
        return self.value.removesuffix("s")

    @property
    def takes_on(self) -> bool:
        """Whether `on` may stand between its verb and what it is about, as in `abstains on pay`."""
        return _TRAITS[self].takes_on

    @property
    def is_assent(self) -> bool:
        """Whether it counts as assent: `proposes`, `amends` and `accepts` do."""
        return _TRAITS[self].is_assent

    @property
    def is_refusal(self) -> bool:
        """Whether it counts as refusal: `rejects` does."""
        return _TRAITS[self].is_refusal

    @property
    def is_objection(self) -> bool:
        """Whether a new text does not lift it by itself: `rejects`, `reserves` and `defers` are not lifted."""
        return _TRAITS[self].is_objection

    @property
    def puts_forward(self) -> bool:
        """Whether who says it makes the demand its own, and can withdraw it later: `proposes` and `amends` do."""
        return _TRAITS[self].puts_forward


class _Traits(NamedTuple):
    """What is to be known of a stance; its properties say what it means."""

    noun: str
    takes_on: bool = False
    is_assent: bool = False
    is_refusal: bool = False
    is_objection: bool = False
    puts_forward: bool = False


_TRAITS = {
    Stance.PROPOSES: _Traits("proposal", is_assent=True, puts_forward=True),
    Stance.AMENDS: _Traits("amendment", is_assent=True, puts_forward=True),
    Stance.ACCEPTS: _Traits("acceptance", is_assent=True),
    Stance.REJECTS: _Traits("refusal", is_refusal=True, is_objection=True),
    Stance.RESERVES: _Traits("reservation", takes_on=True, is_objection=True),
    Stance.ABSTAINS: _Traits("abstention", takes_on=True),
    Stance.DEFERS: _Traits("deferral", is_objection=True),
    Stance.WITHDRAWS: _Traits("withdrawal"),
}

VERBS = {form: stance for stance in Stance for form in (stance.value, stance.plural)}
"""Both forms of each verb, and the stance they mean."""
