"""The page to send, and what is said in it: of outcomes, claims, the package, and of whom is waited for."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import negotrack as nt
from negotrack import awaited
from negotrack.claimed import Difference, differences
from negotrack.formats.csv.matrix import COLUMNS
from negotrack.formats.csv.matrix import matrix as matrix_csv
from negotrack.formats.json import entries
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.formats.json.report import report as report_json
from negotrack.model.decision import Silence
from negotrack.negotiation import Negotiation
from negotrack.positions import SILENT, Held, Lapsed, Position, Silent
from negotrack.state import State
from negotrack.terms import Terms
from negotrack.testing import negotiations
from negotrack.views.explanations import Explanations
from negotrack.views.lines import Line, plain
from negotrack.views.matrix import Matrix
from negotrack.views.paint import painted
from negotrack.views.report import Report
from negotrack.views.theme import ASCII, Style
from negotrack.views.view import View

SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())
WIDTHS = (40, 60, 80, 120)

ARLAND, BORLAND, CORLAND = nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("c", "Corland")
MEDIATOR = nt.Party("m", "Marland", role="mediator")
TWO, THREE = (ARLAND, BORLAND), (ARLAND, BORLAND, CORLAND)
X, Y, Z = nt.Demand("x", "Ports"), nt.Demand("y", "Rails"), nt.Demand("z", "Roads")
LONG = "Demilitarisation of the northern shore within two years"

Said = str | nt.Statement


def talks(
    *rounds: Sequence[Said],
    demands: Sequence[nt.Demand] = (X,),
    parties: Sequence[nt.Party] = TWO,
    sources: Sequence[nt.Source] = (),
    events: Sequence[nt.Event] = (),
) -> Negotiation:
    """Give a record of rounds r1, r2 and so on, a month each, by what was said in them."""
    return Negotiation(
        "Harbour talks",
        parties=parties,
        demands=demands,
        sources=sources,
        events=events,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=statements)
            for number, statements in enumerate(rounds, 1)
        ],
    )


def page(of: Negotiation, at: str | None = None, width: int | None = None) -> list[str]:
    """Give the lines of a report, of now or of a round."""
    state = of.at(at) if at else of.now
    return [plain(line) for line in Report(of, state).lines(width)]


def under(of: Negotiation, head: str, at: str | None = None, width: int | None = None) -> list[str]:
    """Give the lines below a head of a report, up to the next blank line."""
    lines = page(of, at, width)
    rest = lines[lines.index(head) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


def heads(of: Negotiation, at: str | None = None) -> list[str]:
    """Give the heads of the sections of a report."""
    state = of.at(at) if at else of.now
    _, *lines = [line for line in Report(of, state).lines(None) if len(line) == 1]
    return [line[0].text for line in lines if line[0].style is Style.BOLD]


def told(of: Negotiation) -> list[str]:
    """Give the sentences of a matrix that is told in them, without its head and what is below."""
    lines = str(Matrix(of.now, is_list=True)).splitlines()
    start = lines.index("") + 1
    return lines[start : lines.index("", start)]


# The head


def test_head_says_what_it_is_about_and_counts() -> None:
    """The page begins with the title, the round, and the counts."""
    assert page(talks(["a proposes x"], ["b accepts x"]))[:3] == [
        "Harbour talks",
        "After round 2 of 2: Feb 2026",
        "1 of 1 agreed, 0 rejected, 0 pending",
    ]


def test_counts_name_whatever_else_there_is() -> None:
    """The counts say how many are agreed provisionally only, were withdrawn, and were never raised."""
    found = talks(
        ["a provisionally accepts x", "b accepts x", "a proposes y", "a withdraws y"], demands=(X, Y, Z)
    )
    assert page(found)[2] == (
        "1 of 1 agreed (1 provisionally), 0 rejected, 0 pending; 1 withdrawn, 1 unraised"
    )


def test_before_the_first_round_there_is_nothing_to_count() -> None:
    """Before the first round the page says so, has no counts, and names what nobody has raised."""
    found = talks(["a proposes x"])
    assert page(found, "start")[:3] == ["Harbour talks", "Before the first round", ""]
    assert heads(found, "start") == ["Unraised: 1"]
    assert under(found, "Unraised: 1", "start") == ["  1 Ports."]


def test_without_rounds_the_page_says_so() -> None:
    """A record without rounds is no record before its first round."""
    assert page(talks())[:2] == ["Harbour talks", "No rounds yet."]


def test_parties_are_named_with_their_roles() -> None:
    """The head names all parties, and the role of each that is no principal."""
    assert "parties   Arland, Borland, Marland (mediator)" in page(talks(parties=(*TWO, MEDIATOR)))


def test_sources_that_read_alike_are_counted() -> None:
    """The head names who published the sources, how near they stand and how many they are; else by title."""
    sources = [
        nt.Source("one", "Minutes", publisher="Secretariat", tier="official"),
        nt.Source("two", "Annex", publisher="Secretariat", tier="official"),
        nt.Source("three", "A letter"),
    ]
    assert "sources   Secretariat (official), 2 sources; A letter" in page(talks(sources=sources))


SOURCED = Negotiation(
    "Harbour talks",
    sources=[
        *(nt.Source(id_, f"Source of a {id_}") for id_ in ("statement", "claim", "round", "event", "later")),
        nt.Source("note", "Source of a note"),
        nt.Source("unused", "Source of nothing"),
    ],
    demands=[X],
    rounds=[
        nt.Round(
            "r1",
            "2026-01",
            source="round",
            note="So it says in [note].",
            statements=[nt.Statement("a accepts x", source="statement"), "a accepts x"],
            claims=[nt.Claim("x", "pending", source="claim")],
        ),
        nt.Round("r2", "2026-02", source="later"),
    ],
    events=[
        nt.Event("2026-01-01", "A strike", source="event"),
        nt.Event("2026-02-01", "A ban", source="later"),
    ],
)


def test_sources_are_those_that_are_cited_so_far() -> None:
    """As of an earlier round the head names the sources of what was said, claimed, noted and happened until then."""
    cited = [f"Source of a {what}" for what in ("statement", "claim", "round", "event", "note")]
    assert f"sources   {'; '.join(cited)}" in page(SOURCED, "r1")


def test_as_of_the_last_round_all_sources_are_named() -> None:
    """At the end the head names all sources that the record declares, cited or not."""
    (line,) = [line for line in page(SOURCED) if line.startswith("sources")]
    assert len(line.split("; ")) == len(SOURCED.sources)


def test_events_stand_between_the_rounds() -> None:
    """The rounds are listed in order, with place and title, and the events by their dates among them."""
    found = Negotiation(
        "Harbour talks",
        rounds=[
            nt.Round("r1", "2026-02", place="Leeds"),
            nt.Round("r2", "2026-04-01/2026-04-03", title="Summit"),
        ],
        events=[nt.Event("2026-05-01", "A strike"), nt.Event("2026-03-09", "An election")],
    )
    lines = page(found)
    start = lines.index("course    1  Feb 2026, Leeds")
    assert lines[start + 1 : start + 4] == [
        "          -  9 Mar 2026, An election",
        "          2  1 to 3 Apr 2026, Summit",
        "          -  1 May 2026, A strike",
    ]


def test_what_happened_later_is_left_away() -> None:
    """As of an earlier round neither later rounds nor later events are on the page."""
    found = talks([], [], events=[nt.Event("2025-12-31", "A ban"), nt.Event("2026-02-20", "A strike")])
    lines = page(found, "r1")
    start = lines.index("course    -  31 Dec 2025, A ban")
    assert lines[start + 1 : start + 3] == ["          1  Jan 2026", ""]


@pytest.mark.parametrize(("at", "words"), [(None, "throughout"), ("r1", "so far")])
def test_who_said_nothing_at_all_is_named(at: str | None, words: str) -> None:
    """Parties that need not speak and have not have no column; they are named below the table."""
    watcher = nt.Party("o", "Orland", role="observer")
    found = talks(["a and b accept x"], [], parties=(*TWO, MEDIATOR, watcher))
    assert f"Silent {words}: Marland (mediator), Orland (observer)." in page(found, at)


# Agreed, and how


def agreed(*said: Said, demands: Sequence[nt.Demand] = (X,), parties: Sequence[nt.Party] = TWO) -> list[str]:
    """Give what one round agreed, less the numbers in front."""
    found = talks(said, demands=demands, parties=parties)
    counts = found.now.counts
    return [line.strip() for line in under(found, f"Agreed: {counts.agreed} of {counts.total}")]


def test_plainly_agreed_needs_no_words() -> None:
    """What is agreed without anything special is named and no more."""
    assert agreed("a and b accept x") == ["1 Ports."]


def test_agreed_says_since_when() -> None:
    """Where there were several rounds it is said since when something is agreed."""
    assert under(talks(["a and b accept x"], []), "Agreed: 1 of 1") == ["  1 Ports, since Jan 2026."]


def test_amended_text_is_named_by_its_number() -> None:
    """Of an amended demand it is said which text was agreed."""
    assert agreed("a proposes x", "b amends x", "a accepts x") == ["1 Ports (text 2)."]


@pytest.mark.parametrize(
    ("rounds", "words"),
    [
        ([["a and b accept x"], ["a and b amend x"]], "since Jan 2026, by its text 2 since Feb 2026"),
        ([["a and b accept x"], ["a amends x"], ["b accepts x"]], "since Mar 2026"),
        ([["a and b accept x", "a and b amend x"], []], "since Jan 2026"),
    ],
)
def test_agreed_says_since_when_it_is_by_a_later_text(rounds: list[list[Said]], words: str) -> None:
    """Where the text on the table was made while the demand was agreed, it is said since when it is that text."""
    assert under(talks(*rounds), "Agreed: 1 of 1") == [f"  1 Ports (text 2), {words}."]


def test_whole_is_not_agreed_by_a_text_of_its_own() -> None:
    """A whole takes its outcome from its parts: what text others gave it has no part in that."""
    demands = (nt.Demand("w", "Treaty"), nt.Demand("x", "Ports", part_of="w"))
    found = talks(["a and b accept x"], ["m amends w"], demands=demands, parties=(*TWO, MEDIATOR))
    assert under(found, "Made of their parts: 1 of 1 agreed") == [
        "  1   Treaty (text 2), since Jan 2026. 1 of 1 part agreed."
    ]


def test_provisional_assent_names_who_gave_it() -> None:
    """Provisional agreement says whose assent makes it so."""
    assert agreed("a and b provisionally accept x") == ["1 Ports, provisionally (Arland and Borland)."]


@pytest.mark.parametrize(
    ("said", "words"),
    [("a accepts z if x", "1 is"), ("a accepts z if x and y", "1 and 2 are")],
)
def test_assent_tied_to_something_provisional_is_provisional(said: str, words: str) -> None:
    """What hangs on a provisional demand says so, and that the assent holds only while that is agreed."""
    *_, last = agreed("a and b provisionally accept x and y", "b accepts z", said, demands=(X, Y, Z))
    assert last == (f"3 Roads, provisionally (as {words}), Arland's acceptance holds while {words} agreed.")


def test_part_of_a_treaty_waits_for_the_treaty() -> None:
    """Where nothing is agreed until everything is, an agreed part names the whole that it waits for."""
    parts = (
        nt.Demand("w", "Treaty", final="all"),
        nt.Demand("x", "Ports", part_of="w"),
        nt.Demand("y", "Rails", part_of="w"),
    )
    assert agreed("a and b accept x", "a proposes y", demands=parts) == [
        "1.1 Ports, provisionally (until 1 is agreed)."
    ]


def test_whole_is_provisional_as_its_parts_are() -> None:
    """A whole of which a part is provisional says which."""
    parts = (nt.Demand("w", "Treaty"), nt.Demand("x", "Ports", part_of="w"))
    found = talks(["a provisionally accepts x", "b accepts x"], demands=parts)
    assert under(found, "Made of their parts: 1 of 1 agreed") == [
        "  1   Treaty, provisionally (as 1.1 is). 1 of 1 part agreed."
    ]


def test_whole_that_is_agreed_for_good_makes_nothing_provisional() -> None:
    """A part that is provisional by an assent of its own does not wait for a whole that is settled."""
    parts = (nt.Demand("w", "Treaty", final="all"), nt.Demand("x", "Ports", part_of="w"))
    said = ("a and b accept w", "a provisionally accepts x", "b accepts x")
    assert agreed(*said, demands=parts) == ["1   Treaty.", "1.1 Ports, provisionally (Arland)."]


def test_assent_that_is_not_counted_makes_nothing_provisional() -> None:
    """Only assents that were counted make an agreement provisional, not one that still waits."""
    rule = nt.Demand("x", "Ports", decision="majority")
    said = ("a provisionally accepts x", "b accepts x", "c provisionally accepts x if y")
    assert agreed(*said, demands=(rule, Y), parties=THREE) == [
        "1 Ports, provisionally (Arland), 2 of 3 assent."
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [("c abstains x", "Corland abstains"), ("b and c abstain x", "Borland and Corland abstain")],
)
def test_who_stepped_aside_is_named(said: str, words: str) -> None:
    """Of what is agreed it is said who abstains."""
    assert agreed("a and b accept x", said, parties=THREE) == [f"1 Ports, {words}."]


def test_majority_says_how_many_assent() -> None:
    """Where not all deciders assent it is said how many do, and who refuses."""
    demand = nt.Demand("x", "Ports", decision="majority")
    assert agreed("a and b accept x", "c rejects x", demands=[demand], parties=THREE) == [
        "1 Ports, 2 of 3 assent, Corland refuses."
    ]


def test_silence_that_counts_is_named() -> None:
    """Where silence counts as assent it is said whose."""
    demand = nt.Demand("x", "Ports", decision="consensus")
    assert agreed("a proposes x", demands=[demand], parties=THREE) == [
        "1 Ports, the silence of Borland and Corland counts as assent."
    ]


def test_silence_of_a_stranger_counts_too() -> None:
    """A decider that is not in the record is silent, and where silence counts it is named by its id."""
    demand = nt.Demand("x", "Ports", between=["a", "ghost"], decision="consensus")
    assert agreed("a proposes x", demands=[demand]) == ["1 Ports, the silence of ghost counts as assent."]


# Rejected and pending, and why


def test_refusal_names_all_sides() -> None:
    """Of what is rejected it is said who refuses, who put it forward and who accepted it, whatever their roles."""
    found = talks(["m proposes x", "a accepts x", "b rejects x"], parties=(*TWO, MEDIATOR))
    assert under(found, "Rejected: 1 of 1") == [
        "  1 Ports. Borland refuses. Proposed by Marland. Accepted by Arland."
    ]


def test_several_refuse() -> None:
    """Several that refuse take the plural, and where nobody is for it there is no more to say."""
    assert under(talks(["a and b reject x"]), "Rejected: 1 of 1") == ["  1 Ports. Arland and Borland refuse."]


def pending(
    *rounds: Sequence[Said], demands: Sequence[nt.Demand] = (X,), parties: Sequence[nt.Party] = TWO
) -> str:
    """Give why the first of the pending demands is pending."""
    found = talks(*rounds, demands=demands, parties=parties)
    first, *_ = under(found, f"Pending: {found.now.counts.pending} of {found.now.counts.total}")
    return first.partition(". ")[2]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (["a proposes x"], "No word of Borland is recorded."),
        (["a proposes x", "b reserves x"], "Borland reserves its position."),
        (["a proposes x", "b defers x"], "Borland defers it."),
        (["a and b propose x", "b withdraws x", "a proposes x"], "Borland withdrew its proposal."),
        (["a and b reserve x"], "Arland and Borland reserve their positions."),
        (["a and b defer x"], "Arland and Borland defer it."),
        (["m proposes x"], "No word of Arland and Borland is recorded."),
        (["a and b abstain x"], "Nobody decides it."),
    ],
)
def test_what_keeps_a_demand_open_is_said_of_one_and_of_several(said: list[str], words: str) -> None:
    """What a party does that keeps a demand open is said in whole sentences, those that do the same together."""
    assert pending(said, parties=(*TWO, MEDIATOR)) == words


def test_both_withdrew() -> None:
    """Several that withdrew their proposals, of what others still put forward, take the plural."""
    said = ["a and b propose x", "m proposes x", "a and b withdraw x"]
    assert pending(said, parties=(*TWO, MEDIATOR)) == "Arland and Borland withdrew their proposals."


def test_one_refusal_among_many_keeps_a_majority_open() -> None:
    """Of more than two deciders it is said first how many assent; refusals that do not decide are told like others."""
    demand = nt.Demand("x", "Ports", decision="two-thirds")
    parties = (*THREE, nt.Party("d", "Dorland"))
    assert pending(["a and b accept x", "c rejects x"], demands=[demand], parties=parties) == (
        "2 of 4 assent; Corland refuses; no word of Dorland is recorded."
    )


def test_kinds_of_reservations_are_kept_apart() -> None:
    """Reservations of one kind are told together, others for themselves."""
    said = [
        nt.Statement("a and b reserve x", reservation="scrutiny"),
        nt.Statement("c reserves x", reservation="general"),
    ]
    assert pending(said, parties=THREE) == (
        "0 of 3 assent; Arland and Borland reserve their positions (scrutiny); "
        "Corland reserves its position (general)."
    )


def test_what_an_assent_waits_for_is_named_with_its_outcome() -> None:
    """An assent that waits says for what, and how that stands; several that wait for the same say it once."""
    said = ["a proposes x if y", "b accepts x if z and gone"]
    assert pending(said, demands=(X, Y, Z)) == (
        "Arland's proposal waits for Rails (2, unraised); "
        "Borland's acceptance waits for Roads (3, unraised) and gone (no demand)."
    )
    assert pending(["a and b accept x if y"], demands=(X, nt.Demand("y", LONG))) == (
        "The acceptance of Arland and Borland waits for 2 (unraised)."
    )


def test_what_lapsed_says_which_text_let_it() -> None:
    """A position that lapsed is named by what it was, with the text that took its place."""
    assert pending(["a accepts x", "b rejects x"], ["m amends x"], parties=(*TWO, MEDIATOR)) == (
        "Arland's acceptance lapsed when text 2 was made; Borland's refusal lapsed when text 2 was made."
    )


def test_decider_that_is_not_in_the_record_goes_by_its_id() -> None:
    """A party that decides and is not in the record is told by its id."""
    demand = nt.Demand("x", "Ports", between=["a", "ghost"])
    assert pending(["a proposes x"], demands=[demand]) == "No word of ghost is recorded."


def test_word_of_who_is_not_there_is_just_a_word() -> None:
    """What a party said is named by its stance, and of a party without a position it is its word."""
    explanations = Explanations(talks(["a proposes x"]).now)
    assert explanations.noun("a", "x") == "Arland's proposal"
    assert (explanations.noun("b", "x"), explanations.noun("ghost", "x")) == (
        "Borland's word",
        "ghost's word",
    )


def test_name_that_ends_in_s_takes_an_apostrophe_alone() -> None:
    """Whose something is reads well for names in the plural."""
    states = nt.Party("a", "United States")
    assert pending(["a proposes x if y"], demands=(X, Y), parties=[states]) == (
        "United States' proposal waits for Rails (2, unraised)."
    )


# Parts, successors, what is off the table


def test_whole_tells_its_open_parts_by_their_outcomes() -> None:
    """Of a whole it is said how many parts are agreed, and which are not, by what became of them."""
    demands = (nt.Demand("w", "Treaty"), *(nt.Demand(one, one, part_of="w") for one in ("x", "y", "z", "u")))
    found = talks(["a and b accept x", "a rejects y", "a proposes z"], demands=demands)
    assert under(found, "Made of their parts: 0 of 1 agreed") == [
        "  1   Treaty. 1 of 4 parts agreed. Rejected: 1.2. Pending: 1.3. Unraised: 1.4."
    ]
    assert under(found, "Unraised: 1") == ["  1.4 u."]


def test_unraised_whole_says_nothing_of_its_parts() -> None:
    """Of parts that nobody has spoken of none is agreed, and the whole does not say that any is."""
    demands = (X, nt.Demand("w", "Treaty"), nt.Demand("y", "Rails", part_of="w"))
    found = talks(["a accepts x"], demands=demands)
    assert under(found, "Unraised: 2") == ["  2   Treaty.", "  2.1 Rails."]


def test_whole_of_refused_parts_is_told_without_naming_them() -> None:
    """Of a whole that is rejected all parts are, and counting them is enough."""
    demands = (nt.Demand("w", "Treaty"), nt.Demand("x", "Ports", part_of="w"))
    assert under(talks(["a rejects x"], demands=demands), "Made of their parts: 0 of 1 agreed") == [
        "  1   Treaty. 1 of 1 part rejected."
    ]


def test_replaced_demand_names_its_successors() -> None:
    """What agreed demands replace stands for itself, with them, and with why it is open; it counts nowhere."""
    demands = (X, nt.Demand("y", "Rails", succeeds="x"), nt.Demand("z", LONG, succeeds="x"))
    found = talks(["a proposes x", "a and b accept y and z"], demands=demands)
    assert under(found, "Replaced: 1") == [
        "  1 Ports. Replaced by Rails (2) and 3. No word of Borland is recorded."
    ]
    assert under(found, "Pending: 0 of 2") == []


def test_replaced_demands_are_named_below_the_matrix() -> None:
    """Below the table, whose rows do not say it, stands which demand replaced which, as below the matrix alone."""
    demands = (X, nt.Demand("y", "Rails", succeeds="x"))
    found = talks(["a proposes x", "a and b accept y"], demands=demands)
    assert (
        page(found)[page(found).index("2 Rails  ✓ accepts   ✓ accepts  agreed") + 2] == "Replaced: 1 (by 2)."
    )


def test_withdrawn_demand_names_who_withdrew_it() -> None:
    """What is off the table stands for itself, with who took it off."""
    found = talks(["a and b propose x", "a and b withdraw x"])
    assert under(found, "Withdrawn: 1") == ["  1 Ports. Withdrawn by Arland and Borland."]


def test_whole_of_withdrawn_parts_is_withdrawn() -> None:
    """Where all parts were withdrawn the whole is listed before them."""
    demands = (nt.Demand("w", "Treaty"), nt.Demand("x", "Ports", part_of="w"))
    found = talks(["a proposes x", "a withdraws x"], demands=demands)
    assert under(found, "Withdrawn: 2") == [
        "  1   Treaty. All its parts are withdrawn.",
        "  1.1 Ports. Withdrawn by Arland.",
    ]


# Accounts, claims, what is left out


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ([], "no word of Borland itself is recorded"),
        (["b rejects x"], "Borland itself rejects it"),
        (["b reserves x"], "Borland itself reserves its position"),
        (["b abstains x"], "Borland itself abstains"),
    ],
)
def test_open_account_tells_both_sides(own: list[str], words: str) -> None:
    """What somebody says that a party said stands beside what it said itself."""
    found = talks([*own, nt.Statement("b accepts x if y", according_to="a")], demands=(X, Y))
    assert under(found, "Open accounts") == [
        f"  Ports (1): by Arland's account Borland accepts it if 2; {words}."
    ]


def test_accounts_of_one_position_stand_together() -> None:
    """Accounts by several givers stand in one sentence, in full: with provisionally and the kind of a reservation."""
    said: list[Said] = [
        nt.Statement("b provisionally accepts x", according_to="a"),
        nt.Statement("b reserves x", according_to="c", reservation="scrutiny"),
    ]
    assert under(talks(said, parties=THREE), "Open accounts") == [
        (
            "  Ports (1): by Arland's account Borland provisionally accepts it; "
            "by Corland's account Borland reserves its position (scrutiny); no word of Borland itself is recorded."
        )
    ]


def test_account_of_what_lapsed_tells_what_that_was() -> None:
    """Where the party's own word lapsed, it is told what it was, and of which text."""
    said: list[Said] = ["b accepts x", "a amends x", nt.Statement("b rejects x", according_to="a")]
    assert under(talks(said), "Open accounts") == [
        (
            "  Ports (1, text 2): by Arland's account Borland rejects it; "
            "Borland itself has not spoken of this text (accepts, text 1)."
        )
    ]


