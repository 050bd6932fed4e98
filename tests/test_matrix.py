"""The matrix: what is shown, how it fits the window, and what its symbols mean."""

import re
from collections.abc import Iterator, Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import negotrack as nt
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.testing import negotiations
from negotrack.views.cells import Form
from negotrack.views.drawing import table_lines
from negotrack.views.layout import windows
from negotrack.views.lines import plain
from negotrack.views.matrix import Matrix, matrix
from negotrack.views.paint import painted
from negotrack.views.reasons import Reasons
from negotrack.views.theme import ASCII, UNICODE, Glyphs
from negotrack.views.view import View

SMALL = negotiations(parties=(0, 4), demands=(0, 4), rounds=(0, 3), broken=st.booleans())
WIDTHS = st.integers(40, 120)
GLYPHS = st.sampled_from([UNICODE, ASCII])

PARTIES = (
    nt.Party("a", "Arland"),
    nt.Party("b", "Borland"),
    nt.Party("m", "Marland", role="mediator"),
    nt.Party("o", "Osland", role="observer"),
)
DEMANDS = (
    nt.Demand("w", "Treaty"),
    nt.Demand("x", "Ports", part_of="w", tags=["sea"]),
    nt.Demand("y", "Rails", part_of="w", tags=["land"]),
    nt.Demand("z", "Roads", tags=["land"]),
    nt.Demand("v", "Visas"),
)
SAID: Sequence[str] = ("a proposes x", "b accepts x", "a rejects y", "m proposes z")

Said = str | nt.Statement


