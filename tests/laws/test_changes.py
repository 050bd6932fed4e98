"""Diffs, moves and ledgers: the laws that they keep, and whether the naive reading finds the same."""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given

import naive_changes
from naively import remembering
from negotrack import Held, Lapsed, Negotiation, Position, Silent, State
from negotrack.diffs import Diff
from negotrack.formats.converter import converter
from negotrack.formats.json import changes
from negotrack.positions import sides as in_words
from negotrack.testing import negotiations
from readings import positions, states

pytestmark = pytest.mark.usefixtures("uncounted")

FEW = 4
"""Of so many rounds all pairs and triples are looked at."""


def moments(talks: Negotiation) -> list[int]:
    """Give the numbers of the start, the first rounds and the last."""
    last = len(talks.rounds)
    return sorted({*range(min(FEW, last + 1)), last})


def pairs(talks: Negotiation) -> Iterator[Diff]:
    """Give the diffs of all pairs of rounds, forwards and backwards."""
    for before, after in permutations(moments(talks), 2):
        yield between(talks, before, after)


def between(talks: Negotiation, before: int, after: int) -> Diff:
    """Give the diff of two rounds by their numbers."""
    return talks.diff(before or "start", after or "start")


def sides(diff: Diff) -> list[tuple[object, ...]]:
    """Give every entry of a diff, with both sides."""
    return [
        *(("position", one.party, one.demand, one.before, one.after) for one in diff.positions),
        *(("outcome", one.demand, one.before, one.after) for one in diff.outcomes),
        *(("text", one.demand, one.before, one.after) for one in diff.texts),
        *(("mark", one.party, one.demand, one.before, one.after) for one in diff.marks),
        *(("party", one.party, one.presence == "left", one.presence == "joined") for one in diff.parties),
    ]


def by_subject(diff: Diff) -> Mapping[tuple[object, ...], tuple[object, object]]:
    """Give both sides of every entry by what it is about."""
    return {tuple(rest): (before, after) for *rest, before, after in sides(diff)}


@given(negotiations())
def test_nothing_differs_from_itself(talks: Negotiation) -> None:
    """The diff of a round with itself has no entry."""
    for number in moments(talks):
        assert sides(between(talks, number, number)) == []


@given(negotiations())
def test_backwards_the_sides_are_exchanged(talks: Negotiation) -> None:
    """Taken backwards, a diff has the same entries with their sides exchanged."""
    for diff in pairs(talks):
        backwards = by_subject(Diff(diff.after, diff.before))
        assert {
            subject: (after, before) for subject, (before, after) in by_subject(diff).items()
        } == backwards


@given(negotiations())
def test_entries_of_two_steps_join(talks: Negotiation) -> None:
    """The diff over two steps is that of the steps joined entry by entry, less what came back to where it was."""
    for a, b, c in permutations(moments(talks), 3):
        first, second = by_subject(between(talks, a, b)), by_subject(between(talks, b, c))
        joined = {}
        for subject in first.keys() | second.keys():
            start = first[subject][0] if subject in first else second[subject][0]
            end = second[subject][1] if subject in second else first[subject][1]
            if start != end:
                joined[subject] = (start, end)
        assert by_subject(between(talks, a, c)) == joined


@given(negotiations())
def test_all_positions_that_differ_are_there_and_no_others(talks: Negotiation) -> None:
    """A cell is in the diff if and only if its two positions are unequal."""
    for diff in pairs(talks):
        before, after = positions(diff.before), positions(diff.after)
        differing = {cell: (before[cell], after[cell]) for cell in before if before[cell] != after[cell]}
        assert {(one.party, one.demand): (one.before, one.after) for one in diff.positions} == differing
        assert set(diff.cells) == differing.keys()


@given(negotiations())
def test_all_outcomes_that_differ_are_there_and_no_others(talks: Negotiation) -> None:
    """A demand is in the diff if and only if what became of it is unequal."""
    for diff in pairs(talks):
        results = {one.id: (diff.before.result(one.id), diff.after.result(one.id)) for one in talks.demands}
        differing = {demand: (old, new) for demand, (old, new) in results.items() if old != new}
        assert {one.demand: (one.before, one.after) for one in diff.outcomes} == differing


@given(negotiations())
def test_moves_lead_from_the_start_of_a_round_to_its_end(talks: Negotiation) -> None:
    """The moves of a round, one after the other, make of the positions before it those after it."""
    everything = list(states(talks))
    for number, (before, after) in enumerate(pairwise(everything), 1):
        standing = dict(positions(before))
        for move in talks.moves(number):
            assert standing[move.party, move.demand] == move.before != move.after
            standing[move.party, move.demand] = move.after
        assert standing == positions(after)


