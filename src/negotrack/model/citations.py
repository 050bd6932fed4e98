"""In which source is it written, and where in it?"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import final

from attrs import field, frozen

from negotrack.fields import as_made, checked, records
from negotrack.ids import Id, check_id


@final
@frozen(repr=False, field_transformer=checked)
class Citation:
    """A source, and where in it.

    Attributes:
        id: the id of the source.
        locator: a page, a paragraph, a minute.

    Raises:
        BadId: `id` is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Citation("minutes", "p. 2")
        Citation('minutes', 'p. 2')
    """

    __module__ = "negotrack"

    id: Id = field(validator=check_id)
    locator: str | None = field(default=None)

    __repr__ = as_made


def citations(given: str | Citation | Iterable[str | Citation]) -> tuple[Citation, ...]:
    """Give the citations that a field was given: one or several, each by the id of the source or in full.

    Raises:
        TypeError: it is something else.

    Examples:
        >>> citations("minutes")
        (Citation('minutes'),)
    """
    if given == ():  # as it mostly is
        return ()
    if isinstance(given, str):
        return (Citation(given),)
    if isinstance(given, Citation):
        return (given,)
    if not isinstance(given, tuple | list) and not _is_in_order(given):
        raise TypeError(f"a source is given by its id, a Citation or a list of these, not {given!r}")
    return records([Citation(one) if isinstance(one, str) else one for one in given], Citation)


def _is_in_order(given: object) -> bool:
    """Tell whether it gives several things in an order that means something."""
    return isinstance(given, Iterable) and not isinstance(given, Mapping | AbstractSet)


def shown(citations: tuple[Citation, ...]) -> str:
    """Give citations as a field is given them.

    Examples:
        >>> shown(citations("minutes")), shown(citations(["minutes", Citation("letter", "p. 2")]))
        ("'minutes'", "['minutes', Citation('letter', 'p. 2')]")
    """
    several = [one.id if one.locator is None else one for one in citations]
    return repr(several[0] if len(several) == 1 else several)


def names(citations: Iterable[Citation], source: str) -> bool:
    """Tell whether a source is among those that are cited.

    Examples:
        >>> names(citations(["minutes", "letter"]), "letter")
        True
    """
    return any(one.id == source for one in citations)
