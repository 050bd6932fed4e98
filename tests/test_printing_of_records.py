"""What is printed of a record where a test with it fails, or at an interactive prompt."""

from types import SimpleNamespace

import pytest
from attrs import evolve, fields
from hypothesis import assume, given
from hypothesis.strategies import DataObject, data, sampled_from
from hypothesis.vendor.pretty import pretty

import negotrack as nt
from negotrack.fields import as_made
from negotrack.testing import negotiations
from negotrack.testing.by_type import STRATEGIES

IN_SHORT = {
    "Case",
    "Diff",
    "Findings",
    "Ledger",
    "Negotiation",
    "Origin",
    "Round",
    "RoundMoves",
    "Rule",
    "State",
    "Grid",
    *("Claimed", "Said", "Reading", "Added", "Removed", "Reread", "Coded", "OnlyNew", "OnlyOld"),
    *("Comparison", "Agreement"),
}
"""What holds many records, or a function, and is printed by what is counted in it; and what holds one of these, as a
round."""
ALL_EQUAL = {"Lapsed", "Silent"}
"""Of these any two are equal, whatever they hold."""
SPOKEN = nt.Negotiation(
    "Talks",
    parties=[nt.Party("a", "A"), nt.Party("b", "B")],
    demands=[nt.Demand("pay", "Pay", text="4%"), nt.Demand("hours", "Hours")],
    rounds=[
        nt.Round(
            "r1",
            "2026",
            statements=["b proposes pay", "c accepts pay", nt.Statement("a accepts hours", according_to="b")],
        )
    ],
).now
PUBLIC = {name: getattr(nt, name) for name in nt.__all__}


@pytest.mark.parametrize("name", sorted(STRATEGIES.keys() - IN_SHORT - ALL_EQUAL))
@given(data())
def test_unequal_records_never_print_alike(name: str, data: DataObject) -> None:
    """What is printed of a record has all in it that makes it unequal to another."""
    one, other = (data.draw(STRATEGIES[name]) for _ in "12")
    compared = [field for field in fields(type(one)) if field.eq and field.init]
    field = data.draw(sampled_from(compared))
    try:
        changed = evolve(one, **{field.alias: getattr(other, field.name)})
    except nt.BadField:
        assume(False)  # noqa: FBT003 - that is how it is called
    assert changed == one or repr(changed) != repr(one)


ENTERED = [
    name for name, one in PUBLIC.items() if isinstance(one, type) and vars(one).get("__repr__") is as_made
]


@pytest.mark.parametrize("name", ENTERED)
@given(data())
def test_record_that_is_entered_is_printed_as_the_call_that_makes_it(name: str, data: DataObject) -> None:
    """What is printed of it gives an equal one when it is evaluated."""
    record = data.draw(STRATEGIES[name])
    assert eval(repr(record), PUBLIC) == record  # noqa: S307 - our own words


@given(negotiations(parties=(0, 3), demands=(0, 3), rounds=(0, 2)))
def test_small_record_is_printed_as_what_makes_it(talks: nt.Negotiation) -> None:
    """What is printed of a small record gives an equal one when it is evaluated."""
    printed = pretty(talks)
    if printed != repr(talks):
        assert eval(printed, {"loads": nt.loads}) == talks  # noqa: S307 - our own words
    else:
        assert "'''" in nt.dumps(talks)


@pytest.mark.parametrize(("count", "start"), [(40, "loads(r'''\n"), (41, "<Negotiation 'Long': ")])
def test_large_record_is_printed_in_short(count: int, start: str) -> None:
    """Of a record with more statements than fit a page only a line is printed."""
    said = ["a proposes x"] * count
    talks = nt.Negotiation("Long", rounds=[nt.Round("r1", "2026", statements=said)])
    assert pretty(talks).startswith(start)


def test_prompt_shows_a_record_in_short() -> None:
    """IPython, which prints by the same method, shows a line."""
    shown: list[str] = []
    nt.seed("sochi-2022")._repr_pretty_(SimpleNamespace(text=shown.append), cycle=False)
    assert shown == [repr(nt.seed("sochi-2022"))]


def test_what_cannot_be_written_is_printed_in_short() -> None:
    """A record that no file can hold is printed all the same."""
    assert pretty(nt.Negotiation("half \ud83d")) == repr(nt.Negotiation("half \ud83d"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SPOKEN.standing("pay"), "pay: pending (a is silent)"),
        (SPOKEN.version("hours"), "text 1: not recorded"),
        (SPOKEN.version("pay"), "text 1: 4%"),
        (SPOKEN.open_accounts[0], "a accepts hours, according to b"),
        (SPOKEN.left_out[0], "c accepts pay: there is no party `c`"),
    ],
)
def test_reading_is_told_in_words(text: object, shown: str) -> None:
    """As a text, what follows from a record is a line to read."""
    assert str(text) == shown
