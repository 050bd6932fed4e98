"""What do `negotrack check` and `negotrack explain` print, where, and with which exit status?"""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any
from unittest.mock import patch

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

import negotrack as nt
from command import ROOT, Done, call, run
from negotrack.locate.place import Extent
from negotrack.origin import FileFormat, Origin
from negotrack.places import AtOffset, locate
from negotrack.rules.excuses import block
from negotrack.rules.rule import BuiltIn
from negotrack.testing import negotiations
from negotrack.views.findings import FoundIn
from negotrack.views.lines import plain
from negotrack.views.rules import RuleHelp, RuleList
from terminal import at_terminal

_CLEAN = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "4% from April" }
[[rounds]]
id = "march"
date = 2026-03-02
statements = ["union proposes pay", "employer accepts pay"]
"""
_DRAFT = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "4% from April", hours = "36 hours" }

[[rounds]]
id = "march"
date = 2026-03-02
present = ["union"]
statements = [
  "union proposes pay",
  "employer accepts pay and huors",
]
"""
_FOUND = """\
draft.toml:11:29: error[NT102] there is no demand `huors`
   |
11 |   "employer accepts pay and huors",
   |                             ^^^^^
   = hint: did you mean `hours`?

draft.toml:11:4: warning[NT504] `employer` speaks, and is not among those `present` in `march`
   |
11 |   "employer accepts pay and huors",
   |    ^^^^^^^^
   = note: who was there: draft.toml:8:11
   = hint: add it to `present`; what it said elsewhere goes into a round of its own, and what others tell of it is \
an account: according_to
"""
_NO_DOSSIER = "title = 3\n"
_CLEAN_DONE = Done(0, "", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty folder in which the command runs; what it imports is forgotten afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    with patch.dict(sys.modules):
        yield tmp_path


def write(folder: Path, **texts: str) -> None:
    """Write files into a folder; `a__b_toml` stands for `a/b.toml`."""
    for name, text in texts.items():
        path = folder / re.sub("_(toml|json|txt|py)$", r".\1", name.replace("__", "/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def heads(out: str) -> list[str]:
    """Give where each finding is and its code: the first line of each block, as far as the code."""
    return [
        line.partition("]")[0] + "]"
        for line in out.splitlines()
        if re.match(r"\S.*: (error|warning|info)\[", line)
    ]


# What is printed


def test_a_clean_dossier_prints_nothing(folder: Path) -> None:
    """Where nothing is found, nothing is said, and the status is 0."""
    write(folder, talks_toml=_CLEAN)
    assert call("check", "talks.toml") == _CLEAN_DONE
    assert run("check", "talks.toml", cwd=folder) == _CLEAN_DONE


def test_findings_are_printed_in_blocks(folder: Path) -> None:
    """What is wrong, the text that it is about, notes and hint, with an empty line between two; the status is 1."""
    write(folder, draft_toml=_DRAFT)
    assert call("check", "draft.toml") == Done(1, _FOUND, "")
    assert run("check", "draft.toml", cwd=folder) == Done(1, _FOUND, "")


def test_a_bundled_dossier_is_checked_by_its_name(folder: Path) -> None:
    """The bare name does from any folder, and what comes with negotrack is clean."""
    assert call("check", "sochi-2022").status == 0
    found = json.loads(call("check", "sochi-2022", "--format=json").out)
    assert [Path(file).name for file in found["files"]] == ["sochi-2022.toml"]


@pytest.mark.parametrize("format_", ["toml", "json"])
def test_a_dash_is_standard_input(folder: Path, format_: str) -> None:
    """With `-` the dossier comes from standard input, and `<stdin>` is its name; once, however often it is named."""
    stdin = nt.dumps(nt.loads(_DRAFT), format_).encode()
    done = call("check", "-", stdin=stdin)
    assert (done.status, done.err) == (1, "")
    assert [head.partition(":")[0] for head in heads(done.out)] == ["<stdin>"] * 2
    assert call("check", "-", "-", stdin=stdin) == done


def test_files_come_in_the_order_of_their_names(folder: Path) -> None:
    """Findings come by file, the files by name, whatever the order of the arguments."""
    write(folder, b_toml=_DRAFT, a_toml=_DRAFT, c_toml=_CLEAN)
    done = call("check", "c.toml", "b.toml", "a.toml")
    assert heads(done.out) == [
        "a.toml:11:29: error[NT102]",
        "a.toml:11:4: warning[NT504]",
        "b.toml:11:29: error[NT102]",
        "b.toml:11:4: warning[NT504]",
    ]


def test_a_file_is_checked_once(folder: Path) -> None:
    """A file that is named twice, in whatever spelling, or by its folder as well, is checked once."""
    write(folder, talks__draft_toml=_DRAFT)
    once = call("check", "talks/draft.toml")
    same = [
        "talks/draft.toml",
        "./talks/draft.toml",
        "talks/../talks/draft.toml",
        "talks",
        str(folder / "talks"),
    ]
    for name in same:
        assert call("check", "talks/draft.toml", name) == once
        assert len(heads(call("check", name, "talks/draft.toml").out)) == 2


def test_a_bundled_dossier_is_checked_once() -> None:
    """Its name and its path are two spellings of one file."""
    path = str(ROOT / "seeds" / "sochi-2022.toml")
    found = json.loads(call("check", "sochi-2022", path, "--format=json").out)
    assert found["files"] == [path]


# Folders


def test_a_folder_stands_for_the_dossiers_in_it(folder: Path) -> None:
    """All files that are dossiers count, in folders in the folder, too, whatever the case of their endings."""
    as_json = nt.dumps(nt.loads(_DRAFT), "json")
    write(folder, a_toml=_DRAFT, sub__b_toml=_DRAFT, sub__deep__c_json=as_json)
    (folder / "D.TOML").write_text(_DRAFT)
    done = json.loads(call("check", ".", "--format=json").out)
    assert done["files"] == ["D.TOML", "a.toml", "sub/b.toml", "sub/deep/c.json"]
    assert done["counts"] == {"error": 4, "warning": 4, "info": 0}


def test_what_is_hidden_is_passed_over(folder: Path) -> None:
    """Files and folders whose names start with a dot are not looked into, unless they are named."""
    write(folder, a_toml=_CLEAN)
    for name in (".hidden.toml", ".git/draft.toml", "sub/.venv/draft.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(_DRAFT)
    assert call("check", ".") == _CLEAN_DONE
    assert call("check", ".hidden.toml").status == 1
    assert call("check", ".git").status == 1


_OTHERS = {
    "pyproject_toml": '[project]\nname = "rounds"\ndescription = "rounds = 1"\n',
    "deep_toml": "[tool]\nrounds = 3\n",
    "text_toml": 'note = """\nrounds = 3\n"""\n',
    "package_json": '{"name": "x", "config": {"rounds": 3}}',
    "list_json": '[{"rounds": []}]',
    "broken_json": '{"name": ',
    "broken_toml": "name = \n",
    "empty_toml": "",
    "notes_txt": _DRAFT,
    "talks_md": _DRAFT,
    "untitled": _DRAFT,
}


@pytest.mark.parametrize(("name", "text"), _OTHERS.items(), ids=_OTHERS)
def test_what_is_no_dossier_is_passed_over(folder: Path, name: str, text: str) -> None:
    """A file of another ending, or without a `rounds` key at its top, is none of ours."""
    write(folder, talks_toml=_CLEAN, **{name: text})
    assert call("check", ".") == _CLEAN_DONE


_BROKEN = {
    "table_toml": "[[rounds]]\nid = \n",
    "quoted_toml": '[["rounds"]]\nid = \n',
    "blanks_toml": "  [[ rounds ]]\nid = \n",
    "key_toml": "rounds = [\n",
    "of_json": '{"title": "T",\n "rounds": [\n',
    "bom_toml": "\ufeffrounds = [\n",
}


@pytest.mark.parametrize(("name", "text"), _BROKEN.items(), ids=_BROKEN)
def test_what_looks_like_a_dossier_is_reported_if_it_is_broken(folder: Path, name: str, text: str) -> None:
    """A file that cannot be read as data and has a `rounds` key by its looks is not passed over in silence."""
    write(folder, talks_toml=_CLEAN, **{name: text})
    done = call("check", ".")
    assert (done.status, done.err) == (2, "")
    assert [head[-7:] for head in heads(done.out)] == ["[NT001]"]


def test_a_dossier_in_a_folder_may_be_misshapen(folder: Path) -> None:
    """A file with a `rounds` key that is no dossier otherwise is reported: bytes that are no UTF-8, a wrong type."""
    write(folder, a_toml="rounds = 3\n")
    (folder / "b.toml").write_bytes(b"rounds = []\ntitle = '\xff'\n")
    done = call("check", ".")
    assert (done.status, heads(done.out)) == (
        2,
        ["a.toml:1:1: error[NT007]", "a.toml:1:10: error[NT003]", "b.toml:2:10: error[NT001]"],
    )


def test_what_is_no_file_is_passed_over(folder: Path) -> None:
    """A link that leads nowhere, a pipe and a device are no dossiers, and are not opened."""
    write(folder, talks_toml=_CLEAN)
    (folder / "gone.toml").symlink_to("nowhere.toml")
    (folder / "zero.json").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.toml")
    assert call("check", ".") == _CLEAN_DONE


@pytest.mark.parametrize("refused", ["scandir", "read_text"])
def test_what_cannot_be_opened_is_reported(
    folder: Path, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be listed and a file that cannot be read may hold what is wrong."""
    whose = os if refused == "scandir" else Path
    asked = getattr(whose, refused)

    def refuse(path: Path | str, *positional: object, **named: object) -> object:
        if Path(path).is_absolute():
            return asked(path, *positional, **named)  # a folder of negotrack itself
        raise PermissionError(errno.EACCES, "Permission denied", path)

    write(folder, talks_toml=_CLEAN)
    monkeypatch.setattr(whose, refused, refuse)
    if refused == "scandir":
        assert heads(call("check", ".").out) == [".: error[NT001]"]
    else:
        assert call("check", ".") == _CLEAN_DONE  # it is opened once more, to be read


def test_names_of_files_are_no_commands(folder: Path) -> None:
    """A line that begins with the name of a file is no command to a continuous check."""
    write(folder, **{"::error::x.toml": "rounds = 3\n"})
    for arguments in (["."], ["::error::x.toml"]):
        done = call("check", *arguments)
        assert all(head.startswith("./::error::x.toml") for head in heads(done.out))


def test_a_fault_of_the_program_is_no_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The status of an unforeseen exception is that of a check that could not run."""
    write(folder, talks_toml=_CLEAN)
    monkeypatch.setattr("negotrack.checked.status", lambda *_: 1 / 0)
    done = call("check", "talks.toml")
    assert (done.status, done.out, done.err.splitlines()[-1]) == (
        2,
        "",
        "ZeroDivisionError: division by zero",
    )


@pytest.mark.parametrize("name", ["empty", ".", "./empty/"])
def test_a_folder_without_dossiers_is_an_error(folder: Path, name: str) -> None:
    """Nothing to check where there should be something is no success."""
    (folder / "empty").mkdir()
    (folder / "empty" / "pyproject.toml").write_text("[project]\n")
    message = f"no dossier in the folder {name}: no .toml or .json file with a `rounds` key\n"
    assert call("check", name) == Done(2, "", message)


def test_nothing_to_check_is_an_error() -> None:
    """Without an argument nothing is checked, and the status says so."""
    assert call("check") == Done(2, "", "name the dossiers to check, or a folder that holds some\n")


# Exit status


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--fail-on=error"], 1),
        (["--fail-on=warning"], 1),
        (["--fail-on=info"], 1),
        (["--ignore=NT102"], 1),
        (["--ignore=NT102", "--fail-on=error"], 0),
        (["--ignore=NT102,NT504"], 0),
        (["--ignore=NT102,NT504", "--strict"], 1),
        (["--select=NT107"], 0),
        (["--select=NT107", "--fail-on", "info"], 1),
    ],
)
@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_status_is_by_the_severity_that_is_given(
    folder: Path, options: list[str], status: int, format_: str
) -> None:
    """The status is 1 from this severity on, in every format; what is less bad is printed all the same."""
    write(folder, draft_toml=_DRAFT)
    done = call("check", "draft.toml", "--format", format_, *options)
    assert (done.status, done.err) == (status, "")
    assert ("NT" in done.out) == (options != ["--ignore=NT102,NT504"])


def test_what_is_no_dossier_is_among_the_findings(folder: Path) -> None:
    """Faults of a file stand on standard output like other findings, other files are checked, the status is 2."""
    write(folder, a_toml=_NO_DOSSIER, b_toml=_DRAFT)
    for names in (("a.toml", "b.toml"), ("b.toml", "a.toml"), ("b.toml", "a.toml", "--fail-on=error")):
        done = call("check", *names)
        assert (done.status, done.err) == (2, "")
        assert done.out == (
            "a.toml:1:9: error[NT003] `title` takes a text, not the number 3\n"
            "  |\n1 | title = 3\n  |         ^\n\n" + _FOUND.replace("draft.toml", "b.toml")
        )


def test_a_missing_file_is_a_finding(folder: Path) -> None:
    """A file that is not there is reported at its first line, with what was probably meant, and the status is 2."""
    write(folder, draft_toml=_DRAFT)
    done = call("check", "draft", "draft.toml", "--format=text")
    assert (done.status, done.err) == (2, "")
    assert done.out.startswith(
        "draft: error[NT001] the file cannot be opened: No such file or directory\n"
        "  = hint: did you mean `draft.toml`?\n\ndraft.toml:11:29"
    )


def test_faults_of_files_are_neither_selected_nor_ignored(folder: Path) -> None:
    """What keeps a dossier from being read is told, whatever rules are asked for."""
    write(folder, a_toml=_NO_DOSSIER)
    assert call("check", "a.toml", "--ignore=NT003").out == call("check", "a.toml", "--select=NT5").out != ""


# Which rules


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select=NT102"], ["NT102"]),
        (["--select", "NT102"], ["NT102"]),
        (["--select=nt1", "--ignore=unsourced", "--ignore=nt107"], ["NT102"]),
        (["--select=not-present"], ["NT504"]),
        (["--select=NT102,not-present"], ["NT102", "NT504"]),
        (["--select=NT102", "--select=NT504"], ["NT102", "NT504"]),
        (["--select=NT102, NT504"], ["NT102", "NT504"]),
        (["--select=unsourced"], ["NT105", "NT105"]),
        (["--ignore=NT1"], ["NT504"]),
        (["--ignore=not-present", "--ignore=unknown-demand"], []),
        (["--select=NT1", "--ignore=NT105,NT107"], ["NT102"]),
        (["--strict"], ["NT107", "NT105", "NT102", "NT105", "NT504"]),
        (["--strict", "--ignore=NT105"], ["NT107", "NT102", "NT504"]),
    ],
)
def test_rules_are_chosen(folder: Path, options: list[str], found: list[str]) -> None:
    """`--select`, `--ignore` and `--strict` do what the arguments do, several times or with commas."""
    write(folder, draft_toml=_DRAFT)
    done = call("check", "draft.toml", *options)
    assert [head[-6:-1] for head in heads(done.out)] == found


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("files", [["draft.toml"], ["broken.toml"], ["-"]])
def test_an_unknown_rule_is_an_error_whatever_the_files(folder: Path, option: str, files: list[str]) -> None:
    """Nothing is checked where a word names no rule; the nearest is suggested, and the status is 2."""
    write(folder, draft_toml=_DRAFT, broken_toml=_NO_DOSSIER)
    message = "no rule `not-presnt`; did you mean `not-present`?\n"
    assert call("check", *files, option, "not-presnt", stdin=b"title = 3") == Done(2, "", message)


def test_settings_of_a_dossier_are_its_own(folder: Path) -> None:
    """What one dossier ignores or excuses is found in another."""
    excuse = '[[check.ignore_at]]\ncode = "NT504"\nround = "march"\nreason = "by letter"\n'
    write(folder, a_toml=_DRAFT, b_toml=f'{_DRAFT}[check]\nignore = ["NT102"]\n{excuse}')
    done = call("check", ".")
    assert heads(done.out) == ["a.toml:11:29: error[NT102]", "a.toml:11:4: warning[NT504]"]


# Rules of one's own


_OWN = '''\
"""Rules of our own."""

from negotrack import AtKey, AtValue, Case, Problem, Rule
from negotrack.rules.rule import Found


def unnamed_place(case: Case) -> Found:
    """Find rounds that do not say where they were held.

    Why it matters:
        Nobody can look it up.

    How to fix:
        Add the place, here `place = "Sochi"`, to the round.
    """
    for index, round_ in enumerate(case.talks.rounds):
        if not round_.place:
            yield Problem(f"nothing says where `{round_.id}` was held", AtValue(("rounds", index, "id")))


RULES = [Rule("XY101", unnamed_place, "warning")]
'''
_PLACELESS = """\
talks.toml:5:6: warning[XY101] nothing says where `march` was held
  |
5 | id = "march"
  |      ^^^^^^^
"""


@pytest.mark.parametrize(
    "name", ["my_rules", "my_rules.py", "./my_rules.py", "sub.more", "sub/more.py", "/my_rules.py"]
)
def test_rules_of_ones_own_come_from_a_module(folder: Path, name: str) -> None:
    """`--rules` takes the name of a module in the folder, or the path of a file."""
    write(folder, talks_toml=_CLEAN, my_rules_py=_OWN, sub__more_py=_OWN)
    name = str(folder) + name if name.startswith("/") else name
    assert call("check", "talks.toml", "--rules", name) == Done(1, _PLACELESS, "")
    assert call("check", "talks.toml", f"--rules={name}", "--fail-on=error").status == 0


def test_rules_of_ones_own_are_found_from_the_command(folder: Path) -> None:
    """The same in a process of its own."""
    write(folder, talks_toml=_CLEAN, my_rules_py=_OWN)
    for name in ("my_rules", "my_rules.py"):
        assert run("check", "talks.toml", "--rules", name, cwd=folder) == Done(1, _PLACELESS, "")


def test_several_modules_add_up(folder: Path) -> None:
    """`--rules` goes several times, or with commas; a tuple of rules will do, and one without any."""
    other = _OWN.replace("XY101", "XY102").replace("RULES = [", "RULES = (*[").rstrip() + ",)\n"
    write(folder, talks_toml=_CLEAN, my_rules_py=_OWN, other_py=other, none_py="RULES = ()\n")
    for options in (
        ["--rules=my_rules,other.py,none"],
        ["--rules=none.py", "--rules=my_rules", "--rules=other"],
    ):
        assert [head[-7:] for head in heads(call("check", "talks.toml", *options).out)] == [
            "[XY101]",
            "[XY102]",
        ]


@pytest.mark.parametrize("options", [["--select=XY"], ["--select=unnamed-place"], ["--ignore=NT"]])
def test_rules_of_ones_own_are_chosen_like_others(folder: Path, options: list[str]) -> None:
    """They go by code and name in `--select` and `--ignore`."""
    write(folder, talks_toml=_CLEAN, my_rules_py=_OWN)
    assert call("check", "talks.toml", "--rules=my_rules.py", *options).out == _PLACELESS
    assert call("check", "talks.toml", "--rules=my_rules.py", "--ignore=XY101") == _CLEAN_DONE


def test_a_file_of_rules_may_hold_records(folder: Path) -> None:
    """Dataclasses with annotations as texts, which look up the module that they are in, can be in it."""
    records = """\
from __future__ import annotations
from dataclasses import dataclass
from typing import ClassVar
@dataclass
class Seen:
    rounds: ClassVar[int] = 0
    names: list[str]
"""
    write(folder, talks_toml=_CLEAN, records_py=records + _OWN.partition("\n\n")[2])
    assert call("check", "talks.toml", "--rules=records.py") == Done(1, _PLACELESS, "")


_NO_RULES = {
    "missing": ("", "ModuleNotFoundError: No module named 'missing'"),
    "missing.py": ("", "FileNotFoundError: [Errno 2] No such file or directory: 'missing.py'"),
    "": ("", "ValueError: Empty module name"),
    "..bad": ("", "TypeError: the 'package' argument is required"),
    "folder.py": ("", "IsADirectoryError: "),
    "syntax.py": ("RULES = [", "SyntaxError: '[' was never closed"),
    "raising.py": ("raise KeyError('a\x1b[1m')", "KeyError: 'a\\x1b[1m'"),
    "loud.py": ("raise ValueError('a\x1b[1m')", "ValueError: a\\u001b[1m"),
    "leaving.py": ("import sys\nsys.exit(0)", "SystemExit: 0"),
    "none.py": ("import negotrack", "it has no `RULES`, a list or tuple of negotrack.Rule"),
    "word.py": ("RULES = 'rules'", "it has no `RULES`, a list or tuple of negotrack.Rule"),
    "function.py": ("def f(case): ...\nRULES = [f]", "it has no `RULES`, a list or tuple of negotrack.Rule"),
    "code.py": (
        "from negotrack import Rule\nRule('xy', print, 'info')",
        "BadField: `code` is capital letters",
    ),
}


@pytest.mark.parametrize(
    ("name", "reason"), [(name, reason) for name, (_, reason) in _NO_RULES.items()], ids=_NO_RULES
)
@pytest.mark.parametrize("command", [["check", "talks.toml"], ["explain"]], ids=["check", "explain"])
def test_a_module_without_rules_is_an_error(folder: Path, command: list[str], name: str, reason: str) -> None:
    """A module that cannot be imported, or has no `RULES`, is told with the reason; nothing is checked."""
    write(folder, talks_toml=_DRAFT)
    (folder / "folder.py").mkdir()
    for file, (text, _) in _NO_RULES.items():
        if text:
            (folder / file).write_text(text)
    done = call(*command, "--rules", name)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"no rules in `{name}`: {reason}")
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err


