"""What does the command do? Parse, call one function, show one view, choose the exit code."""

import os
import sys
from io import TextIOWrapper
from typing import Annotated, Literal, TextIO

from cyclopts import App, CycloptsError, Parameter

from negotrack import __version__, arguments
from negotrack.arguments import several
from negotrack.dates import BadDate
from negotrack.errors import NoSuch, Unreadable
from negotrack.screen import Look, print_json, show_view
from negotrack.subjects import Ambiguous, Kind
from negotrack.visible import visible

app = App(
    name="negotrack",
    help="Track positions in negotiations: who stands where, and what is agreed.",
    version=f"negotrack {__version__}",
    suppress_keyboard_interrupt=False,
    default_parameter=Parameter(show_default=False, negative=()),
)

File = Annotated[
    str, Parameter(name="FILE", help="A dossier, - for standard input, or a bundled one by name.")
]
At = Annotated[str | None, Parameter(help="A round: its id, its number (-1 is the last), a date, or start.")]
Several = tuple[str, ...]
Style = Annotated[Look, Parameter(name="*")]
_PLAIN = Look()


class Misuse(ValueError):
    """Options that do not go together."""


@app.command(sort_key=1)
def matrix(
    file: File,
    /,
    *,
    at: At = None,
    party: Several = (),
    demand: Several = (),
    tag: Several = (),
    outcome: tuple[Literal["agreed", "rejected", "pending", "withdrawn", "unraised"], ...] = (),
    transpose: bool = False,
    list: bool = False,  # noqa: A002 - the name of the option
    format: Literal["text", "json", "csv", "markdown"] = "text",  # noqa: A002 - likewise
    look: Style = _PLAIN,
) -> None:
    """Show who stands where, and what is agreed, rejected or pending.

    Args:
        party: Only these parties; several times, or with commas.
        demand: Only these demands and their parts, by id or by number.
        tag: Only demands with one of these tags.
        outcome: Only demands with one of these outcomes.
        transpose: Give the parties the rows and the demands the columns.
        list: Tell it in sentences: for screen readers, narrow windows and mail.
        format: For people (text), for machines (json, csv: the long table), or for a document (markdown).
    """
    state = arguments.state(arguments.dossier(file), at)
    if transpose and list:
        raise Misuse("`--transpose` is for the table, not for `--list`")
    chosen: dict[str, object] = {"--party": party, "--demand": demand, "--tag": tag, "--outcome": outcome}
    table: dict[str, object] = {"--transpose": transpose, "--list": list}
    if format == "json":
        _refuse(chosen | table, "`--format json` holds everything")
        from negotrack.formats import documents  # noqa: PLC0415 - a text needs none

        print_json(documents.matrix(state))
        return
    from negotrack.views.matrix import Matrix  # noqa: PLC0415 - JSON needs none

    view = Matrix(
        state,
        parties=several(party),
        demands=[arguments.demand(one, state) for one in several(demand)],
        tags=[arguments.unmasked(one) for one in tag],
        outcomes=outcome,
        is_transposed=transpose,
        is_list=list,
    )
    if format == "text":
        show_view(view, look)
        return
    _refuse(table, f"`--format {format}` has one form")
    if format == "csv":
        from negotrack.formats.tables import csv_text  # noqa: PLC0415 - a text needs none

        parties = view.parties or [party.id for party in state.parties]
        print(csv_text(state, parties, [entry.demand.id for entry in view.selection.entries]), end="")
    else:
        from negotrack.views.markdown import markdown  # noqa: PLC0415 - a text needs none

        print(markdown(view), end="")


@app.command(sort_key=2)
def report(
    file: File,
    /,
    *,
    at: At = None,
    format: Literal["text", "json"] = "text",  # noqa: A002 - the name of the option
    look: Style = _PLAIN,
) -> None:
    """Show a page to send: positions, outcomes with their reasons, the package, who is waited for.

    Args:
        format: For people (text) or for machines (json).
    """
    talks = arguments.dossier(file)
    state = arguments.state(talks, at)
    if format == "json":
        from negotrack.formats import documents  # noqa: PLC0415 - a text needs none

        print_json(documents.report(talks, state))
    else:
        from negotrack.views.report import Report  # noqa: PLC0415 - JSON needs none

        show_view(Report(talks, state), look)


@app.command(sort_key=3)
def show(
    file: File,
    id: Annotated[str, Parameter(name="ID")],  # noqa: A002 - the name of the argument
    /,
    *,
    at: At = None,
    format: Literal["text", "json"] = "text",  # noqa: A002 - the name of the option
    look: Style = _PLAIN,
) -> None:
    """Show the whole story of one party, demand, round or source, with its evidence.

    Args:
        id: Its id, or the number of a demand; party:eu where several share an id.
        format: For people (text) or for machines (json).
    """
    talks = arguments.dossier(file)
    state, subject = arguments.state(talks, at), arguments.subject(id, talks)
    if subject.kind is Kind.ROUND:
        _refuse({"--at": at}, "a round is told as of itself")
    if format == "json":
        from negotrack.formats import stories  # noqa: PLC0415 - a text needs none

        print_json(stories.story(talks, state, subject))
    else:
        from negotrack.views.story import told  # noqa: PLC0415 - JSON needs none

        show_view(told(talks, state, subject), look)


@app.command(sort_key=8)
def schema() -> None:
    """Print the JSON Schema of the dossier file, for editors."""
    from negotrack.formats.schema import schema as made  # noqa: PLC0415 - nothing else needs it

    print_json(made())


@app.command(sort_key=9)
def completion(shell: Literal["bash", "zsh", "fish"], /) -> None:
    """Print the script by which a shell completes the command.

    Args:
        shell: The shell that it is for.
    """
    script = app.generate_completion(prog_name="negotrack", shell=shell)
    print(
        script.replace("complete -F", "complete -o default -F")
    )  # in bash files are completed only if asked for


def _refuse(options: dict[str, object], reason: str) -> None:
    """Refuse options that would have no effect."""
    for option, value in options.items():
        if value:
            raise Misuse(f"`{option}` has no effect there: {reason}")


def main() -> int:
    """Run the command with the arguments of the process, and give its exit status.

    0: done; 2: could not run. What was asked for goes to standard output, everything else to standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    problem = _problem(arguments.masked(sys.argv[1:]))
    if problem is None:
        return 0
    try:
        print(problem, file=sys.stderr, flush=True)
    except OSError:
        _write_no_more(sys.stderr)
    return 2


def _problem(given: list[str]) -> str | None:
    """Run the command, and say what kept it from running, if anything did."""
    if not given or not {"-h", "--help"}.isdisjoint(given):
        app.help_formatter = "plain"  # set for help alone, since loading it takes a while
    try:
        app(given, exit_on_error=False, print_error=False, result_action="return_value")
        if sys.stdout:
            sys.stdout.flush()
    except CycloptsError as error:
        return f"{visible(arguments.unmasked(str(error)))}\nSee `negotrack --help`."
    except Unreadable as error:
        from negotrack.views.findings import blocks  # noqa: PLC0415 - wanted for an error only

        return "\n\n".join(blocks(error.findings, error.origin))
    except (NoSuch, Ambiguous, BadDate, Misuse) as error:
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
