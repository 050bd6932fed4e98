"""What does a plain walk through a record write down, for peers to read?

It says of each statement which cell it is of, which is a party and a demand, and which position it leads to. All of
what makes a position equal to another has a number: stance, conditions, provisional, reservation, red line, and the
version of the text. Where a text is amended, the positions of others on the old one lapse, so each of them has a row of
its own. What no record of `dossiers` has is left out: accounts, blocs, withdrawals, statements about an older text.
"""

from array import array
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np

from diff import Columns, cells_of, columns
from negotrack import Diff, Held, Lapsed, Negotiation, Position, Reservation, Silent, Stance


class Unheld(Enum):
    """What positions that nobody holds are."""

    SILENT = 0
    LAPSED = 1


Spoken = tuple[Stance, tuple[str, ...], bool, Reservation | None, bool, int]
"""Stance, conditions in the order of the alphabet, provisional, reservation, red line, version."""

Meaning = Spoken | Unheld
"""What makes positions equal."""

Row = tuple[str, str, Meaning, Meaning]
"""A party, a demand, its position before and its position after."""


class Named(NamedTuple):
    """What the numbers in columns stand for."""

    parties: Sequence[str]
    demands: Sequence[str]
    positions: Sequence[Meaning]

    def rows(self, found: Iterable[Iterable[int]]) -> list[Row]:
        """Name parties, demands, positions before and positions after."""
        party, demand, before, after = found
        return list(
            zip(
                map(self.parties.__getitem__, party),
                map(self.demands.__getitem__, demand),
                map(self.positions.__getitem__, before),
                map(self.positions.__getitem__, after),
                strict=True,
            )
        )


def walk(talks: Negotiation, number: int) -> tuple[Columns, Named]:
    """Put all statements up to a round into columns."""
    first_cells, places = cells_of(talks)
    codes: dict[Meaning, int] = {Unheld.SILENT: 0, Unheld.LAPSED: 1}
    latest = array("i", [0]) * (len(first_cells) * len(places))
    versions = dict.fromkeys(places, 1)
    cells, positions, ends = array("i"), array("i"), [0]

    def lapse(demand: str, amenders: Sequence[str]) -> None:
        for party, first in first_cells.items():
            cell = first + places[demand]
            if latest[cell] > 1 and party not in amenders:
                cells.append(cell)
                positions.append(1)
                latest[cell] = 1

    for round_ in talks.rounds[:number]:
        for said in round_.statements:
            says = said.says
            conditions = tuple(sorted(says.conditions)) if says.conditions else ()
            for demand in says.demands:
                if says.stance is Stance.AMENDS:
                    versions[demand] += 1
                    lapse(demand, says.holders)
                meaning = (
                    says.stance,
                    conditions,
                    says.provisional,
                    said.reservation,
                    said.red_line,
                    versions[demand],
                )
                code = codes.setdefault(meaning, len(codes))
                for party in says.holders:
                    cell = first_cells[party] + places[demand]
                    cells.append(cell)
                    positions.append(code)
                    latest[cell] = code
        ends.append(len(cells))
    return (
        columns(ends, cells, np.frombuffer(positions, np.int32)),
        Named(tuple(first_cells), tuple(places), tuple(codes)),
    )


def rows(diff: Diff) -> list[Row]:
    """Give the positions that negotrack says changed in the same form."""
    return [(*cell, meaning(diff.before[cell]), meaning(diff.after[cell])) for cell in diff.cells]


def meaning(position: Position) -> Meaning:
    """Give what makes a position of negotrack equal to another."""
    match position:
        case Silent():
            return Unheld.SILENT
        case Lapsed():
            return Unheld.LAPSED
        case Held():
            return (
                position.stance,
                tuple(sorted(position.conditions)),
                position.provisional,
                position.reservation,
                position.red_line,
                position.version,
            )
