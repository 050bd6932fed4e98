"""How is the shape of a dossier broken so that the reader finds one thing, and nothing else? NT002 to NT008."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from negotrack.formats.shapes import SHORT, as_table, keys
from negotrack.locate.place import Path
from negotrack.model.parties import Party
from negotrack.model.statements import Statement
from negotrack.origin import FileFormat
from negotrack.stances import Stance
from negotrack.testing.damaging.sites import Site, sites
from negotrack.testing.damaging.trees import renamed, replaced, without
from negotrack.testing.damaging.words import NO_DATES, no_id, no_sentence, slip_of
from negotrack.testing.damaging.wrong import NO_FORMATS, wrong_values
from negotrack.testing.drawing import Dice
from negotrack.testing.writing.kinds import Form, required

Data = dict[str, Any]
Fault = Callable[[Dice, Data, FileFormat], Any]
"""What breaks plain data; the format says which values it can hold."""


def unknown_key(dice: Dice, data: Data, _: FileFormat) -> Any:
    """Put in a key that the format does not have, or misspell one that can be left out."""
    site = dice.pick(_tables(data))
    table = _as_table(site)
    optional = [key for key in keys(site.kind.cls) if key in table and key not in required(site.kind.cls)]
    if optional and dice.chance(2):
        old = dice.pick(optional)
        slip = _unknown(dice, site, slip_of(dice, old))
        return renamed(replaced(data, site.path, table), (*site.path, old), slip)
    key = dice.pick((*_STRANGE_KEYS, slip_of(dice, dice.pick(keys(site.kind.cls)))))
    return _with(data, site, {_unknown(dice, site, key): dice.pick(_STRANGE_VALUES)})


def _unknown(dice: Dice, site: Site, key: str) -> str:
    """Give the key, or another if the table can have or has that one."""
    taken = {*keys(site.kind.cls), *_as_table(site), *([] if site.path else ["format"])}
    if key not in taken:
        return key
    free = [other for other in _STRANGE_KEYS if other not in taken]
    return dice.pick(free or [key + "x" * len(taken)])


_STRANGE_KEYS = ("comment", "id", "$schema", "Title", "party", "see also", "", "\0", "\u202e", "none")
_STRANGE_VALUES: Sequence[Any] = ("", "text", 3, True, [], {}, ["a"], {"name": "A"})


def wrong_type(dice: Dice, data: Data, format_: FileFormat) -> Any:
    """Put in a value of another type, a word that is not on the list, or what goes only with others."""
    if dice.chance(6):
        return _misplaced(dice, data)
    site = dice.pick([site for site in sites(data) if site.path])
    return replaced(data, site.path, dice.pick(wrong_values(site, format_)))


def _misplaced(dice: Dice, data: Data) -> Any:
    """Give what is no bloc members, what is no reserve a kind of reservation, or the file no number of a format."""
    odd = [(site, _ODD[site.kind.cls]) for site in _tables(data) if _can_be_odd(site)]
    if odd and dice.chance(2):
        site, more = dice.pick(odd)
        return _with(data, site, more)
    return {**data, "format": dice.pick(NO_FORMATS)}


_ODD: Mapping[type, Mapping[str, Any]] = {
    Party: {"role": "observer", "members": ["p1"]},
    Statement: {"reservation": "scrutiny"},
}


def _can_be_odd(site: Site) -> bool:
    says = _as_table(site).get("says", "")
    return site.kind.cls in _ODD and Stance.RESERVES.plural not in str(says)


def bad_id(dice: Dice, data: Data, _: FileFormat) -> Any:
    """Put a text that is no id in the place of one, or in that of a key that is one."""
    values = [site for site in sites(data) if site.kind.form is Form.ID and isinstance(site.value, str)]
    names = _names(data)
    if not values and not names:
        return {**data, "parties": {no_id(dice, "p1"): "P1"}}
    if not names or (values and dice.chance(2)):
        site = dice.pick(values)
        return replaced(data, site.path, no_id(dice, site.value))
    path = dice.pick(names)
    return renamed(data, path, no_id(dice, str(path[-1])))


def _names(data: Data) -> list[Path]:
    """Give the paths that end in a key that is an id."""
    return [
        (*site.path, key)
        for site in sites(data)
        if site.kind.form in {Form.BY_KEY, Form.CLAIMS} and isinstance(site.value, dict)
        for key in site.value
    ]


def bad_sentence(dice: Dice, data: Data, _: FileFormat) -> Any:
    """Put a statement out of its form."""
    data = _with_something_of(data, Form.SENTENCE)
    site = dice.pick(_of(data, Form.SENTENCE))
    return replaced(data, site.path, no_sentence(dice, site.value))


def bad_date(dice: Dice, data: Data, _: FileFormat) -> Any:
    """Put a text that is no date in the place of one."""
    data = _with_something_of(data, Form.DATE)
    return replaced(data, dice.pick(_of(data, Form.DATE)).path, dice.pick(NO_DATES))


def missing_key(dice: Dice, data: Data, _: FileFormat) -> Any:
    """Leave out a key that a table has to have."""
    lacking = [
        (site, key)
        for site in _tables(data)
        for key in sorted(required(site.kind.cls))
        if key in _as_table(site)
    ]
    if not lacking:
        return data
    site, key = dice.pick(lacking)
    left = without(replaced(data, site.path, _as_table(site)), (*site.path, key))
    return left or {"format": 1}


def duplicate_id(dice: Dice, data: Data, _: FileFormat) -> Any:
    """Give two rounds one id: a round is there twice, or a later one is called like an earlier one."""
    data = _with_something_of(data, Form.SENTENCE) if not data.get("rounds") else data
    rounds = data["rounds"]
    first = dice.number(len(rounds) - 1)
    if first + 1 < len(rounds) and dice.chance(2):
        later = first + 1 + dice.number(len(rounds) - 2 - first)
        return replaced(data, ("rounds", later, "id"), rounds[first]["id"])
    again = dice.pick((rounds[first], {"id": rounds[first]["id"], "date": "2022"}))
    return {
        **data,
        "rounds": [*rounds, again] if dice.chance(2) else [*rounds[: first + 1], again, *rounds[first + 1 :]],
    }


def _with_something_of(data: Data, form: Form) -> Data:
    """Give data in which there is something of a form; where there is none, with one more round."""
    return data if _of(data, form) else {**data, "rounds": [*data.get("rounds", ()), _ROUND]}


_ROUND = {"id": "r0", "date": "2022", "statements": ["p1 proposes d1"]}


def _of(data: Data, form: Form) -> list[Site]:
    return [site for site in sites(data) if site.kind.form is form]


def _tables(data: Data) -> list[Site]:
    """Give the records in plain data, as tables or as the texts that stand for them."""
    return [
        site
        for site in sites(data)
        if (site.kind.form in {Form.TABLE, Form.DECISION} and isinstance(site.value, dict))
        or (site.kind.form is Form.TABLE and site.kind.cls in SHORT and isinstance(site.value, str))
    ]


def _as_table(site: Site) -> Data:
    table: Data = as_table(site.kind.cls, site.value)
    return table


def _with(data: Data, site: Site, more: Mapping[str, Any]) -> Any:
    return replaced(data, site.path, {**_as_table(site), **more})


FAULTS: Mapping[str, Fault] = {
    "NT002": unknown_key,
    "NT003": wrong_type,
    "NT004": bad_id,
    "NT005": bad_sentence,
    "NT006": bad_date,
    "NT007": missing_key,
    "NT008": duplicate_id,
}
"""What breaks each of the rules on the shape of a dossier."""
