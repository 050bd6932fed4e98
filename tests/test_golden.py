"""Whole outputs of every view, as people see them. Whoever changes one has looked at the difference."""

import re
from collections.abc import Mapping, Sequence

import pytest
from rich.cells import cell_len

from command import ROOT, call
from command_line import CHECKING, LAID_OUT, formats
from golden import FOLDER, Golden, read
from rule_modules import MODULES

_OWN = ROOT / "tests" / "dossiers"
DOSSIERS = {
    "sochi": [str(ROOT / "seeds" / "sochi-2022.toml")],
    "river": [str(_OWN / "river.toml")],
    "hospital": [str(_OWN / "hospital.toml")],
    "coders": [str(_OWN / "coders" / "first.toml"), str(_OWN / "coders" / "second.toml")],
}
VIEWS = {
    "sochi": {
        "matrix": ["matrix"],
        "matrix-chosen": ["matrix", "--party", "armenia", "--outcome", "pending"],
        "transposed": ["matrix", "--transpose"],
        "list": ["matrix", "--list"],
        "report": ["report"],
        "demand": ["show", "treaty"],
        "party": ["show", "armenia"],
        "round": ["show", "round:sochi-2022"],
        "source": ["show", "iria"],
        "diff": ["diff"],
        "log": ["log"],
        "ledger": ["ledger"],
    },
    "river": {
        "matrix": ["matrix"],
        "matrix-midway": ["matrix", "--at", "drafting"],
        "matrix-chosen": ["matrix", "--party", "olm,xia", "--demand", "2", "--tag", "water"],
        "matrix-start": ["matrix", "--at", "start"],
        "transposed": ["matrix", "--transpose"],
        "list": ["matrix", "--list"],
        "report": ["report"],
        "report-midway": ["report", "--at", "3"],
        "demand": ["show", "2.1.3"],
        "whole": ["show", "allocation"],
        "party": ["show", "xia"],
        "bloc": ["show", "lower"],
        "silent-party": ["show", "towns"],
        "round": ["show", "round:-1"],
        "source": ["show", "courier"],
        "diff": ["diff"],
        "diff-rounds": ["diff", "1", "4"],
        "diff-sources": ["diff", "4", "--sources"],
        "log": ["log"],
        "log-chosen": ["log", "--party", "olm,xia", "--demand", "2", "--since", "2031-05"],
        "ledger": ["ledger"],
    },
    "hospital": {
        "diff": ["diff"],
        "diff-backwards": ["diff", "-1", "1"],
        "log": ["log"],
        "ledger": ["ledger"],
    },
    "coders": {
        "compare": ["compare"],
        "compare-evidence": ["compare", "--evidence"],
        "agreement": ["agreement"],
    },
}
LOOKS = {
    "plain": [],
    "60": ["--width", "60"],
    "80": ["--width", "80"],
    "120": ["--width", "120"],
    "60-ascii": ["--width", "60", "--ascii"],
    "80-ascii": ["--width", "80", "--ascii"],
    "120-ascii": ["--width", "120", "--ascii"],
}
WIDTHS = ("60", "80", "120")
EVERY = [(dossier, view) for dossier, views in VIEWS.items() for view in views]
CASES = [(dossier, view, look) for dossier, view in EVERY for look in LOOKS]


