"""What is printed of a record where a test with it fails, or at an interactive prompt."""

import pytest
from hypothesis import given
from hypothesis.vendor.pretty import pretty

import negotrack as nt
from negotrack.testing import negotiations


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


def test_what_cannot_be_written_is_printed_in_short() -> None:
    """A record that no file can hold is printed all the same."""
    assert pretty(nt.Negotiation("half \ud83d")) == repr(nt.Negotiation("half \ud83d"))
