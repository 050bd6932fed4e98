"""Laws and examples for suggesting a known word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotrack.nearest import did_you_mean, nearest, slip_of

_WORDS = st.text("abcdé", max_size=6)


@given(_WORDS, st.lists(_WORDS, max_size=5))
def test_only_known_words_are_suggested(word: str, known: list[str]) -> None:
    """What is nearest is one of the known words, or nothing."""
    assert nearest(word, known) in {*known, None}


@given(st.lists(_WORDS.filter(bool), min_size=1, max_size=5), st.data())
def test_a_word_that_is_known_but_for_case_is_nearest(known: list[str], data: st.DataObject) -> None:
    """Nothing is nearer than the word itself, in whatever case it is written."""
    word = data.draw(st.sampled_from(known))
    assert nearest(word.upper(), known) == word


@given(_WORDS, st.lists(_WORDS, max_size=5))
def test_the_question_names_the_nearest_word(word: str, known: list[str]) -> None:
    """The question is asked where there is a nearest word, and is empty where there is none."""
    found = nearest(word, iter(known))
    assert did_you_mean(word, known) == ("" if not found else f"did you mean `{found}`?")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("coridor", "corridor"),
        ("CORRIDOR", "corridor"),
        ("corridors", "corridor"),
        ("treety", "treaty"),
        ("x", None),
    ],
)
def test_slips_of_the_pen_are_found(word: str, found: str | None) -> None:
    """One letter too many, too few or another does not hide the word; a far one is not forced."""
    assert nearest(word, ["treaty", "corridor"]) == found


def test_nothing_is_near_where_nothing_is_known() -> None:
    """Without known words there is no suggestion."""
    assert nearest("a", []) is None
    assert did_you_mean("a", []) == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("sorce", "source"),
        ("quotte", "quote"),
        ("Red-Line", "red_line"),
        ("ttile", "title"),
    ],
)
def test_slip_of_the_pen_is_known(word: str, meant: str) -> None:
    """A letter too many, too few, wrong or exchanged, another case or joint."""
    assert slip_of(word, ["title", "source", "quote", "red_line"]) == f"did you mean `{meant}`?"


@pytest.mark.parametrize(
    ("word", "opposite"),
    [
        ("refused", "agreed"),
        ("disagreed", "agreed"),
        ("dissent", "assent"),
        ("minority", "majority"),
        ("super-majority", "majority"),
        ("unofficial", "official"),
        ("absent", "present"),
        ("includes", "excludes"),
        ("preserves", "reserves"),
        ("respects", "rejects"),
        ("opposes", "proposes"),
        ("obtains", "abstains"),
        ("defends", "defers"),
    ],
)
def test_word_that_means_something_else_is_no_slip(word: str, opposite: str) -> None:
    """What looks like a known word and may mean its opposite is never taken for it."""
    assert slip_of(word, [opposite]) == ""
