"""What is asked for, offered or refused in a drawn record?"""

from collections.abc import Iterable

from attrs import evolve
from hypothesis.strategies import SearchStrategy

from negotrack.model.demands import Demand, Finality
from negotrack.testing.arguments import Given, several_ids, together
from negotrack.testing.decisions import decision_or_none
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame
from negotrack.testing.ids import an_id, ids
from negotrack.testing.texts import any_text, text_or_none

_IDS = ids()


def demands(
    *,
    id: Given[str] = _IDS,  # noqa: A002 - as the field is called
    others: Given[Iterable[str]] = (),
    parties: Given[Iterable[str]] = (),
) -> SearchStrategy[Demand]:
    """Give demands, some of them part of others, rivals of others, or decided by some only, or by a rule.

    They stand alone: for those that fit together ask for `negotiations`. Shrinks towards a title only.

    Args:
        id: the id of the demand.
        others: the ids of the demands that it can name.
        parties: the ids of those who can decide on it.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> find(demands(id="pay", others=["package"]), lambda found: found.part_of is not None).part_of
        'package'
    """
    return together(
        lambda id_, others, parties: rolled(
            _demand, Frame(demands=(*(one for one in others if one != id_), id_), parties=parties), id_
        ),
        id_=an_id("id", id),
        others=several_ids("others", others),
        parties=several_ids("parties", parties),
    )


def demands_of(dice: Dice, frame: Frame) -> tuple[Demand, ...]:
    """Draw a demand for each id, in any order.

    They have parts at any depth, rivals, requirements and predecessors; some are decided between parties of their own
    (any roles, even nobody) by rules of their own. Without strangers nothing runs in a circle, and nothing names
    itself.
    """
    found = [_demand(dice, frame, id_) for id_ in dice.each(frame.slots["demands"])]
    return tuple(dice.afresh().shuffled(found))


def _demand(dice: Dice, frame: Frame, id_: str) -> Demand:
    demand = Demand(
        id_,
        id_.upper(),
        part_of=dice.pick((None, None, *frame.before(frame.demands, id_))),
        between=_between(dice, frame),
        decision=decision_or_none(dice, frame, one_in=2),
        final=Finality.ALL if dice.chance(3) else None,
    )
    related = _related(dice, frame, demand) if dice.chance(2) else demand
    return _described(dice, related) if dice.chance(4) else related


def _between(dice: Dice, frame: Frame) -> tuple[str, ...] | None:
    """Draw who decides: as a rule nobody in particular, now and then nobody at all."""
    if not dice.chance(4):
        return None
    return dice.few(frame.referable(frame.parties), least=0 if dice.chance(6) else 2, most=4)


def _related(dice: Dice, frame: Frame, demand: Demand) -> Demand:
    older = frame.before(frame.demands, demand.id)
    return evolve(
        demand,
        succeeds=_others(dice, older),
        excludes=_others(dice, frame.besides(frame.demands, demand.id)),
        requires=_others(dice, older),
    )


def _others(dice: Dice, possible: tuple[str, ...]) -> tuple[str, ...]:
    return dice.few(possible, least=1, most=2) if dice.chance(2) else ()


def _described(dice: Dice, demand: Demand) -> Demand:
    return evolve(
        demand,
        title=any_text(dice),
        text=text_or_none(dice),
        tags=dice.few(("economy", "security"), most=1),
        note=text_or_none(dice),
    )
