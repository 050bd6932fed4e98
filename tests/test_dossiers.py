"""Reading and writing dossiers: what is saved comes back, nothing is coerced, and no file is left half written."""

import gc
import json
import os
import pickle
import stat
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from hostile import read
from negotrack import (
    Citation,
    Claim,
    Decision,
    Delegate,
    Demand,
    Event,
    Membership,
    Negotiation,
    NoSuchSeed,
    Party,
    Round,
    Sentence,
    Silence,
    Source,
    Statement,
    Unreadable,
    When,
    dump,
    dumps,
    load,
    loads,
    seed,
)
from negotrack.formats import dossiers, structuring
from negotrack.formats.dossiers import load_bytes
from negotrack.formats.shapes import KEYED, SHORT, TABLES, keys
from negotrack.ids import Id
from negotrack.origin import FileFormat, Origin
from negotrack.testing import negotiations
from records import Path as Path_
from records import Place, complete, data, inner, is_record, is_several, item, places, replaced

_FORMATS = ["toml", "json"]
_DRAWN = negotiations() | negotiations(broken=True)

_SHORT_FORMS = Negotiation(
    "T",
    decision="two-thirds",
    parties=[
        Party("a", "A"),
        Party("b", "B", members=["a"]),
        Party("c", "C", members=["a", Membership("b", joins="r")]),
        Party("d", "D", role="bloc"),
        Party("e", "", role="mediator"),
    ],
    sources=[Source("s", "S"), Source("t", "T", date="2022-10-31")],
    demands=[
        Demand("x", "X", succeeds="y"),
        Demand("y", "Y", succeeds=["x", "z"], between=[], decision="consensus"),
        Demand("z", "Z", decision=Decision("3/5", silence="absent", veto=["a"]), tags=["t"]),
        Demand("q", "Q", decision=Decision()),
        Demand("w", "W", decision=Decision(0)),
    ],
    rounds=[
        Round(
            "r",
            date(2022, 10, 31),
            present=[],
            delegates={"a": "Somebody", "b": ""},
            statements=[
                "a proposes x",
                Statement("a accepts y", source="s"),
                Statement("a accepts y", source=[Citation("s", "p. 1"), "t"]),
                Statement("a accepts y", source=Citation("s", "")),
                Statement("a and b provisionally accept x and y if z", date="2022-10-31~"),
                Statement("a reserves x", reservation="scrutiny"),
            ],
            claims=[Claim("x", "agreed"), Claim("y", "agreed", note="n"), Claim("x", "rejected", source="s")],
        ),
        Round("q", "2022/2023?"),
    ],
)
_RECORDS = {
    "seed": seed("sochi-2022"),
    "short forms": _SHORT_FORMS,
    "every field": complete(),
    "title": Negotiation(""),
}


@pytest.mark.parametrize("format_", _FORMATS)
@pytest.mark.parametrize("talks", _RECORDS.values(), ids=_RECORDS)
def test_what_is_written_is_read_back(talks: Negotiation, format_: str) -> None:
    """`loads(dumps(n)) == n` in both formats; written again it is the same text."""
    text = dumps(talks, format_)
    assert loads(text) == talks
    assert dumps(loads(text), format_) == text


@given(_DRAWN, st.sampled_from(_FORMATS))
def test_whatever_is_written_is_read_back(talks: Negotiation, format_: str) -> None:
    """The same for every record there can be."""
    assert loads(dumps(talks, format_)) == talks


@given(_DRAWN)
def test_formats_say_the_same(talks: Negotiation) -> None:
    """A dossier can go from TOML to JSON and back, and nothing is lost on the way."""
    from_json = loads(dumps(loads(dumps(talks)), "json"))
    assert loads(dumps(from_json, "toml")) == from_json == talks


@pytest.mark.parametrize("talks", _RECORDS.values(), ids=_RECORDS)
@pytest.mark.parametrize(
    "name", ["talks.toml", "talks.json", "talks.JSON", "talks.txt", "talks", "json", ".json", "toml"]
)
def test_what_is_saved_is_loaded(tmp_path: Path, talks: Negotiation, name: str) -> None:
    """`load(dump(n)) == n`, whatever the file is called; only the ending decides how it is written."""
    dump(talks, tmp_path / name)
    dump(load(tmp_path / name), str(tmp_path / name))
    assert load(str(tmp_path / name)) == talks


