"""The docstrings of all public names show what each is for."""

import ast
from collections.abc import Iterator
from doctest import SKIP, DocTestParser
from inspect import signature
from itertools import chain

from public import ALL, CLASSES, FUNCTIONS, MEMBERS, Public
from raising import Kinds, raised_by


def examples(one: Public) -> Iterator[str]:
    """Give the examples of a docstring that are run, as `test_docs.py` runs them."""
    for example in DocTestParser().get_examples(one.sections.get("Examples", "")):
        if SKIP not in example.options:
            yield example.source


def test_every_public_class_and_function_has_an_example_that_is_run() -> None:
    """What each of them is for can be seen. Other public names are values, and those have no docstring."""
    assert [one.name for one in (*CLASSES, *FUNCTIONS) if not any(examples(one))] == []


def used(one: Public) -> set[str]:
    """Give the names behind a dot in the examples of a docstring."""
    nodes = (node for source in examples(one) for node in ast.walk(ast.parse(source)))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def test_every_public_method_and_property_is_used_in_an_example_that_is_run() -> None:
    """It is in its own docstring, or in that of the class. Fields are seen where a record is made."""
    assert [
        member.name
        for owner, members in MEMBERS.items()
        for member in members
        if member.name.rpartition(".")[2] not in used(owner) | used(member)
    ] == []


def lacking(one: Public, refused: Kinds = frozenset()) -> list[str]:
    """Give the exceptions that a public name raises and does not tell of, nor of one that they are a kind of."""
    return [
        f"{one.name}: {kind.__name__}"
        for kind in sorted(raised_by(one) - refused, key=str)
        if not issubclass(kind, one.kinds)
    ]


def test_what_is_raised_stands_under_raises() -> None:
    """What its own code raises, that is. What takes nothing does not raise what making the record would have raised."""
    members = (
        lacking(one, raised_by(owner) if len(signature(one.code).parameters) == 1 else frozenset())
        for owner, several in MEMBERS.items()
        for one in several
    )
    assert [*chain(*map(lacking, (*CLASSES, *FUNCTIONS)), *members)] == []


def test_what_stands_under_raises_is_an_exception_with_its_condition() -> None:
    """Who reads it can catch it, and knows when to."""
    told = [one for one in ALL if "Raises" in one.sections]
    assert [one.name for one in told if len(one.kinds) < max(1, len(one.raises))] == []
    assert [one.name for one in told for _, condition in one.raises if not condition] == []