def claiming(*claims: nt.Claim, source: str | Sequence[str] = ()) -> Negotiation:
    """Give a record in which x is pending, with claims."""
    return Negotiation(
        "Harbour talks",
        parties=TWO,
        demands=(X, nt.Demand("y", LONG)),
        sources=[nt.Source("post", "The Harbour Post", tier="press"), nt.Source("wire", "The Wire")],
        rounds=[nt.Round("r1", "2026-01", source=source, statements=["a proposes x"], claims=claims)],
    )


def test_claim_that_differs_is_set_against_what_was_said() -> None:
    """A claim of another outcome names its date and its source, its teller, and what is derived."""
    found = claiming(nt.Claim("x", "agreed", source="wire", according_to="b"), source="post")
    assert under(found, "Claims that differ") == [
        (
            "  Ports (1): agreed as of Jan 2026, according to The Wire [wire], by Borland's account; "
            "pending by what the parties said."
        )
    ]


def test_claim_without_a_source_of_its_own_takes_that_of_the_round() -> None:
    """A claim that names no source rests on the source of its round; a demand with a long title goes by its number."""
    assert under(claiming(nt.Claim("y", "agreed"), source="post"), "Claims that differ") == [
        (
            "  2: agreed as of Jan 2026, according to The Harbour Post (press) [post]; "
            "unraised by what the parties said."
        )
    ]


