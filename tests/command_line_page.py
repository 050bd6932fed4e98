"""The page on which every command stands with its arguments and options: `docs/reference/command-line.md`."""

from __future__ import annotations

from unittest.mock import patch

from command import ROOT
from negotrack.commands import app

PAGE = ROOT / "docs" / "reference" / "command-line.md"
_INTRODUCTION = """\
# All commands and options

Every command with all that it takes. This page is made of the command line itself, as `negotrack COMMAND --help` shows
it; how to read what the commands print stands in [the commands](../commands.md).
"""


def page() -> str:
    """Give the page: what the help tells of each command, without its lists of commands and headings."""
    with patch("sys.argv", ["negotrack"]):  # its name, where tests are started as `python -m pytest`
        told = app.generate_docs()
    return _INTRODUCTION + told[told.index("\n## negotrack ") :].rstrip() + "\n"
