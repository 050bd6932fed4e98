"""What can stand in the fields of a record, and how is it kept so that nobody can change it later?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

from attrs import Attribute, fields
from attrs.validators import and_

from negotrack.nearest import slip_of

C = TypeVar("C", bound=StrEnum)
T = TypeVar("T")


class BadField(ValueError):
    """A field of a record, or an argument, that makes no sense, by itself or beside the others.

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


def checked(_: type, fields: "list[Attribute[Any]]") -> "list[Attribute[Any]]":
    """Let a record refuse values of another kind than its fields are of: a text, a number, or true and false.

    What is no list of texts is told with the name of the field.

    It is for the argument `field_transformer` of attrs. Fields of other types have checks of their own.

    Raises:
        TypeError: (the record, when it is made) a value is of another kind.
    """
    return [_checked(one) for one in fields]


def _checked(one: "Attribute[Any]") -> "Attribute[Any]":
    convert: object = one.converter
    if convert in {texts, optional_texts, one_or_more, once}:
        return one.evolve(converter=_named(convert, one.name))
    kind = _KINDS.get(one.type)
    return one.evolve(validator=and_(one.validator, kind) if one.validator else kind) if kind else one


def _named(convert: Any, field: str) -> Callable[[Any], Any]:
    """Give a converter whose complaint about the type of a value names the field."""

    @wraps(convert)
    def named(value: Any) -> Any:
        if value == ():  # as it mostly is: not given
            return ()
        try:
            return convert(value)
        except TypeError as error:
            raise TypeError(f"`{field}`: {error}") from None

    return named


def _is_text(_: object, field: "Attribute[Any]", value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"`{field.name}` takes a text, not {value!r}")


def _is_text_or_none(record: object, field: "Attribute[Any]", value: object) -> None:
    if value is not None:
        _is_text(record, field, value)


def _is_true_or_false(_: object, field: "Attribute[Any]", value: object) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"`{field.name}` takes True or False, not {value!r}")


def _is_number_or_none(_: object, field: "Attribute[Any]", value: object) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(f"`{field.name}` takes a whole number, not {value!r}")
    if value is not None and not 0 < value <= MOST:
        raise BadField(field.name, f"takes a whole number from 1 to {MOST}")


MOST = 10**9
"""The highest number that a record holds; what is higher is a slip, and slow to write down."""

_KINDS: Mapping[object, Callable[[object, "Attribute[Any]", Any], None]] = {
    str: _is_text,
    str | None: _is_text_or_none,
    bool: _is_true_or_false,
    int: _is_number_or_none,
    int | None: _is_number_or_none,
}


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
    kept = tuple(values)
    for value in kept:
        if not isinstance(value, str):
            raise TypeError(f"give texts, not {value!r}")
    return kept


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
    return (values,) if isinstance(values, str) else texts(values)


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


def as_made(record: Any) -> str:
    """Give a record as the call that makes it, less what is as it is where it is not given: a `__repr__`.

    It shows a field as the function says that is its `repr` for attrs, and a word of a list as the text.
    """
    shown = [_shown(record, one) for one in fields(type(record))]
    return f"{type(record).__name__}({', '.join(filter(None, shown))})"


def _shown(record: Any, field: "Attribute[Any]") -> str:
    value, make = getattr(record, field.name), getattr(field.default, "factory", None)
    if value == (make(record) if make else field.default):
        return ""
    plain = str.__repr__ if isinstance(value, str) else repr
    return f"{field.name}=" * bool(field.kw_only) + (field.repr if callable(field.repr) else plain)(value)


def as_text(value: object) -> str:
    """Show a field by the text that it is written as: a date, a sentence."""
    return repr(str(value))


def choice(of: type[C], value: object, field: str) -> C:
    """Give the member of a list of words that a text in a field names.

    Raises:
        BadField: it is none of them; the nearest is suggested.

    Examples:
        >>> from enum import StrEnum
        >>> class Colour(StrEnum):
        ...     RED = "red"
        ...     BLUE = "blue"
        >>> choice(Colour, "Red", "colour")
        Traceback (most recent call last):
            ...
        negotrack.BadField: `colour` takes red or blue, not 'Red'; did you mean `red`?
    """
    if isinstance(value, of):
        return value
    for one in of:
        if one == value:
            return one
    raise none_of(tuple(of), value, field)


def none_of(words: Sequence[str], value: object, field: str) -> BadField:
    """Give the exception for what is none of the words that a field takes."""
    *most, last = words
    hint = slip_of(value, words) if isinstance(value, str) else ""
    known = f"{', '.join(most)} or {last}" if most else last
    return BadField(field, f"takes {known}, not {value!r}" + (f"; {hint}" if hint else ""))


def once(values: Iterable[str]) -> tuple[str, ...]:
    """Keep several texts in their order, each once.

    Raises:
        TypeError: it is one text.

    Examples:
        >>> once(["a", "b", "a"])
        ('a', 'b')
    """
    kept = texts(values)
    return kept if len(kept) == 1 else tuple(dict.fromkeys(kept))
