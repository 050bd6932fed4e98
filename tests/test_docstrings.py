"""The docstrings of all public names show what each is for."""

import ast
from collections.abc import Iterable, Iterator
from doctest import SKIP, DocTestParser
from itertools import chain

import pytest

import negotrack as nt
from public import ALL, CLASSES, FUNCTIONS, MEMBERS, Public
from quantities import Quantity, quantities
from raising import Kinds, raised_by


def none(wanting: Iterable[str]) -> None:
    """Assert that nothing is wanting, or else name all that is."""
    found = "\n".join(wanting)
    assert not found, f"wanting:\n{found}"


def examples(one: Public) -> Iterator[str]:
    """Give the examples of a docstring that are run, as `test_docs.py` runs them."""
    for example in DocTestParser().get_examples(one.sections.get("Examples", "")):
        if SKIP not in example.options:
            yield example.source


def test_every_public_class_and_function_has_an_example_that_is_run() -> None:
    """What each of them is for can be seen. Other public names are values, and those have no docstring."""
    shown = [*CLASSES, *FUNCTIONS]
    assert len(shown) > len(nt.__all__) / 2
    none(one.name for one in shown if not any(examples(one)))


def used(one: Public) -> set[str]:
    """Give the names behind a dot in the examples of a docstring."""
    nodes = (node for source in examples(one) for node in ast.walk(ast.parse(source)))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def test_every_public_method_and_property_is_used_in_an_example_that_is_run() -> None:
    """It is in its own docstring, or in that of the class. Fields are seen where a record is made."""
    none(
        member.name
        for owner, members in MEMBERS.items()
        for member in members
        if member.name.rpartition(".")[2] not in used(owner) | used(member)
    )


def lacking(one: Public, refused: Kinds = frozenset()) -> list[str]:
    """Give the exceptions that a public name raises and does not tell of, nor of one that they are a kind of."""
    return [
        f"{one.name}: {kind.__name__}"
        for kind in sorted(raised_by(one) - refused, key=str)
        if not issubclass(kind, one.kinds)
    ]


def takes_something(one: Public) -> bool:
    """Tell whether a method or property takes more than what it is of."""
    match one.node:
        case ast.FunctionDef(args=ast.arguments(posonlyargs=[], args=[_], kwonlyargs=[], vararg=None)):
            return False
        case _:
            return True


def test_what_is_raised_is_found() -> None:
    """In the checks of fields, in those of the class and in its helpers; not what is caught, and made another."""
    found = {one.name: {kind.__name__ for kind in raised_by(one)} for one in ALL}
    assert found["Demand"] == {"BadField", "BadId", "TypeError"}
    assert found["Diff"] == {"NotOneNegotiation", "TypeError"}
    assert found["State.outcome"] == {"NoSuchDemand"}
    assert found["testing.source_text"] == {"FileNotFoundError"}


def test_what_is_raised_stands_under_raises() -> None:
    """What its own code raises, that is. What takes nothing does not raise what making the record would have raised."""
    members = (
        lacking(one, frozenset() if takes_something(one) else raised_by(owner))
        for owner, several in MEMBERS.items()
        for one in several
    )
    none(chain(*map(lacking, (*CLASSES, *FUNCTIONS)), *members))


def test_what_stands_under_raises_is_an_exception_with_its_condition() -> None:
    """Who reads it can catch it, and knows when to."""
    told = [one for one in ALL if "Raises" in one.sections]
    none(one.name for one in told if len(one.kinds) < max(1, len(one.entries("Raises"))))
    none(one.name for one in told for _, condition in one.entries("Raises") if not condition)


def test_what_numbers_count_and_what_collections_hold_is_told() -> None:
    """Of every field, argument and result: what is counted and from where on, what is in it and in which order."""
    none(told for one in ALL for quantity in quantities(one) for told in quantity.untold)


@pytest.mark.parametrize(
    ("annotation", "told", "untold"),
    [
        ("int", "how many rounds there are", "the rounds"),
        ("int | None", "its number, 1 being the first", "its number; None: the last"),
        ("Fraction", "at most 1", "how far they agree"),
        (
            "tuple[str, ...]",
            "the ids of the parties, in the order of the dossier",
            "the parties of the dossier",
        ),
        ("'Sequence[Round]'", "the rounds, in order", "the rounds, in order to be shown"),
        ("tuple[str, str]", "a pair of party and demand", "the cell"),
        ("Mapping[str, Tally]", "for each party its moves", "the moves"),
        ("frozenset[str]", "the ids of the parties that left", "who left"),
        ("Iterable[str]", "which rules to run, by code", "which rules to run"),
    ],
)
def test_words_tell_what_is_said_from_what_is_not(annotation: str, told: str, untold: str) -> None:
    """A docstring that says what there is to say of a value passes; one that speaks of it, and does not say, fails."""
    read = ast.parse(annotation, mode="eval").body
    assert Quantity("one", read, told).untold == []
    assert len(Quantity("one", read, untold).untold) == 1
