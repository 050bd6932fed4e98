"""What is promised of positions as numbers."""

from hypothesis import given

import negotrack as nt
from negotrack.testing import negotiations


@given(negotiations() | negotiations(broken=True))
def test_numbers_stand_for_the_positions_of_their_cells(talks: nt.Negotiation) -> None:
    """As of every round, what a number stands for is the position of the party on the demand."""
    for number in range(len(talks.rounds) + 1):
        state = talks.at(number or "start")
        grid = state.grid
        assert grid.demands == tuple(demand.id for demand in talks.demands)
        assert grid.parties == tuple(party.id for party in talks.parties)
        found = [[grid.positions[code] for code in row] for row in grid.rows]
        assert found == [[state[party, demand] for party in grid.parties] for demand in grid.demands]


@given(negotiations())
def test_numbers_are_equal_where_positions_are_in_any_two_rounds(talks: nt.Negotiation) -> None:
    """Cells have another number in two rounds where a diff says that they changed, and nowhere else."""
    before, after = talks.at("start").grid, talks.now.grid
    changed = {
        (party, demand)
        for demand, old, new in zip(after.demands, before.rows, after.rows, strict=True)
        for party, one, other in zip(after.parties, old, new, strict=True)
        if one != other
    }
    assert changed == set(talks.diff("start").cells)
