"""What do spreadsheets and data frames get of two records side by side? A row for each difference, or for each cell."""

from collections.abc import Sequence
from typing import assert_never

from negotrack.alignment import Named, Renaming, title_of
from negotrack.codings import NOTHING, Agreement, Criterion
from negotrack.comparison import Comparison
from negotrack.differences import (
    Added,
    Difference,
    Edited,
    OnlyNew,
    OnlyOld,
    OtherOutcome,
    OtherPosition,
    Removed,
    Reread,
)
from negotrack.formats.csv.table import table, truth
from negotrack.positions import sides
from negotrack.readings import Reading, words

COMPARISON = ("kind", "change", "id", "rounds", "demand", "party", "old", "new", "aspects")
"""The columns of a comparison, in order. Later versions may add some at the end, as to the other table."""

AGREEMENT = (
    "round",
    "party",
    "demand",
    "first",
    "second",
    "first_said",
    "second_said",
    "same_stance",
    "same_said",
)
"""The columns of the cells that two coders coded."""


def comparison(of: Comparison) -> str:
    """Give a comparison as CSV, with a head: a row for each difference, under the ids of the newer record.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> print(comparison(compare(talks, talks.saying("russia accepts non-force"))).splitlines()[1])
        reading,added,,sochi-2022,non-force,russia,,accepts,
    """
    return table(COMPARISON, map(_row, of))


def agreement(of: Agreement) -> str:
    """Give the cells that at least one coder coded as CSV, with a head.

    Examples:
        >>> from negotrack import agreement as agreed, seed
        >>> talks = seed("sochi-2022")
        >>> print(agreement(agreed(talks, talks)).splitlines()[1])
        sochi-2022,azerbaijan,non-force,accepts,accepts,accepts,accepts,true,true
    """
    return table(
        AGREEMENT,
        (
            [
                one.round,
                one.party,
                one.demand,
                *map(_stance, (one.first, one.second)),
                *map(_words, (one.first, one.second)),
                truth(one.agrees(Criterion.STANCE)),
                truth(one.agrees(Criterion.SAID)),
            ]
            for one in of.cells
        ),
    )


def _row(one: Difference) -> Sequence[str]:
    match one:
        case Renaming():
            return [one.kind, "renamed", one.new, "", "", "", one.old, one.new, ""]
        case OnlyOld(what=what):
            return [_kind(what), "only old", what.id, "", "", "", title_of(what), "", ""]
        case OnlyNew(what=what):
            return [_kind(what), "only new", what.id, "", "", "", "", title_of(what), ""]
        case Edited():
            return [
                one.kind or "negotiation",
                "edited",
                one.id,
                "",
                "",
                "",
                *map(_short, (one.old, one.new)),
                one.field,
            ]
        case Added(reading=reading):
            return ["reading", "added", "", *_cell(reading), "", words(reading), ""]
        case Removed(reading=reading):
            return ["reading", "removed", "", *_cell(reading), words(reading), "", ""]
        case Reread(old=old, new=new):
            return ["reading", "re-read", "", *_cell(new), words(old), words(new), " ".join(one.aspects)]
        case OtherPosition():
            ends = sides(one.old, one.new)
            return ["position", "other", "", " ".join(one.rounds), one.demand, one.party, *ends, ""]
        case OtherOutcome():
            ends = str(one.old), str(one.new)
            return ["outcome", "other", "", " ".join(one.rounds), one.demand, "", *ends, ""]
        case _:
            assert_never(one)


def _kind(what: Named) -> str:
    return type(what).__name__.lower()


def _short(value: object) -> str:
    """Give a text or a word as it is; of what is no text, nothing."""
    return value if isinstance(value, str) else ""


def _cell(reading: Reading) -> Sequence[str]:
    return [reading.round.id, reading.demand, reading.party]


def _stance(reading: Reading | None) -> str:
    return reading.said.says.stance.value if reading else NOTHING


def _words(reading: Reading | None) -> str:
    return words(reading) if reading else NOTHING
