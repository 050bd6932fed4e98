"""How do two demands that exclude each other get backed by one party, or both agreed?"""

from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import with_demand
from negotrack.testing.breaking.results import backed, clash, pairs_of, states_of
from negotrack.testing.breaking.stories import LATER, NEW, Story, tell
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _made_rivals(dice: Dice, talks: Negotiation) -> Negotiation:
    """Two demands exclude each other that a party has backed, and that were never both agreed."""
    states = states_of(talks)
    pairs = [pair for pair in pairs_of(talks) if backed(states, pair) and not clash(states, pair)]
    if not pairs:
        return _two_backed(dice, talks)
    first, second = dice.pick(pairs)
    return with_demand(talks, first, excludes=[second])


def _two_backed(dice: Dice, talks: Negotiation) -> Negotiation:
    """A party backs two demands that exclude each other, the other that decides not both."""
    return tell(dice, talks, dice.pick(_BACKED), decisive=True, demands=_rivals(dice))


_BACKED: tuple[Story, ...] = (
    ("a proposes new, newer",),
    ("a proposes new", "b accepts new", "a provisionally accepts newer"),
    ("bloc accepts new", "a proposes newer"),
    ("bloc accepts new", "guild proposes newer"),
    ("bloc accepts new, newer", "b reserves new"),
    ("a proposes new", LATER, "b defers newer", "a accepts newer"),
    ("a proposes new, newer", LATER, "a withdraws new"),
    ("a accepts new if newest", LATER, "a accepts new, newer"),
)


def _rivals(dice: Dice, rule: Decision | str | None = None) -> tuple[Demand, ...]:
    """Draw two demands that exclude each other, as the one says, or the other, or both."""
    ways = dice.pick(((("newer",), ()), ((), ("new",)), (("newer",), ("new",))))
    return tuple(
        Demand(id_, id_, excludes=rivals, decision=rule) for id_, rivals in zip(NEW[:2], ways, strict=True)
    )


def _rivals_meet(dice: Dice, talks: Negotiation) -> Negotiation:
    """Two demands exclude each other that were both agreed, and neither replaced."""
    states = states_of(talks)
    pairs = [pair for pair in pairs_of(talks) if clash(states, pair)]
    if not pairs:
        return tell(dice, talks, _AGREED[0], decisive=True, demands=_rivals(dice))
    first, second = dice.pick(pairs)
    demand = next(demand for demand in talks.demands if demand.id == first)
    return with_demand(talks, first, excludes=[*demand.excludes, second])


def _new_rivals_meet(dice: Dice, talks: Negotiation) -> Negotiation:
    """Two demands that exclude each other are agreed, if only for a time."""
    return tell(dice, talks, dice.pick(_AGREED), decisive=True, together=True, demands=_rivals(dice))


def _rivals_meet_in_silence(dice: Dice, talks: Negotiation) -> Negotiation:
    """Two demands that exclude each other are agreed because nobody objects, or few have to agree."""
    rules: tuple[str | Decision, ...] = (
        "consensus",
        Decision(1),
        Decision("1/2"),
        Decision(silence="absent"),
    )
    rule = dice.pick(rules)
    story: Story = dice.pick((("a proposes new", "b proposes newer"), ("a accepts new, newer",)))
    return tell(dice, talks, story, decisive=True, demands=_rivals(dice, rule))


def _rival_of_parts_meets(dice: Dice, talks: Negotiation) -> Negotiation:
    """A whole that is agreed in its parts is excluded by a demand that is agreed too."""
    rivals = _rivals(dice)
    whole, other = dice.pick((("new", "newer"), ("newer", "new")))
    demands = [*rivals, Demand("newest", "Newest", part_of=whole)]
    story = (f"a and b accept {other}", "a and b accept newest")
    return tell(dice, talks, story, decisive=True, demands=demands)


_AGREED: tuple[Story, ...] = (
    ("a and b accept new, newer",),
    ("a proposes new", "b proposes newer", "b accepts new", "a accepts newer"),
    ("a and b accept new, newer", LATER, "a rejects new"),
    ("a and b accept new", LATER, "a and b accept newer"),
    ("a and b propose new", "a and b propose newer if new"),
    ("bloc accepts new, newer", "b provisionally accepts newer, new"),
)

WAYS: Ways = {
    "NT207": (_made_rivals, _two_backed),
    "NT302": (_rivals_meet, _new_rivals_meet, _rivals_meet_in_silence, _rival_of_parts_meets),
}
