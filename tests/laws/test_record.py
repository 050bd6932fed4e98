"""The laws of the record: what of it does not matter, and what is kept."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from negotrack.formats.dossiers import dumps, loads
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.negotiation import Negotiation
from negotrack.testing import negotiations
from negotrack.testing.renaming import mirrored, new_name
from readings import states

ANY = negotiations() | negotiations(broken=True)


# --- names -------------------------------------------------------------------------------------


def sorted_document(value: Any, rename: Callable[[str], str], key: str = "") -> Any:
    """Give the document of a state with every id in it renamed, and what has no order of its own sorted."""
    if isinstance(value, dict):
        return {name: sorted_document(one, rename, name) for name, one in value.items()}
    if isinstance(value, list):
        several = [sorted_document(one, rename, key) for one in value]
        return several if key in {"conditions", "for", "accounts", "marks"} else sorted(several, key=str)
    is_id = isinstance(value, str) and key in _IDS and not (key == "basis" and value == "own")
    return rename(value) if is_id else value


_IDS = {
    *("round", "parties", "party", "demands", "demand", "conditions", "basis", "since", "said_in"),
    *("according_to", "replaced_by", "for", "part", "package", "excludes", "requires"),
}


@given(ANY, st.randoms(use_true_random=False))
def test_names_and_order_mean_nothing(negotiation: Negotiation, random: Random) -> None:
    """Renaming ids, or listing parties and demands in another order, changes nothing but names and order."""
    other = mirrored(negotiation)
    parties = random.sample(other.parties, len(other.parties))
    demands = random.sample(other.demands, len(other.demands))
    other = evolve(other, parties=parties, demands=demands)
    for before, after in zip(states(negotiation), states(other), strict=True):
        assert sorted_document(matrix_json(after), str) == sorted_document(matrix_json(before), new_name)


def test_renaming_reaches_ids() -> None:
    """What renames records tells ids from other texts by their type, be it one, several or one that may be left out."""
    other = mirrored(Demand("a", "a", part_of="a", excludes=["a"], tags=["a"]))
    assert other == Demand("xz", "a", part_of="xz", excludes=["xz"], tags=["a"])


# --- files -------------------------------------------------------------------------------------

SAVED: dict[str, Callable[[Negotiation], Negotiation]] = {
    "toml": lambda negotiation: loads(dumps(negotiation, "toml")),
    "json": lambda negotiation: loads(dumps(negotiation, "json")),
    "toml to json": lambda negotiation: loads(dumps(loads(dumps(negotiation, "toml")), "json")),
    "json to toml": lambda negotiation: loads(dumps(loads(dumps(negotiation, "json")), "toml")),
}


@pytest.mark.parametrize("way", SAVED)
@given(negotiation=ANY)
def test_saving_and_loading_gives_back_an_equal_negotiation(way: str, negotiation: Negotiation) -> None:
    """Saving and loading gives back an equal negotiation, in both formats and between them."""
    assert SAVED[way](negotiation) == negotiation


@given(ANY)
def test_round_can_be_added_after_loading(negotiation: Negotiation) -> None:
    """What was loaded forgets its text once it is changed."""
    loaded = loads(dumps(negotiation))
    assert loaded.origin is not None
    assert loaded.with_round(Round("one-more", "2099")).origin is None
