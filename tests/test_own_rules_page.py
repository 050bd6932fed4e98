"""The page on rules of one's own: its files are saved, and what it does with them is done."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import negotrack as nt
from pages import ROOT, blocks, commands, consoles, is_shown, save_files, session

PAGE = "docs/own-rules.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder with the files of the page, in which Python runs, and Hypothesis as it does in CI."""
    save_files(PAGE, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:randomly")
    monkeypatch.setenv("CI", "true")
    yield tmp_path
    sys.modules.pop("my_rules", None)


def test_page_has_the_files_that_it_speaks_of() -> None:
    """The page shows the rule, a dossier, and the tests of the rule."""
    assert [block.file for block in blocks(PAGE) if block.file] == [
        "my_rules.py",
        "talks.toml",
        "test_my_rules.py",
    ]


def test_commands_print_what_the_page_shows(folder: Path) -> None:
    """The rule finds on the command line what the page shows, and its own tests pass."""
    assert is_shown(consoles(PAGE), session(PAGE, folder))
    assert len(commands(PAGE)) == 2


def test_python_gives_what_the_page_shows(folder: Path) -> None:
    """The rule finds in Python what the page shows."""
    parsers = [PythonCodeBlockParser(doctest_optionflags=0)]
    found = list(Sybil(parsers=parsers, patterns=["*.md"]).parse(ROOT / PAGE).examples())
    for example in found:
        example.evaluate()
    lines = sum(block.text.count(">>> ") for block in blocks(PAGE) if block.kind == "python")
    files = sum(block.file.endswith(".py") for block in blocks(PAGE))
    assert len(found) == lines + files


@pytest.mark.usefixtures("folder")
def test_rule_has_all_headings() -> None:
    """The rule to be imitated says of itself all that a rule can say, and is no rule that negotrack has."""
    for rule in import_module("my_rules").RULES:
        assert isinstance(rule, nt.Rule)
        told = rule.help
        assert all((told.summary, told.why, told.fails, told.passes, told.fix, told.source))
        assert rule.code not in {known.code for known in nt.RULES}
