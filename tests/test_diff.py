"""Diffs: what changed between two rounds, in the cases in which comparing texts or tables goes wrong."""

import pickle
from collections.abc import Sequence

import pytest
from attrs import evolve

import negotrack as nt
from negotrack.becoming import change

Said = str | nt.Statement

A, B, C = nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("c", "Cerland")
EU = nt.Party("eu", "Union", members=["a", "b"])
X, Y, Z = nt.Demand("x", "Ports"), nt.Demand("y", "Rails"), nt.Demand("z", "Roads")


def talks(
    *rounds: Sequence[Said],
    parties: Sequence[nt.Party] = (A, B),
    demands: Sequence[nt.Demand] = (X, Y, Z),
) -> nt.Negotiation:
    """Give a negotiation in which this was said in the rounds r1, r2 and so on."""
    return nt.Negotiation(
        "Talks",
        parties=parties,
        demands=demands,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def told(diff: nt.Diff) -> list[str]:
    """Give every entry of a diff as a line."""
    return [str(entry) for entry in diff]


def said(entry: nt.DiffEntry) -> list[str]:
    """Give the statements that made an entry."""
    return [str(statement.says) for statement in entry.statements]


def outcome(diff: nt.Diff, demand: str = "x") -> nt.OutcomeChange:
    """Give what became of one demand."""
    (found,) = (entry for entry in diff.outcomes if entry.demand == demand)
    return found


# --- parties that come and go

JOINING = (A, B, evolve(C, joins="r2"))
LEAVING = (A, B, evolve(C, leaves="r2"))


def test_party_that_joins_changes_nothing_else() -> None:
    """A party joins: the diff says so, and nothing of what the others had settled."""
    between = evolve(X, between=["a", "b"])
    joined = talks(["a and b accept x"], [], parties=JOINING, demands=[between])
    assert told(joined.diff()) == ["c joined"]


def test_party_that_joins_may_reopen_an_outcome() -> None:
    """Where the assent of a party that joins is wanted, what the others had agreed is open again."""
    joined = talks(["a and b accept x"], [], parties=JOINING)
    assert told(joined.diff()) == ["x: agreed -> pending (reopened)", "c joined"]


def test_outcome_that_changed_by_joining_has_no_statements() -> None:
    """Of an outcome that changed because a party joined, nothing that was said is given as the reason."""
    joined = talks(["a and b accept x"], ["b accepts x"], parties=JOINING)
    assert outcome(joined.diff()).statements == ()


def test_party_that_leaves_changes_nothing_else() -> None:
    """A party leaves: the diff says so, and its positions stay what they were."""
    left = talks(["a, b and c accept x"], [], parties=LEAVING)
    assert told(left.diff()) == ["c left"]


def test_party_that_leaves_may_settle_an_outcome() -> None:
    """Where one party alone held it up, its leaving settles a demand, without a word."""
    left = talks(["a and b accept x", "c rejects x"], [], parties=LEAVING)
    assert told(left.diff()) == ["x: rejected -> agreed (settled)", "c left"]


def test_party_there_between_two_rounds_only_is_in_no_diff_of_them() -> None:
    """A party that joined and left between two rounds is active in neither, and in no diff of the two."""
    passing = talks([], [], [], parties=[A, evolve(B, joins="r2", leaves="r3")])
    assert told(passing.diff("r1", "r3")) == []


def test_backwards_a_party_that_joined_leaves() -> None:
    """Taken backwards, a party that joined is one that left."""
    joined = talks([], [], parties=JOINING)
    assert told(joined.diff("r2", "r1")) == ["c left"]


def test_no_statement_makes_a_party_join() -> None:
    """A party that joins does so by no statement."""
    (entry,) = talks([], ["a accepts x"], parties=JOINING).diff().parties
    assert (entry.presence, entry.statements) == (nt.Presence.JOINED, ())


# --- ids, and no places or titles

MANY = talks(
    ["a accepts x", "b rejects y", nt.Statement("b accepts z", according_to="a")],
    ["b accepts x", "a amends y", "a proposes z", nt.Statement("b rejects x", according_to="a")],
    parties=JOINING,
)


def test_other_order_of_parties_and_demands_gives_the_same_entries() -> None:
    """Parties and demands listed in another order change the same."""
    turned = evolve(MANY, parties=MANY.parties[::-1], demands=MANY.demands[::-1])
    assert set(turned.diff()) == set(MANY.diff())


def test_entries_come_in_the_order_of_the_dossier() -> None:
    """Entries come in the order of the dossier, by demand, then party."""
    turned = evolve(MANY, parties=MANY.parties[::-1], demands=MANY.demands[::-1])
    cells = [(one.demand, one.party) for one in turned.diff().positions]
    assert cells == [("z", "a"), ("y", "b"), ("y", "a"), ("x", "b")]


def test_demands_of_one_title_are_told_apart() -> None:
    """Two demands with the same title are two: what is said of one changes nothing of the other."""
    twins = talks(["a accepts x and y"], ["b accepts y"], demands=[X, nt.Demand("y", X.title)])
    assert told(twins.diff()) == ["y: pending -> agreed (settled)", "b on y: silent -> accepts (opening)"]


# --- several words in a round


def test_last_word_of_a_round_counts() -> None:
    """Of two statements of one holder on one demand in a round, the diff has the last."""
    twice = talks(["a accepts x"], ["b accepts x", "b rejects x"])
    assert told(twice.diff()) == ["x: pending -> rejected (blocked)", "b on x: silent -> rejects (opening)"]


def test_all_words_of_a_round_are_statements_of_the_change() -> None:
    """Two statements of one holder on one demand in a round both made the change of its position."""
    (entry,) = talks(["a accepts x"], ["b accepts x", "b rejects x"]).diff().positions
    assert said(entry) == ["b accepts x", "b rejects x"]


def test_words_of_all_rounds_between_are_statements_of_the_change() -> None:
    """A change over several rounds was made by all that was said in them, each in its round."""
    (entry,) = talks(["a accepts x"], ["a rejects x"], [], ["a defers x"]).diff("r1", "r4").positions
    assert [(str(word.said.says), word.said_in) for word in entry.words] == [
        ("a rejects x", "r2"),
        ("a defers x", "r4"),
    ]


def test_statement_with_several_cells_is_one_statement_of_each() -> None:
    """A joint statement on several demands made each change once."""
    (first, *_) = talks([], ["a and b accept x and y"]).diff().positions
    assert said(first) == ["a and b accept x and y"]


BACK = talks(["a accepts x"], ["a rejects x", "a accepts x"])


def test_there_and_back_within_a_round_is_no_change() -> None:
    """What was undone in the same round is in no diff."""
    assert told(BACK.diff()) == []


def test_there_and_back_within_a_round_is_two_moves() -> None:
    """What was undone in the same round was two moves."""
    assert [str(move) for move in BACK.moves("r2")] == [
        "a on x: accepts -> rejects (away)",
        "a on x: rejects -> accepts (toward)",
    ]


def test_there_and_back_over_rounds_is_no_change() -> None:
    """What was undone in a later round is in no diff over both."""
    assert told(talks(["a accepts x"], ["a rejects x"], ["a accepts x"]).diff("r1", "r3")) == []


# --- restatements

AGAIN = talks(["a accepts x"], ["a accepts x"])
BY_BLOC = talks(["a accepts x"], ["eu accepts x"], parties=(A, B, EU))


def test_restatement_is_no_change() -> None:
    """Who says the same again has not moved."""
    assert told(AGAIN.diff()) == []


def test_restatement_is_the_word_in_force_of_a_position_held_since_before() -> None:
    """Saying the same again makes a later statement the one in force, and the position no younger."""
    position = AGAIN.now["a", "x"]
    assert isinstance(position, nt.Held)
    assert (position.said_in, position.since) == ("r2", "r1")


def test_restatement_by_a_bloc_is_no_change() -> None:
    """Where its bloc says the same again, a member has not moved; the bloc and its other members have."""
    assert told(BY_BLOC.diff()) == [
        "x: pending -> agreed (settled)",
        "b on x: silent -> accepts (opening)",
        "eu on x: silent -> accepts (opening)",
    ]


def test_restatement_by_a_bloc_is_the_basis_of_a_position_held_since_before() -> None:
    """Where its bloc says the same again, a member stands where it did by the word of the bloc."""
    position = BY_BLOC.now["a", "x"]
    assert isinstance(position, nt.Held)
    assert (position.basis, position.said_in, position.since) == ("eu", "r2", "r1")


def test_conditions_in_another_order_are_the_same() -> None:
    """Conditions are a set: named in another order they are the same."""
    assert told(talks(["a accepts x if y and z"], ["a accepts x if z and y"]).diff()) == []


# --- texts

OLD, NEW = "no use of force", "no threat or use of force"
AMENDED = talks(
    ["a, b and c accept x"],
    [nt.Statement("a amends x", text=NEW), "b accepts x"],
    parties=(A, B, C),
    demands=[evolve(X, text=OLD), Y, Z],
)


def test_text_amended_and_accepted_again_in_one_round() -> None:
    """Who accepts a new text moves sideways; who did not speak of it lapses, and with that the agreement is open."""
    assert told(AMENDED.diff()) == [
        "x: agreed -> pending (reopened)",
        "a on x: accepts (text 1) -> amends (text 2) (sideways)",
        "b on x: accepts (text 1) -> accepts (text 2) (sideways)",
        "c on x: accepts -> lapsed (accepts)",
        "x: text 1 -> text 2",
    ]


def test_assent_to_a_new_text_is_another_position() -> None:
    """Two assents are unequal where they were given to two texts."""
    sides = [(one.before, one.after) for one in AMENDED.diff().positions if one.party == "b"]
    assert [
        (before.version, after.version)
        for before, after in sides
        if isinstance(before, nt.Held) and isinstance(after, nt.Held)
    ] == [(1, 2)]


def test_lapse_was_made_by_the_amendment() -> None:
    """What let a position lapse is the amendment, though its holder said nothing."""
    lapse = AMENDED.diff().positions[-1]
    assert (lapse.party, said(lapse)) == ("c", ["a amends x"])


def test_change_of_a_text_tells_words_kept_and_added() -> None:
    """A new text is compared with the old one word by word."""
    (entry,) = AMENDED.diff().texts
    assert [(part.edit.value, part.words) for part in entry.stretches] == [
        ("kept", "no"),
        ("added", "threat or"),
        ("kept", "use of force"),
    ]


def test_backwards_a_text_is_compared_from_old_to_new() -> None:
    """Taken backwards, the sides of a text are exchanged, and its words are still those that were added."""
    (entry,) = AMENDED.diff("r2", "r1").texts
    assert (str(entry), entry.stretches[1].edit) == ("x: text 2 -> text 1", nt.Edit.ADDED)


def test_texts_that_are_not_recorded_are_not_compared() -> None:
    """Where the old or the new text is not recorded, the version differs and no words do."""
    (entry,) = talks([], [nt.Statement("a amends x", text=NEW)]).diff().texts
    assert (str(entry), entry.stretches) == ("x: text 1 -> text 2", ())


def test_change_of_a_text_was_made_by_all_amendments_between() -> None:
    """A text that was amended twice was changed by both."""
    (entry,) = talks([], ["a amends x"], ["b amends x"]).diff("r1", "r3").texts
    assert (str(entry), said(entry)) == ("x: text 1 -> text 3", ["a amends x", "b amends x"])


def test_amendment_back_to_the_old_words_is_a_new_text() -> None:
    """The old words put forward again are a new version: what was said of the old one has lapsed."""
    again = talks(
        ["b accepts x"],
        [nt.Statement("a amends x", text=NEW), nt.Statement("a amends x", text=OLD)],
        demands=[evolve(X, text=OLD)],
    )
    assert told(again.diff()) == [
        "a on x: silent -> amends (opening)",
        "b on x: accepts -> lapsed (accepts)",
        "x: text 1 -> text 3",
    ]


def test_word_on_another_text_is_no_change() -> None:
    """What names another than the current text moves nothing."""
    late = talks(["a amends x"], [nt.Statement("b accepts x", version=1)])
    assert told(late.diff()) == []


# --- conditions and provisional words


def test_condition_added_is_a_move_away() -> None:
    """An assent that is made conditional counts no more while the condition is open."""
    assert told(talks(["a and b accept x"], ["b accepts x if y"]).diff()) == [
        "x: agreed -> pending (reopened)",
        "b on x: accepts -> accepts if y (away)",
    ]


def test_condition_dropped_is_a_move_toward() -> None:
    """An assent whose condition is dropped counts."""
    assert told(talks(["a accepts x", "b accepts x if y"], ["b accepts x"]).diff()) == [
        "x: pending -> agreed (settled)",
        "b on x: accepts if y -> accepts (toward)",
    ]


def test_condition_exchanged_is_a_move_sideways() -> None:
    """One condition in the place of another is neither nearer nor further."""
    assert told(talks(["a accepts x if y"], ["a accepts x if z"]).diff()) == [
        "a on x: accepts if y -> accepts if z (sideways)"
    ]


MET = talks(["a accepts x", "b accepts x if y"], ["a and b accept y"])


def test_condition_met_moves_no_position() -> None:
    """Where a condition is met, the outcome changes and the conditional position does not."""
    assert told(MET.diff()) == [
        "x: pending -> agreed (settled)",
        "y: unraised -> agreed (settled)",
        "a on y: silent -> accepts (opening)",
        "b on y: silent -> accepts (opening)",
    ]


def test_condition_met_settles_through_the_condition() -> None:
    """An outcome that changed because a condition was met hangs on the condition, and on what was said of that."""
    met = outcome(MET.diff())
    assert (met.through, said(met)) == (("y",), ["a and b accept y"])


def test_condition_that_stayed_as_it_was_is_not_hung_on() -> None:
    """What an outcome hangs on is only what changed as well."""
    late = talks(["a accepts x", "b accepts x if y and z", "a and b accept z"], ["a and b accept y"])
    assert outcome(late.diff()).through == ("y",)


def test_provisional_word_confirmed_is_a_move_toward() -> None:
    """An assent that is given for good confirms an agreement that was provisional."""
    assert told(talks(["a accepts x", "b provisionally accepts x"], ["b accepts x"]).diff()) == [
        "x: provisionally agreed -> agreed (confirmed)",
        "b on x: provisionally accepts -> accepts (toward)",
    ]


def test_word_made_provisional_is_a_move_away() -> None:
    """An assent that is made provisional loosens an agreement."""
    assert told(talks(["a and b accept x"], ["b provisionally accepts x"]).diff()) == [
        "x: agreed -> provisionally agreed (loosened)",
        "b on x: accepts -> provisionally accepts (away)",
    ]


# --- what is easily overlooked in a position


def test_reservation_of_another_kind_is_a_move_sideways() -> None:
    """Who is held back by something else has another position, though the stance is the same."""
    (entry,) = talks(
        [nt.Statement("a reserves x", reservation="scrutiny")],
        [nt.Statement("a reserves x", reservation="substantive")],
    ).diff()
    assert str(entry) == "a on x: reserves (scrutiny) -> reserves (substantive) (sideways)"


def test_red_line_is_a_move_sideways() -> None:
    """Who calls its stance non-negotiable has another position, though the stance is the same."""
    (entry,) = talks(["a rejects x"], [nt.Statement("a rejects x", red_line=True)]).diff()
    assert str(entry) == "a on x: rejects -> rejects, a red line (sideways)"


def test_who_abstains_after_refusing_moves_toward() -> None:
    """Who steps aside refuses no more, and leaves the decision to the others."""
    assert told(talks(["a accepts x", "b rejects x"], ["b abstains x"]).diff()) == [
        "x: rejected -> agreed (settled)",
        "b on x: rejects -> abstains (toward)",
    ]


def test_who_takes_a_demand_up_as_its_own_moves_sideways() -> None:
    """Full assent in other words is another position, and no nearer."""
    assert told(talks(["a accepts x"], ["a proposes x"]).diff()) == ["a on x: accepts -> proposes (sideways)"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (
            "b accepts x",
            ["x: pending -> agreed (settled)", "b on x: lapsed (accepts) -> accepts (toward)"],
        ),
        ("b accepts x if y", ["b on x: lapsed (accepts) -> accepts if y (toward)"]),
        ("b reserves x", ["b on x: lapsed (accepts) -> reserves (sideways)"]),
        ("b defers x", ["b on x: lapsed (accepts) -> defers (sideways)"]),
        (
            "b abstains x",
            ["x: pending -> agreed (settled)", "b on x: lapsed (accepts) -> abstains (sideways)"],
        ),
        (
            "b rejects x",
            ["x: pending -> rejected (blocked)", "b on x: lapsed (accepts) -> rejects (away)"],
        ),
    ],
)
def test_word_after_a_lapse(word: str, expected: list[str]) -> None:
    """Whose position lapsed stands between refusal and assent, and moves from there."""
    assert told(talks(["b accepts x"], ["a amends x"], [word]).diff()) == expected


