"""The journal: it is quick because it looks at little, and finds what a look at everything would find."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, combinations_with_replacement
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from negotrack.fold import Fold
from negotrack.journal import SILENCE, Cell, Journal
from negotrack.positions import SILENT
from negotrack.testing import negotiations
from negotrack.timeline import Timeline, timeline

Said = str | nt.Statement

PARTIES = [nt.Party("a", "A"), nt.Party("b", "B"), nt.Party("eu", "EU", members=["a"])]
DEMANDS = [nt.Demand("x", "X"), nt.Demand("y", "Y")]


def read(
    *rounds: Sequence[Said],
    parties: Sequence[nt.Party] = PARTIES,
    demands: Sequence[nt.Demand] = DEMANDS,
) -> Timeline:
    """Read what was said in the rounds r1, r2 and so on."""
    return timeline(
        parties,
        demands,
        [nt.Round(f"r{number}", "2026", statements=said) for number, said in enumerate(rounds, 1)],
    )


def again(talks: nt.Negotiation) -> Timeline:
    """Read a record anew: nothing was asked of it."""
    return timeline(talks.parties, talks.demands, talks.rounds)


def changes(log: Timeline, number: int) -> list[tuple[str, str, str]]:
    """Give all changes that a round made, restatements included."""
    return [(cell.party, cell.demand, str(position)) for cell, position in log.changes(number)]


def entries(journal: Journal) -> list[tuple[Cell, nt.Statement, str | None, bool]]:
    """Give of every entry its cell, its statement, the bloc that spoke, and whether the position lapsed by it."""
    return [
        (journal.cell_of(place), said, journal.bases.get(place), place in journal.lapsed)
        for place, said in enumerate(journal.words)
    ]


# --- most statements are read the quick way, and others one by one


def one_by_one(_: object, statements: Iterable[nt.Statement]) -> Iterator[nt.Statement]:
    """Read no statement the quick way."""
    return iter(statements)


def everything(log: Timeline) -> list[object]:
    """Give all that was read: entries, texts, accounts and what was left out."""
    journal = log.journal
    accounts = {
        cell: [(one.account, one.opened, one.closed, one.closed_by) for one in several]
        for cell, several in log._openings.items()
    }
    return [entries(journal), journal.ends, journal.amended, log._versions, accounts, log._left_out]


def read_alike(talks: nt.Negotiation) -> None:
    """Compare what is read the quick way and one by one."""
    with patch.object(Fold, "_not_plain", one_by_one):
        slowly = everything(again(talks))
    assert everything(again(talks)) == slowly


@given(negotiations())
def test_statements_are_read_the_same_the_quick_way(talks: nt.Negotiation) -> None:
    """What is read the quick way is what is read one by one."""
    read_alike(talks)


@given(negotiations(broken=True))
def test_loose_statements_are_read_the_same_the_quick_way(talks: nt.Negotiation) -> None:
    """So it is where ids dangle and run in circles."""
    read_alike(talks)


@pytest.mark.parametrize(
    "said",
    [
        "a and nobody accept x",
        "a accepts x and nothing",
        "a accepts nothing and x",
        "nobody, a accept x",
        "a accepts x if nothing",
    ],
)
def test_statement_with_an_unknown_name_is_entered_once(said: str) -> None:
    """A statement with an unknown name is read as far as its names are known, and leaves nothing half entered."""
    assert changes(read([said, "b rejects x"]), 1) == [
        ("a", "x", "accepts if nothing" if "if" in said else "accepts"),
        ("b", "x", "rejects"),
    ]


def test_bloc_beside_a_party_is_read_with_its_members() -> None:
    """A bloc among several holders moves its members, and they keep whose word it was."""
    journal = read(["b and eu accept x"]).journal
    assert [(cell.party, basis) for cell, _, basis, _ in entries(journal)] == [
        ("b", None),
        ("eu", None),
        ("a", "eu"),
    ]


def cells(talks: nt.Negotiation, log: Timeline) -> Mapping[tuple[str, str, int], nt.Position]:
    """Give where everybody stands as of every round."""
    return {
        (party.id, demand.id, number): log.position(party.id, demand.id, number)
        for party in talks.parties
        for demand in talks.demands
        for number in range(len(talks.rounds) + 1)
    }


def with_account(talks: nt.Negotiation, draw: Callable[[Sequence[Any]], Any]) -> nt.Negotiation:
    """Add somewhere to a record an account of a new party's word on one of the demands."""
    account = nt.Statement(f"newcomer rejects {draw(talks.demands).id}", according_to="witness")
    place = talks.rounds.index(draw(talks.rounds))
    first = talks.rounds[place]
    rounds = [
        *talks.rounds[:place],
        evolve(first, statements=[account, *first.statements]),
        *talks.rounds[place + 1 :],
    ]
    return evolve(talks, parties=[*talks.parties, nt.Party("newcomer", "New")], rounds=rounds)


