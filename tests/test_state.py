"""The view as of a round: what can be asked of it."""

from collections.abc import Sequence

import pytest

import negotrack as nt

RIVALS = nt.Negotiation(
    "Rivals",
    parties=[nt.Party("a", "A"), nt.Party("b", "B")],
    demands=[
        nt.Demand("x", "X", excludes=["y", "x", "gone"], text="old"),
        nt.Demand("y", "Y", requires=["z", "gone"]),
        nt.Demand("z", "Z"),
        nt.Demand("w", "W", excludes=["x", "z"]),
    ],
    rounds=[
        nt.Round(
            "one",
            "2026-01",
            statements=[
                "a and b accept w",
                "a proposes x if y",
                "b proposes y if x",
                "a accepts y",
                "b accepts x",
                "a proposes z",
                nt.Statement("b accepts z", according_to="a"),
            ],
        ),
        nt.Round("two", "2026-02", statements=[nt.Statement("a amends x", text="new")]),
    ],
)
STATE = RIVALS.at("one")


def test_package_that_breaks_declarations_says_which() -> None:
    """Each declaration that agreed and package together would break, and the package has a part in, is named."""
    assert STATE.package_breaks == (
        nt.Break("x", nt.Relation.EXCLUDES, "y"),
        nt.Break("y", nt.Relation.REQUIRES, "z"),
        nt.Break("w", nt.Relation.EXCLUDES, "x"),
    )


def test_package_comes_in_the_order_of_the_dossier() -> None:
    """What would be agreed as well is named in the order of the dossier."""
    assert STATE.package == ("x", "y")


def test_open_account_marks_its_cell() -> None:
    """A cell with an open account has it, and the mark that goes with it."""
    (account,) = STATE.accounts("b", "z")
    assert (account.according_to, account.stance, account.conditions, STATE.marks("b", "z")) == (
        "a",
        nt.Stance.ACCEPTS,
        (),
        (nt.Mark.REPORTED,),
    )


@pytest.mark.parametrize(("at", "unjoined"), [("start", {"l", "n"}), ("one", {"l", "n"}), ("two", {"n"})])
def test_who_was_never_active_has_not_joined_yet(at: str, unjoined: set[str]) -> None:
    """A party has joined once it was active in a round, and for good: who has left has joined."""
    parties = [
        nt.Party("a", "A"),
        nt.Party("l", "Late", joins="two"),
        nt.Party("g", "Gone", leaves="one"),
        nt.Party("n", "Never", joins="two", leaves="two"),
    ]
    assert nt.Negotiation("T", parties=parties, rounds=RIVALS.rounds).at(at).unjoined == unjoined


def test_texts_are_numbered() -> None:
    """The current text of a demand has a number, and the amendment that made it."""
    first, second = STATE.version("x"), RIVALS.now.version("x")
    assert (first.number, first.text, first.said) == (1, "old", None)
    assert (second.number, second.text, second.made_in) == (2, "new", "two")


@pytest.mark.parametrize("ask", ["outcome", "standing", "version"])
def test_unknown_demand_is_refused(ask: str) -> None:
    """Whatever is asked of a demand that is not there raises."""
    with pytest.raises(nt.NoSuchDemand, match="no demand `q`; there are x, y, z, w"):
        getattr(STATE, ask)("q")


@pytest.mark.parametrize(
    ("party", "demand", "error"), [("q", "x", nt.NoSuchParty), ("a", "q", nt.NoSuchDemand)]
)
def test_unknown_cell_is_refused(party: str, demand: str, error: type[KeyError]) -> None:
    """The position of a party or on a demand that is not there raises, and is a `KeyError`."""
    with pytest.raises(error, match=r"no (party|demand) `q`"):
        STATE[party, demand]


def test_demands_are_grouped_by_outcome() -> None:
    """Each demand is under exactly one outcome."""
    groups = (STATE.agreed, STATE.rejected, STATE.pending, STATE.withdrawn, STATE.unraised)
    assert groups == (("w",), (), ("x", "y", "z"), (), ())


