"""Is every rule what it says it is? What its docstring promises is run."""

from __future__ import annotations

import re
import tomllib
from inspect import getdoc

import pytest

import negotrack as nt
from gallery import texts
from negotrack.places import locate
from negotrack.rules.catalogue import FAMILIES
from negotrack.rules.help import HEADINGS
from negotrack.rules.rule import BuiltIn, Rule, RuleTier

BY_CODE = {rule.code: rule for rule in nt.RULES}
JUDGED = [rule for rule in nt.RULES if not rule.code.startswith("NT0")]
READING = [rule for rule in nt.RULES if rule.code.startswith("NT0")]


def found_in(dossier: str, rule: BuiltIn | Rule) -> list[tuple[str, int]]:
    """Give the codes and lines of what is found in the dossier of a rule: a strict one is run by itself."""
    select = [rule.code] if rule.tier is RuleTier.STRICT else []
    talks = nt.loads(dossier)
    assert talks.origin
    findings = nt.check(talks, select=select, read=texts(dossier).__getitem__)
    assert not [skip for skip in findings.skipped if skip.code == rule.code]
    return [(finding.code, locate(finding.place, talks.origin).line) for finding in findings]


def marked(dossier: str, code: str) -> list[tuple[str, int]]:
    """Give the lines of a dossier that a comment with the code marks."""
    lines = enumerate(dossier.splitlines(), 1)
    return [(code, number) for number, line in lines if line.endswith(f"# {code}")]


def test_rules_are_listed_by_code() -> None:
    """A list of rules is in the order of their codes, and each code and each name is of one rule."""
    names = {rule.name for rule in nt.RULES}
    assert [rule.code for rule in nt.RULES] == sorted(BY_CODE)
    assert len(nt.RULES) == len(BY_CODE) == len(names)


def test_every_rule_is_in_a_family() -> None:
    """The families are those of the codes, in their order: no rule is without one, and no family without a rule."""
    assert list(dict.fromkeys(rule.code[:3] for rule in nt.RULES)) == list(FAMILIES)


@pytest.mark.parametrize("code", BY_CODE)
def test_docstring_has_every_heading(code: str) -> None:
    """Every docstring has a first line and the fixed headings, each once, in order, with something below."""
    told = BY_CODE[code].help
    doc = getdoc(BY_CODE[code].function) or ""
    headings = re.findall(r"^(\S[^\n]*):$", doc, re.MULTILINE)
    assert tuple(headings) == HEADINGS
    assert all((told.summary, told.why, told.fails, told.passes, told.fix, told.source))


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.code)
def test_what_fails_fails_once_where_it_is_marked(rule: BuiltIn | Rule) -> None:
    """The dossier under `Fails` gives this finding once, on the line that is marked, and no other."""
    dossier = rule.help.fails
    assert len(marked(dossier, rule.code)) == 1
    assert found_in(dossier, rule) == marked(dossier, rule.code)


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.code)
def test_what_passes_passes(rule: BuiltIn | Rule) -> None:
    """In the dossier under `Passes` nothing is found."""
    assert found_in(rule.help.passes, rule) == []


@pytest.mark.parametrize("rule", READING, ids=lambda rule: rule.code)
def test_what_cannot_be_read_is_refused_for_that(rule: BuiltIn | Rule) -> None:
    """The text under `Fails` of a reading rule gives this finding once, on the line that is marked, and no other."""
    with pytest.raises(nt.Unreadable, match=rule.code) as caught:
        nt.loads(rule.help.fails)
    found = [
        (one.code, one.name, locate(one.place, caught.value.origin).line) for one in caught.value.findings
    ]
    lines = [line for _, line in marked(rule.help.fails, rule.code)] or [1]
    assert found == [(rule.code, rule.name, line) for line in lines]


@pytest.mark.parametrize("rule", READING, ids=lambda rule: rule.code)
def test_what_can_be_read_is_read(rule: BuiltIn | Rule) -> None:
    """The text under `Passes` of a reading rule is a dossier in which nothing is wrong."""
    assert nt.check(nt.loads(rule.help.passes)) == ()


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.code)
def test_examples_are_of_the_record_alone(rule: BuiltIn | Rule) -> None:
    """The two dossiers of a rule differ, and both are TOML."""
    assert tomllib.loads(rule.help.fails) != tomllib.loads(rule.help.passes)


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.code)
def test_silenced_rules_are_there(rule: BuiltIn | Rule) -> None:
    """What a rule silences is data, and names other rules."""
    silences = rule.silences if isinstance(rule, Rule) else ()
    assert {*silences} <= {*BY_CODE} - {rule.code}


@pytest.mark.parametrize("name", ["hospital", "climate", "supply"])
def test_good_dossiers_are_clean(name: str) -> None:
    """In a careful record of thirty statements and more nothing is found, of no field, even strictly."""
    talks = nt.load(f"tests/dossiers/{name}.toml")
    assert sum(len(round_.statements) for round_ in talks.rounds) >= 30
    findings = nt.check(talks, strict=True)
    assert findings.skipped == ()
    assert [finding for finding in findings if finding.severity is not nt.Severity.INFO] == []
