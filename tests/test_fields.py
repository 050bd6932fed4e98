"""Laws and examples for what stands in the fields of a record."""

import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotrack import BadField, Negotiation
from negotrack.fields import once, one_or_more, optional_texts, texts

_LISTS = st.lists(st.text(max_size=3))


@given(_LISTS)
def test_several_texts_are_kept_in_their_order(values: list[str]) -> None:
    """Texts become a tuple, the same from a list and from an iterator."""
    assert (
        texts(values) == texts(iter(values)) == optional_texts(values) == one_or_more(values) == tuple(values)
    )


@given(_LISTS)
def test_once_keeps_the_first_of_each(values: list[str]) -> None:
    """Each text is kept once, where it stood first; doing it again changes nothing."""
    kept = once(values)
    assert len(set(kept)) == len(kept)
    assert set(kept) == set(values)
    assert sorted(kept, key=values.index) == list(kept) == list(once(kept))


@given(st.text())
def test_one_text_is_one(value: str) -> None:
    """Where one or several can stand, one text is one, not its letters."""
    assert one_or_more(value) == (value,)


@pytest.mark.parametrize("keep", [texts, optional_texts, once])
def test_a_text_is_no_list(keep: Callable[[str], object]) -> None:
    """A text where a list belongs is refused: it would fall apart into its letters."""
    with pytest.raises(TypeError, match=r"^give a list of texts, not the text 'armenia'$"):
        keep("armenia")


def test_nothing_recorded_is_not_the_same_as_none() -> None:
    """None stays None, an empty list an empty tuple."""
    assert optional_texts(None) is None
    assert optional_texts([]) == ()


def test_bad_field_names_the_field_and_survives_pickling() -> None:
    """The exception keeps the name of the field and the reason."""
    again = pickle.loads(pickle.dumps(BadField("needs", "is odd")))  # noqa: S301 - our own bytes
    assert (again.field, again.reason, str(again)) == ("needs", "is odd", "`needs` is odd")


def test_records_are_of_one_kind() -> None:
    """Something else among records is refused, with what is wanted."""
    with pytest.raises(TypeError, match="give Party records, not 'armenia'"):
        Negotiation("Talks", parties=["armenia"])  # type: ignore[list-item]  # the slip that is tested
