"""Where does a source claim another outcome than the one that is derived?"""

from collections.abc import Iterator
from typing import NamedTuple

from negotrack.model.claims import Claim, Outcome
from negotrack.model.rounds import Round
from negotrack.negotiation import Negotiation


class Difference(NamedTuple):
    """A claim, and what is derived from the words of the same round and those before it."""

    round: Round
    claim: Claim
    derived: Outcome


def differences(talks: Negotiation, number: int) -> Iterator[Difference]:
    """Give the claims of all rounds up to one that differ from what is derived as of their own round.

    Claims about demands that are not there are left out.

    Examples:
        >>> from negotrack import seed
        >>> list(differences(seed("sochi-2022"), 1))
        []
    """
    known = {demand.id for demand in talks.demands}
    for place, round_ in enumerate(talks.rounds[:number], 1):
        state = talks.at(place)
        for claim in round_.claims:
            if claim.demand in known and claim.outcome is not state.outcome(claim.demand):
                yield Difference(round_, claim, state.outcome(claim.demand))