def test_short_forms_are_written_where_they_do() -> None:
    """A party with a name only is `id = name`; a table has all of its texts short or none."""
    assert data(Negotiation("T", parties=[Party("a", "A"), Party("b", "B")]))["parties"] == {
        "a": "A",
        "b": "B",
    }
    assert data(_SHORT_FORMS)["parties"]["a"] == {"name": "A"}
    assert data(_SHORT_FORMS)["demands"]["x"]["succeeds"] == "y"
    assert data(_SHORT_FORMS)["decision"] == "two-thirds"
    said = data(_SHORT_FORMS)["rounds"][0]["statements"]
    assert said[:2] == ["a proposes x", {"says": "a accepts y", "source": "s"}]


_SHORT = [
    ("parties", {"a": "A"}, {"a": {"name": "A"}}),
    ("parties", {"a": {"name": "A", "members": ["b"]}}, {"a": {"name": "A", "members": [{"party": "b"}]}}),
    ("parties", {"a": {"name": "A", "members": []}}, {"a": {"name": "A", "role": "bloc"}}),
    ("sources", {"a": "A"}, {"a": {"title": "A"}}),
    ("demands", {"a": "A"}, {"a": {"title": "A"}}),
    ("demands", {"a": {"title": "A", "succeeds": "b"}}, {"a": {"title": "A", "succeeds": ["b"]}}),
    ("decision", "unanimity", {}),
    ("decision", "consensus", {"silence": "assent"}),
    ("decision", "majority", {"needs": "majority"}),
    ("decision", "two-thirds", {"needs": "2/3"}),
    ("rounds", [{"delegates": {"a": "A"}}], [{"delegates": {"a": {"person": "A"}}}]),
    ("rounds", [{"statements": ["a accepts x"]}], [{"statements": [{"says": "a accepts x"}]}]),
    ("rounds", [{"claims": {"a": "agreed"}}], [{"claims": {"a": {"outcome": "agreed"}}}]),
    ("rounds", [{"claims": {"a": "agreed"}}], [{"claims": {"a": ["agreed"]}}]),
    ("rounds", [{"claims": {"a": []}}], [{}]),
    (
        "rounds",
        [{"statements": [{"says": "a accepts x", "source": "s"}]}],
        [{"statements": [{"says": "a accepts x", "source": [{"id": "s"}]}]}],
    ),
]


@pytest.mark.parametrize(("key", "short", "long"), _SHORT)
def test_short_forms_mean_the_long_ones(key: str, short: Any, long: Any) -> None:
    """What can be written shortly means what it is short for."""
    texts = [{"title": "T", key: _with_dates(form)} for form in (short, long)]
    one, other = (loads(json.dumps(text)) for text in texts)
    assert one == other


def _with_dates(form: Any) -> Any:
    return [{"id": "r", "date": "2022", **round_} for round_ in form] if isinstance(form, list) else form


@pytest.mark.parametrize("cls", [cls for cls in SHORT if cls in KEYED])
def test_every_keyed_record_has_a_short_form(cls: type) -> None:
    """Whatever stands in a table by its key can be a text there, and neither key is one that the table takes."""
    assert SHORT[cls] in keys(cls)
    assert KEYED[cls] not in keys(cls)
    assert {SHORT[cls], KEYED[cls]} <= {field.name for field in fields(cls)}


# --- strictness ----------------------------------------------------------------------------

_NO_TEXT: Sequence[Any] = [3, 2.5, True, None, [], ["a"], {}]
_WRONG: dict[Any, Sequence[Any]] = {
    str: _NO_TEXT,
    Id: [*_NO_TEXT, "", "Bad Id", "bad_id", "accept", "1a"],
    bool: ["no", "true", "", 0, 1, 1.0, None, [], {}],
    int: ["1", "", 1.0, 2.5, True, None, [], {}],
    When: [
        *_NO_TEXT,
        "",
        "soon",
        "2022-13",
        "2022-00",
        "2022-10-00",
        "2022-02-30",
        "2022/2021",
        "31.10.2022",
    ],
    Sentence: _NO_TEXT,
    StrEnum: [*_NO_TEXT, "", "bogus", "Agreed"],
    tuple: [3, 2.5, True, None, {}, "a"],
    "one or more": [3, 2.5, True, None, "Bad Id"],
    "by key": [3, 2.5, True, None, "a", []],
    "threshold": [2.5, 1.0, True, None, [], {}, "", "most", "1/0", "1.5", "3", -1],
    "table": [3, 2.5, True, None, [], "bogus"],
}
_PLACES = list(places())
_SOURCES = {*((cls, "source") for cls in (Round, Statement, Claim, Event)), (Demand, "succeeds")}


