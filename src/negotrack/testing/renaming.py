"""What does a record look like under other names, and in another order?"""

from collections.abc import Iterator
from typing import TypeVar

from attrs import evolve

from negotrack import renaming
from negotrack.negotiation import Negotiation
from negotrack.renaming import renamed

T = TypeVar("T")


def new_name(id_: str) -> str:
    """Give another id for each id, so that sorting the new ones turns the order of the old ones round.

    Examples:
        >>> [new_name(id_) for id_ in ("hours", "pay", "pay-2")]
        ['xslfih', 'xkzb', 'xkzb-7']
    """
    return f"x{id_.translate(_MIRROR)}"


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MIRROR = str.maketrans(_LETTERS + "0123456789", _LETTERS[::-1] + "9876543210")


def mirrored(record: T) -> T:
    """Give a record with every id in it renamed to its new name, those that notes name sources by as well.

    Examples:
        >>> from negotrack.model.demands import Demand
        >>> mirrored(Demand("corridor", "Zangezur corridor", part_of="unblocking")).part_of
        'xfmyolxprmt'
    """
    return renamed(record, lambda _, id_: new_name(id_))


def ids_in(record: object) -> frozenset[str]:
    """Give every id that stands in a record, whether it names something or not.

    Examples:
        >>> from negotrack.model.demands import Demand
        >>> sorted(ids_in(Demand("corridor", "Zangezur corridor", part_of="unblocking")))
        ['corridor', 'unblocking']
    """
    return frozenset(id_ for _, id_ in renaming.ids_in(record))


def in_other_orders(talks: Negotiation) -> Iterator[Negotiation]:
    """Give a negotiation with its parties, demands and sources the other way round, and with the first last.

    Both mean the same as before: only of rounds, and of what is said in them, does the order mean anything. What has
    no other order is left out.

    Examples:
        >>> from negotrack.model.parties import Party
        >>> talks = Negotiation("Talks", parties=[Party(id_, "") for id_ in ("a", "b", "c")])
        >>> [[party.id for party in other.parties] for other in in_other_orders(talks)]
        [['c', 'b', 'a'], ['b', 'c', 'a']]
    """
    most = max(len(talks.parties), len(talks.demands), len(talks.sources))
    if most > 1:
        yield evolve(
            talks, parties=talks.parties[::-1], demands=talks.demands[::-1], sources=talks.sources[::-1]
        )
    if most > _PAIR:
        yield evolve(
            talks,
            parties=_first_last(talks.parties),
            demands=_first_last(talks.demands),
            sources=_first_last(talks.sources),
        )


_PAIR = 2
"""Of two things there is no third order."""


def _first_last(several: tuple[T, ...]) -> tuple[T, ...]:
    return several[1:] + several[:1]
