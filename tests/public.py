"""What is public, where in the source does it stand, and what does its docstring say?"""

import ast
import builtins
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from inspect import getsource, isclass, isfunction
from textwrap import dedent
from types import FunctionType, ModuleType
from typing import NamedTuple

from hypothesis import errors

import negotrack as nt
from negotrack import testing

Definition = ast.ClassDef | ast.FunctionDef


class Public(NamedTuple):
    """A class, a function, or a method or property of a class: what has a docstring of its own."""

    name: str
    """As it is reached: `State.outcome`."""
    module: ModuleType
    """The one in whose source it stands."""
    path: str
    """Its name in there."""

    @property
    def node(self) -> Definition:
        """Its definition in the source."""
        return definitions(self.module)[self.path]

    @property
    def sections(self) -> Mapping[str, str]:
        """Its docstring by heading: `Args`, `Attributes`, `Raises`, `Examples`; the rest is under ""."""
        return _sections(ast.get_docstring(self.node) or "")

    def entries(self, heading: str) -> Sequence[tuple[str, str]]:
        """Give the names that stand under a heading of its docstring, each with what is said of it."""
        return re.findall(r"^(\w+): *(.*(?:\n .*)*)", self.sections.get(heading, ""), re.MULTILINE)

    @property
    def kinds(self) -> tuple[type[BaseException], ...]:
        """The exceptions under `Raises`: those of the library, of its module, of Hypothesis or of Python."""
        known = {
            **vars(builtins),
            **vars(errors),
            **vars(self.module),
            **{n: getattr(nt, n) for n in nt.__all__},
        }
        found = [known.get(name) for name, _ in self.entries("Raises")]
        return tuple(kind for kind in found if isclass(kind) and issubclass(kind, BaseException))


_HEADING = re.compile(r"^(Args|Attributes|Raises|Examples):$\n", re.MULTILINE)


def _sections(text: str) -> Mapping[str, str]:
    rest, *more = _HEADING.split(text)
    found = {"": rest}
    for heading, indented in zip(more[::2], more[1::2], strict=True):
        body = re.match(r"(?: {4}.*\n?|\n)*", indented)
        inside = body[0] if body else ""
        found[heading] = dedent(inside)
        found[""] += indented[len(inside) :]
    return found


@cache
def definitions(module: ModuleType) -> Mapping[str, Definition]:
    """Give the classes, functions and methods of a module by their qualified names."""
    return dict(_defined(ast.parse(getsource(module)).body, ""))


def _defined(body: list[ast.stmt], within: str) -> Iterator[tuple[str, Definition]]:
    for node in body:
        if isinstance(node, Definition):
            yield within + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from _defined(node.body, f"{within}{node.name}.")


def _home(value: type | FunctionType) -> ModuleType:
    """Give the module in which a class or function is defined; public classes say that it is the package itself."""
    home = nt._HOME.get(value.__name__) if value.__module__ == "negotrack" else None
    return import_module(f"negotrack.{home}" if home else value.__module__)


def _members(name: str, cls: type) -> Iterator[Public]:
    """Give the methods and properties of a class, those among them that it has from another class of the library.

    They are looked for in the source, as records keep no trace of what is worked out once.
    """
    for base in cls.__mro__:
        if base.__module__.startswith("negotrack"):
            module, within = _home(base), f"{base.__qualname__}."
            for path, node in definitions(module).items():
                member = path.removeprefix(within)
                if (
                    path == within + node.name
                    and isinstance(node, ast.FunctionDef)
                    and not member.startswith("_")
                ):
                    yield Public(f"{name}.{member}", module, path)


_VALUES: Mapping[str, object] = {name: getattr(nt, name) for name in nt.__all__} | {
    f"testing.{name}": one for name, one in vars(testing).items() if isfunction(one)
}
_CLASSES = {name: one for name, one in _VALUES.items() if isclass(one)}
CLASSES = [Public(name, _home(one), one.__qualname__) for name, one in _CLASSES.items()]
FUNCTIONS = [Public(name, _home(one), one.__qualname__) for name, one in _VALUES.items() if isfunction(one)]
MEMBERS = {one: list(_members(one.name, _CLASSES[one.name])) for one in CLASSES}
"""The methods and properties of each class."""
ALL = [*CLASSES, *FUNCTIONS, *(member for several in MEMBERS.values() for member in several)]
