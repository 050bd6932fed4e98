"""How long does it take to tell what changed between neighbouring rounds, beside DuckDB, polars, pandas and DeepDiff?

One pair of rounds is asked for as in `diff`, with its queries; only the columns are those of `walk`, since texts are
amended here. All pairs at once are what pandas is made for: a shift within groups needs one pass. negotrack then has
its timeline with the codes, which are what a frame has, and nothing else; where one pair is asked for with everything
built, it was asked for every pair before, and looks up what it kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from random import Random

import pandas as pd
from deepdiff import DeepDiff

import diff
from diff import Columns
from large import Large
from measure import always, each, made, once, timed
from negotrack import Negotiation
from positions import frame, pivoted
from table import OURS, Beside, Row, row
from walk import Row as Changed
from walk import rows as changed_rows
from walk import walk

BUILT_RUNS = 51
DEEP_PAIRS = 3
"""Of how many pairs, the last ones, DeepDiff tells the difference; what that takes is multiplied."""

Cells = Sequence[tuple[str, str]]
"""The parties and demands whose positions changed."""
States = Mapping[str, Mapping[str, int]]
"""For each demand, then party, the code of its position."""


# One pair


def with_duckdb(talks: Negotiation, number: int) -> list[Changed]:
    """Walk through the record, and let DuckDB read the columns."""
    said, named = walk(talks, number)
    return named.rows(diff.duckdb_read(said, number, len(named.demands)))


def with_polars(talks: Negotiation, number: int) -> list[Changed]:
    """Walk through the record, and let polars read the columns."""
    said, named = walk(talks, number)
    return named.rows(diff.polars_read(said, number, len(named.demands)))


def neighbouring(large: Large) -> Iterator[Row]:
    """Time the difference of one pair of rounds."""
    last, size, talks = large.last, large.size, large.talks
    peers = {
        "DuckDB": always(lambda: with_duckdb(talks, last)),
        "polars": always(lambda: with_polars(talks, last)),
    }
    sides = {OURS: always(lambda: diff.from_record(talks, last)), **peers}
    bars = [Beside(name, 1) for name in peers]
    yield row("neighbouring diff, from the record", size, timed(sides), *bars)
    numbers = Random(2).choices(range(2, last + 1), k=BUILT_RUNS)  # noqa: S311 - nothing secret
    peers = {name: each(answer, numbers) for name, answer in built(large).items()}
    sides = {OURS: each(diff.built(large.fresh()), numbers), **peers}
    bars = [Beside(name, 1 / 10) for name in peers]
    yield row("neighbouring diff, everything built", size, timed(sides, runs=BUILT_RUNS), *bars)
    ready = large.indexed()
    far = {OURS: each(lambda number: ready.diff(1, number).cells, [last] * BUILT_RUNS)}
    yield row("far diff, from the first round to the last", size, timed(far))


def built(large: Large) -> dict[str, Callable[[int], object]]:
    """Give the peers with their tables made, each in the quickest form of its answer: without tuples of Python."""
    said, named = large.walked
    return {
        "DuckDB": diff.duckdb_arrays(said, len(named.demands)),
        "polars": diff.polars_frames(said, len(named.demands)),
    }


# All pairs


def all_pairs(talks: Negotiation) -> list[Cells]:
    """Ask negotrack for what changed in each round."""
    return [talks.diff(number - 1 or "start", number).cells for number in range(1, len(talks.rounds) + 1)]


def cells_frame(said: Columns) -> pd.DataFrame:
    """Make a frame of the columns of a walk."""
    return pd.DataFrame({"round": said["round"], "cell": said["cell"], "after": said["position"]})


def shifted(said: pd.DataFrame) -> pd.DataFrame:
    """Let pandas put the position before beside each, cell by cell, and keep what is another."""
    ends = said.drop_duplicates(["round", "cell"], keep="last")
    before = ends.groupby("cell")["after"].shift(fill_value=0)
    return ends.assign(before=before)[ends["after"] != before]


def compared(grids: Sequence[pd.DataFrame]) -> list[pd.DataFrame]:
    """Let pandas compare the grid of each round with that of the round before."""
    return [before.compare(after) for before, after in pairwise(grids)]


def deep(before: States, after: States) -> DeepDiff:
    """Let DeepDiff tell two states apart, cell by cell, even where most cells of a demand changed."""
    return DeepDiff(before, after, view="tree", threshold_to_diff_deeper=0)


def grids(large: Large) -> list[pd.DataFrame]:
    """Give the grid of codes before the first round, and of each."""
    said = frame(*large.walked)
    return [pivoted(said, number) for number in range(large.last + 1)]


def states(large: Large, number: int) -> States:
    """Give the codes as of a round as dictionaries; who is silent is left out."""
    grid = pivoted(frame(*large.walked), number)
    parties = list(grid.columns)
    return {
        str(demand): {party: code for party, code in zip(parties, codes, strict=True) if code}
        for demand, codes in zip(grid.index, grid.to_numpy().tolist(), strict=True)
    }


def all_neighbouring(large: Large) -> Iterator[Row]:
    """Time the differences of all pairs of rounds."""
    size, said, shown = large.size, cells_frame(large.walked[0]), grids(large)
    sides = {
        OURS: made(large.fresh, all_pairs),
        "pandas groupby-shift": always(lambda: shifted(cells_frame(walk(large.talks, large.last)[0]))),
    }
    bars = [Beside("pandas groupby-shift", 1)]
    yield row("all neighbouring diffs, from the record", size, timed(sides), *bars)
    sides = {
        OURS: made(large.indexed, all_pairs),
        "pandas groupby-shift": always(lambda: shifted(said)),
        "pandas compare": always(lambda: compared(shown)),
    }
    bars += [Beside("pandas compare", 1 / 3), Beside("DeepDiff", 1 / 100)]
    yield row(
        "all neighbouring diffs, everything built",
        size,
        timed(sides),
        *bars,
        more={"DeepDiff": deep_seconds(large)},
    )


def deep_seconds(large: Large) -> float:
    """Give what DeepDiff would take for all pairs, if each took what the last ones do."""
    numbers = last_rounds(large)
    pairs = [(states(large, number - 1), states(large, number)) for number in numbers]
    return sum(once(partial(deep, *pair)).clock for pair in pairs) * large.last / len(pairs)


def last_rounds(large: Large) -> range:
    """Give the rounds that DeepDiff is asked for, each beside the one before."""
    return range(max(large.last - DEEP_PAIRS, 0) + 1, large.last + 1)


def rows(large: Large) -> Iterator[Row]:
    """Time all differences."""
    yield from neighbouring(large)
    yield from all_neighbouring(large)


# Whether the answers are the same


def differences(large: Large) -> Iterator[str]:
    """Tell who gives other changes than negotrack."""
    yield from _of_one_pair(large)
    yield from _of_all_pairs(large)


def _of_one_pair(large: Large) -> Iterator[str]:
    talks, (said, named) = large.talks, large.walked
    of_duckdb = diff.duckdb_arrays(said, len(named.demands))
    of_polars = diff.polars_frames(said, len(named.demands))
    for number in {1, 2, large.last // 2, large.last}:
        expected = sorted(map(repr, changed_rows(talks.diff(number - 1 or "start", number))))
        found = {
            "DuckDB, from the record": with_duckdb(talks, number),
            "polars, from the record": with_polars(talks, number),
            "DuckDB": named.rows(diff.lists(of_duckdb(number))),
            "polars": named.rows(column.to_list() for column in of_polars(number).get_columns()),
        }
        for name, rows_ in found.items():
            if sorted(map(repr, rows_)) != expected:
                yield f"{name} gives other changes for round {number}"


def _of_all_pairs(large: Large) -> Iterator[str]:
    named = large.walked[1]
    expected = [set(cells) for cells in all_pairs(large.fresh())]
    found: list[set[tuple[str, str]]] = [set() for _ in expected]
    frame_ = shifted(cells_frame(large.walked[0]))
    for number, cell in zip(frame_["round"], frame_["cell"], strict=True):
        party, demand = divmod(int(cell), len(named.demands))
        found[int(number) - 1].add((named.parties[party], named.demands[demand]))
    if found != expected:
        yield "pandas groupby-shift gives other changes"
    if [_cells(one) for one in compared(grids(large))] != expected:
        yield "pandas compare gives other changes"
    for number in last_rounds(large):
        if _deep_cells(deep(states(large, number - 1), states(large, number))) != expected[number - 1]:
            yield f"DeepDiff gives other changes for round {number}"


def _cells(found: pd.DataFrame) -> set[tuple[str, str]]:
    """Give the cells that a comparison of pandas names."""
    if found.empty:
        return set()
    after = found.xs("other", axis="columns", level=1)
    listed = after.melt(var_name="party", ignore_index=False).dropna()
    return set(zip(listed["party"], listed.index, strict=True))


def _deep_cells(found: DeepDiff) -> set[tuple[str, str]]:
    """Give the cells that DeepDiff names."""
    paths = (level.path(output_format="list") for levels in found.values() for level in levels)
    return {(party, demand) for demand, party in paths}
