"""Do the drawn negotiations find bugs, and shrink them to what a person can read?

Each bug is put into the library as if somebody had written it, and looked for by comparing both readings.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from random import Random

import pytest
from attrs import evolve
from hypothesis import Phase, find, settings

from naively import is_read_alike
from negotrack import Held, Negotiation, Statement, ballots, decisions, fold
from negotrack.calendar import START, Calendar
from negotrack.decisions import Way, Why
from negotrack.fold import Fold
from negotrack.hearings import Hearing, Poll
from negotrack.journal import Journal
from negotrack.model.decision import Decision, Silence
from negotrack.positions import Position
from negotrack.stances import Stance
from negotrack.testing import negotiations

pytestmark = pytest.mark.usefixtures("uncounted")

Plant = Callable[[pytest.MonkeyPatch], None]
"""What puts a bug into the library."""

SEED = 1
STATEMENTS = 3


def half_is_a_majority(patch: pytest.MonkeyPatch) -> None:
    """`>=` stands for `>` in majority."""

    def threshold(rule: Decision, deciders: int) -> int:
        return (deciders + 1) // 2 if rule.needs == "majority" else right(rule, deciders)

    right = decisions.threshold
    patch.setattr(ballots, "threshold", threshold)


def lapses_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    """An amendment lets no position lapse, as if all parties were bound by it."""

    def new_text(so_far: Fold, _: Sequence[str], demand: str, said: Statement) -> None:
        right(so_far, list(so_far.parties), demand, said)

    right = Fold._new_text
    patch.setattr(Fold, "_new_text", new_text)


def any_condition_is_enough(patch: pytest.MonkeyPatch) -> None:
    """An assent counts once one of its conditions is met."""

    def assents(way: Way, agreed: AbstractSet[str]) -> bool:
        alone = [way._replace(conditions=(condition,)) for condition in way.conditions]
        return any(right(one, agreed) for one in alone or [way])

    right = Way.assents
    patch.setattr(Way, "assents", assents)


def abstentions_are_counted(patch: pytest.MonkeyPatch) -> None:
    """Who abstains is one of those that a majority is of."""

    def spoken(party: str, held: Held, rule: Decision) -> Way:
        return right(party, held, rule) or Way(Why.RESERVES)

    right = decisions._spoken
    patch.setattr(decisions, "_spoken", spoken)


def leaves_is_inclusive(patch: pytest.MonkeyPatch) -> None:
    """Who leaves in a round still counts in it."""

    def covers(calendar: Calendar, joins: str | None, leaves: str | None, number: int) -> bool:
        before = max(number - 1, START)
        return right(calendar, joins, None, number) and right(calendar, None, leaves, before)

    right = Calendar.covers
    patch.setattr(Calendar, "covers", covers)


def other_proponents_are_ignored(patch: pytest.MonkeyPatch) -> None:
    """A demand is withdrawn once one of its proponents withdraws."""

    def hearing(poll: Poll, positions: Mapping[str, Position]) -> Hearing:
        return evolve(right(poll, positions), is_withdrawn=poll._withdrawers > 0)

    right = Poll.hearing
    patch.setattr(Poll, "hearing", hearing)


def accounts_move_positions(patch: pytest.MonkeyPatch) -> None:
    """What others tell of a party counts as its own word."""
    patch.setattr(fold, "_is_account", lambda _said, _holder: False)


def reservations_are_consent(patch: pytest.MonkeyPatch) -> None:
    """Where silence is assent, as under consensus, so is a reservation."""

    def spoken(party: str, held: Held, rule: Decision) -> Way | None:
        is_consent = rule.silence is Silence.ASSENT and held.stance is Stance.RESERVES
        return Way(Why.ASSENTS) if is_consent else right(party, held, rule)

    right = decisions._spoken
    patch.setattr(decisions, "_spoken", spoken)


def vetoes_are_ignored(patch: pytest.MonkeyPatch) -> None:
    """A refusal with a veto is one as any other."""

    def spoken(party: str, held: Held, rule: Decision) -> Way | None:
        return right(party, held, evolve(rule, veto=()))

    right = decisions._spoken
    patch.setattr(decisions, "_spoken", spoken)


def blocs_overrule_members(patch: pytest.MonkeyPatch) -> None:
    """What a bloc said stands, whatever a member says for itself later."""

    def position(journal: Journal, place: int) -> Position:
        return right(journal, max(_said_by_blocs_before(journal, place), default=place))

    right = Journal.position
    patch.setattr(Journal, "position", position)


def _said_by_blocs_before(journal: Journal, place: int) -> list[int]:
    """Give the places at which a bloc spoke for the party whose own word it is at this place."""
    if place < 0 or place in journal.lapsed:
        return []
    return [one for one in journal.places(journal.cell_of(place)) if one < place and one in journal.bases]


BUGS: tuple[Plant, ...] = (
    half_is_a_majority,
    lapses_are_forgotten,
    any_condition_is_enough,
    abstentions_are_counted,
    leaves_is_inclusive,
    other_proponents_are_ignored,
    accounts_move_positions,
    reservations_are_consent,
    vetoes_are_ignored,
    blocs_overrule_members,
)
"""Bugs that one or two statements can show."""

SMALLER = negotiations(parties=(0, 4), demands=(0, 4), rounds=(0, 3), sources=0)
"""Somewhat smaller than by default, since a bug takes some thousand readings to shrink."""
SEARCH = settings(max_examples=500, database=None, phases=[Phase.generate, Phase.shrink])


def is_misread(negotiation: Negotiation) -> bool:
    """Tell whether the library reads a record otherwise than the naive reading."""
    return not is_read_alike(negotiation)


@pytest.mark.parametrize("plant", BUGS, ids=lambda plant: plant.__name__)
def test_bugs_are_found_and_shrink(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug is found, and shrinks to as many statements as a person takes in at a glance; without it all is well."""
    plant(monkeypatch)
    found = find(SMALLER, is_misread, settings=SEARCH, random=Random(SEED))  # noqa: S311 - it is to be the same search every time
    monkeypatch.undo()
    assert is_read_alike(evolve(found))
    assert sum(len(round_.statements) for round_ in found.rounds) <= STATEMENTS
