"""The site: every page is in its table of contents once, and every public name has one entry in the reference."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import PurePosixPath

import pytest

import negotrack as nt
from command import ROOT
from negotrack import testing

DOCS = ROOT / "docs"
MADE = "_made/"
"""Where the build puts the pages of the folder above."""


def contents(page: str) -> list[str]:
    """Give the pages that a page lists in its tables of contents, from the folder of the documentation."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    tables = re.findall(r"^```\{toctree\}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line for line in "".join(tables).splitlines() if line and not line.startswith(":")]
    return [found for line in lines for found in pages(page, re.sub(r"^.*<(.*)>$", r"\1", line))]


def pages(page: str, name: str) -> list[str]:
    """Give the pages that a line of a table of contents stands for."""
    whole = str(PurePosixPath(page).parent / name)
    if "*" not in whole:
        return [whole]
    return [str(file.relative_to(DOCS).with_suffix("")) for file in sorted(DOCS.glob(f"{whole}.md"))]


REFERENCE = [page for page in contents("reference/python") if page != "reference/testing"]


def entries(page: str) -> list[str]:
    """Give the names that have their entries on a page, as they are imported."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    return re.findall(r"^\.\. auto(?:class|exception|function|data):: ([\w.]+)$", text, re.MULTILINE)


def test_every_page_is_in_one_table_of_contents() -> None:
    """No page is lost, and none stands twice."""
    listed = [*contents("index"), *contents("reference/python")]
    files = [str(file.relative_to(DOCS).with_suffix("")) for file in DOCS.rglob("*.md")]
    assert sorted(page for page in listed if not page.startswith(MADE)) == sorted(
        file for file in files if file != "index" and not file.startswith(MADE)
    )


@pytest.mark.parametrize("page", [page for page in contents("index") if page.startswith(MADE)])
def test_page_that_the_build_takes_in_is_there(page: str) -> None:
    """What the front page lists of the folder above is there."""
    assert (ROOT / page.removeprefix(MADE)).with_suffix(".md").is_file()


def test_every_public_name_has_its_entry_in_the_order_of_the_groups() -> None:
    """The reference tells each public name once, in the order in which `help(negotrack)` groups them."""
    told = re.findall(r"\w+", (nt.__doc__ or "").partition("\nRead and write ")[2])
    order = dict.fromkeys(name for name in told if name in nt.__all__)
    assert list(chain.from_iterable(map(entries, REFERENCE))) == [f"negotrack.{name}" for name in order]
    assert sorted(order) == nt.__all__


def test_every_name_of_the_kit_has_its_entry() -> None:
    """So does the page of the kit for tests."""
    public = {name for name, found in vars(testing).items() if callable(found) and not name.startswith("_")}
    told = entries("reference/testing")
    assert sorted(told) == sorted(f"negotrack.testing.{name}" for name in public)


@pytest.mark.parametrize("name", ["index", "pictures"])
def test_pictures_have_words(name: str) -> None:
    """Whoever does not see a picture is told what it shows."""
    text = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert text.count("```{image}") == 2 == len(re.findall(r'^:alt: "[^"]{40,}"$', text, re.MULTILINE))
