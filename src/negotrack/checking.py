"""What is wrong with a record? The rules are run: chosen, silenced, excused, sorted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from traceback import extract_tb
from typing import NamedTuple, Self, final

from attrs import fields, frozen

from negotrack.collector import paused
from negotrack.errors import DuplicateId, NoSuchRule, RuleFailed
from negotrack.fields import texts
from negotrack.findings import Finding
from negotrack.locate.place import Path as Steps
from negotrack.negotiation import Negotiation
from negotrack.places import Place, locate
from negotrack.rules import excuses
from negotrack.rules.case import Case, Read
from negotrack.rules.catalogue import RULES
from negotrack.rules.rule import BuiltIn, Problem, Rule, RuleTier, Skip
from negotrack.work import Work, watched

Declared = Sequence[BuiltIn | Rule]


@final
@frozen
class Skipped:
    """A rule that could not tell, wholly or in part, so that its silence says nothing.

    Examples:
        >>> from negotrack import seed
        >>> (skipped,) = check(seed("sochi-2022").saying("russia accepts coridor"), select=["NT301"]).skipped
        >>> skipped.code, skipped.reason
        ('NT301', 'outcomes cannot be relied on while there is no demand `coridor`')
    """

    __module__ = "negotrack"

    code: str
    """The code of the rule."""
    reason: str
    places: tuple[Place, ...] = ()
    """Where in the record it is named what is missing, if it is, in order."""


@final
@frozen
class Excused:
    """A finding that the dossier excuses, and why.

    Examples:
        >>> from negotrack import seed
        >>> found = check(seed("armenia-azerbaijan")).excused[0]
        >>> found.finding.name, found.finding.demands
        ('claim-differs', ('corridor',))
        >>> found.reason.partition(":")[0]
        'One side said that a corridor was agreed, the other denied it'
    """

    __module__ = "negotrack"

    finding: Finding
    reason: str


@final
class Findings(tuple[Finding, ...]):  # noqa: SLOT001 - a tuple can have no slots beside its items
    """What a check found: the findings, and besides them what it could not tell and what is excused.

    Examples:
        >>> from negotrack import seed
        >>> found = check(seed("armenia-azerbaijan"))
        >>> len(found), len(found.excused), found.skipped
        (0, 1, ())
    """

    __module__ = "negotrack"

    skipped: tuple[Skipped, ...]
    """The rules that could not tell, in the order in which they were run."""
    excused: tuple[Excused, ...]
    """The findings that the dossier excuses, in the order in which they would be among the findings."""

    def __new__(
        cls, found: Iterable[Finding] = (), skipped: Iterable[Skipped] = (), excused: Iterable[Excused] = ()
    ) -> Self:
        """Make it of its parts."""
        made = super().__new__(cls, found)
        made.skipped, made.excused = tuple(skipped), tuple(excused)
        return made

    def __repr__(self) -> str:
        plain = super().__repr__()
        return f"<Findings {plain}, {len(self.skipped)} not judged>" if self.skipped else plain

    def __getnewargs__(self) -> tuple[tuple[Finding, ...], tuple[Skipped, ...], tuple[Excused, ...]]:
        return tuple(self), self.skipped, self.excused


def check(
    negotiation: Negotiation,
    /,
    *,
    rules: Iterable[Rule] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    strict: bool = False,
    read: Read | None = None,
) -> Findings:
    """Give everything in a record that cannot be right, or may mislead.

    What the dossier says itself under `[check]` applies as well. The findings come by line and code, whatever the
    order of the rules; of a negotiation made in Python, in the order of its parts. Nothing is changed.

    Args:
        negotiation: the record.
        rules: rules of one's own, in any order, beside those that come with negotrack.
        select: which rules to run, whatever their tier: by code, by the start of one (`NT2`) or by name; none: all.
        ignore: the rules not to run, by the same words; none: all are run.
        strict: whether the rules of the strict tier apply as well.
        read: what gives the text of the file that a source names, or raises `OSError` or `ValueError`; None: quotes
            are not looked for.

    Raises:
        NoSuchRule: no rule is called like that.
        TypeError: it is no negotiation, but for example a state; a rule is a bare function; or `select` or `ignore` is
            one text.
        DuplicateId: two rules have one code.
        RuleFailed: a rule raised an exception.

    Examples:
        >>> from negotrack import Demand, Party, Round
        >>> talks = Negotiation("Talks", parties=[Party("union", "Union")], demands=[Demand("pay", "4%")],
        ...                     rounds=[Round("march", "2026-03-02", statements=["unoin proposes pay"])])
        >>> for finding in check(talks):
        ...     print(finding)
        error[NT101] at rounds.0.statements.0.says: there is no party `unoin`, named here as holder
    """
    if not isinstance(negotiation, Negotiation):
        raise TypeError(f"a check is of a negotiation, not of {negotiation!r}")
    known = declared(rules)
    settings = negotiation.check
    strange = {word for word in settings.ignore if not _named(word, known)}
    left_out = codes([*texts(ignore), *(word for word in settings.ignore if word not in strange)], known)
    selected = codes(texts(select), known)
    is_strict = strict or settings.strict
    running = [
        rule
        for rule in known
        if (rule.code in selected if selected else is_strict or rule.tier is RuleTier.ALWAYS)
        and rule.code not in left_out
    ]
    case = Case(negotiation, read, settings.stale_after)
    with paused():
        found, skipped = _run(case, [rule for rule in running if isinstance(rule, Rule)])
    kept, excused = excuses.excused(found, settings.ignore_at)
    if any(rule.function is excuses.unused_excuse for rule in running):
        unsure = {skip.code for skip in skipped}
        judged = _names(rule for rule in running if rule.code not in unsure)
        kept += excuses.unused(negotiation, excused, judged, _names(known))
        kept += excuses.no_rules(negotiation, strange, _names(known))
    order = _order(negotiation)
    reasons = [Excused(finding, excuse.reason) for finding, excuse in excused]
    return Findings(sorted(kept, key=order), skipped, sorted(reasons, key=lambda one: order(one.finding)))


def codes(words: Iterable[str], rules: Declared) -> AbstractSet[str]:
    """Give the codes of the rules that words name: a code, the start of one, or a name.

    Raises:
        NoSuchRule: a word names no rule; the nearest is suggested.

    Examples:
        >>> sorted(codes(["NT60", "disputed"], RULES))
        ['NT401', 'NT601', 'NT602', 'NT603']
    """
    found: set[str] = set()
    for word in words:
        named = _named(word, rules)
        if not named:
            raise NoSuchRule(word, _names(rules))
        found |= named
    return found


def _named(word: str, rules: Declared) -> AbstractSet[str]:
    return {rule.code for rule in rules if word == rule.name or (word and rule.code.startswith(word.upper()))}


def _names(rules: Iterable[BuiltIn | Rule]) -> Sequence[str]:
    """Give the codes and the names of rules."""
    return [name for rule in rules for name in (rule.code, rule.name)]


def declared(own: Iterable[Rule]) -> Declared:
    """Give the rules that come with negotrack, and those of one's own.

    Raises:
        DuplicateId: two rules have one code.
        TypeError: one of one's own is no `Rule`.
    """
    rules = (*RULES, *own)
    for rule in rules[len(RULES) :]:
        if not isinstance(rule, Rule):
            raise TypeError(
                f"`rules` takes Rule records, not {rule!r}: Rule(code, function, severity) makes one"
            )
    taken: set[str] = set()
    for rule in rules:
        if rule.code in taken:
            raise DuplicateId("rule", rule.code)
        taken.add(rule.code)
    return rules


def _run(case: Case, rules: Sequence[Rule]) -> tuple[list[Finding], list[Skipped]]:
    """Run rules, and leave out what one says where another has said more."""
    found: dict[Finding, None] = {}
    skipped: dict[Skipped, None] = {}
    silenced: set[tuple[object, str]] = set()
    for rule in watched(rules, Work.RULES):
        try:
            for one in _given(rule, case):
                if isinstance(one, Skip):
                    skipped[Skipped(rule.code, one.reason, one.places)] = None
                else:
                    found[one] = None
                    silenced.update((one.place, code) for code in rule.silences)
        except (Exception, SystemExit) as error:
            raise RuleFailed(
                rule.code, rule.name, f"{type(error).__name__}: {error}, {_where(error, rule)}"
            ) from error
    return [one for one in found if (one.place, one.code) not in silenced], list(skipped)


def _where(error: BaseException, rule: Rule) -> str:
    """Say where a rule raised: the last line of its own file that was run, or of any if none was."""
    frames = extract_tb(error.__traceback__)
    code = getattr(rule.function, "__code__", None)
    own = [frame for frame in frames if code and frame.filename == code.co_filename]
    last = (own or frames)[-1]
    return f"in {Path(last.filename).name}, line {last.lineno}"


def _given(rule: Rule, case: Case) -> Iterator[Finding | Skip]:
    """Give what a rule gives, its problems as findings."""
    given: Iterable[object] = rule.given(case)
    for one in given:
        match one:
            case Problem():
                yield _finding(case, rule, one)
            case Skip():
                yield one
            case _:
                raise TypeError(f"a rule gives a Problem or a Skip, not {one!r}")


def _finding(case: Case, rule: Rule, problem: Problem) -> Finding:
    """Give a problem as the finding of a rule, with all that it has to do with.

    Raises:
        LookupError: it is at a round or a statement that the record does not have.
    """
    try:
        about = _about(problem.place.path, case.talks)
    except IndexError:
        where = ".".join(map(str, problem.place.path))
        raise LookupError(f"it points to {where}, which the record does not have") from None
    return Finding(
        rule.code,
        rule.name,
        problem.severity or rule.severity,
        problem.message,
        problem.place,
        problem.hint,
        problem.related,
        parties=problem.parties or about.parties,
        demands=problem.demands or about.demands,
        rounds=problem.rounds or about.rounds,
    )


class _About(NamedTuple):
    """The parties, demands and rounds that a place has to do with."""

    parties: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


def _about(path: Steps, talks: Negotiation) -> _About:
    match path:
        case ("parties", str(party), *_):
            return _About(parties=(party,))
        case ("demands", str(demand), *_):
            return _About(demands=(demand,))
        case ("rounds", int(index), "statements", int(place), *_):
            says = talks.rounds[index].statements[place].says
            return _About(says.holders, says.demands, (talks.rounds[index].id,))
        case ("rounds", int(index), "claims", str(demand), *_):
            return _About(demands=(demand,), rounds=(talks.rounds[index].id,))
        case ("rounds", int(index), *_):
            return _About(rounds=(talks.rounds[index].id,))
        case _:
            return _About()


_SECTIONS = {name: place for place, name in enumerate(attribute.name for attribute in fields(Negotiation))}


def _order(talks: Negotiation) -> Callable[[Finding], tuple[object, ...]]:
    """Give what findings are sorted by: their places in the file, or else in the record."""
    origin = talks.origin
    ids: dict[str, dict[str, int]] = {
        "parties": {party.id: index for index, party in enumerate(talks.parties)},
        "sources": {source.id: index for index, source in enumerate(talks.sources)},
        "demands": {demand.id: index for index, demand in enumerate(talks.demands)},
    }

    def step(section: str, name: str | int) -> tuple[int, str]:
        return (name, "") if isinstance(name, int) else (ids.get(section, {}).get(name, 0), name)

    def order(finding: Finding) -> tuple[object, ...]:
        if origin:
            span = locate(finding.place, origin)
            return (span.line, finding.code, span.column, finding.message)
        section, *rest = finding.place.path or ("",)
        steps = [step(str(section), name) for name in rest]
        return (_SECTIONS.get(str(section), 0), steps, finding.code, finding.message)

    return order
