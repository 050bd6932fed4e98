"""Moves and the ledger: what a round moved, undone or not, and which moves toward were answered."""

from collections.abc import Sequence
from datetime import date
from html import escape
from io import StringIO

import pytest
from hypothesis import given
from rich.console import Console

import negotrack as nt
from negotrack.moves import Restatement, restated
from negotrack.testing import negotiations

Said = str | nt.Statement

PARTIES = (
    nt.Party("a", "Arland"),
    nt.Party("b", "Borland"),
    nt.Party("c", "Cerland"),
    nt.Party("eu", "Union", members=["a", "b"]),
    nt.Party("g77", "Group", members=["c"]),
)
DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"))


def talks(*rounds: Sequence[Said]) -> nt.Negotiation:
    """Give a negotiation in which this was said in the rounds r1, r2 and so on."""
    return nt.Negotiation(
        "Talks",
        parties=PARTIES,
        demands=DEMANDS,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def told(*rounds: Sequence[Said]) -> list[str]:
    """Give the moves of the last of some rounds, a line each."""
    return [str(move) for move in talks(*rounds).moves(-1)]


# --- the moves of a round


def test_moves_come_as_they_were_said() -> None:
    """The moves of a round are in the order in which they were made."""
    assert told(["b rejects y", "a accepts x", "b accepts x"]) == [
        "b on y: silent -> rejects (opening)",
        "a on x: silent -> accepts (opening)",
        "b on x: silent -> accepts (opening)",
    ]


def test_move_starts_where_the_one_before_it_led() -> None:
    """Of several moves of one cell in a round, each starts where the one before it ended."""
    assert told(["a rejects x"], ["a defers x", "a accepts x if y", "a accepts x"]) == [
        "a on x: rejects -> defers (toward)",
        "a on x: defers -> accepts if y (toward)",
        "a on x: accepts if y -> accepts (toward)",
    ]


def test_restatement_is_no_move() -> None:
    """Who says the same again makes no move, in the same round or a later one."""
    assert told(["a accepts x"], ["a accepts x", "a accepts x"]) == []


def test_bloc_moves_its_members() -> None:
    """The word of a bloc moves the bloc, and then its members."""
    assert told(["a accepts x"], ["eu rejects x"]) == [
        "eu on x: silent -> rejects (opening)",
        "a on x: accepts -> rejects (away)",
        "b on x: silent -> rejects (opening)",
    ]


def test_bloc_moves_no_member_that_said_so_before() -> None:
    """The word of a bloc is no move of a member that stands there already."""
    assert told(["a accepts x"], ["eu accepts x"]) == [
        "eu on x: silent -> accepts (opening)",
        "b on x: silent -> accepts (opening)",
    ]


def test_amendment_lets_others_lapse_before_it_moves_the_amender() -> None:
    """By an amendment the others lapse, and the amender goes straight to the new text."""
    assert told(["a and c accept x"], ["a amends x"]) == [
        "c on x: accepts -> lapsed (accepts)",
        "a on x: accepts (text 1) -> amends (text 2) (sideways)",
    ]


def test_word_after_a_lapse_in_one_round_is_a_second_move() -> None:
    """Who accepts the new text in the round of the amendment has lapsed and moved from there."""
    assert told(["b accepts x"], ["a amends x", "b accepts x"]) == [
        "b on x: accepts -> lapsed (accepts)",
        "a on x: silent -> amends (opening)",
        "b on x: lapsed (accepts) -> accepts (toward)",
    ]


def test_account_is_no_move() -> None:
    """What another says that a party said moves nobody."""
    assert told([nt.Statement("b accepts x", according_to="a")]) == []


def test_nothing_moves_at_the_start() -> None:
    """Before the first round there are no moves."""
    assert talks(["a accepts x"]).moves("start") == ()


@pytest.mark.parametrize("named", ["r2", 2, -1, date(2026, 2, 15)])
def test_round_is_named_as_everywhere(named: str | int | date) -> None:
    """The round whose moves are asked for is named by its id, its number or a day."""
    (move,) = talks(["a accepts x"], ["a rejects x"]).moves(named)
    assert (move.movement, move.said_in) == (nt.Movement.AWAY, "r2")


def test_moves_of_a_round_that_is_not_there_are_refused() -> None:
    """A round that is not there raises."""
    with pytest.raises(nt.NoSuchRound, match="no round `r9`"):
        talks(["a accepts x"]).moves("r9")


def test_move_names_its_statement() -> None:
    """A move was made by one statement, an object of the record."""
    record = talks(["a accepts x"])
    (move,) = record.moves(1)
    assert move.statements == (move.said,) == record.rounds[0].statements


def test_lapse_names_the_amendment() -> None:
    """A lapse was made by the amendment."""
    lapse, _ = talks(["b accepts x"], ["a amends x"]).moves(2)
    assert str(lapse.said.says) == "a amends x"


def test_mover_is_a_party_by_its_own_voice_or_that_of_a_bloc() -> None:
    """Who is moved by its bloc has the bloc for its voice; who speaks has its own."""
    movers = [move.mover for move in talks(["eu accepts x", "c accepts x"]).moves(1)]
    assert movers == [nt.Mover("eu", "eu"), nt.Mover("a", "eu"), nt.Mover("b", "eu"), nt.Mover("c", "c")]


def test_who_lapsed_has_its_own_voice() -> None:
    """A position that lapsed has nobody's voice but the party's, whoever had spoken for it."""
    lapses = [move.mover for move in talks(["eu accepts x"], ["c amends x"]).moves(2)]
    assert lapses == [nt.Mover("eu", "eu"), nt.Mover("a", "a"), nt.Mover("b", "b"), nt.Mover("c", "c")]


def test_restated_words_name_their_cells() -> None:
    """A word that left a position as it was is known by its cell and whose word it is, once each time."""
    record = talks(["a accepts x"], ["a accepts x", "eu accepts x", "b rejects y"])
    assert list(restated(record.timeline, 2)) == [Restatement("a", "x", "a"), Restatement("a", "x", "eu")]


# --- what is an answer

TOWARD_BY_A = ["a accepts x"]
REFUSED: list[Said] = ["a, b, c, eu and g77 reject x and y"]


def is_answered(*rounds: Sequence[Said], number: int = 2) -> list[bool | None]:
    """Give of the moves of a round whether they were answered, all having refused everything in the round before."""
    ledger = talks(REFUSED, *rounds).ledger
    return [ledger.answered(number, move) for move in ledger.rounds[number - 1].moves]


def test_move_is_answered_in_the_same_round() -> None:
    """Two moves toward by two parties in one round answer each other, whichever was first."""
    assert is_answered(["a accepts x", "c accepts x"]) == [True, True]


def test_move_is_answered_on_another_demand() -> None:
    """An answer may be on any demand."""
    assert is_answered(["a accepts x", "c accepts y"]) == [True, True]


def test_move_is_answered_in_the_next_round() -> None:
    """A move toward is answered by one in the next round."""
    assert is_answered(TOWARD_BY_A, ["c accepts x"]) == [True]


def test_move_is_not_answered_in_the_round_before() -> None:
    """What was said before a move, in an earlier round, is no answer to it."""
    assert is_answered(["c accepts x"], TOWARD_BY_A, number=3) == [False]


def test_move_is_not_answered_in_the_round_after_the_next() -> None:
    """Two rounds later is too late for an answer, even where the round between is empty."""
    assert is_answered(TOWARD_BY_A, [], ["c accepts x"]) == [False]


def test_move_in_the_last_round_may_be_answered_in_it_only() -> None:
    """After the last round there is none in which a move could be answered."""
    assert is_answered(TOWARD_BY_A) == [False]


def test_party_does_not_answer_itself() -> None:
    """A second move toward by the same party is no answer, in the same round or the next."""
    assert is_answered(["a accepts x", "a accepts y"], ["a proposes x if y", "a proposes x"]) == [
        False,
        False,
    ]


def test_half_a_step_is_an_answer() -> None:
    """Whatever is toward is an answer, if it is only from refusal to none."""
    assert is_answered(TOWARD_BY_A, ["c defers y"]) == [True]


@pytest.mark.parametrize(
    "reply", ["c rejects x", "c accepts z", nt.Statement("c accepts x", according_to="b")]
)
def test_what_is_no_move_toward_is_no_answer(reply: Said) -> None:
    """Neither a restatement nor a word on what is no demand nor an account is an answer."""
    assert is_answered(TOWARD_BY_A, [reply]) == [False]


def test_opening_is_no_answer() -> None:
    """A first word is no move toward, and no answer."""
    ledger = talks(["a rejects x"], ["a accepts x", "c accepts x"]).ledger
    assert [ledger.answered(2, move) for move in ledger.rounds[1].moves] == [False, None]


def test_what_is_not_toward_is_neither_answered_nor_not() -> None:
    """Only of a move toward it is asked whether it was answered."""
    ledger = talks(["a accepts x"], ["a rejects x"], ["a defers x", "a reserves x"]).ledger
    asked = [[ledger.answered(one.number, move) for move in one.moves] for one in ledger.rounds]
    assert asked == [[None], [None], [False, None]]


def test_bloc_does_not_answer_itself_in_its_members() -> None:
    """The word of a bloc moves several parties and is one voice, which does not answer itself."""
    assert is_answered(["eu accepts x"]) == [False, False, False]


def test_bloc_does_not_answer_itself_in_the_next_round() -> None:
    """What a bloc moved is not answered by its next word, though that moves other parties."""
    assert is_answered(["eu accepts x"], ["eu accepts y"]) == [False, False, False]


def test_member_that_speaks_for_itself_answers_its_bloc() -> None:
    """A member that moves by its own word answers its bloc and the other members, and not what the bloc said for it."""
    assert is_answered(["eu accepts x"], ["a accepts y"]) == [True, False, True]


def test_own_bloc_answers_a_member_through_other_parties() -> None:
    """A member's own move is answered by the word of its bloc: other parties move, by another voice."""
    assert is_answered(["a accepts x"], ["eu accepts y"]) == [True]


def test_bloc_answers_a_bloc() -> None:
    """The word of another bloc is an answer, to all whom the first one moved."""
    assert is_answered(["eu accepts x"], ["g77 accepts x"]) == [True, True, True]


@pytest.mark.parametrize(
    ("other", "is_answer"),
    [
        (nt.Mover("b", "b"), True),
        (nt.Mover("b", "g77"), True),
        (nt.Mover("b", "eu"), False),
        (nt.Mover("eu", "eu"), False),
        (nt.Mover("a", "a"), False),
        (nt.Mover("a", "eu"), False),
    ],
)
def test_answer_is_of_another_party_and_another_voice(other: nt.Mover, *, is_answer: bool) -> None:
    """Neither the same party by another voice nor another party by the same voice answers."""
    assert nt.Mover("a", "eu").is_answered_by(other) is is_answer


def test_ledger_names_who_answered() -> None:
    """Who answered is named for the round itself and for the next, in the order of their moves."""
    ledger = talks(
        REFUSED, ["a accepts x", "c accepts x"], ["g77 accepts y", "b accepts y", "a accepts y"]
    ).ledger
    same, following = ledger.answers(2, nt.Mover("a", "a"))
    assert (list(same), list(following)) == (
        [nt.Mover("c", "c")],
        [nt.Mover("g77", "g77"), nt.Mover("c", "g77"), nt.Mover("b", "b")],
    )


def test_ledger_names_no_next_round_after_the_last() -> None:
    """In the last round only those are named that answered in it."""
    assert list(map(list, talks(REFUSED, TOWARD_BY_A).ledger.answers(2, nt.Mover("a", "a")))) == [[]]


# --- the sums

SUMMED = talks(
    ["a accepts x", "b rejects x", "c reserves y"],
    ["b defers x", "a accepts x if y", "c abstains y"],
    ["b amends x", "a accepts y"],
    ["a accepts x", "a rejects x", "a accepts x"],
)


def test_tally_counts_the_moves_of_a_party() -> None:
    """Each party's moves are summed by which way they went."""
    assert SUMMED.ledger.tallies["a"] == nt.Tally(
        toward=2, answered=0, away=2, sideways=0, openings=2, lapses=1
    )


def test_tally_counts_answered_moves_among_those_toward() -> None:
    """A move that was answered is one of those toward."""
    answered = talks(REFUSED, ["a accepts x"], ["c accepts x"]).ledger.tallies["a"]
    assert (answered.toward, answered.answered, answered.total) == (1, 1, 3)


def test_move_by_a_bloc_counts_for_every_member() -> None:
    """What a bloc moved is a move of each of its members, and of the bloc."""
    tallies = talks(["eu accepts x"]).ledger.tallies
    assert {party: tally.openings for party, tally in tallies.items()} == {
        "a": 1,
        "b": 1,
        "c": 0,
        "eu": 1,
        "g77": 0,
    }


def test_two_moves_of_one_mover_are_answered_by_one() -> None:
    """One answer answers every move toward that a party made."""
    tallies = talks(REFUSED, ["a accepts x and y"], ["c accepts x"]).ledger.tallies
    assert (tallies["a"].answered, tallies["c"].answered) == (2, 0)


def test_tallies_come_in_the_order_of_the_dossier() -> None:
    """Every party has a tally, in the order of the dossier, whether it moved or not."""
    assert list(talks(["c accepts x"]).ledger.tallies) == ["a", "b", "c", "eu", "g77"]


@given(negotiations())
def test_tallies_sum_to_the_moves(record: nt.Negotiation) -> None:
    """All tallies together count every move of every round once."""
    total = sum(tally.total for tally in record.ledger.tallies.values())
    assert total == sum(len(record.moves(number)) for number in range(1, len(record.rounds) + 1))


@given(negotiations())
def test_moves_are_answered_by_those_who_are_named(record: nt.Negotiation) -> None:
    """A move toward is answered where somebody is named who answered it, and nowhere else."""
    ledger = record.ledger
    for one in ledger.rounds:
        for move in one.moves:
            named = any(ledger.answers(one.number, move.mover))
            is_toward = move.movement is nt.Movement.TOWARD
            assert ledger.answered(one.number, move) is (named if is_toward else None)


def test_ledger_has_the_moves_of_every_round() -> None:
    """The ledger has all rounds, with their numbers and moves."""
    assert [(one.round.id, one.number, one.moves) for one in SUMMED.ledger.rounds] == [
        (f"r{number}", number, SUMMED.moves(number)) for number in range(1, 5)
    ]


def test_movers_of_a_round_have_their_moves_toward() -> None:
    """Who moved toward in a round is known with those moves, in the order of the first."""
    (_, _, _, last) = SUMMED.ledger.rounds
    assert {mover: [str(move.before) for move in several] for mover, several in last.movers.items()} == {
        nt.Mover("a", "a"): ["lapsed (accepts if y)", "rejects"]
    }


def test_ledger_without_rounds_is_empty() -> None:
    """Where there are no rounds, nobody moved."""
    ledger = talks().ledger
    assert (list(ledger.rounds), {tally.total for tally in ledger.tallies.values()}) == ([], {0})


def printed(value: object) -> str:
    """Give what rich prints."""
    console = Console(file=StringIO(), width=80, color_system=None)
    console.print(value)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue().strip()


@pytest.mark.parametrize("value", [SUMMED.ledger, SUMMED.diff()], ids=["ledger", "diff"])
def test_rich_prints_what_a_notebook_shows(value: nt.Ledger | nt.Diff) -> None:
    """A ledger and a diff are shown by rich and in a notebook as by the command."""
    assert f"<pre>{escape(printed(value))}</pre>" == value._repr_html_()


def test_text_of_a_ledger_is_what_rich_prints() -> None:
    """The text of a ledger is the table of its sums."""
    assert str(SUMMED.ledger) == printed(SUMMED.ledger)


def test_repr_counts_the_moves() -> None:
    """The repr of a ledger is short."""
    assert repr(SUMMED.ledger) == "<Ledger of 'Talks': moves 12>"
