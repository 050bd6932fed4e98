"""The whole story of one party, demand, round or source, with its evidence."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import negotrack as nt
from negotrack.negotiation import Negotiation
from negotrack.subjects import Ambiguous, Kind, Subject, subject
from negotrack.testing import negotiations
from negotrack.views.lines import plain
from negotrack.views.paint import painted
from negotrack.views.story import story
from negotrack.views.story import told as story_of
from negotrack.views.theme import ASCII
from negotrack.views.view import View
from negotrack.visible import visible

RIVER = nt.load(Path(__file__).parent / "dossiers" / "river.toml")
SMALL = negotiations(parties=(0, 3), demands=(0, 3), rounds=(0, 2), broken=st.booleans())
WIDTHS = (40, 60, 80, 120)

TWO = (nt.Party("a", "Arland"), nt.Party("b", "Borland"))
X, Y = nt.Demand("x", "Ports"), nt.Demand("y", "Rails")
MINUTES = nt.Source(
    "minutes",
    "Minutes of the talks",
    publisher="Secretariat",
    date="2026-02-03",
    tier="official",
    url="https://secretariat.example.org/minutes",
)

Said = str | nt.Statement


def talks(
    *rounds: Sequence[Said] | nt.Round,
    demands: Sequence[nt.Demand] = (X,),
    parties: Sequence[nt.Party] = TWO,
    sources: Sequence[nt.Source] = (),
    events: Sequence[nt.Event] = (),
) -> Negotiation:
    """Give a record of rounds r1, r2 and so on, a month each, by what was said in them; or of rounds as they are."""
    return Negotiation(
        "Harbour talks",
        parties=parties,
        demands=demands,
        sources=sources,
        events=events,
        rounds=[
            one if isinstance(one, nt.Round) else nt.Round(f"r{number}", f"2026-{number:02}", statements=one)
            for number, one in enumerate(rounds, 1)
        ],
    )


def told(of: Negotiation, name: str, at: str | None = None) -> list[str]:
    """Give the lines of a story, as of now or of a round."""
    return str(story_of(of, of.at(at) if at else of.now, subject(of, name))).split("\n")


def under(lines: Sequence[str], head: str) -> list[str]:
    """Give the lines below a head, up to the next blank line."""
    rest = list(lines[lines.index(head) + 1 :])
    return rest[: rest.index("")] if "" in rest else rest


def facts(lines: Sequence[str]) -> list[str]:
    """Give what is told in the second paragraph of a story: its facts."""
    rest = list(lines[lines.index("") + 1 :])
    return rest[: rest.index("")] if "" in rest else rest


# What is asked for


def test_subject_goes_by_its_id_or_by_its_kind_and_id() -> None:
    """What is asked for by id is found, whatever it is; where several share an id the kind tells them apart."""
    found = talks(
        nt.Round("y", "2026"),
        sources=[nt.Source("x", "A paper")],
        demands=[X],
        parties=[nt.Party("x", "Xenia")],
    )
    assert subject(found, "y") == Subject(Kind.ROUND, "y")
    assert subject(found, "source:x") == Subject(Kind.SOURCE, "x")
    with pytest.raises(
        Ambiguous,
        match=re.escape("`x` is a party, a demand and a source; write `party:x` or `demand:x` or `source:x`"),
    ):
        subject(found, "x")


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("party:q", nt.NoSuchParty, "no party `q`; there are a, b"),
        ("demand:a", nt.NoSuchDemand, "no demand `a`; there is x"),
        ("round:x", nt.NoSuchRound, "no round `x`; there is r1"),
    ],
)
def test_unknown_subject_of_a_kind_is_an_error_of_that_kind(
    name: str, error: type[LookupError], words: str
) -> None:
    """Asked for by its kind, what is not there is missed among those of that kind alone."""
    with pytest.raises(error, match=words):
        subject(talks([]), name)


def test_unknown_subject_is_missed_among_all() -> None:
    """Asked for by its id alone, what is not there is missed among everything; an unknown kind is no kind."""
    with pytest.raises(LookupError, match="`q`"):
        subject(talks([]), "q")
    with pytest.raises(LookupError, match="`event:x`"):
        subject(talks([]), "event:x")


def test_story_is_asked_for_by_id() -> None:
    """A story is had by the id of what it is about, as of the last round or of another."""
    found = talks(["a proposes x"], ["b accepts x"])
    assert str(story(found, "x")).split("\n") == told(found, "x")
    assert str(story(found, "demand:x", at="r1")).split("\n") == told(found, "x", "r1")


# The story of a demand


def test_demand_says_what_became_of_it_and_why() -> None:
    """The story of a demand begins with its number and title, the outcome and since when, and the reason."""
    lines = told(talks(["a proposes x"], ["b rejects x"]), "x")
    assert lines[:4] == [
        "1 Ports",
        "rejected since round 2, Feb 2026",
        "Borland refuses. Proposed by Arland.",
        "",
    ]


def test_agreed_demand_says_how() -> None:
    """Of an agreed demand it is said what is not plain about it, in a sentence."""
    demand = nt.Demand("x", "Ports", decision="consensus", between=["a", "b", "c"])
    found = talks(
        ["a provisionally accepts x", "c abstains x"],
        demands=[demand],
        parties=(*TWO, nt.Party("c", "Corland")),
    )
    assert told(found, "x")[1:3] == [
        "provisionally agreed since round 1, Jan 2026",
        "Provisionally (Arland); Corland abstains; the silence of Borland counts as assent.",
    ]


def test_plainly_agreed_demand_needs_no_reason() -> None:
    """What is agreed without anything special has its outcome, and then its facts."""
    assert told(talks(["a and b accept x"]), "x")[1:4] == [
        "agreed since round 1, Jan 2026",
        "",
        "id          x",
    ]


def test_unraised_demand_has_facts_alone() -> None:
    """Of a demand that nobody spoke of it is said so; there are its facts, and no positions or statements."""
    assert told(talks([]), "x") == [
        "1 Ports",
        "unraised",
        "Nobody has a position on it.",
        "",
        "id          x",
        "decided by  Arland and Borland; unanimity",
    ]


def test_demand_names_the_demands_around_it() -> None:
    """The facts name what a demand is part of, excludes, requires and succeeds, with what became of those."""
    whole = nt.Demand("w", "Treaty")
    part = nt.Demand("x", "Ports", part_of="w", excludes=["y", "gone"], requires=["y"], succeeds=["y"])
    lines = facts(told(talks(["a proposes x", "a rejects y"], demands=(whole, part, Y)), "x"))
    assert lines[:5] == [
        "id          x",
        "part of     Treaty (1, pending)",
        "excludes    Rails (2, rejected); gone (no demand)",
        "requires    Rails (2, rejected)",
        "succeeds    Rails (2, rejected)",
    ]


def test_whole_names_its_parts_and_its_rule() -> None:
    """The facts of a whole name its parts, and that nothing in it is agreed for good before everything is."""
    whole = nt.Demand("w", "Treaty", final="all", tags=["law", "sea"], note="From the first round on.")
    lines = facts(told(talks(["a proposes x"], demands=(whole, nt.Demand("x", "Ports", part_of="w"))), "w"))
    assert lines == [
        "id          w",
        "parts       Ports (1.1, pending)",
        "decided by  its parts",
        "final       nothing is agreed for good until everything is agreed",
        "tags        law, sea",
        "note        From the first round on.",
    ]


def test_replaced_demand_names_its_successors() -> None:
    """The facts of a demand that an agreed one succeeds name that."""
    found = talks(["a proposes x", "a and b accept y"], demands=(X, nt.Demand("y", "Rails", succeeds="x")))
    assert "replaced by Rails (2, agreed), since Jan 2026" in facts(told(found, "x"))
    assert told(found, "x")[2] == "Replaced by Rails (2). No word of Borland is recorded."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("consensus", "consensus"),
        ("two-thirds", "two-thirds"),
        (nt.Decision(3), "3 assents"),
        (nt.Decision(1), "1 assent"),
        (nt.Decision("majority", veto=["b", "ghost"]), "majority, veto: Borland, ghost"),
        (nt.Decision("3/5", silence="absent"), "3/5 of those who count, the silent do not count"),
        (nt.Decision("all", silence="absent"), "all, the silent do not count"),
        (nt.Decision("majority", silence="assent"), "majority, the silent assent"),
    ],
)
def test_demand_says_by_which_rule_it_is_decided(rule: str | nt.Decision, words: str) -> None:
    """A rule with a name goes by it; of any other it is said how many it takes, what silence is, who has a veto."""
    found = talks(demands=[nt.Demand("x", "Ports", decision=rule, between=["a", "ghost"])])
    assert f"decided by  Arland and ghost; {words}" in facts(told(found, "x"))


def test_demand_without_deciders_says_so() -> None:
    """Where nobody decides it is said."""
    found = talks(parties=[nt.Party("m", "Marland", role="mediator")])
    assert "decided by  nobody; unanimity" in facts(told(found, "x"))


def test_demand_tells_its_texts() -> None:
    """All texts are told with who made them and when, and which is current; one not recorded says so."""
    said: list[Said] = ["a proposes x", nt.Statement("a and b amend x", text="Ports are open.")]
    lines = facts(
        told(talks(["b amends x"], said, demands=[nt.Demand("x", "Ports", text="Ports close.")]), "x")
    )
    assert lines[2:] == [
        "text 1      Ports close.",
        "text 2      not recorded (by Borland, Jan 2026)",
        "text 3      Ports are open. (by Arland and Borland, Feb 2026, current)",
    ]


def test_only_text_has_no_marks() -> None:
    """A text that was never amended is just told."""
    found = talks([], demands=[nt.Demand("x", "Ports", text="Ports close.")])
    assert facts(told(found, "x"))[2:] == ["text 1      Ports close."]


def test_demand_tells_all_positions() -> None:
    """Each party that has a position, or whose word is awaited, has a row: since when, and restated when."""
    parties = (
        *TWO,
        nt.Party("c", "Corland"),
        nt.Party("m", "Marland", role="mediator"),
        nt.Party("o", "Orland", role="observer"),
    )
    found = talks(
        ["a accepts x if x", nt.Statement("m reserves x", reservation="scrutiny")],
        [nt.Statement("m reserves x", reservation="scrutiny")],
        [nt.Statement("b rejects x", red_line=True)],
        parties=parties,
    )
    assert under(told(found, "x"), "Positions") == [
        "  Arland              ✓ accepts if 1, since Jan 2026",
        "  Borland             X rejects, a red line, since Mar 2026",
        "  Marland (mediator)  o reserves (scrutiny), since Jan 2026, restated Feb 2026",
    ]
    assert "  Corland             . silent" in under(told(found, "x", "r2"), "Positions")


def test_demand_tells_what_lapsed_and_what_others_report() -> None:
    """A position that lapsed is told with its text, and accounts follow what the party said itself."""
    found = talks(["b accepts x", "a amends x", nt.Statement("b rejects x", according_to="a")])
    assert under(told(found, "x"), "Positions") == [
        "  Arland   ^ amends, since Jan 2026",
        "  Borland  (✓) lapsed (accepts, text 1); by Arland's account it rejects",
    ]


def test_demand_tells_the_claims_of_what_came_out() -> None:
    """Each claim is told with its date and what is derived of the same round, its source and its note."""
    round_ = nt.Round(
        "r1",
        "2026-01",
        statements=["a proposes x"],
        claims=[
            nt.Claim("x", "agreed", source="minutes", according_to="b", note="A headline."),
            nt.Claim("x", "pending"),
            nt.Claim("y", "agreed"),
        ],
    )
    lines = under(
        told(talks(round_, ["b accepts x"], demands=(X, Y), sources=[MINUTES]), "x"), "Claimed outcomes"
    )
    assert lines == [
        "     Jan 2026: agreed, by Borland's account (derived: pending)",
        "         [minutes] Secretariat (official), 3 Feb 2026",
        "         note: A headline.",
        "     Jan 2026: pending (derived: the same)",
        "         no source",
    ]


def test_demand_tells_all_that_was_said_of_it() -> None:
    """Everything said of a demand is told in order, by round, less the rounds in which nothing was."""
    statements: list[Said] = [
        nt.Statement(
            "b reserves x", reservation="scrutiny", source="minutes", locator="p. 2", quote="not yet"
        ),
        nt.Statement("a and b provisionally accept x if y", date="2026-03-09", note="By letter."),
    ]
    found = talks(["a proposes x"], ["a proposes y"], statements, demands=(X, Y), sources=[MINUTES])
    assert under(told(found, "x"), "Statements, in order") == [
        "  1  Jan 2026",
        "     » Arland proposes",
        "         no source",
        "  3  Mar 2026",
        "     o Borland reserves (scrutiny)",
        '         "not yet"',
        "         [minutes] Secretariat (official), 3 Feb 2026, p. 2",
        "     ✓ Arland and Borland provisionally accept if 2",
        "         no source",
        "         said on 9 Mar 2026",
        "         note: By letter.",
    ]


def test_demand_tells_which_texts_were_made_and_what_lapsed() -> None:
    """Below an amendment stands the text that it made; below the last of its round, whose word it let lapse."""
    parties = (*TWO, nt.Party("c", "Corland"))
    found = talks(
        ["b accepts x if x", "c rejects x"], ["a amends x", "a amends x"], ["a amends x"], parties=parties
    )
    lines = under(told(found, "x"), "Statements, in order")
    assert [line.strip() for line in lines if "text" in line] == [
        "text 2 made",
        "text 3 made; lapsed: Borland (accepts if 1), Corland (rejects)",
        "text 4 made",
    ]


def test_accounts_are_told_as_accounts() -> None:
    """Of words according to one of their holders that one's are its own, and the rest is its account of the others."""
    found = talks([nt.Statement("a and b accept x", according_to="a")])
    assert under(told(found, "x"), "Statements, in order") == [
        "  1  Jan 2026",
        "     ✓ Arland accepts",
        "       by Arland's account Borland accepts",
        "         no source",
    ]


