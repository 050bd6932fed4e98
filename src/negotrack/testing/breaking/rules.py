"""How is each rule broken, and no other with it?

A clean negotiation is drawn, and one thing in it is damaged.
"""

from collections.abc import Mapping

from hypothesis.strategies import SearchStrategy

from breaking import accounts, blocs, excuses, knots, outcomes, positions, quotes, references, rivals, time
from negotrack.testing.breaking.broken import Broken, Ways
from negotrack.testing.breaking.clean import clean
from negotrack.testing.breaking.results import mended
from negotrack.testing.drawing import Dice

_FAMILIES = (references, quotes, knots, positions, rivals, outcomes, accounts, time, blocs, excuses)
_WAYS: Ways = {code: ways for family in _FAMILIES for code, ways in family.WAYS.items()}
_AS_TOLD = frozenset({"NT301", "NT302", "NT304", "NT403"})
"""The rules that are broken by what does not follow from what is said."""


def _broken(dice: Dice, code: str) -> Broken:
    """Draw a clean negotiation, and damage one thing in it."""
    damaged = dice.pick(_WAYS[code])(dice, clean(dice.afresh()))
    broken = damaged if isinstance(damaged, Broken) else Broken(damaged)
    return broken if code in _AS_TOLD else broken._replace(talks=mended(broken.talks))


BREAKING: Mapping[str, SearchStrategy[Broken]] = {code: _broken(code) for code in sorted(_WAYS)}
"""For each rule that looks at a negotiation, negotiations that break it, and no other of those that find errors."""
