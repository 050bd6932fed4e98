"""What is given to a strategy: a value, or a strategy that draws it?"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy, just

from negotrack.ids import is_id

T = TypeVar("T")
C = TypeVar("C", bound=StrEnum)

Given = T | SearchStrategy[T]
"""A value, or a strategy that draws it."""
Size = int | tuple[int, int]
"""How many there are: so many, or from so many to so many."""


def given_as(name: str, given: Given[T], read: Callable[[object], T], wanted: str) -> SearchStrategy[T]:
    """Give the strategy for what is given. A value is checked at once, what a strategy draws when it is drawn.

    Args:
        name: the argument.
        given: a value, or a strategy.
        read: gives the value as it is used, or raises `ValueError` or `TypeError` where it is none.
        wanted: what the argument takes, in words.

    Raises:
        InvalidArgument: the value is not what the argument takes.

    Examples:
        >>> given_as("size", "many", int, "a number")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: size takes a number, not 'many'
    """

    def checked(value: T) -> T:
        try:
            return read(value)
        except (ValueError, TypeError):
            raise InvalidArgument(f"{name} takes {wanted}, not {value!r}") from None

    return given.map(checked) if isinstance(given, SearchStrategy) else just(checked(given))


def whole_number(name: str, given: Given[int], *, least: int = 0) -> SearchStrategy[int]:
    """Give the strategy for a whole number that has to be `least` or more.

    Raises:
        InvalidArgument: it is no such number.

    Examples:
        >>> whole_number("parties", -1)
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: parties takes a whole number from 0, or a strategy for it, not -1
    """

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise ValueError
        return value

    return given_as(name, given, read, f"a whole number from {least}, or a strategy for it")


def size(name: str, given: Given[Size], *, least: int = 0) -> SearchStrategy[tuple[int, int]]:
    """Give the strategy for how many there are at least and at most.

    Raises:
        InvalidArgument: it is no such number, and no pair of them in order.

    Examples:
        >>> size("parties", (5, 2))
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: parties takes a whole number from 0, a pair of them or a strategy, not (5, 2)
    """

    def read(value: object) -> tuple[int, int]:
        match value:
            case (int(few), int(many)) if least <= few <= many:
                return few, many
            case int(exact) if not isinstance(value, bool) and least <= exact:
                return exact, exact
            case _:
                raise ValueError

    wanted = f"a whole number from {least}, a pair of them or a strategy"
    return given_as(name, given, read, wanted)  # type: ignore[arg-type, return-value]


def switch(name: str, given: Given[bool]) -> SearchStrategy[bool]:
    """Give the strategy for whether something is there.

    Raises:
        InvalidArgument: it is neither true nor false.

    Examples:
        >>> switch("blocs", "no")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: blocs takes True or False, or a strategy for it, not 'no'
    """

    def read(value: object) -> bool:
        if not isinstance(value, bool):
            raise TypeError
        return value

    return given_as(name, given, read, "True or False, or a strategy for it")


def several_ids(name: str, given: Given[Iterable[str]], *, least: int = 0) -> SearchStrategy[tuple[str, ...]]:
    """Give the strategy for ids to choose from, in the order given.

    Raises:
        InvalidArgument: one of them is no id, or there are too few.

    Examples:
        >>> several_ids("parties", "azerbaijan")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: parties takes a list of ids, or a strategy for it, not 'azerbaijan'
    """

    def read(value: object) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise TypeError
        found = tuple(value)
        if len(found) < least or not all(isinstance(one, str) and is_id(one) for one in found):
            raise ValueError
        return found

    wanted = "a list of ids" if not least else f"a list of {least} or more ids"
    return given_as(name, given, read, f"{wanted}, or a strategy for it")  # type: ignore[arg-type]


def one_of(name: str, given: Given[C] | Given[str], choices: type[C]) -> SearchStrategy[C]:
    """Give the strategy for a member of an enumeration, which may be given as its word.

    Raises:
        InvalidArgument: it is no such word.

    Examples:
        >>> one_of("role", "judge", Role)
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: role takes one of principal, mediator, ..., or a strategy for it, not 'judge'
    """
    words: Sequence[str] = [str(one) for one in choices]
    return given_as(name, given, choices, f"one of {', '.join(words)}, or a strategy for it")  # type: ignore[arg-type]
