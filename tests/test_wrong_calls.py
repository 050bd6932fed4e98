"""What is called wrongly raises what its docstring says, and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from inspect import Parameter, signature
from pathlib import Path

import pytest

import negotrack as nt
from public import ALL, Public

TALKS = nt.seed("sochi-2022")
CELL = {"party": "armenia", "demand": "corridor"}
AGREED = nt.agreement(TALKS, TALKS)
(ACCOUNT,) = nt.seed("armenia-azerbaijan").now.accounts("armenia", "corridor")
RIGHT: Mapping[str, Mapping[str, object]] = {
    "Agreement": {"comparison": nt.compare(TALKS, TALKS)},
    "Case": {"talks": TALKS},
    "CheckSettings": {},
    "Citation": {"id": "minutes"},
    "Claim": {"demand": "pay", "outcome": "agreed"},
    "Comparison": {"given": TALKS, "new": TALKS},
    "Decision": {},
    "Delegate": {"party": "union", "person": "Ann"},
    "Demand": {"id": "pay", "title": "Pay"},
    "Diff": {"before": TALKS.at("start"), "after": TALKS.now},
    "Event": {"date": "2026", "title": "Strike"},
    "Excuse": {"code": "NT204", "reason": "it was meant"},
    "Meeting": {},
    "Membership": {"party": "union"},
    "Negotiation": {"title": "Talks"},
    "NoSuch": {"wanted": "pay", "known": ["hours"]},
    "Party": {"id": "union", "name": "Union"},
    "Problem": {"message": "nothing is recorded", "place": nt.AtKey(("title",))},
    "Round": {"id": "march", "date": "2026-03"},
    "Rule": {"code": "XY1", "function": nt.RULES[0].function, "severity": "info"},
    "Sentence": {"holders": ["union"], "stance": "proposes", "demands": ["pay"]},
    "Source": {"id": "minutes", "title": "Minutes"},
    "Statement": {"says": "union proposes pay"},
    "When": {"text": "2026-03"},
    "agreement": {"first": TALKS, "second": TALKS},
    "alpha": {"units": []},
    "check": {"negotiation": TALKS},
    "compare": {"old": TALKS, "new": TALKS},
    "dump": {"negotiation": TALKS, "path": "talks.toml"},
    "dumps": {"negotiation": TALKS},
    "kappa": {"pairs": []},
    "load": {"path": nt.seeds()[0]},
    "loads": {"text": 'title = "Talks"'},
    "log": {"talks": TALKS},
    "matrix": {"state": TALKS.now},
    "page": {"talks": TALKS},
    "report": {"talks": TALKS},
    "seed": {"name": "sochi-2022"},
    "story": {"talks": TALKS, "of": "corridor"},
    "watching": {"tell": print},
    "Account.says_the_same": {"stance": "rejects"},
    "Agreement.measure": {"criterion": "said", "over": "all"},
    "Coded.agrees": {"criterion": "said"},
    "Coded.codes": {"criterion": "said"},
    "Finding.line": {"origin": TALKS.origin},
    "Negotiation.at": {"round_": 1},
    "Negotiation.diff": {"before": "start", "after": 1},
    "Negotiation.history": CELL,
    "Negotiation.moves": {"round_": 1},
    "Negotiation.round_number": {"round_": 1},
    "Negotiation.saying": {"statements": "russia accepts treaty"},
    "Negotiation.until": {"round_": 1},
    "Negotiation.with_round": {"round_": nt.Round("later", "2023")},
    "State.accounts": CELL,
    "State.between": {"demand": "corridor"},
    "State.marks": CELL,
    "State.outcome": {"demand": "corridor"},
    "State.result": {"demand": "corridor"},
    "State.row": {"parties": ["armenia"], "demand": "corridor"},
    "State.standing": {"demand": "corridor"},
    "State.turned_by": {"demand": "corridor", "parties": ["armenia"]},
    "State.version": {"demand": "corridor"},
    "State.versions": {"demand": "corridor"},
    "State.within": {"demands": ["corridor"]},
}
"""What each can be called with, but for what may be left out."""
SELF: Mapping[str, object] = {
    "Account": ACCOUNT,
    "Agreement": AGREED,
    "Coded": AGREED.cells[0],
    "Finding": nt.Finding("XY1", "n", nt.Severity.ERROR, "m", nt.AtKey(("title",))),
    "Negotiation": TALKS,
    "State": TALKS.now,
}
"""What the methods are called of."""
WRONG = (
    object(),
    None,
    True,
    -1,
    10**10,
    2.5,
    b"a",
    "",
    "a",
    "No Such",
    ["x y"],
    [object()],
    {"a": object()},
)
"""What makes no sense, of most kinds; here and there one of them does."""
TRIED = [one for one in ALL if "Raises" in one.sections and not one.name.startswith("testing.")]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what writes a file write it where nobody reads it, and what reads one find it."""
    monkeypatch.chdir(tmp_path)
    nt.dump(TALKS, nt.seeds()[0])


def test_all_that_says_what_it_raises_is_tried_here() -> None:
    """The kit for tests has a test of its own."""
    assert sorted(RIGHT) == sorted(one.name for one in TRIED)


def function_of(one: Public) -> Callable[..., object]:
    """Give what is called: a class, a function, or a method of something."""
    owner, _, name = one.name.rpartition(".")
    function: Callable[..., object] = getattr(SELF[owner] if owner else nt, name)
    return function


def called(one: Public, given: Mapping[str, object]) -> None:
    """Call something with arguments by name, and take all that it gives."""
    function = function_of(one)
    kinds = {of.name: of.kind for of in signature(function).parameters.values() if of.name in given}
    by_place = [
        name for name, kind in kinds.items() if kind in (Parameter.POSITIONAL_ONLY, Parameter.VAR_POSITIONAL)
    ]
    by_name = {name: given[name] for name in kinds if name not in by_place}
    found = function(*(given[name] for name in by_place), **by_name)
    if isinstance(found, Iterator):
        list(found)


@pytest.mark.parametrize("one", TRIED, ids=lambda one: one.name)
def test_right_call_raises_nothing(one: Public) -> None:
    """So what is raised below is raised because of the one argument that is wrong."""
    called(one, RIGHT[one.name])


EACH = [(one, name) for one in TRIED for name in signature(function_of(one)).parameters]


@pytest.mark.parametrize(("one", "name"), EACH, ids=[f"{one.name}-{name}" for one, name in EACH])
def test_wrong_call_raises_what_the_docstring_says(one: Public, name: str) -> None:
    """With one argument replaced by what makes no sense, the rest being right."""
    for wrong in WRONG:
        with suppress(*one.kinds):
            called(one, {**RIGHT[one.name], name: wrong})
