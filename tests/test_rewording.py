"""Rewording: which words two texts share, and which only one has."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotrack.rewording import Edit, Stretch, reworded


def told(old: str, new: str) -> list[str]:
    """Give the stretches of two texts, a line each."""
    return [f"{part.edit} {part.words}" for part in reworded(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("no use of force", "no threat or use of force", ["kept no", "added threat or", "kept use of force"]),
        ("no threat of war", "no war", ["kept no", "removed threat of", "kept war"]),
        ("pay rises by 3%", "pay rises by 4%", ["kept pay rises by", "removed 3%", "added 4%"]),
        ("two years", "at least two years", ["added at least", "kept two years"]),
        ("two years or more", "two years", ["kept two years", "removed or more"]),
        ("all at once", "step by step", ["removed all at once", "added step by step"]),
    ],
)
def test_words_that_stand_together_are_one_stretch(old: str, new: str, expected: list[str]) -> None:
    """Words of which the same became are joined while they stand together."""
    assert told(old, new) == expected


def test_several_differences_are_told_apart() -> None:
    """Between two differences what stands in both texts is kept."""
    assert told("a b c d e", "a B c D e") == [
        "kept a",
        "removed b",
        "added B",
        "kept c",
        "removed d",
        "added D",
        "kept e",
    ]


def test_word_given_again_is_added_once() -> None:
    """Where a word is said twice, the texts share it once."""
    assert told("very good", "very very good") == ["kept very", "added very", "kept good"]


def test_case_and_signs_make_another_word() -> None:
    """A word that is written otherwise is another."""
    assert told("the Corridor", "the corridor,") == ["kept the", "removed Corridor", "added corridor,"]


def test_identical_texts_are_kept_whole() -> None:
    """Of two equal texts all is kept, in one stretch."""
    assert reworded("no use of force", "no use of force") == (Stretch(Edit.KEPT, "no use of force"),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("", "new words", ["added new words"]),
        ("old words", "", ["removed old words"]),
        (" \n\t", "", []),
        (" \n\t", "new", ["added new"]),
    ],
)
def test_text_without_words_has_none_to_keep(old: str, new: str, expected: list[str]) -> None:
    """An empty text, or one of blanks, has no words: there are no stretches without any."""
    assert told(old, new) == expected


def test_blanks_make_no_difference() -> None:
    """How many blanks stand between words, and of which kind, changes nothing."""
    assert told("  no use\nof  force", "no\tuse of\u00a0force\n") == ["kept no use of force"]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_stretches(old: list[str], new: list[str]) -> None:
    """What was kept and removed is the old text; what was kept and added is the new one."""
    parts = reworded(" ".join(old), " ".join(new))
    read = [
        [word for part in parts if part.edit is not left_out for word in part.words.split(" ")]
        for left_out in (Edit.ADDED, Edit.REMOVED)
    ]
    assert read == [old, new]


@given(st.text(), st.text())
def test_any_two_texts_can_be_read_from_the_stretches(old: str, new: str) -> None:
    """So it is with texts of any characters."""
    parts = reworded(old, new)
    read = [
        [word for part in parts if part.edit is not left_out for word in part.words.split()]
        for left_out in (Edit.ADDED, Edit.REMOVED)
    ]
    assert read == [old.split(), new.split()]


@given(WORDS, WORDS)
def test_neighbours_differ_in_what_became_of_them(old: list[str], new: list[str]) -> None:
    """No two stretches that follow each other were edited alike, and none is without words."""
    parts = reworded(" ".join(old), " ".join(new))
    assert all(part.words for part in parts)
    assert all(one.edit is not next_.edit for one, next_ in pairwise(parts))


def test_huge_texts_are_compared_in_reasonable_time() -> None:
    """Two texts of 20,000 words, all of them different, are compared in a blink, as changed whole."""
    old, new = (" ".join(f"{letter}{number}" for number in range(20_000)) for letter in "on")
    start = perf_counter()
    parts = reworded(old, new)
    assert perf_counter() - start < 2
    assert parts == (Stretch(Edit.REMOVED, old), Stretch(Edit.ADDED, new))


def test_huge_texts_keep_what_they_begin_and_end_with() -> None:
    """Of huge texts that differ in their midst only, what lies before and after is kept, and the midst compared."""
    many = [f"w{number}" for number in range(20_000)]
    old, new = [*many, "3%", "of", "pay", *many], [*many, "4%", "of", "pay", "rise", *many]
    edits = [part.edit.value for part in reworded(" ".join(old), " ".join(new))]
    assert edits == ["kept", "removed", "added", "kept", "added", "kept"]


def test_huge_texts_that_differ_at_both_ends_may_be_given_as_changed_whole() -> None:
    """Where thousands of words lie between the first difference and the last, they are one change."""
    many = " ".join(f"w{number}" for number in range(20_000))
    assert told(f"the a {many} b end", f"the A {many} B end") == [
        "kept the",
        f"removed a {many} b",
        f"added A {many} B",
        "kept end",
    ]
