"""The laws of comparing two records of one negotiation."""

from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import assert_never

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from negotrack import Negotiation, Result, Round, Sentence, Stance, Statement, compare
from negotrack.alignment import Renaming, named
from negotrack.differences import (
    Added,
    Difference,
    Edited,
    OnlyNew,
    OnlyOld,
    OtherOutcome,
    OtherPosition,
    Removed,
    Reread,
)
from negotrack.formats.dossiers import dumps, loads
from negotrack.renaming import renamed
from negotrack.subjects import Kind
from negotrack.testing import negotiations
from negotrack.testing.renaming import new_name

ANY = negotiations() | negotiations(broken=True)


@st.composite
def recoded(draw: st.DrawFn, talks: Negotiation) -> Negotiation:
    """Change a record here and there, as a second coder or an editor would."""
    rounds: list[Round] = [evolve(one, statements=draw(recodings(one))) for one in talks.rounds]
    gone = draw(st.none() | st.sampled_from(rounds)) if rounds else None
    rounds = [one for one in rounds if one is not gone]
    demands = [evolve(one, title="Another title") if draw(st.booleans()) else one for one in talks.demands]
    return evolve(
        talks, rounds=rounds, demands=demands[draw(st.integers(0, 1)) :], note=draw(st.none() | st.just("x"))
    )


@st.composite
def recodings(draw: st.DrawFn, round_: Round) -> list[Statement]:
    """Leave statements out, say them twice, and give them another stance or another quote."""
    found: list[Statement] = []
    for said in round_.statements:
        match draw(st.sampled_from(["keep", "drop", "twice", "stance", "quote"])):
            case "keep":
                found.append(said)
            case "twice":
                found += [said, said]
            case "stance":
                stance = draw(st.sampled_from((Stance.ACCEPTS, Stance.REJECTS, Stance.DEFERS)))
                found.append(Statement(Sentence(said.says.holders, stance, said.says.demands)))
            case "quote":
                found.append(evolve(said, quote="other words"))
            case _:
                pass
    return found


PAIRS = ANY.flatmap(lambda talks: st.tuples(st.just(talks), recoded(talks)))


def turned(one: Difference) -> Difference:
    """Give a difference as seen from the other record."""
    match one:
        case Renaming(kind=kind, old=old, new=new, title=title):
            return Renaming(kind, new, old, title)
        case OnlyOld(what=what):
            return OnlyNew(what)
        case OnlyNew(what=what):
            return OnlyOld(what)
        case Added(reading=reading):
            return Removed(reading)
        case Removed(reading=reading):
            return Added(reading)
        case Reread(old=before, new=after):
            return Reread(after, before)
        case Edited():
            return evolve(one, old=one.new, new=one.old)
        case OtherPosition():
            return evolve(one, old=one.new, new=one.old)
        case OtherOutcome():
            return evolve(one, old=one.new, new=one.old)
        case _:
            assert_never(one)


def alike(differences: Iterable[Difference]) -> Counter[str]:
    """Give differences to be compared, in whatever order."""
    return Counter(repr(one) for one in differences)


def elsewhere(talks: Negotiation) -> Negotiation:
    """Give everything that has an id another."""
    known = named(talks)
    return renamed(talks, lambda kind, id_: new_name(id_) if id_ in known[kind] else id_)


@given(ANY)
def test_record_does_not_differ_from_itself(talks: Negotiation) -> None:
    """Nor from what is read of the file that it is written to."""
    assert not compare(talks, talks)
    assert not compare(talks, loads(dumps(talks)))


@given(PAIRS)
def test_comparison_the_other_way_round_mirrors(pair: tuple[Negotiation, Negotiation]) -> None:
    """What was added is then removed, and old and new change places."""
    old, new = pair
    assert alike(compare(new, old)) == alike(map(turned, compare(old, new)))


@given(PAIRS)
def test_whatever_differs_is_a_difference(pair: tuple[Negotiation, Negotiation]) -> None:
    """A comparison is empty if, and only if, the records are equal."""
    old, new = pair
    assert bool(compare(old, new)) is (old != new)


