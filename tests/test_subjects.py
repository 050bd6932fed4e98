"""What things are called: by those who ask for them, and in what a state tells of them."""

import re
import sys
from collections.abc import Callable

import pytest

import negotrack as nt
from negotrack import arguments
from negotrack.subjects import Ambiguous, Kind, Subject, subject

TALKS = nt.Negotiation(
    "Talks",
    parties=[nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("x", "Xenia")],
    demands=[
        nt.Demand("w", "Treaty", tags=["law"]),
        nt.Demand("v", "Visas"),
        nt.Demand("x", "Ports", part_of="w"),
        nt.Demand("y", "Rails", part_of="x"),
        nt.Demand("z", "Roads", part_of="w", succeeds=["v"]),
    ],
    sources=[nt.Source("x", "Minutes")],
    rounds=[
        nt.Round("r1", "2026-01", statements=["a proposes y", nt.Statement("b accepts y", according_to="a")]),
        nt.Round(
            "x",
            "2026-02",
            statements=[nt.Statement("a amends y", text="new"), "a and b propose v", "a, b and x accept z"],
        ),
    ],
)
STATE = TALKS.now


# Subjects


def test_id_of_several_things_is_ambiguous() -> None:
    """An id that names a party, a demand, a round and a source names all in its message."""
    with pytest.raises(Ambiguous) as caught:
        subject(TALKS, "x")
    assert str(caught.value) == (
        "`x` is a party, a demand, a round and a source; "
        "write `party:x` or `demand:x` or `round:x` or `source:x`"
    )
    assert (caught.value.id, caught.value.kinds) == ("x", list(Kind))


@pytest.mark.parametrize("kind", Kind)
def test_kind_tells_things_apart(kind: Kind) -> None:
    """With its kind an id names one thing."""
    assert subject(TALKS, f"{kind}:x") == Subject(kind, "x")


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("q", nt.NoSuch, "no party, demand, round or source `q`; there are a, b, x, w, v, x, y, z, ..."),
        ("party:q", nt.NoSuchParty, "no party `q`; there are a, b, x"),
        ("demand:q", nt.NoSuchDemand, "no demand `q`; there are w, v, x, y, z"),
        ("round:r2", nt.NoSuchRound, "no round `r2`; there are r1, x"),
        ("source:q", nt.NoSuchSource, "no source `q`; there is x"),
        ("planet:x", nt.NoSuch, "no party, demand, round or source `planet:x`; there are"),
    ],
)
def test_subject_that_is_not_there_is_an_error(name: str, error: type[nt.NoSuch], words: str) -> None:
    """What is not there is missed among things of its kind, or among all."""
    with pytest.raises(error, match=re.escape(words)):
        subject(TALKS, name)


# What is not there


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (nt.NoSuch, "party, demand, round or source"),
        (nt.NoSuchParty, "party"),
        (nt.NoSuchDemand, "demand"),
        (nt.NoSuchRound, "round"),
        (nt.NoSuchSource, "source"),
        (nt.NoSuchTag, "tag"),
        (nt.NoSuchSeed, "bundled dossier"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(error: type[nt.NoSuch], what: str) -> None:
    """The message suggests what is almost called so, else lists what there is, at most eight of them."""
    assert str(error("pors", ["ports"])) == f"no {what} `pors`; did you mean `ports`?"
    assert str(error("q", [])) == f"no {what} `q`; there is none"
    assert str(error("q", "abcdefgh")) == f"no {what} `q`; there are a, b, c, d, e, f, g, h"
    assert str(error("q", "abcdefghi")) == f"no {what} `q`; there are a, b, c, d, e, f, g, h, ..."


def test_what_is_not_there_is_a_key_error_with_its_parts() -> None:
    """Whoever catches it is told what was asked for and what there is; what would act in a terminal is escaped."""
    error = nt.NoSuchRound("3", ["r1"])
    assert isinstance(error, KeyError)
    assert (error.wanted, error.known) == ("3", ("r1",))
    assert str(nt.NoSuch("\x1b", [])) == "no party, demand, round or source `\\u001b`; there is none"


# Arguments


@pytest.mark.parametrize(
    ("texts", "parts"),
    [(["a,b", "c"], ["a", "b", "c"]), (["a, b"], ["a", "b"]), ([], []), ([""], [""]), (["\0-"], ["-"])],
)
def test_option_lists_several(texts: list[str], parts: list[str]) -> None:
    """What may be given several times may be given with commas as well."""
    assert arguments.several(texts) == parts


def test_demand_goes_by_id_or_number() -> None:
    """A text that begins with a digit is the number of a demand, as ids never do; anything else is an id."""
    assert [arguments.demand(text, STATE) for text in ("1.1.1", "2", "y", "q")] == ["y", "v", "y", "q"]
    with pytest.raises(nt.NoSuchDemand, match=re.escape("no demand `3`; there are 5, numbered 1 to 2")):
        arguments.demand("3", STATE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("w", Subject(Kind.DEMAND, "w")),
        ("1.1.1", Subject(Kind.DEMAND, "y")),
        ("demand:1.1.1", Subject(Kind.DEMAND, "y")),
        ("demand:y", Subject(Kind.DEMAND, "y")),
        ("party:x", Subject(Kind.PARTY, "x")),
        ("r1", Subject(Kind.ROUND, "r1")),
        ("round:r1", Subject(Kind.ROUND, "r1")),
        ("round:1", Subject(Kind.ROUND, "r1")),
        ("round:-1", Subject(Kind.ROUND, "x")),
        ("round:2026-01", Subject(Kind.ROUND, "r1")),
    ],
)
def test_argument_names_anything(text: str, found: Subject) -> None:
    """An argument names anything by id, a demand also by its number, a round by number and date."""
    assert arguments.subject(text, TALKS) == found


