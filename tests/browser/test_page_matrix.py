"""Is what the page of a negotiation shows, cell by cell and round by round, what all other outputs say?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, Page

from browsing import Opener, opening
from negotrack import Negotiation, bundled, seed
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.testing import negotiations
from negotrack.views import summary
from negotrack.views.matrix import Matrix
from negotrack.views.naming import party_names
from negotrack.web.page import page as written
from replaying import Cell, Row, Shown, rewritten, shown

WORDS = 5
"""Up to how many columns have words in their cells."""

# --- what the JSON document of a matrix says, in the words of the page

SYMBOLS = {
    "proposes": "»",
    "amends": "^",
    "accepts": "✓",
    "rejects": "X",
    "reserves": "o",
    "abstains": "/",
    "defers": "_",
    "withdraws": "«",
}


class Expected(NamedTuple):
    """What a cell has to say. That a word decides nothing is not in JSON: `'`, which is left out here."""

    words: str
    symbols: str
    spoken: str
    more: frozenset[str]
    """What is read aloud after that, in any order."""


def expected(entry: Mapping[str, Any], numbers: Mapping[str, str], round_: str) -> Expected:
    """Say in the words of the page what JSON says of a position; `round_` is the one whose words are marked."""
    marks, accounts = entry["marks"], entry.get("accounts", [])
    told = accounts[-1] if "reported" in marks else entry
    stance = told["stance"] or told["lapsed_stance"]
    others = [one["stance"] for one in reversed(accounts[:-1])] if "reported" in marks else []
    also = [one for one in dict.fromkeys(others) if one != stance]
    is_held = not {"lapsed", "reported"} & {*marks}
    lead, close = {"lapsed": ("(", ")"), "reported": ('"', '"')}.get((*marks, "")[0], ("", ""))
    signs = {
        "through its bloc": is_held and entry["basis"] != "own" and "&",
        "disputed": "disputed" in marks and "?",
        "red line": entry["red_line"] and "reported" not in marks and "!",
        "said in this round": is_held and entry["said_in"] == round_ and "*",
    }
    tail = "".join(sign for sign in signs.values() if sign)
    lead += "~" if told["provisional"] else ""
    kind = f" ({told['reservation']})" if told["reservation"] else ""
    if_ = f" if {joined([numbers.get(one, one) for one in told['conditions']])}" if told["conditions"] else ""
    return Expected(
        f"{lead}{SYMBOLS[stance]} {stance}{kind}{if_}"
        f"{''.join(f', {SYMBOLS[one]} {one}' for one in also)}{close}{tail}",
        f"{lead}{SYMBOLS[stance]}{if_ and 'if'}{''.join(SYMBOLS[one] for one in also)}{close}{tail}",
        f"{stance}{kind}{if_}",
        frozenset(
            [
                *also,
                *(word for word, sign in signs.items() if sign),
                *(mark for mark in ("lapsed", "reported") if mark in marks),
                *(["provisional"] if told["provisional"] else []),
            ]
        ),
    )


def joined(words: Sequence[str]) -> str:
    """Join words: `2, 3 and 5`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def found(cell: Cell, spoken: str) -> tuple[str, str, frozenset[str]]:
    """Give what a cell says, in the same way: what stands in it, what is read aloud and what is so after that."""
    more = cell.unseen.removeprefix(spoken).split(", ")[1:]
    left_out = ("does not decide it", "moved: ")
    return (
        cell.seen.replace("'", ""),
        cell.unseen[: len(spoken)],
        frozenset(one for one in more if not one.startswith(left_out)),
    )


def check_row(row: Row, told: Mapping[str, Any], talks: Negotiation, round_: str, *, has_words: bool) -> None:
    """Assert that a row shows what JSON says of a demand."""
    positions = {one["party"]: one for one in told["positions"] if one["demand"] == row.demand}
    (outcome,) = (one for one in told["outcomes"] if one["demand"] == row.demand)
    reasons = [one for one in outcome["reasons"] if "party" in one]
    awaited = {one["party"] for one in reasons if one["reason"] == "silent"} - {*positions}
    assert {*row.cells} == {*positions} | awaited
    for party, entry in positions.items():
        wanted = expected(entry, talks.now.numbers, round_)
        assert found(row.cells[party], wanted.spoken) == (
            wanted.words if has_words else wanted.symbols,
            wanted.spoken,
            wanted.more,
        )
        assert row.cells[party].opens == f"cell:{row.demand}:{party}"
    for party in awaited:
        assert row.cells[party] == Cell(". silent" if has_words else ".", "silent", "", is_moved=False)
    assert row.outcome == ("~" if outcome["provisional"] else "") + outcome["outcome"]
    assert row.number == talks.now.numbers[row.demand]
    if outcome["replaced_by"]:
        assert (
            row.reason == f"replaced by {joined([talks.now.numbers[one] for one in outcome['replaced_by']])}"
        )
    elif outcome["outcome"] in {"pending", "rejected"}:
        names = party_names(talks.parties)
        assert [one for one in reasons if names[one["party"]] not in row.reason] == []


# --- every round of every bundled dossier


class Read(NamedTuple):
    """What the page of a dossier shows as of each round."""

    talks: Negotiation
    rounds: Sequence[Shown]

    def __iter__(self) -> Iterator[Any]:
        return zip(range(1, len(self.rounds) + 1), self.rounds, strict=True)


