"""What is said in a negotiation, one statement after the other, without a finding?"""

from collections.abc import Collection, Iterable, Sequence

from attrs import evolve

from negotrack.testing.breaking.floor import Floor
from negotrack.testing.breaking.setting import party_ids
from negotrack.testing.breaking.sources import MISQUOTES, QUOTES, SOURCES
from negotrack import Citation, Negotiation, Reservation, Round, Sentence, Statement
from negotrack.stances import Stance
from negotrack.testing.drawing import Dice

_STANCES = (
    *(Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS, Stance.ACCEPTS, *[Stance.WITHDRAWS] * 4),
    *(Stance.REJECTS, Stance.AMENDS, Stance.RESERVES, Stance.ABSTAINS, Stance.DEFERS),
)
_TWISTS = (
    *("all", "account", "red", "conditional", "joint", "version", "provisional", "several", "all", "account"),
    *("red", "conditional"),
)


def spoken(dice: Dice, talks: Negotiation) -> Negotiation:
    """Draw all that is said; somebody speaks in the first round."""
    floor = Floor(talks.parties, talks.rounds)
    rounds: list[Round] = []
    for place, silent in enumerate(talks.rounds):
        round_ = evolve(silent, source=dice.pick((*SOURCES, None)))
        for _ in range(dice.pick((1, 2, 3, 2) if not place else (0, 2, 3, 3))):
            is_first = not place and not round_.statements
            said = _statement(dice, talks, floor, round_, place + 1, is_account=False if is_first else None)
            floor.hear(said, place + 1)
            round_ = evolve(round_, statements=(*round_.statements, said))
        rounds.append(round_)
    return evolve(talks, rounds=rounds)


def _statement(
    dice: Dice, talks: Negotiation, floor: Floor, round_: Round, number_: int, *, is_account: bool | None
) -> Statement:
    """Draw what can be said next."""
    twists = dice.few(_TWISTS, most=2)
    holders = _holders(dice, talks, twists)
    known = [demand.id for demand in talks.demands]
    demands = dice.few((*known[:2], *known), least=1, most=2 if "several" in twists else 1)
    giver = dice.pick(party_ids(talks)) if "account" in twists and is_account is None else None
    cells = [(one, demand) for one in holders if giver in {None, one} for demand in demands]
    possible = [one for one in _STANCES if all(floor.allows(cell, one, number_) for cell in cells)]
    says = _sentence(dice, holders, dice.pick(possible), demands, known, twists)
    is_text = says.stance is Stance.AMENDS and len(demands) == 1
    return _evidenced(
        draw,
        Statement(
            says,
            according_to=giver,
            red_line="red" in twists,
            reservation=dice.pick((None, *Reservation)) if says.stance is Stance.RESERVES else None,
            text=dice.pick(("Three per cent.", "In May.", None)) if is_text else None,
            version=_version(floor, says) if "version" in twists else None,
        ),
        talks,
        round_,
    )


def _holders(dice: Dice, talks: Negotiation, twists: Collection[str]) -> tuple[str, ...]:
    """Draw who speaks: as a rule one party."""
    ids = party_ids(talks)
    return ids if "all" in twists else dice.few(ids, least=1, most=3 if "joint" in twists else 1)


def _sentence(
    dice: Dice,
    holders: Sequence[str],
    stance: Stance,
    demands: Sequence[str],
    known: Sequence[str],
    twists: Collection[str],
) -> Sentence:
    """Draw the qualifiers of a sentence, if it can have any."""
    others = [demand for demand in known if demand not in demands]
    is_conditional = stance.is_assent and "conditional" in twists
    conditions = dice.few(others, least=1, most=2) if is_conditional else ()
    return Sentence(holders, stance, demands, conditions, stance.is_assent and "provisional" in twists)


def _version(floor: Floor, says: Sentence) -> int | None:
    """Give the version that a statement is about; on an amendment any does."""
    current = {floor.version(demand) for demand in says.demands}
    return 7 if says.stance is Stance.AMENDS else current.pop() if len(current) == 1 else None


def _evidenced(dice: Dice, said: Statement, talks: Negotiation, round_: Round) -> Statement:
    """Draw the evidence for a statement: a source at least, be it that of the round."""
    own = round_.source is None or dice.chance(4)
    said = evolve(said, source=dice.few(SOURCES, least=1, most=2) if own else ())
    match dice.number(8):
        case 8:
            return evolve(said, quote=_quote(dice, talks, round_.citations(said)))
        case 7:
            day = round_.date.earliest
            return evolve(said, date=dice.pick((f"{day}", f"{day:%Y-%m}", str(round_.date), "2020/2030")))
        case 6:
            return evolve(said, note="By letter.", locator="p. 2", tags=["letters"])
        case _:
            return said


def _quote(dice: Dice, talks: Negotiation, cited: Iterable[Citation]) -> str:
    """Draw a quote that stands in one of these sources; anything where none can be read."""
    files = {source.id: source.file for source in talks.sources}
    possible = [quote for one in cited for quote in QUOTES.get(files[one.id] or "", ())]
    return dice.pick(possible or MISQUOTES)
