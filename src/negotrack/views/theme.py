"""How does each word look? The one table of symbols, words and styles that every view and legend takes them from."""

from collections.abc import Mapping
from enum import StrEnum, unique
from typing import NamedTuple

from negotrack.becoming import Change
from negotrack.model.claims import Outcome
from negotrack.stances import Stance


@unique
class Style(StrEnum):
    """How a piece of a line is set. No meaning goes with it that is not in the characters, too."""

    NONE = ""
    """What is ordinary: a pending demand, a deferral."""
    BOLD = "bold"
    """Titles, heads and counts."""
    DIM = "dim"
    """What recedes: numbers, the legend, who abstains."""
    CYAN = "cyan"
    """Assent, and what is agreed. It is not green: the tool takes no side, not even for a deal."""
    RED = "bold red"
    """Refusal, and what is rejected; an error in a record."""
    YELLOW = "bold yellow"
    """A warning."""


class Face(NamedTuple):
    """What a stance looks like: a symbol of one cell, the same in ASCII, a word and a style."""

    symbol: str
    ascii: str
    word: str
    style: Style


STANCES: Mapping[Stance, Face] = {
    Stance.PROPOSES: Face("»", ">", "proposes", Style.CYAN),
    Stance.AMENDS: Face("^", "^", "amends", Style.CYAN),
    Stance.ACCEPTS: Face("✓", "+", "accepts", Style.CYAN),
    Stance.REJECTS: Face("X", "X", "rejects", Style.RED),
    Stance.RESERVES: Face("o", "o", "reserves", Style.NONE),
    Stance.ABSTAINS: Face("/", "/", "abstains", Style.DIM),
    Stance.DEFERS: Face("_", "_", "defers", Style.NONE),
    Stance.WITHDRAWS: Face("«", "<", "withdraws", Style.DIM),
}
"""How stances look. The symbols have one cell in every font, and are told apart without colour."""

SILENT = Face(".", ".", "silent", Style.NONE)
"""How silence looks where a party's word is awaited; elsewhere it is left blank. It does not recede: it is what holds
a demand up."""

OUTCOMES: Mapping[Outcome, Style] = {
    Outcome.AGREED: Style.CYAN,
    Outcome.REJECTED: Style.RED,
    Outcome.PENDING: Style.NONE,
    Outcome.WITHDRAWN: Style.DIM,
    Outcome.UNRAISED: Style.DIM,
}
"""How outcomes are set; they are always written as their word, after a `~` where they are provisional."""


@unique
class Sign(StrEnum):
    """A mark at the symbol of a stance, as the legend explains it; in the order of the legend."""

    CONDITIONAL = "if conditional"
    PROVISIONAL = "~ provisional"
    DISPUTED = "? disputed"
    REPORTED = '" " reported'
    LAPSED = "( ) lapsed"
    RED_LINE = "! red line"
    DECIDES_NOT = "' does not decide it"
    THROUGH_BLOC = "& through its bloc"
    THIS_ROUND = "* said in this round"

    @property
    def word(self) -> str:
        """What it means, without the mark."""
        return self.value.removeprefix("if ").lstrip("~?\"()!'&* ")


class Letter(StrEnum):
    """One character in the place of a symbol and its marks, where there is room for no more."""

    CONDITIONAL = "i assents if"
    """Assent on a condition that is not met."""
    LAPSED = "- lapsed"
    REPORTED = '" reported'
    """What somebody else says that the party said; it has said nothing itself."""


CHANGES: Mapping[Change, Style] = {
    change: {
        Change.SETTLED: Style.CYAN,
        Change.CONFIRMED: Style.CYAN,
        Change.BLOCKED: Style.RED,
        Change.WITHDRAWN: Style.DIM,
    }.get(change, Style.NONE)
    for change in Change
}
"""How the changes of outcomes are set; they are always written as their word. Movements have no style: direction is no
merit."""


class Glyphs(NamedTuple):
    """The characters that a view draws with."""

    is_ascii: bool
    rail: str
    """Leads from the name of a column down to it."""
    arrow: str
    """Leads from what was to what is."""
    bars: Mapping[Outcome, str]
    """One mark for some demands with an outcome."""

    def symbol(self, face: Face) -> str:
        """Give the symbol of a face."""
        return face.ascii if self.is_ascii else face.symbol


UNICODE = Glyphs(
    is_ascii=False,
    rail="│",
    arrow="→",
    bars={Outcome.AGREED: "■", Outcome.PENDING: "·", Outcome.REJECTED: "X"},
)
ASCII = Glyphs(
    is_ascii=True,
    rail="|",
    arrow="->",
    bars={Outcome.AGREED: "#", Outcome.PENDING: ".", Outcome.REJECTED: "X"},
)
