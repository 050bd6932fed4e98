"""What makes the difference between a claimed outcome and the derived one, in words?"""

from collections.abc import Sequence
from typing import assert_never

from negotrack.decisions import PartReason, PartyReason, Reason, Why
from negotrack.model.claims import Outcome
from negotrack.rules.wording import listed, quoted
from negotrack.standing import Standing


def because(standing: Standing, claimed: Outcome) -> str:
    """Say what makes the difference between the outcome that is claimed and the one that is derived."""
    reasons: Sequence[Reason] = standing.reasons
    if claimed is Outcome.REJECTED and standing.outcome is Outcome.PENDING and not standing.is_composite:
        reasons = [reason for reason in standing.party_reasons if reason.why is Why.REFUSES]
        if not reasons:
            return "nobody that decides it refuses"
        return f"{listed(map(_in_words, reasons))}, which does not stop it"
    if standing.outcome is Outcome.UNRAISED:
        return "nobody has spoken of it"
    return listed(map(_in_words, reasons)) if reasons else "nobody decides it"


def _in_words(reason: Reason) -> str:
    """Put a reason in words, with ids in backticks."""
    match reason:
        case PartyReason(party=party, why=Why.WAITS, waits_for=conditions):
            return f"`{party}` waits for {quoted(conditions)}"
        case PartyReason(party=party, why=Why.LAPSED):
            return f"`{party}` has not spoken of the current text"
        case PartyReason(party=id_) | PartReason(part=id_):
            return f"`{id_}`{str(reason).removeprefix(id_)}"
        case _:
            assert_never(reason)
