"""What does a rule look at? A negotiation, and what several rules ask of it."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import final

from attrs import field, frozen

from negotrack.blocs import Blocs
from negotrack.calendar import START, Calendar
from negotrack.journal import Cell
from negotrack.model.claims import Outcome
from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.model.sources import Source
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.parts import Forest
from negotrack.places import AtValue
from negotrack.positions import Held, Position
from negotrack.rules.dangling import Dangling, dangling
from negotrack.rules.entries import Claimed, Said, Taking, claimed, said, takings
from negotrack.terms import Terms

Read = Callable[[str], str]
"""Gives the text of the file that a source names, or raises `OSError` or `ValueError` with the reason."""


@final
@frozen(eq=False)
class Case:
    """A negotiation that is checked, and what several rules ask of it; each is worked out once.

    It holds whatever the record holds: ids in it may name nothing.

    Raises:
        TypeError: it is of no negotiation.

    Examples:
        >>> from negotrack import seed
        >>> case = Case(seed("sochi-2022"))
        >>> case.demands["corridor"].part_of
        'unblocking'
        >>> [str(one.statement.says) for one in case.said if one.statement.says.conditions]
        ['azerbaijan accepts treaty if soviet-borders']
        >>> case.parties["armenia"].name, case.sources["iria"].tier
        ('Armenia', <Tier.ANALYST: 'analyst'>)
        >>> case.positions["corridor"]["armenia"].stance, len(case.claimed)
        (<Stance.REJECTS: 'rejects'>, 4)
    """

    __module__ = "negotrack"

    talks: Negotiation
    read: Read | None = field(default=None)
    """What gives the texts of sources; None: nothing does."""
    stale_after: int = field(default=5)
    """After how many rounds without a restatement a position on a pending demand is stale."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.talks, Negotiation):
            raise TypeError(f"a case is of a negotiation, not of {self.talks!r}")

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """The parties by id."""
        return {party.id: party for party in self.talks.parties}

    @cached_property
    def demands(self) -> Mapping[str, Demand]:
        """The demands by id."""
        return {demand.id: demand for demand in self.talks.demands}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.talks.sources}

    @cached_property
    def calendar(self) -> Calendar:
        """The order of the rounds.

        Examples:
            >>> from negotrack import seed
            >>> Case(seed("uk-eu-withdrawal")).calendar.numbers["joint-report"]
            2
        """
        return Calendar.of(self.talks.rounds)

    @cached_property
    def blocs(self) -> Blocs:
        """Who speaks for whom.

        Examples:
            >>> from negotrack import Party
            >>> parties = [Party("eu", "European Union", members=["france"]), Party("france", "France")]
            >>> Case(Negotiation("Talks", parties=parties)).blocs.members("eu", 0)
            ('france',)
        """
        return Blocs(self.talks.parties, self.calendar)

    @cached_property
    def terms(self) -> Terms:
        """Who decides what, and how.

        Examples:
            >>> from negotrack import seed
            >>> case = Case(seed("sochi-2022"))
            >>> case.terms.between(case.demands["corridor"])
            ('azerbaijan', 'armenia')
        """
        return Terms(self.talks.parties, self.talks.between, self.talks.decision)

    @cached_property
    def forest(self) -> Forest:
        """Which demand is part of which.

        Examples:
            >>> from negotrack import seed
            >>> Case(seed("sochi-2022")).forest.parts["unblocking"]
            ('corridor',)
        """
        return Forest.of(self.talks.demands)

    @cached_property
    def said(self) -> Sequence[Said]:
        """All statements, in order."""
        return tuple(said(self.talks))

    @cached_property
    def claimed(self) -> Sequence[Claimed]:
        """All claims, round by round."""
        return tuple(claimed(self.talks))

    def changes(self) -> Iterator[tuple[int, Cell, Position]]:
        """Give all changes of positions, in order: the number of the round, from 1, the cell and the position.

        Restatements are among them, and what is undone in the same round.

        Examples:
            >>> from negotrack import seed
            >>> number, cell, position = next(Case(seed("sochi-2022")).changes())
            >>> number, cell.party, cell.demand, str(position)
            (1, 'azerbaijan', 'non-force', 'accepts')
        """
        for number in range(1, len(self.talks.rounds) + 1):
            for cell, position in self.talks.timeline.changes(number):
                yield number, cell, position

    def cells_with(self, *kinds: Callable[[Statement], bool]) -> AbstractSet[int]:
        """Give the numbers of the cells in which something of each kind was said, by whomever it was said there.

        In a large record they are few, and a rule that looks at these need not look at all others. Cells are counted
        from 0; which one a number is, `talks.timeline.journal.cell` tells.

        Examples:
            >>> from negotrack import seed
            >>> case = Case(seed("sochi-2022"))
            >>> cells = case.cells_with(lambda statement: statement.says.stance.is_refusal)
            >>> [case.talks.timeline.journal.cell(number) for number in cells]
            [Cell(party='armenia', demand='corridor')]
        """
        touched = [self.talks.timeline.journal.cells_with(kind) for kind in kinds]
        return frozenset.intersection(*map(frozenset, touched))

    def takings(self, cells: Container[int]) -> Iterator[Taking]:
        """Give all words by which a position was taken in some cells, in order.

        Args:
            cells: the numbers of the cells, as `cells_with` gives them.

        Examples:
            >>> from negotrack import seed
            >>> case = Case(seed("sochi-2022"))
            >>> cells = case.cells_with(lambda statement: statement.says.stance.is_refusal)
            >>> [(one.cell.party, str(one.stance)) for one in case.takings(cells)]
            [('armenia', 'rejects')]
        """
        return takings(self.talks.timeline.journal, cells)

    def inactive(self, number: int) -> AbstractSet[str]:
        """Give the ids of the parties that have not joined yet or have left in a round.

        Args:
            number: the number of the round, from 1; 0 before the first.

        Examples:
            >>> from negotrack import seed
            >>> Case(seed("uk-eu-withdrawal")).inactive(1)
            frozenset({'commons'})
        """
        if number not in self._inactive:
            self._inactive[number] = self.calendar.inactive(self.talks.parties, number)
        return self._inactive[number]

    @cached_property
    def _inactive(self) -> dict[int, AbstractSet[str]]:
        """Those that were asked for."""
        return {}

    @cached_property
    def members_now(self) -> Mapping[str, Sequence[str]]:
        """For each bloc the ids of its members at the end of the record, and of theirs, in the order of the dossier.

        Examples:
            >>> from negotrack import Party
            >>> parties = [Party("eu", "European Union", members=["france"]), Party("france", "France")]
            >>> Case(Negotiation("Talks", parties=parties)).members_now
            {'eu': ('france',)}
        """
        last = len(self.talks.rounds)
        return {party.id: self.blocs.members(party.id, last) for party in self.talks.parties if party.members}

    @cached_property
    def turns(self) -> Sequence[int]:
        """The numbers of the rounds in which a party or member may join or leave, from 0, the start, on, in order.

        Examples:
            >>> from negotrack import seed
            >>> Case(seed("uk-eu-withdrawal")).turns
            [0, 8]
        """
        spans: list[Party | Membership] = list(self.talks.parties)
        for party in self.talks.parties:
            spans += party.members
        bounds = {bound for span in spans for bound in (span.joins, span.leaves) if bound}
        numbers = self.calendar.numbers
        return sorted({START, *(numbers[bound] for bound in bounds if bound in numbers)})

    def taken(self, position: Held) -> Said:
        """Give the statement by which a position was taken, and where it stands.

        Examples:
            >>> from negotrack import seed
            >>> case = Case(seed("sochi-2022"))
            >>> case.taken(case.positions["corridor"]["armenia"]).path
            ('rounds', 0, 'statements', 8)
        """
        return self.found(position.said, position.said_in)

    def taken_by(self, taking: Taking) -> Said:
        """Give the statement of a taking, and where it stands.

        Examples:
            >>> from negotrack import seed
            >>> case = Case(seed("sochi-2022"))
            >>> cells = case.cells_with(lambda statement: statement.says.stance.is_refusal)
            >>> [case.taken_by(one).place for one in case.takings(cells)]
            [8]
        """
        return self.found(taking.said, self.talks.rounds[taking.number - 1].id)

    def found(self, statement: Statement, round_: str) -> Said:
        """Give a statement of a round with where it stands: the last one, where it stands there twice.

        Examples:
            >>> from negotrack import seed
            >>> case = Case(seed("sochi-2022"))
            >>> case.found(case.talks.rounds[0].statements[8], "sochi-2022").path
            ('rounds', 0, 'statements', 8)
        """
        return self._places[round_][id(statement)]

    @cached_property
    def _places(self) -> Mapping[str, Mapping[int, Said]]:
        """For each round its statements, by their identity: two may be equal."""
        found: dict[str, dict[int, Said]] = {round_.id: {} for round_ in self.talks.rounds}
        for one in self.said:
            found[one.round.id][id(one.statement)] = one
        return found

    @cached_property
    def positions(self) -> Mapping[str, Mapping[str, Position]]:
        """The positions at the end of the record, by demand and party, of those that have one."""
        journal = self.talks.timeline.journal
        found: dict[str, dict[str, Position]] = {}
        for number, place in journal.latest.items():
            party, demand = journal.cell(number)
            found.setdefault(demand, {})[party] = journal.position(place)
        return found

    @cached_property
    def rivals(self) -> Mapping[tuple[str, str], AtValue]:
        """For each pair of demands one of which excludes the other the place that says so; each pair once.

        Examples:
            >>> from negotrack import seed
            >>> next(iter(Case(seed("armenia-azerbaijan")).rivals))
            ('peacekeepers-longer', 'peacekeepers-leave')
        """
        found: dict[tuple[str, str], AtValue] = {}
        for demand in self.talks.demands:
            for index, rival in enumerate(demand.excludes):
                is_told = (rival, demand.id) in found or (demand.id, rival) in found
                if rival in self.demands and rival != demand.id and not is_told:
                    found[demand.id, rival] = AtValue(("demands", demand.id, "excludes", index))
        return found

    @cached_property
    def contested(self) -> AbstractSet[tuple[int, str]]:
        """Of what different outcomes are claimed: pairs of the number of a round, from 1, and the id of a demand.

        Examples:
            >>> from negotrack import Claim, Round
            >>> march = Round("march", "2026-03-02", claims=[Claim("pay", "agreed"), Claim("pay", "pending")])
            >>> Case(Negotiation("Talks", rounds=[march])).contested
            {(1, 'pay')}
        """
        outcomes: dict[tuple[int, str], set[Outcome]] = {}
        for one in self.claimed:
            outcomes.setdefault((one.number, one.claim.demand), set()).add(one.claim.outcome)
        return {which for which, several in outcomes.items() if len(several) > 1}

    @cached_property
    def doubt(self) -> str:
        """Why outcomes cannot be told as they are meant; nothing where they can.

        Examples:
            >>> from negotrack import seed
            >>> Case(seed("sochi-2022").saying("russia accepts coridor")).doubt
            'outcomes cannot be relied on while there is no demand `coridor`'
        """
        for mention in self.dangling:
            if mention.bears_on_outcomes:
                return f"outcomes cannot be relied on while there is no {mention.kind} `{mention.id}`"
        for demand in self.talks.demands:
            if demand.part_of and demand.id not in self.forest.parents:
                return f"outcomes cannot be relied on while `{demand.id}` is part of itself"
        return ""

    @cached_property
    def dangling(self) -> tuple[Dangling, ...]:
        """Every mention of a party, demand, round or source that is not there, in a fixed order.

        Examples:
            >>> from negotrack import seed
            >>> [(one.id, one.what) for one in Case(seed("sochi-2022").saying("russia accepts coridor")).dangling]
            [('coridor', 'demand')]
        """
        return tuple(dangling(self.talks))
