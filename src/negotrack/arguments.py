"""What does an argument of the command name: which dossier, which round, which demands?"""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os.path import isdir
from pathlib import Path

from negotrack import bundled
from negotrack.dates import When
from negotrack.errors import NoSuchDemand, Unreadable
from negotrack.formats import dossiers
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.subjects import Kind, Subject
from negotrack.subjects import subject as named
from negotrack.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.checked import CheckedFile
    from negotrack.diffs import Diff
    from negotrack.rules.rule import Rule


class Misuse(ValueError):
    """Arguments that do not go together, or name nothing to work on."""


def refuse(options: Mapping[str, object], reason: str) -> None:
    """Refuse options that are given and would have no effect.

    Raises:
        Misuse: one is given.
    """
    for option, value in options.items():
        if value:
            raise Misuse(f"`{option}` has no effect there: {reason}")


STDIN = "\0-"
"""What stands for `-`, which by itself would look like an option; no file has such a name."""


def masked(arguments: Iterable[str]) -> list[str]:
    """Give the arguments of the process with what stands for `-` in its place."""
    return [STDIN if argument == "-" else argument for argument in arguments]


def unmasked(text: str) -> str:
    """Give what was written, `-` included."""
    return text.replace(STDIN, "-").replace(repr(STDIN)[1:-1], "-")


def dossier(file: str) -> Negotiation:
    """Read the dossier that an argument names: a path, `-` for standard input, or a bundled one by its name.

    Raises:
        Unreadable: it cannot be read, or standard input is closed.
    """
    if file == STDIN:
        return dossiers.load_from(_stdin, file="<stdin>")
    return dossiers.load(_path(file))


def page(file: str | None) -> Path | None:
    """Give the file of a page that an argument names; None: it goes to standard output.

    Raises:
        Misuse: it is not called as a page is, but for example as a dossier, which is not to be written over; or it
            would go to a terminal.
    """
    if file is None:
        if sys.stdout is not None and sys.stdout.isatty():
            raise Misuse("a page is for a browser, not for a terminal: write it with `-o talks.html`")
        return None
    path = Path(unmasked(file))
    if path.suffix.lower() not in {".html", ".htm"}:
        raise Misuse(f"`{visible(str(path))}` is no name of a page: let it end in .html")
    return path


def dossiers_of(one: str, other: str) -> tuple[Negotiation, Negotiation]:
    """Read the two dossiers that arguments name.

    Raises:
        Misuse: both are standard input, which can be read once.
        Unreadable: one of them cannot be read.
    """
    if one == other == STDIN:
        raise Misuse("standard input can be read once; name a file for the other record")
    return dossier(one), dossier(other)


def _path(file: str) -> str:
    """Give the path of the file that an argument names; a file goes before a bundled dossier of its name."""
    is_bundled = file in bundled.names() and not Path(file).is_file()
    return str(bundled.path(file)) if is_bundled else file


def checked(
    files: Iterable[str],
    *,
    select: Iterable[str],
    ignore: Iterable[str],
    strict: bool,
    rules: Sequence["Rule"],
) -> "list[CheckedFile]":
    """Check the dossiers that arguments name, and those in the folders that they name, each once, by name of the file.

    Raises:
        Misuse: nothing is named, or a folder without dossiers.
        NoSuchRule: there is no rule of a name.
        DuplicateId: two rules have one code.
        RuleFailed: a rule raised an exception.
    """
    from negotrack.checked import of_no_dossier, of_text  # noqa: PLC0415 - other commands check nothing
    from negotrack.checking import check, codes, declared  # noqa: PLC0415
    from negotrack.folders import texts_beside  # noqa: PLC0415

    for words in (select, ignore):
        codes(words, declared(rules))
    found: dict[str, CheckedFile] = {}
    for file in _files(files):
        path = _path(file)
        path = os.path.realpath(path) if os.path.exists(path) else path  # noqa: PTH110 - unlike that of a path it never raises
        if path in found:
            continue
        try:
            talks = dossier(file)
        except Unreadable as error:
            found[path] = of_no_dossier(error)
        else:
            read = texts_beside(Path(talks.origin.file if talks.origin else file))
            findings = check(talks, rules=rules, select=select, ignore=ignore, strict=strict, read=read)
            found[path] = of_text(talks, findings)
    return sorted(found.values(), key=lambda one: one.origin.file)


