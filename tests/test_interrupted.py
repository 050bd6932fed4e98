"""Ctrl-C ends the command at any moment: with a word, status 130, and nothing half done.

Where the moment matters, the process sends the signal to itself there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command import Done
from terminal import START, at_terminal

CTRL_C = "import os, signal\ndef ctrl_c(*_, **__): os.kill(os.getpid(), signal.SIGINT)\n"
INTERRUPTED = Done(130, "", "interrupted\n")


def run(*arguments: str, prepared: str) -> Done:
    """Run the command in a process of its own, and some code before it."""
    done = subprocess.run(
        [sys.executable, "-c", f"{CTRL_C}{prepared}\n{START}", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"},
    )
    return Done(done.returncode, done.stdout, done.stderr)


def instead(what: str, *, then: str = "") -> str:
    """Give the code that sends the signal where a function is called; what it did may come before or behind."""
    module, _, name = what.rpartition(".")
    return (
        f"import {module} as at\nkept = at.{name}\n"
        f"def signalled(*given, **named):\n    {then or 'ctrl_c(); return kept(*given, **named)'}\n"
        f"at.{name} = signalled\n"
    )


def test_command_that_waits_is_interrupted() -> None:
    """The signal of somebody else ends the command while it waits for standard input."""
    process = subprocess.Popen(
        [sys.executable, "-c", f"{instead('negotrack.arguments._stdin', then=_READY)}{START}", "matrix", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"interrupted\n")


_READY = "print('ready', flush=True); return kept(*given, **named)"


@pytest.mark.parametrize("module", ["negotrack.cli", "cyclopts", "attrs", "negotrack.views.matrix", "tomli"])
def test_import_is_interrupted(module: str) -> None:
    """While modules load, at the start or later, no traceback says so."""
    finder = f"""
import sys
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if name == {module!r}:
            ctrl_c()
sys.meta_path.insert(0, Finder)
"""
    assert run("matrix", "sochi-2022", prepared=finder) == INTERRUPTED


@pytest.mark.parametrize("module", ["cyclopts", "negotrack.views.matrix"])
def test_class_that_is_being_made_is_interrupted(module: str) -> None:
    """What Python wraps into another error there is an interruption all the same."""
    finder = f"""
import sys
class Named:
    def __set_name__(self, *_):
        ctrl_c()
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if name == {module!r}:
            type("Odd", (), {{"one": Named()}})
sys.meta_path.insert(0, Finder)
"""
    assert run("matrix", "sochi-2022", prepared=finder) == INTERRUPTED


def test_fault_while_modules_load_is_no_interruption() -> None:
    """An error of another kind is shown as it is."""
    finder = """
import sys
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if name == "negotrack.cli":
            raise RuntimeError("odd")
sys.meta_path.insert(0, Finder)
"""
    done = run("matrix", "sochi-2022", prepared=finder)
    assert (done.status, done.err.splitlines()[-1]) == (1, "RuntimeError: odd")


@pytest.mark.parametrize(
    "moment",
    [
        "tomli.loads",
        "negotrack.history.hearings",
        "negotrack.hearings.way",
        "negotrack.printing.show_view",
    ],
)
def test_work_is_interrupted(moment: str) -> None:
    """Reading, settling and showing end without a traceback, and print nothing more."""
    assert run("matrix", "sochi-2022", prepared=instead(moment)) == INTERRUPTED


def test_rule_is_interrupted() -> None:
    """What a rule does when it is interrupted is no fault of the rule."""
    assert run("check", "sochi-2022", prepared=instead("negotrack.checking._given")) == INTERRUPTED


@pytest.mark.parametrize("was_there", [True, False])
@pytest.mark.parametrize("is_after", [True, False])
@pytest.mark.parametrize("moment", ["os.open", "os.fsync", "os.chmod", "os.replace"])
def test_page_is_written_whole_or_not_at_all(
    tmp_path: Path, moment: str, *, is_after: bool, was_there: bool
) -> None:
    """Before the page takes its place, the file is as it was, and from then on it is whole; nothing else is left."""
    page = tmp_path / "talks.html"
    if was_there:
        page.write_text("before")
    then = "done = kept(*given, **named); ctrl_c(); return done" if is_after else ""
    only_ours = f"'.negotrack-' in str(given[0]) or '{moment}' == 'os.fsync'"
    prepared = instead(
        moment, then=f"if not ({only_ours}): return kept(*given, **named)\n    {then or _BEFORE}"
    )
    done = run("page", "sochi-2022", "-o", str(page), prepared=prepared)
    assert done == INTERRUPTED
    left = {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()}
    if (moment, is_after) == ("os.replace", True):
        assert (set(left), left["talks.html"].endswith("</html>\n")) == ({"talks.html"}, True)
    else:
        assert left == ({"talks.html": "before"} if was_there else {})


_BEFORE = "ctrl_c(); return kept(*given, **named)"


def test_interrupted_command_says_so_on_nothing_where_standard_error_is_closed() -> None:
    """Without standard error, or where nobody reads it, the status says it."""
    code = f"{CTRL_C}{instead('tomli.loads')}{START}"
    for script in (
        'exec "$0" -c "$1" matrix sochi-2022 2>&-',
        'exec "$0" -c "$1" matrix sochi-2022 2>/dev/full',
    ):
        done = subprocess.run(
            ["/bin/sh", "-c", script, sys.executable, code], capture_output=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_nothing_is_said_after_output_that_nobody_reads() -> None:
    """What was printed and not yet taken is not waited for, and no error comes of that."""
    prepared = instead("tomli.loads", then="print('half a line', end=''); ctrl_c()")
    assert run("matrix", "sochi-2022", prepared=prepared) == INTERRUPTED


def test_bar_of_interrupted_work_is_wiped() -> None:
    """The terminal is as it was: the cursor is back, and the line of the bar is that of the word."""
    prepared = f"""{CTRL_C}
from negotrack import bar
bar.PATIENCE = 0
kept = bar.Bar._draw
def drawn(*given):
    kept(*given)
    ctrl_c()
bar.Bar._draw = drawn
"""
    done = at_terminal("matrix", "sochi-2022", prepared=prepared)
    assert (done.status, done.out) == (130, "")
    assert "reading" in done.err
    assert done.err.endswith("\x1b[?25h\r\x1b[1A\x1b[2Kinterrupted\n")
