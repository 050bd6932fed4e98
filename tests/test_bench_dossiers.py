"""Dossiers for benchmarks hold what they promise, and whoever is measured with them gives the same answers."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import changes
import dossiers
import loading
import positions
from large import Large
from negotrack import Demand, Negotiation, Party, Round, Sentence, Stance, dumps
from negotrack.sentence import parse

SIZE = 10_000
Differences = Callable[[Large], Iterator[str]]
ALL = {
    "loading": loading.differences,
    "positions": positions.differences,
    "changes": changes.differences,
}
STANCES = [stance for stance in Stance if stance is not Stance.WITHDRAWS]


@pytest.fixture(scope="module")
def statements() -> list[dict[str, Any]]:
    """Give all statements of a dossier, each with its keys."""
    said = [one for round_ in dossiers.plain(SIZE)["rounds"] for one in round_["statements"]]
    return [{"says": one} if isinstance(one, str) else one for one in said]


def restated(sentences: list[str]) -> int:
    """Count the sentences that say the same again as their holder's last one, of the same text."""
    texts: Counter[str] = Counter()
    last: dict[tuple[str, str], tuple[str, int]] = {}
    count = 0
    for sentence in sentences:
        says = parse(sentence)
        (holder,), (demand,) = says.holders, says.demands
        texts[demand] += says.stance is Stance.AMENDS
        now = sentence, texts[demand]
        count += last.get((holder, demand)) == now
        last[holder, demand] = now
    return count


def test_dossier_has_as_many_statements_as_asked_for(statements: list[dict[str, Any]]) -> None:
    """There are so many statements, and so many rounds."""
    assert len(statements) == SIZE
    assert len(dossiers.plain(SIZE)["rounds"]) == dossiers.ROUNDS


def test_seven_statements_in_ten_restate(statements: list[dict[str, Any]]) -> None:
    """Of the statements 70 % restate the position that their holder has."""
    assert restated([said["says"] for said in statements]) / SIZE == pytest.approx(0.70, abs=0.01)


@pytest.mark.parametrize(
    ("keys", "share"),
    [
        ({"says"}, 0.70),
        ({"says", "source", "locator"}, 0.20),
        ({"says", "source", "locator", "quote"}, 0.10),
    ],
)
def test_forms_have_their_shares(statements: list[dict[str, Any]], keys: set[str], share: float) -> None:
    """70 % are bare sentences, 20 % cite, 10 % quote besides."""
    assert sum(said.keys() == keys for said in statements) / SIZE == pytest.approx(share, abs=0.01)


def test_quotes_have_their_length(statements: list[dict[str, Any]]) -> None:
    """Every quote has 80 characters."""
    assert {len(said["quote"]) for said in statements if "quote" in said} == {80}


def test_one_statement_in_a_hundred_has_a_condition(statements: list[dict[str, Any]]) -> None:
    """1 % have a condition, which is another demand."""
    says = [parse(said["says"]) for said in statements if " if " in said["says"]]
    assert len(says) / SIZE == pytest.approx(0.01, abs=0.001)
    assert not any({*one.conditions} & {*one.demands} for one in says)


def test_one_statement_in_a_thousand_amends(statements: list[dict[str, Any]]) -> None:
    """0.1 % amend the text of a demand."""
    amending = [said for said in statements if parse(said["says"]).stance is Stance.AMENDS]
    assert len(amending) / SIZE == pytest.approx(0.001, abs=0.0002)


def test_dossier_is_the_same_each_time() -> None:
    """Every process makes the same dossier, whatever its hashes."""
    code = "import dossiers; print(dossiers.text(500), end='')"
    folder = str(Path(dossiers.__file__).parent)
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=folder,
            capture_output=True,
            check=True,
        )
        assert made.stdout.decode() == dossiers.text(500)


@pytest.fixture(scope="module")
def large() -> Large:
    """Give a record of a thousand statements."""
    return Large.of(1_000)


@pytest.mark.parametrize("differences", ALL.values(), ids=ALL)
def test_peers_agree_with_negotrack(large: Large, differences: Differences) -> None:
    """Every peer finds in a record of a thousand statements what negotrack finds."""
    assert list(differences(large)) == []


PARTIES, DEMANDS = ("a", "b", "c"), ("x", "y")
HOLDERS = st.lists(st.sampled_from(PARTIES), min_size=1, max_size=2, unique=True)
SENTENCES = st.builds(
    lambda holders, stance, demands, condition: Sentence(
        holders, stance, demands, condition if stance.is_assent else []
    ),
    HOLDERS,
    st.sampled_from([*STANCES, Stance.AMENDS, Stance.ACCEPTS]),
    st.lists(st.sampled_from(DEMANDS), min_size=1, max_size=2, unique=True),
    st.sampled_from([[], [], ["x"]]),
)
ROUNDS = st.lists(st.lists(SENTENCES, min_size=1, max_size=5), min_size=2, max_size=4)


def small(rounds: list[list[Sentence]]) -> Large:
    """Make a record of what was said in rounds."""
    talks = Negotiation(
        "Talks",
        parties=[Party(party, party) for party in PARTIES],
        demands=[Demand(demand, demand) for demand in DEMANDS],
        rounds=[
            Round(f"r{number}", f"2022-0{number}", statements=said) for number, said in enumerate(rounds, 1)
        ],
    )
    return Large(talks.statement_count, dumps(talks, "json"))


@pytest.mark.parametrize("differences", ALL.values(), ids=ALL)
@given(rounds=ROUNDS)
def test_peers_agree_where_texts_are_amended(differences: Differences, rounds: list[list[Sentence]]) -> None:
    """Every peer lets lapse what negotrack does, however often texts are amended."""
    assert list(differences(small(rounds))) == []


def test_another_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A peer that leaves something out is found out."""
    shifted = changes.shifted
    monkeypatch.setattr(changes, "shifted", lambda said: shifted(said).iloc[1:])
    record = small([[parse("a proposes x")], [parse("b accepts x")]])
    assert list(changes.differences(record)) == ["pandas groupby-shift gives other changes"]
