"""How long does it take to tell what changed from one round to the next, beside DuckDB and polars?

Run it: `python tests/bench/diff.py`, with a number of statements a round for another size. It wants the dependency
group `bench`. The record is of 200 parties, 2,000 demands and 100 rounds of 10,000 statements. The answer is a list of
the cells (a party and a demand) whose position at the end of a round differs from that at the end of the round before,
as tuples of the two ids and the two positions; None stands for silence.
negotrack gives the cells, and works out positions where they are looked at; so it is compared in the cells, and its
positions are compared once, without the time that takes. From the record the cells are listed; with everything built it
gives a sequence that names each when it is looked at, as peers do that answer in numbers.

It is asked in two settings. *From the record*: the negotiation is in memory, and nothing else is; asked is the last
round. *With everything built*: a table has a row for each statement with the position before it of the same cell, and
is sorted; asked are rounds at random. There the form in which a peer itself holds its answer, arrays or a frame of
numbers, is a second figure: it spares making Python's tuples. All sides run in one process, several times each, in an
order that changes, so that none always pays for what another leaves behind. Printed are the median and the quickest
time; what counts is the quickest, since what else a machine does only adds to a time. negotrack keeps what it once
worked out: for each round what it changed, so that this is then looked up, and a diff of rounds two apart, which is
not, is asked for as well.

The peers are given what helps them:

- Nobody amends, withdraws, speaks through a bloc or gives an account of another: any of these would make their queries
  more complicated. A position is then what the last statement says, and its version is always 1.
- Conditions are few, and their order tells nothing; a tenth of the statements has two holders or two demands.
- They walk through the record in one loop, which takes nearly all of the time there, and no further than the round
  that is asked for. It gives numbers for cells and positions and not texts; 0 is silence, so that none is null.
- From the record they are asked in two ways: with columns of cells and positions, which they compare; and *by place*,
  with a column of cells only. They then find the two statements of each cell, and Python compares what these say. It
  spares reading the positions of all others.
- A connection is open beforehand. DuckDB reads the arrays of numpy where they are, without a table of its own.
- Of several ways to ask, each takes the quickest that was found.
"""

import gc
import sys
import time
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from random import Random
from statistics import median
from typing import Any, NamedTuple, Protocol

import duckdb
import numpy as np
import polars as pl
from attrs import evolve
from numpy.typing import NDArray

from negotrack import (
    Demand,
    Diff,
    Held,
    Negotiation,
    Party,
    Position,
    Reservation,
    Round,
    Sentence,
    Stance,
    Statement,
)

FROM_RECORD_RUNS = 7
BUILT_RUNS = 51
WEIGHTS = {
    Stance.PROPOSES: 15,
    Stance.ACCEPTS: 50,
    Stance.REJECTS: 20,
    Stance.RESERVES: 10,
    Stance.ABSTAINS: 5,
    Stance.DEFERS: 10,
}
"""How often each stance is taken; others would move texts or be left out."""

Spoken = tuple[Stance, frozenset[str], bool, Reservation | None, bool]
"""What makes positions equal: stance, conditions, provisional, reservation, red line."""

Row = tuple[str, str, Spoken | None, Spoken | None]
"""A party, a demand, its position before and its position after; None: silent."""


# The record


