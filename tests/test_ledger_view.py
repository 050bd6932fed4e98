"""The view of a ledger: a row for each party that moved, then who moved toward, and in which rounds others did."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import negotrack as nt
from negotrack.testing import negotiations
from negotrack.views.ledger import LedgerView
from negotrack.views.lines import plain
from negotrack.views.markdown import markdown

PARTIES = (nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("c", "Cerland"))
DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"))


def talks(*rounds: Sequence[str], parties: Sequence[nt.Party] = PARTIES) -> nt.Negotiation:
    """Give a negotiation in which this was said in the rounds r1, r2 and so on, a month each."""
    return nt.Negotiation(
        "Talks",
        parties=parties,
        demands=DEMANDS,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def lines(record: nt.Negotiation, width: int | None = None) -> list[str]:
    """Give the lines of the ledger."""
    return [plain(line) for line in LedgerView(record.ledger).lines(width)]


CLOSING = talks(["a and b reject x", "c rejects x and y"], ["a accepts x"], ["b accepts x"], ["c accepts y"])


def test_whole_ledger_has_sums_and_answers() -> None:
    """It has a row for each party that moved, and for each round who moved toward and who did so besides."""
    assert lines(CLOSING) == [
        "Talks",
        "7 moves in 4 rounds, Jan 2026 to Apr 2026",
        "",
        "         toward  answered  away  sideways  opening  lapsed",
        "Arland        1    1 of 1     0         0        1       0",
        "Borland       1    1 of 1     0         0        1       0",
        "Cerland       1    0 of 1     0         0        2       0",
        "",
        "Who moved toward, and in which rounds others did",
        "  2  Feb 2026",
        "      Arland on 1: answered in round 3 by Borland",
        "  3  Mar 2026",
        "      Borland on 1: answered in round 4 by Cerland",
        "  4  Apr 2026",
        "      Cerland on 2: not answered; no later round is recorded",
        "",
        "A first word is an opening, whatever it says.",
        "Answered: another moved toward in that round or the next; it does not say why.",
        "Moves that were undone in their round count, too.",
    ]


def test_move_that_nobody_answered_is_marked() -> None:
    """Where others moved only later, the move is said not to be answered, in neutral words."""
    record = talks(["a rejects x", "b rejects x"], ["a accepts x"], [], ["b accepts x"])
    assert "      Arland on 1: not answered" in lines(record)


def test_many_others_are_counted() -> None:
    """More than two others are not named, but counted."""
    parties = [*PARTIES, nt.Party("d", "Dorland")]
    record = talks(["a, b, c and d reject x"], ["a, b, c and d accept x"], parties=parties)
    assert "      Arland on 1: answered in round 2 by 3 others" in lines(record)


def test_bloc_and_those_it_moved_are_told_together() -> None:
    """What a bloc did for itself and its members is one line, and they do not answer it."""
    parties = [*PARTIES[:2], nt.Party("u", "Union", members=["a", "b"])]
    record = talks(["u rejects x"], ["u accepts x"], parties=parties)
    (told,) = [line for line in lines(record) if " on 1: " in line]
    assert told == (
        "      Union and, through it, Arland and Borland on 1: not answered; no later round is recorded"
    )


def test_bloc_and_its_members_are_one_that_answered() -> None:
    """Whatever a bloc moved by one word, it answered once, and under its own name."""
    parties = [*PARTIES, nt.Party("u", "Union", members=["a", "b"])]
    record = talks(["u and c reject x"], ["c accepts x"], ["u accepts x"], parties=parties)
    assert "      Cerland on 1: answered in round 3 by Union" in lines(record)


def test_bloc_that_moved_its_members_alone_stands_between_commas() -> None:
    """Where the bloc itself stood there already, it is named behind those whom it moved."""
    parties = [*PARTIES, nt.Party("u", "Union", members=["a", "b"])]
    record = talks(["u accepts x"], ["a rejects x"], ["u accepts x"], parties=parties)
    assert "      Arland, through Union, on 1: not answered; no later round is recorded" in lines(record)


def test_assent_to_a_new_text_is_a_move_toward() -> None:
    """The ledger counts each move, the log and the diff compare two ends; where that differs the ledger says so."""
    record = talks(["a accepts x"], ["b amends x", "a accepts x"])
    assert record.ledger.tallies["a"] == nt.Tally(1, 0, 0, 0, openings=1, lapses=1)
    (move,) = [move for move in record.diff().positions if move.party == "a"]
    assert move.movement == nt.Movement.SIDEWAYS
    assert "sideways   1   ✓  Arland: accepts (text 1) → lapsed → accepts (text 2)" in str(nt.log(record))
    note = "After a lapse, assent to a new text is toward; log and diff may say sideways."
    assert any(line.startswith(note) for line in lines(record))
    assert not any(line.startswith(note) for line in lines(CLOSING))


def test_who_did_not_move_is_named() -> None:
    """Parties without a move have no row, and are named below."""
    assert lines(talks(["a proposes x"]))[-1] == "No move: Borland, Cerland."


def test_narrow_ledger_is_told_in_sentences() -> None:
    """Where the table has no room, each party has a sentence, of what there is."""
    assert "Arland: 1 toward, 1 of 1 answered, 1 opening" in " ".join(lines(CLOSING, 50))


def test_long_names_are_wrapped_in_their_column() -> None:
    """A name that is wider than its column goes on below."""
    record = talks(["a proposes x"], parties=[nt.Party("a", "Republic of the Northern and Southern Isles")])
    shown = lines(record, 80)
    assert shown[4].startswith("Republic of the Northern")
    assert shown[5] == "Southern Isles"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (nt.Negotiation("Talks"), ["Talks", "No rounds yet."]),
        (talks([], parties=()), ["Talks", "0 moves in 1 round, Jan 2026"]),
    ],
)
def test_ledger_without_moves_has_no_table(record: nt.Negotiation, words: list[str]) -> None:
    """Where nobody moved there is a heading alone."""
    assert lines(record) == words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (
            CLOSING,
            ["| Cerland | 1 | 0 of 1 | 0 | 0 | 2 | 0 |", "- Arland on 1: answered in round 3 by Borland"],
        ),
        (nt.Negotiation("Talks"), ["No rounds yet."]),
    ],
)
def test_document_has_a_table_and_a_list(record: nt.Negotiation, words: list[str]) -> None:
    """In Markdown the sums are a table, and who answered is a list."""
    found = markdown(LedgerView(record.ledger)).splitlines()
    assert [word for word in words if word in found] == words


@given(negotiations(parties=(0, 4), demands=(0, 4), rounds=(0, 4)), st.integers(20, 120))
def test_no_line_is_wider_than_the_window(record: nt.Negotiation, width: int) -> None:
    """Whatever the width, no line of a ledger is wider."""
    assert all(cell_len(line) <= width for line in lines(record, width))
