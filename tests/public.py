"""What is public, where in the source does it stand, and what does its docstring say?"""

import ast
import builtins
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import import_module
from inspect import cleandoc, getsource, isclass, isfunction, unwrap
from types import ModuleType
from typing import NamedTuple

from hypothesis import errors

import negotrack as nt
from negotrack import testing

Definition = ast.ClassDef | ast.FunctionDef


class Public(NamedTuple):
    """A class, a function, or a method or property of a class: what has a docstring of its own."""

    name: str
    """As it is reached: `State.outcome`."""
    code: Callable[..., object]
    """The class; or what is run: of a property, its function."""
    module: ModuleType
    """The one in whose source it stands."""

    @property
    def node(self) -> Definition:
        """Its definition in the source."""
        return definitions(self.module)[self.code.__qualname__]

    @property
    def sections(self) -> Mapping[str, str]:
        """Its docstring by heading: `Args`, `Attributes`, `Raises`, `Examples`; the rest is under ""."""
        return _sections(ast.get_docstring(self.node) or "")

    @property
    def raises(self) -> Sequence[tuple[str, str]]:
        """The names of the exceptions under `Raises`, each with the condition under which it is raised."""
        return re.findall(r"^(\S+?): *(.*)$", self.sections.get("Raises", ""), re.MULTILINE)

    @property
    def kinds(self) -> tuple[type[BaseException], ...]:
        """The exceptions under `Raises`: those of the library, of its module, of Hypothesis or of Python."""
        known = {
            **vars(builtins),
            **vars(errors),
            **vars(self.module),
            **{n: getattr(nt, n) for n in nt.__all__},
        }
        found = [known.get(name) for name, _ in self.raises]
        return tuple(kind for kind in found if isclass(kind) and issubclass(kind, BaseException))


_HEADING = re.compile(r"^(Args|Attributes|Raises|Examples):$\n", re.MULTILINE)


def _sections(text: str) -> Mapping[str, str]:
    rest, *more = _HEADING.split(text)
    found = {"": rest}
    for heading, indented in zip(more[::2], more[1::2], strict=True):
        body = re.match(r"(?: {4}.*\n?|\n)*", indented)
        inside = body[0] if body else ""
        found[heading] = cleandoc(inside)
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


def _members(cls: type) -> Iterator[tuple[str, Callable[..., object]]]:
    """Give the methods and properties of a class, those among them that it has from another class of the library."""
    seen = set[str]()
    for base in cls.__mro__:
        if base.__module__.startswith("negotrack"):
            for name, one in vars(base).items():
                function = _function(one)
                if function and not name.startswith("_") and name not in seen:
                    yield name, function
                seen.add(name)


def _function(member: object) -> Callable[..., object] | None:
    """Give what a method or a property runs; None of what is neither: a field, a member of an enumeration."""
    match member:
        case property(fget=function):
            return function
        case (
            cached_property(func=function) | classmethod(__func__=function) | staticmethod(__func__=function)
        ):
            return function
        case _ if isfunction(member):
            return member
        case _:
            return None


_NAMES: Mapping[str, object] = {name: getattr(nt, name) for name in nt.__all__} | {
    f"testing.{name}": one for name, one in vars(testing).items() if isfunction(one)
}
_CLASSES = {name: one for name, one in _NAMES.items() if isclass(one)}
CLASSES = [Public(name, one, import_module(f"negotrack.{nt._HOME[name]}")) for name, one in _CLASSES.items()]
FUNCTIONS = [
    Public(name, unwrap(one), import_module(one.__module__))
    for name, one in _NAMES.items()
    if isfunction(one)
]
MEMBERS = {
    one: [
        Public(f"{one.name}.{name}", function, import_module(function.__module__))
        for name, function in _members(_CLASSES[one.name])
    ]
    for one in CLASSES
}
"""The methods and properties of each class."""
ALL = [*CLASSES, *FUNCTIONS, *(member for several in MEMBERS.values() for member in several)]
