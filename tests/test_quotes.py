"""Is a quote found in the text of its source, however either is typeset, and only there?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negotrack.rules.quotes import Texts, holds, normalised

_TEXT = st.text(
    st.sampled_from("ab \n\t\u00a0\u3000\"'\u201c\u201d\u00ab\u2019e\u0301\u00e9.,中"), max_size=30
)
_LEFT_OUT = ["...", "\u2026", "[...]", "[\u2026]", "[ ... ]", "[ \u2026 ]"]


@given(_TEXT)
def test_to_normalise_twice_changes_nothing(text: str) -> None:
    """A normalised text is one already: single blanks, none at its ends, one kind of quotation marks."""
    once = normalised(text)
    assert normalised(once) == once
    assert once == " ".join(once.split())
    assert not {*once} & {*"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a"}


@pytest.mark.parametrize(
    "marks", ['"a"', "\u201ca\u201d", "\u201ea\u201c", "\u00aba\u00bb", "\u00bba\u00ab", "\u201fa\u201d"]
)
def test_quotation_marks_are_one(marks: str) -> None:
    """A source in French, German or English is quoted with any marks."""
    assert holds(normalised("He said \u201ca\u201d."), marks)


@pytest.mark.parametrize("mark", ["'", "\u2018", "\u2019", "\u201a", "\u201b", "\u2039", "\u203a"])
def test_apostrophes_are_one(mark: str) -> None:
    """An apostrophe is one, straight or not."""
    assert holds(normalised("the union\u2019s demand"), f"union{mark}s")


def test_single_marks_are_not_double_ones() -> None:
    """Marks of two kinds stay two kinds."""
    assert not holds(normalised("'a'"), '"a"')


@pytest.mark.parametrize("blank", [" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u2009", "\u3000", " \n  "])
def test_white_space_is_one(blank: str) -> None:
    """Line breaks, tabs and wide or narrow blanks, in the text or in the quote, are a blank."""
    assert holds(normalised(f"four{blank}per cent"), "four per cent")
    assert holds(normalised("four per cent"), f"{blank}four{blank}per cent")


def test_composed_and_decomposed_letters_are_one() -> None:
    """An accent is the same, whether it is a character of its own or not."""
    text, quote = (unicodedata.normalize(form, "Márquez") for form in ("NFD", "NFC"))
    assert holds(normalised(text), quote)
    assert holds(normalised(quote), text)


@pytest.mark.parametrize(
    "quote", ["Four per cent", "four percent", "four per cent,", "four-per cent", "five"]
)
def test_other_words_are_not_found(quote: str) -> None:
    """Case, punctuation and words count."""
    assert not holds(normalised("four per cent"), quote)


@given(_TEXT, st.integers(0, 30), st.integers(0, 30))
def test_every_stretch_of_a_text_is_found(text: str, start: int, length: int) -> None:
    """Whatever is copied from a text is a quote from it."""
    copied = text[start : start + length]
    assume(not unicodedata.combining(copied[:1] or "a"))
    assume(not unicodedata.combining(text[start + length : start + length + 1] or "a"))
    assert holds(normalised(text), copied)


@pytest.mark.parametrize("left_out", _LEFT_OUT)
def test_words_may_be_left_out(left_out: str) -> None:
    """Dots, with or without brackets, stand for words; the pieces follow one another, not overlapping."""
    text = normalised("We ask for four per cent, and for fewer hours.")
    assert holds(text, f"four per cent {left_out} fewer hours")
    assert holds(text, f"We{left_out}ask{left_out}hours.")
    assert holds(text, f"{left_out} fewer hours {left_out}")
    assert not holds(text, f"fewer hours {left_out} four per cent")
    assert not holds(text, f"four per cent {left_out} per cent")


@pytest.mark.parametrize(("quote", "found"), [("a ... a", True), ("a ... a ... a", False), ("aa", False)])
def test_a_piece_is_found_once(quote: str, found: bool) -> None:  # noqa: FBT001 - what is expected
    """The same words twice in a quote are twice in the text."""
    assert holds("a b a", quote) is found


def _is_naively_held(text: str, pieces: Sequence[str]) -> bool:
    """Tell whether pieces follow one another in a text: try every place of the first."""
    if not pieces:
        return True
    first, *rest = pieces
    places = [at for at in range(len(text) + 1) if text.startswith(first, at)]
    return any(_is_naively_held(text[at + len(first) :], rest) for at in places)


@given(
    st.text("ab", max_size=8),
    st.lists(st.text("ab", max_size=3), min_size=1, max_size=4),
    st.sampled_from(_LEFT_OUT),
)
def test_pieces_are_found_if_they_can_be(text: str, pieces: list[str], left_out: str) -> None:
    """A quote is found exactly if its pieces stand in the text one after the other, anywhere."""
    assert holds(text, left_out.join(pieces)) == _is_naively_held(text, pieces)


@pytest.mark.parametrize("quote", ["", " ", "...", "[...] ..."])
def test_a_quote_of_no_words_is_found_anywhere(quote: str) -> None:
    """What says nothing contradicts nothing."""
    assert holds("", quote)
    assert holds("a", quote)


def _refusing(error: Exception) -> Texts:
    def read(name: str) -> str:
        raise error

    return Texts(read)


def test_a_file_is_read_once() -> None:
    """However many quotes there are from it, its text is read once, and normalised."""
    asked: list[str] = []

    def read(name: str) -> str:
        asked.append(name)
        return f"  {name}\n"

    texts = Texts(read)
    assert [texts.of(name) for name in "aba"] == ["a", "b", "a"]
    assert (asked, texts.unread) == (["a", "b"], {})


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(2, "No such file or directory", "a"), "No such file or directory"),
        (OSError("it is far away"), "it is far away"),
        (ValueError("it is not in the folder"), "it is not in the folder"),
    ],
)
def test_a_file_that_cannot_be_read_has_a_reason(error: Exception, reason: str) -> None:
    """It has no text, however often it is asked for; why, is kept."""
    texts = _refusing(error)
    assert (texts.of("a"), texts.of("a")) == (None, None)
    assert texts.unread == {"a": reason}


def test_other_exceptions_of_a_reader_go_through() -> None:
    """What is no refusal to read is a mistake in the reader."""
    with pytest.raises(ZeroDivisionError):
        _refusing(ZeroDivisionError()).of("a")


def test_accents_without_end_are_left_as_they_are() -> None:
    """To compose a word of very many accents takes long, so it is compared as it is written."""
    word = "e" + "\u0301" * 100_000
    assert holds(normalised(f"caf{word} cafe\u0301"), f"caf{word} caf\u00e9")
