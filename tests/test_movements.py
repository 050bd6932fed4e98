"""Movements: the table of definitions, section 9, pair by pair."""

from collections.abc import Mapping

import pytest

import negotrack as nt
from negotrack.movements import movement
from negotrack.positions import SILENT


def held(says: str) -> nt.Held:
    """Give the position that a sentence of the party `a` on the demand `x` makes."""
    said = nt.Statement(f"a {says}")
    return nt.Held(
        stance=said.says.stance,
        conditions=said.says.conditions,
        provisional=said.says.provisional,
        reservation=None,
        red_line=False,
        version=1,
        said=said,
        said_in="r1",
        since="r1",
        basis="own",
    )


POSITIONS: Mapping[str, nt.Position] = {
    "silent": SILENT,
    "lapsed": nt.Lapsed(held("proposes x")),
    **{
        says: held(says)
        for says in (
            "rejects x",
            "reserves x",
            "abstains x",
            "defers x",
            "withdraws x",
            "provisionally accepts x",
            "accepts x if y",
            "proposes x if z",
            "amends x if y and z",
            "provisionally accepts x if y",
            "accepts x",
            "proposes x",
            "amends x",
        )
    },
}
"""One of each kind. An assent is qualified by `provisionally`, y, z, y and z, or `provisionally` and y."""

TABLE = """
    after   S L R r b d w p y z Y P a p m
    silent  . l o o o o o o o o o o o o o
    lapsed  u . a s s s s t t t t t t t t
    rejects u l . t t t t t t t t t t t t
    reserve u l a . s s s t t t t t t t t
    abstain u l a s . s s t t t t t t t t
    defers  u l a s s . s t t t t t t t t
    withdra u l a s s s . t t t t t t t t
    provis. u l a a a a a . s s s a t t t
    if-y    u l a a a a a s . s a a t t t
    if-z    u l a a a a a s s . a s t t t
    if-y-z  u l a a a a a s t t . s t t t
    prov-y  u l a a a a a t t s s . t t t
    accepts u l a a a a a a a a a a . s s
    propose u l a a a a a a a a a a s . s
    amends  u l a a a a a a a a a a s s .
"""
"""For each position before, a row, and each after, a column, in the order above: the movement by its first letter."""

PAIRS = [
    (before, after, letter)
    for before, row in zip(POSITIONS, TABLE.split("\n")[2:-1], strict=True)
    for after, letter in zip(POSITIONS, row.split()[1:], strict=True)
    if letter != "."
]


@pytest.mark.parametrize(("before", "after", "letter"), PAIRS)
def test_movement_is_that_of_the_table(before: str, after: str, letter: str) -> None:
    """Every two unequal positions give the movement of the table."""
    assert movement(POSITIONS[before], POSITIONS[after]).value[0] == letter


def test_table_has_all_pairs() -> None:
    """The table leaves out no two kinds of positions."""
    assert len(PAIRS) == len(POSITIONS) * (len(POSITIONS) - 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (nt.Statement("a reserves x", reservation="scrutiny"), nt.Statement("a reserves x")),
        (nt.Statement("a rejects x"), nt.Statement("a rejects x", red_line=True)),
        (nt.Statement("a accepts x if y"), nt.Statement("a accepts x if y", red_line=True)),
    ],
)
def test_other_differences_are_sideways(before: nt.Statement, after: nt.Statement) -> None:
    """Positions of one stance and the same conditions that are unequal all the same are neither nearer nor further."""
    talks = nt.Negotiation(
        "Talks",
        parties=[nt.Party("a", "A")],
        demands=[nt.Demand("x", "X"), nt.Demand("y", "Y")],
        rounds=[nt.Round("r1", "2026", statements=[before, after])],
    )
    _, move = talks.moves("r1")
    assert move.movement is nt.Movement.SIDEWAYS


def test_fewer_conditions_are_nearer_in_another_stance() -> None:
    """What qualifies an assent is compared whichever of the assents it is."""
    assert movement(held("amends x if y and z"), held("accepts x if z")) is nt.Movement.TOWARD


def test_conditions_are_compared_as_a_set() -> None:
    """The order in which conditions are named makes no way nearer or further."""
    assert movement(held("accepts x if y and z"), held("proposes x if z and y")) is nt.Movement.SIDEWAYS
