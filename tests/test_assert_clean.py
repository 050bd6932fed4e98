"""Does `assert_clean` fail where `negotrack check` does, and say the same?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis.errors import InvalidArgument

import negotrack as nt
from command import call
from negotrack.testing import assert_clean

CLEAN = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "Pay rise" }
sources = { minutes = { title = "Minutes", file = "minutes.txt" } }
[[rounds]]
id = "march"
date = 2026-03-02
source = "minutes"
statements = ["union proposes pay", "employer accepts pay"]
"""
DIRTY = CLEAN.replace("employer accepts", "emploier accepts")
UNSOURCED = CLEAN.replace('source = "minutes"\n', "")
MISQUOTED = CLEAN.replace('"union proposes pay"', '{ says = "union proposes pay", quote = "never said" }')


def no_title(case: nt.Case) -> Iterator[nt.Problem]:
    """Find rounds without a title."""
    for index, round_ in enumerate(case.talks.rounds):
        if not round_.title:
            yield nt.Problem(f"`{round_.id}` has no title", nt.AtValue(("rounds", index, "id")))


OWN = nt.Rule("XY101", no_title, "info")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a clean dossier, the text of its source, and a file that is no dossier."""
    (tmp_path / "clean.toml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "minutes.txt").write_text("We want more.", encoding="utf-8")
    (tmp_path / "other.toml").write_text("a = 1", encoding="utf-8")
    return tmp_path


def told(folder: Path, text: str, *options: str) -> str:
    """Save a dossier, and give what `negotrack check` prints of it, which has to be something."""
    (folder / "talks.toml").write_text(text, encoding="utf-8")
    done = call("check", str(folder / "talks.toml"), *options)
    assert done.status
    return done.out.rstrip("\n")


def failure(given: nt.Negotiation | str | Path, **options: object) -> str:
    """Give what it fails with."""
    with pytest.raises(AssertionError) as caught:
        assert_clean(given, **options)  # type: ignore[arg-type]  # whichever they are
    return str(caught.value)


def test_clean_dossier_is_passed(folder: Path) -> None:
    """A dossier in which nothing is found is let pass, by its path as a text, as a path, and read."""
    for given in (str(folder / "clean.toml"), folder / "clean.toml", nt.load(folder / "clean.toml")):
        assert_clean(given)


def test_bundled_dossiers_are_clean() -> None:
    """What comes with negotrack passes."""
    assert_clean(nt.seed("sochi-2022"))


def test_failure_is_what_check_prints(folder: Path) -> None:
    """The text of a failure is the findings as the command prints them, and how many there are."""
    printed = told(folder, DIRTY)
    assert "error[NT101]" in printed
    assert failure(folder / "talks.toml") == f"{printed}\n\n1 error in 1 file"


def test_rules_that_could_not_tell_are_named(folder: Path) -> None:
    """Below the findings stands which rules could not tell, and why."""
    told(folder, DIRTY + 'claims = { pay = "agreed" }')
    below = failure(folder / "talks.toml").rsplit("\n\n", 1)[1]
    assert "talks.toml: not judged: NT301" in below
    assert below.endswith("in 1 file")


def test_folder_is_looked_through(folder: Path) -> None:
    """Of a folder, and of folders in it, every dossier has to be clean; other files are none."""
    assert_clean(folder)
    (folder / "below").mkdir()
    printed = told(folder / "below", DIRTY)
    assert failure(folder) == f"{printed}\n\n1 error in 2 files"


def test_folder_without_dossiers_fails(tmp_path: Path) -> None:
    """A folder in which nothing is looked at is no clean one."""
    assert "no dossier in the folder" in failure(tmp_path)


def test_missing_file_fails_as_in_check(tmp_path: Path) -> None:
    """A file that is not there is told of as the command does."""
    done = call("check", str(tmp_path / "talks.toml"))
    assert "cannot be opened" in done.out
    assert failure(tmp_path / "talks.toml").startswith(done.out.rstrip("\n"))


def test_what_is_no_dossier_fails(folder: Path) -> None:
    """A file that cannot be read shows everything that keeps it from being read."""
    printed = told(folder, CLEAN.replace("title", "tilte"))
    assert failure(folder / "talks.toml").startswith(printed)


def test_quotes_are_looked_for_beside_the_file(folder: Path) -> None:
    """The texts of sources are read from the folder of the dossier, of one that has been read before, too."""
    printed = told(folder, MISQUOTED)
    assert "error[NT108]" in printed
    for given in (folder / "talks.toml", nt.load(folder / "talks.toml")):
        assert failure(given).startswith(printed)


def test_strict_rules_apply_when_asked_for(folder: Path) -> None:
    """The strict tier is left out as a rule."""
    printed = told(folder, UNSOURCED, "--strict")
    assert_clean(folder / "talks.toml")
    assert failure(folder / "talks.toml", strict=True).startswith(printed)


def test_rules_of_ones_own_apply_beside_the_others(folder: Path) -> None:
    """A rule of one's own is run, as strictly as is asked for."""
    assert_clean(folder, rules=[OWN])
    assert "info[XY101] `march` has no title" in failure(folder, rules=[OWN], fail_on="info")


def test_rules_are_chosen(folder: Path) -> None:
    """Rules are selected and ignored by code, by the start of one or by name."""
    told(folder, DIRTY)
    assert_clean(folder / "talks.toml", ignore=["unknown-party"])
    assert_clean(folder / "talks.toml", select=["NT2"])
    assert "NT101" in failure(folder / "talks.toml", select=["NT101"])


def test_severity_that_fails_is_chosen(folder: Path) -> None:
    """From which severity on it fails can be said; a warning does as a rule, an info does not."""
    told(folder, UNSOURCED, "--strict")
    assert_clean(folder / "talks.toml", strict=True, fail_on="error")
    assert "warning[NT105]" in failure(folder / "talks.toml", strict=True, fail_on=nt.Severity.WARNING)


def test_negotiation_made_in_python_is_shown_as_a_dossier() -> None:
    """A finding in what was read from nowhere points into the dossier that it would be."""
    talks = evolve(nt.loads(DIRTY), note="")
    assert failure(talks).startswith("<text>:")
    assert "^^^^^^^^" in failure(talks)


def test_what_is_no_dossier_and_no_severity_is_refused() -> None:
    """An argument that makes no sense is named."""
    with pytest.raises(
        InvalidArgument, match="negotiation_or_path takes a Negotiation or the path of a dossier"
    ):
        assert_clean(3)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match="`fail_on` takes error, warning or info, not 'bad'"):
        assert_clean("seeds", fail_on="bad")


def test_rule_that_is_not_there_is_refused() -> None:
    """A rule that is to be left out has to be one, even where nothing is read."""
    with pytest.raises(nt.NoSuchRule, match="no rule `NT999`"):
        assert_clean("no-such-file.toml", ignore=["NT999"])
