"""On what do outcomes depend, and on what not?"""

from collections.abc import Iterator, Sequence

import pytest
from attrs import evolve
from hypothesis import event, given

from negotrack import Held, Lapsed, Negotiation, Position, Sentence, State, Statement
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.stances import Stance
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")


def word(position: Position) -> Held | None:
    """What a party said, in force or lapsed."""
    match position:
        case Held():
            return position
        case Lapsed(was=was):
            return was
        case _:
            return None


def put(parties: Sequence[str], demand: str, held: Held, stance: Stance | None = None) -> Statement:
    """The statement by which parties take a position."""
    says = Sentence(parties, stance or held.stance, [demand], held.conditions, held.provisional)
    return Statement(says, red_line=held.red_line, reservation=held.reservation)


def retelling(state: State, demand: str, speakers: Sequence[str]) -> Iterator[Statement]:
    """Statements of one round that lead to the positions on a demand, if blocs do not stand in the way.

    First all that ever spoke propose it, so that withdrawals count; then the texts come one by one.
    """
    words = {party: held for party in speakers if (held := word(state[party, demand]))}
    yield from (Statement(f"{party} proposes {demand}") for party in words)
    for version in range(1, state.version(demand).number + 1):
        said = {party: held for party, held in words.items() if held.version == version}
        amenders = [party for party, held in said.items() if held.stance is Stance.AMENDS]
        if amenders:
            yield put(amenders, demand, said[amenders[0]])
        elif version > 1:
            yield Statement(
                f"{next(p for p, held in words.items() if held.version >= version)} amends {demand}"
            )
        yield from (put([party], demand, held) for party, held in said.items() if party not in amenders)


def saying_only(negotiation: Negotiation, said: Sequence[Statement]) -> Negotiation:
    """The negotiation in which nothing is said but this, in its last round."""
    *earlier, last = negotiation.rounds
    silent = [evolve(round_, statements=()) for round_ in earlier]
    return evolve(negotiation, rounds=[*silent, evolve(last, statements=said)])


def outer_blocs_first(negotiation: Negotiation) -> list[str]:
    """All parties, so that who speaks for others in the last round comes before them."""
    blocs = Blocs(negotiation.parties, Calendar.of(negotiation.rounds))
    last = len(negotiation.rounds)
    return sorted((party.id for party in negotiation.parties), key=lambda id_: -len(blocs.members(id_, last)))


def column(state: State, demand: str) -> list[tuple[Position, Held | None]]:
    """All positions on a demand, lapsed ones with what lapsed."""
    return [(state[party.id, demand], word(state[party.id, demand])) for party in state.parties]


def about(statement: Statement, demands: set[str]) -> Iterator[Statement]:
    """What a statement says of these demands."""
    left = [demand for demand in statement.says.demands if demand in demands]
    if left:
        yield evolve(statement, says=evolve(statement.says, demands=left))


def with_another_past(negotiation: Negotiation) -> tuple[Negotiation, set[str]]:
    """A record with the same positions in the end by another way, and the demands of which the way is another.

    Where a bloc and its members cannot be made to stand as they do within one round, the way is the old one.
    """
    state, speakers = negotiation.now, outer_blocs_first(negotiation)
    told = {demand.id: list(retelling(state, demand.id, speakers)) for demand in negotiation.demands}
    tried = saying_only(negotiation, [one for said in told.values() for one in said]).now
    retold = {demand for demand in told if column(tried, demand) == column(state, demand)}
    kept = told.keys() - retold
    other = evolve(
        negotiation,
        rounds=[
            evolve(round_, statements=[part for one in round_.statements for part in about(one, kept)])
            for round_ in negotiation.rounds
        ],
    )
    return other.saying(*(one for demand in retold for one in told[demand])), retold


def results(state: State) -> tuple[object, ...]:
    """The outcomes (word, provisional, replaced) and the package."""
    standings = [state.standing(demand.id) for demand in state.demands]
    return state.package, [(one.outcome, one.is_provisional, one.replaced_by) for one in standings]


def ends(negotiation: Negotiation) -> Iterator[Negotiation]:
    """The negotiation until each of its rounds."""
    yield from (negotiation.until(round_.id) for round_ in negotiation.rounds)


@given(negotiations())
def test_outcomes_depend_on_positions_only(negotiation: Negotiation) -> None:
    """Outcomes depend only on the parties, the demands, the round and the positions at it.

    Lapsed ones with what lapsed: two records equal in these have equal outcomes (word, provisional, replaced) and
    packages. Since when they hold is history.
    """
    for end in ends(negotiation):
        other, retold = with_another_past(end)
        event("some demand retold" if retold else "no demand retold")
        assert results(other.now) == results(end.now)


@given(negotiations())
def test_another_past_leads_to_the_same_positions(negotiation: Negotiation) -> None:
    """The record that the law is tested with is equal in the positions, so that the law speaks of it."""
    for end in ends(negotiation):
        other = with_another_past(end)[0].now
        assert [column(other, demand.id) for demand in other.demands] == [
            column(end.now, demand.id) for demand in end.demands
        ]