def test_rules_are_not_looked_for_where_there_is_no_folder(tmp_path: Path) -> None:
    """In a folder that is gone there are no modules."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = 'rmdir "$1" && "$0" -m negotrack explain --rules my_rules'
    done = subprocess.run(
        ["/bin/sh", "-c", script, sys.executable, gone], cwd=gone, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"no rules in `my_rules`: FileNotFoundError: ")


@pytest.mark.parametrize("command", [["check", "talks.toml"], ["explain"]], ids=["check", "explain"])
def test_a_code_that_is_taken_is_an_error(folder: Path, command: list[str]) -> None:
    """Two modules, or a module and negotrack, cannot have rules of one code."""
    write(folder, talks_toml=_CLEAN, mine_py=_OWN, theirs_py=_OWN, ours_py=_OWN.replace("XY101", "NT504"))
    for rules, code in (("mine,theirs", "XY101"), ("mine.py,mine.py", "XY101"), ("ours", "NT504")):
        message = f"two rules have the id `{code}`; give each its own\n"
        assert call(*command, "--rules", rules) == Done(2, "", message)


_RAISING = _OWN.replace("        if not round_.place:\n", "        if not round_.plaice:\n")


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_a_rule_that_raises_is_an_error(folder: Path, format_: str) -> None:
    """It is told which rule raised what, where; nothing is printed, and the status is 2."""
    write(folder, talks_toml=_DRAFT, my_rules_py=_RAISING)
    line = _RAISING.splitlines().index("        if not round_.plaice:") + 1
    message = (
        "the rule XY101 (unnamed-place) raised AttributeError: 'Round' object has no attribute 'plaice', "
        f"in my_rules.py, line {line}\n"
    )
    for rules in ("my_rules", "my_rules.py"):
        assert call("check", "talks.toml", "--rules", rules, "--format", format_) == Done(2, "", message)


def test_a_rule_that_leaves_is_an_error(folder: Path) -> None:
    """A rule that ends the process does not make a success of the check."""
    leaving = _OWN.replace("    for index", "    raise SystemExit(0)\n    for index")
    write(folder, talks_toml=_DRAFT, my_rules_py=leaving)
    done = call("check", "talks.toml", "--rules=my_rules.py")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("the rule XY101 (unnamed-place) raised SystemExit: 0, in my_rules.py, line ")


# JSON


_TEXT, _TEXTS = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
_STEPS = {"type": "array", "items": {"type": ["string", "integer"]}}
_NUMBER = {"type": "integer", "minimum": 1}


def _object(**properties: object) -> dict[str, object]:
    """Give the schema of an object that has exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


