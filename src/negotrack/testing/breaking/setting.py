"""Who negotiates about what, and when?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta


from negotrack.testing.breaking.sources import SOURCES, TEXTS
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
from negotrack.testing.drawing import Dice

CORE = ("p1", "p2")
"""Principals of every negotiation, in all rounds."""


def set_up(dice: Dice) -> Negotiation:
    """Draw a negotiation in which nothing is said."""
    rounds = tuple(f"r{place}" for place in range(1, 3 + dice.number(3)))
    parties = _parties(dice, rounds)
    between = _seats(dice, parties) if dice.chance(6) else None
    principals = tuple(party.id for party in parties if party.role is Role.PRINCIPAL)
    return Negotiation(
        "Talks",
        between=between,
        decision=_default(dice, parties) if dice.chance(3) else None,
        check=CheckSettings(strict=dice.chance(2), stale_after=1 + dice.number(4)),
        parties=parties,
        sources=[_source(dice, id_) for id_ in SOURCES],
        demands=_demands(dice, parties, between or principals),
        rounds=[Round(id_, date) for id_, date in zip(rounds, _dates(dice, len(rounds)), strict=True)],
        events=[Event("2023", "Election", source=dice.pick((None, *SOURCES)))] if dice.chance(4) else (),
    )


def _parties(dice: Dice, rounds: Sequence[str]) -> tuple[Party, ...]:
    """Draw two to five parties; a bloc has members among those before it."""
    found = [Party(id_, id_.upper()) for id_ in CORE]
    for place in range(3, 3 + dice.number(3)):
        role = dice.pick((Role.BLOC, Role.PRINCIPAL, Role.BLOC, Role.MEDIATOR, Role.OBSERVER))
        earlier = [party.id for party in found]
        members = dice.few(earlier, least=1, most=3) if role is Role.BLOC else ()
        places = [Membership(member, **_span(dice, rounds)) for member in members]
        found.append(Party(f"p{place}", f"P{place}", role=role, members=places, **_span(dice, rounds)))
    return tuple(found)


def _span(dice: Dice, rounds: Sequence[str]) -> dict[str, str]:
    """Draw a span of rounds: as a rule all of them."""
    match dice.number(7):
        case 7:
            return {"joins": dice.pick(rounds)}
        case 6:
            return {"leaves": dice.pick(rounds)}
        case 5:
            return {"joins": rounds[0], "leaves": rounds[-1]}
        case _:
            return {}


def _seats(dice: Dice, parties: Sequence[Party]) -> tuple[str, ...]:
    """Draw who decides: somebody who always takes part, and no bloc beside its members."""
    ever = Blocs(parties, Calendar({}))
    seats = [dice.pick(CORE)]
    for one in dice.few([party.id for party in parties], most=3):
        if not any(one in {seat, *ever.members(seat, 1)} or seat in ever.members(one, 1) for seat in seats):
            seats.append(one)
    return tuple(seats)


def _default(dice: Dice, parties: Sequence[Party]) -> str | Decision:
    """Draw a rule for demands of any number of deciders; its veto can be anybody's."""
    rule = dice.pick(("consensus", "majority", "two-thirds", ""))
    veto = dice.few([party.id for party in parties], most=1)
    return rule or Decision(1 if dice.chance(2) else "all", veto=veto)


def _demands(dice: Dice, parties: Sequence[Party], default: Sequence[str]) -> tuple[Demand, ...]:
    """Draw two to six demands; what they are part of, and what they replace, comes before them."""
    ids = [f"d{place}" for place in range(1, 3 + dice.number(4))]
    return tuple(_demand(dice, ids[: place + 1], parties, default) for place in range(len(ids)))


def _demand(dice: Dice, ids: Sequence[str], parties: Sequence[Party], default: Sequence[str]) -> Demand:
    """Draw the last of some demands."""
    *earlier, id_ = ids
    seats = _seats(dice, parties) if dice.chance(5) else None
    relation = dice.pick(("", "", "part_of", "part_of", "succeeds", "requires")) if earlier else ""
    older = dice.pick(earlier) if relation else None
    return Demand(
        id_,
        id_.upper(),
        text=dice.pick((None, "Four per cent.")),
        part_of=older if relation == "part_of" else None,
        succeeds=[older] if older and relation == "succeeds" else (),
        requires=[older] if older and relation == "requires" else (),
        between=seats,
        decision=_decision(dice, seats or default) if dice.chance(3) else None,
    )


def _decision(dice: Dice, seats: Sequence[str]) -> Decision:
    """Draw a rule that these can meet."""
    needs: tuple[str | int, ...] = ("all", "majority", 1, len(seats), "1/2", "3/5", "1/1")
    return Decision(dice.pick(needs), silence=dice.pick(tuple(Silence)), veto=dice.few(seats, most=1))


def _source(dice: Dice, id_: str) -> Source:
    """Draw a source; not all have a file, and not every file can be read."""
    return Source(id_, id_.upper(), file=dice.pick((None, *TEXTS, "lost.txt")))


def _dates(dice: Dice, count: int) -> Iterator[str]:
    """Draw dates in order, as closely known as may be: a month may follow a day in it."""
    day = date(2024, 1, 1)
    for _ in range(count):
        day += timedelta(days=dice.number(40))
        yield dice.pick((f"{day}", f"{day:%Y-%m}", f"{day}/{day + timedelta(days=2)}", f"{day}~"))


def party_ids(talks: Negotiation) -> tuple[str, ...]:
    """Give the ids of all parties."""
    return tuple(party.id for party in talks.parties)