def _wrong_values(place: Place) -> Sequence[Any]:
    """Give values that cannot stand in a field."""
    type_ = item(place.field.type)
    if (place.cls, place.field.name) in _SOURCES:
        return _WRONG["one or more"]
    if (place.cls, place.field.name) == (Decision, "needs"):
        return _WRONG["threshold"]
    if is_several(place.field.type):
        return _WRONG["by key" if type_ in KEYED else tuple]
    if is_record(type_):
        return _WRONG["table"]
    return _WRONG[StrEnum if isinstance(type_, type) and issubclass(type_, StrEnum) else type_]


def _is_one_fault(place: Place, value: object, path: Path_) -> bool:
    """Tell whether a dossier with this value in that place has one fault: that one."""
    outcome = read(json.dumps(replaced(data(complete()), place.path, value)))
    if not isinstance(outcome, Unreadable) or len(outcome.findings) != 1:
        return False
    (finding,) = outcome.findings
    return finding.code in {"NT003", "NT004", "NT006"} and finding.place.path == path


@pytest.mark.parametrize("place", _PLACES, ids=str)
def test_nothing_is_coerced(place: Place) -> None:
    """Values of other types, and words outside a list, are one fault each, at that value, in every field there is."""
    assert [value for value in _wrong_values(place) if not _is_one_fault(place, value, place.path)] == []


@pytest.mark.parametrize(
    "place",
    [place for place in _PLACES if is_several(place.field.type) and item(place.field.type) in {str, Id}],
    ids=str,
)
def test_nothing_is_coerced_in_lists(place: Place) -> None:
    """The same goes for each item of a list, beside good ones."""
    lists = [["a", value, "b"] for value in _WRONG[item(place.field.type)]]
    assert [values for values in lists if not _is_one_fault(place, values, (*place.path, 1))] == []


_OF_TOML = [
    (date(2022, 10, 31), "a date"),
    (datetime(2022, 10, 31, 12), "a date with a time"),  # noqa: DTZ001 - a local time
    (time(12, 30), "a time"),
    (float("inf"), "the number inf"),
]


@pytest.mark.parametrize(("value", "kind"), _OF_TOML)
@pytest.mark.parametrize(
    "place", [place for place in _PLACES if inner(place.field.type) in {str, When, bool}], ids=str
)
def test_no_value_of_toml_is_coerced(place: Place, value: object, kind: str) -> None:
    """Dates, times and numbers of TOML are no texts, and only a day is a date."""
    text = tomli_w.dumps(replaced(data(complete()), place.path, value))
    if inner(place.field.type) is When and kind == "a date":
        assert loads(text).title == "text"
        return
    with pytest.raises(Unreadable, match=rf"error\[NT003\] `{place.field.name}` takes .*, not {kind}(\n|$)"):
        loads(text)


@pytest.mark.parametrize("place", [place for place in _PLACES if place.cls is not Delegate], ids=str)
def test_an_unknown_key_beside_any_other_is_refused(place: Place) -> None:
    """In every table a key that the format does not have is one fault, named as it is."""
    text = json.dumps(replaced(data(complete()), (*place.path[:-1], "zzz"), "a"))
    with pytest.raises(Unreadable, match=r"error\[NT002\] unknown key `zzz`\n") as caught:
        loads(text)
    assert [finding.place.path for finding in caught.value.findings] == [(*place.path[:-1], "zzz")]


def test_all_tables_have_a_name_to_be_told_by() -> None:
    """So that the hint for a key in the wrong table can say where it belongs, whatever the key."""
    assert set(TABLES) == {place.cls for place in places()}


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        ("[parties.a]\nname = 'A'\nveto = ['a']", "`veto` belongs to a decision; known here: name, members"),
        ("[demands.x]\ntitle = 'X'\nveto = ['a']", "`veto` belongs to a decision; known here: title, text"),
        (
            "[sources.s]\ntitle = 'S'\nlocator = 'p. 2'",
            "`locator` belongs to a statement and a citation; known",
        ),
        ("[parties.a]\nname = 'A'\ntier = 'press'", "`tier` belongs to a source; known here: name"),
        (
            "[sources.s]\ntitle = 'S'\ndecision = 'majority'",
            "`decision` belongs to the top and a demand; known",
        ),
        ("[parties.a]\nname = 'A'\nrol = 'other'", "did you mean `role`?"),
    ],
)
def test_key_in_the_wrong_table_is_told_where_it_belongs(table: str, hint: str) -> None:
    """The hint names the tables that have the key; a slip of the pen comes first."""
    with pytest.raises(Unreadable) as caught:
        loads(f"title = 'T'\n{table}")
    assert [finding.hint[: len(hint)] for finding in caught.value.findings] == [hint]