_HERE = {"line": _NUMBER, "column": _NUMBER, "length": _NUMBER, "path": _STEPS}
_PLACES = {"type": "array", "items": _object(**_HERE)}
_FINDING: dict[str, object] = {
    "code": {"type": "string", "pattern": "^[A-Z]+[0-9]+$"},
    "name": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
    "severity": {"enum": ["error", "warning", "info"]},
    "file": _TEXT,
    **_HERE,
    "message": {"type": "string", "minLength": 1},
    "hint": _TEXT,
    "related": {"type": "array", "items": _object(**_HERE, label=_TEXT)},
    "parties": _TEXTS,
    "demands": _TEXTS,
    "rounds": _TEXTS,
}
_COUNT = {"type": "integer", "minimum": 0}
_SCHEMA = _object(
    files=_TEXTS,
    findings={"type": "array", "items": _object(**_FINDING)},
    skipped={"type": "array", "items": _object(code=_TEXT, file=_TEXT, reason=_TEXT, places=_PLACES)},
    excused={"type": "array", "items": _object(**_FINDING, reason=_TEXT)},
    counts=_object(error=_COUNT, warning=_COUNT, info=_COUNT),
)


def document(*arguments: str, stdin: bytes = b"") -> dict[str, Any]:
    """Check dossiers, and give the document that is printed, which is as the format says; nothing else is."""
    done = call("check", "--format=json", *arguments, stdin=stdin)
    assert done.err == ""
    found: dict[str, Any] = json.loads(done.out)
    Draft202012Validator(_SCHEMA).validate(found)
    assert found["counts"] == {
        severity: sum(one["severity"] == severity for one in found["findings"])
        for severity in found["counts"]
    }
    return found


