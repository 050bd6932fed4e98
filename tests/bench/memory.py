"""How much memory does a large record take when it is loaded?

Each side loads a file in a process of its own: `python tests/bench/memory.py orjson FILE`. What it has loaded before,
code and all, does not count; nor does the text of the file, which each keeps. The peak is that of the whole process.
"""

import gc
import json
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psutil

from table import OURS, AtMost, Row, Unit

SIDES = (OURS, "orjson", "pydantic")
SMALL = '{"title": "Talks", "rounds": [{"id": "march", "date": "2026-03", "statements": ["a accepts b"]}]}'
BAR = AtMost(350, Unit.BYTES)


class Used(NamedTuple):
    """What a process took, in bytes."""

    resident: int
    """What it has more than before, less the size of the file."""
    peak: int


def rows(text: str, split: bytes, statements: int) -> Iterator[Row]:
    """Measure all sides, for a statement."""
    with TemporaryDirectory() as folder:
        whole, words = Path(folder, "large.json"), Path(folder, "split.json")
        whole.write_text(text, encoding="utf-8")
        words.write_bytes(split)
        used = {side: of_process(side, words if side == "pydantic" else whole) for side in SIDES}
    size = f"{statements:,} statements"
    resident = {side: one.resident / statements for side, one in used.items()}
    yield Row("memory of a statement, without the text of the file", size, resident, (BAR,), Unit.BYTES)
    yield Row("peak memory", size, {side: one.peak for side, one in used.items()}, unit=Unit.BYTES)


def of_process(side: str, file: Path) -> Used:
    """Measure one side in a process of its own."""
    command = [sys.executable, __file__, side, str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return Used(*json.loads(done.stdout))


def loader(side: str) -> Callable[[Path], object]:
    """Give what loads a file and keeps its text, once all its code is loaded."""
    if side == OURS:
        from negotrack import load, loads  # noqa: PLC0415 - each process loads its own side alone

        loads(SMALL)
        return load
    from loaders import with_orjson, with_pydantic  # noqa: PLC0415 - likewise

    ask = with_orjson if side == "orjson" else with_pydantic

    def kept(file: Path) -> object:
        text = file.read_bytes()
        return text, ask(text)

    return kept


def main(side: str, file: Path) -> None:
    """Load a file, and print what that took."""
    load = loader(side)
    gc.collect()
    process = psutil.Process()
    before = process.memory_info().rss
    kept = load(file)
    gc.collect()
    resident = process.memory_info().rss - before - file.stat().st_size
    assert kept
    print(json.dumps([resident, peak()]))


def peak() -> int:
    """Give the most that this process had.

    Where the system tells it of the process alone, that is it: `ru_maxrss` is at least what the process had that
    started this one.
    """
    told = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+) kB", told.read_text(encoding="utf-8")) if told.exists() else None
    return int(found[1]) * 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
