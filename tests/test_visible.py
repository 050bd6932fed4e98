"""Laws and examples for making text safe to show."""

import json
import sys

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from hostile import ACTING, TEXTS, acting, acts
from negotrack.visible import visible, visible_in_json, visible_in_toml

_TEXTS = st.text() | st.text(st.sampled_from(ACTING + 'ab"\\')) | st.sampled_from(list(TEXTS.values()))


@given(_TEXTS)
def test_visible_text_neither_acts_nor_hides(text: str) -> None:
    """What is left of any text is one line, and no character in it acts or hides."""
    assert not acting(visible(text))
    assert visible(text).splitlines() in ([visible(text)], [])


@given(_TEXTS)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    """A text in which nothing acts is shown as it is; of another all that does not act is kept."""
    kept = "".join(character for character in text if not acts(character))
    assert visible(kept) == kept


def test_every_acting_character_and_no_other_is_escaped() -> None:
    """Of all characters there are exactly those that act or hide become escapes."""
    wrong = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if (visible(chr(code)) != chr(code)) is not acts(chr(code))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("character", "escape"),
    [
        ("\x00", "\\u0000"),
        ("\n", "\\u000a"),
        ("\x1b", "\\u001b"),
        ("\x7f", "\\u007f"),
        ("\u202e", "\\u202e"),
        ("\ud800", "\\ud800"),
        ("\U000e0001", "\\U000e0001"),
    ],
)
def test_escapes_are_those_of_toml(character: str, escape: str) -> None:
    """An escape has four digits, or eight beyond U+FFFF."""
    assert visible(f"a{character}b") == f"a{escape}b"


@pytest.mark.parametrize(
    "text", ["Հայաստան", "e\u0301", "\u2764\ufe0f", "\U0001f1e6\U0001f1f2", "السلام", "中国"]
)
def test_letters_marks_and_emoji_stay(text: str) -> None:
    """Letters of every script, combining marks, variation selectors and emoji are no danger."""
    assert visible(text) == text


@given(st.recursive(_TEXTS, lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner), max_leaves=8))
def test_json_means_what_it_meant(value: object) -> None:
    """A JSON document with escapes in it is the same document, and nothing in it acts."""
    shown = visible_in_json(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(shown) == value
    assert not acting(shown)


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from(ACTING + '"\\')))
def test_toml_means_what_it_meant(text: str) -> None:
    """A TOML document with escapes in its basic strings is the same document, and nothing in it acts."""
    basic = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    shown = visible_in_toml(f'a = "{basic}"\nb = 1\n')
    assert tomli.loads(shown) == {"a": text, "b": 1}
    assert not acting(shown)
