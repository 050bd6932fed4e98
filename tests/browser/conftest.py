"""What the tests in a browser share: one browser for all, and what opens pages in it and hears them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import Opener, launched, opening


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a browser, started once."""
    with launched() as browser:
        yield browser


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Give what opens a page from its text; the test fails unless all that it opened were quiet."""
    with opening(browser, tmp_path) as opener:
        yield opener
