"""Which things are there in a drawn record, which can it name, and what may happen in it?"""

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
    scope: Scope = field(factory=Scope)

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


def numbered(dice: Dice, sizes: dict[str, int], *, loose: bool, scope: Scope) -> Frame:
    """Draw ids for so many things of each kind: `p1`, `p2` for parties, `d1` for demands, or the same for all kinds.

    Ids of other forms come from `ids`; renaming is a matter of its own.
    """
    stems = dice.pick((_OWN_STEMS, _OWN_STEMS, _SHARED_STEMS))
    ids = {
        kind: tuple(f"{stems[kind]}{place}" for place in range(1, size + 1)) for kind, size in sizes.items()
    }
    return Frame(**ids, strangers=_STRANGERS if loose else (), scope=scope)


_OWN_STEMS = {"parties": "p", "demands": "d", "rounds": "r", "sources": "s"}
_SHARED_STEMS = dict.fromkeys(_OWN_STEMS, "n")
_STRANGERS = ("ghost", "p1", "d1", "r1")
"""The last three name something, as a rule of another kind than the one that is wanted."""
