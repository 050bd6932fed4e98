"""How do what is agreed and the package lie to each other?"""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import event, given

import naive
from negotrack import Negotiation, PartyReason, State, Why
from negotrack.formats.converter import converter
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")


def bargaining(negotiation: Negotiation) -> Negotiation:
    """The negotiation in which in the end all offer the first demand for the second, and the second for the first."""
    if len(negotiation.demands) < 2 or not negotiation.parties or not negotiation.rounds:
        return negotiation
    everybody = ", ".join(party.id for party in negotiation.parties)
    first, second = (demand.id for demand in negotiation.demands[:2])
    return negotiation.saying(
        f"{everybody} propose {first} if {second}", f"{everybody} propose {second} if {first}"
    )


def greatest(negotiation: Negotiation, number: int) -> set[str]:
    """The greatest fixed point as of a round, by the naive reading."""
    plain: dict[str, Any] = converter.unstructure(negotiation)
    return naive.greatest_agreed(naive.Moment(plain, number, naive.replay(plain, number).positions))


def unsupported(state: State) -> list[str]:
    """The demands in the package that neither wait for a condition nor have a part in it."""
    package = set(state.package)
    return [
        demand
        for demand in state.package
        if not (
            any(other.part_of == demand and other.id in package for other in state.demands)
            if state.standing(demand).is_composite
            else any(
                isinstance(reason, PartyReason) and reason.why is Why.WAITS
                for reason in state.standing(demand).reasons
            )
        )
    ]


@given(negotiations() | negotiations(broken=True))
def test_least_fixed_point_lies_within_the_greatest(negotiation: Negotiation) -> None:
    """The least fixed point lies within the greatest."""
    for number in range(len(negotiation.rounds) + 1):
        assert set(negotiation.at(number or "start").agreed) <= greatest(negotiation, number)


@given(negotiations() | negotiations(broken=True))
def test_package_is_carried_by_conditional_assents(negotiation: Negotiation) -> None:
    """Every demand in the package has a conditional assent of its own or, if composite, a part in the package."""
    negotiation = bargaining(negotiation)
    event("a package in the end" if negotiation.now.package else "no package in the end")
    for round_ in negotiation.rounds:
        assert unsupported(negotiation.at(round_.id)) == []


@given(negotiations() | negotiations(broken=True))
def test_package_is_what_the_greatest_fixed_point_holds_beyond(negotiation: Negotiation) -> None:
    """What the greatest fixed point holds beyond what is agreed is the package."""
    negotiation = bargaining(evolve(negotiation, rounds=negotiation.rounds[:2]))
    state = negotiation.now
    assert set(state.package) == greatest(negotiation, state.number) - set(state.agreed)