def test_position_that_lapsed_again_is_no_change() -> None:
    """What lapsed is equal to what lapsed, whatever it was."""
    lapsed = talks(["b accepts x"], ["a amends x"], ["b rejects x", "a amends x"])
    assert told(lapsed.diff()) == [
        "a on x: amends (text 2) -> amends (text 3) (sideways)",
        "x: text 2 -> text 3",
    ]


SPOKEN = talks(["b accepts x"], ["a amends x"])


def test_word_that_lapsed_since_is_a_lapse() -> None:
    """Over two rounds, from silence to a position that lapsed since, the party is not said to have opened."""
    assert told(SPOKEN.diff("start", "r2")) == [
        "x: unraised -> pending (tabled)",
        "a on x: silent -> amends (opening)",
        "b on x: silent -> lapsed (accepts)",
        "x: text 1 -> text 2",
    ]


def test_word_that_lapsed_since_was_made_by_the_word_and_the_amendment() -> None:
    """Over two rounds, a lapse names what was said and what let it lapse."""
    assert said(SPOKEN.diff("start", "r2").positions[1]) == ["b accepts x", "a amends x"]


def test_backwards_what_was_opened_is_unsaid() -> None:
    """Taken backwards, first words are unsaid, and what they put on the table is untabled."""
    assert told(SPOKEN.diff("r2", "start")) == [
        "x: pending -> unraised (untabled)",
        "a on x: amends -> silent (unsaid)",
        "b on x: lapsed (accepts) -> silent (unsaid)",
        "x: text 2 -> text 1",
    ]


