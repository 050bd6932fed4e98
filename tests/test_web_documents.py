"""What tells of a record on a page of its own: as much as elsewhere, in order, safely, for every reader."""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from negotrack.screen import print_markup
from negotrack.testing import negotiations
from negotrack.views.blocks import Aside, Documented, Entries, Grid, Head, Paragraph, Terms, blocks
from negotrack.views.diff import DiffView
from negotrack.views.ledger import LedgerView
from negotrack.views.log import Log
from negotrack.views.matrix import Matrix
from negotrack.views.report import Report
from negotrack.views.reports.laid_out import laid_out
from negotrack.views.reports.parts import Facts, Opening
from negotrack.views.theme import UNICODE, Style
from negotrack.web.direction import isolated
from negotrack.web.document import html
from web_pages import Page

SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())
HEBREW, ARABIC = "\u05e9\u05dc\u05d5\u05dd", "\u0633\u0644\u0627\u0645"


def talks(
    *said: str, title: str = "Harbour talks", name: str = "Arland", demand: str = "Ports"
) -> nt.Negotiation:
    """Give a record of one round."""
    return nt.Negotiation(
        title,
        parties=[nt.Party("a", name), nt.Party("b", "Borland")],
        demands=[nt.Demand("x", demand), nt.Demand("y", "Rails")],
        rounds=[nt.Round("r1", "2026-01", statements=said)],
    )


def views(of: nt.Negotiation) -> Iterator[Documented]:
    """Give what can be told of a record in a document."""
    yield from (
        Matrix(of.now),
        Report(of, of.now),
        DiffView(of.diff("start", -1)),
        Log(of),
        LedgerView(of.ledger),
    )


@given(SMALL)
def test_every_page_is_whole(of: nt.Negotiation) -> None:
    """Whatever the record, elements are closed in order, and there is one head of all, with none below left out."""
    for view in views(of):
        page = Page(html(view))
        assert page.faults == []
        levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
        assert (levels[0], levels.count(1)) == (1, 1)
        assert all(level - before <= 1 for before, level in pairwise(levels))


@given(SMALL)
def test_table_of_a_page_is_the_grid(of: nt.Negotiation) -> None:
    """The cells of the page, unescaped, are those of the grid."""
    shown = Matrix(of.now)
    assert Page(html(shown)).rows == [list(row) for row in shown.grid()]


def test_cells_have_the_style_of_the_terminal() -> None:
    """A cell and an outcome are set as in the terminal, and say the same in words."""
    page = html(Matrix(talks("a proposes x", "b rejects x").now))
    assert '<td class="cyan">» proposes</td>' in page
    assert '<td class="red">X rejects</td>' in page
    assert '<td class="red">rejected</td>' in page


def test_a_row_is_named_by_its_demand() -> None:
    """For who listens, a row is headed by the demand and a column by the party; the table has a name."""
    page = Page(html(Matrix(talks("a proposes x").now)))
    assert [one["scope"] for tag, one in page.attributes if tag == "th"] == ["col"] * 5 + ["row"]
    assert page.all("caption") == ["Positions"]
    assert [one for tag, one in page.attributes if tag == "div"] == [
        {"class": "box", "role": "region", "aria-label": "Positions", "tabindex": "0"}
    ]


def test_a_table_of_many_columns_names_each_cell() -> None:
    """On paper a row of a wide table is running text: each cell knows what stands over it."""
    parties = [nt.Party(f"p{number}", f"Party {number}") for number in range(8)]
    of = nt.Negotiation(
        "T",
        parties=parties,
        demands=[nt.Demand("x", "X")],
        rounds=[nt.Round("r", "2026", statements=["p3 proposes x"])],
    )
    page = html(Matrix(of.now))
    assert '<table class="wide">' in page
    assert '<td class="cyan" data-head="Party 3">» proposes</td>' in page


def _texts(view: Documented) -> Iterator[str]:
    """Give all that the parts of a document say, and what its tables are called."""
    for block in blocks(view):
        match block:
            case Head(text=text) | Aside(text=text):
                yield text
            case Paragraph(texts=texts):
                yield from texts
            case Grid(name=name, heads=heads, rows=rows):
                yield from (name, *heads, *(cell.text for row in rows for cell in row))
            case Terms(rows=terms):
                yield from (text for key, texts in terms for text in (key, *texts))
            case Entries(entries=entries):
                yield from (text for entry in entries for text in (entry.text, *entry.below))
            case _:
                assert_never(block)


