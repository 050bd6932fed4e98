"""How is each rule broken, and no other with it?

A clean negotiation is drawn, and one thing in it is damaged.
"""

from collections.abc import Mapping

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from negotrack.nearest import did_you_mean
from negotrack.negotiation import Negotiation
from negotrack.rules.catalogue import RULES
from negotrack.testing.arguments import Given, Size, together
from negotrack.testing.breaking import (
    accounts,
    amendments,
    blocs,
    circles,
    claims,
    deciding,
    excuses,
    outcomes,
    positions,
    references,
    rivals,
    sources,
    time,
)
from negotrack.testing.breaking.clean import clean
from negotrack.testing.breaking.results import mended
from negotrack.testing.breaking.sizes import sizes_of
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import framed

_MODULES = (
    *(references, sources, circles, positions, amendments, rivals, claims, outcomes, deciding),
    *(accounts, time, blocs, excuses),
)
_WAYS: Ways = {code: ways for module in _MODULES for code, ways in module.WAYS.items()}
_AS_TOLD = frozenset({"NT301", "NT302", "NT304", "NT403"})
"""The rules that are broken by what does not follow from what is said."""
_CODES = {name: rule.code for rule in RULES for name in (rule.code, rule.name)}
"""The codes of all rules, by code and by name."""


def breaking_negotiations(
    breaking: Given[str], asked: Mapping[str, Given[Size]]
) -> SearchStrategy[Negotiation]:
    """Give negotiations that break a rule, and no other of those that find errors.

    Args:
        breaking: the code of the rule, or its name.
        asked: how many there are of some kinds, apart from what it takes to break the rule.

    Raises:
        InvalidArgument: there is no such rule, no negotiation can break it, or there have to be more of something.
    """
    return together(
        lambda code, **sizes: rolled(broken, code, sizes),
        code=breaking.map(_code) if isinstance(breaking, SearchStrategy) else _code(breaking),
        **sizes_of(asked),
    )


def _code(word: object) -> str:
    """Give the code of the rule that a word names.

    Raises:
        InvalidArgument: it names none, or none that a negotiation can break.
    """
    if not isinstance(word, str) or word not in _CODES:
        meant = did_you_mean(word, _CODES) if isinstance(word, str) else ""
        raise InvalidArgument(
            f"breaking takes the code or the name of a rule, or a strategy for it, not {word!r}"
            + (f": {meant}" if meant else "")
        )
    code = _CODES[word]
    if code not in _WAYS:
        raise InvalidArgument(
            f"breaking does not take {word!r}, which texts break only: `damaged_texts` does"
        )
    return code


def broken(dice: Dice, code: str, sizes: Mapping[str, tuple[int, int]]) -> Negotiation:
    """Draw a clean negotiation, and damage one thing in it. The damage is drawn first, so that it keeps its place."""
    damage = Dice(dice.draw).afresh()
    way = damage.pick(_WAYS[code])
    damaged = way(damage, clean(dice, framed(dice, sizes, are_shared=False)))
    return damaged if code in _AS_TOLD else mended(damaged)
