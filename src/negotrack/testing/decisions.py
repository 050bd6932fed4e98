"""How many have to agree in a drawn record?"""

from negotrack.model.decision import DECISIONS, Decision, Silence
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame


def decision_or_none(dice: Dice, frame: Frame, *, one_in: int) -> Decision | None:
    """Draw, in one of so many cases, a decision rule: one that has a name, or a table.

    Tables have any threshold, any meaning of silence, and vetoes; thresholds that nobody can reach, or that none is
    needed for, are among them.
    """
    return _decision(dice, frame) if frame.scope.decisions and dice.chance(one_in) else None


def _decision(dice: Dice, frame: Frame) -> Decision:
    known = dice.pick((*DECISIONS.values(), *[None] * 4))
    return known or Decision(
        dice.pick(_THRESHOLDS),
        silence=dice.pick(tuple(Silence)),
        veto=dice.few(frame.referable(frame.parties), least=1, most=4) if dice.number(2) else (),
    )


_THRESHOLDS: tuple[str | int, ...] = ("all", "majority", 1, 2, 3, "1/2", "3/5", "3/4", "4/3", 0)
