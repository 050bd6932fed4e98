"""Which habits does somebody have who writes a dossier?"""

from enum import StrEnum, auto, unique
from typing import final

from negotrack.testing.drawing import Dice


@unique
class Way(StrEnum):
    """What one writer does, and another does not. Without any a dossier looks much as `dumps` writes it."""

    # of the data, in both formats
    FORMAT_LEFT_OUT = auto()
    """The number of the format goes without saying."""
    TABLES_FOR_TEXTS = auto()
    """A table, where a text alone would do."""
    LISTS_OF_ONE = auto()
    """A list of one, where that one alone would do."""
    DEFAULTS = auto()
    """A key with the value that it has when left out."""
    OTHER_ORDER = auto()
    """Keys in another order, where it means nothing."""
    DAYS_AS_TEXTS = auto()
    """A day in quotation marks."""
    RULES_SPELT_OUT = auto()
    """A decision rule as a table, where it has a name."""
    COMMAS = auto()
    """In sentences a comma where the form has `and`, or both."""
    VERBS = auto()
    """In sentences the other form of the verb: `they accepts`, `it reserves on`."""
    SPACES_IN_SENTENCES = auto()
    """More spaces than one between words, at the start and at the end."""

    # of TOML
    INLINE = auto()
    """A table or a list in a line, where there could be sections."""
    DOTTED_KEYS = auto()
    """`claims.pay = "agreed"`."""
    TABLES_OVER_LINES = auto()
    """An inline table over several lines."""
    ARRAYS_OTHERWISE = auto()
    """A list of statements on one line, or one of ids over several."""
    COMMAS_OTHERWISE = auto()
    """No comma after the last of several lines, or one after the last on a line."""
    SCATTERED = auto()
    """Sections of one kind among those of others."""
    QUOTED_KEYS = auto()
    """A key in quotation marks that needs none."""
    LITERAL = auto()
    """A text in single quotation marks."""
    OVER_LINES = auto()
    """A text in three quotation marks."""
    COMMENTS = auto()
    """Comments behind a line, on lines of their own, and within lists."""
    BLANK_LINES = auto()
    """An empty line."""
    INDENTED = auto()
    """A line that does not start at the margin."""
    SPACED = auto()
    """No space, or several, around the sign between key and value, and inside brackets."""
    NUMBERS = auto()
    """A number with a sign, or in another base."""

    # of JSON
    COMPACT = auto()
    """What holds nothing nested stands on one line."""

    # of both
    ESCAPES = auto()
    """An escape for a character that needs none."""
    BARE = auto()
    """A character that does not show itself written as it is."""
    CARRIAGE_RETURNS = auto()
    """CRLF at the end of lines."""
    MARK = auto()
    """A byte-order mark at the start."""
    SPACE_AROUND = auto()
    """Empty lines at the start and the end, or no line break at the end."""


@final
class Hand:
    """What makes the choices of one writer: each way is done never, seldom, often or always.

    All habits are drawn at once, so that one of them shrinks without a change in the others.
    """

    def __init__(self, dice: Dice) -> None:
        self.dice: Dice = dice.afresh()
        self._habits = {way: dice.pick(_ONE_IN) for way in Way}
        dice.afresh()

    def does(self, way: Way) -> bool:
        """Tell whether it is done this time. Shrinks towards never."""
        one_in = self._habits[way]
        return one_in == 1 or (one_in > 1 and self.dice.chance(one_in))


_ONE_IN = (0, 0, 0, 0, 1, 2, 5)
