"""What is asked for, offered or refused in a drawn record?"""

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
    parents = {id_: _parent(draw, names, id_) for id_ in names.demands}
    wholes = set(parents.values())
    found = [_demand(draw, names, id_, parents[id_], is_whole=id_ in wholes) for id_ in names.demands]
    return tuple(shuffled(draw, found))


def _parent(draw: DrawFn, names: Names, id_: str) -> str | None:
    possible = names.before(names.demands, id_)
    return pick(draw, (None, *possible)) if chance(draw, 2) else None


def _demand(draw: DrawFn, names: Names, id_: str, parent: str | None, *, is_whole: bool) -> Demand:
    older = names.before(names.demands, id_)
    return Demand(
        id_,
        draw(_TEXTS) if chance(draw, 4) else id_.upper(),
        text=text_or_none(draw),
        part_of=parent,
        excludes=_others(draw, names.besides(names.demands, id_)),
        requires=_others(draw, older),
        succeeds=_others(draw, older),
        between=few(draw, names.referable(names.parties), most=3) if chance(draw, 4) else None,
        decision=draw(decisions(names)) if chance(draw, 2) else None,
        final=Finality.ALL if chance(draw, 3 if is_whole else 9) else None,
        tags=few(draw, ("economy", "security"), most=1),
        note=text_or_none(draw),
    )


def _others(draw: DrawFn, possible: tuple[str, ...]) -> tuple[str, ...]:
    """Draw other demands for a field that is left out as a rule."""
    return few(draw, possible, least=1, most=2) if chance(draw, 4) else ()
