"""What tells of changes in a document: its heads, lists and tables, and text that means nothing to Markdown."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from command import call
from commonmark import blocks, types
from negotrack.testing import negotiations
from negotrack.views.diff import DiffView
from negotrack.views.ledger import LedgerView
from negotrack.views.log import Log
from negotrack.views.markdown import markdown
from negotrack.visible import visible

SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())

Said = str | nt.Statement


def talks(*rounds: Sequence[Said], text: str = "", events: Sequence[nt.Event] = ()) -> nt.Negotiation:
    """Give a record of rounds r1, r2 and so on, a month each; a text stands in every place instead of its own words."""
    return nt.Negotiation(
        text or "Harbour talks",
        parties=[
            nt.Party("a", text or "Arland"),
            nt.Party("b", text or "Borland"),
            nt.Party("u", text or "Union", members=["b"]),
        ],
        demands=[nt.Demand("x", text or "Ports", text=text or "Old"), nt.Demand("y", text or "Rails")],
        sources=[nt.Source("s", text or "Minutes")],
        events=events,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", title=text or None, source="s", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def everything(text: str) -> nt.Negotiation:
    """Give a record in which all kinds of changes are, with a text in every place."""
    return talks(
        ["a proposes x and y", "b rejects x and y"],
        [
            nt.Statement("b amends x", text=f"{text} and more", locator=text),
            "u accepts y",
            nt.Statement("b rejects y", according_to="a"),
            "a accepts x",
        ],
        text=text,
        events=[nt.Event("2026-01-31", text)],
    )


def told(of: nt.Negotiation) -> dict[str, str]:
    """Give each view of a record as Markdown, by its name."""
    sources = {source.id: source for source in of.sources}
    return {
        "diff": markdown(DiffView(of.diff())),
        "sources": markdown(DiffView(of.diff("start", -1), sources)),
        "log": markdown(Log(of)),
        "ledger": markdown(LedgerView(of.ledger)),
    }


NAMES = ("diff", "sources", "log", "ledger")


def below(text: str, start: str) -> list[str]:
    """Give the lines of a text from one that starts so on, up to the next blank one."""
    lines = text.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith(start))
    ends = [place for place in range(first, len(lines)) if not lines[place]]
    return lines[first : ends[0] if ends else None]


MOVED = talks(
    ["a proposes x", "b rejects x"],
    ["b accepts x", "b proposes y"],
    ["a rejects y"],
    events=[nt.Event("2026-01-31", "A strike")],
)


# A diff


def test_diff_is_heads_with_lists() -> None:
    """The title is bold, then what is compared stands on lines of its own; each section is a head and a list."""
    lines = told(MOVED)["diff"].splitlines()
    assert lines[:2] == ["**Harbour talks**", ""]
    assert lines[2:4] == ["from  round 2: Feb 2026  ", "to    round 3: Mar 2026  "]
    assert below(told(MOVED)["diff"], "- 2 Rails") == [
        "- 2 Rails: pending → rejected",
        "  - Arland: opening, silent → rejects",
    ]
    assert "**Blocked**" in lines
    assert "**Who moved**" in lines
    assert lines[-1] == "Unchanged: 1 of 2 outcomes, 3 of 4 positions."


def test_moves_stand_in_a_list_below_their_demand() -> None:
    """A parser finds the demands in a list, and in each the moves, notes and statements in a list below."""
    found = blocks(told(everything("text"))["sources"])
    assert {token.level for token in found if token.type == "bullet_list_open"} == {0, 2}


def test_sources_stand_below_what_they_are_for() -> None:
    """With sources each statement that made a change is an item below it, with where it is written."""
    assert below(told(MOVED)["sources"], "- 1 Ports")[-2:] == [
        r"  - b rejects x: \[s\] Minutes",
        r"  - b accepts x: \[s\] Minutes",
    ]


def test_diff_without_changes_says_so() -> None:
    """Where nothing changed there is no head and no list."""
    text = markdown(DiffView(talks(["a proposes x"], []).diff()))
    assert not {"bullet_list_open", "table_open"} & set(types(text))
    assert text.splitlines()[-2:] == [
        "Nothing was recorded in that round.",
        "Unchanged: 1 of 1 outcome, 1 of 1 position.",
    ]


# A log


def test_log_has_the_counts_as_a_table() -> None:
    """The counts after each round are a table without bars."""
    assert below(told(MOVED)["log"], "| ") == [
        "|  |  | agreed | pending | rejected |",
        "| --- | --- | --- | --- | --- |",
        "| 1 | Jan 2026 | 0 of 1 | 0 | 1 |",
        "| 2 | Feb 2026 | 1 of 2 | 1 | 0 |",
        "| 3 | Mar 2026 | 1 of 2 | 0 | 1 |",
    ]


def test_rounds_of_a_log_are_lists() -> None:
    """Each round is a head in bold and a list of what happened, with the symbol of each stance that was taken."""
    lines = told(MOVED)["log"].splitlines()
    start = lines.index("**3. Mar 2026**")
    assert lines[start + 1 :] == ["", "- blocked 2 Rails: Arland refuses", "- opening 2 X Arland: rejects"]


def test_events_of_a_log_are_cursive() -> None:
    """Events stand between the rounds, cursive, so that they are told from rounds."""
    lines = told(MOVED)["log"].splitlines()
    between = lines[lines.index("**1. Jan 2026**") : lines.index("**2. Feb 2026**")]
    assert between[-2:] == ["*31 Jan 2026, A strike*", ""]


def test_round_in_which_nothing_was_recorded_says_so() -> None:
    """A round without a statement has the one item that says so."""
    assert told(talks([], ["a proposes x"]))["log"].split("**1. Jan 2026**\n\n")[1].splitlines()[0] == (
        "- nothing was recorded"
    )


# A ledger


def test_ledger_is_a_table_and_lists() -> None:
    """The counts are a table, a row for each party that moved; who moved toward is told in a list for each round."""
    text = told(MOVED)["ledger"]
    assert below(text, "| ") == [
        "|  | toward | answered | away | sideways | opening | lapsed |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| Arland | 0 | - | 0 | 0 | 2 | 0 |",
        "| Borland | 1 | 0 of 1 | 0 | 0 | 2 | 0 |",
    ]
    lines = text.splitlines()
    assert lines[lines.index("2  Feb 2026") + 2] == "- Borland on 1: not answered"


@pytest.mark.parametrize("name", ["log", "ledger"])
def test_without_rounds_there_is_no_table(name: str) -> None:
    """A record without rounds has neither a table nor a list."""
    text = told(talks())[name]
    assert not {"bullet_list_open", "table_open"} & set(types(text))
    assert "No rounds yet." in text


# All of them


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        "*a* __b__ `c`",
        "[l](http://x.org)",
        "<b>x</b>",
        "a|b",
        "www.x.org",
        "~~x~~",
        "# x",
        "> x",
        "| x",
        "x\\",
    ],
)
def test_markup_means_nothing(name: str, text: str) -> None:
    """Markup in any name, title or text is shown as it is: a parser finds the same parts as in harmless words."""
    assert types(told(everything(text))[name]) == types(told(everything("text"))[name])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["- x", "+ x", "1. x", "1) x", "    x", "---", "===", "x ", "2026. x"])
def test_text_that_begins_like_a_block_is_none(name: str, text: str) -> None:
    """A name or a text that begins like an item of a list, a rule or code is text, also where it begins an item."""
    assert types(told(everything(text))[name]) == types(told(everything("text"))[name])


@given(SMALL)
def test_all_that_moved_is_in_the_document(drawn: nt.Negotiation) -> None:
    """Every demand on which somebody moved is in the document by its number, and every party that moved by its name."""
    diff = drawn.diff("start" if drawn.rounds else None)
    names = {party.id: visible(party.name) for party in drawn.parties}
    found = {
        name: "\n".join("".join(token.content for token in block.children or []) for block in blocks(text))
        for name, text in told(drawn).items()
        if name != "diff"
    }
    for one in diff.positions:
        assert all(" ".join(names[one.party].split()) in " ".join(text.split()) for text in found.values())
        assert all(drawn.now.numbers[one.demand] in found[name] for name in ("sources", "log"))


@pytest.mark.parametrize("command", ["diff", "log", "ledger"])
def test_command_prints_the_document(command: str) -> None:
    """`--format markdown` prints the document and nothing else."""
    done = call(command, "-", "--format=markdown", stdin=nt.dumps(MOVED).encode())
    assert done == (0, told(MOVED)[command], "")
