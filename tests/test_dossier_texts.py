"""Dossiers in the many ways in which people write them: each says what was drawn, and each way comes up."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any

import pytest
import tomli
from attrs import evolve
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from counting import drawn, share_discarded
from negotrack import Negotiation, dumps, loads, seed
from negotrack.origin import FileFormat
from negotrack.testing import dossier_texts, negotiations
from real_dossiers import TALKS
from records import complete

_FORMATS = pytest.mark.parametrize("format_", list(FileFormat))
_SMALL = loads('title = "Talks"\nparties = { union = "Union" }')


def written(
    format_: FileFormat, talks: st.SearchStrategy[Negotiation]
) -> st.SearchStrategy[tuple[Negotiation, str]]:
    """Give negotiations, each with a text of it."""
    return talks.flatmap(lambda one: st.tuples(st.just(one), dossier_texts(of=one, format=format_)))


@_FORMATS
@given(data=st.data())
def test_what_is_written_is_what_was_drawn(format_: FileFormat, data: st.DataObject) -> None:
    """However a dossier is written, the negotiation that is read is equal to the one drawn."""
    talks, text = data.draw(written(format_, negotiations() | negotiations(broken=True)))
    assert loads(text) == talks


@_FORMATS
@given(data=st.data())
def test_real_dossiers_say_the_same_in_other_ways(format_: FileFormat, data: st.DataObject) -> None:
    """The same holds for real records, and for one that has every field."""
    talks, text = data.draw(written(format_, st.sampled_from(TALKS)))
    assert loads(text, file=f"talks.{format_}") == talks


@given(dossier_texts())
def test_both_formats_come_unasked(text: str) -> None:
    """Without arguments any negotiation comes in either format, and can be read."""
    assert isinstance(loads(text), Negotiation)


def test_either_format_comes_often() -> None:
    """Each format is at least a third of what comes unasked."""
    texts, _ = drawn(dossier_texts(of=_SMALL), 200)
    assert 0.33 <= sum(text.lstrip("\ufeff \r\n").startswith("{") for text in texts) / len(texts) <= 0.67


# --- ways ----------------------------------------------------------------------------------

_HARD = 'Հ "a"/b\u202e\nc'
_COMPLETE = evolve(complete(_HARD), decision="majority")
_WITH_ALL = [_COMPLETE, _COMPLETE.saying("a rejects a"), seed("sochi-2022")]
"""What gives an occasion for every way."""


def values(data: Any) -> Iterator[Any]:
    """Give all values in plain data."""
    yield data
    items = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for item in items:
        yield from values(item)


def tables(data: Any) -> Iterator[dict[str, Any]]:
    """Give all tables in plain data."""
    return (one for one in values(data) if isinstance(one, dict))


def sentences_in(data: Any) -> list[str]:
    """Give the sentences in plain data."""
    said = [one for round_ in data["rounds"] for one in round_["statements"]]
    return [one["says"] if isinstance(one, dict) else one for one in said]


_OF_DATA: Mapping[str, Callable[[Any], bool]] = {
    "format left out": lambda data: "format" not in data,
    "a table for a text": lambda data: any(
        list(table) in (["outcome"], ["id"], ["person"], ["says"]) for table in tables(data)
    ),
    "a text for a table": lambda data: any(
        isinstance(one, str) for one in data["rounds"][0]["delegates"].values()
    ),
    "a list of one": lambda data: any(isinstance(one, list) for one in data["rounds"][0]["claims"].values()),
    "a default": lambda data: any(one in ([], {}, False) for one in values(data)),
    "another order": lambda data: next(iter(data)) not in {"format", "title"},
    "a rule spelt out": lambda data: data.get("decision") == {"needs": "majority"},
    "a comma in a sentence": lambda data: any("," in one for one in sentences_in(data)),
    "another verb": lambda data: any(
        re.search(r"a reserve( on)? a|armenia reject ", one) for one in sentences_in(data)
    ),
    "other spaces": lambda data: any(one != " ".join(one.split()) for one in sentences_in(data)),
}
_OF_TEXT: Mapping[str, str] = {
    "escapes": r"\\u0540",
    "bare characters": "\u202e",
    "CRLF": "\r\n",
    "LF": r"[^\r]\n",
    "a mark": "^\ufeff",
    "no line break at the end": r"[^\n]\Z",
    "empty lines at the start": r"\A\ufeff?\s*\n",
    "empty lines at the end": r"\n\s*\n\Z",
}
_OF_TOML: Mapping[str, str] = {
    "a day as a text": r"date\W*=\s*[\"']+2022-10-31",
    "a day as a day": r"date\W*=\s*2022-10-31",
    "sections": r"^\s*\[\[.*statements",
    "a bare sentence": r"^\s+[\"'] ?a rejects?",
    "inline": r"^\W*rounds\W*=\s*\[",
    "dotted keys": r"^\s*[\w\"'-]+ ?\. ?[\w\"'-]+( ?\. ?[\w\"'-]+)?\s*=",
    "a table over lines": r"\{[^{}\n]*\n",
    "ids over lines": r"present\W*=\s*\[ *(#.*)?\r?\n",
    "statements on a line": r"statements\W*=\s*\[ ?[{\"']",
    "a comma at the end of a line": r"[\"'\d], ?[\]}]",
    "no comma after the last": r"[\"'}]\s*\n\s*[\]}]",
    "quoted keys": r"^\s*[\"'](title|id|name)[\"']\s*=",
    "literal texts": r"=\s*'[^']",
    "texts over lines": r'=\s*"""',
    "literal texts over lines": r"=\s*'''",
    "folded texts": r" \\\r?\n",
    "comments on lines": r"^\s*#",
    "comments behind": r"\S  #",
    "comments in lists": r"^\s+#",
    "empty lines": r"\n[ \t]*\r?\n[ \t]*[\w\"'.-]+\s*=",
    "indentation": r"^\s+(title|name)\W*=[^{}]*$",
    "spaces": r"\w=\S|\w   = ",
    "numbers": r"=\s*(\+|0x|0b|0o)\d",
}
_OF_JSON: Mapping[str, str] = {
    "one line": r"\A[^\n]+\n?\Z",
    "two spaces": r"^  \"",
    "four spaces": r"\A\ufeff?\s*\{\s*\n    \"",
    "tabs": r"^\t\"",
    "no spaces": r"\":[\"\[{]",
    "spaces before": r"\" : ",
    "a short list on a line": r"\n.*\[[^\[\]{}\n]+\]",
    "a slash escaped": r"\\/",
}


