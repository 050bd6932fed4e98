"""Who moved, and which moves were answered?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import zip_longest
from typing import final

from attrs import frozen

from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.movements import Movement
from negotrack.moves import Move, Mover, moves
from negotrack.omissions import LeftOut
from negotrack.timeline import Timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.views.ledger import LedgerView


@final
@frozen
class Tally:
    """How often a party moved which way, over all rounds.

    Attributes:
        toward: how often it moved nearer to full assent.
        answered: how many of the moves toward were answered.
        away: how often it moved further from full assent.
        sideways: how often it took another position, neither nearer nor further.
        openings: how often it spoke its first word on a demand.
        lapses: how often its position lapsed, because a text changed.

    Examples:
        >>> from negotrack import seed
        >>> tally = seed("uk-eu-withdrawal").ledger.tallies["commons"]
        >>> tally
        Tally(toward=1, answered=1, away=0, sideways=0, openings=4, lapses=1)
        >>> tally.total
        6
    """

    __module__ = "negotrack"

    toward: int
    answered: int
    away: int
    sideways: int
    openings: int
    lapses: int

    @property
    def total(self) -> int:
        """How many changes of its positions that is; the answered moves are among those toward."""
        return self.toward + self.away + self.sideways + self.openings + self.lapses


@final
@frozen(eq=False)
class RoundMoves:
    """The moves of one round, in order, and which of them were answered.

    Attributes:
        number: the number of the round, from 1.
        moves: what moved, in the order in which it was said.

    Examples:
        >>> from negotrack import seed
        >>> one = seed("uk-eu-withdrawal").ledger.rounds[12]
        >>> one.round.id, len(one.moves), list(one.movers)
        ('commons-2020', 2, [Mover(party='commons', voice='commons')])
    """

    __module__ = "negotrack"

    round: Round
    number: int
    moves: tuple[Move, ...]

    @cached_property
    def movers(self) -> Mapping[Mover, Sequence[Move]]:
        """For each that moved toward its moves toward, in the order of the first."""
        found: dict[Mover, list[Move]] = {}
        for move in self.moves:
            if move.movement is Movement.TOWARD:
                found.setdefault(move.mover, []).append(move)
        return found


@final
@frozen(eq=False, repr=False)
class Ledger:
    """The moves of all rounds, summed by party.

    A move toward is answered when in the same round or the next another party moves toward on any demand, by another
    voice: what a bloc says moves its members too, and is one voice, which does not answer itself. It says nothing of
    what a move is worth, or whether one was made because of another.

    Attributes:
        title: the title of the negotiation.
        parties: those of the negotiation, in the order of the dossier.
        demands: likewise, in the order of the dossier.

    Examples:
        >>> from negotrack import loads
        >>> talks = loads('''
        ... title = "Pay talks"
        ... parties = { union = "Union", employer = "Employer" }
        ... demands = { pay = "4% from April", hours = "A 35-hour week" }
        ... [[rounds]]
        ... id = "march"
        ... date = 2026-03-02
        ... statements = ["union proposes pay and hours", "employer rejects pay and hours"]
        ... [[rounds]]
        ... id = "april"
        ... date = 2026-04-07
        ... statements = ["employer accepts pay if hours", "union abstains on hours"]
        ... ''')
        >>> talks.ledger.tallies["employer"]
        Tally(toward=1, answered=0, away=0, sideways=0, openings=2, lapses=0)
        >>> [str(move) for move in talks.moves("april")]
        ['employer on pay: rejects -> accepts if hours (toward)', 'union on hours: proposes -> abstains (away)']
    """

    __module__ = "negotrack"

    title: str
    parties: Sequence[Party]
    demands: Sequence[Demand]
    _rounds: Sequence[Round]
    _timeline: Timeline

    @cached_property
    def rounds(self) -> tuple[RoundMoves, ...]:
        """The moves round by round.

        Examples:
            >>> from negotrack import seed
            >>> [len(one.moves) for one in seed("uk-eu-withdrawal").ledger.rounds]
            [4, 6, 7, 9, 2, 10, 28, 3, 5, 0, 0, 9, 2, 4]
        """
        return tuple(
            RoundMoves(round_, number, tuple(moves(self._timeline, number)))
            for number, round_ in enumerate(self._rounds, 1)
        )

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """For each party how often it moved which way, in the order of the dossier."""
        ways = Counter((move.party, move.movement) for one in self.rounds for move in one.moves)
        answered = Counter(
            mover.party
            for one in self.rounds
            for mover, toward in one.movers.items()
            if self.is_answered(one.number, mover)
            for _ in toward
        )
        return {
            party.id: Tally(
                toward=ways[party.id, Movement.TOWARD],
                answered=answered[party.id],
                away=ways[party.id, Movement.AWAY],
                sideways=ways[party.id, Movement.SIDEWAYS],
                openings=ways[party.id, Movement.OPENING],
                lapses=ways[party.id, Movement.LAPSED],
            )
            for party in self.parties
        }

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was said and is left out, wholly or in part, in order, each with the reason.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("sochi-2022").saying("russia accepts coridor").ledger.left_out)
            russia accepts coridor: there is no demand `coridor`
        """
        return self._timeline.left_out(len(self._rounds))

    def is_answered(self, number: int, mover: Mover) -> bool:
        """Tell whether what a mover did toward in a round was answered, in that round or the next.

        Args:
            number: the number of the round, from 1.
            mover: who moved toward in it.

        Examples:
            >>> from negotrack import seed
            >>> ledger = seed("uk-eu-withdrawal").ledger
            >>> ledger.is_answered(7, Mover("uk", "uk")), ledger.is_answered(13, Mover("commons", "commons"))
            (True, True)
        """
        movers, by_party, by_voice = self._around[number]
        others = len(movers) - by_party[mover.party] - by_voice[mover.voice] + (mover in movers)
        return others > 0

    def answered(self, number: int, move: Move) -> bool | None:
        """Tell whether a move of a round was answered; None: it is no move toward.

        Args:
            number: the number of the round, from 1.
            move: what moved in it.

        Examples:
            >>> from negotrack import seed
            >>> ledger = seed("uk-eu-withdrawal").ledger
            >>> [(str(move.movement), ledger.answered(13, move)) for move in ledger.rounds[12].moves]
            [('toward', True), ('opening', None)]
        """
        if move.movement is not Movement.TOWARD:
            return None
        return self.is_answered(number, move.mover)

    def answers(self, number: int, mover: Mover) -> Sequence[Sequence[Mover]]:
        """Give who answered what a mover did toward in a round: in that round, and in the next where there is one.

        Each list is in the order of the moves.

        Args:
            number: the number of the round, from 1.
            mover: who moved toward in it.

        Examples:
            >>> from negotrack import seed
            >>> seed("uk-eu-withdrawal").ledger.answers(7, Mover("uk", "uk"))
            [[Mover(party='eu', voice='eu')], []]
        """
        rounds = self.rounds[number - 1 : number + 1]
        return [[other for other in one.movers if mover.is_answered_by(other)] for one in rounds]

    @cached_property
    def _around(self) -> Mapping[int, tuple[AbstractSet[Mover], Counter[str], Counter[str]]]:
        """For each round who moved toward in it or the next, and how many of them are of each party and each voice."""
        found = {}
        for one, following in zip_longest(self.rounds, self.rounds[1:]):
            movers = {*one.movers, *(following.movers if following else ())}
            by_party, by_voice = Counter(who.party for who in movers), Counter(who.voice for who in movers)
            found[one.number] = movers, by_party, by_voice
        return found

    def __rich__(self) -> object:
        """Give what rich prints."""
        return self._view()

    def __str__(self) -> str:
        return str(self._view())

    def _repr_html_(self) -> str:
        """Give what a notebook shows."""
        return self._view()._repr_html_()

    def _view(self) -> "LedgerView":
        from negotrack.views.ledger import LedgerView  # noqa: PLC0415 - views are made of ledgers; only here it is the other way

        return LedgerView(self)

    def __repr__(self) -> str:
        return f"<Ledger of {self.title!r}: moves {sum(len(one.moves) for one in self.rounds)}>"