def test_backwards_statements_come_in_order_of_time() -> None:
    """Taken backwards, a change names what was said in the order in which it was said."""
    backwards = talks([], ["a accepts x"], ["a rejects x"]).diff("r3", "r1")
    assert said(backwards.positions[0]) == ["a accepts x", "a rejects x"]


# --- accounts

REPORTED = nt.Statement("b accepts x", according_to="a")
CORRECTED = nt.Statement("b rejects x", according_to="a")


def test_account_marks_its_cell_and_moves_nothing() -> None:
    """What another says that a party said is a mark, and no position and no outcome."""
    assert told(talks([], [REPORTED]).diff()) == ["b on x: no mark -> reported"]


def test_account_of_a_position_that_is_held_disputes_it() -> None:
    """An account that contradicts a position marks it as disputed."""
    assert told(talks(["b rejects x"], [REPORTED]).diff()) == ["b on x: no mark -> disputed"]


def test_account_closes_with_a_word_that_matches() -> None:
    """A party that says what was reported of it moves, and is reported no more."""
    assert told(talks([REPORTED], ["b proposes x"]).diff()) == [
        "x: unraised -> pending (tabled)",
        "b on x: silent -> proposes (opening)",
        "b on x: reported -> no mark",
    ]


@pytest.mark.parametrize(
    ("rounds", "words"),
    [
        ([[], [REPORTED]], ["b accepts x"]),
        ([[REPORTED], ["b proposes x"]], ["b proposes x"]),
        ([[REPORTED], ["a amends x"]], ["a amends x"]),
        ([[REPORTED], ["b rejects x"]], ["b rejects x"]),
        ([["b rejects x"], [REPORTED], [CORRECTED]], ["b rejects x"]),
        ([[REPORTED], ["a amends x"], [REPORTED]], ["b accepts x"]),
    ],
    ids=[
        "given",
        "closed by the party",
        "closed by an amendment",
        "contradicted",
        "corrected by the giver",
        "given after one was closed",
    ],
)
def test_mark_that_changed_names_what_was_said_since(rounds: list[list[Said]], words: list[str]) -> None:
    """The statements of a mark are the accounts given between the two rounds and what closed any, and none before."""
    (mark,) = talks(*rounds).diff().marks
    assert said(mark) == words


