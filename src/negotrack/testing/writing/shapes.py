"""In which shapes can a record be put that all say the same?"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from negotrack.formats.converter import converter
from negotrack.formats.shapes import FORMAT, SHORT, as_table
from negotrack.model.decision import DECISIONS, Decision, Silence
from negotrack.model.parties import Party, Role
from negotrack.negotiation import Negotiation
from negotrack.testing.writing.hands import Hand, Way
from negotrack.testing.writing.kinds import Form, Kind, kinds_of, unsaid
from negotrack.testing.writing.wordings import worded

T = TypeVar("T")


class InOrder(dict[str, Any]):
    """A table in which the order of the keys says something."""


def shaped(hand: Hand, talks: Negotiation) -> dict[str, Any]:
    """Give the plain data of a dossier that reads as this negotiation. Shrinks towards what `dumps` writes."""
    written = converter.unstructure(talks)
    data = _record(hand, Negotiation, {"format": FORMAT, **written})
    if hand.does(Way.FORMAT_LEFT_OUT):
        del data["format"]
    return data


def _value(hand: Hand, kind: Kind, value: Any) -> Any:
    change = _CHANGES.get(kind.form)
    return change(hand, kind, value) if change else value


def _record(hand: Hand, cls: type, table: Mapping[str, Any]) -> dict[str, Any]:
    """Give the table of a record."""
    kinds = kinds_of(cls)
    made = {key: _value(hand, kinds[key], value) if key in kinds else value for key, value in table.items()}
    if hand.does(Way.DEFAULTS):
        made.update(_default(hand, cls, made))
    return in_other_order(hand, made)


def in_other_order(hand: Hand, table: dict[str, T]) -> dict[str, T]:
    """Give a table with its keys in any order."""
    return dict(hand.dice.shuffled(list(table.items()))) if hand.does(Way.OTHER_ORDER) else table


def _table(hand: Hand, kind: Kind, value: Any) -> Any:
    """Give a record as a table, or where that says all as a text."""
    if kind.cls not in SHORT:
        return _record(hand, kind.cls, value)
    made = _record(hand, kind.cls, as_table(kind.cls, value))
    short = SHORT[kind.cls]
    if len(made) > 1 or hand.does(Way.TABLES_FOR_TEXTS):
        return made
    return made[short] if isinstance(value, str) else made


def _list(hand: Hand, kind: Kind, several: Iterable[Any]) -> list[Any]:
    return [_value(hand, kind.item, one) for one in several]


def _one_or_more(hand: Hand, kind: Kind, value: Any) -> Any:
    several = _list(hand, kind, value if isinstance(value, list) else [value])
    return several if len(several) > 1 or hand.does(Way.LISTS_OF_ONE) else several[0]


def _by_key(hand: Hand, kind: Kind, table: Mapping[str, Any]) -> InOrder:
    return InOrder({key: _value(hand, kind.item, one) for key, one in table.items()})


def _claims(hand: Hand, kind: Kind, table: Mapping[str, Any]) -> dict[str, Any]:
    return in_other_order(hand, {demand: _one_or_more(hand, kind, given) for demand, given in table.items()})


def _decision(hand: Hand, _: Kind, value: Any) -> Any:
    if not isinstance(value, str):
        return _record(hand, Decision, value)
    return _record(hand, Decision, _SPELT_OUT[value]) if hand.does(Way.RULES_SPELT_OUT) else value


_SPELT_OUT: Mapping[str, Mapping[str, Any]] = {
    name: {
        "needs": rule.needs,
        **({} if rule.silence is Silence.NEITHER else {"silence": rule.silence.value}),
    }
    for name, rule in DECISIONS.items()
}


def _day(hand: Hand, _: Kind, value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) and hand.does(Way.DAYS_AS_TEXTS) else value


def _sentence(hand: Hand, _: Kind, value: str) -> str:
    return worded(hand, value)


_CHANGES: Mapping[Form, Callable[[Hand, Kind, Any], Any]] = {
    Form.TABLE: _table,
    Form.LIST: _list,
    Form.ONE_OR_MORE: _one_or_more,
    Form.BY_KEY: _by_key,
    Form.CLAIMS: _claims,
    Form.DECISION: _decision,
    Form.DATE: _day,
    Form.SENTENCE: _sentence,
}


def _default(hand: Hand, cls: type, table: Mapping[str, Any]) -> dict[str, Any]:
    """Give a key that is left out, with the value that it has then; nothing where there is none."""
    if cls is Party:
        return _role(table)
    known = [(key, value) for key, value in unsaid(cls).items() if key not in table]
    return dict([hand.dice.pick(known)]) if known else {}


def _role(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give the role that goes without saying; of a bloc that it names as one without members, that it has none."""
    if table.get("role") == Role.BLOC and "members" not in table:
        return {"members": []}
    return {} if "role" in table else {"role": (Role.BLOC if "members" in table else Role.PRINCIPAL).value}
