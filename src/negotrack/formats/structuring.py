"""How does plain data become a record?

Strictly: no value is ever taken for another (a text for a number, `"no"` for false, a text for a list of letters).
What does not fit is collected, all of it, in one group of exceptions.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import chain
from sys import intern
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import fields_dict, has
from cattrs import Converter, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from negotrack.dates import When
from negotrack.fields import MOST
from negotrack.formats import reshaped
from negotrack.formats.misfits import BadKey, LoneSurrogate, Misfit
from negotrack.formats.shapes import KEYED, SHORT, as_table
from negotrack.ids import BadId, Id, is_id
from negotrack.model.citations import Citation
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.decision import DECISIONS, Decision, is_threshold
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence, parse
from negotrack.work import Work, watched

Hook = Callable[[Any, Any], Any]
"""What reads a value of one type: it takes the value and the type."""

_KEY = "\0"
"""Where the key of a table is put while the table becomes a record. No key of the format is like it."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def register(converter: Converter) -> None:
    """Teach a converter to read dossiers, and to read nothing loosely."""
    for type_, hook in _SIMPLE.items():
        converter.register_structure_hook(type_, hook)
    converter.register_structure_hook_func(lambda type_: type_ is Id, _id)
    converter.register_structure_hook_factory(_is_optional, _optional)
    converter.register_structure_hook_factory(_is_several, _list)
    converter.register_structure_hook_factory(has, _record)
    converter.register_structure_hook_factory(lambda type_: type_ is Party, _party)
    converter.register_structure_hook_factory(lambda type_: type_ is Decision, _decision)


def _is_optional(type_: Any) -> bool:
    return get_origin(type_) in (UnionType, Union) and NoneType in get_args(type_)


def _is_several(type_: Any) -> bool:
    return get_origin(type_) is tuple


# --- values --------------------------------------------------------------------------------


def _text(value: object, _: object = None) -> str:
    if not isinstance(value, str):
        raise Misfit("a text", value)
    if not value.isascii() and _SURROGATE.search(value):
        raise LoneSurrogate
    return value


def _often(value: object, _: object) -> str:
    """Read a text that is likely to be there again, and keep it once."""
    return intern(_text(value))


def _id(value: object, _: object = None) -> str:
    text = _text(value)
    if not is_id(text):
        raise BadId(text)
    return text


def _key(key: str) -> None:
    """Read the key of a table that has to be an id."""
    if not is_id(key):
        raise BadKey(BadId(key))