def test_counts_say_both_numbers() -> None:
    """Counts name the part and the whole."""
    assert str(STATE.counts) == "1 of 4 agreed, 0 rejected, 3 pending"


def test_reasons_are_sentences() -> None:
    """Reasons print as words: who does what."""
    assert [str(reason) for reason in STATE.standing("x").reasons] == ["a waits for y"]


TREATY = [nt.Demand("t", "T"), nt.Demand("x", "X", part_of="t"), nt.Demand("y", "Y", part_of="t")]


def treaty(*said: str, demands: Sequence[nt.Demand] = TREATY) -> nt.State:
    """Give the state after a round in which this was said of a treaty of two parts."""
    rounds = [nt.Round("one", "2026-01", statements=said)]
    return nt.Negotiation("T", parties=RIVALS.parties, demands=demands, rounds=rounds).now


@pytest.mark.parametrize(
    ("said", "outcome", "reasons"),
    [
        ([], "unraised", []),
        (["a proposes x"], "pending", ["x is pending", "y is unraised"]),
        (["a and b accept x", "a proposes y"], "pending", ["y is pending"]),
        (["a and b accept x and y"], "agreed", ["x is agreed", "y is agreed"]),
        (["a and b accept x", "a proposes y", "a withdraws y"], "agreed", ["x is agreed"]),
        (["a and b reject x and y"], "rejected", ["x is rejected", "y is rejected"]),
        (["a proposes x and y", "a withdraws x and y"], "withdrawn", ["x is withdrawn", "y is withdrawn"]),
    ],
)
def test_outcome_of_a_whole_has_its_parts_as_reasons(
    said: list[str], outcome: str, reasons: list[str]
) -> None:
    """Those parts are the reasons that make the outcome of the whole; no party is counted, and none is needed."""
    standing = treaty(*said).standing("t")
    assert (standing.outcome, [str(reason) for reason in standing.reasons]) == (outcome, reasons)
    assert (standing.deciders, standing.needed) == ((), 0)


@pytest.mark.parametrize(
    ("said", "outcome", "reasons"),
    [
        ([], "unraised", []),
        (["a and b accept x"], "agreed", ["a assents", "b assents"]),
        (["b rejects x"], "rejected", ["b refuses"]),
        (["a accepts x"], "pending", ["b is silent"]),
        (["a accepts x", "b reserves x"], "pending", ["b reserves"]),
        (["a accepts x", "b defers x"], "pending", ["b defers"]),
        (["a accepts x", "b accepts x if t"], "pending", ["b waits for t"]),
        (["b accepts x", "a amends x"], "pending", ["b lapsed"]),
        (["b rejects x", "a amends x"], "pending", ["b lapsed"]),
        (["a and b propose x", "b withdraws x"], "pending", ["b withdraws"]),
        (["b proposes x", "b withdraws x"], "withdrawn", ["b withdraws"]),
    ],
)
def test_reasons_are_what_parties_do_that_made_the_outcome(
    said: list[str], outcome: str, reasons: list[str]
) -> None:
    """Assents make a demand agreed, refusals rejected, and what all others do keeps it pending."""
    standing = treaty(*said).standing("x")
    assert (standing.outcome, [str(reason) for reason in standing.reasons]) == (outcome, reasons)


def test_silence_that_counts_as_assent_is_a_reason() -> None:
    """Who is silent is counted where silence is assent, and is among the reasons."""
    rule = nt.Decision("2/3", silence="assent")
    standing = treaty("a accepts x", demands=[nt.Demand("x", "X", decision=rule)]).standing("x")
    assert (standing.deciders, standing.needed) == (("a", "b"), 2)
    assert [str(reason) for reason in standing.reasons] == [
        "a assents",
        "b is silent, which counts as assent",
    ]


def test_what_is_replaced_is_another_demand_on_the_table() -> None:
    """An agreed demand replaces those that it succeeds and that were raised, and not itself."""
    demands = [nt.Demand("x", "X"), nt.Demand("y", "Y"), nt.Demand("z", "Z", succeeds=["x", "y", "z"])]
    state = treaty("a proposes x", "a and b accept z", demands=demands)
    assert [state.standing(demand).replaced_by for demand in ("x", "y", "z")] == [("z",), (), ()]