def _value(data: Any, path: Sequence[str | int]) -> object:
    for step in path:
        data = data[step]
    return data


def _check_places(found: dict[str, Any], text: str, data: object) -> None:
    """Assert that every place in a document is in a text, and every path leads to something in its data."""
    lines = text.split("\n")
    for one in (*found["findings"], *found["excused"]):
        for place in (one, *one["related"]):
            line = lines[place["line"] - 1]
            assert place["column"] - 1 + place["length"] <= max(len(line), place["column"])
            _value(data, place["path"])


def test_a_clean_dossier_gives_a_document_all_the_same(folder: Path) -> None:
    """Machines get the whole document where nothing is found."""
    write(folder, talks_toml=_CLEAN)
    counts = {"error": 0, "warning": 0, "info": 0}
    assert document("talks.toml") == {
        "files": ["talks.toml"],
        "findings": [],
        "skipped": [],
        "excused": [],
        "counts": counts,
    }


def test_a_finding_is_a_document(folder: Path) -> None:
    """All keys of a finding, with the place of what is wrong and of what has to do with it."""
    write(folder, draft_toml=_DRAFT)
    assert document("draft.toml", "--select=NT504")["findings"] == [
        {
            "code": "NT504",
            "name": "not-present",
            "severity": "warning",
            "file": "draft.toml",
            "line": 11,
            "column": 4,
            "length": 8,
            "path": ["rounds", 0, "statements", 1],
            "message": "`employer` speaks, and is not among those `present` in `march`",
            "hint": "add it to `present`; what it said elsewhere goes into a round of its own, and what others "
            "tell of it is an account: according_to",
            "related": [
                {
                    "line": 8,
                    "column": 11,
                    "length": 9,
                    "path": ["rounds", 0, "present"],
                    "label": "who was there",
                }
            ],
            "parties": ["employer"],
            "demands": ["pay", "huors"],
            "rounds": ["march"],
        }
    ]


