"""What is one negotiation, whole?"""

from collections.abc import Container, Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any, final

from attrs import Attribute, evolve, field, frozen

from negotrack.calendar import START
from negotrack.collector import paused
from negotrack.errors import DuplicateId, NoSuchDemand, NoSuchParty, NoSuchRound
from negotrack.fields import checked, optional_texts, records
from negotrack.history import History
from negotrack.ids import Id, check_ids
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand, optional_decision
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.settings import CheckSettings
from negotrack.model.sources import Event, Source
from negotrack.model.statements import Statement
from negotrack.origin import Origin
from negotrack.positions import Position
from negotrack.sentence import Sentence
from negotrack.state import State
from negotrack.terms import Terms
from negotrack.timeline import Timeline, timeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.diffs import Diff
    from negotrack.ledger import Ledger
    from negotrack.moves import Move


def _parties(given: Iterable[Party]) -> tuple[Party, ...]:
    return records(given, Party)


def _sources(given: Iterable[Source]) -> tuple[Source, ...]:
    return records(given, Source)


def _demands(given: Iterable[Demand]) -> tuple[Demand, ...]:
    return records(given, Demand)


def _rounds(given: Iterable[Round]) -> tuple[Round, ...]:
    return records(given, Round)


def _events(given: Iterable[Event]) -> tuple[Event, ...]:
    return records(given, Event)


def _have_ids_of_their_own(_: object, attribute: "Attribute[Any]", several: Iterable[Any]) -> None:
    seen: set[str] = set()
    for one in several:
        if one.id in seen:
            raise DuplicateId(_SINGULAR[attribute.name], one.id)
        seen.add(one.id)


_SINGULAR = {"parties": "party", "demands": "demand", "rounds": "round", "sources": "source"}


