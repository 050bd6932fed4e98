"""Can everybody read the page: in the light and the dark, on a phone and a desk, with a screen reader, on paper?"""

from collections.abc import Sequence
from unicodedata import normalize

import pytest

from browsing import DESK, PHONE, Opener, Paper, Scheme, Window, printed, scroll_widths, violations
from negotrack import Demand, Negotiation, Party, Round, bundled, seed
from negotrack.views.matrix import Matrix
from negotrack.visible import visible
from negotrack.web.page import page as written
from replaying import Row, Shown, go, shown

VIEWS = ["", "cell", "demand", "party", "round", "filters"]
"""The plain page, and what can be open on it."""


def address(talks: Negotiation, view: str) -> str:
    """Give the address with something open: what was said most of, so that there is most to be shown."""
    state = talks.now
    said = [(entry.demand.id, party.id) for entry in state.outline for party in talks.parties]
    demand, party = max(said, key=lambda cell: (len(state.accounts(cell[1], cell[0])), len(cell[0])))
    opens = {
        "cell": f"cell:{demand}:{party}",
        "demand": f"demand:{demand}",
        "party": f"party:{party}",
        "round": f"round:{talks.rounds[-1].id}",
    }
    return f"open={opens[view]}" if view in opens else ""


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", bundled.names())
def test_page_is_no_wider_than_its_window(opened: Opener, name: str, window: Window) -> None:
    """Nobody scrolls the page sideways: not plain, not with anything open, not with few columns."""
    talks = seed(name)
    page = opened(written(talks), window=window)
    widths = {}
    for view in VIEWS:
        go(page, address(talks, view))
        if view == "filters":
            page.click("#filters summary")
        widths[view] = scroll_widths(page)
        panel = page.locator("#panel")
        if panel.is_visible():
            wide, box = panel.evaluate("one => [one.scrollWidth, one.clientWidth]")
            assert wide <= box, view
    go(page, f"party={talks.parties[0].id}")
    widths["one party"] = scroll_widths(page)
    assert {view: one for view, one in widths.items() if one.page > one.window} == {}


@pytest.mark.parametrize(
    ("name", "window", "scheme"),
    [
        ("uk-eu-withdrawal", DESK, "dark"),
        ("uk-eu-withdrawal", PHONE, "light"),
        ("armenia-azerbaijan", DESK, "light"),
        ("armenia-azerbaijan", PHONE, "dark"),
    ],
    ids=["words-desk-dark", "words-phone-light", "symbols-desk-light", "symbols-phone-dark"],
)
def test_all_can_read_it(opened: Opener, name: str, window: Window, scheme: Scheme) -> None:
    """axe-core finds nothing: not on the plain page, not with anything open, not with the filters open."""
    whole = seed(name)
    talks = whole.until(whole.rounds[12].id)  # of the longer one as much as has all kinds of cells
    page = opened(written(talks), window=window, scheme=scheme)
    found = {}
    for view in VIEWS:
        go(page, address(talks, view))
        if view == "filters":
            page.click("#filters summary")
        found[view] = violations(page)
    assert {view: lines for view, lines in found.items() if lines} == {}


# --- on paper


def of(parties: int) -> Negotiation:
    """Give talks of many parties, each with a name that is like no other, who all say other things."""
    names = [f"Delegation{number}" for number in range(1, parties + 1)]
    people = [Party(f"p{number}", name) for number, name in enumerate(names, 1)]
    demands = [Demand(f"d{number}", f"Article{number} of the draft") for number in range(1, 41)]
    verbs = ["proposes", "accepts", "rejects", "reserves", "abstains", "defers", "provisionally accepts"]
    says = [
        f"{party.id} {verbs[(place + 3 * row) % len(verbs)]} {demand.id}"
        for row, demand in enumerate(demands)
        for place, party in enumerate(people)
        if (place + row) % 5
    ]
    return Negotiation(
        "Many parties",
        parties=people,
        demands=demands,
        rounds=[Round("first", "2026-01-01", statements=says)],
    )


def missing(sheets: Sequence[str], words: Sequence[str]) -> list[str]:
    """Give what is not in print; words may break anywhere, and letters be drawn as one."""
    text = "".join("".join(sheets).split())
    return [one for one in words if normalize("NFKC", "".join(one.split())) not in text]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", [*bundled.names(), "20 parties", "30 parties"])
def test_print_is_whole(opened: Opener, name: str, paper: Paper) -> None:
    """On paper is all that is on the screen: every demand, party, position, outcome and reason, nothing cut off."""
    talks = of(int(name.split(maxsplit=1)[0])) if "parties" in name else seed(name)
    page = opened(written(talks))
    now = shown(page)
    sheets = printed(page, paper)
    words = [visible(talks.title), now.as_of, now.counts]
    words += [visible(party.name) for party in talks.parties]
    words += [word for row in now.rows for word in (row.title, row.outcome, row.reason)]
    assert missing(sheets, words) == []
    assert [row.demand for row in now.rows if not is_printed(row, now, talks, sheets)] == []


def is_printed(row: Row, now: Shown, talks: Negotiation, sheets: Sequence[str]) -> bool:
    """Tell whether all cells of a row are in print, one after another; each after its party where they are many."""
    names = {party.id: visible(party.name) for party in talks.parties}
    if len(now.parties) <= 5:
        return not missing(sheets, [cell.seen for cell in row.cells.values()])
    heads = names if len(now.parties) > 18 else dict.fromkeys(names, "")
    line = [f"{heads[party]}: {cell.seen}".removeprefix(": ") for party, cell in row.cells.items()]
    return not missing(sheets, [" ".join(line)])


# --- where no script runs


@pytest.mark.parametrize("name", bundled.names())
def test_last_round_is_there_without_scripts(opened: Opener, name: str) -> None:
    """Where no script runs, the last round is there, word for word as the grid of the matrix has it."""
    talks = seed(name)
    page = opened(written(talks), scripts=False)
    heads, *rows = Matrix(talks.now).grid()
    found = [
        [" ".join(cell.split()) for cell in line.locator("th, td").all_text_contents()]
        for line in page.locator("#matrix tr").all()
    ]
    assert found == [["no.", *heads[1:]], *([" ".join(cell.split()) for cell in row] for row in rows)]
    assert page.locator("#as-of").inner_text() == Matrix(talks.now).around()[1]
    assert not page.locator("#slider, #filters").first.is_visible()
    assert page.locator("#course tbody tr[data-round]").count() == len(talks.rounds)
    assert page.locator("#large").count() == 0


def test_large_matrix_has_outcomes_alone_without_scripts(opened: Opener) -> None:
    """Of more than 20,000 cells, there are the outcomes where no script runs, and that is said."""
    demands = [Demand(f"d{number}", f"Point {number}") for number in range(1, 202)]
    parties = [Party(f"p{number}", f"Party {number}") for number in range(1, 101)]
    round_ = Round("first", "2026-01-01", statements=["p1 proposes " + ", ".join(one.id for one in demands)])
    talks = Negotiation("Long talks", parties=parties, demands=demands, rounds=[round_])
    page = opened(written(talks), scripts=False)
    rows = page.locator("#matrix tr")
    assert rows.count() == 202
    assert rows.first.locator("th").all_inner_texts() == ["no.", "demand", "outcome", "reason"]
    assert "here stand the outcomes of the last round" in page.locator("#large").inner_text()
