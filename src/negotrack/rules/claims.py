"""Do the outcomes agree with what is claimed of them?"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from negotrack.claimed import derived
from negotrack.decisions import PartReason, PartyReason, Reason, Why
from negotrack.findings import Related, Severity
from negotrack.model.claims import Claim, Outcome
from negotrack.positions import Held
from negotrack.rules.case import Case
from negotrack.rules.entries import Claimed
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import MOST_NAMED, listed, quoted, verb
from negotrack.standing import Standing
from negotrack.state import State


def claim_differs(case: Case) -> Found:
    """Find a claimed outcome that differs from the one that the statements give.

    Why it matters:
        A claim is what a source says came out. The outcome itself follows from what each party said.
        Where the two differ, a statement is missing, or the source says more than the parties did.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay", "employer reserves pay"]
        claims = { pay = "agreed" }  # NT301

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay", "employer reserves pay", "employer accepts pay"]
        claims = { pay = "agreed" }

    How to fix:
        Add the statement that is missing, here `"employer accepts pay"`. If the source does say "agreed",
        and no word bears it out, leave the claim as it is and excuse the finding, with the reason. Change
        the claim only where the source was misread. Where the claim is the view of one party, say whose
        it is: `pay = { outcome = "agreed", according_to = "union" }`.

    Source:
        On 26 May 2013 the first accord of the talks between Colombia and the FARC, on land, was
        announced as agreed, while the FARC's negotiator Márquez spoke of pending issues.
    """
    for claimed in all_claims(case):
        claim = claimed.claim
        if derived(case.talks, claimed.round, claim) not in (None, claim.outcome):
            state = case.talks.at(claimed.number)
            standing = state.standing(claim.demand)
            is_one_voice = claim.according_to or (claimed.number, claim.demand) in case.contested
            yield Problem(
                f"`{claim.demand}` is claimed `{claim.outcome}`, but is `{standing.outcome}`: "
                + _because(standing, claim.outcome),
                claimed.outcome,
                hint="" if is_one_voice else _of_claim(claim),
                parties=_named(claim, standing),
                related=tuple(_words(case, state, standing)),
                severity=Severity.INFO if is_one_voice else None,
            )


def all_claims(case: Case) -> Sequence[Claimed]:
    """Give all claims."""
    return case.claimed


def _because(standing: Standing, claimed: Outcome) -> str:
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


def _of_claim(claim: Claim) -> str:
    """Say how a claim and what is derived are brought together. What the source said is not changed for that."""
    told = f'{claim.demand} = {{ outcome = "{claim.outcome}", according_to = "..." }}'
    return f"record the missing words, or excuse it with [[check.ignore_at]]; as one party's word: {told}"


def _named(claim: Claim, standing: Standing) -> tuple[str, ...]:
    """Give the parties that a claim has to do with: who makes it, and whose words make another outcome."""
    givers = [claim.according_to] if claim.according_to else []
    return tuple(dict.fromkeys([*givers, *(reason.party for reason in standing.party_reasons)]))


def _words(case: Case, state: State, standing: Standing) -> Iterator[Related]:
    """Give where the first of those spoke that made an outcome."""
    for reason in standing.party_reasons[:MOST_NAMED]:
        position = state[reason.party, standing.demand]
        if isinstance(position, Held):
            place = case.taken(position).demand(standing.demand)
            yield Related(place, f"{reason.party} {verb(position.stance)} it here")
