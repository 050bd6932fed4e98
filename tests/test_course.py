"""The course of a negotiation: what happened in each round, and between the rounds."""

from collections.abc import Collection, Sequence

import pytest
from attrs import evolve
from hypothesis import given

import negotrack as nt
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.course import Chapter, chapters, interleaved, narrowed
from negotrack.testing import negotiations

Said = str | nt.Statement

PARTIES = (nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("eu", "Union", members=["a"]))
DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"))


def talks(
    *rounds: Sequence[Said], parties: Sequence[nt.Party] = PARTIES, events: Sequence[nt.Event] = ()
) -> nt.Negotiation:
    """Give a negotiation in which this was said in the rounds r1, r2 and so on, one in each month of 2026."""
    return nt.Negotiation(
        "Talks",
        parties=parties,
        demands=DEMANDS,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}-10", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
        events=events,
    )


BLOCS = Blocs(PARTIES, Calendar.of([]))

COURSE = chapters(
    talks(
        ["a accepts x", "b accepts x and y"],
        ["a rejects y", "a accepts y", "eu accepts x"],
        ["b rejects x", "b accepts x", "b accepts x"],
        ["b accepts y"],
    )
)


FULL = talks(
    [],
    [
        "b amends x",
        "a amends x and y",
        nt.Statement("b accepts x", according_to="a"),
        nt.Statement("a rejects y", according_to="b"),
    ],
    parties=(*PARTIES, nt.Party("c", "Cerland", joins="r2")),
)


MARKS = ["b on x: no mark -> reported", "a on y: no mark -> disputed"]


def summed(chapter: Chapter) -> list[object]:
    """Give how many outcomes changed in a round, how many positions moved, and whose words changed nothing."""
    return [len(chapter.outcomes), len(chapter.moves), [(one.party, one.demand) for one in chapter.restated]]


# --- chapters


def test_each_round_is_a_chapter() -> None:
    """The course has all rounds, in order, by number."""
    assert [(one.number, one.round.id) for one in COURSE] == [(1, "r1"), (2, "r2"), (3, "r3"), (4, "r4")]


def test_chapter_is_the_round_against_the_one_before() -> None:
    """A chapter compares its round with the one before, and the first with the start."""
    assert [(one.diff.before.number, one.after.number) for one in COURSE] == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_chapter_has_moves_that_the_diff_leaves_out() -> None:
    """What was undone within a round is among its moves, though not in its diff."""
    third = COURSE[2]
    assert ([str(move) for move in third.moves], list(third.diff)) == (
        ["b on x: accepts -> rejects (away)", "b on x: rejects -> accepts (toward)"],
        [],
    )


def test_chapter_names_words_that_changed_nothing() -> None:
    """Who said the same again is named, also where its bloc said it, once each time."""
    assert [[(one.party, one.demand) for one in chapter.restated] for chapter in COURSE] == [
        [],
        [("a", "x")],
        [("b", "x")],
        [("b", "y")],
    ]


def test_chapter_is_still_where_nothing_changed() -> None:
    """A round in which all said the same again is still; one in which a move was undone is not."""
    assert [one.is_still for one in COURSE] == [False, False, False, True]


def test_chapter_in_which_only_an_outcome_changed_is_not_still() -> None:
    """A round in which a party left and so settled a demand is not still, without a word."""
    leaving = [*PARTIES[:1], nt.Party("b", "Borland", leaves="r2")]
    (_, last) = chapters(talks(["a accepts x"], [], parties=leaving))
    assert (last.moves, last.is_still) == ((), False)


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ([nt.Statement("b accepts x", according_to="a")], PARTIES),
        ([], (*PARTIES, nt.Party("c", "Cerland", joins="r2"))),
    ],
)
def test_chapter_in_which_only_something_else_changed_is_not_still(
    said: Sequence[Said], parties: Sequence[nt.Party]
) -> None:
    """A round in which an account was given or a party came is not still, though no position changed."""
    (_, last) = chapters(talks([], said, parties=parties))
    assert not last.is_still


