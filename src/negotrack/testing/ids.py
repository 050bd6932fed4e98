"""By which ids do the things of a drawn record go, and which can they name?"""

from operator import add
from string import ascii_lowercase, digits
from typing import final

from attrs import frozen
from hypothesis.strategies import DrawFn, SearchStrategy, builds, composite, sampled_from, text

from negotrack.ids import is_id
from negotrack.testing.drawing import check_size, pick, size


def ids() -> SearchStrategy[str]:
    """Give ids: every text of the id grammar with up to 12 characters.

    Words of the sentence form are no ids, and are not among them. Nothing keeps two draws apart; for ids of several
    things ask for a list with `unique=True`. Shrinks towards `a`.

    Examples:
        >>> from hypothesis import find
        >>> find(ids(), lambda id_: "-" in id_)
        'a-'
    """
    return builds(add, sampled_from(ascii_lowercase), text(_LATER, max_size=11)).filter(is_id)


_LATER = ascii_lowercase + digits + "-"


@final
@frozen
class Names:
    """The ids of the things in a record. The strategies for its parts draw from them whatever these name.

    Examples:
        >>> some = Names(parties=("p1", "p2"), demands=("d1",), strangers=("ghost",))
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


def names(
    *,
    max_parties: int = 5,
    max_demands: int = 6,
    max_rounds: int = 5,
    max_sources: int = 2,
    loose: bool = False,
) -> SearchStrategy[Names]:
    """Give the ids of a record: `p1`, `p2` for parties, `d1` for demands, or the same ids for all kinds.

    Ids of other forms come from `ids`; renaming is a matter of its own. Shrinks towards fewer.

    Args:
        max_parties: how many parties there are at most.
        max_demands: how many demands there are at most.
        max_rounds: how many rounds there are at most.
        max_sources: how many sources there are at most.
        loose: whether there are strangers.

    Raises:
        InvalidArgument: a number is none, or negative.

    Examples:
        >>> from hypothesis import find
        >>> find(names(), lambda names: len(names.demands) == 2).demands
        ('d1', 'd2')
    """
    most = {"parties": max_parties, "demands": max_demands, "rounds": max_rounds, "sources": max_sources}
    for kind, number in most.items():
        check_size(f"max_{kind}", number)
    return _names(most, loose=loose)


@composite
def _names(draw: DrawFn, most: dict[str, int], *, loose: bool) -> Names:
    stems = pick(draw, (_OWN_STEMS, _OWN_STEMS, _SHARED_STEMS))
    numbered = {
        kind: tuple(f"{stems[kind]}{place}" for place in range(1, size(draw, most[kind]) + 1))
        for kind in most
    }
    return Names(**numbered, strangers=_STRANGERS if loose else ())


_OWN_STEMS = {"parties": "p", "demands": "d", "rounds": "r", "sources": "s"}
_SHARED_STEMS = dict.fromkeys(_OWN_STEMS, "n")
_STRANGERS = ("ghost", "p1", "d1", "r1")
"""The last three name something, as a rule of another kind than the one that is wanted."""