def _is_scattered(text: str) -> bool:
    """Tell whether the sections of one kind stand among those of others."""
    heads = re.findall(r"^\s*\[+\s*[\"']?(\w+)", text, re.MULTILINE)
    changes = [one for one, before in zip(heads, ["", *heads], strict=False) if one != before]
    return len(set(changes)) < len(changes)


def ways_in(text: str, format_: FileFormat) -> Iterator[str]:
    """Give the ways in which a text is written."""
    is_toml = format_ is FileFormat.TOML
    data = tomli.loads(text.removeprefix("\ufeff")) if is_toml else json.loads(text.removeprefix("\ufeff"))
    yield from (way for way, is_it in _OF_DATA.items() if is_it(data))
    found = {**_OF_TEXT, **(_OF_TOML if is_toml else _OF_JSON)}
    yield from (way for way, pattern in found.items() if re.search(pattern, text, re.MULTILINE))
    if is_toml and _is_scattered(text):
        yield "scattered sections"


@_FORMATS
def test_every_way_comes_up(format_: FileFormat) -> None:
    """Each way of writing is in 2% of the texts at least, and none is in all of them."""
    texts, _ = drawn(dossier_texts(of=st.sampled_from(_WITH_ALL), format=format_), 400)
    counts = Counter(way for text in texts for way in ways_in(text, format_))
    known = {
        *_OF_DATA,
        *_OF_TEXT,
        *(_OF_JSON if format_ is FileFormat.JSON else [*_OF_TOML, "scattered sections"]),
    }
    assert {way: counts[way] for way in known if not 0.02 * len(texts) <= counts[way] < len(texts)} == {}


# --- shrinking, discards, arguments --------------------------------------------------------


@_FORMATS
def test_the_simplest_text_is_what_dumps_writes(format_: FileFormat) -> None:
    """Where nothing else is asked for, a small dossier is written as `dumps` writes it."""
    assert find(dossier_texts(of=_SMALL, format=format_), lambda _: True) == dumps(_SMALL, format_)


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        (lambda text: "title = '''" in text, "title = '''Talks'''\n"),
        (lambda text: "parties.union =" in text, 'parties.union = "Union"\n'),
        (lambda text: "\r" in text, 'format = 1\r\ntitle = "Talks"\r\n\r\n[parties]\r\nunion = "Union"\r\n'),
    ],
)
def test_a_way_that_is_asked_for_is_all_that_is_left(condition: Callable[[str], bool], wanted: str) -> None:
    """What fails because of one way of writing shrinks to a text that is plain in all others."""
    shortest = find(dossier_texts(of=_SMALL, format="toml"), condition)
    assert wanted in shortest
    assert len(shortest.split()) <= len(dumps(_SMALL).split()) + 2


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_bug_shrinks_to_a_small_dossier(seed: int) -> None:
    """A tool that takes every `#` for a comment gets a dossier with at most one thing in it, whose text is of use.

    In which thing that text ends up depends on where the search began. Of forty that began anywhere, thirty-five ended
    at six lines or fewer, the others at up to twelve; so it is the same five every time.
    """

    def loses_something(text: str) -> bool:
        try:
            return loads(re.sub("#.*", "", text)) != loads(text)
        except ValueError:
            return True

    talks = negotiations(parties=(0, 1), demands=(0, 1), rounds=0, sources=(0, 1))
    afresh = settings(database=None, max_examples=500)
    always = Random(seed)  # noqa: S311 - nothing secret
    shortest = find(dossier_texts(of=talks, format="toml"), loses_something, settings=afresh, random=always)
    assert shortest.count("\n") <= 6


@_FORMATS
def test_hardly_anything_is_discarded(format_: FileFormat) -> None:
    """Fewer than 1% of draws are thrown away."""
    _, draws = drawn(dossier_texts(format=format_), 200)
    assert share_discarded(draws) < 1 / 100


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"of": "talks.toml"}, "of takes a negotiation, or a strategy for it, not 'talks.toml'"),
        ({"format": "yaml"}, "format takes one of toml, json, or a strategy for it, not 'yaml'"),
    ],
)
def test_wrong_arguments_are_named(given_: dict[str, Any], message: str) -> None:
    """What an argument does not take is refused at once."""
    with pytest.raises(InvalidArgument, match=re.escape(message)):
        dossier_texts(**given_)


@pytest.mark.parametrize("given_", [{"of": st.just("T")}, {"format": st.just("yaml")}])
def test_wrong_arguments_are_named_when_they_are_drawn(given_: dict[str, Any]) -> None:
    """What a strategy draws is refused when it is drawn."""
    with pytest.raises(InvalidArgument, match=f"{next(iter(given_))} takes "):
        find(dossier_texts(**{"of": _SMALL, **given_}), lambda _: True)
