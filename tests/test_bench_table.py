"""The table of a benchmark says which bars are met, and stands between the marks of its page."""

from pathlib import Path

import pytest

import scale
from table import OURS, AtMost, Beside, Row, Unit, markdown, shown

MADE = Row("load", "10 statements", {OURS: 3.0, "orjson": 1.0}, (Beside("orjson", 2), Beside("orjson", 4)))


def test_bars_beside_a_peer_are_of_the_ratio() -> None:
    """What takes three times what a peer does misses a bar of two, and meets one of four."""
    assert MADE.missed == (Beside("orjson", 2),)


@pytest.mark.parametrize(("figure", "missed"), [(350.0, False), (351.0, True)])
def test_bars_alone_are_of_the_figure(figure: float, missed: bool) -> None:  # noqa: FBT001 - of a parameter
    """A bar that is no ratio is met up to what it says."""
    row = Row("memory", "a statement", {OURS: figure}, (AtMost(350, Unit.BYTES),), Unit.BYTES)
    assert bool(row.missed) is missed


def test_row_shows_figures_ratios_and_bars() -> None:
    """A row of the table has the figure of each side, how many times the other's ours is, and each bar."""
    assert markdown([MADE]).splitlines()[2] == (
        "| load | 10 statements | 3 s | orjson 1 s (3) | at most 2 times orjson: **not met**; "
        "at most 4 times orjson: met | 1 |"
    )


@pytest.mark.parametrize(
    ("figure", "unit", "expected"),
    [
        (0.0005, Unit.SECONDS, "500 us"),
        (61.25, Unit.SECONDS, "61.2 s"),
        (1_234.0, Unit.SECONDS, "1,234 s"),
        (1.5e9, Unit.BYTES, "1.5 GB"),
    ],
)
def test_figures_have_the_unit_that_reads_best(figure: float, unit: Unit, expected: str) -> None:
    """A figure is shown in the largest unit of which there is one."""
    assert shown(figure, unit) == expected


def test_growth_is_of_a_statement() -> None:
    """A record of ten times the size that takes 20 times as long costs twice as much a statement."""
    rows = [[Row(task, "", {OURS: 1.0}, work=took) for task in scale.GROWING] for took in (1.0, 20.0)]
    grown = list(scale.growth(rows[0], rows[1], (10, 100)))
    assert [row.figures for row in grown] == [{OURS: 0.2, "of 10": 0.1}] * len(scale.GROWING)
    assert all(row.missed for row in grown)


def test_table_stands_between_the_marks_of_a_page(tmp_path: Path) -> None:
    """Only what stands between the marks is written anew."""
    page = tmp_path / "speed.md"
    page.write_text(f"before\n{scale.MARKS[0]}old\n{scale.MARKS[1]}after\n", encoding="utf-8")
    scale.write(page, [MADE])
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{scale.MARKS[0]}Measured on ")
    assert text.endswith(f"{markdown([MADE])}{scale.MARKS[1]}after\n")
    assert "old" not in text
