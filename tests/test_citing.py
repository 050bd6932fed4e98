"""What in a record cites its sources: its statements, claims, rounds and events, and its notes."""

import pytest

import negotrack as nt
from negotrack.citing import cited, notes

TALKS = nt.Negotiation(
    "Harbour talks",
    note="See [whole].",
    parties=[nt.Party("a", "Arland", note="See [party].")],
    demands=[nt.Demand("x", "Open ports", note="See [demand], not [Sic] nor [ gap ].")],
    sources=[nt.Source("wire", "The Wire", note="See [source].")],
    rounds=[
        nt.Round(
            "r1",
            "2026-01",
            source=["minutes", nt.Citation("post", "p. 2")],
            note="See [round].",
            meetings=[nt.Meeting("Plenary", note="See [meeting].")],
            statements=[nt.Statement("a proposes x", note="See [statement].")],
            claims=[nt.Claim("x", "agreed", source="wire", note="See [claim].")],
        ),
        nt.Round("r2", "2026-03", statements=[nt.Statement("a rejects x", source="late")]),
    ],
    events=[nt.Event("2026-02", "A strike", source=["daily", "weekly"], note="See [event].")],
)


def test_all_notes_are_told() -> None:
    """The notes of a record are those of everything in it that can have one."""
    about = {note.about for note in notes(TALKS, 2)}
    assert about == {"the negotiation", "party a", "demand x", "source wire", "round r1", "event A strike"}
    assert len(list(notes(TALKS, 2))) == 9


_IDS = [
    "minutes",
    "post",
    "wire",
    "daily",
    "weekly",
    "late",
    "whole",
    "party",
    "demand",
    "source",
    "round",
    "meeting",
    "statement",
    "claim",
    "event",
]


@pytest.mark.parametrize("id_", _IDS)
def test_everything_can_cite(id_: str) -> None:
    """A source is cited by statements, claims, rounds and events, and by every note that names it in brackets."""
    assert id_ in cited(TALKS, 2)


def test_brackets_around_what_is_no_id_cite_nothing() -> None:
    """Only an id in brackets is a source."""
    assert not {"Sic", "sic", "gap"} & cited(TALKS, 2)


def test_nothing_later_is_cited() -> None:
    """As of a round, what is cited later is not."""
    assert not {"late", "daily", "event"} & cited(TALKS, 1)
    assert {"whole", "party", "demand", "source"} <= cited(TALKS, 0)


def test_show_of_a_source_tells_of_notes_that_name_it() -> None:
    """A source that only a note names is not called cited for nothing."""
    talks = nt.Negotiation(
        "Harbour talks",
        sources=[nt.Source("wire", "The Wire")],
        demands=[nt.Demand("x", "X", note="By [wire].")],
    )
    shown = str(nt.story(talks, "wire"))
    assert "Cited for 1 note." in shown
    assert "demand x: By [wire]." in shown


def test_report_names_every_source_of_a_claim() -> None:
    """A claim that differs is told with all its sources."""
    talks = nt.Negotiation(
        "Harbour talks",
        parties=[nt.Party("a", "Arland")],
        demands=[nt.Demand("x", "X")],
        sources=[nt.Source("wire", "The Wire"), nt.Source("post", "The Post")],
        rounds=[
            nt.Round(
                "r1",
                "2026-01",
                source=["wire", "post"],
                statements=["a rejects x"],
                claims=[nt.Claim("x", "agreed")],
            )
        ],
    )
    assert "according to The Wire [wire] and The Post [post]" in " ".join(str(nt.report(talks)).split())


def test_many_publishers_are_counted() -> None:
    """The head of a report names who published the sources, or counts them by tier where they are many."""
    sources = [nt.Source(f"s{number}", f"Paper {number}", tier="press") for number in range(21)]
    talks = nt.Negotiation("Harbour talks", sources=[*sources, nt.Source("t", "Letter")])
    assert "22: 21 press, 1 of no tier" in str(nt.report(talks))


# --- which place in which source


def test_the_place_that_a_statement_gives_goes_before_that_of_its_round() -> None:
    """Where the round says where in its source, a statement can say it more closely."""
    said = nt.Statement("a proposes x", locator="p. 3")
    whole = nt.Round("r1", "2026", source=nt.Citation("minutes", "pp. 1-9"), statements=[said, "a rejects x"])
    assert [whole.citations(one) for one in whole.statements] == [
        (nt.Citation("minutes", "p. 3"),),
        (nt.Citation("minutes", "pp. 1-9"),),
    ]


def test_a_source_does_not_cite_itself() -> None:
    """The note of a source that names the source says nothing of who cites it."""
    talks = nt.Negotiation("Harbour talks", sources=[nt.Source("wire", "The Wire", note="Not that [wire].")])
    assert not cited(talks, 0)


def test_a_round_cites_what_its_statements_and_claims_do_not_replace() -> None:
    """The sources of a round are cited where something in it names none, or where there is nothing in it."""
    bare, replaced = (
        nt.Negotiation("Harbour talks", rounds=[nt.Round("r1", "2026", source="minutes", statements=said)])
        for said in ([], [nt.Statement("a proposes x", source="wire")])
    )
    assert cited(bare, 1) == {"minutes"}
    assert cited(replaced, 1) == {"wire"}


def test_show_of_a_source_tells_of_rounds_without_words() -> None:
    """A source that tells of a round in which nothing was said is not called cited for nothing."""
    talks = nt.Negotiation(
        "Harbour talks",
        sources=[nt.Source("wire", "The Wire")],
        rounds=[nt.Round("r1", "2026-01", source="wire")],
    )
    assert "Cited for 1 round." in str(nt.story(talks, "wire"))


def test_sources_are_given_in_an_order() -> None:
    """A set has no order, and another one the next time."""
    with pytest.raises(TypeError, match="or a list of these"):
        nt.Event("2026-02", "A strike", source={"daily", "weekly"})
