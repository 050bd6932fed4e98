"""How does one go from round to round on the page of a negotiation, and is it that round that is shown?"""

import pytest
from playwright.sync_api import Page

from browsing import Opener
from negotrack import seed
from negotrack.views import summary
from negotrack.web.page import page as written
from replaying import focused, go, shown

TALKS = seed("colombia-farc")
IDS = [one.id for one in TALKS.rounds]
LAST = len(IDS)


@pytest.fixture
def page(opened: Opener) -> Page:
    """Give the page of a negotiation of many rounds."""
    return opened(written(TALKS))


def number(page: Page) -> int:
    """Give the round that a page shows, as its slider has it; all else that tells of it says the same."""
    found = int(page.locator("#round").input_value())
    state = TALKS.at(found)
    assert page.locator("#as-of").inner_text() == summary.as_of(state)
    assert page.locator("#counts").inner_text() == summary.counts(state)
    assert page.locator("tr[aria-current]").get_attribute("data-round") == IDS[found - 1]
    assert (page.locator("#round").get_attribute("aria-valuetext") or "").startswith(f"{found} of {LAST}: ")
    assert page.locator("#earlier").is_disabled() is (found == 1)
    assert page.locator("#later").is_disabled() is (found == LAST)
    return found


def test_page_starts_with_the_last_round(page: Page) -> None:
    """Without an address, what is shown is the present."""
    assert number(page) == LAST


def test_buttons_go_one_round_on(page: Page) -> None:
    """`Earlier` and `Later` go a round back and a round on, and no further than there are rounds."""
    page.click("#earlier")
    assert number(page) == LAST - 1
    page.click("#later")
    assert number(page) == LAST
    for _ in IDS[1:]:
        page.click("#earlier")
    assert number(page) == 1


def test_quick_steps_are_all_made(page: Page) -> None:
    """Steps that are quicker than the browser tells of a change of address are made one by one, none is lost."""
    page.evaluate("() => { for (const _ of 'five!') document.getElementById('earlier').click(); }")
    assert number(page) == LAST - 5


def test_slider_goes_to_any_round(page: Page) -> None:
    """The slider goes anywhere, by hand and by its keys; what it passes is no step of the back button."""
    steps = page.evaluate("history.length")
    page.locator("#round").fill("3")
    assert number(page) == 3
    page.locator("#round").press("ArrowRight")
    page.locator("#round").press("ArrowRight")
    assert number(page) == 5
    page.locator("#round").press("Home")
    assert number(page) == 1
    assert page.evaluate("history.length") == steps


def test_arrows_outside_the_matrix_go_from_round_to_round(page: Page) -> None:
    """Left and right go a round back and a round on, and stop at both ends."""
    page.keyboard.press("ArrowRight")
    assert number(page) == LAST
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    assert number(page) == LAST - 1
    go(page, f"at={IDS[0]}")
    page.keyboard.press("ArrowLeft")
    assert number(page) == 1


@pytest.mark.parametrize("keys", ["Alt+ArrowLeft", "Control+ArrowLeft", "Shift+ArrowLeft"])
def test_arrows_with_another_key_are_left_to_the_browser(page: Page, keys: str) -> None:
    """With Alt, Control or Shift an arrow is not for the page."""
    go(page, f"at={IDS[4]}")
    page.evaluate(
        "addEventListener('keydown', event => document.body.dataset.taken = event.defaultPrevented)"
    )
    page.evaluate(
        """keys => document.body.dispatchEvent(new KeyboardEvent("keydown", {
          key: "ArrowLeft", bubbles: true, cancelable: true, altKey: keys.startsWith("Alt"),
          ctrlKey: keys.startsWith("Control"), shiftKey: keys.startsWith("Shift"),
        }))""",
        keys,
    )
    assert page.locator("body").get_attribute("data-taken") == "false"
    assert number(page) == 5


def test_arrows_in_a_field_are_for_the_field(page: Page) -> None:
    """Who writes into the filter moves the cursor in it, not the round."""
    page.click("#filters summary")
    page.locator("#q").press("ArrowLeft")
    assert number(page) == LAST


def test_link_keeps_the_round(opened: Opener, page: Page) -> None:
    """The address says which round is shown; of the last it says nothing, so that such a link is to the present."""
    page.click("#earlier")
    page.click("#earlier")
    assert page.url.endswith(f"#at={IDS[-3]}")
    page.reload()
    assert number(page) == LAST - 2
    page.click("#later")
    page.click("#later")
    assert page.url.endswith(f"#at={IDS[-1]}")


@pytest.mark.parametrize(
    "address", ["at=no-such-round", "at=", "from=x&open=cell:a:b", "party=nobody", "%%%"]
)
def test_link_to_nothing_shows_the_last_round(opened: Opener, page: Page, address: str) -> None:
    """What an address asks for that is not there is as if not asked for."""
    whole = shown(page)
    go(page, address)
    assert number(page) == LAST
    assert shown(page) == whole
    assert not page.locator("#panel").is_visible()


def test_back_returns(page: Page) -> None:
    """The back button takes steps back, of the round and of what is open, and forward makes them again."""
    page.click("#earlier")
    page.click("#matrix [data-open^='demand:']")
    page.click("#earlier")
    assert number(page) == LAST - 2
    page.go_back()
    assert number(page) == LAST - 1
    assert page.locator("#panel").is_visible()
    page.go_back()
    assert not page.locator("#panel").is_visible()
    page.go_back()
    assert number(page) == LAST
    page.go_forward()
    assert number(page) == LAST - 1


def test_course_leads_to_its_rounds(page: Page) -> None:
    """A round of the course is a button that leads there."""
    page.click(f"[data-round='{IDS[2]}'] th > button:first-child")
    assert number(page) == 3


def test_focus_stays_where_it_is_from_round_to_round(page: Page) -> None:
    """A cell that is focused is so after the round was changed, too."""
    page.locator("#matrix [data-open^='cell:']").first.focus()
    was = focused(page)
    go(page, f"at={IDS[-2]}")
    assert focused(page) == was


def test_slider_is_there_for_several_rounds_only(opened: Opener) -> None:
    """Where there is one round, there is nothing to slide."""
    assert not opened(written(seed("sochi-2022"))).locator("#slider").is_visible()


def test_page_stays_where_it_is(page: Page) -> None:
    """Whoever has scrolled down stays there on the way to the last round."""
    page.click("#earlier")
    page.evaluate("scrollTo(0, 700)")
    page.keyboard.press("ArrowRight")
    assert number(page) == LAST
    page.wait_for_timeout(100)
    assert page.evaluate("scrollY") > 600
