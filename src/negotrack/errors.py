"""What is raised when the library is asked for something that is not there?"""

import re
from collections.abc import Iterable

from negotrack.nearest import did_you_mean
from negotrack.origin import Origin
from negotrack.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:  # what finds and places faults is loaded when there is one
    from negotrack.findings import Finding


class Unreadable(ValueError):
    """A text that is no dossier.

    Attributes:
        origin: the text, and the name of its file.
        findings: everything that keeps it from being read, in the order of the text.

    Examples:
        >>> from negotrack import loads
        >>> loads("title = 3")
        Traceback (most recent call last):
            ...
        negotrack.Unreadable: <text>:1:9: error[NT003] `title` takes a text, not the number 3
    """

    __module__ = "negotrack"

    def __init__(self, origin: Origin, findings: "tuple[Finding, ...]") -> None:
        super().__init__(origin, findings)
        self.origin = origin
        self.findings = findings

    def __str__(self) -> str:
        shown = [_with_hint(finding, self.origin) for finding in self.findings[:_MOST_FAULTS]]
        more = len(self.findings) - len(shown)
        return "\n".join([*shown, f"and {more} more: `findings` has all of them"] if more else shown)


_MOST_FAULTS = 10
"""How many faults of a text are told at once; of the rest only the number."""


def _with_hint(finding: "Finding", origin: Origin) -> str:
    return finding.line(origin) + (f"\n    hint: {visible(finding.hint)}" if finding.hint else "")


class NoSuch(KeyError):
    """A name that names nothing of its kind.

    Attributes:
        wanted: what was asked for.
        known: what there is, in the order given.
        meant: the id of what has the name that was asked for; empty: nothing has it, or several things have.

    Raises:
        TypeError: what was asked for is no text, and so names nothing of any kind.

    Examples:
        >>> raise NoSuch("coridor", ["armenia", "corridor"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuch: no party, demand, round or source `coridor`; did you mean `corridor`?
    """

    __module__ = "negotrack"
    what = "party, demand, round or source"

    def __init__(self, wanted: object, known: Iterable[str], meant: str = "") -> None:
        if not isinstance(wanted, str):
            raise TypeError(f"a {self.what} is named by its id, which is a text, not by {wanted!r}")
        self.wanted = wanted
        self.known: tuple[str, ...] = tuple(known)
        self.meant = meant
        super().__init__(self.wanted, self.known, self.meant)

    def __str__(self) -> str:
        meant = f"write the id of that name: `{self.meant}`" if self.meant else ""
        cure = self._cure() or meant or did_you_mean(self.wanted, self.known) or self._list()
        return f"no {self.what} `{visible(self.wanted)}`; {cure}"

    def _cure(self) -> str:
        """Say what to do, where there is more to say than what there is."""
        return ""

    def _list(self) -> str:
        shown = ", ".join(map(visible, self.known[:_SHOWN])) + (", ..." if len(self.known) > _SHOWN else "")
        return f"there {'are' if self.known[1:] else 'is'} {shown or 'none'}"


_SHOWN = 8


class NoSuchParty(NoSuch):
    """No party of the negotiation has this id.

    Attributes:
        wanted: what was asked for.
        known: the ids of the parties.

    Examples:
        >>> raise NoSuchParty("armenja", ["armenia", "azerbaijan"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchParty: no party `armenja`; did you mean `armenia`?
    """

    __module__ = "negotrack"
    what = "party"


class NoSuchDemand(NoSuch):
    """No demand of the negotiation has this id.

    Attributes:
        wanted: what was asked for.
        known: the ids of the demands.

    Examples:
        >>> raise NoSuchDemand("x", ["corridor", "treaty"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchDemand: no demand `x`; there are corridor, treaty
    """

    __module__ = "negotrack"
    what = "demand"

    def _cure(self) -> str:
        """Say of numbers how many there are: one is not like another because it has a digit of it."""
        if not self.known[1:] or not all(name[:1].isdigit() for name in (self.wanted, *self.known)):
            return ""
        return f"there are {len(self.known)}, numbered {self.known[0]} to {self.known[-1]}"


class NoSuchRound(NoSuch):
    """The negotiation has no such round.

    Attributes:
        wanted: what was asked for.
        known: the ids of the rounds.

    Examples:
        >>> raise NoSuchRound("sochi-2023", ["prague-2022", "sochi-2022"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchRound: no round `sochi-2023`; did you mean `sochi-2022`?
        >>> raise NoSuchRound("2022-11-01", ["sochi-2022"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchRound: no round `2022-11-01`; give a day as a `datetime.date`
    """

    __module__ = "negotrack"
    what = "round"

    def _cure(self) -> str:
        if self.wanted == "0":
            return "they are numbered from 1 on, and `start` is before the first"
        return "give a day as a `datetime.date`" if _DAY.fullmatch(self.wanted) else ""


_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){2}")


class NoSuchSource(NoSuch):
    """No source of the negotiation has this id.

    Attributes:
        wanted: what was asked for.
        known: the ids of the sources.

    Examples:
        >>> raise NoSuchSource("minuts", ["minutes"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchSource: no source `minuts`; did you mean `minutes`?
    """

    __module__ = "negotrack"
    what = "source"


