"""What do rules say of what a whole negotiation lays down, and not a single demand or statement?"""

from __future__ import annotations

import pytest

import negotrack as nt

PARTIES = {"hills": ["a", "b"], "a": [], "b": [], "m": []}


def messages(*demands: nt.Demand, code: str, **given: object) -> list[tuple[str, str]]:
    """Give what one rule says of a negotiation between two members of a bloc, with the place of each finding."""
    parties = [nt.Party(id_, id_.upper(), members=members) for id_, members in PARTIES.items()]
    talks = nt.Negotiation("Talks", parties=parties, demands=demands, **given)  # type: ignore[arg-type]
    found = nt.check(talks, select=[code])
    return [(".".join(map(str, finding.place.path)), finding.message) for finding in found]


@pytest.mark.parametrize(
    ("needs", "fault"),
    [(0, "needs `0` assents"), (4, "needs `4` assents of 3 parties"), ("0/3", "needs `0/3` of the assents")],
)
def test_a_default_that_cannot_be_met_is_told_once(needs: str | int, fault: str) -> None:
    """Whether a default can be met is judged by a demand that it applies to, and told of the default alone."""
    demands = [
        nt.Demand("x", "X"),
        nt.Demand("y", "Y"),
        nt.Demand("z", "Z", decision="majority", between=["a"]),
    ]
    told = messages(*demands, code="NT307", decision=nt.Decision(needs))
    assert told == [("decision.needs", f"the decision of the negotiation {fault}")]


def test_a_count_that_no_demand_goes_by_is_not_judged() -> None:
    """Where every demand has a decision of its own the default may need as many as it likes."""
    demand = nt.Demand("x", "X", decision="majority")
    assert messages(demand, code="NT307", decision=nt.Decision(9)) == []


def test_a_demand_between_too_few_for_the_default_is_told_by_its_between() -> None:
    """A count that fits most demands is told of the one that is between fewer."""
    demands = [nt.Demand("x", "X"), nt.Demand("y", "Y", between=["a"])]
    told = messages(*demands, code="NT307", decision=nt.Decision(2))
    assert told == [("demands.y.between", "`y` needs `2` assents of 1 party in its `between`")]


def test_a_default_may_give_a_veto_to_whoever_decides_some_demands() -> None:
    """A veto of the default holds for the demands that its holder decides, and is no fault elsewhere."""
    demand = nt.Demand("x", "X", between=["a"])
    assert messages(demand, code="NT307", decision=nt.Decision("majority", veto=["m"])) == []


@pytest.mark.parametrize("needs", [1, 2, 3, "all", "majority", "1/1", "1/3"])
def test_what_can_be_met_is_no_fault(needs: str | int) -> None:
    """Any count up to the number of those who decide will do, and any share up to the whole."""
    assert messages(nt.Demand("x", "X", decision=nt.Decision(needs)), code="NT307") == []


def test_a_default_that_counts_twice_is_told_once() -> None:
    """A bloc beside its members in the default is told of the default, at each member."""
    told = messages(nt.Demand("x", "X"), code="NT601", between=["b", "hills", "m", "a"])
    words = "is counted beside `hills`, of which it is a member"
    assert told == [("between.0", f"`b` {words}"), ("between.3", f"`a` {words}")]


def test_a_party_that_leaves_a_bloc_may_decide_beside_it() -> None:
    """Who joins the deciders in the round in which it leaves the bloc is never counted twice."""
    parties = [
        nt.Party("union", "Union", members=["x", nt.Membership("y", leaves="exit")]),
        nt.Party("x", "X"),
        nt.Party("y", "Y", joins="exit"),
    ]
    rounds = [nt.Round("one", "2019"), nt.Round("exit", "2020")]
    talks = nt.Negotiation("Exit", parties=parties, rounds=rounds, between=["union", "y"])
    assert nt.check(talks, select=["NT601"]) == ()
