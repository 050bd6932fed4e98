"""What is behind a cell, a party, a demand and a round of the page, and can a keyboard alone open and leave it?"""

import pytest
from playwright.sync_api import Page

from browsing import DESK, PHONE, Opener, Window
from negotrack import Demand, Negotiation, Party, Round, Statement, seed
from negotrack.web.page import page as written
from replaying import focused, go, panel

SOCHI = written(seed("sochi-2022"))
DISPUTED = written(seed("armenia-azerbaijan"))
TREATY = written(seed("uk-eu-withdrawal"))

CORRIDOR = "cell:corridor:armenia"


def opener(what: str) -> str:
    """Give the selector of what opens something in the matrix."""
    return f"#matrix [data-open='{what}']"


def test_cell_shows_its_evidence(opened: Opener) -> None:
    """Behind a cell is what was said, in whose words, where it is written, and what is to be known of it."""
    page = opened(SOCHI)
    page.click(opener(CORRIDOR))
    told = panel(page)
    assert "Armenia on 8.1 Zangezur corridor" in told
    assert "rejects, since 31 Oct 2022" in told
    assert '"rejected the proposal to allow a corridor through its territory"' in told
    assert "[iria] IRIA, International Relations Insights & Analysis (analyst), sentence 17" in told
    assert "note: Of the corridor; the article reports no Armenian answer on unblocking as such." in told
    link = page.locator("#panel a")
    assert link.get_attribute("href") == (
        "https://www.ir-ia.com/news/azerbaijan-armenia-agree-not-to-use-force-but-failed-to-reach-comprehensive-agreement/"
    )
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener noreferrer")


def test_accounts_of_others_stand_beside_a_partys_own_words(opened: Opener) -> None:
    """What Armenia says of the corridor, and what Azerbaijan says that it said, stand side by side."""
    page = opened(DISPUTED)
    page.click(opener(CORRIDOR))
    assert "By Azerbaijan's account Armenia accepts it." in panel(page)
    own, other = page.locator("#panel .sides > div").all()
    assert own.locator("h3").inner_text() == "Armenia itself"
    assert own.locator(".statement").count() == 4
    assert "accepts" not in own.inner_text()
    assert other.locator("h3").inner_text() == "By the account of Azerbaijan"
    assert other.locator(".statement").count() == 1
    assert "Armenia accepts" in other.inner_text()
    left, right = own.bounding_box(), other.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]


def test_cell_of_others_accounts_alone_says_so(opened: Opener) -> None:
    """Where a party has said nothing itself, that is said in the place of its words."""
    page = opened(DISPUTED)
    go(page, "open=cell:status-later:azerbaijan")
    own, other = page.locator("#panel .sides > div").all()
    assert "No word of its own is recorded." in own.inner_text()
    assert "practically everything" in other.inner_text()


def test_cell_shows_no_later_words(opened: Opener) -> None:
    """As of a round, what was said after it is not shown; going on, it is."""
    page = opened(DISPUTED)
    go(page, f"at=brussels-dec-2021&open={CORRIDOR}")
    assert page.locator("#panel .statement").count() == 1
    assert "account" not in panel(page)
    go(page, f"at=brussels-may-2022&open={CORRIDOR}")
    assert page.locator("#panel .statement").count() == 2
    assert "By the account of Azerbaijan" in panel(page)


def test_cell_that_moved_says_from_where(opened: Opener) -> None:
    """In the round of a move, its cell says which way, and what stood there before."""
    page = opened(DISPUTED)
    go(page, f"at=brussels-dec-2021&open={CORRIDOR}")
    assert "Moved in this round, opening: silent \u2192 rejects." in panel(page)
    go(page, f"at=brussels-may-2022&open={CORRIDOR}")
    assert "Moved" not in panel(page)


