"""The story of one party, demand, round or source, for machines."""

import json
from collections.abc import Callable, Iterator

from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.formats.json import entries
from negotrack.formats.json.entries import Document
from negotrack.formats.json.story import story
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.subjects import Kind, Subject
from negotrack.testing import negotiations

SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())

SAID = nt.Statement("a reserves x", reservation="scrutiny", locator="p. 2", quote="not yet")
TALKS = Negotiation(
    "Harbour talks",
    parties=[nt.Party("a", "Arland", aliases=["Ar"]), nt.Party("b", "Borland")],
    demands=[nt.Demand("x", "Ports", text="Ports close.", tags=["sea"]), nt.Demand("y", "Rails")],
    sources=[
        nt.Source("minutes", "Minutes", date="2026-01-09", tier="official"),
        nt.Source("wire", "The Wire"),
    ],
    rounds=[
        nt.Round("r1", "2026-01", place="Leeds", source="minutes", statements=[SAID]),
        nt.Round(
            "r2",
            "2026-02",
            statements=[
                nt.Statement("b amends x", text="Ports open.", source="wire"),
                nt.Statement("a accepts x", according_to="b"),
                nt.Statement("a and ghost reject y", date="2026-02-03"),
            ],
            claims=[nt.Claim("x", "agreed", source="wire", note="A headline."), nt.Claim("gone", "pending")],
        ),
    ],
)
FIRST = {
    "round": "r1",
    "says": "a reserves x",
    "according_to": None,
    "red_line": False,
    "reservation": "scrutiny",
    "version": None,
    "text": None,
    "quote": "not yet",
    "sources": [{"id": "minutes", "locator": "p. 2"}],
    "date": None,
    "note": None,
    "tags": [],
    "left_out": [],
}
"""What is told of the statement of the first round."""


def said(document: Document) -> list[str]:
    """Give the sentences of the statements in a story."""
    statements = document["statements"]
    assert isinstance(statements, list)
    return [one["says"] for one in statements]


def test_party_has_its_record_positions_and_statements() -> None:
    """The story of a party holds its record as the file has it, its positions, and what it said."""
    told = story(TALKS, TALKS.at("r1"), Subject(Kind.PARTY, "a"))
    assert told == {
        "party": "a",
        "record": {"name": "Arland", "aliases": ["Ar"]},
        "positions": list(entries.positions(TALKS.at("r1"), ["a"], "x")),
        "statements": [FIRST],
        "claims": [],
    }


def test_what_is_reported_of_a_party_is_in_its_story() -> None:
    """Words that name a party are in its story, whoever tells them, with who does and what is left out."""
    told = story(TALKS, TALKS.now, Subject(Kind.PARTY, "a"))
    statements = told["statements"]
    assert isinstance(statements, list)
    assert [(one["says"], one["according_to"], one["date"], one["left_out"]) for one in statements] == [
        ("a reserves x", None, None, []),
        ("a accepts x", "b", None, []),
        ("a and ghost reject y", None, "2026-02-03", ["there is no party `ghost`"]),
    ]


def test_demand_has_its_outcome_texts_and_claims() -> None:
    """The story of a demand holds its record, outcome, positions, texts, and what was said and claimed of it."""
    told = story(TALKS, TALKS.now, Subject(Kind.DEMAND, "x"))
    assert said(told) == ["a reserves x", "b amends x", "a accepts x"]
    del told["statements"]
    assert told == {
        "demand": "x",
        "record": {"title": "Ports", "text": "Ports close.", "tags": ["sea"]},
        "outcome": entries.outcome(TALKS.now.standing("x")),
        "positions": list(entries.positions(TALKS.now, ["a", "b"], "x")),
        "texts": [
            {"version": 1, "text": "Ports close.", "made_in": None},
            {"version": 2, "text": "Ports open.", "made_in": "r2"},
        ],
        "claims": [
            {
                "round": "r2",
                "demand": "x",
                "claimed": "agreed",
                "derived": "pending",
                "sources": [{"id": "wire", "locator": None}],
                "according_to": None,
                "note": "A headline.",
            }
        ],
    }


def test_round_is_told_as_of_itself() -> None:
    """The story of a round is the same as of any state; its record leaves out what stands beside it."""
    told = story(TALKS, TALKS.at("start"), Subject(Kind.ROUND, "r1"))
    assert told == {
        "round": "r1",
        "record": {"id": "r1", "date": "2026-01", "place": "Leeds", "source": "minutes"},
        "statements": [FIRST],
        "claims": [],
    }


def test_claim_of_no_demand_has_nothing_derived() -> None:
    """Of a claim about what is no demand nothing is derived."""
    claims = story(TALKS, TALKS.now, Subject(Kind.ROUND, "r2"))["claims"]
    assert isinstance(claims, list)
    assert [(one["demand"], one["derived"], one["sources"]) for one in claims] == [
        ("gone", None, []),
        ("x", "pending", [{"id": "wire", "locator": None}]),
    ]