def test_chapter_has_the_rest_of_its_diff() -> None:
    """Texts, marks and parties that changed in a round are those of its diff."""
    (_, last) = chapters(FULL)
    assert [list(map(str, several)) for several in (last.texts, last.marks, last.parties)] == [
        ["x: text 1 -> text 3", "y: text 1 -> text 2"],
        MARKS,
        ["c joined"],
    ]


def test_course_without_rounds_is_empty() -> None:
    """Where there are no rounds, nothing happened."""
    assert chapters(talks()) == ()


@given(negotiations())
def test_entries_of_a_round_are_moves_or_restatements(record: nt.Negotiation) -> None:
    """Every word that was taken in a round is among its moves or its restatements."""
    for chapter in chapters(record):
        taken = list(record.timeline.changes(chapter.number))
        assert len(chapter.moves) + len(chapter.restated) == len(taken)


# --- parts of a chapter


@pytest.mark.parametrize(
    ("number", "parties", "demands", "kept"),
    [
        (1, [], [], [2, 3, []]),
        (1, ["a"], [], [1, 1, []]),
        (1, ["a", "b"], [], [2, 3, []]),
        (1, [], ["y"], [1, 1, []]),
        (1, ["a"], ["y"], [1, 0, []]),
        (1, ["b"], ["y"], [1, 1, []]),
        (2, ["a"], [], [1, 2, [("a", "x")]]),
        (2, ["eu"], [], [0, 1, [("a", "x")]]),
        (2, [], ["x"], [0, 1, [("a", "x")]]),
    ],
)
def test_chapter_is_narrowed_to_parties_and_demands(
    number: int, parties: Collection[str], demands: Collection[str], kept: list[object]
) -> None:
    """Kept are the moves of these parties, and the outcomes of these demands, or of those that they moved on."""
    assert summed(narrowed(COURSE[number - 1], parties, demands, BLOCS)) == kept


def test_narrowed_to_parties_outcomes_that_hang_on_what_they_did_are_kept() -> None:
    """Where a demand changed through one that a party moved on, its change is among what the party did."""
    met = talks(["a accepts x if y", "b accepts x", "b accepts y"], ["a accepts y"])
    last = chapters(met)[-1]
    assert [one.demand for one in narrowed(last, ["a"], [], BLOCS).outcomes] == ["x", "y"]


def test_narrowed_to_parties_outcomes_that_hang_on_others_that_hang_on_what_they_did_are_kept() -> None:
    """Where a whole changed through a part, and that through its condition, both are what the party did."""
    parts = [nt.Demand("t", "Treaty"), nt.Demand("x", "Ports", part_of="t"), nt.Demand("y", "Rails")]
    said = ["a accepts x if y", "b accepts x", "b accepts y"]
    last = chapters(evolve(talks(said, ["a accepts y"]), demands=parts))[-1]
    assert [one.demand for one in narrowed(last, ["a"], [], BLOCS).outcomes] == ["t", "x", "y"]


@pytest.mark.parametrize(
    ("party", "moved"), [("eu", ["eu", "a"]), ("a", ["a"]), ("b", ["b"])], ids=["bloc", "member", "other"]
)
def test_narrowed_to_a_bloc_what_it_said_for_its_members_is_kept(party: str, moved: list[str]) -> None:
    """What a bloc said for a member is what both did; of the bloc's own move the member did nothing."""
    (first,) = chapters(talks(["eu accepts x", "b accepts x"]))
    assert [move.party for move in narrowed(first, [party], [], BLOCS).moves] == moved


