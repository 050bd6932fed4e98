"""What does each key of a dossier take?"""

from collections.abc import Mapping
from enum import Enum, StrEnum, auto, unique
from functools import cache
from types import NoneType
from typing import Any, final, get_args, get_origin

from attrs import NOTHING, fields, frozen

from negotrack.dates import When
from negotrack.formats.converter import converter
from negotrack.formats.shapes import KEYED, SHORT
from negotrack.ids import Id
from negotrack.model.claims import Claim
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence


@unique
class Form(Enum):
    """What a value looks like in a file."""

    TEXT = auto()
    ID = auto()
    SWITCH = auto()
    NUMBER = auto()
    DATE = auto()
    SENTENCE = auto()
    WORD = auto()
    """One of a list of words."""
    NEEDS = auto()
    """How many assents a decision takes."""
    DECISION = auto()
    """The name of a decision rule, or its table."""
    TABLE = auto()
    """The table of a record, or a text that stands for it."""
    LIST = auto()
    ONE_OR_MORE = auto()
    """One, or a list."""
    BY_KEY = auto()
    """A table of records, each under its id."""
    CLAIMS = auto()
    """A table of claims, or lists of them, each under its demand."""


@final
@frozen
class Kind:
    """What a key takes.

    Examples:
        >>> kinds_of(Round)["statements"].item.cls.__name__
        'Statement'
    """

    form: Form
    cls: type = NoneType
    """The class of the record, or of the words."""
    items: "tuple[Kind, ...]" = ()
    """What several are each; one kind, or none."""

    @property
    def item(self) -> "Kind":
        """What several are each."""
        return self.items[0]


@cache
def kinds_of(cls: type) -> Mapping[str, Kind]:
    """Give what the keys of a record take."""
    return {
        field.name: _kind(cls, field.name, field.type)
        for field in fields(cls)
        if field.init and field.name != KEYED.get(cls)
    }


@cache
def required(cls: type) -> frozenset[str]:
    """Give the keys without which there is no record."""
    return frozenset(
        field.name for field in fields(cls) if field.name in kinds_of(cls) and field.default is NOTHING
    )


@cache
def unsaid(cls: type) -> Mapping[str, Any]:
    """Give the keys that go without saying, with the values that they have then."""
    values = {field.name: _made(field.default) for field in fields(cls) if field.name in kinds_of(cls)}
    return {
        name: {} if value == () and kinds_of(cls)[name].form in _TABLES else converter.unstructure(value)
        for name, value in values.items()
        if value is not None and value is not NOTHING
    }


def _made(default: Any) -> Any:
    """Give the value of a default; nothing where it hangs on other fields."""
    takes_self = getattr(default, "takes_self", None)
    if takes_self is None:
        return default
    return NOTHING if takes_self else default.factory()


_TABLES = frozenset({Form.BY_KEY, Form.CLAIMS})


@cache
def stand_in(cls: type) -> Kind:
    """Give what the text is that can stand for a record."""
    return kinds_of(cls)[SHORT[cls]]


def _kind(cls: type, name: str, type_: Any) -> Kind:
    if (cls, name) in _SPECIAL:
        return Kind(_SPECIAL[cls, name], items=_items(type_))
    known = _without_none(type_)
    if get_origin(known) is tuple:
        return Kind(Form.LIST, items=_items(known))
    return _kind_of(known)


def _items(type_: Any) -> tuple[Kind, ...]:
    known = _without_none(type_)
    return (_kind_of(get_args(known)[0]),) if get_origin(known) is tuple else ()


def _kind_of(type_: Any) -> Kind:
    if type_ in _SIMPLE:
        return Kind(_SIMPLE[type_])
    if issubclass(type_, StrEnum):
        return Kind(Form.WORD, type_)
    return Kind(Form.DECISION if type_ is Decision else Form.TABLE, type_)


def _without_none(type_: Any) -> Any:
    known = [one for one in get_args(type_) if one is not NoneType]
    return known[0] if NoneType in get_args(type_) else type_


_SIMPLE: Mapping[Any, Form] = {
    Id: Form.ID,
    str: Form.TEXT,
    bool: Form.SWITCH,
    int: Form.NUMBER,
    When: Form.DATE,
    Sentence: Form.SENTENCE,
}
_SPECIAL: Mapping[tuple[type, str], Form] = {
    (Negotiation, "parties"): Form.BY_KEY,
    (Negotiation, "sources"): Form.BY_KEY,
    (Negotiation, "demands"): Form.BY_KEY,
    (Round, "delegates"): Form.BY_KEY,
    (Round, "claims"): Form.CLAIMS,
    (Round, "source"): Form.ONE_OR_MORE,
    (Statement, "source"): Form.ONE_OR_MORE,
    (Claim, "source"): Form.ONE_OR_MORE,
    (Event, "source"): Form.ONE_OR_MORE,
    (Demand, "succeeds"): Form.ONE_OR_MORE,
    (Decision, "needs"): Form.NEEDS,
}
