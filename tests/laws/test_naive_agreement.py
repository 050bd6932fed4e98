"""Does the library read a record as the naive reading does, which was written apart from it?"""

from typing import Any

from hypothesis import given

import naive
from negotrack import Negotiation
from negotrack.formats import documents
from negotrack.formats.converter import converter
from negotrack.testing import negotiations


def matrices(negotiation: Negotiation) -> list[dict[str, Any]]:
    """The matrix of the start and of every round."""
    states = [negotiation.at("start"), *(negotiation.at(round_.id) for round_ in negotiation.rounds)]
    return [documents.matrix(state) for state in states]


def read_naively(negotiation: Negotiation) -> list[dict[str, Any]]:
    """The same by the naive reading."""
    plain = converter.unstructure(negotiation)
    return [naive.read(plain, number) for number in range(len(negotiation.rounds) + 1)]


@given(negotiations())
def test_both_readings_agree(negotiation: Negotiation) -> None:
    """The library and the naive reading give the same state as of every round."""
    expected = read_naively(negotiation)
    found = matrices(negotiation)
    assert [
        {key: one[key] for key in naively} for one, naively in zip(found, expected, strict=True)
    ] == expected


@given(negotiations(broken=True))
def test_both_readings_agree_on_loose_records(negotiation: Negotiation) -> None:
    """So they do where ids dangle and run in circles."""
    expected = read_naively(negotiation)
    found = matrices(negotiation)
    assert [
        {key: one[key] for key in naively} for one, naively in zip(found, expected, strict=True)
    ] == expected
