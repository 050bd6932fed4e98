"""What is asked for, offered or refused in a drawn record?"""

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.demands import Demand, Finality
from negotrack.testing.decisions import decisions
from negotrack.testing.drawing import chance, few, pick, shuffled
from negotrack.testing.ids import Names
from negotrack.testing.texts import text_or_none, texts

_TEXTS = texts()


def demands(names: Names) -> SearchStrategy[tuple[Demand, ...]]:
    """Give a demand for each of `names.demands`, in any order.

    They have parts at any depth, rivals, requirements and predecessors; some are decided between parties of their own
    (any roles, even nobody) by rules of their own. Without strangers nothing runs in a circle, and nothing names
    itself. Shrinks towards titles only.

    Examples:
        >>> from hypothesis import find
        >>> find(demands(Names(demands=("d1", "d2"))), lambda found: found[1].part_of is not None)[1].part_of
        'd1'
    """
    return _demands(names)


@composite
def _demands(draw: DrawFn, names: Names) -> tuple[Demand, ...]:
    return tuple(shuffled(draw, [draw(_demand(names, id_)) for id_ in names.demands]))


@composite
def _demand(draw: DrawFn, names: Names, id_: str) -> Demand:
    demand = Demand(
        id_,
        id_.upper(),
        part_of=pick(draw, (None, None, *names.before(names.demands, id_))),
        between=_between(draw, names),
        decision=draw(decisions(names)) if chance(draw, 2) else None,
        final=Finality.ALL if chance(draw, 3) else None,
    )
    related = _related(draw, names, demand) if chance(draw, 2) else demand
    return _described(draw, related) if chance(draw, 4) else related


def _between(draw: DrawFn, names: Names) -> tuple[str, ...] | None:
    """Draw who decides: as a rule nobody in particular, now and then nobody at all."""
    if not chance(draw, 4):
        return None
    return few(draw, names.referable(names.parties), least=0 if chance(draw, 6) else 2, most=4)


def _related(draw: DrawFn, names: Names, demand: Demand) -> Demand:
    older = names.before(names.demands, demand.id)
    return evolve(
        demand,
        succeeds=_others(draw, older),
        excludes=_others(draw, names.besides(names.demands, demand.id)),
        requires=_others(draw, older),
    )


def _others(draw: DrawFn, possible: tuple[str, ...]) -> tuple[str, ...]:
    return few(draw, possible, least=1, most=2) if chance(draw, 2) else ()


def _described(draw: DrawFn, demand: Demand) -> Demand:
    return evolve(
        demand,
        title=draw(_TEXTS),
        text=text_or_none(draw),
        tags=few(draw, ("economy", "security"), most=1),
        note=text_or_none(draw),
    )