def test_account_that_is_contradicted_is_disputed() -> None:
    """A party that says otherwise than was reported of it makes the report disputed."""
    assert told(talks([REPORTED], ["b rejects x"]).diff()) == [
        "x: unraised -> rejected (blocked)",
        "b on x: silent -> rejects (opening)",
        "b on x: reported -> disputed",
    ]


def test_account_given_and_closed_in_one_round_is_no_change() -> None:
    """An account that closed in the round in which it was given marks no state."""
    closed = talks(["b rejects x"], [REPORTED, CORRECTED])
    assert told(closed.diff()) == []


def test_amendment_closes_an_account() -> None:
    """An account is of the old text, and closes with it."""
    assert told(talks([REPORTED], ["a amends x"]).diff()) == [
        "x: unraised -> pending (tabled)",
        "a on x: silent -> amends (opening)",
        "x: text 1 -> text 2",
        "b on x: reported -> no mark",
    ]


def test_who_speaks_with_another_gives_an_account_of_it() -> None:
    """Of a statement in two names, by the account of one of them, that one takes a position, the other is reported."""
    assert told(talks([], [nt.Statement("a and b accept x", according_to="a")]).diff()) == [
        "x: unraised -> pending (tabled)",
        "a on x: silent -> accepts (opening)",
        "b on x: no mark -> reported",
    ]


