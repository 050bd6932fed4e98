"""How many have to agree in a drawn record?"""

from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.decision import DECISIONS, Decision, Silence
from negotrack.testing.drawing import few, pick
from negotrack.testing.ids import Names


def decisions(names: Names) -> SearchStrategy[Decision]:
    """Give decision rules: those with a name, and tables with any threshold, any meaning of silence, and vetoes.

    Thresholds that nobody can reach or that none is needed for are among them. Shrinks towards unanimity.

    Examples:
        >>> from hypothesis import find
        >>> find(decisions(Names(parties=("p1",))), lambda rule: bool(rule.veto))
        Decision(needs='all', silence=<Silence.NEITHER: 'neither'>, veto=('p1',))
    """
    return _decisions(names)


@composite
def _decisions(draw: DrawFn, names: Names) -> Decision:
    known = pick(draw, (*DECISIONS.values(), None, None))
    return known or Decision(
        pick(draw, _THRESHOLDS),
        silence=pick(draw, tuple(Silence)),
        veto=few(draw, names.referable(names.parties), most=2),
    )


_THRESHOLDS: tuple[str | int, ...] = ("all", "majority", 1, 2, 3, "1/2", "3/5", "3/4", "4/3", 0)
