"""Who moved which way, and which moves were answered?"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.ledger import Ledger, RoundMoves, Tally
from negotrack.moves import Mover
from negotrack.outline import outline
from negotrack.sentence import enumerated
from negotrack.views import summary
from negotrack.views.grammar import counted
from negotrack.views.lines import Line, Piece, indented, measure, padded, paragraph, separated, wrapped
from negotrack.views.naming import party_names, round_words, span_words
from negotrack.views.reasons import Reasons
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

HEADS = ("toward", "answered", "away", "sideways", "opening", "lapsed")
"""The heads of the columns: the words of the movements, and how many moves toward were answered."""

_GAP = 2
_FEW = 2
"""Up to how many others are named."""
_LEAST = 16
"""With less room for the names, rows are told in sentences."""


@final
@frozen(eq=False, repr=False)
class LedgerView(View):
    r"""A ledger to print: a row for each party that moved, then who moved toward in each round, and who answered.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(LedgerView(seed("sochi-2022").ledger)).splitlines()[3:5], sep="\n")
                    toward  answered  away  sideways  opening  lapsed
        Azerbaijan       0         -     0         0        8       0
    """

    ledger: Ledger

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:  # noqa: ARG002 - as every view
        """Give its lines, none wider than a width; without one, each as wide as it likes. It needs no glyphs."""
        yield from separated(
            [self._heading(width), self._table(width), self._rounds(width), self._still(width)]
        )

    def _heading(self, width: int | None) -> Iterator[Line]:
        yield from paragraph(visible(self.ledger.title), width, Style.BOLD)
        yield from paragraph(self.when(), width, indent=2)

    def when(self) -> str:
        """Say over which rounds it is, and how many moves they made."""
        rounds = self.ledger.rounds
        if not rounds:
            return "No rounds yet."
        span = span_words([one.round for one in rounds])
        moves = sum(len(one.moves) for one in rounds)
        return f"{counted(moves, 'move')} in {counted(len(rounds), 'round')}, {span}"

    def rows(self) -> Sequence[tuple[str, Sequence[str]]]:
        """Give for each party that moved its name and its counts, in words of the heads."""
        return [
            (self._reasons.named(party), _figures(tally))
            for party, tally in self.ledger.tallies.items()
            if tally.total
        ]

    def _table(self, width: int | None) -> Iterator[Line]:
        rows = self.rows()
        if not rows:
            return
        figures = sum(_GAP + len(head) for head in HEADS)
        names = max(measure(name) for name, _ in rows)
        if width is not None and width - figures < min(names, _LEAST):
            for name, cells in rows:
                yield from indented(f"{name}: {_in_words(cells)}", 0, width)
            return
        if width is not None:
            names = min(names, width - figures)
        yield [Piece(" " * names + _row(HEADS), Style.BOLD)]
        for name, cells in rows:
            first, *more = wrapped(name, names)
            yield [Piece(padded(first, names) + _row(cells))]
            yield from ([Piece(part)] for part in more)

    def _rounds(self, width: int | None) -> Iterator[Line]:
        said = [(one, list(self.toward(one))) for one in self.ledger.rounds]
        if any(sentences for _, sentences in said):
            yield from paragraph(TOWARD, width, Style.BOLD)
        for one, sentences in said:
            if sentences:
                yield from indented(self.round(one), _GAP, width)
            for sentence in sentences:
                yield from indented(sentence, _GAP * 3, width)

    @staticmethod
    def round(one: RoundMoves) -> str:
        """Name a round: `6  13 Mar 2025, Two public statements`."""
        return f"{one.number}  {round_words(one.round)}"

    def toward(self, one: RoundMoves) -> Iterator[str]:
        """Say of each that moved toward in a round on what, and in which rounds that was answered.

        What a bloc did for itself and its members is said once.
        """
        alike: dict[tuple[str, str, str], list[Mover]] = {}
        for mover, moves in one.movers.items():
            moved = {move.demand for move in moves}
            numbers = self._reasons.numbered([demand for demand in self._reasons.numbers if demand in moved])
            alike.setdefault((mover.voice, numbers, self._answers(one, mover)), []).append(mover)
        for (_, numbers, answers), movers in alike.items():
            yield f"{self._reasons.together(movers)}{_closing(movers)} on {numbers}: {answers}"

    def _answers(self, one: RoundMoves, mover: Mover) -> str:
        """Say in which rounds others moved toward, this one or the next, and who where that is one or two."""
        answers = self.ledger.answers(one.number, mover)
        said = [
            f"in round {number} by {self._others(movers)}"
            for number, movers in enumerate(answers, one.number)
            if movers
        ]
        if said:
            return f"answered {', '.join(said)}"
        return "not answered" if len(answers) > 1 else "not answered; no later round is recorded"

    def _others(self, movers: Sequence[Mover]) -> str:
        """Name those who answered, or count them: by whose words they moved, for a bloc and its members are one."""
        voices = list(dict.fromkeys(mover.voice for mover in movers))
        if len(voices) > _FEW:
            return f"{len(voices)} others"
        return enumerated(map(self._reasons.named, voices))

    def _still(self, width: int | None) -> Iterator[Line]:
        for text in self.still():
            yield from paragraph(text, width, indent=_GAP)

    def still(self) -> Iterator[str]:
        """Say what the figures do not say by themselves: who did not move, and what was said and is left out."""
        if self.rows():
            yield from _NOTES
        if any(tally.lapses for tally in self.ledger.tallies.values()):
            yield _LAPSES
        still = [
            self._reasons.named(party) for party, tally in self.ledger.tallies.items() if not tally.total
        ]
        if still:
            yield f"No move: {', '.join(still)}."
        yield from summary.left_out_of(self.ledger.left_out)

    @cached_property
    def _reasons(self) -> Reasons:
        numbers = {entry.demand.id: entry.number for entry in outline(self.ledger.demands)}
        return Reasons(party_names(self.ledger.parties), numbers)


_NOTES = (
    "A first word is an opening, whatever it says.",
    "Answered: another moved toward in that round or the next; it does not say why.",
    "Moves that were undone in their round count, too.",
)
"""What the figures do not say by themselves."""

_LAPSES = "After a lapse, assent to a new text is toward; log and diff may say sideways."
"""What is said besides, where positions lapsed: of one change there are two readings."""

TOWARD = "Who moved toward, and in which rounds others did"
"""The head over the moves toward. A round answers in which another moved toward, too."""


def _closing(movers: Sequence[Mover]) -> str:
    """Give the comma that closes `Nurses, through Union`; of several with one voice, where it did not move itself."""
    return "" if any(mover.party == mover.voice for mover in movers) else ","


def _figures(tally: Tally) -> Sequence[str]:
    """Give the counts of a party, in the order of the heads; of no move toward none can be answered."""
    answered = f"{tally.answered} of {tally.toward}" if tally.toward else "-"
    counts = (tally.toward, tally.away, tally.sideways, tally.openings, tally.lapses)
    toward, *others = map(str, counts)
    return [toward, answered, *others]


def _in_words(figures: Sequence[str]) -> str:
    pairs = zip(figures, HEADS, strict=True)
    return ", ".join(f"{figure} {head}" for figure, head in pairs if figure not in {"0", "-"})


def _row(cells: Sequence[str]) -> str:
    return "".join(cell.rjust(_GAP + len(head)) for cell, head in zip(cells, HEADS, strict=True))
