"""What does a matrix print for machines? Every position, every outcome with its reasons, the package."""

from negotrack.breaks import Break
from negotrack.formats.json.entries import Document, outcome, positions
from negotrack.state import State


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
        "positions": [entry for demand in demands for entry in positions(state, parties, demand)],
        "outcomes": [outcome(state.standing(demand)) for demand in demands],
        "package": list(state.package),
        "package_breaks": [_break(broken) for broken in state.package_breaks],
    }


def _break(broken: Break) -> Document:
    return {"demand": broken.demand, broken.relation.value: broken.other}
