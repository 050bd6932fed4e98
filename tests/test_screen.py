"""How a view reaches people: its lines, its paint, the terminal, and the commands that print it."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment

import negotrack as nt
from command import call
from command_line import COMMANDS, options
from negotrack.formats.json.report import report as report_json
from negotrack.formats.schema import schema
from negotrack.screen import Look, print_json, show_view
from negotrack.testing import negotiations
from negotrack.views.agreement import AgreementView
from negotrack.views.comparison import ComparisonView
from negotrack.views.diff import DiffView
from negotrack.views.ledger import LedgerView
from negotrack.views.lines import (
    Line,
    Piece,
    flowed,
    flowing,
    hanging,
    indented,
    line,
    padded,
    pairs,
    paragraph,
    plain,
    separated,
    trimmed,
    wrapped,
)
from negotrack.views.matrix import matrix
from negotrack.views.paint import painted, unpainted
from negotrack.views.report import Report
from negotrack.views.theme import ASCII, UNICODE, Glyphs, Style
from negotrack.views.view import View

_STYLES = re.compile(r"\x1b\[[0-9;]*m")

WORDS = st.text(st.sampled_from("abc中文\u0301\u0561🙂"), min_size=1, max_size=30)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
BREADTHS = st.integers(2, 30)


# Lines


@given(TEXTS, BREADTHS)
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    """Wrapped lines have all characters of the text in order; only blanks may go, and only where a line ends."""
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, BREADTHS)
def test_wrapped_lines_are_no_wider_than_they_may_be(text: str, width: int) -> None:
    """No line is wider than its width in cells, Chinese characters counting two and combining marks none."""
    assert all(cell_len(one) <= width for one in wrapped(text, width))


@given(TEXTS, BREADTHS)
def test_words_that_fit_are_not_broken(text: str, width: int) -> None:
    """Only a word that is wider than a line is broken."""
    lines = wrapped(text, width)
    whole = {word for one in lines for word in one.split(" ")}
    assert {word for word in text.split(" ") if cell_len(word) <= width} <= whole | {""}


def test_word_of_a_hundred_characters_goes_on_below() -> None:
    """A word that is wider than any line begins where the one before it ends."""
    assert wrapped(f"Article {'x' * 100}", 50) == [f"Article {'x' * 42}", "x" * 50, "x" * 8]


def test_text_that_fits_stays_one_line() -> None:
    """What has room is one line, also where it is empty."""
    assert (wrapped("", 5), wrapped("Ports", 5)) == ([""], ["Ports"])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ports and rails", ["Ports and", "  rails"]),
        ("  Ports and rails", ["Ports", "  and", "  rails"]),
        ("Ports", ["Ports"]),
    ],
)
def test_paragraph_stands_in_after_its_first_line(text: str, lines: list[str]) -> None:
    """The lines of a paragraph after the first stand in; blanks before its first word go."""
    width = 7 if text.startswith(" ") else 9
    assert [plain(one) for one in paragraph(text, width, indent=2)] == lines


@given(TEXTS, st.integers(10, 30), st.integers(0, 4))
def test_paragraph_loses_nothing_and_fits(text: str, width: int, indent: int) -> None:
    """A paragraph has all characters of its text, and fits; without a width it is one line."""
    lines = [plain(one) for one in paragraph(text, width, indent=indent)]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(one) <= width for one in lines)
    assert [plain(one) for one in paragraph(text, None)] == [text.rstrip(" ")]


def test_indented_text_stands_in() -> None:
    """All lines stand in, those after the first a little more; where there is little room, by half of it."""
    assert [plain(one) for one in indented("Ports and rails", 2, 12)] == ["  Ports and", "    rails"]
    assert [plain(one) for one in indented("Ports", 2, None)] == ["  Ports"]
    assert [plain(one) for one in indented("Ports", 20, 12)] == ["      Ports"]


def test_hanging_text_stands_in_one_column() -> None:
    """All lines of a text behind a head begin in one column."""
    assert [plain(one) for one in hanging(Piece("tags"), "law and sea", 12, 6)] == [
        "tags  law",
        "      and",
        "      sea",
    ]
    assert [plain(one) for one in hanging(Piece("tags"), "law and sea", None, 6)] == ["tags  law and sea"]


def test_head_that_is_too_long_has_lines_of_its_own() -> None:
    """A head that reaches into the column stands above the text; without a width a blank parts them."""
    assert [plain(one) for one in hanging(Piece("decided by"), "all", 12, 6)] == ["decided by", "      all"]
    assert [plain(one) for one in hanging(Piece("decided by"), "all", None, 6)] == ["decided by all"]


PIECES = st.lists(st.tuples(TEXTS, st.sampled_from(Style)), max_size=4).map(
    lambda several: [Piece(*one) for one in several]
)


@given(PIECES, BREADTHS, st.integers(0, 4))
def test_flowed_line_is_broken_like_its_text(pieces: list[Piece], width: int, indent: int) -> None:
    """A line of several pieces is broken where its text would be; all lines but the first stand in."""
    text = "".join(piece.text for piece in pieces)
    first, *rest = wrapped(text, width)
    found = ["".join(piece.text for piece in one) for one in flowed(pieces, width, indent)]
    assert found == [first, *(" " * indent + one for one in rest)]


@given(PIECES, BREADTHS)
def test_flowed_line_keeps_its_styles(pieces: list[Piece], width: int) -> None:
    """Every character of a line that is broken keeps the style of its piece; without a width it stays as it is."""
    styled = [(letter, piece.style) for piece in pieces for letter in piece.text if letter != " "]
    found = [piece for one in flowed(pieces, width) for piece in one]
    assert [(letter, piece.style) for piece in found for letter in piece.text if letter != " "] == styled
    assert list(flowed(pieces, None)) == [pieces]


def test_pairs_stand_in_two_columns() -> None:
    """Rows of two columns stand under their head, the second column beginning at one place; without rows is no head."""
    rows = [("Arland", "toward on 1"), ("Bor", "away on 2 and 3")]
    assert [plain(one) for one in pairs("Who moved", rows, 24)] == [
        "Who moved",
        "  Arland  toward on 1",
        "  Bor     away on 2 and",
        "          3",
    ]
    assert list(pairs("Who moved", [], 24)) == []


def test_pairs_with_long_heads_are_sentences() -> None:
    """Where the first column would take more than a third of the window, every row is a sentence."""
    rows = [("The Federated Cantons", "toward on 1"), ("Bor", "away on 2")]
    assert [plain(one) for one in pairs("Who moved", rows, 30)] == [
        "Who moved",
        "  The Federated Cantons:",
        "    toward on 1",
        "  Bor: away on 2",
    ]
    assert [plain(one) for one in pairs("Who moved", rows, None)][1:] == [
        "  The Federated Cantons  toward on 1",
        "  Bor                    away on 2",
    ]


def test_blocks_are_separated_by_one_empty_line() -> None:
    """Between blocks is one empty line, however they end; empty ones leave no trace."""
    blocks = [[line("a"), line()], [], [line(" ")], [line("b"), line(), line("c")]]
    assert [plain(one) for one in separated(blocks)] == ["a", "", "b", "", "c"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [(None, ["aa   bb   cc"]), (7, ["aa   bb", "cc"]), (1, ["aa", "bb", "cc"])],
)
def test_items_flow(width: int | None, lines: list[str]) -> None:
    """As many items stand in a line as fit, and at least one."""
    assert list(flowing(["aa", "bb", "cc"], width)) == lines


def test_no_items_are_no_line() -> None:
    """Nothing flows into nothing."""
    assert list(flowing([], 10)) == []


def test_trimmed_line_has_no_blanks_at_its_end() -> None:
    """Blanks at the end go, whatever their style; an empty line has no pieces."""
    assert trimmed(line("a", Piece(" b ", Style.BOLD), "  ")) == [Piece("a"), Piece(" b", Style.BOLD)]
    assert trimmed(line(" ", Piece("", Style.DIM))) == []


def test_text_is_padded_by_cells() -> None:
    """A text is filled up by the cells that it takes, and one that is too long stays as it is."""
    assert (padded("中", 3), padded("abc", 2)) == ("中 ", "abc")


# Paint

STYLED: Sequence[Line] = [
    line(Piece("1 ", Style.DIM), "Ports", " and ", Piece("rails", Style.RED), Piece("  ", Style.DIM)),
    line(),
]


def test_paint_joins_what_looks_alike() -> None:
    """Pieces of one style beside one another are one segment, and every line has its end."""
    texts = [(segment.text, str(segment.style or "")) for segment in painted(STYLED)]
    assert texts == [
        ("1 ", "dim"),
        ("Ports and ", ""),
        ("rails", "bold red"),
        ("\n", ""),
        ("\n", ""),
    ]


def test_lines_without_paint_have_no_style() -> None:
    """Without paint every line is one segment."""
    assert list(unpainted(STYLED)) == [Segment("1 Ports and rails\n"), Segment("\n")]


# A view


@frozen(eq=False)
class Sample(View):
    """A view of a text, a rail and a number."""

    text: str = "Ports"

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give one line with everything that a view is given."""
        yield line(Piece(self.text, Style.BOLD), f" {glyphs.rail} {width}  ")
        yield line()


