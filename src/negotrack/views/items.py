"""What does a diff tell of one demand: what became of it, and what made it so?"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.changes import MarkChange, OutcomeChange, PositionChange, TextChange
from negotrack.diffs import Diff
from negotrack.journal import Word
from negotrack.model.sources import Source
from negotrack.rewording import Edit
from negotrack.views.lines import Line, Piece
from negotrack.views.naming import cited_words
from negotrack.views.reasons import Reasons
from negotrack.views.sections import Item, Row
from negotrack.views.steps import Step, Steps, texts
from negotrack.views.theme import OUTCOMES, Style
from negotrack.views.uncounted import uncounted
from negotrack.visible import visible


@final
@frozen(eq=False)
class Items:
    """What tells of the changes of a diff, each on one demand."""

    diff: Diff
    sources: Mapping[str, Source] | None
    """The sources by id, where each change is to say where it is written; None: it does not."""
    moves: Mapping[str, Sequence[PositionChange]]
    """The positions that changed, by demand, as they are to be told."""

    def outcome(self, change: OutcomeChange) -> Item:
        """Tell of an outcome that changed, and of the moves that made it so."""
        notes = []
        if change.through:
            others = self._reasons.numbered(change.through)
            notes.append([Piece(f"hangs on {others}, changed too", Style.DIM)])
        if change.parties:
            notes.append([Piece(self._reasons.of_presence(change.parties), Style.DIM)])
        return Item(
            self._numbers[change.demand],
            self._titles[change.demand],
            self._steps.result(change.before, change.after),
            self._rows(change.demand),
            notes,
            self._proofs(change.words),
        )

    def moved(self, demand: str) -> Item:
        """Tell of a demand that somebody moved on, and whose outcome is the same."""
        result = self.diff.after.result(demand)
        said = Piece(self._steps.came_out(result), OUTCOMES[result.outcome])
        words = [word for one in self.moves[demand] for word in one.words]
        return Item(
            self._numbers[demand], self._titles[demand], said, self._rows(demand), (), self._proofs(words)
        )

    def _rows(self, demand: str) -> Sequence[Row]:
        """Give the moves on a demand, those that are the same together."""
        shared: dict[tuple[str, Step], list[PositionChange]] = {}
        for one in self.moves.get(demand, ()):
            step = self._steps.position(one.before, one.after)
            step = step._replace(after=step.after + uncounted(self.diff.after, one.party, demand))
            shared.setdefault((one.movement, step), []).append(one)
        return [
            Row(self._reasons.together([one.mover for one in several]), way, step)
            for (way, step), several in shared.items()
        ]

    def text(self, change: TextChange) -> Item:
        """Tell of a new text, by whom it is, and which words are others."""
        return Item(
            self._numbers[change.demand],
            self._titles[change.demand],
            Step(f"text {change.before.number}", f"text {change.after.number}"),
            (),
            [
                [Piece(f"by {self._steps.amenders(change)}")],
                _words_of(change),
            ],
            self._proofs(change.words),
        )

    def accounts(self, demand: str, changes: Sequence[MarkChange]) -> Item:
        """Tell of the accounts of a demand that came or went."""
        notes = [
            [Piece(self._steps.mark(change, self.diff.after.accounts(change.party, demand)))]
            for change in changes
        ]
        proofs = self._proofs(word for change in changes for word in change.words)
        return Item(self._numbers[demand], self._titles[demand], Piece(""), (), notes, proofs)

    def _proofs(self, words: Iterable[Word]) -> Sequence[str]:
        """Say where words are written, each place once."""
        if self.sources is None:
            return ()
        rounds = {round_.id: round_ for round_ in self.diff.rounds}
        found: dict[str, None] = {}
        for word in words:
            giver = word.said.according_to
            account = f", according to {self._reasons.named(giver)}" if giver else ""
            says = visible(str(word.said.says)) + account
            cited = [
                cited_words(citation, self.sources) for citation in rounds[word.said_in].citations(word.said)
            ]
            found[f"{says}: {'; '.join(cited) or 'no source'}"] = None
        return list(found)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {demand.id: visible(demand.title) for demand in self.diff.after.demands}

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return self.diff.after.numbers

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons.of(self.diff.after)

    @cached_property
    def _steps(self) -> Steps:
        return Steps(self.diff.after)


def _words_of(change: TextChange) -> Line:
    """Give the difference of two texts, or say why there is none."""
    if change.before.text is None or change.after.text is None:
        return [Piece("the words of a text are not recorded", Style.DIM)]
    if all(stretch.edit is Edit.KEPT for stretch in change.stretches):
        return [Piece("the words are the same", Style.DIM)]
    return texts(change)
