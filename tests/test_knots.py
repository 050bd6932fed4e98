"""Which things run in a circle? The groups are those that a naive reading of reachability gives."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotrack.rules.knots import knots

_THINGS = "abcdefg"


@st.composite
def edges(draw: st.DrawFn) -> Mapping[str, Sequence[str]]:
    """Give things in any order, each with those that it leads to, some of them twice. Shrinks towards none."""
    things = draw(st.permutations(_THINGS))[: draw(st.integers(0, len(_THINGS)))]
    led_to = st.lists(st.sampled_from(things or ["-"]), max_size=4)
    return {one: draw(led_to) for one in things}


def _reached(start: str, leads: Mapping[str, Sequence[str]]) -> set[str]:
    """Give what can be reached from a thing in one step or more."""
    found: set[str] = set()
    last: set[str] = {start}
    while last:
        last = {other for one in last for other in leads[one]} - found
        found |= last
    return found


def _naive(leads: Mapping[str, Sequence[str]]) -> set[frozenset[str]]:
    """Give the groups: with each thing that reaches itself those that it reaches and that reach it."""
    reached = {one: _reached(one, leads) for one in leads}
    return {
        frozenset(other for other in leads if other in reached[one] and one in reached[other])
        for one in leads
        if one in reached[one]
    }


@given(edges())
def test_a_knot_is_all_that_reach_one_another(leads: Mapping[str, Sequence[str]]) -> None:
    """Two things are in one knot exactly if each reaches the other; one alone is if it reaches itself."""
    found = list(knots(leads))
    assert {frozenset(knot) for knot in found} == _naive(leads)
    assert len(found) == len({frozenset(knot) for knot in found})


@given(edges())
def test_a_knot_is_in_the_order_of_the_keys(leads: Mapping[str, Sequence[str]]) -> None:
    """Each thing stands in its knot once, in the order in which the things were given."""
    order = list(leads)
    for knot in knots(leads):
        assert list(knot) == [one for one in order if one in knot]


@given(edges(), st.randoms(use_true_random=False))
def test_no_order_of_the_keys_changes_the_knots(leads: Mapping[str, Sequence[str]], random: object) -> None:
    """The same things in another order have the same knots."""
    order = list(leads)
    random.shuffle(order)  # type: ignore[attr-defined] # it is a random.Random
    again = {one: leads[one] for one in order}
    assert {frozenset(knot) for knot in knots(again)} == {frozenset(knot) for knot in knots(leads)}


@pytest.mark.parametrize(
    ("leads", "found"),
    [
        ({}, []),
        ({"a": []}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"a": ["b", "b"], "b": []}, []),
        ({"b": ["a"], "a": ["b"]}, [("b", "a")]),
        ({"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["d"]}, [("a", "b", "c"), ("d",)]),
    ],
)
def test_knots_are_these(leads: Mapping[str, Sequence[str]], found: list[tuple[str, ...]]) -> None:
    """What leads nowhere, to itself, in a ring, and from one knot into another."""
    assert sorted(knots(leads)) == sorted(found)


def test_a_ring_of_thousands_is_one_knot() -> None:
    """No chain is too long for the stack of Python."""
    size = 20_000
    ring = {str(number): [str((number + 1) % size)] for number in range(size)}
    (knot,) = knots(ring)
    assert len(knot) == size
    chain = {**ring, str(size - 1): []}
    assert list(knots(chain)) == []
