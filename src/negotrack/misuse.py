"""What was probably meant by arguments with which a command cannot run?"""

import shlex
from collections.abc import Sequence
from inspect import signature
from itertools import pairwise
from os.path import isfile
from pathlib import Path

from attrs import evolve
from cyclopts import CycloptsError, UnknownOptionError, UnusedCliTokensError

from negotrack import bundled
from negotrack.arguments import unmasked
from negotrack.commands import app
from negotrack.errors import NoSuchRound, Unreadable
from negotrack.ids import is_id
from negotrack.nearest import nearest
from negotrack.visible import visible

_OF_ONE_FILE = frozenset({"matrix", "report", "page", "show", "diff", "log", "ledger"})
_ROUND_WORDS = frozenset({"at", "since", "round", "from", "after", "until"})
_FORMATS = {".html": "html", ".md": "markdown", ".csv": "csv", ".json": "json", ".svg": "svg"}
_ROUND_OPTIONS = ("at", "since")


def told(error: Exception, given: Sequence[str]) -> str:
    """Say what kept the command from running, and what was probably meant.

    Args:
        error: what was raised.
        given: the command and its arguments.
    """
    match error:
        case CycloptsError():
            command = f"{given[0]} " if given and given[0] in app else ""
            return f"{visible(unmasked(_refused(error, given)))}\nSee `negotrack {command}--help`."
        case Unreadable():
            from negotrack.views.findings import messages  # noqa: PLC0415 - wanted for this error only

            hint = _file_first(given) if isinstance(error.__cause__, OSError) else ""
            findings = [evolve(one, hint=hint or one.hint) for one in error.findings]
            return "\n\n".join(messages(findings, error.origin))
        case NoSuchRound(wanted=wanted) if given[0] == "diff" and _is_file(wanted):
            return f"no round `{visible(wanted)}`; {_records(given[1], wanted)}"
        case _:
            return str(error)


def _refused(error: CycloptsError, given: Sequence[str]) -> str:
    """Say what the parser refuses, with what was meant."""
    match error:
        case UnusedCliTokensError():
            return "; ".join(filter(None, [_too_many(error), _cure(error, given)]))
        case UnknownOptionError(token=token):
            option = token.keyword or token.value
            return " ".join(filter(None, [f"Unknown option: {option}.", _option(option, error, given)]))
        case _:
            return str(error)


def _file_first(given: Sequence[str]) -> str:
    """Say how a file is named that stands behind another argument, where the first names none; else nothing."""
    command, *others = given
    file = next((one for one in others if _is_file(one)), "")
    if command not in _OF_ONE_FILE or not file:
        return ""
    return f"the file comes first: {_line(command, file, *(one for one in others if one != file))}"


def _too_many(error: UnusedCliTokensError) -> str:
    return f"too many arguments: {', '.join(f'`{token}`' for token in error.unused_tokens or ())}"


def _cure(error: UnusedCliTokensError, given: Sequence[str]) -> str:
    """Say how arguments are given that are too many: a file, the name of something, or a round."""
    unused, (command, first, *_) = list(error.unused_tokens or ()), given
    parameters = signature(error.target).parameters if error.target else {}
    rounds = next((f"--{name}" for name in _ROUND_OPTIONS if name in parameters), "")
    if command in _OF_ONE_FILE and _is_file(unused[-1]):
        if _is_file(first):
            return _records(first, unused[-1])
        return f"the file comes first: {_line(command, unused[-1], *([rounds, first] if rounds else []))}"
    cures = []
    if rounds and len(unused) == 1 and (command != "show" or _may_name_a_round(unused[0])):
        cures.append(f"for a round: {rounds} {unused[0]}")
    if command == "show" and not unused[0][:1].isdigit():
        name = " ".join([given[2], *unused])
        cures.append(f"a name of several words stands in quotation marks: {shlex.quote(name)}")
    return "; ".join(cures)


def _may_name_a_round(word: str) -> bool:
    return is_id(word) or not word[:1].isalpha()


def _option(option: str, error: UnknownOptionError, given: Sequence[str]) -> str:
    """Say which option was meant by one that a command does not have."""
    word = option.lstrip("-")
    taken = error.argument_collection
    names = [name[2:] for one in taken for name in one.names if name.startswith("--")]
    formats = next((one.get_choices() for one in taken if "--format" in one.names), None) or ()
    if word in formats:
        return f"Write `--format {word}`."
    if word in {"o", "output"} and formats:
        return f"It goes to standard output: `{_redirected(option, formats, given)}`."
    if word in _ROUND_WORDS and given[0] == "diff":
        return "The rounds stand behind the file: `negotrack diff FILE BEFORE AFTER`."
    if word in _ROUND_WORDS:
        meant = next((name for name in _ROUND_OPTIONS if name in names), None)
    else:
        meant = nearest(word, names)
    return f"Did you mean --{meant}?" if meant else ""


def _redirected(option: str, formats: Sequence[str], given: Sequence[str]) -> str:
    """Say how the output comes into the file that is named behind an option, in the format of its ending."""
    file = next((name for one, name in pairwise(given) if one == option), "FILE")
    form = _FORMATS.get(Path(file).suffix.lower(), "")
    return (f"--format {form} " if form in formats else "") + f"> {shlex.quote(file)}"


def _records(one: str, other: str) -> str:
    return f"two records are compared by {_line('compare', one, other)}"


def _line(*arguments: str) -> str:
    return visible(unmasked(shlex.join(["negotrack", *arguments])))


def _is_file(name: str) -> bool:
    return isfile(name) or name in bundled.names()  # noqa: PTH113 - unlike that of a path it never raises
