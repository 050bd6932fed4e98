"""Does a rule find what its docstring says that it finds?"""

import re
from collections.abc import Iterator, Sequence

from negotrack.checking import Findings
from negotrack.errors import RuleFailed, Unreadable
from negotrack.formats.dossiers import loads
from negotrack.negotiation import Negotiation
from negotrack.places import locate
from negotrack.rules.case import Read
from negotrack.rules.rule import Rule
from negotrack.testing.breach import Breach
from negotrack.testing.laws import listed
from negotrack.testing.running import found_by


def broken_promises(rule: Rule) -> Iterator[Breach]:
    """Find what the docstring of a rule says, and is not so, or should say, and does not.

    That the rule raises is left to the laws, which look at the same dossiers.
    """
    yield from _broken(rule, "Fails", rule.help.fails)
    yield from _broken(rule, "Passes", rule.help.passes)


def dossiers_of(rule: Rule) -> Sequence[Negotiation]:
    """Give the negotiations in the docstring of a rule, as far as they can be read."""
    return [talks for dossier in (rule.help.fails, rule.help.passes) for talks in _readable(dossier)]


def _readable(dossier: str) -> Iterator[Negotiation]:
    try:
        yield loads(dossier)
    except Unreadable:
        return


def texts_in(dossier: str) -> Read:
    """Give what reads the files that a dossier tells of in comments: `# minutes.txt: what it holds`.

    Examples:
        >>> texts_in("# minutes.txt: The union asks for more.")("minutes.txt")
        'The union asks for more.'
    """
    texts: dict[str, str] = dict(_TEXT.findall(dossier))

    def read(name: str) -> str:
        if name not in texts:
            raise FileNotFoundError(name)
        return texts[name]

    return read


_TEXT = re.compile(r"^# ([\w.-]+\.txt): (.*)$", re.MULTILINE)


def _broken(rule: Rule, heading: str, dossier: str) -> Iterator[Breach]:
    if not dossier:
        yield Breach(f"its docstring has nothing under `{heading}:`", _MISSING[heading])
        return
    try:
        talks = loads(dossier)
        found = found_by(rule, talks, texts_in(dossier))
    except Unreadable as error:
        yield Breach(f"what stands under `{heading}:` is no dossier", _ILLEGIBLE, str(error), dossier)
    except RuleFailed:
        return
    else:
        wrong = _not_failing(rule, talks, found) if heading == "Fails" else _not_passing(found)
        if wrong:
            yield Breach(wrong, _BROKEN[heading], f"It finds:\n{listed(found)}", dossier)


def _not_failing(rule: Rule, talks: Negotiation, found: Findings) -> str:
    if not found:
        return "it finds nothing in the dossier under `Fails:`"
    lines, marked = _lines(talks, found), _marked(rule, talks)
    if marked and marked != lines:
        return f"under `Fails:` it finds something in {_numbered(lines)}, and {_numbered(marked)} is marked"
    return ""


def _not_passing(found: Findings) -> str:
    if found:
        return "it finds something in the dossier under `Passes:`"
    return "it cannot tell of the dossier under `Passes:`" if found.skipped else ""


def _lines(talks: Negotiation, found: Findings) -> Sequence[int]:
    return sorted({locate(one.place, talks.origin).line for one in found if talks.origin})


def _marked(rule: Rule, talks: Negotiation) -> Sequence[int]:
    """Give the lines of a dossier that end in a comment with the code."""
    lines = enumerate(talks.origin.text.splitlines() if talks.origin else (), 1)
    return [number for number, line in lines if line.rstrip().endswith(f"# {rule.code}")]


def _numbered(lines: Sequence[int]) -> str:
    return f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}"


_MISSING = {
    "Fails": "Write a dossier there that it finds something in, as small as can be: people learn the rule from it.",
    "Passes": "Write the dossier of `Fails:` there, put right: people see from it what to do.",
}
_BROKEN = {
    "Fails": "Mend the rule, or the dossier: it has to find something there, in the line with its code in a comment.",
    "Passes": "Mend the rule, or the dossier: it is the one under `Fails:`, put right.",
}
_ILLEGIBLE = "It is read as a TOML file: take out the indent, and `negotrack check` shows where the fault is."
