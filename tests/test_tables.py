"""The parts of a table: its layout, what stands in a cell, and the legend below."""

from collections.abc import Sequence

import pytest

import negotrack as nt
from negotrack.views.cells import Cell, Cells, Form
from negotrack.views.drawing import table_lines
from negotrack.views.html import table as html_table
from negotrack.views.layout import Window, windows
from negotrack.views.legend import conditions, legend
from negotrack.views.lines import plain
from negotrack.views.markdown import markdown
from negotrack.views.matrix import matrix
from negotrack.views.table import Head, Row, Table
from negotrack.views.theme import ASCII, SILENT, STANCES, UNICODE, Letter, Sign, Style

Said = str | nt.Statement

DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"), nt.Demand("z", "Roads"))
PARTIES = (
    nt.Party("a", "Arland"),
    nt.Party("b", "Borland"),
    nt.Party("u", "Union", members=["a"]),
    nt.Party("m", "Marland", role="mediator"),
)


def cells(
    *rounds: Sequence[Said], demand: nt.Demand = DEMANDS[0], party: str = "a", at: str | None = None
) -> Cell | None:
    """Give the cell of a party on the first demand after some rounds."""
    talks = nt.Negotiation(
        "Talks",
        parties=PARTIES,
        demands=[demand, *DEMANDS[1:]],
        rounds=[nt.Round(f"r{number}", "2026", statements=said) for number, said in enumerate(rounds, 1)],
    )
    state = talks.at(at) if at else talks.now
    (cell,) = Cells(state, [party]).row(state.standing("x"))
    return cell


def cell(*rounds: Sequence[Said], demand: nt.Demand = DEMANDS[0], party: str = "a") -> Cell:
    """Give the cell of a party on the first demand, which is not blank."""
    found = cells(*rounds, demand=demand, party=party)
    assert found is not None
    return found


# What stands in a cell


@pytest.mark.parametrize(
    ("said", "words", "symbols", "character"),
    [
        ("a proposes x", "» proposes", "»", "»"),
        ("a accepts x", "✓ accepts", "✓", "✓"),
        ("a rejects x", "X rejects", "X", "X"),
        ("a amends x", "^ amends", "^", "^"),
        ("a abstains x", "/ abstains", "/", "/"),
        ("a defers x", "_ defers", "_", "_"),
        (nt.Statement("a reserves x", reservation="scrutiny"), "o reserves (scrutiny)", "o", "o"),
        ("a accepts x if y", "✓ accepts if 2", "✓if", "i"),
        ("a accepts x if y and z", "✓ accepts if 2 and 3", "✓if", "i"),
        ("a accepts x if gone", "✓ accepts if gone", "✓if", "i"),
        ("a provisionally accepts x", "~✓ accepts", "~✓", "✓"),
        (nt.Statement("a rejects x", red_line=True), "X rejects!", "X!", "X"),
        ("u accepts x", "✓ accepts&", "✓&", "✓"),
        ("b accepts x", ". silent", ".", "."),
        (nt.Statement("a accepts x if y", according_to="b"), '"✓ accepts if 2"', '"✓if"', '"'),
        (nt.Statement("a provisionally accepts x", according_to="b"), '"~✓ accepts"', '"~✓"', '"'),
    ],
)
def test_cell_says_what_was_said(said: Said, words: str, symbols: str, character: str) -> None:
    """A cell says a position in words, in symbols, and in one character."""
    found = cell([said])
    assert (found.words(UNICODE), found.symbols(UNICODE), found.character(UNICODE)) == (
        words,
        symbols,
        character,
    )


def test_cell_has_every_mark_in_order() -> None:
    """All marks stand at one symbol, those behind it in one order."""
    demand = nt.Demand("x", "Ports", between=["b"])
    said: list[Said] = [
        nt.Statement("u provisionally accepts x if y", red_line=True),
        nt.Statement("a rejects x", according_to="b"),
    ]
    found = cell([], said, demand=demand)
    assert found.symbols(UNICODE) == "~✓if&?!'*"
    assert found.words(ASCII) == "~+ accepts if 2&?!'*"
    assert found.tail == "&?!'*"


@pytest.mark.parametrize(
    ("said", "words", "signs"),
    [
        ("a accepts x", "(✓ accepts)", (Sign.LAPSED,)),
        (
            "a provisionally accepts x if y",
            "(~✓ accepts if 2)",
            (Sign.CONDITIONAL, Sign.PROVISIONAL, Sign.LAPSED),
        ),
        (nt.Statement("a reserves x", reservation="general"), "(o reserves (general))", (Sign.LAPSED,)),
    ],
)
def test_lapsed_position_stands_in_brackets(said: Said, words: str, signs: tuple[Sign, ...]) -> None:
    """What lapsed stands in brackets, recedes, and is a dash in one character."""
    found = cell([said, "b amends x"])
    assert (found.words(UNICODE), found.signs) == (words, signs)
    assert (found.style, found.character(UNICODE)) == (Style.DIM, "-")


