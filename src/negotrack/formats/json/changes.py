"""What do the commands that tell what moved print for machines? Diffs, logs and ledgers as plain data."""

from collections.abc import Iterable, Mapping, Sequence

from negotrack.changes import OutcomeChange, PartyChange
from negotrack.course import Chapter, interleaved
from negotrack.diffs import Diff
from negotrack.formats.json.entries import Document, cell, counts, event_entry, left_out, position, sources
from negotrack.journal import Word
from negotrack.ledger import Ledger, RoundMoves
from negotrack.model.rounds import Round
from negotrack.model.sources import Event
from negotrack.moves import Move, Mover
from negotrack.negotiation import Negotiation
from negotrack.positions import Position, Silent
from negotrack.standing import Result
from negotrack.state import State
from negotrack.versions import Version


def diff(of: Diff) -> Document:
    """Give a diff as plain data: everything that is not equal on both sides, each with its two sides.

    Examples:
        >>> from negotrack import seed
        >>> diff(seed("sochi-2022").diff())["outcomes"][3]["change"]
        'tabled'
    """
    before, after = of.before, of.after
    rounds = {round_.id: round_ for round_ in of.rounds}
    return {
        "negotiation": after.title,
        "before": _round(before),
        "after": _round(after),
        "counts": {"before": counts(before.counts), "after": counts(after.counts)},
        "positions": [
            {
                "party": one.party,
                "demand": one.demand,
                "before": _side(before, one.party, one.demand),
                "after": _side(after, one.party, one.demand),
                "movement": one.movement.value,
                "voice": one.mover.voice,
                "statements": _words(one.words, rounds),
            }
            for one in of.positions
        ],
        "outcomes": [_outcome(one, rounds) for one in of.outcomes],
        **_others(of, rounds),
        "left_out": left_out(of.left_out),
    }


def log(talks: Negotiation, course: Sequence[Chapter], since: int = 1) -> Document:
    """Give the course of a negotiation as plain data: for each round its moves, the outcomes that changed, the counts.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> from negotrack.course import chapters
        >>> log(talks, chapters(talks))["rounds"][0]["moves"][0]["movement"]
        'opening'
    """
    return {
        "negotiation": talks.title,
        "rounds": [
            {
                "round": one.round.id,
                "date": str(one.round.date),
                "title": one.round.title,
                "place": one.round.place,
                "counts": counts(one.after.counts),
                "outcomes": [_outcome(change, {one.round.id: one.round}) for change in one.outcomes],
                "moves": [_move(move) for move in one.moves],
                **_others(one, {one.round.id: one.round}),
                "restated": [{"party": cell.party, "demand": cell.demand} for cell in one.restated],
                "left_out": left_out(one.left_out),
            }
            for one in course
        ],
        "events": [event_entry(event) for event in interleaved(talks, since) if isinstance(event, Event)],
    }


def ledger(of: Ledger) -> Document:
    """Give a ledger as plain data: the sums of each party, and for each round its moves and who answered whom.

    Examples:
        >>> from negotrack import seed
        >>> ledger(seed("sochi-2022").ledger)["parties"][0]
        {'party': 'azerbaijan', 'toward': 0, 'answered': 0, 'away': 0, 'sideways': 0, 'opening': 8, 'lapsed': 0}
    """
    return {
        "negotiation": of.title,
        "parties": [
            {
                "party": party,
                "toward": tally.toward,
                "answered": tally.answered,
                "away": tally.away,
                "sideways": tally.sideways,
                "opening": tally.openings,
                "lapsed": tally.lapses,
            }
            for party, tally in of.tallies.items()
        ],
        "rounds": [
            {
                "round": one.round.id,
                "moves": [{**_move(move), "answered": of.answered(one.number, move)} for move in one.moves],
                "answers": [_answers(of, one, mover) for mover in one.movers],
            }
            for one in of.rounds
        ],
        "left_out": left_out(of.left_out),
    }


def _answers(of: Ledger, one: RoundMoves, mover: Mover) -> Document:
    same, *following = of.answers(one.number, mover)
    return {
        "party": mover.party,
        "voice": mover.voice,
        "same_round": _parties(same),
        "next_round": _parties(following[0]) if following else None,
    }


def _others(of: Diff | Chapter, rounds: Mapping[str, Round]) -> Document:
    """Give what changed besides positions and outcomes."""
    return {
        "texts": [
            {
                "demand": one.demand,
                "before": _text(one.before),
                "after": _text(one.after),
                "words": [{"edit": part.edit.value, "words": part.words} for part in one.stretches],
                "statements": _words(one.words, rounds),
            }
            for one in of.texts
        ],
        "parties": _presences(of.parties),
        "marks": [
            {
                "party": one.party,
                "demand": one.demand,
                "before": one.before.value if one.before else None,
                "after": one.after.value if one.after else None,
                "statements": _words(one.words, rounds),
            }
            for one in of.marks
        ],
    }


def _round(state: State) -> str | None:
    return state.round.id if state.round else None


def _side(state: State, party: str, demand: str) -> Document | None:
    stands = state[party, demand]
    return None if isinstance(stands, Silent) else cell(stands, state.accounts(party, demand))


def result(of: Result) -> Document:
    """Give what became of a demand, without why."""
    return {
        "outcome": of.outcome.value,
        "provisional": of.is_provisional,
        "replaced_by": list(of.replaced_by),
    }


def _outcome(of: OutcomeChange, rounds: Mapping[str, Round]) -> Document:
    return {
        "demand": of.demand,
        "before": result(of.before),
        "after": result(of.after),
        "change": of.change.value,
        "through": list(of.through),
        "parties": _presences(of.parties),
        "statements": _words(of.words, rounds),
    }


def _presences(of: Iterable[PartyChange]) -> list[Document]:
    return [{"party": one.party, "change": one.presence.value} for one in of]


def _text(of: Version) -> Document:
    return {"version": of.number, "text": of.text}


def _words(of: Iterable[Word], rounds: Mapping[str, Round]) -> list[Document]:
    return [
        {
            "round": word.said_in,
            "says": str(word.said.says),
            "according_to": word.said.according_to,
            "sources": sources(rounds[word.said_in].citations(word.said)),
        }
        for word in of
    ]


def _move(of: Move) -> Document:
    return {
        "party": of.party,
        "demand": of.demand,
        "before": _stood(of.before),
        "after": _stood(of.after),
        "movement": of.movement.value,
        "voice": of.mover.voice,
        "says": str(of.said.says),
    }


def _stood(of: Position) -> Document | None:
    return None if isinstance(of, Silent) else position(of)


def _parties(of: Iterable[Mover]) -> list[str]:
    return list(dict.fromkeys(mover.party for mover in of))
