"""Why is an outcome what it is, in whole sentences?"""

import re
from collections.abc import Iterator, Sequence
from typing import final

from rich.cells import cell_len

from negotrack.decisions import PartReason, PartyReason, Why
from negotrack.model.claims import Outcome
from negotrack.parts import Forest
from negotrack.positions import Held, Lapsed
from negotrack.sentence import enumerated
from negotrack.stances import Stance
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.grammar import ARE, Predicate, counted, genitive
from negotrack.views.reasons import Reasons
from negotrack.views.uncounted import why_uncounted
from negotrack.views.whys import WORDS
from negotrack.visible import visible

_FEW = 2
"""Above so many deciders it is said how many of them assent."""

_LONG = 48
"""From how many cells on a title is named by its number where it is not the subject."""


@final
class Explanations:
    """What is said of the outcomes of one state: parties by name, demands by title and number."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._reasons = Reasons.of(state)
        self._titles = {demand.id: visible(demand.title) for demand in state.demands}
        self._forest = Forest.of(state.demands)

    def title(self, demand: str) -> str:
        """Give the title of a demand; of one that is not there its id."""
        return self._titles.get(demand, visible(demand))

    def named(self, demand: str) -> str:
        """Name a demand where it is not the subject: `Peace treaty (4)`; one with a long title by its number."""
        number = self._state.numbers.get(demand)
        title = self.title(demand)
        if number is None:
            return title
        text = self._text(demand)
        if cell_len(title) <= _LONG:
            return f"{title} ({number}{text})"
        return f"{number} ({text[2:]})" if text else number

    def with_outcome(self, demand: str) -> str:
        """Name a demand with what became of it: `Peace treaty (4, pending)`; one with a long title by its number."""
        number = self._state.numbers.get(demand)
        if number is None:
            return f"{visible(demand)} (no demand)"
        title, more = self.title(demand), f"{self._text(demand)}, {self._became(demand)}"
        return f"{title} ({number}{more})" if cell_len(title) <= _LONG else f"{number} ({more[2:]})"

    def _became(self, demand: str) -> str:
        standing = self._state.standing(demand)
        return f"provisionally {standing.outcome}" if standing.is_provisional else standing.outcome

    def _text(self, demand: str) -> str:
        version = self._state.version(demand).number
        return f", text {version}" if version > 1 else ""

    def qualities(self, standing: Standing) -> Iterator[str]:
        """Say what is not plain of an agreed demand: what is provisional, who abstains, whose silence counted."""
        if standing.is_provisional:
            yield self._provisionally(standing)
        if names := self._with_stance(standing.demand, Stance.ABSTAINS):
            yield _ABSTAIN.of(names)
        assents = standing.party_reasons
        if len(assents) < len(standing.deciders):
            yield f"{len(assents)} of {len(standing.deciders)} assent"
        yield from self._overruled(standing)
        yield from self._by_silence(standing)
        for party, held in self._counted(standing):
            if held.conditions:
                conditions = self._reasons.numbered(held.conditions)
                yield f"{self._noun(party, held)} holds while {conditions} {ARE.form(len(held.conditions))} agreed"

    def _overruled(self, standing: Standing) -> Iterator[str]:
        """Say who refuses what is agreed nevertheless."""
        parties = [party.id for party in self._state.parties]
        row = zip(parties, self._state.row(parties, standing.demand), strict=True)
        refusing = [party for party, (held, _) in row if isinstance(held, Held) and held.stance.is_refusal]
        deciding = [self._reasons.named(party) for party in refusing if party in standing.deciders]
        others = [
            f"{self._reasons.named(party)} ({why_uncounted(self._state, party, standing.demand)})"
            for party in refusing
            if party not in standing.deciders
        ]
        if deciding:
            yield _REFUSE.of(deciding)
        if others:
            yield f"the refusal of {enumerated(others)} is not counted"

    def _by_silence(self, standing: Standing) -> Iterator[str]:
        """Say whose saying nothing counted as assent: of all, or of the current text."""
        parties = [one.party for one in standing.party_reasons if one.why is Why.SILENT_ASSENT]
        known = [party for party in parties if party in self._reasons.names]
        lapsed = [party for party in known if isinstance(self._state[party, standing.demand], Lapsed)]
        silent = [self._reasons.named(party) for party in parties if party not in lapsed]
        if silent:
            yield f"the silence of {enumerated(silent)} counts as assent"
        if lapsed:
            names = enumerated(map(self._reasons.named, lapsed))
            text = self._state.version(standing.demand).number
            yield f"the silence of {names} on text {text} counts as assent"

    def because(self, standing: Standing) -> Iterator[str]:
        """Give sentences that say why a demand is rejected, pending or withdrawn."""
        if standing.replaced_by:
            yield f"Replaced by {enumerated([self.named(successor) for successor in standing.replaced_by])}."
        if standing.is_composite:
            yield from self._of_parts(standing)
            return
        match standing.outcome:
            case Outcome.REJECTED:
                yield from self._refused(standing)
            case Outcome.PENDING:
                yield from self._open(standing)
            case Outcome.WITHDRAWN:
                names = [self._reasons.named(one.party) for one in standing.party_reasons]
                yield f"Withdrawn by {enumerated(names)}."
            case _:
                return

    def _provisionally(self, standing: Standing) -> str:
        """Say what makes an agreed demand provisional."""
        assents = self._counted(standing)
        givers = [self._reasons.named(party) for party, held in assents if held.provisional]
        finals = [whole for whole in self._forest.wholes(standing.demand) if whole in self._forest.finals]
        hangs_on = [*(one for _, held in assents for one in held.conditions), *standing.parts, *finals]
        tied = list(dict.fromkeys(one for one in hangs_on if self._is_provisional(one)))
        open_ = [whole for whole in finals if self._state.outcome(whole) is not Outcome.AGREED]
        why = [enumerated(givers)] if givers else []
        if tied:
            why.append(f"as {self._reasons.numbered(tied)} {ARE.form(len(tied))}")
        if open_:
            why.append(f"until {self._reasons.numbered(open_)} {ARE.form(len(open_))} agreed")
        return f"provisionally ({'; '.join(why)})"

    def _counted(self, standing: Standing) -> Sequence[tuple[str, Held]]:
        """Give the assents that made a demand agreed, with whose they are; silence that counted is left out."""
        parties = [reason.party for reason in standing.party_reasons if reason.why is Why.ASSENTS]
        row = zip(parties, self._state.row(parties, standing.demand), strict=True)
        return [(party, position) for party, (position, _) in row if isinstance(position, Held)]

    def _is_provisional(self, demand: str) -> bool:
        return demand in self._state.numbers and self._state.standing(demand).is_provisional

    def _with_stance(self, demand: str, *stances: Stance) -> list[str]:
        parties = [party.id for party in self._state.parties]
        row = zip(parties, self._state.row(parties, demand), strict=True)
        return [
            self._reasons.named(party) + self._qualified(position)
            for party, (position, _) in row
            if isinstance(position, Held) and position.stance in stances
        ]

    def _qualified(self, held: Held) -> str:
        """Say in brackets what an assent is tied to."""
        words = ["provisionally"] if held.provisional else []
        if held.conditions:
            words.append(f"if {self._reasons.numbered(held.conditions)}")
        return f" ({' '.join(words)})" if words else ""

    def _refused(self, standing: Standing) -> Iterator[str]:
        refusing = [self._reasons.named(one.party) for one in standing.party_reasons]
        yield f"{_REFUSE.of(refusing)}."
        if proponents := self._with_stance(standing.demand, Stance.PROPOSES, Stance.AMENDS):
            yield f"Proposed by {enumerated(proponents)}."
        if accepting := self._with_stance(standing.demand, Stance.ACCEPTS):
            yield f"Accepted by {enumerated(accepting)}."

    def _open(self, standing: Standing) -> Iterator[str]:
        total = len(standing.deciders)
        if not total:
            yield "Nobody decides it."
            return
        clauses = list(self._clauses(standing))
        if total > _FEW:
            clauses.insert(0, f"{total - len(standing.reasons)} of {total} assent")
        if standing.needed > total:
            clauses.insert(0, f"it needs {counted(standing.needed, 'assent')}, and {total} can give one")
        sentence = "; ".join(clauses)
        own = re.match(_OWN_WORDS, sentence)
        yield f"{sentence[0].upper() if own else sentence[0]}{sentence[1:]}."

    def _clauses(self, standing: Standing) -> Iterator[str]:
        """Give a clause for each decider that does not assent, those of which the same is said together."""
        things: dict[tuple[str, str], list[str]] = {}
        doings: dict[tuple[str, Predicate], list[str]] = {}
        for reason in standing.party_reasons:
            thing = self._thing(reason, standing.demand)
            name = self._reasons.named(reason.party)
            if thing:
                things.setdefault(thing, []).append(name)
            else:
                words, kind = WORDS[reason.why], f" ({reason.reservation})" if reason.reservation else ""
                doings.setdefault((words.before, words.whole.then(kind)), []).append(name)
        for (noun, does), names in things.items():
            whose = (
                f"{genitive(names[0])} {noun}" if len(names) == 1 else f"the {noun} of {enumerated(names)}"
            )
            yield f"{whose} {does}"
        for (before, does_it), names in doings.items():
            yield before + does_it.of(names)

    def _thing(self, reason: PartyReason, demand: str) -> tuple[str, str] | None:
        """Name what a party said, and say what became of it: what it waits for, or when it lapsed."""
        position = self._state[reason.party, demand] if reason.party in self._reasons.names else None
        match position:
            case Held() if reason.waits_for:
                awaited = enumerated([self.with_outcome(condition) for condition in reason.waits_for])
                return position.stance.noun, f"waits for {awaited}"
            case Lapsed(was=was):
                made = self._state.version(demand).number
                return was.stance.noun, f"lapsed when text {made} was made"
            case _:
                return None

    def noun(self, party: str, demand: str) -> str:
        """Name what a party said of a demand: `Azerbaijan's acceptance`; of one that is not there, its word."""
        position = self._state[party, demand] if party in self._reasons.names else None
        if isinstance(position, Held):
            return self._noun(party, position)
        return f"{genitive(self._reasons.named(party))} word"

    def _noun(self, party: str, held: Held) -> str:
        return f"{genitive(self._reasons.named(party))} {held.stance.noun}"

    def _of_parts(self, standing: Standing) -> Iterator[str]:
        if standing.outcome is Outcome.UNRAISED:
            return
        if not standing.parts:
            yield "All its parts are withdrawn."
            return
        yield f"{self._reasons.of_parts(standing)}."
        by_outcome: dict[Outcome, list[str]] = {}
        for reason in standing.reasons:
            if isinstance(reason, PartReason) and standing.outcome is Outcome.PENDING:
                by_outcome.setdefault(reason.outcome, []).append(reason.part)
        for outcome, parts in by_outcome.items():
            yield f"{outcome.capitalize()}: {self._reasons.numbered(parts)}."


_REFUSE = WORDS[Why.REFUSES].whole
_ABSTAIN = Predicate(Stance.ABSTAINS.value, Stance.ABSTAINS.plural)

_OWN_WORDS = "|".join(
    [
        *filter(None, (words.before for words in WORDS.values())),
        "it needs ",
        *(f"the {stance.noun} of " for stance in Stance),
    ]
)
"""How a sentence of ours begins that does not begin with a name: names stay as the dossier has them."""
