"""Who decides a demand, and by which rule?"""

from collections.abc import Sequence
from typing import final

from attrs import frozen

from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role

_UNANIMITY = Decision()


@final
@frozen(eq=False)
class Terms:
    """What a negotiation says for all demands that do not say otherwise.

    Examples:
        >>> terms = Terms((Party("a", "A"), Party("m", "M", role="mediator")), None, None)
        >>> terms.between(Demand("x", "X")), terms.between(Demand("y", "Y", between=["m", "a"]))
        (('a',), ('a', 'm'))
    """

    parties: Sequence[Party]
    default_between: Sequence[str] | None
    """The parties whose assent every demand needs; None: all principals."""
    default_decision: Decision | None
    """How many of them have to assent; None: all."""

    def between(self, demand: Demand) -> tuple[str, ...]:
        """Give the parties whose assent a demand needs: in the order of the dossier, then those it does not know."""
        if demand.between is not None:
            named: Sequence[str] = demand.between
        elif self.default_between is not None:
            named = self.default_between
        else:
            named = [party.id for party in self.parties if party.role is Role.PRINCIPAL]
        wanted = dict.fromkeys(named)
        known = [party.id for party in self.parties if party.id in wanted]
        return tuple(dict.fromkeys([*known, *wanted]))

    def rule(self, demand: Demand) -> Decision:
        """Give the rule by which a demand is decided; its own replaces the negotiation's whole."""
        return demand.decision or self.default_decision or _UNANIMITY
