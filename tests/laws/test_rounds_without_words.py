"""What does a round do in which nothing is said, and what one that is still to come?"""

import pytest
from hypothesis import given

from negotrack import Negotiation, Round, State
from negotrack.formats.json.entries import Document
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")


def without_round(state: State) -> Document:
    """All that a state holds, but for the round it is of."""
    return matrix_json(state) | {"round": None}


@given(negotiations() | negotiations(broken=True))
def test_empty_round_changes_nothing(negotiation: Negotiation) -> None:
    """Appending a round with no statements, in which nobody joins or leaves, changes no position and no outcome."""
    appended = negotiation.with_round(Round("unheard-of", "2100"))
    assert without_round(appended.now) == without_round(negotiation.now)


@given(negotiations() | negotiations(broken=True))
def test_later_rounds_do_not_matter(negotiation: Negotiation) -> None:
    """The last state of a negotiation until a round is the state as of that round."""
    for round_ in negotiation.rounds:
        expected = matrix_json(negotiation.at(round_.id))
        assert matrix_json(negotiation.until(round_.id).now) == expected


@given(negotiations() | negotiations(broken=True))
def test_until_the_start_is_the_start(negotiation: Negotiation) -> None:
    """The negotiation until the start is as it was then."""
    start = matrix_json(negotiation.at("start"))
    assert matrix_json(negotiation.until("start").now) == start
