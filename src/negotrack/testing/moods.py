"""How does the talk about one demand go?"""

from typing import final

from attrs import frozen

from negotrack.stances import Stance

_ANY = (
    Stance.ACCEPTS,
    Stance.PROPOSES,
    Stance.REJECTS,
    Stance.RESERVES,
    Stance.DEFERS,
    Stance.ABSTAINS,
    Stance.WITHDRAWS,
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


SILENT = Mood((*[0] * 24, 1), _ANY, _ANY)
"""Nobody speaks of it, or hardly anybody: the whole of which the parts are discussed."""
QUIET = Mood((0, 0, 1, 2), _ANY, _ANY)
"""Most say nothing."""
SETTLING = Mood((1, 1, 2, 2, 3), _ANY, (*[Stance.ACCEPTS] * 6, Stance.PROPOSES, Stance.ABSTAINS))
"""In the end nearly all agree, whatever they said before."""
CONTESTED = Mood((1, 2, 2, 3), _ANY, _ANY)
"""Everybody says anything."""
FADING = Mood(
    (0, 1, 2, 2),
    (Stance.PROPOSES, Stance.PROPOSES, Stance.ACCEPTS),
    (*[Stance.WITHDRAWS] * 6, Stance.REJECTS, Stance.RESERVES),
)
"""Those that put it forward take it back."""

OF_WHOLES = (SILENT, SILENT, SILENT, SETTLING, CONTESTED, FADING)
"""The moods that the talk about a demand with parts can have, for `pick`."""
OF_OTHERS = (QUIET, SETTLING, SETTLING, SETTLING, SETTLING, CONTESTED, CONTESTED, FADING)
"""The moods that the talk about a demand without parts can have, for `pick`."""
