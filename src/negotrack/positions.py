"""Where can a party stand on a demand?"""

from enum import StrEnum, unique
from typing import final

from attrs import field, frozen

from negotrack.fields import choice
from negotrack.model.statements import Reservation, Statement
from negotrack.sentence import enumerated
from negotrack.stances import Stance

OWN = "own"
"""The basis of a position that the party took itself; else it is the id of the bloc that spoke for it."""


@final
@frozen(kw_only=True)
class Held:
    """The party has spoken, and its word stands.

    Two are equal when stance, conditions (in any order), provisional, reservation, red line and version are. The
    rest tells where the position comes from; it is shown and not compared.

    Attributes:
        conditions: the demands that must be agreed for the assent to count, as in the sentence.
        version: the number of the text that it was given to, 1 being the first.
        said: the statement in force.
        said_in: the id of the round of that statement.
        since: the id of the first round of the unbroken run of rounds at whose end the position is equal to this.
        basis: `own`, or the id of the bloc that spoke for the party.

    Examples:
        >>> from negotrack import seed
        >>> position = seed("sochi-2022").now["azerbaijan", "treaty"]
        >>> print(position)
        accepts if soviet-borders
        >>> position.conditions, position.said.locator
        (('soviet-borders',), 'sentence 15')
        >>> position.is_qualified
        True
    """

    __module__ = "negotrack"

    stance: Stance
    conditions: tuple[str, ...] = field(eq=frozenset)
    provisional: bool
    reservation: Reservation | None
    red_line: bool
    version: int
    said: Statement = field(eq=False)
    said_in: str = field(eq=False)
    since: str = field(eq=False)
    basis: str = field(eq=False)

    @property
    def is_qualified(self) -> bool:
        """Whether it is assent with conditions or given provisionally."""
        return bool(self.conditions) or self.provisional

    def __str__(self) -> str:
        words = [
            *(["provisionally"] if self.provisional else []),
            self.stance,
            *([f"({self.reservation})"] if self.reservation else []),
            *(["if", enumerated(self.conditions)] if self.conditions else []),
        ]
        return " ".join(words) + (", a red line" if self.red_line else "")


@final
@frozen
class Lapsed:
    """The party has spoken, and the text has been amended since: it is silent on the current one.

    Two are always equal, whatever lapsed.

    Attributes:
        was: the position as it stood when it lapsed.

    Examples:
        >>> from negotrack import seed
        >>> position = seed("colombia-farc").at("new-text")["voters", "final-agreement"]
        >>> print(position)
        lapsed (rejects)
        >>> position.was.said_in
        'plebiscite'
    """

    __module__ = "negotrack"

    was: Held = field(eq=False)

    def __str__(self) -> str:
        return f"lapsed ({self.was})"


@final
@frozen
class Silent:
    """The party has never spoken on the demand. It is neither agreement nor refusal.

    Examples:
        >>> from negotrack import seed
        >>> seed("sochi-2022").now["armenia", "treaty"]
        Silent()
    """

    __module__ = "negotrack"

    def __str__(self) -> str:
        return "silent"


Position = Held | Lapsed | Silent
"""Where a party stands on a demand: a closed union, made to be matched."""

SILENT = Silent()


def sides(before: Position, after: Position) -> tuple[str, str]:
    """Give two positions in words, with the number of the text where that is another.

    Examples:
        >>> sides(SILENT, SILENT)
        ('silent', 'silent')
    """
    if isinstance(before, Held) and isinstance(after, Held) and before.version != after.version:
        return f"{before} (text {before.version})", f"{after} (text {after.version})"
    return str(before), str(after)


@unique
class Mark(StrEnum):
    """What is to be said of a cell besides the stance in it.

    Examples:
        >>> from negotrack import seed
        >>> seed("armenia-azerbaijan").now.marks("armenia", "corridor")
        (<Mark.DISPUTED: 'disputed'>,)
    """

    __module__ = "negotrack"

    LAPSED = "lapsed"
    """What the party said was said of a text that is no longer on the table."""
    REPORTED = "reported"
    """The party is silent or its position lapsed, and another's account says where it stands."""
    DISPUTED = "disputed"
    """The party's own position stands, and another's account says otherwise."""


@final
@frozen(kw_only=True)
class Account:
    """What somebody else says that a party said. It moves no position; while it is open it marks the cell.

    Attributes:
        according_to: whose account it is.
        given_in: the id of the round in which it was given.

    Examples:
        >>> from negotrack import seed
        >>> (account,) = seed("armenia-azerbaijan").now.accounts("armenia", "corridor")
        >>> print(account)
        armenia accepts corridor, according to azerbaijan
        >>> account.stance, account.conditions, account.says_the_same(Stance.REJECTS)
        (<Stance.ACCEPTS: 'accepts'>, (), False)
    """

    __module__ = "negotrack"

    party: str
    demand: str
    according_to: str
    said: Statement
    given_in: str

    def says_the_same(self, stance: Stance | str) -> bool:
        """Tell whether a stance of the party's own is the one that it reports, or both are assents.

        Raises:
            BadField: there is no such stance.
        """
        own = choice(Stance, stance, "stance")
        return own is self.stance or (own.is_assent and self.stance.is_assent)

    @property
    def stance(self) -> Stance:
        """The stance that it reports."""
        return self.said.says.stance

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions that it reports, as in the sentence."""
        return self.said.says.conditions

    def __str__(self) -> str:
        return f"{self.said.says}, according to {self.according_to}"


def marks(position: Position, *, has_open_account: bool) -> tuple[Mark, ...]:
    """Give the marks of a cell, in a fixed order.

    Examples:
        >>> marks(SILENT, has_open_account=True)
        (<Mark.REPORTED: 'reported'>,)
    """
    lapsed = (Mark.LAPSED,) if isinstance(position, Lapsed) else ()
    if not has_open_account:
        return lapsed
    return (*lapsed, Mark.DISPUTED if isinstance(position, Held) else Mark.REPORTED)
