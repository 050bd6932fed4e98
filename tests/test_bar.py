"""Long work shows a bar at a terminal, and nowhere else; when it is done, nothing is left of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping

import pytest

from negotrack import Work
from negotrack.bar import PATIENCE, Bar
from terminal import START, at_terminal

AT_ONCE = "from negotrack import bar\nbar.PATIENCE = 0\n"
"""What makes the bar appear with the first step of any work."""
HIDDEN, SHOWN = "\x1b[?25l", "\x1b[?25h"
"""What hides the cursor, and shows it again."""
WIPED = "\r\x1b[1A\x1b[2K"
"""What goes back to the line of the bar, and empties it."""
_COLOR = re.compile(r"\x1b\[[0-9;]+m")
_CONTROL = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|\r")
_CHECK = ("check", "sochi-2022")


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Give what it shows."""
        return self.now


def pictures(said: str) -> list[str]:
    """Give what the bar said each time it was drawn: the work, and how much of it is done."""
    found = re.finditer(r"(\w+) [━╸╺ ]+ (\d+%)", _CONTROL.sub("", said))
    return [f"{one[1]} {one[2]}" for one in found]


@pytest.fixture
def clock() -> Clock:
    """Give a clock for a bar."""
    return Clock()


@pytest.fixture
def bar(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Bar:
    """Give a bar on a terminal that begins to wait now."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    return Bar(clock)


def test_short_work_shows_nothing(bar: Bar, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is drawn before the time has come."""
    for done in range(11):
        clock.now += PATIENCE / 11
        bar(Work.READING, done, 10) if done < 10 else bar.close()
    assert capsys.readouterr() == ("", "")


def test_long_work_shows_a_bar_until_it_is_done(
    bar: Bar, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is done, and how much of it; with the last step its line is empty and the cursor is back."""
    clock.now += PATIENCE
    bar(Work.OUTCOMES, 3, 10)
    out, err = capsys.readouterr()
    assert (out, set(pictures(err)), err.count(HIDDEN)) == ("", {"outcomes 30%"}, 1)
    bar(Work.OUTCOMES, 10, 10)
    out, err = capsys.readouterr()
    assert (out, err[-len(SHOWN + WIPED) :]) == ("", SHOWN + WIPED)


def test_work_in_one_long_step_shows_a_bar_at_once(bar: Bar, capsys: pytest.CaptureFixture[str]) -> None:
    """While a large text is parsed nothing could draw one."""
    bar(Work.PARSING, 0, 1)
    assert set(pictures(capsys.readouterr().err)) == {"parsing 0%"}
    bar(Work.PARSING, 1, 1)
    assert capsys.readouterr().err.endswith(SHOWN + WIPED)


def test_bar_is_drawn_four_times_a_second_at_most(
    bar: Bar, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many steps are done, whoever has each picture read out is not flooded."""
    clock.now += PATIENCE
    bar(Work.RULES, 0, 1000)
    capsys.readouterr()
    for done in range(1, 1000):
        clock.now += 0.001
        bar(Work.RULES, done, 1000)
    assert 3 <= len(pictures(capsys.readouterr().err)) <= 4
    bar.close()


def test_bar_shows_work_within_work(bar: Bar, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """What is done now is what it says, and when that is done, the work around it is back."""
    told = []
    steps = [(Work.RULES, 1, 4), (Work.OUTCOMES, 1, 2), (Work.OUTCOMES, 2, 2), (Work.RULES, 2, 4)]
    for step in steps:
        clock.now += PATIENCE
        bar(*step)
        told += pictures(capsys.readouterr().err)[-1:]
    bar.close()
    assert told == ["rules 25%", "outcomes 50%", "outcomes 50%", "rules 50%"]


def test_closing_takes_away_a_bar_whose_work_goes_no_further(
    bar: Bar, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where work is broken off; closed twice, it is closed."""
    clock.now += PATIENCE
    bar(Work.READING, 1, 2)
    bar.close()
    assert capsys.readouterr().err.endswith(SHOWN + WIPED)
    bar.close()
    assert capsys.readouterr() == ("", "")


# At a terminal


def test_bar_is_on_standard_error_alone() -> None:
    """Standard output is what it is without a bar, and of the bar nothing is left but what was wiped."""
    quick, done = at_terminal("matrix", "sochi-2022"), at_terminal("matrix", "sochi-2022", prepared=AT_ONCE)
    assert (done.status, done.out, quick.err) == (0, quick.out, "")
    assert pictures(done.err)[0] == "reading 0%"
    assert done.err.endswith(SHOWN + WIPED)


def test_bar_is_gone_before_anything_else_is_said() -> None:
    """What a command has to say comes where the bar was."""
    done = at_terminal("matrix", "sochi-2022", "--at", "moon", prepared=AT_ONCE)
    assert done.status == 2
    assert done.err.rpartition(WIPED)[2].startswith("no round `moon`")


def test_bar_goes_when_work_is_broken_off() -> None:
    """Where a rule raises, the bar does not stand before what is said of it."""
    broken = (
        "from negotrack import checking\ndef fail(*_): raise LookupError('odd')\nchecking._given = fail\n"
    )
    done = at_terminal(*_CHECK, prepared=AT_ONCE + broken)
    assert done.status == 2
    assert "LookupError: odd" in done.err.rpartition(SHOWN + WIPED)[2]


def test_no_color_takes_the_colour_of_the_bar() -> None:
    """With `NO_COLOR` the bar has none."""
    colored = at_terminal(*_CHECK, prepared=AT_ONCE).err
    bare = at_terminal(*_CHECK, prepared=AT_ONCE, environment={"NO_COLOR": "1"}).err
    assert (bool(_COLOR.search(colored)), bool(_COLOR.search(bare))) == (True, False)
    assert pictures(bare)


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_terminal_that_cannot_wipe_gets_no_bar(term: str) -> None:
    """Where nothing can be taken back, nothing is shown."""
    done = at_terminal("matrix", "sochi-2022", prepared=AT_ONCE, environment={"TERM": term})
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1", "TERM": "xterm"}, {"TTY_COMPATIBLE": "1"}])
def test_nothing_is_shown_where_standard_error_is_no_terminal(environment: Mapping[str, str]) -> None:
    """In a pipe standard error stays empty, whatever the environment says, and however long it takes."""
    done = subprocess.run(
        [sys.executable, "-c", f"{AT_ONCE}{START}", "matrix", "sochi-2022"],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


def test_short_work_at_a_terminal_loads_no_bar() -> None:
    """What draws is slow to load, and is not loaded where nothing is drawn."""
    listing = (
        "import atexit, sys\natexit.register(lambda: sys.stderr.write(str('rich.progress' in sys.modules)))\n"
    )
    for prepared, is_loaded in ((listing, "False"), (listing + AT_ONCE, "True")):
        assert at_terminal("matrix", "sochi-2022", prepared=prepared).err.endswith(is_loaded)
