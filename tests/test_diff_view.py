"""The view of a diff: what moved, who moved it, how much is unchanged, and how it fits the window."""

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

import negotrack as nt
from command import call
from command_line import formats
from negotrack.testing import negotiations
from negotrack.views.diff import DiffView
from negotrack.views.lines import plain
from negotrack.views.markdown import markdown
from negotrack.views.paint import painted
from negotrack.views.steps import Steps
from negotrack.views.theme import ASCII, UNICODE

Said = str | nt.Statement

SMALL = negotiations(parties=(0, 4), demands=(0, 4), rounds=(0, 4), broken=st.booleans())

PARTIES = (nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("c", "Cerland"))
UNION = (*PARTIES, nt.Party("u", "Union", members=["a", "b"]))
DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"), nt.Demand("z", "Roads"))


def talks(
    *rounds: Sequence[Said],
    parties: Sequence[nt.Party] = PARTIES,
    demands: Sequence[nt.Demand] = DEMANDS,
    sources: Sequence[nt.Source] = (),
) -> nt.Negotiation:
    """Give a negotiation in which this was said in the rounds r1, r2 and so on, a month each."""
    return nt.Negotiation(
        "Talks",
        parties=parties,
        demands=demands,
        sources=sources,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def lines(
    diff: nt.Diff, width: int | None = None, *, sources: Mapping[str, nt.Source] | None = None
) -> list[str]:
    """Give the lines of a diff."""
    return [plain(one) for one in DiffView(diff, sources).lines(width)]


def under(head: str, diff: nt.Diff, width: int | None = None) -> list[str]:
    """Give the lines under a head, up to the next blank one, without the blanks in front; none without a head."""
    shown = lines(diff, width)
    if head not in shown:
        return []
    start = shown.index(head) + 1
    ends = [place for place in range(start, len(shown)) if not shown[place]]
    return [one.strip() for one in shown[start : ends[0] if ends else None]]


MOVED = talks(
    ["a proposes x and y", "b rejects x", "c rejects x and y"], ["b and c accept x", "a rejects y"]
).diff()
"""Two moved alike so that one outcome changed, and a third moved without that."""

# What changed


def test_whole_diff_has_heading_outcomes_moves_movers_and_counts() -> None:
    """What is compared comes first, then outcomes with the moves beneath, other moves, who moved, and what did not."""
    assert lines(MOVED) == [
        "Talks",
        "from  round 1: Jan 2026",
        "to    round 2: Feb 2026",
        "before  0 of 2 agreed, 2 rejected, 0 pending; 1 unraised",
        "after   1 of 2 agreed, 1 rejected, 0 pending; 1 unraised",
        "",
        "Settled",
        "  1 Ports  rejected → agreed",
        "        Borland and Cerland  toward    rejects → accepts",
        "",
        "Moved, outcome unchanged",
        "  2 Rails  rejected",
        "        Arland               away      proposes → rejects",
        "",
        "Who moved",
        "  Arland   away on 2",
        "  Borland  toward on 1",
        "  Cerland  toward on 1",
        "",
        "Unchanged: 1 of 2 outcomes, 2 of 5 positions.",
    ]


def test_moves_that_are_the_same_share_a_line() -> None:
    """Parties that moved alike on a demand are named together, others on lines of their own."""
    diff = talks(
        ["a proposes x", "b and c reject x"], ["b accepts x", "c accepts x if y", "a accepts x"]
    ).diff()
    assert under("Reopened", diff)[1:] == [
        "Arland   sideways  proposes → accepts",
        "Borland  toward    rejects → accepts",
        "Cerland  toward    rejects → accepts if 2",
    ]


def test_bloc_is_named_for_its_members() -> None:
    """What a bloc did for itself and its members is one move, of the bloc for those that stood elsewhere."""
    diff = talks(["u and c accept x", "a rejects z"], ["u rejects x and z"], parties=UNION).diff()
    assert [*under("Blocked", diff), *under("First words, outcome unchanged", diff)] == [
        "1 Ports  agreed → rejected",
        "Union and, through it, Arland and Borland  away      accepts → rejects",
        "3 Roads  rejected",
        "Union and, through it, Borland             opening   silent → rejects",
    ]


def test_outcome_names_the_condition_that_was_met() -> None:
    """Where an assent counts since its condition was met, the condition is named, and nobody is said to have moved."""
    diff = talks(["a, b and c accept x if y", "a and b accept y"], ["c accepts y"]).diff()
    assert under("Settled", diff) == [
        "1 Ports  pending → agreed",
        "hangs on 2, changed too",
        "2 Rails  pending → agreed",
        "Cerland  opening   silent → accepts",
    ]


JOINING = talks(
    ["a and b accept x"], ["b accepts y"], parties=(*PARTIES[:2], nt.Party("c", "Cerland", joins="r2"))
)


def test_outcome_that_changed_as_a_party_joined_says_so() -> None:
    """Where only who decides changed, the outcome names who joined or left."""
    assert under("Reopened", JOINING.diff()) == ["1 Ports  agreed → pending", "as Cerland joined"]


LEAVING = talks(
    ["a reserves x", "b accepts x, y", "c rejects x", "c accepts y"],
    ["a accepts x, y"],
    parties=(*PARTIES[:2], nt.Party("c", "Cerland", leaves="r2")),
)


def test_departure_is_named_beside_who_moved() -> None:
    """Where a refusal fell away with its holder and somebody moved, both are told; not where its assent fell away."""
    assert under("Settled", LEAVING.diff()) == [
        "1 Ports  rejected → agreed",
        "Arland  toward    reserves → accepts",
        "as Cerland left",
        "2 Rails  pending → agreed",
        "Arland  opening   silent → accepts",
    ]


def test_departure_looked_at_backwards_is_an_arrival() -> None:
    """A diff that looks backwards names the same party, with the word for the way one looks."""
    assert under("Blocked", LEAVING.diff("r2", "r1"))[-1] == "as Cerland joined"


def test_who_joined_or_left_without_effect_is_not_named() -> None:
    """Of several that left, those are named whose word would make another outcome."""
    leaving = [nt.Party(id_, name, leaves="r2") for id_, name in (("b", "Borland"), ("c", "Cerland"))]
    record = talks(["a and b accept x", "c rejects x"], [], parties=(PARTIES[0], *leaving))
    assert under("Settled", record.diff())[1:] == ["as Cerland left"]


def test_new_demand_is_not_said_to_come_of_a_departure() -> None:
    """What was not on the table before did not come there as somebody left."""
    record = talks([], ["a and c reject x"], parties=(*PARTIES[:2], nt.Party("c", "Cerland", leaves="r2")))
    assert under("Blocked", record.diff())[1:] == [
        "Arland   opening   silent → rejects",
        "Cerland  opening   silent → rejects (not counted: left in round 2)",
    ]


@pytest.mark.parametrize(
    ("before", "after", "word"), [("r1", "r2", "joined"), ("r2", "r1", "left")], ids=["forwards", "backwards"]
)
def test_parties_that_joined_or_left_are_named(before: str, after: str, word: str) -> None:
    """Who is there in one of the rounds only is named, with the word for the way one looks."""
    assert under("Joined or left", JOINING.diff(before, after)) == [f"Cerland  {word}"]


def test_who_only_lapsed_comes_after_who_moved() -> None:
    """Among the moves on a demand those whose position lapsed come last, whatever the order of the dossier."""
    diff = talks(["a and b accept x"], ["b amends x"]).diff()
    assert under("Moved, outcome unchanged", diff)[1:] == [
        "Borland  sideways  accepts (text 1) → amends (text 2)",
        "Arland   lapsed    accepts → lapsed",
    ]


def test_what_lapsed_comes_after_what_moved() -> None:
    """Below a demand those that moved come first, and those whose position lapsed last."""
    diff = talks(["a accepts x", "b amends x"], ["a accepts x"], ["b amends x"]).diff()
    assert under("Moved, outcome unchanged", diff) == [
        "1 Ports  pending",
        "Borland  sideways  amends (text 2) → amends (text 3)",
        "Arland   lapsed    accepts → lapsed",
    ]


def test_outcome_that_is_provisional_or_replaced_says_so() -> None:
    """The sides of an outcome tell what is provisional and what another demand replaced."""
    demands = (DEMANDS[0], nt.Demand("y", "Rails", succeeds=["x"]))
    found = talks(
        ["a, b and c accept x", "a provisionally accepts y"],
        ["b and c provisionally accept y"],
        demands=demands,
    )
    shown = lines(found.diff())
    assert "  2 Rails  pending → provisionally agreed" in shown
    assert shown[shown.index("Replaced") + 1] == "  1 Ports  agreed → agreed, replaced by 2"


def test_what_a_party_did_on_several_demands_is_said_at_once() -> None:
    """Each party has one line, its demands by number, in the order toward, away, sideways, first word, lapsed."""
    diff = talks(
        ["a rejects x", "a accepts y", "b accepts x"],
        ["a accepts x", "a rejects y", "a accepts z", "b amends x"],
    ).diff()
    assert under("Who moved", diff)[0] == "Arland   away on 2; first word on 3; lapsed on 1"


def test_demand_on_which_positions_only_lapsed_is_told() -> None:
    """Looking backwards to a position that had lapsed, and was taken again later, the demand and the step are told.

    Looking forwards nothing lapses alone: whoever amended the text moved.
    """
    diff = talks(["a accepts x", "b amends x"], ["a accepts x"]).diff(2, 1)
    shown = lines(diff)
    assert "  1 Ports  pending" in shown
    assert "        Arland  lapsed    accepts → lapsed" in shown


# Texts and accounts


def test_texts_show_what_was_removed_and_added() -> None:
    """The words of two texts are shown in one line, those removed and added in marks, with who amended it."""
    demands = (nt.Demand("x", "Ports", text="All ports close today."),)
    diff = talks(
        ["a accepts x"], [nt.Statement("b amends x", text="All big ports open today.")], demands=demands
    ).diff()
    assert under("Texts", diff) == [
        "1 Ports  text 1 → text 2",
        "by Borland",
        "All {+big+} ports [-close-] {+open+} today.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("In April. By road.", "In May. By rail.", "In [-April-] {+May+}. By [-road-] {+rail+}."),
        ("Is it open?!", "Is it shut?!", "Is it [-open-] {+shut+}?!"),
        ("Ports close.", "Ports open!", "Ports [-close.-] {+open!+}"),
        ("Ports close.", "Ports close...", "Ports [-close.-] {+close...+}"),
        ("Ports close now.", "Ports close.", "Ports [-close now-] {+close+}."),
        ("Ports close .", "Ports open .", "Ports [-close-] {+open+} ."),
        ("Ports close.", "Ports close. Roads open.", "Ports close. {+Roads open.+}"),
    ],
)
def test_signs_that_stayed_stand_outside_the_marks(old: str, new: str, shown: str) -> None:
    """What ends a sentence did not change where the word before it did; another sign, or more of them, did."""
    demands = (nt.Demand("x", "Ports", text=old),)
    diff = talks(["a accepts x"], [nt.Statement("b amends x", text=new)], demands=demands).diff()
    assert under("Texts", diff)[-1] == shown