@given(negotiations(), st.data())
def test_account_of_a_newcomer_changes_no_other_cell(talks: nt.Negotiation, data: st.DataObject) -> None:
    """Where an account is open, statements are read with more care, and to the same end."""
    if talks.demands and talks.rounds and all(party.id != "newcomer" for party in talks.parties):
        more = with_account(talks, lambda several: data.draw(st.sampled_from(several)))
        assert cells(talks, again(more)) == cells(talks, again(talks))


@given(negotiations())
def test_bloc_of_everybody_that_is_silent_changes_no_other_cell(talks: nt.Negotiation) -> None:
    """A bloc that says nothing changes nothing of what its members said."""
    union = nt.Party("silent-union", "Union", members=[party.id for party in talks.parties])
    more = evolve(talks, parties=[union, *talks.parties])
    assert cells(talks, again(more)) == cells(talks, again(talks))


def test_open_account_is_closed_by_a_statement_read_the_quick_way() -> None:
    """Where an account is open, a word that matches it closes it, however it is read."""
    account = nt.Statement("b rejects x", according_to="a")
    log = read([account], ["a and b reject x and y"])
    assert [len(log.accounts("b", "x", number)) for number in (1, 2)] == [1, 0]


@pytest.mark.parametrize(("cell", "words"), [(Cell("a", "x"), ["eu rejects x"]), (Cell("b", "y"), [])])
def test_open_account_is_closed_by_the_word_of_a_bloc(cell: Cell, words: list[str]) -> None:
    """Where an account of a member is open, a word of its bloc that matches it closes it, too, and no other cell's."""
    log = read([nt.Statement("a rejects x", according_to="b")], ["eu rejects x"])
    assert [str(word.said.says) for word in log.account_words(cell, 1, 2)] == words
    assert log.accounts(*cell, 2) == ()


# --- what differs between two rounds

Sides = Mapping[Cell, tuple[nt.Position, nt.Position]]


def shifted(log: Timeline, before: int, after: int) -> Sides:
    """Give the cells that shifted, with both positions."""
    return {
        cell: (log.position(*cell, before), log.position(*cell, after))
        for cell in log.shifts.between(before, after)
    }


def compared(talks: nt.Negotiation, before: int, after: int) -> Sides:
    """Give the cells that shifted, by a look at all of them."""
    log = again(talks)
    both = {
        Cell(party.id, demand.id): (
            log.position(party.id, demand.id, before),
            log.position(party.id, demand.id, after),
        )
        for party in talks.parties
        for demand in talks.demands
    }
    return {cell: (old, new) for cell, (old, new) in both.items() if old != new}


def few(talks: nt.Negotiation) -> list[tuple[int, int]]:
    """Give pairs of the first rounds and the last, the earlier one first."""
    last = len(talks.rounds)
    return list(combinations_with_replacement(sorted({*range(min(last, 4) + 1), last}), 2))


@given(negotiations(), st.randoms(use_true_random=False))
def test_shifts_are_the_same_in_whatever_order_they_are_asked(talks: nt.Negotiation, by: Random) -> None:
    """Asked for the first time or again, in any order of rounds, what shifted is what a look at all cells finds."""
    log, pairs = again(talks), few(talks) * 2
    by.shuffle(pairs)
    for before, after in pairs:
        assert shifted(log, before, after) == compared(talks, before, after)