def test_claims_that_hold_are_not_on_the_page() -> None:
    """A claim that says what is derived is none that differs, and one about no demand is."""
    assert "Claims that differ" not in heads(claiming(nt.Claim("x", "pending")))
    assert "Claims that differ" in heads(claiming(nt.Claim("gone", "agreed")))


def test_claim_is_measured_by_its_own_round() -> None:
    """A claim is compared with what was derived as of its round, whatever came later."""
    claim = nt.Claim("x", "agreed")
    early = nt.Round("r1", "2026-01", statements=["a proposes x"], claims=[claim])
    found = Negotiation(
        "Talks",
        parties=TWO,
        demands=[X],
        rounds=[early, nt.Round("r2", "2026-02", statements=["b accepts x"])],
    )
    assert list(differences(found, 2)) == [Difference(early, claim, nt.Outcome.PENDING)]
    assert list(differences(found, 0)) == []


def test_left_out_words_are_told_with_the_reasons() -> None:
    """Of a statement of which something is left out three reasons are told, and how many more there are."""
    found = talks(["a and p and q accept x and s and t", "a withdraws x"])
    assert under(found, "Left out") == [
        (
            "  a, p and q accept x, s and t (r1): there is no party `p`; there is no party `q`; "
            "there is no demand `s`, and 1 more."
        ),
        "  a withdraws x (r1): `a` has not put forward `x`.",
    ]


