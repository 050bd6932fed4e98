"""What does a browser make of a page that stands by itself: what does it fetch, say, show, print and leave out?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright
from pypdf import PdfReader

_SWITCHES = (
    "--no-sandbox",  # which the root of a container has to do without; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launched() -> Iterator[Browser]:
    """Give a browser; skip the test where there is none."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip(
            "no chromium: it comes with Debian, `apt-get install chromium`, and has to be on the PATH"
        )
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=_SWITCHES) as browser,
    ):
        yield browser


class Window(NamedTuple):
    """The window, or the screen, in which a page is opened."""

    width: int
    height: int
    is_phone: bool
    """Whether it is touched, and shows a page that does not say how wide it is (`<meta name=viewport>`) as if on a
    desk, but small."""


Scheme = Literal["light", "dark"]
DESK = Window(1280, 800, is_phone=False)
PHONE = Window(390, 844, is_phone=True)


Kind = Literal["request", "console", "error"]


class Noise(NamedTuple):
    """Something that a page does which stands by itself and works does not do."""

    kind: Kind
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


_DATA = """() => [
    ...document.querySelectorAll("[src], [srcset], [poster], [data], [*|href]"),
  ].flatMap(element => [...element.attributes])
  .filter(attribute => /^(src|srcset|poster|data|href)$/.test(attribute.localName))
  .map(attribute => attribute.value)
  .filter(value => /(^|, *)data:/i.test(value))
  .concat(
    [...document.styleSheets].filter(sheet => !sheet.href).flatMap(sheet => [...sheet.cssRules])
      .map(rule => rule.cssText)
      .concat([...document.querySelectorAll("[style]")].map(element => element.style.cssText))
      .filter(text => /url\\(["']?data:/i.test(text)),
  )"""
"""What a page takes from `data:` as it stands: images from there are drawn with no request that could be heard."""


class Opener:
    """What opens pages, each in a profile of its own that knows of no other, and hears what they do."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._pages: list[Page] = []
        self._noise: list[Noise] = []

    def __call__(
        self,
        html: str,
        *,
        window: Window = DESK,
        scheme: Scheme = "light",
        scripts: bool = True,
    ) -> Page:
        """Save a page as a file, and open that."""
        file = self._folder / f"page-{len(self._pages) + 1}.html"
        file.write_text(html, encoding="utf-8")
        context = self._browser.new_context(
            viewport={"width": window.width, "height": window.height},
            has_touch=window.is_phone,
            is_mobile=window.is_phone,
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            offline=True,  # a test that fails does not tell the world
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        self._pages.append(page)
        self._listen(context, page, file.as_uri())
        page.goto(file.as_uri())
        return page

    def _listen(self, context: BrowserContext, page: Page, own: str) -> None:
        """Hear a page and whatever it opens."""

        def fetches(request: Request) -> None:
            if not (request.is_navigation_request() and request.url.partition("#")[0] == own):
                self._hear("request", f"{request.resource_type} {request.url}")

        def says(message: ConsoleMessage) -> None:
            self._hear("console", f"{message.type} {message.text}")

        def fetches_data(event: dict[str, Any]) -> None:
            if event["request"]["url"].startswith("data:"):
                self._hear("request", event["request"]["url"])

        context.on("request", fetches)
        context.on("console", says)
        context.on("weberror", lambda error: self._hear("error", str(error.error)))
        page.on("websocket", lambda socket: self._hear("request", socket.url))
        # playwright leaves out what is fetched from `data:`
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.on("Network.requestWillBeSent", fetches_data)

    def _hear(self, kind: Kind, text: str) -> None:
        self._noise.append(Noise(kind, text))

    def close(self) -> list[Noise]:
        """Close all pages, and give all that was heard."""
        left = [page for page in self._pages if not page.is_closed()]
        for page in left:  # laid out, so that it fetches what its last change of style asks for; then painted
            page.evaluate("() => document.documentElement.offsetWidth")
            page.screenshot()
        taken = [Noise("request", text) for page in left for text in page.evaluate(_DATA)]
        for page in self._pages:
            page.context.close()
        return [*self._noise, *taken]


@contextmanager
def opening(browser: Browser, folder: Path) -> Iterator[Opener]:
    """Give what opens pages, and fail at the end unless they were quiet: no request, no message, no error."""
    opener = Opener(browser, folder)
    heard: list[Noise] = []
    try:
        yield opener
    finally:
        heard = opener.close()
    assert not heard, "\n".join(map(str, heard))


_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap(
  rule => rule.nodes.map(
    node => `${rule.id} (${node.impact}) ${node.target.flat().join(" ")}: ${node.failureSummary}`
  )
)"""


def violations(page: Page) -> list[str]:
    """Give what axe-core finds against a page as it stands, a line each; the page has to run scripts.

    A policy by which only scripts of known hashes run (`Content-Security-Policy`) forbids a `<script>` added later. It
    has no say about what the debugger runs, which is what `evaluate` does: so the page is judged with its policy on,
    as people get it, and no `bypass_csp` is needed.
    """
    page.evaluate(_AXE)
    return [" ".join(line.split()) for line in page.evaluate(_RUN)]


Paper = Literal["A4", "Letter"]


def printed(page: Page, paper: Paper) -> list[str]:
    """Give the text of each page on paper, words parted by single spaces; what is cut off is not in it.

    Letters that a font sets as one (ffi) are given one by one. Up to twice the width of the paper, the browser makes
    all smaller to fit; only what is beyond that is cut off.
    """
    reader = PdfReader(BytesIO(page.pdf(format=paper)))
    return [" ".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in reader.pages]


class Widths(NamedTuple):
    """How wide a page is, and how wide its window."""

    page: int
    window: int


def scroll_widths(page: Page) -> Widths:
    """Give the width of a page beside that of its window: where it is larger, readers scroll sideways.

    The window is not asked for its `innerWidth`: on a phone that grows with what is too wide, since the browser zooms
    out.
    """
    window = page.viewport_size
    assert window is not None
    width: int = page.evaluate("() => document.documentElement.scrollWidth")
    return Widths(width, window["width"])
