"""How does a negotiation name what is not there, or hold what nobody speaks of?"""

from attrs import evolve

from negotrack.model.citations import Citation
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.model.rounds import Delegate, Meeting
from negotrack.model.sources import Event
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.stances import Stance
from negotrack.testing.breaking.changes import (
    at_spot,
    in_round,
    said_of,
    saying,
    spots_of,
    with_demand,
    with_demands,
    with_parties,
    with_party,
)
from negotrack.testing.breaking.setting import CORE, party_ids
from negotrack.testing.breaking.targets import (
    any_demand,
    any_round,
    cells_of,
    deciders,
    with_assent,
    with_bloc,
    with_claim,
)
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice

_NO_PARTY = ("ghost", "d1", "r1", "s1")

_NO_DEMAND = ("ghost", "p1", "r1", "s1")

_NO_ROUND = ("ghost", "p1", "d1")

_NO_SOURCE = ("ghost", "p1", "r1")


def _strange_holder(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger joins in a statement."""
    spot = dice.pick(spots_of(talks))
    holders, strange = spot.said.says.holders, dice.pick(_NO_PARTY)
    joined = (*holders, strange) if dice.chance(2) else (strange, *holders)
    return at_spot(talks, spot, says=evolve(spot.said.says, holders=joined))


def _strange_speaker(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger speaks, whatever it says."""
    stance, demand = dice.pick(tuple(Stance)), any_demand(dice, talks).id
    said = said_of((dice.pick(_NO_PARTY), demand), stance)
    return _with_a_remark(dice, talks, said)


def _with_a_remark(dice: Dice, talks: Negotiation, said: Statement) -> Negotiation:
    """Draw a round at the end of which something more is said."""
    return saying(talks, any_round(dice, talks), said)


def _strange_giver(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger tells what others said."""
    said = said_of(dice.pick(cells_of(talks)), dice.pick(tuple(Stance)), according_to=dice.pick(_NO_PARTY))
    return _with_a_remark(dice, talks, said)


def _strange_member(dice: Dice, talks: Negotiation) -> Negotiation:
    """A bloc has a stranger as a member."""
    talks, bloc = with_bloc(dice, talks)
    return with_party(talks, bloc.id, members=(*bloc.members, Membership(dice.pick(_NO_PARTY))))


def _strange_guest(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger takes part in a round."""
    index, strange = any_round(dice, talks), dice.pick(_NO_PARTY)
    round_ = talks.rounds[index]
    match dice.number(3):
        case 0:
            return in_round(talks, index, mediators=(*round_.mediators, strange))
        case 1:
            return in_round(talks, index, present=(*(round_.present or ()), strange))
        case 2:
            return in_round(
                talks, index, delegates=[*round_.delegates, Delegate(strange, "Its president, on the phone")]
            )
        case _:
            return in_round(talks, index, meetings=(*round_.meetings, Meeting(present=[strange])))


def _strange_decider(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger is among those who decide, of one demand or of all."""
    strange = dice.pick(_NO_PARTY)
    if dice.chance(2):
        return evolve(talks, between=(*deciders(talks), strange))
    demand = any_demand(dice, talks)
    return with_demand(talks, demand.id, between=(*deciders(talks, demand), strange))


def _strange_veto(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger has a veto, of one demand or of all."""
    strange, demand = dice.pick(_NO_PARTY), any_demand(dice, talks)
    if dice.chance(2):
        return evolve(talks, decision=_vetoed(talks.decision, strange))
    return with_demand(talks, demand.id, decision=_vetoed(demand.decision, strange))


def _vetoed(rule: Decision | None, by: str) -> Decision:
    """Give a rule with another veto."""
    rule = rule or Decision()
    return evolve(rule, veto=(*rule.veto, by))


def _strange_claimant(dice: Dice, talks: Negotiation) -> Negotiation:
    """A stranger claims an outcome."""
    claimed = with_claim(dice, talks)
    return claimed.changed(evolve(claimed.claim, according_to=dice.pick(_NO_PARTY)))


def _strange_topic(dice: Dice, talks: Negotiation) -> Negotiation:
    """Something is said of a demand that is none, and of another with it or not."""
    spot, strange = dice.pick(spots_of(talks)), dice.pick(_NO_DEMAND)
    if spot.said.text is None and dice.chance(2):
        demands = (*spot.said.says.demands, strange)
        return at_spot(talks, spot, says=evolve(spot.said.says, demands=demands))
    said = said_of((dice.pick(party_ids(talks)), strange), dice.pick(tuple(Stance)))
    return _with_a_remark(dice, talks, said)


def _strange_condition(dice: Dice, talks: Negotiation) -> Negotiation:
    """An assent depends on a demand that is none."""
    talks, spot = with_assent(dice, talks)
    says = spot.said.says
    return at_spot(talks, spot, says=evolve(says, conditions=(*says.conditions, dice.pick(_NO_DEMAND))))


def _strange_relation(dice: Dice, talks: Negotiation) -> Negotiation:
    """A demand has a whole, a rival, a requirement or a predecessor that is none."""
    demand, strange = any_demand(dice, talks), dice.pick(_NO_DEMAND)
    field = dice.pick(("part_of", "excludes", "requires", "succeeds"))
    others: tuple[str, ...] = getattr(demand, field) or ()
    named = strange if field == "part_of" else (*others, strange)
    return with_demand(talks, demand.id, **{field: named})


def _strange_outcome(dice: Dice, talks: Negotiation) -> Negotiation:
    """An outcome of a demand that is none is claimed."""
    index = any_round(dice, talks)
    claim = Claim(dice.pick(_NO_DEMAND), dice.pick(CLAIMABLE), source="s1")
    return in_round(talks, index, claims=(*talks.rounds[index].claims, claim))


def _strange_span(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party joins or leaves at a round that is none."""
    party = dice.pick(party_ids(talks))
    return with_party(talks, party, **{dice.pick(("joins", "leaves")): dice.pick(_NO_ROUND)})


def _strange_membership(dice: Dice, talks: Negotiation) -> Negotiation:
    """A member joins or leaves a bloc at a round that is none."""
    talks, bloc = with_bloc(dice, talks)
    *others, last = bloc.members
    last = evolve(last, **{dice.pick(("joins", "leaves")): dice.pick(_NO_ROUND)})
    return with_party(talks, bloc.id, members=[*others, last])


def _strange_source(dice: Dice, talks: Negotiation) -> Negotiation:
    """A round, a statement, a claim or an event has a source that is none."""
    strange = dice.pick(_NO_SOURCE)
    match dice.number(4):
        case 0:
            return in_round(talks, any_round(dice, talks), source=strange)
        case 1:
            return at_spot(talks, dice.pick(spots_of(talks)), source=Citation(strange, "p. 2"))
        case 2:
            spot = dice.pick(spots_of(talks))
            return at_spot(talks, spot, source=(*spot.said.source, Citation(strange)))
        case 3:
            claimed = with_claim(dice, talks)
            return claimed.changed(evolve(claimed.claim, source=strange))
        case _:
            return evolve(talks, events=(*talks.events, Event("2024-02", "Strike", source=strange)))


def _unspoken_demand(dice: Dice, talks: Negotiation) -> Negotiation:
    """A demand is added of which nobody speaks, whatever it is to the others."""
    other = any_demand(dice, talks)
    match dice.number(4):
        case 0:
            return with_demands(talks, Demand("new", "New", text="Ten per cent."))
        case 1:
            return with_demands(talks, Demand("new", "New", part_of=other.id))
        case 2:
            return with_demands(talks, Demand("new", "New", excludes=[other.id], succeeds=[other.id]))
        case 3:
            talks = with_demand(talks, other.id, requires=[*other.requires, "new"])
            return with_demands(talks, Demand("new", "New", decision="consensus"))
        case _:
            claimed = with_claim(dice, talks)
            return with_demands(claimed.talks, Demand("newest", "Newest", requires=[claimed.claim.demand]))


def _silent_principal(dice: Dice, talks: Negotiation) -> Negotiation:
    """A principal is added that never speaks, though others may speak of it, and a bloc could have spoken for it."""
    talks = with_parties(talks, Party("silent", "Silent"))
    match dice.number(3):
        case 0:
            return talks
        case 1:
            cell = ("silent", any_demand(dice, talks).id)
            said = said_of(cell, dice.pick(tuple(Stance)), according_to=dice.pick(CORE))
            return _with_a_remark(dice, talks, said)
        case 2:
            return with_parties(talks, Party("bloc", "Bloc", members=["silent", "p1"]))
        case _:
            index = any_round(dice, talks)
            return in_round(talks, index, present=(*(talks.rounds[index].present or ()), "silent"))


WAYS: Ways = {
    "NT101": (
        *(_strange_holder, _strange_speaker, _strange_giver, _strange_member, _strange_guest),
        *(_strange_decider, _strange_veto, _strange_claimant),
    ),
    "NT102": (_strange_topic, _strange_condition, _strange_relation, _strange_outcome),
    "NT103": (_strange_span, _strange_membership),
    "NT104": (_strange_source,),
    "NT107": (_unspoken_demand, _silent_principal),
}