def test_statement_tells_its_text_and_what_is_left_out() -> None:
    """The text that a statement is about, a red line, and what is left out of it with the reason, stand with it."""
    said: list[Said] = [
        nt.Statement("a amends x", text="Ports open.", red_line=True),
        nt.Statement("b and ghost reject x", version=1),
    ]
    assert under(told(talks(said), "x"), "Statements, in order")[1:] == [
        "     ^ Arland amends, a red line",
        "         text: Ports open.",
        "         no source",
        "         text 2 made",
        "     X Borland and ghost reject, of text 1",
        "         no source",
        "         left out: there is no party `ghost`",
        "         left out: `x` is at text 2, not 1",
    ]


def test_demand_tells_what_waits_for_it() -> None:
    """Assents that count only once this demand is agreed are named."""
    found = talks(["a proposes x if y"], demands=(X, Y))
    assert under(told(found, "y"), "Waiting for it") == ["  Arland's proposal of Ports (1)"]
    assert "Waiting for it" not in told(found, "x")


def test_sources_close_a_story() -> None:
    """The sources that were named are told in full once, in the order in which they were; unknown ones cannot be."""
    round_ = nt.Round(
        "r1",
        "2026-01",
        source="minutes",
        statements=[
            nt.Statement("a proposes x", source=["gone", nt.Citation("paper", "p. 1")]),
            "b accepts x",
            "b rejects x",
        ],
    )
    found = talks(round_, sources=[MINUTES, nt.Source("paper", "A paper")])
    lines = told(found, "x")
    assert "         [gone] no such source" in lines
    assert "         [paper] A paper, p. 1" in lines
    assert under(lines, "Sources") == [
        "  [paper] A paper",
        "  [minutes] Minutes of the talks, Secretariat, 3 Feb 2026",
        "    https://secretariat.example.org/minutes",
    ]


