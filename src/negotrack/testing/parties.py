"""Who negotiates in a drawn record, and who speaks for whom?"""

from collections.abc import Sequence

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack.model.parties import Membership, Party, Role
from negotrack.testing.drawing import chance, few, number, pick, shuffled
from negotrack.testing.ids import Names
from negotrack.testing.texts import text_or_none, texts

Span = tuple[str | None, str | None]
"""The rounds in which something joins and leaves."""

_TEXTS = texts()


def parties(names: Names) -> SearchStrategy[tuple[Party, ...]]:
    """Give a party for each of `names.parties`, in any order.

    Most are principals; every other role comes up. Blocs have members for all rounds or a span of them, some of them
    blocs, some listed twice. Without strangers no bloc is its own member, and who joins and leaves does so in this
    order. Shrinks towards principals that are there from the start.

    Examples:
        >>> from hypothesis import find
        >>> find(parties(Names(parties=("p1", "p2"))), lambda found: bool(found[1].members))[1].members
        (Membership(party='p1', joins=None, leaves=None),)
    """
    return _parties(names)


@composite
def _parties(draw: DrawFn, names: Names) -> tuple[Party, ...]:
    found: list[Party] = []
    for id_ in names.parties:
        blocs = [party.id for party in found if party.role is Role.BLOC]
        found.append(draw(_party(names, id_, blocs)))
    return tuple(shuffled(draw, found))


@composite
def _party(draw: DrawFn, names: Names, id_: str, blocs: Sequence[str]) -> Party:
    """Draw a party; where it is a bloc, blocs are likelier members than others."""
    possible = (*names.before(names.parties, id_), *blocs, *blocs)
    role = pick(draw, _ROLES if not blocs else (*_ROLES, *_MORE_BLOCS))
    members = _members(draw, names, possible) if role is Role.BLOC else ()
    joins, leaves = _span(draw, names, one_in=5)
    party = Party(id_, id_.upper(), role=role, members=members, joins=joins, leaves=leaves)
    if not chance(draw, 4):
        return party
    aliases = few(draw, ("Moscow", "the Kremlin"), most=1)
    return evolve(party, name=draw(_TEXTS), aliases=aliases, note=text_or_none(draw))


_ROLES = (
    *[Role.PRINCIPAL] * 8,
    *[Role.BLOC] * 4,
    Role.MEDIATOR,
    Role.GUARANTOR,
    Role.OBSERVER,
    Role.OTHER,
)
_MORE_BLOCS = [Role.BLOC] * 6
"""Where there is a bloc there are others, so that blocs come to have blocs as members."""


def _members(draw: DrawFn, names: Names, possible: tuple[str, ...]) -> tuple[Membership, ...]:
    listed = few(draw, possible, least=1, most=4)
    again = few(draw, listed, most=1) if chance(draw, 3) else ()
    return tuple(
        Membership(member, joins=joins, leaves=leaves)
        for member, (joins, leaves) in (
            (member, _span(draw, names, one_in=3)) for member in (*listed, *again)
        )
    )


def _span(draw: DrawFn, names: Names, *, one_in: int) -> Span:
    """Draw a span that has a start, an end or both in one of so many cases, and else has neither."""
    bounds = names.referable(names.rounds)
    if not bounds or not chance(draw, one_in):
        return None, None
    joins, leaves = sorted(
        (number(draw, len(bounds) - 1), number(draw, len(bounds) - 1)), reverse=names.is_loose
    )
    match number(draw, 2):
        case 0:
            return bounds[leaves], None
        case 1:
            return None, bounds[leaves]
        case _:
            return bounds[joins], bounds[leaves]
