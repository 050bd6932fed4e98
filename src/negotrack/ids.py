"""Which words can name a party, a demand, a round or a source?"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Any

from attrs import Attribute

from negotrack.stances import VERBS
from negotrack.visible import shortened, visible

Id = Annotated[str, "an id"]
"""A `str` that is an id: a lower-case letter, then lower-case letters, digits and hyphens."""

RESERVED = frozenset(VERBS) | {"and", "if", "on", "provisionally", "own", "start"}
"""Words that the sentence form or the commands use, and that therefore name nothing."""

_LONG = 40
"""How long an id is that is suggested, at most."""

_ID = re.compile(r"[a-z][a-z0-9-]*")


class BadId(ValueError):
    """A text that cannot be an id.

    Attributes:
        text: what was given.
        suggestion: an id that would do, or "" where the text holds nothing to make one of.

    Examples:
        >>> raise BadId("cease_fire")
        Traceback (most recent call last):
            ...
        negotrack.BadId: `cease_fire` is no id; `cease-fire` would do
    """

    __module__ = "negotrack"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
        self.suggestion: str = suggest_id(text)

    def __str__(self) -> str:
        fault = "is a word of the sentence form" if self.text in RESERVED else "is no id"
        cure = (
            f"`{self.suggestion}` would do"
            if self.suggestion
            else "write a lower-case letter, then lower-case letters, digits and hyphens"
        )
        return f"`{shortened(visible(self.text))}` {fault}; {cure}"


@lru_cache(maxsize=1 << 12)
def is_id(text: str) -> bool:
    """Tell whether `text` can name something.

    Examples:
        >>> is_id("soviet-borders"), is_id("Armenia"), is_id("accept")
        (True, False, False)
    """
    return _ID.fullmatch(text) is not None and text not in RESERVED


def suggest_id(text: str) -> str:
    """Give an id that is close to `text`, or "" where nothing in it can stand in an id.

    Examples:
        >>> suggest_id("Cease_fire!"), suggest_id("Côte d'Ivoire"), suggest_id("1991-deal"), suggest_id("accept")
        ('cease-fire', 'cote-d-ivoire', 'deal-1991', 'accept-1')
        >>> suggest_id("Ռ")
        ''
    """
    import unicodedata  # noqa: PLC0415 - wanted for an error only

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub("[^a-z0-9' ]+", "-", plain).replace("'", "-").replace(" ", "-")
    joined = re.sub("-+", "-", words)
    rest = joined.lstrip("0123456789-")
    digits = joined[: len(joined) - len(rest)]
    candidate = f"{rest}-{digits}"[:_LONG].strip("-") if rest else ""
    return f"{candidate}-1" if candidate in RESERVED else candidate


def alike(name: str) -> str:
    """Give a name as names are compared: without case, marks on letters, and what stands between the words.

    Unlike in an id that is suggested, no letter is left out: what is called `Союз A` is no other thing with an `A`.

    Examples:
        >>> alike("Côte d'Ivoire"), alike("The_Corridor"), alike("Союз A")
        ('cote-d-ivoire', 'the-corridor', 'союз-a')
    """
    import unicodedata  # noqa: PLC0415 - wanted for an error only

    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[^\W_]+", plain))


def ids_by_name(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Give for each name, as `alike` gives it, the id that it belongs to, if it is one alone.

    Args:
        named: names, each with the id of what is called so.

    Examples:
        >>> ids_by_name([("Azerbaijan", "az"), ("Baku", "az"), ("The corridor", "a"), ("the Corridor", "b")])
        {'azerbaijan': 'az', 'baku': 'az'}
    """
    found: dict[str, set[str]] = {}
    for name, id_ in named:
        found.setdefault(alike(name), set()).add(id_)
    return {like: ids.pop() for like, ids in found.items() if like and len(ids) == 1}


def check_id(_: object, field: "Attribute[Any]", value: object) -> None:
    """Raise `BadId` unless `value` is an id (a validator for one field).

    Raises:
        BadId: it is none.
        TypeError: it is no text.
    """
    if not isinstance(value, str):
        raise TypeError(f"`{field.name}` takes an id, which is a text, not {value!r}")
    if not is_id(value):
        raise BadId(value)


def check_id_or_none(instance: object, attribute: "Attribute[Any]", value: str | None) -> None:
    """Raise `BadId` unless `value` is an id or was not recorded (a validator for one field).

    Raises:
        BadId: it is neither.
    """
    if value is not None:
        check_id(instance, attribute, value)


def check_ids(_: object, __: "Attribute[Any]", values: tuple[str, ...] | None) -> None:
    """Raise `BadId` unless all `values`, which are texts, are ids (a validator for a field of several, or of none).

    Raises:
        BadId: one of them is none.
    """
    for value in values or ():
        if not is_id(value):
            raise BadId(value)
