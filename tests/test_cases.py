"""The worked cases: what becomes of each small dossier, round by round."""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import naive
import negotrack as nt
from negotrack.cli import main
from negotrack.formats import documents

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
MOMENTS = [(case, round_) for case in CASES for round_ in case["after"]]


def name(value: Any) -> str:
    """Name a case or a round in the list of tests."""
    return str(value["name"] if isinstance(value, dict) else value)


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
    assert told(documents.matrix(nt.loads(case["dossier"]).at(round_))) == expected(case, round_)


@pytest.mark.parametrize(("case", "round_"), MOMENTS, ids=name)
def test_case_holds_in_the_naive_reading(case: dict[str, Any], round_: str) -> None:
    """The naive reading, against which the library is checked, gives what the case says."""
    dossier = tomllib.loads(case["dossier"])
    number = [entry["id"] for entry in dossier["rounds"]].index(round_) + 1
    assert told(naive.read(dossier, number)) == expected(case, round_)


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