# The package


def test_package_is_told_with_the_offers_that_make_it() -> None:
    """The package says what would be agreed together, and by which offers."""
    found = talks(
        ["a proposes x if y", "b provisionally accepts y if x", "a proposes y", "b accepts x"], demands=(X, Y)
    )
    assert under(found, "Package on the table") == [
        (
            "  Ports (1) and Rails (2) would be agreed together if all conditional offers were called in at once. "
            "Nobody would have to say anything new."
        ),
        "  Arland proposes 1 if 2.",
        "  Borland provisionally accepts 2 if 1.",
    ]


def test_package_of_one_is_agreed_alone() -> None:
    """Of a package of one demand nothing is said to be together."""
    found = talks(["a and b accept x if x"])
    assert under(found, "Package on the table")[0] == (
        "  Ports (1) would be agreed if all conditional offers were called in at once. "
        "Nobody would have to say anything new."
    )


def test_package_says_what_it_would_break() -> None:
    """A package that breaks what a demand declares says so."""
    demands = (
        nt.Demand("x", "Ports", excludes=["y"]),
        nt.Demand("y", "Rails", requires=["z"]),
        Z,
    )
    found = talks(["a and b accept x if y", "a and b accept y if x"], demands=demands)
    assert under(found, "Package on the table")[-2:] == [
        "  Not both can be agreed: 1 excludes 2.",
        "  Not without the other: 2 requires 3 (unraised).",
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("a accepts x", "None: no conditional offer of a party whose assent counts is in force."),
        ("a accepts x if y", "None: calling in the conditional offers would settle nothing more."),
    ],
)
def test_without_a_package_it_is_said_why(said: str, words: str) -> None:
    """Where there is no package it is told apart whether there are offers."""
    assert under(talks([said], demands=(X, Y)), "Package on the table") == [f"  {words}"]


