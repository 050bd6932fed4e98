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
    derived: Outcome | None
    """None: there is no such demand."""


def differences(talks: Negotiation, number: int) -> Iterator[Difference]:
    """Give the claims of all rounds up to one that differ from what is derived as of their own round.

    A claim about a demand that is not there is among them.

    Examples:
        >>> from negotrack import seed
        >>> list(differences(seed("sochi-2022"), 1))
        []
    """
    known = {demand.id for demand in talks.demands}
    for place, round_ in enumerate(talks.rounds[:number], 1):
        state = talks.at(place)
        for claim in round_.claims:
            derived = state.outcome(claim.demand) if claim.demand in known else None
            if claim.outcome is not derived:
                yield Difference(round_, claim, derived)
