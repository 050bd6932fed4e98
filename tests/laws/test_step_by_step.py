"""Is a record read alike at every step of its making?

A machine makes a record step by step, in any order of steps, and compares both readings after each.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

import pytest
from attrs import evolve
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.strategies import SearchStrategy, just, runner, sampled_from, tuples

import naive
from naively import is_read_alike
from negotrack import Demand, Negotiation, Party, Round, Statement
from negotrack.formats.converter import converter
from negotrack.stances import Stance
from negotrack.state import State
from negotrack.testing import demands, parties, rounds, statements
from readings import outcomes, positions, states

pytestmark = pytest.mark.usefixtures("uncounted")

_FEW = 4
"""How many parties and demands there are at most."""


class Making(RuleBasedStateMachine):
    """A record in the making, and what may be done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.talks = Negotiation("")

    def has_few_parties(self) -> bool:
        """Tell whether there may come more parties: so few that they meet on the same demands."""
        return len(self.talks.parties) < _FEW

    def has_few_demands(self) -> bool:
        """Tell whether there may come more demands."""
        return len(self.talks.demands) < _FEW

    @initialize(
        one=parties(id="p1"),
        other=parties(id="p2", members=["p1"]),
        demand=demands(id="d1"),
        round_=rounds(id="r1", parties=(), demands=()),
    )
    def it_begins(self, one: Party, other: Party, demand: Demand, round_: Round) -> None:
        """Two parties meet about a demand."""
        self.talks = Negotiation("", parties=[one, other], demands=[demand], rounds=[round_])

    @precondition(has_few_parties)
    @rule(party=runner().flatmap(lambda making: a_party(making.talks)))
    def a_party_comes(self, party: Party) -> None:
        """There is one more party, maybe a bloc of those that are there."""
        self.talks = evolve(self.talks, parties=(*self.talks.parties, party))

    @precondition(has_few_demands)
    @rule(demand=runner().flatmap(lambda making: a_demand(making.talks)))
    def a_demand_comes(self, demand: Demand) -> None:
        """There is one more demand, maybe a part of another."""
        self.talks = evolve(self.talks, demands=(*self.talks.demands, demand))

    @rule(round_=runner().flatmap(lambda making: a_round(making.talks)))
    def they_meet(self, round_: Round) -> None:
        """There is one more round. What was before stays, and nobody moves without a word."""
        before, self.talks = self.talks, self.talks.with_round(round_)
        assert_past_stays(before, self.talks, len(before.rounds))
        assert positions(self.talks.now) == positions(before.now)

    @rule(said=runner().flatmap(lambda making: a_statement(making.talks, sampled_from(Stance))))
    def they_speak(self, said: Statement) -> None:
        """Something is said."""
        self._hear(said)

    @rule(said=runner().flatmap(lambda making: a_statement(making.talks, just(Stance.ACCEPTS))))
    def they_accept(self, said: Statement) -> None:
        """Something is accepted, maybe on a condition."""
        self._hear(said)

    @rule(said=runner().flatmap(lambda making: a_statement(making.talks, just(Stance.AMENDS))))
    def they_amend(self, said: Statement) -> None:
        """A text is amended."""
        self._hear(said)

    @rule(said=runner().flatmap(lambda making: a_statement(making.talks, just(Stance.WITHDRAWS))))
    def they_withdraw(self, said: Statement) -> None:
        """Something is withdrawn, maybe without having been put forward."""
        self._hear(said)

    @rule(said=runner().flatmap(lambda making: an_account(making.talks)))
    def they_tell(self, said: Statement) -> None:
        """Somebody tells of others."""
        self._hear(said)

    @rule(party=runner().flatmap(lambda making: sampled_from(making.talks.parties)))
    def a_party_joins(self, party: Party) -> None:
        """A party turns out to be there only from the last round on."""
        self._let_be(evolve(party, joins=self.talks.rounds[-1].id))

    @rule(party=runner().flatmap(lambda making: sampled_from(making.talks.parties)))
    def a_party_leaves(self, party: Party) -> None:
        """A party leaves in the last round. What was before stays, and nobody moves."""
        before = self.talks
        if party.leaves is None:
            self._let_be(evolve(party, leaves=before.rounds[-1].id))
            assert_past_stays(before, self.talks, len(before.rounds) - 1)
            assert positions(self.talks.now) == positions(before.now)

    @invariant()
    def both_readings_agree(self) -> None:
        """The library reads the record as the naive reading does."""
        assert is_read_alike(self.talks)

    def _hear(self, said: Statement) -> None:
        """Add a statement. What was before stays, and only those move who it is about."""
        before, self.talks = self.talks, self.talks.saying(said)
        assert_past_stays(before, self.talks, len(before.rounds) - 1)
        assert moved(before.now, self.talks.now) <= concerned(self.talks, said)

    def _let_be(self, party: Party) -> None:
        self.talks = evolve(
            self.talks, parties=[party if one.id == party.id else one for one in self.talks.parties]
        )


