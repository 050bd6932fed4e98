"""Does a place lead to something that a record has?"""

from attrs import has

from negotrack.formats.shapes import KEYED, keys
from negotrack.locate.place import Path
from negotrack.negotiation import Negotiation
from negotrack.places import InSentence, InText, Part, Place


def is_inside(place: Place, talks: Negotiation) -> bool:
    """Tell whether a place is in a record: whether its path leads to a value, or to a key that could stand there.

    Parties, demands and sources are named by their ids, rounds and statements by their number from 0.

    Examples:
        >>> from negotrack import seed
        >>> from negotrack.places import AtKey
        >>> [is_inside(AtKey((section, "treaty")), seed("sochi-2022")) for section in ("demands", "demand")]
        [True, False]
    """
    try:
        value = _at(place.path, talks)
    except LookupError:
        return False
    match place:
        case InSentence(part=part, id=id_):
            return id_ in getattr(value, _PARTS[part], ())
        case InText(start=start, length=length):
            return 0 <= start <= start + length <= len(str(value))
        case _:
            return True


_PARTS = {Part.HOLDERS: "holders", Part.DEMANDS: "demands", Part.CONDITIONS: "conditions"}


def _at(path: Path, record: object) -> object:
    """Give the value that a path leads to.

    Raises:
        LookupError: it leads nowhere.
    """
    value = record
    for step in path:
        value = _numbered(value, step) if isinstance(step, int) else _named(value, step)
    return value


def _numbered(value: object, step: int) -> object:
    if isinstance(value, tuple) and step >= 0:
        return value[step]
    if step == 0:
        return value  # what stands alone in the place of several
    raise LookupError(step)


def _named(value: object, step: str) -> object:
    if isinstance(value, tuple):
        found = tuple(one for one in value if step == getattr(one, KEYED.get(type(one), ""), None))
        return found[0] if len(found) == 1 else _any_of(found, step)
    if has(type(value)) and step in keys(type(value)):
        return getattr(value, step)
    raise LookupError(step)


def _any_of(several: tuple[object, ...], step: str) -> tuple[object, ...]:
    if not several:
        raise LookupError(step)
    return several
