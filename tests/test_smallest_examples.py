"""What each strategy of the kit shrinks towards, as its docstring says."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from hypothesis.strategies import SearchStrategy

import negotrack as nt
from negotrack import testing

TALKS = nt.loads("""
title = "Talks"
demands = { pay = "Pay" }

[[rounds]]
id = "may"
date = 2026-05-01
statements = ["union proposes pay"]
""")


def smallest(
    strategy: SearchStrategy[Any], wanted: Callable[[Any], bool] = lambda _: True, seed: int = 0
) -> Any:
    """Give the smallest example that is wanted."""
    unexplained = settings(database=None, max_examples=500, phases=[Phase.generate, Phase.shrink])
    return find(strategy, wanted, settings=unexplained, random=Random(seed))  # noqa: S311 - nothing secret


@pytest.mark.parametrize(
    ("strategy", "example"),
    [
        (testing.ids(), "a"),
        (testing.dates(), nt.When("2000-01-01")),
        (testing.texts(), ""),
        (testing.parties(id="union"), nt.Party("union", "UNION")),
        (testing.demands(id="pay"), nt.Demand("pay", "PAY")),
        (testing.sources(id="minutes"), nt.Source("minutes", "MINUTES")),
        (testing.sentences(), nt.Sentence(["p1"], "proposes", ["d1"])),
        (testing.statements(), nt.Statement("p1 proposes d1")),
        (testing.rounds(id="may"), nt.Round("may", "2000-01-01")),
        (testing.negotiations(), nt.Negotiation("")),
        (testing.negotiations(broken=True), nt.Negotiation("")),
        (testing.dossier_texts(of=TALKS, format="toml"), nt.dumps(TALKS)),
    ],
)
def test_smallest_example_is_the_one_that_is_told_of(strategy: SearchStrategy[Any], example: object) -> None:
    """Where anything will do, the example is the one that the docstring names."""
    assert smallest(strategy) == example


def test_states_shrink_towards_the_start() -> None:
    """Where any state will do, it is that before the first round; of a pair both are."""
    assert smallest(testing.states(of=TALKS)).number == 0
    assert [state.number for state in smallest(testing.pairs_of_rounds(of=TALKS))] == [0, 0]


def test_clean_negotiations_shrink_towards_one_proposal() -> None:
    """A clean negotiation keeps two parties and two rounds, and one of the parties proposes something."""
    talks = smallest(testing.negotiations(clean=True))
    assert (len(talks.parties), len(talks.demands), len(talks.rounds)) == (2, 1, 2)
    assert [str(said.says) for round_ in talks.rounds for said in round_.statements] == ["p1 proposes d1"]


def test_damage_shrinks_towards_little() -> None:
    """A text that breaks a rule shrinks to the plain dossier with one thing wrong in it: here without its title."""
    text = smallest(testing.damaged_texts(of=TALKS, format="toml", breaking="NT007"))
    plain = smallest(testing.dossier_texts(of=TALKS, format="toml"))
    assert text == plain.replace('title = "Talks"\n', "")


@pytest.mark.parametrize("seed", range(5))
def test_a_change_of_mind_shrinks_to_two_statements(seed: int) -> None:
    """A negotiation in which somebody comes round shrinks to the two statements that it takes, whatever is drawn."""

    def comes_round(talks: nt.Negotiation) -> bool:
        return any(
            move.movement is nt.Movement.TOWARD for round_ in talks.rounds for move in talks.moves(round_.id)
        )

    small = testing.negotiations(parties=(0, 2), demands=(0, 2), rounds=(0, 2), sources=0)
    talks = smallest(small, comes_round, seed)
    assert sum(len(round_.statements) for round_ in talks.rounds) == 2
    assert (len(talks.parties), len(talks.rounds)) == (1, 1)
