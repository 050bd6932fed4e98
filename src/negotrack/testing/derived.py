"""What follows from a drawn negotiation, one thing at a time?

Most of it is picked from a drawn negotiation, so that all that is in it fits together. Where that negotiation has
nothing of the kind, it is picked from `_EXAMPLE`, which has: nothing is discarded. What most negotiations lack is made
by hand, of drawn statements.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from typing import Any, TypeVar

from attrs import evolve
from hypothesis.strategies import SearchStrategy, booleans, builds, integers, just, sampled_from

from negotrack.changes import (
    MarkChange,
    PartyChange,
    Presence,
    TextChange,
)
from negotrack.checking import Excused, check
from negotrack.decisions import PartReason, PartyReason
from negotrack.diffs import Diff
from negotrack.journal import Word
from negotrack.model.claims import Claim, Outcome
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.moves import Move
from negotrack.negotiation import Negotiation
from negotrack.positions import SILENT, Account, Held, Lapsed, Mark
from negotrack.rules.case import Case
from negotrack.rules.catalogue import RULES
from negotrack.rules.entries import Claimed, claimed, said
from negotrack.rules.rule import Rule
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.testing.ids import ids
from negotrack.testing.negotiations import negotiations
from negotrack.testing.rounds import rounds
from negotrack.testing.singles import SINGLES
from negotrack.testing.statements import statements
from negotrack.testing.states import pairs_of_rounds, states
from negotrack.testing.texts import texts
from negotrack.versions import Version

T = TypeVar("T")

_EXAMPLE = Negotiation(
    "Talks",
    parties=[Party("p1", "P1"), Party("p2", "P2")],
    demands=[Demand("d1", "D1")],
    rounds=[
        Round("r1", "2000-01-01", statements=["p1 rejects d1", "p2 withdraws d1"]),
        Round("r2", "2000-01-02", statements=["p1 proposes d1"]),
    ],
)
SMALL = negotiations(
    parties=integers(2, 3), demands=integers(2, 3), rounds=integers(2, 4), sources=1, broken=booleans()
)
"""Small ones, so that there is room for a list of what follows from them."""


def one_of(found: Callable[[Negotiation], Iterable[T]]) -> SearchStrategy[T]:
    """Give the strategy that picks one of what is found in a negotiation."""
    return SMALL.flatmap(lambda talks: sampled_from(tuple(found(talks)) or tuple(found(_EXAMPLE))))


def _moments(talks: Negotiation) -> Iterator[State]:
    return (talks.at(number) for number in range(1, len(talks.rounds) + 1))


def _diffs(talks: Negotiation) -> tuple[Diff, Diff]:
    """Give what changed over all rounds, and the same backwards."""
    start = talks.at("start")
    return Diff(start, talks.now), Diff(talks.now, start)


def _held(talks: Negotiation) -> Iterator[Held]:
    cells = ((party.id, demand.id) for party in talks.parties for demand in talks.demands)
    positions = (position for cell in cells for position in talks.history(*cell))
    return (position for position in positions if isinstance(position, Held))


def _standings(talks: Negotiation) -> Iterator[Standing]:
    return (state.standing(demand.id) for state in _moments(talks) for demand in talks.demands)


def _reasons(talks: Negotiation) -> Iterator[PartyReason]:
    reasons = (reason for standing in _standings(talks) for reason in standing.reasons)
    return (reason for reason in reasons if isinstance(reason, PartyReason))


def _moves(talks: Negotiation) -> Iterator[Move]:
    return (move for one in talks.ledger.rounds for move in one.moves)


_HELD = one_of(_held)
_ACCOUNT = statements(parties=["p1", "p2"]).map(
    lambda told: Account(
        party=told.says.holders[0],
        demand=told.says.demands[0],
        according_to="p3",
        said=evolve(told, according_to="p3"),
        given_in="r1",
    )
)


def _mark_change(account: Account, marks: tuple[Mark | None, Mark | None]) -> MarkChange:
    word, (before, after) = Word(account.said, account.given_in), marks
    return MarkChange(party=account.party, demand=account.demand, before=before, after=after, words=(word,))


def _text_change(amends: Statement) -> TextChange:
    old = Version(number=1, text=None, made_in=None, said=None)
    new = Version(number=2, text=amends.text, made_in="r1", said=amends)
    return TextChange(demand=amends.says.demands[0], before=old, after=new, amendments=(new,))


def _claimed(round_: Round, claim: Claim) -> Claimed:
    return next(claimed(Negotiation("Talks", rounds=[evolve(round_, claims=[claim])])))


DERIVED: dict[str, SearchStrategy[Any]] = {
    "Account": _ACCOUNT,
    "Case": builds(Case, negotiations()),
    "Claimed": builds(_claimed, rounds(), SINGLES["Claim"]),
    "Counts": states().map(lambda state: state.counts),
    "Diff": pairs_of_rounds(backwards=booleans()).map(lambda pair: Diff(*pair)),
    "Entry": one_of(lambda talks: talks.now.outline),
    "Excused": builds(Excused, one_of(check), texts()),
    "Finding": one_of(check),
    "Findings": builds(check, negotiations(broken=booleans())),
    "Grid": states().map(lambda state: state.grid),
    "Held": _HELD,
    "Lapsed": builds(Lapsed, _HELD),
    "Ledger": negotiations().map(lambda talks: talks.ledger),
    "LeftOut": one_of(lambda talks: talks.now.left_out),
    "MarkChange": builds(
        _mark_change, _ACCOUNT, sampled_from(tuple(permutations((None, Mark.REPORTED, Mark.DISPUTED), 2)))
    ),
    "Move": one_of(_moves),
    "Mover": one_of(lambda talks: [move.mover for move in _moves(talks)]),
    "OutcomeChange": one_of(lambda talks: [entry for diff in _diffs(talks) for entry in diff.outcomes]),
    "PartReason": builds(PartReason, ids(), sampled_from(Outcome)),
    "PartyChange": builds(PartyChange, party=ids(), presence=sampled_from(Presence)),
    "PartyReason": one_of(_reasons),
    "PositionChange": one_of(lambda talks: [entry for diff in _diffs(talks) for entry in diff.positions]),
    "Result": one_of(
        lambda talks: [state.result(demand.id) for state in _moments(talks) for demand in talks.demands]
    ),
    "RoundMoves": one_of(lambda talks: talks.ledger.rounds),
    "Rule": sampled_from([rule for rule in RULES if isinstance(rule, Rule)]),
    "Said": one_of(said),
    "Silent": just(SILENT),
    "Standing": one_of(_standings),
    "State": states(),
    "Tally": one_of(lambda talks: talks.ledger.tallies.values()),
    "TextChange": builds(_text_change, statements(stance="amends")),
    "Version": one_of(
        lambda talks: [text for demand in talks.demands for text in talks.now.versions(demand.id)]
    ),
    "Word": one_of(lambda talks: [Word(one.statement, one.round.id) for one in said(talks)]),
}
"""For each thing that follows from a negotiation, by its public name, the strategy that draws it."""
