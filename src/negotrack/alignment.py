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
from negotrack.subjects import Kind

Named = Party | Demand | Round | Source
"""What has an id."""


@final
@frozen
class Renaming:
    """Something that has another id in the newer record and is called the same."""

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

    It is told by its name or title; a round that has none, by its date and place. Where two that are left are called
    alike, nobody can tell which is which, and neither counts as renamed.

    Examples:
        >>> parties = [Party("uk", "United Kingdom")]
        >>> [str(one) for one in renamings(
        ...     Negotiation("Talks", parties=parties),
        ...     Negotiation("Talks", parties=[Party("britain", "United Kingdom")]),
        ... )]
        ['party uk -> britain']
    """
    olds, news = named(old), named(new)
    for kind in Kind:
        gone = _by_title(one for id_, one in olds[kind].items() if id_ not in news[kind])
        come = _by_title(one for id_, one in news[kind].items() if id_ not in olds[kind])
        for title in gone:
            if title in come:
                yield Renaming(kind, gone[title], come[title], title)


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


def _by_title(several: Iterator[Named]) -> Mapping[str, str]:
    """Give ids by what they name is called, less those that are called alike."""
    titled = [(title_of(one), one.id) for one in several]
    times = Counter(title for title, _ in titled)
    return {title: id_ for title, id_ in titled if times[title] == 1}
