"""What is given to a strategy: a value, or a strategy that draws it?"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy, fixed_dictionaries

from negotrack.ids import is_id

T = TypeVar("T")
C = TypeVar("C", bound=StrEnum)

Given: TypeAlias = T | SearchStrategy[T]
"""A value, or a strategy that draws it."""
Size: TypeAlias = int | tuple[int, int]
"""How many there are: so many, or from so many to so many."""


def checked(name: str, given: object, read: Callable[[object], T], wanted: str) -> Given[T]:
    """Give what is given, as it is used. A value is checked at once, what a strategy draws when it is drawn.

    Args:
        name: the argument.
        given: a value, or a strategy.
        read: gives the value as it is used, or raises `ValueError` or `TypeError` where it is none.
        wanted: what the argument takes, in words.

    Raises:
        InvalidArgument: the value is not what the argument takes.

    Examples:
        >>> checked("size", "many", int, "a number")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: size takes a number, not 'many'
    """

    def valid(value: object) -> T:
        try:
            return read(value)
        except (ValueError, TypeError):
            raise InvalidArgument(f"{name} takes {wanted}, not {value!r}") from None

    return given.map(valid) if isinstance(given, SearchStrategy) else valid(given)


def together(build: Callable[..., SearchStrategy[T]], **given: Given[Any]) -> SearchStrategy[T]:
    """Give the strategy that is built of what is given. Values are not drawn, since each draw takes its time.

    Examples:
        >>> from hypothesis.strategies import just
        >>> together(just, value=3)
        just(3)
    """
    drawn = {name: one for name, one in given.items() if isinstance(one, SearchStrategy)}
    values = {name: one for name, one in given.items() if name not in drawn}
    if not drawn:
        return build(**values)
    return fixed_dictionaries(drawn).flatmap(lambda several: build(**values, **several))


def whole_number(name: str, given: Given[int], *, least: int = 0) -> Given[int]:
    """Check a whole number, or a strategy for it, that has to be `least` or more.

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

    return checked(name, given, read, f"a whole number from {least}, or a strategy for it")


def size(name: str, given: Given[Size], *, least: int = 0) -> Given[tuple[int, int]]:
    """Check how many there are, or a strategy for it; give how many at least and at most.

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
    return checked(name, given, read, wanted)


def switch(name: str, given: Given[bool]) -> Given[bool]:
    """Check whether something is there, or a strategy for it.

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

    return checked(name, given, read, "True or False, or a strategy for it")


def several_ids(name: str, given: Given[Iterable[str]], *, least: int = 0) -> Given[tuple[str, ...]]:
    """Check ids to choose from, or a strategy for them.

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
    return checked(name, given, read, f"{wanted}, or a strategy for it")


def one_of(name: str, given: Given[C] | Given[str], choices: type[C]) -> Given[C]:
    """Check a member of an enumeration, which may be given as its word, or a strategy for it.

    Raises:
        InvalidArgument: it is no such word.

    Examples:
        >>> from negotrack.origin import FileFormat
        >>> one_of("format", "yaml", FileFormat)
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: format takes one of toml, json, or a strategy for it, not 'yaml'
    """
    words: Sequence[str] = [str(one) for one in choices]
    return checked(name, given, choices, f"one of {', '.join(words)}, or a strategy for it")
