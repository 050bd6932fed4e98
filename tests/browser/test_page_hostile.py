"""Whatever a dossier says: is it shown and not obeyed by the page?"""

from __future__ import annotations

import pytest

from browsing import PHONE, Opener, scroll_widths
from hostile import REORDERING, acting
from negotrack import Demand, Negotiation, Party, Round, Statement
from negotrack.views.summary import as_of
from negotrack.web.page import page as written
from records import complete
from replaying import go

HOSTILE = (
    "</script><script>window.hit=1</script><img src=x onerror=window.hit=1>{{7*7}} "
    f"javascript:alert(1) <!-- {REORDERING}\u2028\u2029\x00"
)
OPEN = ["", "open=cell:a:a", "open=demand:a", "open=party:a", "open=round:a"]


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "javascript:alert(1)", "data:text/html,<script>window.hit=1</script>", " http://x", "w" * 9000],
    ids=["markup", "script", "data", "space", "long"],
)
def test_nothing_is_obeyed(opened: Opener, text: str) -> None:
    """A text in every field runs nothing, links to no site, hides nothing and widens nothing, whatever is open."""
    page = opened(written(complete(text)), window=PHONE)
    for address in OPEN:
        go(page, address)
        assert page.locator("#panel").is_visible() is bool(address)
        assert page.evaluate("window.hit") is None
        assert page.locator("img, a:not(.skip)").count() == 0
        assert not acting(page.evaluate("document.body.innerText").replace("\t", " "))
        widths = scroll_widths(page)
        assert widths.page <= widths.window
        wide, box = page.locator("#panel").evaluate("one => [one.scrollWidth, one.clientWidth]")
        assert wide <= box
    page.click("#panel .close")
    page.click("#filters summary")
    widths = scroll_widths(page)
    assert widths.page <= widths.window


def test_quote_of_a_megabyte_is_shown_in_a_box(opened: Opener) -> None:
    """However long a quote is, it is there whole, and neither widens nor lengthens what it stands in."""
    said = Statement("a rejects x", quote="On this it said no. " * 50_000)
    talks = Negotiation(
        "Talks",
        parties=[Party("a", "A")],
        demands=[Demand("x", "X")],
        rounds=[Round("r", "2026", statements=[said])],
    )
    page = opened(written(talks))
    go(page, "open=cell:x:a")
    box = page.locator("#panel .long")
    assert len(box.evaluate("box => box.textContent")) > 1_000_000
    assert box.evaluate("box => box.clientHeight") < 400
    widths = scroll_widths(page)
    assert widths.page <= widths.window


@pytest.mark.parametrize(
    "address",
    ["open=toString:", "open=cell:x", "open=cell:a:a:b", "at=none&from=x&open=%00", "%", "outcome=__proto__"],
)
def test_address_that_means_nothing_does_nothing(opened: Opener, address: str) -> None:
    """An address that was written by hand, or cut off in a mail, shows the last round."""
    talks = complete("text")
    page = opened(written(talks))
    go(page, address)
    assert page.locator("#panel").is_hidden()
    assert page.locator("#as-of").inner_text() == as_of(talks.now)
