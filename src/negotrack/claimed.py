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


def derived(talks: Negotiation, round_: Round, claim: Claim) -> Outcome | None:
    """Give what is derived of what a claim is about, as of the round of the claim; None: there is no such demand.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> derived(talks, talks.rounds[0], Claim("corridor", "agreed"))
        <Outcome.REJECTED: 'rejected'>
    """
    is_known = any(demand.id == claim.demand for demand in talks.demands)
    return talks.at(round_.id).outcome(claim.demand) if is_known else None


def differences(talks: Negotiation, number: int) -> Iterator[Difference]:
    """Give the claims of all rounds up to one that differ from what is derived as of their own round.

    A claim about a demand that is not there is among them.

    Examples:
        >>> from negotrack import seed
        >>> list(differences(seed("sochi-2022"), 1))
        []
    """
    for round_ in talks.rounds[:number]:
        for claim in round_.claims:
            found = derived(talks, round_, claim)
            if claim.outcome is not found:
                yield Difference(round_, claim, found)
