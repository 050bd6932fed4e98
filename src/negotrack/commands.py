"""Which commands are there, and what does each take? It parses, finds, prints, and chooses the exit status."""

import sys
from typing import Annotated, Literal

from cyclopts import App, Parameter

from negotrack import __version__, arguments, results
from negotrack.arguments import Misuse, refuse, several
from negotrack.formats import dossiers
from negotrack.printing import (
    DrawnFormat,
    Format,
    MarkingFormat,
    TabularFormat,
    ToldFormat,
    print_drawn,
    print_marking,
    print_result,
    print_tabular,
    print_told,
)
from negotrack.screen import Look, print_json, say, write_page
from negotrack.subjects import Kind
from negotrack.visible import visible

app: App = App(
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
    list: bool = False,
    format: DrawnFormat = "text",
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
    """
    state = arguments.state(arguments.dossier(file), at)
    if transpose and list:
        raise Misuse("`--transpose` is for the table, not for `--list`")
    chosen = {"--party": party, "--demand": demand, "--tag": tag, "--outcome": outcome}
    form = {"--transpose": transpose, "--list": list}
    if format == "json":
        refuse({**chosen, **form}, "`--format json` holds everything")
    elif format not in {"text", "svg"}:
        refuse(form, f"`--format {format}` has one form")
    print_drawn(
        results.Matrix(
            state,
            parties=several(party),
            demands=[arguments.demand(one, state) for one in several(demand)],
            tags=[arguments.unmasked(one) for one in tag],
            outcomes=outcome,
            is_transposed=transpose,
            is_list=list,
        ),
        format,
        look,
    )


@app.command(sort_key=2)
def report(file: File, /, *, at: At = None, format: ToldFormat = "text", look: Style = _PLAIN) -> None:
    """Show a page to send: positions, outcomes with their reasons, the package, who is waited for."""
    talks = arguments.dossier(file)
    print_told(results.Report(talks, arguments.state(talks, at)), format, look)


@app.command(sort_key=3)
def page(
    file: File,
    /,
    *,
    output: Annotated[
        str | None, Parameter(name=["--output", "-o"], help="The file to write, such as talks.html.")
    ] = None,
) -> None:
    """Write a web page to send: the matrix as of any round, and behind each cell who said what, and where.

    It is whole in one file, fetches nothing, and can be mailed, opened offline and printed.
    """
    target = arguments.page(output)
    talks = arguments.dossier(file)
    from negotrack.web import page as pages  # noqa: PLC0415 - no other command makes one

    write_page(pages.page(talks), target)


@app.command(sort_key=4)
def show(
    file: File,
    id: Annotated[str, Parameter(name="ID")],
    /,
    *,
    at: At = None,
    format: Format = "text",
    look: Style = _PLAIN,
) -> None:
    """Show the whole story of one party, demand, round or source, with its evidence.

    Args:
        id: Its id, or the number of a demand; party:eu where several share an id.
    """
    talks = arguments.dossier(file)
    state, subject = arguments.state(talks, at), arguments.subject(id, talks)
    if subject.kind is Kind.ROUND:
        refuse({"--at": at}, "a round is told as of itself")
    print_result(results.Story(talks, state, subject), format, look)


@app.command(sort_key=5)
def diff(
    file: File,
    before: Annotated[
        str | None, Parameter(name="BEFORE", help="A round; without it, the last but one.")
    ] = None,
    after: Annotated[str | None, Parameter(name="AFTER", help="A round; without it, the last.")] = None,
    /,
    *,
    demand: Several = (),
    sources: bool = False,
    format: TabularFormat = "text",
    look: Style = _PLAIN,
) -> None:
    """Show what moved between two rounds, and who moved it.

    A round is named by its id, its number (-1 is the last) or a date; start is before the first.

    Args:
        demand: Only what became of these demands and their parts, by id or by number.
        sources: Say of each change where it is written.
    """
    talks = arguments.dossier(file)
    found = arguments.diff(talks, before, after)
    if format == "json":
        refuse({"--demand": demand, "--sources": sources}, "`--format json` holds everything")
    if format == "csv":
        refuse({"--demand": demand}, "`--format csv` holds everything")
        refuse({"--sources": sources}, "`--format csv` has the statements")
    chosen = [arguments.demand(one, found.after) for one in several(demand)]
    print_tabular(results.Diff(talks, found, chosen, sources), format, look)


@app.command(sort_key=6)
def log(
    file: File,
    /,
    *,
    party: Several = (),
    demand: Several = (),
    since: Annotated[str | None, Parameter(help="The first round: its id, its number, or a date.")] = None,
    format: DrawnFormat = "text",
    look: Style = _PLAIN,
) -> None:
    """Show the whole course: the counts after each round, what happened in it, and the events between.

    Args:
        party: Only what these parties did; several times, or with commas.
        demand: Only what happened to these demands and their parts, by id or by number.
    """
    talks = arguments.dossier(file)
    demands = [arguments.demand(one, talks.now) for one in several(demand)]
    print_drawn(results.Log(talks, several(party), demands, arguments.round_(since, talks)), format, look)


@app.command(sort_key=7)
def ledger(file: File, /, *, format: TabularFormat = "text", look: Style = _PLAIN) -> None:
    """Show who moved which way over all rounds, and in which rounds moves toward were answered."""
    print_tabular(results.Ledger(arguments.dossier(file)), format, look)


@app.command(sort_key=8)
def compare(
    old: Annotated[
        str, Parameter(name="OLD", help="The older dossier, - for standard input, or a bundled one.")
    ],
    new: Annotated[str, Parameter(name="NEW", help="The newer dossier, likewise.")],
    /,
    *,
    evidence: bool = False,
    exit_code: bool = False,
    format: TabularFormat = "text",
    look: Style = _PLAIN,
) -> int:
    """Show how two records of one negotiation differ: what was added, removed or read otherwise, and what follows.

    A diff tells how the parties moved; this, how the record was changed. Rounds that only the newer record has are
    told as in the log.

    Args:
        evidence: List the readings, too, of which only source, quote, date, note or tags differ.
        exit_code: Exit with 1 where anything differs, and with 0 where nothing does.
    """
    from negotrack.comparison import compare as compared  # noqa: PLC0415 - other commands compare nothing

    found = compared(*arguments.dossiers_of(old, new))
    if format in {"json", "csv"}:
        refuse({"--evidence": evidence}, f"`--format {format}` holds everything")
    print_tabular(results.Comparison(found, evidence), format, look)
    return int(exit_code and bool(found))


@app.command(sort_key=9)
def agreement(
    first: Annotated[str, Parameter(name="FIRST", help="The dossier of one coder.")],
    second: Annotated[str, Parameter(name="SECOND", help="That of another, of the same negotiation.")],
    /,
    *,
    format: TabularFormat = "text",
    look: Style = _PLAIN,
) -> None:
    """Show how far two people agree who coded the same talks: shares, Cohen's kappa, Krippendorff's alpha."""
    from negotrack.codings import agreement as agreed  # noqa: PLC0415 - other commands compare nothing

    print_tabular(
        results.Agreement(agreed(arguments.dossier(first), arguments.dossier(second))), format, look
    )


@app.command(sort_key=10)
def git_diff(
    *given: Annotated[
        str, Parameter(name="GIT", help="What git gives: a path, then files, hashes and modes.")
    ],
) -> None:
    """Be called by git, so that `git diff` shows of dossiers what moved and what was corrected, not lines.

    To set it up: git config diff.negotrack.command "negotrack git-diff --", and in .gitattributes the line
    talks.toml diff=negotrack.
    """
    from negotrack.comparison import compare as compared  # noqa: PLC0415 - other commands compare nothing
    from negotrack.git import NUMBERS, versions  # noqa: PLC0415

    if len(given) not in NUMBERS:
        raise Misuse(
            "`negotrack git-diff` is called by git; to compare two files, use `negotrack compare OLD NEW`"
        )
    found = versions([arguments.unmasked(one) for one in given])
    if isinstance(found, str):
        print(found)
        return
    for text in found.heading():
        print(visible(text))
    print_tabular(results.Comparison(compared(found.old, found.new), evidence=True), "text", _PLAIN)


@app.command(sort_key=11)
def check(
    *files: Annotated[
        str,
        Parameter(
            name="FILE",
            help="Dossiers, - for standard input, bundled ones by name, or folders that hold some.",
        ),
    ],
    select: Several = (),
    ignore: Several = (),
    strict: bool = False,
    fail_on: Literal["error", "warning", "info"] = "warning",
    rules: Several = (),
    format: MarkingFormat = "text",
    look: Style = _PLAIN,
) -> int:
    """Find what cannot be right in dossiers, or may mislead.

    Without findings nothing is printed. The exit status is 1 where something is found that is as bad as --fail-on
    says, and 2 where a file is no dossier.

    Args:
        select: Only these rules: by code, by the start of one (NT2) or by name; several times, or with commas.
        ignore: Not these rules.
        strict: Apply the strict rules as well: missing sources, disputed accounts, stale positions.
        fail_on: From which severity on the exit status is 1.
        rules: A Python module with rules of your own, by name or by file. It is run.
    """
    from negotrack import checked  # noqa: PLC0415 - other commands check nothing
    from negotrack.own_rules import own_rules  # noqa: PLC0415

    own = own_rules(several(rules))
    found = arguments.checked(files, select=several(select), ignore=several(ignore), strict=strict, rules=own)
    print_marking(results.Check(found), format, look)
    if format != "json":
        say(checked.remarks(found, with_counts=sys.stderr is not None and sys.stderr.isatty()))
    return checked.status(found, fail_on)


@app.command(sort_key=12)
def explain(
    *rule: Annotated[
        str, Parameter(name="RULE", help="Rules by code, start of a code (NT2) or name; all if none.")
    ],
    rules: Several = (),
    format: Format = "text",
    look: Style = _PLAIN,
) -> None:
    """Explain rules: what they find, why that matters, how to put it right.

    Each comes with an example. Without a rule all are listed, a line each.

    Args:
        rules: A Python module with rules of your own, by name or by file. It is run.
    """
    from negotrack.checking import codes, declared  # noqa: PLC0415 - other commands check nothing
    from negotrack.own_rules import own_rules  # noqa: PLC0415

    known = declared(own_rules(several(rules)))
    wanted = codes(several(rule), known)
    chosen = [one for one in known if one.code in wanted or not wanted]
    print_result(results.Explanation(chosen, is_full=bool(wanted)), format, look)


@app.command(sort_key=13)
def seeds(*, format: TabularFormat = "text", look: Style = _PLAIN) -> None:
    """List the bundled dossiers, whose names every command takes."""
    print_tabular(results.Seeds({name: dossiers.seed(name) for name in dossiers.seeds()}), format, look)


@app.command(sort_key=14)
def schema() -> None:
    """Print the JSON Schema of the dossier file, for editors."""
    from negotrack.formats.schema import schema as made  # noqa: PLC0415 - nothing else needs it

    print_json(made())


@app.command(sort_key=15)
def completion(shell: Literal["bash", "zsh", "fish"], /) -> None:
    """Print the script by which a shell completes the command.

    Args:
        shell: The shell that it is for.
    """
    script = app.generate_completion(prog_name="negotrack", shell=shell)
    print(
        script.replace("complete -F", "complete -o default -F")
    )  # in bash files are completed only if asked for
