"""Who negotiates in a drawn record, and who speaks for whom?"""

from collections.abc import Iterable, Sequence

from attrs import evolve
from hypothesis.strategies import SearchStrategy, sampled_from

from negotrack.model.parties import Membership, Party, Role
from negotrack.testing.arguments import Given, one_of, several_ids, together
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.frame import Frame
from negotrack.testing.ids import an_id, ids
from negotrack.testing.texts import any_text, text_or_none

Span = tuple[str | None, str | None]
"""The rounds in which something joins and leaves."""

_IDS = ids()


def parties(
    *,
    id: Given[str] = _IDS,  # noqa: A002 - as the field is called
    role: Given[Role] | Given[str] = sampled_from(Role),  # noqa: B008 - strategies do not change
    members: Given[Iterable[str]] = (),
    rounds: Given[Iterable[str]] = (),
) -> SearchStrategy[Party]:
    """Give parties in any role; blocs have members where there are any to choose from.

    They stand alone: for those that fit together ask for `negotiations`. Shrinks towards a principal that is there
    from the start.

    Args:
        id: the id of the party.
        role: its role.
        members: the ids of those who can be members, if it is a bloc.
        rounds: the ids of the rounds in which it, or a member, can join and leave, in their order.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> find(parties(id="eu", members=["fr", "de"]), lambda found: bool(found.members)).members
        (Membership('fr'),)
    """
    return together(
        lambda id_, role, members, rounds: rolled(
            _party_as, Frame(parties=members, rounds=rounds), id_, role, members
        ),
        id_=an_id("id", id),
        role=one_of("role", role, Role),
        members=several_ids("members", members),
        rounds=several_ids("rounds", rounds),
    )


def parties_of(dice: Dice, frame: Frame) -> tuple[Party, ...]:
    """Draw a party for each id, in any order.

    Most are principals; every other role comes up. Blocs have members for all rounds or a span of them, some of them
    blocs, some listed twice. Without strangers no bloc is its own member, and who joins and leaves does so in this
    order.
    """
    found: list[Party] = []
    for id_ in dice.each(frame.slots["parties"]):
        blocs = [party.id for party in found if party.role is Role.BLOC]
        found.append(_party(dice, frame, id_, blocs))
    return tuple(dice.afresh().shuffled(found))


def _party(dice: Dice, frame: Frame, id_: str, blocs: Sequence[str]) -> Party:
    """Draw a party; where it is a bloc, blocs are likelier members than others."""
    roles = _ROLES if frame.scope.blocs else _WITHOUT_BLOCS
    role = dice.pick((*roles, *_MORE_BLOCS) if blocs else roles)
    return _party_as(dice, frame, id_, role, (*frame.before(frame.parties, id_), *blocs, *blocs))


def _party_as(dice: Dice, frame: Frame, id_: str, role: Role, possible: Sequence[str]) -> Party:
    """Draw a party in a role, with these as possible members."""
    members = _members(dice, frame, possible) if role is Role.BLOC else ()
    joins, leaves = _span(dice, frame, one_in=5)
    party = Party(id_, id_.upper(), role=role, members=members, joins=joins, leaves=leaves)
    if not dice.chance(4):
        return party
    aliases = dice.few(("Moscow", "the Kremlin"), most=1)
    return evolve(party, name=any_text(dice), aliases=aliases, note=text_or_none(dice))


_WITHOUT_BLOCS = (
    *[Role.PRINCIPAL] * 8,
    Role.MEDIATOR,
    Role.GUARANTOR,
    Role.OBSERVER,
    Role.OTHER,
)
_ROLES = (*_WITHOUT_BLOCS, *[Role.BLOC] * 4)
_MORE_BLOCS = [Role.BLOC] * 6
"""Where there is a bloc there are others, so that blocs come to have blocs as members."""


def _members(dice: Dice, frame: Frame, possible: Sequence[str]) -> tuple[Membership, ...]:
    listed = dice.few(possible, least=1, most=4)
    again = dice.few(listed, most=1) if dice.chance(3) else ()
    return tuple(
        Membership(member, joins=joins, leaves=leaves)
        for member, (joins, leaves) in (
            (member, _span(dice, frame, one_in=3)) for member in (*listed, *again)
        )
    )


def _span(dice: Dice, frame: Frame, *, one_in: int) -> Span:
    """Draw a span that has a start, an end or both in one of so many cases, and else has neither."""
    bounds = frame.referable(frame.rounds)
    if not bounds or not dice.chance(one_in):
        return None, None
    joins, leaves = sorted(
        (dice.number(len(bounds) - 1), dice.number(len(bounds) - 1)), reverse=frame.is_loose
    )
    match dice.number(2):
        case 0:
            return bounds[leaves], None
        case 1:
            return None, bounds[leaves]
        case _:
            return bounds[joins], bounds[leaves]
