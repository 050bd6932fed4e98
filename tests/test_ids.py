"""Laws and examples for ids."""

import pickle
import string

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from hostile import ACTING, acting
from negotrack import BadId, Party, Stance
from negotrack.ids import RESERVED, check_id, is_id, suggest_id
from negotrack.testing import ids

_ALMOST = st.text(st.sampled_from(string.ascii_letters[::5] + "09-_ '.éßΩ\u0131\u212a"), max_size=8)
_TEXTS = st.text() | _ALMOST | st.sampled_from(sorted(RESERVED)) | st.text(st.sampled_from(ACTING))


@given(ids())
def test_generated_ids_are_ids(id_: str) -> None:
    """What the strategy for ids gives is an id, and so a party can have it."""
    assert is_id(id_)
    assert Party(id_, "A").id == id_


@given(_TEXTS)
def test_an_id_is_of_the_grammar_and_not_reserved(text: str) -> None:
    """An id is a lower-case ASCII letter, then such letters, digits and hyphens, and no reserved word."""
    letters, later = set(string.ascii_lowercase), set(string.ascii_lowercase + string.digits + "-")
    has_grammar = text[:1] in letters and set(text) <= later if text else False
    assert is_id(text) is (has_grammar and text not in RESERVED)


@given(_TEXTS)
def test_what_is_suggested_would_do(text: str) -> None:
    """A suggestion is an id, or there is none."""
    assert suggest_id(text) == "" or is_id(suggest_id(text))


@given(_TEXTS)
def test_a_bad_id_is_refused_with_the_cure(text: str) -> None:
    """The exception names the text, safe to show, and the suggestion; it survives pickling."""
    error = BadId(text)
    assert not acting(str(error))
    assert f"`{error.suggestion}` would do" in str(error) or not error.suggestion
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), again.text, again.suggestion, str(again)) == (
        BadId,
        text,
        error.suggestion,
        str(error),
    )


@pytest.mark.parametrize("stance", Stance)
def test_both_forms_of_every_verb_are_reserved(stance: Stance) -> None:
    """No party can be called `accept` or `accepts`: a sentence could not tell it from the verb."""
    assert not is_id(stance.value)
    assert not is_id(stance.plural)


@pytest.mark.parametrize("word", ["and", "if", "on", "provisionally", "own", "start"])
def test_words_of_the_sentence_and_the_commands_are_reserved(word: str) -> None:
    """The other words with a meaning name nothing either; with a number behind they do."""
    assert not is_id(word)
    assert suggest_id(word) == f"{word}-1"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Cease_fire", "cease-fire"),
        ("  Cease  fire!! ", "cease-fire"),
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("2nd-round", "nd-round-2"),
        ("-x-", "x"),
        ("a.b/c", "a-b-c"),
        ("\u212a", "k"),
        ("IF", "if-1"),
        ("42", ""),
        ("Ռուսաստան", ""),
        ("", ""),
    ],
)
def test_suggestions_keep_letters_and_digits(text: str, suggestion: str) -> None:
    """The suggestion is what is left of the text in the grammar of ids."""
    assert suggest_id(text) == suggestion


def test_message_without_suggestion_states_the_grammar() -> None:
    """Where nothing can be made of the text, the message says how an id is made."""
    with pytest.raises(
        BadId, match=r"^`Ռ` is no id; write a lower-case letter, then lower-case letters, digits"
    ):
        Party("Ռ", "Russia")


def test_message_for_a_reserved_word_says_so() -> None:
    """A reserved word has the form of an id, so the message gives the real reason."""
    with pytest.raises(BadId, match=r"^`accept` is a word of the sentence form; `accept-1` would do$"):
        Party("accept", "A")


@pytest.mark.parametrize("value", [None, 3, b"a", ["a"]])
def test_what_is_no_text_is_no_id(value: object) -> None:
    """A value of another type is refused by the name of its field, not with an error from within."""
    with pytest.raises(TypeError, match=r"^`id` takes an id, which is a text, not "):
        check_id(None, fields(Party).id, value)