def _printed(views: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Give views in every format of their commands that is not for people."""
    return {
        f"{name}.{_ENDINGS.get(format_, format_)}": [*arguments, "--format", format_]
        for name, arguments in views.items()
        for format_ in formats(arguments[0])
        if format_ != "text"
    }


_ENDINGS = {"markdown": "md"}
DOCUMENTS = {
    "sochi": {
        **_printed({"matrix": ["matrix"], "report": ["report"], "demand": ["show", "treaty"]}),
        "matrix-start.md": ["matrix", "--at", "start", "--format", "markdown"],
    },
    "hospital": _printed({"diff": ["diff"], "log": ["log"], "ledger": ["ledger"]}),
    "coders": _printed({"compare": ["compare"], "agreement": ["agreement"]}),
}
CHECKS = {
    module: ["--strict", "--width", "80", "--select", ",".join(codes)] for module, codes in MODULES.items()
} | {
    "excuses": ["--width", "80", "--select", "NT901,NT104,NT5"],
    "positions-narrow": ["--width", "40", "--select", "NT2"],
    "time-always": ["--width", "80", "--ignore", "NT504"],
    "sources.json": ["--strict", "--format", "json"],
    "time.json": ["--strict", "--format", "json", "--select", "NT5"],
    "time.github": ["--strict", "--format", "github", "--select", "NT5"],
}
"""The dossier of each module of rules breaks all of them. Besides: another width, fewer rules, what machines get."""
_STYLES = re.compile(r"\x1b\[([0-9;]*)m")
_WORDS = {"1": "b", "2": "d", "36": "c", "1;31": "r", "0": ""}
"""How the styles are written in a golden output: bold, dim, cyan, red."""


def shown(dossier: str, view: str, *look: str) -> str:
    """Give what a command prints for a view of a dossier."""
    command, *arguments = VIEWS[dossier][view]
    done = call(command, *DOSSIERS[dossier], *arguments, *look)
    assert (done.status, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize(("dossier", "view", "look"), CASES)
def test_view_is_as_it_was_looked_at(dossier: str, view: str, look: str, goldens: Golden) -> None:
    """Every view of every dossier at every width, in ASCII, and as a pipe gets it, is the one on file."""
    assert goldens.holds(f"{dossier}/{view}-{look}", shown(dossier, view, *LOOKS[look]))


@pytest.mark.parametrize(("dossier", "view"), EVERY)
@pytest.mark.parametrize("width", WIDTHS)
def test_colours_are_as_they_were_looked_at(dossier: str, view: str, width: str, goldens: Golden) -> None:
    """With colour the same characters are printed as without, each in the style on file."""
    coloured = shown(dossier, view, "--width", width, "--color", "always")
    assert _STYLES.sub("", coloured) == shown(dossier, view, "--width", width)
    marked = _STYLES.sub(lambda match: f"<{_WORDS[match[1]]}>", coloured)
    assert goldens.holds(f"{dossier}/{view}-{width}-colour", marked)


@pytest.mark.parametrize(("dossier", "view"), EVERY)
def test_nothing_is_wider_than_the_terminal(dossier: str, view: str) -> None:
    """Whatever the width, no line is wider than that, but for addresses."""
    for width in range(40, 131, 6):
        for line in shown(dossier, view, "--width", str(width)).splitlines():
            assert cell_len(line) <= width or "https://" in line


@pytest.mark.parametrize(
    ("dossier", "name"), [(dossier, name) for dossier, documents in DOCUMENTS.items() for name in documents]
)
def test_documents_are_as_they_were_looked_at(dossier: str, name: str, goldens: Golden) -> None:
    """What is printed for machines and documents is the one on file."""
    command, *more = DOCUMENTS[dossier][name]
    done = call(command, *DOSSIERS[dossier], *more)
    assert (done.status, done.err) == (0, "")
    assert goldens.holds(f"{dossier}/{name}", _without_sheet(done.out))


def _without_sheet(shown: str) -> str:
    """Give a page without the style sheet that all pages share, and without its hash."""
    return re.sub("(?<=<style>).*?(?=</style>)|(?<='sha256-)[^']*", "..", shown, flags=re.DOTALL)


@pytest.mark.parametrize(("name", "arguments"), CHECKS.items())
def test_findings_are_as_they_were_looked_at(name: str, arguments: list[str], goldens: Golden) -> None:
    """What a check of a broken record prints is what is on file: every rule, each in all its words."""
    done = call(
        "check", f"tests/dossiers/faulty/{re.split('[-.]', name)[0]}.toml", "--fail-on", "info", *arguments
    )
    assert done.status == 1
    assert goldens.holds(f"check/{name}", done.out)


def test_findings_in_a_whole_record_are_as_they_were_looked_at(goldens: Golden) -> None:
    """So is what a strict check prints of a whole record, with a few faults in it."""
    assert goldens.holds(
        "check/river", call("check", "tests/dossiers/river.toml", "--strict", "--width", "80").out
    )


def test_every_golden_output_is_asked_for() -> None:
    """A file that no test compares is none."""
    asked = {f"{dossier}/{view}-{look}.txt" for dossier, view, look in CASES}
    asked |= {f"{dossier}/{view}-{width}-colour.txt" for dossier, view in EVERY for width in WIDTHS}
    asked |= {f"{dossier}/{name}.txt" for dossier, documents in DOCUMENTS.items() for name in documents}
    asked |= {f"check/{name}.txt" for name in (*CHECKS, "river")}
    assert {str(file.relative_to(FOLDER)) for file in FOLDER.rglob("*.txt")} == asked


def test_every_command_is_looked_at() -> None:
    """Each command that shows a dossier is, in every format that it has."""
    views = {arguments[0] for dossier in VIEWS.values() for arguments in dossier.values()}
    documents = {
        (arguments[0], arguments[-1]) for dossier in DOCUMENTS.values() for arguments in dossier.values()
    }
    shown_ = set(LAID_OUT) - set(CHECKING)
    assert views == shown_
    assert documents == {(command, kind) for command in shown_ for kind in formats(command)[1:]}


@pytest.mark.parametrize("module", MODULES)
def test_every_rule_is_looked_at(module: str) -> None:
    """Each rule of a module finds something in the dossier that breaks them."""
    told = read(f"check/{module}")
    assert [code for code in MODULES[module] if f"[{code}]" not in told] == []
