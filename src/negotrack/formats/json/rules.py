"""What does `explain` print for machines? What each rule says of itself."""

from collections.abc import Iterable

from negotrack.formats.json.entries import Document
from negotrack.rules.excuses import block
from negotrack.rules.rule import BuiltIn, Rule


def rules(told: Iterable[BuiltIn | Rule]) -> Document:
    """Give rules as plain data.

    Examples:
        >>> from negotrack.rules.catalogue import RULES
        >>> rules(RULES[:1])["rules"][0]["name"]
        'unreadable'
    """
    return {"rules": [_rule(one) for one in told]}


def _rule(rule: BuiltIn | Rule) -> Document:
    told = rule.help
    return {
        "code": rule.code,
        "name": rule.name,
        "tier": rule.tier.value,
        "severity": rule.severity.value,
        "finds": told.summary,
        "why": told.why,
        "fails": told.fails,
        "passes": told.passes,
        "fix": told.fix,
        "source": told.source,
        "excuse": block(rule),
    }
