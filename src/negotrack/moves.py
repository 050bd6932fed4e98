"""Which moves did a round make?"""

from collections.abc import Iterator
from typing import NamedTuple, final

from attrs import frozen

from negotrack.model.statements import Statement
from negotrack.movements import Movement, movement
from negotrack.positions import OWN, Held, Position, sides
from negotrack.timeline import Timeline


@final
@frozen
class Mover:
    """A party, and by whose words it moved.

    Attributes:
        voice: the party itself, or the bloc that spoke for it.

    Examples:
        >>> from negotrack import seed
        >>> one, other, *_ = seed("uk-eu-withdrawal").ledger.rounds[6].movers
        >>> one.party, other.party, one.is_answered_by(other)
        ('uk', 'eu', True)
    """

    __module__ = "negotrack"

    party: str
    voice: str

    def is_answered_by(self, other: "Mover") -> bool:
        """Tell whether a move of another answers one of this: another party moves, and by another voice."""
        return other.party != self.party and other.voice != self.voice


def voice(party: str, position: Position) -> str:
    """Give whose words a position of a party is: the party's, or those of the bloc that spoke for it."""
    match position:
        case Held(basis=basis) if basis != OWN:
            return basis
        case _:
            return party


@final
@frozen(kw_only=True)
class Move:
    """A change of a position, by a statement. What was undone later in the same round was a move, too.

    Attributes:
        said: the statement that made it; of a lapse, the amendment.
        said_in: the id of the round.

    Examples:
        >>> from negotrack import seed
        >>> move = seed("uk-eu-withdrawal").moves("commons-2020")[0]
        >>> print(move)
        commons on withdrawal-agreement: lapsed (rejects) -> accepts (toward)
        >>> str(move.movement), move.mover.voice, [str(said.says) for said in move.statements]
        ('toward', 'commons', ['commons accepts withdrawal-agreement and protocol'])
    """

    __module__ = "negotrack"

    party: str
    demand: str
    before: Position
    after: Position
    said: Statement
    said_in: str

    @property
    def movement(self) -> Movement:
        """Which way it went."""
        return movement(self.before, self.after)

    @property
    def mover(self) -> Mover:
        """Who moved, and by whose words."""
        return Mover(self.party, voice(self.party, self.after))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The one statement that made it."""
        return (self.said,)

    def __str__(self) -> str:
        before, after = sides(self.before, self.after)
        movement = f" ({self.movement})" if self.movement is not Movement.LAPSED else ""
        return f"{self.party} on {self.demand}: {before} -> {after}{movement}"


def moves(timeline: Timeline, number: int) -> Iterator[Move]:
    """Give the moves of a round, in order; what leaves a position as it is makes none."""
    journal = timeline.journal
    for place in journal.entries(number):
        if not journal.is_restated(place):
            cell, word = journal.cell_of(place), journal.word(place)
            yield Move(
                party=cell.party,
                demand=cell.demand,
                before=journal.position(journal.previous[place]),
                after=journal.position(place),
                said=word.said,
                said_in=word.said_in,
            )


class Restatement(NamedTuple):
    """A word that left a position as it was: whose position, on what, and whose word."""

    party: str
    demand: str
    voice: str
    """The party, or the bloc that spoke for it."""


def restated(timeline: Timeline, number: int) -> Iterator[Restatement]:
    """Give the words of a round that left a position as it was; a bloc speaks for each of its members."""
    journal = timeline.journal
    for place in journal.entries(number):
        if journal.is_restated(place):
            cell = journal.cell_of(place)
            yield Restatement(*cell, voice(cell.party, journal.position(place)))
