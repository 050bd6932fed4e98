"""Which parties, demands, rounds and sources of two records are the same?

By their ids; and where an id stands in one record only, by what it is called.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import final

from attrs import frozen

from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.sources import Source
from negotrack.negotiation import Negotiation
from negotrack.renaming import ids_in
from negotrack.subjects import Kind

Named = Party | Demand | Round | Source
"""What has an id."""


@final
@frozen
class Renaming:
    """Something that has another id in the newer record and is called the same.

    Examples:
        >>> from negotrack import compare
        >>> old, new = (Negotiation("Talks", parties=[Party(id_, "United Kingdom")]) for id_ in ("uk", "britain"))
        >>> print(*compare(old, new).renamings)
        party uk -> britain
    """

    __module__ = "negotrack"

    kind: Kind
    old: str
    """Its id in the older record."""
    new: str
    """Its id in the newer one."""
    title: str
    """What it is called in both."""

    def __str__(self) -> str:
        return f"{self.kind} {self.old} -> {self.new}"


def named(talks: Negotiation) -> Mapping[Kind, Mapping[str, Named]]:
    """Give all that has an id in a record, by kind and id.

    Examples:
        >>> from negotrack import seed
        >>> list(named(seed("sochi-2022"))[Kind.PARTY])
        ['azerbaijan', 'armenia', 'russia']
    """
    lists: Mapping[Kind, Sequence[Named]] = {
        Kind.PARTY: talks.parties,
        Kind.SOURCE: talks.sources,
        Kind.DEMAND: talks.demands,
        Kind.ROUND: talks.rounds,
    }
    return {kind: {one.id: one for one in several} for kind, several in lists.items()}


def renamings(old: Negotiation, new: Negotiation) -> Iterator[Renaming]:
    """Give what has another id in the newer record.

    It is told by its name or title, and a round by its date besides. Where several in one record are called alike,
    nobody can tell which is which, and none counts as renamed; neither does what would take an id that the other record
    uses, though it names nothing there.

    Examples:
        >>> parties = [Party("uk", "United Kingdom")]
        >>> [str(one) for one in renamings(
        ...     Negotiation("Talks", parties=parties),
        ...     Negotiation("Talks", parties=[Party("britain", "United Kingdom")]),
        ... )]
        ['party uk -> britain']
    """
    olds, news = named(old), named(new)
    used = set(ids_in(old)), set(ids_in(new))
    for kind in Kind:
        gone, come = _by_title(olds[kind]), _by_title(news[kind])
        for key, one in gone.items():
            other = come.get(key)
            if other and (kind, other.id) not in used[0] and (kind, one.id) not in used[1]:
                yield Renaming(kind, one.id, other.id, title_of(one))


def title_of(one: Named) -> str:
    """Give what something is called; of a round without a title, its date and place.

    Examples:
        >>> title_of(Round("sochi", "2022-10-31", place="Sochi"))
        '2022-10-31 Sochi'
    """
    match one:
        case Party():
            return one.name
        case Round():
            return one.title or " ".join([str(one.date), *([one.place] if one.place else [])])
        case Demand() | Source():
            return one.title


def _by_title(several: Mapping[str, Named]) -> Mapping[object, Named]:
    """Give things by what they are called, and rounds by their dates besides, less those that are called alike."""
    times = Counter(map(_called, several.values()))
    return {_called(one): one for one in several.values() if times[_called(one)] == 1}


def _called(one: Named) -> object:
    return (one.title, one.date, one.place) if isinstance(one, Round) else title_of(one)
