"""What is wrong with a rule?"""

from collections.abc import Sequence
from typing import NamedTuple

from negotrack.rules.rule import Rule
from negotrack.visible import visible


class Breach(NamedTuple):
    """Something that a rule does and is not to do, or the other way round."""

    wrong: str
    """What it does wrong, as a sentence without a full stop."""
    cure: str
    """What to do about it."""
    seen: str = ""
    """What it did, line by line."""
    dossier: str = ""
    """The record in which it did that."""


def listed(rule: Rule, breaches: Sequence[Breach]) -> str:
    """Tell all that is wrong with a rule, each with a dossier that shows it and can be copied from there.

    Examples:
        >>> from negotrack.rules.catalogue import RULES
        >>> print(listed(RULES[8], [Breach("it is not kind", "Write a kind message.")]))
        NT101 (unknown-party): 1 thing is wrong with this rule
        <BLANKLINE>
        1. It is not kind.
        Write a kind message.
    """
    many = f"{len(breaches)} things are" if len(breaches) > 1 else "1 thing is"
    head = f"{rule.code} ({visible(rule.name)}): {many} wrong with this rule"
    return "\n\n".join([head, *(_told(number, breach) for number, breach in enumerate(breaches, 1))])


def _told(number: int, breach: Breach) -> str:
    head = f"{number}. {breach.wrong[:1].upper()}{breach.wrong[1:]}."
    paragraphs = ["\n".join(part for part in (head, breach.seen, breach.cure) if part)]
    if breach.dossier:
        paragraphs += ["The dossier:", breach.dossier.strip()]
    return "\n\n".join(paragraphs)
