"""Dossiers that are damaged: each rule on what can be read is broken alone; nothing but `Unreadable` comes of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from counting import drawn, share_discarded
from hostile import check, read
from negotrack import Finding, Negotiation, Unreadable, dumps, loads, seed
from negotrack.dates import BadDate, When
from negotrack.ids import is_id
from negotrack.origin import FileFormat
from negotrack.rules.catalogue import RULES
from negotrack.testing import damaged_texts, negotiations
from negotrack.testing.damaging.words import NO_DATES
from real_dossiers import SHORT, TALKS

_CODES = [f"NT00{number}" for number in range(1, 9)]
_SMALL = loads('title = "Talks"')
_FEW = negotiations(parties=(0, 2), demands=(0, 2), rounds=(0, 2), sources=0)
_FORMATS = pytest.mark.parametrize("format_", list(FileFormat))
_EACH = pytest.mark.parametrize("code", _CODES)


def findings(text: str) -> tuple[Finding, ...]:
    """Give what keeps a text from being read; nothing where it can be read."""
    outcome = read(text)
    return outcome.findings if isinstance(outcome, Unreadable) else ()


# --- one rule ------------------------------------------------------------------------------


@_EACH
@_FORMATS
@given(data=st.data())
def test_one_rule_is_broken_and_no_other(code: str, format_: FileFormat, data: st.DataObject) -> None:
    """Whatever the record and the format, all that is found is of the rule asked for, and something is."""
    talks = st.sampled_from([*TALKS, _SMALL]) | negotiations() | negotiations(broken=True)
    text = data.draw(damaged_texts(of=talks, format=format_, breaking=code))
    assert {finding.code for finding in findings(text)} == {code}


@_EACH
def test_a_rule_is_asked_for_by_name_as_well(code: str) -> None:
    """The name of a rule does as well as its code."""
    name = next(rule.name for rule in RULES if rule.code == code)
    text = find(damaged_texts(of=_SMALL, breaking=name), lambda _: True)
    assert {finding.code for finding in findings(text)} == {code}


@given(st.data())
def test_a_rule_may_be_drawn(data: st.DataObject) -> None:
    """A strategy gives a rule for each text."""
    text = data.draw(damaged_texts(breaking=st.sampled_from(["NT002", "missing-key"])))
    assert {finding.code for finding in findings(text)} <= {"NT002", "NT007"}
    assert findings(text)


_KINDS = {"NT001": 7, "NT002": 25, "NT003": 30, "NT004": 25, "NT005": 5, "NT006": 10, "NT007": 5, "NT008": 2}
"""How many messages each rule gets at least, over 200 texts."""


@_EACH
@_FORMATS
def test_a_rule_is_broken_in_many_ways(code: str, format_: FileFormat) -> None:
    """What is found says many different things, or is at different places."""
    texts, _ = drawn(damaged_texts(of=st.sampled_from(SHORT), format=format_, breaking=code), 200)
    seen = {
        (finding.message, finding.place if code == "NT008" else "")
        for text in texts
        for finding in findings(text)
    }
    assert len(seen) >= _KINDS[code]


def test_wrong_types_are_everywhere() -> None:
    """A value of the wrong type is put in the place of nearly every key of the format, in one text or another."""
    texts, _ = drawn(damaged_texts(of=TALKS[0], breaking="NT003"), 300)
    keys = {
        match[1]
        for text in texts
        for finding in findings(text)
        if (match := re.match(r"`(\w+)`", finding.message))
    }
    assert len(keys) >= 30


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_one(text: str) -> None:
    """What is put in the place of dates is none."""
    with pytest.raises(BadDate, match=r"."):
        When(text)


@given(st.sampled_from(TALKS), st.data())
def test_ids_that_are_none_are_named(talks: Negotiation, data: st.DataObject) -> None:
    """Where an id is broken, the message names a text that is none."""
    text = data.draw(damaged_texts(of=talks, breaking="NT004"))
    for finding in findings(text):
        named = re.match("`(.*)` is ", finding.message, re.DOTALL)
        assert named
        assert not is_id(named[1])


# --- any damage ----------------------------------------------------------------------------


@_FORMATS
@given(data=st.data())
def test_damage_is_read_and_shown_or_refused(format_: FileFormat, data: st.DataObject) -> None:
    """Nothing but `Unreadable` comes of a damaged text, with places for all faults; what is still read can be shown."""
    check(read(data.draw(damaged_texts(format=format_)), f"talks.{format_}"))


@given(damaged_texts() | damaged_texts(breaking=st.sampled_from(_CODES)))
def test_a_file_can_hold_it(text: str) -> None:
    """A damaged text is a text: it has no half of a character outside of an escape."""
    assert text.encode().decode() == text


@given(damaged_texts())
def test_what_is_read_can_be_written(text: str) -> None:
    """Whatever is still read can be written, and is read back equal."""
    outcome = read(text)
    if isinstance(outcome, Negotiation):
        assert loads(dumps(outcome)) == outcome


@_FORMATS
def test_damage_is_of_every_kind(format_: FileFormat) -> None:
    """Without a rule, some texts can be read, some are no data, and some have faults of shape, of every kind."""
    texts, _ = drawn(damaged_texts(of=st.sampled_from(SHORT), format=format_), 1000)
    fates = Counter(frozenset(finding.code for finding in findings(text)) for text in texts)
    assert fates[frozenset()] >= 0.05 * len(texts)
    assert fates[frozenset({"NT001"})] >= 0.1 * len(texts)
    assert fates.total() - fates[frozenset()] - fates[frozenset({"NT001"})] >= 0.3 * len(texts)
    assert set().union(*fates) >= set(_CODES[:-1])


# --- shrinking, discards, arguments --------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NT002", 'format = 1\ntitle = "Talks"\ncomment = ""\n'),
        ("NT003", "format = 1\ntitle = 3\n"),
        ("NT004", 'format = 1\ntitle = "Talks"\n\n[parties]\nP1 = "P1"\n'),
        (
            "NT006",
            (
                'format = 1\ntitle = "Talks"\n\n'
                '[[rounds]]\nid = "r0"\ndate = "soon"\nstatements = [\n    "p1 proposes d1",\n]\n'
            ),
        ),
        ("NT007", "format = 1\n"),
    ],
)
def test_the_simplest_damage_is_little(code: str, text: str) -> None:
    """Where nothing else is asked for, one thing is wrong in a text that is plain in all else."""
    assert find(damaged_texts(of=_SMALL, format="toml", breaking=code), lambda _: True) == text


def test_the_simplest_damage_is_of_a_small_dossier() -> None:
    """Of all dossiers one with hardly anything in it is damaged."""
    assert find(damaged_texts(of=_FEW, breaking="NT007"), lambda _: True) == "format = 1\n"


def test_a_planted_bug_shrinks_to_little_damage() -> None:
    """A tool that stumbles over a sentence that stops after its verb gets one such in a small dossier."""

    def stops(text: str) -> bool:
        return any(finding.message == "expected the id of a demand" for finding in findings(text))

    unexplained = settings(database=None, phases=[Phase.generate, Phase.shrink])
    shortest = find(damaged_texts(of=_FEW, format="toml", breaking="NT005"), stops, settings=unexplained)
    assert shortest.count("[[") == 1
    assert shortest.count("\n") <= 20


@_FORMATS
def test_hardly_anything_is_discarded(format_: FileFormat) -> None:
    """Fewer than 1% of draws are thrown away."""
    codes = st.sampled_from(["", *_CODES])
    _, draws = drawn(damaged_texts(of=seed("sochi-2022"), format=format_, breaking=codes), 200)
    assert share_discarded(draws) < 1 / 100


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"of": "talks.toml"}, "of takes a negotiation, or a strategy for it, not 'talks.toml'"),
        ({"format": "yaml"}, "format takes one of toml, json, or a strategy for it, not 'yaml'"),
        ({"breaking": "NT204"}, "it comes from negotiations(breaking='NT204')"),
        ({"breaking": "stale-acceptance"}, "it comes from negotiations(breaking='stale-acceptance')"),
        ({"breaking": "bad-dat"}, "not 'bad-dat'; did you mean `bad-date`?"),
        ({"breaking": "nt003"}, "not 'nt003'; did you mean `NT003`?"),
        (
            {"breaking": "??"},
            "breaking takes NT001 to NT008, the name of one, or a strategy for it, not '??'",
        ),
        (
            {"breaking": None},
            "breaking takes NT001 to NT008, the name of one, or a strategy for it, not None",
        ),
    ],
)
def test_wrong_arguments_are_named(given_: dict[str, Any], message: str) -> None:
    """What an argument does not take is refused at once, with what it takes."""
    with pytest.raises(InvalidArgument, match=re.escape(message)):
        damaged_texts(**given_)


@pytest.mark.parametrize(
    "given_", [{"of": st.just("T")}, {"format": st.just("yaml")}, {"breaking": st.just("NT9")}]
)
def test_wrong_arguments_are_named_when_they_are_drawn(given_: dict[str, Any]) -> None:
    """What a strategy draws is refused when it is drawn."""
    with pytest.raises(InvalidArgument, match=f"{next(iter(given_))} takes "):
        find(damaged_texts(**{"of": _SMALL, **given_}), lambda _: True)
