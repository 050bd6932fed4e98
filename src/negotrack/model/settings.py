"""What does a dossier itself say about the rules that check it?"""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from negotrack.fields import as_made, checked, records, texts
from negotrack.ids import Id, check_id_or_none


@final
@frozen(repr=False, field_transformer=checked)
class Excuse:
    """One place at which one rule is told to keep quiet, and why.

    Attributes:
        code: the code of the rule, or its name.

    Raises:
        BadId: `round`, `demand` or `party` is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Excuse("NT204", "the old text was meant", round="june").round
        'june'
    """

    __module__ = "negotrack"

    code: str = field()
    reason: str = field()
    round: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    demand: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    party: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)

    __repr__ = as_made


def _excuses(given: Iterable[Excuse]) -> tuple[Excuse, ...]:
    return records(given, Excuse)


@final
@frozen(repr=False, field_transformer=checked)
class CheckSettings:
    """The dossier's own settings for `check`.

    Attributes:
        strict: whether the rules of the strict tier apply as well.
        ignore: the rules to leave out, in any order: by code, by the start of one (`NT2`) or by name.
        stale_after: after how many rounds without a restatement a position on a pending demand is stale.
        ignore_at: the places at which a rule is to keep quiet, in any order.

    Raises:
        BadField: `stale_after` is less than 1, or more than a thousand million.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> CheckSettings(strict=True).stale_after
        5
    """

    __module__ = "negotrack"

    strict: bool = field(default=False, kw_only=True)
    ignore: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    stale_after: int = field(default=5, kw_only=True)
    ignore_at: tuple[Excuse, ...] = field(default=(), kw_only=True, converter=_excuses)

    __repr__ = as_made
