"""What do the commands print for machines? The JSON documents, as plain data."""

from collections.abc import Iterable
from typing import assert_never

from negotrack.decisions import PartReason, PartyReason, Reason, Why
from negotrack.positions import Account, Held, Lapsed, Position, Silent
from negotrack.state import Break, Standing, State

Document = dict[str, object]
"""A table of a JSON document. More keys may come; none goes or changes its meaning within a format number."""


def matrix(state: State) -> Document:
    """Give a state as plain data: every position that is not silent, every outcome with its reasons, the package.

    Examples:
        >>> from negotrack import seed
        >>> matrix(seed("sochi-2022").at("start"))["round"] is None
        True
    """
    parties = [party.id for party in state.parties]
    demands = [demand.id for demand in state.demands]
    return {
        "negotiation": state.title,
        "round": state.round.id if state.round else None,
        "parties": parties,
        "demands": demands,
        "positions": [
            {"party": party, "demand": demand, **entry}
            for demand in demands
            for party in parties
            if (entry := _cell(state, party, demand))
        ],
        "outcomes": [_standing(state.standing(demand)) for demand in demands],
        "package": list(state.package),
        "package_breaks": [_break(broken) for broken in state.package_breaks],
    }


def _cell(state: State, party: str, demand: str) -> Document:
    """Give a cell without its party and demand; nothing where it is silent and nobody reports otherwise."""
    position, accounts = state[party, demand], state.accounts(party, demand)
    if isinstance(position, Silent) and not accounts:
        return {}
    entry = _position(position) | {"marks": [mark.value for mark in state.marks(party, demand)]}
    return entry | ({"accounts": [_account(account) for account in accounts]} if accounts else {})


def _position(position: Position) -> Document:
    match position:
        case Held():
            return {"stance": position.stance.value, **_held(position)}
        case Lapsed(was=was):
            return {"stance": None, "lapsed_stance": was.stance.value, **_held(was)}
        case Silent():
            return dict(_SILENT)
        case _:
            assert_never(position)


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
    }


def _standing(standing: Standing) -> Document:
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


def _break(broken: Break) -> Document:
    return {"demand": broken.demand, broken.relation.value: broken.other}