def test_what_is_excused_and_skipped_is_in_the_document(folder: Path) -> None:
    """An excused finding comes with its reason, a rule that could not tell with the file; neither is counted."""
    excuse = '[[check.ignore_at]]\ncode = "NT504"\nreason = "by letter"\n'
    claims = 'claims = { pay = "agreed" }\n'
    write(folder, draft_toml=_DRAFT + claims + excuse)
    found = document("draft.toml")
    assert [(one["code"], one["line"], one["reason"]) for one in found["excused"]] == [
        ("NT504", 11, "by letter")
    ]
    reason = "outcomes cannot be relied on while there is no demand `huors`"
    assert found["skipped"] == [{"code": "NT301", "file": "draft.toml", "reason": reason, "places": []}]
    assert found["counts"] == {"error": 1, "warning": 0, "info": 0}


def test_what_is_no_dossier_is_in_the_document(folder: Path) -> None:
    """Faults of files are findings like others; the path of what is no data is empty."""
    write(folder, a_toml=_NO_DOSSIER, b_toml="title = ", c_toml=_DRAFT)
    found = document("a.toml", "b.toml", "c.toml", "d.toml")
    assert found["files"] == ["a.toml", "b.toml", "c.toml", "d.toml"]
    told = [(one["file"], one["code"], one["line"], one["column"], one["path"]) for one in found["findings"]]
    assert told == [
        ("a.toml", "NT003", 1, 9, ["title"]),
        ("b.toml", "NT001", 1, 9, []),
        ("c.toml", "NT102", 11, 29, ["rounds", 0, "statements", 1]),
        ("c.toml", "NT504", 11, 4, ["rounds", 0, "statements", 1]),
        ("d.toml", "NT001", 1, 1, []),
    ]


@given(negotiations() | negotiations(broken=True), st.sampled_from(["toml", "json"]))
def test_places_lead_into_the_file(talks: nt.Negotiation, format_: str) -> None:
    """Of every finding line and column are in the text, and the path leads to something in its data."""
    text = nt.dumps(talks, format_)
    found = document("-", "--strict", stdin=text.encode())
    _check_places(found, text, tomli.loads(text) if format_ == "toml" else json.loads(text))


@pytest.mark.parametrize("rule", [one for one in nt.RULES if one.code > "NT1"], ids=lambda rule: rule.code)
def test_places_of_every_rule_lead_into_the_file(rule: nt.Rule | BuiltIn, folder: Path) -> None:
    """The same for the example of each rule, which is written as people write."""
    write(folder, talks_toml=rule.help.fails)
    for name, told in re.findall(r"^# ([a-z]+\.txt): (.*)$", rule.help.fails, re.MULTILINE):
        (folder / name).write_text(told)
    found = document("talks.toml", "--strict")
    assert rule.code in [one["code"] for one in found["findings"]]
    _check_places(found, rule.help.fails, tomli.loads(rule.help.fails))


# GitHub


def test_findings_mark_the_places_in_a_change(folder: Path) -> None:
    """A line for each finding: how bad, where, which rule, what, and what to do."""
    write(folder, draft_toml=_DRAFT)
    done = call("check", "draft.toml", "--format=github", "--strict", "--ignore=NT105")
    assert done == Done(
        1,
        "::notice file=draft.toml,line=3,col=36,endColumn=41,title=NT107 never-spoken-of::"
        "no statement names `hours`; record what was said of it, or leave it out\n"
        "::error file=draft.toml,line=11,col=29,endColumn=34,title=NT102 unknown-demand::"
        "there is no demand `huors`; did you mean `hours`?\n"
        "::warning file=draft.toml,line=11,col=4,endColumn=12,title=NT504 not-present::"
        "`employer` speaks, and is not among those `present` in `march`; "
        "add it to `present`; what it said elsewhere goes into a round of its own, and what others tell of it "
        "is an account: according_to\n",
        "",
    )


def test_what_github_would_obey_is_escaped(folder: Path) -> None:
    """In a file name and a message nothing ends a property or a line, or starts another command."""
    name = "a,b:c%\n::stop.toml"
    (folder / name).write_text("title = '100%'\n\"x\\n::error::y\" = 1\n")
    done = call("check", name, "--format=github")
    assert (done.status, done.err) == (2, "")
    assert done.out == (
        "::error file=a%2Cb%3Ac%25\\u000a%3A%3Astop.toml,line=2,col=1,endColumn=16,title=NT002 unknown-key::"
        "unknown key `x\\u000a::error::y`; known here: title, note, between, decision, check, parties, sources, "
        "demands, rounds, events, format\n"
    )


def test_a_clean_dossier_marks_nothing(folder: Path) -> None:
    """Nothing is printed where nothing is found."""
    write(folder, talks_toml=_CLEAN)
    assert call("check", "talks.toml", "--format=github") == _CLEAN_DONE


# On a terminal

_SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_a_terminal_gets_colour_and_a_count(folder: Path) -> None:
    """There findings have colour and fit the window; how many there are goes to standard error."""
    write(folder, draft_toml=_DRAFT)
    done = at_terminal("check", "draft.toml", cwd=folder)
    assert (done.status, done.err) == (1, "1 error and 1 warning in 1 file\n")
    shown = _SGR.sub("", done.out)
    assert re.sub(r"\n {11}", " ", shown) == _FOUND
    assert all(len(line) <= 80 for line in shown.splitlines() if line.startswith(" "))
    assert "\x1b[1;31m" in done.out


def test_a_narrow_terminal_gets_narrow_notes(folder: Path) -> None:
    """The width is that of the window."""
    write(folder, draft_toml=_DRAFT)
    done = at_terminal("check", "draft.toml", columns=30, cwd=folder)
    assert _SGR.sub("", done.out) == call("check", "draft.toml", "--width=30").out


