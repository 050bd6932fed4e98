"""What do `negotiations(clean=True)` and `negotiations(breaking=...)` take, give, and shrink towards?"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from negotrack import Negotiation, Role, Stance, Statement, check
from negotrack.testing import negotiations, source_text
from rule_modules import MODULES

SIZES = {"parties": 3, "demands": 4, "rounds": 3, "sources": 3}
FEWEST = {"parties": 2, "demands": 1, "rounds": 2, "sources": 1}
FEW = settings(max_examples=10)


def sizes_of(talks: Negotiation) -> dict[str, int]:
    """How many there are of each kind."""
    return {kind: len(getattr(talks, kind)) for kind in SIZES}


def statements_of(talks: Negotiation) -> list[Statement]:
    """All that is said."""
    return [said for round_ in talks.rounds for said in round_.statements]


def smallest(**given: Any) -> Negotiation:
    """What a strategy shrinks towards."""
    return find(negotiations(**given), lambda _: True, settings=settings(database=None, max_examples=5))


@pytest.mark.parametrize("module", MODULES)
def test_ways_to_break_a_rule_stand_in_the_module_of_its_name(module: str) -> None:
    """Whoever looks for what breaks a rule finds it where the rule stands, under `testing/breaking`."""
    ways = import_module(f"negotrack.testing.breaking.{module}").WAYS
    assert [*ways] == MODULES[module]


@given(negotiations(clean=True, **SIZES))  # type: ignore[arg-type]
@FEW
def test_clean_negotiations_have_the_sizes_that_are_asked_for(talks: Negotiation) -> None:
    """There are as many parties, demands, rounds and sources as it says."""
    assert sizes_of(talks) == SIZES


@given(negotiations(clean=True, parties=st.just(4), demands=(2, 3)))
@FEW
def test_sizes_can_be_strategies_and_bounds(talks: Negotiation) -> None:
    """A size can come from a strategy, or be a pair of the fewest and the most."""
    assert len(talks.parties) == 4
    assert 2 <= len(talks.demands) <= 3


@given(st.data())
@FEW
def test_breaking_a_rule_adds_to_the_sizes_at_most(data: st.DataObject) -> None:
    """Where a rule is broken there are at least as many of each kind as it says."""
    code = data.draw(st.sampled_from(["NT101", "NT204", "NT304", "NT506", "NT601"]))
    talks = data.draw(negotiations(breaking=code, **SIZES))  # type: ignore[arg-type]
    assert all(sizes_of(talks)[kind] >= size for kind, size in SIZES.items())


@given(st.data())
@FEW
def test_the_fewest_are_enough_to_break_any_rule(data: st.DataObject) -> None:
    """With as few of each kind as there can be, the rule finds something all the same."""
    code = data.draw(st.sampled_from(["NT104", "NT108", "NT201", "NT301", "NT305", "NT501", "NT603"]))
    talks = data.draw(negotiations(breaking=code, **FEWEST))  # type: ignore[arg-type]
    assert check(talks, select=[code], read=source_text)


@pytest.mark.parametrize("asked", [{"clean": True}, {"breaking": "NT204"}])
@pytest.mark.parametrize(("kind", "fewest"), FEWEST.items())
def test_too_few_are_refused(asked: dict[str, Any], kind: str, fewest: int) -> None:
    """What cannot do with so few says so at once, and names the argument."""
    with pytest.raises(InvalidArgument, match=f"{kind} takes a whole number from {fewest}"):
        negotiations(**(asked | {kind: fewest - 1}))


HAPPENINGS: dict[str, Callable[[Negotiation], bool]] = {
    "blocs": lambda talks: any(party.role is Role.BLOC for party in talks.parties),
    "conditions": lambda talks: any(said.says.conditions for said in statements_of(talks)),
    "amendments": lambda talks: any(said.says.stance is Stance.AMENDS for said in statements_of(talks)),
    "accounts": lambda talks: (
        any(said.according_to for said in statements_of(talks))
        or any(claim.according_to for round_ in talks.rounds for claim in round_.claims)
    ),
    "decisions": lambda talks: bool(talks.decision or any(demand.decision for demand in talks.demands)),
}


@pytest.mark.parametrize("switch", HAPPENINGS)
def test_switches_turn_off_what_happens_in_clean_negotiations(switch: str) -> None:
    """What is switched off does not happen, and it does where it is not."""
    happens = HAPPENINGS[switch]

    @given(negotiations(clean=True, **{switch: False}))  # type: ignore[arg-type]
    @settings(max_examples=25)
    def does_not_happen(talks: Negotiation) -> None:
        assert not happens(talks)

    does_not_happen()
    find(
        negotiations(clean=True),
        happens,
        settings=settings(database=None, max_examples=500, phases=[Phase.generate]),
    )


@pytest.mark.parametrize("switch", HAPPENINGS)
@pytest.mark.parametrize("off", [False, st.booleans()])
def test_no_switch_goes_with_breaking(switch: str, off: object) -> None:
    """What breaks a rule may need anything, so that nothing can be switched off."""
    with pytest.raises(InvalidArgument, match=f"{switch} cannot be switched off with breaking"):
        negotiations(breaking="NT204", **{switch: off})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"clean": True, "broken": True}, "clean and broken"),
        ({"clean": True, "breaking": "NT204"}, "clean and breaking"),
        ({"breaking": "NT204", "broken": True}, "breaking and broken"),
        ({"clean": st.booleans(), "broken": st.booleans()}, "clean and broken"),
    ],
)
def test_clean_breaking_and_broken_exclude_each_other(asked: dict[str, Any], names: str) -> None:
    """One of the three can be given, be it as a strategy."""
    with pytest.raises(InvalidArgument, match=f"{names} exclude each other"):
        negotiations(**asked)


@given(negotiations(clean=st.just(True)))  # noqa: FBT003 - what it draws
@FEW
def test_clean_can_be_a_strategy(talks: Negotiation) -> None:
    """Whether it is clean can be drawn."""
    assert [finding for finding in check(talks, strict=True) if finding.severity > "info"] == []


@given(negotiations(breaking="stale-acceptance"))
@FEW
def test_a_rule_can_go_by_its_name(talks: Negotiation) -> None:
    """A rule is broken by its name as by its code."""
    assert check(talks, select=["NT204"])


@given(negotiations(breaking=st.sampled_from(["NT204", "unknown-party"])))
@FEW
def test_the_rule_can_be_drawn(talks: Negotiation) -> None:
    """Which rule is broken can come from a strategy."""
    assert check(talks, select=["NT204", "NT101"])


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("NT2004", "not 'NT2004': did you mean `NT204`?"),
        ("stale-aceptance", "not 'stale-aceptance': did you mean `stale-acceptance`?"),
        ("?", "not '?'$"),
        (204, "not 204$"),
        ("NT2", "breaking takes the code or the name of a rule"),
    ],
)
def test_what_is_no_rule_cannot_be_broken(word: object, message: str) -> None:
    """What names no rule is refused at once, with the nearest name if there is one."""
    with pytest.raises(InvalidArgument, match=message.replace("?", "[?]")):
        negotiations(breaking=word)  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["NT001", "NT008", "duplicate-id"])
def test_what_only_a_text_breaks_is_for_damaged_texts(word: str) -> None:
    """No negotiation breaks a rule of the reading: it says what does."""
    with pytest.raises(InvalidArgument, match=f"'{word}', which texts break only: `damaged_texts` does"):
        negotiations(breaking=word)


def test_what_a_strategy_draws_is_checked_when_it_is_drawn() -> None:
    """A word that is drawn is refused as one that is given."""
    with pytest.raises(InvalidArgument, match="breaking takes the code or the name of a rule"):
        find(negotiations(breaking=st.just("NT999")), lambda _: True)


def test_texts_of_sources_are_given_or_lost() -> None:
    """Files that sources name can be read with `source_text`, but for those that are lost."""
    assert "four per cent" in source_text("minutes.txt")
    with pytest.raises(FileNotFoundError, match=r"lost\.txt"):
        source_text("lost.txt")


def test_clean_negotiations_shrink_to_one_proposal() -> None:
    """The smallest clean negotiation is one in which one of two parties proposes the one demand."""
    talks = smallest(clean=True)
    assert sizes_of(talks) == FEWEST | {"sources": 2}
    assert [str(said.says) for said in statements_of(talks)] == ["p1 proposes d1"]


def test_broken_rules_shrink_to_little() -> None:
    """The smallest negotiation that breaks a rule has little in it but what breaks it."""
    talks = smallest(breaking="NT205")
    assert sizes_of(talks) == FEWEST | {"sources": 2}
    assert [str(said.says) for said in statements_of(talks)] == ["p1 proposes d1", "p1 rejects d1"]
