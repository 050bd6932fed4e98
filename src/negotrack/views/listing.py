"""How is a table told in sentences: for screen readers, narrow windows and mail?"""

from collections.abc import Iterator, Sequence

from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.grammar import Predicate
from negotrack.views.lines import Line, indented
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.theme import OUTCOMES
from negotrack.visible import visible

_INDENT = 2


def listing(
    state: State, standings: Sequence[Standing], parties: Sequence[str], width: int | None
) -> Iterator[Line]:
    """Give a sentence for each demand, and below it one for each stance, those who share it together."""
    predicates, reasons = Predicates(state), Reasons.of(state)
    entries = {entry.demand.id: entry for entry in state.outline}
    for standing in standings:
        entry = entries[standing.demand]
        indent = _INDENT * entry.depth
        what = f"{entry.number} {visible(entry.demand.title)}{text_words(state, standing.demand)}"
        words = f"{what}: {outcome_words(standing, reasons)}."
        yield from indented(words, indent, width, OUTCOMES[standing.outcome])
        for sentence in _sentences(predicates, parties, standing, reasons):
            yield from indented(sentence, indent + _INDENT, width)


def text_words(state: State, demand: str) -> str:
    """Say which text of a demand is meant, where it was amended."""
    version = state.version(demand).number
    return f" (text {version})" if version > 1 else ""


def outcome_words(standing: Standing, reasons: Reasons) -> str:
    """Say what became of a demand: `provisionally agreed`, `pending, 2 of 3 parts agreed`."""
    words = f"provisionally {standing.outcome}" if standing.is_provisional else standing.outcome.value
    of_others = reasons.of_others(standing)
    return f"{words}, {of_others}" if of_others else words


def _sentences(
    predicates: Predicates, parties: Sequence[str], standing: Standing, reasons: Reasons
) -> Iterator[str]:
    shared: dict[Predicate, list[str]] = {}
    for party in parties:
        predicate = predicates.of(party, standing)
        if predicate:
            shared.setdefault(predicate, []).append(reasons.named(party))
    for predicate, names in shared.items():
        yield f"{predicate.of(names)}."
    for words in reasons.of_absent(standing, parties):
        yield "Nobody decides it." if words == "nobody decides" else f"{words}."
