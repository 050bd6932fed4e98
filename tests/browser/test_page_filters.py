"""What of a matrix does its page show when one asks for less, and does it say how much that is?"""

import pytest
from playwright.sync_api import Page

from browsing import Opener
from negotrack import Demand, Negotiation, Party, Round, seed
from negotrack.views.matrix import Matrix
from negotrack.web.page import page as written
from replaying import go, shown

TALKS = seed("uk-eu-withdrawal")


@pytest.fixture
def page(opened: Opener) -> Page:
    """Give a page with its filters open."""
    found = opened(written(TALKS))
    found.click("#filters summary")
    return found


def numbers(page: Page) -> list[str]:
    """Give the numbers of the rows."""
    return [row.number for row in shown(page).rows]


def test_party_alone_has_a_column(page: Page) -> None:
    """Parties that are ticked have a column, in the order of the dossier; how many of all is said."""
    page.check("input[value='commons']")
    assert shown(page).parties == ["commons"]
    page.check("input[value='uk']")
    found = shown(page)
    assert found.parties == ["uk", "commons"]
    assert found.shown == f"Shown: 21 of 21 demands, 2 of {len(TALKS.parties)} parties."
    assert page.evaluate("location.hash") == "#at=ratified-2020&party=uk&party=commons"


@pytest.mark.parametrize("outcome", ["agreed", "rejected", "pending"])
def test_outcomes_are_those_of_the_matrix(page: Page, outcome: str) -> None:
    """By outcome, the rows and the count are those of `matrix --outcome`."""
    page.check(f"input[value='{outcome}']")
    view = Matrix(TALKS.now, outcomes=(outcome,))
    found = shown(page)
    assert [row.number for row in found.rows] == [row[0] for row in view.grid()[1:]]
    assert found.shown == next(iter(view.selection.counted()))


def test_unraised_demands_are_shown_when_asked_for(page: Page) -> None:
    """Who wants the demands that nobody has spoken of has them, by a button below the matrix, too."""
    go(page, "at=lunch-2017")
    unraised = [one.id for one in TALKS.demands if TALKS.at(1).outcome(one.id) == "unraised"]
    assert f"Unraised: {len(unraised)} demands." in page.locator("#notes").inner_text()
    page.click("#notes button")
    assert sorted(shown(page).demands) == sorted(unraised)
    assert page.locator("input[value='unraised']").is_checked()


def test_tag_shows_the_rows_of_the_matrix(page: Page) -> None:
    """By tag, the rows and the count are those of `matrix --tag`."""
    assert page.locator("#tag option").all_inner_texts() == ["all", "green", "white", "yellow"]
    page.select_option("#tag", "yellow")
    view = Matrix(TALKS.now, tags=("yellow",))
    found = shown(page)
    assert [row.number for row in found.rows] == [row[0] for row in view.grid()[1:]]
    assert found.shown == next(iter(view.selection.counted()))


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("2.10", ["2.10", "2.10.1", "2.10.2", "2.10.3"]),
        ("2.10.2", ["2.10.2"]),
        ("3", ["3"]),
        ("ireland", ["2.10", "2.10.1", "2.10.2", "2.10.3"]),
        ("BACKSTOP", ["2.10.1", "2.10.2"]),
        ("nine-articles", ["2.8"]),
        ("Instrument", ["6"]),
        (" 6 ", ["6"]),
        ("no such words", []),
    ],
)
def test_demand_is_found_by_number_or_words(page: Page, words: str, rows: list[str]) -> None:
    """A number is one demand, words are in its title or its id, great or small; a whole brings its parts."""
    page.fill("#q", words)
    assert numbers(page) == rows
    assert shown(page).shown.startswith(f"Shown: {len(rows)} of 21 demands, ")


def test_filters_go_together(page: Page) -> None:
    """What is asked for is asked for together, also as of another round, and the address keeps it."""
    page.fill("#q", "2")
    page.check("input[value='rejected']")
    page.check("input[value='eu']")
    found = shown(page)
    assert (found.demands, found.parties) == (["backstop"], ["eu"])
    page.click("#earlier")
    assert shown(page).demands == ["backstop"]
    before = shown(page)
    page.reload()
    assert shown(page) == before
    assert page.locator("#q").input_value() == "2"
    assert page.locator("input[value='eu']").is_checked()


def test_all_is_shown_again(page: Page) -> None:
    """`Show all` takes all filters away, from the controls, too, and leaves the round."""
    page.click("#earlier")
    whole = shown(page)
    page.check("input[value='eu']")
    page.check("input[value='agreed']")
    page.select_option("#tag", "green")
    page.fill("#q", "2")
    assert shown(page) != whole
    page.click("#all")
    assert shown(page) == whole
    assert page.locator("#filters :checked").all_inner_texts() == ["all"]
    assert page.locator("#q").input_value() == ""


def test_enter_in_a_filter_sends_nothing(page: Page) -> None:
    """There is nowhere to send it to: the page stays as it is."""
    page.fill("#q", "backstop")
    page.press("#q", "Enter")
    assert numbers(page) == ["2.10.1", "2.10.2"]


def test_matrix_that_is_too_long_is_shown_in_parts(opened: Opener) -> None:
    """More rows than a browser shows without a pause come in parts; the filters look through all of them."""
    demands = [Demand(f"d{number}", f"Point {number}") for number in range(1, 46)]
    parties = [Party(f"p{number}", f"Party {number}") for number in range(1, 101)]
    round_ = Round("first", "2026-01-01", statements=["p1 proposes " + ", ".join(one.id for one in demands)])
    talks = Negotiation("Long talks", parties=parties, demands=demands, rounds=[round_])
    page = opened(written(talks))
    assert [len(shown(page).rows), shown(page).rows[0].number] == [40, "1"]
    assert page.locator("#pages").inner_text().startswith("Demands 1 to 40 of 45")
    page.click("text=Next")
    assert [len(shown(page).rows), shown(page).rows[0].number] == [5, "41"]
    assert page.locator("text=Next").is_disabled()
    page.click("text=Previous")
    assert shown(page).rows[0].number == "1"
    go(page, "q=Point+4")
    assert numbers(page) == ["4", "40", "41", "42", "43", "44", "45"]
    assert not page.locator("#pages").is_visible()