@given(PAIRS)
def test_positions_are_those_that_differ(pair: tuple[Negotiation, Negotiation]) -> None:
    """As of every round of both records, every cell whose positions are unequal is there, and no other."""
    old, new = pair
    found = {
        (round_, one.party, one.demand): (one.old, one.new)
        for one in compare(old, new).positions
        for round_ in one.rounds
    }
    expected = {}
    for round_ in {one.id for one in old.rounds} & {one.id for one in new.rounds}:
        before, after = old.at(round_), new.at(round_)
        for party in old.parties:
            for demand in {one.id for one in old.demands} & {one.id for one in new.demands}:
                sides = before[party.id, demand], after[party.id, demand]
                if sides[0] != sides[1]:
                    expected[round_, party.id, demand] = sides
    shared = {one.id for one in old.demands} & {one.id for one in new.demands}
    assert {cell: sides for cell, sides in found.items() if cell[2] in shared} == expected


def in_order(result: Result) -> Result:
    """Give a result with what replaced the demand by id: the two records may list it in another order."""
    return evolve(result, replaced_by=tuple(sorted(result.replaced_by)))


@given(PAIRS)
def test_outcomes_are_those_that_differ(pair: tuple[Negotiation, Negotiation]) -> None:
    """As of every round of both records, every demand with another outcome is there, and no other."""
    old, new = pair
    found = {
        (round_, one.demand): (in_order(one.old), in_order(one.new))
        for one in compare(old, new).outcomes
        for round_ in one.rounds
    }
    shared = {one.id for one in old.demands} & {one.id for one in new.demands}
    expected = {}
    for round_ in {one.id for one in old.rounds} & {one.id for one in new.rounds}:
        for demand in shared:
            sides = in_order(old.at(round_).result(demand)), in_order(new.at(round_).result(demand))
            if sides[0] != sides[1]:
                expected[round_, demand] = sides
    assert {cell: sides for cell, sides in found.items() if cell[1] in shared} == expected


@given(ANY, st.randoms(use_true_random=False))
def test_order_of_statements_is_no_difference(talks: Negotiation, random: Random) -> None:
    """Statements of a round in another order are the same readings."""
    rounds = [
        evolve(one, statements=random.sample(one.statements, len(one.statements))) for one in talks.rounds
    ]
    assert compare(talks, evolve(talks, rounds=rounds)).readings == ()


@given(PAIRS)
def test_order_in_which_things_are_listed_is_no_difference(pair: tuple[Negotiation, Negotiation]) -> None:
    """Parties, demands and sources may stand in another order."""
    old, new = pair
    other = evolve(new, parties=new.parties[::-1], demands=new.demands[::-1], sources=new.sources[::-1])
    assert alike(compare(old, other)) == alike(compare(old, new))


@given(negotiations())
def test_other_ids_are_told_as_renamed(talks: Negotiation) -> None:
    """Where titles agree, and no two are alike, other ids are nothing but renamings."""
    talks = evolve(
        talks,
        parties=[evolve(one, name=f"Party {one.id}") for one in talks.parties],
        demands=[evolve(one, title=f"Demand {one.id}") for one in talks.demands],
        sources=[evolve(one, title=f"Source {one.id}") for one in talks.sources],
        rounds=[evolve(one, title=f"Round {one.id}") for one in talks.rounds],
    )
    found = tuple(compare(talks, elsewhere(talks)))
    assert {type(one) for one in found} <= {Renaming}
    assert len(found) == sum(map(len, named(talks).values()))


@given(negotiations())
def test_what_is_called_alike_is_not_taken_for_one_another(talks: Negotiation) -> None:
    """Of two that have lost their ids and are called alike nobody can tell which is which."""
    talks = evolve(talks, demands=[evolve(one, title="The same") for one in talks.demands])
    renamed = [one for one in compare(talks, elsewhere(talks)).renamings if one.kind is Kind.DEMAND]
    assert len(renamed) == (len(talks.demands) == 1)
