"""What does one rule find, run by itself?"""

from collections.abc import Sequence

from attrs import evolve

from negotrack.checking import Findings, check
from negotrack.errors import RuleFailed
from negotrack.negotiation import Negotiation
from negotrack.rules.case import Case, Read
from negotrack.rules.catalogue import RULES
from negotrack.rules.rule import Problem, Rule, Skip


def found_by(rule: Rule, talks: Negotiation, read: Read | None = None) -> Findings:
    """Give what one rule finds, whatever its tier: one that comes with negotrack, or one of one's own.

    Raises:
        RuleFailed: the rule raised an exception.
        DuplicateId: it has the code of one that comes with negotrack.

    Examples:
        >>> from negotrack import Source
        >>> talks = Negotiation("Talks", sources=[Source("minutes", "Minutes")])
        >>> [len(found_by(rule, talks)) for rule in RULES if rule.code == "NT106"]
        [1]
    """
    found = check(talks, rules=() if rule in RULES else (rule,), select=[rule.code], read=read)
    return Findings(
        (one for one in found if one.code == rule.code),
        (one for one in found.skipped if one.code == rule.code),
        (one for one in found.excused if one.finding.code == rule.code),
    )


def all_found_by(rule: Rule, talks: Negotiation, read: Read | None = None) -> Findings:
    """Give the same where nothing that the record says of rules keeps them quiet.

    Raises:
        RuleFailed: the rule raised an exception.
        DuplicateId: it has the code of one that comes with negotrack.
    """
    heard = evolve(talks, check=evolve(talks.check, ignore=())) if talks.check.ignore else talks
    found = found_by(rule, heard, read)
    return Findings((*found, *dict.fromkeys(one.finding for one in found.excused)), found.skipped)


def given_by(rule: Rule, talks: Negotiation, read: Read | None = None) -> Sequence[Problem]:
    """Give the problems of one rule as it gives them, before anything is made of them.

    Raises:
        RuleFailed: the rule raised an exception, or gave something else than problems.
    """
    try:
        given: Sequence[object] = list(rule.given(Case(talks, read, talks.check.stale_after)))
    except (Exception, SystemExit) as error:
        all_found_by(rule, talks, read)  # fails likewise, and says where
        raise RuleFailed(
            rule.code, rule.name, f"{type(error).__name__}: {error}, and did not when it was run again"
        ) from error
    for one in given:
        if not isinstance(one, Problem | Skip):
            raise RuleFailed(
                rule.code, rule.name, f"TypeError: a rule gives a Problem or a Skip, not {one!r}"
            )
    return [one for one in given if isinstance(one, Problem)]
