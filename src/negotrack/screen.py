"""How does a view reach the screen, a pipe or a file?"""

import os
import shutil
import sys
from collections.abc import Iterable
from os.path import isdir
from pathlib import Path
from typing import Annotated, Literal, TextIO

from attrs import frozen
from cyclopts import Parameter

from negotrack.visible import visible, visible_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.views.theme import Glyphs
    from negotrack.views.view import View


_LEAST = 20
"""In fewer columns no table and no sentence can be read."""


def _is_enough(_: object, width: int | None) -> None:
    if width is not None and width < _LEAST:
        raise ValueError(f"a layout needs at least {_LEAST} columns")


@frozen
class Look:
    """How it is to look, as far as the command was told."""

    color: Annotated[Literal["auto", "always", "never"], Parameter(help="Whether there is colour.")] = "auto"
    width: Annotated[int | None, Parameter(help="Lay it out for so many columns.", validator=_is_enough)] = (
        None
    )
    ascii: Annotated[bool, Parameter(help="Draw with ASCII; names stay as they are.", negative=())] = False


def show_view(view: "View", look: Look) -> None:
    """Print a view on standard output: to fit a terminal, and as wide as it likes anywhere else.

    Colour goes to terminals, unless it is asked for or against; there the settings of the environment that rich knows
    (`NO_COLOR`, `TERM`) apply. The characters are the same with and without it.
    """
    from negotrack.views.lines import plain  # noqa: PLC0415 - JSON needs no view

    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    width = look.width or (max(1, shutil.get_terminal_size().columns) if is_terminal else None)
    lines = view.lines(width, glyphs_of(look, is_ascii=_is_ascii_only()))
    if look.color == "always" or (look.color == "auto" and is_terminal):
        from negotrack.views.paint import show_painted  # noqa: PLC0415 - plain text needs no paint, which is slow to load

        show_painted(lines, is_forced=look.color == "always")
    else:
        for line in lines:
            print(plain(line))


def glyphs_of(look: Look, *, is_ascii: bool = False) -> "Glyphs":
    """Give what a view is drawn with: with ASCII where that is asked for, or where nothing else will do."""
    from negotrack.views.theme import ASCII, UNICODE  # noqa: PLC0415 - JSON needs no view

    return ASCII if look.ascii or is_ascii else UNICODE


def _is_ascii_only() -> bool:
    """Tell whether the output takes nothing but ASCII: by its encoding, or by the kind of the terminal."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        _GLYPHS.encode(encoding)
    except UnicodeEncodeError:
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") in {"linux", "dumb"}


_GLYPHS = "»«✓│"


def say(lines: Iterable[str]) -> None:
    """Print what is no data on standard error; where that is closed or nobody reads it, nowhere."""
    try:
        if sys.stderr:
            for line in lines:
                print(line, file=sys.stderr, flush=True)
    except OSError:
        write_no_more(sys.stderr)


def write_no_more(stream: TextIO) -> None:
    """Let what is still to be written to a stream go nowhere, so that the end of the process does not fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_markup(document: str) -> None:
    """Print a document that says of itself that it is UTF-8; where the output is not, with references."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    is_narrow = not encoding.lower().startswith("utf")
    print(document.encode("ascii", "xmlcharrefreplace").decode() if is_narrow else document, end="")


class NotWritten(Exception):
    """A file could not be written; what was there is as it was."""


def write_page(document: str, path: Path | None) -> None:
    """Write a page whole or not at all, and say so to whoever sits at a terminal; None: on standard output.

    It is always UTF-8: references in the place of letters would change its script and its data.

    Raises:
        NotWritten: the file cannot be written.
    """
    if path is None:
        if sys.stdout is not None:
            sys.stdout.buffer.write(document.encode())
        return
    from negotrack.formats.atomic import write_whole  # noqa: PLC0415 - nothing else is written into a file

    try:
        write_whole(path, document)
    except OSError as error:
        is_lost = isinstance(error, FileNotFoundError) and not isdir(path.parent)  # noqa: PTH112 - that of a path may raise
        reason = f"there is no folder `{visible(str(path.parent))}`" if is_lost else error.strerror
        raise NotWritten(f"{visible(str(path))} cannot be written: {reason}") from error
    if sys.stderr is not None and sys.stderr.isatty():
        say([f"Wrote {visible(str(path))}, {max(1, len(document.encode()) // 1000)} kB."])


def print_json(document: object) -> None:
    """Print a document as JSON; where the output takes ASCII or the like, with escapes."""
    import json  # noqa: PLC0415 - a text needs none

    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    is_narrow = not encoding.lower().startswith("utf")
    print(visible_in_json(json.dumps(document, ensure_ascii=is_narrow, indent=1)))
