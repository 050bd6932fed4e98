"""How are the small choices drawn that a record is made of?

Below the surface they are whole numbers of one range, from one strategy: a negotiation takes hundreds of them, and
while Hypothesis shrinks some, the others stay in range.
"""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, integers

T = TypeVar("T")


_RANGE = 120
"""A number that most small numbers divide, so that all remainders are as likely."""
_NUMBERS = integers(0, _RANGE - 1)


def number(draw: DrawFn, most: int) -> int:
    """Draw a whole number from 0 to `most`. Shrinks towards 0."""
    return draw(_NUMBERS if most < _RANGE else integers(0, most)) % (most + 1)


def size(draw: DrawFn, most: int) -> int:
    """Draw how many there are, up to `most`: many more often than few, none hardly ever. Shrinks towards 0."""
    return pick(draw, _sizes(most))


@cache
def _sizes(most: int) -> tuple[int, ...]:
    return tuple(many for many in range(most + 1) for _ in range(many**2 + 1))


def chance(draw: DrawFn, one_in: int) -> bool:
    """Draw true in one of so many cases. Shrinks towards false."""
    return number(draw, one_in - 1) == one_in - 1


def pick(draw: DrawFn, choices: Sequence[T]) -> T:
    """Draw one of several; one that is listed twice comes twice as often. Shrinks towards the first."""
    return choices[number(draw, len(choices) - 1)]


def few(draw: DrawFn, choices: Sequence[T], *, least: int = 0, most: int) -> tuple[T, ...]:
    """Draw some of several, each once; none where there is nothing to choose from.

    There can be fewer than `least` different ones, but not none. Shrinks towards `least` times the first.
    """
    if not choices:
        return ()
    drawn = [pick(draw, choices) for _ in range(least + number(draw, most - least))]
    return tuple(dict.fromkeys(drawn))


def shuffled(draw: DrawFn, several: Sequence[T]) -> list[T]:
    """Draw an order. Shrinks towards the order given."""
    return sorted(several, key=lambda _: number(draw, _PLACES))


_PLACES = 7
"""Things that draw the same place stay in their order, so that a few places are enough."""


def check_size(name: str, value: object) -> None:
    """Refuse what is no number of things to draw.

    Raises:
        InvalidArgument: it is no whole number, or a negative one.

    Examples:
        >>> check_size("max_parties", -1)
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: max_parties takes a whole number from 0, not -1
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidArgument(f"{name} takes a whole number from 0, not {value!r}")
