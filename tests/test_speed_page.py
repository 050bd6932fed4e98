"""The page on speed shows the code that is measured, and a table that the benchmark writes."""

import re
from pathlib import Path

import scale
from pages import ROOT, blocks
from table import HEADS

PAGE = "docs/speed.md"
SCRIPTS = [file.read_text(encoding="utf-8") for file in sorted(Path(scale.__file__).parent.glob("*.py"))]


def test_code_that_is_shown_is_the_code_that_runs() -> None:
    """Every block of the page, of Python or of a query, stands like that in a script of the benchmarks."""
    shown = [block.text for block in blocks(PAGE)]
    assert shown
    assert [text for text in shown if not any(text in script for script in SCRIPTS)] == []


def test_every_peer_is_shown() -> None:
    """The page shows the code of every peer in the table."""
    shown = "".join(block.text for block in blocks(PAGE))
    for word in (
        "orjson.loads(",
        "model_validate_json(",
        ".pivot(",
        "over (partition by cell",
        '.over("cell")',
        "].shift(",
        ".compare(",
        "DeepDiff(",
        "Table(",
    ):
        assert word in shown


def test_table_is_one_that_the_benchmark_writes() -> None:
    """Between the marks stand the heads of the table, and rows with as many cells."""
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    table = text.split(scale.MARKS[0])[1].split(scale.MARKS[1])[0]
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert rows[0] == f"| {' | '.join(HEADS)} |"
    assert {len(re.findall(r" \| ", row)) for row in rows} == {len(HEADS) - 1}
    assert len(rows) > 2
