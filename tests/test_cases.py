"""Do the worked cases come out as they were worked out by hand?"""

import json
from pathlib import Path
from typing import Any

import naive
import pytest
import tomli

from negotrack import State, loads
from negotrack.formats import documents
from negotrack.formats.converter import converter

CASES = tomli.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
ROUNDS = [
    pytest.param(case["dossier"], round_, after, id=f"{case['name']}-{round_}")
    for case in CASES
    for round_, after in case["after"].items()
]
each_round = pytest.mark.parametrize(("dossier", "round_", "after"), ROUNDS)

After = dict[str, Any]
"""What a case says of a round; what it leaves out is empty."""


def expected(after: After) -> After:
    """What a case says of a round, all of it."""
    return {"package": [], "provisional": [], "replaced": [], "marks": {}} | after


def found(state: State) -> After:
    """The same of a state."""
    standings = [state.standing(demand.id) for demand in state.demands]
    cells = [(party.id, demand.id) for party in state.parties for demand in state.demands]
    return {
        "outcomes": {one.demand: one.outcome.value for one in standings},
        "package": list(state.package),
        "provisional": [one.demand for one in standings if one.is_provisional],
        "replaced": [one.demand for one in standings if one.replaced_by],
        "marks": {
            f"{party}.{demand}": ", ".join(marks)
            for party, demand in cells
            if (marks := state.marks(party, demand))
        },
    }


def written(document: After) -> After:
    """The same of the document of a state."""
    outcomes = document["outcomes"]
    return {
        "outcomes": {entry["demand"]: entry["outcome"] for entry in outcomes},
        "package": document["package"],
        "provisional": [entry["demand"] for entry in outcomes if entry["provisional"]],
        "replaced": [entry["demand"] for entry in outcomes if entry["replaced_by"]],
        "marks": {
            f"{entry['party']}.{entry['demand']}": ", ".join(entry["marks"])
            for entry in document["positions"]
            if entry["marks"]
        },
    }


def test_there_are_cases() -> None:
    """Every case has a round, and each its own name."""
    assert len({case["name"] for case in CASES if case["after"]}) == len(CASES) > 0


@each_round
def test_case_comes_out_in_python(dossier: str, round_: str, after: After) -> None:
    """The state as of the round is the one that was worked out."""
    assert found(loads(dossier).at(round_)) == expected(after)


@each_round
def test_case_comes_out_in_the_document(dossier: str, round_: str, after: After) -> None:
    """So is the document of it, once through JSON."""
    document = json.loads(json.dumps(documents.matrix(loads(dossier).at(round_))))
    assert written(document) == expected(after)


@each_round
def test_case_comes_out_in_the_naive_reading(dossier: str, round_: str, after: After) -> None:
    """So is what the naive reading gives."""
    negotiation = loads(dossier)
    document = naive.read(converter.unstructure(negotiation), negotiation.number(round_))
    assert written(document) == expected(after)
