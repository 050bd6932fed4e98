"""How long does it take to start, beside what has to be loaded in any case? Run it: `python tests/bench/startup.py`.

Each command runs 25 times, in turn with the others. What is compared is user plus system time, of each the quickest
run: whatever else the machine does can only add to it, and adds more to what runs longer. Byte code is written and
used, as it is where the package is installed. The exit status is 1 where a ratio is above its bar.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
RUNS = 25
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Comparison(NamedTuple):
    """A command, and the one that it is measured beside."""

    command: list[str]
    peer: list[str]
    bar: float
    """How many times the time of the peer it may take."""


COMPARISONS = {
    "import negotrack": Comparison(
        [sys.executable, "-c", "import negotrack"], [sys.executable, "-c", "pass"], 1.4
    ),
    "negotrack matrix": Comparison(
        [str(Path(sys.executable).with_name("negotrack")), "matrix", "seeds/sochi-2022.toml"],
        [sys.executable, "-c", "import attrs, cattrs, rich.console, tomli"],
        2.2,
    ),
}


def seconds(command: list[str]) -> float:
    """Give the user plus system time of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Measure all comparisons, print a line for each, and give the exit status."""
    times: dict[tuple[str, int], list[float]] = {}
    for _ in range(RUNS):
        for name, comparison in COMPARISONS.items():
            for side, command in enumerate((comparison.command, comparison.peer)):
                times.setdefault((name, side), []).append(seconds(command))
    is_fast = True
    for name, comparison in COMPARISONS.items():
        ours, theirs = min(times[name, 0]), min(times[name, 1])
        is_fast = is_fast and ours <= comparison.bar * theirs
        print(
            f"{name}: {ours * 1000:.0f} ms, {ours / theirs:.2f} times `python {' '.join(comparison.peer[1:])}` "
            f"({theirs * 1000:.0f} ms); at most {comparison.bar} times"
        )
    return 0 if is_fast else 1


if __name__ == "__main__":
    sys.exit(main())