def record(
    statements_per_round: int = 10_000, parties: int = 200, demands: int = 2_000, rounds: int = 100
) -> Negotiation:
    """Make talks in which everybody speaks of everything at random, and at times says the same again."""
    chosen = Random(1)  # noqa: S311 - nothing secret
    holders = [f"party-{number}" for number in range(parties)]
    subjects = [f"demand-{number}" for number in range(demands)]
    kinds = list(Reservation)
    last: dict[tuple[str, str], Statement] = {}

    def said(party: str, demand: str, stance: Stance) -> Statement:
        known = last.get((party, demand))
        if known and chosen.random() < 0.15:
            return known
        is_conditional = stance.is_assent and chosen.random() < 0.15
        has_kind = stance is Stance.RESERVES and chosen.random() < 0.5
        number = chosen.random()
        made = last[party, demand] = Statement(
            Sentence(
                once(party, chosen.choice(holders)) if number < 0.05 else (party,),
                stance,
                once(demand, chosen.choice(subjects)) if number > 0.95 else (demand,),
                (chosen.choice(subjects),) if is_conditional else (),
                provisional=stance.is_assent and chosen.random() < 0.1,
            ),
            red_line=chosen.random() < 0.05,
            reservation=chosen.choice(kinds) if has_kind else None,
        )
        return made

    return Negotiation(
        "Large talks",
        parties=[Party(id_, id_) for id_ in holders],
        demands=[Demand(id_, id_) for id_ in subjects],
        rounds=[
            Round(
                f"r{number}",
                f"{2000 + number // 12}-{1 + number % 12:02}",
                statements=map(
                    said,
                    chosen.choices(holders, k=statements_per_round),
                    chosen.choices(subjects, k=statements_per_round),
                    chosen.choices([*WEIGHTS], [*WEIGHTS.values()], k=statements_per_round),
                ),
            )
            for number in range(1, rounds + 1)
        ],
    )


def once(*ids: str) -> tuple[str, ...]:
    """Give ids, each once."""
    return tuple(dict.fromkeys(ids))


# A plain reading, which all must agree with


def read(talks: Negotiation, number: int) -> list[Row]:
    """Tell what changed in a round as its definition does."""
    before = last_said(talks.rounds[: number - 1])
    after = last_said(talks.rounds[number - 1 : number])
    rows = [(*cell, spoken(before.get(cell)), spoken(said)) for cell, said in after.items()]
    return [row for row in rows if row[2] != row[3]]


def last_said(rounds: Iterable[Round]) -> dict[tuple[str, str], Statement]:
    """Give the last statement of each cell."""
    return {
        (party, demand): said
        for round_ in rounds
        for said in round_.statements
        for party in said.says.holders
        for demand in said.says.demands
    }


def spoken(said: Statement | None) -> Spoken | None:
    """Give the position that a statement takes."""
    if said is None:
        return None
    says = said.says
    return says.stance, frozenset(says.conditions), says.provisional, said.reservation, said.red_line


# What the peers share: the record in columns of numbers

Columns = dict[str, NDArray[Any]]
"""A row for each statement up to a round, in order: `round` from 1; `sequence` from 0; `cell`, which is the place of
the party, times the number of demands, plus the place of the demand; and `position`, 0 being silence."""


class Named(NamedTuple):
    """What the numbers in columns stand for."""

    parties: Sequence[str]
    demands: Sequence[str]
    positions: Sequence[Spoken | None]

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
    codes: dict[Spoken | None, int] = {None: 0}
    cells, positions, ends = array("i"), array("i"), [0]
    for round_ in talks.rounds[:number]:
        for said in round_.statements:
            says = said.says
            position = (
                says.stance,
                frozenset(says.conditions),
                says.provisional,
                said.reservation,
                said.red_line,
            )
            code = codes.setdefault(position, len(codes))
            for party in says.holders:
                first = first_cells[party]
                for demand in says.demands:
                    cells.append(first + places[demand])
                    positions.append(code)
        ends.append(len(cells))
    return (
        columns(ends, cells, np.frombuffer(positions, np.int32)),
        Named(tuple(first_cells), tuple(places), tuple(codes)),
    )


class Placed(NamedTuple):
    """What the numbers in columns stand for where a position is the place of the statement, from 1."""

    parties: Sequence[str]
    demands: Sequence[str]
    statements: Sequence[Statement]

    def rows(self, found: Iterable[Iterable[int]]) -> list[Row]:
        """Name parties, demands, positions before and positions after, and keep those that differ."""
        rows = [
            (
                self.parties[party],
                self.demands[demand],
                spoken(self.statements[before - 1]) if before else None,
                spoken(self.statements[after - 1]),
            )
            for party, demand, before, after in zip(*found, strict=True)
        ]
        return [row for row in rows if row[2] != row[3]]