@given(negotiations())
def test_shifts_of_far_rounds_are_those_of_the_steps_composed(talks: nt.Negotiation) -> None:
    """What shifted over several rounds is what each of them shifted, less what came back."""
    log, last = again(talks), min(len(talks.rounds), 5)
    for before, after in combinations(range(last + 1), 2):
        steps = [shifted(log, number - 1, number) for number in range(before + 1, after + 1)]
        ends = {cell: new for step in steps for cell, (_, new) in step.items()}
        starts = {cell: old for step in reversed(steps) for cell, (old, _) in step.items()}
        joined = {cell: (starts[cell], end) for cell, end in ends.items() if starts[cell] != end}
        assert shifted(log, before, after) == joined


def test_shifted_cells_are_a_list() -> None:
    """Cells can be counted, asked for by place, from the end as well, and cut."""
    cells = read(["a accepts x", "b accepts x", "a accepts y"]).shifts.between(0, 1)
    assert (len(cells), cells[0], cells[-1], [*cells[1:]]) == (
        3,
        ("a", "x"),
        ("a", "y"),
        [("b", "x"), ("a", "y")],
    )


@given(negotiations())
def test_each_entry_knows_the_one_that_it_replaced(talks: nt.Negotiation) -> None:
    """What an entry replaced is the entry of its cell before it, or silence."""
    journal, latest = again(talks).journal, dict[Cell, int]()
    for place in range(len(journal.words)):
        assert journal.previous[place] == latest.get(journal.cell_of(place), SILENCE)
        latest[journal.cell_of(place)] = place


@given(negotiations())
def test_latest_entries_are_those_that_stand_in_the_end(talks: nt.Negotiation) -> None:
    """The latest entry of each cell is where it stands as of the last round, and cells come as they were spoken of."""
    log = again(talks)
    journal, last = log.journal, len(talks.rounds)
    standing = {journal.cell(number): journal.position(place) for number, place in journal.latest.items()}
    assert standing == {cell: log.position(*cell, last) for cell in standing}
    assert list(standing) == list(dict.fromkeys(map(journal.cell_of, range(len(journal.cells)))))


@given(negotiations())
def test_speakers_are_those_that_are_not_silent(talks: nt.Negotiation) -> None:
    """A party took a position where any cell of it is not silent in the end."""
    log, last = again(talks), len(talks.rounds)
    assert log.journal.speakers == {
        party.id
        for party in talks.parties
        for demand in talks.demands
        if log.position(party.id, demand.id, last) != SILENT
    }


@given(negotiations())
def test_cells_with_a_kind_of_word_are_those_that_it_touched(talks: nt.Negotiation) -> None:
    """The cells with a stance are those of the entries by a statement of it, those by which one lapsed included."""
    journal = again(talks).journal
    touched: dict[nt.Stance, set[int]] = {stance: set() for stance in nt.Stance}
    for cell, said in zip(journal.cells, journal.words, strict=True):
        touched[said.says.stance].add(cell)
    assert journal.cells_with(lambda said: said.says.stance is nt.Stance.AMENDS) == touched[nt.Stance.AMENDS]
    assert (
        journal.cells_with(lambda said: said.says.stance is nt.Stance.REJECTS) == touched[nt.Stance.REJECTS]
    )


@given(negotiations())
def test_entries_of_a_cell_are_its_places(talks: nt.Negotiation) -> None:
    """The entries of one cell are its places, and those of all cells are all there are."""
    journal = again(talks).journal
    for number in set(journal.cells):
        assert [*journal.entries_of({number})] == journal.places(journal.cell(number))
    assert [*journal.entries_of(journal.cells)] == [*range(len(journal.words))]


@given(negotiations())
def test_changes_on_demands_are_those_of_all_changes(talks: nt.Negotiation) -> None:
    """The changes on some demands are those among all changes of the round, in the same order."""
    log, some = again(talks), {demand.id for demand in talks.demands[::2]}
    for number in range(len(talks.rounds) + 1):
        wanted = [change for change in log.changes(number) if change[0].demand in some]
        assert [*log.changes_on(some, number)] == wanted


def test_few_words_in_a_large_matrix_are_found_without_it() -> None:
    """Where the matrix is far larger than what was said, the same shifts are found."""
    parties = [nt.Party(f"p{number}", "P") for number in range(50)]
    demands = [nt.Demand(f"d{number}", "D") for number in range(50)]
    log = read(["p7 accepts d9"], ["p7 rejects d9", "p8 accepts d9"], parties=parties, demands=demands)
    once, twice = shifted(log, 1, 2), shifted(log, 0, 1)
    assert [{cell: tuple(map(str, sides)) for cell, sides in found.items()} for found in (once, twice)] == [
        {("p7", "d9"): ("accepts", "rejects"), ("p8", "d9"): ("silent", "accepts")},
        {("p7", "d9"): ("silent", "accepts")},
    ]


