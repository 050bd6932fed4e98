r"""What can an editor be told of a dossier?

A JSON Schema, which is derived from the records: a field that they get is in it by itself. It refuses nothing that
the loader reads. What a schema cannot say stays for the loader: that a day exists, that a span does not end before
it starts, that two rounds have ids of their own, that an id in a sentence is no word of its form.

Two things are done for the readers of schemas that there are. Nothing that checks stands beside a `$ref`, where
those of older drafts pass it over. Patterns keep to what all dialects share: no lookahead, and not `\d` or `\w`.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from enum import StrEnum
from inspect import cleandoc
from types import NoneType
from typing import Any, get_args, get_origin

from attrs import NOTHING, Attribute, fields_dict, has

from negotrack.dates import When
from negotrack.fields import MOST
from negotrack.formats.shapes import FORMAT, KEYED, SHORT, keys
from negotrack.ids import RESERVED, Id
from negotrack.model.citations import Citation
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.decision import ALL, DECISIONS, MAJORITY, Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence
from negotrack.stances import VERBS, Stance

Schema = dict[str, object]
"""A JSON Schema, or a part of one, as plain data."""


def schema() -> Schema:
    """Give the JSON Schema of a dossier, in TOML or JSON, as plain data (draft 2020-12).

    Examples:
        >>> made = schema()
        >>> made["required"], "Party" in made["$defs"]
        (['title'], True)
    """
    made: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A dossier of negotrack",
        **_table(Negotiation),
        "properties": {"format": _FORMAT, **_properties(Negotiation)},
        "$defs": {
            **_LEAF_DEFINITIONS,
            **{cls.__name__: _definition(cls) for cls in _records(Negotiation)},
        },
    }
    return deepcopy(made)  # parts of it are shared, and whoever gets it may change it


# --- records -------------------------------------------------------------------------------


def _records(cls: type[Any]) -> Iterator[type[Any]]:
    """Give the records that stand within one, some of them more than once. None stands within itself."""
    for key in keys(cls):
        type_ = _one(fields_dict(cls)[key])
        if isinstance(type_, type) and has(type_) and type_ not in _LEAVES:
            yield type_
            yield from _records(type_)


def _definition(cls: type[Any]) -> Schema:
    """Give the schema of whatever stands for a record: its table or, where it has one, its short form.

    The two stand side by side: what is asked of tables is not asked of texts. Of alternatives a reader could only
    say that none fits, not which key of a table is at fault.
    """
    short = {"enum": list(DECISIONS)} if cls is Decision else _short(cls)
    either = {"type": ["string", "object"], "allOf": [{"if": {"type": "string"}, "then": short}]}
    return {**_table(cls), **(either if short else {})}


def _short(cls: type[Any]) -> Schema:
    return _property(cls, fields_dict(cls)[SHORT[cls]]) if cls in SHORT else {}


def _table(cls: type[Any]) -> Schema:
    required = [key for key in keys(cls) if fields_dict(cls)[key].default is NOTHING]
    return {
        "description": _first_sentence(cls),
        "type": "object",
        "properties": _properties(cls),
        **({"required": required} if required else {}),
        "additionalProperties": False,
        **_CONDITIONS.get(cls, {}),
    }


def _properties(cls: type[Any]) -> Schema:
    told = dict(_field_docs(cls))
    return {
        key: {**_property(cls, fields_dict(cls)[key]), **({"description": told[key]} if key in told else {})}
        for key in keys(cls)
    }


def _property(cls: type[Any], field: "Attribute[Any]") -> Schema:
    shaped = _SHAPED.get(cls, {}).get(field.name)
    return shaped or _of_type(_given(field))


# --- values --------------------------------------------------------------------------------


def _of_type(type_: Any) -> Schema:  # noqa: ANN401 - the hint of a field is of any shape
    """Give the schema of what a file writes for a value of a type."""
    if type_ in _LEAVES:
        return _LEAVES[type_]
    if get_origin(type_) is tuple:
        item = get_args(type_)[0]
        return _by_key(_ref(item)) if item in KEYED else _list(_of_type(item))
    if issubclass(type_, StrEnum):
        return {"description": _first_sentence(type_), "enum": [word.value for word in type_]}
    return _ref(type_)


def _given(field: "Attribute[Any]") -> object:
    """Give the type of a field where it is given: null never stands for what is left out."""
    several = get_args(field.type)
    return next(one for one in several if one is not NoneType) if NoneType in several else field.type


def _one(field: "Attribute[Any]") -> object:
    """Give the type of a field, or of the items of one that holds several."""
    given = _given(field)
    return get_args(given)[0] if get_origin(given) is tuple else given


def _ref(cls: type) -> Schema:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, _list(item)]}


def _by_key(item: Schema) -> Schema:
    return {"type": "object", "propertyNames": _ID, "additionalProperties": item}


# --- what the docstrings say ---------------------------------------------------------------


def _first_sentence(cls: type) -> str:
    return re.split(r"(?<=\.)\s", _joined(cls.__doc__ or ""), maxsplit=1)[0]


def _joined(text: str) -> str:
    return " ".join(text.split())


def _field_docs(cls: type) -> Iterator[tuple[str, str]]:
    """Give the attributes that the docstring of a record tells of, with what it says of them."""
    told = cleandoc(cls.__doc__ or "").partition("\nAttributes:\n")[2].partition("\n\n")[0]
    for name, text in re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", told, re.MULTILINE):
        # What is None in Python is left out in a file.
        yield name, _joined(text[0].upper() + text[1:]).replace("None: ", "left out: ")


# --- what the types do not say -------------------------------------------------------------

_SPACE = r"[\s\x1c-\x1f\x85]"
"""What parts the words of a sentence: a space to Python, more than `\\s` is to others."""
_WORD = "[a-z][a-z0-9-]*"
_AND = rf"(?:{_SPACE}*,{_SPACE}*(?:and{_SPACE}+)?|{_SPACE}+and{_SPACE}+)"
_WORDS = rf"{_WORD}(?:{_AND}{_WORD})*"


def _any_of(stances: list[Stance]) -> str:
    return f"(?:{'|'.join(verb for verb, stance in VERBS.items() if stance in stances)})"


_ASSENT = (
    rf"(?:provisionally{_SPACE}+)?{_any_of([stance for stance in Stance if stance.is_assent])}"
    rf"{_SPACE}+{_WORDS}(?:{_SPACE}+if{_SPACE}+{_WORDS})?"
)
_NO_ASSENT = (
    rf"(?:{_any_of([stance for stance in Stance if not stance.is_assent])}"
    rf"|{_any_of([stance for stance in Stance if stance.takes_on])}{_SPACE}+on){_SPACE}+{_WORDS}"
)
_YEAR, _MONTH, _DAY = "[0-9]{4}", "-(?:0[1-9]|1[0-2])", "-(?:0[1-9]|[12][0-9]|3[01])"
_POINT = f"{_YEAR}(?:{_MONTH}(?:{_DAY})?)?[~?]?"

_BROKEN: Schema = {"pattern": r"\n"}
"""What has a line break in it: to Python and others, not to JavaScript, one may stand behind what ends in `$`."""

_ID: Schema = {"$ref": "#/$defs/Id"}
_LEAVES: Mapping[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1, "maximum": MOST},
    Id: _ID,
    When: _ref(When),
    Sentence: _ref(Sentence),
}
_LEAF_DEFINITIONS: Schema = {
    "Id": {
        "description": "A lower-case letter, then lower-case letters, digits and hyphens.",
        "type": "string",
        "pattern": f"^{_WORD}$",
        "not": {"anyOf": [{"enum": sorted(RESERVED)}, _BROKEN]},
    },
    "When": {
        "description": _first_sentence(When),
        "anyOf": [
            # by its format an editor knows that TOML may have the day without quotes
            {"type": "string", "format": "date", "pattern": f"^{_YEAR}{_MONTH}{_DAY}$", "maxLength": 10},
            {"type": "string", "pattern": f"^{_POINT}(?:/{_POINT})?$", "not": _BROKEN},
        ],
        "examples": ["2022-10-31", "2022-10", "2022", "2022-10-31/2022-11-02", "2022-10~", "2022?"],
    },
    "Sentence": {
        "description": _first_sentence(Sentence),
        "type": "string",
        "pattern": rf"^{_SPACE}*{_WORDS}{_SPACE}+(?:{_ASSENT}|{_NO_ASSENT}){_SPACE}*$",
        "examples": ["union proposes pay and hours", "union provisionally accepts pay if hours"],
    },
}
_FORMAT: Schema = {
    "description": f"The number of the file format; {FORMAT} when left out.",
    "type": "integer",
    "const": FORMAT,
}
_SHAPED: Mapping[type, Mapping[str, Schema]] = {
    Round: {"claims": _by_key(_one_or_more(_ref(Claim))), "source": _one_or_more(_ref(Citation))},
    Statement: {"source": _one_or_more(_ref(Citation))},
    Event: {"source": _one_or_more(_ref(Citation))},
    Demand: {"succeeds": _one_or_more(_ID)},
    Decision: {
        "needs": {
            "anyOf": [
                {"enum": [ALL, MAJORITY]},
                {"type": "string", "pattern": "^[0-9]{1,9}/0*[1-9][0-9]{0,8}$", "not": _BROKEN},
                {"type": "integer", "minimum": 0, "maximum": MOST},
            ]
        }
    },
    Claim: {
        "outcome": {"enum": [outcome.value for outcome in CLAIMABLE]},
        "source": _one_or_more(_ref(Citation)),
    },
}
"""Fields that a file writes in another shape than their type has by itself."""
_OTHERS: Schema = {"additionalProperties": True}
"""What a condition says of other keys: to some editors a table has no others unless that is said."""
_CONDITIONS: Mapping[type, Schema] = {
    Party: {
        "if": {"properties": {"members": {"minItems": 1}}, "required": ["members"], **_OTHERS},
        "then": {"properties": {"role": {"const": Role.BLOC.value}}, **_OTHERS},
    },
    Statement: {
        "if": {"required": ["reservation"], **_OTHERS},
        "then": {
            "properties": {"says": {"pattern": rf"{_SPACE}{_any_of([Stance.RESERVES])}{_SPACE}"}},
            **_OTHERS,
        },
    },
}
"""What the records demand of their fields together."""
