"""Who negotiates about what, and when?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hypothesis.strategies import DrawFn

from breaking.sources import SOURCES, TEXTS
from negotrack import (
    CheckSettings,
    Decision,
    Demand,
    Event,
    Membership,
    Negotiation,
    Party,
    Role,
    Round,
    Silence,
    Source,
)
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.testing.drawing import chance, few, number, pick

CORE = ("p1", "p2")
"""Principals of every negotiation, in all rounds."""


def set_up(draw: DrawFn) -> Negotiation:
    """Draw a negotiation in which nothing is said."""
    rounds = tuple(f"r{place}" for place in range(1, 3 + number(draw, 3)))
    parties = _parties(draw, rounds)
    between = _seats(draw, parties) if chance(draw, 6) else None
    principals = tuple(party.id for party in parties if party.role is Role.PRINCIPAL)
    return Negotiation(
        "Talks",
        between=between,
        decision=_default(draw, parties) if chance(draw, 3) else None,
        check=CheckSettings(strict=chance(draw, 2), stale_after=1 + number(draw, 4)),
        parties=parties,
        sources=[_source(draw, id_) for id_ in SOURCES],
        demands=_demands(draw, parties, between or principals),
        rounds=[Round(id_, date) for id_, date in zip(rounds, _dates(draw, len(rounds)), strict=True)],
        events=[Event("2023", "Election", source=pick(draw, (None, *SOURCES)))] if chance(draw, 4) else (),
    )


def _parties(draw: DrawFn, rounds: Sequence[str]) -> tuple[Party, ...]:
    """Draw two to five parties; a bloc has members among those before it."""
    found = [Party(id_, id_.upper()) for id_ in CORE]
    for place in range(3, 3 + number(draw, 3)):
        role = pick(draw, (Role.BLOC, Role.PRINCIPAL, Role.BLOC, Role.MEDIATOR, Role.OBSERVER))
        earlier = [party.id for party in found]
        members = few(draw, earlier, least=1, most=3) if role is Role.BLOC else ()
        places = [Membership(member, **_span(draw, rounds)) for member in members]
        found.append(Party(f"p{place}", f"P{place}", role=role, members=places, **_span(draw, rounds)))
    return tuple(found)


def _span(draw: DrawFn, rounds: Sequence[str]) -> dict[str, str]:
    """Draw a span of rounds: as a rule all of them."""
    match number(draw, 7):
        case 7:
            return {"joins": pick(draw, rounds)}
        case 6:
            return {"leaves": pick(draw, rounds)}
        case 5:
            return {"joins": rounds[0], "leaves": rounds[-1]}
        case _:
            return {}


def _seats(draw: DrawFn, parties: Sequence[Party]) -> tuple[str, ...]:
    """Draw who decides: somebody who always takes part, and no bloc beside its members."""
    ever = Blocs(parties, Calendar({}))
    seats = [pick(draw, CORE)]
    for one in few(draw, [party.id for party in parties], most=3):
        if not any(one in {seat, *ever.members(seat, 1)} or seat in ever.members(one, 1) for seat in seats):
            seats.append(one)
    return tuple(seats)


def _default(draw: DrawFn, parties: Sequence[Party]) -> str | Decision:
    """Draw a rule for demands of any number of deciders; its veto can be anybody's."""
    rule = pick(draw, ("consensus", "majority", "two-thirds", ""))
    veto = few(draw, [party.id for party in parties], most=1)
    return rule or Decision(1 if chance(draw, 2) else "all", veto=veto)


def _demands(draw: DrawFn, parties: Sequence[Party], default: Sequence[str]) -> tuple[Demand, ...]:
    """Draw two to six demands; what they are part of, and what they replace, comes before them."""
    ids = [f"d{place}" for place in range(1, 3 + number(draw, 4))]
    return tuple(_demand(draw, ids[: place + 1], parties, default) for place in range(len(ids)))


def _demand(draw: DrawFn, ids: Sequence[str], parties: Sequence[Party], default: Sequence[str]) -> Demand:
    """Draw the last of some demands."""
    *earlier, id_ = ids
    seats = _seats(draw, parties) if chance(draw, 5) else None
    relation = pick(draw, ("", "", "part_of", "part_of", "succeeds", "requires")) if earlier else ""
    older = pick(draw, earlier) if relation else None
    return Demand(
        id_,
        id_.upper(),
        text=pick(draw, (None, "Four per cent.")),
        part_of=older if relation == "part_of" else None,
        succeeds=[older] if older and relation == "succeeds" else (),
        requires=[older] if older and relation == "requires" else (),
        between=seats,
        decision=_decision(draw, seats or default) if chance(draw, 3) else None,
    )


def _decision(draw: DrawFn, seats: Sequence[str]) -> Decision:
    """Draw a rule that these can meet."""
    needs: tuple[str | int, ...] = ("all", "majority", 1, len(seats), "1/2", "3/5", "1/1")
    return Decision(pick(draw, needs), silence=pick(draw, tuple(Silence)), veto=few(draw, seats, most=1))


def _source(draw: DrawFn, id_: str) -> Source:
    """Draw a source; not all have a file, and not every file can be read."""
    return Source(id_, id_.upper(), file=pick(draw, (None, *TEXTS, "lost.txt")))


def _dates(draw: DrawFn, count: int) -> Iterator[str]:
    """Draw dates in order, as closely known as may be: a month may follow a day in it."""
    day = date(2024, 1, 1)
    for _ in range(count):
        day += timedelta(days=number(draw, 40))
        yield pick(draw, (f"{day}", f"{day:%Y-%m}", f"{day}/{day + timedelta(days=2)}", f"{day}~"))


def party_ids(talks: Negotiation) -> tuple[str, ...]:
    """Give the ids of all parties."""
    return tuple(party.id for party in talks.parties)
