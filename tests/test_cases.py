"""The worked cases: what becomes of each small dossier, round by round."""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import naive
import naive_changes
import negotrack as nt
from command import call
from negotrack.cli import main
from negotrack.formats.json import changes
from negotrack.formats.json.matrix import matrix as matrix_json

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
MOMENTS = [(case, round_) for case in CASES for round_ in case["after"]]
STEPS = [(case, round_) for case in CASES for round_ in case.get("changes", ())]


def name(value: Any) -> str:
    """Name a case or a round in the list of tests."""
    return str(value["name"] if isinstance(value, dict) else value)


def numbered(case: dict[str, Any], round_: str) -> int:
    """Give the number of a round of a case, from 1."""
    return [entry["id"] for entry in tomllib.loads(case["dossier"])["rounds"]].index(round_) + 1


def expected(case: dict[str, Any], round_: str) -> dict[str, Any]:
    """Give what a case says of a round; what it does not mention is empty."""
    return {"package": [], "provisional": [], "replaced": [], "marks": {}, **case["after"][round_]}


def told(document: dict[str, Any]) -> dict[str, Any]:
    """Give what a case tells, from the document of a state."""
    outcomes = document["outcomes"]
    return {
        "outcomes": {entry["demand"]: entry["outcome"] for entry in outcomes},
        "package": document["package"],
        "provisional": [entry["demand"] for entry in outcomes if entry["provisional"]],
        "replaced": [entry["demand"] for entry in outcomes if entry["replaced_by"]],
        "marks": {
            f"{entry['party']}.{entry['demand']}": mark
            for entry in document["positions"]
            for mark in entry["marks"]
            if mark != "lapsed"
        },
    }


@pytest.mark.parametrize(("case", "round_"), MOMENTS, ids=name)
def test_case_holds_in_python(case: dict[str, Any], round_: str) -> None:
    """After each round everything is as the case says, asked through Python."""
    state = nt.loads(case["dossier"]).at(round_)
    standings = [state.standing(demand.id) for demand in state.demands]
    cells = [(party.id, demand.id) for party in state.parties for demand in state.demands]
    assert {
        "outcomes": {standing.demand: standing.outcome for standing in standings},
        "package": list(state.package),
        "provisional": [standing.demand for standing in standings if standing.is_provisional],
        "replaced": [standing.demand for standing in standings if standing.replaced_by],
        "marks": {
            f"{party}.{demand}": mark
            for party, demand in cells
            for mark in state.marks(party, demand)
            if mark is not nt.Mark.LAPSED
        },
    } == expected(case, round_)


@pytest.mark.parametrize(("case", "round_"), MOMENTS, ids=name)
def test_case_holds_in_the_document(case: dict[str, Any], round_: str) -> None:
    """After each round the document for machines says the same."""
    assert told(matrix_json(nt.loads(case["dossier"]).at(round_))) == expected(case, round_)


@pytest.mark.parametrize(("case", "round_"), MOMENTS, ids=name)
def test_case_holds_in_the_naive_reading(case: dict[str, Any], round_: str) -> None:
    """The naive reading, against which the library is checked, gives what the case says."""
    dossier = tomllib.loads(case["dossier"])
    assert told(naive.read(dossier, numbered(case, round_))) == expected(case, round_)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_case_holds_in_the_command(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After its last round the command's JSON says what the case does."""
    file, last = tmp_path / "case.toml", list(case["after"])[-1]
    file.write_text(case["dossier"], encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["negotrack", "matrix", str(file), "--at", last, "--format", "json"])
    assert main() == 0
    assert told(json.loads(capsys.readouterr().out)) == expected(case, last)


def changed(document: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Give what a case tells of changes, from the document of a diff."""
    return {
        "positions": {
            f"{entry['party']}.{entry['demand']}": entry["movement"] for entry in document["positions"]
        },
        "outcomes": {entry["demand"]: entry["change"] for entry in document["outcomes"]},
    }


def test_cases_tell_of_changes() -> None:
    """Every case with a second round tells what changed in each round after the first."""
    assert {(case["name"], round_) for case, round_ in STEPS} == {
        (case["name"], round_) for case in CASES for round_ in list(case["after"])[1:]
    }


@pytest.mark.parametrize(("case", "round_"), STEPS, ids=name)
def test_changes_of_case_hold_in_python(case: dict[str, Any], round_: str) -> None:
    """Against the round before, positions and outcomes changed as the case says, asked through Python."""
    diff = nt.loads(case["dossier"]).diff(numbered(case, round_) - 1 or "start", round_)
    assert {
        "positions": {f"{one.party}.{one.demand}": one.movement for one in diff.positions},
        "outcomes": {one.demand: one.change for one in diff.outcomes},
    } == case["changes"][round_]


@pytest.mark.parametrize(("case", "round_"), STEPS, ids=name)
def test_changes_of_case_hold_in_the_document(case: dict[str, Any], round_: str) -> None:
    """Against the round before, the document for machines has the changes that the case has."""
    diff = nt.loads(case["dossier"]).diff(numbered(case, round_) - 1 or "start", round_)
    assert changed(changes.diff(diff)) == case["changes"][round_]


@pytest.mark.parametrize(("case", "round_"), STEPS, ids=name)
def test_changes_of_case_hold_in_the_naive_reading(case: dict[str, Any], round_: str) -> None:
    """Against the round before, the naive reading finds the changes that the case has."""
    number = numbered(case, round_)
    found = naive_changes.diff(tomllib.loads(case["dossier"]), number - 1, number)
    assert changed(found) == case["changes"][round_]


@pytest.mark.parametrize(("case", "round_"), STEPS, ids=name)
def test_changes_of_case_hold_in_the_command(case: dict[str, Any], round_: str, tmp_path: Path) -> None:
    """Against the round before, the command's JSON has the changes that the case has."""
    file, number = tmp_path / "case.toml", numbered(case, round_)
    file.write_text(case["dossier"], encoding="utf-8")
    done = call("diff", str(file), str(number - 1 or "start"), str(number), "--format", "json")
    assert (done.status, changed(json.loads(done.out))) == (0, case["changes"][round_])
