"""Which exceptions does a public name raise, as far as its source tells?

Followed are the private helpers of its module, and what it asks of itself (`self`); of a class, what is run when one is
made, and there whatever checks and converts its fields, wherever that stands.
"""

import ast
import builtins
from collections.abc import Iterable, Iterator
from functools import reduce
from importlib import import_module
from inspect import isclass, isfunction, unwrap
from types import ModuleType
from typing import Any, NamedTuple, get_type_hints

import attrs

import negotrack as nt
from public import Public, definitions

Kinds = frozenset[type[BaseException]]
_NONE: Kinds = frozenset()
_MAKING = ("__init__", "__new__", "__attrs_post_init__")


def raised_by(one: Public) -> Kinds:
    """Give what a public name raises."""
    cls = getattr(one.module, one.path, None)
    return _by_class(cls, one.module) if isclass(cls) else _Reader(one.module, one.path, is_check=False).all()


def _by_class(cls: type, module: ModuleType) -> Kinds:
    """Give what is raised when one of a class is made."""
    made = (_Reader(module, f"{cls.__qualname__}.{name}", is_check=False).all() for name in _MAKING)
    fields: Iterable[attrs.Attribute[Any]] = attrs.fields(cls) if attrs.has(cls) else ()
    checks = (check for field in fields for check in (field.converter, *_validators(field.validator)))
    return _NONE.union(*made, *map(_by_check, checks))


def _validators(validator: object) -> Iterator[object]:
    for one in getattr(validator, "_validators", ()):
        yield from _validators(one)
    yield validator


def _by_check(check: object) -> Kinds:
    """Give what a function raises that checks or converts a field; nothing of what is not the library's own."""
    function = unwrap(check) if isfunction(check) else check
    if not isfunction(function) or not function.__module__.startswith("negotrack"):
        return _NONE
    return _Reader(import_module(function.__module__), function.__qualname__, is_check=True).all()


class _Reader(NamedTuple):
    """A function that is read for what it raises."""

    module: ModuleType
    name: str
    """Its qualified name."""
    is_check: bool
    """Whether what it calls is followed out of its module."""
    within: tuple[str, ...] = ()
    """The names of those that call it, the one that is asked about first."""

    def all(self) -> Kinds:
        """Give all that it raises; nothing where there is no such function."""
        node = definitions(self.module).get(self.name)
        is_new = isinstance(node, ast.FunctionDef) and self.name not in self.within
        return self._in_all(node.body) if node and is_new else _NONE

    def _in_all(self, nodes: Iterable[ast.AST]) -> Kinds:
        return _NONE.union(*map(self._in, nodes))

    def _in(self, node: ast.AST) -> Kinds:
        match node:
            case ast.FunctionDef() | ast.Lambda():
                return _NONE  # it is run by whoever it is handed to
            case ast.Try():
                caught = tuple(self._exception(kind) for kind in _caught(node))
                left = {kind for kind in self._in_all(node.body) if not issubclass(kind, caught)}
                return self._in_all((*node.handlers, *node.orelse, *node.finalbody)) | left
            case ast.Raise(exc=ast.Call(func=kind) | (ast.Name() as kind)):
                return self._in_all(ast.iter_child_nodes(node)) | {self._exception(kind)}
            case ast.Call(func=ast.Name(id=name)):
                return self._in_all(ast.iter_child_nodes(node)) | self._called(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return self._helper(self.name.rpartition(".")[0] + f".{name}")
            case _:
                return self._in_all(ast.iter_child_nodes(node))

    def _exception(self, name: ast.expr) -> type[BaseException]:
        """Give the exception of a name, or that which a function of this name gives."""
        first, *rest = ast.unparse(name).split(".")
        found: Any = reduce(getattr, rest, self._named(first))
        if isinstance(found, type) and issubclass(found, BaseException):
            return found
        kind: type[BaseException] = get_type_hints(found)["return"]
        return kind

    def _named(self, name: str) -> object:
        """Give what a name stands for: it is imported in the function, or known to the module, or to Python."""
        for node in ast.walk(definitions(self.module)[self.name]):
            if isinstance(node, ast.ImportFrom) and name in {one.name for one in node.names}:
                source = import_module(str(node.module))
                return getattr(source, name, None) or import_module(f"{node.module}.{name}")
        return vars(self.module).get(name, getattr(builtins, name, None))

    def _called(self, name: str) -> Kinds:
        if name.startswith("_"):
            return self._helper(name)
        found = self._named(name) if self.is_check else None
        if isclass(found) and name in nt._HOME:
            return _by_class(found, import_module(f"negotrack.{nt._HOME[name]}"))
        return _by_check(found)

    def _helper(self, name: str) -> Kinds:
        return self._replace(name=name, within=(*self.within, self.name)).all()


def _caught(tried: ast.Try) -> Iterator[ast.expr]:
    for handler in tried.handlers:
        match handler.type:
            case ast.Tuple(elts=kinds):
                yield from kinds
            case ast.expr() as kind:
                yield kind
            case None:
                raise NotImplementedError("a handler of everything")
