"""What moved between two rounds, and who moved it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import groupby
from typing import TypeVar, final

from attrs import field, frozen

from negotrack.becoming import Change
from negotrack.changes import MarkChange, OutcomeChange, PositionChange, TextChange
from negotrack.diffs import Diff
from negotrack.fields import once
from negotrack.model.claims import Outcome
from negotrack.model.sources import Source
from negotrack.movements import Movement
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.grammar import counted
from negotrack.views.items import Items
from negotrack.views.lines import Line, pairs, paragraph, separated
from negotrack.views.naming import round_words
from negotrack.views.reasons import Reasons
from negotrack.views.sections import Columns, Section, section_lines
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

E = TypeVar("E", OutcomeChange, PositionChange, TextChange, MarkChange)

_HEADS = {
    Change.REPLACED: "Replaced",
    Change.RESTORED: "Replaced no longer",
    Change.SUCCEEDED: "Replaced by others than before",
    Change.TABLED: "New on the table",
    Change.UNTABLED: "No longer raised",
}
"""The heads of changes whose word alone would not say it."""

_WAYS = {
    Movement.TOWARD: "toward on {}",
    Movement.AWAY: "away on {}",
    Movement.SIDEWAYS: "sideways on {}",
    Movement.OPENING: "first word on {}",
    Movement.LAPSED: "lapsed on {}",
    Movement.UNSAID: "no word yet on {}",
}
"""What is said of the movements of a party, in this order."""

_MOVED = (
    ("Moved, outcome unchanged", (Movement.TOWARD, Movement.AWAY, Movement.SIDEWAYS)),
    ("First words, outcome unchanged", (Movement.OPENING, Movement.UNSAID)),
    ("Lapsed, outcome unchanged", (Movement.LAPSED,)),
)
"""The demands that somebody moved on without a change of the outcome, by the first movement of these that there is.
Lapses alone there are only backwards: else who made the new text moved."""


@final
@frozen(eq=False, repr=False)
class DiffView(View):
    r"""A diff to print: what became of the outcomes, the moves beneath, then who moved; what is unchanged as counts.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(DiffView(seed("sochi-2022").diff())).splitlines()[:4], sep="\n")
        Sochi trilateral summit, 31 October 2022
        from  before the first round
        to    round 1: 31 Oct 2022, Sochi, Trilateral summit
        before  0 of 0 agreed, 0 rejected, 0 pending; 10 unraised
    """

    diff: Diff
    sources: Mapping[str, Source] | None = None
    """The sources by id, where each change is to say where it is written; None: it does not."""
    demands: tuple[str, ...] = field(default=(), converter=once)
    """The ids of the demands that are told of, each with its parts; none: all."""

    def __attrs_post_init__(self) -> None:
        _ = self._shown  # which raises where a demand is not there

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each change on a line of its own."""
        columns = Columns.fitting(self.sections, width, glyphs)
        blocks: list[Iterable[Line]] = [self._heading(width)]
        blocks += [section_lines(section, columns, glyphs) for section in self.sections]
        blocks += [pairs(head, rows, width) for head, rows in self.tables()]
        blocks += [self._unchanged(width), self._left_out(width)]
        yield from separated(blocks)

    def inner(self, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
        """Give what is told beneath the heading, closely set, to stand in a page."""
        columns = Columns.fitting(self.sections, width, glyphs)
        for section in self.sections:
            yield from section_lines(section, columns, glyphs, Style.NONE)
        for head, rows in self.tables():
            yield from pairs(head, rows, width, Style.NONE)
        yield from self._unchanged(width)

    def heading(self) -> Iterator[str]:
        """Say what is compared, and how many demands are agreed in both."""
        before, after = self.diff.before, self.diff.after
        yield f"from  {_moment(before)}"
        yield f"to    {_moment(after)}"
        if before.counts.total or after.counts.total:
            yield f"before  {summary.counts(before)}"
            yield f"after   {summary.counts(after)}"
        if self.demands:
            yield f"Shown: {len(self._shown)} of {len(after.demands)} demands."

    @cached_property
    def _shown(self) -> AbstractSet[str]:
        """The demands that are told of."""
        after = self.diff.after
        entries = after.within(self.demands) if self.demands else after.outline
        return frozenset(entry.demand.id for entry in entries)

    def _heading(self, width: int | None) -> Iterator[Line]:
        yield from paragraph(visible(self.diff.after.title), width, Style.BOLD)
        before, after, *counts = self.heading()
        yield from paragraph(before, width, indent=2)
        yield from paragraph(after, width, indent=2)
        for text in counts:
            yield from paragraph(text, width, Style.BOLD, 2)

    @cached_property
    def sections(self) -> Sequence[Section]:
        """The changes, under heads: of outcomes first, then moves, texts, accounts and parties."""
        return [section for section in self._all_sections() if section.items]

    def _all_sections(self) -> Iterator[Section]:
        items = Items(self.diff, self.sources, self._moves)
        by_change: dict[Change, list[OutcomeChange]] = {}
        for one in self._ordered(self.diff.outcomes):
            by_change.setdefault(one.change, []).append(one)
        for change in Change:
            head = _HEADS.get(change, change.capitalize())
            yield Section(head, [items.outcome(one) for one in by_change.get(change, ())])
        still = {demand: moves for demand, moves in self._moves.items() if demand not in self._changed}
        for head, movements in _MOVED:
            found = [
                demand for demand, moves in still.items() if any(move.movement in movements for move in moves)
            ]
            yield Section(head, [items.moved(demand) for demand in found])
            still = {demand: moves for demand, moves in still.items() if demand not in found}
        yield Section("Texts", [items.text(one) for one in self._ordered(self.diff.texts)])
        marks = groupby(self._ordered(self.diff.marks), key=lambda one: one.demand)
        yield Section("Accounts", [items.accounts(demand, list(several)) for demand, several in marks])

    def _ordered(self, entries: Iterable[E]) -> list[E]:
        shown = [one for one in entries if one.demand in self._shown]
        return sorted(shown, key=lambda one: self._places[one.demand])

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The places of the demands in the outline."""
        return {demand: place for place, demand in enumerate(self.diff.after.numbers)}

    @cached_property
    def _changed(self) -> frozenset[str]:
        return frozenset(one.demand for one in self.diff.outcomes)

    @cached_property
    def _moves(self) -> Mapping[str, Sequence[PositionChange]]:
        """The positions that changed, by demand, in the order of the outline; those that only lapsed come last."""
        found: dict[str, list[PositionChange]] = {}
        for one in self._ordered(self.diff.positions):
            found.setdefault(one.demand, []).append(one)
        return {
            demand: sorted(moves, key=lambda one: one.movement is Movement.LAPSED)
            for demand, moves in found.items()
        }

    def tables(self) -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
        """Give who joined or left, and who moved, each under a head."""
        parties = () if self.demands else self.diff.parties
        yield "Joined or left", [(self._reasons.named(one.party), one.presence) for one in parties]
        yield "Who moved", list(self._who_moved())

    def _who_moved(self) -> Iterator[tuple[str, str]]:
        """Say of each party which way it moved on what, and through which bloc."""
        for party in self.diff.after.parties:
            moves = self._by_party.get(party.id, {})
            said = [
                words.format(self._reasons.numbered(demands)) + self._through(party.id, voice)
                for way, words in _WAYS.items()
                for (moved, voice), demands in moves.items()
                if moved is way
            ]
            if said:
                yield self._reasons.named(party.id), "; ".join(said)

    def _through(self, party: str, voice: str) -> str:
        return "" if voice == party else f" through {self._reasons.named(voice)}"

    @cached_property
    def _by_party(self) -> Mapping[str, Mapping[tuple[Movement, str], Sequence[str]]]:
        """The demands that each party moved on, by party, movement and voice."""
        found: dict[str, dict[tuple[Movement, str], list[str]]] = {}
        for one in self._ordered(self.diff.positions):
            way = one.movement, one.mover.voice
            found.setdefault(one.party, {}).setdefault(way, []).append(one.demand)
        return found

    def unchanged(self) -> Iterator[str]:
        """Say how much is as it was, of how much there is; or why nothing changed."""
        diff = self.diff
        if not diff:
            yield self._nothing()
        elif not self.sections:
            yield "Nothing of what is shown changed."
        elif len(diff.rounds) > 1:
            yield "Only the two ends are compared; the log tells it round by round."
        raised, spoken = self._raised(), diff.spoken
        if raised:
            still = raised - len(self._ordered(diff.outcomes))
            held = spoken - len(diff.cells)
            positions = "" if self.demands else f", {held} of {counted(spoken, 'position')}"
            yield f"Unchanged: {still} of {counted(raised, 'outcome')}{positions}."

    def _raised(self) -> int:
        """Count the demands that were raised in one of the states."""
        states = (self.diff.before, self.diff.after)
        return sum(
            any(state.outcome(demand) is not Outcome.UNRAISED for state in states) for demand in self._shown
        )

    def _nothing(self) -> str:
        diff = self.diff
        if not diff.after.round_count:
            return "No rounds yet."
        if diff.before.number == diff.after.number:
            return "Nothing changed: it is the same round."
        recorded = [
            counted(sum(map(len, several)), word)
            for word, several in (
                ("statement", [round_.statements for round_ in diff.rounds]),
                ("claim", [round_.claims for round_ in diff.rounds]),
            )
            if any(several)
        ]
        if not recorded:
            return f"Nothing was recorded in {'that round' if len(diff.rounds) == 1 else 'those rounds'}."
        return f"Nothing changed; {' and '.join(recorded)} recorded."

    def _unchanged(self, width: int | None) -> Iterator[Line]:
        for text in self.unchanged():
            yield from paragraph(text, width, indent=2)

    def _left_out(self, width: int | None) -> Iterator[Line]:
        for text in self.left_out():
            yield from paragraph(text, width, indent=2)

    def left_out(self) -> Iterator[str]:
        """Say what was said in between and is left out, and why."""
        yield from summary.left_out_of(
            words
            for words in self.diff.left_out
            if not self.demands or self._shown & {*words.said.says.demands}
        )

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons.of(self.diff.after)


def _moment(state: State) -> str:
    if state.round is None:
        return "before the first round"
    return f"round {state.number}: {round_words(state.round)}"
