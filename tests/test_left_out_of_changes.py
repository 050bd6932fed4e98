"""What was said and is left out is told wherever it is told what moved."""

import json

import pytest

import negotrack as nt
from negotrack.course import chapters
from negotrack.formats.json import changes
from negotrack.views.diff import DiffView
from negotrack.views.ledger import LedgerView
from negotrack.views.log import Log
from negotrack.views.markdown import markdown

TALKS = nt.Negotiation(
    "Pay talks",
    parties=[nt.Party("a", "Union"), nt.Party("b", "Employer")],
    demands=[nt.Demand("x", "Pay"), nt.Demand("y", "Hours")],
    rounds=[
        nt.Round("r1", "2026-01", statements=["a proposes x", "b withdraws y", "c accepts x"]),
        nt.Round("r2", "2026-02", statements=["b accepts x", "a accepts z"]),
    ],
)
UNKNOWN_PARTY = "c accepts x (r1): there is no party `c`."
NOT_PUT_FORWARD = "b withdraws y (r1): `b` has not put forward `y`."
UNKNOWN_DEMAND = "a accepts z (r2): there is no demand `z`."


def left_out(view: DiffView | Log | LedgerView) -> list[str]:
    """What a view says is left out."""
    lines = [line.strip() for line in str(view).splitlines()]
    return [line.removeprefix("Left out: ") for line in lines if line.startswith("Left out: ")]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("start", "r1", [NOT_PUT_FORWARD, UNKNOWN_PARTY]),
        ("r1", "r2", [UNKNOWN_DEMAND]),
        ("r2", "r1", [UNKNOWN_DEMAND]),
        ("start", "r2", [NOT_PUT_FORWARD, UNKNOWN_PARTY, UNKNOWN_DEMAND]),
        ("r2", "r2", []),
    ],
)
def test_diff_tells_what_was_left_out_in_between(before: str, after: str, told: list[str]) -> None:
    """A diff tells of the words between its two rounds, whichever comes first."""
    assert left_out(DiffView(TALKS.diff(before, after))) == told


def test_log_tells_it_in_its_round() -> None:
    """The log tells of words that are left out among what happened in their round."""
    lines = [line.strip() for line in str(Log(TALKS)).splitlines()]
    assert lines.index(f"Left out: {UNKNOWN_PARTY}") < lines.index("2  Feb 2026")
    assert lines[-1] == f"Left out: {UNKNOWN_DEMAND}"


@pytest.mark.parametrize(
    ("parties", "demands", "told"),
    [
        (["b"], [], [NOT_PUT_FORWARD]),
        (["a"], [], [UNKNOWN_DEMAND]),
        ([], ["x"], [UNKNOWN_PARTY]),
        (["b"], ["x"], []),
    ],
)
def test_log_of_some_tells_of_their_words(parties: list[str], demands: list[str], told: list[str]) -> None:
    """Of words that are left out a log of some parties and demands tells those by and about them."""
    assert left_out(Log(TALKS, parties=parties, demands=demands)) == told


def test_ledger_tells_it_below_its_sums() -> None:
    """The ledger tells of all words that are left out, since they count for nobody."""
    assert left_out(LedgerView(TALKS.ledger)) == [NOT_PUT_FORWARD, UNKNOWN_PARTY, UNKNOWN_DEMAND]


@pytest.mark.parametrize("view", [DiffView(TALKS.diff("r1", "r2")), Log(TALKS), LedgerView(TALKS.ledger)])
def test_documents_tell_it_as_well(view: DiffView | Log | LedgerView) -> None:
    """Whatever is told on a screen is told in Markdown."""
    assert "Left out: a accepts z (r2): there is no demand \\`z\\`." in markdown(view)


def test_machines_get_it() -> None:
    """The JSON of a diff, of each round of a log and of a ledger has what is left out, with the reason."""
    last = {"says": "a accepts z", "round": "r2", "reason": "there is no demand `z`"}
    log = json.loads(json.dumps(changes.log(TALKS, chapters(TALKS))))
    ledger = json.loads(json.dumps(changes.ledger(TALKS.ledger)))
    assert changes.diff(TALKS.diff("r1", "r2"))["left_out"] == [last]
    assert [len(one["left_out"]) for one in log["rounds"]] == [2, 1]
    assert ledger["left_out"][2] == last