def _files(given: Iterable[str]) -> Iterator[str]:
    """Give the files that arguments name: a folder stands for the dossiers in it."""
    from negotrack.folders import dossiers_in  # noqa: PLC0415 - other commands take no folders

    names = list(given)
    if not names:
        raise Misuse("name the dossiers to check, or a folder that holds some")
    for name in names:
        if isdir(name):  # noqa: PTH112 - unlike that of a path it never raises
            paths = dossiers_in(Path(name))
            if not paths:
                raise Misuse(
                    f"no dossier in the folder {visible(name)}: no .toml or .json file with a `rounds` key"
                )
            yield from map(_harmless, map(str, paths))
        else:
            yield _harmless(name)


def _harmless(name: str) -> str:
    """Give the name of a file so that no line of output that begins with it is a command to a continuous check."""
    return f"./{name}" if name.startswith((":", "#")) else name


def state(talks: Negotiation, at: str | None) -> State:
    """Give the state as of the round that an argument names; without one, as of the last.

    Raises:
        NoSuchRound: there is no such round.
        BadDate: it begins like a date or a number, and is none.
    """
    return talks.now if at is None else talks.at(_round(unmasked(at), talks))


def diff(talks: Negotiation, before: str | None, after: str | None) -> "Diff":
    """Give the diff of the rounds that arguments name; without them, of the last and the one before it.

    Raises:
        NoSuchRound: there is no such round.
        BadDate: one begins like a date or a number, and is none.
    """
    if before is None:
        return talks.diff()
    from negotrack.diffs import Diff  # noqa: PLC0415 - other commands compare nothing

    return Diff(state(talks, before), state(talks, after))


def round_(text: str | None, talks: Negotiation) -> str | int | date | None:
    """Give the round that an argument names to begin with: of a year or a month, the first day; None: it names none.

    Raises:
        BadDate: it begins like a date or a number, and is none.
    """
    return None if text is None else _round(unmasked(text), talks, is_start=True)


def _round(text: str, talks: Negotiation, *, is_start: bool = False) -> str | int | date:
    """Give the round that a text names: ids begin with a letter, numbers and dates do not; `4th` is none of these."""
    is_number = re.fullmatch("-?[0-9]{1,9}", text)
    if is_number and not (re.fullmatch("[0-9]{4}", text) and int(text) > len(talks.rounds)):
        return int(text)
    if not text[:1].isdigit() or re.match("[0-9]+[A-Za-z]", text):
        return text
    return When(text).earliest if is_start else When(text).latest


def several(texts: Iterable[str]) -> list[str]:
    """Give what an option lists that may be given several times, or once with commas.

    Examples:
        >>> several(["armenia,russia", "azerbaijan"])
        ['armenia', 'russia', 'azerbaijan']
    """
    return [part.strip() for text in texts for part in unmasked(text).split(",")]


def demand(text: str, state: State) -> str:
    """Give the id of the demand that a text names: by its id, or by its number as the views show it.

    Raises:
        NoSuchDemand: no demand has this number.
    """
    if not text[:1].isdigit():
        return text
    for id_, number in state.numbers.items():
        if number == text:
            return id_
    raise NoSuchDemand(text, state.numbers.values())


def subject(text: str, talks: Negotiation) -> Subject:
    """Give what a text names: by its id, as `party:eu`, a demand by its number, a round as `round:-1`.

    Raises:
        NoSuch: nothing is called so.
        Ambiguous: several things are.
        BadDate: it is `round:` with what begins like a date or a number, and is none.
    """
    text = unmasked(text)
    kind, _, rest = text.partition(":")
    if kind == Kind.ROUND and (number := talks.round_number(_round(rest, talks))):
        return Subject(Kind.ROUND, talks.rounds[number - 1].id)
    if text[:1].isdigit():
        kind, rest = Kind.DEMAND, text
    return named(talks, f"{kind}:{demand(rest, talks.now)}" if kind == Kind.DEMAND else text)


def _stdin() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read()
