"""What does a negotiation look like that breaks no rule?"""

from collections.abc import Mapping
from typing import Any

from hypothesis.strategies import SearchStrategy

from negotrack.negotiation import Negotiation
from negotrack.testing.arguments import Given, Size, together
from negotrack.testing.breaking.attendance import attended
from negotrack.testing.breaking.results import dressed
from negotrack.testing.breaking.setting import set_up
from negotrack.testing.breaking.sizes import KINDS, sizes_of
from negotrack.testing.breaking.statements import spoken
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame, Scope, framed


def clean_negotiations(
    asked: Mapping[str, Given[Size]], scope: Mapping[str, Given[bool]]
) -> SearchStrategy[Negotiation]:
    """Give negotiations in which no rule finds anything that is an error or a warning.

    Args:
        asked: how many there are of some kinds.
        scope: what may happen in them, switch by switch.

    Raises:
        InvalidArgument: there have to be more.
    """
    return together(_clean_negotiations, **sizes_of(asked), **scope)


def _clean_negotiations(**drawn: Any) -> SearchStrategy[Negotiation]:  # noqa: ANN401 - sizes and switches
    sizes = {kind: drawn.pop(kind) for kind in KINDS}
    return rolled(_framed_and_clean, sizes, Scope(**drawn))


def _framed_and_clean(dice: Dice, sizes: Mapping[str, tuple[int, int]], scope: Scope) -> Negotiation:
    return clean(dice, framed(dice, sizes, scope=scope, are_shared=False))


def clean(dice: Dice, frame: Frame) -> Negotiation:
    """Draw a negotiation in which no rule finds anything that is an error or a warning.

    It is drawn who negotiates about what, what they say, who was there, and what came out, in this order.
    """
    talks = spoken(dice, set_up(dice, frame), frame)
    return dressed(dice, attended(dice, talks, frame), frame)