def test_counts_leave_out_what_parts_or_successors_stand_for() -> None:
    """A composite demand, one that is replaced and one that nobody raised are counted nowhere."""
    demands = [*TREATY, nt.Demand("z", "Z", succeeds=["x"]), nt.Demand("w", "W")]
    assert str(treaty("a proposes x and y", "a and b accept z", demands=demands).counts) == (
        "1 of 2 agreed, 0 rejected, 1 pending"
    )


def test_repr_names_the_round_and_counts() -> None:
    """The repr of a state is short."""
    assert repr(STATE) == "<State as of 'one': 1 agreed, 0 rejected, 3 pending of 4 demands>"


def test_repr_before_the_first_round() -> None:
    """Before the first round there is nothing to count."""
    assert repr(RIVALS.at("start")) == "<State as of the start: 0 agreed, 0 rejected, 0 pending of 0 demands>"


@pytest.mark.parametrize(("kind", "words"), [("scrutiny", "a reserves (scrutiny)"), (None, "a reserves")])
def test_reservation_says_what_holds_it_back(kind: str | None, words: str) -> None:
    """A party that reserves is a reason, with the kind of its reservation where it gave one."""
    said = nt.Statement("a reserves z", reservation=kind)
    assert str(RIVALS.saying(said).now.standing("z").reasons[0]) == words


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (nt.Statement("a and prot accept z"), "there is no party `prot`"),
        (nt.Statement("a accepts pay"), "there is no demand `pay`"),
        (nt.Statement("a accepts z if pay"), "the condition `pay` is no demand, and is never met"),
        (nt.Statement("b accepts x", version=1), "`x` is at text 2, not 1"),
        (nt.Statement("b withdraws z"), "`b` has not put forward `z`"),
    ],
)
def test_words_that_are_left_out_are_told(said: nt.Statement, reason: str) -> None:
    """What is left out is told, with the reason: what if somebody is misspelt in a what-if?"""
    (words,) = RIVALS.saying(said).now.left_out
    assert (words.said, words.said_in, words.reason) == (said, "two", reason)


def test_words_that_are_left_out_name_the_current_text_where_they_are_about_another() -> None:
    """What is left out names the current text where it is about another, and 0 where that is not the reason."""
    state = RIVALS.saying(nt.Statement("b accepts x and pay", version=1)).now
    assert [(words.demand, words.current) for words in state.left_out] == [("pay", 0), ("x", 2)]


def test_nothing_is_left_out_before_it_is_said() -> None:
    """What is left out of a later round is not told of an earlier one."""
    assert RIVALS.saying("a accepts pay").at("one").left_out == ()


def test_cell_is_asked_for_by_a_pair() -> None:
    """A party alone is no cell."""
    with pytest.raises(TypeError, match=r"state\[party, demand\], not by 'a'"):
        STATE["a"]  # type: ignore[index]  # the slip that is tested


def test_text_of_several_demands_is_of_none() -> None:
    """An amendment of several demands makes a version of each, and its text, which cannot be of both, is of neither."""
    state = RIVALS.saying(nt.Statement("a amends y and z", text="new")).now
    assert (state.version("y").number, state.version("y").text, state.version("z").text) == (2, None, None)


def test_state_of_a_round_is_one_value() -> None:
    """Asked for twice, the state as of a round is the same."""
    assert RIVALS.now == RIVALS.at("two")


def test_what_is_left_out_takes_a_line_a_statement() -> None:
    """However many names in a statement are unknown, the matrix has one line on it, with some of the reasons."""
    said = "s1, s2, s3, s4 and s5 accept z"
    lines = str(nt.matrix(RIVALS.saying(said).now)).splitlines()
    assert [line for line in lines if line.startswith("Left out")] == [
        f"Left out: {said} (two): there is no party `s1`; there is no party `s2`; there is no party `s3`, and 2 more."
    ]
