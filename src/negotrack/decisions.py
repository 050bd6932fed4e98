"""What counts as yes? One demand, its rule, and the positions of those that decide."""

from collections.abc import Container, Mapping, Sequence
from enum import StrEnum, unique
from functools import cached_property
from typing import NamedTuple, assert_never, final

from attrs import frozen

from negotrack.model.claims import Outcome
from negotrack.model.decision import Decision, Silence
from negotrack.model.statements import Reservation
from negotrack.positions import SILENT, Held, Lapsed, Position, Silent
from negotrack.sentence import enumerated
from negotrack.stances import Stance


@unique
class Why(StrEnum):
    """What a party does, as a reason for an outcome."""

    __module__ = "negotrack"

    ASSENTS = "assents"
    """Its assent counts: it has no conditions, or all are agreed."""
    SILENT_ASSENT = "silent-assent"
    """It says nothing, and the rule counts silence as assent."""
    REFUSES = "refuses"
    """It refuses the demand."""
    SILENT = "silent"
    """It has never spoken of it."""
    LAPSED = "lapsed"
    """It has not spoken of the current text."""
    RESERVES = "reserves"
    """It explicitly takes no position yet."""
    DEFERS = "defers"
    """It wants the demand taken up later."""
    WITHDRAWS = "withdraws"
    """It took its own proposal off the table."""
    WAITS = "waits"
    """It assents on conditions that are not all agreed."""

    @property
    def predicate(self) -> str:
        """What the party does, as the predicate of a sentence: `is silent`."""
        return _TRAITS[self].predicate

    @property
    def is_assent(self) -> bool:
        """Whether it is a reason to agree."""
        return _TRAITS[self].is_assent

    @property
    def is_unspoken(self) -> bool:
        """Whether the word of the party on the current text is missing, so that it is waited for."""
        return _TRAITS[self].is_unspoken

    @property
    def puts_off(self) -> bool:
        """Whether the party puts its decision off."""
        return _TRAITS[self].puts_off


class _Traits(NamedTuple):
    """What is to be known of a reason; its properties say what it means."""

    predicate: str
    is_assent: bool = False
    is_unspoken: bool = False
    puts_off: bool = False


_TRAITS = {
    Why.ASSENTS: _Traits("assents", is_assent=True),
    Why.SILENT_ASSENT: _Traits("is silent, which counts as assent", is_assent=True),
    Why.REFUSES: _Traits("refuses"),
    Why.SILENT: _Traits("is silent", is_unspoken=True),
    Why.LAPSED: _Traits("lapsed", is_unspoken=True),
    Why.RESERVES: _Traits("reserves", puts_off=True),
    Why.DEFERS: _Traits("defers", puts_off=True),
    Why.WITHDRAWS: _Traits("withdraws"),
    Why.WAITS: _Traits("waits for"),
}


@final
@frozen
class PartyReason:
    """What one party does, as a reason for an outcome.

    Examples:
        >>> str(PartyReason("azerbaijan", Why.WAITS, waits_for=("soviet-borders",)))
        'azerbaijan waits for soviet-borders'
    """

    __module__ = "negotrack"

    party: str
    why: Why
    waits_for: tuple[str, ...] = ()
    """Where it waits: the conditions that are not agreed, as in the sentence."""
    reservation: Reservation | None = None
    """Where it reserves: what holds it back, if it said so."""

    def __str__(self) -> str:
        words = [self.party, self.why.predicate]
        if self.waits_for:
            words.append(enumerated(self.waits_for))
        if self.reservation:
            words.append(f"({self.reservation})")
        return " ".join(words)


@final
@frozen
class PartReason:
    """What became of one part, as a reason for the outcome of the whole.

    Examples:
        >>> str(PartReason("corridor", Outcome.REJECTED))
        'corridor is rejected'
    """

    __module__ = "negotrack"

    part: str
    outcome: Outcome

    def __str__(self) -> str:
        return f"{self.part} is {self.outcome}"


Reason = PartyReason | PartReason
"""Why an outcome is what it is: a closed union."""


@final
@frozen
class Vote:
    """How one decider counts."""

    party: str
    why: Why
    """What it does, any conditions taken as met."""
    conditions: tuple[str, ...] = ()
    provisional: bool = False
    reservation: Reservation | None = None

    def assents(self, agreed: Container[str]) -> bool:
        """Tell whether it counts as assent while these demands are agreed."""
        return self.why.is_assent and all(condition in agreed for condition in self.conditions)

    def reason(self, agreed: Container[str]) -> PartyReason:
        """Give it as a reason while these demands are agreed."""
        open_ = tuple(condition for condition in self.conditions if condition not in agreed)
        return PartyReason(self.party, Why.WAITS if open_ else self.why, open_, self.reservation)


