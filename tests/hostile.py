"""What can a text or a file do to whoever reads and shows it, and what may come of that?"""

from __future__ import annotations

import json
import unicodedata

from negotrack import BadSentence, Negotiation, Unreadable, matrix
from negotrack.formats.dossiers import load_bytes
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.places import locate
from negotrack.sentence import parse
from negotrack.views.findings import messages

CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
"""C0, DEL and C1."""
REORDERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Bidirectional marks, overrides and isolates."""
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u2065\u206a\u206f"
    "\u3164\ufeff\uffa0\ufff0\ufff8\ufff9\ufffa\ufffb\U0001bca0\U0001d173\U0001d17a"
    "\U000e0000\U000e0001\U000e0041\U000e007f\U000e01f0\U000e0fff"
)
"""Drawn as nothing: joiners, fillers, tags, annotation marks, a byte-order mark inside."""
BREAKS = "\u2028\u2029"
"""Line and paragraph separators."""
ACTING = CONTROLS + REORDERING + INVISIBLE + BREAKS

TEXTS = {
    "bold": "[bold]US[/bold]",
    "closing": "[/foo]",
    "link": "[link=https://example.org]here[/link]",
    "brackets": "[[ ]] [/] \\[red] {braces} %s",
    "colour": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07 \x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "lines": "a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h",
    "controls": CONTROLS,
    "reordering": f"us{REORDERING}su",
    "invisible": f"us{INVISIBLE}",
    "quotes": '"quoted" \\ \'both\' """ways""" \\u202e \\',
    "edges": " \u00a0 space at both ends \u3000 ",
    "combining": "e\u0301\u0489 \ufe0f \U0001f1e6\U0001f1f2",
}
"""Texts that act in a terminal, in markup, or on whoever writes them down."""

_SHOWN_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_HIDDEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0")


def acts(character: str) -> bool:
    """Tell whether a terminal obeys or hides a character; by the Unicode database, not by our own list."""
    code = ord(character)
    match unicodedata.category(character):
        case "Cc" | "Cs" | "Zl" | "Zp":
            return True
        case "Cf":
            return character not in _SHOWN_FORMATS and not 0x13430 <= code <= 0x1343F
        case _:
            unassigned = 0xFFF0 <= code <= 0xFFF8 or 0xE0000 <= code <= 0xE0FFF
            selector = 0xE0100 <= code <= 0xE01EF
            return character in _HIDDEN_LETTERS or (unassigned and not selector)


def acting(shown: str) -> set[str]:
    """Give what acts in a text that is shown, besides the line breaks that we print."""
    return {character for character in shown if character != "\n" and acts(character)}


def read(data: bytes | str, file: str = "<text>") -> Negotiation | Unreadable:
    """Read a dossier or give what is wrong with it. Any other exception goes through."""
    try:
        return load_bytes(
            data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"), file=file
        )
    except Unreadable as refusal:
        return refusal


def fault(sentence: str) -> BadSentence | None:
    """Give what is wrong with a sentence; None where it can be read. Any other exception goes through."""
    try:
        parse(sentence)
    except BadSentence as error:
        return error
    return None


def check(outcome: Negotiation | Unreadable) -> None:
    """Assert that what came of a file can be shown: the record in all rounds, or the places of all faults."""
    if isinstance(outcome, Unreadable):
        check_places(outcome)
    else:
        check_views(outcome)


def check_places(refusal: Unreadable) -> None:
    """Assert that there is a finding, and that each of them stands somewhere within the text."""
    lines = refusal.origin.text.split("\n")
    assert refusal.findings
    for finding in refusal.findings:
        for place in (finding.place, *(related.place for related in finding.related)):
            line, column, length = locate(place, refusal.origin)
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
            assert length >= 1
    assert not acting("\n".join(messages(refusal.findings, refusal.origin)))


def check_views(talks: Negotiation) -> None:
    """Assert that a record can be shown as of every round."""
    for number in ("start", *range(1, len(talks.rounds) + 1)):
        state = talks.at(number)
        assert not acting(str(matrix(state)))
        assert json.loads(json.dumps(matrix_json(state)))["negotiation"] == talks.title
