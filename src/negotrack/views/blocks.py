"""What does a view say in a document? Heads, paragraphs, tables and lists, whatever markup they are written in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from negotrack.course import Chapter
from negotrack.model.sources import Event
from negotrack.views.agreement import AgreementView
from negotrack.views.chart import HEADS as COUNTS
from negotrack.views.comparison import ComparisonView
from negotrack.views.diff import DiffView
from negotrack.views.ledger import HEADS, TOWARD, LedgerView
from negotrack.views.lines import plain
from negotrack.views.log import Gap, Log
from negotrack.views.matrix import Matrix
from negotrack.views.naming import event_proof, event_words, round_words
from negotrack.views.sections import Item
from negotrack.views.seeds import HEADS as FACTS
from negotrack.views.seeds import SeedList
from negotrack.views.theme import UNICODE
from negotrack.visible import visible


class Head(NamedTuple):
    """What stands above a part; not blank."""

    text: str


class Aside(NamedTuple):
    """What stands between the parts."""

    text: str


class Paragraph(NamedTuple):
    """Sentences."""

    texts: Sequence[str]
    is_broken: bool = False
    """Whether each has a line of its own for whoever reads the document, too."""


class Grid(NamedTuple):
    """A table."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


class Entry(NamedTuple):
    """An entry of a list."""

    text: str
    below: Sequence[str] = ()
    """The entries of the list beneath it."""


class Entries(NamedTuple):
    """A list."""

    entries: Sequence[Entry]


Block = Head | Aside | Paragraph | Grid | Entries
"""A part of a document. All its texts are safe to show, and mean nothing; what writes it down sees to that."""

Documented = Matrix | DiffView | Log | LedgerView | SeedList | ComparisonView | AgreementView
"""A view that can be told in a document."""


def blocks(view: Documented) -> Sequence[Block]:
    """Give what a view says, part by part; parts that would be empty are left out, but for the table of a matrix.

    Examples:
        >>> from negotrack import matrix, seed
        >>> blocks(matrix(seed("sochi-2022").now))[0]
        Head(text='Sochi trilateral summit, 31 October 2022')
    """
    return [block for block in _blocks(view) if not _is_empty(block)]


def _blocks(view: Documented) -> Iterator[Block]:
    match view:
        case Matrix():
            return _matrix(view)
        case DiffView():
            return _diff(view)
        case Log():
            return _log(view)
        case LedgerView():
            return _ledger(view)
        case SeedList():
            return _seeds(view)
        case ComparisonView() | AgreementView():
            return _records(view)
        case _:
            assert_never(view)


def _is_empty(block: Block) -> bool:
    match block:
        case Head(text=text) | Aside(text=text):
            return not text.strip()
        case Paragraph(texts=parts) | Entries(entries=parts):
            return not parts
        case Grid():
            return False
        case _:
            assert_never(block)


def _matrix(matrix: Matrix) -> Iterator[Block]:
    title, when, *below = matrix.around()
    heads, *rows = matrix.grid()
    yield Head(title.strip())
    yield Paragraph([when])
    yield Grid(heads, rows)
    for text in below:
        yield Paragraph([text])


def _diff(view: DiffView) -> Iterator[Block]:
    yield Head(visible(view.diff.after.title).strip())
    yield Paragraph(list(view.heading()), is_broken=True)
    for section in view.sections:
        yield Head(section.head)
        yield Entries(list(map(_item, section.items)))
    for head, rows in view.tables():
        if rows:
            yield Head(head)
            yield _listed(f"{who}: {what}" for who, what in rows)
    yield Paragraph(list(view.unchanged()))
    for text in view.left_out():
        yield Paragraph([text])


def _item(item: Item) -> Entry:
    result = plain(item.said(UNICODE))
    moves = [f"{row.who}: {row.way}, {row.step.text(UNICODE)}" for row in item.rows]
    return Entry(
        f"{item.number} {item.title}" + (f": {result}" if result else ""),
        [*moves, *map(plain, item.notes), *item.proofs],
    )


def _log(view: Log) -> Iterator[Block]:
    yield Head(visible(view.talks.title).strip())
    yield Paragraph(list(view.heading()), is_broken=True)
    if rows := list(view.counts()):
        yield Grid(["", "", *COUNTS], rows)
    for one in view.told():
        match one:
            case Event():
                yield Aside(event_words(one).strip())
                if proof := event_proof(one):
                    yield Paragraph([proof])
            case Gap():
                yield Paragraph([one.words()])
            case Chapter():
                yield from _chapter(view, one)
            case _:
                assert_never(one)


def _chapter(view: Log, chapter: Chapter) -> Iterator[Block]:
    yield Head(f"{chapter.number}. {round_words(chapter.round)}".strip())
    happened = []
    for happening in view.happenings(chapter, UNICODE):
        symbol = happening.symbol.text.strip() + " " if happening.symbol else ""
        happened.append(f"{happening.way} {happening.number} {symbol}{plain(happening.said)}")
    yield _listed([*happened, *view.rest(chapter), *view.left_out(chapter)])


def _ledger(view: LedgerView) -> Iterator[Block]:
    yield Head(visible(view.ledger.title).strip())
    yield Paragraph([view.when()])
    if rows := view.rows():
        yield Grid(["", *HEADS], [[name, *figures] for name, figures in rows])
    told = [(one, list(view.toward(one))) for one in view.ledger.rounds]
    if any(sentences for _, sentences in told):
        yield Head(TOWARD)
    for one, sentences in told:
        if sentences:
            yield Paragraph([view.round(one)])
            yield _listed(sentences)
    for text in view.still():
        yield Paragraph([text])


def _seeds(view: SeedList) -> Iterator[Block]:
    if rows := list(view.rows()):
        yield Grid(FACTS, rows)
    yield Paragraph([view.use()])


def _records(view: ComparisonView | AgreementView) -> Iterator[Block]:
    title, *more = view.heading()
    yield Head(title.strip())
    yield Paragraph(more, is_broken=True)
    for part in view.parts():
        yield Head(part.head)
        yield Entries([Entry(one.text, one.below) for one in part.told])


def _listed(texts: Iterable[str]) -> Entries:
    return Entries([Entry(text) for text in texts])
