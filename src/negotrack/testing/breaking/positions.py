"""How does a party contradict itself, or say what cannot be said?"""

from attrs import evolve

from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.stances import Stance
from negotrack.testing.breaking.changes import (
    at_spot,
    in_the_end,
    said_of,
    saying,
    with_demands,
    with_parties,
)
from negotrack.testing.breaking.floor import Floor
from negotrack.testing.breaking.stories import Story, account, red_line, tell, telling
from negotrack.testing.breaking.targets import cells_of, with_assent
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _turned_in_a_round(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party says yes and no in the last round, to what it has not put forward itself."""
    floor, last = Floor.after(talks), len(talks.rounds)
    both = (Stance.ACCEPTS, Stance.REJECTS)
    cells = [cell for cell in cells_of(talks) if all(floor.allows(cell, stance, last) for stance in both)]
    if not cells:
        return tell(dice, talks, ("a accepts new", "a rejects new"), together=True)
    cell = dice.pick(cells)
    order = both if dice.chance(2) else both[::-1]
    return in_the_end(talks, *(said_of(cell, stance) for stance in order))


_TURNS: tuple[Story, ...] = (
    ("a rejects new", "a proposes new"),
    ("a accepts new if newer", "b proposes newer", "a rejects new"),
    ("a accepts new", "b amends newer", "a reserves new", "a rejects new"),
    ("a provisionally accepts new", "a and b reject new"),
    ("a and b accept new, newer", "a rejects newer, new"),
    ("bloc rejects new", "a proposes newer", "bloc accepts new"),
    (account("a accepts new", "a"), "a rejects new"),
    ("a rejects new", "a defers new", "bloc accepts newer", "a accepts new"),
)


def _withdraws_others(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party withdraws what it has never put forward."""
    floor = Floor.after(talks)
    cells = [cell for cell in cells_of(talks) if cell not in floor.proponents]
    if not cells:
        return tell(dice, talks, ("a withdraws new",))
    return in_the_end(talks, said_of(dice.pick(cells), Stance.WITHDRAWS))


def _withdraws_after_joining(dice: Dice, talks: Negotiation) -> Negotiation:
    """A member withdraws what its bloc put forward when it was no member yet, or no member any more."""
    span = dice.pick(({"joins": "r2"}, {"leaves": "r1"}))
    bloc = Party("bloc", "Bloc", members=[Membership("p1", **span), "p2"])
    talks = with_demands(with_parties(talks, bloc), Demand("new", "New"))
    talks = saying(talks, 0, said_of(("bloc", "new"), dice.pick((Stance.PROPOSES, Stance.AMENDS))))
    return in_the_end(talks, said_of(("p1", "new"), Stance.WITHDRAWS))


_STRAY: tuple[Story, ...] = (
    ("b proposes new", "a withdraws new"),
    ("a accepts new", "a withdraws new"),
    ("b proposes new", "b and a withdraw new"),
    (account("a proposes new", "b"), "a withdraws new"),
    ("a proposes newer", "a withdraws new, newer"),
    ("a proposes new", "bloc withdraws new"),
    ("b amends new", "a withdraws new"),
    ("a withdraws new", "a proposes new"),
    ("a rejects new", account("a and b withdraw new", "a")),
    (account("a and b amend new", "b"), "a withdraws new"),
)


def _waits_for_itself(dice: Dice, talks: Negotiation) -> Negotiation:
    """An assent depends on what it is to."""
    talks, spot = with_assent(dice, talks)
    says = spot.said.says
    return at_spot(talks, spot, says=evolve(says, conditions=(*says.conditions, dice.pick(says.demands))))


_WAITING: tuple[Story, ...] = (
    ("a accepts new if new",),
    ("b proposes newer", "a accepts new if newer and new"),
    ("a and b propose new, newer if newer",),
    (Statement("a amends new if new", text="Two."),),
    ("a provisionally proposes new if new", "b accepts new"),
    ("bloc proposes new if new",),
    (account("a accepts new if new", "b"),),
    ("a rejects new", "a accepts new, newer if new, newer"),
)


def _rejects_its_own(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party rejects in the end what it has put forward, and has not called a red line."""
    floor, last = Floor.after(talks), len(talks.rounds)
    owned = [cell for cell in cells_of(talks) if floor.owns(cell)]
    cells = [cell for cell in owned if floor.allows(cell, Stance.WITHDRAWS, last)]
    if not cells:
        return tell(dice, talks, ("a proposes new", "a rejects new"))
    return in_the_end(talks, said_of(dice.pick(cells), Stance.REJECTS))


_DISOWNED: tuple[Story, ...] = (
    ("a amends new", "a rejects new"),
    ("a proposes new", "a reserves new", "b accepts new", "a rejects new"),
    ("a proposes new", "a accepts new", "b and a reject new"),
    ("a proposes new", "a withdraws new", "a proposes new", "a rejects new"),
    ("a provisionally proposes new if newer", "a rejects new"),
    ("bloc proposes new", "bloc rejects new"),
    ("a proposes new", "bloc rejects new", "a rejects new"),
    ("a and b amend new", "a rejects new"),
    (account("b and a propose new", "a"), account("a rejects new", "a")),
    ("b amends new", "a proposes new", "a rejects new"),
)


def _crosses_its_line(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party does in the end what it has called a red line not to do."""
    floor = Floor.after(talks)
    cells = [cell for cell in cells_of(talks) if floor.red(cell) is not None]
    if not cells:
        return tell(dice, talks, (red_line("a accepts new"), "a rejects new"))
    cell = dice.pick(cells)
    if not floor.red(cell):
        return in_the_end(talks, said_of(cell, dice.pick((Stance.ACCEPTS, Stance.PROPOSES))))
    possible = (Stance.REJECTS, Stance.WITHDRAWS) if cell in floor.proponents else (Stance.REJECTS,)
    return in_the_end(talks, said_of(cell, dice.pick(possible)))


_CROSSED: tuple[Story, ...] = (
    (red_line("a rejects new"), "a accepts new"),
    (red_line("a rejects new"), "a proposes new"),
    (red_line("a rejects new"), "bloc accepts new"),
    (red_line("a rejects new"), "league proposes new"),
    (red_line("a proposes new"), "a withdraws new"),
    (red_line("a proposes new"), "a rejects new"),
    (red_line("a amends new"), "a rejects new"),
    ("a proposes new", red_line("a accepts new"), "a withdraws new"),
    (red_line("a accepts new"), "bloc rejects new"),
    ("bloc proposes new", red_line("a accepts new"), "bloc withdraws new"),
    (red_line("a rejects new"), "a rejects new", "a reserves new", "a accepts new"),
    (red_line("a provisionally accepts new if newer"), "a rejects new"),
    (red_line("a rejects new"), "a and b accept new if newer"),
    (red_line("bloc rejects new"), "a accepts new", "bloc accepts new"),
    (red_line("a and b reject newer, new"), "b accepts new"),
    ("b amends new", red_line("a rejects new"), "b amends newer", "a provisionally accepts new"),
    (Statement("a and b reject new", red_line=True, according_to="a"), "a accepts new"),
)

WAYS: Ways = {
    "NT201": (_turned_in_a_round, telling(*_TURNS, together=True)),
    "NT202": (_withdraws_others, _withdraws_after_joining, telling(*_STRAY), telling(*_STRAY)),
    "NT203": (_waits_for_itself, telling(*_WAITING)),
    "NT205": (_rejects_its_own, telling(*_DISOWNED)),
    "NT206": (_crosses_its_line, telling(*_CROSSED), telling(*_CROSSED)),
}
