"""What is one drawn negotiation, whole?"""

from hypothesis.strategies import SearchStrategy, fixed_dictionaries, tuples

from negotrack.model.settings import CheckSettings, Excuse
from negotrack.negotiation import Negotiation
from negotrack.testing.arguments import Given, switch, whole_number
from negotrack.testing.broken import broken_in_many_ways
from negotrack.testing.decisions import decision_or_none
from negotrack.testing.demands import demands_of
from negotrack.testing.drawing import Dice, rolled, sizes
from negotrack.testing.frame import Frame, Scope, numbered
from negotrack.testing.parties import parties_of
from negotrack.testing.rounds import rounds_of
from negotrack.testing.sources import events_of, sources_of
from negotrack.testing.texts import any_text, text_or_none

_UP_TO_TWO, _UP_TO_FIVE, _UP_TO_SIX = sizes(2), sizes(5), sizes(6)


def negotiations(
    *,
    parties: Given[int] = _UP_TO_FIVE,
    demands: Given[int] = _UP_TO_SIX,
    rounds: Given[int] = _UP_TO_FIVE,
    sources: Given[int] = _UP_TO_TWO,
    blocs: Given[bool] = True,
    conditions: Given[bool] = True,
    amendments: Given[bool] = True,
    accounts: Given[bool] = True,
    decisions: Given[bool] = True,
    broken: Given[bool] = False,
) -> SearchStrategy[Negotiation]:
    """Give negotiations in which positions move from round to round.

    Every id in them names something, and nothing runs in a circle. What people get wrong all the same is there:
    withdrawals of what was never put forward, statements about a text that is no longer current, claims that
    differ from what came out. Shrinks towards no parties, no demands and no rounds.

    Args:
        parties: how many parties there are.
        demands: how many demands there are.
        rounds: how many rounds there are.
        sources: how many sources there are.
        blocs: whether there may be blocs.
        conditions: whether assents may be conditional.
        amendments: whether texts may be amended.
        accounts: whether parties may tell of others.
        decisions: whether there may be decision rules; else all have to agree on everything.
        broken: whether ids dangle, in every field that can hold one, and run in circles: demands are part of
            themselves, blocs their own members, spans end before they start, rounds come in any order. All of
            them can be read.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> find(negotiations(parties=1, demands=1), lambda found: bool(found.now.rejected))
        <Negotiation '': 1 party, 1 demand, 1 round, 1 statement>
    """
    many = {"parties": parties, "demands": demands, "rounds": rounds, "sources": sources}
    may = {
        "blocs": blocs,
        "conditions": conditions,
        "amendments": amendments,
        "accounts": accounts,
        "decisions": decisions,
    }
    how_many = fixed_dictionaries({name: whole_number(name, given) for name, given in many.items()})
    scope = fixed_dictionaries({name: switch(name, given) for name, given in may.items()})
    given = tuples(how_many, scope, switch("broken", broken))
    return given.flatmap(lambda drawn: rolled(_negotiation, drawn[0], Scope(**drawn[1]), is_broken=drawn[2]))


def _negotiation(dice: Dice, sizes: dict[str, int], scope: Scope, *, is_broken: bool) -> Negotiation:
    frame = numbered(dice, sizes, loose=is_broken, scope=scope)
    demands = demands_of(dice, frame)
    talks = Negotiation(
        any_text(dice.afresh()),
        note=text_or_none(dice),
        between=dice.few(frame.referable(frame.parties), least=1, most=4) if dice.chance(8) else None,
        decision=decision_or_none(dice, frame, one_in=3),
        check=_settings(dice, frame) if dice.chance(8) else CheckSettings(),
        parties=parties_of(dice, frame),
        sources=sources_of(dice, frame),
        demands=demands,
        rounds=rounds_of(dice, frame, demands),
        events=events_of(dice.afresh(), frame),
    )
    return broken_in_many_ways(dice.afresh(), talks) if is_broken else talks


def _settings(dice: Dice, frame: Frame) -> CheckSettings:
    return CheckSettings(
        strict=dice.chance(2),
        ignore=dice.few(("NT204", "NT506"), most=2),
        stale_after=1 + dice.number(8),
        ignore_at=[_excuse(dice, frame) for _ in range(dice.number(2))],
    )


def _excuse(dice: Dice, frame: Frame) -> Excuse:
    return Excuse(
        "NT204",
        any_text(dice),
        round=dice.pick((None, *frame.referable(frame.rounds))),
        demand=dice.pick((None, *frame.referable(frame.demands))),
        party=dice.pick((None, *frame.referable(frame.parties))),
    )