def numbered(letter: str, count: int) -> str:
    """Give so many words: w1 w2 w3."""
    return " ".join(f"{letter}{number}" for number in range(1, count + 1))


def test_long_stretches_that_were_kept_are_cut() -> None:
    """Of long stretches that were kept eight words are shown on each side of a change, with dots for the rest."""
    old = f"{numbered('u', 20)} old {numbered('v', 20)} end {numbered('w', 20)}"
    new = old.replace("old", "new").replace("end", "stop")
    diff = talks(
        ["a accepts x"],
        [nt.Statement("b amends x", text=new)],
        demands=(nt.Demand("x", "Ports", text=old),),
    ).diff()
    assert under("Texts", diff)[2] == (
        "... u13 u14 u15 u16 u17 u18 u19 u20 [-old-] {+new+} v1 v2 v3 v4 v5 v6 v7 v8 ... "
        "v13 v14 v15 v16 v17 v18 v19 v20 [-end-] {+stop+} w1 w2 w3 w4 w5 w6 w7 w8 ..."
    )


@pytest.mark.parametrize(("kept", "is_cut"), [(17, False), (18, True)])
def test_dots_stand_for_two_words_or_more(kept: int, *, is_cut: bool) -> None:
    """A stretch between two changes is cut only where dots take the place of more than one word."""
    old = f"old {numbered('v', kept)} end"
    diff = talks(
        ["a accepts x"],
        [nt.Statement("b amends x", text=f"new {numbered('v', kept)} stop")],
        demands=(nt.Demand("x", "Ports", text=old),),
    ).diff()
    assert ("..." in under("Texts", diff)[2]) is is_cut