# Who is waited for


def test_waited_for_names_parties_and_then_demands() -> None:
    """It is said who would have to speak on what, and which demands would have to be agreed for whose assent."""
    found = talks(["a accepts x and z if y", "b accepts x", "b proposes y"], demands=(X, Y, Z))
    assert under(found, "Waited for") == [
        "  Arland   to speak on 2",
        "  Borland  to speak on 3",
        "  2        to be agreed, for Arland's acceptance of 1 and 3",
    ]


def test_different_assents_to_one_condition_are_told_apart() -> None:
    """Of a demand that several assents wait for each is named."""
    found = talks(["a proposes x if y", "b accepts x if y"], demands=(X, Y))
    assert under(found, "Waited for") == [
        "  2  to be agreed, for Arland's proposal of 1 and Borland's acceptance of 1"
    ]


def test_nobody_is_waited_for_where_all_have_spoken() -> None:
    """Where every party has spoken its word the page says that nobody is waited for."""
    assert under(talks(["a and b accept x"]), "Waited for") == ["  Nobody whose word is missing."]


def test_long_names_leave_no_room_for_columns() -> None:
    """Where a name takes more than a third of the width each row is one sentence."""
    party = nt.Party("b", "The Confederation of Borland")
    found = talks(["a proposes x"], parties=(ARLAND, party))
    assert under(found, "Waited for", width=60) == ["  The Confederation of Borland to speak on 1"]
    assert under(found, "Waited for", width=90) == ["  The Confederation of Borland  to speak on 1"]


def test_package_needs_nobody() -> None:
    """What the package would settle by itself waits for nobody; what hangs on it from outside does."""
    found = talks(
        ["a and b accept x if y", "a and b accept y if x", "a and b accept z if x"], demands=(X, Y, Z)
    )
    assert awaited.conditions(found.now) == {}
    tied = found.saying("a accepts z if x and gone")
    assert awaited.conditions(tied.now) == {"x": [("a", "z"), ("b", "z")], "gone": [("a", "z")]}


def test_nobody_is_waited_for_on_what_was_replaced() -> None:
    """Of a demand that another has replaced no word is missing."""
    demands = (X, nt.Demand("y", "Rails", succeeds="x"))
    assert awaited.words(talks(["a proposes x", "a and b accept y"], demands=demands).now) == {}


def test_strangers_are_waited_for_last() -> None:
    """Parties come in the order of the record, those that are not in it at the end."""
    demand = nt.Demand("x", "Ports", between=["ghost", "b", "a"])
    assert list(awaited.words(talks(["m proposes x"], demands=[demand], parties=(*TWO, MEDIATOR)).now)) == [
        "a",
        "b",
        "ghost",
    ]


# The table in sentences


def test_list_tells_those_together_who_say_the_same() -> None:
    """Below each demand with its outcome those that share a stance are told together, in the plural."""
    found = talks(["a and b accept x if y", "c proposes x"], demands=(X, Y), parties=THREE)
    assert told(found)[:3] == [
        "1 Ports: pending.",
        "  Arland and Borland accept if 2.",
        "  Corland proposes.",
    ]


