"""What spreadsheets get of what moved: a row for each change, move or sum, under columns that stay."""

import csv
from collections.abc import Sequence
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from command import call
from negotrack.course import chapters
from negotrack.formats.csv import changes as tables
from negotrack.testing import negotiations

SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())

Said = str | nt.Statement
Row = dict[str, str]

DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"), nt.Demand("z", "Roads", succeeds=["y"]))
PARTIES = (nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("u", "Union", members=["a", "b"]))


def talks(
    *rounds: Sequence[Said],
    demands: Sequence[nt.Demand] = DEMANDS,
    parties: Sequence[nt.Party] = PARTIES[:2],
) -> nt.Negotiation:
    """Give a record of rounds r1, r2 and so on, a month each, by what was said in them."""
    return nt.Negotiation(
        "Harbour talks",
        parties=parties,
        demands=demands,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def rows(table: str) -> list[Row]:
    """Give the rows of a table by their columns."""
    return list(csv.DictReader(StringIO(table), strict=True))


def diffed(of: nt.Negotiation, kind: str) -> list[Row]:
    """Give the rows of one kind of the last diff."""
    return [row for row in rows(tables.diff(of.diff())) if row["kind"] == kind]


def logged(of: nt.Negotiation) -> list[Row]:
    """Give the rows of the log."""
    return rows(tables.log(of, chapters(of)))


def few(row: Row, *columns: str) -> tuple[str, ...]:
    """Give some cells of a row."""
    return tuple(row[column] for column in columns)


# The columns


_CHANGE = "kind demand number title party party_name before after change voice through"


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (tables.DIFF, f"before_round after_round {_CHANGE} statements"),
        (tables.LOG, f"round date {_CHANGE} answered statements"),
        (tables.LEDGER, "round date party party_name toward answered away sideways opening lapsed"),
    ],
)
def test_columns_stay(table: Sequence[str], columns: str) -> None:
    """The columns keep their names and their order; later ones come at the end."""
    assert list(table)[: len(columns.split())] == columns.split()


@pytest.mark.parametrize(
    ("command", "columns"), [("diff", tables.DIFF), ("log", tables.LOG), ("ledger", tables.LEDGER)]
)
def test_head_names_the_columns(command: str, columns: Sequence[str]) -> None:
    """The first line of each table names its columns, also where nothing was recorded."""
    for stdin in (nt.dumps(talks(["a proposes x"])), 'title = "Nothing yet"\n'):
        head = call(command, "-", "--format=csv", stdin=stdin.encode()).out.splitlines()[0]
        assert head == ",".join(columns)


# A diff


def test_diff_names_its_rounds() -> None:
    """Every row says between which rounds it is; before the first stands `start`."""
    found = talks(["a proposes x"], ["b accepts x"])
    assert {few(row, "before_round", "after_round") for row in rows(tables.diff(found.diff()))} == {
        ("r1", "r2")
    }
    first = rows(tables.diff(found.diff("start", "r1")))
    assert {few(row, "before_round", "after_round") for row in first} == {("start", "r1")}


def test_row_of_an_outcome_says_what_became_of_it() -> None:
    """The row of an outcome has both sides in words, the change, and the demands that it hangs on."""
    (ports,) = diffed(
        talks(["a proposes x", "b accepts x if y and z"], ["a and b accept y and z"]), "outcome"
    )[:1]
    assert few(ports, "demand", "number", "title") == ("x", "1", "Ports")
    assert few(ports, "before", "after", "change", "through") == ("pending", "agreed", "settled", "y z")
    assert few(ports, "party", "party_name", "voice") == ("", "", "")


def test_sides_of_an_outcome_say_whether_it_is_provisional_or_replaced() -> None:
    """A side of an outcome has the word, `provisionally` before it, and behind it what replaces it, by id."""
    said = diffed(talks(["a proposes x and y"], ["a and b accept z", "b provisionally accepts x"]), "outcome")
    assert [few(row, "demand", "after", "change") for row in said] == [
        ("x", "provisionally agreed", "settled"),
        ("y", "pending, replaced by z", "replaced"),
        ("z", "agreed", "settled"),
    ]


def test_row_of_a_position_says_who_moved_which_way() -> None:
    """The row of a position has the party, both sides as a sentence has them, the movement, and what was said."""
    (row,) = diffed(
        talks(
            ["a proposes x", nt.Statement("b reserves x", reservation="scrutiny")],
            ["b abstains on x", nt.Statement("b provisionally accepts x if y", red_line=True)],
        ),
        "position",
    )
    assert few(row, "demand", "party", "party_name") == ("x", "b", "Borland")
    assert few(row, "before", "after", "change") == (
        "reserves (scrutiny)",
        "provisionally accepts if y, a red line",
        "toward",
    )
    assert few(row, "voice", "statements") == ("b", "b abstains on x; b provisionally accepts x if y")


