"""What follows from two drawn records side by side, one thing at a time?"""

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis.strategies import SearchStrategy, builds, fractions, integers, lists, none, sampled_from

from negotrack.alignment import Renaming
from negotrack.codings import Agreement, Coded, Criterion, Measure, Over
from negotrack.coefficients import Undefined
from negotrack.comparison import compare
from negotrack.differences import (
    Added,
    Edited,
    OnlyNew,
    OnlyOld,
    OtherOutcome,
    OtherPosition,
    Removed,
    Reread,
)
from negotrack.readings import readings
from negotrack.subjects import Kind
from negotrack.testing.demands import demands
from negotrack.testing.derived import DERIVED, SMALL, one_of
from negotrack.testing.ids import ids
from negotrack.testing.parties import parties
from negotrack.testing.rounds import rounds
from negotrack.testing.sources import sources
from negotrack.testing.texts import texts

R = TypeVar("R")

_READING = one_of(readings)
_NAMED = parties() | demands() | rounds() | sources()
_ROUNDS = lists(ids(), min_size=1, max_size=3, unique=True).map(tuple)
_VALUE = fractions(-1, 1) | sampled_from(Undefined)
_COMPARISON = builds(compare, SMALL, SMALL)


def _in_a_cell(record: Callable[..., R], **more: SearchStrategy[Any]) -> SearchStrategy[R]:
    return builds(record, party=ids(), demand=ids(), **more)


COMPARED: dict[str, SearchStrategy[Any]] = {
    "Added": builds(Added, _READING),
    "Agreement": builds(Agreement, _COMPARISON),
    "Coded": _in_a_cell(Coded, round=ids(), first=_READING, second=none() | _READING),
    "Comparison": _COMPARISON,
    "Edited": builds(
        Edited, sampled_from(Kind), ids(), sampled_from(("title", "note")), none() | texts(), texts()
    ),
    "Measure": builds(
        Measure,
        sampled_from(Criterion),
        sampled_from(Over),
        cells=integers(10, 20),
        alike=integers(0, 10),
        kappa=_VALUE,
        alpha=_VALUE,
    ),
    "OnlyNew": builds(OnlyNew, _NAMED),
    "OnlyOld": builds(OnlyOld, _NAMED),
    "OtherOutcome": builds(OtherOutcome, ids(), DERIVED["Result"], DERIVED["Result"], _ROUNDS),
    "OtherPosition": _in_a_cell(OtherPosition, old=DERIVED["Held"], new=DERIVED["Lapsed"], rounds=_ROUNDS),
    "Reading": _READING,
    "Removed": builds(Removed, _READING),
    "Renaming": builds(Renaming, sampled_from(Kind), ids(), ids(), texts()),
    "Reread": builds(Reread, _READING, _READING),
}
"""For each of these types, by its name, the strategy that draws it."""