def test_who_amends_with_another_gives_an_account_of_it() -> None:
    """Of an amendment in two names, by the account of one of them, the other is reported only."""
    amended = talks([], [nt.Statement("a and b amend x", according_to="a")])
    assert told(amended.diff()) == [
        "x: unraised -> pending (tabled)",
        "a on x: silent -> amends (opening)",
        "x: text 1 -> text 2",
        "b on x: no mark -> reported",
    ]
    assert said(amended.diff().marks[0]) == ["a and b amend x"]


def test_account_in_the_place_of_another_leaves_the_mark() -> None:
    """Another account by the same giver leaves the cell as it was marked."""
    assert told(talks([REPORTED], [nt.Statement("b defers x", according_to="a")]).diff()) == []


# --- outcomes

SUCCESSORS = [X, evolve(Y, succeeds=["x"]), evolve(Z, succeeds=["x"])]
REPLACED = talks(
    ["a accepts x"], ["a and b accept y"], ["b rejects y"], ["a and b accept z"], demands=SUCCESSORS
)


def test_successor_that_is_agreed_replaces() -> None:
    """Where a successor is agreed, a demand is replaced, and its own outcome stays."""
    assert told(REPLACED.diff("r1", "r2")) == [
        "x: pending -> pending, replaced by y (replaced)",
        "y: unraised -> agreed (settled)",
        "a on y: silent -> accepts (opening)",
        "b on y: silent -> accepts (opening)",
    ]


def test_demand_is_replaced_through_its_successor() -> None:
    """What was said of its successor made that a demand is replaced."""
    replaced = outcome(REPLACED.diff("r1", "r2"))
    assert (replaced.through, said(replaced)) == (("y",), ["a and b accept y"])


def test_outcome_that_changed_by_itself_does_not_hang_on_a_successor() -> None:
    """A demand that is agreed in the round in which its successor is was settled by what was said of itself."""
    both = talks(["a accepts x"], ["a and b accept y", "b accepts x"], demands=SUCCESSORS)
    settled = outcome(both.diff())
    assert (str(settled), settled.through, said(settled)) == (
        "x: pending -> agreed, replaced by y (settled)",
        (),
        ["b accepts x"],
    )


def test_successor_that_is_agreed_no_more_restores() -> None:
    """Where no successor is agreed any more, a demand is restored."""
    assert told(REPLACED.diff("r2", "r3")) == [
        "x: pending, replaced by y -> pending (restored)",
        "y: agreed -> rejected (blocked)",
        "b on y: accepts -> rejects (away)",
    ]


def test_demand_is_restored_through_the_successor_that_is_gone() -> None:
    """What was said of the successor that is agreed no more made that a demand is restored."""
    assert outcome(REPLACED.diff("r2", "r3")).through == ("y",)


def test_other_successor_succeeds() -> None:
    """Where another successor is agreed than before, a demand is replaced still, and by another."""
    assert told(REPLACED.diff("r2", "r4")) == [
        "x: pending, replaced by y -> pending, replaced by z (succeeded)",
        "y: agreed -> rejected (blocked)",
        "z: unraised -> agreed (settled)",
        "b on y: accepts -> rejects (away)",
        "a on z: silent -> accepts (opening)",
        "b on z: silent -> accepts (opening)",
    ]


def test_proposal_that_is_withdrawn() -> None:
    """A proposal that nobody else holds is withdrawn with the word of the one that made it."""
    assert told(talks(["a proposes x"], ["a withdraws x"]).diff()) == [
        "x: pending -> withdrawn (withdrawn)",
        "a on x: proposes -> withdraws (away)",
    ]


def test_withdrawn_demand_that_is_proposed_again_is_tabled() -> None:
    """What was withdrawn and is put forward again is back on the table, and was not agreed before."""
    assert told(talks(["a proposes x"], ["a withdraws x"], ["b proposes x"]).diff()) == [
        "x: withdrawn -> pending (tabled)",
        "b on x: silent -> proposes (opening)",
    ]


AGREED, REJECTED, PENDING = nt.Outcome.AGREED, nt.Outcome.REJECTED, nt.Outcome.PENDING
WITHDRAWN, UNRAISED = nt.Outcome.WITHDRAWN, nt.Outcome.UNRAISED


def came(outcome: nt.Outcome, *replaced_by: str, provisionally: bool = False) -> nt.Result:
    """Give what may become of a demand."""
    return nt.Result(outcome, provisionally, replaced_by)


