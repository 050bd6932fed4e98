"""The schema of a dossier: it is one, it has every field, and it refuses nothing that the loader reads."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import NOTHING
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from command import call
from hostile import fault, read
from negotrack import Negotiation, Unreadable, dumps
from negotrack.formats import schema as module
from negotrack.formats import structuring
from negotrack.formats.parsing import parsed
from negotrack.formats.schema import schema
from negotrack.formats.shapes import KEYED, keys
from negotrack.ids import RESERVED
from negotrack.origin import FileFormat, Origin
from negotrack.testing import negotiations, sentences
from real_dossiers import DOSSIERS, damaged_files
from records import Place, complete, data, is_record, is_several, item, places, replaced

ROOT = Path(__file__).parents[1]
SCHEMA: dict[str, Any] = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
PLACES = list(places())
RECORDS = {
    cls.__name__: cls
    for cls in (Negotiation, *(item(place.field.type) for place in PLACES))
    if is_record(cls)
}


def with_texts(value: Any) -> Any:
    """Give plain data as a schema sees them: days of TOML are texts."""
    if isinstance(value, dict):
        return {key: with_texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [with_texts(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def is_accepted(value: object) -> bool:
    """Tell whether the schema accepts plain data."""
    return VALIDATOR.is_valid(with_texts(value))


def is_accepted_as(definition: str, value: object) -> bool:
    """Tell whether one definition of the schema accepts a value."""
    return VALIDATOR.evolve(schema={**SCHEMA["$defs"][definition], "$defs": SCHEMA["$defs"]}).is_valid(value)


def table(name: str) -> dict[str, Any]:
    """Give the part of the schema that is for the table of a record."""
    found: dict[str, Any] = SCHEMA if name == "Negotiation" else SCHEMA["$defs"][name]
    return found


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Give every table in a schema."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(one)


# --- what it is ----------------------------------------------------------------------------


def test_the_schema_is_one() -> None:
    """It is plain data, and what its dialect takes for a schema."""
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_reference_leads_to_a_definition_and_every_definition_is_referred_to() -> None:
    """No name in it dangles, and nothing in it is idle."""
    assert {part["$ref"] for part in parts(SCHEMA) if "$ref" in part} == {
        f"#/$defs/{name}" for name in SCHEMA["$defs"]
    }


def test_nothing_that_checks_stands_beside_a_reference() -> None:
    """Readers of older drafts, which pass over what stands there, miss nothing."""
    assert all(part.keys() <= {"$ref", "description"} for part in parts(SCHEMA) if "$ref" in part)


def test_patterns_keep_to_what_all_dialects_share() -> None:
    """No pattern looks ahead or behind, which not every library can."""
    patterns = [part["pattern"] for part in parts(SCHEMA) if isinstance(part.get("pattern"), str)]
    assert len(patterns) == 9
    assert not any(re.search(r"\(\?[^:]|\\[dwbAZz]", pattern) for pattern in patterns)


def test_a_day_is_told_by_its_format() -> None:
    """An editor knows by it that TOML may have a day without quotes, and does not mark one."""
    day = next(part for part in parts(SCHEMA["$defs"]["When"]) if part.get("format") == "date")
    validator = Draft202012Validator(day)
    assert validator.is_valid("2022-10-31")
    assert not any(validator.is_valid(other) for other in ("2022-10", "2022-10-31~", "2022-10-31\n", "soon"))


def test_conditions_leave_other_keys_alone() -> None:
    """To some editors a table has no other keys than are named, unless it is said: a condition names few."""
    conditions = [
        part[key] for part in parts(SCHEMA) if "required" in part.get("if", {}) for key in ("if", "then")
    ]
    assert len(conditions) == 4
    assert all(condition["additionalProperties"] is True for condition in conditions)


def test_the_file_for_editors_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """The file of the schema is what `negotrack schema` prints, byte for byte.

    `pytest tests/test_schema.py --rewrite-golden` writes it anew.
    """
    file = ROOT / "docs" / "negotrack.schema.json"
    printed = call("schema").out
    if request.config.getoption("--rewrite-golden"):
        file.write_text(printed, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == printed


def test_the_schema_is_its_callers_own() -> None:
    """Who changes what was given changes nothing for others."""
    changed: dict[str, Any] = schema()
    for part in list(parts(changed)):
        part.clear()
    assert schema() == SCHEMA


# --- what it has ---------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_field_is_there(place: Place) -> None:
    """What a file writes of any record is a key of its table, required where the record requires it."""
    shown = table(place.cls.__name__)
    assert place.field.name in shown["properties"]
    assert (place.field.name in shown.get("required", ())) == (place.field.default is NOTHING)


@pytest.mark.parametrize("name", RECORDS)
def test_no_other_key_is_there(name: str) -> None:
    """A table has the keys of its record and no others; the top has the number of the format as well."""
    assert table(name)["additionalProperties"] is False
    besides = {"format"} if name == "Negotiation" else set()
    assert table(name)["properties"].keys() == {*keys(RECORDS[name])} | besides


def test_every_other_shape_is_there() -> None:
    """Fields that the loader reads in another shape than that of their type are the same here."""
    read_ = {(cls, name) for cls, shapes in structuring._SHAPED.items() for name in shapes}
    by_key = {
        (place.cls, place.field.name)
        for place in PLACES
        if is_several(place.field.type) and item(place.field.type) in KEYED
    }
    written = {(cls, name) for cls, shapes in module._SHAPED.items() for name in shapes}
    assert read_ == written | by_key


@pytest.mark.parametrize("name", RECORDS)
def test_records_are_described(name: str) -> None:
    """An editor can show what each table is, in one sentence."""
    assert re.fullmatch(r"[A-Z][^.]*\.", table(name)["description"])


def test_fields_are_described_as_their_docstrings_do() -> None:
    """An editor can show what each key is; what Python calls None is left out in a file."""
    assert table("Meeting")["properties"]["present"]["description"] == (
        "The ids of the parties that were there, in any order; left out: not recorded."
    )
    assert "description" not in table("Meeting")["properties"]["place"]
    assert not any("None" in str(part.get("description", "")) for part in parts(SCHEMA))
    assert (
        sum("description" in shown for name in RECORDS for shown in table(name)["properties"].values()) >= 40
    )


# --- what it accepts -----------------------------------------------------------------------


def _dossiers() -> Iterator[tuple[str, str]]:
    yield from DOSSIERS
    for file in sorted((ROOT / "tests/dossiers").rglob("*.toml")):
        yield file.name, file.read_text(encoding="utf-8")
    for case in tomllib.loads((ROOT / "tests/cases.toml").read_text(encoding="utf-8"))["case"]:
        yield f"{case['name']}.toml", case["dossier"]
    for page in ("README.md", "docs/format.md"):
        for block in re.findall(
            r"^```toml\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            yield f"{page}.toml", block


@pytest.mark.parametrize(("file", "text"), list(_dossiers()))
def test_dossiers_are_accepted(file: str, text: str) -> None:
    """The bundled dossiers, the worked cases, what the documentation shows, and one with every field are accepted."""
    assert isinstance(read(text, file), Negotiation)
    assert is_accepted(parsed(Origin(file, text, FileFormat(file.rpartition(".")[2]))))


@given(negotiations() | negotiations(broken=True))
def test_whatever_is_written_is_accepted(talks: Negotiation) -> None:
    """Every record there can be is accepted as it is written, in both formats."""
    assert is_accepted(json.loads(dumps(talks, "json")))
    assert is_accepted(tomllib.loads(dumps(talks)))


@given(damaged_files())
def test_what_is_read_despite_damage_is_accepted(damaged_: tuple[str, str]) -> None:
    """What the schema refuses the loader refuses, whatever was done to a dossier."""
    file, text = damaged_
    outcome = read(text, file)
    if isinstance(outcome, Negotiation):
        assert outcome.origin is not None
        assert is_accepted(parsed(outcome.origin))


_SPACES = st.sampled_from([" ", "", "  ", "\n", "\t", "\x1c", "\x1f", "\x85", "\xa0", "\u2003", "\u3000"])
_WORDS = st.sampled_from([*sorted(RESERVED), "a", "b-1", ",", "or", "A", "andes", "on-air"])
_SOUP = st.lists(st.tuples(_SPACES, _WORDS), max_size=12).map(lambda soup: "".join(sum(soup, ())))


@given(sentences(parties=("a", "b-1"), demands=("x", "y")).map(str) | _SOUP, st.lists(_SPACES, min_size=1))
@example("a,b , and c\x1freserve on x,and y ", [" "])
def test_whatever_can_be_parsed_is_accepted(sentence: str, spaces: list[str]) -> None:
    """Every sentence is accepted, whatever spaces part its words."""
    spaced = "".join(
        (spaces[at % len(spaces)] or " ") if letter == " " else letter for at, letter in enumerate(sentence)
    )
    assert fault(spaced) or is_accepted_as("Sentence", spaced)


# --- what it refuses -----------------------------------------------------------------------

_ROUND = {"id": "r", "date": "2022"}


def dossier(**keys_: Any) -> dict[str, Any]:
    """Give a dossier with these keys besides its title."""
    return {"title": "T", **keys_}


def saying(statement: object) -> dict[str, Any]:
    """Give a dossier with one statement."""
    return dossier(rounds=[{**_ROUND, "statements": [statement]}])


_FAULTS: dict[str, dict[str, Any]] = {
    "NT002 at the top": dossier(titel="T"),
    "NT002 in a party": dossier(parties={"a": {"name": "A", "id": "a"}}),
    "NT002 in a claim": dossier(rounds=[{**_ROUND, "claims": {"x": {"outcome": "agreed", "demand": "x"}}}]),
    "NT002 of no file": dossier(origin=None),
    "NT003 number": {"title": 3},
    "NT003 null": dossier(note=None),
    "NT003 text for a list": dossier(between="a"),
    "NT003 list for a table": dossier(parties=["a"]),
    "NT003 text for true": saying({"says": "a accepts x", "red_line": "no"}),
    "NT003 version 0": saying({"says": "a accepts x", "version": 0}),
    "NT003 high number": dossier(check={"stale_after": 10**9 + 1}),
    "NT003 role": dossier(parties={"a": {"name": "A", "role": "chair"}}),
    "NT003 outcome": dossier(rounds=[{**_ROUND, "claims": {"x": "withdrawn"}}]),
    "NT003 decision": dossier(decision="most"),
    "NT003 needs": dossier(decision={"needs": "1/0"}),
    "NT003 format": dossier(format="1"),
    "NT003 members of no bloc": dossier(parties={"a": {"name": "A", "role": "mediator", "members": ["b"]}}),
    "NT003 reservation of no reserve": saying({"says": "a accepts x", "reservation": "scrutiny"}),
    "NT004 value": dossier(between=["Bad Id"]),
    "NT004 key": dossier(demands={"cease_fire": "C"}),
    "NT004 line break": dossier(parties={"a\n": "A"}),
    "NT004 word": dossier(parties={"accept": "A"}),
    "NT004 source": saying({"says": "a accepts x", "source": [{"id": "start"}]}),
    "NT005 verb": saying("a likes x"),
    "NT005 end": saying({"says": "a accepts"}),
    "NT005 condition": saying("a rejects x if y"),
    "NT006 word": dossier(rounds=[{**_ROUND, "date": "soon"}]),
    "NT006 month": dossier(events=[{"title": "E", "date": "2022-13"}]),
    "NT006 span": dossier(sources={"s": {"title": "S", "date": "2022/soon"}}),
    "NT007 at the top": {"note": "N"},
    "NT007 in a round": dossier(rounds=[{"id": "r"}]),
    "NT007 in a statement": saying({"text": "T"}),
}


@pytest.mark.parametrize("name", _FAULTS)
def test_faults_are_refused(name: str) -> None:
    """One of each kind: keys that are unknown or missing, and values of a wrong type, or bad words, ids and dates."""
    assert not is_accepted(_FAULTS[name])
    with pytest.raises(Unreadable, match=rf"error\[{name[:5]}\]"):
        _ = _loaded(_FAULTS[name])


def _loaded(value: object) -> Negotiation:
    outcome = read(json.dumps(value))
    if isinstance(outcome, Unreadable):
        raise outcome
    return outcome


@pytest.mark.parametrize(
    "value",
    [
        dossier(parties={"a": {"name": "A", "role": "mediator", "members": []}}),
        dossier(parties={"a": {"name": "A", "role": "bloc", "members": ["b"]}}),
        dossier(parties={"a": {"name": "A", "members": [{"party": "b"}]}}),
        saying({"says": "a and b reserve on x", "reservation": "scrutiny"}),
        saying({"says": "a accepts x", "text": "only check finds that this goes with amends"}),
        dossier(demands={"x": {"title": "X", "part_of": "nowhere", "succeeds": []}}),
        dossier(rounds=[{**_ROUND, "claims": {"x": []}}, _ROUND | {"id": "q", "date": "2022~/2023-01-31?"}]),
        dossier(decision={}),
    ],
)
def test_what_is_no_fault_of_the_file_is_accepted(value: dict[str, Any]) -> None:
    """What fits the records is accepted, even where nobody should write it."""
    assert _loaded(value).title == "T"
    assert is_accepted(value)


_VALUES: list[Any] = [
    *(
        None,
        True,
        3,
        0,
        -1,
        2.5,
        2**70,
        "",
        "text",
        "a",
        "Bad Id",
        "own",
        "bogus",
        "2022-13",
        "2022-10~",
        "soon",
    ),
    *("a\n", "2022\n", "3/5\n", "agreed\n", "a accepts a\n"),
    *("agreed", "withdrawn", "all", "3/5", "1/0", "consensus", "bloc", "mediator", "scrutiny", "a accepts a"),
    *(
        [],
        {},
        [[]],
        [3],
        ["a"],
        ["Bad Id"],
        [{}],
        {"a": "a"},
        {"a": {}},
        {"A": "a"},
        {"id": "a"},
        {"party": "a"},
    ),
    *(
        {"a": {"name": "A"}},
        {"a": {"title": "A"}},
        {"a": ["agreed"]},
        {"name": "A"},
        {"needs": 0},
        {"zzz": 1},
    ),
]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_schema_and_the_loader_agree_on_every_key(place: Place) -> None:
    """Of values of all shapes, each key takes the same in the schema and in the loader."""
    whole = data(complete())
    damaged_ = [(value, replaced(whole, place.path, value)) for value in _VALUES]
    differing = [
        value
        for value, one in damaged_
        if is_accepted(one) != isinstance(read(json.dumps(with_texts(one))), Negotiation)
    ]
    assert differing == []


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_an_unknown_key_beside_any_other_is_refused(place: Place) -> None:
    """No table takes a key that the format does not have."""
    beside = (*place.path[:-1], "zzz Z")
    assert not is_accepted(replaced(data(complete()), beside, "a"))


def test_most_faults_of_shape_are_refused() -> None:
    """Of damage that the loader finds, the schema refuses 95% at least (99% it does)."""
    fates: Counter[bool] = Counter()

    @settings(max_examples=400, derandomize=True, database=None)
    @given(damaged_files())
    def sort(damaged_: tuple[str, str]) -> None:
        outcome = read(damaged_[1], damaged_[0])
        if isinstance(outcome, Unreadable) and all(finding.code != "NT001" for finding in outcome.findings):
            fates[is_accepted(parsed(outcome.origin))] += 1

    sort()
    assert fates[False] >= 0.95 * fates.total() > 0
