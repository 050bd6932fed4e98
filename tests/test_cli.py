"""What the command prints, where, and with which exit status."""

import json
import os
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

import golden
from command import ROOT, call, run
from negotrack import Negotiation, __version__, dump, dumps, loads, matrix, seed
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.testing import negotiations

GOLDEN = golden.read("sochi/matrix-plain")
SOCHI = str(ROOT / "seeds" / "sochi-2022.toml")
_TALKS = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "4% from April" }
[[rounds]]
id = "march"
date = 2026-03-02
statements = ["union proposes pay"]
[[rounds]]
id = "april"
date = "2026-04"
statements = ["employer accepts pay"]
"""


@pytest.fixture
def talks(tmp_path: Path) -> str:
    """Give the path of a dossier with two rounds."""
    path = tmp_path / "talks.toml"
    path.write_text(_TALKS)
    return str(path)


def test_matrix_of_the_sochi_dossier_is_this() -> None:
    """The whole text, in a process of its own."""
    done = run("matrix", SOCHI)
    assert done == (0, GOLDEN, "")


def test_a_bundled_dossier_goes_by_its_name(tmp_path: Path) -> None:
    """The bare name does from any folder."""
    assert run("matrix", "sochi-2022", cwd=tmp_path) == (0, GOLDEN, "")


def test_a_file_goes_before_a_bundled_dossier_of_its_name(tmp_path: Path) -> None:
    """Where a file has the name of a bundled dossier, the file is meant."""
    (tmp_path / "sochi-2022").write_text(_TALKS)
    assert run("matrix", "sochi-2022", cwd=tmp_path).out.startswith("Pay talks\n")


def test_a_folder_is_no_file_and_hides_no_bundled_dossier(tmp_path: Path) -> None:
    """A folder for the notes on a negotiation, called like it, is no dossier."""
    (tmp_path / "sochi-2022").mkdir()
    assert run("matrix", "sochi-2022", cwd=tmp_path).status == 0


@pytest.mark.parametrize("format_", ["toml", "json"])
def test_a_dash_is_standard_input(format_: str) -> None:
    """With `-` the dossier comes from standard input, in either format."""
    assert run("matrix", "-", stdin=dumps(seed("sochi-2022"), format_).encode()) == (
        0,
        GOLDEN,
        "",
    )


def test_a_fault_of_standard_input_is_of_stdin() -> None:
    """A finding names `<stdin>` as the file."""
    done = run("matrix", "-", stdin=b"title = 3")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines() == [
        "<stdin>:1:9: error[NT003] `title` takes a text, not the number 3",
        "  |",
        "1 | title = 3",
        "  |         ^",
    ]


@pytest.mark.parametrize(
    ("at", "heading"),
    [
        ("march", "After round 1 of 2: 2 Mar 2026"),
        ("april", "After round 2 of 2: Apr 2026"),
        ("1", "After round 1 of 2: 2 Mar 2026"),
        ("2", "After round 2 of 2: Apr 2026"),
        ("-1", "After round 2 of 2: Apr 2026"),
        ("-2", "After round 1 of 2: 2 Mar 2026"),
        ("2026-03-02", "After round 1 of 2: 2 Mar 2026"),
        ("2026-03-31", "After round 1 of 2: 2 Mar 2026"),
        ("2026-04", "After round 2 of 2: Apr 2026"),
        ("2030-01-01", "After round 2 of 2: Apr 2026"),
        ("2026-03-01", "Before the first round"),
        ("start", "Before the first round"),
    ],
)
def test_a_round_goes_by_id_number_or_date(talks: str, at: str, heading: str) -> None:
    """`--at` takes the id of a round, its number from either end, a date, and `start`; in both spellings."""
    for arguments in (("--at", at), (f"--at={at}",)):
        done = call("matrix", talks, *arguments)
        assert (done.status, done.err) == (0, "")
        assert done.out.splitlines()[1] == heading
    assert call("matrix", "--at", at, talks) == done


def test_a_year_is_a_date(talks: str) -> None:
    """Four digits are a year, since no negotiation has that many rounds."""
    assert call("matrix", talks, "--at", "2026").out == call("matrix", talks).out


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("marsh", "no round `marsh`; did you mean `march`?"),
        ("March", "no round `March`; did you mean `march`?"),
        ("x", "no round `x`; there are march, april"),
        ("4th", "no round `4th`; there are march, april"),
        ("0", "no round `0`; they are numbered from 1 on, and `start` is before the first"),
        ("3", "no round `3`; there are march, april"),
        ("-3", "no round `-3`; there are march, april"),
        ("2026-02-30", "`2026-02-30` names a day that does not exist"),
        ("2026-3-2", '`2026-3-2` is no date; write "2026-03-02"'),
    ],
)
def test_a_round_that_there_is_not_is_an_error(talks: str, at: str, message: str) -> None:
    """Nothing is printed but the message, with what was probably meant, and the status is 2."""
    assert call("matrix", talks, "--at", at) == (2, "", f"{message}\n")


def test_an_empty_round_is_no_round(talks: str) -> None:
    """`--at ""`, as from a script whose variable is not set, does not silently mean the last round."""
    assert call("matrix", talks, "--at", "").status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["matrix"], 'Command "matrix" parameter FILE requires an argument.'),
        (
            ["matrx", "sochi-2022"],
            (
                'Unknown command "matrx". Did you mean "matrix"? '
                "Available commands: matrix, report, page, show, diff, log, ledger, compare, ..."
            ),
        ),
        (
            ["matrix", "sochi-2022", "--format", "xml"],
            'Invalid value "xml" for --format. Choose from: "text", "json", "csv", "markdown", "html", "svg".',
        ),
        (["matrix", "sochi-2022", "--format"], 'Command "matrix" parameter --format requires an argument.'),
        (["matrix", "sochi-2022", "--at"], 'Command "matrix" parameter --at requires an argument.'),
        (["matrix", "sochi-2022", "--bogus"], "Unknown option: --bogus."),
        (["matrix", "--bogus", "sochi-2022"], "Unknown option: --bogus."),
        (["matrix", "--bogus"], "Unknown option: --bogus."),
        (["matrix", "sochi-2022", "2"], "too many arguments: `2`; for a round: --at 2"),
        (["matrix", "sochi-2022", "2", "-"], "too many arguments: `2`, `-`"),
        (["ledger", "sochi-2022", "2"], "too many arguments: `2`"),
    ],
)
def test_wrong_use_is_an_error(arguments: list[str], message: str) -> None:
    """What is wrong is named, with where to read more; nothing goes to standard output, and the status is 2."""
    command = "" if arguments[0] == "matrx" else f"{arguments[0]} "
    assert call(*arguments) == (2, "", f"{message}\nSee `negotrack {command}--help`.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("report sochi-2022 --html", "Unknown option: --html. Write `--format html`."),
        ("report sochi-2022 --csv", "Unknown option: --csv."),
        (
            "report sochi-2022 -o r.html",
            "Unknown option: -o. It goes to standard output: `--format html > r.html`.",
        ),
        ("report sochi-2022 -o", "Unknown option: -o. It goes to standard output: `> FILE`."),
        (
            "report sochi-2022 --output=r.csv",
            "Unknown option: --output. It goes to standard output: `> FILE`.",
        ),
        ("log sochi-2022 --at 1", "Unknown option: --at. Did you mean --since?"),
        ("matrix sochi-2022 --round 1", "Unknown option: --round. Did you mean --at?"),
        ("matrix sochi-2022 --patry x", "Unknown option: --patry. Did you mean --party?"),
        ("check sochi-2022 --round 1", "Unknown option: --round."),
        (
            "diff sochi-2022 --since 1",
            "Unknown option: --since. The rounds stand behind the file: `negotrack diff FILE BEFORE AFTER`.",
        ),
        ("log sochi-2022 1", "too many arguments: `1`; for a round: --since 1"),
        (
            "show sochi-2022 Peace Treaty",
            "too many arguments: `Treaty`; a name of several words stands in quotation marks: 'Peace Treaty'",
        ),
        (
            "show sochi-2022 peace treaty",
            (
                "too many arguments: `treaty`; for a round: --at treaty; "
                "a name of several words stands in quotation marks: 'peace treaty'"
            ),
        ),
        ("show sochi-2022 treaty 1", "too many arguments: `1`; for a round: --at 1"),
        (
            "matrix march sochi-2022",
            "too many arguments: `sochi-2022`; the file comes first: negotrack matrix sochi-2022 --at march",
        ),
        (
            "ledger march sochi-2022",
            "too many arguments: `sochi-2022`; the file comes first: negotrack ledger sochi-2022",
        ),
        (
            "matrix sochi-2022 colombia-farc",
            (
                "too many arguments: `colombia-farc`; "
                "two records are compared by negotrack compare sochi-2022 colombia-farc"
            ),
        ),
    ],
)
def test_wrong_use_says_what_was_probably_meant(arguments: str, message: str) -> None:
    """What is suggested is what the command takes, and not the option whose letters are most alike."""
    given = arguments.split()
    assert call(*given) == (2, "", f"{message}\nSee `negotrack {given[0]} --help`.\n")


@pytest.mark.parametrize("command", ["show", "diff"])
def test_a_file_behind_another_argument_is_told_to_come_first(command: str) -> None:
    """Where the first argument names no file, and another does, the hint has them in order."""
    done = call(command, "treaty", "sochi-2022", "--ascii")
    hint = f"  = hint: the file comes first: negotrack {command} sochi-2022 treaty --ascii"
    assert done.err.splitlines()[1:] == [hint]
    assert "comes first" not in call("compare", "treaty", "sochi-2022").err


def test_a_file_in_the_place_of_a_round_is_for_compare() -> None:
    """Who gives diff two files is told of the command that takes two."""
    assert call("diff", "sochi-2022", "colombia-farc").err == (
        "no round `colombia-farc`; two records are compared by negotrack compare sochi-2022 colombia-farc\n"
    )


@pytest.mark.parametrize(
    ("name", "id_"), [("Peace treaty", "treaty"), ("demand:peace Treaty", "treaty"), ("Armenia", "armenia")]
)
def test_a_name_in_the_place_of_an_id_is_told_with_the_id(name: str, id_: str) -> None:
    """Who writes what the matrix shows is told the id of it."""
    assert f"; write the id of that name: `{id_}`\n" in call("show", "sochi-2022", name).err


@pytest.mark.parametrize(
    ("there", "given", "meant"),
    [
        ("delta.toml", "Delta.toml", "delta.toml"),
        ("delta.toml", "detla.toml", "delta.toml"),
        ("hospital.toml.txt", "hospital.toml", "hospital.toml.txt"),
        ("delta.toml", "delta.json", ""),
        ("delta.toml", "wages.toml", ""),
        (".delta.toml", "delta.toml", ""),
    ],
)
def test_a_file_of_nearly_that_name_is_suggested(tmp_path: Path, there: str, given: str, meant: str) -> None:
    """A slip in the name of a file, or an ending that an editor added; nothing where no file is like it."""
    (tmp_path / there).write_text(_TALKS)
    done = call("matrix", str(tmp_path / given))
    suggested = [f"  = hint: did you mean `{tmp_path / meant}`?"] if meant else []
    assert done.err.splitlines()[1:] == suggested


@pytest.mark.parametrize("path", ["missing.toml", "seeds", "/dev/null/x", ""])
def test_a_file_that_cannot_be_read_is_an_error(path: str) -> None:
    """The finding goes to standard error, and the status is 2."""
    done = call("matrix", path)
    assert (done.status, done.out) == (2, "")
    assert "error[NT001]" in done.err


def test_a_folder_is_for_check() -> None:
    """A command that takes one dossier says of a folder which command takes one."""
    assert "  = hint: of the commands only `check` takes folders" in call("matrix", "seeds").err


def test_a_name_almost_bundled_is_suggested() -> None:
    """The name of a bundled dossier with a slip in it, or with an ending, gets a suggestion."""
    for name in ("sotchi-2022", "sochi-2022.toml"):
        assert "  = hint: did you mean `sochi-2022`? " in call("matrix", name).err


def test_all_faults_are_printed_in_blocks() -> None:
    """Findings are apart by an empty line, all on standard error."""
    done = call("matrix", "-", stdin=b"titel = 1\nnote = 2")
    assert (done.status, done.out) == (2, "")
    assert [block.splitlines()[0].split(" ")[1] for block in done.err.split("\n\n")] == [
        "error[NT002]",
        "error[NT003]",
    ]


@given(negotiations() | negotiations(broken=True))
def test_json_is_the_document_of_the_state(drawn: Negotiation) -> None:
    """`--format json` prints one JSON document, as of any round, and nothing else."""
    for number in ("start", *range(1, len(drawn.rounds) + 1)):
        done = call("matrix", "-", "--format", "json", f"--at={number}", stdin=dumps(drawn, "json").encode())
        assert (done.status, done.err) == (0, "")
        assert json.loads(done.out) == matrix_json(drawn.at(number))


@given(negotiations() | negotiations(broken=True))
def test_text_is_the_view_of_the_state(drawn: Negotiation) -> None:
    """Without a format, the matrix is printed as `print(matrix(...))` does it."""
    done = call("matrix", "-", stdin=dumps(drawn).encode())
    assert done == (0, f"{matrix(drawn.now)}\n", "")


_PACKAGE = """\
title = "T"
parties = { a = "A", b = "B" }
[demands]
x = { title = "X", excludes = ["y"], requires = ["z"] }
y = "Y"
z = "Z"
[[rounds]]
id = "r"
date = "2022"
statements = ["a proposes x", "b accepts x if y", "b proposes y", "a accepts y if x", "a proposes z"]
"""


def test_a_package_is_printed_with_what_it_breaks() -> None:
    """Conditional offers that would close together are named, in the text and in the document."""
    document = json.loads(call("matrix", "-", "--format=json", stdin=_PACKAGE.encode()).out)
    assert document["package"] == ["x", "y"]
    assert document["package_breaks"] == [{"demand": "x", "excludes": "y"}, {"demand": "x", "requires": "z"}]
    assert call("matrix", "-", stdin=_PACKAGE.encode()).out.splitlines()[-5:] == [
        "0 of 3 agreed, 0 rejected, 3 pending",
        "Package on the table: 1 and 2 would be agreed together.",
        "Not both can be agreed: 1 excludes 2.",
        "Not without the other: 1 requires 3 (pending).",
        "if 1: counts once 1 is agreed",
    ]


def test_json_of_the_start_has_no_round(talks: str) -> None:
    """Before the first round `round` is null, and nobody stands anywhere."""
    document = json.loads(call("matrix", talks, "--at=start", "--format=json").out)
    assert (document["round"], document["positions"]) == (None, [])


def test_a_date_means_the_last_day_of_it(talks: str) -> None:
    """A month as the round means the round as of the end of the month, as a day of Python does."""
    document = json.loads(call("matrix", talks, "--at=2026-03", "--format=json").out)
    assert document == matrix_json(loads(_TALKS).at(date(2026, 3, 31)))


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_is_data(arguments: list[str]) -> None:
    """Help was asked for, so it goes to standard output, plain, and the status is 0."""
    done = run(*arguments)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Usage: negotrack COMMAND\n")
    assert "matrix" in done.out
    assert "\x1b" not in done.out


def test_help_of_a_command_names_its_arguments() -> None:
    """`matrix --help` tells of FILE and of every option."""
    done = run("matrix", "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Usage: negotrack matrix [OPTIONS] FILE\n")
    assert {"--at", "--format"} <= set(done.out.split())


@pytest.mark.parametrize("arguments", [["--help"], ["matrix", "--help"]])
def test_help_has_whole_lines(arguments: list[str]) -> None:
    """No line of the help is broken twice, which leaves single words on lines of their own."""
    lines = run(*arguments, environment={"COLUMNS": "80"}).out.splitlines()
    assert all(len(line.rstrip()) <= 80 for line in lines)
    assert [line for line in lines if len(line.split()) == 1 and not line.endswith((":", "."))] == []


def test_help_is_told_where_a_window_has_no_columns() -> None:
    """A window that nobody can look into has no width, as one that is started hidden."""
    done = run("matrix", "--help", environment={"COLUMNS": "0"})
    assert done.status == 0
    assert {"--at", "--format"} <= set(done.out.split())
    assert done.err == ""


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"]])
def test_help_flows(arguments: list[str], width: int) -> None:
    """Each paragraph fills its lines, and goes on under its entry: no line has room for the word after it."""
    lines = run(*arguments, environment={"COLUMNS": str(width)}).out.splitlines()
    assert max(map(len, lines)) <= width
    assert lines == [line.rstrip() for line in lines]
    for line, after in pairwise(lines):
        indent = len(after) - len(after.lstrip())
        if line and after and indent != 2:
            assert indent in {0, 4}
            assert len(f"{line} {after.split()[0]}") > width


def test_version_is_printed() -> None:
    """`--version` prints the name and the version, and nothing else."""
    assert run("--version") == (0, f"negotrack {__version__}\n", "")


def _status_with(talks: str, redirection: str) -> tuple[int, str]:
    """Run the command in a shell with a redirection, and give its status and what it said on standard error."""
    script = f'"$0" -m negotrack matrix "$1" --format json {redirection}; echo $? >&2'
    done = subprocess.run(["/bin/sh", "-c", script, sys.executable, talks], capture_output=True, check=False)
    *said, status = done.stderr.decode().splitlines()
    return int(status), "\n".join(said)


@pytest.fixture
def long_talks(tmp_path: Path) -> str:
    """Give the path of a dossier whose matrix is longer than any buffer."""
    path = tmp_path / "long.toml"
    demands = "\n".join(f'd{n} = "Demand {n}"' for n in range(5000))
    path.write_text(
        f'title = "T"\n[parties]\na = "A"\n[[rounds]]\nid = "r"\ndate = "2022"\n[demands]\n{demands}'
    )
    return str(path)


def test_a_reader_that_has_enough_is_no_error(long_talks: str) -> None:
    """With `| head -1` one line is printed, and no traceback."""
    assert _status_with(long_talks, "| head -1") == (0, "")


@pytest.mark.parametrize("arguments", [["matrix"], ["matrix", "--format=json"], ["--help"], ["--version"]])
def test_a_reader_that_is_gone_gives_status_0(long_talks: str, arguments: list[str]) -> None:
    """The command itself ends with 0 where nobody reads its output any more."""
    file = [long_talks] if arguments[0] == "matrix" else []
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "negotrack", *arguments, *file],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_of_errors_that_is_gone_leaves_status_2(tmp_path: Path) -> None:
    """With `2>&1 | head -1` the status still says that the file could not be read."""
    path = tmp_path / "bad.toml"
    path.write_text("x = 1\n" + "".join(f"x{n} = 1\n" for n in range(5000)))
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-m", "negotrack", "matrix", path], stderr=writing, check=False)
    os.close(writing)
    assert done.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_an_error_without_traceback(talks: str, long_talks: str) -> None:
    """Where the output cannot be written, one line says so, and the status is 2."""
    for path in (talks, long_talks):
        status, said = _status_with(path, "> /dev/full")
        assert status == 2
        assert "No space left on device" in said
        assert "Traceback" not in said


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-"])
def test_closed_streams_give_no_traceback(talks: str, redirection: str) -> None:
    """A shell can close standard output, error and input; what is not needed is not missed."""
    script = f'"$0" -m negotrack matrix "$1" {redirection}'
    done = subprocess.run(["/bin/sh", "-c", script, sys.executable, talks], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_closed_input_is_an_error_without_traceback() -> None:
    """Where `-` is asked for and standard input is closed, a message says so, and the status is 2."""
    script = '"$0" -m negotrack matrix - <&-'
    done = subprocess.run(["/bin/sh", "-c", script, sys.executable], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


_TITLE = "\u0540\u0561\u0575\u0561\u057d\u057f\u0561\u0576"
_NARROW = [
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("environment", _NARROW)
@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_narrow_terminal_gets_escapes(environment: dict[str, str], format_: str) -> None:
    """Where the output cannot hold a character it is escaped; nothing fails."""
    stdin = f'title = "{_TITLE} \U0001f600"\n'.encode()
    done = run("matrix", "-", "--format", format_, stdin=stdin, environment=environment)
    assert (done.status, done.err) == (0, "")
    assert _TITLE in done.out or "\\u0540\\u0561" in done.out


@pytest.mark.parametrize("environment", _NARROW)
def test_json_for_a_narrow_terminal_is_json(environment: dict[str, str]) -> None:
    """Also where its characters have to be escaped, the document means the same."""
    title = f"{_TITLE} \U0001f600 \u00e9"
    done = run("matrix", "-", "--format=json", stdin=f'title = "{title}"\n'.encode(), environment=environment)
    assert json.loads(done.out)["negotiation"] == title


@pytest.mark.parametrize("environment", _NARROW)
def test_errors_on_a_narrow_terminal_are_escaped(environment: dict[str, str]) -> None:
    """The same goes for standard error: faults, file names, arguments."""
    for arguments in (
        ["matrix", "-"],
        ["matrix", _TITLE],
        [_TITLE],
        ["matrix", "sochi-2022", "--at", _TITLE],
    ):
        done = run(*arguments, stdin=f'{_TITLE} = "{_TITLE}"\n'.encode(), environment=environment)
        assert (done.status, done.out) == (2, "")
        assert "Traceback" not in done.err


def test_the_environment_has_no_say_in_the_text(tmp_path: Path) -> None:
    """Width, colour and language of the terminal change nothing."""
    environment = {
        "COLUMNS": "20",
        "FORCE_COLOR": "1",
        "TERM": "xterm",
        "LC_ALL": "de_DE.UTF-8",
        "PYTHONUTF8": "1",
    }
    assert run("matrix", SOCHI, cwd=tmp_path, environment=environment).out == GOLDEN


def test_a_saved_dossier_is_shown_like_the_first(tmp_path: Path) -> None:
    """The matrix of a dossier that was loaded and saved is the same, in both formats."""
    for ending in ("toml", "json"):
        dump(seed("sochi-2022"), tmp_path / f"saved.{ending}")
        assert call("matrix", str(tmp_path / f"saved.{ending}")).out == GOLDEN


def test_a_dash_elsewhere_is_a_dash(talks: str) -> None:
    """`-` stands for standard input in the place of a file only."""
    assert call("matrix", talks, "--at", "-").err.startswith("no round `-`")


def test_a_round_is_told_as_of_itself(talks: str) -> None:
    """`show` of a round takes no other round, which would have no effect."""
    assert call("show", talks, "round:april", "--at", "march") == (
        2,
        "",
        "`--at` has no effect there: a round is told as of itself\n",
    )