def test_list_tells_everything_of_a_position() -> None:
    """A position is told with the bloc that took it, its red line, and whether it was said in this round."""
    parties = (ARLAND, nt.Party("u", "Union", members=["a"]))
    found = talks([], [nt.Statement("u reserves x", reservation="scrutiny", red_line=True)], parties=parties)
    assert told(found)[1:3] == [
        "  Arland reserves (scrutiny), through Union, a red line, said in this round.",
        "  Union reserves (scrutiny), a red line, said in this round.",
    ]


def test_list_tells_lapsed_words_with_their_text() -> None:
    """A position that lapsed is told with the text that it was given to, and the demand with its own."""
    assert told(talks(["b provisionally accepts x", "a amends x"]))[:3] == [
        "1 Ports (text 2): pending.",
        "  Arland amends.",
        "  Borland lapsed (provisionally accepts, text 1).",
    ]


def test_list_tells_accounts_in_the_singular_and_plural() -> None:
    """What others report follows what the parties say themselves."""
    one, two = (
        nt.Statement("b provisionally accepts x if y", according_to="a"),
        nt.Statement("b and c reject y", according_to="a"),
    )
    lines = told(talks([one, two, "a proposes x and y"], demands=(X, Y), parties=THREE))
    assert "  Borland silent; by Arland's account it provisionally accepts if 2." in lines
    assert "  Borland and Corland silent; by Arland's account they reject." in lines


def test_list_leaves_out_who_need_not_speak() -> None:
    """A silent party is told only where its word is awaited or reported."""
    found = talks(["a proposes x"], parties=(*TWO, MEDIATOR))
    assert told(found)[:3] == ["1 Ports: pending.", "  Arland proposes.", "  Borland silent."]


def test_list_tells_what_others_make_of_a_demand() -> None:
    """The outcome is told with what is provisional about it, its parts, and what replaced it."""
    demands = (
        nt.Demand("w", "Treaty"),
        nt.Demand("x", "Ports", part_of="w"),
        nt.Demand("y", "Rails", succeeds="x"),
    )
    lines = told(talks(["a provisionally accepts x", "b accepts x", "a and b accept y"], demands=demands))
    assert [line for line in lines if "agreed" in line] == [
        "1 Treaty: provisionally agreed, 1 of 1 part agreed.",
        "  1.1 Ports: provisionally agreed, replaced by 2.",
        "2 Rails: agreed.",
    ]


def below(of: Negotiation) -> list[str]:
    """Give what stands below the table of a matrix."""
    lines = str(Matrix(of.now)).splitlines()
    return lines[lines.index("", lines.index("") + 1) + 1 :]


def test_matrix_names_what_nobody_raised() -> None:
    """Below the table stand the demands that nobody spoke of, by number and title."""
    assert "Unraised: 2 Rails, 3 Roads." in below(talks(["a and b accept x"], demands=(X, Y, Z)))


def test_matrix_tells_the_package_and_what_it_breaks() -> None:
    """Below the table stands what would be agreed together, and which declarations that would break."""
    demands = (nt.Demand("x", "Ports", excludes=["z"]), Y, Z)
    found = talks(["a and b accept x if y", "a and b accept y if x", "a and b accept z"], demands=demands)
    lines = below(found)
    start = lines.index("Package on the table: 1 and 2 would be agreed together.")
    assert lines[start + 1] == "Not both can be agreed: 1 excludes 3 (agreed)."


def test_matrix_tells_a_package_of_one() -> None:
    """Of a package of one demand it is said what it would take."""
    assert "Package on the table: 1 would be agreed if all conditional offers were called in." in below(
        talks(["a and b accept x if x"])
    )


# For machines


def test_document_of_an_outcome_tells_parties_and_parts() -> None:
    """Reasons are told with the party and what it does, or with the part and what became of it."""
    demands = (nt.Demand("w", "Treaty"), nt.Demand("x", "Ports", part_of="w"))
    said: list[Said] = [nt.Statement("a reserves x", reservation="scrutiny"), "b accepts x if gone"]
    state = talks(said, demands=demands).now
    assert entries.outcome(state.standing("w"))["reasons"] == [{"part": "x", "outcome": "pending"}]
    assert entries.outcome(state.standing("x"))["reasons"] == [
        {"party": "a", "reason": "reserves", "reservation": "scrutiny"},
        {"party": "b", "reason": "waits", "for": ["gone"]},
    ]


def test_document_of_a_matrix_tells_what_the_package_breaks() -> None:
    """A declaration that the package would break is told by its kind."""
    demands = (nt.Demand("x", "Ports", excludes=["y"]), nt.Demand("y", "Rails", requires=["z"]), Z)
    found = talks(["a and b accept x if y", "a and b accept y if x"], demands=demands)
    assert matrix_json(found.now)["package_breaks"] == [
        {"demand": "x", "excludes": "y"},
        {"demand": "y", "requires": "z"},
    ]


def test_document_of_a_reported_position_has_the_account() -> None:
    """A silent party of which somebody reports has an entry, with nothing in it but marks and accounts."""
    state = talks([nt.Statement("b accepts x if x", according_to="a")]).now
    (entry,) = entries.positions(state, ["a", "b"], "x")
    assert (entry["party"], entry["stance"], entry["since"], entry["marks"]) == (
        "b",
        None,
        None,
        ["reported"],
    )
    assert entry["accounts"] == [
        {
            "according_to": "a",
            "stance": "accepts",
            "conditions": ["x"],
            "provisional": False,
            "reservation": None,
        }
    ]


def test_document_of_a_report_holds_what_is_read_off() -> None:
    """The JSON of a report has the counts, the course, the claims, who is waited for and what is left out."""
    found = Negotiation(
        "Harbour talks",
        parties=TWO,
        demands=(X, Y),
        events=[nt.Event("2026-01-09", "A strike", source="post")],
        rounds=[
            nt.Round(
                "r1",
                "2026-01",
                title="Summit",
                place="Leeds",
                source="post",
                statements=["a proposes x if y", "q accepts x"],
                claims=[nt.Claim("x", "agreed", according_to="a", note="so it says")],
            )
        ],
    )
    told_ = report_json(found, found.now)
    assert {key: value for key, value in told_.items() if key != "matrix"} == {
        "negotiation": "Harbour talks",
        "round": "r1",
        "counts": {"agreed": 0, "provisional": 0, "rejected": 0, "pending": 1, "total": 1},
        "rounds": [{"round": "r1", "date": "2026-01", "title": "Summit", "place": "Leeds"}],
        "events": [
            {
                "date": "2026-01-09",
                "title": "A strike",
                "note": None,
                "sources": [{"id": "post", "locator": None}],
            }
        ],
        "claims": [
            {
                "round": "r1",
                "demand": "x",
                "claimed": "agreed",
                "derived": "pending",
                "sources": [{"id": "post", "locator": None}],
                "according_to": "a",
                "note": "so it says",
            }
        ],
        "waited_for": {
            "parties": [{"party": "b", "demands": ["x"]}],
            "put_off": [],
            "demands": [{"demand": "y", "for": [{"party": "a", "demand": "x"}]}],
        },
        "since_previous": None,
        "left_out": [{"says": "q accepts x", "round": "r1", "reason": "there is no party `q`"}],
    }
    assert told_["matrix"] == matrix_json(found.now)


