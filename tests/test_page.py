"""What is in the page of a negotiation before a browser opens it?"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

import negotrack as nt
from command import call
from negotrack.testing import negotiations
from negotrack.views.reasons import Reasons
from negotrack.visible import visible
from negotrack.web import replay
from negotrack.web.replay import Replay
from web_pages import interactive


@pytest.mark.parametrize("name", nt.seeds())
def test_page_has_nothing_in_it_but_ours(name: str) -> None:
    """It is well-formed, and has the elements and attributes of our template alone."""
    assert interactive(nt.page(nt.seed(name))).faults == []


def test_page_can_be_mailed() -> None:
    """The page of 67 rounds, 84 demands and 192 sources has less than 400 kB."""
    assert len(nt.page(nt.seed("armenia-azerbaijan")).encode()) < 400_000


def test_page_is_of_a_negotiation() -> None:
    """A state has no rounds to show."""
    with pytest.raises(TypeError, match="a page is of a negotiation, not of <State as of 'sochi-2022'"):
        nt.page(nt.seed("sochi-2022").now)  # type: ignore[arg-type]


def test_page_without_rounds_says_so() -> None:
    """There is nothing to choose, and nothing to show."""
    found = interactive(nt.page(nt.Negotiation("Talks to come")))
    assert "No rounds yet." in found.body
    assert found.faults == []


def test_last_round_is_there_without_a_script() -> None:
    """What stands in the page itself is the matrix of the last round, word for word."""
    talks = nt.seed("colombia-farc")
    _, *rows = nt.matrix(talks.now).grid()
    shown = interactive(nt.page(talks)).rows
    assert [row for row in shown if row in rows] == rows


def test_of_a_large_matrix_the_outcomes_are_there() -> None:
    """Above 20,000 cells the page says so, and has for each demand its outcome, and in figures why."""
    talks = nt.Negotiation(
        "Large",
        parties=[nt.Party(f"p{number}", f"Party {number}") for number in range(150)],
        demands=[nt.Demand(f"d{number}", f"Demand {number}") for number in range(140)],
        rounds=[nt.Round("r", "2026", statements=[f"p1 proposes d{number}" for number in range(140)])],
    )
    found = interactive(nt.page(talks))
    assert "There are more cells than can be shown without a script" in found.body
    assert ["140", "Demand 139", "pending", "1 of 150 assent"] in found.rows


@given(negotiations() | negotiations(broken=True))
def test_figures_are_those_of_every_round(talks: nt.Negotiation) -> None:
    """Of many parties outcomes are told in figures, and written down only where something else became of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replay, "_FEW", -1)
        course = Replay(talks)
        runs, rows = course._outcomes(), course._rows.all()
    for number in range(1, len(talks.rounds) + 1):
        state = talks.at(number)
        reasons = Reasons.of(state)
        for entry, run in zip(state.outline, runs, strict=True):
            latest = max(place for place in range(0, len(run), 2) if run[place] <= number)
            standing = state.standing(entry.demand.id)
            assert rows[run[latest + 1]][0] == standing.outcome
            assert rows[run[latest + 1]][3] == reasons.in_figures(standing)


def test_command_writes_a_file(tmp_path: Path) -> None:
    """With `-o` the page is in the file, and nothing is printed."""
    file = tmp_path / "talks.html"
    done = call("page", "sochi-2022", "-o", str(file))
    assert (done.status, done.out, done.err) == (0, "", "")
    assert file.read_text(encoding="utf-8") == nt.page(nt.seed("sochi-2022"))


def test_command_prints_without_a_file() -> None:
    """Without `-o` it goes to standard output, in UTF-8."""
    assert call("page", "sochi-2022").out == nt.page(nt.seed("sochi-2022"))


def test_no_dossier_is_written_over(tmp_path: Path) -> None:
    """A file that is not called as a page is left alone."""
    file = tmp_path / "talks.toml"
    file.write_text('title = "Talks"\n', encoding="utf-8")
    done = call("page", "sochi-2022", "-o", str(file))
    assert done.status == 2
    assert done.err == f"`{visible(str(file))}` is no name of a page: let it end in .html\n"
    assert file.read_text(encoding="utf-8") == 'title = "Talks"\n'


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Where there is no such folder, the message says what is wrong, and the status is 2."""
    file = tmp_path / "none" / "talks.html"
    done = call("page", "sochi-2022", "-o", str(file))
    assert (done.status, done.err) == (
        2,
        f"{visible(str(file))} cannot be written: there is no folder `{visible(str(file.parent))}`\n",
    )


def test_terminal_gets_no_page() -> None:
    """On a terminal a page is not printed, but it is said how to write one."""
    near, far = pty.openpty()
    command = [sys.executable, "-m", "negotrack", "page", "sochi-2022"]
    done = subprocess.run(command, stdout=far, stderr=subprocess.PIPE, check=False)
    os.close(far)
    os.close(near)
    assert done.returncode == 2
    assert done.stderr == b"a page is for a browser, not for a terminal: write it with `-o talks.html`\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    """A pipe, and a link that leads to itself, stay what they are."""
    pipe, link = tmp_path / "pipe.html", tmp_path / "link.html"
    os.mkfifo(pipe)
    link.symlink_to(link)
    for file in (pipe, link):
        done = call("page", "sochi-2022", "-o", str(file))
        assert (done.status, done.err) == (
            2,
            f"{visible(str(file))} cannot be written: it is no regular file\n",
        )
    assert pipe.is_fifo()
    assert link.is_symlink()


def test_closed_output_is_no_fault() -> None:
    """Where there is no standard output, nothing is written, as by the other commands."""
    command = f"{sys.executable} -m negotrack page sochi-2022 >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)  # noqa: S607 - any shell will do
    assert (done.returncode, done.stderr) == (0, b"")
