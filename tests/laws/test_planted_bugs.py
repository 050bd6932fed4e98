"""Are bugs found with the drawn negotiations, and do they shrink to what a person can read?"""

from collections.abc import Callable
from random import Random

import pytest
import naive
from negotrack.formats import documents
from negotrack.formats.converter import converter
from attrs import evolve, frozen
from hypothesis import Phase, find, settings

from negotrack import Held, Lapsed, Negotiation, decisions, history, outcomes, timeline
from negotrack.blocs import Blocs
from negotrack.calendar import START, Calendar
from negotrack.decisions import Ballot, Vote, Why
from negotrack.journal import Journal
from negotrack.model.decision import Decision, Silence
from negotrack.outcomes import Hearing
from negotrack.positions import OWN, Position
from negotrack.stances import Stance
from negotrack.testing import negotiations

Patch = pytest.MonkeyPatch


def majority_is_half(patch: Patch) -> None:
    right = decisions.threshold
    patch.setattr(
        decisions,
        "threshold",
        lambda rule, count: (count + 1) // 2 if rule.needs == "majority" else right(rule, count),
    )


def lapses_are_forgotten(patch: Patch) -> None:
    right = timeline._Fold._new_text
    patch.setattr(
        timeline._Fold,
        "_new_text",
        lambda fold, _, demand, said: right(fold, list(fold.parties), demand, said),
    )


def any_condition_is_enough(patch: Patch) -> None:
    right = Vote.assents
    patch.setattr(
        Vote,
        "assents",
        lambda vote, agreed: right(vote, agreed)
        or any(right(evolve(vote, conditions=[one]), agreed) for one in vote.conditions),
    )


def abstentions_are_counted(patch: Patch) -> None:
    right = decisions._spoken
    patch.setattr(decisions, "_spoken", lambda party, held: right(party, held) or Vote(party, Why.RESERVES))


def leaves_is_inclusive(patch: Patch) -> None:
    right = Calendar.covers
    patch.setattr(
        Calendar,
        "covers",
        lambda calendar, joins, leaves, number: right(calendar, joins, None, number)
        and right(calendar, None, leaves, max(number - 1, START)),
    )


def other_proponents_are_ignored(patch: Patch) -> None:
    def hear(between, inactive, rule, positions):
        heard = right(between, inactive, rule, positions)
        withdrawn_by = [
            party
            for party, one in positions.items()
            if isinstance(one, Held) and one.stance is Stance.WITHDRAWS
        ]
        return evolve(heard, withdrawn_by=tuple(withdrawn_by))

    right = outcomes.hear
    patch.setattr(history, "hear", hear)


def accounts_move_positions(patch: Patch) -> None:
    patch.setattr(timeline, "_is_account", lambda said, holder: False)


def reservations_are_consent(patch: Patch) -> None:
    def vote(party, position, silence):
        found = right(party, position, silence)
        consents = silence is Silence.ASSENT and found and found.why is Why.RESERVES
        return Vote(party, Why.ASSENTS) if consents else found

    right = decisions._vote
    patch.setattr(decisions, "_vote", vote)


def vetoes_are_ignored(patch: Patch) -> None:
    right = decisions.ballot
    patch.setattr(
        outcomes,
        "ballot",
        lambda deciders, rule, positions: right(deciders, evolve(rule, veto=()), positions),
    )


def blocs_overrule_members(patch: Patch) -> None:
    def position(journal: Journal, place: int) -> Position:
        own = place >= 0 and place not in journal.lapsed
        earlier = journal.places(journal.cell_of(place)) if own else ()
        return right(journal, max((one for one in earlier if one < place and one in journal.bases), default=place))

    right = Journal.position
    patch.setattr(Journal, "position", position)


BUGS = {
    bug.__name__: bug
    for bug in (
        majority_is_half,
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
}


def differs(negotiation: Negotiation) -> bool:
    """Tell whether the library reads a record otherwise than the naive reading, as of its last round."""
    plain = converter.unstructure(negotiation)
    positions = naive.replay(plain, len(negotiation.rounds)).positions
    moment = naive.Moment(plain, len(negotiation.rounds), positions)
    now = negotiation.now
    stand = {cell: (one.stance, one.basis, one.lapsed_in is None) for cell, one in positions.items()}
    return stand != {
        (party.id, demand.id): held
        for party in now.parties
        for demand in now.demands
        if (held := stands(now[party.id, demand.id]))
    } or naive.outcome_words(moment) != {demand.id: now.outcome(demand.id) for demand in now.demands}


def stands(position):
    match position:
        case Held():
            return position.stance, position.basis, True
        case Lapsed(was=was):
            return was.stance, was.basis, False
        case _:
            return None
