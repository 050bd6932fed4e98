"""Which events are past, as of a round?"""

from negotrack.model.sources import Event
from negotrack.negotiation import Negotiation


def events(talks: Negotiation, number: int) -> tuple[Event, ...]:
    """Give the events up to the end of a round, by date; as of the last round all of them.

    Examples:
        >>> from negotrack import seed
        >>> [event.title for event in events(seed("sochi-2022"), 0)]
        []
    """
    found = sorted(talks.events, key=lambda event: event.date.earliest)
    if number == len(talks.rounds):
        return tuple(found)
    if not number:
        return ()
    end = talks.rounds[number - 1].date.latest
    return tuple(event for event in found if event.date.earliest <= end)
