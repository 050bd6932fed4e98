"""Types resolve unasked: with negotrack installed, Hypothesis draws its public records wherever they come from."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from enum import Enum
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from types import MappingProxyType
from typing import get_args

import hypothesis.strategies
import pytest
from hypothesis.strategies import from_type

import negotrack
from negotrack import hypothesis_types
from negotrack.hypothesis_types import register
from negotrack.testing.by_type import STRATEGIES

SOURCE = Path(__file__).parents[1] / "src"
TYPES = {
    name: found
    for name in negotrack.__all__
    if isinstance(found := getattr(negotrack, name), type) and not issubclass(found, BaseException)
}
RECORDS = {name for name, found in TYPES.items() if not issubclass(found, Enum)}

DRAW = """
from hypothesis import Phase, find, settings
from hypothesis.strategies import from_type

def draw(type_):
    once = settings(max_examples=1, phases=[Phase.generate], database=None)
    return find(from_type(type_), lambda _: True, settings=once)
"""


def _uncounted(environment: Mapping[str, str]) -> dict[str, str]:
    """Give an environment in which coverage counts nothing: a zip file would be another source."""
    return {name: value for name, value in environment.items() if not name.startswith("COVERAGE_")}


def run(code: str, environment: Mapping[str, str] = MappingProxyType({})) -> str:
    """Give what a fresh interpreter prints when it runs some code."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        env={**_uncounted(os.environ), **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def found_by_ours(module: str) -> ModuleSpec:
    """Give what the finder finds for one of our modules."""
    found = hypothesis_types._FINDER.find_spec(module, negotrack.__path__)
    assert found is not None
    return found


def test_every_public_record_has_a_strategy() -> None:
    """A record that is made public needs a strategy, and no strategy is there for anything else."""
    assert STRATEGIES.keys() == RECORDS


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_record_resolves_to_its_strategy(name: str) -> None:
    """Hypothesis takes the strategy of the kit, and makes up none of its own."""
    assert from_type(TYPES[name]) is STRATEGIES[name]


def test_every_public_type_resolves_unasked() -> None:
    """Every public type is drawn in a fresh interpreter, in which nothing that draws was loaded before."""
    run(f"""{DRAW}
import sys
import negotrack
types = [getattr(negotrack, name) for name in {sorted(TYPES)}]
assert not any(name.startswith("negotrack.testing") for name in sys.modules)
for type_ in types:
    assert type(draw(type_)) is type_, type_
""")


@pytest.mark.parametrize("name", ["DiffEntry", "Place", "Position", "Reason"])
def test_unions_of_records_resolve_to_all_of_them(name: str) -> None:
    """A public union of records is drawn as any of them."""
    union = getattr(negotrack, name)
    wanted = {repr(STRATEGIES[member.__name__]) for member in get_args(union)}
    assert all(strategy in repr(from_type(union)) for strategy in wanted)


DOORS = """
import negotrack as nt
from negotrack import Tally
from negotrack.rules.rule import Rule
found = [Tally, Rule, nt.Party, type(nt.seed('sochi-2022').now)]
"""


@pytest.mark.parametrize("code", [DRAW + DOORS, DOORS + DRAW])
def test_record_resolves_by_whatever_door_it_comes(code: str) -> None:
    """It makes no difference where a type is got from, and whether Hypothesis was loaded before that or after."""
    drawn = run(code + "print(*[type(draw(type_)).__name__ for type_ in found])")
    assert drawn.split() == ["Tally", "Rule", "Party", "State"]


def test_hypothesis_loads_nothing_but_the_hook() -> None:
    """`import hypothesis` loads the front door and the hook, and nothing else for their sake."""
    listing = "import sys, hypothesis; print(*sys.modules)"
    with_ours, without = (
        set(run(listing, {"HYPOTHESIS_NO_PLUGINS": plugins}).split()) for plugins in ("", "1")
    )
    assert with_ours - without == {"negotrack", "negotrack.hypothesis_types"}


def test_threads_may_load_everything_at_once() -> None:
    """Records resolve, whichever threads load them and Hypothesis at the same time."""
    run("""
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
import negotrack
modules = [f"negotrack.{module}" for module in negotrack._MODULES]
with ThreadPoolExecutor(8) as pool:
    list(pool.map(import_module, [*modules[::2], "hypothesis", *modules[1::2]]))
from hypothesis.strategies import from_type
from negotrack.testing.by_type import STRATEGIES
for name, strategy in STRATEGIES.items():
    assert from_type(getattr(negotrack, name)) is strategy, name
""")


def test_module_can_be_loaded_again() -> None:
    """A class that replaces another when its module is loaded again resolves as that did."""
    run(f"""{DRAW}
from importlib import reload
from negotrack import places
old = places.AtKey
new = reload(places).AtKey
assert new is not old
assert from_type(new) is from_type(old)
""")


def test_module_can_be_run_as_a_script() -> None:
    """`python -m` finds the code of a module although Hypothesis was loaded before."""
    code = "import hypothesis, runpy; print(runpy.run_module('negotrack.outline')['Entry'].__name__)"
    assert run(code).strip() == "Entry"


def test_records_resolve_from_a_zip_file(tmp_path: Path) -> None:
    """The package may be imported from a zip file."""
    archive = tmp_path / "negotrack.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in SOURCE.rglob("*.py"):
            packed.write(file, file.relative_to(SOURCE))
    code = (
        f"{DRAW}\nfrom negotrack import outline\nprint(outline.__file__, type(draw(outline.Entry)).__name__)"
    )
    loaded_from, drawn = run(code, {"PYTHONPATH": str(archive)}).split()
    assert (Path(loaded_from), drawn) == (archive / "negotrack" / "outline.py", "Entry")


def test_nothing_is_left_of_the_finder_on_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that was loaded has the loader that it would have had, and its records are registered, no others."""
    registered: dict[type, object] = {}
    monkeypatch.setattr(hypothesis.strategies, "register_type_strategy", registered.__setitem__)
    found = found_by_ours("negotrack.outline")
    assert found.loader is not None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    real = negotrack.outline.__spec__.loader
    assert type(found.loader) is type(module.__loader__) is type(real)
    assert list(registered) == [module.Entry]


def test_loader_acts_for_the_real_one_until_then() -> None:
    """Whoever asks for the source or the code of a module that is not loaded gets it."""
    found = found_by_ours("negotrack.outline")
    assert "class Entry" in found.loader.get_source("negotrack.outline")  # type: ignore[union-attr]


def test_finder_leaves_other_modules_alone() -> None:
    """Modules that define no public name are not looked for."""
    assert hypothesis_types._FINDER.find_spec("negotrack.testing.by_type", negotrack.__path__) is None


def test_finder_finds_nothing_where_others_find_nothing() -> None:
    """A module of ours that is not there is not there."""
    assert hypothesis_types._FINDER.find_spec("negotrack.outline", []) is None


def test_errors_and_enumerations_are_not_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hypothesis draws enumerations by itself, and nobody wants errors drawn."""
    registered: dict[type, object] = {}
    monkeypatch.setattr(hypothesis.strategies, "register_type_strategy", registered.__setitem__)
    register()
    assert {type_.__name__ for type_ in registered} == RECORDS


def test_finder_is_put_in_place_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often Hypothesis is loaded, there is one finder."""
    finder = hypothesis_types._FINDER
    monkeypatch.setattr(sys, "meta_path", [other for other in sys.meta_path if other is not finder])
    register()
    register()
    assert [other is finder for other in sys.meta_path].count(True) == 1
