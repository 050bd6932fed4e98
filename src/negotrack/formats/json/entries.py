"""What do several documents have an entry for? Positions, outcomes, counts, claims, events, sources."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from negotrack.decisions import PartReason, PartyReason, Reason, Why
from negotrack.model.citations import Citation
from negotrack.model.claims import Claim, Outcome
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.omissions import LeftOut
from negotrack.positions import Account, Held, Lapsed, Position, Silent, marks
from negotrack.standing import Counts, Standing
from negotrack.state import State

Document = dict[str, object]
"""A table of a JSON document. More keys may come; none goes or changes its meaning within a format number."""


def counts(of: Counts) -> Document:
    """Give how many demands are agreed, rejected and pending."""
    return {
        "agreed": of.agreed,
        "provisional": of.provisional,
        "rejected": of.rejected,
        "pending": of.pending,
        "total": of.total,
    }


def claim_entry(round_: Round, claim: Claim, derived: Outcome | None) -> Document:
    """Give a claim, with what is derived in its place."""
    return {
        "round": round_.id,
        "demand": claim.demand,
        "claimed": claim.outcome.value,
        "derived": derived.value if derived else None,
        "sources": sources(round_.citations(claim)),
        "according_to": claim.according_to,
        "note": claim.note,
    }


def sources(of: Iterable[Citation]) -> Sequence[Document]:
    """Give sources, each with the place in it."""
    return [{"id": one.id, "locator": one.locator} for one in of]


def event_entry(event: Event) -> Document:
    """Give an event."""
    return {
        "date": str(event.date),
        "title": event.title,
        "note": event.note,
        "sources": sources(event.source),
    }


def left_out(words: Iterable[LeftOut]) -> Sequence[Document]:
    """Give what was said and is left out, wholly or in part."""
    return [{"says": str(one.said.says), "round": one.said_in, "reason": one.reason} for one in words]


def positions(state: State, parties: Sequence[str], demand: str) -> Iterable[Document]:
    """Give the positions of parties on a demand that are not silent, or that somebody reports."""
    for party, (held, accounts) in zip(parties, state.row(parties, demand), strict=True):
        if accounts or not isinstance(held, Silent):
            yield {"party": party, "demand": demand, **cell(held, accounts)}


def cell(of: Position, accounts: Sequence[Account]) -> Document:
    """Give where a party stands on a demand, with the marks of the cell and the open accounts."""
    marked = [mark.value for mark in marks(of, has_open_account=bool(accounts))]
    entry = {**position(of), "marks": marked}
    return entry | ({"accounts": [_account(account) for account in accounts]} if accounts else {})


def position(of: Position) -> Document:
    """Give a position, without what marks it."""
    match of:
        case Held():
            return {"stance": of.stance.value, **_held(of)}
        case Lapsed(was=was):
            return {"stance": None, "lapsed_stance": was.stance.value, **_held(was)}
        case Silent():
            return dict(_SILENT)
        case _:
            assert_never(of)


def _held(held: Held) -> Document:
    return {
        "conditions": list(held.conditions),
        "provisional": held.provisional,
        "reservation": held.reservation.value if held.reservation else None,
        "red_line": held.red_line,
        "version": held.version,
        "basis": held.basis,
        "since": held.since,
        "said_in": held.said_in,
    }


_SILENT: Document = {
    "stance": None,
    "conditions": [],
    "provisional": False,
    "reservation": None,
    "red_line": False,
    "version": None,
    "basis": None,
    "since": None,
    "said_in": None,
}


def _account(account: Account) -> Document:
    return {
        "according_to": account.according_to,
        "stance": account.stance.value,
        "conditions": list(account.conditions),
        "provisional": account.said.says.provisional,
        "reservation": account.said.reservation.value if account.said.reservation else None,
    }


def outcome(standing: Standing) -> Document:
    """Give what became of a demand, with the reasons."""
    return {
        "demand": standing.demand,
        "outcome": standing.outcome.value,
        "provisional": standing.is_provisional,
        "replaced_by": list(standing.replaced_by),
        "since": standing.since,
        "reasons": list(_reasons(standing.reasons)),
    }


def _reasons(reasons: Iterable[Reason]) -> Iterable[Document]:
    for reason in reasons:
        match reason:
            case PartReason(part=part, outcome=outcome):
                yield {"part": part, "outcome": outcome.value}
            case PartyReason(party=party, why=why, waits_for=conditions, reservation=kind):
                entry: Document = {"party": party, "reason": why.value}
                if why is Why.WAITS:
                    entry["for"] = list(conditions)
                if why is Why.RESERVES:
                    entry["reservation"] = kind.value if kind else None
                yield entry
            case _:
                assert_never(reason)
