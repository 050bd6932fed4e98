"""What does the command do? Parse, call one function, show one view, choose the exit code."""

import errno
import os
import re
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal, TextIO

from cyclopts import App, CycloptsError, Parameter

from negotrack import __version__, bundled
from negotrack.dates import BadDate, When
from negotrack.errors import NoSuchRound, Unreadable
from negotrack.formats import dossiers
from negotrack.negotiation import Negotiation
from negotrack.visible import visible, visible_in_json

app = App(
    name="negotrack",
    help="Track positions in negotiations: who stands where, and what is agreed.",
    version=__version__,
    suppress_keyboard_interrupt=False,
)

File = Annotated[str, Parameter(name="FILE")]

_STDIN = "\0-"
"""What stands for `-`, which by itself would look like an option; no file has such a name."""


@app.command
def matrix(file: File, /, *, at: str | None = None, format: Literal["text", "json"] = "text") -> None:  # noqa: A002
    """Show who stands where, and what is agreed, rejected or pending.

    Args:
        file: A dossier, - for standard input, or a bundled one by name.
        at: A round: its id, its number (-1 is the last), a date, or start.
        format: For people (text) or for machines (json).
    """
    talks = _read(file)
    state = talks.now if at is None else talks.at(_round(at, talks))
    if format == "json":
        from negotrack.formats import documents  # noqa: PLC0415 - a text needs none

        _print_json(documents.matrix(state))
    else:
        from negotrack.views.matrix import Matrix  # noqa: PLC0415 - JSON needs none

        print(Matrix(state))


def main() -> int:
    """Run the command with the arguments of the process, and give its exit status.

    0: done; 2: could not run. What was asked for goes to standard output, everything else to standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    problem = _problem([_STDIN if argument == "-" else argument for argument in sys.argv[1:]])
    if problem is None:
        return 0
    try:
        print(problem, file=sys.stderr, flush=True)
    except OSError:
        _write_no_more(sys.stderr)
    return 2


def _problem(arguments: list[str]) -> str | None:
    """Run the command, and say what kept it from running, if anything did."""
    if not arguments or not {"-h", "--help"}.isdisjoint(arguments):
        app.help_formatter = "plain"  # set for help alone, since loading it takes a while
    try:
        app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        if sys.stdout:
            sys.stdout.flush()
    except CycloptsError as error:
        return f"{visible(str(error))}\nSee `negotrack --help`."
    except Unreadable as error:
        from negotrack.views.findings import blocks  # noqa: PLC0415 - wanted for an error only

        return "\n\n".join(blocks(error.findings, error.origin))
    except (NoSuchRound, BadDate) as error:
        return str(error)
    except (BrokenPipeError, SystemExit):
        # Whoever read the output has enough of it, as `head` does. What prints the help exits then by itself.
        _write_no_more(sys.stdout)
    except KeyboardInterrupt:
        return "interrupted"
    except OSError as error:
        _write_no_more(sys.stdout)
        return f"the output cannot be written: {error.strerror}"
    return None


def _write_no_more(stream: TextIO) -> None:
    """Let what is still to be written to a stream go nowhere, so that the end of the process does not fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _round(text: str, talks: Negotiation) -> str | int | date:
    """Give the round that an argument names: ids begin with a letter, numbers and dates do not."""
    text = text.replace(_STDIN, "-")
    if not re.fullmatch("-?[0-9]{1,9}", text):
        return When(text).latest if text[:1].isdigit() else text
    is_year = re.fullmatch("[0-9]{4}", text) and int(text) > len(talks.rounds)
    return When(text).latest if is_year else int(text)


def _read(file: str) -> Negotiation:
    if file == _STDIN:
        return dossiers.load_from(_stdin, file="<stdin>")
    if file in bundled.names() and not Path(file).is_file():
        return dossiers.seed(file)
    _announce(Path(file))
    return dossiers.load(file)


def _announce(path: Path) -> None:
    """Say that reading will take a while, to whoever sits at a terminal."""
    size = path.stat().st_size if os.path.isfile(path) else 0  # noqa: PTH113 - unlike that of a path it never raises
    if size > _LARGE and sys.stderr and sys.stderr.isatty():
        print(f"Reading {visible(str(path))}, {size / 1e6:.0f} MB ...", file=sys.stderr)


_LARGE = 2_000_000
"""From how many bytes on a dossier takes more than a second to read."""


def _stdin() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read()


def _print_json(document: object) -> None:
    """Print a document as JSON; where the output takes ASCII or the like, with escapes."""
    import json  # noqa: PLC0415 - a text needs none

    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    is_narrow = not encoding.lower().startswith("utf")
    print(visible_in_json(json.dumps(document, ensure_ascii=is_narrow, indent=1)))
