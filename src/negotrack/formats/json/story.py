"""What does `show` print for machines? The story of one party, demand, round or source, as plain data."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import assert_never

from negotrack.alignment import named
from negotrack.citing import notes
from negotrack.claimed import derived
from negotrack.concerns import Concerns
from negotrack.events import events
from negotrack.formats.converter import converter
from negotrack.formats.json.entries import Document, claim_entry, event_entry, outcome, positions, sources
from negotrack.formats.shapes import as_table
from negotrack.model.citations import names
from negotrack.model.claims import Claim
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.subjects import Kind, Subject


def story(talks: Negotiation, state: State, subject: Subject) -> Document:
    """Give a story as plain data: the record of its subject as the file has it, and what was said, in order.

    A round is told as of itself, whatever the state.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> told = story(talks, talks.now, Subject(Kind.DEMAND, "corridor"))
        >>> told["demand"], told["outcome"]["outcome"]
        ('corridor', 'rejected')
    """
    match subject.kind:
        case Kind.PARTY:
            return _party(talks, state, subject.id)
        case Kind.DEMAND:
            return _demand(talks, state, subject.id)
        case Kind.ROUND:
            return _round(talks, subject.id)
        case Kind.SOURCE:
            return _source(talks, state, subject.id)
        case _:
            assert_never(subject.kind)


def _party(talks: Negotiation, state: State, id_: str) -> Document:
    demands = [demand.id for demand in state.demands]
    return {
        "party": id_,
        "record": _record(named(talks)[Kind.PARTY][id_]),
        "positions": [one for demand in demands for one in positions(state, [id_], demand)],
        "statements": list(_statements(talks, state, _concerning(talks, id_))),
        "claims": list(_claims(talks, state, lambda claim, _: claim.according_to == id_)),
    }


def _demand(talks: Negotiation, state: State, id_: str) -> Document:
    return {
        "demand": id_,
        "record": _record(named(talks)[Kind.DEMAND][id_]),
        "outcome": outcome(state.standing(id_)),
        "positions": list(positions(state, [party.id for party in state.parties], id_)),
        "texts": [
            {"version": text.number, "text": text.text, "made_in": text.made_in}
            for text in state.versions(id_)
        ],
        "statements": list(_statements(talks, state, lambda said, _: id_ in said.says.demands)),
        "claims": list(_claims(talks, state, lambda claim, _: claim.demand == id_)),
    }


def _round(talks: Negotiation, id_: str) -> Document:
    state, skipped = talks.at(id_), ("statements", "claims")
    round_ = talks.rounds[state.number - 1]
    return {
        "round": id_,
        "record": {key: value for key, value in _record(round_).items() if key not in skipped},
        "statements": list(_statements(talks, state, lambda _, one: one is round_)),
        "claims": list(_claims(talks, state, lambda _, one: one is round_)),
    }


def _source(talks: Negotiation, state: State, id_: str) -> Document:
    return {
        "source": id_,
        "record": _record(named(talks)[Kind.SOURCE][id_]),
        "statements": list(_statements(talks, state, lambda said, one: names(one.citations(said), id_))),
        "claims": list(_claims(talks, state, lambda claim, one: names(one.citations(claim), id_))),
        "notes": [
            {"about": note.about, "text": note.text}
            for note in notes(talks, state.number)
            if id_ in note.sources
        ],
        "events": [event_entry(event) for event in events(talks, state.number) if names(event.source, id_)],
    }


def _concerning(talks: Negotiation, party: str) -> Callable[[Statement, Round], bool]:
    """Give what tells the statements by a party, for it and of it, and its accounts of others."""
    concerns = Concerns.of(talks, party)
    return lambda said, round_: (
        concerns.is_said_of(said, talks.round_number(round_.id)) or concerns.is_told_by(said)
    )


def _record(record: object) -> Document:
    """Give a record as the table that a file has of it, days as texts."""
    return {
        key: _dateless(value) for key, value in as_table(type(record), converter.unstructure(record)).items()
    }


def _dateless(value: object) -> object:
    """Give plain data with its days as texts, at any depth."""
    match value:
        case date():
            return value.isoformat()
        case list():
            return [_dateless(one) for one in value]
        case dict():
            return {key: _dateless(one) for key, one in value.items()}
        case _:
            return value


def _statements(
    talks: Negotiation, state: State, is_wanted: Callable[[Statement, Round], bool]
) -> Iterator[Document]:
    reasons: dict[tuple[int, str], list[str]] = {}
    for words in state.left_out:
        reasons.setdefault((id(words.said), words.said_in), []).append(words.reason)
    for round_ in talks.rounds[: state.number]:
        for said in round_.statements:
            if is_wanted(said, round_):
                yield {
                    "round": round_.id,
                    "says": str(said.says),
                    "according_to": said.according_to,
                    "red_line": said.red_line,
                    "reservation": said.reservation.value if said.reservation else None,
                    "version": said.version,
                    "text": said.text,
                    "quote": said.quote,
                    "sources": sources(round_.citations(said)),
                    "date": str(said.date) if said.date else None,
                    "note": said.note,
                    "tags": list(said.tags),
                    "left_out": reasons.get((id(said), round_.id), []),
                }


def _claims(
    talks: Negotiation, state: State, is_wanted: Callable[[Claim, Round], bool]
) -> Iterator[Document]:
    for round_ in talks.rounds[: state.number]:
        for claim in round_.claims:
            if is_wanted(claim, round_):
                yield claim_entry(round_, claim, derived(talks, round_, claim))
