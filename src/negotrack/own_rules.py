"""Which rules of their own does a module hold that is named on the command line?"""

import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

from negotrack.errors import NoRules
from negotrack.rules.rule import Rule


def own_rules(modules: Iterable[str]) -> list[Rule]:
    """Give the rules of modules, named as they are imported or by the paths of their files, from their `RULES`.

    The folder that the command runs in is looked in as well. Importing a module runs it.

    Raises:
        NoRules: a module cannot be imported, or has no `RULES` that is a list of rules.
    """
    return [rule for module in modules for rule in _rules(module, _imported(module))]


def _imported(name: str) -> ModuleType:
    try:
        here = str(Path.cwd())
        if here not in sys.path:
            sys.path.append(here)
        return _of_file(name) if name.endswith(".py") else import_module(name)
    except (Exception, SystemExit) as error:  # whatever somebody's module raises
        raise NoRules(name, f"{type(error).__name__}: {error}") from error


def _of_file(path: str) -> ModuleType:
    made = ModuleType(path)  # by a name that no module has which is imported
    made.__file__ = path
    sys.modules[path] = made  # where dataclasses look for it
    SourceFileLoader(path, path).exec_module(made)
    return made


def _rules(name: str, module: ModuleType) -> Iterable[Rule]:
    rules = getattr(module, "RULES", None)
    if not isinstance(rules, list | tuple) or not all(isinstance(rule, Rule) for rule in rules):
        raise NoRules(name, "it has no `RULES`, a list or tuple of negotrack.Rule")
    return rules