@final
@frozen(eq=False)
class Ballot:
    """How all deciders of one demand count, and how many assents it needs."""

    deciders: Sequence[str]
    """All of them, in order, those that leave the count included."""
    positions: Mapping[str, Position]
    """The positions of those that have one, and of others."""
    rule: Decision
    spoken: Sequence[Vote]
    """How the deciders count that have a position, less those that leave the count by it."""
    silent: int
    """How many deciders have none and yet are in the count."""
    is_rejected: bool
    """Whether refusals stop the demand. Conditions cannot change that: an unmet one is no refusal."""

    def agrees(self, agreed: Container[str]) -> bool:
        """Tell whether the demand is agreed while these demands are."""
        count = len(self.spoken) + self.silent
        silent_assents = self.silent if self.rule.silence is Silence.ASSENT else 0
        assents = len(self.assents(agreed)) + silent_assents
        return not self.is_rejected and count > 0 and assents >= threshold(self.rule, count)

    def assents(self, agreed: Container[str]) -> list[Vote]:
        """Give the spoken votes that count as assent while these demands are agreed."""
        return [vote for vote in self.spoken if vote.assents(agreed)]

    @cached_property
    def votes(self) -> Sequence[Vote]:
        """How all deciders count, in order, less those that leave the count."""
        votes = (
            _vote(party, self.positions.get(party, SILENT), self.rule.silence) for party in self.deciders
        )
        return [vote for vote in votes if vote]

    @cached_property
    def voters(self) -> tuple[str, ...]:
        """The deciders that count, in order."""
        return tuple(vote.party for vote in self.votes)

    @property
    def needed(self) -> int:
        """How many assents the rule needs of those that count."""
        return threshold(self.rule, len(self.votes))

    def reasons(self, outcome: Outcome, agreed: Container[str]) -> tuple[PartyReason, ...]:
        """Give what made the demand agreed, rejected or pending, while these demands are agreed."""
        if outcome not in self._reasons:
            found = self._counted(outcome, agreed)
            if any(vote.conditions for vote in self.votes):
                return found
            self._reasons[outcome] = found
        return self._reasons[outcome]

    @cached_property
    def _reasons(self) -> dict[Outcome, tuple[PartyReason, ...]]:
        """What was asked for already, where no assent hangs on a condition: a ballot stands for many rounds."""
        return {}

    def _counted(self, outcome: Outcome, agreed: Container[str]) -> tuple[PartyReason, ...]:
        match outcome:
            case Outcome.AGREED:
                counted = [vote for vote in self.votes if vote.assents(agreed)]
            case Outcome.REJECTED:
                counted = [vote for vote in self.votes if vote.why is Why.REFUSES]
            case _:
                counted = [vote for vote in self.votes if not vote.assents(agreed)]
        return tuple(vote.reason(agreed) for vote in counted)


def ballot(deciders: Sequence[str], rule: Decision, positions: Mapping[str, Position]) -> Ballot:
    """Count the positions of those that decide; a party that is not in `positions` is silent.

    Its cost is that of the positions: of those that say nothing there may be many.

    Examples:
        >>> ballot(["a", "b"], Decision(), {}).agrees(set())
        False
        >>> ballot(["a", "b"], Decision(silence="assent"), {}).agrees(set())
        True
    """
    decides = set(deciders)
    heard = [party for party in positions if party in decides]
    spoken = [vote for party in heard if (vote := _vote(party, positions[party], rule.silence))]
    silent = 0 if rule.silence is Silence.ABSENT else len(decides) - len(heard)
    refusers = [vote.party for vote in spoken if vote.why is Why.REFUSES]
    count = len(spoken) + silent
    is_out_of_reach = count - len(refusers) < threshold(rule, count)
    is_vetoed = any(party in rule.veto for party in refusers)
    is_rejected = bool(refusers) and (is_out_of_reach or is_vetoed)
    return Ballot(deciders, positions, rule, spoken, silent, is_rejected)


def threshold(rule: Decision, deciders: int) -> int:
    """Give how many assents a rule needs among so many deciders.

    Examples:
        >>> threshold(Decision("majority"), 4), threshold(Decision("2/3"), 4), threshold(Decision(2), 4)
        (3, 3, 2)
    """
    match rule.needs:
        case int(count):
            return count
        case "all":
            return deciders
        case "majority":
            return deciders // 2 + 1
        case fraction:
            share, of = (int(number) for number in fraction.split("/"))
            return -(-deciders * share // of)


def _vote(party: str, position: Position, silence: Silence) -> Vote | None:
    """Tell how a decider counts, or None where it leaves the count."""
    match position:
        case Held():
            return _spoken(party, position)
        case Lapsed(was=was) if was.is_qualified or was.stance.is_objection:
            return Vote(
                party, Why.LAPSED
            )  # a new text does not lift an objection: silence on it counts as nothing
        case Lapsed():
            return _unspoken(party, Why.LAPSED, silence)
        case Silent():
            return _unspoken(party, Why.SILENT, silence)
        case _:
            assert_never(position)


def _spoken(party: str, held: Held) -> Vote | None:
    match held.stance:
        case Stance.PROPOSES | Stance.AMENDS | Stance.ACCEPTS:
            return Vote(party, Why.ASSENTS, held.conditions, held.provisional)
        case Stance.REJECTS:
            return Vote(party, Why.REFUSES)
        case Stance.RESERVES:
            return Vote(party, Why.RESERVES, reservation=held.reservation)
        case Stance.DEFERS:
            return Vote(party, Why.DEFERS)
        case Stance.WITHDRAWS:
            return Vote(party, Why.WITHDRAWS)
        case Stance.ABSTAINS:
            return None
        case _:
            assert_never(held.stance)


def _unspoken(party: str, why: Why, silence: Silence) -> Vote | None:
    match silence:
        case Silence.NEITHER:
            return Vote(party, why)
        case Silence.ASSENT:
            return Vote(party, Why.SILENT_ASSENT)
        case Silence.ABSENT:
            return None
        case _:
            assert_never(silence)
