"""What is one drawn negotiation, whole?"""

from collections.abc import Mapping
from typing import Any

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from negotrack.model.settings import CheckSettings, Excuse
from negotrack.negotiation import Negotiation
from negotrack.testing.arguments import Given, Size, checked, size, switch, together
from negotrack.testing.breaking.clean import clean_negotiations
from negotrack.testing.breaking.rules import breaking_negotiations
from negotrack.testing.broken import broken_in_many_ways
from negotrack.testing.decisions import decision_or_none
from negotrack.testing.demands import demands_of
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame, Scope, framed
from negotrack.testing.parties import parties_of
from negotrack.testing.rounds import rounds_of
from negotrack.testing.sources import events_of, sources_of
from negotrack.testing.texts import any_text, text_or_none

_UP_TO_TWO, _UP_TO_FIVE, _UP_TO_SIX = (0, 2), (0, 5), (0, 6)
_USUAL = {"parties": _UP_TO_FIVE, "demands": _UP_TO_SIX, "rounds": _UP_TO_FIVE, "sources": _UP_TO_TWO}
"""What is given where a size is not asked for."""


def negotiations(
    *,
    parties: Given[Size] = _UP_TO_FIVE,
    demands: Given[Size] = _UP_TO_SIX,
    rounds: Given[Size] = _UP_TO_FIVE,
    sources: Given[Size] = _UP_TO_TWO,
    blocs: Given[bool] = True,
    conditions: Given[bool] = True,
    amendments: Given[bool] = True,
    accounts: Given[bool] = True,
    decisions: Given[bool] = True,
    clean: Given[bool] = False,
    breaking: Given[str] = "",
    broken: Given[bool] = False,
) -> SearchStrategy[Negotiation]:
    """Give negotiations in which positions move from round to round.

    Every id in them names something, and nothing runs in a circle. What people get wrong all the same is there:
    withdrawals of what was never put forward, statements about a text that is no longer current, claims that
    differ from what came out. Shrinks towards no parties, no demands and no rounds.

    At most one of `clean`, `breaking` and `broken` can be given. With the first two the sizes are 2 to 5 parties, 1 to
    6 demands, 2 to 5 rounds and 2 sources where they are not given; there have to be 2 parties, 1 demand, 2 rounds and
    1 source at least. Sources name files, which exist nowhere: `source_text` gives what stands in them. Only with it
    are quotes looked for: `check(talks, read=source_text)`.

    Args:
        parties: how many parties there are: a number, or a pair of the fewest and the most.
        demands: how many demands there are.
        rounds: how many rounds there are.
        sources: how many sources there are.
        blocs: whether there may be blocs.
        conditions: whether assents may be conditional.
        amendments: whether texts may be amended.
        accounts: whether parties may tell of others.
        decisions: whether there may be decision rules; else all have to agree on everything.
        clean: whether no rule may find anything that is an error or a warning, the strict tier included, with
            `source_text` or without. Shrinks towards one proposal of two parties in two rounds.
        breaking: the one rule to break, by its code (`NT204`) or its name (`stale-acceptance`): it finds something,
            and no other finds an error; what is not as bad as that others may find. The sizes are those of the
            negotiation before it is broken: more demands, parties or rounds may come on top, as breaking the rule
            takes them. Switches cannot be turned off. NT108 finds what it has to find with `source_text`. NT001 to
            NT008 are broken by `damaged_texts`. Shrinks towards a clean negotiation at its smallest, damaged in
            the simplest way.
        broken: whether ids dangle, in every field that can hold one, and run in circles: demands are part of
            themselves, blocs their own members, spans end before they start, rounds come in any order. All of
            them can be read.

    Raises:
        InvalidArgument: an argument is not what it says here, or does not go with another.

    Examples:
        >>> from hypothesis import find
        >>> find(negotiations(parties=1, demands=1), lambda found: bool(found.now.rejected))
        <Negotiation '': 1 party, 1 demand, 1 round, 1 statement>
        >>> from negotrack import check
        >>> for finding in check(find(negotiations(breaking="NT205"), lambda found: True)):
        ...     print(finding)
        warning[NT205] at rounds.1.statements.0.says: `p1` rejects `d1`, which it put forward itself
    """
    _one_at_most(clean=clean is not False, breaking=breaking != "", broken=broken is not False)
    many = {"parties": parties, "demands": demands, "rounds": rounds, "sources": sources}
    may = {
        "blocs": blocs,
        "conditions": conditions,
        "amendments": amendments,
        "accounts": accounts,
        "decisions": decisions,
    }
    asked = {kind: given for kind, given in many.items() if given is not _USUAL[kind]}
    if breaking != "":
        _all_on(may)
        return breaking_negotiations(breaking, asked)
    scope = {name: switch(name, given) for name, given in may.items()}
    anyhow = together(
        _anyhow,
        broken=switch("broken", broken),
        **scope,
        **{kind: size(kind, given) for kind, given in many.items()},
    )
    if clean is False:
        return anyhow
    cleanly = clean_negotiations(asked, scope)
    return together(lambda clean: cleanly if clean else anyhow, clean=switch("clean", clean))


def _one_at_most(**given: bool) -> None:
    """Refuse arguments that exclude each other.

    Raises:
        InvalidArgument: more than one is given.
    """
    names = [name for name, is_given in given.items() if is_given]
    if len(names) > 1:
        raise InvalidArgument(f"{names[0]} and {names[1]} exclude each other")


def _all_on(may: Mapping[str, Given[bool]]) -> None:
    """Refuse to do without what may be needed to break a rule.

    Raises:
        InvalidArgument: a switch is given.
    """
    for name, given in may.items():
        if given is not True:
            raise InvalidArgument(
                f"{name} cannot be switched off with breaking: what breaks a rule may need it"
            )


def _anyhow(*, broken: bool, **drawn: Any) -> SearchStrategy[Negotiation]:  # noqa: ANN401 - sizes and switches
    """Give the strategy for negotiations that may break any rules."""
    sizes = {kind: drawn.pop(kind) for kind in _USUAL}
    return rolled(_negotiation, sizes, Scope(**drawn), is_broken=broken)


def _negotiation(
    dice: Dice, sizes: dict[str, tuple[int, int]], scope: Scope, *, is_broken: bool
) -> Negotiation:
    frame = framed(dice, sizes, loose=is_broken, scope=scope)
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


def a_negotiation(name: str, given: Given[Negotiation]) -> Given[Negotiation]:
    """Check a negotiation, or a strategy for it.

    Raises:
        InvalidArgument: it is none.

    Examples:
        >>> a_negotiation("of", "talks.toml")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: of takes a negotiation, or a strategy for it, not 'talks.toml'
    """

    def read(value: object) -> Negotiation:
        if not isinstance(value, Negotiation):
            raise TypeError
        return value

    return checked(name, given, read, "a negotiation, or a strategy for it")
