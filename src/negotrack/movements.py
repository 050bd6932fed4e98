"""Which way did a position move?"""

from enum import StrEnum, unique
from typing import assert_never

from negotrack.positions import Held, Lapsed, Position, Silent


@unique
class Movement(StrEnum):
    """Which way a position moved; no way is better than another.

    `toward` and `away` follow the order refusal, neither, qualified assent, full assent; of two qualified assents the
    one with fewer conditions is nearer to full. Neither are reservations, abstentions, deferrals, withdrawals, and what
    lapsed.

    Examples:
        >>> from negotrack import seed
        >>> [(move.party, str(move.movement)) for move in seed("uk-eu-withdrawal").moves("commons-2020")]
        [('commons', 'toward'), ('commons', 'opening')]
    """

    __module__ = "negotrack"

    LAPSED = "lapsed"
    """The party did not move: the text did."""
    OPENING = "opening"
    """Its first word on the demand."""
    UNSAID = "unsaid"
    """To silence: only where one looks backwards."""
    TOWARD = "toward"
    """Nearer to full assent."""
    AWAY = "away"
    """Further from full assent."""
    SIDEWAYS = "sideways"
    """Another position, neither nearer nor further."""


def movement(before: Position, after: Position) -> Movement:
    """Give which way a position moved; the two are taken to be unequal.

    Examples:
        >>> from negotrack import seed
        >>> now = seed("sochi-2022").now
        >>> movement(now["armenia", "corridor"], now["armenia", "recognition"])
        <Movement.TOWARD: 'toward'>
    """
    if isinstance(after, Lapsed):
        return Movement.LAPSED
    if isinstance(after, Silent):
        return Movement.UNSAID
    if isinstance(before, Silent):
        return Movement.OPENING
    step = _rank(after) - _rank(before)
    if not step and isinstance(before, Held) and before.is_qualified and after.is_qualified:
        old, new = _qualifiers(before), _qualifiers(after)
        step = (new < old) - (new > old)
    if not step:
        return Movement.SIDEWAYS
    return Movement.TOWARD if step > 0 else Movement.AWAY


def _rank(position: Held | Lapsed) -> int:
    """Give the place of a position in the order refusal, neither, qualified assent, full assent."""
    match position:
        case Held(stance=stance) if stance.is_assent:
            return 2 if position.is_qualified else 3
        case Held(stance=stance) if stance.is_refusal:
            return 0
        case Held() | Lapsed():
            return 1
        case _:
            assert_never(position)


def _qualifiers(held: Held) -> frozenset[str | bool]:
    """Give what stands between an assent and a full one."""
    return frozenset([*held.conditions, *([True] if held.provisional else [])])
