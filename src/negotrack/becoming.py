"""What became of an outcome?"""

from enum import StrEnum, unique

from negotrack.model.claims import Outcome
from negotrack.standing import Result


@unique
class Change(StrEnum):
    """What became of an outcome: where it went, or what else is new of it.

    Examples:
        >>> from negotrack import seed
        >>> seed("colombia-farc").diff("plebiscite", "new-text").outcomes[0].change
        <Change.REOPENED: 'reopened'>
    """

    __module__ = "negotrack"

    SETTLED = "settled"
    """Agreed, and was not."""
    CONFIRMED = "confirmed"
    """Agreed fully, and was so provisionally."""
    REOPENED = "reopened"
    """Pending, and was agreed or rejected."""
    LOOSENED = "loosened"
    """Agreed provisionally, and was so fully."""
    BLOCKED = "blocked"
    """Rejected, and was not."""
    WITHDRAWN = "withdrawn"
    """Withdrawn, and was not."""
    REPLACED = "replaced"
    """Replaced by another that was agreed; its own outcome is the same."""
    RESTORED = "restored"
    """No longer replaced."""
    SUCCEEDED = "succeeded"
    """Replaced by others than before."""
    TABLED = "tabled"
    """Pending, and was neither agreed nor rejected: it is new on the table, or back on it."""
    UNTABLED = "untabled"
    """Unraised, and was not: looking backwards, or a whole whose last raised part is gone."""


def change(before: Result, after: Result) -> Change:
    """Give what became of an outcome; the two are taken to be unequal.

    Examples:
        >>> change(Result(Outcome.PENDING, False, ()), Result(Outcome.AGREED, True, ()))
        <Change.SETTLED: 'settled'>
    """
    if before.outcome is not after.outcome:
        was_settled = before.outcome in (Outcome.AGREED, Outcome.REJECTED)
        to_pending = Change.REOPENED if was_settled else Change.TABLED
        return _TO.get(after.outcome, to_pending)
    if bool(before.replaced_by) is not bool(after.replaced_by):
        return Change.REPLACED if after.replaced_by else Change.RESTORED
    if before.is_provisional is not after.is_provisional:
        return Change.LOOSENED if after.is_provisional else Change.CONFIRMED
    return Change.SUCCEEDED


_TO = {
    Outcome.AGREED: Change.SETTLED,
    Outcome.REJECTED: Change.BLOCKED,
    Outcome.WITHDRAWN: Change.WITHDRAWN,
    Outcome.UNRAISED: Change.UNTABLED,
}