def test_text_that_is_not_recorded_says_so() -> None:
    """Where the words of one of the texts are not recorded, this is said in their place."""
    assert under("Texts", talks(["a accepts x"], ["b and c amend x"]).diff()) == [
        "1 Ports  text 1 → text 2",
        "by Borland and Cerland",
        "the words of a text are not recorded",
    ]


def test_accounts_that_were_given_say_by_whom() -> None:
    """A cell that is reported or disputed is told with the account that makes it so."""
    diff = talks(
        ["b accepts x"],
        [
            nt.Statement("c accepts x", according_to="a"),
            nt.Statement("b rejects x", according_to="c"),
        ],
    ).diff()
    assert under("Accounts", diff) == [
        "1 Ports",
        "Borland's position is disputed: by Cerland's account Borland rejects it",
        "Cerland's position is reported: by Arland's account Cerland accepts it",
    ]


def test_account_that_is_closed_says_no_longer() -> None:
    """A cell whose party spoke for itself as it was reported to is reported no longer."""
    diff = talks([nt.Statement("c accepts x", according_to="a")], ["c accepts x"]).diff()
    assert under("Accounts", diff) == ["1 Ports", "Cerland's position is reported no longer"]


def test_long_name_pads_no_other_without_a_width() -> None:
    """In a pipe, too, the moves of a bloc with a long name are told in a sentence, and others stand in columns."""
    name = "Union of all the large and all the small ports"
    parties = (nt.Party("u", name, members=["a"]), *PARTIES)
    record = nt.Negotiation(
        "Talks",
        parties=parties,
        demands=DEMANDS,
        rounds=[nt.Round("r1", "2026", statements=["u proposes x", "b rejects x"])],
    )
    assert under("Blocked", record.diff()) == [
        "1 Ports  unraised → rejected",
        f"{name} and, through it, Arland: opening, silent → proposes",
        "Borland  opening   silent → rejects",
    ]


