"""What does a negotiation look like that breaks no rule?"""


from negotrack.testing.breaking.attendance import attended
from negotrack.testing.breaking.results import dressed
from negotrack.testing.breaking.setting import set_up
from negotrack.testing.breaking.statements import spoken
from negotrack import Negotiation


def clean(dice: Dice) -> Negotiation:
    """Give negotiations in which every rule finds nothing that is an error or a warning.

    It is drawn who negotiates about what, what they say, who was there, and what came out, in this order.
    """
    return dressed(dice, attended(dice, spoken(dice, set_up(dice))))
