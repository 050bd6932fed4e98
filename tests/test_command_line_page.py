"""Is the page of the command line as the command line is, word for word?"""

from __future__ import annotations

import pytest

from command import ROOT
from command_line import COMMANDS, options
from command_line_page import PAGE, page


def test_page_of_the_command_line_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """The page holds every command with all that it takes, byte for byte.

    `pytest tests/test_command_line_page.py --rewrite-golden` writes it anew.
    """
    if request.config.getoption("--rewrite-golden"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("command", COMMANDS)
def test_section_of_a_command_has_all_its_options(command: str) -> None:
    """Whatever a command takes is found under its name."""
    section = page().partition(f"\n## negotrack {command}\n")[2].partition("\n## ")[0]
    assert [one.name for one in options(command) if f"* `{one.name}" not in section] == []


def test_page_is_linked_from_the_commands() -> None:
    """Whoever reads about the commands finds all that they take."""
    assert "(reference/command-line.md)" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