# Backwards, and nothing


def test_backwards_what_was_not_yet_said_has_its_own_words() -> None:
    """Looking backwards, words are not yet said and demands no longer raised."""
    diff = talks(["c accepts x", "a rejects z"]).diff(-1, "start")
    assert lines(diff)[1:] == [
        "from  round 1: Jan 2026",
        "to    before the first round",
        "before  0 of 2 agreed, 1 rejected, 1 pending; 1 unraised",
        "after   0 of 0 agreed, 0 rejected, 0 pending; 3 unraised",
        "",
        "No longer raised",
        "  1 Ports  pending → unraised",
        "        Cerland  unsaid    accepts → silent",
        "  3 Roads  rejected → unraised",
        "        Arland   unsaid    rejects → silent",
        "",
        "Who moved",
        "  Arland   no word yet on 3",
        "  Cerland  no word yet on 1",
        "",
        "Unchanged: 0 of 2 outcomes, 0 of 2 positions.",
    ]


def test_backwards_texts_are_told_from_the_newer_to_the_older() -> None:
    """Looking backwards the numbers of the texts are turned round; the words stay those of the older and the newer."""
    demands = (nt.Demand("x", "Ports", text="Ports close."),)
    found = talks(["a accepts x"], [nt.Statement("b amends x", text="Ports open.")], demands=demands)
    assert under("Texts", found.diff(2, 1)) == [
        "1 Ports  text 2 → text 1",
        "by Borland",
        "Ports [-close-] {+open+}.",
    ]


QUIET = nt.Negotiation(
    "Talks",
    parties=PARTIES,
    demands=DEMANDS,
    rounds=[
        nt.Round("r1", "2026-01", statements=["a accepts x"]),
        nt.Round("r2", "2026-02", statements=["a accepts x"]),
        nt.Round("r3", "2026-03", statements=["a accepts x"], claims=[nt.Claim("x", "agreed")]),
        nt.Round("r4", "2026-04", claims=[nt.Claim("x", "agreed"), nt.Claim("y", "pending")]),
        nt.Round("r5", "2026-05"),
        nt.Round("r6", "2026-06"),
    ],
)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (1, 2, "Nothing changed; 1 statement recorded."),
        (2, 3, "Nothing changed; 1 statement and 1 claim recorded."),
        (3, 4, "Nothing changed; 2 claims recorded."),
        (1, 6, "Nothing changed; 2 statements and 3 claims recorded."),
        (4, 5, "Nothing was recorded in that round."),
        (4, 6, "Nothing was recorded in those rounds."),
        (6, 4, "Nothing was recorded in those rounds."),
        (2, 2, "Nothing changed: it is the same round."),
    ],
)
def test_where_nothing_changed_it_says_why(before: int, after: int, words: str) -> None:
    """An empty diff says what was recorded all the same, or that nothing was, or that it is one round."""
    assert lines(QUIET.diff(before, after))[5:] == [
        "",
        words,
        "Unchanged: 1 of 1 outcome, 1 of 1 position.",
    ]


