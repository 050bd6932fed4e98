"""What is a broken negotiation, and what is a way to break one?"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


from negotrack import Negotiation, Severity

Way = Callable[[DrawFn, Negotiation], "Negotiation | Broken"]
"""What damages a clean negotiation."""
Ways = Mapping[str, Sequence[Way]]
"""What breaks each of some rules."""


class Broken(NamedTuple):
    """A negotiation that breaks one rule, and how bad that is where it is not as bad as the rule says."""

    talks: Negotiation
    severity: Severity | None = None
