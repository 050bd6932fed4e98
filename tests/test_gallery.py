"""Is the page of the rules as the rules are, word for word?"""

from __future__ import annotations

import pytest

import negotrack as nt
from command import ROOT
from gallery import PAGE, page, printed
from negotrack.rules.rule import BuiltIn, Rule


def test_page_of_the_rules_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """The page holds every rule, with a broken file and what is printed of it, byte for byte.

    `pytest tests/test_gallery.py --rewrite-golden` writes it anew.
    """
    if request.config.getoption("--rewrite-golden"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", nt.RULES, ids=lambda rule: rule.code)
def test_what_is_printed_begins_with_the_code(rule: BuiltIn | Rule) -> None:
    """Of the file that breaks a rule one finding is printed, of that rule."""
    first, *rest = printed(rule).splitlines()
    assert f"{rule.severity}[{rule.code}]" in first
    assert not [line for line in rest if "[NT" in line]


@pytest.mark.parametrize("rule", nt.RULES, ids=lambda rule: rule.code)
def test_no_line_that_can_be_wrapped_is_wider_than_the_window(rule: BuiltIn | Rule) -> None:
    """Notes, hints and excerpts fit into 80 columns; only the first line may be wider."""
    assert [line for line in printed(rule).splitlines()[1:] if len(line) > 80] == []


def test_page_is_linked_from_the_commands() -> None:
    """Whoever reads of `check` finds the rules."""
    assert "(rules.md)" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