def test_demand_tells_its_story(opened: Opener) -> None:
    """A demand tells what became of it and why, its facts, its texts, who stands where, and all that was said."""
    page = opened(TREATY)
    page.click(opener("demand:backstop"))
    told = panel(page)
    assert "2.10.2 Backstop: its text (text 2)" in told
    assert "rejected since round 8, 15 Jan 2019" in told
    assert "Replaced by Revised protocol (2.10.3). House of Commons refuses." in told
    assert "text 1The draft protocol of 28 February 2018, a proposal of the Union." in told
    assert "text 2, by United Kingdom and European Union, 14 Nov 2018: The whole United Kingdom in a" in told
    heads = page.locator("#panel h3").all_inner_texts()
    assert heads == ["Amended texts", "Positions", "Claimed outcomes", "Statements, in order"]
    assert page.locator("#panel [data-open='cell:backstop:commons']").inner_text().startswith("rejects")
    assert "14 Nov 2018: agreed (derived: the same)" in told


def test_amended_text_is_shown_from_its_round_on(opened: Opener) -> None:
    """Before a text was amended, the title and the panel know of none."""
    page = opened(TREATY)
    go(page, "at=june-2018&open=demand:backstop")
    assert "text 2" not in panel(page)
    go(page, "at=text-2018&open=demand:backstop")
    assert "(text 2)" in panel(page)


def test_party_tells_its_story(opened: Opener) -> None:
    """A party tells who it is and where it stands on everything, by stance, and how it came there."""
    page = opened(DISPUTED)
    page.click(opener("party:eu"))
    told = panel(page)
    assert "European Union, mediator" in told
    assert "aliasesBrussels" in told
    assert page.locator("#panel h3").all_inner_texts() == ["Assents to 7", "By its account"]
    assert "28.2 Last Soviet staff maps5 Oct 2023: proposes; pending" in told


def test_round_tells_what_happened(opened: Opener) -> None:
    """A round of the course opens what happened in it, each with the way that it moved."""
    page = opened(TREATY)
    page.click("[data-open='round:commons-jan-2019']")
    assert "8. 15 Jan 2019, London, First vote of the House of Commons" in panel(page)
    rows = [" ".join(row.split()) for row in page.locator("#panel .happened tr").all_inner_texts()]
    assert "loosened 2.1 Citizens' rights: hangs on 2" in rows


def test_panel_leads_on(opened: Opener) -> None:
    """From a cell one goes on to its party and its demand, and from there to other cells; back leads back."""
    page = opened(SOCHI)
    page.click(opener(CORRIDOR))
    page.click("#panel [data-open='demand:corridor']")
    assert panel(page).startswith("Close8.1 Zangezur corridor")
    page.click("#panel [data-open='cell:corridor:azerbaijan']")
    assert panel(page).startswith("CloseAzerbaijan on 8.1")
    page.click("#panel [data-open='party:azerbaijan']")
    assert panel(page).startswith("CloseAzerbaijan, principal")
    page.go_back()
    assert panel(page).startswith("CloseAzerbaijan on 8.1")


@pytest.mark.parametrize(
    "nothing", ["cell:corridor:nobody", "cell:nothing:armenia", "demand:x", "party:x", "round:x", "x", "cell"]
)
def test_what_is_not_there_does_not_open(opened: Opener, nothing: str) -> None:
    """An address that opens nothing that is there opens nothing."""
    page = opened(SOCHI)
    go(page, f"open={nothing}")
    assert panel(page) == ""


# --- by keyboard alone


@pytest.mark.parametrize("window", [DESK, PHONE])
@pytest.mark.parametrize("leave", ["Escape", "Close"])
@pytest.mark.parametrize("what", [CORRIDOR, "demand:corridor", "party:armenia", "round:sochi-2022"])
def test_what_was_opened_is_closed_and_gives_the_focus_back(
    opened: Opener, window: Window, leave: str, what: str
) -> None:
    """Enter opens, and the focus is in the panel; Escape or Close close it, and the focus is where it was."""
    page = opened(SOCHI, window=window)
    page.focus(f"main [data-open='{what}']")
    page.keyboard.press("Enter")
    assert focused(page) == "panel-head"
    assert page.evaluate("location.hash") == f"#at=sochi-2022&open={what.replace(':', '%3A')}"
    if leave == "Close":
        page.focus("#panel .close")
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    page.wait_for_function("what => document.activeElement.dataset.open === what", arg=what, timeout=2000)
    assert page.evaluate("location.hash") == "#at=sochi-2022"
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()


