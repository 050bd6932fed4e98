"""The case of a rule: what it gives quickly is what a look at everything would give."""

from unittest.mock import PropertyMock, patch

import pytest
from hypothesis import given

import negotrack as nt
from negotrack.history import History
from negotrack.journal import Cell, Journal
from negotrack.rules.case import Case
from negotrack.testing import negotiations

Taken = tuple[int, Cell, nt.Stance, int, str, str]


@given(negotiations(broken=True))
def test_takings_are_the_positions_that_were_taken(talks: nt.Negotiation) -> None:
    """The takings of all cells say what the changes of positions say, but for those that lapsed."""
    case = Case(talks)
    held: list[Taken] = [
        (number, cell, one.stance, one.version, one.basis, one.said_in)
        for number, cell, one in case.changes()
        if isinstance(one, nt.Held)
    ]
    takings: list[Taken] = [
        (one.number, one.cell, one.stance, one.version, one.basis, case.taken_by(one).round.id)
        for one in case.takings(range(len(talks.parties) * len(talks.demands)))
    ]
    assert takings == held


@given(negotiations(broken=True))
def test_positions_are_those_of_the_last_round(talks: nt.Negotiation) -> None:
    """The positions at the end are those of the last state that are not silent."""
    case = Case(talks)
    assert case.positions == {
        demand.id: dict(column)
        for demand in talks.demands
        if (column := talks.timeline.column(demand.id, len(talks.rounds)))
    }


@given(negotiations(broken=True))
def test_sources_of_a_statement_are_those_that_it_cites(talks: nt.Negotiation) -> None:
    """The sources of a statement are those of its citations, each once, in their order."""
    for said in Case(talks).said:
        cited = (citation.id for citation in said.round.citations(said.statement))
        assert list(said.sources) == list(dict.fromkeys(cited))


def test_cells_with_several_kinds_have_each() -> None:
    """Where several kinds of words are asked for, only cells with all of them are given."""
    parties, demands = [nt.Party("a", "A"), nt.Party("b", "B")], [nt.Demand("x", "X"), nt.Demand("y", "Y")]
    words = ["a accepts x", "a rejects x", "a rejects y", "b accepts y", "b accepts x"]
    talks = nt.Negotiation(
        "Talks", parties=parties, demands=demands, rounds=[nt.Round("r", "2026", statements=words)]
    )
    cells = Case(talks).cells_with(
        lambda said: said.says.stance is nt.Stance.ACCEPTS, lambda said: said.says.stance is nt.Stance.REJECTS
    )
    assert [*map(talks.timeline.journal.cell, cells)] == [Cell("a", "x")]


@pytest.fixture
def sound() -> nt.Negotiation:
    """Talks in which nothing can be wrong with positions, and nothing is claimed."""
    words = ["union proposes pay", "employer rejects pay", "employer accepts hours", "union accepts hours"]
    return nt.Negotiation(
        "Talks",
        parties=[nt.Party("union", "Union"), nt.Party("employer", "Employer")],
        demands=[nt.Demand("pay", "Pay"), nt.Demand("hours", "Hours")],
        rounds=[nt.Round("spring", "2026-03", statements=words)],
    )


def test_check_makes_no_position_where_none_can_be_wrong(sound: nt.Negotiation) -> None:
    """Where no cell has words that can go against each other, a check makes no position."""
    with patch.object(Journal, "held", side_effect=AssertionError):
        assert nt.check(sound) == ()


def test_check_settles_no_outcome_where_no_rule_needs_one(sound: nt.Negotiation) -> None:
    """Where nothing is claimed, excluded or final, and somebody decides each demand, a check settles no outcome."""
    with patch.object(History, "settlements", PropertyMock(side_effect=AssertionError)):
        assert nt.check(sound) == ()