def test_position_on_another_text_names_both_texts() -> None:
    """Where only the text is another, both sides say which, so that they differ."""
    (row, _) = diffed(talks(["a and b accept x"], ["b amends x", "a accepts x"]), "position")
    assert few(row, "party", "before", "after") == ("a", "accepts (text 1)", "accepts (text 2)")


def test_position_that_lapsed_says_what_it_was() -> None:
    """Who is silent, and what lapsed, is said in words; nobody's voice made it lapse."""
    found = diffed(talks(["a accepts x"], ["b amends x"]), "position")
    assert [few(row, "party", "before", "after", "change", "voice") for row in found] == [
        ("a", "accepts", "lapsed (accepts)", "lapsed", ""),
        ("b", "silent", "amends", "opening", "b"),
    ]


def test_voice_is_the_bloc_that_spoke() -> None:
    """In the rows of the members of a bloc stands that it was the bloc that spoke."""
    found = diffed(talks(["u proposes x"], parties=PARTIES), "position")
    assert [few(row, "party", "voice") for row in found] == [("a", "u"), ("b", "u"), ("u", "u")]


def test_texts_marks_and_parties_have_rows_of_their_own() -> None:
    """A text has its numbers as sides, a mark its words, and who joined only a name; what does not apply is empty."""
    found = talks(
        ["a proposes x"],
        ["a amends x", nt.Statement("b rejects y", according_to="a")],
        parties=(*PARTIES[:2], nt.Party("c", "Corland", joins="r2")),
    )
    kinds = ("text", "mark", "party")
    text, mark, party = (diffed(found, kind) for kind in kinds)
    assert [few(row, "demand", "party", "before", "after", "change", "statements") for row in text] == [
        ("x", "", "1", "2", "amended", "a amends x")
    ]
    assert [few(row, "demand", "party", "before", "after", "change", "statements") for row in mark] == [
        ("y", "b", "", "reported", "opened", "b rejects y (according to a)")
    ]
    assert [few(row, "demand", "party_name", "before", "after", "change", "statements") for row in party] == [
        ("", "Corland", "", "", "joined", "")
    ]


def test_mark_that_is_gone_is_closed() -> None:
    """A cell that is marked no longer has an empty side, and is closed."""
    found = talks([nt.Statement("b rejects y", according_to="a")], ["b rejects y"])
    (row,) = diffed(found, "mark")
    assert few(row, "before", "after", "change") == ("reported", "", "closed")


@given(SMALL)
def test_diff_has_a_row_for_each_change(drawn: nt.Negotiation) -> None:
    """There are as many rows of each kind as there are entries, backwards too, and the sides of none read the same."""
    last = len(drawn.rounds)
    for diff in (drawn.diff("start", last or "start"), drawn.diff(last or "start", "start")):
        found = rows(tables.diff(diff))
        entries = (diff.outcomes, diff.positions, diff.texts, diff.marks, diff.parties)
        kinds = ("outcome", "position", "text", "mark", "party")
        assert [row["kind"] for row in found] == [
            kind for kind, several in zip(kinds, entries, strict=True) for _ in several
        ]
        assert all(row["before"] != row["after"] for row in found if row["kind"] != "party")


# A log


def test_log_has_the_moves_that_were_undone() -> None:
    """Each move has a row with the statement that made it, in order, though it was undone in the same round."""
    found = logged(talks(["a proposes x", "b rejects x"], ["b accepts x", "b rejects x"]))
    moves = [
        few(row, "party", "before", "after", "change", "statements") for row in found if row["round"] == "r2"
    ]
    assert moves == [
        ("b", "rejects", "accepts", "toward", "b accepts x"),
        ("b", "accepts", "rejects", "away", "b rejects x"),
    ]


def test_log_says_whether_moves_toward_were_answered() -> None:
    """Of a move toward it is said whether it was answered; of whatever else nothing."""
    found = logged(
        talks(
            ["a and b reject x and y"],
            ["a accepts x", "b abstains on y"],
            ["a abstains on x"],
            ["b accepts y"],
        )
    )
    told = [few(row, "kind", "party", "change", "answered") for row in found if row["round"] != "r1"]
    assert [row for row in told if row[0] == "move"] == [
        ("move", "a", "toward", "true"),
        ("move", "b", "toward", "true"),
        ("move", "a", "away", ""),
        ("move", "b", "toward", "false"),
    ]
    assert all(not answered for kind, *_, answered in told if kind != "move")