def test_previous_is_known_in_a_large_matrix() -> None:
    """Where the matrix is far larger than what was said, each entry knows what it replaced."""
    parties = [nt.Party(f"p{number}", "P") for number in range(50)]
    journal = read(["p7 accepts x"], ["p8 accepts x", "p7 rejects x"], parties=parties).journal
    assert list(journal.previous) == [SILENCE, SILENCE, 0]


def test_nothing_shifts_between_a_round_and_itself() -> None:
    """Between a round and itself no cell shifts."""
    assert shifted(read(["a accepts x"], ["a rejects x"]), 1, 1) == {}


def test_what_is_undone_in_its_round_shifts_nothing() -> None:
    """There and back within a round is in the log and shifts no cell."""
    log = read(["a accepts x"], ["a rejects x", "a accepts x"])
    assert (shifted(log, 1, 2), len(changes(log, 2))) == ({}, 2)


# --- positions by their place


def test_silence_has_a_place() -> None:
    """Before anything was said a cell stands at silence."""
    journal = read(["a accepts x"]).journal
    assert (journal.standing(journal.places(Cell("b", "y")), 1), journal.position(SILENCE)) == (
        SILENCE,
        SILENT,
    )


@given(negotiations())
def test_positions_are_equal_where_their_codes_are(talks: nt.Negotiation) -> None:
    """The codes of two positions are equal if and only if the positions are."""
    journal = again(talks).journal
    places = [SILENCE, *range(min(len(journal.words), 40))]
    for one, other in combinations(places, 2):
        alike = journal.position(one) == journal.position(other)
        assert (journal.code(one) == journal.code(other)) is alike


def test_position_is_made_once() -> None:
    """Asked for twice, the position at a place is the same."""
    journal = read(["a accepts x"]).journal
    assert journal.position(0) is journal.position(0)


def test_word_knows_its_round() -> None:
    """Every entry knows its statement and the round of it, one after rounds without words as well."""
    journal = read([], ["a accepts x"], [], ["b accepts x"]).journal
    assert [journal.word(place).said_in for place in (0, 1)] == ["r2", "r4"]


def test_restatement_is_told_apart() -> None:
    """An entry that leaves the position as it was is known as a restatement, and a first word never is one."""
    journal = read(["a accepts x", "a accepts x", "a rejects x", "eu rejects x"]).journal
    restated = [journal.is_restated(place) for place in range(len(journal.words))]
    assert restated == [False, True, False, False, True]


# --- many cells at once


@given(negotiations())
def test_row_is_made_of_its_cells(talks: nt.Negotiation) -> None:
    """A row gives of each cell the position and the open accounts that are given when it is asked for alone."""
    log, ids = again(talks), [party.id for party in talks.parties]
    for demand in talks.demands:
        for number in range(len(talks.rounds) + 1):
            assert list(log.row(ids, demand.id, number)) == [
                (log.position(party, demand.id, number), log.accounts(party, demand.id, number))
                for party in ids
            ]


@given(negotiations())
def test_cells_that_were_spoken_of_are_counted(talks: nt.Negotiation) -> None:
    """As many cells are spoken of as of a round as are not silent."""
    log = again(talks)
    standing = cells(talks, log)
    for number in range(len(talks.rounds) + 1):
        spoken = [key for key, position in standing.items() if key[2] == number and position != SILENT]
        assert log.spoken(number) == len(spoken)