@given(SMALL)
def test_a_page_tells_what_the_document_tells(of: nt.Negotiation) -> None:
    """A page has the texts of the parts of the document, in their order, and a title besides where there is none."""
    for view in views(of):
        page = Page(html(view))
        told = _joined(" ".join(_texts(view)))
        assert _joined(page.body) in {told, _joined(page.all("h1")[0]) + told}


def _joined(text: str) -> str:
    """Give a text without blanks, which a browser sets as it likes."""
    return "".join(text.split())


@given(SMALL, st.booleans())
def test_a_document_of_a_report_tells_all_that_the_report_tells(of: nt.Negotiation, is_start: bool) -> None:  # noqa: FBT001 - drawn
    """Every word of the page for the terminal is in the document as often; besides, what the table is called."""
    view = Report(of, of.at("start") if is_start else of.now)
    said, told = (Counter(re.findall(r"\w+", text)) for text in (str(view), " ".join(_texts(view))))
    assert said - told == Counter()
    assert set(told - said) <= {"demand", "Positions"}


@given(SMALL)
def test_heads_of_a_report_are_those_of_its_document(of: nt.Negotiation) -> None:
    """The parts of a document have the heads of the page for the terminal, in their order."""
    view = Report(of, of.now)
    parts = [
        list(laid_out(part, None, UNICODE)) for part in view.parts() if not isinstance(part, Opening | Facts)
    ]
    firsts = [lines[0][0] for lines in parts if lines and lines[0]]
    bold = [piece.text for piece in firsts if piece.style is Style.BOLD and piece.text.strip()]
    assert [one.text for one in blocks(view) if isinstance(one, Head) and one.level == 2] == bold


@given(st.text(st.sampled_from(f"{HEBREW}{ARABIC}ab 1(<&'\u0301\u05b0")))
def test_isolated_text_is_the_text(text: str) -> None:
    """Isolating adds elements and nothing else: every letter from the right is in one, none from the left is."""
    page = Page(isolated(text))
    assert "".join(part for _, part in page.texts) == text
    for element, part in page.texts:
        letters = {letter for letter in part if letter in HEBREW + ARABIC + "ab"}
        assert letters.isdisjoint("ab") if element == "bdi" else letters <= set("ab")


def test_a_name_from_the_right_disturbs_no_neighbour() -> None:
    """Names and titles from right to left are isolated in heads, cells and sentences."""
    of = talks("a proposes x", "b rejects x", title=HEBREW, name=ARABIC, demand=f"{HEBREW} EU {HEBREW}")
    page = html(Report(of, of.now))
    assert f"<h1><bdi>{HEBREW}</bdi></h1>" in page
    assert f'<th scope="col"><bdi>{ARABIC}</bdi></th>' in page
    assert f'<th scope="row"><bdi>{HEBREW} EU {HEBREW}</bdi></th>' in page
    assert f"Proposed by <bdi>{ARABIC}</bdi>." in page


def test_a_text_of_a_million_letters_is_told() -> None:
    """A very long text is told whole, whichever way it is written."""
    for letter in ("x", HEBREW[0], "\u05b0", "<", "&"):
        long = letter * 1_000_000
        assert long in Page(html(Matrix(talks("a proposes x", demand=long).now))).all("th")


@pytest.mark.parametrize(
    ("of", "title"),
    [(talks(), "Harbour talks"), (talks(title=" "), "Positions"), (talks(title="<b>"), "<b>")],
)
def test_a_page_has_a_title(of: nt.Negotiation, title: str) -> None:
    """The title of the talks is that of the page; where it is blank, what its table tells."""
    page = Page(html(Matrix(of.now)))
    assert (page.all("title"), page.all("h1")) == ([title], [title])


@pytest.mark.parametrize(("encoding", "shown"), [("utf-8", "» proposes"), ("cp1250", "&#187; proposes")])
def test_a_page_can_be_read_whatever_the_output_takes(
    encoding: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page says that it is UTF-8; an output that is not gets references in the place of letters."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding, write_through=True))
    print_markup(html(Matrix(talks("a proposes x").now)))
    assert shown in raw.getvalue().decode("utf-8")


def test_a_long_text_in_a_cell_has_room() -> None:
    """A cell with a sentence in it is wider than one with a word; what names a row has a width of its own."""
    of = talks("a proposes x", "a accepts y if x", name="Arland of the many isles", demand="Ports " * 20)
    cells = Page(html(Matrix(of.now))).cells
    assert {text for text, kind in cells if "long" in (kind or "")} == {
        "Arland of the many isles waits for 1; Borland silent"
    }
