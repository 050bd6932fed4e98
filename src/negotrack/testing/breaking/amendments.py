"""How does it get lost which text is meant, or what a new one says?"""

from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.breaking.changes import (
    at_spot,
    in_the_end,
    said_of,
    spots_of,
)
from negotrack.testing.breaking.stories import Story, account, tell, telling
from negotrack.testing.breaking.targets import cells_of
from negotrack.testing.breaking.ways import Ways
from negotrack.testing.drawing import Dice


def _off_the_table(dice: Dice, talks: Negotiation) -> Negotiation:
    """Something is said of another text than the one that some amendments have left."""
    amendments = [Statement("a amends new", text=f"Text {place}.") for place in range(dice.number(2))]
    current = 1 + len(amendments)
    stance = dice.pick([stance for stance in Stance if stance is not Stance.AMENDS])
    holders = dice.pick((("a",), ("a",), ("a", "b"), ("bloc",))) if stance is not Stance.WITHDRAWS else ("a",)
    stale = Statement(
        Sentence(holders, stance, dice.pick((("new",), ("new",), ("new", "newer")))),
        version=dice.pick([version for version in (1, 2, 3, 4) if version != current]),
        according_to=dice.pick((None, None, "b")),
    )
    before: Story = ("a proposes new", *amendments, "a proposes newer")
    return tell(dice, talks, (*before, stale))


def _made_stale(dice: Dice, talks: Negotiation) -> Negotiation:
    """A statement on which no other rests is about a text that is not there yet."""
    spots = [spot for spot in spots_of(talks) if not spot.said.says.stance.puts_forward]
    if not spots:
        return tell(dice, talks, (Statement("a accepts new", version=2),))
    return at_spot(talks, dice.pick(spots), version=90 + dice.number(9))


_UNWRITTEN: tuple[Story, ...] = (
    ("a amends new",),
    ("a and b amend new",),
    ("b rejects new", "a provisionally amends new if newer"),
    (account("a and b amend new", "b"),),
    ("bloc amends new", "a accepts new"),
    (Statement("a amends new", note="Not public.", version=3, red_line=True),),
)


def _amends_without_text(dice: Dice, talks: Negotiation) -> Negotiation:
    """One of the demands is amended in the end."""
    return in_the_end(talks, said_of(dice.pick(cells_of(talks)), Stance.AMENDS))


def _misplaced_text(dice: Dice, talks: Negotiation) -> Negotiation:
    """A statement that can have none has a text."""
    spots = [spot for spot in spots_of(talks) if not _takes_text(spot.said)]
    if not spots:
        return tell(dice, talks, dice.pick(_MISPLACED))
    return at_spot(talks, dice.pick(spots), text="Five per cent.")


def _takes_text(said: Statement) -> bool:
    """Tell whether a statement can have a text: where it amends one demand."""
    return said.says.stance is Stance.AMENDS and len(said.says.demands) == 1


_MISPLACED: tuple[Story, ...] = (
    (Statement("a amends new, newer", text="Two."),),
    (Statement("a and b amend new, newer", text="Two.", according_to="a"),),
    (Statement("a proposes new", text="Two."),),
    ("b proposes new", Statement("a rejects new", text="Two.")),
    ("a proposes new", Statement("a withdraws new", text="Two.")),
    (Statement("a accepts new", text="Two.", according_to="b"),),
    (Statement("bloc reserves new, newer", text="Two."),),
)

WAYS: Ways = {
    "NT204": (_made_stale, _off_the_table, _off_the_table),
    "NT208": (_amends_without_text, telling(*_UNWRITTEN)),
    "NT209": (_misplaced_text, telling(*_MISPLACED)),
}