@pytest.mark.parametrize("format_", ["text", "github"])
def test_a_terminal_gets_a_count_of_what_is_excused(folder: Path, format_: str) -> None:
    """Where all is excused that is said; where nothing is found at all, nothing is; JSON has the counts in it."""
    excuses = "".join(
        f'[[check.ignore_at]]\ncode = "{code}"\nreason = "known"\n' for code in ("NT102", "NT504")
    )
    write(folder, draft_toml=_DRAFT + excuses, talks_toml=_CLEAN)
    said = at_terminal("check", ".", "--format", format_, cwd=folder)
    assert said == Done(0, "", "nothing in 2 files (2 excused)\n")
    assert at_terminal("check", "talks.toml", "--format", format_, cwd=folder) == _CLEAN_DONE


def test_with_json_nothing_is_said(folder: Path) -> None:
    """The document holds the counts and what was skipped, at a terminal as well."""
    write(folder, draft_toml=_QUOTING)
    assert at_terminal("check", "draft.toml", "--format=json", cwd=folder).err == ""


def test_closed_errors_are_no_failure(folder: Path) -> None:
    """What would be said on standard error goes nowhere if that is closed, and not among the data."""
    write(folder, draft_toml=_QUOTING)
    for arguments, status in (
        (("check", "draft.toml"), 0),
        (("check", "missing"), 2),
        (("matrix", "missing"), 2),
    ):
        whole = run(*arguments, cwd=folder)
        script = '"$0" -m negotrack "$@" 2>&-'
        command = ["/bin/sh", "-c", script, sys.executable, *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert (done.returncode, done.stdout.decode(), done.stderr) == (status, whole.out, b"")


def test_a_reader_of_errors_that_is_gone_changes_no_status(folder: Path) -> None:
    """What a check found decides the status, though nobody reads what could not be told."""
    write(folder, draft_toml=_QUOTING.replace("union proposes", "unoin proposes"))
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "negotrack", "check", "draft.toml"]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=writing, check=False)
    os.close(writing)
    assert (done.returncode, heads(done.stdout.decode())) == (1, ["draft.toml:10:13: error[NT101]"])


# Width and colour


_SEVERE = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1m"}


def test_severity_and_marker_have_their_colour(folder: Path) -> None:
    """An error is red, a warning yellow, an info bold: the severity and the marker; the place is bold."""
    write(folder, draft_toml=_DRAFT)
    done = call("check", "draft.toml", "--strict", "--ignore=NT105", "--color=always")
    blocks = done.out.split("\n\n")
    assert len(blocks) == 3
    for told in blocks:
        head, _, _, marker, *_ = told.splitlines()
        place, severity = re.match(
            r"\x1b\[1m([^\x1b]*) (?:\x1b\[0m)?(\x1b\[[0-9;]*m)?(error|warning|info)\[", head
        ).group(1, 3)  # type: ignore[union-attr] # it does match
        assert place.endswith(":")
        assert f"{_SEVERE[severity]}" in head
        assert re.fullmatch(r" +\| " + re.escape(_SEVERE[severity]) + r" *\^+\x1b\[0m", marker)


@pytest.mark.parametrize("width", [None, 20, 40, 80, 120])
def test_colour_changes_no_character(folder: Path, width: int | None) -> None:
    """With and without colour the characters are the same; without being asked a pipe gets none."""
    write(folder, draft_toml=_DRAFT)
    options = ["check", "draft.toml", "--strict", *([f"--width={width}"] if width else [])]
    plain_ = call(*options)
    assert "\x1b" not in plain_.out
    assert plain_ == call(*options, "--color=never")
    assert _SGR.sub("", call(*options, "--color=always").out) == plain_.out


def test_ascii_changes_nothing(folder: Path) -> None:
    """What is printed around the text is ASCII in any case; the text stays as it is."""
    write(folder, draft_toml=_DRAFT)
    assert call("check", "draft.toml", "--ascii").out == _FOUND


def test_notes_and_hints_are_wrapped(folder: Path) -> None:
    """Further lines stand under the first; neither the first line of a block is broken, nor where a note points."""
    write(folder, draft_toml=_DRAFT)
    done = call("check", "draft.toml", "--select=NT504", "--width=40")
    assert done.out.splitlines() == [
        "draft.toml:11:4: warning[NT504] `employer` speaks, and is not among those `present` in `march`",
        "   |",
        '11 |   "employer accepts pay and huors",',
        "   |    ^^^^^^^^",
        "   = note: who was there:",
        "           draft.toml:8:11",
        "   = hint: add it to `present`; what it",
        "           said elsewhere goes into a",
        "           round of its own, and what",
        "           others tell of it is an",
        "           account: according_to",
    ]


def test_a_narrow_window_gets_a_short_excerpt(folder: Path) -> None:
    """The text around the marker is cut to fit, with dots where something is left out."""
    write(folder, draft_toml=_DRAFT)
    lines = call("check", "draft.toml", "--select=NT102", "--width=26").out.splitlines()
    assert lines[1:4] == ["   |", '11 | ...s pay and huors",', "   |              ^^^^^"]


_LINES = st.text(st.sampled_from("ab 中\u0301é\t😀"), max_size=60).map(lambda text: f"{text}.")


@given(
    _LINES,
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from([1, 9, 10, 999, 1000]),
    st.integers(20, 100),
    st.text("ab 中", max_size=60),
)
def test_a_block_fits_and_marks_its_place(
    text: str, start: int, length: int, number: int, width: int, hint: str
) -> None:
    """No line is wider than the window but the first and where a note points; the marker starts within the text."""
    before = number - 1
    origin = Origin("talks.toml", "\n" * before + text, FileFormat.TOML)
    here = AtOffset(Extent(before + min(start, len(text)), before + min(start + length, len(text))))
    finding = nt.Finding("XY1", "n", nt.Severity.INFO, "m" * 200, here, hint, (nt.Related(here, "the same"),))
    head, bar, shown, marker, *rest = [plain(one) for one in FoundIn([(finding, origin)]).lines(width)]
    assert head == finding.line(origin)
    where = f"talks.toml:{locate(here, origin).line}:{locate(here, origin).column}"
    assert any(one.endswith(f" {where}") for one in rest)
    wide = [one.strip() for one in (bar, shown, marker, *rest) if cell_len(one) > width]
    assert wide in ([], [where])
    assert marker.index("^") <= cell_len(shown) + 1
    hinted = "".join(one[len(str(number)) + 9 :] for one in rest)
    assert hint.replace(" ", "") in hinted.replace(" ", "")


def test_what_is_not_in_a_text_has_no_excerpt() -> None:
    """Of a file that could not be opened there is nothing to show: a line, and a hint."""
    finding = nt.Finding("XY1", "n", nt.Severity.ERROR, "m", AtOffset(Extent(0, 0)), "h")
    lines = FoundIn([(finding, Origin("a", "", FileFormat.TOML))]).lines(None)
    assert [plain(one) for one in lines] == ["a: error[XY1] m", "  = hint: h"]


# What could not be told