def test_without_rounds_there_is_nothing_to_compare() -> None:
    """A record without rounds has none to compare, and no counts."""
    assert lines(nt.Negotiation("Talks").diff())[3:] == ["", "No rounds yet."]


def test_unraised_demands_are_not_counted_as_unchanged() -> None:
    """Outcomes and positions are counted only where there are any in one of the two rounds."""
    assert lines(QUIET.diff("start", 1))[-1] == "Unchanged: 0 of 1 outcome, 0 of 1 position."
    assert "Unchanged" not in str(DiffView(QUIET.diff("start", "start")))


# Where it is written

CITED = talks(
    ["a proposes x"],
    [
        nt.Statement("b accepts x", source="m", locator="p. 2"),
        "c accepts x",
        nt.Statement("a rejects y", source="nope"),
        nt.Statement("b amends z", source=["m", "nope"]),
        nt.Statement("c rejects z", according_to="a", source="m"),
    ],
    sources=[nt.Source("m", "Minutes", tier="official")],
)
WRITTEN = {one.id: one for one in CITED.sources}


def after(words: str, shown: Sequence[str], count: int = 1) -> list[str]:
    """Give the lines after the one that ends so."""
    (place,) = (place for place, one in enumerate(shown) if one.endswith(words))
    return [one.strip() for one in shown[place + 1 : place + 1 + count]]


def test_changes_of_outcomes_say_where_they_are_written() -> None:
    """With sources each change has what was said, with its source and the place in it, or that it has none."""
    shown = lines(CITED.diff(), sources=WRITTEN)
    assert after("silent → accepts", shown, 2) == [
        "b accepts x: [m] Minutes (official), p. 2",
        "c accepts x: no source",
    ]


def test_source_that_is_not_there_is_named() -> None:
    """A source that is cited and not there is named all the same."""
    shown = lines(CITED.diff(), sources=WRITTEN)
    assert after("silent → rejects", shown) == ["a rejects y: [nope] no such source"]


def test_texts_and_accounts_say_where_they_are_written() -> None:
    """So do texts, with the amendment, and accounts, with the statement that gave them."""
    shown = lines(CITED.diff(), sources=WRITTEN)
    assert after("not recorded", shown) == ["b amends z: [m] Minutes (official); [nope] no such source"]
    assert after("account Cerland rejects it", shown) == [
        "c rejects z, according to Arland: [m] Minutes (official)"
    ]


def test_moves_beneath_an_outcome_that_stayed_say_where_they_are_written() -> None:
    """So do moves by which no outcome changed; what moved several positions at once is said once."""
    found = talks(["a and b reject x"], ["a and b defer x", "c rejects x"])
    shown = lines(found.diff(), sources={})
    assert "Moved, outcome unchanged" in shown
    assert [one.strip() for one in shown if "no source" in one] == [
        "a and b defer x: no source",
        "c rejects x: no source",
    ]


def test_without_sources_nothing_is_cited() -> None:
    """Unless it is asked for, no statement is quoted."""
    assert not [one for one in lines(CITED.diff()) if "Minutes" in one or "b accepts x" in one]


# How it fits the window


def test_wide_window_has_columns() -> None:
    """Where there is room a diff is laid out as without a window."""
    assert lines(MOVED, 80) == lines(MOVED)


def test_narrow_window_has_results_on_lines_of_their_own() -> None:
    """Where there is no room beside the titles, outcomes stand below them, and moves are sentences."""
    assert under("Settled", MOVED, 40) == [
        "1 Ports",
        "rejected → agreed",
        "Borland and Cerland: toward,",
        "rejects → accepts",
    ]