class NoSuchTag(NoSuch):
    """No demand of the negotiation has this tag.

    Attributes:
        wanted: what was asked for.
        known: the tags that demands have.

    Examples:
        >>> raise NoSuchTag("transprot", ["borders", "transport"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchTag: no tag `transprot`; did you mean `transport`?
    """

    __module__ = "negotrack"
    what = "tag"


def no_rule_hint(word: str, known: Iterable[str]) -> str:
    """Give which rule was probably meant by a word; of a code with other letters, that it is to be given.

    Examples:
        >>> no_rule_hint("HQ101", ["NT101"])
        'a rule of your own applies where it is given: `--rules` of the command, `rules` of `check`'
    """
    letters = re.match("[A-Z]+(?=[0-9]+$)", word)
    if letters and not any(name.startswith(letters[0]) for name in known):
        return "a rule of your own applies where it is given: `--rules` of the command, `rules` of `check`"
    return did_you_mean(word, known)


class NoSuchRule(NoSuch):
    """No rule has this code or name, or a code that starts so.

    Attributes:
        wanted: what was asked for.
        known: the codes and names of the rules.

    Examples:
        >>> raise NoSuchRule("stale-aceptance", ["NT204", "stale-acceptance"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchRule: no rule `stale-aceptance`; did you mean `stale-acceptance`?
    """

    __module__ = "negotrack"
    what = "rule"

    def _cure(self) -> str:
        return no_rule_hint(self.wanted, self.known)


class NoSuchSeed(NoSuch):
    """No dossier of this name comes with negotrack.

    Attributes:
        wanted: what was asked for.
        known: the names of those that do.

    Examples:
        >>> raise NoSuchSeed("sotchi-2022", ["sochi-2022"])
        Traceback (most recent call last):
            ...
        negotrack.NoSuchSeed: no bundled dossier `sotchi-2022`; did you mean `sochi-2022`?
    """

    __module__ = "negotrack"
    what = "bundled dossier"


class RuleFailed(RuntimeError):
    """A rule raised an exception, which none is to do. The exception is its cause.

    Attributes:
        code: the code of the rule.
        name: its name.
        reason: what it raised, and where.

    Examples:
        >>> raise RuleFailed("XY101", "no-place", "KeyError: 'place', in my_rules.py, line 7")
        Traceback (most recent call last):
            ...
        negotrack.RuleFailed: the rule XY101 (no-place) raised KeyError: 'place', in my_rules.py, line 7
    """

    __module__ = "negotrack"

    def __init__(self, code: str, name: str, reason: str) -> None:
        super().__init__(code, name, reason)
        self.code = code
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"the rule {self.code} ({visible(self.name)}) raised {visible(self.reason)}"


class NoRules(ValueError):
    """A module that cannot be imported, or holds no rules.

    Attributes:
        module: what was given.
        reason: what is the matter with it.

    Examples:
        >>> raise NoRules("my_rules", "there is no such module")
        Traceback (most recent call last):
            ...
        negotrack.NoRules: no rules in `my_rules`: there is no such module
    """

    __module__ = "negotrack"

    def __init__(self, module: str, reason: str) -> None:
        super().__init__(module, reason)
        self.module = module
        self.reason = reason

    def __str__(self) -> str:
        return f"no rules in `{visible(self.module)}`: {visible(self.reason)}"


class DuplicateId(ValueError):
    """Two things of one kind share an id, so that it names neither.

    Attributes:
        what: their kind: a party, a demand, a round, a source or a rule.
        id: the id.

    Examples:
        >>> raise DuplicateId("round", "march")
        Traceback (most recent call last):
            ...
        negotrack.DuplicateId: two rounds have the id `march`; give each its own
    """

    __module__ = "negotrack"

    def __init__(self, what: str, id_: str) -> None:
        super().__init__(what, id_)
        self.what = what
        self.id = id_

    def __str__(self) -> str:
        plural = self.what[:-1] + "ies" if self.what.endswith("y") else self.what + "s"
        return f"two {plural} have the id `{self.id}`; give each its own"


class NotOneNegotiation(ValueError):
    """Two states that are to be compared are of different negotiations.

    Attributes:
        before: the title of the one.
        after: the title of the other.

    Examples:
        >>> raise NotOneNegotiation("Pay talks", "Pay talks")
        Traceback (most recent call last):
            ...
        negotrack.NotOneNegotiation: the states are of two negotiations, `Pay talks` and `Pay talks`; take both from one
        What if one more round were to come? talks.with_round(...).diff()
        How do two records differ? compare(old, new), of negotiations
    """

    __module__ = "negotrack"

    def __init__(self, before: str, after: str) -> None:
        super().__init__(before, after)
        self.before = before
        self.after = after

    def __str__(self) -> str:
        titles = f"`{visible(self.before)}` and `{visible(self.after)}`"
        what_if = "What if one more round were to come? talks.with_round(...).diff()"
        records = "How do two records differ? compare(old, new), of negotiations"
        return f"the states are of two negotiations, {titles}; take both from one\n{what_if}\n{records}"
