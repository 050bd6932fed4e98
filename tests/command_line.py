"""Which commands are there, and what does each take? Read off the command line itself, so that none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cyclopts import App, Argument

from negotrack.commands import app


def _commands(above: App, path: tuple[str, ...] = ()) -> Iterator[tuple[str, App]]:
    """Give every command that the command line has, with its path."""
    for name in above:
        if not name.startswith("-"):
            found = above[name]
            if found.default_command:
                yield " ".join((*path, name)), found
            yield from _commands(found, (*path, name))


COMMANDS = dict(_commands(app))


def arguments(command: str) -> list[Argument]:
    """Give the arguments and options of a command; those that are kept together singly."""
    found = COMMANDS[command].assemble_argument_collection(default_parameter=app.default_parameter)
    return [one for one in found if not one.children]


def options(command: str) -> list[Argument]:
    """Give the options of a command."""
    return [one for one in arguments(command) if one.name.startswith("--")]


def formats(command: str) -> Sequence[str]:
    """Give the formats of a command, that for people first; none where it has no choice."""
    found = (one.get_choices(force=True) for one in arguments(command) if one.name == "--format")
    return next(found, None) or ()


def is_flag(argument: Argument) -> bool:
    """Tell whether an option takes no value."""
    takes, _ = argument.token_count()
    return int(takes) == 0


READING = [name for name in COMMANDS if any(one.name in {"FILE", "OLD", "FIRST"} for one in arguments(name))]
"""The commands that read a dossier, or two."""
CHECKING = [name for name in READING if any(one.name == "--fail-on" for one in arguments(name))]
"""Those that print what is wrong with it as data, and say by the status whether something is."""
LAID_OUT = [name for name in READING if any(one.name == "--width" for one in arguments(name))]
"""Those that print for people, in lines."""
