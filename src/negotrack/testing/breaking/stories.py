"""How does a story get into a negotiation?

It says who says what after whom, in a few sentences about demands of its own, by parties and in rounds that are drawn.
"""

from collections.abc import Collection, Mapping, Sequence

from attrs import evolve

from negotrack.model.demands import Demand
from negotrack.model.parties import Party, Role
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.changes import saying
from negotrack.testing.breaking.setting import CORE
from negotrack.testing.breaking.ways import Way
from negotrack.testing.drawing import Dice

LATER = Statement("later defers later")
"""In a story: what follows is said in a later round."""
NEW = ("new", "newer", "newest")
"""The demands that stories are about."""
_NEW_BLOCS = {"bloc": ("a",), "guild": ("a",), "league": ("bloc",)}
"""The blocs in stories, with their members: blocs come before those that are members of them."""
Story = tuple[str | Statement, ...]
"""What is said, in order, by `a` and `b`, or by a bloc of `a`, about new demands."""


def tell(
    dice: Dice,
    talks: Negotiation,
    story: Story,
    *,
    decisive: bool = False,
    together: bool = False,
    demands: Sequence[Demand] = (),
) -> Negotiation:
    """Give a negotiation in which a story is told as well.

    Args:
        dice: what draws.
        talks: the negotiation.
        story: what is said.
        decisive: whether `a` and `b` decide between them; else anybody can be either, but for blocs.
        together: whether all is said in one round, or, where it is told in two parts, in two that follow on each other.
        demands: those of the new demands that are more than a title.
    """
    lines = [Statement(line) if isinstance(line, str) else line for line in story]
    core = [party.id for party in talks.parties if party.role is not Role.BLOC]
    first = dice.pick(CORE if decisive else core)
    second = dice.pick([one for one in (CORE if decisive else core) if one != first])
    cast = {"a": first, "b": second}
    named = {id_ for line in lines for id_ in _names(line)}
    given = {demand.id: demand for demand in demands}
    added = [given.get(id_, Demand(id_, id_)) for id_ in NEW if id_ in named or id_ in given]
    talks = evolve(
        talks,
        demands=[*talks.demands, *(_between_the_core(one) if decisive else one for one in added)],
        parties=[*talks.parties, *_blocs(named, cast)],
    )
    for index, line in zip(_rounds(dice, talks, lines, together=together), lines, strict=True):
        if line is not LATER:
            talks = saying(talks, index, _cast(line, cast))
    return talks


def _names(said: Statement) -> tuple[str, ...]:
    """Give the ids of all parties and demands in a statement."""
    says = said.says
    return *says.holders, *says.demands, *says.conditions, said.according_to or ""


def _between_the_core(demand: Demand) -> Demand:
    """Give a demand on which two parties decide, both of which have to agree unless it says otherwise."""
    between = CORE if demand.between is None else demand.between
    return evolve(demand, between=between, decision=demand.decision or "unanimity")


def _blocs(named: Collection[str], cast: Mapping[str, str]) -> list[Party]:
    """Give the blocs that are named, and those that they speak for."""
    wanted = set(named)
    for id_ in ("league", "guild", "bloc"):
        if id_ in wanted:
            wanted |= set(_NEW_BLOCS[id_])
    return [
        Party(id_, id_, members=[cast.get(one, one) for one in members])
        for id_, members in _NEW_BLOCS.items()
        if id_ in wanted
    ]


def _rounds(dice: Dice, talks: Negotiation, lines: Sequence[Statement], *, together: bool) -> list[int]:
    """Draw the rounds, counted from 0, in which the lines of a story are said."""
    last = len(talks.rounds) - 1
    if LATER not in lines:
        places = [dice.number(last)] if together else [dice.number(last) for _ in lines]
        return sorted(places * (len(lines) if together else 1))
    turn = lines.index(LATER)
    first = dice.number(last - 1)
    second = first + 1 + (0 if together else dice.number(last - first - 1))
    return [first if place < turn else second for place in range(len(lines))]


def _cast(said: Statement, cast: Mapping[str, str]) -> Statement:
    """Give a statement by the parties that are drawn for it."""
    holders = [cast.get(holder, holder) for holder in said.says.holders]
    giver = said.according_to
    return evolve(said, says=evolve(said.says, holders=holders), according_to=cast.get(giver or "", giver))


def telling(*stories: Story, decisive: bool = False, together: bool = False) -> Way:
    """Give the way to damage a negotiation that is to tell one of some stories."""

    def way(dice: Dice, talks: Negotiation) -> Negotiation:
        return tell(dice, talks, dice.pick(stories), decisive=decisive, together=together)

    return way


def account(says: str, giver: str) -> Statement:
    """Give what one party says of others."""
    return Statement(says, according_to=giver)


def red_line(says: str) -> Statement:
    """Give what is called a red line."""
    return Statement(says, red_line=True)