_QUOTING = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "4% from April" }
sources = { minutes = { title = "Minutes", file = "minutes.txt" } }
[[rounds]]
id = "march"
date = 2026-03-02
source = "minutes"
statements = [
  { says = "union proposes pay", quote = "four per cent" },
]
"""


def _with_file(folder: Path, name: str) -> Done:
    """Check a dossier in the folder `dossiers` whose source is in a file."""
    write(folder, dossiers__talks_toml=_QUOTING.replace("minutes.txt", name))
    return call("check", "dossiers/talks.toml")


@pytest.mark.parametrize(
    "name", ["minutes.txt", "./minutes.txt", "sub/../minutes.txt", "sub/minutes.txt", "link.txt"]
)
@pytest.mark.parametrize(("text", "status"), [("We ask for four per cent.", 0), ("We ask for five.", 1)])
def test_quotes_are_looked_for_beside_the_dossier(folder: Path, name: str, text: str, status: int) -> None:
    """The file of a source is in the folder of the dossier, or below, wherever the command runs."""
    write(folder, dossiers__minutes_txt=text, dossiers__sub__minutes_txt=text)
    (folder / "dossiers" / "link.txt").symlink_to("minutes.txt")
    done = _with_file(folder, name)
    assert (done.status, done.err) == (status, "")
    assert heads(done.out) == ["dossiers/talks.toml:10:34: error[NT108]"] * status


def test_a_byte_order_mark_is_no_part_of_a_text(folder: Path) -> None:
    """A quote may start where the text does."""
    write(folder, dossiers__minutes_txt="\ufefffour per cent")
    assert _with_file(folder, "minutes.txt") == _CLEAN_DONE


def test_a_dossier_behind_a_link_has_its_files_beside_itself(folder: Path) -> None:
    """Where the dossier is a link, the folder of what it leads to counts."""
    write(folder, dossiers__talks_toml=_QUOTING, dossiers__minutes_txt="five")
    (folder / "link.toml").symlink_to("dossiers/talks.toml")
    assert call("check", "link.toml").status == 1


_OUTSIDE = "it is not in the folder of the dossier"
_UNREAD = {
    "../outside.txt": _OUTSIDE,
    "sub/../../outside.txt": _OUTSIDE,
    "/etc/hostname": _OUTSIDE,
    "out.txt": _OUTSIDE,
    "away/outside.txt": _OUTSIDE,
    "/dev/zero": _OUTSIDE,
    "..": _OUTSIDE,
    ".": "it is no file",
    "sub": "it is no file",
    "pipe": "it is no file",
    "binary.txt": "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    "missing.txt": "No such file or directory",
    "minutes.txt/x": "Not a directory",
    "loop.txt": "Too many levels of symbolic links",
    "x" * 300: "File name too long",
    "nul\\u0000": "no file has such a name",
}


@pytest.mark.parametrize(("name", "reason"), _UNREAD.items(), ids=list(range(len(_UNREAD))))
def test_other_files_are_not_read(folder: Path, name: str, reason: str) -> None:
    """A file outside the folder, in whatever way it is named, and what is no text is skipped, with the reason."""
    write(folder, outside_txt="four per cent", dossiers__minutes_txt="", dossiers__sub__a_txt="")
    beside = folder / "dossiers"
    (beside / "out.txt").symlink_to(folder / "outside.txt")
    (beside / "away").symlink_to(folder)
    (beside / "loop.txt").symlink_to("loop.txt")
    (beside / "binary.txt").write_bytes(b"\xfffour per cent")
    os.mkfifo(beside / "pipe")
    shown = name.replace("\\u0000", r"\u0000")
    said = f"dossiers/talks.toml:4:51: not judged: NT108: `{shown}` cannot be read: {reason}\n"
    assert _with_file(folder, name) == Done(0, "", said)


def test_no_text_is_too_much_for_a_check(folder: Path) -> None:
    """A file larger than any text, and one behind very many links, are skipped with the reason.

    From Python 3.13 on, links are followed however many they are.
    """
    (folder / "dossiers").mkdir()
    with (folder / "dossiers" / "huge.txt").open("wb") as huge:
        huge.truncate(10**10)
    (folder / "dossiers" / "link0").symlink_to("huge.txt")
    for number in range(1, 1500):
        (folder / "dossiers" / f"link{number}").symlink_to(f"link{number - 1}")
    assert "`huge.txt` cannot be read: it is larger than 20 MB" in _with_file(folder, "huge.txt").err
    reason = "too many links lead to it" if sys.version_info < (3, 13) else "it is larger than 20 MB"
    assert f"`link1499` cannot be read: {reason}" in _with_file(folder, "link1499").err


def test_files_of_standard_input_are_beside_the_command(folder: Path) -> None:
    """Of a dossier without a folder the files are looked for where the command runs."""
    write(folder, minutes_txt="five")
    assert call("check", "-", stdin=_QUOTING.encode()).status == 1


def test_skips_go_to_standard_error(folder: Path) -> None:
    """What could not be judged is no data: with text and for GitHub it is said beside them, in JSON it is in it."""
    write(folder, talks_toml=_QUOTING)
    said = "talks.toml:4:51: not judged: NT108: `minutes.txt` cannot be read: No such file or directory\n"
    assert call("check", "talks.toml") == Done(0, "", said)
    assert call("check", "talks.toml", "--format=github") == Done(0, "", said)
    assert document("talks.toml")["skipped"] == [
        {
            "code": "NT108",
            "file": "talks.toml",
            "reason": "`minutes.txt` cannot be read: No such file or directory",
            "places": [{"line": 4, "column": 51, "length": 13, "path": ["sources", "minutes", "file"]}],
        }
    ]


def test_a_file_of_nearly_that_name_beside_a_dossier_is_suggested(folder: Path) -> None:
    """A slip in the name of a source's file says which file is there, as far as the folder of the dossier goes."""
    write(folder, dossiers__sub__minutes_txt="", minuets_txt="")
    said = "No such file or directory; did you mean `sub/minutes.txt`?\n"
    assert _with_file(folder, "sub/Minutes.txt").err.endswith(said)
    assert _with_file(folder, "minutes.txt").err.endswith(": No such file or directory\n")


# Explain


def test_explanation_ends_with_the_table_that_excuses_a_finding(folder: Path) -> None:
    """It can be copied into the dossier as it is; what cannot be excused has none."""
    table = call("explain", "NT504").out.partition("\nTo excuse one\n")[2]
    write(folder, draft_toml=f"{_DRAFT.replace('huors', 'hours')}\n{dedent(table)}")
    assert [one["code"] for one in document("draft.toml")["excused"]] == ["NT504"]
    assert "To excuse one" not in call("explain", "NT001").out


def test_excuse_as_a_key_is_told_the_key(folder: Path) -> None:
    """The word of the messages is no key of the file."""
    write(folder, talks_toml='title = "T"\n[[check.excuse]]\ncode = "NT301"\n')
    assert "  = hint: the key for this is `ignore_at`\n" in call("check", "talks.toml").out


