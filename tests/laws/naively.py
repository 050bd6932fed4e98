"""Does the library read a record as the naive reading does, in every round?

Both readings are of the same plain data as in the documents that the commands print. What the naive reading makes of
a round is computed once, and not again for every later one.
"""

from collections.abc import Callable
from typing import Any

import pytest

import naive
from negotrack import Negotiation
from negotrack.formats import documents
from negotrack.formats.converter import converter
from readings import states

Reading = list[dict[str, Any]]
"""What is told of the start and of every round."""


def is_read_alike(negotiation: Negotiation) -> bool:
    """Tell whether both readings of a record agree, in every round."""
    return read(negotiation) == read_naively(negotiation)


def read(negotiation: Negotiation) -> Reading:
    """Give the reading of the library, as far as there is a naive one."""
    matrices = (documents.matrix(state) for state in states(negotiation))
    return [{part: matrix[part] for part in _PARTS} for matrix in matrices]


_PARTS = ("positions", "outcomes", "package", "package_breaks")


def read_naively(negotiation: Negotiation) -> Reading:
    """Give the naive reading."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _OF_THE_RECORD_ALONE:
            patch.setattr(naive, name, _remembered(getattr(naive, name)))
        return _read_naively(converter.unstructure(negotiation), len(negotiation.rounds))


_OF_THE_RECORD_ALONE = ("parent_of", "parts_of", "wholes_of", "between_of")
"""What the naive reading asks again and again of a demand, and what no round changes."""


def _remembered(answer: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Give what answers the same for one record, and each question once."""
    known: dict[str, Any] = {}

    def known_answer(dossier: Any, demand: str) -> Any:
        if demand not in known:
            known[demand] = answer(dossier, demand)
        return known[demand]

    return known_answer


def _read_naively(dossier: dict[str, Any], last: int) -> Reading:
    tables = [naive.replay(dossier, number) for number in range(last + 1)]
    moments = [naive.Moment(dossier, number, table.positions) for number, table in enumerate(tables)]
    history = [naive.outcome_words(moment) for moment in moments]
    return [
        {
            "positions": naive.position_entries(dossier, tables[: moment.number + 1]),
            "outcomes": naive.outcome_entries(moment, history),
            "package": naive.package_of(moment),
            "package_breaks": naive.package_breaks(moment),
        }
        for moment in moments
    ]
