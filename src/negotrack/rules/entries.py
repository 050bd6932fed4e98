"""Where do the statements and the claims of a record stand, and which positions were taken by them?"""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple, final

from attrs import frozen

from negotrack.journal import Cell, Journal
from negotrack.locate.place import Path
from negotrack.model.claims import Claim
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.places import AtKey, AtValue, InSentence, Part
from negotrack.positions import OWN
from negotrack.stances import Stance


@final
@frozen
class Said:
    """A statement, and where it stands.

    Examples:
        >>> from negotrack import Case, seed
        >>> one = Case(seed("sochi-2022")).said[8]
        >>> str(one.statement.says), one.holder("armenia").path
        ('armenia rejects corridor', ('rounds', 0, 'statements', 8, 'says'))
        >>> one.path == one.sentence.path[:-1], one.demand("corridor").part.name
        (True, 'DEMANDS')
        >>> one.key("quote").path == one.value("quote").path == (*one.path, "quote")
        True
        >>> list(one.sources), one.is_account_of("armenia")
        (['iria'], False)
    """

    __module__ = "negotrack"

    statement: Statement
    round: Round
    number: int
    """The number of the round, from 1."""
    place: int
    """Its place in the round, from 0."""

    @property
    def path(self) -> Path:
        """The path of the statement."""
        return ("rounds", self.number - 1, "statements", self.place)

    @property
    def sentence(self) -> AtValue:
        """The place of the sentence."""
        return AtValue((*self.path, "says"))

    def holder(self, id_: str) -> InSentence:
        """Give the place of a holder in the sentence."""
        return InSentence((*self.path, "says"), Part.HOLDERS, id_)

    def demand(self, id_: str) -> InSentence:
        """Give the place of a demand in the sentence."""
        return InSentence((*self.path, "says"), Part.DEMANDS, id_)

    def condition(self, id_: str) -> InSentence:
        """Give the place of a condition in the sentence.

        Examples:
            >>> from negotrack import Case, seed
            >>> [one.condition(id_) for one in Case(seed("sochi-2022")).said for id_ in one.statement.says.conditions]
            [InSentence(path=('rounds', 0, 'statements', 5, 'says'), part=<Part.CONDITIONS: 3>, id='soviet-borders')]
        """
        return InSentence((*self.path, "says"), Part.CONDITIONS, id_)

    def value(self, key: str) -> AtValue:
        """Give the place of what stands beside the sentence under a key."""
        return AtValue((*self.path, key))

    def key(self, key: str) -> AtKey:
        """Give the place of a key beside the sentence."""
        return AtKey((*self.path, key))

    @property
    def sources(self) -> Mapping[str, None]:
        """The ids of the sources that it is written in, as keys, each once: its own, or else those of its round."""
        return dict.fromkeys(citation.id for citation in self.statement.source or self.round.source)

    def is_account_of(self, holder: str) -> bool:
        """Tell whether it is somebody else's account of what a holder said."""
        return self.statement.according_to not in (None, holder)


@final
@frozen
class Claimed:
    """A claim, and where it stands.

    Examples:
        >>> from negotrack import Case, seed
        >>> one = Case(seed("sochi-2022")).claimed[0]
        >>> one.claim.demand, one.outcome.path
        ('cis-1991', ('rounds', 0, 'claims', 'cis-1991', 0, 'outcome'))
    """

    __module__ = "negotrack"

    claim: Claim
    round: Round
    number: int
    """The number of the round, from 1."""
    path: Path
    """Its path: a file has the claims of a round by demand, those of one demand in a list."""

    @property
    def outcome(self) -> AtValue:
        """The place of the outcome that is claimed."""
        return AtValue((*self.path, "outcome"))


class Taking(NamedTuple):
    """A word by which a party took a position: its own, or that of a bloc. Nothing is worked out to make it."""

    cell: Cell
    said: Statement
    number: int
    """The number of the round, from 1."""
    version: int
    """Of the text that it was about."""
    basis: str
    """`own`, or the id of the bloc."""

    @property
    def stance(self) -> Stance:
        """The stance that it took."""
        return self.said.says.stance


def takings(journal: Journal, cells: Container[int]) -> Iterator[Taking]:
    """Give all words by which a position was taken in some cells, in order; none by which one lapsed."""
    for place in journal.entries_of(cells):
        if place not in journal.lapsed:
            yield Taking(
                journal.cell_of(place),
                journal.words[place],
                journal.number(place),
                journal.version(place),
                journal.bases.get(place, OWN),
            )


def said(talks: Negotiation) -> Iterator[Said]:
    """Give all statements, in order."""
    for number, round_ in enumerate(talks.rounds, 1):
        for place, statement in enumerate(round_.statements):
            yield Said(statement, round_, number, place)


def claimed(talks: Negotiation) -> Iterator[Claimed]:
    """Give all claims, round by round, those of one demand together.

    Examples:
        >>> from negotrack import seed
        >>> [entry.path for entry in claimed(seed("sochi-2022"))][0]
        ('rounds', 0, 'claims', 'cis-1991', 0)
    """
    for number, round_ in enumerate(talks.rounds, 1):
        by_demand: dict[str, list[Claim]] = {}
        for claim in round_.claims:
            by_demand.setdefault(claim.demand, []).append(claim)
        for demand, claims in by_demand.items():
            for place, claim in enumerate(claims):
                yield Claimed(claim, round_, number, ("rounds", number - 1, "claims", demand, place))
