"""Imports point down: a module imports only what is listed above it, and no two import one another."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "negotrack"
LAYERS = (
    "work",
    "collector",
    "visible",
    "nearest",
    "beside",
    "fields",
    "misdated",
    "dates",
    "stances",
    "ids",
    "misspoken",
    "sentence",
    "model",
    "locate",
    "origin",
    "places",
    "findings",
    "errors",
    "calendar",
    "blocs",
    "parts",
    "outline",
    "positions",
    "versions",
    "omissions",
    "openings",
    "journal",
    "columns",
    "grids",
    "shifts",
    "fold",
    "timeline",
    "decisions",
    "ballots",
    "terms",
    "hearings",
    "outcomes",
    "history",
    "breaks",
    "standing",
    "state",
    "movements",
    "moves",
    "rewording",
    "becoming",
    "changes",
    "diffs",
    "ledger",
    "awaited",
    "negotiation",
    "subjects",
    "claimed",
    "concerns",
    "events",
    "citing",
    "renaming",
    "alignment",
    "readings",
    "differences",
    "recodings",
    "comparison",
    "coefficients",
    "codings",
    "course",
    "rules",
    "checking",
    "bundled",
    "own_rules",
    "checked",
    "formats",
    "git",
    "folders",
    "views",
    "web",
    "testing",
    "hypothesis_types",
    "screen",
    "bar",
    "printing",
    "results",
    "arguments",
    "commands",
    "misuse",
    "helping",
    "cli",
)
"""The house from the cellar up. What is imported from `negotrack` itself, its version, is below all."""

UPWARD = {
    "state": {"views.matrix"},
    "diffs": {"views.diff"},
    "ledger": {"views.ledger"},
    "comparison": {"views.comparison"},
    "codings": {"views.agreement"},
    "negotiation": {"formats.dossiers"},
}
"""The exceptions: a state shows itself, a negotiation prints itself, and fetches what does it when it is asked to."""

MODULES = {
    ".".join(file.relative_to(SOURCE).with_suffix("").parts): file
    for file in sorted(SOURCE.rglob("*.py"))
    if file.name not in {"__init__.py", "__main__.py"}
}


def imports(module: str) -> set[str]:
    """Give the modules of the package that one imports, anywhere in it."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "negotrack":
            inside = (node.module or "").removeprefix("negotrack").removeprefix(".")
            names = [f"{inside}.{alias.name}".removeprefix(".") for alias in node.names]
            found |= {name if name in MODULES else inside for name in names} & MODULES.keys()
    return found - UPWARD.get(module, set())


@pytest.mark.parametrize("module", MODULES)
def test_module_imports_only_from_layers_above(module: str) -> None:
    """A module imports only from its own layer and from those listed above it."""
    layer = LAYERS.index(module.split(".", maxsplit=1)[0])
    above = {imported for imported in imports(module) if LAYERS.index(imported.split(".")[0]) > layer}
    assert above == set()


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_imported_from_by_their_full_names(module: str) -> None:
    """Imports of the package are all of one form, so that the tests here see every one of them."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not any(alias.name.split(".", 1)[0] == "negotrack" for alias in node.names)
        assert not (isinstance(node, ast.ImportFrom) and node.level)


def test_no_modules_import_one_another() -> None:
    """There is an order in which every module comes after all that it imports."""
    order = TopologicalSorter({module: imports(module) for module in MODULES}).static_order()
    assert len(list(order)) == len(MODULES)


def test_every_layer_is_there() -> None:
    """The list of layers names what there is."""
    assert {module.split(".")[0] for module in MODULES} == set(LAYERS)


def test_page_of_the_house_has_every_room() -> None:
    """The page names the layers as they are here, from the cellar up."""
    page = (SOURCE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(LAYERS)


def test_picture_shows_rooms_that_are_there() -> None:
    """What it writes on its arrows are modules."""
    picture = (SOURCE.parents[1] / "docs" / "_static" / "house.svg").read_text(encoding="utf-8")
    rooms = re.findall(r'<text class="room[^>]*>([^<]+)<', picture)
    assert len(rooms) == 9  # arrows
    assert {room for label in rooms for room in label.split()} <= {*LAYERS}
