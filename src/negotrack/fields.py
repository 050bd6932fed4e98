"""What can stand in the fields of a record, and how is it kept so that nobody can change it later?"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from negotrack.nearest import did_you_mean

C = TypeVar("C", bound=StrEnum)
T = TypeVar("T")


class BadField(ValueError):
    """A field of a record that makes no sense, by itself or beside the others.

    Attributes:
        field: its name.
        reason: what is wrong with it.

    Examples:
        >>> raise BadField("reservation", "goes with `reserves`, not with `accepts`")
        Traceback (most recent call last):
            ...
        negotrack.BadField: `reservation` goes with `reserves`, not with `accepts`
    """

    __module__ = "negotrack"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        return f"`{self.field}` {self.reason}"


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """Keep several texts in their order.

    Raises:
        TypeError: it is one text, which would fall apart into its letters.

    Examples:
        >>> texts(["Moscow", "the Kremlin"])
        ('Moscow', 'the Kremlin')
    """
    if isinstance(values, str):
        raise TypeError(f"give a list of texts, not the text {values!r}")
    return tuple(values)


def optional_texts(values: Iterable[str] | None) -> tuple[str, ...] | None:
    """Keep several texts in their order, or None where nothing was recorded.

    Raises:
        TypeError: it is one text.
    """
    return None if values is None else texts(values)


def one_or_more(values: str | Iterable[str]) -> tuple[str, ...]:
    """Keep one text, or several in their order.

    Examples:
        >>> one_or_more("corridor")
        ('corridor',)
    """
    return (values,) if isinstance(values, str) else tuple(values)


def records(values: Iterable[T], of: type[T]) -> tuple[T, ...]:
    """Keep several records in their order.

    Raises:
        TypeError: what is given is a text, or holds something else than such records.

    Examples:
        >>> records([1, 2], int)
        (1, 2)
    """
    if isinstance(values, str):
        raise TypeError(f"give a list of {of.__name__} records, not the text {values!r}")
    kept = tuple(values)
    for value in kept:
        if not isinstance(value, of):
            raise TypeError(f"give {of.__name__} records, not {value!r}")
    return kept


def choice(of: type[C], value: object) -> C:
    """Give the member of a list of words that a text names.

    Raises:
        ValueError: it is none of them; the nearest is suggested.

    Examples:
        >>> from enum import StrEnum
        >>> class Colour(StrEnum):
        ...     RED = "red"
        ...     BLUE = "blue"
        >>> choice(Colour, "Red")
        Traceback (most recent call last):
            ...
        ValueError: 'Red' is none of red, blue; did you mean `red`?
    """
    for one in of:
        if one == value:
            return one
    hint = did_you_mean(value, of) if isinstance(value, str) else ""
    raise ValueError(f"{value!r} is none of {', '.join(of)}" + (f"; {hint}" if hint else ""))


def once(values: Iterable[str]) -> tuple[str, ...]:
    """Keep several texts in their order, each once.

    Raises:
        TypeError: it is one text.

    Examples:
        >>> once(["a", "b", "a"])
        ('a', 'b')
    """
    return tuple(dict.fromkeys(texts(values)))