@given(negotiations())
def test_positions_that_changed_name_what_was_said(talks: Negotiation) -> None:
    """Every change of a position names the statement of the later side, or the amendment that let it lapse."""
    for diff in pairs(talks):
        for one in diff.positions:
            assert made_by(diff, one.before if diff.is_backwards else one.after, one.demand) in one.statements


def made_by(diff: Diff, later: Position, demand: str) -> object:
    """Give the statement that led to a position."""
    match later:
        case Held(said=said):
            return said
        case Lapsed(was=was):
            state: State = max(diff.before, diff.after, key=lambda state: state.number)
            return state.versions(demand)[was.version].said
        case Silent():
            raise AssertionError("nobody becomes silent again")


@given(negotiations())
def test_outcomes_that_changed_name_what_was_said(talks: Negotiation) -> None:
    """Every change of an outcome names statements, unless only parties joined or left."""
    for diff in pairs(talks):
        for one in diff.outcomes:
            assert one.statements or diff.parties
            assert set(one.through) <= {other.demand for other in diff.outcomes} - {one.demand}


def told(document: dict[str, Any], naively: dict[str, Any]) -> dict[str, Any]:
    """Give of a document what the naive reading tells of it."""
    entries = {key: [few(entry, kind) for entry in document[key]] for key, kind in KEYS.items()}
    return {key: entries.get(key, document[key]) for key in naively}


KEYS = {
    "positions": ("party", "demand", "before", "after", "movement"),
    "outcomes": ("demand", "before", "after", "change"),
    "texts": ("demand", "before", "after"),
    "parties": ("party", "change"),
    "marks": ("party", "demand", "before", "after"),
}


def few(entry: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """Give an entry with some of its keys."""
    return {key: entry[key] for key in keys}


def agree(talks: Negotiation) -> None:
    """Compare all diffs, moves and sums with the naive reading."""
    with remembering():
        _agree(talks, converter.unstructure(talks))


def _agree(talks: Negotiation, plain: dict[str, Any]) -> None:
    for diff in pairs(talks):
        naively = naive_changes.diff(plain, diff.before.number, diff.after.number)
        assert told(changes.diff(diff), naively) == naively
    document = changes.ledger(talks.ledger)
    for number, one in enumerate(document["rounds"], 1):  # type: ignore[var-annotated, arg-type]
        assert sorted(map(small, one["moves"])) == sorted(map(small, naive_moves(plain, number)))
    assert document["parties"] == naive_changes.ledger(plain)


def naive_moves(plain: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """Give the moves of a round by the naive reading, with whether they were answered."""
    moves = naive_changes.moves(plain, number)
    return [
        {**move, "answered": answered}
        for move, answered in zip(moves, naive_changes.answered(plain, number), strict=True)
    ]


def small(move: dict[str, Any]) -> str:
    """Give what both readings tell of a move, to be compared in any order."""
    sides = [side(move[key]) for key in ("before", "after")]
    voice = None if move["movement"] == "lapsed" else move["voice"]
    return json.dumps([move["party"], move["demand"], *sides, move["movement"], voice, move["answered"]])


def side(position: Any) -> Any:
    """Give what both readings tell of a side of a move."""
    if position is None or position == "lapsed" or position["stance"] is None:
        return position and "lapsed"
    keys = ("stance", "provisional", "reservation", "red_line", "version")
    return [*(position[key] for key in keys), sorted(position["conditions"])]


@given(negotiations())
def test_what_changed_without_a_move_or_a_party_hangs_on_something(talks: Negotiation) -> None:
    """Where nobody moved on a demand, its outcome changed through that of another, or as parties joined or left."""
    for diff in pairs(talks):
        moved = {change.demand for change in diff.positions}
        alone = [one for one in diff.outcomes if one.demand not in moved and not one.through]
        assert all(one.parties for one in alone)


@given(negotiations())
def test_both_readings_agree(talks: Negotiation) -> None:
    """The library and the naive reading find the same diffs, moves and sums."""
    agree(talks)


@given(negotiations(broken=True))
def test_both_readings_agree_on_loose_records(talks: Negotiation) -> None:
    """So they do where ids dangle and run in circles."""
    agree(talks)


@given(negotiations())
def test_unequal_positions_never_print_alike(talks: Negotiation) -> None:
    """Whoever prints a change of a position sees that it is one: its sides read differently."""
    for diff in pairs(talks):
        for change in diff.positions:
            assert len(set(in_words(change.before, change.after))) == 2
