"""What can be another after than before: a position, an outcome, a text, a mark, or who is there?"""

from enum import StrEnum, unique
from functools import cached_property
from typing import final

from attrs import field, frozen

from negotrack.becoming import Change, change
from negotrack.journal import Word
from negotrack.model.statements import Statement
from negotrack.movements import Movement, movement
from negotrack.moves import Mover, voice
from negotrack.positions import Mark, Position, sides
from negotrack.rewording import Stretch, reworded
from negotrack.standing import Result
from negotrack.versions import Version


@final
@frozen(kw_only=True)
class PositionChange:
    """A party's position on a demand that is another after than before.

    Attributes:
        words: what was said between the two that moved it, was said again or was undone, in order; of a lapse, the
            amendment.

    Examples:
        >>> from negotrack import seed
        >>> moved = seed("colombia-farc").diff("plebiscite", "new-text").positions[2]
        >>> print(moved)
        voters on final-agreement: rejects -> lapsed (rejects)
        >>> [str(said.says) for said in moved.statements]
        ['government and farc amend final-agreement']
        >>> str(moved.movement), moved.mover.party
        ('lapsed', 'voters')
    """

    __module__ = "negotrack"

    party: str
    demand: str
    before: Position
    after: Position
    words: tuple[Word, ...] = field(eq=False)

    @property
    def movement(self) -> Movement:
        """Which way it went."""
        return movement(self.before, self.after)

    @property
    def mover(self) -> Mover:
        """Who moved, and by whose words it stands where it does after."""
        return Mover(self.party, voice(self.party, self.after))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that made it, in order."""
        return tuple(word.said for word in self.words)

    def __str__(self) -> str:
        before, after = sides(self.before, self.after)
        movement = f" ({self.movement})" if self.movement is not Movement.LAPSED else ""
        return f"{self.party} on {self.demand}: {before} -> {after}{movement}"


@unique
class Presence(StrEnum):
    """Whether a party came or went.

    Examples:
        >>> from negotrack import seed
        >>> seed("colombia-farc").diff("justice-2015", "final-text").parties[0].presence
        <Presence.JOINED: 'joined'>
    """

    __module__ = "negotrack"

    JOINED = "joined"
    """It is active after, and was not before."""
    LEFT = "left"
    """It was active before, and is not after."""


@final
@frozen(kw_only=True)
class PartyChange:
    """A party that is active in one of the two rounds only.

    Examples:
        >>> from negotrack import seed
        >>> (changed,) = seed("colombia-farc").diff("justice-2015", "final-text").parties
        >>> print(changed)
        voters joined
        >>> changed.statements
        ()
    """

    __module__ = "negotrack"

    party: str
    presence: Presence

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Empty: no statement makes a party join or leave."""
        return ()

    def __str__(self) -> str:
        return f"{self.party} {self.presence}"


@final
@frozen(kw_only=True)
class OutcomeChange:
    """A demand of which something else became after than before.

    Attributes:
        through: the ids of the demands that changed too and on which its later outcome hangs, in the order of the
            dossier: the parts that make it, the conditions of an assent to it, what replaces it, the final whole that
            makes it provisional or does so no more.
        words: what was said between the two that moved positions on it, in order; where nothing was, on the nearest of
            those demands that it hangs on. Empty where only parties joined or left.
        parties: the parties that joined or left between the two and by that make its later outcome, in the order of
            the dossier: without that it would be another.

    Examples:
        >>> from negotrack import seed
        >>> changed = seed("colombia-farc").diff("second-signing", "ratification").outcomes[1]
        >>> print(changed)
        land: provisionally agreed -> agreed (confirmed)
        >>> changed.through
        ('final-agreement',)
        >>> str(changed.change), [str(said.says) for said in changed.statements]
        ('confirmed', ['congress accepts final-agreement'])
    """

    __module__ = "negotrack"

    demand: str
    before: Result
    after: Result
    through: tuple[str, ...] = field(eq=False)
    words: tuple[Word, ...] = field(eq=False)
    parties: tuple[PartyChange, ...] = field(eq=False)

    @property
    def change(self) -> Change:
        """What became of it."""
        return change(self.before, self.after)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that made it, in order."""
        return tuple(word.said for word in self.words)

    def __str__(self) -> str:
        return f"{self.demand}: {self.before} -> {self.after} ({self.change})"


@final
@frozen(kw_only=True)
class TextChange:
    """A demand that has another text after than before.

    Attributes:
        amendments: the versions that were made between the two, in order.

    Examples:
        >>> from negotrack import seed
        >>> changed = seed("colombia-farc").diff("plebiscite", "new-text").texts[1]
        >>> print(changed)
        land: text 1 -> text 2
        >>> [one.words for one in changed.stretches if one.edit != "kept"]
        ['10', '15']
        >>> [str(said.says) for said in changed.statements]
        ['government and farc amend land']
    """

    __module__ = "negotrack"

    demand: str
    before: Version
    after: Version
    amendments: tuple[Version, ...] = field(eq=False)

    @property
    def words(self) -> tuple[Word, ...]:
        """The amendments that made it, in order, each with its round."""
        return tuple(
            Word(version.said, version.made_in)
            for version in self.amendments
            if version.said is not None and version.made_in is not None
        )

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The amendments that made it, in order."""
        return tuple(word.said for word in self.words)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The difference word by word, always from the older to the newer text; none where a text is not recorded."""
        old, new = sorted((self.before, self.after), key=lambda version: version.number)
        return () if old.text is None or new.text is None else reworded(old.text, new.text)

    def __str__(self) -> str:
        return f"{self.demand}: text {self.before.number} -> text {self.after.number}"


@final
@frozen(kw_only=True)
class MarkChange:
    """A cell that is disputed or reported after and was not before, or the other way round.

    Attributes:
        before: disputed or reported; None: neither.
        words: what was said in the cell between the two, in order: accounts, what closed any, and the party's own
            words.

    Examples:
        >>> from negotrack import seed
        >>> (changed,) = seed("armenia-azerbaijan").diff("aliyev-apr-2021", "exchange-july-2021").marks
        >>> print(changed)
        armenia on mines-aghdam: no mark -> reported
        >>> [f"{said.says}, according to {said.according_to}" for said in changed.statements]
        ['armenia accepts mines-aghdam, according to azerbaijan']
    """

    __module__ = "negotrack"

    party: str
    demand: str
    before: Mark | None
    after: Mark | None
    words: tuple[Word, ...] = field(eq=False)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that made it, in order."""
        return tuple(word.said for word in self.words)

    def __str__(self) -> str:
        return f"{self.party} on {self.demand}: {self.before or 'no mark'} -> {self.after or 'no mark'}"


DiffEntry = PositionChange | OutcomeChange | TextChange | PartyChange | MarkChange
"""An entry of a diff: a closed union, made to be matched."""
