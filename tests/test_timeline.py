"""The log of positions: what each round changed, in order."""

import negotrack as nt
from negotrack.positions import Held, Lapsed
from negotrack.timeline import timeline

PARTIES = [nt.Party("eu", "EU", members=["a"]), nt.Party("a", "A"), nt.Party("b", "B")]
DEMANDS = [nt.Demand("x", "X")]


def changes(*statements: str) -> list[tuple[str, str]]:
    """Give the changes that the last of some statements makes, each in a round of its own."""
    rounds = [nt.Round(f"r{number}", "2026", statements=[said]) for number, said in enumerate(statements, 1)]
    log = timeline(PARTIES, DEMANDS, rounds).changes(len(rounds))
    return [(cell.party, str(position)) for cell, position in log]


def test_bloc_moves_its_members_after_itself() -> None:
    """A bloc's word is taken by itself first, and then by its members."""
    assert changes("eu accepts x") == [("eu", "accepts"), ("a", "accepts")]


def test_members_of_an_amending_bloc_do_not_lapse_on_the_way() -> None:
    """Whoever amends, or has a bloc that does, goes straight to the new text; all others lapse."""
    said = changes("a and b accept x", "eu amends x")
    assert said == [("b", "lapsed (accepts)"), ("eu", "amends"), ("a", "amends")]


def test_what_lapsed_lapses_once() -> None:
    """A position that lapsed already is not touched by the next amendment."""
    assert changes("b accepts x", "a amends x", "a amends x") == [("a", "amends")]


def test_positions_lapse_in_the_order_in_which_they_were_taken() -> None:
    """An amendment lets lapse what was taken since the last ones, in that order, whoever spoke first before those."""
    said = changes("b accepts x", "a amends x", "a amends x", "eu accepts x", "b accepts x", "a amends x")
    assert said == [("eu", "lapsed (accepts)"), ("b", "lapsed (accepts)"), ("a", "amends")]


def test_there_and_back_are_two_changes() -> None:
    """A move that is undone within its round is in the log, though no state shows it."""
    round_ = nt.Round("r1", "2026", statements=["a rejects x", "a accepts x"])
    log = list(timeline(PARTIES, DEMANDS, [round_]).changes(1))
    assert [position.stance for _, position in log if isinstance(position, Held)] == ["rejects", "accepts"]


def test_nothing_changes_before_the_first_round() -> None:
    """Before the first round nobody has said anything."""
    assert list(timeline(PARTIES, DEMANDS, []).changes(0)) == []


def test_lapsed_position_keeps_since_when_it_was_held() -> None:
    """What lapsed tells the round since which it was held unbroken, restatements or not."""
    rounds = [
        nt.Round("r1", "2026", statements=["b accepts x"]),
        nt.Round("r2", "2026", statements=["b accepts x", "a amends x"]),
    ]
    lapsed = timeline(PARTIES, DEMANDS, rounds).position("b", "x", 2)
    assert isinstance(lapsed, Lapsed)
    assert (lapsed.was.since, lapsed.was.said_in) == ("r1", "r2")