def test_long_titles_wrap_beside_their_outcomes() -> None:
    """A title that has no room in a line goes on below, and the outcome stands on its first line."""
    demands = (nt.Demand("x", "Withdrawal of all forces to the lines of the first of January of that year"),)
    diff = talks(["a rejects x"], ["a accepts x"], demands=demands).diff()
    shown = lines(diff, 70)
    assert shown[shown.index("Reopened") + 1 : shown.index("Reopened") + 3] == [
        "  1 Withdrawal of all forces to the lines of the    rejected → pending",
        "    first of January of that year",
    ]


def test_long_names_are_told_in_sentences_and_others_in_columns() -> None:
    """In a window, who has a name of more than a third of it is told of in a sentence; others keep their columns."""
    parties = (nt.Party("a", "The United Provinces of the Northern Sea"), *PARTIES[1:])
    diff = talks(
        ["a and b reject x"], ["a and b accept x"], ["a rejects x", "b accepts x if y"], parties=parties
    )
    shown = under("Blocked", diff.diff(), 90)
    assert shown[1:] == [
        "The United Provinces of the Northern Sea: away, accepts → rejects",
        "Borland  away      accepts → accepts if 2",
    ]


def test_movers_with_long_names_are_told_in_sentences() -> None:
    """So are they under `Who moved`, where then all are."""
    parties = (nt.Party("a", "The United Provinces of the Northern Sea"), *PARTIES[1:])
    diff = talks(["a and b reject x"], ["a and b accept x"], parties=parties).diff()
    assert under("Who moved", diff, 70) == [
        "The United Provinces of the Northern Sea: toward on 1",
        "Borland: toward on 1",
    ]


def test_numbers_of_a_deep_tree_stand_above_their_titles() -> None:
    """A number that has no room before a title has lines of its own, and nothing of it is lost."""
    chain = [
        nt.Demand(f"d{number}", f"Part {number}", part_of=f"d{number - 1}" if number else None)
        for number in range(30)
    ]
    shown = lines(talks(["a accepts d29"], ["b accepts d29"], demands=chain).diff(), 40)
    start = shown.index("First words, outcome unchanged") + 1
    assert "".join(one.strip() for one in shown[start : start + 2]) == ".".join(["1"] * 30)
    assert shown[start + 2].strip() == "Part 29"
    assert all(cell_len(one) <= 40 for one in shown)


# As rich and notebooks see it, and as a document


def test_rich_prints_a_diff_into_its_window() -> None:
    """A diff given to rich is printed as its view, as wide as the console."""
    out = StringIO()
    Console(file=out, width=40).print(MOVED)
    assert out.getvalue().splitlines() == lines(MOVED, 40)


def test_notebook_shows_a_diff_as_its_view() -> None:
    """In a notebook a diff is the text of its view, safe in HTML."""
    shown = talks(["a accepts x"], ["a rejects x"], demands=(nt.Demand("x", "<b>"),)).diff()._repr_html_()
    assert shown.startswith("<pre>Talks\nfrom  round 1: Jan 2026\n")
    assert "&lt;b&gt;  pending → rejected" in shown


def test_document_of_a_diff_has_lists() -> None:
    """In Markdown each change is an item, with its moves beneath, and who moved is a list."""
    assert markdown(DiffView(MOVED)).splitlines() == [
        "**Talks**",
        "",
        "from  round 1: Jan 2026  ",
        "to    round 2: Feb 2026  ",
        "before  0 of 2 agreed, 2 rejected, 0 pending; 1 unraised  ",
        "after   1 of 2 agreed, 1 rejected, 0 pending; 1 unraised  ",
        "",
        "**Settled**",
        "",
        "- 1 Ports: rejected → agreed",
        "  - Borland and Cerland: toward, rejects → accepts",
        "",
        "**Moved, outcome unchanged**",
        "",
        "- 2 Rails: rejected",
        "  - Arland: away, proposes → rejects",
        "",
        "**Who moved**",
        "",
        "- Arland: away on 2",
        "- Borland: toward on 1",
        "- Cerland: toward on 1",
        "",
        "Unchanged: 1 of 2 outcomes, 2 of 5 positions.",
    ]


def test_document_of_a_diff_has_notes_and_proofs() -> None:
    """In Markdown accounts, which have no outcome, have a title alone, and notes and sources are items beneath."""
    shown = markdown(DiffView(CITED.diff(), WRITTEN)).splitlines()
    start = shown.index("**Accounts**")
    assert shown[start + 2 : start + 5] == [
        "- 3 Roads",
        r"  - Cerland's position is reported: by Arland's account Cerland rejects it",
        r"  - c rejects z, according to Arland: \[m\] Minutes (official)",
    ]


