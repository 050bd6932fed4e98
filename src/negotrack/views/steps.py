"""How is it said that something is other than it was?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, assert_never, final

from negotrack.changes import MarkChange, TextChange
from negotrack.moves import Move
from negotrack.positions import Account, Held, Lapsed, Position, Silent
from negotrack.rewording import Edit, Stretch
from negotrack.sentence import enumerated
from negotrack.standing import Result
from negotrack.state import State
from negotrack.views.grammar import genitive
from negotrack.views.lines import Line, Piece
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.theme import OUTCOMES, STANCES, Glyphs, Style
from negotrack.visible import visible


class Step(NamedTuple):
    """What was and what is, in words."""

    before: str
    after: str
    style: Style = Style.NONE
    """Of what is."""

    def text(self, glyphs: Glyphs) -> str:
        """Give both as a text."""
        return f"{self.before} {glyphs.arrow} {self.after}"

    def line(self, glyphs: Glyphs) -> Line:
        """Give both as a line; what was recedes."""
        return [Piece(f"{self.before} {glyphs.arrow} ", Style.DIM), Piece(self.after, self.style)]


@final
class Steps:
    """What is said of steps in one negotiation: demands by their numbers, parties by name."""

    def __init__(self, state: State) -> None:
        self._says = Predicates(state, tells_new=False)
        self._reasons = Reasons.of(state)

    def position(self, before: Position, after: Position) -> Step:
        """Say how a position changed, so that both sides read differently: `accepts if 5`, `lapsed`."""
        old, new = self._path([before, after], plural=False)
        return Step(old, new)

    def moves(self, moves: Sequence[Move], glyphs: Glyphs, *, plural: bool = False) -> Step:
        """Say how one position changed by several moves, each from where the one before it led."""
        *past, now = self._path([moves[0].before, *(move.after for move in moves)], plural=plural)
        return Step(f" {glyphs.arrow} ".join(past), now)

    def _path(self, positions: Sequence[Position], *, plural: bool) -> Sequence[str]:
        """Say positions that followed one another, the last as several parties take it where it is of several."""
        versions = {position.version for position in positions if isinstance(position, Held)}
        words = [self._stood(one, with_text=len(versions) > 1) for one in positions[:-1]]
        before, now = positions[-2:]
        if isinstance(now, Lapsed) and not isinstance(before, Held):
            return [*words, self._says.stands(now)]
        return [*words, self._stood(now, with_text=len(versions) > 1, plural=plural)]

    def _stood(self, position: Position, *, with_text: bool, plural: bool = False) -> str:
        match position:
            case Held():
                red_line = ", a red line" if position.red_line else ""
                words = self._says.held(position, plural=plural) + red_line
                return f"{words} (text {position.version})" if with_text else words
            case Lapsed():
                return "lapsed"
            case Silent():
                return "silent"
            case _:
                assert_never(position)

    def mark(self, change: MarkChange, accounts: Iterable[Account]) -> str:
        """Say that a cell is marked, by whose account; or that it is so no longer."""
        position = f"{genitive(self._reasons.named(change.party))} position"
        if change.after is None:
            return f"{position} is {change.before} no longer"
        return f"{position} is {change.after}: {'; '.join(map(self._says.told, accounts))}"

    def amenders(self, change: TextChange) -> str:
        """Name those who amended a text."""
        makers = dict.fromkeys(holder for said in change.statements for holder in said.says.holders)
        return enumerated([self._reasons.named(one) for one in makers])

    def result(self, before: Result, after: Result) -> Step:
        """Say what became of an outcome: `pending`, `provisionally agreed`, `agreed, replaced by 5`."""
        return Step(self.came_out(before), self.came_out(after), OUTCOMES[after.outcome])

    def came_out(self, result: Result) -> str:
        """Say a result."""
        words = f"provisionally {result.outcome}" if result.is_provisional else result.outcome.value
        return (
            f"{words}, replaced by {self._reasons.numbered(result.replaced_by)}"
            if result.replaced_by
            else words
        )


def symbol(position: Position, glyphs: Glyphs) -> Piece:
    """Give the symbol of a position, in brackets where it lapsed; none of silence."""
    match position:
        case Held(stance=stance):
            return Piece(f" {glyphs.symbol(STANCES[stance])} ", STANCES[stance].style)
        case Lapsed(was=was):
            return Piece(f"({glyphs.symbol(STANCES[was.stance])})", Style.DIM)
        case Silent():
            return Piece("   ")
        case _:
            assert_never(position)


EDITS: Mapping[Edit, tuple[str, str, Style]] = {
    Edit.KEPT: ("", "", Style.NONE),
    Edit.REMOVED: ("[-", "-]", Style.DIM),
    Edit.ADDED: ("{+", "+}", Style.BOLD),
}
"""What stands around words that were kept, removed and added, and their style."""

_CONTEXT = 8
"""So many words are shown of those that were kept, before and after each change."""


_SIGNS = re.compile(r"(?<=[^\s.,;:!?])[.,;:!?]+$")
"""The signs behind the last word."""


def texts(change: TextChange) -> Line:
    """Give the difference of two texts as a line, what was removed and added in marks; long stretches kept are cut.

    The signs that end both what was removed and what was added for it stand behind the marks.
    """
    stretches, last = change.stretches, len(change.stretches) - 1
    found: list[Piece] = []
    for place, stretch in enumerate(stretches):
        before, after, style = EDITS[stretch.edit]
        signs = _signs(stretches[max(0, place - 1) : place + 1]) or _signs(stretches[place : place + 2])
        words = stretch.words.removesuffix(signs)
        shown = (
            _around(words.split(), is_first=not place, is_last=place == last)
            if stretch.edit is Edit.KEPT
            else words
        )
        found += [Piece(" " if place else ""), Piece(f"{before}{visible(shown)}{after}", style)]
        if signs and stretch.edit is Edit.ADDED:
            found.append(Piece(signs))
    return found


def _signs(stretches: Sequence[Stretch]) -> str:
    """Give the signs with which words end and what was put in their place, or nothing."""
    if [one.edit for one in stretches] != [Edit.REMOVED, Edit.ADDED]:
        return ""
    ends = {found[0] if (found := _SIGNS.search(one.words)) else "" for one in stretches}
    return ends.pop() if len(ends) == 1 else ""


def _around(words: Sequence[str], *, is_first: bool, is_last: bool) -> str:
    """Give the words of a stretch that was kept, but for those that stand far from any change."""
    head, tail = (0 if is_first else _CONTEXT), (0 if is_last else _CONTEXT)
    if len(words) <= head + tail + 1:
        return " ".join(words)
    return " ".join([*words[:head], "...", *words[len(words) - tail :]])