def test_same_statement_in_two_rounds_is_told_for_each() -> None:
    """A statement object that is used in two rounds makes one text in each."""
    amendment = nt.Statement("a amends x")
    lines = told(talks([amendment], [amendment]), "x")
    assert [line.strip() for line in lines if "made" in line] == ["text 2 made", "text 3 made"]


# The story of a party


def test_party_is_summed_up() -> None:
    """The story of a party begins with its name and role, and where it stands how often."""
    found = talks(
        ["a accepts x", "b proposes y and z and v and w"],
        ["a rejects y", "a defers z", "a accepts w"],
        ["b amends w"],
        demands=(X, Y, *(nt.Demand(one, one) for one in ("z", "w", "v"))),
    )
    assert told(found, "a")[:3] == [
        "Arland, principal",
        (
            "Spoke in 2 of 3 rounds. Of the 5 demands on the table it assents to 1, refuses 1, "
            "neither assents to nor refuses 1, lapsed on 1, silent on 1."
        ),
        "",
    ]


@pytest.mark.parametrize(
    ("party", "words"),
    [
        ("a", "Of the 2 demands on the table it assents to 2."),
        ("b", "Of the 2 demands on the table it assents to 1, neither assents to nor refuses 1."),
        (
            "c",
            "Of the 2 demands on the table it assents to 2. Its word is not counted on 1 of them (others decide).",
        ),
        ("u", "Of the 2 demands on the table it assents to 2. Its word is not counted."),
        ("l", "Of the 2 demands on the table it assents to 1. Its word is not counted (left in round 2)."),
    ],
)
def test_party_that_decides_not_is_told_so(party: str, words: str) -> None:
    """Of a bloc, of who left and of who is not among the deciders it is said; who abstains leaves it to the others."""
    parties = [
        *(nt.Party(one, one) for one in "abc"),
        nt.Party("u", "Union", members=["a"]),
        nt.Party("l", "Lapland", leaves="r2"),
    ]
    said = ["u accepts x and y", "l accepts x", "c accepts x and y", "b accepts x", "b abstains on y"]
    found = talks(said, [], parties=parties, demands=(X, nt.Demand("y", "Rails", between=["a", "b"])))
    assert told(found, party)[1].partition(". ")[2] == words


