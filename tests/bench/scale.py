"""How long does everything take that negotrack does with a large record, beside what does the like?

Run it: `python tests/bench/scale.py`, with a number of statements for another size than a million. It wants the
dependency group `bench`. All figures are taken at 10,000 statements, too, so that it can be told whether a statement
of a large record costs more. A bar is judged at the larger size. `--page` makes the page of the larger record as well,
which is slow; `--markdown` writes the table into docs/speed.md, or into another page that has its marks.

The exit status is 1 where a peer gives another answer than negotrack; with `--strict` also where a bar is missed.
"""

import gc
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import changes
import loading
import memory
import outcomes
import positions
import showing
from large import Large
from machine import described
from table import OURS, Beside, Row, markdown

SMALL = 10_000
PAGE = Path(__file__).parents[2] / "docs" / "speed.md"
MARKS = ("<!-- figures -->\n", "<!-- end of figures -->\n")
GROWTH = 1.5
GROWING = (
    "load",
    "timeline, the first state",
    "outcomes of all rounds, from the record",
    "check, from the record",
)


def measured(large: Large) -> Iterator[Row]:
    """Measure everything at one size."""
    load = 0.0
    for row in loading.rows(large):
        load = load or row.figures[OURS]
        yield row
    yield from memory.rows(large.text, loading.split(large.talks), large.statements)
    gc.collect()
    gc.freeze()  # so that no side pays for the objects of the record
    yield loading.saving(large)
    yield from positions.rows(large)
    yield from changes.rows(large)
    yield from outcomes.rows(large, load)
    gc.unfreeze()


def differences(large: Large) -> list[str]:
    """Tell at once of everybody who gives another answer than negotrack."""
    found = []
    for differing in (loading.differences, positions.differences, changes.differences):
        for line in differing(large):
            print(f"another answer, {large.size}: {line}", flush=True)
            found.append(line)
    return found


def growth(small: Sequence[Row], large: Sequence[Row], sizes: Sequence[int]) -> Iterator[Row]:
    """Tell what a statement costs at two sizes, of the processor: the two were not measured in turn."""
    beside = f"of {sizes[0]:,}"
    for task in GROWING:
        less, more = (
            next(row.work for row in rows if row.task == task) / size
            for rows, size in zip((small, large), sizes, strict=True)
        )
        figures = {OURS: more, beside: less}
        yield Row(f"{task}: a statement", f"of {sizes[1]:,}", figures, (Beside(beside, GROWTH),))


def told(rows: Iterable[Row]) -> list[Row]:
    """Print rows as they come."""
    kept = []
    for row in rows:
        print(row, flush=True)
        kept.append(row)
    return kept


def all_rows(sizes: Sequence[int], *, with_page: bool) -> tuple[list[Row], list[str]]:
    """Measure at all sizes, and give what is to be shown, and what differs."""
    found: list[list[Row]] = []
    different: list[str] = []
    for size in sizes:
        large = Large.of(size)
        is_judged = size == sizes[-1]
        rows = told(row if is_judged else row.barless for row in measured(large))
        different += differences(large)
        if size <= SMALL or with_page:
            rows += told([outcomes.page_row(large)])
        found.append(rows)
    ends = told(growth(found[0], found[-1], sizes)) if len(sizes) > 1 else []
    return [*(row for rows in found for row in rows), *ends, *told(showing.rows())], different


def write(page: Path, rows: Iterable[Row]) -> None:
    """Put the table between the marks of a page."""
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(MARKS[0])
    _, after = rest.split(MARKS[1])
    page.write_text(f"{before}{MARKS[0]}{described()}\n{markdown(rows)}{MARKS[1]}{after}", encoding="utf-8")


def arguments() -> Namespace:
    """Read what is asked for."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("statements", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--strict", action="store_true", help="fail where a bar is missed, too")
    parser.add_argument("--page", action="store_true", help="make the page of the larger record, too")
    parser.add_argument("--markdown", nargs="?", type=Path, const=PAGE, help="write the table into a page")
    return parser.parse_args()


def main() -> int:
    """Measure, tell, and give the exit status."""
    asked = arguments()
    rows, different = all_rows(sorted({min(SMALL, asked.statements), asked.statements}), with_page=asked.page)
    missed = [(row, bar) for row in rows for bar in row.missed]
    for row, bar in missed:
        print(f"not met: {row.task}, {row.size}: {bar}")
    if asked.markdown:
        write(asked.markdown, rows)
    return int(bool(different) or (asked.strict and bool(missed)))


if __name__ == "__main__":
    sys.exit(main())
