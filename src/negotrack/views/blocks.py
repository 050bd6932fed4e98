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
from negotrack.views.lines import Piece, plain
from negotrack.views.log import Gap, Log
from negotrack.views.matrix import Matrix
from negotrack.views.naming import event_proof, event_words, round_words
from negotrack.views.report import Report
from negotrack.views.reports.parts import (
    Demands,
    Fact,
    Facts,
    Moves,
    Opening,
    Part,
    Positions,
    Section,
    Tasks,
)
from negotrack.views.sections import Item
from negotrack.views.seeds import HEADS as FACTS
from negotrack.views.seeds import SeedList
from negotrack.views.summary import absent
from negotrack.views.theme import UNICODE
from negotrack.visible import visible


class Head(NamedTuple):
    """What stands above a part; not blank."""

    text: str
    level: int = 2
    """1: it is the title of the whole; 3: it is the head of a part of a part."""


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

    name: str
    """What it tells, in a few words."""
    heads: Sequence[str]
    rows: Sequence[Sequence[Piece]]
    named_by: int = 0
    """Which cell of a row names it."""


class Terms(NamedTuple):
    """What is to be known, behind keys."""

    rows: Sequence[tuple[str, Sequence[str]]]


class Entry(NamedTuple):
    """An entry of a list."""

    text: str
    below: Sequence[str] = ()
    """The entries of the list beneath it."""


class Entries(NamedTuple):
    """A list."""

    entries: Sequence[Entry]


Block = Head | Aside | Paragraph | Grid | Terms | Entries
"""A part of a document. All its texts are safe to show, and mean nothing; what writes it down sees to that."""

Documented = Matrix | Report | DiffView | Log | LedgerView | SeedList | ComparisonView | AgreementView
"""A view that can be told in a document."""


def blocks(view: Documented) -> Sequence[Block]:
    """Give what a view says, part by part; parts that would be empty are left out, but for the table of a matrix.

    Examples:
        >>> from negotrack import matrix, seed
        >>> blocks(matrix(seed("sochi-2022").now))[0]
        Head(text='Sochi trilateral summit, 31 October 2022', level=1)
    """
    return [block for block in _blocks(view) if not _is_empty(block)]


def title(view: Documented) -> str:
    """Give the title of a view, as its document has it; none where it has none or that is blank.

    Examples:
        >>> from negotrack import matrix, seed
        >>> title(matrix(seed("sochi-2022").now))
        'Sochi trilateral summit, 31 October 2022'
    """
    found = (block.text for block in _blocks(view) if isinstance(block, Head) and block.level == _TITLE)
    return next(found, "")


_TITLE = 1


def _blocks(view: Documented) -> Iterator[Block]:
    match view:
        case Matrix():
            return _matrix(view)
        case Report():
            return (block for part in view.parts() for block in _part(part))
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
        case Paragraph(texts=parts) | Entries(entries=parts) | Terms(rows=parts):
            return not parts
        case Grid():
            return False
        case _:
            assert_never(block)


def _matrix(matrix: Matrix) -> Iterator[Block]:
    title, when, *below = matrix.around()
    yield Head(title.strip(), 1)
    yield Paragraph([when])
    yield Grid(_POSITIONS, *matrix.styled(), named_by=1)
    for text in below:
        yield Paragraph([text])


_POSITIONS = "Positions"


def _part(part: Part) -> Iterator[Block]:
    """Give a part of a report."""
    match part:
        case Opening():
            yield Head(part.title.strip(), 1)
            yield Paragraph([text for text in (part.as_of, part.counts) if text], is_broken=True)
        case Facts(facts=facts):
            yield Terms([(fact.key, texts) for fact in facts if (texts := list(_fact(fact)))])
        case Positions(matrix=matrix):
            yield from _positions(matrix)
        case Demands():
            yield Head(part.head)
            yield _listed(f"{number} {text}" for number, text in part.texts)
        case Section(head=head, sentences=sentences):
            yield from _under(head, sentences)
        case Moves(head=head, diff=diff):
            yield Head(head)
            yield from _moved(diff, 3)
        case Tasks(head=head, tasks=tasks):
            yield from _under(head, [f"{who} {what}" for who, what in tasks])
        case _:
            assert_never(part)


def _fact(fact: Fact) -> Iterator[str]:
    yield from fact.texts
    for number, what in fact.happened:
        yield f"{number}. {what}" if number else what


def _positions(matrix: Matrix) -> Iterator[Block]:
    """Give the table without its reasons, which a report tells by outcome."""
    sheet = matrix.sheet(None, UNICODE, has_reasons=False)
    heads, rows = matrix.styled()
    if rows:
        yield Grid(_POSITIONS, heads[:-1], [row[:-1] for row in rows], named_by=1)
    else:
        yield Paragraph([text for text in map(plain, sheet.table) if text])
    for text in (*sheet.reasons, *absent(matrix.selection), *map(plain, sheet.legend)):
        yield Paragraph([text])


def _under(head: str, texts: Sequence[str]) -> Iterator[Block]:
    """Give a list under a head; nothing where there is nothing to list."""
    if texts:
        yield Head(head)
        yield _listed(texts)


def _diff(view: DiffView) -> Iterator[Block]:
    yield Head(visible(view.diff.after.title).strip(), 1)
    yield Paragraph(list(view.heading()), is_broken=True)
    yield from _moved(view, 2)
    for text in view.left_out():
        yield Paragraph([text])


def _moved(view: DiffView, level: int) -> Iterator[Block]:
    """Give what a diff tells beneath its heading, under heads of a level."""
    for section in view.sections:
        yield Head(section.head, level)
        yield Entries(list(map(_item, section.items)))
    for head, rows in view.tables():
        if rows:
            yield Head(head, level)
            yield _listed(f"{who}: {what}" for who, what in rows)
    yield Paragraph(list(view.unchanged()))


def _item(item: Item) -> Entry:
    result = plain(item.said(UNICODE))
    moves = [f"{row.who}: {row.way}, {row.step.text(UNICODE)}" for row in item.rows]
    return Entry(
        f"{item.number} {item.title}" + (f": {result}" if result else ""),
        [*moves, *map(plain, item.notes), *item.proofs],
    )


def _log(view: Log) -> Iterator[Block]:
    yield Head(visible(view.talks.title).strip(), 1)
    yield Paragraph(list(view.heading()), is_broken=True)
    if rows := list(view.counts()):
        yield Grid("Counts after each round", ["", "", *COUNTS], _unstyled(rows), named_by=1)
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
    yield Head(visible(view.ledger.title).strip(), 1)
    yield Paragraph([view.when()])
    if rows := view.rows():
        yield Grid("Moves", ["", *HEADS], _unstyled([name, *figures] for name, figures in rows))
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
        yield Grid("Dossiers that come with negotrack", FACTS, _unstyled(rows))
    yield Paragraph([view.use()])


def _records(view: ComparisonView | AgreementView) -> Iterator[Block]:
    title, *more = view.heading()
    yield Head(title.strip(), 1)
    yield Paragraph(more, is_broken=True)
    for part in view.parts():
        yield Head(part.head)
        yield Entries([Entry(one.text, one.below) for one in part.told])


def _unstyled(rows: Iterable[Sequence[str]]) -> Sequence[Sequence[Piece]]:
    return [[Piece(text) for text in row] for row in rows]


def _listed(texts: Iterable[str]) -> Entries:
    return Entries([Entry(text) for text in texts])