def test_party_is_told_which_demands_are_not_counted() -> None:
    """What is made of parts, or replaced, is on the table, and is no demand that is counted."""
    part = nt.Demand("y", "Rails", part_of="x")
    found = talks(
        ["a and b accept y and z", "a rejects v"],
        demands=(X, part, nt.Demand("z", "Roads", succeeds="v"), nt.Demand("v", "Ways")),
    )
    assert told(found, "a")[1] == (
        "Spoke in 1 of 1 round. Of the 2 demands on the table (besides 2 made of parts or replaced) it assents to 2."
    )


@pytest.mark.parametrize(("rounds", "words"), [(1, "1 round"), (2, "2 rounds")])
def test_party_that_said_nothing_says_so(rounds: int, words: str) -> None:
    """Of a party that said nothing it is said in how many rounds."""
    assert told(talks(*[[]] * rounds), "a") == [
        "Arland, principal",
        f"Has said nothing of its own in {words}.",
        "",
        "id          a",
    ]


def test_account_is_no_word_of_the_party() -> None:
    """A party of which only others speak has said nothing."""
    found = talks([nt.Statement("b accepts x", according_to="a")])
    assert told(found, "b")[1] == "Has said nothing of its own in 1 round."


def test_withdrawn_demand_is_not_on_the_table() -> None:
    """Only demands on the table are counted as being there."""
    found = talks(["a proposes x and y", "a withdraws y"], demands=(X, Y))
    assert told(found, "a")[1] == "Spoke in 1 of 1 round. Of the 1 demand on the table it assents to 1."