def printed(view: object, *, width: int = 80, color: bool = False, encoding: str = "utf-8") -> str:
    """Give what rich prints of something on a terminal."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding, write_through=True)
    Console(file=file, width=width, force_terminal=color, color_system="standard" if color else None).print(
        view
    )
    return raw.getvalue().decode(encoding)


def test_view_as_a_text_is_as_wide_as_it_likes() -> None:
    """A view as a text has no width, no styles and no blanks at the ends of its lines."""
    assert str(Sample()) == "Ports │ None\n"


def test_view_in_a_notebook_is_a_text_that_means_nothing_to_a_browser() -> None:
    """A view that is no table is shown in a notebook as the text that it is."""
    assert Sample("<b>")._repr_html_() == "<pre>&lt;b&gt; │ None\n</pre>"


def test_rich_prints_a_view_for_its_window() -> None:
    """Printed by rich a view fits the window, with styles where there is colour."""
    assert printed(Sample(), width=60) == "Ports │ 60\n\n"
    assert printed(Sample(), width=60, color=True) == "\x1b[1mPorts\x1b[0m │ 60\n\n"


def test_rich_prints_ascii_where_there_is_no_more() -> None:
    """Where the output takes only ASCII a view is drawn with ASCII."""
    assert printed(Sample(), encoding="ascii") == "Ports | 80\n\n"


SOCHI = nt.seed("sochi-2022")
SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())


@pytest.mark.parametrize(
    "view",
    [
        matrix(SOCHI.now),
        Report(SOCHI, SOCHI.now),
        SOCHI.now,
        SOCHI.diff(),
        nt.log(SOCHI),
        SOCHI.ledger,
    ],
)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_rich_prints_the_same_characters_with_and_without_colour(view: object, width: int) -> None:
    """What rich prints in colour is, without its styles, what it prints without."""
    plainly, coloured = printed(view, width=width), printed(view, width=width, color=True)
    assert _STYLES.sub("", coloured) == plainly
    assert coloured != plainly


@given(SMALL, st.integers(20, 130))
def test_what_tells_of_changes_has_the_same_characters_in_colour(drawn: nt.Negotiation, width: int) -> None:
    """The lines of a diff, a log and a ledger are, painted, the characters that they are without paint."""
    for view in (DiffView(drawn.diff()), nt.log(drawn), LedgerView(drawn.ledger)):
        lines = list(view.lines(width, UNICODE))
        coloured, plainly = ("".join(one.text for one in paint(lines)) for paint in (painted, unpainted))
        assert coloured == plainly


@given(SMALL, st.integers(20, 130) | st.none())
def test_what_tells_of_changes_can_be_drawn_with_ascii(drawn: nt.Negotiation, width: int | None) -> None:
    """Drawn with ASCII, a diff, a log and a ledger have no other characters than those of the dossier itself."""
    for view in (
        DiffView(drawn.diff("start" if drawn.rounds else None)),
        nt.log(drawn),
        LedgerView(drawn.ledger),
    ):
        shown = "".join(plain(one) for one in view.lines(width, ASCII))
        assert {letter for letter in shown if not letter.isascii()} <= set(nt.dumps(drawn))


def test_state_is_shown_as_its_matrix() -> None:
    """A state itself can be printed by rich and shown by a notebook: as its matrix."""
    assert printed(SOCHI.now) == printed(matrix(SOCHI.now))
    assert SOCHI.now._repr_html_() == matrix(SOCHI.now)._repr_html_()


OTHER = SOCHI.saying("russia accepts non-force")


@pytest.mark.parametrize(
    ("value", "view"),
    [
        (nt.compare(SOCHI, OTHER), ComparisonView(nt.compare(SOCHI, OTHER))),
        (nt.agreement(SOCHI, OTHER), AgreementView(nt.agreement(SOCHI, OTHER))),
    ],
    ids=["comparison", "agreement"],
)
def test_two_records_are_shown_as_by_the_command(value: nt.Comparison | nt.Agreement, view: View) -> None:
    """A comparison and an agreement can be printed by rich and shown by a notebook, as the command prints them."""
    assert printed(value) == printed(view)
    assert value._repr_html_() == view._repr_html_()


def test_agreement_prints_what_the_command_does_and_counts_in_its_repr() -> None:
    """A person who prints it reads the measures; the repr fits a line."""
    coded = nt.agreement(SOCHI, OTHER)
    assert str(coded) == str(AgreementView(coded))
    assert repr(coded) == "<Agreement on 'Sochi trilateral summit, 31 October 2022': 15 of 16 cells alike>"


# The screen


class Terminal(io.TextIOWrapper):
    """Standard output of a terminal."""

    is_terminal = True

    def isatty(self) -> bool:
        """Tell whether it is one."""
        return self.is_terminal


class Pipe(Terminal):
    """Standard output that is no terminal."""

    is_terminal = False


def screen(
    look: Look,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Terminal] = Terminal,
    encoding: str = "utf-8",
    term: str = "xterm",
) -> str:
    """Give what the screen gets of a view."""
    raw = io.BytesIO()
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdout", kind(raw, encoding, write_through=True))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((50, 24)))
    show_view(Sample(), look)
    return raw.getvalue().decode(encoding)


def test_pipe_gets_lines_as_wide_as_they_like(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets no colour and whole lines, unless it is told otherwise."""
    assert screen(Look(), monkeypatch, Pipe) == "Ports │ None\n\n"
    assert screen(Look(width=60, ascii=True), monkeypatch, Pipe) == "Ports | 60\n\n"