def _bool(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        word = _YES_OR_NO.get(value) if isinstance(value, str) else None
        raise Misfit("true or false", value, f"write {word}, without quotation marks" if word else "")
    return value


_YES_OR_NO = {"yes": "true", "true": "true", "no": "false", "false": "false"}


def _int(value: object, _: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        is_quoted = isinstance(value, str) and re.fullmatch("[1-9][0-9]{0,3}", value)
        raise Misfit("a whole number", value, f"write {value}, without quotation marks" if is_quoted else "")
    if not 0 < value <= MOST:
        raise Misfit(f"a whole number from 1 to {MOST}", value)
    return value


def _when(value: object, _: object) -> When:
    if isinstance(value, str):
        return When(value)
    if not isinstance(value, date) or isinstance(value, datetime):
        hint = f'write it in quotation marks: "{value}"' if _is_year(value) else ""
        hint = f"leave out the time: {value.date()}" if isinstance(value, datetime) else hint
        raise Misfit("a date", value, hint)
    return When(value.isoformat())


def _is_year(value: object) -> bool:
    return type(value) is int and 0 < value <= date.max.year


def _sentence(value: object, _: object) -> Sentence:
    return _bare(value).says if isinstance(value, str) else parse(_text(value))


@cache
def _bare(sentence: str) -> Statement:
    """Give the statement that is a sentence and nothing else."""
    return Statement(parse(_text(sentence)))


@cache
def _cited(source: str) -> tuple[Citation, ...]:
    return (Citation(_id(source)),)


def forget() -> None:
    """Let go of what was kept while a file was read: much is said in the same words again, or cited alike."""
    _bare.cache_clear()
    _cited.cache_clear()


def _word(value: object, choices: type[StrEnum]) -> StrEnum:
    return _one_of(list(choices), value)


def _claimed(value: object, _: object) -> StrEnum:
    return _one_of(CLAIMABLE, value)


def _one_of(choices: Iterable[StrEnum], value: object) -> StrEnum:
    by_word = {choice.value: choice for choice in choices}
    if not isinstance(value, str) or value not in by_word:
        raise Misfit.word(by_word, value)
    return by_word[value]


def _needs(value: object, _: object) -> object:
    if not is_threshold(value):
        raise Misfit("all, majority, a count, or a fraction such as 3/5", value)
    return value


_SIMPLE: Mapping[Any, Hook] = {
    str: _text,
    bool: _bool,
    int: _int,
    StrEnum: _word,
    When: _when,
    Sentence: _sentence,
}


# --- several values ------------------------------------------------------------------------


def _optional(type_: Any, converter: Converter) -> Hook:
    """Read what may be left out; where it is there, null does not stand for it."""
    (inner,) = (one for one in get_args(type_) if one is not NoneType)
    read = converter.get_structure_hook(inner)
    return lambda value, _: read(value, inner)


def _list(type_: Any, converter: Converter) -> Hook:
    item = get_args(type_)[0]
    read = converter.get_structure_hook(item)

    def read_list(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Misfit("a list", value, reshaped.of_list(value, item))
        return _each(watched(value, Work.READING) if item is Round else value, read, item)

    return read_list


def _one_or_more(type_: Any, converter: Converter) -> Hook:
    item = get_args(type_)[0]
    read, read_list = converter.get_structure_hook(item), _list(type_, converter)
    fitting, expected = ((str, dict), "a text, a table") if item in SHORT else ((str,), "a text")

    def read_one_or_more(value: object, _: object) -> tuple[Any, ...]:
        if item is Citation and isinstance(value, str):
            return _cited(value)
        if isinstance(value, list):
            return tuple(read_list(value, type_))
        if not isinstance(value, fitting):
            raise Misfit(f"{expected} or a list", value)
        return (read(value, item),)

    return read_one_or_more


def _said(_: Any, converter: Converter) -> Hook:
    """Read the statements of a round.

    The same sentence in another round, with nothing beside it, is the same record. Within a round each statement is a
    record of its own: by it and its round is found where it stands.

    The list is emptied when all of it was read, so that the records of the next round take the place of these data:
    a large file needs half of the memory then, and less time.
    """
    read = converter.get_structure_hook(Statement)

    def read_list(value: object, _: object) -> tuple[Any, ...]:
        bare: set[str] = set()

        def read_statement(one: object, type_: object) -> Any:
            if not isinstance(one, str) or one in bare:
                return read(one, type_)
            bare.add(one)
            return _bare(one)

        if not isinstance(value, list):
            raise Misfit("a list", value, reshaped.of_list(value, Statement))
        done = _each(value, read_statement, Statement)
        value.clear()
        return done

    return read_list


def _by_key(type_: Any, converter: Converter) -> Hook:
    """Read records that stand in a table, each under its key."""
    cls = get_args(type_)[0]
    read = converter.get_structure_hook(cls)
    return lambda value, _: _under_keys(cls, value, lambda key, item: read(_with_key(cls, key, item), cls))


def _claims(_: Any, converter: Converter) -> Hook:
    """Read claims, which stand each under its demand, several of one demand in a list."""
    read = converter.get_structure_hook(Claim)

    def read_demand(key: str, given: object) -> tuple[Claim, ...]:
        def read_claim(one: object, _: object) -> Claim:
            claim: Claim = read(_with_key(Claim, key, one), Claim)
            return claim

        if isinstance(given, list):
            return _each(given, read_claim, Claim)
        return (read_claim(given, Claim),)

    return lambda value, _: tuple(chain(*_under_keys(Claim, value, read_demand)))


def _with_key(cls: type, key: str, item: object) -> object:
    """Give a table together with the key that it stands under; what is no table stays what it is."""
    table = as_table(cls, item)
    if not isinstance(table, dict):
        return item
    if _KEY in table:
        raise ForbiddenExtraKeysError("", cls, {_KEY})
    # A stand-in for a bad key, which is found apart, so that what is wrong in the table is found as well.
    return {**table, _KEY: key if is_id(key) else "x"}


def _under_keys(cls: type, value: object, read: Callable[[str, object], Any]) -> tuple[Any, ...]:
    """Read the records of a class that stand in a table, each under a key that has to be an id."""
    if not isinstance(value, dict):
        raise Misfit("a table", value, f"each stands under an id, as in {reshaped.TABLES[cls]}")
    group = _Group()
    for key in value:
        group.read(key, _key, key)
    done = tuple(group.read(key, read, key, item) for key, item in value.items())
    group.close()
    return done


def _each(items: Iterable[object], read: Hook, type_: Any) -> tuple[Any, ...]:
    """Read the items of a list."""
    group, done = _Group(), []
    for index, item in enumerate(items):
        try:
            done.append(read(item, type_))
        except Exception as error:  # noqa: BLE001 - all of them are raised again
            group.keep(error, index)
    group.close()
    return tuple(done)


class _Group:
    """What does not fit among several values: it is raised all together, when all are read."""

    def __init__(self) -> None:
        self._misfits: list[Exception] = []

    def read(self, step: str | int, read: Callable[..., Any], *given: object) -> Any:
        """Read one value, reached by a step from where they all stand; keep what is raised."""
        try:
            return read(*given)
        except Exception as error:  # noqa: BLE001 - all of them are raised again
            self.keep(error, step)
            return None

    def keep(self, error: Exception, step: str | int) -> None:
        """Keep what was raised by a value, reached by a step from where they all stand."""
        note = IterableValidationNote(f"at {step!r}", step, object)
        error.__notes__ = [*getattr(error, "__notes__", ()), note]
        self._misfits.append(error)

    def close(self) -> None:
        """Raise what does not fit, if anything does not."""
        if self._misfits:
            raise IterableValidationError("while reading several values", self._misfits, tuple)


# --- records -------------------------------------------------------------------------------


def _record(cls: type, converter: Converter) -> Hook:
    """Read the table of a record, or the text that stands for it."""
    overrides: dict[str, Any] = {
        name: override(struct_hook=shape(fields_dict(cls)[name].type, converter))
        for name, shape in (*_SHAPED.get(cls, {}).items(), *_ALIKE.get(cls, {}).items())
    }
    if cls in KEYED:
        overrides[KEYED[cls]] = override(rename=_KEY)
    read: Hook = make_dict_structure_fn(cls, converter, **overrides)
    if cls in SHORT and cls not in KEYED:
        return _text_or_table(cls, read, converter)
    expected = "a text or a table" if cls in SHORT else "a table"

    def read_record(value: object, _: object) -> Any:
        table = as_table(cls, value)
        if not isinstance(table, dict):
            raise Misfit(expected, value)
        return read(table, cls)

    return read_record


def _text_or_table(cls: type, read_table: Hook, converter: Converter) -> Hook:
    """Read the table of a record, or a text that is its first field, without a table made of it: most are that."""
    type_ = fields_dict(cls)[SHORT[cls]].type
    read_text = converter.get_structure_hook(type_)

    def read_record(value: object, _: object) -> Any:
        if isinstance(value, str):
            return cls(read_text(value, type_))
        if not isinstance(value, dict):
            raise Misfit("a text or a table", value)
        return read_table(value, cls)

    return read_record


def _party(cls: type[Party], converter: Converter) -> Hook:
    """Read a party: where it is given members, even none, it is a bloc."""
    read = _record(cls, converter)

    def read_party(value: object, _: object) -> Any:
        if isinstance(value, dict) and "members" in value:
            return read({"role": Role.BLOC.value, **value}, cls)
        return read(value, cls)

    return read_party


def _decision(cls: type[Decision], converter: Converter) -> Hook:
    """Read a decision rule by its name, or spelt out."""
    read = _record(cls, converter)

    def read_decision(value: object, _: object) -> Any:
        if isinstance(value, dict):
            return read(value, cls)
        if not isinstance(value, str) or value not in DECISIONS:
            raise Misfit.word([*DECISIONS, "a table"], value)
        return DECISIONS[value]

    return read_decision


_SHAPED: Mapping[type, Mapping[str, Callable[[Any, Converter], Hook]]] = {
    Negotiation: {"parties": _by_key, "sources": _by_key, "demands": _by_key},
    Round: {"delegates": _by_key, "claims": _claims, "source": _one_or_more},
    Statement: {"source": _one_or_more},
    Event: {"source": _one_or_more},
    Demand: {"succeeds": _one_or_more},
    Decision: {"needs": lambda _, __: _needs},
    Claim: {"outcome": lambda _, __: _claimed, "source": _one_or_more},
}
"""Fields that a file writes in another shape than their type has by itself."""

_ALIKE: Mapping[type, Mapping[str, Callable[[Any, Converter], Hook]]] = {
    Round: {"statements": _said},
    Statement: {"locator": lambda _, __: _often},
}
"""Fields of which a large file has much that is alike, which is kept once."""
