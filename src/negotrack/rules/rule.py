"""What is a rule, and what does it find?"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum, unique
from typing import Any, final

from attrs import Attribute, field, frozen
from attrs.converters import optional

from negotrack.fields import BadField, choice, records, texts
from negotrack.findings import Finding, Related, Severity
from negotrack.places import Place
from negotrack.rules.case import Case
from negotrack.rules.help import Help, help_of


@unique
class RuleTier(StrEnum):
    """When a rule applies.

    Examples:
        >>> from negotrack import RULES
        >>> next(rule for rule in RULES if rule.name == "unsourced").tier
        <RuleTier.STRICT: 'strict'>
    """

    __module__ = "negotrack"

    ALWAYS = "always"
    """In every check."""
    STRICT = "strict"
    """Only when the check is to be strict, or the rule is asked for."""


def _severity(value: str) -> Severity:
    return choice(Severity, value, "severity")


def _tier(value: str) -> RuleTier:
    return choice(RuleTier, value, "tier")


def _related(given: Iterable[Related]) -> tuple[Related, ...]:
    return records(given, Related)


@final
@frozen
class Problem:
    """What a rule finds, before it is known as whose finding: the runner adds code, name and severity.

    Raises:
        BadField: `severity` is none.
        TypeError: parties, demands or rounds are given as one text, or `related` holds something else.

    Examples:
        >>> from negotrack import AtValue, Negotiation, check
        >>> def no_events(case):
        ...     if not case.talks.events:
        ...         yield Problem("no event is recorded", AtValue(("title",)))
        >>> print(*check(Negotiation("Talks"), rules=[Rule("XY101", no_events, "info")]))
        info[XY101] at title: no event is recorded
    """

    __module__ = "negotrack"

    message: str
    """What is the matter: both facts, one sentence, values in backticks."""
    place: Place
    """Where: the value at fault, as narrowly as can be."""
    hint: str = field(default="", kw_only=True)
    """What to do; nothing where the message says it."""
    related: tuple[Related, ...] = field(default=(), kw_only=True, converter=_related)
    """Other places that have to do with it, in the order in which they are to be shown."""
    parties: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    """The ids of the parties it has to do with; none: those of the statement or the party that the place is in."""
    demands: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    """The ids of the demands it has to do with; none: those of the statement, claim or demand that the place is in."""
    rounds: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    """The ids of the rounds it has to do with; none: the round that the place is in."""
    severity: Severity | None = field(default=None, kw_only=True, converter=optional(_severity))
    """How bad it is; None: as bad as the rule says."""


@final
@frozen
class Skip:
    """What a rule gives where it cannot tell, so that nobody takes its silence for approval.

    Examples:
        >>> from negotrack import check, seed
        >>> def too_early(case):
        ...     yield Skip("it is not recorded when the meetings began")
        >>> check(seed("sochi-2022"), rules=[Rule("XY101", too_early, "info")]).skipped
        (Skipped(code='XY101', reason='it is not recorded when the meetings began', places=()),)
    """

    __module__ = "negotrack"

    reason: str
    """What is missing, as a sentence without a full stop."""
    places: tuple[Place, ...] = ()
    """Where in the record it is named, if it is, in order."""


Found = Iterator[Problem | Skip]
"""What a rule gives."""


def _is_code(_: object, attribute: "Attribute[Any]", code: str) -> None:
    if not re.fullmatch("[A-Z]+[0-9]+", code):
        raise BadField(attribute.name, f"is capital letters and digits, such as XY101, not {code!r}")


def _has_name(_: object, attribute: "Attribute[Any]", function: object) -> None:
    if not callable(function) or not hasattr(function, "__name__"):
        raise BadField(attribute.name, f"is a function, after which the rule is named, not {function!r}")


class _Named:
    """What a rule is called and says of itself: as its function does."""

    __slots__ = ()
    function: Callable[..., object]

    @property
    def name(self) -> str:
        """The name of the function, with hyphens."""
        return self.function.__name__.replace("_", "-")

    @property
    def help(self) -> Help:
        """What the docstring of the function says."""
        return help_of(self.function)


@final
@frozen
class BuiltIn(_Named):
    """A rule whose findings are made where the problem comes up: by the loader, or by the runner."""

    code: str = field(validator=_is_code)
    function: Callable[..., Finding]
    severity: Severity = field(default=Severity.ERROR)

    @property
    def tier(self) -> RuleTier:
        """When it applies."""
        return RuleTier.ALWAYS


@final
@frozen
class Rule(_Named):
    """A rule that looks at a negotiation.

    Raises:
        BadField: the code is none, or the function has no name.
        BadField: a word is outside its list; the nearest is suggested.
        TypeError: `silences` is one text.

    Examples:
        >>> from negotrack.places import AtValue
        >>> def unnamed_place(case):
        ...     '''Find rounds that do not say where they were held.'''
        ...     for index, round_ in enumerate(case.talks.rounds):
        ...         if not round_.place:
        ...             yield Problem(f"nothing says where `{round_.id}` was held", AtValue(("rounds", index, "id")))
        >>> rule = Rule("XY101", unnamed_place, "info")
        >>> rule.name, rule.help.summary
        ('unnamed-place', 'Find rounds that do not say where they were held.')
    """

    __module__ = "negotrack"

    code: str = field(validator=_is_code)
    """Letters and digits. It never changes its meaning."""
    function: Callable[[Case], Found] = field(validator=_has_name)
    """Gives the problems, one by one. It never raises, whatever the record."""
    severity: Severity = field(converter=_severity)
    """How bad its findings are, as a rule."""
    tier: RuleTier = field(default=RuleTier.ALWAYS, converter=_tier)
    silences: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    """The codes of rules, in any order, that need not speak where it has spoken: it says more of the same mistake."""
    by_outcomes: Callable[[Case], object] | None = field(default=None, kw_only=True)
    """Gives what it judges by outcomes. Where that is something and outcomes are in doubt, the rule cannot tell."""

    def given(self, case: Case) -> Found:
        """Give what it finds in a case, or that it cannot tell because outcomes are in doubt.

        Examples:
            >>> from negotrack import RULES, seed
            >>> (rule,) = (rule for rule in RULES if rule.code == "NT102")
            >>> [found.message for found in rule.given(Case(seed("sochi-2022").saying("russia accepts coridor")))]
            ['there is no demand `coridor`']
        """
        if self.by_outcomes and self.by_outcomes(case) and case.doubt:
            return iter((Skip(case.doubt),))
        return self.function(case)