def walk_places(talks: Negotiation, number: int) -> tuple[Columns, Placed]:
    """Put the cells of all statements up to a round into columns, with the places of the statements."""
    first_cells, places = cells_of(talks)
    cells, ends = array("i"), [0]
    statements: list[Statement] = []
    for round_ in talks.rounds[:number]:
        for said in round_.statements:
            says = said.says
            for party in says.holders:
                first = first_cells[party]
                for demand in says.demands:
                    cells.append(first + places[demand])
                    statements.append(said)
        ends.append(len(cells))
    return (
        columns(ends, cells, np.arange(1, len(cells) + 1, dtype=np.int32)),
        Placed(tuple(first_cells), tuple(places), statements),
    )


def cells_of(talks: Negotiation) -> tuple[dict[str, int], dict[str, int]]:
    """Give the first cell of each party, and the place of each demand."""
    count = len(talks.demands)
    return (
        {party.id: place * count for place, party in enumerate(talks.parties)},
        {demand.id: place for place, demand in enumerate(talks.demands)},
    )


def columns(ends: Sequence[int], cells: "array[int]", positions: NDArray[np.int32]) -> Columns:
    """Put columns together, of which each round but the first begins where the one before it ends."""
    return {
        "round": np.repeat(np.arange(1, len(ends), dtype=np.int16), np.diff(ends)),
        "sequence": np.arange(len(cells), dtype=np.int32),
        "cell": np.frombuffer(cells, np.int32),
        "position": positions,
    }


# DuckDB

DUCKDB_FROM_RECORD = """
    with
        spoken as (
            select cell, arg_max(position, sequence) as after from said where round = $round group by cell
        ),
        held as (
            select cell, arg_max(position, sequence) as before from said
            where round < $round and cell in (select cell from spoken) group by cell
        ),
        both_ as (select cell, coalesce(before, 0) as before, after from spoken left join held using (cell))
    select cell // $demands as party, cell % $demands as demand, before, after from both_ where before <> after
"""

DUCKDB_TABLE = """
    create table said as
    select *, lag(position, 1, 0) over (partition by cell order by sequence) as previous from columns_
    order by sequence
"""

DUCKDB_BUILT = """
    select
        cell // $demands as party,
        cell % $demands as demand,
        arg_min(previous, sequence) as before,
        arg_max(position, sequence) as after
    from said where round = $round group by cell having before <> after
"""


class Listed(Protocol):
    """A column of a result."""

    def tolist(self) -> list[Any]:
        """Give it as Python's numbers."""


@cache
def connection() -> duckdb.DuckDBPyConnection:
    """Give the connection that is open beforehand."""
    return duckdb.connect()


def duckdb_from_record(talks: Negotiation, number: int) -> list[Row]:
    """Walk through the record, and let DuckDB read the columns."""
    said, named = walk(talks, number)
    return named.rows(duckdb_read(said, number, len(named.demands)))


def duckdb_by_place(talks: Negotiation, number: int) -> list[Row]:
    """Walk through the record, and let DuckDB find the statements to compare."""
    said, placed = walk_places(talks, number)
    return placed.rows(duckdb_read(said, number, len(placed.demands)))


def duckdb_read(said: Columns, number: int, demands: int) -> list[list[int]]:
    """Let DuckDB read columns."""
    open_ = connection()
    open_.register("said", said)
    found = open_.execute(DUCKDB_FROM_RECORD, {"round": number, "demands": demands}).fetchnumpy()
    open_.unregister("said")
    return lists(found)


def duckdb_arrays(said: Columns, demands: int) -> Callable[[int], Mapping[str, Listed]]:
    """Make a table in DuckDB, which it then answers from in arrays of numbers."""
    open_ = duckdb.connect()
    open_.register("columns_", said)
    open_.execute(DUCKDB_TABLE)
    open_.unregister("columns_")
    return lambda number: open_.execute(DUCKDB_BUILT, {"round": number, "demands": demands}).fetchnumpy()


def duckdb_built(talks: Negotiation) -> Callable[[int], list[Row]]:
    """Make a table in DuckDB."""
    said, named = walk(talks, len(talks.rounds))
    answer = duckdb_arrays(said, len(named.demands))
    return lambda number: named.rows(lists(answer(number)))


def lists(found: Mapping[str, Listed]) -> list[list[int]]:
    """Give the columns of a result as Python's numbers."""
    return [column.tolist() for column in found.values()]