Making.TestCase.settings = settings(max_examples=settings().max_examples // 2, stateful_step_count=20)
TestMaking = Making.TestCase


def a_party(talks: Negotiation) -> SearchStrategy[Party]:
    """Give a strategy for one more party."""
    return parties(id=f"p{len(talks.parties) + 1}", members=ids(talks.parties), rounds=ids(talks.rounds))


def a_demand(talks: Negotiation) -> SearchStrategy[Demand]:
    """Give a strategy for one more demand."""
    return demands(id=f"d{len(talks.demands) + 1}", others=ids(talks.demands), parties=ids(talks.parties))


def a_round(talks: Negotiation) -> SearchStrategy[Round]:
    """Give a strategy for one more round, in which nothing is said yet."""
    return rounds(id=f"r{len(talks.rounds) + 1}", parties=ids(talks.parties), demands=())


def a_statement(talks: Negotiation, stance: SearchStrategy[Stance]) -> SearchStrategy[Statement]:
    """Give a strategy for one more statement with such a stance."""
    return statements(parties=ids(talks.parties), demands=ids(talks.demands), stance=stance)


def an_account(talks: Negotiation) -> SearchStrategy[Statement]:
    """Give a strategy for one more statement, according to somebody."""
    said = a_statement(talks, sampled_from(Stance))
    return tuples(said, sampled_from(ids(talks.parties))).map(lambda two: evolve(two[0], according_to=two[1]))


def ids(several: tuple[Party, ...] | tuple[Demand, ...] | tuple[Round, ...]) -> tuple[str, ...]:
    """Give the ids of several things."""
    return tuple(one.id for one in several)


def assert_past_stays(before: Negotiation, after: Negotiation, last: int) -> None:
    """Fail if a state up to this round is no longer what it was."""
    for was, is_ in list(zip(states(before), states(after), strict=False))[: last + 1]:
        assert positions(is_) == positions(was)
        assert outcomes(is_) == outcomes(was)


def moved(before: State, after: State) -> AbstractSet[tuple[str, str]]:
    """Give the cells in which the position is another."""
    now = positions(after)
    return {cell for cell, position in positions(before).items() if now[cell] != position}


def concerned(talks: Negotiation, said: Statement) -> AbstractSet[tuple[str, str]]:
    """Give the cells that a statement in the last round can move: of all parties, if it makes a new text."""
    movable = ids(talks.parties) if said.says.stance is Stance.AMENDS else set(_spoken_for(talks, said))
    return {(party, demand) for party in movable for demand in said.says.demands}


def _spoken_for(talks: Negotiation, said: Statement) -> Iterator[str]:
    dossier: Mapping[str, object] = converter.unstructure(talks)
    for holder in said.says.holders:
        yield holder
        yield from naive.members_of(dict(dossier), holder, len(talks.rounds))
