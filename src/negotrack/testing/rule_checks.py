"""Is a rule of one's own fit to be used?"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import NamedTuple

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import booleans, one_of

from negotrack.checking import Findings
from negotrack.errors import RuleFailed
from negotrack.formats.dossiers import dumps
from negotrack.negotiation import Negotiation
from negotrack.rules.catalogue import RULES
from negotrack.rules.rule import Rule
from negotrack.testing.breach import Breach, listed
from negotrack.testing.breaking.texts import source_text
from negotrack.testing.laws import astray, changed_by_itself, changed_by_names, changed_by_order
from negotrack.testing.negotiations import negotiations
from negotrack.testing.odd import ODD, with_gaps
from negotrack.testing.promises import broken_promises, dossiers_of
from negotrack.testing.running import all_found_by, given_by
from negotrack.testing.smallest import look_at, smallest


def check_rule(rule: Rule, /, *, examples: int = 100) -> None:
    """Assert that a rule of one's own is fit to be used: that it does what every rule has to do.

    In the dossier under `Fails` in its docstring it finds something, where a comment with its code marks a line in that
    line, and in the one under `Passes` nothing. Whatever the record, it raises nothing, finds the same each time, and
    neither points to nor names what the record does not have. What it finds depends neither on the order of parties,
    demands and sources nor on what the ids are. That is tried with the two dossiers, whole and with one thing left out,
    with odd records (nobody there, nothing said, markup in names), and with drawn ones: clean, as people make them,
    and broken.

    All that is wrong is told at once, each with the smallest record that was found for it. It is the same from run to
    run: it leaves nothing to chance, to a Hypothesis profile or to a database of examples.

    Args:
        rule: the rule.
        examples: how many negotiations are drawn.

    Raises:
        AssertionError: something is wrong with the rule. The text says what, in which dossier, and what to do.
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from negotrack.places import AtKey
        >>> from negotrack.rules.rule import Problem
        >>> def starts_badly(case):
        ...     '''Find negotiations whose first party has no name.'''
        ...     if not case.talks.parties[0].name:
        ...         yield Problem("nobody knows who it is", AtKey(("parties", case.talks.parties[0].id)))
        >>> check_rule(Rule("XY101", starts_badly, "info"), examples=10)  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        AssertionError: XY101 (starts-badly): 4 things are wrong with this rule
        ...
    """
    __tracebackhide__ = True
    _refuse_what_is_none(rule, examples)
    breaches = [*broken_promises(rule), *_broken_laws(rule, examples)]
    if breaches:
        raise AssertionError(listed(rule, breaches))


def _refuse_what_is_none(rule: object, examples: object) -> None:
    if not isinstance(rule, Rule):
        raise InvalidArgument(f"rule takes a negotrack.Rule that looks at a negotiation, not {rule!r}")
    if rule not in RULES and any(rule.code == known.code for known in RULES):
        raise InvalidArgument(f"rule takes a rule with a code of its own: {rule.code} is one of negotrack")
    if not isinstance(examples, int) or isinstance(examples, bool) or examples < 1:
        raise InvalidArgument(f"examples takes a whole number from 1, not {examples!r}")


class _Law(NamedTuple):
    """What every rule has to keep."""

    wrong: str
    """What a rule does that breaks it."""
    cure: str
    seen: Callable[[Rule, Negotiation], str]
    """Says what a rule did with a record that is not lawful; nothing where all is."""


def _raised(rule: Rule, talks: Negotiation) -> str:
    try:
        given_by(rule, talks)
        given_by(rule, talks, source_text)
    except RuleFailed as failed:
        return failed.reason
    return ""


def _astray(rule: Rule, talks: Negotiation) -> str:
    return astray(given_by(rule, talks, source_text), talks)


def _alike(
    law: Callable[[Callable[[Negotiation], Findings], Negotiation], str],
) -> Callable[[Rule, Negotiation], str]:
    return lambda rule, talks: law(lambda other: all_found_by(rule, other, source_text), talks)


_STEADY = _Law(
    "it finds something else each time",
    "A rule goes by the record alone: not by the clock, by chance, or by what it saw before.",
    _alike(changed_by_itself),
)
"""What else depends on chance is not judged."""

_LAWS = (
    _Law(
        "it raises an exception",
        "A rule never raises. A record may have nobody in it, and ids that name nothing: look them up with `get`.",
        _raised,
    ),
    _Law(
        "it points to, or names, what the record does not have",
        "A path begins with the key at the top, such as `demands`; rounds and statements are counted from 0.",
        _astray,
    ),
    _STEADY,
    _Law(
        "what it finds depends on the order of parties, demands and sources",
        "That order means nothing. Look at each of them, not at the first or the next one.",
        _alike(changed_by_order),
    ),
    _Law(
        "what it finds depends on what the ids are",
        "An id only tells things apart. Go by what the record says of a thing: its role, its title, its stance.",
        _alike(changed_by_names),
    ),
)


def _seen(law: _Law, rule: Rule, talks: Negotiation) -> str:
    """Say what a rule did that breaks a law; nothing where it raised, which is a law of its own."""
    try:
        return law.seen(rule, talks)
    except RuleFailed:
        return ""


def _broken_laws(rule: Rule, examples: int) -> Iterator[Breach]:
    own = dossiers_of(rule)
    fixed = [*ODD, *own, *(other for talks in own for other in with_gaps(talks))]
    suspect = _broken_in_drawn(rule, examples)
    for law in _LAWS:
        found = [talks for talks in fixed if _seen(law, rule, talks)]
        if law in suspect:
            found += _smallest(partial(_seen, law, rule), examples)
        if found:
            shown = min(found, key=_length)
            yield Breach(law.wrong, law.cure, _seen(law, rule, shown), dumps(shown))
        if found and law is _STEADY:
            return


def _broken_in_drawn(rule: Rule, examples: int) -> AbstractSet[_Law]:
    """Give the laws that a rule breaks in drawn records, each of which is looked at once."""
    broken: set[_Law] = set()

    def look(talks: Negotiation) -> None:
        broken.update(law for law in _LAWS if law not in broken and _seen(law, rule, talks))

    look_at(_DRAWN, look, examples)
    return broken


def _smallest(breach: Callable[[Negotiation], str], examples: int) -> Sequence[Negotiation]:
    """Give the smallest record of a breach: a small one where there is one, else of those in which it was seen."""
    return smallest(_SMALL, breach, _MANY) or smallest(_DRAWN, breach, examples)


def _length(talks: Negotiation) -> int:
    return len(dumps(talks))


_UP_TO_TWO = (0, 2)
_SMALL = negotiations(
    parties=_UP_TO_TWO, demands=_UP_TO_TWO, rounds=_UP_TO_TWO, sources=_UP_TO_TWO, broken=booleans()
)
"""Records that are drawn fast, and get smaller fast: most of what is wrong with a rule shows in them."""
_MANY = 200
"""How many of them are looked at, once it is known that something is wrong."""
_DRAWN = one_of(_SMALL, negotiations(clean=True), negotiations(), negotiations(broken=True))