@pytest.mark.parametrize("number", ["1.0", "true", '"1"', "null", "0", "-1", "[1]", "1.5"])
def test_the_number_of_the_format_is_not_coerced(number: str) -> None:
    """`format` takes the number 1, and nothing that Python holds equal to it."""
    with pytest.raises(Unreadable, match=r"error\[NT003\] `format` takes 1"):
        loads(f'{{"title": "T", "format": {number}}}')


def test_several_kinds_of_dates_can_be_written() -> None:
    """A day is a date of TOML or a text; months, years, spans and doubts are texts."""
    for text in ("2022-10-31", '"2022-10-31"', '"2022-10"', '"2022~"', '"2022-10-31/2022-11-02?"'):
        talks = loads(f'title = "T"\nevents = [{{ title = "E", date = {text} }}]')
        assert str(talks.events[0].date) == text.strip('"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "decision = 3",
            "`decision` takes unanimity, consensus, majority, two-thirds or a table, not the number 3",
        ),
        ("demands.x = { title = 'X', succeeds = 3 }", "`succeeds` takes a text or a list, not the number 3"),
    ],
)
def test_messages_name_everything_that_could_stand_there(text: str, expected: str) -> None:
    """Where a key takes several kinds of values, the message leaves none of them out."""
    with pytest.raises(Unreadable, match=rf"{expected}(\n|$)"):
        loads(f'title = "T"\n{text}')


def test_an_error_of_the_reader_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in negotrack itself is not reported as a fault of the dossier."""

    def fail(_: str) -> Sentence:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("negotrack.formats.structuring.parse", fail)
    with pytest.raises(ZeroDivisionError, match=r"^a bug"):
        loads(dumps(complete()))


# --- files ---------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_error_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Either the file is written whole, or the old one is there as it was, and nothing beside it."""
    path = tmp_path / "talks.toml"
    path.write_text("the old one")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(OSError, match="No space left on device"):
        dump(Negotiation("T"), path)
    assert path.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["talks.toml", "talks.json"])
def test_half_of_a_character_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    """A record that no file can hold is refused before anything is written."""
    (tmp_path / name).write_text("the old one")
    with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
        dump(Negotiation("half \ud83d"), tmp_path / name)
    assert (tmp_path / name).read_text() == "the old one"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    """Where a folder has the name, the error of the system is raised, and nothing is left behind."""
    (tmp_path / "talks.toml").mkdir()
    with pytest.raises(OSError, match="directory"):
        dump(Negotiation("T"), tmp_path / "talks.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["talks.toml"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """What a link leads to is written, wherever it is, and the link stays one; also where nothing was there."""
    (tmp_path / "there").mkdir()
    link = tmp_path / "talks.toml"
    link.symlink_to(tmp_path / "there" / "real.toml")
    for title in ("One", "Two"):
        dump(Negotiation(title), link)
        assert link.is_symlink()
        assert load(tmp_path / "there" / "real.toml").title == title
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["real.toml"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    """A file that was there keeps its permissions."""
    path = tmp_path / "talks.toml"
    path.touch()
    path.chmod(mode)
    dump(Negotiation("T"), path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_the_permissions_of_any(tmp_path: Path, mask: int) -> None:
    """A file that was not there gets what the user's mask leaves."""
    before = os.umask(mask)
    dump(Negotiation("T"), tmp_path / "talks.toml")
    os.umask(before)
    assert stat.S_IMODE((tmp_path / "talks.toml").stat().st_mode) == 0o666 & ~mask


def test_lines_end_as_on_unix(tmp_path: Path) -> None:
    """A file is written in UTF-8 with plain newlines, without a mark, and ends with one."""
    for ending in _FORMATS:
        dump(Negotiation("Հայ\r\n", note="中国"), tmp_path / f"talks.{ending}")
        written = (tmp_path / f"talks.{ending}").read_bytes()
        assert b"\r" not in written
        assert written.endswith(b"\n")
        assert "Հայ" in written.decode()


def test_an_unknown_format_is_refused() -> None:
    """There are two formats, and a word for each."""
    with pytest.raises(ValueError, match="`format` takes toml or json, not 'yaml'"):
        dumps(Negotiation("T"), "yaml")


# --- what a file is taken for --------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "text", "format_"),
    [
        ("talks", '{"title": "T"}', "json"),
        ("talks", ' \n\t{"title": "T"}', "json"),
        ("talks", 'title = "T"', "toml"),
        ("talks.txt", '{"title": "T"}', "json"),
        ("talks.JSON", '{"title": "T"}', "json"),
        ("talks.json.toml", 'title = "T"', "toml"),
        ("a.json/talks", 'title = "T"', "toml"),
        ("json", 'title = "T"', "toml"),
        ("toml", '{"title": "T"}', "json"),
    ],
)
def test_a_file_is_taken_for_what_it_is(file: str, text: str, format_: str) -> None:
    """The ending decides; with another, or none, the first character does."""
    talks = loads(text, file=file)
    assert talks.origin == Origin(file, text, FileFormat(format_))


