"""Who speaks for whom, in a round?"""

from collections.abc import Mapping, Sequence

from negotrack.calendar import Calendar
from negotrack.model.parties import Party


def members_by_bloc(
    parties: Sequence[Party], calendar: Calendar, number: int
) -> Mapping[str, tuple[str, ...]]:
    """Give for each bloc the parties that it speaks for in a round, members of member blocs among them.

    They come in the order of `parties`. A bloc does not speak for itself, even where its members run in a circle.
    Members that are no party are left out; whether bloc or members are active does not matter.

    Examples:
        >>> parties = [Party("g77", "G77", members=["aosis"]), Party("aosis", "AOSIS", members=["fiji"]),
        ...            Party("fiji", "Fiji")]
        >>> members_by_bloc(parties, Calendar({}), 1)
        {'g77': ('aosis', 'fiji'), 'aosis': ('fiji',)}
    """
    direct = {
        party.id: [
            place.party for place in party.members if calendar.covers(place.joins, place.leaves, number)
        ]
        for party in parties
        if party.members
    }
    reached = {bloc: _reach(bloc, direct) for bloc in direct}
    return {
        bloc: tuple(party.id for party in parties if party.id in members and party.id != bloc)
        for bloc, members in reached.items()
    }


def _reach(bloc: str, direct: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    ahead = list(direct[bloc])
    while ahead:
        member = ahead.pop()
        if member not in found:
            found.add(member)
            ahead.extend(direct.get(member, ()))
    return found
