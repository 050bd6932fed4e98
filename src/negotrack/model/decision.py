"""How many have to agree?"""

import re
from enum import StrEnum, unique
from typing import Any, final

from attrs import Attribute, field, frozen

from negotrack.fields import MOST, BadField, as_made, checked, choice, texts
from negotrack.ids import Id, check_ids

ALL = "all"
MAJORITY = "majority"
_FRACTION = re.compile(r"[0-9]{1,9}/0*[1-9][0-9]{0,8}")


@unique
class Silence(StrEnum):
    """What the silence of a party that decides counts as.

    Examples:
        >>> from negotrack import seed
        >>> protocol = next(one for one in seed("uk-eu-withdrawal").demands if one.id == "protocol")
        >>> protocol.decision.silence
        <Silence.ABSENT: 'absent'>
    """

    __module__ = "negotrack"

    NEITHER = "neither"
    """Neither assent nor refusal: it has to speak."""
    ASSENT = "assent"
    """Assent: it takes a word, such as a refusal or a reservation, to stop the demand."""
    ABSENT = "absent"
    """Absence: it leaves the count, as one that abstains does."""


def _silence(value: str) -> Silence:
    return choice(Silence, value, "silence")


@final
@frozen(repr=False, field_transformer=checked)
class Decision:
    """The rule by which assents and refusals make an outcome.

    It does not say who decides: that is `Demand.between`.

    Attributes:
        needs: how many assents it takes: "all"; "majority", more than half; a count; or a fraction such as "3/5", at
            least that share. Half and shares are of the deciders; who abstains or is absent is none.
        silence: what a silent decider counts as.
        veto: the ids of the parties whose refusal alone rejects, however many others assent; in any order.

    Raises:
        BadField: `needs` is none of these forms, or a word is outside its list.
        BadId: a party in `veto` is no id.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Decision("3/5", silence="absent", veto=["usa"])
        Decision('3/5', silence='absent', veto=('usa',))
        >>> DECISIONS["consensus"]
        Decision(silence='assent')
    """

    __module__ = "negotrack"

    needs: str | int = field(default=ALL)
    silence: Silence = field(default=Silence.NEITHER, kw_only=True, converter=_silence)
    veto: tuple[Id, ...] = field(default=(), kw_only=True, converter=texts, validator=check_ids)

    @needs.validator
    def _check(self, _: "Attribute[Any]", needs: str | int) -> None:
        if not is_threshold(needs):
            raise BadField("needs", f"takes all, majority, a count or a fraction such as 3/5, not {needs!r}")

    __repr__ = as_made


def is_threshold(needs: object) -> bool:
    """Tell whether `Decision.needs` can be this.

    Examples:
        >>> is_threshold("3/5"), is_threshold(2), is_threshold("most"), is_threshold("1/0"), is_threshold(True)
        (True, True, False, False, False)
    """
    if isinstance(needs, str):
        return needs in {ALL, MAJORITY} or _FRACTION.fullmatch(needs) is not None
    return isinstance(needs, int) and not isinstance(needs, bool) and 0 <= needs <= MOST


DECISIONS = {
    "unanimity": Decision(),
    "consensus": Decision(silence=Silence.ASSENT),
    "majority": Decision(MAJORITY),
    "two-thirds": Decision("2/3"),
}
"""The rules that have a name."""
