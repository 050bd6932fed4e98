"""Which words are left out of the reading, and why?"""

from enum import StrEnum, unique
from typing import assert_never, final

from attrs import frozen

from negotrack.model.statements import Statement


@unique
class Omission(StrEnum):
    """Why words are left out.

    Examples:
        >>> from negotrack import seed
        >>> seed("sochi-2022").saying("russia accepts coridor").now.left_out[0].why
        <Omission.UNKNOWN_DEMAND: 'unknown-demand'>
    """

    __module__ = "negotrack"

    UNKNOWN_PARTY = "unknown-party"
    """A holder is no party of the record."""
    UNKNOWN_DEMAND = "unknown-demand"
    """What they are about is no demand of the record."""
    UNKNOWN_CONDITION = "unknown-condition"
    """A condition is no demand of the record, and is never met."""
    OTHER_TEXT = "other-text"
    """They are about another than the current text."""
    NOT_PUT_FORWARD = "not-put-forward"
    """They withdraw what the holder has not put forward."""


@final
@frozen(kw_only=True)
class LeftOut:
    """Words that are left out, as a whole or in part: a holder, a demand or a condition of theirs.

    Attributes:
        said_in: the id of the round.
        party: the holder that is left out; None: all of them.
        demand: the demand or the condition that is left out; None: all of them.
        current: where they are about another text: the number of the one that was current, from 1; else 0.

    Examples:
        >>> from negotrack import seed
        >>> (words,) = seed("sochi-2022").saying("russia accepts coridor").now.left_out
        >>> print(words)
        russia accepts coridor: there is no demand `coridor`
        >>> words.reason
        'there is no demand `coridor`'
    """

    __module__ = "negotrack"

    said: Statement
    said_in: str
    why: Omission
    party: str | None = None
    demand: str | None = None
    current: int = 0

    def __str__(self) -> str:
        return f"{self.said.says}: {self.reason}"

    @property
    def reason(self) -> str:
        """What is left out, and why, in words."""
        match self.why:
            case Omission.UNKNOWN_PARTY:
                return f"there is no party `{self.party}`"
            case Omission.UNKNOWN_DEMAND:
                return f"there is no demand `{self.demand}`"
            case Omission.UNKNOWN_CONDITION:
                return f"the condition `{self.demand}` is no demand, and is never met"
            case Omission.OTHER_TEXT:
                return f"`{self.demand}` is at text {self.current}, not {self.said.version}"
            case Omission.NOT_PUT_FORWARD:
                return f"`{self.party}` has not put forward `{self.demand}`"
            case _:
                assert_never(self.why)
