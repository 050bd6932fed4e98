"""What can an id look like?"""

from operator import add
from string import ascii_lowercase, digits

from hypothesis.strategies import SearchStrategy, builds, sampled_from, text

from negotrack.ids import is_id
from negotrack.testing.arguments import Given, checked, together, whole_number


def ids(*, max_size: Given[int] = 12) -> SearchStrategy[str]:
    """Give ids: every text of the id grammar up to a length.

    Words of the sentence form are no ids, and are not among them. Nothing keeps two draws apart; for ids of several
    things ask for a list with `unique=True`. Shrinks towards `a`.

    Args:
        max_size: how many characters an id has at most, from 1.

    Raises:
        InvalidArgument: `max_size` is no such number.

    Examples:
        >>> from hypothesis import find
        >>> find(ids(), lambda id_: "-" in id_)
        'a-'
    """
    return together(_ids, size=whole_number("max_size", max_size, least=1))


def _ids(size: int) -> SearchStrategy[str]:
    return builds(add, sampled_from(ascii_lowercase), text(_LATER, max_size=size - 1)).filter(is_id)


_LATER = ascii_lowercase + digits + "-"


def an_id(name: str, given: Given[str]) -> Given[str]:
    """Check an id, or a strategy for it.

    Raises:
        InvalidArgument: it is none.

    Examples:
        >>> an_id("id", "The Union")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: id takes an id, or a strategy for it, not 'The Union'
    """

    def read(value: object) -> str:
        if not isinstance(value, str) or not is_id(value):
            raise ValueError
        return value

    return checked(name, given, read, "an id, or a strategy for it")