def test_account_stands_in_for_what_lapsed() -> None:
    """Where a position lapsed and somebody reports a newer one, that is what is shown."""
    report = nt.Statement("a rejects x", according_to="b")
    assert cell(["a accepts x", "b amends x"], [report]).words(UNICODE) == '"X rejects"'


def test_silence_is_shown_where_it_is_waited_for() -> None:
    """Silence is a dot where the party's word is awaited, and a blank elsewhere."""
    assert cell(["b proposes x"]).words(UNICODE) == ". silent"
    assert cells(["b rejects x"]) is None
    assert cells(["b proposes x"], party="m") is None


def test_nothing_is_new_in_the_first_round() -> None:
    """In the first round everything is new, and marking it would say nothing; later what is new is marked."""
    assert cell(["a accepts x"]).tail == ""
    assert cell([], ["a accepts x"]).tail == "*"
    assert cell(["a accepts x"], []).tail == ""


def test_abstention_needs_no_mark_that_it_does_not_decide() -> None:
    """Who abstains steps aside by it; who does not decide for another reason is marked, a mediator is not."""
    demand = nt.Demand("x", "Ports", between=["b"])
    assert cell(["a abstains x"], demand=demand).tail == ""
    assert cell(["a accepts x"], demand=demand).tail == "'"
    assert cell(["m accepts x"], party="m").tail == ""


def test_condition_that_is_met_makes_an_assent_plain() -> None:
    """Assent that is tied to something agreed counts: it has the colour and the symbol of assent."""
    open_, met = cell(["a accepts x if y"]), cell(["a accepts x if y", "a, b and u accept y"])
    assert (open_.style, open_.letter) == (Style.NONE, Letter.CONDITIONAL)
    assert (met.style, met.letter, met.character(UNICODE)) == (Style.CYAN, None, "✓")
    assert met.words(UNICODE) == "✓ accepts if 2"


def test_cells_that_look_alike_are_one() -> None:
    """A cell is made once, however many parties take the same position."""
    talks = nt.Negotiation(
        "Talks",
        parties=PARTIES,
        demands=DEMANDS,
        rounds=[nt.Round("r1", "2026", statements=["a and b accept x and y"])],
    )
    made = Cells(talks.now, ["a", "b"])
    row, other = (made.row(talks.now.standing(demand)) for demand in ("x", "y"))
    assert row[0] is row[1] is other[0]


# How rows and columns are laid out


def row(number: str, title: str, *row_cells: Cell | None, outcome: str = "pending", reason: str = "") -> Row:
    """Give a row with a reason that is the same in every form."""
    return Row(number, 0, title, row_cells, outcome, Style.NONE, lambda _: reason)


YES, NO = Cell(STANCES[nt.Stance.ACCEPTS]), Cell(STANCES[nt.Stance.REJECTS])
QUOTED = Cell(STANCES[nt.Stance.REJECTS], lead='"~', close='"')
NORTH, SOUTH = Head("Northland", "north"), Head("Southland", "south", "(mediator)")


def laid(table: Table, width: int | None) -> tuple[Window, list[str]]:
    """Give the only window of a table, and its lines."""
    (window,) = windows(table, width, UNICODE)
    return window, [plain(line) for line in table_lines(table, window, width, UNICODE)]


@pytest.mark.parametrize(
    ("width", "form", "has_reasons", "has_roles"),
    [
        (None, Form.WORDS, True, True),
        (100, Form.WORDS, True, True),
        (70, Form.WORDS, True, False),
        (58, Form.SYMBOLS, True, True),
        (36, Form.SYMBOLS, False, True),
    ],
)
def test_window_gives_way_as_it_narrows(
    width: int | None, form: Form, *, has_reasons: bool, has_roles: bool
) -> None:
    """First roles go, then words become symbols, then the reasons go."""
    reason = "Northland refuses"
    table = Table([NORTH, SOUTH], [row("1", "Ports and rails", YES, NO, outcome="rejected", reason=reason)])
    window, _ = laid(table, width)
    assert window.way == (form, has_reasons, has_roles)


def test_symbols_of_a_column_stand_below_one_another() -> None:
    """What stands before a symbol stands in the gap, so that all symbols of a party share a column."""
    table = Table([NORTH], [row("1", "Ports", YES), row("2", "Rails", QUOTED), row("3", "Roads", None)])
    _, lines = laid(table, 40)
    assert lines == [
        "          Northland   outcome",
        "1 Ports   ✓ accepts   pending",
        '2 Rails "~X rejects"  pending',
        "3 Roads               pending",
    ]


