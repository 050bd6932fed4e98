"""What does a report print for machines? The matrix, and what is read off it, as plain data."""

from negotrack import awaited
from negotrack.claimed import differences
from negotrack.events import events
from negotrack.formats.json import changes
from negotrack.formats.json.entries import Document, claim_entry, counts, event_entry, left_out
from negotrack.formats.json.matrix import matrix
from negotrack.negotiation import Negotiation
from negotrack.state import State


def report(talks: Negotiation, state: State) -> Document:
    """Give what a report tells as plain data: the matrix, and what is read off it.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> report(talks, talks.now)["waited_for"]["parties"][0]
        {'party': 'azerbaijan', 'demands': ['delimitation', 'withdrawal']}
    """
    previous = state.number - 1
    past = talks.rounds[: state.number]
    return {
        "negotiation": state.title,
        "round": state.round.id if state.round else None,
        "counts": counts(state.counts),
        "rounds": [
            {"round": one.id, "date": str(one.date), "title": one.title, "place": one.place} for one in past
        ],
        "events": [event_entry(event) for event in events(talks, state.number)],
        "matrix": matrix(state),
        "claims": [
            claim_entry(round_, claim, found) for round_, claim, found in differences(talks, state.number)
        ],
        "waited_for": {
            "parties": [
                {"party": party, "demands": list(demands)} for party, demands in awaited.words(state).items()
            ],
            "put_off": [
                {"party": party, **{why.value: list(demands) for why, demands in put_off.items()}}
                for party, put_off in awaited.put_off(state).items()
            ],
            "demands": [
                {"demand": demand, "for": [{"party": one.party, "demand": one.demand} for one in waiting]}
                for demand, waiting in awaited.conditions(state).items()
            ],
        },
        "since_previous": changes.diff(talks.diff(previous, state.number)) if state.number > 1 else None,
        "left_out": left_out(state.left_out),
    }
