"""Whatever a dossier says: is it shown and not obeyed by the page?"""

from __future__ import annotations

import pytest

from browsing import PHONE, Opener, scroll_widths
from hostile import REORDERING, acting
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
