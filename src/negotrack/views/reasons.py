"""Why is an outcome what it is, in a few words?"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import final

from attrs import evolve, frozen

from negotrack.decisions import PartyReason, Why
from negotrack.model.claims import Outcome
from negotrack.sentence import enumerated
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.grammar import Predicate
from negotrack.views.naming import party_names
from negotrack.views.whys import WORDS
from negotrack.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.changes import PartyChange
    from negotrack.moves import Mover


@final
@frozen(eq=False)
class Reasons:
    """What is said of the reasons of one state, parties by their names and demands by their numbers."""

    names: Mapping[str, str]
    """The name of each party, safe to show."""
    numbers: Mapping[str, str]

    @staticmethod
    def of(state: State) -> "Reasons":
        """Give what says the reasons of a state."""
        return Reasons(party_names(state.parties), state.numbers)

    def in_words(self, standing: Standing) -> str:
        """Say who stands in the way of a demand, or how many assent where it is agreed without all."""
        return self.in_brief(standing) or "; ".join(self._clauses(standing))

    def in_brief(self, standing: Standing) -> str:
        """Say what cells in words do not tell: what other demands make of it, and that not all assent."""
        return self.of_others(standing) or self._outvoted(standing)

    def in_figures(self, standing: Standing) -> str:
        """Say in figures how a demand stands: `1 refuses`, `5 of 10 assent`."""
        if words := self.of_others(standing):
            return words
        count = len(standing.reasons)
        match standing.outcome:
            case Outcome.AGREED:
                return self._outvoted(standing)
            case Outcome.REJECTED:
                return f"{count} {WORDS[Why.REFUSES].brief.form(count)}"
            case Outcome.PENDING if _is_out_of_reach(standing):
                return self._out_of_reach(standing)
            case Outcome.PENDING:
                total = len(standing.deciders)
                return f"{total - count} of {total} assent"
            case _:
                return ""

    @staticmethod
    def _out_of_reach(standing: Standing) -> str:
        """Say that a demand needs more assents than there are parties to give them."""
        if not standing.deciders:
            return "nobody decides"
        return f"needs {standing.needed} assents of {len(standing.deciders)}"

    def remarks(self, standings: Sequence[Standing]) -> Iterator[str]:
        """Say in sentences what is to be known of some demands besides who holds them up."""
        yield from self.replaced(standings)
        others = [standing for standing in standings if not standing.replaced_by]
        yield from self._remark("Agreed though not all assent", others, self._outvoted)
        yield from self._remark("By their parts", others, self.of_parts)
        yield from self._remark("Out of reach", others, self._reach)

    def replaced(self, standings: Sequence[Standing]) -> Iterator[str]:
        """Say in a sentence which of some demands are replaced, and by which others."""
        yield from self._remark("Replaced", standings, self._successors)

    def _remark(
        self, head: str, standings: Sequence[Standing], words: Callable[[Standing], str]
    ) -> Iterator[str]:
        said = [f"{self.numbers[one.demand]} ({text})" for one in standings if (text := words(one))]
        if said:
            yield f"{head}: {', '.join(said)}."

    def _successors(self, standing: Standing) -> str:
        return f"by {self.numbered(standing.replaced_by)}" if standing.replaced_by else ""

    def _reach(self, standing: Standing) -> str:
        is_open = standing.outcome is Outcome.PENDING and not standing.is_composite
        return self._out_of_reach(standing) if is_open and _is_out_of_reach(standing) else ""

    @staticmethod
    def _outvoted(standing: Standing) -> str:
        """Say how many assent to what is agreed, where not all do."""
        total = len(standing.deciders)
        if standing.outcome is not Outcome.AGREED or len(standing.reasons) >= total or standing.is_composite:
            return ""
        return f"{len(standing.reasons)} of {total} assent"

    def of_others(self, standing: Standing) -> str:
        """Say what other demands make of a demand: what replaced it, or how its parts stand."""
        if standing.replaced_by:
            return f"replaced by {self.numbered(standing.replaced_by)}"
        return self.of_parts(standing)

    def of_absent(self, standing: Standing, parties: Container[str]) -> Iterator[str]:
        """Say who stands in the way that is not among these parties, and that nobody decides where that is so."""
        if standing.replaced_by or standing.is_composite:
            return
        absent = [one for one in standing.party_reasons if one.party not in parties]
        if absent or _is_out_of_reach(standing):
            yield from self._clauses(evolve(standing, reasons=tuple(absent)))

    def of_parts(self, standing: Standing) -> str:
        """Say how the parts stand of which the outcome is made."""
        if standing.is_composite and not standing.parts and standing.outcome is Outcome.PENDING:
            return "all parts withdrawn"
        if standing.parts and standing.outcome is not Outcome.UNRAISED:
            is_rejected = standing.outcome is Outcome.REJECTED
            open_ = len(standing.reasons) if standing.outcome is Outcome.PENDING else 0
            word = "rejected" if is_rejected else "agreed"
            total = len(standing.parts)
            return f"{total - open_} of {total} part{'s'[: total != 1]} {word}"
        return ""

    def by_party(self, standings: Iterable[Standing], parties: Sequence[str] | None = None) -> Iterator[str]:
        """Say for each party in a sentence what it holds up.

        Args:
            standings: what became of the demands.
            parties: the ids of the parties to speak of; None: all that hold anything up.
        """
        held: dict[str, dict[Why, list[str]]] = {
            party: {} for party in (self.names if parties is None else parties)
        }
        for standing in standings:
            if standing.outcome in _OPEN and not standing.replaced_by:
                for reason in standing.party_reasons:
                    if parties is None or reason.party in held:
                        whys = held.setdefault(reason.party, {})
                        whys.setdefault(reason.why, []).append(self._object(reason, standing.demand))
        for party, whys in held.items():
            if whys:
                predicates = [_predicate(why, whys[why]) for why in Why if why in whys]
                yield f"{self.named(party)} {'; '.join(predicates)}."

    def named(self, party: str) -> str:
        """Give the name of a party; of one that is not there its id."""
        return self.names.get(party, visible(party))

    def together(self, movers: "Iterable[Mover]") -> str:
        """Name those that moved alike, and through which bloc: `Union and, through it, Nurses; Employer`."""
        by_voice: dict[str, list[str]] = {}
        for mover in movers:
            by_voice.setdefault(mover.voice, []).append(mover.party)
        own = [self.named(voice) for voice, parties in by_voice.items() if parties == [voice]]
        blocs = []
        for voice, parties in by_voice.items():
            members = [self.named(party) for party in parties if party != voice]
            if members and voice in parties:
                blocs.append(f"{self.named(voice)} and, through it, {enumerated(members)}")
            elif members:
                blocs.append(f"{enumerated(members)}, through {self.named(voice)}")
        return "; ".join([*blocs, *([enumerated(own)] if own else [])])

    def of_presence(self, changes: "Iterable[PartyChange]") -> str:
        """Say by whose joining or leaving an outcome came about: `as Union left and Nurses joined`; of none nothing."""
        who: dict[str, list[str]] = {}
        for one in changes:
            who.setdefault(one.presence, []).append(self.named(one.party))
        said = [f"{enumerated(parties)} {presence}" for presence, parties in who.items()]
        return f"as {enumerated(said)}" if said else ""

    def numbered(self, demands: Iterable[str]) -> str:
        """Give demands by their numbers, joined; one that is not there by its id."""
        return enumerated([self.numbers.get(demand, visible(demand)) for demand in demands])

    def _clauses(self, standing: Standing) -> Iterator[str]:
        if standing.outcome not in _OPEN:
            return
        if not standing.is_composite and _is_out_of_reach(standing):
            yield self._out_of_reach(standing)
        grouped: dict[Predicate, list[str]] = {}
        for reason in standing.party_reasons:
            tail = f" {self.numbered(reason.waits_for)}" if reason.waits_for else ""
            kind = f" ({reason.reservation})" if reason.reservation else ""
            does = WORDS[reason.why].brief.then(tail + kind)
            grouped.setdefault(does, []).append(self.named(reason.party))
        for does, parties in grouped.items():
            yield does.of(parties)

    def _object(self, reason: PartyReason, demand: str) -> str:
        number = self.numbers[demand] + (f" ({reason.reservation})" if reason.reservation else "")
        return f"to {number} if {self.numbered(reason.waits_for)}" if reason.waits_for else number


_OPEN = (Outcome.REJECTED, Outcome.PENDING)


def _predicate(why: Why, objects: Sequence[str]) -> str:
    joined = ", ".join(objects) if why is Why.WAITS else enumerated(objects)
    return f"{WORDS[why].with_demands} {joined}"


def _is_out_of_reach(standing: Standing) -> bool:
    """Tell whether a demand needs more assents than there are parties to give them: nobody is always too few."""
    return not standing.deciders or standing.needed > len(standing.deciders)
