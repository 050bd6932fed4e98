"""Does the library read a record as the naive reading does, in every round?

Both readings are of the same plain data as in the documents that the commands print. What the naive reading makes of
a round is computed once, and not again for every later one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

import naive
import naive_changes
from negotrack import Negotiation
from negotrack.formats.converter import converter
from negotrack.formats.json.matrix import matrix as matrix_json
from readings import states

Reading = list[dict[str, Any]]
"""What is told of the start and of every round."""


def is_read_alike(negotiation: Negotiation) -> bool:
    """Tell whether both readings of a record agree, in every round."""
    return read(negotiation) == read_naively(negotiation)


def read(negotiation: Negotiation) -> Reading:
    """Give the reading of the library, as far as there is a naive one."""
    matrices = (matrix_json(state) for state in states(negotiation))
    return [{part: matrix[part] for part in _PARTS} for matrix in matrices]


_PARTS = ("round", "parties", "demands", "positions", "outcomes", "package", "package_breaks")


def read_naively(negotiation: Negotiation) -> Reading:
    """Give the naive reading."""
    with remembering():
        return _read_naively(converter.unstructure(negotiation), len(negotiation.rounds))


@contextmanager
def remembering() -> Iterator[None]:
    """Let the naive readings compute once what they ask again and again of one record, as long as it lasts."""
    with pytest.MonkeyPatch.context() as patch:
        for module, names in _ASKED_AGAIN.items():
            for name in names:
                patch.setattr(module, name, _remembered(getattr(module, name)))
        yield


_ASKED_AGAIN: Mapping[ModuleType, Sequence[str]] = {
    naive: ("parent_of", "parts_of", "wholes_of", "between_of", "replay"),
    naive_changes: ("outcome_sides",),
}
"""What is asked of a demand, or of a round, and depends on nothing else but the record."""


def _remembered(answer: Callable[[Any, str | int], Any]) -> Callable[[Any, str | int], Any]:
    """Give what answers each question on a record once. It keeps the record, so that no other gets its identity."""
    known: dict[tuple[int, str | int], tuple[Any, Any]] = {}

    def known_answer(dossier: Any, one: str | int) -> Any:
        question = id(dossier), one
        if question not in known:
            known[question] = dossier, answer(dossier, one)
        found = known[question][1]
        return _copied(found) if isinstance(found, naive.Table) else found

    return known_answer


def _copied(table: naive.Table) -> naive.Table:
    """Give a table of its own to who goes on from it."""
    accounts = {cell: list(several) for cell, several in table.accounts.items()}
    return naive.Table(dict(table.positions), dict(table.versions), accounts, set(table.proponents))


def _read_naively(dossier: dict[str, Any], last: int) -> Reading:
    tables = [naive.replay(dossier, number) for number in range(last + 1)]
    moments = [naive.Moment(dossier, number, table.positions) for number, table in enumerate(tables)]
    history = [naive.outcome_words(moment) for moment in moments]
    return [
        {
            "round": naive.round_id(dossier, moment.number),
            "parties": naive.party_ids(dossier),
            "demands": naive.demand_ids(dossier),
            "positions": naive.position_entries(dossier, tables[: moment.number + 1]),
            "outcomes": naive.outcome_entries(moment, history),
            "package": naive.package_of(moment),
            "package_breaks": naive.package_breaks(moment),
        }
        for moment in moments
    ]
