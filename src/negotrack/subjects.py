"""What in a negotiation can be asked about by its id?"""

from collections.abc import Iterable
from enum import StrEnum, unique
from typing import NamedTuple

from negotrack.errors import NoSuch, NoSuchDemand, NoSuchParty, NoSuchRound, NoSuchSource
from negotrack.ids import ids_by_name, suggest_id
from negotrack.negotiation import Negotiation
from negotrack.sentence import enumerated
from negotrack.visible import visible


@unique
class Kind(StrEnum):
    """What has an id.

    Examples:
        >>> from negotrack import Party, compare
        >>> old, new = (Negotiation("Pay talks", parties=[Party(id_, "Union")]) for id_ in ("union", "dockers"))
        >>> compare(old, new).renamings[0].kind
        <Kind.PARTY: 'party'>
    """

    __module__ = "negotrack"

    PARTY = "party"
    DEMAND = "demand"
    ROUND = "round"
    SOURCE = "source"


class Subject(NamedTuple):
    """A party, a demand, a round or a source of a negotiation."""

    kind: Kind
    id: str


class Ambiguous(ValueError):
    """An id that names several things of different kinds.

    Attributes:
        id: the id.
        kinds: what it names, in the order party, demand, round, source.

    Examples:
        >>> raise Ambiguous("eu", [Kind.PARTY, Kind.SOURCE])
        Traceback (most recent call last):
            ...
        negotrack.Ambiguous: `eu` is a party and a source; write `party:eu` or `source:eu`
    """

    __module__ = "negotrack"

    def __init__(self, id_: str, kinds: "list[Kind]") -> None:
        super().__init__(id_, kinds)
        self.id = id_
        self.kinds = kinds

    def __str__(self) -> str:
        ways = " or ".join(f"`{kind}:{visible(self.id)}`" for kind in self.kinds)
        return f"`{visible(self.id)}` is {enumerated([f'a {kind}' for kind in self.kinds])}; write {ways}"


_ERRORS = {
    Kind.PARTY: NoSuchParty,
    Kind.DEMAND: NoSuchDemand,
    Kind.ROUND: NoSuchRound,
    Kind.SOURCE: NoSuchSource,
}


def subject(talks: Negotiation, name: str) -> Subject:
    """Give what an id names in a negotiation: `corridor`, or `party:eu` where several things share an id.

    Raises:
        NoSuch: nothing has this id; for `party:eu` and the like the error of that kind.
        Ambiguous: several things have it.
        TypeError: it is no text.

    Examples:
        >>> from negotrack import seed
        >>> subject(seed("sochi-2022"), "corridor")
        Subject(kind=<Kind.DEMAND: 'demand'>, id='corridor')
    """
    known = {
        Kind.PARTY: [party.id for party in talks.parties],
        Kind.DEMAND: [demand.id for demand in talks.demands],
        Kind.ROUND: [round_.id for round_ in talks.rounds],
        Kind.SOURCE: [source.id for source in talks.sources],
    }
    if not isinstance(name, str):
        raise NoSuch(name, ())
    prefix, colon, rest = name.partition(":")
    if colon and prefix in known:
        kind = Kind(prefix)
        if rest not in known[kind]:
            raise _ERRORS[kind](rest, known[kind], _called(rest, talks, [kind]))
        return Subject(kind, rest)
    kinds = [kind for kind, ids in known.items() if name in ids]
    match kinds:
        case []:
            raise NoSuch(name, [id_ for ids in known.values() for id_ in ids], _called(name, talks, known))
        case [kind]:
            return Subject(kind, name)
        case _:
            raise Ambiguous(name, kinds)


def _called(name: str, talks: Negotiation, kinds: Iterable[Kind]) -> str:
    """Give the id of what has a name; nothing where nothing has it, or several things do."""
    named = {
        Kind.PARTY: [(word, one.id) for one in talks.parties for word in (one.name, *one.aliases)],
        Kind.DEMAND: [(one.title, one.id) for one in talks.demands],
        Kind.ROUND: [(one.title, one.id) for one in talks.rounds if one.title],
        Kind.SOURCE: [(one.title, one.id) for one in talks.sources],
    }
    ids = ids_by_name(pair for kind in kinds for pair in named[kind])
    return ids.get(suggest_id(name), "")
