"""What does a check print for machines? What was found, skipped and excused."""

from collections.abc import Sequence

from negotrack.checked import CheckedFile, count, located, skipped
from negotrack.findings import Finding
from negotrack.formats.json.entries import Document
from negotrack.origin import Origin
from negotrack.places import Place, locate, written


def findings(files: Sequence[CheckedFile]) -> Document:
    """Give what was found in files as plain data."""
    return {
        "files": [file.origin.file for file in files],
        "findings": [_finding(finding, origin) for finding, origin in located(files)],
        "skipped": [
            {
                "code": skip.code,
                "file": origin.file,
                "reason": skip.reason,
                "places": [_place(place, origin) for place in skip.places],
            }
            for origin, skip in skipped(files)
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
