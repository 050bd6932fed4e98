"""How does a view stand in a document? In Markdown: its tables as tables, its lists as lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from negotrack.course import Chapter
from negotrack.model.sources import Event
from negotrack.views.diff import DiffView
from negotrack.views.ledger import HEADS, TOWARD, LedgerView
from negotrack.views.lines import plain
from negotrack.views.log import HEADS as COUNTS
from negotrack.views.log import Gap, Log
from negotrack.views.matrix import Matrix
from negotrack.views.naming import event_proof, event_words, round_words
from negotrack.views.sections import Item
from negotrack.views.seeds import HEADS as FACTS
from negotrack.views.seeds import SeedList
from negotrack.views.theme import UNICODE
from negotrack.visible import visible

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#@{}]|:(?=\S)|(?<=www)\.")
"""What Markdown, or a site that shows it, would take for more than text: links and mentions without brackets, too."""


def markdown(view: Matrix | DiffView | Log | LedgerView | SeedList) -> str:
    """Give a view as Markdown, as wide as it likes.

    Whatever a dossier says is shown, and means nothing to Markdown.

    Examples:
        >>> from negotrack import matrix, seed
        >>> print(markdown(matrix(seed("sochi-2022").now, demands=["corridor"])).splitlines()[6])
        | 8.1 | Zangezur corridor | » proposes | X rejects | rejected | Armenia refuses |
    """
    match view:
        case Matrix():
            lines = _matrix(view)
        case DiffView():
            lines = _diff(view)
        case Log():
            lines = _log(view)
        case LedgerView():
            lines = _ledger(view)
        case SeedList():
            lines = _seeds(view)
        case _:
            assert_never(view)
    return "\n".join(lines) + "\n"


def _matrix(matrix: Matrix) -> Iterator[str]:
    title, when, *below = matrix.around()
    heads, *rows = matrix.grid()
    yield from _head(title)
    yield _escaped(when)
    yield ""
    yield from _table(heads, rows)
    for text in below:
        yield ""
        yield _escaped(text)


def _diff(view: DiffView) -> Iterator[str]:
    yield from _head(visible(view.diff.after.title))
    for text in view.heading():
        yield f"{_escaped(text)}  "
    for section in view.sections:
        yield from ("", f"**{_escaped(section.head)}**", "")
        for item in section.items:
            yield from _item(item)
    for head, rows in view.tables():
        if rows:
            yield from ("", f"**{_escaped(head)}**", "")
            yield from (_entry(f"{who}: {what}") for who, what in rows)
    yield ""
    yield from map(_escaped, view.unchanged())
    for text in view.left_out():
        yield ""
        yield _escaped(text)


def _item(item: Item) -> Iterator[str]:
    result = plain(item.said(UNICODE))
    yield _entry(f"{item.number} {item.title}" + (f": {result}" if result else ""))
    for row in item.rows:
        yield "  " + _entry(f"{row.who}: {row.way}, {row.step.text(UNICODE)}")
    for text in [*map(plain, item.notes), *item.proofs]:
        yield "  " + _entry(text)


def _log(view: Log) -> Iterator[str]:
    yield from _head(visible(view.talks.title))
    for text in view.heading():
        yield f"{_escaped(text)}  "
    if rows := list(view.counts()):
        yield ""
        yield from _table(["", "", *COUNTS], rows)
    for one in view.told():
        yield ""
        match one:
            case Event():
                yield f"*{_escaped(event_words(one).strip())}*"
                if proof := event_proof(one):
                    yield from ("", _escaped(proof))
            case Gap():
                yield _escaped(one.words())
            case Chapter():
                yield from _chapter(view, one)
            case _:
                assert_never(one)


def _chapter(view: Log, chapter: Chapter) -> Iterator[str]:
    yield f"**{_escaped(f'{chapter.number}. {round_words(chapter.round)}'.strip())}**"
    yield ""
    for happening in view.happenings(chapter, UNICODE):
        symbol = happening.symbol.text.strip() + " " if happening.symbol else ""
        yield _entry(f"{happening.way} {happening.number} {symbol}{plain(happening.said)}")
    yield from map(_entry, (*view.rest(chapter), *view.left_out(chapter)))


def _ledger(view: LedgerView) -> Iterator[str]:
    yield from _head(visible(view.ledger.title))
    yield _escaped(view.when())
    if rows := view.rows():
        yield ""
        yield from _table(["", *HEADS], [[name, *figures] for name, figures in rows])
    told = [(one, list(view.toward(one))) for one in view.ledger.rounds]
    if any(sentences for _, sentences in told):
        yield from ("", f"**{_escaped(TOWARD)}**")
    for one, sentences in told:
        if sentences:
            yield from ("", _escaped(view.round(one)), "")
            yield from map(_entry, sentences)
    for text in view.still():
        yield from ("", _escaped(text))


def _seeds(view: SeedList) -> Iterator[str]:
    if rows := list(view.rows()):
        yield from _table(FACTS, rows)
        yield ""
    yield _escaped(view.use())


def _head(title: str) -> Iterator[str]:
    if title.strip():
        yield f"**{_escaped(title.strip())}**"
        yield ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield "|" + " --- |" * len(heads)
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


_BLOCK = re.compile(r"^(?:(?=[-+=])|([0-9]+)(?=[.)]))")
"""What at the beginning of a line, or of an entry, Markdown would take for a list, a rule or a heading."""


def _entry(text: str) -> str:
    """Give a text as the entry of a list."""
    return f"- {_BLOCK.sub(_behind, _escaped(text.strip()))}"


def _behind(found: "re.Match[str]") -> str:
    """Put a backslash behind what was found."""
    return f"{found[0]}\\"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
