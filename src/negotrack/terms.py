"""Who decides a demand, and by which rule?"""

from collections.abc import Sequence
from functools import cached_property
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
        return self._by_default if demand.between is None else self._in_order(demand.between)

    @cached_property
    def _by_default(self) -> tuple[str, ...]:
        """Those whose assent a demand needs that names none: so most do, and there may be many."""
        if self.default_between is not None:
            return self._in_order(self.default_between)
        return self._in_order([party.id for party in self.parties if party.role is Role.PRINCIPAL])

    def _in_order(self, named: Sequence[str]) -> tuple[str, ...]:
        wanted = dict.fromkeys(named)
        known = [party.id for party in self.parties if party.id in wanted]
        return tuple(dict.fromkeys([*known, *wanted]))

    def rule(self, demand: Demand) -> Decision:
        """Give the rule by which a demand is decided; its own replaces the negotiation's whole."""
        return demand.decision or self.default_decision or _UNANIMITY