INTO = {
    AGREED: dict.fromkeys([REJECTED, PENDING, WITHDRAWN, UNRAISED], nt.Change.SETTLED),
    REJECTED: dict.fromkeys([AGREED, PENDING, WITHDRAWN, UNRAISED], nt.Change.BLOCKED),
    PENDING: {
        AGREED: nt.Change.REOPENED,
        REJECTED: nt.Change.REOPENED,
        WITHDRAWN: nt.Change.TABLED,
        UNRAISED: nt.Change.TABLED,
    },
    WITHDRAWN: dict.fromkeys([AGREED, REJECTED, PENDING, UNRAISED], nt.Change.WITHDRAWN),
    UNRAISED: dict.fromkeys([AGREED, REJECTED, PENDING, WITHDRAWN], nt.Change.UNTABLED),
}


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [(before, after, name) for after, ways in INTO.items() for before, name in ways.items()],
)
def test_change_is_named_by_where_the_outcome_went(
    before: nt.Outcome, after: nt.Outcome, name: nt.Change
) -> None:
    """An outcome that became another is named by which it became, whatever else is new of it."""
    assert change(came(before, "z"), came(after)) is name


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (came(PENDING), came(PENDING, "y"), nt.Change.REPLACED),
        (came(PENDING, "y"), came(PENDING), nt.Change.RESTORED),
        (came(AGREED, provisionally=True), came(AGREED), nt.Change.CONFIRMED),
        (came(AGREED), came(AGREED, provisionally=True), nt.Change.LOOSENED),
        (came(AGREED, provisionally=True), came(AGREED, "y"), nt.Change.REPLACED),
        (came(AGREED, "y"), came(AGREED, provisionally=True), nt.Change.RESTORED),
        (came(AGREED, "y", provisionally=True), came(AGREED, "z"), nt.Change.CONFIRMED),
        (came(REJECTED, "y"), came(REJECTED, "y", "z"), nt.Change.SUCCEEDED),
    ],
)
def test_change_of_an_outcome_that_stayed_is_named_by_what_is_new(
    before: nt.Result, after: nt.Result, name: nt.Change
) -> None:
    """An outcome that stayed is named by whether the demand is replaced, then by whether it is provisional."""
    assert change(before, after) is name


# --- wholes and parts

WHOLE = nt.Demand("t", "Treaty")
PARTS = [WHOLE, evolve(X, part_of="t"), evolve(Y, part_of="t"), Z]
TREATY = talks(["a proposes x and y"], ["b accepts x", "b accepts y"], demands=PARTS)


def test_whole_changes_with_its_parts() -> None:
    """A whole that nobody spoke of takes its outcome from its parts."""
    assert told(TREATY.diff()) == [
        "t: pending -> agreed (settled)",
        "x: pending -> agreed (settled)",
        "y: pending -> agreed (settled)",
        "b on x: silent -> accepts (opening)",
        "b on y: silent -> accepts (opening)",
    ]


def test_whole_changes_through_its_parts() -> None:
    """What was said of its parts made that the outcome of a whole changed."""
    whole = outcome(TREATY.diff(), "t")
    assert (whole.through, said(whole)) == (("x", "y"), ["b accepts x", "b accepts y"])


def test_whole_that_loses_its_last_raised_part_is_untabled() -> None:
    """Where its only raised part is withdrawn, a whole of which another is unraised is off the table."""
    assert told(talks(["a proposes x"], ["a withdraws x"], demands=PARTS).diff()) == [
        "t: pending -> unraised (untabled)",
        "x: pending -> withdrawn (withdrawn)",
        "a on x: proposes -> withdraws (away)",
    ]


FINAL = talks(
    ["a and b accept x", "a proposes y"],
    ["b accepts y"],
    demands=[evolve(WHOLE, final="all"), *PARTS[1:]],
)


def test_final_whole_confirms_its_parts() -> None:
    """Nothing is agreed until everything is agreed: with the last part the first is agreed for good."""
    assert told(FINAL.diff()) == [
        "t: pending -> agreed (settled)",
        "x: provisionally agreed -> agreed (confirmed)",
        "y: pending -> agreed (settled)",
        "b on y: silent -> accepts (opening)",
    ]


def test_part_is_confirmed_through_the_final_whole() -> None:
    """A part that is agreed for good with its whole is so by what was said of the other parts."""
    part = outcome(FINAL.diff())
    assert (part.through, said(part)) == (("t",), ["b accepts y"])


def test_demand_outside_a_final_whole_is_not_confirmed_through_it() -> None:
    """What is no part of a final whole does not hang on it, though both are agreed for good at once."""
    both = talks(
        ["a and b provisionally accept z", "a and b accept x", "a proposes y"],
        ["a and b accept z", "b accepts y"],
        demands=FINAL.demands,
    )
    confirmed = outcome(both.diff(), "z")
    assert (str(confirmed.change), confirmed.through) == ("confirmed", ())


@pytest.mark.parametrize("word", ["reserves", "provisionally accepts"])
def test_part_of_a_final_whole_that_is_open_still_is_settled_by_itself(word: str) -> None:
    """While its final whole is not agreed for good, a part becomes agreed provisionally, and not through it."""
    settled = talks(["a accepts x and y", f"b {word} y"], ["b accepts x"], demands=FINAL.demands)
    part = outcome(settled.diff())
    assert (str(part), part.through) == ("x: pending -> provisionally agreed (settled)", ())


def test_outcome_is_confirmed_through_a_condition() -> None:
    """What is agreed on a condition is agreed for good once the condition is."""
    confirmed = talks(
        ["a accepts x", "b accepts x if y", "a and b provisionally accept y"], ["a and b accept y"]
    )
    assert (str(outcome(confirmed.diff()).change), outcome(confirmed.diff()).through) == ("confirmed", ("y",))


# --- the statements of outcomes


def test_outcome_names_what_was_said_of_all_that_it_hangs_on() -> None:
    """Where a condition has a condition, what was said of the last made the first outcome."""
    chain = talks(["a accepts x, y and z", "b accepts x if y", "b accepts y if z"], ["b accepts z"])
    assert said(outcome(chain.diff())) == ["b accepts z"]


