"""What counts as yes? One position, of one that decides."""

from collections.abc import Container
from enum import StrEnum, unique
from typing import NamedTuple, assert_never, final

from attrs import frozen

from negotrack.model.claims import Outcome
from negotrack.model.decision import Decision, Silence
from negotrack.model.statements import Reservation
from negotrack.positions import Held, Lapsed, Position, Silent
from negotrack.sentence import enumerated
from negotrack.stances import Stance


@unique
class Why(StrEnum):
    """What a party does, as a reason for an outcome.

    Examples:
        >>> from negotrack import seed
        >>> [(reason.party, str(reason.why)) for reason in seed("sochi-2022").now.standing("corridor").party_reasons]
        [('armenia', 'refuses')]
        >>> Why.WAITS.predicate, Why.ASSENTS.is_assent, Why.SILENT.is_unspoken, Why.RESERVES.puts_off
        ('waits for', True, True, True)
    """

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


class Way(NamedTuple):
    """A way to count, of one that decides.

    Attributes:
        why: what it does, any conditions taken as met.
        conditions: the demands that have to be agreed for its assent to count.
        provisional: whether its assent is given provisionally.
        stops: whether its refusal alone rejects the demand.
    """

    why: Why
    conditions: tuple[str, ...] = ()
    provisional: bool = False
    stops: bool = False

    def assents(self, agreed: Container[str]) -> bool:
        """Tell whether it counts as assent while these demands are agreed."""
        return self.why.is_assent and all(condition in agreed for condition in self.conditions)


@final
@frozen
class Vote:
    """How one decider counts."""

    party: str
    way: Way
    reservation: Reservation | None = None

    def reason(self, agreed: Container[str]) -> PartyReason:
        """Give it as a reason while these demands are agreed."""
        open_ = tuple(condition for condition in self.way.conditions if condition not in agreed)
        return PartyReason(self.party, Why.WAITS if open_ else self.way.why, open_, self.reservation)


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


def vote(party: str, position: Position, rule: Decision) -> Vote | None:
    """Tell how a decider counts, and what holds it back; None where it leaves the count."""
    counts = way(party, position, rule)
    reservation = position.reservation if isinstance(position, Held) else None
    return Vote(party, counts, reservation) if counts else None


def way(party: str, position: Position, rule: Decision) -> Way | None:
    """Tell in which way a decider counts, or None where it leaves the count."""
    match position:
        case Held():
            return _spoken(party, position, rule)
        case Lapsed(was=was) if was.is_qualified or was.stance.is_objection:
            return Way(Why.LAPSED)  # a new text does not lift an objection: silence on it counts as nothing
        case Lapsed():
            return _unspoken(Why.LAPSED, rule.silence)
        case Silent():
            return _unspoken(Why.SILENT, rule.silence)
        case _:
            assert_never(position)


def _spoken(party: str, held: Held, rule: Decision) -> Way | None:
    match held.stance:
        case Stance.PROPOSES | Stance.AMENDS | Stance.ACCEPTS:
            return Way(Why.ASSENTS, held.conditions, held.provisional)
        case Stance.REJECTS:
            return Way(Why.REFUSES, stops=party in rule.veto)
        case Stance.RESERVES:
            return Way(Why.RESERVES)
        case Stance.DEFERS:
            return Way(Why.DEFERS)
        case Stance.WITHDRAWS:
            return Way(Why.WITHDRAWS)
        case Stance.ABSTAINS:
            return None
        case _:
            assert_never(held.stance)


def _unspoken(why: Why, silence: Silence) -> Way | None:
    match silence:
        case Silence.NEITHER:
            return Way(why)
        case Silence.ASSENT:
            return Way(Why.SILENT_ASSENT)
        case Silence.ABSENT:
            return None
        case _:
            assert_never(silence)
