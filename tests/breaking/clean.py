"""What does a negotiation look like that breaks no rule?"""

from hypothesis.strategies import DrawFn, composite

from breaking.attendance import attended
from breaking.results import dressed
from breaking.setting import set_up
from breaking.statements import spoken
from negotrack import Negotiation


@composite
def clean(draw: DrawFn) -> Negotiation:
    """Give negotiations in which every rule finds nothing that is an error or a warning.

    It is drawn who negotiates about what, what they say, who was there, and what came out, in this order.
    """
    return dressed(draw, attended(draw, spoken(draw, set_up(draw))))