@pytest.mark.parametrize(("file", "text"), [("talks.toml", '{"title": "T"}'), ("talks.json", 'title = "T"')])
def test_the_ending_goes_before_the_content(file: str, text: str) -> None:
    """A file with the ending of one format and the content of the other is refused as the first."""
    ending = file.rpartition(".")[2].upper()
    with pytest.raises(Unreadable, match=f"this cannot be read as {ending}: "):
        loads(text, file=file)


def test_load_and_load_bytes_are_the_same(tmp_path: Path) -> None:
    """A path as a text, a path as an object, and the bytes give the same record, from the same place."""
    path = tmp_path / "talks.toml"
    dump(_SHORT_FORMS, path)
    read = [load(path), load(str(path)), load_bytes(path.read_bytes(), file=str(path))]
    assert {talks.origin for talks in read} == {Origin(str(path), path.read_text(), FileFormat.TOML)}
    assert set(read) == {_SHORT_FORMS}


def test_no_such_seed_suggests_one() -> None:
    """A name that no bundled dossier has gets a suggestion, and survives pickling."""
    with pytest.raises(
        NoSuchSeed, match=r"^no bundled dossier `sotchi-2022`; did you mean `sochi-2022`\?$"
    ) as caught:
        seed("sotchi-2022")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes
    with pytest.raises(NoSuchSeed, match=r"there are .*sochi-2022"):
        seed("../seeds/x")


# --- where a record comes from -------------------------------------------------------------


def test_origin_is_the_text_that_was_read() -> None:
    """What was loaded knows its file and its text; what was made in Python has none."""
    assert loads('title = "T"', file="talks.toml").origin == Origin(
        "talks.toml", 'title = "T"', FileFormat.TOML
    )
    assert Negotiation("T").origin is None


def test_origin_is_forgotten_by_what_is_made_from_a_record() -> None:
    """A changed record does not stand in the text any more."""
    talks = seed("sochi-2022")
    changed = [
        evolve(talks, title="Other"),
        evolve(talks),
        talks.until("start"),
        talks.with_round(Round("next", "2023")),
        talks.saying("armenia accepts corridor"),
    ]
    assert {one.origin for one in changed} == {None}


def test_origin_is_kept_by_pickling() -> None:
    """A copy in another process knows where it comes from."""
    talks = seed("sochi-2022")
    assert talks.now.agreed
    again = pickle.loads(pickle.dumps(talks))  # noqa: S301 - our own bytes
    assert (again, again.origin, again.now.agreed) == (talks, talks.origin, talks.now.agreed)


def test_origin_does_not_count() -> None:
    """Records that say the same are equal and hash alike, wherever they were read."""
    one, other = loads('title = "T"', file="a.toml"), loads('{"title": "T"}', file="b.json")
    assert one == other == Negotiation("T")
    assert len({one, other, Negotiation("T")}) == 1


def test_silence_of_a_decision_is_written_by_its_word() -> None:
    """A rule without a name is spelt out, with what differs from the plainest."""
    rule = Decision("majority", silence=Silence.ABSENT)
    assert data(Negotiation("T", decision=rule))["decision"] == {"needs": "majority", "silence": "absent"}
    assert data(Negotiation("T", decision=Decision()))["decision"] == "unanimity"


