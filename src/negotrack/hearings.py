"""What was heard about each demand, round by round, before the others are looked at?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import final

from attrs import define, field, frozen

from negotrack.ballots import Ballot
from negotrack.calendar import START, Calendar
from negotrack.decisions import Way, way
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.positions import SILENT, Held, Position
from negotrack.stances import Stance
from negotrack.terms import Terms
from negotrack.timeline import Timeline
from negotrack.work import Work, watched


@final
@frozen(eq=False)
class Hearing:
    """What was heard about one demand, as of a round, before the others are looked at."""

    positions: Mapping[str, Position]
    """The position of each party that is not silent on it, in the order of the dossier."""
    is_raised: bool
    """Whether anybody has a position on it, lapsed ones included."""
    is_withdrawn: bool
    """Whether somebody's position is a withdrawal, and nobody's a proposal."""
    is_spoken_of: bool
    """Whether anybody whose assent counts has a position on it, active or not. A whole that is not takes its outcome
    from its parts."""
    ballot: Ballot

    @property
    def withdrawn_by(self) -> tuple[str, ...]:
        """Those whose position is a withdrawal, where nobody's is a proposal; none: it was not withdrawn."""
        if not self.is_withdrawn:
            return ()
        return tuple(party for party, position in self.positions.items() if _withdraws(position))


@define(eq=False)
class Poll:
    """How the positions on one demand add up, one after another: what a hearing is of, without counting anew."""

    between: Mapping[str, None]
    """The parties whose assent counts, in order."""
    rule: Decision
    inactive: AbstractSet[str]
    """The parties that have not joined yet or have left."""
    _deciders: Mapping[str, None] = field(init=False)
    _ways: Counter[Way] = field(init=False, factory=Counter)
    """How many deciders that have a position count in which way, less those that leave the count by it."""
    _silent: int = field(init=False)
    """How many deciders have none."""
    _proponents: int = field(init=False, default=0)
    _withdrawers: int = field(init=False, default=0)
    _is_raised: bool = field(init=False, default=False)
    _is_spoken_of: bool = field(init=False, default=False)

    def __attrs_post_init__(self) -> None:
        self._deciders = self._active()
        self._silent = len(self._deciders)

    def _active(self) -> Mapping[str, None]:
        return dict.fromkeys(party for party in self.between if party not in self.inactive)

    def move(self, party: str, before: Position, after: Position) -> None:
        """Let the position of a party take the place of another, or of its silence."""
        self._proponents += _puts_forward(after) - _puts_forward(before)
        self._withdrawers += _withdraws(after) - _withdraws(before)
        self._is_raised = True
        self._is_spoken_of = self._is_spoken_of or party in self.between
        if party in self._deciders:
            self._count(party, before, -1)
            self._count(party, after, 1)

    def turn(self, inactive: AbstractSet[str], positions: Mapping[str, Position]) -> None:
        """Let parties join or leave, with the positions that they have."""
        before, self.inactive = self._deciders, inactive
        self._deciders = self._active()
        for party in before.keys() ^ self._deciders.keys():
            self._count(party, positions.get(party, SILENT), 1 if party in self._deciders else -1)

    def _count(self, party: str, position: Position, by: int) -> None:
        if position is SILENT:
            self._silent += by
        elif counts := way(party, position, self.rule):
            self._ways[counts] += by

    def hearing(self, positions: Mapping[str, Position]) -> Hearing:
        """Give what was heard so far, these being the positions that were taken."""
        return Hearing(
            positions,
            is_raised=self._is_raised,
            is_withdrawn=self._withdrawers > 0 and not self._proponents,
            is_spoken_of=self._is_spoken_of,
            ballot=Ballot(
                tuple(self._deciders),
                positions,
                self.rule,
                ways={way: count for way, count in self._ways.items() if count},
                silent=way("", SILENT, self.rule),
                silent_count=self._silent,
            ),
        )


def hear(
    between: Sequence[str], inactive: AbstractSet[str], rule: Decision, positions: Mapping[str, Position]
) -> Hearing:
    """Give what was heard about one demand.

    Args:
        between: the parties whose assent counts.
        inactive: the parties that have not joined yet or have left.
        rule: how many have to assent.
        positions: the position of each party that is not silent on it, in the order of the dossier.
    """
    poll = Poll(dict.fromkeys(between), rule, inactive)
    for party, position in positions.items():
        poll.move(party, SILENT, position)
    return poll.hearing(positions)


def hearings(
    parties: Sequence[Party], demands: Sequence[Demand], calendar: Calendar, terms: Terms, timeline: Timeline
) -> Iterator[Mapping[str, Hearing]]:
    """Give what was heard about every demand before the first round, and as of each round.

    Only the demands on which a position changed are heard again, and those for which a party joined or left.
    """
    journal = timeline.journal
    inactive: AbstractSet[str] = calendar.inactive(parties, START)
    polls = {one.id: Poll(dict.fromkeys(terms.between(one)), terms.rule(one), inactive) for one in demands}
    heard = {demand: poll.hearing({}) for demand, poll in polls.items()}
    yield dict(heard)
    for number in watched(range(START + 1, len(journal.rounds) + 1), Work.OUTCOMES):
        touched = dict.fromkeys(polls) if inactive != (now := calendar.inactive(parties, number)) else {}
        for demand in touched:
            polls[demand].turn(now, timeline.column(demand, number - 1))
        inactive = now
        for party, demand, before, after in journal.steps(number):
            polls[demand].move(party, before, after)
            touched[demand] = None
        heard |= {demand: polls[demand].hearing(timeline.column(demand, number)) for demand in touched}
        yield dict(heard)


def _puts_forward(position: Position) -> bool:
    return isinstance(position, Held) and position.stance.puts_forward


def _withdraws(position: Position) -> bool:
    return isinstance(position, Held) and position.stance is Stance.WITHDRAWS
