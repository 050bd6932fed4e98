"""Is every rule what it says it is? What its docstring promises is run."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

import pytest

import negotrack as nt
from negotrack.places import locate
from negotrack.rules.help import HEADINGS
from negotrack.rules.rule import BuiltIn, Rule, RuleTier

BY_CODE = {rule.code: rule for rule in nt.RULES}
JUDGED = [rule for rule in nt.RULES if not rule.code.startswith("NT0")]
READING = [rule for rule in nt.RULES if rule.code.startswith("NT0")]
CATALOGUE = {
    "NT001": "unreadable always error",
    "NT002": "unknown-key always error",
    "NT003": "wrong-type always error",
    "NT004": "bad-id always error",
    "NT005": "bad-sentence always error",
    "NT006": "bad-date always error",
    "NT007": "missing-key always error",
    "NT008": "duplicate-id always error",
    "NT101": "unknown-party always error",
    "NT102": "unknown-demand always error",
    "NT103": "unknown-round always error",
    "NT104": "unknown-source always error",
    "NT105": "unsourced strict warning",
    "NT106": "unused-source strict info",
    "NT107": "never-spoken-of strict info",
    "NT108": "quote-not-found always error",
    "NT109": "circular-parts always error",
    "NT110": "circular-bloc always error",
    "NT201": "self-contradiction strict info",
    "NT202": "withdraws-unproposed always error",
    "NT203": "condition-on-itself always error",
    "NT204": "stale-acceptance always error",
    "NT205": "rejects-own-proposal always warning",
    "NT206": "crossed-red-line always warning",
    "NT207": "backs-rivals always warning",
    "NT208": "amends-without-text strict info",
    "NT209": "misplaced-text always error",
    "NT301": "claim-differs always error",
    "NT302": "rivals-agreed always error",
    "NT303": "requirement-open strict info",
    "NT304": "final-but-open always error",
    "NT305": "reopened-silently strict info",
    "NT306": "nobody-decides always warning",
    "NT307": "impossible-threshold always error",
    "NT401": "disputed strict info",
    "NT402": "hearsay strict info",
    "NT403": "one-sided always warning",
    "NT501": "out-of-order always error",
    "NT502": "outside-its-round always warning",
    "NT503": "source-too-early strict info",
    "NT504": "not-present always warning",
    "NT505": "inactive-holder strict info",
    "NT506": "gone-stale strict info",
    "NT601": "counted-twice always error",
    "NT602": "dissent strict info",
    "NT603": "two-blocs strict info",
    "NT901": "unused-excuse always warning",
}
"""What users rely on: codes never change their meaning."""


def texts(dossier: str) -> Mapping[str, str]:
    """Give the files that the first lines of a dossier tell of: `# minutes.txt: what it holds`."""
    found = re.findall(r"^# ([a-z]+\.txt): (.*)$", dossier, re.MULTILINE)
    return dict(found)


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


def test_the_catalogue_is_kept() -> None:
    """Codes, names, tiers and severities are those that users know; there are no others."""
    assert {rule.code: f"{rule.name} {rule.tier} {rule.severity}" for rule in nt.RULES} == CATALOGUE


def test_rules_are_listed_by_code() -> None:
    """A list of rules is in the order of their codes."""
    assert [rule.code for rule in nt.RULES] == sorted(CATALOGUE)


@pytest.mark.parametrize("code", BY_CODE)
def test_docstring_has_every_heading(code: str) -> None:
    """Every docstring has a first line and the fixed headings, each once, in order, with something below."""
    told = BY_CODE[code].help
    doc = BY_CODE[code].function.__doc__ or ""
    headings = re.findall(r"^ {4}(\S[^\n]*):$", doc, re.MULTILINE)
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
    assert {*silences} <= {*CATALOGUE} - {rule.code}


@pytest.mark.parametrize("name", ["hospital", "climate", "supply"])
def test_good_dossiers_are_clean(name: str) -> None:
    """In a careful record of thirty statements and more nothing is found, of no field, even strictly."""
    talks = nt.load(f"tests/dossiers/{name}.toml")
    assert sum(len(round_.statements) for round_ in talks.rounds) >= 30
    findings = nt.check(talks, strict=True)
    assert findings.skipped == ()
    assert [finding for finding in findings if finding.severity is not nt.Severity.INFO] == []
