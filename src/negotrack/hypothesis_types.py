"""How do the public records resolve in Hypothesis, without anybody importing what draws them?

Hypothesis calls `register` wherever it is imported, in programs that have nothing to do with negotrack, too. So no
record is loaded here, which would take longer than Hypothesis itself. A class is registered when its module is loaded,
and what draws it is loaded when its strategy is asked for.

To see modules being loaded there is a finder in `sys.meta_path`. It knows the modules of the public names and nothing
else, leaves the finding to the other finders, and adds one step to the loading, of which nothing is left afterwards.
Registering at the front door, `negotrack`, would need no finder. But most records come by another door: `type(talks)`,
annotations, imports from the module itself. And what Hypothesis does for NumPy to this end is not public.
"""

import sys
from enum import Enum
from importlib import import_module

from negotrack import _MODULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any

    from hypothesis.strategies import SearchStrategy

_NAMES = {f"negotrack.{module}": names.split() for module, names in _MODULES.items()}


def register() -> None:
    """Register the public records: at once those that are loaded, the others when their modules are loaded.

    Examples:
        >>> register()
        >>> from hypothesis.strategies import from_type
        >>> from negotrack import Membership
        >>> from_type(Membership).validate()
    """
    if _FINDER not in sys.meta_path:
        sys.meta_path.insert(0, _FINDER)
    for module in _NAMES.keys() & sys.modules.keys():
        # Another thread may be loading it: this waits until it has.
        _register_records(import_module(module))


class _Finder:
    """Finds what the other finders find, and has the records in it registered."""

    def find_spec(
        self, name: str, path: "Sequence[str] | None", target: "ModuleType | None" = None
    ) -> "ModuleSpec | None":
        if name not in _NAMES:
            return None
        others = (finder for finder in sys.meta_path if finder is not self and hasattr(finder, "find_spec"))
        found = next(filter(None, (finder.find_spec(name, path, target) for finder in others)), None)
        if found is not None:
            found.loader = _Loader(found)  # type: ignore[assignment] # it acts for whatever loader that is
        return found


_FINDER = _Finder()


class _Loader:
    """A loader that registers the records of the module that it has run, and has put the real one in its place."""

    def __init__(self, spec: "ModuleSpec") -> None:
        self._spec = spec
        self._real: Any = spec.loader

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def exec_module(self, module: "ModuleType") -> None:
        self._spec.loader = module.__loader__ = self._real
        self._real.exec_module(module)
        _register_records(module)


def _register_records(module: "ModuleType") -> None:
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 - Hypothesis may not be loaded yet

    for name in _NAMES[module.__name__]:
        found = getattr(module, name, None)
        if isinstance(found, type) and not issubclass(found, (BaseException, Enum)):
            register_type_strategy(found, _drawing(name))


def _drawing(name: str) -> "Callable[[type], SearchStrategy[Any]]":
    """Give what gives the strategy for a record. It may be asked for a type that the record is one of."""

    def strategy(_: type) -> "SearchStrategy[Any]":
        from negotrack.testing.by_type import STRATEGIES  # noqa: PLC0415 - slow to load, and seldom asked for

        return STRATEGIES[name]

    return strategy
