"""The page of the commands names the commands, options and formats that there are, and no others."""

import re

import pytest

from command import ROOT
from command_line import COMMANDS, formats, options

PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
TABLES = {
    "The matrix": "matrix",
    "The report": "report",
    "What moved between two rounds": "diff",
    "The course": "log",
    "The ledger": "ledger",
    "Two records": "compare",
    "Two coders": "agreement",
    "The check": "check",
    "The dossiers that come with it": "seeds",
}
"""The sections with a table of options, and whose options they are."""
GENERAL = {"--at", "--color", "--width", "--ascii"}
"""What has a section of its own, for all commands."""


def section(head: str) -> str:
    """Give the text of a section."""
    return re.split(r"^## ", PAGE.partition(f"\n## {head}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def taken(command: str) -> set[str]:
    """Give the options of a command, and each of its formats but that for people, which nobody need ask for."""
    words = {one.name for one in options(command)} - GENERAL - {"--format"}
    return words | {f"--format {one}" for one in formats(command)[1:]}


def test_every_command_is_listed() -> None:
    """The first table has every command, in the order of the help."""
    assert re.findall(r"^\| `negotrack ([\w-]+)", PAGE, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("head", TABLES)
def test_table_has_the_options_of_its_command(head: str) -> None:
    """Each option and each format has its row, and no row is for what is not there."""
    cells = re.findall(r"^\| (`--.*?) \|", section(head), re.MULTILINE)
    rows = {found for cell in cells for found in re.findall(r"`(--format \w+|--[a-z-]+)", cell)}
    assert rows == taken(TABLES[head])


def test_every_table_is_held() -> None:
    """There is no table of options besides these."""
    assert PAGE.count("| option | does |") == len(TABLES)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_told(command: str) -> None:
    """What a command takes is on the page, in a table or in words."""
    assert {one for one in taken(command) | GENERAL if one not in PAGE} == set()


def test_no_option_is_told_that_is_not_there() -> None:
    """Whatever the page calls an option of ours is one."""
    ours = {one.name for command in COMMANDS for one in options(command)} | {"--help"}
    assert set(re.findall(r"`(--[a-z-]+)", PAGE)) <= ours
