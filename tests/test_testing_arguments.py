"""What can be given to a strategy of the kit: a value or a strategy, checked at once and by name."""

from collections.abc import Callable
from datetime import date
from inspect import Parameter, signature
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import negotrack as nt
from negotrack import testing

Strategy = Callable[..., st.SearchStrategy[Any]]
TALKS = nt.Negotiation("Talks", rounds=[nt.Round("r1", "2026")])

GIVEN: dict[Strategy, dict[str, Any]] = {
    testing.ids: {"max_size": 3},
    testing.dates: {"earliest": date(2020, 1, 1), "latest": date(2021, 1, 1)},
    testing.texts: {},
    testing.parties: {"id": "a", "role": "bloc", "members": ["b"], "rounds": ["r1"]},
    testing.demands: {"id": "x", "others": ["y"], "parties": ["a", "b"]},
    testing.sources: {"id": "s"},
    testing.sentences: {"parties": ["a"], "demands": ["x"], "stance": "amends"},
    testing.statements: {"parties": ["a"], "demands": ["x"], "sources": [], "stance": nt.Stance.AMENDS},
    testing.rounds: {"id": "r1", "parties": ["a"], "demands": ["x"], "sources": ["s"]},
    testing.negotiations: {
        "parties": (1, 2),
        "demands": 1,
        "rounds": 1,
        "sources": (0, 1),
        "blocs": False,
        "conditions": False,
        "amendments": False,
        "accounts": False,
        "decisions": False,
        "clean": False,
        "breaking": "",
        "broken": False,
    },
    testing.states: {"of": TALKS},
    testing.pairs_of_rounds: {"of": TALKS, "backwards": True},
    testing.dossier_texts: {"of": TALKS, "format": "json"},
    testing.damaged_texts: {"of": TALKS, "format": "toml", "breaking": "NT003"},
}
"""A value for each argument of each strategy."""
ALONE = {"clean", "breaking", "broken"}
"""Arguments that exclude each other, if more than one is given."""
EACH = [(strategy, name) for strategy, values in GIVEN.items() for name in values]
_NAMES = [f"{strategy.__name__}-{name}" for strategy, name in EACH]


def test_all_strategies_and_arguments_are_tried_here() -> None:
    """Every strategy of the kit is here, and takes its arguments, all of them here, by name only."""
    others = {"assert_clean", "check_rule", "source_text"}
    assert {strategy.__name__ for strategy in GIVEN} == {
        name for name, one in vars(testing).items() if callable(one) and name not in others
    }
    for strategy, values in GIVEN.items():
        parameters = signature(strategy).parameters
        assert list(parameters) == list(values)
        assert {one.kind for one in parameters.values()} <= {Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("wrong", [object(), None, 2.5, b"a"], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(("strategy", "name"), EACH, ids=_NAMES)
def test_what_an_argument_does_not_take_is_refused_at_once(
    strategy: Strategy, name: str, wrong: object
) -> None:
    """A value that makes no sense is refused before anything is drawn, and the message begins with the argument."""
    with pytest.raises(InvalidArgument, match=f"^{name} "):
        strategy(**{name: wrong})


@pytest.mark.parametrize(("strategy", "name"), EACH, ids=_NAMES)
def test_what_is_drawn_for_an_argument_is_checked_too(strategy: Strategy, name: str) -> None:
    """What a strategy gives that makes no sense is refused when it is drawn, by the name of the argument."""

    @settings(max_examples=1, phases=[Phase.generate], database=None)
    @given(strategy(**{name: st.just(object())}))
    def draw(_: object) -> None:
        pass

    with pytest.raises(InvalidArgument, match=f"^{name} "):
        draw()


@pytest.mark.parametrize("strategy", GIVEN, ids=lambda strategy: strategy.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_an_argument_is_a_value_or_a_strategy(strategy: Strategy, data: st.DataObject) -> None:
    """All arguments can be given, as values or as strategies that draw them."""
    data.draw(strategy(**GIVEN[strategy]))
    data.draw(
        strategy(**{name: st.just(value) for name, value in GIVEN[strategy].items() if name not in ALONE})
    )


SWITCHES: dict[str, Callable[[nt.Negotiation], bool]] = {
    "blocs": lambda talks: any(party.role is nt.Role.BLOC for party in talks.parties),
    "conditions": lambda talks: any(said.says.conditions for said in _said(talks)),
    "amendments": lambda talks: any(said.says.stance is nt.Stance.AMENDS for said in _said(talks)),
    "accounts": lambda talks: (
        any(said.according_to for said in _said(talks))
        or any(claim.according_to for round_ in talks.rounds for claim in round_.claims)
    ),
    "decisions": lambda talks: bool(talks.decision) or any(demand.decision for demand in talks.demands),
}


def _said(talks: nt.Negotiation) -> list[nt.Statement]:
    return [said for round_ in talks.rounds for said in round_.statements]


@pytest.mark.parametrize("clean", [False, True], ids=["anyhow", "clean"])
@pytest.mark.parametrize("name", SWITCHES)
@settings(max_examples=30)
@given(data=st.data())
def test_what_is_switched_off_is_not_there(name: str, data: st.DataObject, *, clean: bool) -> None:
    """A switch that is off keeps what it is for out of the record."""
    switches: dict[str, Any] = {name: False, "clean": clean}
    assert not SWITCHES[name](data.draw(testing.negotiations(**switches)))


@settings(max_examples=30)
@given(testing.negotiations(parties=3, demands=(2, 4), rounds=st.integers(1, 2), sources=0))
def test_there_are_as_many_as_were_asked_for(talks: nt.Negotiation) -> None:
    """A size is a number, or a pair of the fewest and the most, or what a strategy draws."""
    assert len(talks.parties) == 3
    assert 2 <= len(talks.demands) <= 4
    assert 1 <= len(talks.rounds) <= 2
    assert talks.sources == ()


@settings(max_examples=5)
@given(testing.negotiations(parties=40, demands=40, rounds=12))
def test_large_records_can_be_drawn(talks: nt.Negotiation) -> None:
    """A record can be larger than anybody reads."""
    assert len(talks.parties) == len(talks.demands) == 40


def test_first_day_is_not_after_the_last() -> None:
    """Between two days that are the wrong way round there is none, which is said at once."""
    with pytest.raises(InvalidArgument, match="earliest is 2021-01-01, after latest, 2020-01-01"):
        testing.dates(earliest=date(2021, 1, 1), latest=date(2020, 1, 1))