def test_outcomes_in_a_circle_name_what_was_said_of_either() -> None:
    """Where two demands hang on each other, what was said of one made the outcomes of both."""
    circle = talks(["a accepts x and y", "b accepts x if y"], ["b accepts y if x", "b accepts y"])
    assert [said(one) for one in circle.diff().outcomes] == [["b accepts y if x", "b accepts y"]] * 2


def test_whole_and_part_that_hang_on_each_other_name_nothing_where_nothing_was_said() -> None:
    """Where a party that leaves settles a final whole, and that confirms a part of it, no statement did."""
    left = talks(["a, b and c accept x", "a and b accept y"], [], parties=LEAVING, demands=FINAL.demands)
    assert [(one.demand, one.through, said(one)) for one in left.diff().outcomes] == [
        ("t", ("x", "y"), []),
        ("x", ("t",), []),
        ("y", (), []),
    ]


def test_outcome_names_what_was_said_of_itself_where_something_was() -> None:
    """Where somebody moved on a demand, that is named, and not what was said of what it hangs on."""
    mixed = talks(["a accepts x"], ["a accepts y", "b accepts x if y", "b accepts y"])
    assert said(outcome(mixed.diff())) == ["b accepts x if y"]


def test_outcome_names_a_statement_once() -> None:
    """A statement by several holders on several demands made an outcome once."""
    joint = talks(["a proposes z"], ["a and b accept x, y and z"])
    assert [said(one) for one in joint.diff().outcomes] == [["a and b accept x, y and z"]] * 3


def test_outcome_leaves_out_what_moved_nothing() -> None:
    """Of what was said of a demand, an outcome names only what led to another position."""
    mixed = talks(["a accepts x"], ["a rejects x", "a accepts x", "b accepts x"])
    assert said(outcome(mixed.diff())) == ["b accepts x"]


def test_outcome_that_a_condition_cannot_make_does_not_hang_on_it() -> None:
    """Refusals make a demand rejected: what became of the condition of an assent to it has no part in that."""
    refused = talks(["a accepts x if y"], ["b rejects x", "a accepts y"])
    assert (outcome(refused.diff()).through, said(outcome(refused.diff()))) == ((), ["b rejects x"])


def test_condition_that_was_dropped_is_not_hung_on() -> None:
    """Who assents without a condition by now has settled it by that word: what became of the condition is no matter."""
    dropped = talks(["a accepts x", "b accepts x if y"], ["b accepts x", "a and b accept y"])
    assert outcome(dropped.diff()).through == ()


def test_condition_that_an_assent_waits_for_is_hung_on() -> None:
    """Where an assent waits for what is no longer agreed, the demand is reopened through that."""
    waiting = talks(["a accepts x", "b accepts x if y", "a and b accept y"], ["b reserves y"])
    assert (str(outcome(waiting.diff()).change), outcome(waiting.diff()).through) == ("reopened", ("y",))


def test_condition_that_is_met_still_is_not_waited_for() -> None:
    """Where an assent waits again, the demand is reopened through what it waits for, and not through what is met."""
    waiting = talks(
        ["a accepts x", "b accepts x if y and z", "a and b accept z", "a and b provisionally accept y"],
        ["a and b accept y", "b reserves z"],
    )
    assert (str(outcome(waiting.diff()).change), outcome(waiting.diff()).through) == ("reopened", ("z",))


def test_parts_of_a_demand_that_parties_settled_themselves_are_not_hung_on() -> None:
    """A demand that its parties speak of takes its outcome from them, and no more from its parts."""
    own = talks(["a proposes z"], ["a and b accept t", "a reserves x"], demands=PARTS)
    assert outcome(own.diff(), "t").through == ()


def test_final_whole_that_stays_open_is_not_hung_on() -> None:
    """A part is provisional before and after its final whole is on the table: that it is agreed is by its own."""
    tabled = talks(["a proposes z"], ["a and b accept x"], demands=FINAL.demands)
    assert (str(outcome(tabled.diff())), outcome(tabled.diff()).through) == (
        "x: unraised -> provisionally agreed (settled)",
        (),
    )


def test_condition_of_a_party_that_is_not_counted_is_not_hung_on() -> None:
    """A condition of a party whose assent is not needed holds nothing up, and nothing hangs on it."""
    mediator = nt.Party("m", "Mediator", role="mediator")
    mediated = talks(
        ["m accepts x if y", "a accepts x"], ["b accepts x", "a proposes y"], parties=(A, B, mediator)
    )
    assert outcome(mediated.diff()).through == ()


def test_unknown_condition_and_unknown_decider_are_no_obstacle() -> None:
    """Where ids name nothing, the diff is of what is there."""
    loose = talks(["a accepts x if gone"], ["a accepts x"], demands=[evolve(X, between=["a", "nobody"])])
    assert told(loose.diff()) == ["a on x: accepts if gone -> accepts (toward)"]


# --- which two rounds


def test_diff_without_rounds_is_empty() -> None:
    """Where there are no rounds, nothing differs."""
    assert told(talks().diff()) == []


def test_diff_of_the_first_round_is_against_the_start() -> None:
    """Where there is one round, the last but one is the start."""
    assert repr(talks(["a and b accept x and y"]).diff()) == (
        "<Diff from the start to 'r1': outcomes 2, positions 4>"
    )


def test_diff_is_of_the_last_round_against_the_one_before() -> None:
    """Without rounds named, the last is compared with the one before."""
    diff = REPLACED.diff()
    assert (diff.before.number, diff.after.number) == (3, 4)