# polars

CELL, BEFORE, AFTER = pl.col("cell"), pl.col("before"), pl.col("after")


def polars_from_record(talks: Negotiation, number: int) -> list[Row]:
    """Walk through the record, and make a frame of the columns."""
    said, named = walk(talks, number)
    return named.rows(polars_read(said, number, len(named.demands)))


def polars_by_place(talks: Negotiation, number: int) -> list[Row]:
    """Walk through the record, and let polars find the statements to compare."""
    said, placed = walk_places(talks, number)
    return placed.rows(polars_read(said, number, len(placed.demands)))


def polars_read(said: Columns, number: int, demands: int) -> list[list[int]]:
    """Make a frame of columns, and ask it."""
    frame = pl.DataFrame(said)
    now = frame.filter(pl.col("round") == number).unique("cell", keep="last").select("cell", after="position")
    held = (
        frame.filter(pl.col("round") < number, CELL.is_in(now["cell"].implode()))
        .unique("cell", keep="last")
        .select("cell", before="position")
    )
    both = now.join(held, on="cell", how="left").with_columns(BEFORE.fill_null(0))
    return [column.to_list() for column in changed(both, demands).get_columns()]


def polars_frames(said: Columns, demands: int) -> Callable[[int], pl.DataFrame]:
    """Make a frame for each round, which polars then answers from in a frame of numbers."""
    frames = (
        pl.DataFrame(said)
        .sort("sequence")
        .with_columns(previous=pl.col("position").shift(1, fill_value=0).over("cell"))
        .partition_by("round", as_dict=True)
    )

    def answer(number: int) -> pl.DataFrame:
        ends = frames[number,].group_by("cell").agg(before=pl.first("previous"), after=pl.last("position"))
        return changed(ends, demands)

    return answer


def polars_built(talks: Negotiation) -> Callable[[int], list[Row]]:
    """Make a frame for each round."""
    said, named = walk(talks, len(talks.rounds))
    answer = polars_frames(said, len(named.demands))
    return lambda number: named.rows(column.to_list() for column in answer(number).get_columns())


def changed(both: pl.DataFrame, demands: int) -> pl.DataFrame:
    """Keep the cells that changed, and tell their parties and demands apart."""
    return both.filter(BEFORE != AFTER).select(
        party=CELL // demands, demand=CELL % demands, before="before", after="after"
    )


# negotrack


def from_record(talks: Negotiation, number: int) -> Sequence[tuple[str, str]]:
    """Ask negotrack, of which nothing is kept from before, and name all cells, as peers do."""
    return list(evolve(talks).diff(number - 1 or "start", number).cells)


def built(talks: Negotiation) -> Callable[[int], Sequence[tuple[str, str]]]:
    """Let negotrack look at every round once."""
    for number in range(1, len(talks.rounds) + 1):
        talks.diff(number - 1 or "start", number).cells  # noqa: B018 - for what is kept of it
    return lambda number: talks.diff(number - 1 or "start", number).cells


def rows(diff: Diff) -> list[Row]:
    """Give what changed as tuples."""
    return [(*cell, taken(diff.before[cell]), taken(diff.after[cell])) for cell in diff.cells]


def taken(position: Position) -> Spoken | None:
    """Give a position as a tuple."""
    if not isinstance(position, Held):
        return None
    return (
        position.stance,
        frozenset(position.conditions),
        position.provisional,
        position.reservation,
        position.red_line,
    )


# The comparison

FROM_RECORD: dict[str, Callable[[Negotiation, int], Sequence[tuple[Any, ...]]]] = {
    "negotrack": from_record,
    "DuckDB": duckdb_from_record,
    "polars": polars_from_record,
    "plain dictionaries": read,
    "DuckDB, by place": duckdb_by_place,
    "polars, by place": polars_by_place,
}

BUILT: dict[str, Callable[[Negotiation], Callable[[int], Sequence[tuple[Any, ...]]]]] = {
    "negotrack": built,
    "DuckDB": duckdb_built,
    "polars": polars_built,
}

