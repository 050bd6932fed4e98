"""What each entry loads, and what it must not: start-up is what people feel first."""

import subprocess
import sys
from pathlib import Path

import pytest

import negotrack

ROOT = Path(__file__).parents[1]


def loaded(code: str) -> set[str]:
    """Give the modules that a fresh interpreter has loaded when it has run some code."""
    listing = "import sys; sys.stdout.flush(); sys.stderr.write('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{listing}"], cwd=ROOT, capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


def matrix(*arguments: str) -> str:
    """Give the code that runs the command."""
    return (
        "import sys; sys.argv = ['negotrack', 'matrix', 'seeds/sochi-2022.toml', "
        f"*{arguments!r}]\nfrom negotrack.cli import main; main()"
    )


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
        "negotrack.formats.documents",
    ],
)
def test_matrix_loads_no_more_than_it_shows(unwanted: str) -> None:
    """`negotrack matrix` loads nothing that only faults, other formats or other commands need."""
    assert unwanted not in loaded(matrix()) - loaded("pass")


def test_matrix_in_json_loads_no_view() -> None:
    """`negotrack matrix --format json` loads nothing that shows a state to people."""
    assert "negotrack.views.matrix" not in loaded(matrix("--format", "json")) - loaded("pass")


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
