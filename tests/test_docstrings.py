"""The docstrings of all public names show what each is for."""

import ast
from collections.abc import Iterator
from doctest import SKIP, DocTestParser

from public import CLASSES, FUNCTIONS, MEMBERS, Public


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
