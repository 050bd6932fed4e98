"""What is said of every stance and of every reason stands in tables, and none is forgotten in one."""

import pytest

from negotrack import Stance, Why
from negotrack.views.theme import STANCES
from negotrack.views.whys import WORDS


def test_plurals_are_verbs_as_english_has_them() -> None:
    """Both forms of each verb, as several holders take it and as one does."""
    assert {stance.plural: stance.value for stance in Stance} == {
        "propose": "proposes",
        "amend": "amends",
        "accept": "accepts",
        "reject": "rejects",
        "reserve": "reserves",
        "abstain": "abstains",
        "defer": "defers",
        "withdraw": "withdraws",
    }


@pytest.mark.parametrize("stance", Stance)
def test_every_stance_has_a_noun(stance: Stance) -> None:
    """A stance is called something as a thing that can wait, hold and lapse, and no two the same."""
    assert [other for other in Stance if other.noun == stance.noun] == [stance]


@pytest.mark.parametrize("ascii_", [False, True])
def test_no_two_stances_have_one_symbol(*, ascii_: bool) -> None:
    """Stances are told apart without colour, in ASCII as well."""
    symbols = [face.ascii if ascii_ else face.symbol for face in STANCES.values()]
    assert len(set(symbols)) == len(symbols)


def test_every_stance_has_a_symbol() -> None:
    """Each stance, and silence beside them."""
    assert set(Stance) <= set(STANCES)


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_a_predicate(why: Why) -> None:
    """A reason is told of one party, and no two alike."""
    assert [other for other in Why if other.predicate == why.predicate] == [why]


def test_views_have_words_for_every_reason_not_to_assent() -> None:
    """Whoever holds a demand up is named with what it does."""
    assert set(WORDS) == {why for why in Why if not why.is_assent}


def test_whoever_puts_a_decision_off_is_told_what_to_do() -> None:
    """Of the others it is not said: who is silent has to speak, and who waits can do nothing."""
    assert {why for why, words in WORDS.items() if words.to_do} == {why for why in Why if why.puts_off}
