"""What can a party say about a demand?"""

from enum import StrEnum, unique


@unique
class Stance(StrEnum):
    """What a holder says about a demand. Saying nothing is no stance.

    Examples:
        >>> Stance("rejects").is_assent
        False
        >>> Stance.ABSTAINS.plural
        'abstain'
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
    def is_assent(self) -> bool:
        """Whether it counts as assent: `proposes`, `amends` and `accepts` do."""
        return self in _ASSENTS

    @property
    def puts_forward(self) -> bool:
        """Whether who says it makes the demand its own, and can withdraw it later: `proposes` and `amends` do."""
        return self in _PUT_FORWARD

    @property
    def noun(self) -> str:
        """What it is called as a thing that can wait, hold and lapse: `acceptance`."""
        return _NOUNS[self]

    @property
    def takes_on(self) -> bool:
        """Whether `on` may stand between its verb and what it is about, as in `abstains on pay`."""
        return self in _TAKE_ON

    @property
    def plural(self) -> str:
        """The verb as several holders take it: `accept`."""
        return self.value.removesuffix("s")


_ASSENTS = frozenset({Stance.PROPOSES, Stance.AMENDS, Stance.ACCEPTS})

_PUT_FORWARD = frozenset({Stance.PROPOSES, Stance.AMENDS})

_TAKE_ON = frozenset({Stance.ABSTAINS, Stance.RESERVES})
_NOUNS = {
    Stance.PROPOSES: "proposal",
    Stance.AMENDS: "amendment",
    Stance.ACCEPTS: "acceptance",
    Stance.REJECTS: "refusal",
    Stance.RESERVES: "reservation",
    Stance.ABSTAINS: "abstention",
    Stance.DEFERS: "deferral",
    Stance.WITHDRAWS: "withdrawal",
}

VERBS = {form: stance for stance in Stance for form in (stance.value, stance.plural)}
"""Both forms of each verb, and the stance they mean."""
