"""How does the talk about one demand go?"""

from typing import final

from attrs import frozen

from negotrack.stances import Stance

_ANY = (
    Stance.ACCEPTS,
    *(stance for stance in Stance if stance not in {Stance.ACCEPTS, Stance.AMENDS}),
)
"""All but amendments, which are drawn by themselves; what is listed first is what draws shrink to."""

Qualifiers = tuple[bool, bool]
"""Whether an assent is conditional, and whether it is provisional."""

USUAL_QUALIFIERS: tuple[Qualifiers, ...] = (
    *[(False, False)] * 6,
    *[(True, False)] * 4,
    *[(False, True)] * 2,
    (True, True),
)


@final
@frozen
class Mood:
    """How often a party speaks of a demand, and what it says; what is listed more often is likelier.

    Without moods nearly every drawn demand would be pending: parties that speak at random hardly ever all agree.
    """

    counts: tuple[int, ...]
    """How often a party speaks of it."""
    early: tuple[Stance, ...]
    """What it says before its last word."""
    last: tuple[Stance, ...]
    """What it says last."""
    amendments: tuple[int, ...]
    """How often its text is amended."""
    qualifiers: tuple[Qualifiers, ...] = USUAL_QUALIFIERS
    """How assents to it are qualified."""


def _seldom_silent(*counts: int) -> tuple[int, ...]:
    """Give how often a party speaks that says nothing hardly ever. It can, so that what it says shrinks to nothing."""
    return (0, *counts * (_SELDOM // len(counts)))


_SELDOM = 60
"""One in about so many is silent."""

SILENT = Mood((*[0] * 24, 1), _ANY, _ANY, (0,))
"""Nobody speaks of it, or hardly anybody: the whole of which the parts are discussed."""
QUIET = Mood((0, 0, 1, 2), _ANY, _ANY, (0, 0, 1))
"""Most say nothing."""
SETTLING = Mood(
    _seldom_silent(1, 1, 2, 2, 3),
    _ANY,
    (*[Stance.ACCEPTS] * 6, Stance.PROPOSES, Stance.ABSTAINS),
    (0, 0, 0, 1, 1, 2),
)
"""In the end nearly all agree, whatever they said before."""
DEALING = Mood(
    _seldom_silent(1, 1, 1, 2),
    _ANY,
    (*[Stance.ACCEPTS] * 4, Stance.PROPOSES),
    (0, 0, 0, 0, 1),
    ((False, False), (True, False), (True, False)),
)
"""All agree, if only they get something for it."""
CONTESTED = Mood(_seldom_silent(1, 2, 2, 3), _ANY, _ANY, (0, 0, 1, 2))
"""Everybody says anything."""
FADING = Mood(
    (0, 1, 2, 2),
    (Stance.PROPOSES, Stance.PROPOSES, Stance.ACCEPTS),
    (Stance.PROPOSES, *[Stance.WITHDRAWS] * 9, Stance.REJECTS, Stance.RESERVES),
    (0,),
)
"""Those that put it forward take it back, nearly all of them."""

OF_WHOLES = (SILENT, SILENT, SILENT, SETTLING, SETTLING, CONTESTED, FADING)
"""The moods that the talk about a demand with parts can have, for `pick`."""
OF_OTHERS = (QUIET, SETTLING, SETTLING, SETTLING, SETTLING, CONTESTED, CONTESTED, FADING)
"""The moods that the talk about a demand without parts can have, for `pick`."""