def test_short_heads_need_no_stairs() -> None:
    """Heads of up to six cells stand over their own columns; longer ones are led down by rails."""
    assert Table([Head("Arland", "a"), Head("中文中", "b")], []).has_short_heads
    assert not Table([Head("Borland", "b")], []).has_short_heads
    assert not Table([Head("Ar", "a", "(mediator)")], []).has_short_heads


def test_short_heads_stand_beside_one_another_over_symbols() -> None:
    """Over symbols heads that are short stand in one row."""
    heads = [Head(name, name.lower()) for name in ("Arland", "Orland", "Irland", "Erland")]
    window, lines = laid(Table(heads, [row("1", "Ports", YES, NO, YES, NO)]), 50)
    assert (window.form, lines[0]) == (Form.SYMBOLS, "         Arland  Orland  Irland  Erland  outcome")


def test_reasons_that_stretch_the_rows_are_told_below() -> None:
    """Where reasons would make the table more than twice as high, the rows do without them."""
    short, long = "Northland refuses", "Northland refuses; " * 9
    for reason, has_reasons in ((short, True), (long, False)):
        rows = [row(str(number), "Ports and rails", YES, NO, reason=reason) for number in range(1, 4)]
        window, _ = laid(Table([NORTH, SOUTH], rows), 60)
        assert window.way == (Form.SYMBOLS, has_reasons, True)


def test_titles_are_wrapped() -> None:
    """A title that is longer than its column goes on below, and so does a reason."""
    title, reason = "Demilitarisation of the shore", "Northland refuses, and has refused"
    _, lines = laid(Table([NORTH, SOUTH], [row("1", title, YES, NO, reason=reason)]), 54)
    assert lines[-3:] == [
        "1 Demilitarisation    ✓  X  pending  Northland",
        "  of the shore                       refuses, and has",
        "                                     refused",
    ]


@pytest.mark.parametrize("width", [26, 30])
def test_short_titles_leave_no_room_that_is_not_there(width: int) -> None:
    """Where all titles are short, reasons have to fit beside them all the same."""
    table = Table([NORTH], [row("1", "D1", YES, reason="0 of 1 parts agreed")])
    _, lines = laid(table, width)
    assert [line for line in lines if len(line) > width] == []


def test_one_column_that_does_not_fit_is_shown_all_the_same() -> None:
    """Where not even one column fits, each has a window of its own."""
    rows = [row("1.1.1.1.1.1.1.1", "Ports", YES, NO)]
    assert [window.columns for window in windows(Table([NORTH, SOUTH], rows), 30, UNICODE)] == [
        range(1),
        range(1, 2),
    ]


def test_table_without_columns_fits_any_window() -> None:
    """A table without columns, such as a key, has one window."""
    (window,) = windows(Table([], [row("1", "Ports " * 20)]), 12, UNICODE)
    assert (window.columns, window.starts[0] > 0) == (range(0), True)


def test_table_without_rows_has_heads_alone() -> None:
    """A table without rows has its heads."""
    table = Table([NORTH], [])
    assert (table.distinct, table.numbers, table.outcomes) == ([[]], 0, len("outcome"))
    assert laid(table, None)[1] == ["    Northland  outcome"]


def test_reasons_are_asked_for_once() -> None:
    """The reason of a row is made once for each form."""
    asked: list[Form] = []

    def reason(form: Form) -> str:
        asked.append(form)
        return ""

    table = Table([], [Row("1", 0, "Ports", [], "pending", Style.NONE, reason)])
    assert table.reasons(Form.WORDS) is table.reasons(Form.WORDS)
    assert asked == [Form.WORDS]


def test_row_that_recedes_recedes_whole() -> None:
    """All pieces of a row that recedes do, its refusals as well."""
    receding = row("1", "Ports", NO)._replace(is_dim=True)
    table = Table([NORTH], [receding])
    (window,) = windows(table, None, UNICODE)
    _, line = table_lines(table, window, None, UNICODE)
    assert {piece.style for piece in line if piece.text.strip()} == {Style.DIM}


# The legend


def legend_of(made: Sequence[Cell], form: Form, width: int | None = None) -> list[str]:
    """Give the lines of a legend."""
    return [plain(line) for line in legend(made, form, width, UNICODE)]


MARKED = Cell(
    STANCES[nt.Stance.ACCEPTS],
    lead="~",
    conditions=("2", "3"),
    signs=(Sign.CONDITIONAL, Sign.PROVISIONAL, Sign.RED_LINE),
    letter=Letter.CONDITIONAL,
)