def test_log_has_dates_and_goes_round_by_round() -> None:
    """Every row has its round and the date of it; first come outcomes, then moves, then texts, marks and parties."""
    found = logged(
        talks(
            ["a proposes x"],
            ["a amends x", "b accepts x", nt.Statement("b rejects y", according_to="a")],
            parties=(*PARTIES[:2], nt.Party("c", "Corland", joins="r2")),
        )
    )
    assert [few(row, "round", "date", "kind") for row in found] == [
        ("r1", "2026-01", "outcome"),
        ("r1", "2026-01", "move"),
        *[("r2", "2026-02", kind) for kind in ("move", "move", "text", "mark", "party")],
    ]


@given(SMALL)
def test_log_has_a_row_for_each_happening(drawn: nt.Negotiation) -> None:
    """There are as many rows as outcomes, moves, texts, marks and parties changed in all rounds."""
    course = chapters(drawn)
    counts = [
        len(one.outcomes) + len(one.moves) + len(one.texts) + len(one.marks) + len(one.parties)
        for one in course
    ]
    assert [sum(row["round"] == one.round.id for row in logged(drawn)) for one in course] == counts


# A ledger


def test_ledger_has_a_row_for_each_round_and_each_who_moved() -> None:
    """Each party that moved in a round has a row with its counts; of no move there is no row."""
    found = rows(
        tables.ledger(
            talks(
                ["a proposes x", "b rejects x and y"],
                [],
                ["b accepts x", "a amends x", "b accepts x", "a abstains on y"],
            ).ledger
        )
    )
    assert [few(row, *tables.LEDGER) for row in found] == [
        ("r1", "2026-01", "a", "Arland", "0", "0", "0", "0", "1", "0"),
        ("r1", "2026-01", "b", "Borland", "0", "0", "0", "0", "2", "0"),
        ("r3", "2026-03", "a", "Arland", "0", "0", "0", "1", "1", "0"),
        ("r3", "2026-03", "b", "Borland", "2", "0", "0", "0", "0", "1"),
    ]


@given(SMALL)
def test_sums_of_the_table_are_those_of_the_ledger(drawn: nt.Negotiation) -> None:
    """Summed over all rounds the table has the tallies of the parties."""
    found = rows(tables.ledger(drawn.ledger))
    for party, tally in drawn.ledger.tallies.items():
        sums = [
            sum(int(row[column]) for row in found if row["party"] == party) for column in tables.LEDGER[4:]
        ]
        assert sums == [
            tally.toward,
            tally.answered,
            tally.away,
            tally.sideways,
            tally.openings,
            tally.lapses,
        ]


# Text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A title or a name that a spreadsheet would take for a formula gets an apostrophe in front."""
    found = talks(
        ["a proposes x"],
        ["b amends x"],
        demands=(nt.Demand("x", text),),
        parties=(nt.Party("a", text), nt.Party("b", text)),
    )
    texts = (tables.diff(found.diff()), tables.log(found, chapters(found)), tables.ledger(found.ledger))
    cells = [cell for text in texts for row in rows(text) for cell in row.values()]
    assert any(cell.startswith("'") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]


def test_text_that_acts_is_escaped() -> None:
    """Codes that a terminal obeys are written as escapes."""
    found = talks(["a proposes x"], demands=(nt.Demand("x", "\x1b[31mPorts\u202e"),))
    assert diffed(found, "outcome")[0]["title"] == r"\u001b[31mPorts\u202e"


# The command


def test_command_prints_the_table_of_what_was_chosen() -> None:
    """`log --format csv` has the rows of the rounds, parties and demands that were chosen, and no others."""
    found = talks(["a proposes x and y"], ["a rejects y", "b accepts x"], ["a rejects x", "b accepts y"])
    done = call(
        "log",
        "-",
        "--format=csv",
        "--since=r2",
        "--party=a",
        "--demand=1",
        stdin=nt.dumps(found).encode(),
    )
    assert (done.status, done.err) == (0, "")
    moves = [row for row in rows(done.out) if row["kind"] == "move"]
    assert [few(row, "round", "demand", "party") for row in moves] == [("r3", "x", "a")]
    assert {row["demand"] for row in rows(done.out)} == {"x"}


def test_command_refuses_sources_in_a_table() -> None:
    """`diff --sources --format csv` is refused: the statements are in the table anyway."""
    done = call("diff", "-", "--sources", "--format=csv", stdin=nt.dumps(talks([])).encode())
    assert done == (
        2,
        "",
        "`--sources` has no effect there: `--format csv` has the statements\n",
    )
