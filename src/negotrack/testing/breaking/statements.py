"""What is said in a negotiation, one statement after the other, without a finding?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import final

from attrs import evolve, frozen

from negotrack.model.citations import Citation
from negotrack.model.rounds import Round
from negotrack.model.statements import Reservation, Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence
from negotrack.stances import Stance
from negotrack.testing.breaking.floor import Floor
from negotrack.testing.breaking.setting import party_ids, source_ids
from negotrack.testing.breaking.texts import MISQUOTES, QUOTES
from negotrack.testing.drawing import Dice
from negotrack.testing.frame import Frame, Scope

_STANCES = (*Stance, *[Stance.ACCEPTS] * 2, *[Stance.WITHDRAWS] * 3)
_TWISTS = (
    *("all", "account", "red", "conditional", "joint", "version", "provisional", "several", "all", "account"),
    *("red", "conditional"),
)
_MOST = 4
"""How many statements there are in a round at most."""


@final
@frozen
class _Turn:
    """When somebody can speak, and after what."""

    talks: Negotiation
    scope: Scope
    floor: Floor
    round: Round
    """With its source, and without what is said in it."""
    number: int

    def stances(self, cells: Collection[tuple[str, str]]) -> list[Stance]:
        """Give the stances that all these can take, the likely ones more than once."""
        return [
            stance
            for stance in _STANCES
            if (self.scope.amendments or stance is not Stance.AMENDS)
            and all(self.floor.allows(cell, stance, self.number) for cell in cells)
        ]


def spoken(dice: Dice, talks: Negotiation, frame: Frame) -> Negotiation:
    """Draw all that is said; somebody speaks in the first round. Shrinks towards one statement."""
    floor = Floor(talks.parties, talks.rounds)
    silent = enumerate(talks.rounds, 1)
    rounds: list[Round] = []
    for slot in frame.slots["rounds"]:
        source = dice.afresh().pick((*frame.sources, ()))
        if not slot:
            _skip(dice)
            continue
        number, round_ = next(silent)
        turn = _Turn(talks, frame.scope, floor, evolve(round_, source=source), number)
        rounds.append(evolve(turn.round, statements=list(_said_in(dice, turn))))
    return evolve(talks, rounds=rounds)


def _skip(dice: Dice) -> None:
    """Take as many blocks as a round does, so that what is said in the next keeps its place."""
    for _ in range(_MOST):
        dice.afresh()


def _said_in(dice: Dice, turn: _Turn) -> Iterator[Statement]:
    """Draw what is said in a round, and take note of it."""
    for place in range(_MOST):
        is_first = turn.number == 1 and not place
        if dice.afresh().chance(2) or is_first:
            said = _statement(dice, turn, is_first=is_first)
            turn.floor.hear(said, turn.number)
            yield said


def _statement(dice: Dice, turn: _Turn, *, is_first: bool) -> Statement:
    """Draw what can be said next. What is said first is no account, so that somebody has spoken."""
    twists = _twists(dice, turn.scope, is_first=is_first)
    holders = _holders(dice, turn.talks, twists)
    known = [demand.id for demand in turn.talks.demands]
    demands = dice.few((*known[:2], *known), least=1, most=2 if "several" in twists else 1)
    giver = dice.pick(party_ids(turn.talks)) if "account" in twists else None
    cells = [(one, demand) for one in holders if giver in {None, one} for demand in demands]
    says = Sentence(holders, dice.pick(turn.stances(cells)), demands)
    others = [demand for demand in known if demand not in demands]
    says = _qualified(dice, says, others, twists) if says.stance.is_assent else says
    return _evidenced(dice, _told(dice, turn.floor, says, giver, twists), turn)


def _twists(dice: Dice, scope: Scope, *, is_first: bool) -> tuple[str, ...]:
    """Draw what is peculiar about a statement."""
    barred = {
        *(["account"] if is_first or not scope.accounts else []),
        *([] if scope.conditions else ["conditional"]),
    }
    return tuple(twist for twist in dice.few(_TWISTS, most=2) if twist not in barred)


def _holders(dice: Dice, talks: Negotiation, twists: Collection[str]) -> tuple[str, ...]:
    """Draw who speaks: as a rule one party."""
    ids = party_ids(talks)
    return ids if "all" in twists else dice.few(ids, least=1, most=3 if "joint" in twists else 1)


def _qualified(dice: Dice, says: Sentence, others: Sequence[str], twists: Collection[str]) -> Sentence:
    """Draw the qualifiers of an assent, with some of the other demands as conditions."""
    conditions = dice.few(others, least=1, most=2) if "conditional" in twists else ()
    return evolve(says, conditions=conditions, provisional="provisional" in twists)


def _told(dice: Dice, floor: Floor, says: Sentence, giver: str | None, twists: Collection[str]) -> Statement:
    """Draw what a stance can have besides the sentence."""
    is_text = says.stance is Stance.AMENDS and len(says.demands) == 1
    return Statement(
        says,
        according_to=giver,
        red_line="red" in twists,
        reservation=dice.pick((None, *Reservation)) if says.stance is Stance.RESERVES else None,
        text=dice.pick((None, "Three per cent.", "In May.")) if is_text else None,
        version=_version(floor, says) if "version" in twists else None,
    )


def _version(floor: Floor, says: Sentence) -> int | None:
    """Give the version that a statement is about; on an amendment any does."""
    current = {floor.version(demand) for demand in says.demands}
    return 7 if says.stance is Stance.AMENDS else current.pop() if len(current) == 1 else None


def _evidenced(dice: Dice, said: Statement, turn: _Turn) -> Statement:
    """Draw the evidence for a statement: a source at least, be it that of the round."""
    round_ = turn.round
    if not round_.source or dice.chance(4):
        said = evolve(said, source=dice.few(source_ids(turn.talks), least=1, most=2))
    match dice.number(8):
        case 8:
            return evolve(said, quote=_quote(dice, turn.talks, round_.citations(said)))
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