def test_pipe_gets_colour_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """With `--color always` a pipe gets colour as well."""
    assert screen(Look(color="always"), monkeypatch, Pipe) == "\x1b[1mPorts\x1b[0m │ None\n\n"


def test_terminal_gets_colour_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets lines of its width in colour, unless it is told otherwise."""
    assert screen(Look(), monkeypatch) == "\x1b[1mPorts\x1b[0m │ 50\n\n"
    assert screen(Look(color="never"), monkeypatch) == "Ports │ 50\n\n"
    assert screen(Look(color="never", width=30), monkeypatch) == "Ports │ 30\n\n"


def test_terminal_without_colour_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """`NO_COLOR` takes the colours away; a view has none that mean anything."""
    coloured = screen(Look(), monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert _STYLES.sub("", coloured) == "Ports │ 50\n\n"


@pytest.mark.parametrize("term", ["dumb", "linux"])
def test_simple_terminal_gets_ascii(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    """A terminal that is known to have few characters is drawn on with ASCII; a pipe below it is not."""
    assert _STYLES.sub("", screen(Look(), monkeypatch, term=term)) == "Ports | 50\n\n"
    assert screen(Look(), monkeypatch, Pipe, term=term) == "Ports │ None\n\n"


@pytest.mark.parametrize("kind", [Terminal, Pipe])
def test_narrow_encoding_gets_ascii(monkeypatch: pytest.MonkeyPatch, kind: type[Terminal]) -> None:
    """Output whose encoding lacks the characters is drawn with ASCII."""
    assert "Ports | " in screen(Look(color="never"), monkeypatch, kind, "latin-1")


def test_long_line_is_not_broken_by_the_paint(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is wider than the terminal, as an address is, is left to the terminal."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(raw, "utf-8", write_through=True))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((50, 24)))
    show_view(Sample("x" * 200), Look(color="always"))
    assert raw.getvalue().decode() == f"\x1b[1m{'x' * 200}\x1b[0m │ 50\n\n"


def test_without_output_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard output is closed views and documents go nowhere."""
    monkeypatch.setattr(sys, "stdout", None)
    show_view(Sample(), Look())
    print_json({"a": 1})
    assert sys.stdout is None


