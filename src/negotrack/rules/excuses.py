"""Which findings does a dossier excuse, and what is excused that needs no excuse?"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

from negotrack.errors import no_rule_hint
from negotrack.findings import Finding, Severity
from negotrack.model.settings import Excuse
from negotrack.nearest import did_you_mean
from negotrack.negotiation import Negotiation
from negotrack.places import AtKey, AtValue, Place
from negotrack.rules.rule import BuiltIn, Rule


def unused_excuse(place: Place, message: str, hint: str) -> Finding:
    """Find an excuse under `[[check.ignore_at]]` or `ignore` that excuses nothing.

    Why it matters:
        An excuse tells readers that a finding was looked at and why it may stand. When the finding is
        gone, the excuse explains nothing, and it could hide a new one at the same place.

    Fails:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        present = ["union", "employer"]
        statements = ["employer rejects pay"]
        [[check.ignore_at]]
        code = "NT504"  # NT901
        round = "spring"
        reason = "The employer took part by letter."

    Passes:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        present = ["union", "employer"]
        statements = ["employer rejects pay"]

    How to fix:
        Take the excuse out. Where it was meant for something else, put its `code`, `round`, `demand` or
        `party` right.

    Source:
        A waiver under Article IX:4 of the WTO Agreement states the circumstances that justify it and
        the date on which it ends, and one for longer than a year is reviewed each year, lest it outlive
        what it is for. An excuse should not do so either.
    """
    return Finding("NT901", "unused-excuse", Severity.WARNING, message, place, hint)


def excused(
    found: Iterable[Finding], excuses: Sequence[Excuse]
) -> tuple[list[Finding], list[tuple[Finding, Excuse]]]:
    """Part the findings that are excused from those that are not. An excuse without a reason is of none."""
    by_what: dict[tuple[str | None, ...], list[Excuse]] = {}
    for excuse in excuses:
        if excuse.reason.strip():
            what = (excuse.code, excuse.party, excuse.demand, excuse.round)
            by_what.setdefault(what, []).append(excuse)
    kept: list[Finding] = []
    taken: list[tuple[Finding, Excuse]] = []
    for finding in found:
        fitting = [excuse for what in _whats(finding) for excuse in by_what.get(what, ())] if by_what else []
        taken += [(finding, excuse) for excuse in fitting]
        kept += [] if fitting else [finding]
    return kept, taken


def _whats(finding: Finding) -> Iterable[tuple[str | None, ...]]:
    """Give all that an excuse of a finding may name: its code or name, and a party, a demand, a round or none."""
    return product(
        dict.fromkeys((finding.code, finding.name)),
        dict.fromkeys((None, *finding.parties)),
        dict.fromkeys((None, *finding.demands)),
        dict.fromkeys((None, *finding.rounds)),
    )


def unused(
    talks: Negotiation,
    excused: Iterable[tuple[Finding, Excuse]],
    judged: Sequence[str],
    known: Sequence[str],
) -> Iterator[Finding]:
    """Find the excuses that excuse nothing, and those for what is no rule."""
    used = {id(excuse) for _, excuse in excused}
    for index, excuse in enumerate(talks.check.ignore_at):
        place = AtValue(("check", "ignore_at", index, "code"))
        if excuse.code not in known:
            yield unused_excuse(place, f"no rule is called `{excuse.code}`", _code_hint(excuse.code, known))
        elif not excuse.reason.strip():
            reason = AtKey(("check", "ignore_at", index, "reason"))
            yield unused_excuse(reason, f"this excuse of `{excuse.code}` has an empty `reason`", "say why")
        elif excuse.code in judged and id(excuse) not in used:
            yield from _missing(talks, excuse, index) or [
                unused_excuse(place, f"there is no `{excuse.code}` here to excuse", _LEAVE_OUT)
            ]


def _code_hint(word: str, known: Sequence[str]) -> str:
    """Say what is meant by what is no code and no name of a rule."""
    if any(name.startswith(word) for name in known if word):
        return "write one code in full"
    return no_rule_hint(word, known) or _LEAVE_OUT


def _missing(talks: Negotiation, excuse: Excuse, index: int) -> list[Finding]:
    """Find what an excuse names and is not there."""
    named = (
        ("round", excuse.round, [one.id for one in talks.rounds]),
        ("demand", excuse.demand, [one.id for one in talks.demands]),
        ("party", excuse.party, [one.id for one in talks.parties]),
    )
    return [
        unused_excuse(
            AtValue(("check", "ignore_at", index, key)),
            f"there is no {key} `{id_}` to excuse `{excuse.code}` of",
            did_you_mean(id_, known) or _LEAVE_OUT,
        )
        for key, id_, known in named
        if id_ and id_ not in known
    ]


def no_rules(talks: Negotiation, strange: AbstractSet[str], known: Sequence[str]) -> Iterator[Finding]:
    """Find what is to be ignored and is no rule."""
    for index, word in enumerate(talks.check.ignore):
        if word in strange:
            place = AtValue(("check", "ignore", index))
            yield unused_excuse(
                place, f"no rule is called `{word}`", no_rule_hint(word, known) or "leave it out"
            )


_LEAVE_OUT = "put its code, round, demand or party right, or leave it out"


def block(rule: BuiltIn | Rule) -> str:
    """Give what excuses a finding of a rule, to be copied and filled in; nothing where none can be excused.

    Examples:
        >>> from negotrack import RULES
        >>> print(block(next(rule for rule in RULES if rule.code == "NT301")))
        [[check.ignore_at]]
        code = "NT301"
        reason = "Why it may stand."
        # where; with none of these, in the whole dossier:
        # round = "spring"
        # demand = "pay"
        # party = "union"
    """
    return "" if isinstance(rule, BuiltIn) else _BLOCK.format(code=rule.code).rstrip()


_BLOCK = """\
[[check.ignore_at]]
code = "{code}"
reason = "Why it may stand."
# where; with none of these, in the whole dossier:
# round = "spring"
# demand = "pay"
# party = "union"
"""
