"""Does every rule find what breaks it, whatever else the record holds, and nothing where nothing is broken?"""

from collections.abc import Callable
from functools import partial
from itertools import product
from random import Random
from typing import cast

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from negotrack import (
    RULES,
    Demand,
    Finding,
    Negotiation,
    Party,
    Round,
    Severity,
    Source,
    Statement,
    check,
    dumps,
)
from negotrack.testing import negotiations, source_text
from negotrack.testing.breaking import rules
from negotrack.testing.breaking.rules import broken
from negotrack.testing.drawing import Dice

LITTLE_SAID = [
    Negotiation(
        "Talks",
        parties=[Party("p1", "P1"), Party("p2", "P2")],
        sources=[Source("s1", "S1")],
        demands=[Demand("d1", "D1")],
        rounds=[Round("r1", "2024-01-01", statements=said), Round("r2", "2024-01-02")],
    )
    for said in (
        [Statement("p1 amends d1", text="Four per cent.", source="s1")],
        [
            Statement("p1 accepts d1", according_to="p2", source="s1"),
            Statement("p2 withdraws d1", source="s1"),  # which moves nothing
        ],
    )
]
SMALL = {"parties": (2, 2), "demands": (1, 1), "rounds": (2, 2), "sources": (1, 1)}
USUAL = {"parties": (2, 5), "demands": (1, 6), "rounds": (2, 5), "sources": (2, 2)}
SEVERITY = {rule.code: rule.severity for rule in RULES if not rule.code.startswith("NT0")}


def severity_of(finding: Finding, talks: Negotiation) -> Severity:
    """How bad a finding ought to be: as bad as its rule says, but for claims of one party, and contested ones."""
    match finding.code, finding.place.path:
        case "NT301", (_, int(round_), _, demand, int(place), *_):
            claims = [claim for claim in talks.rounds[round_].claims if claim.demand == demand]
            is_contested = len({claim.outcome for claim in claims}) > 1
            return Severity.INFO if is_contested or claims[place].according_to else Severity.ERROR
        case code, _:
            return SEVERITY[code]


@pytest.mark.parametrize("code", SEVERITY)
@given(data=st.data())
def test_what_breaks_a_rule_is_found(code: str, data: st.DataObject) -> None:
    """A negotiation that breaks a rule gives a finding of that rule, as bad as it says, and no error of another."""
    _assert_broken(data.draw(negotiations(breaking=code)), code)


@pytest.mark.parametrize("code", SEVERITY)
def test_every_way_of_breaking_a_rule_is_found(code: str) -> None:
    """So it is in many more, drawn by chance alone and half of them small, so that the rarest ways come up."""
    for number in range(60):
        chance = Random(number)  # noqa: S311 - nothing secret
        rolled = dice(partial(chance.randbytes, 16))
        _assert_broken(broken(rolled, code, SMALL if number % 2 else USUAL), code)


@pytest.mark.parametrize("talks", LITTLE_SAID, ids=["amended", "told of"])
@pytest.mark.parametrize("code", SEVERITY)
def test_a_way_needs_hardly_any_words_to_begin_with(code: str, talks: Negotiation) -> None:
    """Where next to nothing has been said yet, each way of breaking a rule brings what it takes."""
    for way, face in product(rules._WAYS[code], range(4)):
        found = check(way(dice(partial(bytes, [face] * 16)), talks), strict=True, read=source_text)
        assert code in {one.code for one in found}, way


def dice(block: Callable[[], bytes]) -> Dice:
    """Give dice that need no Hypothesis: blocks are all that is drawn."""
    return Dice(cast("DrawFn", lambda _: block()))


def _assert_broken(talks: Negotiation, code: str) -> None:
    found = check(talks, strict=True, read=source_text)
    own = [one for one in found if one.code == code]
    others = [str(one) for one in found if one.code != code and one.severity is Severity.ERROR]
    assert own, dumps(talks)
    assert [one.severity for one in own] == [severity_of(one, talks) for one in own], dumps(talks)
    assert others == [], dumps(talks)


@given(negotiations(clean=True))
def test_nothing_is_found_where_nothing_is_broken(talks: Negotiation) -> None:
    """In a clean negotiation nothing is an error, and nothing a warning, whether sources are read or not."""
    event("claims" if any(round_.claims for round_ in talks.rounds) else "no claims")
    for found in (check(talks, strict=True, read=source_text), check(talks, strict=True)):
        assert [str(one) for one in found if one.severity >= Severity.WARNING] == [], dumps(talks)


def test_every_rule_that_looks_at_a_negotiation_is_broken() -> None:
    """Each rule but those of the reading has a way of being broken, in `WAYS` of its family in `testing.breaking`."""
    assert set(rules._WAYS) == set(SEVERITY)
