"""Which ids in a record name nothing?"""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from negotrack.locate.place import Path
from negotrack.model.citations import Citation
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.places import AtKey, AtValue, Place
from negotrack.rules.entries import Claimed, Said, claimed
from negotrack.subjects import Kind


class Dangling(NamedTuple):
    """A mention of something that is not in the record."""

    kind: Kind
    """What it would be."""
    id: str
    place: Place
    what: str
    """As what it is named: a holder, a member."""
    bears_on_outcomes: bool
    """Whether outcomes might be others if it named something."""


def dangling(talks: Negotiation) -> Iterator[Dangling]:
    """Give every mention of a party, a demand, a round or a source that is not there.

    Examples:
        >>> talks = Negotiation("Talks", between=["us"])
        >>> [(one.id, one.what) for one in dangling(talks)]
        [('us', 'decider')]
    """
    return _Search(talks).all()


class _Search:
    """The record, and the ids that name something in it."""

    def __init__(self, talks: Negotiation) -> None:
        self.talks = talks
        self.parties = frozenset(party.id for party in talks.parties)
        self.demands = frozenset(demand.id for demand in talks.demands)
        self.sources = frozenset(source.id for source in talks.sources)
        self.known: Mapping[Kind, Container[str]] = {
            Kind.PARTY: self.parties,
            Kind.DEMAND: self.demands,
            Kind.ROUND: {round_.id for round_ in talks.rounds},
            Kind.SOURCE: self.sources,
        }

    def all(self) -> Iterator[Dangling]:
        talks = self.talks
        yield from self._several(Kind.PARTY, talks.between, ("between",), "decider", bears=True)
        yield from self._veto(talks.decision, ("decision",))
        for party in talks.parties:
            yield from self._of_party(party, ("parties", party.id))
        for demand in talks.demands:
            yield from self._of_demand(demand, ("demands", demand.id))
        for index, round_ in enumerate(talks.rounds):
            yield from self._of_round(round_, ("rounds", index))
        for number, round_ in enumerate(talks.rounds, 1):
            for place, statement in enumerate(round_.statements):
                if not self._knows_all(statement):
                    yield from self._of_statement(Said(statement, round_, number, place))
        for claim in claimed(talks):
            yield from self._of_claim(claim)
        for index, event in enumerate(talks.events):
            yield from self._cited(event.source, ("events", index))

    def _of_party(self, party: Party, path: Path) -> Iterator[Dangling]:
        yield from self._span(party.joins, party.leaves, path)
        for index, member in enumerate(party.members):
            here = (*path, "members", index)
            yield from self._one(Kind.PARTY, member.party, (*here, "party"), "member", bears=True)
            yield from self._span(member.joins, member.leaves, here)

    def _span(self, joins: str | None, leaves: str | None, path: Path) -> Iterator[Dangling]:
        yield from self._one(Kind.ROUND, joins, (*path, "joins"), "first round", bears=True)
        yield from self._one(Kind.ROUND, leaves, (*path, "leaves"), "round of leaving", bears=True)

    def _of_demand(self, demand: Demand, path: Path) -> Iterator[Dangling]:
        yield from self._one(Kind.DEMAND, demand.part_of, (*path, "part_of"), "whole", bears=True)
        for key, what in (("excludes", "rival"), ("requires", "requirement"), ("succeeds", "predecessor")):
            yield from self._several(Kind.DEMAND, getattr(demand, key), (*path, key), what)
        yield from self._several(Kind.PARTY, demand.between, (*path, "between"), "decider", bears=True)
        yield from self._veto(demand.decision, (*path, "decision"))

    def _veto(self, decision: Decision | None, path: Path) -> Iterator[Dangling]:
        if decision:
            yield from self._several(Kind.PARTY, decision.veto, (*path, "veto"), "veto holder", bears=True)

    def _of_round(self, round_: Round, path: Path) -> Iterator[Dangling]:
        yield from self._several(Kind.PARTY, round_.mediators, (*path, "mediators"), "mediator")
        yield from self._several(Kind.PARTY, round_.present, (*path, "present"), "participant")
        for delegate in round_.delegates:
            place = AtKey((*path, "delegates", delegate.party))
            yield from self._unless_known(Kind.PARTY, delegate.party, place, "party with a delegate")
        for index, meeting in enumerate(round_.meetings):
            here = (*path, "meetings", index, "present")
            yield from self._several(Kind.PARTY, meeting.present, here, "participant")
        yield from self._cited(round_.source, path)

    def _knows_all(self, statement: Statement) -> bool:
        """Tell whether all that a statement names is there: so it mostly is, and that is quickly seen."""
        says, giver = statement.says, statement.according_to
        return (
            self.parties.issuperset(says.holders)
            and self.demands.issuperset(says.demands)
            and (not says.conditions or self.demands.issuperset(says.conditions))
            and (giver is None or giver in self.parties)
            and (not statement.source or all(one.id in self.sources for one in statement.source))
        )

    def _of_statement(self, said: Said) -> Iterator[Dangling]:
        says = said.statement.says
        for kind, ids, place, what in (
            (Kind.PARTY, says.holders, said.holder, "holder"),
            (Kind.DEMAND, says.demands, said.demand, "demand"),
            (Kind.DEMAND, says.conditions, said.condition, "condition"),
        ):
            for id_ in ids:
                if id_ not in self.known[kind]:
                    yield Dangling(kind, id_, place(id_), what, bears_on_outcomes=True)
        giver, path = said.statement.according_to, said.path
        yield from self._one(Kind.PARTY, giver, (*path, "according_to"), "giver of an account", bears=True)
        yield from self._cited(said.statement.source, path)

    def _of_claim(self, claimed: Claimed) -> Iterator[Dangling]:
        claim, path = claimed.claim, claimed.path
        if path[-1] == 0:
            yield from self._unless_known(Kind.DEMAND, claim.demand, AtKey(path[:4]), "demand")
        yield from self._cited(claim.source, path)
        yield from self._one(Kind.PARTY, claim.according_to, (*path, "according_to"), "giver of a claim")

    def _cited(self, citations: Iterable[Citation], path: Path) -> Iterator[Dangling]:
        for index, citation in enumerate(citations):
            yield from self._one(Kind.SOURCE, citation.id, (*path, "source", index, "id"), "source")

    def _several(
        self, kind: Kind, ids: Iterable[str] | None, path: Path, what: str, *, bears: bool = False
    ) -> Iterator[Dangling]:
        for index, id_ in enumerate(ids or ()):
            yield from self._one(kind, id_, (*path, index), what, bears=bears)

    def _one(
        self, kind: Kind, id_: str | None, path: Path, what: str, *, bears: bool = False
    ) -> Iterator[Dangling]:
        if id_ is not None:
            yield from self._unless_known(kind, id_, AtValue(path), what, bears=bears)

    def _unless_known(
        self, kind: Kind, id_: str, place: Place, what: str, *, bears: bool = False
    ) -> Iterator[Dangling]:
        if id_ not in self.known[kind]:
            yield Dangling(kind, id_, place, what, bears)
