"""How does a record become plain data?

Tables, lists, texts, numbers, true and false, days. What is not recorded is left out, and what has a short form is
written in it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import has
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from negotrack.dates import When
from negotrack.formats.shapes import KEYED, SHORT, as_table
from negotrack.model.claims import Claim
from negotrack.model.decision import DECISIONS, Decision
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence

Hook = Callable[[Any], Any]
"""What writes a value of one type."""


def register(converter: Converter) -> None:
    """Teach a converter to write dossiers."""
    converter.register_unstructure_hook(When, _when)
    converter.register_unstructure_hook(Sentence, str)
    converter.register_unstructure_hook_func(_is_choice, lambda choice: choice.value)
    converter.register_unstructure_hook_func(_is_several, lambda several: _list(several, converter))
    converter.register_unstructure_hook_factory(has, _record)
    converter.register_unstructure_hook_factory(lambda type_: type_ is Decision, _decision)


def _is_choice(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, StrEnum)


def _is_several(type_: Any) -> bool:
    return getattr(type_, "__origin__", type_) is tuple


def _when(value: When) -> date | str:
    """Write a day as a day, which TOML has a form for, and all else as a text."""
    is_day = value.text == value.earliest.isoformat()
    return value.earliest if is_day else value.text


def _list(several: Iterable[Any], converter: Converter) -> list[Any]:
    return [converter.unstructure(one) for one in several]


def _one_or_more(converter: Converter) -> Hook:
    def write(several: Iterable[Any]) -> Any:
        listed = _list(several, converter)
        return listed[0] if len(listed) == 1 else listed

    return write


def _by_key(converter: Converter) -> Hook:
    """Write records into a table, each under its key; all in the short form or none.

    In a TOML table texts stand before tables, so that a mixture would change the order.
    """

    def write(several: Iterable[Any]) -> dict[str, Any]:
        written = {getattr(one, KEYED[type(one)]): (type(one), converter.unstructure(one)) for one in several}
        if all(isinstance(given, str) for _, given in written.values()):
            return {key: given for key, (_, given) in written.items()}
        return {key: as_table(cls, given) for key, (cls, given) in written.items()}

    return write


def _claims(converter: Converter) -> Hook:
    """Write claims each under its demand, several of one demand in a list."""

    def write(claims: Iterable[Claim]) -> dict[str, Any]:
        by_demand: dict[str, list[Any]] = {}
        for claim in claims:
            by_demand.setdefault(claim.demand, []).append(converter.unstructure(claim))
        return {demand: listed[0] if len(listed) == 1 else listed for demand, listed in by_demand.items()}

    return write


def _record(cls: type, converter: Converter) -> Hook:
    """Write the table of a record, or the text that stands for it."""
    overrides: dict[str, Any] = {
        name: override(unstruct_hook=shape(converter)) for name, shape in _SHAPED.get(cls, {}).items()
    }
    if cls in KEYED:
        overrides[KEYED[cls]] = override(omit=True)
    write: Hook = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **overrides)
    short = SHORT.get(cls)

    def write_record(record: Any) -> Any:
        table = write(record)
        return table[short] if short and table.keys() == {short} else table

    return write_record


def _decision(cls: type[Decision], converter: Converter) -> Hook:
    """Write a decision rule by its name, if it has one."""
    write = _record(cls, converter)
    names = {rule: name for name, rule in DECISIONS.items()}
    return lambda rule: names.get(rule) or write(rule)


_SHAPED: Mapping[type, Mapping[str, Callable[[Converter], Hook]]] = {
    Negotiation: {"parties": _by_key, "sources": _by_key, "demands": _by_key},
    Round: {"delegates": _by_key, "claims": _claims, "source": _one_or_more},
    Statement: {"source": _one_or_more},
    Event: {"source": _one_or_more},
    Claim: {"source": _one_or_more},
    Demand: {"succeeds": _one_or_more},
}
"""Fields that a file writes in another shape than their type has by itself."""
