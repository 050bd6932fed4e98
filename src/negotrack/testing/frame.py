"""Which things are there in a drawn record, which can it name, and what may happen in it?"""

from collections.abc import Iterator, Mapping
from typing import final

from attrs import field, frozen

from negotrack.testing.drawing import Dice


@final
@frozen(kw_only=True)
class Scope:
    """What may happen in a record."""

    blocs: bool = True
    """Whether there are blocs."""
    conditions: bool = True
    """Whether assents may be conditional."""
    amendments: bool = True
    """Whether texts are amended."""
    accounts: bool = True
    """Whether parties tell of others."""
    decisions: bool = True
    """Whether there are decision rules; else all have to agree."""


EVERYTHING = Scope()
"""Anything may happen."""


@final
@frozen(kw_only=True)
class Frame:
    """The ids of the things in a record. All that is drawn for it draws from them whatever it names.

    Examples:
        >>> some = Frame(parties=("p1", "p2"), demands=("d1",), strangers=("ghost",))
        >>> some.is_loose, some.before(some.parties, "p2")
        (True, ('p1', 'p2', 'p1', 'p2', 'p1', 'p2', 'ghost'))
    """

    parties: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    """In the order in which they took place."""
    sources: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    """Ids that name nothing, or nothing of the kind that is wanted, and that the record uses all the same. Where there
    are any, parents, predecessors and members may run in circles as well."""
    scope: Scope = EVERYTHING
    slots: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)
    """By kind, the slots in which the things are; "" where one stays empty. What is drawn for a thing has its place by
    its slot, and keeps it while others are left out."""

    @property
    def is_loose(self) -> bool:
        """Whether ids may dangle and run in circles."""
        return bool(self.strangers)

    def referable(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """Give what a field can name that names one of these; strangers come less often."""
        return known * _KNOWN_TO_STRANGE + self.strangers if self.is_loose else known

    def before(self, known: tuple[str, ...], one: str) -> tuple[str, ...]:
        """Give what `one` of these can build on without a circle: those before it; in a loose record, whatever."""
        return self.referable(known) if self.is_loose else known[: known.index(one)]

    def besides(self, known: tuple[str, ...], one: str) -> tuple[str, ...]:
        """Give what `one` of these can name that makes no sense of itself; in a loose record, whatever."""
        if self.is_loose:
            return self.referable(known)
        return tuple(other for other in known if other != one)


_KNOWN_TO_STRANGE = 3


def framed(
    dice: Dice,
    sizes: Mapping[str, tuple[int, int]],
    *,
    loose: bool = False,
    scope: Scope = EVERYTHING,
    are_shared: bool = True,
) -> Frame:
    """Draw which slots are taken, of as many as there can be: most of them. Shrinks towards as few as there can be.

    The things go by `p1`, `p2` for parties, `d1` for demands, or, if ids may be shared, by the same for all kinds, in
    the order of the slots. Ids of other forms come from `ids`; renaming is a matter of its own.
    """
    is_shared = dice.afresh().chance(3) and are_shared
    stems = _SHARED_STEMS if is_shared else _OWN_STEMS
    slots = {kind: tuple(_slots(dice.afresh(), stems[kind], *size)) for kind, size in sizes.items()}
    ids = {kind: tuple(filter(None, several)) for kind, several in slots.items()}
    return Frame(**ids, slots=slots, strangers=_STRANGERS if loose else (), scope=scope)


def _slots(dice: Dice, stem: str, least: int, most: int) -> Iterator[str]:
    count = 0
    for left in range(most, 0, -1):
        is_taken = dice.number(_EMPTY) > 0 or count + left <= least
        count += is_taken
        yield f"{stem}{count}" if is_taken else ""


_EMPTY = 5
"""As a rule one in so many slots, or a little more, stays empty."""

_OWN_STEMS = {"parties": "p", "demands": "d", "rounds": "r", "sources": "s"}
_SHARED_STEMS = dict.fromkeys(_OWN_STEMS, "n")
_STRANGERS = ("ghost", "p1", "d1", "r1")
"""The last three name something, as a rule of another kind than the one that is wanted."""
