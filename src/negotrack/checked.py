"""What came of checking files: what was found in each, and how bad is it?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from negotrack.checking import Findings, Skipped
from negotrack.errors import Unreadable
from negotrack.findings import Finding, Severity
from negotrack.negotiation import Negotiation
from negotrack.origin import FileFormat, Origin
from negotrack.places import locate
from negotrack.sentence import enumerated
from negotrack.visible import visible


class CheckedFile(NamedTuple):
    """A file, and what was found in it."""

    origin: Origin
    findings: Findings
    is_readable: bool
    """Whether there is a negotiation in it at all."""


class Located(NamedTuple):
    """A finding, and the text that its place is in."""

    finding: Finding
    origin: Origin


def located(files: Iterable[CheckedFile]) -> Iterator[Located]:
    """Give the findings of several files, each with its text."""
    for file in files:
        for finding in file.findings:
            yield Located(finding, file.origin)


def skipped(files: Iterable[CheckedFile]) -> Iterator[tuple[Origin, Skipped]]:
    """Give what could not be told of several files, each with its text."""
    for file in files:
        for skip in file.findings.skipped:
            yield file.origin, skip


def count(files: Iterable[CheckedFile]) -> dict[Severity, int]:
    """Give how many findings there are of each severity."""
    found = dict.fromkeys(Severity, 0)
    for finding, _ in located(files):
        found[finding.severity] += 1
    return found


def status(files: Sequence[CheckedFile], fail_on: str) -> int:
    """Give the exit status of a check: 2 where a file is no dossier, 1 where a finding is as bad as said, else 0."""
    if not all(file.is_readable for file in files):
        return 2
    return int(any(finding.severity >= fail_on for finding, _ in located(files)))


def remarks(files: Sequence[CheckedFile], *, with_counts: bool) -> Iterator[str]:
    """Give what is to be said beside the findings: what could not be told, and how many there are of what."""
    for origin, skips in groupby(skipped(files), key=lambda entry: entry[0]):
        by_reason: dict[tuple[str, str], list[str]] = {}
        for _, skip in skips:
            by_reason.setdefault((_where(skip, origin), skip.reason), []).append(skip.code)
        for (where, reason), codes in by_reason.items():
            yield visible(f"{where}: not judged: {', '.join(codes)}: {reason}")
    numbers = [_counted(number, severity) for severity, number in count(files).items() if number]
    excused = sum(len({one.finding for one in file.findings.excused}) for file in files)
    if with_counts and (numbers or excused):
        found = enumerated(numbers) if numbers else "nothing"
        yield f"{found} in {_counted(len(files), 'file')}" + f" ({excused} excused)" * bool(excused)


def _where(skip: Skipped, origin: Origin) -> str:
    """Give the file, and the first place in it at which it is named what is missing."""
    spans = [locate(place, origin) for place in skip.places]
    return ":".join([origin.file, *(f"{span.line}:{span.column}" for span in spans[:1])])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def of_text(talks: Negotiation, findings: Findings) -> CheckedFile:
    """Give what was found in a negotiation that was read from a text."""
    return CheckedFile(talks.origin or Origin("<text>", "", FileFormat.TOML), findings, is_readable=True)


def of_no_dossier(error: Unreadable) -> CheckedFile:
    """Give what keeps a text from being a dossier."""
    return CheckedFile(error.origin, Findings(error.findings), is_readable=False)