@pytest.mark.parametrize("person", ["Somebody", ""])
def test_delegates_are_written_as_texts(person: str) -> None:
    """Who spoke for a party stands beside its id."""
    talks = Negotiation("T", rounds=[Round("r", "2022", delegates=[Delegate("a", person)])])
    assert data(talks)["rounds"][0]["delegates"] == {"a": person}


def test_dump_names_the_file_whose_folder_is_not_there(tmp_path: Path) -> None:
    """A missing folder is told by the name that was given, not by that of a temporary file."""
    path = tmp_path / "nowhere" / "talks.toml"
    with pytest.raises(FileNotFoundError, match=r"nowhere/talks\.toml"):
        dump(Negotiation("Talks"), path)


def test_file_without_its_ending_is_suggested(tmp_path: Path) -> None:
    """Where a file of this name with `.toml` behind it is there, it is suggested."""
    (tmp_path / "talks.toml").write_text('title = "Talks"', encoding="utf-8")
    with pytest.raises(Unreadable, match="cannot be opened") as caught:
        load(tmp_path / "talks")
    assert caught.value.findings[0].hint == f"did you mean `{tmp_path / 'talks'}.toml`?"


@pytest.mark.parametrize("text", ["[1]", "3", "null", '"x"'])
def test_json_that_is_no_table_is_no_dossier(text: str) -> None:
    """A dossier is a table: JSON of any other kind is refused as a whole."""
    with pytest.raises(Unreadable, match="a dossier takes a table, not "):
        loads(text, file="talks.json")


def test_a_dossier_is_read_from_a_text() -> None:
    """Whoever gives bytes is told what is taken, and what takes a path."""
    with pytest.raises(TypeError, match=r"^`loads` takes a text, not b'x'; `load` takes a path$"):
        loads(b"x")  # type: ignore[arg-type]  # that is the point


# --- large files


_TWICE = """title = "Talks"
parties = { a = "A" }
demands = { x = "X" }
[[rounds]]
id = "one"
date = 2024-01-01
statements = ["a proposes x", "a proposes x", { says = "a proposes x", locator = "p. 1" }]
[[rounds]]
id = "two"
date = 2024-01-02
statements = ["a proposes x"]
"""


def test_the_same_words_are_one_record_only_in_another_round() -> None:
    """In a round each statement is a record of its own, by which its place is found."""
    first, second = loads(_TWICE).rounds
    one, other, with_place = first.statements
    assert (one == other, one is other, one is second.statements[0]) == (True, False, True)
    assert with_place.says is one.says


def test_fault_in_a_later_round_has_its_place() -> None:
    """That the statements of earlier rounds were read already takes no place away."""
    rounds = [{"id": f"r{number}", "date": "2024", "statements": ["a proposes x"]} for number in range(3)]
    rounds[1]["statements"] = ["a proposes x", "a likes x"]
    rounds[2]["date"] = "soon"
    with pytest.raises(Unreadable) as caught:
        loads(json.dumps({"title": "T", "rounds": rounds}))
    assert [(one.code, getattr(one.place, "path", None)) for one in caught.value.findings] == [
        ("NT005", ("rounds", 1, "statements", 1)),
        ("NT006", ("rounds", 2, "date")),
    ]


@pytest.mark.parametrize("text", ['title = "T"', "title = 1", "nothing"])
@pytest.mark.parametrize("is_on", [True, False])
def test_collector_of_garbage_is_as_it_was(text: str, is_on: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """It is on or off after a file was read, or was not, as it was before."""
    (gc.enable if is_on else gc.disable)()
    try:
        with suppress(Unreadable):
            loads(text)
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_objects_that_were_frozen_stay_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who froze what is there finds it frozen when a large file was read."""
    monkeypatch.setattr(dossiers, "_LARGE", 1)
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        loads('title = "T"')
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()


def test_nothing_is_frozen_by_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made counts as old, and is looked at when all is."""
    monkeypatch.setattr(dossiers, "_LARGE", 1)
    gc.unfreeze()
    loads('title = "T"')
    assert gc.get_freeze_count() == 0


def test_garbage_is_found_however_many_small_files_are_read() -> None:
    """Reading puts the search for garbage off, and not away."""
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(3000):
        circle: list[object] = []
        circle.append(circle)
        loads('title = "T"')
    assert len(gc.get_objects()) - before < 2500


def test_nothing_is_kept_of_a_file_beside_its_record() -> None:
    """The sentences of a file are let go when it was read."""
    loads(_TWICE)
    assert structuring._bare.cache_info().currsize == 0
