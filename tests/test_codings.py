"""How far two coders agree: what is counted, and what is not."""

import pytest
from attrs import evolve
from hypothesis import assume, given

import negotrack as nt
from negotrack import Criterion, Over, Undefined
from negotrack.testing import negotiations


def coding(*statements: str | nt.Statement, **parties: str) -> nt.Negotiation:
    """Give a coding of one round of talks on pay and hours."""
    return nt.Negotiation(
        "Pay talks",
        parties=[
            nt.Party(id_, name) for id_, name in (parties or {"union": "Union", "firm": "Firm"}).items()
        ],
        demands=[nt.Demand("pay", "4%"), nt.Demand("hours", "35 hours")],
        rounds=[nt.Round("march", "2026-03-02", statements=statements)],
    )


def alike(first: nt.Negotiation, second: nt.Negotiation, criterion: Criterion, over: Over) -> tuple[int, int]:
    """Give in how many cells, of how many, two coders agree."""
    found = nt.agreement(first, second).measure(criterion, over)
    return found.alike, found.cells


ONE, OTHER = (
    coding("union proposes pay", "firm rejects pay"),
    coding("union proposes pay", "firm accepts hours"),
)


@pytest.mark.parametrize(("over", "counts"), [("both", (1, 1)), ("either", (1, 3)), ("all", (2, 4))])
def test_silence_is_counted_in_each_way(over: str, counts: tuple[int, int]) -> None:
    """Left out, as a code where one coder recorded something, and as a code everywhere."""
    assert alike(ONE, OTHER, Criterion.STANCE, Over(over)) == counts


@pytest.mark.parametrize(("criterion", "count"), [("stance", 1), ("said", 0)])
def test_conditions_count_where_all_that_was_said_does(criterion: str, count: int) -> None:
    """The same stance with a condition is the same stance, and something else that was said."""
    pair = coding("firm accepts pay"), coding("firm accepts pay if hours")
    assert alike(*pair, Criterion(criterion), Over.BOTH) == (count, 1)


def test_last_word_in_a_cell_counts() -> None:
    """Of several words of a party on a demand in one round that which then stands is its code."""
    pair = coding("firm rejects pay", "firm accepts pay"), coding("firm accepts pay")
    assert alike(*pair, Criterion.SAID, Over.BOTH) == (1, 1)


def test_own_words_count_before_accounts_of_them() -> None:
    """An account does not take the place of what the party said itself."""
    told = nt.Statement("firm accepts pay", according_to="union")
    assert alike(coding("firm rejects pay", told), coding("firm rejects pay"), Criterion.SAID, Over.BOTH) == (
        1,
        1,
    )


def test_what_only_one_has_is_counted_apart() -> None:
    """The words of a party that the other coding does not have are in no cell."""
    first = coding("city proposes pay", "union proposes pay", union="Union", city="City")
    found = nt.agreement(first, coding("union proposes pay"))
    assert (found.apart, found.size, len(found.cells)) == ((1, 0), 2, 1)


def test_other_ids_of_the_same_party_are_no_difference() -> None:
    """Parties are told by their names where their ids differ."""
    pair = coding("union proposes pay", union="Union"), coding("dockers proposes pay", dockers="Union")
    assert alike(*pair, Criterion.SAID, Over.ALL) == (2, 2)


def test_table_has_the_stances_of_both() -> None:
    """It counts the cells in which at least one coder recorded something."""
    assert nt.agreement(ONE, OTHER).table == {
        ("proposes", "proposes"): 1,
        ("rejects", "silent"): 1,
        ("silent", "accepts"): 1,
    }


def test_nothing_coded_has_no_coefficient() -> None:
    """Where no cell was coded by both there is no kappa of it, and the reason is given."""
    assert nt.agreement(coding(), coding()).measure("stance", "both").kappa is Undefined.NOTHING_CODED_TWICE


@given(negotiations())
def test_coder_agrees_with_itself_in_everything(talks: nt.Negotiation) -> None:
    """Over all cells, and by every criterion."""
    assert all(one.alike == one.cells for one in nt.agreement(talks, talks).measures)


@given(negotiations())
def test_cells_of_either_are_those_of_the_table(talks: nt.Negotiation) -> None:
    """Every cell that is coded stands once in the table, and they are fewer than there are cells."""
    assume(talks.rounds)
    found = nt.agreement(talks, evolve(talks, rounds=[evolve(one, statements=()) for one in talks.rounds]))
    assert sum(found.table.values()) == len(found.cells) <= found.size