def test_document_before_the_first_round_has_no_round() -> None:
    """Before the first round the JSON names none."""
    found = talks(["a proposes x"])
    told_ = report_json(found, found.at("start"))
    assert (told_["round"], told_["rounds"]) == (None, [])


def test_csv_tells_held_lapsed_and_silent() -> None:
    """The long table has a row for each party, with everything that is said of its position."""
    said: list[Said] = [
        "b provisionally accepts x if y and z",
        nt.Statement("a amends x", red_line=True),
        nt.Statement("b rejects x", according_to="a"),
    ]
    found = talks(["a and b accept y"], said, demands=(X, Y, Z), parties=THREE)
    rows = matrix_csv(found.now, ["a", "b", "c"], ["x"]).splitlines()
    assert rows == [
        ",".join(COLUMNS),
        "r2,a,Arland,x,1,Ports,amends,,false,,true,2,own,r2,r2,,,,pending,false,r2,",
        (
            "r2,b,Borland,x,1,Ports,lapsed,y z,true,,false,1,own,r2,r2,accepts,lapsed reported,a: rejects,"
            "pending,false,r2,"
        ),
        "r2,c,Corland,x,1,Ports,silent,,,,,,,,,,,,pending,false,r2,",
    ]


def test_csv_tells_outcomes_and_conditions_of_accounts() -> None:
    """The outcome of a demand is in each of its rows; accounts are told with their conditions."""
    demands = (X, nt.Demand("y", "Rails", succeeds="x"))
    said: list[Said] = [
        "a and b provisionally accept x",
        "a and b accept y",
        nt.Statement("c accepts x if x and y", according_to="a"),
    ]
    found = talks(said, demands=[nt.Demand("x", "Ports", between=["a", "b"]), demands[1]], parties=THREE)
    (row,) = csv.DictReader(StringIO(matrix_csv(found.now, ["c"], ["x"])))
    assert (row["accounts"], row["marks"]) == ("a: accepts if x and y", "reported")
    assert (row["outcome"], row["outcome_provisional"], row["outcome_since"]) == ("agreed", "true", "r1")
    assert row["reservation"] == ""


def test_csv_is_no_formula() -> None:
    """A text that a spreadsheet would run is marked as a text; before the first round the round is `start`."""
    found = talks(demands=[nt.Demand("x", "=1+1")], parties=[nt.Party("a", "@home\n")])
    (row,) = csv.reader(matrix_csv(found.now, ["a"], ["x"]).splitlines()[1:])
    assert row[:7] == ["start", "a", "'@home\\u000a", "x", "1", "'=1+1", "silent"]
    assert row[-4:] == ["unraised", "false", "", ""]


# Laws


def states(of: Negotiation) -> Iterator[State]:
    """Give the state before the first round and after each."""
    yield of.at("start")
    yield from (of.at(round_.id) for round_ in of.rounds)


def assert_fits(view: View, addresses: Sequence[str] = ()) -> None:
    """Check that a view gives lines that are no wider than they may be, in colour as without."""
    assert str(view).split("\n") == [plain(line) for line in view.lines(None)]
    for width in WIDTHS:
        lines: list[Line] = list(view.lines(width))
        assert lines
        assert [plain(line) for line in view.lines(width)] == [plain(line) for line in lines]
        assert "".join([segment.text for segment in painted(lines)]) == "".join(
            [plain(line) + "\n" for line in lines]
        )
        for line in [*lines, *view.lines(width, ASCII)]:
            assert cell_len(plain(line)) <= width or plain(line).strip() in addresses


def test_head_of_the_outcomes_fits() -> None:
    """The head of the column of outcomes fits as well where it is wider than all that is below it."""
    demands = (X, nt.Demand("y", "Rails and roads of the whole north"))
    found = talks(["a and b accept x and y"], demands=demands)
    assert [line for line in page(found, width=44) if cell_len(line) > 44] == []


@given(SMALL)
def test_report_fits_and_reads_alike_in_colour(found: Negotiation) -> None:
    """A report has lines for every round, none wider than the width, the same characters with and without colour."""
    for state in states(found):
        assert_fits(Report(found, state))


_HEAD = re.compile(
    r"(Agreed|Rejected|Pending|Made of their parts|Replaced|Withdrawn|Unraised): (\d+)(?: of (\d+))?(?: agreed)?"
)


def outcome_lists(report: Report) -> Mapping[str, tuple[int, int | None, list[str]]]:
    """Give for each list of outcomes in a report the figures of its head, and the numbers of the demands in it."""
    found: dict[str, tuple[int, int | None, list[str]]] = {}
    numbers: list[str] = []
    for line in report.lines(None):
        first = line[0] if line else None
        if first and first.style is Style.BOLD and (head := _HEAD.fullmatch(plain(line))):
            numbers = []
            found[head[1]] = (int(head[2]), int(head[3]) if head[3] else None, numbers)
        elif first and first.style is Style.DIM and first.text.startswith("  "):
            numbers.append(first.text.strip())
    return found


@given(SMALL)
def test_every_demand_is_in_one_list_of_outcomes(found: Negotiation) -> None:
    """Each demand is named once, where the counts and the states say that it belongs; the heads say how many."""
    for state in states(found):
        lists = outcome_lists(Report(found, state))
        numbered = [number for _, _, numbers in lists.values() for number in numbers]
        assert sorted(numbered) == sorted(state.numbers.values())
        counts = state.counts
        expected = {"Agreed": counts.agreed, "Rejected": counts.rejected, "Pending": counts.pending}
        for head, count in expected.items():
            assert lists.get(head, (0, 0, []))[:2] == ((count, counts.total) if counts.total else (0, 0))
            assert len(lists[head][2] if head in lists else []) == count
        for head in ("Replaced", "Withdrawn", "Unraised"):
            count, _, numbers = lists.get(head, (0, None, []))
            assert count == len(numbers)
        agreed_wholes, wholes, numbers = lists.get("Made of their parts", (0, 0, []))
        by_number = {number: demand for demand, number in state.numbers.items()}
        assert wholes == len(numbers)
        assert agreed_wholes == sum(by_number[number] in state.agreed for number in numbers)


