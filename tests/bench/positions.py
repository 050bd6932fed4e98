"""How long does it take to tell where everybody stands as of a round, beside a pivot of pandas?

Rows of codes: one row for each demand, in it one small number for each party, 0 being silence and 1 a position that
lapsed. pandas is given a frame of all statements, in which parties and demands are categories already.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

import pandas as pd

from diff import Columns
from large import Large
from measure import RUNS, always, each, made, timed
from negotrack import Negotiation
from table import OURS, Beside, Row, row
from walk import Named, walk

MANY = 10_000
"""How many cells are looked at to tell what one takes."""

Codes = Sequence[Sequence[int]]
"""For each demand a code for each party: positions are equal when their codes are."""


def codes(talks: Negotiation, number: int) -> Codes:
    """Ask negotrack for the codes of all positions as of a round."""
    return talks.at(number).grid.rows


def frame(said: Columns, named: Named) -> pd.DataFrame:
    """Make a frame of the columns of a walk."""
    party, demand = divmod(said["cell"], len(named.demands))
    return pd.DataFrame(
        {
            "round": said["round"],
            "party": pd.Categorical.from_codes(party, categories=pd.Index(named.parties)),
            "demand": pd.Categorical.from_codes(demand, categories=pd.Index(named.demands)),
            "code": said["position"],
        }
    )


def pivoted(said: pd.DataFrame, number: int) -> pd.DataFrame:
    """Let pandas put the latest code of each cell into its row and column."""
    past = said[said["round"] <= number]
    latest = past.drop_duplicates(["demand", "party"], keep="last")
    grid = latest.pivot(index="demand", columns="party", values="code")
    demands, parties = said["demand"].cat.categories, said["party"].cat.categories
    return grid.reindex(index=demands, columns=parties).fillna(0).astype("int32")


def from_record(talks: Negotiation, number: int) -> pd.DataFrame:
    """Walk through the record, and let pandas pivot."""
    return pivoted(frame(*walk(talks, number)), number)


def rows(large: Large) -> Iterator[Row]:
    """Time the positions of a round: all as codes, all as records, and one."""
    yield from as_codes(large)
    parties = [party.id for party in large.talks.parties]

    def as_records(talks: Negotiation) -> object:
        return [list(talks.now.row(parties, demand.id)) for demand in talks.demands]

    sides = {OURS: made(large.indexed, as_records)}
    yield row("positions of a round as records", large.size, timed(sides))
    yield from one_position(large)


def as_codes(large: Large) -> Iterator[Row]:
    """Time rows of codes."""
    number, bar = large.last, Beside("pandas pivot", 1)
    sides = {
        OURS: made(large.fresh, lambda talks: codes(talks, number)),
        "pandas pivot": always(lambda: from_record(large.talks, number)),
    }
    yield row("positions of a round as codes, from the record", large.size, timed(sides), bar)
    talks, said = large.indexed(), frame(*large.walked)
    numbers = Random(5).sample(range(1, number + 1), RUNS)  # noqa: S311 - nothing secret
    sides = {
        OURS: each(lambda number: codes(talks, number), numbers),
        "pandas pivot": each(lambda number: pivoted(said, number), numbers),
    }
    yield row("positions of a round as codes, everything built", large.size, timed(sides), bar)


def one_position(large: Large) -> Iterator[Row]:
    """Time one position; with everything built, many of different cells, none of which was looked at before."""
    parties, demands = ([one.id for one in several] for several in (large.talks.parties, large.talks.demands))
    first, *cells = Random(4).sample(list(product(parties, demands)), MANY + 1)  # noqa: S311 - nothing secret

    def looked_at() -> Negotiation:
        talks = large.indexed()
        _ = talks.now[first]
        return talks

    def many(talks: Negotiation) -> object:
        now = talks.now
        return [now[cell] for cell in cells]

    sides = {OURS: made(large.fresh, lambda talks: talks.now[first])}
    yield row("one position, from the record", large.size, timed(sides))
    times = timed({OURS: made(looked_at, many)})
    yield row("one position, everything built", large.size, times.by(MANY))


def differences(large: Large) -> Iterator[str]:
    """Tell for which rounds pandas gives other codes than negotrack: codes that stand for other positions."""
    talks, said = large.indexed(), frame(*large.walked)
    pairs: set[tuple[int, int]] = {(0, 0), (1, 1)}
    for number in {1, large.last // 2, large.last}:
        ours, theirs = codes(talks, number), pivoted(said, number).to_numpy().tolist()
        pairs.update(
            pair for one, other in zip(ours, theirs, strict=True) for pair in zip(one, other, strict=True)
        )
        if not len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}):
            yield f"pandas pivot gives other positions for round {number}"
