"""Why a word does not count, in a few words."""

import pytest

import negotrack as nt
from negotrack.views.uncounted import uncounted, why_uncounted

PARTIES = (
    nt.Party("a", "Arland"),
    nt.Party("gone", "Goneland", leaves="r1"),
    nt.Party("late", "Lateland", joins="r9"),
    nt.Party("m", "Mediator", role="mediator"),
    nt.Party("u", "Union", members=["a"]),
)
DEMANDS = (
    nt.Demand("x", "Ports"),
    nt.Demand("others", "Rails", between=["gone"]),
    nt.Demand("few", "Roads", decision=nt.Decision(silence="absent")),
    nt.Demand("whole", "Treaty"),
    nt.Demand("part", "Article", part_of="whole"),
)


def state(*said: str) -> nt.State:
    """Give how things stand after a round in which this was said."""
    rounds = [nt.Round("r1", "2026-01", statements=said), nt.Round("r9", "2026-09")]
    return nt.Negotiation("Talks", parties=PARTIES, demands=DEMANDS, rounds=rounds).at("r1")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["gone rejects x"], "left in round 1"),
        (["late rejects x"], "not joined yet"),
        (["m rejects x"], "no principal"),
        (["a rejects others"], "others decide"),
        (["m rejects whole", "a accepts part"], "its parts decide"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_word_that_does_not_count_says_why(said: list[str], why: str) -> None:
    """Where one would take a word to count, it is said that it does not, and why."""
    party, _, demand = said[0].split()
    assert uncounted(state(*said), party, demand) == f" (not counted: {why})"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["a abstains on few"], "abstains"),
        (["m proposes few"], "silent"),
        (["a accepts few", "m amends few"], "lapsed"),
    ],
    ids=["abstains", "silent", "lapsed"],
)
def test_who_would_decide_and_leaves_the_count_has_its_reason(said: list[str], why: str) -> None:
    """Of these it is told where the deciders are, and nothing behind the word itself."""
    found = state(*said)
    assert why_uncounted(found, "a", "few") == why
    assert not uncounted(found, "a", "few")


@pytest.mark.parametrize(
    ("party", "demand"), [("a", "x"), ("m", "x"), ("u", "x")], ids=["decider", "mediator", "bloc"]
)
def test_nothing_is_said_where_nobody_would_wonder(party: str, demand: str) -> None:
    """A decider's word counts; a mediator's proposal is not taken to; a bloc's is told with its members."""
    assert not uncounted(state(f"{party} proposes {demand}"), party, demand)
