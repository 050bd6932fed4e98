"""How does the command start, and how does Ctrl-C end it? As `negotrack`, and as `python -m negotrack`."""

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

INTERRUPTED = 130
"""The exit status of what was interrupted, as shells have it."""


def main() -> int:
    """Load the command and run it, and give its exit status.

    What is made while modules load stays: the collector of garbage finds nothing in it, now and later.
    """
    try:
        gc.disable()
        from negotrack.cli import main as run  # noqa: PLC0415 - that is what takes the time

        gc.freeze()
        gc.enable()
        return run()
    except KeyboardInterrupt:
        _leave()
    except RuntimeError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # what comes in a class body may be wrapped so
            _leave()
        raise


def _leave() -> "NoReturn":
    """End the process at once. What was half done is undone by then, and what is not yet printed is not waited for."""
    from contextlib import suppress  # noqa: PLC0415 - wanted for an interruption only

    if sys.stderr is not None:
        with suppress(OSError):
            os.write(sys.stderr.fileno(), b"interrupted\n")
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main())
