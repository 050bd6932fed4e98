"""From when to when is an account open?"""

from typing import final

from attrs import define

from negotrack.model.statements import Statement
from negotrack.positions import Account


@final
@define
class Opening:
    """An account that opened, and what closed it."""

    account: Account
    opened: int
    """The number of the round in which it was given."""
    closed: int | None = None
    """The number of the round in which it closed; None: it is open still."""
    closed_by: Statement | None = None
    """The statement that closed it."""

    def is_open(self, number: int) -> bool:
        """Tell whether it is open at the end of a round."""
        return self.opened <= number and (self.closed is None or number < self.closed)
