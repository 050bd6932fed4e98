"""What is one drawn negotiation, whole?"""

from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.settings import CheckSettings, Excuse
from negotrack.negotiation import Negotiation
from negotrack.testing.decisions import decisions
from negotrack.testing.demands import demands
from negotrack.testing.drawing import chance, few, number, pick
from negotrack.testing.ids import Names, names
from negotrack.testing.parties import parties
from negotrack.testing.rounds import rounds
from negotrack.testing.sources import events, sources
from negotrack.testing.texts import text_or_none, texts

_TEXTS = texts()


def negotiations(
    *, max_parties: int = 5, max_demands: int = 6, max_rounds: int = 5, max_sources: int = 2
) -> SearchStrategy[Negotiation]:
    """Give well-formed negotiations, in which positions move from round to round.

    Every id in them names something, and nothing runs in a circle. What people get wrong all the same is there:
    withdrawals of what was never put forward, statements about a text that is no longer current, claims that
    differ from what came out. Shrinks towards no parties, no demands and no rounds.

    Args:
        max_parties: how many parties there are at most.
        max_demands: how many demands there are at most.
        max_rounds: how many rounds there are at most.
        max_sources: how many sources there are at most.

    Raises:
        InvalidArgument: a number is none, or negative.

    Examples:
        >>> from hypothesis import find
        >>> found = find(negotiations(max_parties=1, max_demands=1), lambda found: bool(found.now.rejected))
        >>> found
        <Negotiation '': 1 party, 1 demand, 1 round, 1 statement>
    """
    return _negotiations(
        names(
            max_parties=max_parties, max_demands=max_demands, max_rounds=max_rounds, max_sources=max_sources
        )
    )


def loose_negotiations(
    *, max_parties: int = 5, max_demands: int = 6, max_rounds: int = 5, max_sources: int = 2
) -> SearchStrategy[Negotiation]:
    """Give negotiations whose ids dangle, in every field that can hold one, and run in circles.

    Demands are part of themselves, blocs their own members, spans end before they start, rounds come in any order of
    their dates. All of them can be read. Shrinks towards no parties, no demands and no rounds.

    Args:
        max_parties: how many parties there are at most.
        max_demands: how many demands there are at most.
        max_rounds: how many rounds there are at most.
        max_sources: how many sources there are at most.

    Raises:
        InvalidArgument: a number is none, or negative.

    Examples:
        >>> from hypothesis import find
        >>> loose = loose_negotiations(max_demands=1)
        >>> find(loose, lambda found: any(demand.part_of == demand.id for demand in found.demands))
        <Negotiation '': 0 parties, 1 demand, 0 rounds, 0 statements>
    """
    return _negotiations(
        names(
            max_parties=max_parties,
            max_demands=max_demands,
            max_rounds=max_rounds,
            max_sources=max_sources,
            loose=True,
        )
    )


@composite
def _negotiations(draw: DrawFn, names_: SearchStrategy[Names]) -> Negotiation:
    named = draw(names_)
    found = draw(demands(named))
    return Negotiation(
        draw(_TEXTS),
        note=text_or_none(draw),
        between=few(draw, named.referable(named.parties), least=1, most=4) if chance(draw, 8) else None,
        decision=draw(decisions(named)) if chance(draw, 3) else None,
        check=_settings(draw, named) if chance(draw, 8) else CheckSettings(),
        parties=draw(parties(named)),
        sources=draw(sources(named)),
        demands=found,
        rounds=draw(rounds(named, found)),
        events=draw(events(named)),
    )


def _settings(draw: DrawFn, names: Names) -> CheckSettings:
    return CheckSettings(
        strict=chance(draw, 2),
        ignore=few(draw, ("NT204", "NT506"), most=2),
        stale_after=1 + number(draw, 8),
        ignore_at=[_excuse(draw, names) for _ in range(number(draw, 2))],
    )


def _excuse(draw: DrawFn, names: Names) -> Excuse:
    return Excuse(
        "NT204",
        draw(_TEXTS),
        round=pick(draw, (None, *names.referable(names.rounds))),
        demand=pick(draw, (None, *names.referable(names.demands))),
        party=pick(draw, (None, *names.referable(names.parties))),
    )
