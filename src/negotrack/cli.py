"""How does a run of the command end: with which exit status, and what is said of what kept it from running?"""

import sys
from io import TextIOWrapper

from cyclopts import CycloptsError

from negotrack import arguments, bar
from negotrack.arguments import Misuse
from negotrack.commands import app
from negotrack.dates import BadDate
from negotrack.errors import DuplicateId, NoRules, NoSuch, RuleFailed, Unreadable
from negotrack.screen import NotWritten, say, write_no_more
from negotrack.subjects import Ambiguous


def main() -> int:
    """Run the command with the arguments of the process, and give its exit status.

    0: done; 1: a check found something; 2: could not run. What was asked for goes to standard output, everything else
    to standard error. Ctrl-C is for whoever calls this: nothing is half written then, and no bar is left.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        done = _run(arguments.masked(sys.argv[1:]))
    except (
        Exception
    ) as error:  # a fault of negotrack or of a rule of one's own is no finding, whose status is 1
        if isinstance(error.__cause__, KeyboardInterrupt):
            raise
        from traceback import format_exc  # noqa: PLC0415 - wanted for an error only

        done = format_exc().rstrip()
    if isinstance(done, int):
        return done
    say([done])
    return 2


def _run(given: list[str]) -> int | str:
    """Run the command, and give its exit status, or say what kept it from running."""
    if not given or not {"-h", "--help"}.isdisjoint(given):
        from negotrack.helping import layout  # noqa: PLC0415 - for help alone, since loading it takes a while

        app.help_formatter = layout()
    try:
        with bar.shown():
            status = app(given, exit_on_error=False, print_error=False, result_action="return_value")
        if sys.stdout:
            sys.stdout.flush()
    except (
        CycloptsError,
        Unreadable,
        NoSuch,
        Ambiguous,
        BadDate,
        Misuse,
        NoRules,
        DuplicateId,
        RuleFailed,
        NotWritten,
    ) as error:
        from negotrack.misuse import told  # noqa: PLC0415 - wanted for an error only

        return told(error, given)
    except (BrokenPipeError, SystemExit):
        # Whoever read the output has enough of it, as `head` does. What prints the help exits then by itself.
        write_no_more(sys.stdout)
    except OSError as error:
        write_no_more(sys.stdout)
        return f"the output cannot be written: {error.strerror}"
    else:
        return status if isinstance(status, int) else 0
    return 0