def talks(
    *rounds: Sequence[Said],
    demands: Sequence[nt.Demand] = DEMANDS,
    parties: Sequence[nt.Party] = PARTIES,
) -> Negotiation:
    """Give a record of rounds r1, r2 and so on, a month each, by what was said in them."""
    return Negotiation(
        "Harbour talks",
        parties=parties,
        demands=demands,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


TALKS = talks(SAID)


def many(parties: int, demands: int = 3, name: str = "Party") -> Negotiation:
    """Give a record in which the first party proposes everything."""
    return talks(
        [f"p1 proposes d{number}" for number in range(1, demands + 1)],
        parties=[nt.Party(f"p{number}", f"{name} {number}") for number in range(1, parties + 1)],
        demands=[nt.Demand(f"d{number}", f"Demand number {number}") for number in range(1, demands + 1)],
    )


MARKED = Negotiation(
    "Pay talks",
    parties=[nt.Party(f"p{number}", f"Party {number}") for number in range(1, 9)],
    demands=[nt.Demand(f"d{number}", f"Demand number {number}") for number in range(1, 4)],
    rounds=[
        nt.Round("r1", "2026-01", statements=["p2 proposes d2"]),
        nt.Round(
            "r2",
            "2026-02",
            statements=[
                nt.Statement(
                    "p1, p2, p3, p4, p5, p6, p7 and p8 provisionally accept d1 if d2", red_line=True
                ),
                nt.Statement("p2 rejects d1", according_to="p1"),
                "p4 rejects d3",
            ],
        ),
    ],
)
"""A record whose cells have many marks."""


def shown(view: View, width: int | None = None, glyphs: Glyphs = UNICODE) -> list[str]:
    """Give the lines of a view as text."""
    return [plain(one) for one in view.lines(width, glyphs)]


def body(view: View, width: int | None = None) -> list[str]:
    """Give the lines of a table: those after the heading, up to the next blank line."""
    lines = shown(view, width)
    start = lines.index("") + 1
    return lines[start : lines.index("", start)]


def below(view: View, width: int | None = None) -> list[str]:
    """Give the lines below a table of one window."""
    lines = shown(view, width)
    return lines[lines.index("", lines.index("") + 1) + 1 :]


# What is shown


def test_whole_matrix_has_all_that_was_spoken_of() -> None:
    """Everybody who has spoken has a column, everything spoken of a row; the rest is named below."""
    assert body(matrix(TALKS.now)) == [
        "             Arland      Borland    Marland (mediator)  outcome",
        "1   Treaty                                              pending   1 of 2 parts agreed",
        "1.1   Ports  » proposes  ✓ accepts                      agreed",
        "1.2   Rails  X rejects                                  rejected",
        "2   Roads    . silent    . silent   » proposes          pending",
    ]
    assert below(matrix(TALKS.now)) == [
        "1 of 3 agreed, 1 rejected, 1 pending; 1 unraised",
        "Silent throughout: Osland (observer).",
        "Unraised: 3 Visas.",
    ]


def test_parties_that_are_asked_for_have_columns() -> None:
    """Only parties that are asked for are shown, silent ones included, and what is hidden is counted."""
    view = matrix(TALKS.now, parties=["o", "a"])
    assert body(view)[0] == "             Arland      Osland (observer)  outcome"
    assert below(view)[1:] == ["Shown: 5 of 5 demands, 2 of 4 parties.", "Unraised: 3 Visas."]


def test_demands_that_are_asked_for_come_with_their_parts() -> None:
    """A whole that is asked for is shown with its parts, once each, also where a part is asked for as well."""
    view = matrix(TALKS.now, demands=["x", "w"])
    assert [row.split()[0] for row in body(view)[1:]] == ["1", "1.1", "1.2"]
    assert below(view)[1] == "Shown: 3 of 5 demands, 3 of 4 parties."


def test_demands_are_chosen_by_tag() -> None:
    """Demands with one of the tags are shown."""
    assert [row.split()[0] for row in body(matrix(TALKS.now, tags=["land"]))[1:]] == ["1.2", "2"]


def test_demands_are_chosen_by_outcome() -> None:
    """Demands with one of the outcomes are shown; the outcomes may be given as words."""
    view = matrix(TALKS.now, outcomes=["pending", "agreed", "pending"])
    assert [row.split()[0] for row in body(view)[1:]] == ["1", "1.1", "2"]
    assert view.outcomes == (nt.Outcome.PENDING, nt.Outcome.AGREED)


def test_what_is_asked_for_has_to_be_met_together() -> None:
    """Party, demand, tag and outcome narrow what is shown, each further."""
    view = matrix(TALKS.now, parties=["a"], demands=["w"], tags=["land", "sea"], outcomes=["rejected"])
    assert body(view) == [
        "             Arland     outcome",
        "1.2   Rails  X rejects  rejected",
    ]
    assert below(view)[1:] == ["Shown: 1 of 5 demands, 1 of 4 parties."]


def test_nothing_that_is_asked_for_is_counted_as_nothing() -> None:
    """Where no demand meets everything that is asked for there is no table, but the counts are there."""
    lines = shown(matrix(TALKS.now, tags=["sea"], outcomes=["rejected"]))
    assert lines[2:7] == [
        "",
        "No demand is as asked for.",
        "",
        "1 of 3 agreed, 1 rejected, 1 pending; 1 unraised",
        "Shown: 0 of 5 demands, 3 of 4 parties.",
    ]


@pytest.mark.parametrize(
    ("option", "value", "error", "words"),
    [
        ("parties", "q", nt.NoSuchParty, "no party `q`; there are a, b, m, o"),
        ("demands", "q", nt.NoSuchDemand, "no demand `q`; there are w, x, y, z, v"),
        ("tags", "lamd", nt.NoSuchTag, "no tag `lamd`; did you mean `land`?"),
        ("outcomes", "open", ValueError, "open"),
    ],
)
def test_what_is_not_there_cannot_be_asked_for(
    option: str, value: str, error: type[Exception], words: str
) -> None:
    """A party, demand or tag that is not there is an error, and so is an outcome that is none."""
    with pytest.raises(error, match=re.escape(words)):
        Matrix(TALKS.now, **{option: [value]})  # type: ignore[arg-type]  # one option of four


def test_matrix_is_of_a_state() -> None:
    """The whole negotiation is no state; the message says how to come to one."""
    with pytest.raises(TypeError, match=r"a matrix shows a state, such as `\.now` or `\.at\(\.\.\.\)`"):
        matrix(TALKS)  # type: ignore[arg-type]  # the slip that is tested


def test_without_rounds_there_is_a_heading_alone() -> None:
    """A record without rounds has a title, says so, and has no table."""
    assert shown(matrix(Negotiation("Talks").now)) == ["Talks", "No rounds yet.", ""]


def test_before_anything_is_said_nothing_is_on_the_table() -> None:
    """Where there are rounds, and nobody has spoken yet, this is said."""
    assert shown(matrix(TALKS.at("start")))[1:] == [
        "Before the first round",
        "",
        "Nothing is on the table yet.",
        "",
        "Nobody has said anything so far.",
        "Unraised: 1 Treaty, 1.1 Ports, 1.2 Rails, 2 Roads, 3 Visas.",
    ]


def test_transposed_matrix_has_a_key() -> None:
    """Transposed, the parties have the rows, and what the numbers of the columns mean stands in a key."""
    assert shown(matrix(TALKS.now, transposed=True))[3:13] == [
        "                    1  1.1         1.2        2",
        "Arland                 » proposes  X rejects  . silent",
        "Borland                ✓ accepts              . silent",
        "Marland (mediator)                            » proposes",
        "",
        "             outcome",
        "1   Treaty   pending   1 of 2 parts agreed",
        "1.1   Ports  agreed",
        "1.2   Rails  rejected  Arland refuses",
        "2   Roads    pending   Arland and Borland silent",
    ]


def test_list_tells_each_demand_in_sentences() -> None:
    """As a list each demand is a sentence, with one below for each stance."""
    assert body(matrix(TALKS.now, as_list=True)) == [
        "1 Treaty: pending, 1 of 2 parts agreed.",
        "  1.1 Ports: agreed.",
        "    Arland proposes.",
        "    Borland accepts.",
        "  1.2 Rails: rejected.",
        "    Arland rejects.",
        "2 Roads: pending.",
        "  Arland and Borland silent.",
        "  Marland proposes.",
    ]


def test_list_says_what_a_condition_does() -> None:
    """A list has no symbols and needs no legend but for conditions."""
    found = talks(["a accepts x if y and z"])
    assert below(matrix(found.now, as_list=True))[-1] == ("if 1.2 and 2: counts once 1.2 and 2 are agreed")


def test_narrow_window_gets_a_list() -> None:
    """Below 40 columns there is no room for a table: it is told in sentences."""
    assert body(matrix(TALKS.now), 39) == body(matrix(TALKS.now, as_list=True), 39)
    assert body(matrix(TALKS.now), 40) != body(matrix(TALKS.now, as_list=True), 40)


def test_left_out_words_stand_below() -> None:
    """What is left out is told below the table."""
    assert below(matrix(talks(["q accepts x", "a proposes x"]).now))[-1] == (
        "Left out: q accepts x (r1): there is no party `q`."
    )


def test_grid_has_heads_and_a_reason() -> None:
    """Cell by cell the table has the number, the title, what each party says, the outcome and the reason."""
    heads, whole, *_ = matrix(TALKS.now, parties=["a", "m"]).grid()
    assert list(heads) == ["", "demand", "Arland", "Marland (mediator)", "outcome", "reason"]
    assert list(whole) == ["1", "Treaty", "", "", "pending", "1 of 2 parts agreed"]


def test_amended_demand_names_its_text() -> None:
    """A demand that was amended has the number of its text behind the title."""
    assert body(matrix(talks(["a proposes x", "b amends x"]).now))[2] == (
        "1.1   Ports (text 2) (» proposes)  ^ amends  pending"
    )


# How it fits the window


def test_window_that_is_wide_has_words() -> None:
    """Where there is room the cells have words, and the heads roles."""
    assert body(matrix(TALKS.now), 100) == body(matrix(TALKS.now))


def test_roles_give_way_first() -> None:
    """Where words have room without the roles in the heads, the roles go."""
    assert body(matrix(TALKS.now), 80)[:2] == [
        "             Arland      Borland    Marland     outcome",
        "1   Treaty                                      pending   1 of 2 parts agreed",
    ]


def test_words_give_way_to_symbols_and_reasons() -> None:
    """Where words have no room there are symbols under stairs of names, and a reason at the end of a row."""
    assert body(matrix(TALKS.now), 60) == [
        "             Arland",
        "             │  Borland",
        "             │  │  Marland (mediator)",
        "             │  │  │  outcome",
        "1   Treaty            pending   1 of 2 parts agreed",
        "1.1   Ports  »  ✓     agreed",
        "1.2   Rails  X        rejected  Arland refuses",
        "2   Roads    .  .  »  pending   Arland and Borland silent",
    ]


def test_reasons_give_way_to_sentences_below() -> None:
    """Where reasons have no room in the rows they stand below, a party a sentence."""
    assert body(matrix(TALKS.now), 40)[-1] == "2   Roads    .  .  »  pending"
    assert below(matrix(TALKS.now), 40)[2:5] == [
        "By their parts: 1 (1 of 2 parts agreed).",
        "Arland refuses 1.2; silent on 2.",
        "Borland silent on 2.",
    ]


def test_reasons_below_are_of_the_parties_that_are_shown() -> None:
    """Where parties were chosen only they are said to stand in the way."""
    lines = below(matrix(many(12).now, parties=["p2", "p3"]), 40)
    assert [one for one in lines if one.startswith("Party")] == [
        "Party 2 silent on 1, 2 and 3.",
        "Party 3 silent on 1, 2 and 3.",
    ]


def test_reasons_below_say_what_was_replaced() -> None:
    """Where reasons stand below, so does which demand replaced which."""
    demands = [nt.Demand("x", "Ports"), nt.Demand("y", "Rails", succeeds=["x", "z"]), nt.Demand("z", "Roads")]
    parties = [nt.Party(f"p{number}", f"Party {number}") for number in range(1, 13)]
    everybody = " and ".join(party.id for party in parties)
    found = talks(["p1 proposes x and z", f"{everybody} accept y"], demands=demands, parties=parties)
    assert "Replaced: 1 (by 2), 3 (by 2)." in below(matrix(found.now), 60)


def test_symbols_give_way_to_single_characters() -> None:
    """Where symbols with their marks have no room each column takes two cells; the rows have figures."""
    view = matrix(MARKED.now)
    assert body(view, 60)[-4:] == [
        "                  │ │ │ │ │ │ │ │  outcome",
        "1 Demand number 1 i i i i i i i i  pending   0 of 8 assent",
        "2 Demand number 2 . » . . . . . .  pending   1 of 8 assent",
        "3 Demand number 3       X          rejected  1 refuses",
    ]
    assert "Party 4 refuses 3; silent on 2; assents to 1 if 2." in below(view, 60)


def test_figures_give_way_at_last() -> None:
    """Where there is no room for figures either, the rows end with the outcome."""
    assert body(matrix(MARKED.now), 50)[-1] == "3 Demand number 3       X          rejected"
    assert "Party 4 refuses 3; silent on 2; assents to 1 if 2." in below(matrix(MARKED.now), 50)


def test_columns_come_in_windows() -> None:
    """Where not even characters have room for all parties, they come in several tables, one below the other."""
    lines = shown(matrix(many(12).now), 44)
    assert [one for one in lines if " of 12" in one] == ["Parties 1 to 9 of 12", "Parties 10 to 12 of 12"]


def test_transposed_columns_come_in_windows() -> None:
    """Transposed, demands come in windows, by the order of their columns."""
    lines = shown(matrix(many(3, 40).now, transposed=True), 60)
    heads = [one for one in lines if one.startswith("Demands ")]
    assert (heads[0].split()[:2], heads[-1].split()[-3:]) == (["Demands", "1"], ["40", "of", "40"])


def test_heads_are_cut_to_ids_and_then_to_dots() -> None:
    """Where the name of a party has no room in its head its id stands there, and where that has none, its beginning."""
    short = nt.Party("north", "The United Provinces of the North")
    long = nt.Party("the-united-provinces-of-the-south", "The United Provinces of the South")
    found = talks(["north proposes z"], parties=[short, long], demands=[DEMANDS[3]])
    assert body(matrix(found.now), 40)[:2] == [
        "         north",
        "         │  the-united-provinces-of-th..",
    ]


def test_few_heads_are_not_repeated() -> None:
    """Up to 24 rows the heads stand above alone, above that below as well, in the reverse order."""
    few, lots = body(matrix(many(9, 24).now), 50), body(matrix(many(9, 25).now), 50)
    assert (few[-1].split()[0], lots[-1].strip()) == ("24", "Party 1")
    assert lots[-10:] == lots[9::-1]


def test_words_need_no_heads_below() -> None:
    """A table in words has its heads above alone, however long it is, so that it can be searched line by line."""
    assert body(matrix(many(2, 30).now), 120)[-1].startswith("30 ")


# The legend


def tamed(of: Negotiation) -> Negotiation:
    """Give a record with names and titles that hold no symbols."""
    return evolve(
        of,
        parties=[evolve(party, name="Name") for party in of.parties],
        demands=[evolve(demand, title="Title") for demand in of.demands],
    )


def on_screen(view: Matrix, width: int | None, glyphs: Glyphs) -> tuple[Form, str]:
    """Give what stands in the columns of the parties, without the heads, and in which form."""
    table = view._board.transposed if view.is_transposed else view._board.table
    found = ""
    parts = windows(table, width, glyphs)
    for part in parts:
        first, last = part.numbers + part.titles, part.starts[-1]
        bare = evolve(table, heads=[], rows=[])
        heads = len(list(table_lines(evolve(bare, heads=table.heads), part, width, glyphs)))
        rows = list(table_lines(table, part, width, glyphs))[heads:]
        found += " ".join(plain(one)[first:last] for one in rows)
    return parts[0].form, found


def marks_of(form: Form, text: str) -> set[str]:
    """Give the characters that need an explanation in what stands in the cells; `i` is `if`."""
    match form:
        case Form.CHARACTERS:
            return set(text) - {" "}
        case Form.SYMBOLS:
            return set(text.replace("if", "i")) - {" ", ")"}
        case Form.WORDS:
            return set(re.sub(r"\([a-z]+\)", "", text)) & set("~?\"(!'&*")


def explained(view: Matrix, form: Form, width: int | None, glyphs: Glyphs) -> set[str]:
    """Give the first characters of what the legend explains, `i` being `if`."""
    lines = [plain(one) for one in view.sheet(width, glyphs).legend]
    sentences = ("  ", "if ") if form is Form.WORDS else ("  ", "Not told apart here: ")
    items = [item for one in lines if not one.startswith(sentences) for item in one.split("   ")]
    assert len(set(items)) == len(items)
    return {item[0] for item in items}


@given(
    SMALL.map(tamed),
    st.none() | WIDTHS,
    GLYPHS,
    st.booleans(),
)
def test_legend_explains_what_is_on_the_screen_and_nothing_else(
    drawn: Negotiation,
    width: int | None,
    glyphs: Glyphs,
    transposed: bool,  # noqa: FBT001 - it is drawn
) -> None:
    """Every symbol and mark in a cell is explained once, in every form; what is not there is not explained."""
    view = matrix(drawn.now, transposed=transposed)
    if view.selection.raised:
        form, text = on_screen(view, width, glyphs)
        assert explained(view, form, width, glyphs) == marks_of(form, text)


# Laws


def states(of: Negotiation) -> Iterator[State]:
    """Give the state before the first round and after each."""
    yield of.at("start")
    yield from (of.at(round_.id) for round_ in of.rounds)


def assert_fits(view: View, width: int) -> None:
    """Check that a view fits a width, and reads alike in colour."""
    for glyphs in (UNICODE, ASCII):
        lines = list(view.lines(width, glyphs))
        texts = [plain(one) for one in lines]
        assert [one for one in texts if cell_len(one) > width] == []
        assert "".join([segment.text for segment in painted(lines)]) == "".join([f"{one}\n" for one in texts])


@given(SMALL, st.integers(28, 130), st.booleans(), st.booleans())
def test_matrix_fits_and_reads_alike_in_colour(
    drawn: Negotiation,
    width: int,
    transposed: bool,  # noqa: FBT001 - it is drawn
    as_list: bool,  # noqa: FBT001 - likewise
) -> None:
    """No line of a matrix is wider than the window, and colour adds no character."""
    for state in states(drawn):
        assert_fits(matrix(state, transposed=transposed, as_list=as_list), width)


@given(SMALL.map(tamed), st.none() | WIDTHS, st.booleans())
def test_ascii_stays_ascii(
    drawn: Negotiation,
    width: int | None,
    transposed: bool,  # noqa: FBT001 - it is drawn
) -> None:
    """The matrix of a record in ASCII is drawn in ASCII where that is asked for."""
    plainly = evolve(
        drawn, title="Talks", rounds=[evolve(one, title=None, place=None) for one in drawn.rounds]
    )
    assert "\n".join(shown(matrix(plainly.now, transposed=transposed), width, ASCII)).isascii()


@given(SMALL)
def test_counts_add_up(drawn: Negotiation) -> None:
    """Each demand has a row or is unraised, and the counts are of those with an outcome of their own."""
    for state in states(drawn):
        view = matrix(state)
        chosen = view.selection
        assert len(chosen.raised) + len(state.unraised) == len(state.demands)
        told = [*chosen.columns, *chosen.silent, *chosen.unjoined]
        assert {party.id for party in told} == {party.id for party in state.parties}
        outcomes = (state.agreed, state.rejected, state.pending, state.withdrawn, state.unraised)
        assert sum(map(len, outcomes)) == len(state.demands)
        assert state.counts.total <= len(state.agreed) + len(state.rejected) + len(state.pending)


@given(SMALL, st.data())
def test_what_is_asked_for_is_shown(drawn: Negotiation, data: st.DataObject) -> None:
    """A choice shows rows and columns of the whole matrix, in its order, as many as it says."""
    state = drawn.now
    ids = [party.id for party in state.parties]
    parties = data.draw(st.lists(st.sampled_from(ids)) if ids else st.just([]))
    outcomes = data.draw(st.lists(st.sampled_from(nt.Outcome)))
    view, whole = matrix(state, parties=parties, outcomes=outcomes), matrix(state).selection
    assert view.selection.raised == [
        entry for entry in whole.raised if not outcomes or state.outcome(entry.demand.id) in outcomes
    ]
    assert [party.id for party in view.selection.columns] == (
        [one for one in ids if one in parties] if parties else [party.id for party in whole.columns]
    )
    is_counted = any(one.startswith("Shown: ") for one in shown(view))
    assert is_counted == bool(parties or outcomes)


NAMES = {
    "Armenian": "\u0540\u0561\u0575\u0561\u057d\u057f\u0561\u0576\u056b",
    "Cyrillic": "\u0420\u043e\u0441\u0441\u0438\u0439\u0441\u043a\u0430\u044f",
    "Chinese": "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd",
    "Arabic": "\u0627\u0644\u0639\u0631\u0628\u064a\u0651\u0629",
    "combining": "E\u0301tat\u0308s",
    "sixty": "Organisation for Security and Co-operation in the Caucasus!!",
    "hundred": "x" * 100,
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("parties", [1, 3, 30])
@pytest.mark.parametrize("demands", [0, 1, 5])
def test_any_name_fits(name: str, parties: int, demands: int) -> None:
    """Names of any script and length, of one party and of many, fit every window, and are there in full as a text."""
    found = talks(
        [f"p{number} proposes d{number % demands}" for number in range(parties) if demands],
        parties=[nt.Party(f"p{number}", f"{name} {number}") for number in range(parties)],
        demands=[nt.Demand(f"d{number}", f"{name} {number}") for number in range(demands)],
    )
    for width in (40, 60, 80, 120):
        for transposed, as_list in ((False, False), (True, False), (False, True)):
            view = matrix(found.now, transposed=transposed, as_list=as_list)
            assert_fits(view, width)
            assert all(f"{name} {number}" in str(view) for number in range(min(parties, demands)))


@pytest.mark.parametrize("transposed", [False, True])
def test_hundreds_of_demands_are_all_there(*, transposed: bool) -> None:
    """Of 400 demands each has a row of its own, or a column."""
    view = matrix(many(3, 400).now, transposed=transposed)
    assert_fits(view, 60)
    rows = [one.split() for one in shown(view, 60) if "Demand number" in one]
    assert [one[0] for one in rows] == [str(number) for number in range(1, 401)]


def test_deep_parts_fit() -> None:
    """Parts of parts of parts, whose numbers are long, fit as well."""
    chain = [
        nt.Demand(f"d{number}", f"Demand number {number}", part_of=f"d{number - 1}" if number else None)
        for number in range(12)
    ]
    found = talks(["a and b propose d11"], demands=chain)
    for width in (60, 80):
        assert_fits(matrix(found.now), width)


def test_an_account_of_an_unraised_demand_is_told_below() -> None:
    """A demand that is only reported to have been spoken of has no row, and what is reported is not lost."""
    found = talks([nt.Statement("a rejects v", according_to="b")])
    assert "Of 3 Visas: by Borland's account Arland rejects it." in str(matrix(found.now)).splitlines()


NINE = [nt.Demand(f"n{number}", f"Number {number}") for number in range(1, 10)]


def test_few_unraised_demands_are_named_below() -> None:
    """Up to eight demands that nobody spoke of are named by number and title."""
    lines = str(matrix(talks(["a proposes x"], demands=[*DEMANDS[:2], *NINE[:8]]).now)).splitlines()
    assert f"Unraised: {', '.join(f'{number + 1} Number {number}' for number in range(1, 9))}." in lines


def test_many_unraised_demands_are_counted_below() -> None:
    """More of them are told by how many they are, and how to see which."""
    lines = str(matrix(talks(["a proposes x"], demands=[*DEMANDS[:2], *NINE]).now)).splitlines()
    assert [one for one in lines if one.startswith("Unraised")] == [
        "Unraised: 9 demands; `--outcome unraised` lists them."
    ]


def test_many_unraised_demands_are_named_where_they_are_asked_for() -> None:
    """Whoever asks for what is unraised gets it by number and title, however many they are."""
    found = talks(["a proposes x"], demands=[*DEMANDS[:2], *NINE])
    lines = str(matrix(found.now, outcomes=["unraised"])).splitlines()
    assert f"Unraised: {', '.join(f'{number + 1} Number {number}' for number in range(1, 10))}." in lines


LATE = [*PARTIES, nt.Party("l", "Lateland", role="other", joins="r2")]


def test_who_has_not_joined_yet_is_not_called_silent() -> None:
    """A party without a column that joins later is named apart from those that were there and said nothing."""
    lines = str(matrix(talks(SAID, [], parties=LATE).at("r1"))).splitlines()
    start = lines.index("Silent so far: Osland (observer).")
    assert lines[start + 1] == "Not joined yet: Lateland (other)."


def test_who_has_joined_and_said_nothing_is_silent() -> None:
    """From the round in which it joins such a party is silent like any other, and so it is once it has left."""
    parties = [*LATE, nt.Party("g", "Goneland", role="other", leaves="r2")]
    lines = str(matrix(talks(SAID, [], parties=parties).now)).splitlines()
    assert "Silent throughout: Osland (observer), Lateland (other), Goneland (other)." in lines


def test_a_party_that_decides_has_a_column() -> None:
    """Who has said nothing and yet is waited for is shown, whatever its role."""
    found = talks(["a accepts k"], demands=[nt.Demand("k", "Kay", between=["a", "o"])])
    assert str(matrix(found.now)).splitlines()[3:5] == [
        "       Arland     Borland  Osland (observer)  outcome",
        "1 Kay  ✓ accepts           . silent           pending",
    ]


def test_a_stranger_that_decides_is_named_at_the_end_of_the_row() -> None:
    """Where a party that is waited for can have no column, the reason names it."""
    found = talks(["a accepts k"], demands=[nt.Demand("k", "Kay", between=["a", "ghost"])])
    assert str(matrix(found.now)).splitlines()[4].endswith("pending  ghost silent")


def test_a_demand_that_nobody_decides_says_so() -> None:
    """It stays pending whoever assents, and the row says why, in words and in figures."""
    found = talks(["a accepts k"], demands=[nt.Demand("k", "Kay", between=[])])
    assert str(matrix(found.now)).splitlines()[4].endswith("pending  nobody decides")
    assert "  Nobody decides it." in str(matrix(found.now, as_list=True)).splitlines()


def test_a_heads_id_is_explained_where_the_name_has_no_room() -> None:
    """A head that became an id is named in the legend."""
    parties = [nt.Party(f"p{number}", f"Party number {number} of many") for number in range(8)]
    found = talks(["p0, p1, p2, p3, p4, p5, p6 and p7 accept v"], parties=parties)
    shown = [plain(line) for line in matrix(found.now).lines(50)]
    assert "p7: Party number 7 of many" in shown


def test_parties_of_one_name_are_told_apart() -> None:
    """Where two parties have the same name, their ids stand beside it."""
    found = talks(["a rejects v"], parties=[nt.Party("a", "Same"), nt.Party("b", "Same")])
    assert str(matrix(found.now)).splitlines()[3].split() == ["Same", "[a]", "Same", "[b]", "outcome"]


def test_several_accounts_that_differ_are_all_shown() -> None:
    """What each giver says of a silent party stands between the quotation marks, the latest first."""
    found = talks(
        [
            nt.Statement("a accepts v", according_to="b"),
            nt.Statement("a rejects v", according_to="m"),
            "b proposes v",
        ]
    )
    assert '"X rejects, ✓ accepts"' in str(matrix(found.now))


def test_a_red_line_is_told_of_what_lapsed() -> None:
    """That a lapsed word was called a red line is not lost."""
    found = talks(
        [nt.Statement("a rejects v", red_line=True)], [nt.Statement("b amends v", text="Other visas")]
    )
    assert "(X rejects)!" in str(matrix(found.now))
    assert "Arland lapsed (rejects, text 1, a red line)." in str(matrix(found.now, as_list=True))


def test_unraised_demands_that_are_asked_for_are_named() -> None:
    """A demand without a row is not hidden where it is asked for."""
    found = talks(SAID)
    assert "Unraised: 3 Visas." in str(matrix(found.now, outcomes=["unraised"])).splitlines()
    assert "Unraised: 3 Visas." in str(matrix(found.now, demands=["v"])).splitlines()


def test_numbers_give_way_to_titles_in_a_deep_tree() -> None:
    """Where the numbers would take the room, they stand before the titles and wrap with them."""
    chain = [
        nt.Demand("d0", "Zero"),
        *(nt.Demand(f"d{n}", f"Part {n}", part_of=f"d{n - 1}") for n in range(1, 30)),
    ]
    found = talks(["a accepts d29"], demands=chain)
    assert all(cell_len(plain(line)) <= 60 for line in matrix(found.now).lines(60))


def test_what_is_out_of_reach_says_so() -> None:
    """A demand that needs more assents than there are parties to give them says so in every form."""
    found = talks(["a and b accept k"], demands=[nt.Demand("k", "Kay", decision=nt.Decision(5))])
    assert str(matrix(found.now)).splitlines()[4].endswith("pending  needs 5 assents of 2")
    assert "  needs 5 assents of 2." in str(matrix(found.now, as_list=True)).splitlines()
    many_demands = [
        nt.Demand(f"k{n}", "A title that takes its room and more", decision=nt.Decision(5)) for n in range(3)
    ]
    narrow = talks(["a and b accept k0, k1 and k2"], demands=many_demands)
    shown = [plain(line) for line in matrix(narrow.now).lines(40)]
    assert any(line.startswith("Out of reach: 1 (needs 5 assents of 2)") for line in shown)


def test_a_condition_that_is_no_demand_is_not_explained_as_one() -> None:
    """The legend explains conditions that can be met, and those that are not met yet before others."""
    found = talks(["a accepts x if nope", "b accepts x if z"])
    assert "if 2: counts once 2 is agreed" in str(matrix(found.now)).splitlines()
    assert "counts once" not in str(matrix(talks(["a accepts x if nope"]).now))


def test_figures_say_what_is_out_of_reach() -> None:
    """Where cells are single characters, the figures still say that a demand needs more assents than there are."""
    found = talks(["a accepts k"], demands=[nt.Demand("k", "Kay", decision=nt.Decision(30))])
    assert Reasons.of(found.now).in_figures(found.now.standing("k")) == "needs 30 assents of 2"