def test_diff_with_one_round_named_is_of_the_last_against_it() -> None:
    """With one round named, the last is compared with it."""
    diff = REPLACED.diff("r2")
    assert (diff.before.number, diff.after.number) == (2, 4)


def test_diff_has_the_rounds_between() -> None:
    """A diff knows the rounds after the earlier state, up to the later one, in either direction."""
    ids = [[one.id for one in diff.rounds] for diff in (REPLACED.diff("r1", "r3"), REPLACED.diff("r3", "r1"))]
    assert ids == [["r2", "r3"], ["r2", "r3"]]


def test_diff_knows_whether_it_is_backwards() -> None:
    """A diff is backwards where the state after is the earlier one."""
    pairs = [("r1", "r2"), ("r2", "r2"), ("r2", "r1")]
    assert [REPLACED.diff(*pair).is_backwards for pair in pairs] == [False, False, True]


def test_diff_counts_the_cells_that_were_spoken_of() -> None:
    """A diff knows how many cells have a position in the later of the states, changed or not."""
    assert (REPLACED.diff("r1", "r2").spoken, REPLACED.diff("r2", "r1").spoken) == (3, 3)


def test_diff_gives_changed_cells_without_their_sides() -> None:
    """Which cells changed can be asked without what they changed to."""
    assert set(REPLACED.diff("r1", "r2").cells) == {("a", "y"), ("b", "y")}


@pytest.mark.parametrize("rounds", [("r9",), ("r1", "r9"), (None, 0)])
def test_round_that_is_not_there_is_refused(rounds: tuple[str, ...]) -> None:
    """A round that is not there raises, before or after."""
    with pytest.raises(nt.NoSuchRound, match=r"no round `(r9|0)`"):
        REPLACED.diff(*rounds)


@pytest.mark.parametrize("other", [evolve(BACK), evolve(BACK, title="Other talks")])
def test_states_of_two_negotiations_are_not_compared(other: nt.Negotiation) -> None:
    """States of two negotiations, a copy included, are not to be compared, and the error names both."""
    with pytest.raises(
        nt.NotOneNegotiation, match=f"two negotiations, `Talks` and `{other.title}`; take both"
    ):
        nt.Diff(BACK.now, other.now)


def test_states_of_one_negotiation_are_compared() -> None:
    """Two states of one negotiation can be compared directly."""
    assert set(nt.Diff(MET.at(1), MET.at(2))) == set(MET.diff())


# --- a diff as a value


@pytest.mark.parametrize(
    ("diff", "is_true"),
    [
        (BACK.diff(), False),
        (AMENDED.diff(), True),
        (talks([], [], parties=JOINING).diff(), True),
        (talks([], [REPORTED]).diff(), True),
    ],
)
def test_diff_is_true_where_anything_changed(diff: nt.Diff, *, is_true: bool) -> None:
    """A diff is true where it has an entry of any kind."""
    assert bool(diff) is is_true


def test_empty_diff_says_so() -> None:
    """The text of an empty diff says that nothing changed."""
    assert str(BACK.diff()) == "Nothing changed."


def test_diff_is_a_line_for_each_entry() -> None:
    """The text of a diff has a line for each entry: outcomes, positions, texts, marks, parties."""
    assert str(MANY.diff()).splitlines() == [
        "y: rejected -> pending (reopened)",
        "z: unraised -> pending (tabled)",
        "b on x: silent -> accepts (opening)",
        "a on y: silent -> amends (opening)",
        "b on y: rejects -> lapsed (rejects)",
        "a on z: silent -> proposes (opening)",
        "y: text 1 -> text 2",
        "b on x: no mark -> disputed",
        "c joined",
    ]


def test_repr_names_the_rounds_and_counts() -> None:
    """The repr of a diff is short."""
    assert repr(REPLACED.diff("r2", "r1")) == "<Diff from 'r2' to 'r1': outcomes 2, positions 2>"


@pytest.mark.parametrize("entry", [*MANY.diff()], ids=str)
def test_entry_is_a_value(entry: nt.DiffEntry) -> None:
    """An entry outlives being stored, with the statements that made it."""
    again: nt.DiffEntry = pickle.loads(pickle.dumps(entry))  # noqa: S301 - our own bytes
    assert (again, again.statements) == (entry, entry.statements)


def test_entry_is_a_value_after_it_was_looked_at() -> None:
    """A change of a text outlives being stored, its words looked at or not."""
    (entry,) = AMENDED.diff().texts
    stretches = entry.stretches
    assert pickle.loads(pickle.dumps(entry)).stretches == stretches  # noqa: S301 - our own bytes


def test_entries_are_equal_by_their_sides() -> None:
    """Entries are equal where they are about the same and have equal sides, whatever was said."""
    one, other = talks(["a accepts x"]), talks(["a and b accept x"], ["b rejects x"])
    assert one.diff().positions[0] == other.diff("start", "r1").positions[0]


@pytest.mark.parametrize("kind", ["positions", "outcomes"])
def test_entries_are_computed_once(kind: str) -> None:
    """Asked for twice, the entries of a diff are the same."""
    diff = MET.diff()
    assert getattr(diff, kind) is getattr(diff, kind)


def test_mover_of_a_change_is_who_spoke() -> None:
    """A change by the word of a bloc has the bloc as its voice; one by one's own has the party."""
    movers = [
        one.mover for one in talks([], ["eu accepts x", "a rejects x"], parties=(A, B, EU)).diff().positions
    ]
    assert movers == [nt.Mover("a", "a"), nt.Mover("b", "eu"), nt.Mover("eu", "eu")]
