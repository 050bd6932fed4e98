"""What machines get of what moved: JSON documents and long tables."""

import csv
import json
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import negotrack as nt
from command import call
from command_line import formats
from negotrack.course import chapters
from negotrack.formats.csv import changes as tables
from negotrack.formats.json import changes
from negotrack.formats.json.report import report as report_json

TALKS = nt.Negotiation(
    "Talks",
    parties=[
        nt.Party("a", "=Arland"),
        nt.Party("b", "Borland"),
        nt.Party("c", "Cerland", joins="r2", leaves="r3"),
        nt.Party("u", "Union", members=["a"]),
    ],
    demands=[nt.Demand("x", "Ports", text="Open"), nt.Demand("y", "Rails"), nt.Demand("z", "Roads")],
    sources=[nt.Source("m", "Minutes")],
    rounds=[
        nt.Round("r1", "2026-01", statements=["a proposes x", "b rejects x", "b reserves y"]),
        nt.Round(
            "r2",
            "2026-02",
            source="m",
            statements=[
                nt.Statement("b amends x if z", text="Open by day", locator="p. 2"),
                nt.Statement("u proposes y", red_line=True),
                nt.Statement("a rejects z", according_to="b"),
                "c accepts y",
                "b reserves y",
            ],
        ),
        nt.Round("r3", "2026-03", statements=["a accepts x", "b accepts y", "a rejects z"]),
    ],
)


def rows(text: str) -> list[dict[str, str]]:
    """Read a table."""
    return list(csv.DictReader(StringIO(text)))


def found(text: str, **wanted: str) -> dict[str, str]:
    """Give the one row of a table that has some values."""
    (row,) = [row for row in rows(text) if wanted.items() <= row.items()]
    return row


def only(entries: Any, **wanted: str) -> Mapping[str, Any]:
    """Give the one entry that has some values."""
    (entry,) = [entry for entry in entries if wanted.items() <= entry.items()]
    assert isinstance(entry, dict)
    return entry


DOCUMENT = changes.diff(TALKS.diff("r1", "r2"))


def test_diff_has_all_its_parts() -> None:
    """The document of a diff has the rounds, the counts, and each kind of entry."""
    keys = "negotiation before after counts positions outcomes texts parties marks left_out"
    assert set(DOCUMENT) == set(keys.split())
    assert (DOCUMENT["before"], DOCUMENT["after"]) == ("r1", "r2")


def test_position_has_both_sides_whose_words_and_where_written() -> None:
    """A position has its sides as in the matrix, null where silent, the movement, the voice and the statements."""
    entry = only(DOCUMENT["positions"], party="a", demand="y")
    assert (entry["before"], entry["movement"], entry["voice"]) == (None, "opening", "u")
    assert entry["after"] == {
        "stance": "proposes",
        "conditions": [],
        "provisional": False,
        "reservation": None,
        "red_line": True,
        "version": 1,
        "basis": "u",
        "since": "r2",
        "said_in": "r2",
        "marks": [],
    }
    assert entry["statements"] == [
        {
            "round": "r2",
            "says": "u proposes y",
            "according_to": None,
            "sources": [{"id": "m", "locator": None}],
        }
    ]


def test_outcome_has_both_sides_and_what_became_of_it() -> None:
    """An outcome has its sides, the word for the change, and what it hangs on."""
    entry = only(DOCUMENT["outcomes"], demand="x")
    sides: list[object] = [
        {"outcome": word, "provisional": False, "replaced_by": []} for word in ("rejected", "pending")
    ]
    assert [entry["before"], entry["after"]] == sides
    assert (entry["change"], entry["through"]) == ("reopened", [])


def test_text_has_both_versions_and_the_difference() -> None:
    """A text has its versions, and the words as stretches."""
    entry = only(DOCUMENT["texts"], demand="x")
    assert (entry["before"], entry["after"]) == (
        {"version": 1, "text": "Open"},
        {"version": 2, "text": "Open by day"},
    )
    assert entry["words"] == [{"edit": "kept", "words": "Open"}, {"edit": "added", "words": "by day"}]


def test_mark_names_whose_account_it_is() -> None:
    """What opened a mark is attributed: the holder did not say it."""
    entry = only(DOCUMENT["marks"], party="a", demand="z")
    assert (entry["before"], entry["after"]) == (None, "reported")
    assert [said["according_to"] for said in entry["statements"]] == ["b"]


def test_who_joined_and_left_is_there() -> None:
    """Parties that are active in one of the rounds only have an entry."""
    assert DOCUMENT["parties"] == [{"party": "c", "change": "joined"}]
    assert changes.diff(TALKS.diff())["parties"] == [{"party": "c", "change": "left"}]


def test_log_has_the_moves_of_each_round() -> None:
    """The document of a log has for each round its moves, and who restated what."""
    round_ = only(changes.log(TALKS, chapters(TALKS))["rounds"], round="r2")
    assert round_["restated"] == [{"party": "b", "demand": "y"}]
    assert only(round_["moves"], party="a", demand="x")["movement"] == "lapsed"
    assert [text["demand"] for text in round_["texts"]] == ["x"]


def test_ledger_has_sums_and_answers() -> None:
    """The document of a ledger has the sums of each party, and who moved toward besides, null after the last round."""
    document = changes.ledger(TALKS.ledger)
    assert only(document["parties"], party="b") == {
        "party": "b",
        "toward": 2,
        "answered": 2,
        "away": 0,
        "sideways": 0,
        "opening": 2,
        "lapsed": 0,
    }
    assert only(document["rounds"], round="r2")["answers"] == [
        {"party": "b", "voice": "b", "same_round": [], "next_round": ["a"]}
    ]
    assert only(document["rounds"], round="r3")["answers"][0]["next_round"] is None