@given(negotiations())
def test_voices_are_those_who_spoke_or_are_reported(talks: nt.Negotiation) -> None:
    """A party is heard as of a round where any cell of it has a position or an open account."""
    log = again(talks)
    standing = cells(talks, log)
    for number in range(len(talks.rounds) + 1):
        reported = {account.party for account in log.open_accounts(number)}
        spoken = {key[0] for key, position in standing.items() if key[2] == number and position != SILENT}
        assert log.voices(number) == spoken | reported


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (0, 1, set()),
        (1, 2, {("b", "x")}),
        (2, 3, set()),
        (3, 4, {("b", "x"), ("b", "y")}),
        (1, 4, {("b", "x"), ("b", "y")}),
        (4, 4, set()),
    ],
)
def test_accounts_move_where_one_is_given_or_closed(
    before: int, after: int, moved: set[tuple[str, str]]
) -> None:
    """Accounts moved in the cells in which one was given or closed since, and not while one merely stays open."""
    accounts = [nt.Statement(f"b rejects {demand}", according_to="a") for demand in ("x", "y")]
    log = read(["a accepts x"], [accounts[0]], [], ["b rejects x", accounts[1]])
    assert log.accounts_moved(before, after) == moved


# --- since when


def held(log: Timeline, number: int) -> tuple[str, str]:
    """Give since when the position of `a` on `x` is held as of a round, and in which round its word was said."""
    position = log.position("a", "x", number)
    assert isinstance(position, nt.Held)
    return position.since, position.said_in


@pytest.mark.parametrize(
    ("rounds", "since", "said_in"),
    [
        ([["a accepts x"]], "r1", "r1"),
        ([["a accepts x"], []], "r1", "r1"),
        ([["a accepts x"], ["a accepts x"]], "r1", "r2"),
        ([["a accepts x"], ["eu accepts x"]], "r1", "r2"),
        ([["a accepts x"], ["a rejects x", "a accepts x"]], "r1", "r2"),
        ([["a accepts x"], ["a rejects x"], ["a accepts x"]], "r3", "r3"),
        ([["a rejects x", "a accepts x"], ["a accepts x"]], "r1", "r2"),
        ([["a accepts x"], ["a accepts x if y", "a accepts x"], ["a accepts x"]], "r1", "r3"),
        ([["a accepts x if x and y"], ["a accepts x if y and x"]], "r1", "r2"),
        ([["a accepts x"], ["b amends x", "a accepts x"]], "r2", "r2"),
        ([["a accepts x"], ["a proposes x"]], "r2", "r2"),
    ],
)
def test_position_is_held_since_the_first_round_of_its_run(
    rounds: Sequence[Sequence[str]], since: str, said_in: str
) -> None:
    """A position is held since the first round of the unbroken run at whose ends it is equal, restated or not."""
    assert held(read(*rounds), len(rounds)) == (since, said_in)


def test_position_has_the_word_in_force() -> None:
    """Said again, a position has the statement that said it last, and a lapsed one keeps it."""
    words = [nt.Statement("b accepts x", note=note) for note in ("first", "again")]
    log = read(words[:1], words[1:], ["a amends x"])
    held, lapsed = (log.position("b", "x", number) for number in (2, 3))
    assert isinstance(held, nt.Held)
    assert isinstance(lapsed, nt.Lapsed)
    assert held.said == lapsed.was.said == words[1]


def test_long_run_of_restatements_is_held_since_its_first() -> None:
    """A position that was restated in thousands of rounds is held since the first of them."""
    log = read(["a rejects x"], *[["a accepts x"]] * 3000)
    assert held(log, 3001) == ("r2", "r3001")


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_since_is_the_same_in_whatever_order_rounds_are_asked(order: Sequence[int]) -> None:
    """Whichever round is asked for first, each position is held since the same round."""
    log = read(["a accepts x"], ["a accepts x"], ["a accepts x"])
    assert [held(log, number) for number in order] == [("r1", f"r{number}") for number in order]


@given(negotiations())
def test_since_is_what_a_look_at_all_rounds_finds(talks: nt.Negotiation) -> None:
    """Since when a position is held is what going back round by round finds."""
    log = again(talks)
    for (party, demand, number), position in cells(talks, log).items():
        if isinstance(position, nt.Held):
            first = number
            while first > 1 and log.position(party, demand, first - 1) == position:
                first -= 1
            assert position.since == talks.rounds[first - 1].id


def test_version_is_that_of_the_moment() -> None:
    """A word said before and one said after an amendment of the same round are about two texts."""
    journal = read(["b accepts x", "a amends x", "b accepts x", "b accepts y"]).journal
    assert [journal.version(place) for place in range(len(journal.words))] == [1, 2, 2, 2, 1]