def test_source_has_what_rests_on_it() -> None:
    """The story of a source holds its record, days as texts, and the statements and claims that rest on it."""
    told = story(TALKS, TALKS.now, Subject(Kind.SOURCE, "minutes"))
    assert told == {
        "source": "minutes",
        "record": {"title": "Minutes", "date": "2026-01-09", "tier": "official"},
        "statements": [FIRST],
        "claims": [],
        "notes": [],
        "events": [],
    }
    wire = story(TALKS, TALKS.now, Subject(Kind.SOURCE, "wire"))
    claims = wire["claims"]
    assert isinstance(claims, list)
    assert (said(wire), [one["demand"] for one in claims]) == (["b amends x"], ["x"])


def test_record_that_is_a_text_in_the_file_is_a_table() -> None:
    """A party with nothing but a name, which a file may write as a text, is told as a table all the same."""
    assert story(TALKS, TALKS.now, Subject(Kind.PARTY, "b"))["record"] == {"name": "Borland"}


def test_same_statement_in_two_rounds_is_told_for_each() -> None:
    """A statement object that is used in two rounds has in each the reasons of that round alone."""
    withdrawal = nt.Statement("a withdraws x")
    found = Negotiation(
        "Talks",
        parties=[nt.Party("a", "Arland")],
        demands=[nt.Demand("x", "Ports")],
        rounds=[
            nt.Round("r1", "2026-01", statements=[withdrawal]),
            nt.Round("r2", "2026-02", statements=["a proposes x", withdrawal]),
        ],
    )
    statements = story(found, found.now, Subject(Kind.PARTY, "a"))["statements"]
    assert isinstance(statements, list)
    assert [one["left_out"] for one in statements] == [["`a` has not put forward `x`"], [], []]


def test_days_of_meetings_are_texts() -> None:
    """A day is a text wherever it stands in a record."""
    round_ = nt.Round("r1", "2026-01", meetings=[nt.Meeting(date="2026-01-09")])
    found = Negotiation("Talks", rounds=[round_])
    assert '"meetings": [{"date": "2026-01-09"}]' in json.dumps(
        story(found, found.now, Subject(Kind.ROUND, "r1"))
    )


# Laws


def states(of: Negotiation) -> Iterator[State]:
    """Give the state before the first round and after each."""
    yield of.at("start")
    yield from (of.at(round_.id) for round_ in of.rounds)


def sentences(of: Negotiation, number: int, is_wanted: Callable[[Statement, Round], bool]) -> list[str]:
    """Give the wanted sentences up to a round, in order."""
    return [
        str(one.says) for round_ in of.rounds[:number] for one in round_.statements if is_wanted(one, round_)
    ]


def concerns(of: Negotiation, id_: str) -> Callable[[Statement, Round], bool]:
    """Give what tells whether a statement is by a party, of it, for it, or its account of another."""
    blocs = Blocs(of.parties, Calendar.of(of.rounds))

    def is_wanted(one: Statement, round_: Round) -> bool:
        speaks_for_it = [
            holder
            for holder in one.says.holders
            if one.according_to in {None, holder} and id_ in blocs.members(holder, of.round_number(round_.id))
        ]
        tells_of_others = one.according_to == id_ and set(one.says.holders) != {id_}
        return id_ in one.says.holders or bool(speaks_for_it) or tells_of_others

    return is_wanted


def names_demand(id_: str) -> Callable[[Statement, Round], bool]:
    """Give what tells whether a statement is about a demand."""
    return lambda one, _: id_ in one.says.demands


def rests_on(id_: str) -> Callable[[Statement, Round], bool]:
    """Give what tells whether a statement is written in a source."""
    return lambda one, round_: id_ in {cited.id for cited in round_.citations(one)}


@given(SMALL)
def test_stories_hold_every_statement_that_names_their_subject(found: Negotiation) -> None:
    """As of every round each story holds all statements so far that name its subject, and no others."""
    wanted = [
        *((Subject(Kind.PARTY, one.id), concerns(found, one.id)) for one in found.parties),
        *((Subject(Kind.DEMAND, one.id), names_demand(one.id)) for one in found.demands),
        *((Subject(Kind.SOURCE, one.id), rests_on(one.id)) for one in found.sources),
    ]
    for state in states(found):
        for subject, is_wanted in wanted:
            assert said(story(found, state, subject)) == sentences(found, state.number, is_wanted)
        for round_ in found.rounds:
            told = story(found, state, Subject(Kind.ROUND, round_.id))
            assert said(told) == [str(one.says) for one in round_.statements]


@given(SMALL)
def test_stories_are_json(found: Negotiation) -> None:
    """Every story is written as JSON and read again unchanged."""
    subjects = [
        *(Subject(Kind.PARTY, one.id) for one in found.parties),
        *(Subject(Kind.DEMAND, one.id) for one in found.demands),
        *(Subject(Kind.ROUND, one.id) for one in found.rounds),
        *(Subject(Kind.SOURCE, one.id) for one in found.sources),
    ]
    for state in states(found):
        for subject in subjects:
            document = story(found, state, subject)
            assert json.loads(json.dumps(document)) == document
