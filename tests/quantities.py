"""Which numbers and collections do public names take and give, and what do their docstrings say of them?"""

import ast
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from public import Public


class Shape(Enum):
    """What a value is, of which a docstring has more to say; and the words by one of which it says so.

    Nobody reads for the test whether it is true. But the words are such as hardly stand there for anything else.
    """

    NUMBER = r"""
        how\ (many|often|long) | counted\ from | from\ [01]\b | [01]\ (is|being|for|where|before)\b
        | (at\ least|at\ most|below)\ \d | as\ `[\w.]+`\ (takes|gives)
    """
    """What is counted; or from where on, or what the ends of its range are."""
    ROW = r"""
        \border\b(?!\ to\b) | \b(first|last)(?=[.,;:]) | by\ (round|demand|line) | round\ by\ round | one\ for\ each
        | as\ in\ the\ sentence | \bthe\ one\b | \b(none|empty)\b(?=:|\ where)
    """
    """In which order; or what it means that there is nothing in it."""
    TUPLE = r"""
        \bpairs?\b | \bboth\b | \bthe\ (\w+)\ and\ (of\ )?the\ (\w+)
    """
    """What stands in which place."""
    MAPPING = r"""
        for\ each | by\ (id|demand)\b | as\ keys
    """
    """What the keys are."""
    SET = r"""
        \bids\ of | numbers\ of | the\ \w+\ of\ which | pairs\ of
    """
    """What is in it."""
    GIVEN = r"""
        \bids\ of | \bby\ code\b | for\ each | what\ there\ is | \bnone: | rules\ of\b | as\ `[\w.]+`\ gives
    """
    """What is to be in it; or what it means that nothing is."""

    def is_told(self, text: str) -> bool:
        """Tell whether a docstring says of such a value what there is to say."""
        return re.search(self.value, " ".join(text.split()), re.VERBOSE | re.IGNORECASE) is not None


_SHAPES = {
    "int": Shape.NUMBER,
    "float": Shape.NUMBER,
    "Fraction": Shape.NUMBER,
    "Size": Shape.NUMBER,
    "Sequence": Shape.ROW,
    "Iterator": Shape.ROW,
    "list": Shape.ROW,
    "Mapping": Shape.MAPPING,
    "frozenset": Shape.SET,
    "AbstractSet": Shape.SET,
    "Container": Shape.GIVEN,
    "Iterable": Shape.GIVEN,
}
"""What a name in an annotation stands for; of a tuple it depends on what is in the brackets."""


class Quantity(NamedTuple):
    """A field, an argument, or what is given."""

    name: str
    """Of what it is, as `State.number`, `matrix(tags)` or `State.row()`."""
    annotation: ast.expr
    text: str
    """What the docstring says of it; of what is given, and of an argument without a line of its own, all."""

    @property
    def untold(self) -> list[str]:
        """What there is to say of it, and is not said."""
        return [
            f"{self.name}: {shape.name}"
            for shape in Shape
            if shape in self._shapes and not shape.is_told(self.text)
        ]

    @property
    def _shapes(self) -> set[Shape]:
        return {shape for node in ast.walk(_read(self.annotation)) for shape in _shape(node)}


def _read(annotation: ast.expr) -> ast.expr:
    """Give an annotation that may be written as a text."""
    match annotation:
        case ast.Constant(value=str(text)):
            return ast.parse(text, mode="eval").body
        case _:
            return annotation


def _shape(node: ast.AST) -> Iterator[Shape]:
    match node:
        case ast.Name(id=name) if name in _SHAPES:
            yield _SHAPES[name]
        case ast.Subscript(
            value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[_, ast.Constant(value=last)])
        ) if last is ...:
            yield Shape.ROW
        case ast.Subscript(value=ast.Name(id="tuple")):
            yield Shape.TUPLE
        case _:
            pass


def quantities(one: Public) -> Iterator[Quantity]:
    """Give what is annotated of a public name, be it a number, a collection or neither."""
    if isinstance(one.node, ast.FunctionDef):
        yield from _arguments(one, one.node, dict(one.entries("Args")), one.sections[""])
        if one.node.returns:
            yield Quantity(f"{one.name}()", one.node.returns, one.sections[""])
        return
    told = dict(one.entries("Attributes"))
    for node, after in pairwise([*one.node.body, ast.Pass()]):
        match node, after:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation), _ if not name.startswith(
                "_"
            ):
                yield Quantity(f"{one.name}.{name}", annotation, told.get(name, _text(after)))
            case ast.FunctionDef(name="__init__"), _:
                yield from _arguments(one, node, told, "")
            case _:
                pass  # a method, which is public by itself, or a docstring


def _arguments(
    one: Public, node: ast.FunctionDef, told: Mapping[str, str], otherwise: str
) -> Iterator[Quantity]:
    for of in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
        if of.annotation:
            yield Quantity(f"{one.name}({of.arg})", of.annotation, told.get(of.arg, otherwise))


def _text(node: ast.stmt) -> str:
    """Give the docstring of a field, which stands below it."""
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
        case _:
            return ""