def test_party_tells_its_facts() -> None:
    """The facts of a party are its aliases, blocs and members with their spans, its own span, people and note."""
    parties = (
        nt.Party("a", "Arland", aliases=["Ar", "Al"], joins="r1", leaves="r2", note="An island."),
        nt.Party("u", "Union", members=[nt.Membership("a", joins="r1", leaves="r2"), "ghost"]),
        nt.Party("t", "Treaty states", members=["u"]),
    )
    round_ = nt.Round("r1", "2026-01", delegates={"a": "A. Smith", "u": "U. Jones"})
    again = nt.Round("r2", "2026-02", delegates={"a": "B. Miller"})
    found = talks(round_, again, parties=parties)
    assert facts(told(found, "a")) == [
        "id          a",
        "aliases     Ar, Al",
        "member of   Union (from r1, until r2)",
        "joins       r1",
        "leaves      r2",
        "delegates   A. Smith; B. Miller",
        "note        An island.",
    ]
    assert facts(told(found, "u", "r1")) == [
        "id          u",
        "members     Arland (from r1, until r2); ghost",
        "member of   Treaty states",
        "delegates   U. Jones",
    ]


def test_party_is_told_demand_by_demand() -> None:
    """Each demand on the table is told where the party stands on it, with how it came there and what that rests on."""
    first = nt.Round("r1", "2026-01", place="Leeds", statements=["a rejects x", "b proposes y"])
    second = nt.Round(
        "r2",
        "2026-02",
        source="minutes",
        statements=[nt.Statement("u accepts x if y", locator="p. 2", quote="yes")],
    )
    parties = (*TWO, nt.Party("u", "Union", members=["a"]))
    lines = told(talks(first, second, demands=(X, Y), parties=parties, sources=[MINUTES]), "a")
    assert under(lines, "Assents to") == [
        "  1 Ports  ✓ accepts if 2      pending",
        "       Jan 2026 Leeds: rejects",
        "         no source",
        "       Feb 2026: accepts if 2, through Union",
        '         "yes"',
        "         [minutes] Secretariat (official), 3 Feb 2026, p. 2",
    ]
    assert under(lines, "Silent on") == ["  2 Rails  . silent            pending"]


def test_party_is_told_by_where_it_stands() -> None:
    """Refusals, what is neither and what lapsed stand under heads of their own, with what marks them."""
    said: list[Said] = [
        nt.Statement("a rejects x", red_line=True),
        "a abstains y",
        "a accepts z",
        "b amends z",
    ]
    lines = told(talks(said, demands=(X, Y, nt.Demand("z", "Roads"))), "a")
    assert under(lines, "Refuses")[0] == "  1 Ports           X rejects, a red line  rejected"
    assert (
        under(lines, "Neither assents to nor refuses")[0] == "  2 Rails           / abstains          pending"
    )
    assert under(lines, "Lapsed on")[0] == "  3 Roads (text 2)  (✓) lapsed (accepts, text 1)  pending"


