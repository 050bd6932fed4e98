"""What comes with negotrack is listed as it is, and goes by its name everywhere."""

import csv
import json
from collections.abc import Mapping
from io import StringIO
from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len

import negotrack as nt
from command import ROOT, call
from command_line import READING, formats
from hostile import TEXTS, acting
from negotrack.formats.csv.seeds import COLUMNS
from negotrack.formats.csv.seeds import seeds as seeds_csv
from negotrack.formats.json.seeds import seeds as seeds_json
from negotrack.views.lines import plain
from negotrack.views.markdown import markdown
from negotrack.views.seeds import SeedList
from records import complete

_OF_TWO = {"compare", "agreement"}
"""The commands that take two dossiers."""
_FOLDER = Path("/usr/share/seeds")
_HARBOUR = nt.loads(
    """\
title = "Talks on the harbour of Arland, on its railways and on its roads"
parties = { a = "Arland", b = "Borland" }
demands = { x = "Ports", y = "Rails", z = "Roads" }
[[rounds]]
id = "one"
date = "2026-03-02/2026-03-04"
statements = ["a proposes x and y", "b provisionally accepts x"]
[[rounds]]
id = "two"
date = "2026-05-11/2026-05-15"
statements = ["b rejects y"]
""",
    file="harbour.toml",
)
_MADE_UP = {
    "harbour": _HARBOUR,
    "pay-2026": nt.Negotiation("Pay talks", parties=[nt.Party("union", "Union")]),
}
_NAMES = [file.stem for file in sorted(ROOT.glob("seeds/*.toml"))]


def shown(seeds: Mapping[str, nt.Negotiation], width: int | None) -> list[str]:
    """Give the lines of a list."""
    return [plain(line) for line in SeedList(seeds, _FOLDER).lines(width)]


def test_each_is_told_by_what_it_is_and_holds() -> None:
    """Name, title, when, how much, and with which outcomes; then what the names are for, and where the files are."""
    assert shown(_MADE_UP, None) == [
        "harbour   Talks on the harbour of Arland, on its railways and on its roads",
        "          2 rounds, 2 Mar 2026 to 15 May 2026",
        "          2 parties, 3 demands, 3 statements",
        "          1 of 2 agreed (1 provisionally), 1 rejected, 0 pending; 1 unraised",
        "",
        "pay-2026  Pay talks",
        "          No rounds yet.",
        "          1 party, 0 demands, 0 statements",
        "          0 of 0 agreed, 0 rejected, 0 pending",
        "",
        "Every command takes these names: negotrack report pay-2026",
        "Their files: /usr/share/seeds",
    ]


def test_facts_wrap_beside_the_name() -> None:
    """Where a fact has no room it goes on below itself, so that the names stand alone."""
    assert shown(_MADE_UP, 60)[:6] == [
        "harbour   Talks on the harbour of Arland, on its railways",
        "          and on its roads",
        "          2 rounds, 2 Mar 2026 to 15 May 2026",
        "          2 parties, 3 demands, 3 statements",
        "          1 of 2 agreed (1 provisionally), 1 rejected, 0",
        "          pending; 1 unraised",
    ]


def test_facts_stand_below_the_name_where_there_is_little_room() -> None:
    """In a narrow window the name does not take a third of it from the facts; the folder stays whole."""
    assert shown({"pay-2026": _MADE_UP["pay-2026"]}, 20) == [
        "pay-2026",
        "  Pay talks",
        "  No rounds yet.",
        "  1 party, 0",
        "    demands, 0",
        "    statements",
        "  0 of 0 agreed, 0",
        "    rejected, 0",
        "    pending",
        "",
        "Every command takes",
        "  these names:",
        "  negotrack report",
        "  pay-2026",
        "Their files:",
        "/usr/share/seeds",
    ]


def test_nothing_is_listed_where_nothing_came() -> None:
    """Without any dossier there is one line that says so."""
    assert shown({}, 80) == ["No dossier came with this negotrack."]
    assert markdown(SeedList({}, _FOLDER)) == "No dossier came with this negotrack.\n"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_dossiers_are_listed_safely(text: str) -> None:
    """No name, title or folder acts in a terminal, and no line is wider than asked for but for the folder."""
    view = SeedList({text: complete(text), "harbour": _HARBOUR}, Path(text.replace("\0", "")))
    for width in (20, 40, 60, 80, 120):
        lines = [plain(line) for line in view.lines(width)]
        assert all(cell_len(line) <= width for line in lines[:-1])
        assert acting("".join(lines)) == set()
    assert acting(str(view) + markdown(view) + seeds_csv(view.seeds)) == set()


