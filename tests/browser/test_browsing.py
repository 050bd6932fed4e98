"""What the tests in a browser hold a page to: each check lets a good page pass, and catches what it is there for."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import (
    DESK,
    PHONE,
    Opener,
    Paper,
    Widths,
    Window,
    opening,
    printed,
    scroll_widths,
    violations,
)

SCRIPT = "document.querySelector('h1').textContent += ', with scripts'"
HASH = b64encode(sha256(SCRIPT.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{HASH}'"
HEAD = '<meta name="viewport" content="width=device-width"><title>Pay talks</title>'
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def page_of(body: str, head: str = HEAD) -> str:
    """Give a page that stands by itself."""
    return f'<!doctype html><html lang="en"><meta charset="utf-8">{head}<main><h1>Pay talks</h1>{body}</main></html>'


GUARDED = page_of(
    f"<p>Nothing is agreed.</p><script>{SCRIPT}</script>",
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">{HEAD}',
)
"""A page with a policy that lets nothing run but the script in it."""


def test_quiet_page_passes(opened: Opener) -> None:
    """A page that stands by itself, opened and reloaded, makes no noise; its own script runs."""
    page = opened(GUARDED)
    page.reload()
    assert page.locator("h1").inner_text() == "Pay talks, with scripts"
    assert page.url.startswith("file://")


@pytest.mark.parametrize(
    ("body", "heard"),
    [
        (
            '<img alt="A flag" src="https://example.org/flag.png">',
            "request: image https://example.org/flag.png",
        ),
        ('<link rel="stylesheet" href="style.css">', "request: stylesheet file:///.*/style.css"),
        (
            "<script>fetch('https://example.org/').catch(() => 0)</script>",
            "request: fetch https://example.org/",
        ),
        ("<script>new WebSocket('wss://example.org/')</script>", "request: wss://example.org/"),
        ("<script>fetch('data:text/plain,words')</script>", "request: data:text/plain,words"),
        (f'<img alt="A dot" src="{PIXEL}">', f"request: {PIXEL}"),
        (f'<p style="background: url({PIXEL})">Dots</p>', "request: background: url"),
        (f"<style>p {{ background: url({PIXEL}) }}</style>", "request: p { background: url"),
        (f'<svg><image href="{PIXEL}" /></svg>', f"request: {PIXEL}"),
        ("<script>console.log('So far so good')</script>", "console: log So far so good"),
        ("<script>console.warn('Take care')</script>", "console: warning Take care"),
        ("<script>throw new Error('Out of words')</script>", "error: .*Out of words"),
        ("<script>Promise.reject(new Error('Late'))</script>", "error: .*Late"),
        ("<script>open('https://example.org/')</script>", "request: document https://example.org/"),
    ],
)
def test_noise_fails_the_test(browser: Browser, tmp_path: Path, body: str, heard: str) -> None:
    """Whatever a page fetches or takes from `data:`, says on the console or stumbles over fails its test at the end."""
    with pytest.raises(AssertionError, match=heard), opening(browser, tmp_path) as opened:
        opened(page_of(body))


@pytest.mark.parametrize(
    ("pressed", "heard"),
    [
        ("console.log('Pressed')", "console: log Pressed"),
        (
            "this.style.background = 'url(https://example.org/pressed.png)'",
            "request: image https://example.org/pressed.png",
        ),
        ("setTimeout(() => { throw new Error('Pressed') })", "error: .*Pressed"),
    ],
)
def test_noise_after_opening_fails_the_test(
    browser: Browser, tmp_path: Path, pressed: str, heard: str
) -> None:
    """What a page does only once it is used, and at the very end, is heard, too."""
    html = page_of(f'<button onclick="{pressed}">Press</button>')
    with pytest.raises(AssertionError, match=heard), opening(browser, tmp_path) as opened:
        opened(html).evaluate("() => document.querySelector('button').click()")


def test_script_against_the_policy_is_heard(browser: Browser, tmp_path: Path) -> None:
    """A script that the policy of a page does not know fails the test."""
    taken = GUARDED.replace("<p>", "<script>document.title = 'Taken'</script><p>")
    with (
        pytest.raises(AssertionError, match=r"console: error .*violates"),
        opening(browser, tmp_path) as opened,
    ):
        opened(taken)


def test_words_about_data_are_no_noise(opened: Opener) -> None:
    """What only reads like a link into `data:` is text."""
    opened(page_of(f'<a href="#top" title="{PIXEL}">{PIXEL}, url({PIXEL})</a>'))


@pytest.mark.parametrize("scripts", [True, False])
def test_scripts_run_or_not(opened: Opener, scripts: bool) -> None:  # noqa: FBT001 - given by name
    """A page can be opened as by somebody whose browser runs no scripts."""
    page = opened(page_of(f"<noscript><p>By hand</p></noscript><script>{SCRIPT}</script>"), scripts=scripts)
    assert page.locator("h1").inner_text() == ("Pay talks, with scripts" if scripts else "Pay talks")
    assert page.locator("noscript p").is_visible() is not scripts


@pytest.mark.parametrize("feature", ["prefers-color-scheme: dark", "pointer: coarse"])
def test_surroundings_are_as_asked_for(opened: Opener, feature: str) -> None:
    """Dark is dark, a phone is touched, and the other way round; nothing moves in either."""
    asked = f"() => [matchMedia('({feature})').matches, matchMedia('(prefers-reduced-motion)').matches]"
    assert opened(page_of(""), window=PHONE, scheme="dark").evaluate(asked) == [True, True]
    assert opened(page_of("")).evaluate(asked) == [False, True]


def test_good_page_has_no_violations(opened: Opener) -> None:
    """Against a page that all can read, axe-core finds nothing; that the page has a policy is no hindrance."""
    assert violations(opened(GUARDED)) == []


def test_violations_are_told(opened: Opener) -> None:
    """What some cannot read is told with its rule, how bad that is, where it stands and what is wrong."""
    pale = '<p style="color: #bbb; background: #fff">Pale</p>'
    svg = '<svg role="img" width="9" height="9"></svg>'
    found = violations(opened(GUARDED.replace("<p>", f"{pale}{svg}<p>")))
    assert [line.partition(": ")[0] for line in found] == [
        "color-contrast (serious) p:nth-child(2)",
        "svg-img-alt (serious) svg",
    ]
    assert "insufficient color contrast of 1.91" in found[0]


def test_contrast_is_that_of_the_scheme(opened: Opener) -> None:
    """What is too pale only in the dark is found there."""
    style = "<style>@media (prefers-color-scheme: dark) { p { color: #333; background: #000 } }</style>"
    html = page_of("<p>Words</p>", HEAD + style)
    assert violations(opened(html)) == []
    assert [line.split()[0] for line in violations(opened(html, scheme="dark"))] == ["color-contrast"]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_print_has_each_page_with_all_its_words(opened: Opener, paper: Paper) -> None:
    """The text of a print is that of the page, word for word, in as many parts as there are sheets."""
    page = opened(page_of('<p>✓ accepts</p><p style="break-before: page">official — X rejects</p>'))
    sheets = printed(page, paper)
    assert sheets == ["Pay talks ✓ accepts", "official — X rejects"]


def test_what_is_cut_off_is_not_in_print(opened: Opener) -> None:
    """Words beyond the edge of the paper, or of a box that hides what runs over, are missing in its text."""
    hidden = '<p style="width: 5em; overflow: hidden; white-space: nowrap">Some words that run over</p>'
    wide = f'<p style="white-space: nowrap">Start {"and on " * 400} end</p>'
    (sheet,) = printed(opened(page_of(hidden + wide)), "A4")
    assert "Some" in sheet
    assert "over" not in sheet
    assert "Start and on" in sheet
    assert "end" not in sheet


@pytest.mark.parametrize("window", [DESK, PHONE])
def test_page_that_fits_is_as_wide_as_its_window(opened: Opener, window: Window) -> None:
    """A page that breaks its lines, and is longer than its window, needs no scrolling sideways."""
    page = opened(page_of(f"<p>{'word ' * 2000}</p>"), window=window)
    assert scroll_widths(page) == Widths(window.width, window.width)


@pytest.mark.parametrize("window", [DESK, PHONE])
def test_page_that_is_too_wide_is_wider_than_its_window(opened: Opener, window: Window) -> None:
    """A page with something too wide in it is wider, on a phone, too, where the browser zooms out."""
    page = opened(page_of('<div style="width: 3000px">Wide</div>'), window=window)
    assert scroll_widths(page).page > 3000
    assert scroll_widths(page).window == window.width


def test_page_that_does_not_care_for_phones_is_too_wide_there(opened: Opener) -> None:
    """Without `<meta name=viewport>` a phone shows a page as if it were on a desk, in print too small to read."""
    page = opened(page_of("<p>Words</p>", "<title>Pay talks</title>"), window=PHONE)
    assert scroll_widths(page) == Widths(980, 390)