@given(SMALL)
def test_whose_word_is_missing_is_read_off_the_positions(found: Negotiation) -> None:
    """Waited for are the silent and lapsed deciders of pending demands, unless silence counts or is absence."""
    terms = Terms(found.parties, found.between, found.decision)
    for state in states(found):
        known = {party.id for party in state.parties}
        expected = {
            (party, demand.id)
            for demand in state.demands
            if state.outcome(demand.id) is nt.Outcome.PENDING and not state.standing(demand.id).replaced_by
            for party in state.standing(demand.id).deciders
            if is_missing(state[party, demand.id] if party in known else SILENT, terms.rule(demand).silence)
        }
        words = awaited.words(state)
        assert {(party, demand) for party, demands in words.items() for demand in demands} == expected
        order = list(state.numbers)
        assert all(list(demands) == sorted(demands, key=order.index) for demands in words.values())


def is_missing(position: Position, silence: Silence) -> bool:
    """Tell whether a decider in this position would have to speak; objections do not lapse into assent."""
    match position:
        case Silent():
            return silence is Silence.NEITHER
        case Lapsed(was=was):
            objects = was.stance in {nt.Stance.REJECTS, nt.Stance.RESERVES, nt.Stance.DEFERS}
            return silence is Silence.NEITHER or objects or was.is_qualified
        case Held():
            return False


@given(SMALL)
def test_differing_claims_are_those_that_differ(found: Negotiation) -> None:
    """The claims that differ are, read one by one, those whose word is not what is derived as of their round."""
    known = {demand.id for demand in found.demands}
    for number in range(len(found.rounds) + 1):
        expected = [
            (round_.id, claim)
            for round_ in found.rounds[:number]
            for claim in round_.claims
            if claim.demand not in known
            or found.at(round_.id).outcome(claim.demand).value != claim.outcome.value
        ]
        assert [(one.round.id, one.claim) for one in differences(found, number)] == expected


@given(SMALL)
def test_csv_has_every_cell(found: Negotiation) -> None:
    """The long table has a row for each demand and party, in order, with the stance that the state tells."""
    for state in states(found):
        parties, demands = [one.id for one in state.parties], [one.id for one in state.demands]
        rows = list(csv.DictReader(StringIO(matrix_csv(state, parties, demands))))
        assert [(row["demand"], row["party"]) for row in rows] == [(d, p) for d in demands for p in parties]
        for row in rows:
            match state[row["party"], row["demand"]]:
                case Held() as held:
                    words = (held.stance.value, " ".join(held.conditions), "")
                case Lapsed(was=was):
                    words = ("lapsed", " ".join(was.conditions), was.stance.value)
                case Silent():
                    words = ("silent", "", "")
            assert (row["stance"], row["conditions"], row["lapsed_stance"]) == words
            assert row["outcome"] == state.outcome(row["demand"]).value


@given(SMALL)
def test_document_of_a_report_is_json(found: Negotiation) -> None:
    """What a report gives for machines is written as JSON and read again unchanged."""
    for state in states(found):
        document = report_json(found, state)
        assert json.loads(json.dumps(document)) == document


def test_a_report_is_of_a_negotiation() -> None:
    """A state by itself does not know who said what, and is refused with what to give instead."""
    state = talks(["a accepts x"]).now
    with pytest.raises(TypeError, match="a report is of a negotiation and, by `at`, of one of its rounds"):
        nt.report(state)  # type: ignore[arg-type]  # that it is refused is what is tested


def test_a_report_can_be_asked_for_by_round() -> None:
    """`report(talks, at=...)` takes a round as `talks.at` does, and without one means the last."""
    of = talks(["a accepts x"], ["b accepts x"])
    assert str(nt.report(of, at=1)).splitlines()[1].startswith("After round 1 of 2")
    assert str(nt.report(of)).splitlines()[1].startswith("After round 2 of 2")


def test_a_rule_that_asks_for_more_than_all_says_so() -> None:
    """Where all that decide assent and the demand is yet pending, the rule is named as the reason."""
    of = talks(["a and b accept x"], demands=[nt.Demand("x", "Ports", decision=nt.Decision(5))])
    assert "  1 Ports. It needs 5 assents, and 2 can give one." in str(nt.report(of)).splitlines()


def test_a_refusal_that_is_not_counted_is_named() -> None:
    """What somebody refuses that does not decide is agreed, and the refusal is told."""
    demand = nt.Demand("x", "Ports", between=["a", "b"])
    assert agreed("a and b accept x", "c rejects x", demands=[demand], parties=THREE) == [
        "1 Ports, the refusal of Corland (others decide) is not counted."
    ]


def test_silence_on_a_new_text_is_told_as_that() -> None:
    """Who spoke of an older text has not said nothing: its silence on the current one counts."""
    demand = nt.Demand("x", "Ports", decision="consensus")
    assert agreed("b accepts x", "a amends x", demands=[demand]) == [
        "1 Ports (text 2), the silence of Borland on text 2 counts as assent."
    ]


def test_parties_are_named_with_their_members_and_whether_they_are_active() -> None:
    """The head tells for whom a bloc speaks, and who does not decide as of the round."""
    parties = [
        nt.Party("a", "Arland"),
        nt.Party("b", "Borland", leaves="r1"),
        nt.Party("u", "Union", members=["a", "b"]),
    ]
    assert page(talks([], parties=parties))[3] == (
        "parties   Arland, Borland (left in round 1), Union (bloc; of Arland and Borland)"
    )


def test_a_whole_whose_parts_are_withdrawn_says_why_it_is_open() -> None:
    """A demand that only others keep on the table, with all parts withdrawn, has its reason."""
    demands = (nt.Demand("w", "Treaty", between=["a"]), nt.Demand("x", "Ports", part_of="w"))
    of = talks(["a proposes x", "a withdraws x", "b proposes w"], demands=demands)
    assert "  1   Treaty. All its parts are withdrawn." in page(of)
    assert (
        "1   Treaty                » proposes'  pending    all parts withdrawn"
        in str(nt.matrix(of.now)).splitlines()
    )
