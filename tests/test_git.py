"""In a real repository, `git diff` shows of a dossier what was corrected and what moved."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from negotrack.git import versions

TALKS = """
title = "Pay talks"
[parties]
union = "Union"
employer = "Employer"
[demands]
pay = "4% from April"
[[rounds]]
id = "march"
date = 2026-03-02
statements = ["union proposes pay", "employer rejects pay"]
"""
APRIL = """
[[rounds]]
id = "april"
date = 2026-04-07
statements = ["employer accepts pay"]
"""


class Repository:
    """A repository that is set up as the page says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q")
        (folder / ".gitattributes").write_text("talks.toml diff=negotrack\n", encoding="utf-8")
        command = f"{shlex.quote(sys.executable)} -m negotrack git-diff --"
        self.git("config", "diff.negotrack.command", command)

    def git(self, *arguments: str) -> str:
        """Run git, and give what it prints."""
        names = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
        own = {"GIT_CONFIG_GLOBAL": os.devnull, **{f"GIT_{name}": "nobody" for name in names}}
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git there is
            cwd=self.folder,
            env={**os.environ, **own},
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout + done.stderr

    def commit(self, text: str) -> None:
        """Commit the dossier."""
        (self.folder / "talks.toml").write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-qm", "Record")

    def diff(self, text: str) -> list[str]:
        """Change the dossier, and give what `git diff` then shows."""
        (self.folder / "talks.toml").write_text(text, encoding="utf-8")
        return self.git("diff").splitlines()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Give a repository with a dossier in it."""
    found = Repository(tmp_path)
    found.commit(TALKS)
    return found


def test_correction_is_told_as_one(repository: Repository) -> None:
    """A statement read otherwise is told with what follows from it, not as a line."""
    shown = repository.diff(TALKS.replace("employer rejects", "employer reserves"))
    assert "  re-read: Employer on 1 4% from April: rejects → reserves (stance)" in shown
    assert "  1 4% from April: rejected → pending, as of round 1" in shown


def test_move_is_told_as_one(repository: Repository) -> None:
    """What was said in a round that is new is told as the log tells it."""
    shown = repository.diff(TALKS + APRIL)
    assert shown[-3:] == [
        "2  7 Apr 2026: a new round",
        "  settled 1 4% from April: by Employer",
        "  toward 1 Employer: rejects → accepts",
    ]


def test_other_layout_is_no_difference(repository: Repository) -> None:
    """Lines that mean the same are not told of."""
    assert repository.diff(TALKS.replace("\n[[", "\n\n# The first\n[["))[-1] == "Nothing differs."


def test_version_that_is_no_dossier_is_said_to_be_none(repository: Repository) -> None:
    """It says what is wrong, and how to see lines; git goes on."""
    assert repository.diff("title = 'Pay talks'\nparties = 5\n") == [
        "the new version is no dossier; `git diff --no-ext-diff` shows lines",
        "talks.toml:2:11: error[NT003] `parties` takes a table, not the number 5",
    ]


def test_new_dossier_is_told_from_the_start(repository: Repository) -> None:
    """`git show --ext-diff` of the commit that brought it tells its rounds."""
    assert "1  2 Mar 2026: a new round" in repository.git("show", "--ext-diff").splitlines()


def test_dossier_that_went_is_told_of(repository: Repository) -> None:
    """Everything in it is then in the old record only."""
    (repository.folder / "talks.toml").unlink()
    assert "  round march: 2026-03-02" in repository.git("diff").splitlines()


def test_renamed_file_is_named_as_it_is_now() -> None:
    """Git gives the new path and a header besides."""
    given = ["old.toml", os.devnull, "0", ".", os.devnull, "0", ".", "new.toml", "similarity index 90%"]
    found = versions(given)
    assert not isinstance(found, str)
    assert list(found.heading()) == ["new.toml", "renamed from old.toml"]


def test_file_may_be_called_like_an_option(tmp_path: Path) -> None:
    """Git goes on where a file is called so, and tells of the others."""
    repository = Repository(tmp_path)
    (tmp_path / ".gitattributes").write_text("*.toml diff=negotrack\n", encoding="utf-8")
    for name in ("-h.toml", "talks.toml"):
        (tmp_path / name).write_text(TALKS, encoding="utf-8")
    repository.git("add", "-A")
    repository.git("commit", "-qm", "Record")
    (tmp_path / "-h.toml").write_text(TALKS.replace("rejects", "reserves"), encoding="utf-8")
    (tmp_path / "talks.toml").chmod(0o755)
    shown = repository.git("diff").splitlines()
    assert shown[0] == "-h.toml"
    assert shown[shown.index("talks.toml") + 1] == "mode 100644, now 100755"
