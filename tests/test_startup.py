"""What each entry loads, and what it must not: start-up is what people feel first."""

import re
import subprocess
import sys
from inspect import cleandoc
from pathlib import Path

import pytest
from attrs import has

import negotrack

ROOT = Path(__file__).parents[1]


def loaded(code: str) -> set[str]:
    """Give the modules that a fresh interpreter has loaded when it has run some code."""
    listing = "import sys; sys.stdout.flush(); sys.stderr.write('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{listing}"], cwd=ROOT, capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


def command(name: str, *arguments: str) -> str:
    """Give the code that runs a command on a dossier."""
    return (
        f"import sys; sys.argv = ['negotrack', {name!r}, 'seeds/sochi-2022.toml', "
        f"*{arguments!r}]\nfrom negotrack.cli import main; main()"
    )


def matrix(*arguments: str) -> str:
    """Give the code that shows the matrix."""
    return command("matrix", *arguments)


@pytest.mark.parametrize(
    "unwanted", ["attrs", "cattrs", "rich", "hypothesis", "cyclopts", "typing", "enum", "re", "importlib"]
)
def test_import_loads_nothing_before_a_name_is_asked_for(unwanted: str) -> None:
    """`import negotrack` loads no library, and not even what Python is slow to load of its own."""
    assert unwanted not in loaded("import negotrack") - loaded("pass")


@pytest.mark.parametrize(
    "unwanted",
    [
        "hypothesis",
        "jinja2",
        "tomli_w",
        "difflib",
        "tempfile",
        "json",
        "cyclopts.help.formatters",
        "negotrack.testing",
        "negotrack.findings",
        "negotrack.places",
        "negotrack.locate",
        "negotrack.rules",
        "negotrack.formats.faults",
        "negotrack.formats.json.entries",
        "negotrack.changes",
        "negotrack.diffs",
        "negotrack.moves",
        "negotrack.ledger",
    ],
)
def test_matrix_loads_no_more_than_it_shows(unwanted: str) -> None:
    """`negotrack matrix` loads nothing that only faults, other formats or other commands need."""
    assert unwanted not in loaded(matrix()) - loaded("pass")


def test_matrix_in_json_loads_no_view() -> None:
    """`negotrack matrix --format json` loads nothing that shows a state to people."""
    assert "negotrack.views.matrix" not in loaded(matrix("--format", "json")) - loaded("pass")


@pytest.mark.parametrize(("name", "views"), [("diff", {"diff"}), ("log", {"log"}), ("ledger", {"ledger"})])
def test_what_tells_of_changes_loads_no_more_than_it_shows(name: str, views: set[str]) -> None:
    """`diff`, `log` and `ledger` load nothing that only faults, rules, other formats or other commands need."""
    found = loaded(command(name)) - loaded("pass")
    shown = {"diff", "log", "ledger", "matrix", "report", "markdown", "html"}
    assert {view for view in shown if f"negotrack.views.{view}" in found} == views
    unwanted = {
        "hypothesis",
        "jinja2",
        "negotrack.web",
        "tomli_w",
        "difflib",
        "csv",
        "json",
        "negotrack.testing",
        "negotrack.findings",
        "negotrack.places",
        "negotrack.rules",
        "negotrack.formats.faults",
        "negotrack.formats.json.entries",
        "negotrack.formats.json.changes",
        "negotrack.formats.csv.changes",
    }
    assert found & unwanted == set()


@pytest.mark.parametrize("name", ["diff", "ledger"])
@pytest.mark.parametrize(("format_", "other"), [("json", "csv"), ("csv", "json")])
def test_changes_for_machines_load_no_view(name: str, format_: str, other: str) -> None:
    """`--format json` and `--format csv` load nothing that shows changes to people, nor one another."""
    everything = loaded(command(name, "--format", format_))
    found = everything - loaded("pass")
    assert {module for module in found if module.startswith("negotrack.views.")} & {
        f"negotrack.views.{view}" for view in ("diff", "log", "ledger", "sections", "steps", "happenings")
    } == set()
    assert format_ in everything
    assert other not in found


def test_seeds_load_no_more_than_they_show() -> None:
    """`negotrack seeds` loads nothing that paints, and nothing that only other formats or commands need."""
    code = "import sys; sys.argv = ['negotrack', 'seeds']\nfrom negotrack.cli import main; main()"
    unwanted = {
        "rich.console",
        "csv",
        "json",
        "difflib",
        "negotrack.findings",
        "negotrack.rules",
        "negotrack.ledger",
        "negotrack.formats.json.entries",
        "negotrack.views.matrix",
        "negotrack.views.markdown",
    }
    assert (loaded(code) - loaded("pass")) & unwanted == set()


def test_report_loads_no_other_command() -> None:
    """`negotrack report` tells what moved last, and loads neither the log nor the ledger for it."""
    found = loaded(command("report")) - loaded("pass")
    assert {
        "negotrack.views.log",
        "negotrack.views.ledger",
        "negotrack.ledger",
        "negotrack.course",
        "jinja2",
        "negotrack.web",
        "negotrack.views.blocks",
    } & found == set()


def test_front_door_lists_its_names() -> None:
    """`dir(negotrack)` lists every public name, before any was fetched."""
    assert {"load", "Negotiation", "__version__"} <= set(dir(negotrack))


def test_unknown_name_is_no_attribute() -> None:
    """A name that is not there raises as everywhere in Python."""
    with pytest.raises(AttributeError, match="module 'negotrack' has no attribute 'likes'"):
        negotrack.likes  # type: ignore[attr-defined]  # noqa: B018 - that it is not there is what is tested


@pytest.mark.parametrize("name", negotrack.__all__)
def test_public_name_says_where_it_is_to_be_had(name: str) -> None:
    """Every public class names `negotrack` as its module, so that its repr and its pickles do."""
    found = getattr(negotrack, name)
    assert not isinstance(found, type) or found.__module__ == "negotrack"


def test_help_begins_with_every_public_name() -> None:
    """`help(negotrack)` has each public name in a group, before all that is said of them."""
    words = re.findall(r"\w+", (negotrack.__doc__ or "").partition("<Outcome")[2])
    assert set(negotrack.__all__) - set(words) == set()
    assert {word for word in words if re.match("[A-Z]+[a-z]+[A-Z]", word)} <= set(negotrack.__all__)


@pytest.mark.parametrize("name", negotrack.__all__)
def test_help_tells_of_no_attribute_that_is_not_there(name: str) -> None:
    """What the docstring of a record tells of is a field of it."""
    found = getattr(negotrack, name)
    if has(found):
        told = cleandoc(found.__doc__ or "").partition("\nAttributes:\n")[2].partition("\n\n")[0]
        fields = {field.name for field in found.__attrs_attrs__}
        assert set(re.findall(r"^ {4}(\w+): ", told, re.MULTILINE)) - fields == set()


def test_type_checker_is_shown_every_public_name() -> None:
    """The files of a user that are checked by types alone use each public name."""
    used = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests" / "typing").glob("*.py"))
    assert set(negotrack.__all__) - set(re.findall(r"\bnt\.(\w+)", used)) == set()


def test_page_of_python_names_every_exception() -> None:
    """Whoever is to catch something finds it, and finds nothing that is not there."""
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page.partition("## What is raised")[2].partition("## ")[0]))
    public = (getattr(negotrack, name) for name in negotrack.__all__)
    raised = {one.__name__ for one in public if isinstance(one, type) and issubclass(one, Exception)}
    assert {name for name in named if name in negotrack.__all__} == raised
