"""When does the order of what is said in a round matter?"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import event, given
from hypothesis import strategies as st

from negotrack import Negotiation, Stance, Statement
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.formats.json.entries import Document
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")

Members = Mapping[str, tuple[str, ...]]


def each_holder(statement: Statement) -> Iterator[Statement]:
    """A statement of several holders as statements of one each."""
    for holder in statement.says.holders:
        yield evolve(statement, says=evolve(statement.says, holders=[holder]))


def each_pair(statement: Statement) -> Iterator[Statement]:
    """A statement as one for each pair, in order of holders, then demands."""
    for one in each_holder(statement):
        for demand in statement.says.demands:
            yield evolve(one, says=evolve(one.says, demands=[demand]))


def is_product(statement: Statement) -> bool:
    """Whether the statement is one to which the sentence form gives the meaning of a product."""
    return statement.says.stance is not Stance.AMENDS


def speak_for_the_same(one: str, other: str, members: Members) -> bool:
    """Whether one of two is a bloc that speaks beside one of its members, or beside a bloc that shares one with it."""
    reached = ({party, *members.get(party, ())} for party in (one, other))
    return not next(reached).isdisjoint(next(reached))


def unordered(statements: Sequence[Statement], members: Members) -> list[Statement]:
    """As many of the statements, of one holder each, as the law lets come in any order."""
    kept: list[Statement] = []
    for one in (part for statement in statements if is_product(statement) for part in each_holder(statement)):
        holders = {*one.says.holders, *(holder for other in kept for holder in other.says.holders)}
        if not any(speak_for_the_same(*pair, members) for pair in combinations(sorted(holders), 2)):
            kept.append(one)
    return kept


def keeping_holders_in_order(order: Sequence[int], statements: Sequence[Statement]) -> list[Statement]:
    """The statements in another order, each holder's own in the old one."""
    left = {
        holder: iter([one for one in statements if one.says.holders == (holder,)])
        for holder in (holder for one in statements for holder in one.says.holders)
    }
    return [next(left[statements[place].says.holders[0]]) for place in order]


def with_statements(negotiation: Negotiation, number: int, said: Sequence[Statement]) -> Negotiation:
    """The negotiation with something else said in a round."""
    rounds = list(negotiation.rounds)
    rounds[number - 1] = evolve(rounds[number - 1], statements=said)
    return evolve(negotiation, rounds=rounds)


def matrices(negotiation: Negotiation) -> list[Document]:
    """All states after the start."""
    return [matrix_json(negotiation.at(round_.id)) for round_ in negotiation.rounds]


@given(negotiations(rounds=(0, 3)) | negotiations(broken=True, rounds=(0, 3)), st.data())
def test_order_within_a_round_does_not_matter(negotiation: Negotiation, data: st.DataObject) -> None:
    """The order of statements by different holders inside one round does not matter.

    As long as no `amends` is among them and no bloc speaks beside one of its members (members of members included)
    or beside another bloc that shares a member with it (an account counts as its holder speaking).
    """
    for number, round_ in enumerate(negotiation.rounds, 1):
        blocs = Blocs(negotiation.parties, Calendar.of(negotiation.rounds))
        members = {party.id: blocs.members(party.id, number) for party in negotiation.parties}
        said = unordered(round_.statements, members)
        order = data.draw(st.permutations(range(len(said))))
        event(f"{min(4, len({one.says.holders for one in said}))} holders or more")
        negotiation = with_statements(negotiation, number, said)
        other = with_statements(negotiation, number, keeping_holders_in_order(order, said))
        assert matrices(other) == matrices(negotiation)


@given(negotiations() | negotiations(broken=True))
def test_several_holders_and_demands_are_a_product(negotiation: Negotiation) -> None:
    """Several holders and several demands are a product.

    The sentence means the same as one statement for each pair, in order of holders, then demands. `amends` is the
    exception.
    """
    other = negotiation
    for number, round_ in enumerate(negotiation.rounds, 1):
        parts = [list(each_pair(one)) if is_product(one) else [one] for one in round_.statements]
        other = with_statements(other, number, [one for said in parts for one in said])
    assert matrices(other) == matrices(negotiation)
