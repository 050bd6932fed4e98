"""What does the entry point add to `import hypothesis`? Run it: `python tests/bench/hook.py`.

Hypothesis is imported 9 times without the entry points of what is installed, in a fresh interpreter each time, which
then times the import and, after it, what the entry point of negotrack does: it loads the hook and calls it. So both
are measured in one run, and a busy machine slows both alike. What is compared is the medians of the time that the
processor took. Byte code is written and used, as it is where the package is installed. The exit status is 1 where the
ratio is above its bar.
"""

import os
import subprocess
import sys
from statistics import median

RUNS = 9
BAR = 0.10
"""How much of the time of `import hypothesis` it may take."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

TIMED = """
from time import process_time
start = process_time()
import hypothesis
imported = process_time()
from negotrack.hypothesis_types import register
register()
print(imported - start, process_time() - imported)
"""


def seconds() -> tuple[float, float]:
    """Give the time that one import of Hypothesis takes, and that of the hook after it."""
    done = subprocess.run(
        [sys.executable, "-c", TIMED],
        env=ENVIRONMENT | {"HYPOTHESIS_NO_PLUGINS": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    whole, ours = done.stdout.split()
    return float(whole), float(ours)


def main() -> int:
    """Measure, print a line, and give the exit status."""
    whole, ours = (median(times) for times in zip(*(seconds() for _ in range(RUNS)), strict=True))
    print(
        f"entry point: {ours * 1000:.1f} ms, {ours / whole:.1%} of `import hypothesis` ({whole * 1000:.0f} ms); "
        f"at most {BAR:.0%}"
    )
    return 0 if ours <= BAR * whole else 1


if __name__ == "__main__":
    sys.exit(main())