OWN_FORM: dict[str, Callable[[Columns, int], Callable[[int], object]]] = {
    "DuckDB, its arrays": duckdb_arrays,
    "polars, its frame": polars_frames,
}

PEERS = ("DuckDB", "polars", *OWN_FORM)
FROM_RECORD_BAR = 1.0
"""From the record negotrack may take so many times what the quicker of DuckDB and polars does."""
BUILT_BAR = 10.0
"""With everything built, the quickest peer in its quickest form is to take so many times what negotrack does."""


def timed(sides: Mapping[str, Callable[[int], object]], numbers: Iterable[int]) -> dict[str, list[float]]:
    """Ask all sides for some rounds, each time in another order, and give the times that each took, in seconds."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    chosen = Random(3)  # noqa: S311 - nothing secret
    for number in numbers:
        for name in chosen.sample(list(sides), len(sides)):
            start = time.perf_counter()
            found = sides[name](number)
            taken[name].append(time.perf_counter() - start)
            del found
    return taken


def same(
    sides: Mapping[str, Callable[[int], Sequence[tuple[Any, ...]]]],
    talks: Negotiation,
    numbers: Iterable[int],
) -> bool:
    """Tell whether all sides give the same cells for some rounds, and the positions that they do give are the same."""
    is_same = True
    for number in numbers:
        expected = {row[:2]: row[2:] for row in read(talks, number)}
        diff = talks.diff(number - 1 or "start", number)
        found = {name: {row[:2]: row[2:] for row in side(number)} for name, side in sides.items()}
        found["negotrack's positions"] = {row[:2]: row[2:] for row in rows(diff)}
        for name, cells in found.items():
            if cells.keys() != expected.keys() or any(
                cells.values() and cells[one] not in ((), sides_) for one, sides_ in expected.items()
            ):
                print(f"{name} gives something else for round {number}")
                is_same = False
    return is_same


def tell(title: str, times: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Print the median and the quickest time of each side, and give the quickest."""
    quickest = {name: min(took) for name, took in times.items()}
    print(f"\n{title:<26}    median   quickest")
    for name, took in times.items():
        ratio = quickest[name] / min(quickest.values())
        print(f"  {name:<24} {median(took) * 1000:8.2f} {quickest[name] * 1000:8.2f} ms {ratio:6.2f}")
    return quickest


def main(sizes: list[int]) -> int:
    """Time all sides, and tell."""
    start = time.perf_counter()
    talks = record(*sizes)
    print(f"{talks!r} made in {time.perf_counter() - start:.1f} s")
    gc.collect()
    gc.freeze()  # so that no side pays for the objects of the record
    last, chosen = len(talks.rounds), Random(2)  # noqa: S311 - nothing secret
    some = (1, 2, last // 2, last)

    asked = {name: partial(side, talks) for name, side in FROM_RECORD.items()}
    is_same = same(asked, talks, some)
    changes = len(read(talks, last))
    times = tell(f"From the record: {changes:,} changes", timed(asked, [last] * FROM_RECORD_RUNS))
    ratio = times["negotrack"] / min(times["DuckDB"], times["polars"])
    print(
        f"negotrack takes {ratio:.2f} times what the quicker of DuckDB and polars does (bar {FROM_RECORD_BAR})"
    )

    ready = {}
    for name, build in BUILT.items():
        start = time.perf_counter()
        ready[name] = build(talks)
        print(f"{name} built in {time.perf_counter() - start:.2f} s")
    said, named = walk(talks, last)
    own_form = {name: build(said, len(named.demands)) for name, build in OWN_FORM.items()}
    gc.freeze()
    is_same = same(ready, talks, some) and is_same
    rounds = chosen.choices(range(2, last + 1), k=BUILT_RUNS)
    apart = {"negotrack, two rounds": lambda number: talks.diff(number - 2 or "start", number).cells}
    times = tell("With everything built", timed({**ready, **own_form, **apart}, rounds))
    gain = min(times[name] for name in PEERS) / times["negotrack"]
    print(f"the quickest peer takes {gain:.0f} times what negotrack does (bar {BUILT_BAR:.0f})")
    return 0 if is_same and ratio <= FROM_RECORD_BAR and gain >= BUILT_BAR else 1


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]]))
