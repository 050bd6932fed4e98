"""How does the command start? As `negotrack`, and as `python -m negotrack`."""

import gc
import sys


def main() -> int:
    """Load the command and run it, and give its exit status.

    What is made while modules load stays: the collector of garbage finds nothing in it, now and later.
    """
    gc.disable()
    from negotrack.cli import main as run  # noqa: PLC0415 - that is what takes the time

    gc.freeze()
    gc.enable()
    return run()


if __name__ == "__main__":
    sys.exit(main())
