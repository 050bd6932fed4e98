"""How do things stand, as of one round?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.breaks import Break, broken
from negotrack.calendar import Calendar
from negotrack.errors import NoSuchDemand, NoSuchParty
from negotrack.fields import texts
from negotrack.grids import Grid, grid
from negotrack.hearings import hear
from negotrack.history import History
from negotrack.model.claims import Outcome
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.omissions import LeftOut
from negotrack.outcomes import Settlement
from negotrack.outline import Entry, outline
from negotrack.positions import Account, Mark, Position, marks
from negotrack.standing import Counts, Result, Standing
from negotrack.timeline import Timeline
from negotrack.versions import Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.views.matrix import Matrix


@final
@frozen(eq=False, repr=False)
class State:
    """The negotiation as of a round: every position, every outcome.

    It is a view: it holds no record of its own, and computes what is asked for when it is asked.

    Attributes:
        title: the title of the negotiation.
        parties: all parties of the negotiation, in the order of the dossier.
        demands: all its demands, in the order of the dossier.
        round: the round as of whose end it is; None: before the first.
        number: the number of that round, from 1; 0 before the first.
        round_count: how many rounds the negotiation has, later ones included.
        timeline: all positions, texts and accounts of the negotiation, in every round.

    Examples:
        >>> from negotrack import seed
        >>> now = seed("sochi-2022").now
        >>> now
        <State as of 'sochi-2022': 4 agreed, 1 rejected, 5 pending of 10 demands>
        >>> str(now["armenia", "corridor"]), now.agreed
        ('rejects', ('non-force', 'earlier-agreements', 'recognition', 'cis-1991'))
        >>> now.rejected, len(now.pending), now.withdrawn, now.unraised
        (('corridor',), 5, (), ())
    """

    __module__ = "negotrack"

    title: str
    parties: Sequence[Party]
    demands: Sequence[Demand]
    round: Round | None
    number: int
    round_count: int
    timeline: Timeline
    _history: History

    def __getitem__(self, cell: tuple[str, str]) -> Position:
        """Give the position of a party on a demand: `state["armenia", "corridor"]`.

        Raises:
            NoSuchParty: no party has the first id.
            NoSuchDemand: no demand has the second.
            TypeError: it is no pair of ids.
        """
        match cell:
            case (party, demand):
                return self.timeline.position(*self._known(party, demand), self.number)
            case _:
                raise TypeError(
                    f"ask for a cell by party and demand, as state[party, demand], not by {cell!r}; "
                    "a state is no list: its ids are those of `parties` and `demands`"
                )

    def accounts(self, party: str, demand: str) -> tuple[Account, ...]:
        """Give the open accounts of a party's position by others, oldest first.

        Raises:
            NoSuchParty: there is no such party.
            NoSuchDemand: there is no such demand.
            TypeError: an id is no text.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("armenia-azerbaijan").now.accounts("armenia", "corridor"))
            armenia accepts corridor, according to azerbaijan
        """
        return self.timeline.accounts(*self._known(party, demand), self.number)

    @cached_property
    def open_accounts(self) -> tuple[Account, ...]:
        r"""All open accounts, by demand, then party, in the order of the dossier.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("armenia-azerbaijan").at("exchange-july-2021").open_accounts, sep="\n")
            armenia accepts mines-aghdam, according to azerbaijan
        """
        demands = {demand: place for place, demand in enumerate(self._demand_ids)}
        parties = {party: place for place, party in enumerate(self._party_ids)}
        found = self.timeline.open_accounts(self.number)
        return tuple(sorted(found, key=lambda one: (demands[one.demand], parties[one.party])))

    def row(self, parties: Sequence[str], demand: str) -> Iterator[tuple[Position, tuple[Account, ...]]]:
        """Give for each party, in the order given, the pair of its position on a demand and the open accounts of it.

        It says the same as `state[party, demand]` and `state.accounts(party, demand)`, and is quicker for many.

        Args:
            parties: the ids of the parties, in any order.
            demand: the id of the demand.

        Raises:
            NoSuchParty: one of the parties is not there.
            NoSuchDemand: there is no such demand.
            TypeError: one text is given for the parties, or an id is no text.

        Examples:
            >>> from negotrack import seed
            >>> now = seed("sochi-2022").now
            >>> [str(position) for position, accounts in now.row(["armenia", "russia"], "corridor")]
            ['rejects', 'silent']
        """
        if isinstance(parties, str):
            raise TypeError(f"`parties` takes a list of ids, not the text {parties!r}")
        for party in parties:
            if party not in self._party_ids:
                raise NoSuchParty(party, self._party_ids)
        return self.timeline.row(parties, self._known_demand(demand), self.number)

    @cached_property
    def grid(self) -> Grid:
        """All positions as numbers, a row for each demand: for data frames, and quick however large the record is.

        Examples:
            >>> from negotrack import seed
            >>> seed("sochi-2022").now.grid
            <Grid of 10 demands by 3 parties>
        """
        return grid(self.timeline.journal, self.number)

    def marks(self, party: str, demand: str) -> tuple[Mark, ...]:
        """Give what else is to be said of a cell, in this order: lapsed, then reported or disputed.

        Raises:
            NoSuchParty: there is no such party.
            NoSuchDemand: there is no such demand.
            TypeError: an id is no text.

        Examples:
            >>> from negotrack import seed
            >>> seed("armenia-azerbaijan").now.marks("armenia", "corridor")
            (<Mark.DISPUTED: 'disputed'>,)
        """
        return marks(self[party, demand], has_open_account=bool(self.accounts(party, demand)))

    def outcome(self, demand: str) -> Outcome:
        """Give what became of a demand.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: the id is no text.

        Examples:
            >>> from negotrack import seed
            >>> seed("sochi-2022").now.outcome("corridor")
            <Outcome.REJECTED: 'rejected'>
        """
        return self._settlement.outcome(self._known_demand(demand))

    def result(self, demand: str) -> Result:
        """Give what became of a demand: the outcome, whether it is provisional, and what replaced the demand.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: the id is no text.

        Examples:
            >>> from negotrack import seed
            >>> seed("uk-eu-withdrawal").now.result("backstop")
            Result(outcome=<Outcome.REJECTED: 'rejected'>, is_provisional=False, replaced_by=('protocol',))
        """
        settled = self._settlement
        return Result(
            settled.outcome(self._known_demand(demand)),
            demand in settled.provisional,
            settled.replaced_by.get(demand, ()),
        )

    def standing(self, demand: str) -> Standing:
        """Give what became of a demand, why and since when.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: the id is no text.

        Examples:
            >>> from negotrack import seed
            >>> print(seed("sochi-2022").now.standing("treaty"))
            treaty: pending (azerbaijan waits for soviet-borders; armenia is silent)
        """
        known = self._standings.get(demand)
        if known is None:
            known = self._standings[demand] = self._stood(self._known_demand(demand))
        return known

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        """Those that were asked for."""
        return {}

    def _stood(self, demand: str) -> Standing:
        settled, is_composite = self._settlement, self._settlement.is_composite(demand)
        return Standing(
            demand=demand,
            outcome=settled.outcome(demand),
            reasons=settled.reasons(demand),
            deciders=settled.deciders(demand),
            needed=settled.needed(demand),
            since=self._history.since[self.number].get(demand),
            is_provisional=demand in settled.provisional,
            replaced_by=settled.replaced_by.get(demand, ()),
            is_composite=is_composite,
            parts=settled.parts(demand) if is_composite else (),
        )

    def between(self, demand: str) -> tuple[str, ...]:
        """Give the parties whose assent a demand needs, whether active or not, in the order of the dossier.

        Those of its `between`, or else of the negotiation's, or else all principals; ids that are not there come last.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: the id is no text.

        Examples:
            >>> from negotrack import seed
            >>> seed("sochi-2022").now.between("treaty")
            ('azerbaijan', 'armenia')
        """
        return self._history.terms.between(self._settlement.demands[self._known_demand(demand)])

    def turned_by(self, demand: str, parties: Iterable[str]) -> tuple[str, ...]:
        """Give those of some parties that make the outcome of a demand by having joined or left.

        It would be another if those of them that are active were not, and the others were, whatever else is said and
        settled being as it is. Of them these would stand among its reasons, or do so. None: it would be the same.

        Args:
            demand: the id of the demand.
            parties: the ids of the parties, in any order.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: one text is given for the parties, or an id is no text.

        Examples:
            >>> from negotrack import loads
            >>> talks = loads('''
            ... title = "Oil talks"
            ... parties = { north = "North", south = { name = "South", leaves = "may" } }
            ... demands = { oil = "Oil" }
            ... [[rounds]]
            ... id = "april"
            ... date = 2026-04-07
            ... statements = ["north proposes oil", "south rejects oil"]
            ... [[rounds]]
            ... id = "may"
            ... date = 2026-05-04
            ... ''')
            >>> str(talks.now.outcome("oil")), talks.now.turned_by("oil", ["south"])
            ('agreed', ('south',))
        """
        swapped = frozenset(texts(parties))
        between, rule = self.between(demand), self._history.terms.rule(self._settlement.demands[demand])
        positions = self.timeline.column(demand, self.number)
        otherwise = hear(between, self.inactive ^ swapped, rule, positions)
        found = self._settlement.turned_by(demand, otherwise.ballot)
        return tuple(party for party in self._party_ids if party in swapped & found)

    def versions(self, demand: str) -> tuple[Version, ...]:
        """Give all texts of a demand so far, the current one last.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: the id is no text.

        Examples:
            >>> from negotrack import seed
            >>> [version.made_in for version in seed("colombia-farc").now.versions("land")]
            [None, 'new-text']
        """
        return self.timeline.versions(self._known_demand(demand), self.number)

    def version(self, demand: str) -> Version:
        """Give the current text of a demand.

        Raises:
            NoSuchDemand: there is no such demand.
            TypeError: the id is no text.

        Examples:
            >>> from negotrack import seed
            >>> seed("colombia-farc").now.version("land").number
            2
        """
        return self.timeline.version(self._known_demand(demand), self.number)

    @cached_property
    def outline(self) -> tuple[Entry, ...]:
        """All demands in the order in which they are shown, parts under their wholes, each with its number.

        Examples:
            >>> from negotrack import seed
            >>> [(entry.number, entry.demand.id) for entry in seed("sochi-2022").now.outline[7:9]]
            [('8', 'unblocking'), ('8.1', 'corridor')]
        """
        return outline(self.demands)

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """For each demand its number in the outline: `2.1` is the first part of the second demand.

        Examples:
            >>> from negotrack import seed
            >>> seed("sochi-2022").now.numbers["corridor"]
            '8.1'
        """
        return {entry.demand.id: entry.number for entry in self.outline}

    def within(self, demands: Iterable[str]) -> Iterator[Entry]:
        """Give some demands and all their parts, in the order of the outline.

        Args:
            demands: the ids of the demands, in any order.

        Raises:
            NoSuchDemand: one of them is not there.
            TypeError: they are given as one text, or an id is no text.

        Examples:
            >>> from negotrack import seed
            >>> [entry.number for entry in seed("sochi-2022").now.within(["unblocking"])]
            ['8', '8.1']
        """
        done = 0
        for start in sorted(self._places[self._known_demand(demand)] for demand in texts(demands)):
            if start >= done:
                first = self.outline[start]
                done = next(
                    (
                        place
                        for place in range(start + 1, len(self.outline))
                        if self.outline[place].depth <= first.depth
                    ),
                    len(self.outline),
                )
                yield from self.outline[start:done]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {entry.demand.id: place for place, entry in enumerate(self.outline)}

    @cached_property
    def voices(self) -> tuple[str, ...]:
        """The ids of the parties that have a position on anything, or of which one is reported, in order.

        Examples:
            >>> from negotrack import seed
            >>> seed("uk-eu-withdrawal").at("lunch-2017").voices
            ('uk', 'eu', 'dup')
        """
        heard = self.timeline.voices(self.number)
        return tuple(party for party in self._party_ids if party in heard)

    @property
    def rounds(self) -> Sequence[Round]:
        """The rounds up to this one, in order.

        Examples:
            >>> from negotrack import seed
            >>> [round_.id for round_ in seed("uk-eu-withdrawal").at(2).rounds]
            ['lunch-2017', 'joint-report']
        """
        return self._history.rounds[: self.number]

    @cached_property
    def inactive(self) -> frozenset[str]:
        """The ids of the parties that have not joined yet or have left: they decide nothing.

        Examples:
            >>> from negotrack import seed
            >>> seed("colombia-farc").now.inactive
            frozenset({'voters'})
        """
        return Calendar.of(self._history.rounds).inactive(self.parties, self.number)

    @cached_property
    def unjoined(self) -> frozenset[str]:
        """The ids of the parties that have not joined yet: those that were active in no round up to this one.

        Examples:
            >>> from negotrack import seed
            >>> seed("colombia-farc").now.unjoined, seed("uk-eu-withdrawal").at("lunch-2017").unjoined
            (frozenset(), frozenset({'commons'}))
        """
        if not self.inactive:
            return frozenset()
        calendar = Calendar.of(self._history.rounds)
        return self.inactive.intersection(
            *(calendar.inactive(self.parties, number) for number in range(self.number))
        )

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was said up to this round and is left out, wholly or in part, in order, each with the reason.

        Words of a party or demand that is not in the record, about another than the current text, withdrawing what
        was not put forward; and conditions that are no demands.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("sochi-2022").saying("russia accepts coridor").now.left_out)
            russia accepts coridor: there is no demand `coridor`
        """
        return self.timeline.left_out(self.number)

    @cached_property
    def agreed(self) -> tuple[str, ...]:
        """The ids of the demands that are agreed, in the order of the dossier."""
        agreed = self._settlement.agreed
        return tuple(demand for demand in self._demand_ids if demand in agreed)

    @property
    def rejected(self) -> tuple[str, ...]:
        """The ids of the demands that are rejected, in the order of the dossier."""
        return self._with(Outcome.REJECTED)

    @property
    def pending(self) -> tuple[str, ...]:
        """The ids of the demands that are pending, in the order of the dossier."""
        return self._with(Outcome.PENDING)

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """The ids of the demands that were withdrawn, in the order of the dossier."""
        return self._with(Outcome.WITHDRAWN)

    @cached_property
    def replaced(self) -> tuple[str, ...]:
        """The ids of the demands on the table that an agreed one succeeds, in the order of the dossier.

        Examples:
            >>> from negotrack import seed
            >>> seed("armenia-azerbaijan").now.replaced
            ('corridor', 'third-forces-sections', 'minsk-role')
        """
        replaced = self._settlement.replaced_by
        return tuple(demand for demand in self._demand_ids if demand in replaced)

    @property
    def unraised(self) -> tuple[str, ...]:
        """The ids of the demands that nobody has spoken of, in the order of the dossier."""
        return self._with(Outcome.UNRAISED)

    @property
    def package(self) -> tuple[str, ...]:
        """The ids of the demands that would be agreed as well if all conditional offers were called in at once.

        It is the deal that the parties' own words imply already, in the order of the dossier: the largest joint
        realisation of conditional commitments (Heitzig, Games 16(6):58, 2025).

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("sochi-2022").saying("armenia accepts treaty", "armenia accepts soviet-borders if treaty")
            >>> talks.saying("azerbaijan accepts soviet-borders if treaty").now.package
            ('treaty', 'soviet-borders')
        """
        return self._settlement.package

    @cached_property
    def package_breaks(self) -> tuple[Break, ...]:
        """The declarations (`excludes`, `requires`) that the package would break, in the order of the dossier.

        Examples:
            >>> from negotrack import loads
            >>> talks = loads('''
            ... title = "Pay talks"
            ... parties = { union = "Union" }
            ... demands = { bonus = "A bonus", rise = { title = "A rise", excludes = ["bonus"] } }
            ... [[rounds]]
            ... id = "march"
            ... date = 2026-03-02
            ... statements = ["union proposes rise if bonus", "union proposes bonus if rise"]
            ... ''')
            >>> talks.now.package_breaks
            (Break(demand='rise', relation=<Relation.EXCLUDES: 'excludes'>, other='bonus'),)
        """
        return tuple(broken(self.demands, self.package, self.agreed))

    @cached_property
    def counts(self) -> Counts:
        """How many demands are agreed, rejected and pending.

        Examples:
            >>> from negotrack import seed
            >>> print(seed("sochi-2022").now.counts)
            4 of 10 agreed, 1 rejected, 5 pending
        """
        settled = self._settlement
        found = Counter(settled.outcome(demand) for demand in settled.countable)
        return Counts(
            agreed=found[Outcome.AGREED],
            provisional=len(settled.provisional & set(settled.countable)),
            rejected=found[Outcome.REJECTED],
            pending=found[Outcome.PENDING],
        )

    @property
    def _settlement(self) -> Settlement:
        return self._history.settlements[self.number]

    @cached_property
    def _party_ids(self) -> dict[str, None]:
        return {party.id: None for party in self.parties}

    @cached_property
    def _demand_ids(self) -> dict[str, None]:
        return {demand.id: None for demand in self.demands}

    def _with(self, outcome: Outcome) -> tuple[str, ...]:
        return self._by_outcome.get(outcome, ())

    @cached_property
    def _by_outcome(self) -> Mapping[Outcome, tuple[str, ...]]:
        found: dict[Outcome, list[str]] = {}
        for demand in self._demand_ids:
            found.setdefault(self._settlement.outcome(demand), []).append(demand)
        return {outcome: tuple(demands) for outcome, demands in found.items()}

    def _known(self, party: str, demand: str) -> tuple[str, str]:
        if party not in self._party_ids:
            raise NoSuchParty(party, self._party_ids)
        return party, self._known_demand(demand)

    def _known_demand(self, demand: str) -> str:
        if demand not in self._demand_ids:
            raise NoSuchDemand(demand, self._demand_ids)
        return demand

    def __rich__(self) -> object:
        """Give what rich prints: the matrix."""
        return self._matrix()

    def _repr_html_(self) -> str:
        """Give what a notebook shows: the matrix as a table."""
        return self._matrix()._repr_html_()

    def _matrix(self) -> "Matrix":
        from negotrack.views.matrix import Matrix  # noqa: PLC0415 - views are made of states; only here it is the other way

        return Matrix(self)

    def __repr__(self) -> str:
        counts = self.counts
        where = repr(self.round.id) if self.round else "the start"
        return (
            f"<State as of {where}: {counts.agreed} agreed, {counts.rejected} rejected, "
            f"{counts.pending} pending of {counts.total} demands>"
        )