@pytest.fixture(scope="module", params=bundled.names())
def read(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Read]:
    """Read the page of a bundled dossier, once for all tests: as of every round, whole."""
    talks = seed(request.param)
    with opening(browser, tmp_path_factory.mktemp("page")) as opened:
        page = opened(written(talks))
        yield Read(talks, [shown(page, f"at={one.id}") for one in talks.rounds])


def test_every_round_is_told_as_the_library_tells_it(read: Read) -> None:
    """As of when it is and what is agreed is said in the words of the summary."""
    for number, page in read:
        state = read.talks.at(number)
        counts = summary.counts(state) if state.counts.total else "Nothing is on the table yet."
        assert (page.as_of, page.counts, page.shown) == (summary.as_of(state), counts, "")


def test_every_cell_of_every_round_is_that_of_json(read: Read) -> None:
    """Every position, mark, outcome and reason of `matrix --format json` is in the page, and no other."""
    for number, page in read:
        told: Any = matrix_json(read.talks.at(number))
        assert sorted(page.demands) == sorted(
            one["demand"] for one in told["outcomes"] if one["outcome"] != "unraised"
        )
        marked = told["round"] if number > 1 else ""
        for row in page.rows:
            check_row(row, told, read.talks, marked, has_words=len(page.parties) <= WORDS)


def test_everything_in_json_has_a_place_in_the_page(read: Read) -> None:
    """No position is on a demand without a row or of a party without a column."""
    for number, page in read:
        told: Any = matrix_json(read.talks.at(number))
        assert {one["party"] for one in told["positions"]} <= {*page.parties}
        unraised = {one["demand"] for one in told["outcomes"] if one["outcome"] == "unraised"}
        assert {one["demand"] for one in told["positions"]} - unraised <= {*page.demands}


def check_moves(talks: Negotiation, number: int, page: Shown) -> None:
    """Assert that what is marked as moved in a round is what the diff of it has, and nothing in the first."""
    moved = {(party, row.demand) for row in page.rows for party, cell in row.cells.items() if cell.is_moved}
    ways = {
        (party, row.demand): cell.unseen.rpartition(", moved: ")[2]
        for row in page.rows
        for party, cell in row.cells.items()
        if ", moved: " in cell.unseen
    }
    changes = {row.demand: row.change or row.outcome for row in page.rows if row.is_moved}
    assert {row.demand: row.change for row in page.rows if row.change}.items() <= changes.items()
    if number == 1:
        assert (moved, ways, changes) == (set(), {}, {})
        return
    diff = talks.diff(number - 1, number)
    rows = {*page.demands}
    assert ways == {
        (one.party, one.demand): one.movement.value for one in diff.positions if one.demand in rows
    }
    assert moved == {*ways}
    assert changes == {one.demand: one.change.value for one in diff.outcomes if one.demand in rows}
    assert {one.demand for one in diff.outcomes} - rows <= {*talks.at(number).unraised}


def test_what_moved_is_what_the_diff_has(read: Read) -> None:
    """Underlined is what moved in a round and which outcomes changed, with the words of the diff."""
    for number, page in read:
        check_moves(read.talks, number, page)


# --- any negotiation


def check_grid(talks: Negotiation, number: int, page: Shown) -> None:
    """Assert that a page shows the table of the command line, word for word, where its cells have words."""
    view = Matrix(talks.at(number))
    heads, *rows = view.grid()
    columns = [party.id for party in view.selection.columns]
    assert {*columns} <= {*page.parties}
    own = [heads[2:-2][columns.index(party)] for party in page.parties if party in columns]
    assert [
        head for head, party in zip(page.heads[2:-2], page.parties, strict=True) if party in columns
    ] == own
    titles = [
        row[1] if entry.demand.title.strip() else " ".join([entry.demand.id, *row[1].split()])
        for entry, row in zip(view.selection.raised, rows, strict=True)
    ]
    assert [[row.number, row.title, row.outcome, row.reason] for row in page.rows] == [
        [row[0], title, *row[-2:]] for title, row in zip(titles, rows, strict=True)
    ]
    assert [{party: cell.seen for party, cell in row.cells.items()} for row in page.rows] == [
        {party: cell for party, cell in zip(columns, row[2:-2], strict=True) if cell} for row in rows
    ]


@pytest.fixture(scope="module")
def any_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Give a page in whose place others are put."""
    with opening(browser, tmp_path_factory.mktemp("page")) as opened:
        yield opened(written(seed("sochi-2022")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(talks=negotiations() | negotiations(broken=True))
def test_any_negotiation_is_shown_as_on_the_command_line(any_page: Page, talks: Negotiation) -> None:
    """Whatever is negotiated: as of every round the page has the rows, cells and marks of the library."""
    rewritten(any_page, talks)
    for number, round_ in enumerate(talks.rounds, 1):
        page = shown(any_page, f"at={round_.id}")
        check_grid(talks, number, page)
        check_moves(talks, number, page)


def test_words_of_many_parties_are_those_of_the_command_line(opened: Opener) -> None:
    """Where there are many parties, some that are asked for have the words that stand in the grid."""
    talks = seed("armenia-azerbaijan")
    page = opened(written(talks))
    columns = shown(page).parties
    chosen = [columns[start : start + WORDS] for start in range(0, len(columns), WORDS)]
    for parties in chosen:
        found = shown(page, "&".join(["at=prague-2022", *(f"party={one}" for one in parties)]))
        assert found.parties == parties
        _, *rows = Matrix(talks.at("prague-2022"), parties=tuple(parties)).grid()
        assert [
            [row.cells[one].seen if one in row.cells else "" for one in parties] for row in found.rows
        ] == [row[2:-2] for row in rows]
