"""What is a way to break a rule?"""

from collections.abc import Callable, Mapping, Sequence

from negotrack.negotiation import Negotiation
from negotrack.testing.drawing import Dice

Way = Callable[[Dice, Negotiation], Negotiation]
"""What damages a clean negotiation."""
Ways = Mapping[str, Sequence[Way]]
"""What breaks each of some rules."""
