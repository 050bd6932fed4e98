"""What is said of every stance and of every reason stands in tables, and none is forgotten in one."""

import pytest

from negotrack import Stance, Why, awaited
from negotrack.views import explanations, reasons, report
from negotrack.views.theme import STANCES


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


@pytest.mark.parametrize("table", [reasons.SINGULAR, reasons.PLURAL])
def test_every_reason_has_words_for_one_and_for_several(table: dict[Why, str]) -> None:
    """A reason is told of one party, and of several."""
    assert set(table) == set(Why)


def test_what_puts_a_decision_off_says_what_is_to_do() -> None:
    """Whoever put a decision off is told what to do about it."""
    assert set(report._TO_DO) == set(awaited.PUTS_OFF)


def test_every_reason_for_not_assenting_is_told_together() -> None:
    """Of parties that do not assent it is said together what they do, but of those that wait or whose word lapsed."""
    told_otherwise = {Why.ASSENTS, Why.SILENT_ASSENT, Why.WAITS, Why.LAPSED}
    assert set(explanations._TOGETHER) == set(Why) - told_otherwise
