"""The page on testing rules: what it says is done, from an empty folder on, and comes to what it shows."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import negotrack as nt
from negotrack.testing import check_rule
from pages import ROOT, blocks, follow, is_shown

PAGE = "docs/testing-rules.md"

CONFTEST = '''
"""Hypothesis finds the same each time, however slow it is here, and does not look for explanations."""
from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "page",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("page")
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty folder, but for what makes runs alike, in which pytest shows what it shows at a terminal."""
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    monkeypatch.delenv("CI", raising=False)
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)  # which would slow them down
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:randomly")
    monkeypatch.setenv("PIP_NO_INDEX", "true")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    sys.modules.pop("my_rules", None)


def test_page_comes_to_what_it_shows(folder: Path) -> None:
    """Each command prints what stands below it, and in the end the rule is one that it was not at the beginning."""
    found = list(follow(PAGE, folder))
    assert [pair for pair in found if not is_shown(*pair)] == []  # what is shown, and what is printed
    assert len(found) == sum(block.kind == "console" for block in blocks(PAGE)) == 6
    for rule in import_module("my_rules").RULES:
        assert isinstance(rule, nt.Rule)
        check_rule(rule, examples=2)


def test_every_block_is_tried() -> None:
    """A block is a file that is saved, a command that is run, or a console that is compared."""
    assert {block.kind for block in blocks(PAGE) if not block.file} == {"sh", "console"}


def test_page_and_kit_say_that_the_kit_is_provisional() -> None:
    """Whoever builds on the kit is told that its names may change."""
    for text in ((ROOT / PAGE).read_text(encoding="utf-8"), import_module("negotrack.testing").__doc__ or ""):
        assert "provisional: its names may still change between minor versions" in " ".join(text.split())


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\nd\n", "a\nd\n", True),
        ("a\n...\nd\n", "a\nb\nc\n", False),
        ("a...\n", "ab\n", False),
        ("1 passed in 1.23s\n", "1 passed in 65.04s (0:01:05)\n", True),
    ],
)
def test_dots_stand_for_lines(shown: str, printed: str, *, same: bool) -> None:
    """What is left out of an output on a page is whole lines, and how long it took does not count."""
    assert is_shown(shown, printed) is same