@pytest.mark.parametrize(
    ("parties", "demands", "kept"),
    [
        (["a"], [], ["x: text 1 -> text 3", "y: text 1 -> text 2", "a on y: no mark -> disputed"]),
        (["b"], [], ["x: text 1 -> text 3", "b on x: no mark -> reported"]),
        (["c"], [], ["c joined"]),
        ([], ["y"], ["y: text 1 -> text 2", "a on y: no mark -> disputed"]),
        (["b", "c"], ["y"], ["y: text 1 -> text 2", "c joined"]),
        ([], [], ["x: text 1 -> text 3", "y: text 1 -> text 2", *MARKS, "c joined"]),
    ],
)
def test_texts_marks_and_parties_are_narrowed(
    parties: Collection[str], demands: Collection[str], kept: list[str]
) -> None:
    """Texts are kept as outcomes are, marks by their cells, and parties by whether they were chosen."""
    narrow = narrowed(chapters(FULL)[1], parties, demands, BLOCS)
    assert list(map(str, (*narrow.texts, *narrow.marks, *narrow.parties))) == kept


def test_narrowed_chapter_is_of_the_same_round() -> None:
    """A narrowed chapter has the number, the state and the diff of its round."""
    narrow = narrowed(COURSE[1], ["b"], [], BLOCS)
    assert (narrow.number, narrow.diff, narrow.after) == (2, COURSE[1].diff, COURSE[1].after)


def test_narrowed_chapter_may_be_still() -> None:
    """Of a round in which others moved, what a party did may be nothing."""
    assert narrowed(COURSE[1], ["b"], [], BLOCS).is_still


# --- events between the rounds


def order(*dates: str, since: int = 1) -> list[int | str]:
    """Give three rounds and some events in their order: rounds by number, events by date."""
    record = talks([], [], [], events=[nt.Event(date, "Something happened") for date in dates])
    return [str(one.date) if isinstance(one, nt.Event) else one for one in interleaved(record, since)]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], [1, 2, 3]),
        (["2025"], ["2025", 1, 2, 3]),
        (["2026-01-20"], [1, "2026-01-20", 2, 3]),
        (["2026-02-09"], [1, "2026-02-09", 2, 3]),
        (["2026-02-10"], [1, 2, "2026-02-10", 3]),
        (["2026-03"], [1, 2, "2026-03", 3]),
        (["2026-12"], [1, 2, 3, "2026-12"]),
        (["2026-12", "2026-01-20", "2026-01-15"], [1, "2026-01-15", "2026-01-20", 2, 3, "2026-12"]),
    ],
)
def test_events_stand_between_the_rounds(dates: Sequence[str], expected: list[int | str]) -> None:
    """An event comes before the first round that began later than it, whatever the order of the record."""
    assert order(*dates) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (1, ["2025", 1, "2026-01-20", 2, "2026-02-20", 3, "2026-04"]),
        (2, ["2026-01-20", 2, "2026-02-20", 3, "2026-04"]),
        (3, ["2026-02-20", 3, "2026-04"]),
    ],
)
def test_events_since_a_round_are_those_after_the_round_before(since: int, expected: list[int | str]) -> None:
    """Told from a later round on, events come in from those between it and the round before."""
    assert order("2025", "2026-01-20", "2026-02-20", "2026-04", since=since) == expected


def test_events_without_rounds_are_all_told() -> None:
    """Where there are no rounds, there are still the events."""
    record = talks(events=[nt.Event("2026-02", "A strike"), nt.Event("2026-01", "An election")])
    titles = [one.title for one in interleaved(record) if isinstance(one, nt.Event)]
    assert titles == ["An election", "A strike"]


def test_words_of_a_bloc_are_those_of_its_members() -> None:
    """What a bloc said again, or what of its words is left out, is told where it or a member of it is chosen."""
    course = chapters(talks(["eu proposes x"], ["eu proposes x", nt.Statement("eu accepts x", version=9)]))
    told = [narrowed(course[1], [party], [], BLOCS) for party in ("eu", "a", "b")]
    assert [(len(one.restated), len(one.left_out)) for one in told] == [(2, 1), (1, 1), (0, 0)]
