"""The laws of the record: what of it does not matter, and what is kept."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import event, given
from hypothesis import strategies as st

from negotrack.blocs import members_by_bloc
from negotrack.calendar import Calendar
from negotrack.formats import documents
from negotrack.formats.dossiers import dumps, loads
from negotrack.ids import Id
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing import loose_negotiations, negotiations
from readings import outcomes, positions, states

ANY = negotiations() | loose_negotiations()


# --- order -------------------------------------------------------------------------------------


def may_be_reordered(negotiation: Negotiation, number: int) -> bool:
    """Tell whether the order in a round does not matter: nobody amends, and no bloc speaks beside its own."""
    said = negotiation.rounds[number - 1].statements
    speakers = {holder for one in said for holder in one.says.holders}
    members = members_by_bloc(negotiation.parties, Calendar.of(negotiation.rounds), number)
    voices = [{holder, *members.get(holder, ())} for holder in sorted(speakers)]
    return not any(one.says.stance is Stance.AMENDS for one in said) and sum(map(len, voices)) == len(
        set().union(*voices)
    )


def reordered(said: tuple[Statement, ...], random: Random) -> Iterator[Statement]:
    """Give statements in another order, those that share a holder in the order they were in."""
    left = list(said)
    while left:
        free = [
            one
            for place, one in enumerate(left)
            if all(set(one.says.holders).isdisjoint(earlier.says.holders) for earlier in left[:place])
        ]
        chosen = random.choice(free)
        left.pop(next(place for place, one in enumerate(left) if one is chosen))
        yield chosen


@given(ANY, st.randoms(use_true_random=False))
def test_order_of_different_holders_does_not_matter(negotiation: Negotiation, random: Random) -> None:
    """The order of statements by different holders inside one round does not matter.

    As long as no `amends` is among them and no bloc speaks beside one of its members (members of members included) or
    beside another bloc that shares a member with it (an account counts as its holder speaking).
    """
    rounds = [
        evolve(round_, statements=tuple(reordered(round_.statements, random)))
        if may_be_reordered(negotiation, number)
        else round_
        for number, round_ in enumerate(negotiation.rounds, 1)
    ]
    other = evolve(negotiation, rounds=rounds)
    event("reordered" if other != negotiation else "the same")
    for before, after in zip(states(negotiation), states(other), strict=True):
        assert positions(after) == positions(before)
        assert outcomes(after) == outcomes(before)
        assert after.package == before.package


# --- names -------------------------------------------------------------------------------------


def new_name(id_: str) -> str:
    """Give another id for each id."""
    return f"x{id_[::-1]}"


def renamed(value: Any, type_: Any = None) -> Any:
    """Give a record with every id in it renamed."""
    if isinstance(value, tuple):
        return tuple(renamed(one, type_) for one in value)
    if has(type(value)):
        return evolve(
            value,
            **{
                field.name: renamed(getattr(value, field.name), field.type)
                for field in fields(type(value))
                if field.init
            },
        )
    is_id = isinstance(value, str) and "an id" in str(type_)
    return new_name(value) if is_id else value


def renamed_document(value: Any, key: str = "") -> Any:
    """Give the document of a state with every id in it renamed, and what has no order of its own sorted."""
    if isinstance(value, dict):
        return {name: renamed_document(one, name) for name, one in value.items()}
    if isinstance(value, list):
        several = [renamed_document(one, key) for one in value]
        return several if key in {"conditions", "for", "accounts", "marks"} else sorted(several, key=str)
    is_id = isinstance(value, str) and key in _IDS and not (key == "basis" and value == "own")
    return new_name(value) if is_id else value


_IDS = {
    *("round", "parties", "party", "demands", "demand", "conditions", "basis", "since", "said_in"),
    *("according_to", "replaced_by", "for", "part", "package", "excludes", "requires"),
}


def in_any_order(value: Any, key: str = "") -> Any:
    """Give the document of a state with what has no order of its own sorted."""
    if isinstance(value, dict):
        return {name: in_any_order(one, name) for name, one in value.items()}
    if isinstance(value, list):
        several = [in_any_order(one, key) for one in value]
        return several if key in {"conditions", "for", "accounts", "marks"} else sorted(several, key=str)
    return value


@given(ANY, st.randoms(use_true_random=False))
def test_names_and_order_mean_nothing(negotiation: Negotiation, random: Random) -> None:
    """Renaming ids, or listing parties and demands in another order, changes nothing but names and order."""
    other = renamed(negotiation)
    parties = random.sample(other.parties, len(other.parties))
    demands = random.sample(other.demands, len(other.demands))
    other = evolve(other, parties=parties, demands=demands)
    for before, after in zip(states(negotiation), states(other), strict=True):
        assert in_any_order(documents.matrix(after)) == renamed_document(documents.matrix(before))


def test_renaming_reaches_ids() -> None:
    """What renames records tells ids from other texts by their type."""
    assert (renamed("a", Id), renamed("a", Id | None), renamed("a", str)) == ("xa", "xa", "a")


# --- accounts ----------------------------------------------------------------------------------


def established(said: Statement) -> Iterator[Statement]:
    """Give what of a statement is no account: all of it, the giver's own part, or nothing."""
    if said.according_to is None:
        yield said
    elif said.according_to in said.says.holders:
        says = said.says
        own = Sentence([said.according_to], says.stance, says.demands, says.conditions, says.provisional)
        yield evolve(said, says=own)


@given(ANY)
def test_accounts_only_mark_cells(negotiation: Negotiation) -> None:
    """Accounts change no position and no outcome; they only mark cells."""
    rounds = [
        evolve(round_, statements=[own for said in round_.statements for own in established(said)])
        for round_ in negotiation.rounds
    ]
    other = evolve(negotiation, rounds=rounds)
    event("accounts" if other != negotiation else "none")
    for before, after in zip(states(negotiation), states(other), strict=True):
        assert positions(after) == positions(before)
        assert outcomes(after) == outcomes(before)
        assert after.package == before.package
        assert not any(
            after.accounts(party.id, demand.id) for party in after.parties for demand in after.demands
        )


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
