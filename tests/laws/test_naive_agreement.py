"""Does the library read a record as the naive reading does, which was written apart from it?"""

import pytest
from hypothesis import given

from naively import read, read_naively
from negotrack import Negotiation
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")


@given(negotiations())
def test_both_readings_agree(negotiation: Negotiation) -> None:
    """The library and the naive reading give the same state as of every round."""
    assert read(negotiation) == read_naively(negotiation)


@given(negotiations(broken=True))
def test_both_readings_agree_on_broken_records(negotiation: Negotiation) -> None:
    """So they do where ids dangle and run in circles."""
    assert read(negotiation) == read_naively(negotiation)