def test_party_tells_wholes_only_where_it_spoke_of_them() -> None:
    """A whole that its parts make is told only of a party that spoke of the whole itself."""
    demands = (nt.Demand("w", "Treaty", between=["a"]), nt.Demand("x", "Ports", part_of="w"))
    found = talks(["a and b provisionally accept x", "b accepts w"], demands=demands)
    assert under(told(found, "a"), "Assents to")[0] == "  1.1 Ports   ✓ provisionally accepts  ~agreed"
    assert under(told(found, "b"), "Assents to")[0] == "  1   Treaty  ✓ accepts           ~agreed"


def test_party_tells_demands_with_long_titles_on_two_lines() -> None:
    """Where the title has no room in its column, where the party stands is told below it."""
    demand = nt.Demand("x", "Demilitarisation of the northern shore within two years")
    assert under(told(talks(["a proposes x"], demands=[demand]), "a"), "Assents to")[:2] == [
        "  1 Demilitarisation of the northern shore within two years",
        "      » proposes  pending",
    ]


def test_party_tells_open_accounts_by_it_and_of_it() -> None:
    """The open accounts that a party gives, and those that others give of it, are told."""
    said = [nt.Statement("b accepts x", according_to="a"), nt.Statement("a rejects x", according_to="b")]
    found = talks(
        [*said, nt.Statement("c defers x", according_to="b")], parties=(*TWO, nt.Party("c", "Corland"))
    )
    assert under(told(found, "a"), "Open accounts") == [
        "  Ports (1): by Borland's account Arland rejects it.",
        "  Ports (1): by Arland's account Borland accepts it.",
    ]


# The story of a round


def test_round_tells_all_that_is_known_of_it() -> None:
    """The story of a round begins with its number, date and place, the counts after it, and its facts."""
    round_ = nt.Round(
        "r1",
        "2026-01",
        title="Summit",
        place="Leeds",
        format="plenary",
        mediators=["m"],
        present=["a", "b"],
        delegates={"a": "A. Smith"},
        meetings=[
            nt.Meeting("Plenary", present=["a"], date="2026-01-09", place="Town hall", note="Brief."),
            nt.Meeting(present=[]),
            nt.Meeting(),
        ],
        tags=["spring"],
        note="In the rain.",
        statements=["a proposes x"],
    )
    found = talks(round_, ["b accepts x"], parties=(*TWO, nt.Party("m", "Marland", role="mediator")))
    assert told(found, "r1") == [
        "Round 1: Jan 2026, Leeds, Summit",
        "After it: 0 of 1 agreed, 0 rejected, 1 pending",
        "",
        "id          r1",
        "format      plenary",
        "mediators   Marland",
        "present     Arland, Borland",
        "delegate    Arland: A. Smith",
        "meeting     Plenary; 9 Jan 2026; Town hall; present: Arland; Brief.",
        "meeting     present: nobody",
        "meeting     no details",
        "tags        spring",
        "note        In the rain.",
        "",
        "Statements, in order",
        "     » Arland proposes Ports (1)",
        "         no source",
    ]


def test_round_in_which_nobody_was_present_says_so() -> None:
    """That nobody was there is told apart from that it is not recorded."""
    found = talks(nt.Round("r1", "2026-01", present=[]), [])
    assert facts(told(found, "r1")) == ["id          r1", "present     nobody"]
    assert facts(told(found, "r2")) == ["id          r2"]


def test_round_without_statements_says_so() -> None:
    """Where nothing was said the story says so."""
    assert told(talks([]), "r1")[-2:] == ["Statements, in order", "  None."]


def test_round_names_the_demands_of_its_statements() -> None:
    """Demands are named by number and title, those that are not there by their ids; what is left out is told."""
    found = talks(["a accepts x, y and gone if x"], demands=(X, Y))
    assert under(told(found, "r1"), "Statements, in order") == [
        "     ✓ Arland accepts Ports (1), Rails (2), gone if 1",
        "         no source",
        "         left out: there is no demand `gone`",
    ]


