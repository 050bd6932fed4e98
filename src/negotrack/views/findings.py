"""How is a finding shown, with the text that it is about?"""

from collections.abc import Iterable

from rich.cells import cell_len

from negotrack.findings import Finding
from negotrack.origin import Origin
from negotrack.places import Span, locate
from negotrack.visible import visible

_MOST = 72
"""How many characters of a line are shown; of a longer one, those around the marker."""


def blocks(findings: Iterable[Finding], origin: Origin) -> Iterable[str]:
    """Give each finding as a block of lines: what and where, the text with a marker, notes, and a hint."""
    for finding in findings:
        yield "\n".join(_lines(finding, origin))


def _lines(finding: Finding, origin: Origin) -> Iterable[str]:
    yield finding.line(origin)
    span = locate(finding.place, origin)
    margin = " " * len(str(span.line))
    if origin.text:
        text, marker = _excerpt(origin.line(span.line), span)
        yield f"{margin} |"
        yield f"{span.line} | {text}".rstrip()
        yield f"{margin} | {marker}"
    for related in finding.related:
        there = locate(related.place, origin)
        yield f"{margin} = note: {related.label}: {visible(origin.file)}:{there.line}:{there.column}"
    if finding.hint:
        yield f"{margin} = hint: {visible(finding.hint)}"


def _excerpt(line: str, span: Span) -> tuple[str, str]:
    """Give a line of the file, safe to show, and the marker under the span in it."""
    start, end = span.column - 1, span.column - 1 + span.length
    first = max(0, start - _MOST // 2) if len(line) > _MOST else 0
    last = first + _MOST
    dots = "..." if first else ""
    before, marked, after = (
        visible(piece.replace("\t", " "))
        for piece in (line[first:start], line[start : min(end, last)], line[max(end, start) : last])
    )
    shown = dots + before + marked + after + ("..." if last < len(line) else "")
    return shown, " " * cell_len(dots + before) + "^" * max(1, cell_len(marked))
