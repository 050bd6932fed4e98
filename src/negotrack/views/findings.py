"""How is a finding shown, with the text that it is about?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import final

from rich.cells import cell_len

from negotrack.findings import Finding, Related, Severity
from negotrack.origin import Origin
from negotrack.places import Span, locate
from negotrack.views.lines import Line, Piece, line, measure, plain, wrapped
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_MOST = 72
"""How many characters of a line are shown where no width is given; of a longer one, those around the marker."""

_STYLES = {Severity.ERROR: Style.RED, Severity.WARNING: Style.YELLOW, Severity.INFO: Style.BOLD}


@final
class FoundIn(View):
    """Findings, each as a block of lines under which the text that it is about is marked."""

    def __init__(self, findings: Iterable[tuple[Finding, Origin]]) -> None:
        self._findings = findings

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give the blocks. The first line of each is never wrapped: it is for machines as well."""
        del glyphs  # what compilers print is ASCII everywhere
        is_first = True
        for finding, origin in self._findings:
            if not is_first:
                yield []
            yield from _lines(finding, origin, width)
            is_first = False


def messages(findings: Iterable[Finding], origin: Origin) -> Iterable[str]:
    """Give each finding as the message of a compiler: what and where, the text with a marker, notes, and a hint."""
    for finding in findings:
        yield "\n".join(plain(one) for one in _lines(finding, origin, None))


def _lines(finding: Finding, origin: Origin, width: int | None) -> Iterator[Line]:
    style, span = _STYLES[finding.severity], locate(finding.place, origin)
    yield _head(finding.line(origin), f"{finding.severity}[{finding.code}]", style)
    margin = " " * len(str(span.line))
    if origin.text:
        room = None if width is None else width - len(margin) - len(" | ")
        text, marker = _excerpt(origin.line(span.line), span, room)
        yield line(f"{margin} |")
        yield line(f"{span.line} | {text}".rstrip())
        yield line(f"{margin} | ", Piece(marker, style))
    for related in finding.related:
        yield from _note(f"{margin} = note: ", related, origin, width)
    if finding.hint:
        yield from _remark(f"{margin} = hint: ", visible(finding.hint), width)


def _head(text: str, what: str, style: Style) -> Line:
    """Give the first line: where in bold, how bad in its colour, the rest plain."""
    where, _, message = text.partition(what)
    return line(Piece(where, Style.BOLD), Piece(what, style), message)


def _note(head: str, related: Related, origin: Origin, width: int | None) -> Iterator[Line]:
    """Give a note. Where it points is never broken; it goes below what it says if there is no room beside it."""
    there = locate(related.place, origin)
    label, where = visible(related.label), f"{visible(origin.file)}:{there.line}:{there.column}"
    whole = f"{head}{label}: {where}"
    if width is None or measure(whole) <= width:
        yield line(whole)
    else:
        yield from _remark(head, f"{label}:", width)
        yield line(" " * len(head) + where)


def _remark(head: str, text: str, width: int | None) -> Iterator[Line]:
    """Give a note or a hint, its further lines under the first."""
    for part in [text] if width is None else wrapped(text, max(2, width - len(head))):
        yield line(head + part)
        head = " " * len(head)


def _excerpt(text: str, span: Span, room: int | None) -> Sequence[str]:
    """Give a line of the file, safe to show, and the marker under the span in it, to fit a room in cells."""
    most = _MOST if room is None else max(1, min(len(text), room))
    shown, marker = _cut(text, span, most)
    while room is not None and max(cell_len(shown), cell_len(marker)) > room and most > 1:
        most -= 1
        shown, marker = _cut(text, span, most)
    return shown, marker


def _cut(text: str, span: Span, most: int) -> tuple[str, str]:
    """Give so many characters of a line around a span, and the marker under it."""
    start, end = span.column - 1, span.column - 1 + span.length
    first = max(0, start - most // 2) if len(text) > most else 0
    last = first + most
    dots = "..." if first else ""
    before, marked, after = (
        visible(piece.replace("\t", " "))
        for piece in (text[first:start], text[start : min(end, last)], text[max(end, start) : last])
    )
    shown = dots + before + marked + after + ("..." if last < len(text) else "")
    return shown, " " * cell_len(dots + before) + "^" * max(1, cell_len(marked))