def test_round_tells_the_claims_of_what_came_out() -> None:
    """Claims are told by demand with what is derived; of what is no demand nothing can be."""
    claims = [nt.Claim("x", "rejected"), nt.Claim("gone", "agreed")]
    found = talks(nt.Round("r1", "2026-01", source="minutes", statements=["a rejects x"], claims=claims))
    assert under(told(found, "r1"), "Claimed outcomes") == [
        "     claimed outcome of gone: agreed (derived: no such demand)",
        "         [minutes]",
        "     claimed outcome of Ports (1): rejected (derived: the same)",
        "         [minutes]",
    ]


def test_round_is_told_as_of_itself() -> None:
    """The story of a round is the same whenever it is told."""
    found = talks(["a proposes x"], ["b accepts x"])
    assert told(found, "r1", "start") == told(found, "r1") == told(found, "r1", "r2")


# The story of a source


def test_source_tells_what_rests_on_it() -> None:
    """The story of a source tells what it is, and every statement and claim that rests on it, by round."""
    source = nt.Source(
        "wire",
        "The Wire, 9 January",
        publisher="The Wire",
        date="2026-01-09",
        tier="press",
        file="wire.pdf",
        note="Early edition.",
        url="https://wire.example.org/9",
    )
    first = nt.Round("r1", "2026-01", statements=[nt.Statement("a proposes x", source="wire"), "b rejects x"])
    third = nt.Round("r3", "2026-03", source="wire", claims=[nt.Claim("x", "agreed")])
    event = nt.Event("2026-02-02", "A strike", source="wire")
    assert told(
        talks(first, [], third, sources=[source], events=[event, nt.Event("2026", "A flood")]), "wire"
    ) == [
        "The Wire, 9 January",
        "Cited for 1 statement, 1 claim and 1 event.",
        "",
        "id          wire",
        "publisher   The Wire",
        "tier        press",
        "date        9 Jan 2026",
        "file        wire.pdf",
        "note        Early edition.",
        "address     https://wire.example.org/9",
        "",
        "  1  Jan 2026",
        "     » Arland proposes Ports (1)",
        "",
        "  3  Mar 2026",
        "     claimed outcome of Ports (1): agreed (derived: rejected)",
        "",
        "Events",
        "  2 Feb 2026, A strike",
    ]


def test_source_that_nothing_rests_on_says_so() -> None:
    """As of a round the story of a source holds what rested on it by then."""
    round_ = nt.Round("r2", "2026-02", source="minutes", statements=["a proposes x", "b rejects x"])
    found = talks([], round_, sources=[MINUTES])
    assert told(found, "minutes", "r1")[1] == "Cited for nothing so far."
    assert told(found, "minutes")[1] == "Cited for 2 statements."


def test_event_rests_on_its_source_too() -> None:
    """A source of which an event was taken is one that something rests on."""
    found = talks([], sources=[MINUTES], events=[nt.Event("2026-01-02", "A strike", source="minutes")])
    assert "Cited for nothing so far." not in told(found, "minutes")


def test_source_without_a_publisher_has_none() -> None:
    """A source of which no publisher is recorded tells none."""
    found = talks([], sources=[nt.Source("paper", "A paper")])
    assert [line for line in told(found, "paper") if line.startswith("publisher")] == []


# Laws


def subjects(of: Negotiation) -> Iterator[Subject]:
    """Give everything that has a story."""
    yield from (Subject(Kind.PARTY, one.id) for one in of.parties)
    yield from (Subject(Kind.DEMAND, one.id) for one in of.demands)
    yield from (Subject(Kind.ROUND, one.id) for one in of.rounds)
    yield from (Subject(Kind.SOURCE, one.id) for one in of.sources)


def stories(of: Negotiation) -> Iterator[View]:
    """Give all stories, as of before the first round and of each."""
    for state in (of.at("start"), *(of.at(round_.id) for round_ in of.rounds)):
        yield from (story_of(of, state, one) for one in subjects(of))


def assert_fits(view: View, addresses: frozenset[str], *, widths: Sequence[int] = WIDTHS) -> None:
    """Check that a view gives lines, none wider than the width but for addresses, and in colour the same text."""
    assert str(view)
    for width in widths:
        lines = [plain(line) for line in view.lines(width)]
        assert "".join([segment.text for segment in painted(view.lines(width))]) == "".join(
            [line + "\n" for line in lines]
        )
        for line in (*lines, *map(plain, view.lines(width, ASCII))):
            assert cell_len(line) <= width or line.removeprefix("address").strip() in addresses


def addresses(of: Negotiation) -> frozenset[str]:
    """Give the addresses of the sources: they are never broken."""
    return frozenset(visible(source.url).strip() for source in of.sources if source.url)