@final
@frozen(repr=False, field_transformer=checked)
class Negotiation:
    """A negotiation: who, about what, in which rounds, and everything that was said, with its sources.

    It holds the record and nothing else; what follows from it is computed when it is asked for. Ids in it that name
    nothing are no obstacle: they are left out of what is computed.

    Attributes:
        between: the ids of the parties whose assent every demand needs that names none, in any order; None: all
            principals.
        decision: how many of them have to assent; None: all.
        parties: who takes part, in the order in which they are shown.
        sources: the documents that say what was said, in any order.
        demands: what it is about, in the order in which they are shown.
        events: what happened besides, in any order.
        check: what it says of the rules that check it; kept for them, and without effect on what is computed.
        rounds: the rounds in their order, which is the order of what was said.
        origin: the text it was read from; None where it was made in Python, or changed since.

    Raises:
        DuplicateId: two parties, demands, rounds or sources share an id.
        BadId: a party in `between` is no id.
        BadField: `decision` is a word that names no rule.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> pay = Negotiation(
        ...     "Pay talks",
        ...     parties=[Party("union", "Union"), Party("employer", "Employer")],
        ...     demands=[Demand("pay", "4% from April")],
        ...     rounds=[Round("march", "2026-03-02", statements=["union proposes pay"])],
        ... )
        >>> pay
        <Negotiation 'Pay talks': 2 parties, 1 demand, 1 round, 1 statement>
        >>> pay.saying("employer accepts pay").now.agreed
        ('pay',)
    """

    __module__ = "negotrack"

    title: str = field()
    note: str | None = field(default=None, kw_only=True)
    between: tuple[Id, ...] | None = field(
        default=None, kw_only=True, converter=optional_texts, validator=check_ids
    )
    decision: Decision | None = field(default=None, kw_only=True, converter=optional_decision)
    check: CheckSettings = field(factory=CheckSettings, kw_only=True)
    parties: tuple[Party, ...] = field(
        default=(), kw_only=True, converter=_parties, validator=_have_ids_of_their_own
    )
    sources: tuple[Source, ...] = field(
        default=(), kw_only=True, converter=_sources, validator=_have_ids_of_their_own
    )
    demands: tuple[Demand, ...] = field(
        default=(), kw_only=True, converter=_demands, validator=_have_ids_of_their_own
    )
    rounds: tuple[Round, ...] = field(
        default=(), kw_only=True, converter=_rounds, validator=_have_ids_of_their_own
    )
    events: tuple[Event, ...] = field(default=(), kw_only=True, converter=_events)
    origin: Origin | None = field(init=False, default=None, eq=False)

    @property
    def now(self) -> State:
        """The state as of the last round; before the first where there is none."""
        return self._states[-1]

    def at(self, round_: str | int | date, /) -> State:
        """Give the state as of the end of a round.

        Args:
            round_: the id of the round; its number, 1 being the first and -1 the last; a day, which means the last
                round whose earliest day is not after it, and the start where none is; or `start`, before the first
                round.

        Raises:
            NoSuchRound: there is no such round.
            TypeError: no round can be named like that.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("uk-eu-withdrawal")
            >>> [talks.at(which).number for which in ("commons-2020", 13, -2, date(2020, 1, 10), "start")]
            [13, 13, 13, 13, 0]
        """
        return self._states[self.round_number(round_)]

    def diff(self, before: str | int | date | None = None, after: str | int | date = -1) -> "Diff":
        """Give what changed between two rounds.

        Args:
            before: the one round, as `at` takes it; None: the one before the last.
            after: the other, as `at` takes it; the last if it is left out.

        Raises:
            NoSuchRound: there is no such round.
            TypeError: no round can be named like that.

        Examples:
            >>> from negotrack import seed
            >>> print(seed("sochi-2022").diff("start").outcomes[0])
            non-force: unraised -> agreed (settled)
        """
        from negotrack.diffs import Diff  # noqa: PLC0415 - slow to load, and not wanted for a matrix

        end = self.now if after == -1 else self.at(after)
        start = self._states[max(len(self.rounds) - 1, START)] if before is None else self.at(before)
        return Diff(start, end)

    def moves(self, round_: str | int | date, /) -> "tuple[Move, ...]":
        r"""Give the moves of a round: every change of a position that it made, in order, undone or not.

        Args:
            round_: the round, as `at` takes it.

        Raises:
            NoSuchRound: there is no such round.
            TypeError: no round can be named like that.

        Examples:
            >>> from negotrack import seed
            >>> print(*seed("uk-eu-withdrawal").moves("commons-2020"), sep="\n")
            commons on withdrawal-agreement: lapsed (rejects) -> accepts (toward)
            commons on protocol: silent -> accepts (opening)
        """
        from negotrack.moves import moves  # noqa: PLC0415 - likewise

        return tuple(moves(self.timeline, self.round_number(round_)))

    @cached_property
    def ledger(self) -> "Ledger":
        """Who moved toward and away over all rounds, and which moves were answered.

        Examples:
            >>> from negotrack import seed
            >>> seed("uk-eu-withdrawal").ledger.tallies["commons"].toward
            1
        """
        from negotrack.ledger import Ledger  # noqa: PLC0415 - likewise

        return Ledger(self.title, self.parties, self.demands, self.rounds, self.timeline)

    def round_number(self, round_: str | int | date, /) -> int:
        """Give the number of a round, from 1; 0 before the first.

        Args:
            round_: the round, as `at` takes it.

        Raises:
            NoSuchRound: there is no such round.
            TypeError: no round can be named like that.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("uk-eu-withdrawal")
            >>> talks.round_number("ratified-2020"), talks.round_number(-1), talks.round_number("start")
            (14, 14, 0)
        """
        match round_:
            case "start":
                return START
            case str():
                return self._numbered(self._numbers.get(round_, START), round_)
            case int() if not isinstance(round_, bool):
                number = round_ if round_ > 0 else len(self.rounds) + 1 + round_
                return self._numbered(number, str(round_))
            case date():
                day = round_.date() if isinstance(round_, datetime) else round_
                past = [n for n, past in enumerate(self.rounds, 1) if past.date.earliest <= day]
                return max(past, default=START)
            case _:
                raise TypeError(
                    f"a round is named by its id (round.id), its number or a day, not by {round_!r}"
                )

    @property
    def statement_count(self) -> int:
        """How many statements it has, in all rounds.

        Examples:
            >>> from negotrack import seed
            >>> seed("sochi-2022").statement_count
            11
        """
        return sum(len(round_.statements) for round_ in self.rounds)

    def history(self, party: str, demand: str) -> tuple[Position, ...]:
        """Give a party's position on a demand as of each round, in order.

        Raises:
            NoSuchParty: there is no such party.
            NoSuchDemand: there is no such demand.
            TypeError: an id is no text.

        Examples:
            >>> from negotrack import seed
            >>> talks = seed("colombia-farc").until("new-text")
            >>> [str(position) for position in talks.history("voters", "final-agreement")][-3:]
            ['rejects', 'rejects', 'lapsed (rejects)']
        """
        if all(party != known.id for known in self.parties):
            raise NoSuchParty(party, (known.id for known in self.parties))
        if all(demand != known.id for known in self.demands):
            raise NoSuchDemand(demand, (known.id for known in self.demands))
        numbers = range(1, len(self.rounds) + 1)
        return tuple(self.timeline.position(party, demand, number) for number in numbers)

    def until(self, round_: str | int | date, /) -> "Negotiation":
        """Give the negotiation without the rounds after this one.

        Its last state is the state as of that round. It is for reading, not for going on from: a party, or a member
        of a bloc, that joins only later keeps its place in it with a span that is empty for good. Events stay: they
        belong to no round.

        Args:
            round_: the last round that is kept, as `at` takes it.

        Raises:
            NoSuchRound: there is no such round.
            TypeError: no round can be named like that.

        Examples:
            >>> from negotrack import seed
            >>> seed("colombia-farc").until("plebiscite").now
            <State as of 'plebiscite': 11 agreed, 1 rejected, 0 pending of 12 demands>
        """
        kept = self.rounds[: self.round_number(round_)]
        if not kept:
            return evolve(self, rounds=kept)
        later = {gone.id for gone in self.rounds[len(kept) :]}
        parties = [_unjoined(party, later, kept[-1].id) for party in self.parties]
        return evolve(self, rounds=kept, parties=parties)

    def with_round(self, round_: Round, /) -> "Negotiation":
        """Give the negotiation with one more round, the last.

        Raises:
            DuplicateId: a round has this id already.
            TypeError: it is no round.

        Examples:
            >>> from negotrack import seed
            >>> later = Round("later", "2023", statements=["azerbaijan accepts delimitation"])
            >>> seed("sochi-2022").with_round(later).now.outcome("delimitation")
            <Outcome.AGREED: 'agreed'>
        """
        return evolve(self, rounds=(*self.rounds, round_))

    def saying(self, *statements: str | Sentence | Statement) -> "Negotiation":
        """Give the negotiation with more statements at the end of its last round: what if?

        Raises:
            BadSentence: a statement does not have the sentence form.
            NoSuchRound: there is no round to say it in.
            TypeError: a statement is neither a text nor a record of one.
        """
        if not self.rounds:
            raise NoSuchRound("last", ())
        *earlier, last = self.rounds
        return evolve(self, rounds=(*earlier, evolve(last, statements=(*last.statements, *statements))))

    @cached_property
    def _states(self) -> tuple[State, ...]:
        """The state before the first round and after each; one is asked for as often as one likes."""
        return tuple(self._state(number) for number in range(len(self.rounds) + 1))

    def _state(self, number: int) -> State:
        return State(
            self.title,
            self.parties,
            self.demands,
            self.rounds[number - 1] if number else None,
            number,
            len(self.rounds),
            self.timeline,
            self._history,
        )

    def _numbered(self, number: int, wanted: str) -> int:
        if not 0 < number <= len(self.rounds):
            raise NoSuchRound(wanted, self._numbers)
        return number

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {round_.id: number for number, round_ in enumerate(self.rounds, 1)}

    @cached_property
    def timeline(self) -> Timeline:
        """Every change of a position, in order, and every text: for rules and tools that walk through all of it.

        Examples:
            >>> from negotrack import seed
            >>> print(seed("sochi-2022").timeline.position("armenia", "corridor", 1))
            rejects
        """
        with paused():
            return timeline(self.parties, self.demands, self.rounds)

    @cached_property
    def _history(self) -> History:
        terms = Terms(self.parties, self.between, self.decision)
        return History(self.parties, self.demands, self.rounds, terms, self.timeline)

    def __repr__(self) -> str:
        counted = (
            _count(len(self.parties), "party", "parties"),
            _count(len(self.demands), "demand", "demands"),
            _count(len(self.rounds), "round", "rounds"),
            _count(self.statement_count, "statement", "statements"),
        )
        return f"<Negotiation {self.title!r}: {', '.join(counted)}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: FBT001 - as IPython and Hypothesis call it
        """Print it in short; where a test of Hypothesis fails, a small record as `loads(...)` of its dossier.

        Of the record with which a test fails one wants to see all, and to keep it. That is not left to a printer
        that is registered with Hypothesis: it would prefer to print the calls of the strategies.
        """
        fails = type(printer).__module__.startswith("hypothesis.") and not cycle
        text = self._dossier() if fails else ""
        printer.text(f"loads(r'''\n{text}''')" if text and "'''" not in text else repr(self))

    def _dossier(self) -> str:
        """Give a small record as a dossier; "" where it is large, or no file can hold it."""
        from negotrack.formats.dossiers import dumps  # noqa: PLC0415 - formats are made of negotiations; only here it is the other way

        if self.statement_count > _FEW:
            return ""
        try:
            return dumps(self)
        except UnicodeEncodeError:
            return ""


_FEW = 40
"""Up to how many statements a record is printed whole where a test fails."""


def _unjoined(party: Party, later: Container[str], never: str) -> Party:
    """Give a party that joins nothing in the rounds that are taken away: a span that ends where it starts is empty."""
    members = [
        evolve(place, joins=never, leaves=never) if place.joins in later else place for place in party.members
    ]
    if party.joins in later:
        return evolve(party, members=members, joins=never, leaves=never)
    return evolve(party, members=members)


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"