def test_document_has_an_entry_for_each() -> None:
    """The keys are there for all; what is not known is null."""
    first, second = json.loads(json.dumps(seeds_json(_MADE_UP)))["seeds"]
    assert first == {
        "name": "harbour",
        "title": _HARBOUR.title,
        "first_date": "2026-03-02/2026-03-04",
        "last_date": "2026-05-11/2026-05-15",
        "size": {"rounds": 2, "parties": 2, "demands": 3, "statements": 3},
        "counts": {"agreed": 1, "provisional": 1, "rejected": 1, "pending": 0, "total": 2},
        "file": "harbour.toml",
    }
    assert (second["first_date"], second["last_date"], second["file"]) == (None, None, None)


def test_table_has_a_row_for_each() -> None:
    """The table says what the document does; what is not known is empty."""
    rows = list(csv.reader(StringIO(seeds_csv(_MADE_UP)), strict=True))
    dates = ["2026-03-02/2026-03-04", "2026-05-11/2026-05-15"]
    assert rows == [
        list(COLUMNS),
        ["harbour", _HARBOUR.title, *dates, *"22331110", "2", "harbour.toml"],
        ["pay-2026", "Pay talks", "", "", *"0100", *"00000", ""],
    ]


def test_markdown_has_a_row_for_each() -> None:
    """In a document it is a table, with what the names are for below, and no folder of this machine."""
    facts = "2 Mar 2026 to 15 May 2026 | 2 | 2 | 3 | 3"
    outcome = "1 of 2 agreed (1 provisionally), 1 rejected, 0 pending; 1 unraised"
    assert markdown(SeedList(_MADE_UP, _FOLDER)).splitlines() == [
        "| name | title | dates | rounds | parties | demands | statements | outcome |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        f"| harbour | {_HARBOUR.title} | {facts} | {outcome} |",
        "| pay-2026 | Pay talks |  | 0 | 1 | 0 | 0 | 0 of 0 agreed, 0 rejected, 0 pending |",
        "",
        "Every command takes these names: negotrack report pay-2026",
    ]


def test_command_lists_the_files_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From any folder, each dossier that comes with negotrack is listed once, by the name of its file."""
    monkeypatch.chdir(tmp_path)
    done = call("seeds", "--format=json")
    listed = json.loads(done.out)["seeds"]
    assert (done.status, done.err) == (0, "")
    assert [one["name"] for one in listed] == _NAMES
    assert [Path(one["file"]) for one in listed] == [ROOT / "seeds" / f"{name}.toml" for name in _NAMES]


@pytest.mark.parametrize("width", [60, 80])
def test_command_shows_the_view(width: int) -> None:
    """As a text it is the list of these dossiers, for each width; in ASCII and in colour, the same words."""
    view = SeedList({name: nt.seed(name) for name in _NAMES}, ROOT / "seeds")
    lines = "".join(f"{plain(line)}\n" for line in view.lines(width))
    assert call("seeds", "--width", str(width)) == (0, lines, "")
    assert call("seeds", "--width", str(width), "--ascii").out == lines
    assert call("seeds").out == f"{view}\n"


@pytest.mark.parametrize("format_", [one for one in formats("seeds") if one not in {"text", "json"}])
def test_command_prints_a_table(format_: str) -> None:
    """As CSV and as Markdown there is a row for each dossier."""
    done = call("seeds", "--format", format_)
    assert (done.status, done.err) == (0, "")
    assert [name for name in _NAMES if name not in done.out] == []


@pytest.mark.parametrize(("command", "name"), list(product(READING, _NAMES)))
def test_every_command_takes_every_name(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From any folder, the bare name gives what the path of the file gives."""
    monkeypatch.chdir(tmp_path)
    more = [f"party:{nt.seed(name).parties[0].id}"] if command == "show" else [name] * (command in _OF_TWO)
    done = call(command, name, *more)
    assert done == call(command, str(ROOT / "seeds" / f"{name}.toml"), *more)
    assert done.status != 2


@pytest.mark.parametrize("command", READING)
def test_a_name_with_a_slip_in_it_is_put_right(command: str) -> None:
    """The nearest name is suggested, and the command that lists all is named."""
    more = ["armenia"] if command == "show" else ["sochi-2022"] * (command in _OF_TWO)
    done = call(command, "sochi-2021", *more)
    assert done.status == 2
    assert (done.out + done.err).endswith(
        "  = hint: did you mean `sochi-2022`? `negotrack seeds` lists the dossiers that come with negotrack\n"
    )


@pytest.mark.parametrize(
    ("file", "is_told"), [("kyoto", True), ("kyoto.toml", False), ("talks/kyoto", False), ("src", False)]
)
def test_where_no_name_is_near_the_list_is_named(file: str, *, is_told: bool) -> None:
    """What may be meant as a name, and is neither one nor there, is answered with where the names are."""
    hint = "  = hint: `negotrack seeds` lists the dossiers that come with negotrack\n"
    assert call("matrix", file).err.endswith(hint) is is_told


def test_names_are_had_in_python() -> None:
    """`nt.seeds()` gives what `nt.seed` takes."""
    assert nt.seeds() == tuple(_NAMES)
    assert [nt.seed(name).title for name in nt.seeds()]
