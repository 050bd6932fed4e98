"""What does the command do? Parse, call one function, show one view, choose the exit code."""

import os
import re
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, CycloptsError, Parameter

from negotrack import __version__, bundled
from negotrack.dates import BadDate, When
from negotrack.errors import NoSuchRound, Unreadable
from negotrack.formats import dossiers
from negotrack.negotiation import Negotiation
from negotrack.visible import visible, visible_in_json

app = App(
    name="negotrack",
    help="Track positions in negotiations: who stands where, what is agreed, rejected or pending.",
    version=__version__,
)

File = Annotated[str, Parameter(name="FILE", allow_leading_hyphen=True)]


@app.command
def matrix(file: File, /, *, at: str = "", format: Literal["text", "json"] = "text") -> None:  # noqa: A002
    """Show who stands where on what, and what is therefore agreed, rejected or pending.

    Args:
        file: A dossier (TOML or JSON), `-` for standard input, or the name of a bundled dossier.
        at: As of the end of which round: its id, its number (1 is the first, -1 the last), a date, or `start`.
            Default: the last.
        format: For people (text) or for machines (json).
    """
    talks = _read(file)
    state = talks.at(_round(at)) if at else talks.now
    if format == "json":
        import json  # noqa: PLC0415 - a text needs none

        from negotrack.formats import documents  # noqa: PLC0415 - a text needs none

        print(visible_in_json(json.dumps(documents.matrix(state), ensure_ascii=False, indent=1)))
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
    arguments = sys.argv[1:]
    if not arguments or not {"-h", "--help"}.isdisjoint(arguments):
        app.help_formatter = "plain"  # set for help alone, since loading it takes a while
    try:
        app(arguments, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        return _fail(f"{visible(str(error))}\nSee `negotrack --help`.")
    except Unreadable as error:
        from negotrack.views.findings import blocks  # noqa: PLC0415 - wanted for an error only

        return _fail("\n\n".join(blocks(error.findings, error.origin)))
    except (NoSuchRound, BadDate) as error:
        return _fail(str(error))
    except BrokenPipeError:
        # Whoever read the output has enough of it, as `head` does; nothing more can be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _round(text: str) -> str | int | date:
    """Give the round that an argument names: ids begin with a letter, numbers and dates do not."""
    if re.fullmatch("-?[0-9]{1,9}", text):
        return int(text)
    return When(text).latest if text[:1].isdigit() else text


def _read(file: str) -> Negotiation:
    if file == "-":
        return dossiers.load_bytes(sys.stdin.buffer.read(), file="<stdin>")
    if file in bundled.names() and not Path(file).exists():
        return dossiers.seed(file)
    return dossiers.load(file)