@pytest.mark.parametrize(("round_", "before"), [("r1", None), ("r2", "r1")])
def test_report_has_the_diff_against_the_round_before(round_: str, before: str | None) -> None:
    """A report holds what moved since the round before; nothing in the first."""
    since = report_json(TALKS, TALKS.at(round_))["since_previous"]
    assert (since["before"] if isinstance(since, dict) else None) == before


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (tables.diff(TALKS.diff()), tables.DIFF),
        (tables.log(TALKS, chapters(TALKS)), tables.LOG),
        (tables.ledger(TALKS.ledger), tables.LEDGER),
    ],
)
def test_tables_have_their_columns(text: str, columns: tuple[str, ...]) -> None:
    """Every table has the columns that are declared, in that order."""
    assert text.splitlines()[0] == ",".join(columns)


def test_diff_has_a_row_for_each_entry() -> None:
    """The table of a diff has as many rows as the diff has entries."""
    diff = TALKS.diff("r1", "r2")
    assert len(rows(tables.diff(diff))) == len(list(diff))


def test_rows_of_a_position_say_text_voice_and_red_line() -> None:
    """A position has the number of its text where that changed; a red line, a reservation and the bloc are told."""
    text = tables.diff(TALKS.diff("r1", "r3"))
    row = found(text, kind="position", party="a", demand="x")
    assert (row["before"], row["after"], row["voice"]) == ("proposes (text 1)", "accepts (text 2)", "a")
    row = found(text, kind="position", party="a", demand="y")
    assert (row["after"], row["voice"], row["party_name"]) == ("proposes, a red line", "u", "'=Arland")


def test_account_in_a_table_is_attributed() -> None:
    """A statement that is another's account says whose."""
    row = found(tables.diff(TALKS.diff("r1", "r2")), kind="mark", party="a")
    assert (row["change"], row["statements"]) == ("opened", "a rejects z (according to b)")


def test_mark_that_closed_says_so() -> None:
    """Where a party's own word matched the account, the mark is closed."""
    assert found(tables.diff(TALKS.diff("r2", "r3")), kind="mark", party="a")["change"] == "closed"


def test_moves_of_a_log_say_whether_they_were_answered() -> None:
    """Moves toward are answered or not, and of others nothing is said; what lapsed is nobody's words."""
    text = tables.log(TALKS, chapters(TALKS))
    assert found(text, round="r2", kind="move", party="b", demand="x")["answered"] == "true"
    lapse = found(text, round="r2", kind="move", party="a", demand="x")
    assert (lapse["answered"], lapse["voice"]) == ("", "")
    assert {row["kind"] for row in rows(text)} == {"outcome", "move", "text", "mark", "party"}


def test_ledger_has_a_row_for_each_round_and_party() -> None:
    """The table of a ledger has a row for who moved in a round."""
    row = found(tables.ledger(TALKS.ledger), round="r2", party="b")
    assert (row["toward"], row["answered"], row["opening"]) == ("1", "1", "0")


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Give a file that holds the talks."""
    nt.dump(TALKS, tmp_path / "talks.toml")
    return str(tmp_path / "talks.toml")


@pytest.mark.parametrize(
    ("given", "rounds"),
    [
        ([], ("r2", "r3")),
        (["r1"], ("r1", "r3")),
        (["-3", "-2"], ("r1", "r2")),
        (["start", "2026-01-15"], (None, "r1")),
        (["3", "1"], ("r3", "r1")),
    ],
)
def test_rounds_of_a_diff_are_named_as_elsewhere(
    given: list[str], rounds: tuple[str | None, str | None], file: str
) -> None:
    """Rounds are named by id, number or day; one alone is compared with the last, none: the last two."""
    document = json.loads(call("diff", file, *given, "--format", "json").out)
    assert (document["before"], document["after"]) == rounds


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_sources_are_for_people(format_: str, file: str) -> None:
    """The option that adds sources has no effect on what holds them anyway, and is refused."""
    done = call("diff", file, "--sources", "--format", format_)
    assert done.status == 2
    assert done.err.startswith("`--sources` has no effect there")


STARTS = {
    "text": "Talks",
    "json": "{",
    "csv": "",
    "markdown": "**Talks**",
    "html": "<!DOCTYPE html>",
    "svg": "<svg ",
}


@pytest.mark.parametrize(
    ("command", "format_"),
    [(command, format_) for command in ("diff", "log", "ledger") for format_ in formats(command)],
)
def test_every_format_of_every_command_prints(command: str, format_: str, file: str) -> None:
    """Each command prints each of its formats, and nothing to standard error."""
    done = call(command, file, "--format", format_)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(STARTS[format_])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diff", "r9"], "no round `r9`"),
        (["log", "--since", "r9"], "no round `r9`"),
        (["log", "--party", "d"], "no party `d`"),
        (["log", "--demand", "7"], "no demand `7`"),
        (["diff", "2026-13"], "`2026-13` names a month that does not exist"),
    ],
)
def test_what_is_not_there_is_an_error(arguments: list[str], message: str, file: str) -> None:
    """A round, a party or a demand that is not there is named, and the status is 2."""
    command, *more = arguments
    done = call(command, file, *more)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(message)


@pytest.mark.parametrize(("since", "first"), [("2026", "r1"), ("2026-02", "r2"), ("3", "r3"), ("r2", "r2")])
def test_log_begins_with_the_first_round_of_a_year_or_a_month(since: str, first: str, file: str) -> None:
    """A year or a month means its first day where a log begins."""
    document = json.loads(call("log", file, "--since", since, "--format", "json").out)
    assert document["rounds"][0]["round"] == first
