"""Who negotiates about what, and when?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.decision import Decision, Silence
from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party, Role
from negotrack.model.rounds import Round
from negotrack.model.settings import CheckSettings
from negotrack.model.sources import Event, Source
from negotrack.negotiation import Negotiation
from negotrack.testing.breaking.texts import TEXTS
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame

CORE = ("p1", "p2")
"""Principals of every negotiation, in all rounds."""


def set_up(dice: Dice, frame: Frame) -> Negotiation:
    """Draw a negotiation in which nothing is said."""
    parties = _parties(dice, frame)
    dice.afresh()
    between = _seats(dice, parties) if dice.chance(6) else None
    principals = tuple(party.id for party in parties if party.role is Role.PRINCIPAL)
    return Negotiation(
        "Talks",
        between=between,
        decision=_default(dice, parties) if frame.scope.decisions and dice.chance(3) else None,
        check=CheckSettings(strict=dice.chance(2), stale_after=dice.pick((_PATIENT, 1, 2, 3, 4))),
        parties=parties,
        sources=[_source(dice, id_) for id_ in dice.each(frame.slots["sources"])],
        demands=_demands(dice, frame, parties, between or principals),
        rounds=[Round(id_, on) for id_, on in zip(frame.rounds, _dates(dice, frame), strict=True)],
        events=_events(dice.afresh(), frame),
    )


_PATIENT = CheckSettings().stale_after


def _parties(dice: Dice, frame: Frame) -> tuple[Party, ...]:
    """Draw the parties; a bloc has members among those before it."""
    found: list[Party] = []
    for id_ in dice.each(frame.slots["parties"]):
        party = Party(id_, id_.upper())
        found.append(party if id_ in CORE else _joined(dice, frame, party, [one.id for one in found]))
    return tuple(found)


def _joined(dice: Dice, frame: Frame, party: Party, earlier: Sequence[str]) -> Party:
    """Draw what a party besides the first two is, and when it takes part."""
    role = dice.pick(_ROLES if frame.scope.blocs else _WITHOUT_BLOCS)
    members = dice.few(earlier, least=1, most=3) if role is Role.BLOC else ()
    places = [Membership(member, **_span(dice, frame.rounds)) for member in members]
    return evolve(party, role=role, members=places, **_span(dice, frame.rounds))


_WITHOUT_BLOCS = (Role.PRINCIPAL, Role.MEDIATOR, Role.OBSERVER)
_ROLES = (*_WITHOUT_BLOCS, Role.BLOC, Role.BLOC)


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


def _demands(
    dice: Dice, frame: Frame, parties: Sequence[Party], default: Sequence[str]
) -> tuple[Demand, ...]:
    """Draw the demands; what they are part of, and what they replace, comes before them."""
    found: list[Demand] = []
    for id_ in dice.each(frame.slots["demands"]):
        demand = _related(dice, id_, frame.before(frame.demands, id_))
        found.append(_decided(dice, frame, demand, parties, default))
    return tuple(found)


def _related(dice: Dice, id_: str, earlier: Sequence[str]) -> Demand:
    """Draw what a demand is to those before it: as a rule nothing, or a part of one."""
    relation = dice.pick(("", "", "part_of", "part_of", "succeeds", "requires")) if earlier else ""
    older = dice.pick(earlier) if relation else None
    return Demand(
        id_,
        id_.upper(),
        text=dice.pick((None, "Four per cent.")),
        part_of=older if relation == "part_of" else None,
        succeeds=[older] if older and relation == "succeeds" else (),
        requires=[older] if older and relation == "requires" else (),
    )


def _decided(
    dice: Dice, frame: Frame, demand: Demand, parties: Sequence[Party], default: Sequence[str]
) -> Demand:
    """Draw who decides on a demand, and by which rule, if not by those of all."""
    seats = _seats(dice, parties) if dice.chance(5) else None
    has_rule = frame.scope.decisions and dice.chance(3)
    decision = _decision(dice, seats or default) if has_rule else None
    return evolve(demand, between=seats, decision=decision) if seats or decision else demand


def _decision(dice: Dice, seats: Sequence[str]) -> Decision:
    """Draw a rule that these can meet."""
    needs: tuple[str | int, ...] = ("all", "majority", 1, len(seats), "1/2", "3/5", "1/1")
    return Decision(dice.pick(needs), silence=dice.pick(tuple(Silence)), veto=dice.few(seats, most=1))


def _source(dice: Dice, id_: str) -> Source:
    """Draw a source; not all have a file, and not every file can be read."""
    return Source(id_, id_.upper(), file=dice.pick((None, *TEXTS, "lost.txt")))


def _dates(dice: Dice, frame: Frame) -> Iterator[str]:
    """Draw dates in order, as closely known as may be: a month may follow a day in it."""
    day = date(2024, 1, 1)
    for _ in dice.each(frame.slots["rounds"]):
        day += timedelta(days=dice.number(40))
        yield dice.pick((f"{day}", f"{day:%Y-%m}", f"{day}/{day + timedelta(days=2)}", f"{day}~"))


def _events(dice: Dice, frame: Frame) -> list[Event]:
    """Draw what happened elsewhere: as a rule nothing."""
    return [Event("2023", "Election", source=dice.pick(((), *frame.sources)))] if dice.chance(4) else []


def party_ids(talks: Negotiation) -> tuple[str, ...]:
    """Give the ids of all parties."""
    return tuple(party.id for party in talks.parties)


def source_ids(talks: Negotiation) -> tuple[str, ...]:
    """Give the ids of all sources."""
    return tuple(source.id for source in talks.sources)
