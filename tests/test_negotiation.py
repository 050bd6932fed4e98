"""The whole record: how a round is named, and how new values are made of old ones."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from attrs import evolve

import negotrack as nt

PAY = nt.Negotiation(
    "Pay talks",
    parties=[nt.Party("union", "Union"), nt.Party("employer", "Employer", joins="april")],
    demands=[nt.Demand("pay", "4% from April"), nt.Demand("hours", "A 35-hour week")],
    rounds=[
        nt.Round("march", "2026-03-02", statements=["union proposes pay and hours"]),
        nt.Round("april", "2026-04", statements=["employer accepts pay if hours"]),
        nt.Round("may", "2026-05-04", statements=["employer accepts hours if pay"]),
    ],
)


@pytest.mark.parametrize(
    ("named", "number"),
    [
        ("march", 1),
        ("start", 0),
        (1, 1),
        (3, 3),
        (-1, 3),
        (-3, 1),
        (date(2026, 3, 1), 0),
        (date(2026, 3, 31), 1),
        (date(2026, 4, 1), 2),
        (date(2030, 1, 1), 3),
    ],
)
def test_round_is_named_by_id_number_or_day(named: str | int | date, number: int) -> None:
    """A round is named by its id, by its number from either end, or by a day."""
    assert PAY.at(named).number == number


@pytest.mark.parametrize("named", ["mai", 4, -4])
def test_round_that_is_not_there_is_refused(named: str | int) -> None:
    """A name or number that no round has raises, and names what there is."""
    with pytest.raises(nt.NoSuchRound, match=f"no round `{named}`; (did you mean|there is|there are) "):
        PAY.at(named)


def test_now_is_the_last_round() -> None:
    """`now` is the state as of the last round."""
    assert PAY.now.number == 3


def test_now_is_the_start_where_there_are_no_rounds() -> None:
    """Without rounds, `now` is the state before the first: nothing raised, nothing counted."""
    start = nt.Negotiation("Talks", demands=[nt.Demand("pay", "Pay")]).now
    assert (start.round, start.unraised, start.counts.total) == (None, ("pay",), 0)


def test_saying_asks_what_if() -> None:
    """`saying` adds statements to the last round of a new negotiation, and leaves the old one alone."""
    agreed = PAY.saying("employer accepts pay", nt.Statement("employer accepts hours")).now.agreed
    assert (agreed, PAY.now.agreed) == (("pay", "hours"), ())


def test_saying_needs_a_round_to_say_it_in() -> None:
    """Without a round nothing can be said."""
    with pytest.raises(nt.NoSuchRound, match="there is none"):
        nt.Negotiation("Talks").saying("a accepts x")


def test_with_round_adds_the_last() -> None:
    """`with_round` gives a new negotiation with one more round, the last."""
    longer = PAY.with_round(nt.Round("june", "2026-06", statements=["employer rejects pay"]))
    assert (longer.now.rejected, len(PAY.rounds)) == (("pay",), 3)


def test_with_round_refuses_an_id_that_is_taken() -> None:
    """Two rounds cannot share an id."""
    with pytest.raises(nt.DuplicateId, match="two rounds have the id `may`"):
        PAY.with_round(nt.Round("may", "2026-06"))


def test_until_takes_later_rounds_away() -> None:
    """`until` gives the negotiation as it was written down then."""
    assert [round_.id for round_ in PAY.until("april").rounds] == ["march", "april"]


def test_until_keeps_out_who_joins_later() -> None:
    """A party that joins only later decides nothing in a negotiation cut off before that."""
    assert PAY.until("march").now.agreed == PAY.at("march").agreed == ("pay", "hours")


def test_until_the_start_has_no_rounds() -> None:
    """The negotiation until the start has no rounds."""
    assert PAY.until("start").now.round is None


def test_history_is_the_position_at_each_round() -> None:
    """`history` gives a party's position as of each round."""
    assert [str(position) for position in PAY.history("employer", "pay")] == [
        "silent",
        "accepts if hours",
        "accepts if hours",
    ]


@pytest.mark.parametrize(
    ("party", "demand", "error", "message"),
    [
        ("onion", "pay", nt.NoSuchParty, "no party `onion`; did you mean `union`"),
        ("union", "hour", nt.NoSuchDemand, "no demand `hour`; did you mean `hours`"),
    ],
)
def test_history_of_what_is_not_there_is_refused(
    party: str, demand: str, error: type[KeyError], message: str
) -> None:
    """An unknown party or demand raises, and suggests the nearest."""
    with pytest.raises(error, match=message):
        PAY.history(party, demand)