def test_legend_of_words_explains_marks_alone() -> None:
    """Words speak for themselves; marks do not, and what a condition does is told by an example."""
    assert legend_of([MARKED, NO], Form.WORDS) == [
        "if 2 and 3: counts once 2 and 3 are agreed",
        "~ provisional   ! red line",
    ]


def test_legend_of_symbols_explains_symbols_and_marks() -> None:
    """Symbols are explained in the order of the stances, silence last, and then the marks."""
    assert legend_of([Cell(SILENT), NO, MARKED], Form.SYMBOLS) == [
        "✓ accepts   X rejects   . silent",
        "if conditional   ~ provisional   ! red line",
    ]


def test_legend_of_characters_says_what_they_hide() -> None:
    """Characters that stand for symbols are explained in their place, and marks that have none are named."""
    assert legend_of([NO, MARKED], Form.CHARACTERS) == [
        "X rejects   i assents if",
        "Not told apart here: provisional, red line.",
    ]
    assert legend_of([NO], Form.CHARACTERS) == ["X rejects"]


def test_legend_breaks_between_items() -> None:
    """A legend that is wider than the window goes on below."""
    assert legend_of([YES, NO], Form.SYMBOLS, 12) == ["✓ accepts", "X rejects"]


@pytest.mark.parametrize(
    ("tied", "close", "words"),
    [
        (("2",), "", ["if 2: counts once 2 is agreed"]),
        ((), "", []),
        (("2",), ")", []),
    ],
)
def test_condition_is_explained_by_an_example(tied: tuple[str, ...], close: str, words: list[str]) -> None:
    """A condition is explained by the first of a position that holds; what lapsed or is reported is none."""
    made = Cell(STANCES[nt.Stance.ACCEPTS], conditions=tied, close=close)
    assert [plain(line) for line in conditions([made], None)] == words


# Documents and notebooks

HOSTILE = nt.Negotiation(
    "<b>Talks</b> & *more*",
    parties=[nt.Party("a", "Ar|land")],
    demands=[nt.Demand("x", "[Ports](https://example.org) www.example.org $x$ #1")],
    rounds=[nt.Round("r1", "2026-01", statements=["a accepts x", "q accepts x"])],
)


def test_notebook_gets_a_table_of_html() -> None:
    """A notebook gets a table with a caption and heads for rows and columns, and what stands below."""
    assert matrix(HOSTILE.now)._repr_html_().splitlines() == [
        "<table>",
        "<caption>&lt;b&gt;Talks&lt;/b&gt; &amp; *more*<br>After round 1 of 1: Jan 2026</caption>",
        (
            '<thead><tr><th scope="col"></th><th scope="col">demand</th><th scope="col">Ar|land</th>'
            '<th scope="col">outcome</th><th scope="col">reason</th></tr></thead>'
        ),
        "<tbody>",
        (
            '<tr><td>1</td><th scope="row">[Ports](https://example.org) www.example.org $x$ #1</th>'
            "<td>✓ accepts</td><td>agreed</td><td></td></tr>"
        ),
        "</tbody>",
        "</table>",
        "<p>1 of 1 agreed, 0 rejected, 0 pending</p>",
        "<p>Left out: q accepts x (r1): there is no party `q`.</p>",
    ]


def test_table_of_html_may_be_empty() -> None:
    """A table without rows has its heads, and nothing below it."""
    assert html_table([["", "demand"]], ["Talks", "No rounds yet."]).splitlines()[-3:] == [
        "<tbody>",
        "</tbody>",
        "</table>",
    ]


def test_markdown_means_what_it_says() -> None:
    """In Markdown nothing that a dossier says is markup: neither cells, nor links, nor emphasis."""
    lines = markdown(matrix(HOSTILE.now)).splitlines()
    assert lines[0] == r"**\<b\>Talks\</b\> \& \*more\***"
    assert lines[4:7] == [
        r"|  | demand | Ar\|land | outcome | reason |",
        "| --- | --- | --- | --- | --- |",
        (r"| 1 | \[Ports\](https\://example.org) www\.example.org \$x\$ \#1 | ✓ accepts | agreed |  |"),
    ]
    assert lines[-1] == r"Left out: q accepts x (r1): there is no party \`q\`."


def test_a_blank_title_is_no_rule_in_markdown() -> None:
    """A title of blanks gives no line of asterisks, which Markdown would draw as a rule."""
    talks = nt.Negotiation(" ", parties=PARTIES, demands=DEMANDS)
    assert markdown(matrix(talks.now)).startswith("No rounds yet.\n")