# The command


@pytest.fixture
def dossier(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the path of a dossier with three rounds."""
    path = tmp_path_factory.mktemp("diff") / "talks.toml"
    nt.dump(talks(["a rejects x"], ["a accepts x"], ["b accepts x"]), path)
    return str(path)


def test_command_compares_the_last_two_rounds(dossier: str) -> None:
    """Without rounds the last is compared with the one before it."""
    assert call("diff", dossier).out.splitlines()[1:3] == [
        "from  round 2: Feb 2026",
        "to    round 3: Mar 2026",
    ]


def test_command_takes_one_round_as_the_earlier(dossier: str) -> None:
    """One round that is named is compared with the last."""
    assert call("diff", dossier, "r1").out.splitlines()[1:3] == [
        "from  round 1: Jan 2026",
        "to    round 3: Mar 2026",
    ]


@pytest.mark.parametrize(
    "given", [("-3", "-2"), ("1", "2"), ("r1", "r2"), ("2026-01-31", "2026-02"), ("2026-01", "-2")]
)
def test_command_takes_rounds_by_number_id_and_date(dossier: str, given: tuple[str, str]) -> None:
    """Rounds are named by number, from the end too, by id or by date."""
    assert call("diff", dossier, *given).out.splitlines()[1:3] == [
        "from  round 1: Jan 2026",
        "to    round 2: Feb 2026",
    ]


@pytest.mark.parametrize("given", [("r9",), ("r1", "r9"), ("-9",), ("2026-99",)])
def test_command_refuses_rounds_that_are_not_there(dossier: str, given: Sequence[str]) -> None:
    """A round that is not there is named, and nothing is printed."""
    done = call("diff", dossier, *given)
    assert (done.status, done.out) == (2, "")
    assert given[-1] in done.err


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_command_refuses_sources_for_machines(dossier: str, format_: str) -> None:
    """Where the statements are printed anyway, to ask for sources is refused."""
    done = call("diff", dossier, "--sources", "--format", format_)
    assert (done.status, done.out) == (2, "")
    assert "`--sources` has no effect there" in done.err


@pytest.mark.parametrize("format_", [one for one in formats("diff") if one not in {"json", "csv"}])
def test_command_says_where_changes_are_written(dossier: str, format_: str) -> None:
    """For people the statements and their sources are printed where they are asked for."""
    assert "b accepts x: no source" in call("diff", dossier, "--sources", "--format", format_).out
    assert "no source" not in call("diff", dossier, "--format", format_).out


# Laws


def diffs(of: nt.Negotiation) -> Iterator[nt.Diff]:
    """Give the diffs of neighbouring rounds, and of the first and the last, both ways."""
    moments: list[str | int] = ["start", *range(1, len(of.rounds) + 1)]
    for before, end in {*pairwise(moments), (moments[0], moments[-1])}:
        yield of.diff(before, end)
        yield of.diff(end, before)


@given(SMALL)
def test_both_sides_of_a_step_read_differently(drawn: nt.Negotiation) -> None:
    """Whatever changed of a position is to be seen: what was and what is are never said in the same words."""
    for diff in diffs(drawn):
        steps = Steps(diff.after)
        for one in diff.positions:
            step = steps.position(one.before, one.after)
            assert step.before != step.after
        for outcome in diff.outcomes:
            result = steps.result(outcome.before, outcome.after)
            assert result.before != result.after


@given(SMALL, st.integers(40, 120))
def test_diff_fits_and_reads_alike_in_colour(drawn: nt.Negotiation, width: int) -> None:
    """No line of a diff is wider than the window, with sources or without, and colour adds no character."""
    for diff in diffs(drawn):
        for sources in (None, {one.id: one for one in drawn.sources}):
            for glyphs in (UNICODE, ASCII):
                shown = list(DiffView(diff, sources).lines(width, glyphs))
                texts = [plain(one) for one in shown]
                assert [one for one in texts if cell_len(one) > width] == []
                assert "".join(segment.text for segment in painted(shown)) == "".join(
                    f"{one}\n" for one in texts
                )


@given(SMALL)
def test_counts_of_what_is_unchanged_add_up(drawn: nt.Negotiation) -> None:
    """What changed and what did not are together what is there in one of the rounds."""
    for diff in diffs(drawn):
        raised = {*diff.before.unraised} & {*diff.after.unraised}
        outcomes = len(diff.after.demands) - len(raised)
        still = outcomes - len(diff.outcomes)
        spoken = sum(
            any(not isinstance(state[party.id, demand.id], nt.Silent) for state in (diff.before, diff.after))
            for party in diff.after.parties
            for demand in diff.after.demands
        )
        held = spoken - len(diff.positions)
        counts = [one for one in DiffView(diff).unchanged() if one.startswith("Unchanged")]
        words = f"Unchanged: {still} of {outcomes} outcome{'s'[: outcomes != 1]}, {held} of {spoken} position"
        assert [one.startswith(words) for one in counts] == ([True] if outcomes else [])


@given(SMALL)
def test_every_change_is_in_the_view(drawn: nt.Negotiation) -> None:
    """Each outcome that changed has one item, and each position that changed is in one row of its demand."""
    for diff in diffs(drawn):
        items = [item for section in DiffView(diff).sections for item in section.items]
        titled = [item.number for item in items if item.rows]
        moved = {diff.after.numbers[one.demand] for one in diff.positions}
        assert sorted(titled) == sorted(moved)
        said = " ".join(what for _, rows in DiffView(diff).tables() for _, what in rows)
        assert all(diff.after.numbers[one.demand] in said for one in diff.positions)


def test_texts_with_the_same_words_say_so() -> None:
    """Where an amendment gave the same words again, that is said, and no difference is made up."""
    demands = (nt.Demand("x", "Ports", text="Open by day"),)
    amended = nt.Statement("a amends x", text="Open by  day")
    assert "the words are the same" in under(
        "Texts", talks(["b accepts x"], [amended], demands=demands).diff()
    )


def test_diff_is_of_states() -> None:
    """What is no state cannot be compared."""
    with pytest.raises(TypeError, match="a diff is of two states"):
        nt.Diff(MOVED.before, None)  # type: ignore[arg-type]


# --- some demands


def test_diff_of_some_demands_tells_of_these_and_their_parts() -> None:
    """Of the demands asked for, and of their parts, all that changed is told, and how many are shown is said."""
    parts = (*DEMANDS, nt.Demand("w", "Sidings", part_of="y"))
    record = talks([], ["a proposes x and y", "b accepts y, w"], demands=parts)
    view = DiffView(record.diff(), demands=["y"])
    assert [item.number for section in view.sections for item in section.items] == ["2", "2.1"]
    assert "Shown: 2 of 4 demands." in view.heading()
    assert dict(list(view.tables())[1][1]) == {
        "Arland": "first word on 2",
        "Borland": "first word on 2 and 2.1",
    }


def test_diff_of_demands_that_did_not_change_says_so() -> None:
    """What is not shown is not called unchanged, nor what is left out told where it is about something else."""
    record = talks(["a proposes x"], ["b accepts x", "c withdraws y"])
    view = DiffView(record.diff(), demands=["z"])
    assert list(view.unchanged()) == ["Nothing of what is shown changed."]
    assert list(view.left_out()) == []


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_command_refuses_some_demands_for_machines(dossier: str, format_: str) -> None:
    """What machines get is whole."""
    done = call("diff", dossier, "--demand", "x", "--format", format_)
    assert (done.status, done.out) == (2, "")
    assert "`--demand` has no effect there" in done.err


def test_unknown_demand_is_no_choice() -> None:
    """A slip is told at once, with the nearest."""
    with pytest.raises(nt.NoSuchDemand, match="did you mean `x`"):
        DiffView(talks(["a proposes x"]).diff(), demands=["xx"])


@given(SMALL, st.data())
def test_diff_of_some_demands_is_a_part_of_the_whole(drawn: nt.Negotiation, data: st.DataObject) -> None:
    """Whatever is chosen, the lines are those of the whole that are about it."""
    ids = [demand.id for demand in drawn.demands]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1)) if ids else []
    whole, some = DiffView(drawn.diff()), DiffView(drawn.diff(), demands=chosen)
    shown = {entry.demand.id for entry in drawn.now.within(chosen)} if chosen else set(ids)
    numbers = {drawn.now.numbers[id_] for id_ in shown}
    kept = [
        (section.head, item) for section in whole.sections for item in section.items if item.number in numbers
    ]
    assert [(section.head, item) for section in some.sections for item in section.items] == kept