@given(SMALL)
def test_stories_fit_and_read_alike_in_colour(found: Negotiation) -> None:
    """Every story has lines, none wider than the width but for addresses, the same with and without colour."""
    for view in stories(found):
        assert_fits(view, addresses(found))


@pytest.mark.parametrize("width", WIDTHS)
def test_stories_of_a_large_dossier_fit(width: int) -> None:
    """Long names and titles in several scripts fit as well."""
    for one in subjects(RIVER):
        assert_fits(story_of(RIVER, RIVER.now, one), addresses(RIVER), widths=[width])


@given(SMALL)
def test_demand_story_tells_every_statement(found: Negotiation) -> None:
    """The notes and quotes of all statements that name a demand stand in its story, in order."""
    for demand in found.demands:
        lines = told(found, f"demand:{demand.id}")
        said = [one for round_ in found.rounds for one in round_.statements if demand.id in one.says.demands]
        assert ("Statements, in order" in lines) == bool(said)
        below = iter(under(lines, "Statements, in order") if said else [])
        for one in said:
            assert not one.quote or f'         "{visible(one.quote)}"'.rstrip() in below
            assert not one.note or f"         note: {visible(one.note)}".rstrip() in below


def test_party_without_rounds_has_had_no_chance() -> None:
    """Before there is a round nobody is said to have said nothing."""
    assert told(talks(), "a")[1] == "No rounds yet."


def test_a_story_is_of_a_negotiation() -> None:
    """A state by itself is refused with what to give instead."""
    with pytest.raises(TypeError, match="a story is of a negotiation and, by `at`, of one of its rounds"):
        nt.story(talks().now, "x")  # type: ignore[arg-type]  # that it is refused is what is tested


def test_what_a_bloc_said_for_a_party_is_in_its_story() -> None:
    """A bloc's word is told of its members, even where it was overtaken in the same round; no account of it is."""
    parties = [nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("u", "Union", members=["a"])]
    said: list[Said] = ["u proposes x", nt.Statement("u rejects x", according_to="b"), "a accepts x"]
    lines = told(talks(nt.Round("r1", "2026-01", statements=said), parties=parties), "a")
    assert [line for line in lines if line.startswith("       Jan")] == [
        "       Jan 2026: proposes, through Union",
        "       Jan 2026: accepts",
    ]


def test_who_is_not_counted_is_told_with_its_position() -> None:
    """A refusal that does not count says so, and who is not counted is named beside the deciders."""
    demand = nt.Demand("x", "Ports", between=["a"])
    lines = told(
        talks(nt.Round("r1", "2026-01", statements=["a accepts x", "b rejects x"]), demands=[demand]), "x"
    )
    assert "  Borland  X rejects, which is not counted, since Jan 2026" in lines


def test_deciders_that_are_not_counted_are_named_apart() -> None:
    """Who abstains decides no more, and is told as one whose assent would be needed."""
    lines = told(talks(nt.Round("r1", "2026-01", statements=["a accepts x", "b abstains on x"])), "x")
    assert "decided by  Arland; unanimity; not counted: Borland (abstains)" in lines


def test_who_left_decides_no_unraised_demand() -> None:
    """Who is not active is no decider, of a demand that nobody has raised either."""
    parties = [nt.Party("a", "Arland"), nt.Party("b", "Borland", leaves="r1")]
    lines = told(talks(nt.Round("r1", "2026-01"), parties=parties), "x")
    assert "decided by  Arland; unanimity; not counted: Borland (left in round 1)" in lines


def test_story_says_since_when_a_demand_is_replaced() -> None:
    """A demand is replaced since the first round of the unbroken run of rounds in which what succeeds it is agreed."""
    record = nt.Negotiation(
        "Harbour talks",
        parties=[nt.Party("a", "Arland")],
        demands=[nt.Demand("x", "Ports"), nt.Demand("y", "Docks", succeeds="x")],
        rounds=[
            nt.Round("r1", "2026-01-01", statements=["a proposes x and y"]),
            nt.Round("r2", "2026-02-01", statements=["a rejects y"]),
            nt.Round("r3", "2026-03-01", statements=["a accepts y"]),
            nt.Round("r4", "2026-04-01"),
        ],
    )
    assert "replaced by Docks (2, agreed), since 1 Mar 2026" in str(nt.story(record, "x"))
    assert "replaced by Docks (2, agreed), since 1 Jan 2026" in str(nt.story(record, "x", at="r1"))