def test_start_is_no_round_to_tell_of() -> None:
    """Before the first round there is nothing to tell the story of."""
    with pytest.raises(nt.NoSuchRound, match="no round `start`"):
        arguments.subject("round:start", TALKS)


def test_closed_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input is closed, reading from it says so."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(nt.Unreadable, match="standard input is closed"):
        arguments.dossier(arguments.STDIN)


# What a state tells


def test_row_gives_what_cells_give() -> None:
    """A row has the position and the accounts of each party, in the order that was asked for."""
    assert list(STATE.row(["b", "a"], "y")) == [
        (STATE[party, "y"], STATE.accounts(party, "y")) for party in ("b", "a")
    ]


@pytest.mark.parametrize(
    ("ask", "error", "words"),
    [
        (lambda: STATE.row(["a", "q"], "y"), nt.NoSuchParty, "no party `q`"),
        (lambda: STATE.row(["a"], "q"), nt.NoSuchDemand, "no demand `q`"),
        (lambda: list(STATE.within(["y", "q"])), nt.NoSuchDemand, "no demand `q`"),
        (lambda: STATE.versions("q"), nt.NoSuchDemand, "no demand `q`"),
    ],
    ids=["party of a row", "demand of a row", "whole", "texts"],
)
def test_unknown_row_is_refused(ask: Callable[[], object], error: type[nt.NoSuch], words: str) -> None:
    """Rows, parts and texts of what is not there are errors."""
    with pytest.raises(error, match=words):
        ask()


def test_outline_has_parts_under_their_wholes() -> None:
    """In the outline each demand has its number and depth, parts under their wholes, the rest as in the dossier."""
    assert [(entry.number, entry.depth, entry.demand.id) for entry in STATE.outline] == [
        ("1", 0, "w"),
        ("1.1", 1, "x"),
        ("1.1.1", 2, "y"),
        ("1.2", 1, "z"),
        ("2", 0, "v"),
    ]
    assert STATE.numbers == {"w": "1", "x": "1.1", "y": "1.1.1", "z": "1.2", "v": "2"}


@pytest.mark.parametrize(
    ("demands", "found"),
    [([], ""), (["x"], "xy"), (["v", "x"], "xyv"), (["y", "w", "x", "w"], "wxyz"), (["z", "y"], "yz")],
)
def test_parts_come_with_their_wholes(demands: list[str], found: str) -> None:
    """Demands come with all their parts, each once, in the order of the outline."""
    assert "".join(entry.demand.id for entry in STATE.within(demands)) == found


def test_voices_are_who_was_heard() -> None:
    """A party has a voice once it has a position, or somebody reports one."""
    assert (TALKS.at("start").voices, TALKS.at("r1").voices, STATE.voices) == (
        (),
        ("a", "b"),
        ("a", "b", "x"),
    )


def test_texts_are_kept_in_order() -> None:
    """All texts of a demand are there, the current one last, as of a round."""
    assert [(one.number, one.text) for one in STATE.versions("y")] == [(1, None), (2, "new")]
    assert TALKS.at("r1").versions("y") == STATE.versions("y")[:1]


def test_replaced_demands_are_named() -> None:
    """A demand on the table that an agreed one succeeds is replaced, and counts no more."""
    assert STATE.replaced == ("v",)
    assert STATE.standing("v").replaced_by == ("z",)
    assert TALKS.at("r1").replaced == ()


# Where a statement is written


@pytest.mark.parametrize(
    ("source", "locator", "of_round", "found"),
    [
        ((), None, None, []),
        ((), "p. 2", None, []),
        ((), "p. 2", "minutes", [("minutes", "p. 2")]),
        ("wire", "p. 2", "minutes", [("wire", "p. 2")]),
        ("wire", None, "minutes", [("wire", None)]),
        ([nt.Citation("wire", "p. 3"), "post"], "p. 2", None, [("wire", "p. 3"), ("post", "p. 2")]),
    ],
)
def test_citations_are_of_the_statement_or_of_its_round(
    source: object, locator: str | None, of_round: str | None, found: list[tuple[str, str | None]]
) -> None:
    """A statement is written in its own sources, else in that of the round; its place goes with each that has none."""
    said = nt.Statement("a proposes x", source=source, locator=locator)  # type: ignore[arg-type]  # of any form
    cited = nt.Round("r1", "2026", source=of_round or (), statements=[said]).citations(said)
    assert [(one.id, one.locator) for one in cited] == found