def test_arrows_go_from_cell_to_cell(opened: Opener) -> None:
    """Within the matrix arrows go to the nearest thing that opens in their direction, and the round stays."""
    page = opened(TREATY)
    page.focus(opener("party:uk"))
    for key, there in [
        ("ArrowRight", "party:eu"),
        ("ArrowLeft", "party:uk"),
        ("ArrowDown", "cell:alignment:uk"),
        ("ArrowLeft", "demand:alignment"),
        ("ArrowDown", "demand:withdrawal-agreement"),
        ("ArrowUp", "demand:alignment"),
        ("ArrowRight", "cell:alignment:uk"),
    ]:
        page.keyboard.press(key)
        assert focused(page) == there
    assert "open" not in page.evaluate("location.hash")


def test_arrows_pass_empty_cells_and_stop_at_the_edge(opened: Opener) -> None:
    """Cells that open nothing are passed over; at the edge the focus stays, and so does the round."""
    page = opened(TREATY)
    page.focus(opener("demand:alignment"))
    was = [focused(page)]
    while True:
        page.keyboard.press("ArrowRight")
        if focused(page) == was[-1]:
            break
        was.append(focused(page))
    cells = page.locator("#matrix tbody tr").first.locator("[data-open]")
    assert was == [one.get_attribute("data-open") for one in cells.all()]
    assert "open" not in page.evaluate("location.hash")


def test_everything_can_be_reached_by_tab(opened: Opener) -> None:
    """From the top on, Tab leads to the matrix past the controls; a link skips them."""
    page = opened(TREATY)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.box')")
    page.keyboard.press("Tab")
    assert focused(page) == "party:uk"
    page.keyboard.press("Space")
    assert panel(page).startswith("CloseUnited Kingdom, principal")
    assert page.evaluate("location.hash") == "#at=ratified-2020&open=party%3Auk"


@pytest.mark.parametrize("what", [CORRIDOR, "demand:corridor", "party:armenia", "round:sochi-2022"])
def test_link_opens_what_was_open(opened: Opener, what: str) -> None:
    """An address keeps what is open, and its panel is the same as the one that was opened by hand."""
    page = opened(SOCHI)
    page.click(f"main [data-open='{what}']")
    told = panel(page)
    page.reload()
    assert panel(page) == told != ""


def test_pressing_what_is_open_closes_it(opened: Opener) -> None:
    """What is open is closed by what opened it, where that is still in reach."""
    page = opened(SOCHI)
    page.click(opener(CORRIDOR))
    page.click(opener(CORRIDOR))
    assert panel(page) == ""


def test_phone_is_filled_by_what_is_open(opened: Opener) -> None:
    """On a phone the panel takes all of the screen, and nothing behind it can be reached."""
    page: Page = opened(SOCHI, window=PHONE)
    page.click(opener(CORRIDOR))
    box = page.locator("#panel").bounding_box()
    assert box
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, *PHONE[:2])
    assert page.locator("#panel:modal").count() == 1


def test_words_of_others_are_not_laid_in_a_partys_mouth(opened: Opener) -> None:
    """Of a statement by which one party also tells of another, each has what is its own, and not the rest."""
    talks = Negotiation(
        "Talks",
        parties=[Party("a", "A"), Party("b", "B")],
        demands=[Demand("d", "D")],
        rounds=[Round("r", "2026", statements=[Statement("a and b accept d", according_to="b")])],
    )
    page = opened(written(talks))
    page.click(opener("cell:d:a"))
    assert (
        page.locator("#panel .sides > div").all_inner_texts()[0].endswith("No word of its own is recorded.")
    )
    assert "B accepts" not in panel(page)
    page.click("#panel .close")
    page.click(opener("cell:d:b"))
    assert page.locator("#panel .sides").count() == 0
    assert "B accepts" in panel(page)