def test_changed_copy_is_read_anew() -> None:
    """What was computed of a negotiation is not carried over to a changed copy."""
    before = PAY.now.agreed
    after = evolve(PAY, rounds=PAY.rounds[:1], parties=PAY.parties[:1]).now.agreed
    assert (before, after) == ((), ("pay", "hours"))


@pytest.mark.parametrize(
    ("what", "records"),
    [
        ("parties", [nt.Party("a", "A"), nt.Party("a", "B")]),
        ("demands", [nt.Demand("a", "A"), nt.Demand("a", "B")]),
        ("sources", [nt.Source("a", "A"), nt.Source("a", "B")]),
        ("rounds", [nt.Round("a", "2026"), nt.Round("a", "2027")]),
    ],
)
def test_id_names_one_thing_of_its_kind(what: str, records: list[object]) -> None:
    """Two records of one kind cannot share an id."""
    with pytest.raises(nt.DuplicateId, match=f"two {what} have the id `a`; give each its own"):
        nt.Negotiation("Talks", **{what: records})  # type: ignore[arg-type]  # of each kind in turn


def test_repr_counts_in_words() -> None:
    """The repr is short: the title and the counts, one in the singular."""
    one = nt.Negotiation("Talks", parties=[nt.Party("a", "A")])
    assert repr(one) == "<Negotiation 'Talks': 1 party, 0 demands, 0 rounds, 0 statements>"


@pytest.mark.parametrize("named", [2.0, None, True, PAY.rounds[0]])
def test_round_is_named_by_nothing_else(named: object) -> None:
    """What names no round is refused by its kind."""
    with pytest.raises(TypeError, match=r"by its id \(round.id\), its number or a day, not by"):
        PAY.at(named)  # type: ignore[arg-type]  # the slip that is tested


def test_moment_is_its_day() -> None:
    """A moment of Python stands for its day."""
    assert PAY.at(datetime(2026, 3, 31, 12, 0, tzinfo=UTC)).number == 1


def test_record_in_place_of_its_id_is_no_id() -> None:
    """A whole record in the place of its id names nothing, and the message can be read."""
    with pytest.raises(
        TypeError, match=r"a demand is named by its id, which is a text, not by Demand\('pay'"
    ):
        PAY.now.outcome(PAY.demands[0])  # type: ignore[arg-type]  # the slip that is tested


@pytest.mark.parametrize("given", [{"id": "minutes"}, 3, nt.Source("minutes", "Minutes")])
def test_source_of_a_statement_is_an_id_or_a_citation(given: object) -> None:
    """A table as the file has it, or a whole source, is refused with what is wanted."""
    with pytest.raises(TypeError, match="by its id, a Citation or a list of these, not"):
        nt.Statement("a accepts x", source=given)  # type: ignore[arg-type]  # the slip that is tested


def test_statement_of_nothing_is_refused() -> None:
    """What is no text is no statement."""
    with pytest.raises(TypeError, match="a text in the sentence form, not None"):
        nt.Statement(None)  # type: ignore[arg-type]  # the slip that is tested


def test_matrix_is_of_a_state() -> None:
    """A whole negotiation in the place of a state is refused with what is wanted."""
    with pytest.raises(TypeError, match=r"such as `\.now`"):
        nt.matrix(PAY)  # type: ignore[arg-type]  # the slip that is tested


def test_until_the_start_touches_no_span() -> None:
    """Without rounds there is no span that could be empty: parties stay as they are."""
    assert (PAY.until("start").rounds, PAY.until("start").parties) == ((), PAY.parties)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: nt.Statement("a accepts x", red_line="no"), "`red_line` takes True or False, not 'no'"),  # type: ignore[arg-type]  # a slip
        (lambda: nt.Statement("a accepts x", version=True), "`version` takes a whole number, not True"),
        (lambda: nt.Statement("a accepts x", quote=b"x"), "`quote` takes a text, not b'x'"),  # type: ignore[arg-type]  # a slip
        (lambda: nt.Party("a", 3), "`name` takes a text, not 3"),  # type: ignore[arg-type]  # a slip
        (lambda: nt.Demand("x", "X", tags=[1]), "give texts, not 1"),  # type: ignore[list-item]  # a slip
        (lambda: nt.When(2022), "`When` takes a text, not 2022"),  # type: ignore[arg-type]  # a slip
    ],
)
def test_value_of_another_kind_is_refused(make: Callable[[], object], message: str) -> None:
    """What a file could not hold cannot be built in Python."""
    with pytest.raises(TypeError, match=re.escape(message)):
        make()


@pytest.mark.parametrize("version", [0, -1, 10**10])
def test_versions_are_counted_from_one(version: int) -> None:
    """The first text is version 1, and no record has a thousand million."""
    with pytest.raises(nt.BadField, match="`version` takes a whole number from 1 to 1000000000"):
        nt.Statement("a accepts x", version=version)
