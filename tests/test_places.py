"""Where does an id stand in a sentence, and how far does a file have a path?"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotrack import AtKey, AtValue, dumps, loads
from negotrack.locate.place import Extent, Path
from negotrack.origin import FileFormat, Origin
from negotrack.places import AtOffset, InSentence, Part, Place, Span, locate, written
from negotrack.testing import negotiations

_ROUND = 'title = "T"\n[[rounds]]\nid = "r"\ndate = "2022"\n'
_SAYS: Path = ("rounds", 0, "statements", 0, "says")


def found(marked: str, place: Place, file: str = "talks.toml") -> str:
    """Give a text with the marks « and » around a place in it, given the text with the expected ones."""
    text = marked.replace("«", "").replace("»", "")
    origin = loads(text, file=file).origin
    assert origin
    line, column, length = locate(place, origin)
    start = origin.offset(line, column)
    return f"{text[:start]}«{text[start : start + length]}»{text[start + length :]}"


_SENTENCES = {
    "holder": (Part.HOLDERS, "a", "«a» accepts x"),
    "later holder": (Part.HOLDERS, "a", "b and «a» accept x"),
    "demand": (Part.DEMANDS, "x", "a accepts «x»"),
    "later demand": (Part.DEMANDS, "x", "a rejects y, xx, x-x and «x»"),
    "condition": (Part.CONDITIONS, "x", "a accepts y if «x»"),
    "later condition": (Part.CONDITIONS, "x", "a accepts y if z and «x»"),
    "holder like a demand": (Part.HOLDERS, "x", "«x» accepts x if x"),
    "demand like a holder": (Part.DEMANDS, "x", "x accepts «x» if x"),
    "condition like both": (Part.CONDITIONS, "x", "x accepts x if «x»"),
    "the first of two": (Part.DEMANDS, "x", "a accepts «x», x"),
    "within another": (Part.DEMANDS, "x", "a accepts x-1, «x»"),
    "odd blanks": (Part.CONDITIONS, "x", "  a   accepts  y  if   «x»  "),
}


@pytest.mark.parametrize(("part", "id_", "sentence"), _SENTENCES.values(), ids=_SENTENCES)
@pytest.mark.parametrize(
    "around",
    [
        'statements = ["SENTENCE"]',
        "statements = ['SENTENCE']",
        'statements = ["""SENTENCE"""]',
        'statements = ["""\nSENTENCE"""]',
        'statements = [{ note = "a accepts x if x", says = "SENTENCE" }]',
        'statements = [{ says = "SENTENCE", note = "a accepts x if x" }]',
        '[[rounds.statements]]\nnote = "a accepts x if x"\nsays = "SENTENCE"',
        'note = "a \\u0061 accepts x"\nstatements = ["SENTENCE"]',
    ],
)
def test_an_id_is_found_in_its_part_of_the_sentence(around: str, part: Part, id_: str, sentence: str) -> None:
    """However the sentence is written down, the id is where it stands as holder, demand or condition."""
    marked = _ROUND + around.replace("SENTENCE", sentence)
    assert found(marked, InSentence(_SAYS, part, id_)) == marked


@pytest.mark.parametrize(("part", "id_", "sentence"), _SENTENCES.values(), ids=_SENTENCES)
@pytest.mark.parametrize("around", ['["SENTENCE"]', '[{"note": "a accepts x", "says": "SENTENCE"}]'])
def test_an_id_is_found_in_json(around: str, part: Part, id_: str, sentence: str) -> None:
    """The same in JSON."""
    round_ = f'{{"id": "r", "date": "2022",\n "statements": {around.replace("SENTENCE", sentence)}}}'
    marked = f'{{"title": "T", "rounds": [{round_}]}}'
    assert found(marked, InSentence(_SAYS, part, id_), "talks.json") == marked


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_id_is_found_on_a_later_line(newline: str) -> None:
    """In a sentence of several lines the id is on its own line."""
    marked = _ROUND + 'statements = ["""\na accepts y\n  if z\n  and «x»"""]'
    assert found(marked.replace("\n", newline), InSentence(_SAYS, Part.CONDITIONS, "x")) == marked.replace(
        "\n", newline
    )


@pytest.mark.parametrize(
    "written_",
    [
        '«"a accepts \\u0078"»',
        '«"a\\taccepts x"»',
        '«"""a \\»\n   accepts x"""',
        '«"\\u0061 accepts y if x"»',
    ],
)
def test_in_a_sentence_with_escapes_it_is_the_whole(written_: str) -> None:
    """Where characters are written as others the sentence is the place, as far as its first line goes."""
    marked = _ROUND + f"statements = [{written_}]"
    for part in Part:
        assert found(marked, InSentence(_SAYS, part, "x")) == marked


@pytest.mark.parametrize(("part", "id_"), [(Part.HOLDERS, "x"), (Part.DEMANDS, "a"), (Part.CONDITIONS, "x")])
def test_an_id_that_is_not_in_its_part_is_the_whole(part: Part, id_: str) -> None:
    """Of what does not stand there the sentence is the place."""
    marked = _ROUND + 'statements = [«"a accepts x"»]'
    assert found(marked, InSentence(_SAYS, part, id_)) == marked


def test_a_sentence_that_is_not_there_is_its_surroundings() -> None:
    """Of a statement that the text does not have the place is what would hold it."""
    marked = _ROUND + "statements = «[]»"
    assert found(marked, InSentence(_SAYS, Part.HOLDERS, "a")) == marked


@given(negotiations() | negotiations(broken=True), st.sampled_from(FileFormat))
def test_every_id_of_every_sentence_is_found(talks: object, format_: FileFormat) -> None:
    """In whatever is written down, each holder, demand and condition is found as itself."""
    read = loads(dumps(talks, format_), file=f"talks.{format_}")  # type: ignore[arg-type] # it is a record
    origin = read.origin
    assert origin
    for number, round_ in enumerate(read.rounds):
        for place, statement in enumerate(round_.statements):
            says = statement.says
            named = (
                (Part.HOLDERS, says.holders),
                (Part.DEMANDS, says.demands),
                (Part.CONDITIONS, says.conditions),
            )
            for part, ids in named:
                for id_ in ids:
                    path = ("rounds", number, "statements", place, "says")
                    line, column, length = locate(InSentence(path, part, id_), origin)
                    start = origin.offset(line, column)
                    assert origin.text[start : start + length] == id_


_DATA = """\
title = "T"
parties = { us = "US", eu = { name = "EU", members = ["us"] } }
[sources]
news = "News"
[[rounds]]
id = "r"
date = 2022-10-31
source = "news"
statements = ["us proposes x", { says = "us rejects x", source = ["news"] }]
[rounds.claims]
x = "agreed"
y = { outcome = "agreed" }
"""
_PATHS: dict[Path, Path] = {
    ("title",): ("title",),
    ("parties", "us", "name"): ("parties", "us"),
    ("parties", "eu", "name"): ("parties", "eu", "name"),
    ("parties", "eu", "members", 0, "party"): ("parties", "eu", "members", 0),
    ("parties", "eu", "joins"): ("parties", "eu"),
    ("sources", "news", "title"): ("sources", "news"),
    ("rounds", 0, "source", 0, "id"): ("rounds", 0, "source"),
    ("rounds", 0, "statements", 0, "says"): ("rounds", 0, "statements", 0),
    ("rounds", 0, "statements", 1, "says"): ("rounds", 0, "statements", 1, "says"),
    ("rounds", 0, "statements", 1, "source", 0, "id"): ("rounds", 0, "statements", 1, "source", 0),
    ("rounds", 0, "claims", "x", "outcome"): ("rounds", 0, "claims", "x"),
    ("rounds", 0, "claims", "y", "outcome"): ("rounds", 0, "claims", "y", "outcome"),
    ("rounds", 7, "id"): ("rounds",),
    ("note",): (),
    (): (),
}


@pytest.mark.parametrize(
    ("path", "expected"), _PATHS.items(), ids=lambda path: ".".join(map(str, path)) or "root"
)
@pytest.mark.parametrize("format_", FileFormat)
def test_a_path_is_as_the_text_has_it(format_: FileFormat, path: Path, expected: Path) -> None:
    """Where a text stands for a table the path ends with the text, whatever kind of place it is."""
    import tomli  # noqa: PLC0415 - for this test alone

    text = _DATA if format_ is FileFormat.TOML else json.dumps(tomli.loads(_DATA), default=str)
    origin = Origin(f"talks.{format_}", text, format_)
    places: list[Place] = [AtValue(path), AtKey(path), InSentence(path, Part.DEMANDS, "x")]
    assert {written(place, origin) for place in places} == {expected}


def test_a_place_in_what_is_no_data_has_no_path() -> None:
    """Where a text could not be read there is no way into it, but a line."""
    origin = Origin("talks.toml", "a\nb", FileFormat.TOML)
    place = AtOffset(Extent(2, 9))
    assert (written(place, origin), locate(place, origin)) == ((), Span(2, 1, 1))


def test_a_key_is_found_before_its_value() -> None:
    """The place of a key is the key; what has none, as an item of a list, is itself the place."""
    marked = 'title = "T"\n[parties]\n«eu» = "EU"'
    assert found(marked, AtKey(("parties", "eu"))) == marked
    marked = _ROUND + 'present = [ «"eu"» ]'
    assert found(marked, AtKey(("rounds", 0, "present", 0))) == marked
