"""How many demands are agreed, pending and rejected after each round, in figures and as a bar?"""

from collections.abc import Iterator, Mapping, Sequence

from negotrack.model.claims import Outcome
from negotrack.standing import Counts
from negotrack.views.lines import Line, Piece, measure, padded, paragraph
from negotrack.views.theme import OUTCOMES, Glyphs, Style

HEADS = ("agreed", "pending", "rejected")
"""The heads of the counts."""
_BAR = 8
"""With less room there are no bars."""
_FREE = 40
"""How long bars are where there is no width."""

Row = tuple[str, str, str, str, str]
"""The number of a round, its date, and the counts after it."""


def chart(rows: Sequence[Row], counts: Sequence[Counts], width: int | None, glyphs: Glyphs) -> Iterator[Line]:
    """Give a row for each round with a bar of its counts; sentences where there is no room for rows."""
    if not rows:
        return
    widths = [max(map(measure, column)) for column in zip(*rows, ("", "", *HEADS), strict=True)]
    room = _FREE if width is None else width - sum(widths) - 2 * len(widths)
    if room + len("  ") < 0:
        for number, day, agreed, pending, rejected in rows:
            text = f"{number} {day}: {agreed} agreed, {pending} pending, {rejected} rejected"
            yield from paragraph(text, width, indent=2)
        return
    yield [Piece(_row(("", "", *HEADS), widths), Style.BOLD)]
    unit = _unit(counts, room) if room >= _BAR else 0
    for row, found in zip(rows, counts, strict=True):
        yield [Piece(_row(row, widths)), *(_bar(found, unit, glyphs) if unit else ())]
    if unit > 1:
        yield from paragraph(f"one mark: up to {unit} demands", width, Style.DIM)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Give a row: number and date to the left, counts to the right."""
    number, day, *counts = zip(cells, widths, strict=True)
    left = [padded(*number), padded(*day)]
    return "  ".join([*left, *(" " * (width - measure(cell)) + cell for cell, width in counts)]) + "  "


def _unit(counts: Sequence[Counts], room: int) -> int:
    """Give for how many demands a mark stands, so that every bar has room."""
    return next(
        unit
        for unit in range(1, max(one.total for one in counts) + 2)
        if all(sum(_marks(one, unit).values()) <= room for one in counts)
    )


def _bar(counts: Counts, unit: int, glyphs: Glyphs) -> Iterator[Piece]:
    """Give a mark for each so many demands, by outcome."""
    for outcome, number in _marks(counts, unit).items():
        yield Piece(glyphs.bars[outcome] * number, OUTCOMES[outcome])


def _marks(counts: Counts, unit: int) -> Mapping[Outcome, int]:
    """Give how many marks stand for the demands with each outcome."""
    found = {
        Outcome.AGREED: counts.agreed,
        Outcome.PENDING: counts.pending,
        Outcome.REJECTED: counts.rejected,
    }
    return {outcome: -(-number // unit) for outcome, number in found.items()}
