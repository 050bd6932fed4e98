"""Does every rule find what breaks it, whatever else the record holds, and nothing where nothing is broken?"""

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from breaking.broken import Broken
from breaking.clean import clean
from breaking.rules import BREAKING
from breaking.sources import read
from negotrack import RULES, Negotiation, Severity, check, dumps

SEVERITIES = {
    Severity.ERROR: (
        *("NT101", "NT102", "NT103", "NT104", "NT108", "NT109", "NT110", "NT202", "NT203", "NT204", "NT209"),
        *("NT301", "NT302", "NT304", "NT307", "NT501", "NT601"),
    ),
    Severity.WARNING: ("NT105", "NT205", "NT206", "NT207", "NT306", "NT403", "NT502", "NT504", "NT901"),
    Severity.INFO: (
        *("NT106", "NT107", "NT201", "NT208", "NT303", "NT305", "NT401", "NT402", "NT503", "NT505", "NT506"),
        *("NT602", "NT603"),
    ),
}
"""How bad what a rule finds is, as the catalogue of the rules has it."""
SEVERITY = {code: severity for severity, codes in SEVERITIES.items() for code in codes}


@pytest.mark.parametrize("code", BREAKING)
@given(data=st.data())
def test_what_breaks_a_rule_is_found(code: str, data: st.DataObject) -> None:
    """A negotiation that breaks a rule gives a finding of that rule, as bad as it says, and no error of another."""
    broken: Broken = data.draw(BREAKING[code])
    found = check(broken.talks, strict=True, read=read)
    severities = {one.severity for one in found if one.code == code}
    others = [str(one) for one in found if one.code != code and one.severity is Severity.ERROR]
    assert severities == {broken.severity or SEVERITY[code]}, dumps(broken.talks)
    assert others == [], dumps(broken.talks)


@given(clean())
def test_nothing_is_found_where_nothing_is_broken(talks: Negotiation) -> None:
    """In a clean negotiation nothing is an error, and nothing a warning."""
    found = check(talks, strict=True, read=read)
    event("claims" if any(round_.claims for round_ in talks.rounds) else "no claims")
    assert [str(one) for one in found if one.severity >= Severity.WARNING] == [], dumps(talks)


def test_every_rule_that_looks_at_a_negotiation_is_broken() -> None:
    """Each rule but those of the reading is among those that are broken here."""
    assert set(BREAKING) == set(SEVERITY) == {rule.code for rule in RULES if not rule.code.startswith("NT0")}