def test_without_a_rule_all_are_listed() -> None:
    """Each rule has a line: code, name, severity, whether it is strict, and what it finds."""
    done = call("explain")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in nt.RULES]
    assert (
        lines[0]
        == "NT001 unreadable                (error) Find a file that cannot be read as TOML or JSON at all."
    )
    strict = [line.split()[0] for line in lines if re.search(r"\((error|warning|info), strict\)", line)]
    assert strict == [rule.code for rule in nt.RULES if rule.tier is nt.RuleTier.STRICT]


def test_a_rule_is_explained(folder: Path) -> None:
    """Of one rule everything is told that it says of itself, under its headings, dossiers as they are."""
    done = call("explain", "NT504")
    assert (done.status, done.err) == (0, "")
    rule = next(rule for rule in nt.RULES if rule.code == "NT504")
    told = rule.help
    blocks = re.split("\n\n(?=[A-Z])", done.out.rstrip("\n"))
    assert blocks[0] == f"NT504 not-present\n(warning) {told.summary}"
    texts = [told.why, told.fails, told.passes, told.fix, told.source, block(rule)]
    assert [shown.partition("\n")[0] for shown in blocks[1:]] == [
        "Why it matters",
        "Fails",
        "Passes",
        "How to fix",
        "Source",
        "To excuse one",
    ]
    for shown, text in zip(blocks[1:], texts, strict=True):
        assert shown.partition("\n")[2].split() == text.split()
    write(folder, talks_toml="\n".join(line.removeprefix("  ") for line in blocks[2].splitlines()[1:]))
    assert call("check", "talks.toml").status == 1


@pytest.mark.parametrize(
    ("words", "explained"),
    [
        (["NT504"], ["NT504"]),
        (["nt504"], ["NT504"]),
        (["not-present"], ["NT504"]),
        (["NT60"], ["NT601", "NT602", "NT603"]),
        (["NT504", "NT102"], ["NT102", "NT504"]),
        (["NT504,NT102", "not-present"], ["NT102", "NT504"]),
        (["NT001"], ["NT001"]),
        (["NT"], [rule.code for rule in nt.RULES]),
    ],
)
def test_rules_are_explained_by_code_start_of_a_code_or_name(words: list[str], explained: list[str]) -> None:
    """Several rules come in the order of the list, each once, with an empty line between two."""
    done = call("explain", *words)
    assert re.findall(r"^(NT[0-9]{3}) [a-z-]+$", done.out, re.MULTILINE) == explained
    entries = json.loads(call("explain", *words, "--format=json").out)["rules"]
    assert [entry["code"] for entry in entries] == explained


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("not-presnt", "no rule `not-presnt`; did you mean `not-present`?\n"),
        (
            "",
            "no rule ``; there are NT001, unreadable, NT002, unknown-key, NT003, wrong-type, NT004, bad-id, ...\n",
        ),
    ],
)
def test_an_unknown_rule_is_not_explained(word: str, message: str) -> None:
    """What names no rule is an error, with the nearest, beside others that do."""
    assert call("explain", word) == Done(2, "", message)
    assert call("explain", "NT504", word, "--format=json") == Done(2, "", message)


_RULE = _object(
    code=_TEXT,
    name=_TEXT,
    tier={"enum": ["always", "strict"]},
    severity={"enum": ["error", "warning", "info"]},
    **{
        key: {"type": "string", "minLength": 1}
        for key in ("finds", "why", "fails", "passes", "fix", "source")
    },
    excuse=_TEXT,
)


def test_rules_are_a_document() -> None:
    """As JSON each rule is all that it says of itself, with or without asking for one."""
    found = json.loads(call("explain", "--format=json").out)
    Draft202012Validator(_object(rules={"type": "array", "items": _RULE})).validate(found)
    assert [entry["code"] for entry in found["rules"]] == [rule.code for rule in nt.RULES]
    assert json.loads(call("explain", "NT", "--format=json").out) == found


def test_a_rule_of_ones_own_is_explained(folder: Path) -> None:
    """What its docstring has is told; headings that it does not have are left out, and empty in the document."""
    write(folder, my_rules_py=_OWN)
    assert call("explain", "--rules=my_rules.py", "XY").out.partition("\nTo excuse one\n")[0] == (
        "XY101 unnamed-place\n"
        "(warning) Find rounds that do not say where they were held.\n\n"
        "Why it matters\n  Nobody can look it up.\n\n"
        'How to fix\n  Add the place, here `place = "Sochi"`, to the round.\n'
    )
    assert call("explain", "--rules=my_rules.py").out.splitlines()[-1].startswith("XY101 unnamed-place   ")
    (entry,) = json.loads(call("explain", "--rules=my_rules.py", "XY101", "--format=json").out)["rules"]
    assert (entry["why"], entry["fails"], entry["source"]) == ("Nobody can look it up.", "", "")


@pytest.mark.parametrize("width", [20, 33, 60, 80, 120])
def test_explanations_fit_the_width(width: int) -> None:
    """No line of a list or of a text is wider than asked for; the dossiers of the examples stay as they are."""
    listed = [plain(one) for one in RuleList(nt.RULES).lines(width)]
    assert [one for one in listed if cell_len(one) > width] == []
    told = [plain(one) for one in RuleHelp(nt.RULES).lines(width)]
    code = {
        f"  {line}".rstrip()
        for rule in nt.RULES
        for text in (rule.help.fails, rule.help.passes, block(rule))
        for line in text.splitlines()
    }
    assert [one for one in told if cell_len(one) > width and one not in code] == []
    assert "".join(told).replace(" ", "") == "".join(
        plain(one) for one in RuleHelp(nt.RULES).lines(None)
    ).replace(" ", "")


def test_explanations_have_colour_where_it_is_wanted() -> None:
    """Names and headings are bold; the characters are the same."""
    for words in ([], ["NT504"]):
        coloured = call("explain", *words, "--color=always", "--width=60").out
        assert "\x1b[1mNT504 not-present" in coloured
        assert _SGR.sub("", coloured) == call("explain", *words, "--width=60").out


def test_the_help_tells_of_every_option() -> None:
    """`check --help` and `explain --help` name their arguments, their options and the exit status."""
    help_ = run("check", "--help")
    assert (help_.status, help_.err) == (0, "")
    options = {
        "--select",
        "--ignore",
        "--strict",
        "--fail-on",
        "--rules",
        "--format",
        "--color",
        "--width",
        "--ascii",
    }
    assert options <= {word.rstrip(":") for word in help_.out.split()}
    assert "exit status" in " ".join(help_.out.split())
    assert {"--rules", "--format"} <= set(run("explain", "--help").out.split())


def test_dossiers_of_the_repository_are_clean() -> None:
    """What comes with negotrack keeps its own rules, checked as a folder."""
    done = run("check", "seeds", cwd=ROOT)
    assert (done.status, done.out) == (0, "")
