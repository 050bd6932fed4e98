"""What does a check print for machines?"""

from collections.abc import Iterable, Iterator, Sequence

from negotrack.checked import CheckedFile, Located, count, located, skipped
from negotrack.findings import Finding, Severity
from negotrack.formats.documents import Document
from negotrack.origin import Origin
from negotrack.places import Place, locate, written
from negotrack.rules.rule import BuiltIn, Rule
from negotrack.visible import visible


def document(files: Sequence[CheckedFile]) -> Document:
    """Give what was found in files as plain data."""
    return {
        "files": [file.origin.file for file in files],
        "findings": [_finding(finding, origin) for finding, origin in located(files)],
        "skipped": [
            {"code": skip.code, "file": file, "reason": skip.reason} for file, skip in skipped(files)
        ],
        "excused": [
            {**_finding(excused.finding, file.origin), "reason": excused.reason}
            for file in files
            for excused in file.findings.excused
        ],
        "counts": {severity.value: number for severity, number in count(files).items()},
    }


def _finding(finding: Finding, origin: Origin) -> Document:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "file": origin.file,
        **_place(finding.place, origin),
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**_place(one.place, origin), "label": one.label} for one in finding.related],
        "parties": list(finding.parties),
        "demands": list(finding.demands),
        "rounds": list(finding.rounds),
    }


def _place(place: Place, origin: Origin) -> Document:
    span = locate(place, origin)
    return {
        "line": span.line,
        "column": span.column,
        "length": span.length,
        "path": list(written(place, origin)),
    }


def rule_entry(rule: BuiltIn | Rule) -> Document:
    """Give what a rule says of itself as plain data.

    Examples:
        >>> from negotrack.rules.catalogue import RULES
        >>> rule_entry(RULES[0])["name"]
        'unreadable'
    """
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
    }


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(found: Iterable[Located]) -> Iterator[str]:
    r"""Give findings as the lines by which a GitHub workflow marks the place in a change.

    Examples:
        >>> from negotrack.origin import FileFormat
        >>> from negotrack.places import AtValue
        >>> origin = Origin("a,b.toml", 'title = ""', FileFormat.TOML)
        >>> finding = Finding("XY101", "no-title", Severity.INFO, "it is 0% told", AtValue(("title",)))
        >>> print(*github([Located(finding, origin)]))
        ::notice file=a%2Cb.toml,line=1,col=9,endColumn=11,title=XY101 no-title::it is 0%25 told
    """
    for finding, origin in found:
        span = locate(finding.place, origin)
        where = {
            "file": origin.file,
            "line": span.line,
            "col": span.column,
            "endColumn": span.column + span.length,
            "title": f"{finding.code} {finding.name}",
        }
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
        message = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
        yield f"::{_LEVELS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