@pytest.mark.parametrize(("encoding", "text"), [("utf-8", "é"), ("latin-1", "\\u00e9")])
def test_json_is_escaped_for_narrow_encodings(
    monkeypatch: pytest.MonkeyPatch, encoding: str, text: str
) -> None:
    """JSON has letters where the output takes all of them, and escapes elsewhere."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Pipe(raw, encoding, write_through=True))
    print_json(["é"])
    assert raw.getvalue().decode(encoding) == f'[\n "{text}"\n]\n'


# The commands

_TALKS = """\
title = "Pay talks"
[parties]
eu = { name = "Union" }
b = { name = "Board" }
[sources]
eu = { title = "Minutes" }
[demands]
pay = "4% from April"
[[rounds]]
id = "march"
date = 2026-03-02
source = "eu"
statements = ["eu proposes pay"]
[[rounds]]
id = "april"
date = "2026-04"
statements = ["b accepts pay"]
"""


@pytest.fixture
def talks(tmp_path: Path) -> str:
    """Give the path of a dossier in which two things share an id."""
    path = tmp_path / "talks.toml"
    path.write_text(_TALKS)
    return str(path)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("b", "Board, principal"),
        ("party:eu", "Union, principal"),
        ("pay", "1 4% from April"),
        ("1", "1 4% from April"),
        ("demand:1", "1 4% from April"),
        ("source:eu", "Minutes"),
        ("march", "Round 1: 2 Mar 2026"),
        ("round:-2", "Round 1: 2 Mar 2026"),
        ("round:2026-03-05", "Round 1: 2 Mar 2026"),
    ],
)
def test_show_tells_the_story_of_anything(talks: str, name: str, first: str) -> None:
    """`show` takes the id of anything, with its kind where ids clash, a demand by number, a round by number or date."""
    done = call("show", talks, name)
    assert (done.status, done.err, done.out.splitlines()[0]) == (0, "", first)


@pytest.mark.parametrize("number", ["11", "10", "8.2"])
def test_number_that_no_demand_has_is_no_slip_of_another(number: str) -> None:
    """Numbers are not like one another for their digits: it is said how many there are."""
    assert call("show", "sochi-2022", number).err == f"no demand `{number}`; there are 10, numbered 1 to 9\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("eu", "`eu` is a party and a source; write `party:eu` or `source:eu`"),
        ("q", "no party, demand, round or source `q`; there are eu, b, pay, march, april, eu"),
        ("party:pay", "no party `pay`; there are eu, b"),
        ("demand:7", "no demand `7`; there is 1"),
        ("7", "no demand `7`; there is 1"),
        ("source:b", "no source `b`; there is eu"),
        ("round:-7", "no round `-7`; there are march, april"),
        ("round:2026-02-30", "`2026-02-30` names a day that does not exist"),
    ],
)
def test_show_says_what_is_not_there(talks: str, name: str, message: str) -> None:
    """What cannot be shown is named, with what there is, and the status is 2."""
    assert call("show", talks, name) == (2, "", f"{message}\n")


def test_show_is_as_of_a_round(talks: str) -> None:
    """With `--at` a story is told as of a round."""
    now, then = (call("show", talks, "pay", *at).out.splitlines()[1] for at in ([], ["--at", "march"]))
    assert (now, then) == (
        "agreed since round 2, Apr 2026",
        "pending since round 1, 2 Mar 2026",
    )


def test_report_is_a_page_or_a_document(talks: str) -> None:
    """`report` prints the page, and with `--format json` its document."""
    found = nt.load(talks)
    assert call("report", talks) == (0, f"{Report(found, found.now)}\n", "")
    done = call("report", talks, "--format", "json", "--at", "march")
    assert json.loads(done.out) == report_json(found, found.at("march"))


def test_story_is_a_document(talks: str) -> None:
    """`show --format json` prints the story as a document."""
    document = json.loads(call("show", talks, "b", "--format", "json").out)
    assert document["record"] == {"name": "Board"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--transpose", "--list"], "`--transpose` is for the table, not for `--list`"),
        (
            ["--format", "json", "--party", "b"],
            "`--party` has no effect there: `--format json` holds everything",
        ),
        (["--format", "json", "--tag", "b"], "`--tag` has no effect there: `--format json` holds everything"),
        (["--format", "json", "--list"], "`--list` has no effect there: `--format json` holds everything"),
        (
            ["--format", "csv", "--transpose"],
            "`--transpose` has no effect there: `--format csv` has one form",
        ),
        (
            ["--format", "markdown", "--list"],
            "`--list` has no effect there: `--format markdown` has one form",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(talks: str, arguments: list[str], message: str) -> None:
    """An option that would have no effect is an error, and the status is 2."""
    assert call("matrix", talks, *arguments) == (2, "", f"{message}\n")


def test_width_that_nothing_fits_is_refused(talks: str) -> None:
    """Below 20 columns nothing can be read."""
    done = call("matrix", talks, "--width", "19")
    assert (done.status, done.out) == (2, "")
    assert "a layout needs at least 20 columns" in done.err
    assert call("matrix", talks, "--width", "20").status == 0


def test_choice_may_be_listed_with_commas(talks: str) -> None:
    """Several parties may be given with commas or several times, and demands by number."""
    comma = call("matrix", talks, "--party", "eu, b", "--demand", "1")
    assert comma == call("matrix", talks, "--party", "eu", "--party=b", "--demand=pay")
    assert "Shown: 1 of 1 demands, 2 of 2 parties." in comma.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--party", "q"], "no party `q`; there are eu, b"),
        (["--demand", "q"], "no demand `q`; there is pay"),
        (["--demand", "1.1"], "no demand `1.1`; there is 1"),
        (["--tag", "q"], "no tag `q`; there is none"),
    ],
)
def test_choice_of_what_is_not_there_is_an_error(talks: str, arguments: list[str], message: str) -> None:
    """Asking for a party, demand or tag that is not there is an error, and the status is 2."""
    assert call("matrix", talks, *arguments) == (2, "", f"{message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--party", "q"], "no party `q`; there are eu, b"),
        (["--party", "e"], "no party `e`; did you mean `eu`?"),
        (["--demand", "pey"], "no demand `pey`; did you mean `pay`?"),
        (["--demand", "2"], "no demand `2`; there is 1"),
        (["--since", "marsh"], "no round `marsh`; did you mean `march`?"),
        (["--since", "3"], "no round `3`; there are march, april"),
        (["--since", "2026-02-30"], "`2026-02-30` names a day that does not exist"),
    ],
)
def test_log_of_what_is_not_there_is_an_error(talks: str, arguments: list[str], message: str) -> None:
    """Choosing a party, demand or round that is not there is an error with what was probably meant, and status 2."""
    assert call("log", talks, *arguments) == (2, "", f"{message}\n")


@pytest.mark.parametrize(
    ("since", "first"),
    [("april", "2"), ("2", "2"), ("-1", "2"), ("2026-04", "2"), ("march", "1"), ("-2", "1"), ("start", "1")],
)
def test_log_begins_with_the_round_that_is_named(talks: str, since: str, first: str) -> None:
    """`--since` takes the id of a round, its number from either end, the month of it, and `start`."""
    done = call("log", talks, "--since", since)
    assert (done.status, done.err) == (0, "")
    assert next(line[0] for line in done.out.splitlines() if line[:3] in {"1  ", "2  "}) == first


def test_log_may_be_of_several_parties_and_demands(talks: str) -> None:
    """Several parties may be given with commas or several times, and demands by number."""
    comma = call("log", talks, "--party", "eu, b", "--demand", "1")
    assert comma == call("log", talks, "--party", "eu", "--party=b", "--demand=pay")
    assert comma.status == 0


def test_numbers_from_the_end_are_rounds_and_no_options(talks: str) -> None:
    """`diff FILE -2 -1` compares the last two rounds, as `diff FILE` does."""
    assert call("diff", talks, "-2", "-1") == call("diff", talks)
    assert call("diff", talks, "-2", "-1", "--width=60").status == 0


def test_schema_is_printed() -> None:
    """`schema` prints the schema that the library gives."""
    done = call("schema")
    assert (done.status, json.loads(done.out), done.err) == (0, schema(), "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_all_commands(shell: str) -> None:
    """The script for a shell names every command and every option."""
    done = call("completion", shell)
    assert (done.status, done.err) == (0, "")
    words = {*COMMANDS, *(one.name.removeprefix("--") for command in COMMANDS for one in options(command))}
    assert {word for word in words if not re.search(rf"\b{word}\b", done.out)} == set()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_completion_for_bash_is_a_script() -> None:
    """Bash can read the script that is for it."""
    script = call("completion", "bash").out
    done = subprocess.run(["/bin/bash", "-n"], input=script.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_completion_for_another_shell_is_an_error() -> None:
    """A shell that there is no script for is named with those that there are scripts for."""
    done = call("completion", "csh")
    assert (done.status, done.out) == (2, "")
    assert '"bash", "zsh", "fish"' in done.err


def test_views_are_printed_where_they_are_asked_for() -> None:
    """At a plain prompt a view says how to see it; IPython shows it at once."""
    view = nt.matrix(nt.seed("sochi-2022").now)
    assert repr(view) == "<Matrix: print it>"
    assert pretty(view) == str(view)
