"""How does what one party tells of others differ from what these say?"""

from collections.abc import Sequence

from negotrack.model.claims import Claim, Outcome
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.positions import Held, Lapsed, Silent
from negotrack.stances import Stance
from negotrack.testing.breaking.changes import in_round, in_the_end, said_of, with_parties
from negotrack.testing.breaking.floor import Cell
from negotrack.testing.breaking.setting import CORE, party_ids, source_ids
from negotrack.testing.breaking.stories import Story, account, tell, telling
from negotrack.testing.breaking.targets import cells_of
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _described_otherwise(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party tells of another that it holds another position than it does."""
    now = talks.now
    held = [(cell, position) for cell in cells_of(talks) if isinstance(position := now[cell], Held)]
    if not held:
        return tell(dice, talks, ("a rejects new", account("a accepts new", "b")))
    cell, position = dice.pick(held)
    stance = position.stance
    others = [one for one in Stance if one is not stance and not (one.is_assent and stance.is_assent)]
    return in_the_end(talks, _account_of(dice, talks, cell, others))


def _account_of(dice: Dice, talks: Negotiation, cell: Cell, stances: Sequence[Stance]) -> Statement:
    """Draw what another party tells of the position of a party on a demand."""
    givers = [one for one in party_ids(talks) if one != cell[0]]
    return said_of(cell, dice.pick(stances), according_to=dice.pick(givers))


_DISPUTED: tuple[Story, ...] = (
    ("a rejects new", account("a accepts new", "b")),
    (account("a accepts new", "b"), "a rejects new"),
    (account("a accepts new", "b"), "a reserves new", account("a rejects new", "b"), "a defers new"),
    ("a amends new", account("a withdraws new", "b")),
    ("bloc rejects new", account("a accepts new", "b")),
    ("a proposes new", account("a rejects new", "bloc")),
    (account("a rejects new, newer", "b"), "a accepts newer, new"),
    (account("a and b reject new", "b"), "b amends newer", "a accepts new"),
    ("bloc rejects new", account("bloc accepts new", "b")),
)


def _known_by_account(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party tells of another that has said nothing, or nothing on the current text."""
    now = talks.now
    cells = [cell for cell in cells_of(talks) if isinstance(now[cell], Silent | Lapsed)]
    if not cells:
        return tell(dice, talks, (account("a accepts new", "b"),))
    return in_the_end(talks, _account_of(dice, talks, dice.pick(cells), tuple(Stance)))


_REPORTED: tuple[Story, ...] = (
    (account("a accepts new", "b"),),
    (account("a and b accept new, newer", "a"), "a rejects newer"),
    ("b amends new", account("a rejects new", "b")),
    ("a accepts new", "b amends new", account("a accepts new", "b")),
    (account("bloc proposes new", "a"),),
    (account("a amends new", "b"), "b accepts new"),
    (account("a withdraws new", "bloc"),),
    (account("a rejects new", "b"), account("a accepts new", "b")),
)


def _claimed_alone(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party claims that a demand is agreed that is pending: another has said nothing."""
    return _with_lone_claim(dice, tell(dice, talks, dice.pick(_ALONE), decisive=True))


def _claimed_alone_of_what_is_not_pending(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party claims that a demand is agreed, which it is or is far from, and another has said nothing."""
    rule, story = dice.pick(_LONE_OTHERWISE)
    demand = Demand("new", "New", between=(*CORE, "third"), decision=rule)
    talks = with_parties(talks, Party("third", "Third", role=dice.pick((Role.OBSERVER, Role.MEDIATOR))))
    return _with_lone_claim(dice, tell(dice, talks, story, decisive=True, demands=[demand]))


def _with_lone_claim(dice: Dice, talks: Negotiation) -> Negotiation:
    """Give a negotiation in which a party claims an agreement of which another that decides is silent."""
    deciders = next(demand.between or () for demand in talks.demands if demand.id == "new")
    silent = next(one for one in deciders if isinstance(talks.now[one, "new"], Silent))
    claimant = dice.pick([one for one in party_ids(talks) if one != silent])
    claim = Claim("new", Outcome.AGREED, source=dice.pick(source_ids(talks)), according_to=claimant)
    return in_round(talks, len(talks.rounds) - 1, claims=[*talks.rounds[-1].claims, claim])


_ALONE: tuple[Story, ...] = (
    ("a proposes new",),
    ("a proposes new", account("b accepts new", "a")),
    ("a rejects new", "a accepts new", "b accepts newer if new"),
    ("bloc accepts new",),
    ("a amends new",),
)
_LONE_OTHERWISE: tuple[tuple[Decision, Story], ...] = (
    (Decision(), ("a proposes new", "b rejects new")),
    (Decision("majority", veto=CORE), ("a proposes new", "b rejects new")),
    (Decision(), ("a accepts newer if new",)),
    (Decision(), ("a proposes new", "b rejects new", "a withdraws new")),
)

WAYS: Ways = {
    "NT401": (_described_otherwise, telling(*_DISPUTED)),
    "NT402": (_known_by_account, telling(*_REPORTED)),
    "NT403": (_claimed_alone, _claimed_alone_of_what_is_not_pending),
}
