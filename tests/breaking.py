"""How is each rule broken, and no other with it? And what does a record look like that breaks none?

A clean negotiation is drawn, and one thing in it is damaged. Where the damage is a story (who says what after whom),
it is told in a few sentences about a demand of its own, by parties and in rounds that are drawn.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from negotrack import (
    CheckSettings,
    Citation,
    Claim,
    Decision,
    Delegate,
    Demand,
    Event,
    Excuse,
    Finality,
    Held,
    Lapsed,
    Meeting,
    Membership,
    Negotiation,
    Outcome,
    Party,
    Reservation,
    Role,
    Round,
    Sentence,
    Severity,
    Silence,
    Silent,
    Source,
    State,
    Statement,
)
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.claims import CLAIMABLE
from negotrack.stances import Stance
from negotrack.testing.drawing import chance, few, number, pick

Cell = tuple[str, str]
"""A party and a demand."""
Way = Callable[[DrawFn, Negotiation], "Negotiation | Broken"]
"""What damages a clean negotiation."""


class Broken(NamedTuple):
    """A negotiation that breaks one rule, and how bad that is where it is not as bad as the rule says."""

    talks: Negotiation
    severity: Severity | None = None


# --- the texts of sources ----------------------------------------------------------------------

_TEXTS = {
    "minutes.txt": "The union asks for \u201cfour per cent\u201d, and\n  for fewer hours. It\u2019s a red line.",
    "report.txt": "Nobody objects to the pause, \u00absays the chair\u00bb.\n\nThe union\tasks for time.",
}
_QUOTES = {
    "minutes.txt": (
        'asks for "four per cent", and for',
        "union ... fewer hours",
        "It's a red line",
        "hours. It",
    ),
    "report.txt": ("objects  to the\npause", "Nobody [...] the chair \u2026 for time", '"says the chair"'),
}
_MISQUOTES = (
    "asks for five per cent",
    "red line ... fewer hours",
    "Nobody [\u2026] objects to the hours",
    "IT'S A RED LINE",
    "the chair says",
    "fourper cent",
    "The union objects",
)


def read(file: str) -> str:
    """Give the text of a file that a source names, as `check` wants it read."""
    try:
        return _TEXTS[file]
    except KeyError:
        raise FileNotFoundError(file) from None


# --- who, about what, when ---------------------------------------------------------------------

_CORE = ("p1", "p2")
"""Principals of every negotiation, in all rounds."""
_SOURCES = ("s1", "s2")


def clean() -> SearchStrategy[Negotiation]:
    """Give negotiations in which every rule finds nothing that is an error or a warning."""
    return _clean()


@composite
def _clean(draw: DrawFn) -> Negotiation:
    """Draw who negotiates about what, what they say, who was there, and what came out, in this order."""
    return _dressed(draw, _attended(draw, _spoken(draw, _set_up(draw))))


def _set_up(draw: DrawFn) -> Negotiation:
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
        sources=[_source(draw, id_) for id_ in _SOURCES],
        demands=_demands(draw, parties, between or principals),
        rounds=[Round(id_, date) for id_, date in zip(rounds, _dates(draw, len(rounds)), strict=True)],
        events=[Event("2023", "Election", source=pick(draw, (None, *_SOURCES)))] if chance(draw, 4) else (),
    )


def _parties(draw: DrawFn, rounds: Sequence[str]) -> tuple[Party, ...]:
    """Draw two to five parties; a bloc has members among those before it."""
    found = [Party(id_, id_.upper()) for id_ in _CORE]
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
    seats = [pick(draw, _CORE)]
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
    return Source(id_, id_.upper(), file=pick(draw, (None, *_TEXTS, "lost.txt")))


def _dates(draw: DrawFn, count: int) -> Iterator[str]:
    """Draw dates in order, as closely known as may be: a month may follow a day in it."""
    day = date(2024, 1, 1)
    for _ in range(count):
        day += timedelta(days=number(draw, 40))
        yield pick(draw, (f"{day}", f"{day:%Y-%m}", f"{day}/{day + timedelta(days=2)}", f"{day}~"))


# --- what is said ------------------------------------------------------------------------------


class _Floor:
    """What has been said, as far as it bounds what can be said next."""

    def __init__(self, parties: Sequence[Party], rounds: Sequence[Round]) -> None:
        self._blocs = Blocs(parties, Calendar.of(rounds))
        self._amended: Counter[str] = Counter()
        self.proponents: set[Cell] = set()
        """Who has put forward what, itself or through a bloc."""
        self._owned: dict[Cell, int] = {}
        """Which version of what a party has put forward itself, and has not withdrawn since."""
        self._red: dict[Cell, tuple[int, bool]] = {}
        """Of which version a party has called its answer a red line, and whether that was assent."""

    @classmethod
    def after(cls, talks: Negotiation) -> "_Floor":
        """Give the floor after all that is said in a negotiation."""
        floor = cls(talks.parties, talks.rounds)
        for number_, round_ in enumerate(talks.rounds, 1):
            for said in round_.statements:
                floor.hear(said, number_)
        return floor

    def version(self, demand: str) -> int:
        """Give the number of the current version."""
        return 1 + self._amended[demand]

    def red(self, cell: Cell) -> bool | None:
        """Tell whether a party's red line is assent; None: it has none to this text."""
        version, is_assent = self._red.get(cell, (0, None))
        return is_assent if version == self.version(cell[1]) else None

    def owns(self, cell: Cell) -> bool:
        """Tell whether a party has put forward the current text, and not withdrawn it."""
        return self._owned.get(cell) == self.version(cell[1])

    def allows(self, cell: Cell, stance: Stance, number_: int) -> bool:
        """Tell whether a party can take a stance without a finding."""
        match stance:
            case Stance.PROPOSES | Stance.ACCEPTS:
                return not self._crosses(cell, number_, is_assent=False)
            case Stance.REJECTS:
                return not self.owns(cell) and not self._crosses(cell, number_, is_assent=True)
            case Stance.WITHDRAWS:
                return cell in self.proponents and not self._crosses(cell, number_, is_assent=True)
            case _:
                return True

    def _crosses(self, cell: Cell, number_: int, *, is_assent: bool) -> bool:
        """Tell whether it is a red line, of those for whom the party speaks, that would be crossed."""
        return any(self.red((one, cell[1])) is is_assent for one in self._heard(cell[0], number_))

    def _heard(self, holder: str, number_: int) -> tuple[str, ...]:
        """Give those for whom a party speaks."""
        return holder, *self._blocs.members(holder, number_)

    def hear(self, said: Statement, number_: int) -> None:
        """Take note of a statement."""
        speakers = _speakers(said)
        if said.says.stance is Stance.AMENDS and speakers:
            self._amended.update(said.says.demands)
        for holder in speakers:
            for demand in said.says.demands:
                self._note((holder, demand), said, number_)

    def _note(self, cell: Cell, said: Statement, number_: int) -> None:
        """Take note of what one holder says of one demand."""
        holder, demand = cell
        stance = said.says.stance
        if stance in {Stance.PROPOSES, Stance.AMENDS}:
            self.proponents |= {(one, demand) for one in self._heard(holder, number_)}
            self._owned[cell] = self.version(demand)
        elif stance is Stance.WITHDRAWS:
            self._owned.pop(cell, None)
        if said.red_line and (stance.is_assent or stance is Stance.REJECTS):
            self._red[cell] = (self.version(demand), stance.is_assent)


def _speakers(said: Statement) -> list[str]:
    """Give the holders that speak for themselves."""
    return [holder for holder in said.says.holders if said.according_to in {None, holder}]


_STANCES = (
    *(Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS, Stance.ACCEPTS, *[Stance.WITHDRAWS] * 4),
    *(Stance.REJECTS, Stance.AMENDS, Stance.RESERVES, Stance.ABSTAINS, Stance.DEFERS),
)
_TWISTS = (
    *("all", "account", "red", "conditional", "joint", "version", "provisional", "several", "all", "account"),
    *("red", "conditional"),
)


def _spoken(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Draw all that is said; somebody speaks in the first round."""
    floor = _Floor(talks.parties, talks.rounds)
    rounds: list[Round] = []
    for place, silent in enumerate(talks.rounds):
        round_ = evolve(silent, source=pick(draw, (*_SOURCES, None)))
        for _ in range(pick(draw, (1, 2, 3, 2) if not place else (0, 2, 3, 3))):
            is_first = not place and not round_.statements
            said = _statement(draw, talks, floor, round_, place + 1, is_account=False if is_first else None)
            floor.hear(said, place + 1)
            round_ = evolve(round_, statements=(*round_.statements, said))
        rounds.append(round_)
    return evolve(talks, rounds=rounds)


def _statement(
    draw: DrawFn, talks: Negotiation, floor: _Floor, round_: Round, number_: int, *, is_account: bool | None
) -> Statement:
    """Draw what can be said next."""
    twists = few(draw, _TWISTS, most=2)
    holders = _holders(draw, talks, twists)
    known = [demand.id for demand in talks.demands]
    demands = few(draw, (*known[:2], *known), least=1, most=2 if "several" in twists else 1)
    giver = pick(draw, _ids(talks)) if "account" in twists and is_account is None else None
    cells = [(one, demand) for one in holders if giver in {None, one} for demand in demands]
    possible = [one for one in _STANCES if all(floor.allows(cell, one, number_) for cell in cells)]
    says = _sentence(draw, holders, pick(draw, possible), demands, known, twists)
    is_text = says.stance is Stance.AMENDS and len(demands) == 1
    return _evidenced(
        draw,
        Statement(
            says,
            according_to=giver,
            red_line="red" in twists,
            reservation=pick(draw, (None, *Reservation)) if says.stance is Stance.RESERVES else None,
            text=pick(draw, ("Three per cent.", "In May.", None)) if is_text else None,
            version=_version(floor, says) if "version" in twists else None,
        ),
        talks,
        round_,
    )


def _holders(draw: DrawFn, talks: Negotiation, twists: Collection[str]) -> tuple[str, ...]:
    """Draw who speaks: as a rule one party."""
    ids = _ids(talks)
    return ids if "all" in twists else few(draw, ids, least=1, most=3 if "joint" in twists else 1)


def _sentence(
    draw: DrawFn,
    holders: Sequence[str],
    stance: Stance,
    demands: Sequence[str],
    known: Sequence[str],
    twists: Collection[str],
) -> Sentence:
    """Draw the qualifiers of a sentence, if it can have any."""
    others = [demand for demand in known if demand not in demands]
    is_conditional = stance.is_assent and "conditional" in twists
    conditions = few(draw, others, least=1, most=2) if is_conditional else ()
    return Sentence(holders, stance, demands, conditions, stance.is_assent and "provisional" in twists)


def _version(floor: _Floor, says: Sentence) -> int | None:
    """Give the version that a statement is about; on an amendment any does."""
    current = {floor.version(demand) for demand in says.demands}
    return 7 if says.stance is Stance.AMENDS else current.pop() if len(current) == 1 else None


def _evidenced(draw: DrawFn, said: Statement, talks: Negotiation, round_: Round) -> Statement:
    """Draw the evidence for a statement: a source at least, be it that of the round."""
    own = round_.source is None or chance(draw, 4)
    said = evolve(said, source=few(draw, _SOURCES, least=1, most=2) if own else ())
    match number(draw, 8):
        case 8:
            return evolve(said, quote=_quote(draw, talks, round_.citations(said)))
        case 7:
            day = round_.date.earliest
            return evolve(said, date=pick(draw, (f"{day}", f"{day:%Y-%m}", str(round_.date), "2020/2030")))
        case 6:
            return evolve(said, note="By letter.", locator="p. 2", tags=["letters"])
        case _:
            return said


def _quote(draw: DrawFn, talks: Negotiation, cited: Iterable[Citation]) -> str:
    """Draw a quote that stands in one of these sources; anything where none can be read."""
    files = {source.id: source.file for source in talks.sources}
    possible = [quote for one in cited for quote in _QUOTES.get(files[one.id] or "", ())]
    return pick(draw, possible or _MISQUOTES)


def _ids(talks: Negotiation) -> tuple[str, ...]:
    """Give the ids of all parties."""
    return tuple(party.id for party in talks.parties)


# --- who was there -----------------------------------------------------------------------------


def _attended(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Draw of some rounds who was there: all that speak, or who stands for them."""
    blocs = Blocs(talks.parties, Calendar.of(talks.rounds))
    return evolve(
        talks,
        rounds=[
            _with_those_present(draw, round_, talks, blocs, place) if chance(draw, 3) else round_
            for place, round_ in enumerate(talks.rounds, 1)
        ],
    )


def _with_those_present(draw: DrawFn, round_: Round, talks: Negotiation, blocs: Blocs, number_: int) -> Round:
    """Draw how each that speaks in a round came to be heard."""
    ways: dict[str, list[str]] = {"present": [], "meeting": [], "mediator": [], "delegate": []}
    for holder in sorted({holder for said in round_.statements for holder in _speakers(said)}):
        around = [one for one in _ids(talks) if holder in blocs.members(one, number_)]
        stand_ins = [*around, *blocs.members(holder, number_)]
        way = pick(draw, ("present", *ways, "other"))
        ways[way if way in ways else "present"].append(
            pick(draw, stand_ins) if way == "other" and stand_ins else holder
        )
    return evolve(
        round_,
        present=ways["present"],
        meetings=[Meeting("Plenary", present=ways["meeting"])],
        mediators=ways["mediator"],
        delegates=[Delegate(party, "Its minister") for party in ways["delegate"]],
    )


# --- what came out -----------------------------------------------------------------------------


def _dressed(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Draw what can be told of a negotiation that follows from what is said in it: rivals, finality, claims."""
    states = _states(talks)
    possible = [pair for pair in few(draw, _pairs(talks), most=3) if not _clash(states, pair)]
    rivals = [pair for pair in possible if not _backed(states, pair)]
    wholes = {demand.part_of for demand in talks.demands}
    demands = [
        evolve(
            demand,
            excludes=[second for first, second in rivals if first == demand.id],
            final=Finality.ALL if demand.id in wholes and chance(draw, 2) else None,
        )
        for demand in talks.demands
    ]
    rounds = [
        evolve(round_, claims=_claims(draw, talks, round_, state))
        for round_, state in zip(talks.rounds, states, strict=True)
    ]
    return evolve(talks, demands=[_closed(demand, states[-1]) for demand in demands], rounds=rounds)


def _states(talks: Negotiation) -> list[State]:
    """Give the state after each round."""
    return [talks.at(place) for place in range(1, len(talks.rounds) + 1)]


def _pairs(talks: Negotiation) -> list[tuple[str, str]]:
    """Give all pairs of demands, both ways round; those first, and again, of which the one replaces the other."""
    ids = [demand.id for demand in talks.demands]
    replacing = [(demand.id, older) for demand in talks.demands for older in demand.succeeds]
    return [*replacing, *replacing, *combinations(ids, 2), *combinations(ids[::-1], 2)]


def _clash(states: Iterable[State], pair: tuple[str, str]) -> bool:
    """Tell whether two demands are ever both agreed, and neither replaced."""
    return any(
        all(state.outcome(one) is Outcome.AGREED and not state.standing(one).replaced_by for one in pair)
        for state in states
    )


def _backed(states: Iterable[State], pair: tuple[str, str]) -> bool:
    """Tell whether a party ever backs two demands, and neither is rejected or replaced."""
    return any(
        all(_is_open_choice(state, one) for one in pair)
        and any(_backs_both(state, party.id, pair) for party in state.parties)
        for state in states
    )


def _is_open_choice(state: State, demand: str) -> bool:
    """Tell whether a demand is neither rejected nor replaced."""
    return state.outcome(demand) is not Outcome.REJECTED and not state.standing(demand).replaced_by


def _backs_both(state: State, party: str, pair: tuple[str, str]) -> bool:
    """Tell whether a party assents to two demands without conditions, and not only because its bloc does."""
    held = [position for one in pair if isinstance(position := state[party, one], Held)]
    if len(held) < len(pair) or not all(one.stance.is_assent and not one.conditions for one in held):
        return False
    return len({one.basis for one in held}) > 1 or held[0].basis == "own"


def _closed(demand: Demand, state: State) -> Demand:
    """Give a demand without finality where it is agreed before its parts are."""
    standing = state.standing(demand.id)
    is_agreed = standing.outcome is Outcome.AGREED and not standing.is_composite
    if demand.final and is_agreed and any(_is_left(state, part) for part in _parts(state, demand.id)):
        return evolve(demand, final=None)
    return demand


def _parts(state: State, whole: str) -> set[str]:
    """Give the parts of a demand at any depth."""
    found: set[str] = set()
    ahead = [whole]
    while ahead:
        parent = ahead.pop()
        parts = {demand.id for demand in state.demands if demand.part_of == parent} - found
        found |= parts
        ahead += parts
    return found


def _is_left(state: State, demand: str) -> bool:
    """Tell whether a demand is on the table, not agreed and not replaced."""
    is_open = state.outcome(demand) in {Outcome.PENDING, Outcome.REJECTED}
    return is_open and not state.standing(demand).replaced_by


def _claims(draw: DrawFn, talks: Negotiation, round_: Round, state: State) -> list[Claim]:
    """Draw what sources say came out of a round: what did come out."""
    possible = [demand.id for demand in talks.demands if state.outcome(demand.id) in CLAIMABLE]
    return [
        Claim(
            demand,
            state.outcome(demand),
            source=None if round_.source and chance(draw, 2) else pick(draw, _SOURCES),
            according_to=pick(draw, (None, None, *_ids(talks))) if _is_heard(talks, state, demand) else None,
        )
        for demand in few(draw, possible, most=2)
    ]


def _is_heard(talks: Negotiation, state: State, demand: str) -> bool:
    """Tell whether no party is silent on a demand, or it is not agreed: anybody can claim that."""
    is_agreed = state.outcome(demand) is Outcome.AGREED
    return not is_agreed or not any(isinstance(state[party, demand], Silent) for party in _ids(talks))


def _mended(talks: Negotiation) -> Negotiation:
    """Give a negotiation in which claims, rivals and finality are as what is said now bears them out."""
    states = _states(talks)
    known = {demand.id for demand in talks.demands}
    demands = [_closed(_apart(demand, states, known), states[-1]) for demand in talks.demands]
    rounds = [
        evolve(round_, claims=list(_true(round_.claims, state, known)))
        for round_, state in zip(talks.rounds, states, strict=True)
    ]
    return evolve(talks, demands=demands, rounds=rounds)


def _apart(demand: Demand, states: Sequence[State], known: Collection[str]) -> Demand:
    """Give a demand without the rivals that are agreed with it."""
    rivals = [one for one in demand.excludes if one not in known or not _clash(states, (demand.id, one))]
    return evolve(demand, excludes=rivals)


def _true(claims: Iterable[Claim], state: State, known: Collection[str]) -> Iterator[Claim]:
    """Give claims of what did come out."""
    for claim in claims:
        outcome = state.outcome(claim.demand) if claim.demand in known else claim.outcome
        if outcome in CLAIMABLE:
            yield evolve(claim, outcome=outcome)


# --- stories -----------------------------------------------------------------------------------

_LATER = Statement("later defers later")
"""In a story: what follows is said in a later round."""
_NEW = ("new", "newer", "newest")
"""The demands that stories are about."""
_NEW_BLOCS = {"bloc": ("a",), "guild": ("a",), "league": ("bloc",)}
"""The blocs in stories, with their members: blocs come before those that are members of them."""
Story = tuple[str | Statement, ...]
"""What is said, in order, by `a` and `b`, or by a bloc of `a`, about new demands."""


def _told(
    draw: DrawFn,
    talks: Negotiation,
    story: Story,
    *,
    decisive: bool = False,
    together: bool = False,
    demands: Sequence[Demand] = (),
) -> Negotiation:
    """Give a negotiation in which a story is told as well.

    Args:
        draw: what draws.
        talks: the negotiation.
        story: what is said.
        decisive: whether `a` and `b` decide between them; else anybody can be either, but for blocs.
        together: whether all is said in one round, or, where it is told in two parts, in two that follow on each other.
        demands: those of the new demands that are more than a title.
    """
    lines = [Statement(line) if isinstance(line, str) else line for line in story]
    core = [party.id for party in talks.parties if party.role is not Role.BLOC]
    first = pick(draw, _CORE if decisive else core)
    second = pick(draw, [one for one in (_CORE if decisive else core) if one != first])
    cast = {"a": first, "b": second}
    named = {id_ for line in lines for id_ in _names(line)}
    given = {demand.id: demand for demand in demands}
    added = [given.get(id_, Demand(id_, id_)) for id_ in _NEW if id_ in named or id_ in given]
    talks = evolve(
        talks,
        demands=[*talks.demands, *(_between_the_core(one) if decisive else one for one in added)],
        parties=[*talks.parties, *_blocs(named, cast)],
    )
    for index, line in zip(_rounds(draw, talks, lines, together=together), lines, strict=True):
        if line is not _LATER:
            talks = _saying(talks, index, _cast(line, cast))
    return talks


def _names(said: Statement) -> tuple[str, ...]:
    """Give the ids of all parties and demands in a statement."""
    says = said.says
    return *says.holders, *says.demands, *says.conditions, said.according_to or ""


def _between_the_core(demand: Demand) -> Demand:
    """Give a demand on which two parties decide, both of which have to agree unless it says otherwise."""
    between = _CORE if demand.between is None else demand.between
    return evolve(demand, between=between, decision=demand.decision or "unanimity")


def _blocs(named: Collection[str], cast: Mapping[str, str]) -> list[Party]:
    """Give the blocs that are named, and those that they speak for."""
    wanted = set(named)
    for id_ in ("league", "guild", "bloc"):
        if id_ in wanted:
            wanted |= set(_NEW_BLOCS[id_])
    return [
        Party(id_, id_, members=[cast.get(one, one) for one in members])
        for id_, members in _NEW_BLOCS.items()
        if id_ in wanted
    ]


def _rounds(draw: DrawFn, talks: Negotiation, lines: Sequence[Statement], *, together: bool) -> list[int]:
    """Draw the rounds, counted from 0, in which the lines of a story are said."""
    last = len(talks.rounds) - 1
    if _LATER not in lines:
        places = [number(draw, last)] if together else [number(draw, last) for _ in lines]
        return sorted(places * (len(lines) if together else 1))
    turn = lines.index(_LATER)
    first = number(draw, last - 1)
    second = first + 1 + (0 if together else number(draw, last - first - 1))
    return [first if place < turn else second for place in range(len(lines))]


def _cast(said: Statement, cast: Mapping[str, str]) -> Statement:
    """Give a statement by the parties that are drawn for it."""
    holders = [cast.get(holder, holder) for holder in said.says.holders]
    giver = said.according_to
    return evolve(said, says=evolve(said.says, holders=holders), according_to=cast.get(giver or "", giver))


def _story(*stories: Story, decisive: bool = False, together: bool = False) -> Way:
    """Give the way to damage a negotiation that is to tell one of some stories."""

    def tell(draw: DrawFn, talks: Negotiation) -> Negotiation:
        return _told(draw, talks, pick(draw, stories), decisive=decisive, together=together)

    return tell


def _account(says: str, giver: str) -> Statement:
    """Give what one party says of others."""
    return Statement(says, according_to=giver)


def _red(says: str) -> Statement:
    """Give what is called a red line."""
    return Statement(says, red_line=True)


# --- changes to a record -----------------------------------------------------------------------


class _Spot(NamedTuple):
    """A statement, and where it stands, counted from 0."""

    round: int
    place: int
    said: Statement


def _spots(talks: Negotiation) -> list[_Spot]:
    """Give all statements."""
    return [
        _Spot(index, place, said)
        for index, round_ in enumerate(talks.rounds)
        for place, said in enumerate(round_.statements)
    ]


def _in_round(talks: Negotiation, index: int, **changes: Any) -> Negotiation:
    """Give a negotiation with changes in a round."""
    rounds = list(talks.rounds)
    rounds[index] = evolve(rounds[index], **changes)
    return evolve(talks, rounds=rounds)


def _saying(talks: Negotiation, index: int, *said: Statement) -> Negotiation:
    """Give a negotiation in which more is said at the end of a round."""
    return _in_round(talks, index, statements=(*talks.rounds[index].statements, *said))


def _at(talks: Negotiation, spot: _Spot, **changes: Any) -> Negotiation:
    """Give a negotiation with changes in a statement."""
    statements = list(talks.rounds[spot.round].statements)
    statements[spot.place] = evolve(spot.said, **changes)
    return _in_round(talks, spot.round, statements=statements)


def _with_demand(talks: Negotiation, id_: str, **changes: Any) -> Negotiation:
    """Give a negotiation with changes in a demand."""
    return evolve(
        talks,
        demands=[evolve(demand, **changes) if demand.id == id_ else demand for demand in talks.demands],
    )


def _with_party(talks: Negotiation, id_: str, **changes: Any) -> Negotiation:
    """Give a negotiation with changes in a party."""
    return evolve(
        talks, parties=[evolve(party, **changes) if party.id == id_ else party for party in talks.parties]
    )


def _with_parties(talks: Negotiation, *parties: Party) -> Negotiation:
    """Give a negotiation with more parties."""
    return evolve(talks, parties=(*talks.parties, *parties))


def _with_demands(talks: Negotiation, *demands: Demand) -> Negotiation:
    """Give a negotiation with more demands."""
    return evolve(talks, demands=(*talks.demands, *demands))


def _any_demand(draw: DrawFn, talks: Negotiation) -> Demand:
    """Draw one of the demands."""
    return pick(draw, talks.demands)


def _any_round(draw: DrawFn, talks: Negotiation) -> int:
    """Draw one of the rounds, counted from 0."""
    return number(draw, len(talks.rounds) - 1)


def _deciders(talks: Negotiation, demand: Demand | None = None) -> tuple[str, ...]:
    """Give those between whom a demand is, or all demands that name nobody."""
    principals = tuple(party.id for party in talks.parties if party.role is Role.PRINCIPAL)
    own = demand.between if demand else None
    return own or talks.between or principals


def _rule(talks: Negotiation, demand: Demand) -> Decision:
    """Give the rule by which a demand is decided."""
    return demand.decision or talks.decision or Decision()


def _with_bloc(draw: DrawFn, talks: Negotiation) -> tuple[Negotiation, Party]:
    """Give a negotiation with a bloc in it, and one of the blocs."""
    blocs = [party for party in talks.parties if party.members]
    if blocs:
        return talks, pick(draw, blocs)
    bloc = Party("bloc", "Bloc", members=["p1"])
    return _with_parties(talks, bloc), bloc


class _Claimed(NamedTuple):
    """A claim in a negotiation, and the place of its round, counted from 0."""

    talks: Negotiation
    round: int
    claim: Claim

    def changed(self, *claims: Claim) -> Negotiation:
        """Give the negotiation with other claims in its stead."""
        others = [one for one in self.talks.rounds[self.round].claims if one.demand != self.claim.demand]
        return _in_round(self.talks, self.round, claims=[*others, *claims])


def _with_claim(draw: DrawFn, talks: Negotiation) -> _Claimed:
    """Give a negotiation with a claim in it, and one of the claims."""
    claims = [(index, claim) for index, round_ in enumerate(talks.rounds) for claim in round_.claims]
    if claims:
        index, claim = pick(draw, claims)
        return _Claimed(talks, index, claim)
    talks = _told(draw, talks, ("a proposes new",), decisive=True)
    index = len(talks.rounds) - 1
    claim = Claim("new", Outcome.PENDING, source="s1")
    return _Claimed(_in_round(talks, index, claims=[claim]), index, claim)


def _with_assent(draw: DrawFn, talks: Negotiation) -> tuple[Negotiation, _Spot]:
    """Give a negotiation with an assent in it, and one of the assents."""
    assents = [spot for spot in _spots(talks) if spot.said.says.stance.is_assent]
    if assents:
        return talks, pick(draw, assents)
    talks = _told(draw, talks, ("a accepts new",))
    return talks, next(spot for spot in _spots(talks) if spot.said.says.demands == ("new",))


def _cells(talks: Negotiation) -> list[Cell]:
    """Give every party with every demand."""
    return [(party, demand.id) for party in _ids(talks) for demand in talks.demands]


def _said_of(cell: Cell, stance: Stance, **given: Any) -> Statement:
    """Give a statement of one party on one demand."""
    holder, demand = cell
    return Statement(Sentence([holder], stance, [demand]), **given)


def _in_the_end(talks: Negotiation, *said: Statement) -> Negotiation:
    """Give a negotiation in which more is said last."""
    return _saying(talks, len(talks.rounds) - 1, *said)


# --- references --------------------------------------------------------------------------------

_NO_PARTY = ("ghost", "d1", "r1", "s1")
_NO_DEMAND = ("ghost", "p1", "r1", "s1")
_NO_ROUND = ("ghost", "p1", "d1")
_NO_SOURCE = ("ghost", "p1", "r1")


def _strange_holder(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger joins in a statement."""
    spot = pick(draw, _spots(talks))
    holders, strange = spot.said.says.holders, pick(draw, _NO_PARTY)
    joined = (*holders, strange) if chance(draw, 2) else (strange, *holders)
    return _at(talks, spot, says=evolve(spot.said.says, holders=joined))


def _strange_speaker(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger speaks, whatever it says."""
    stance, demand = pick(draw, tuple(Stance)), _any_demand(draw, talks).id
    said = _said_of((pick(draw, _NO_PARTY), demand), stance)
    return _saying(talks, _any_round(draw, talks), said)


def _strange_giver(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger tells what others said."""
    said = _said_of(pick(draw, _cells(talks)), pick(draw, tuple(Stance)), according_to=pick(draw, _NO_PARTY))
    return _saying(talks, _any_round(draw, talks), said)


def _strange_member(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A bloc has a stranger as a member."""
    talks, bloc = _with_bloc(draw, talks)
    return _with_party(talks, bloc.id, members=(*bloc.members, Membership(pick(draw, _NO_PARTY))))


def _strange_guest(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger takes part in a round."""
    index, strange = _any_round(draw, talks), pick(draw, _NO_PARTY)
    round_ = talks.rounds[index]
    match number(draw, 3):
        case 0:
            return _in_round(talks, index, mediators=(*round_.mediators, strange))
        case 1:
            return _in_round(talks, index, present=(*(round_.present or ()), strange))
        case 2:
            return _in_round(
                talks, index, delegates=[*round_.delegates, Delegate(strange, "Its president, on the phone")]
            )
        case _:
            return _in_round(talks, index, meetings=(*round_.meetings, Meeting(present=[strange])))


def _strange_decider(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger is among those who decide, of one demand or of all."""
    strange = pick(draw, _NO_PARTY)
    if chance(draw, 2):
        return evolve(talks, between=(*_deciders(talks), strange))
    demand = _any_demand(draw, talks)
    return _with_demand(talks, demand.id, between=(*_deciders(talks, demand), strange))


def _strange_veto(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger has a veto, of one demand or of all."""
    strange, demand = pick(draw, _NO_PARTY), _any_demand(draw, talks)
    if chance(draw, 2):
        rule = talks.decision or Decision()
        return evolve(talks, decision=evolve(rule, veto=(*rule.veto, strange)))
    rule = demand.decision or Decision()
    return _with_demand(talks, demand.id, decision=evolve(rule, veto=(*rule.veto, strange)))


def _strange_claimant(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A stranger claims an outcome."""
    claimed = _with_claim(draw, talks)
    return claimed.changed(evolve(claimed.claim, according_to=pick(draw, _NO_PARTY)))


def _strange_topic(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Something is said of a demand that is none, and of another with it or not."""
    spot, strange = pick(draw, _spots(talks)), pick(draw, _NO_DEMAND)
    if spot.said.text is None and chance(draw, 2):
        demands = (*spot.said.says.demands, strange)
        return _at(talks, spot, says=evolve(spot.said.says, demands=demands))
    said = _said_of((pick(draw, _ids(talks)), strange), pick(draw, tuple(Stance)))
    return _saying(talks, _any_round(draw, talks), said)


def _strange_condition(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """An assent depends on a demand that is none."""
    talks, spot = _with_assent(draw, talks)
    says = spot.said.says
    return _at(talks, spot, says=evolve(says, conditions=(*says.conditions, pick(draw, _NO_DEMAND))))


def _strange_relation(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A demand has a whole, a rival, a requirement or a predecessor that is none."""
    demand, strange = _any_demand(draw, talks), pick(draw, _NO_DEMAND)
    field = pick(draw, ("part_of", "excludes", "requires", "succeeds"))
    others: tuple[str, ...] = getattr(demand, field) or ()
    named = strange if field == "part_of" else (*others, strange)
    return _with_demand(talks, demand.id, **{field: named})


def _strange_outcome(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """An outcome of a demand that is none is claimed."""
    index = _any_round(draw, talks)
    claim = Claim(pick(draw, _NO_DEMAND), pick(draw, CLAIMABLE), source="s1")
    return _in_round(talks, index, claims=(*talks.rounds[index].claims, claim))


def _strange_span(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party joins or leaves at a round that is none."""
    party = pick(draw, _ids(talks))
    return _with_party(talks, party, **{pick(draw, ("joins", "leaves")): pick(draw, _NO_ROUND)})


def _strange_membership(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A member joins or leaves a bloc at a round that is none."""
    talks, bloc = _with_bloc(draw, talks)
    *others, last = bloc.members
    last = evolve(last, **{pick(draw, ("joins", "leaves")): pick(draw, _NO_ROUND)})
    return _with_party(talks, bloc.id, members=[*others, last])


def _strange_source(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A round, a statement, a claim or an event has a source that is none."""
    strange = pick(draw, _NO_SOURCE)
    match number(draw, 4):
        case 0:
            return _in_round(talks, _any_round(draw, talks), source=strange)
        case 1:
            return _at(talks, pick(draw, _spots(talks)), source=Citation(strange, "p. 2"))
        case 2:
            spot = pick(draw, _spots(talks))
            return _at(talks, spot, source=(*spot.said.source, Citation(strange)))
        case 3:
            claimed = _with_claim(draw, talks)
            return claimed.changed(evolve(claimed.claim, source=strange))
        case _:
            return evolve(talks, events=(*talks.events, Event("2024-02", "Strike", source=strange)))


def _statement_without_source(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Neither a statement nor its round has a source."""
    spot = pick(draw, _spots(talks))
    return _in_round(_at(talks, spot, source=()), spot.round, source=None)


def _claim_without_source(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Neither a claim nor its round has a source."""
    claimed = _with_claim(draw, talks)
    return _in_round(claimed.changed(evolve(claimed.claim, source=None)), claimed.round, source=None)


def _idle_source(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A source is added that nothing cites; it can have the id of something else."""
    source = Source(pick(draw, ("leaflet", "p1", "d1", "r1")), "Leaflet", date=pick(draw, (None, "1990")))
    return evolve(talks, sources=[*talks.sources, source] if chance(draw, 2) else [source, *talks.sources])


def _unspoken_demand(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A demand is added of which nobody speaks, whatever it is to the others."""
    other = _any_demand(draw, talks)
    match number(draw, 4):
        case 0:
            return _with_demands(talks, Demand("new", "New", text="Ten per cent."))
        case 1:
            return _with_demands(talks, Demand("new", "New", part_of=other.id))
        case 2:
            return _with_demands(talks, Demand("new", "New", excludes=[other.id], succeeds=[other.id]))
        case 3:
            talks = _with_demand(talks, other.id, requires=[*other.requires, "new"])
            return _with_demands(talks, Demand("new", "New", decision="consensus"))
        case _:
            claimed = _with_claim(draw, talks)
            return _with_demands(claimed.talks, Demand("newest", "Newest", requires=[claimed.claim.demand]))


def _silent_principal(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A principal is added that never speaks, though others may speak of it, and a bloc could have spoken for it."""
    talks = _with_parties(talks, Party("silent", "Silent"))
    match number(draw, 3):
        case 0:
            return talks
        case 1:
            cell = ("silent", _any_demand(draw, talks).id)
            said = _said_of(cell, pick(draw, tuple(Stance)), according_to=pick(draw, _CORE))
            return _saying(talks, _any_round(draw, talks), said)
        case 2:
            return _with_parties(talks, Party("bloc", "Bloc", members=["silent", "p1"]))
        case _:
            index = _any_round(draw, talks)
            return _in_round(talks, index, present=(*(talks.rounds[index].present or ()), "silent"))


def _misquoted(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement has a quote that stands in none of the texts of its sources."""
    files = [pick(draw, tuple(_TEXTS)), *_TEXTS]
    talks = evolve(
        talks,
        sources=[evolve(source, file=file) for source, file in zip(talks.sources, files, strict=False)],
        rounds=[
            evolve(round_, statements=[evolve(said, quote=None) for said in round_.statements])
            for round_ in talks.rounds
        ],
    )
    spot = pick(draw, _spots(talks))
    return _at(talks, spot, quote=pick(draw, _MISQUOTES))


def _quoted_from_the_other(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement has a quote that stands in the text of another source than its own."""
    here, there = pick(draw, (tuple(_TEXTS), tuple(_TEXTS)[::-1]))
    sources = [Source("here", "Here", file=here), Source("there", "There", file=there)]
    talks = evolve(talks, sources=[*talks.sources, *sources])
    return _at(talks, pick(draw, _spots(talks)), source="here", quote=pick(draw, _QUOTES[there]))


def _part_of_itself(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A demand is part of itself, or of what is part of it."""
    demand = _any_demand(draw, talks)
    match number(draw, 2):
        case 0:
            return _with_demand(talks, demand.id, part_of=demand.id)
        case 1:
            return _with_demands(
                _with_demand(talks, demand.id, part_of="new"), Demand("new", "New", part_of=demand.id)
            )
        case _:
            found = [Demand(one, one, part_of=whole) for one, whole in zip(_NEW, _TURNED, strict=True)]
            return _with_demand(_with_demands(talks, *found), demand.id, part_of="newer")


_TURNED = (*_NEW[1:], _NEW[0])


def _succeeds_itself(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A demand succeeds itself, or what succeeds it."""
    demand = _any_demand(draw, talks)
    match number(draw, 2):
        case 0:
            return _with_demand(talks, demand.id, succeeds=[*demand.succeeds, demand.id])
        case 1:
            return _with_demands(
                _with_demand(talks, demand.id, succeeds=[*demand.succeeds, "new"]),
                Demand("new", "New", succeeds=[demand.id]),
            )
        case _:
            found = [Demand(one, one, succeeds=[older]) for one, older in zip(_NEW, _TURNED, strict=True)]
            return _with_demands(talks, *found)


def _own_member(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A bloc that decides nothing is its own member, at once or by way of others, perhaps for a while only."""
    first, second = pick(draw, _OVERLAPPING)
    match number(draw, 2):
        case 0:
            return _with_parties(talks, Party("bloc", "Bloc", members=["p1", Membership("bloc", **first)]))
        case 1:
            return _with_parties(
                talks,
                Party("bloc", "Bloc", members=[Membership("guild", **first)]),
                Party("guild", "Guild", members=[Membership("bloc", **second), "p2"]),
            )
        case _:
            talks, bloc = _with_bloc(draw, talks)
            talks = _with_party(talks, bloc.id, members=[*bloc.members, Membership("league", **first)])
            return _with_parties(talks, Party("league", "League", members=[Membership(bloc.id, **second)]))


_OVERLAPPING: tuple[tuple[dict[str, str], dict[str, str]], ...] = (
    ({}, {}),
    ({"joins": "r2"}, {}),
    ({}, {"leaves": "r2"}),
    ({"joins": "r1", "leaves": "r2"}, {"leaves": "r2"}),
    ({"joins": "r2"}, {"joins": "r1"}),
)


# --- positions ---------------------------------------------------------------------------------


def _turned_in_a_round(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party says yes and no in the last round, to what it has not put forward itself."""
    floor, last = _Floor.after(talks), len(talks.rounds)
    both = (Stance.ACCEPTS, Stance.REJECTS)
    cells = [cell for cell in _cells(talks) if all(floor.allows(cell, stance, last) for stance in both)]
    if not cells:
        return _told(draw, talks, ("a accepts new", "a rejects new"), together=True)
    cell = pick(draw, cells)
    order = both if chance(draw, 2) else both[::-1]
    return _in_the_end(talks, *(_said_of(cell, stance) for stance in order))


_TURNS: tuple[Story, ...] = (
    ("a rejects new", "a proposes new"),
    ("a accepts new if newer", "b proposes newer", "a rejects new"),
    ("a accepts new", "b amends newer", "a reserves new", "a rejects new"),
    ("a provisionally accepts new", "a and b reject new"),
    ("a and b accept new, newer", "a rejects newer, new"),
    ("bloc rejects new", "a proposes newer", "bloc accepts new"),
    (_account("a accepts new", "a"), "a rejects new"),
    ("a rejects new", "a defers new", "bloc accepts newer", "a accepts new"),
)


def _withdraws_others(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party withdraws what it has never put forward."""
    floor = _Floor.after(talks)
    cells = [cell for cell in _cells(talks) if cell not in floor.proponents]
    if not cells:
        return _told(draw, talks, ("a withdraws new",))
    return _in_the_end(talks, _said_of(pick(draw, cells), Stance.WITHDRAWS))


def _withdraws_after_joining(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A member withdraws what its bloc put forward when it was no member yet, or no member any more."""
    span = pick(draw, ({"joins": "r2"}, {"leaves": "r1"}))
    bloc = Party("bloc", "Bloc", members=[Membership("p1", **span), "p2"])
    talks = _with_demands(_with_parties(talks, bloc), Demand("new", "New"))
    talks = _saying(talks, 0, _said_of(("bloc", "new"), pick(draw, (Stance.PROPOSES, Stance.AMENDS))))
    return _in_the_end(talks, _said_of(("p1", "new"), Stance.WITHDRAWS))


_STRAY: tuple[Story, ...] = (
    ("b proposes new", "a withdraws new"),
    ("a accepts new", "a withdraws new"),
    ("b proposes new", "b and a withdraw new"),
    (_account("a proposes new", "b"), "a withdraws new"),
    ("a proposes newer", "a withdraws new, newer"),
    ("a proposes new", "bloc withdraws new"),
    ("b amends new", "a withdraws new"),
    ("a withdraws new", "a proposes new"),
    ("a rejects new", _account("a and b withdraw new", "a")),
    (_account("a and b amend new", "b"), "a withdraws new"),
)


def _waits_for_itself(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """An assent depends on what it is to."""
    talks, spot = _with_assent(draw, talks)
    says = spot.said.says
    return _at(talks, spot, says=evolve(says, conditions=(*says.conditions, pick(draw, says.demands))))


_WAITING: tuple[Story, ...] = (
    ("a accepts new if new",),
    ("b proposes newer", "a accepts new if newer and new"),
    ("a and b propose new, newer if newer",),
    (Statement("a amends new if new", text="Two."),),
    ("a provisionally proposes new if new", "b accepts new"),
    ("bloc proposes new if new",),
    (_account("a accepts new if new", "b"),),
    ("a rejects new", "a accepts new, newer if new, newer"),
)


def _off_the_table(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Something is said of another text than the one that some amendments have left."""
    amendments = [Statement("a amends new", text=f"Text {place}.") for place in range(number(draw, 2))]
    current = 1 + len(amendments)
    stance = pick(draw, [stance for stance in Stance if stance is not Stance.AMENDS])
    holders = (
        pick(draw, (("a",), ("a",), ("a", "b"), ("bloc",))) if stance is not Stance.WITHDRAWS else ("a",)
    )
    stale = Statement(
        Sentence(holders, stance, pick(draw, (("new",), ("new",), ("new", "newer")))),
        version=pick(draw, [version for version in (1, 2, 3, 4) if version != current]),
        according_to=pick(draw, (None, None, "b")),
    )
    before: Story = ("a proposes new", *amendments, "a proposes newer")
    return _told(draw, talks, (*before, stale))


def _made_stale(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement on which no other rests is about a text that is not there yet."""
    spots = [spot for spot in _spots(talks) if spot.said.says.stance not in {Stance.PROPOSES, Stance.AMENDS}]
    if not spots:
        return _told(draw, talks, (Statement("a accepts new", version=2),))
    return _at(talks, pick(draw, spots), version=90 + number(draw, 9))


def _rejects_its_own(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party rejects in the end what it has put forward, and has not called a red line."""
    floor, last = _Floor.after(talks), len(talks.rounds)
    owned = [cell for cell in _cells(talks) if floor.owns(cell)]
    cells = [cell for cell in owned if floor.allows(cell, Stance.WITHDRAWS, last)]
    if not cells:
        return _told(draw, talks, ("a proposes new", "a rejects new"))
    return _in_the_end(talks, _said_of(pick(draw, cells), Stance.REJECTS))


_DISOWNED: tuple[Story, ...] = (
    ("a amends new", "a rejects new"),
    ("a proposes new", "a reserves new", "b accepts new", "a rejects new"),
    ("a proposes new", "a accepts new", "b and a reject new"),
    ("a proposes new", "a withdraws new", "a proposes new", "a rejects new"),
    ("a provisionally proposes new if newer", "a rejects new"),
    ("bloc proposes new", "bloc rejects new"),
    ("a proposes new", "bloc rejects new", "a rejects new"),
    ("a and b amend new", "a rejects new"),
    (_account("b and a propose new", "a"), _account("a rejects new", "a")),
    ("b amends new", "a proposes new", "a rejects new"),
)


def _crosses_its_line(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party does in the end what it has called a red line not to do."""
    floor = _Floor.after(talks)
    cells = [cell for cell in _cells(talks) if floor.red(cell) is not None]
    if not cells:
        return _told(draw, talks, (_red("a accepts new"), "a rejects new"))
    cell = pick(draw, cells)
    if not floor.red(cell):
        return _in_the_end(talks, _said_of(cell, pick(draw, (Stance.ACCEPTS, Stance.PROPOSES))))
    possible = (Stance.REJECTS, Stance.WITHDRAWS) if cell in floor.proponents else (Stance.REJECTS,)
    return _in_the_end(talks, _said_of(cell, pick(draw, possible)))


_CROSSED: tuple[Story, ...] = (
    (_red("a rejects new"), "a accepts new"),
    (_red("a rejects new"), "a proposes new"),
    (_red("a rejects new"), "bloc accepts new"),
    (_red("a rejects new"), "league proposes new"),
    (_red("a proposes new"), "a withdraws new"),
    (_red("a proposes new"), "a rejects new"),
    (_red("a amends new"), "a rejects new"),
    ("a proposes new", _red("a accepts new"), "a withdraws new"),
    (_red("a accepts new"), "bloc rejects new"),
    ("bloc proposes new", _red("a accepts new"), "bloc withdraws new"),
    (_red("a rejects new"), "a rejects new", "a reserves new", "a accepts new"),
    (_red("a provisionally accepts new if newer"), "a rejects new"),
    (_red("a rejects new"), "a and b accept new if newer"),
    (_red("bloc rejects new"), "a accepts new", "bloc accepts new"),
    (_red("a and b reject newer, new"), "b accepts new"),
    ("b amends new", _red("a rejects new"), "b amends newer", "a provisionally accepts new"),
    (Statement("a and b reject new", red_line=True, according_to="a"), "a accepts new"),
)


def _made_rivals(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Two demands exclude each other that a party has backed, and that were never both agreed."""
    states = _states(talks)
    pairs = [pair for pair in _pairs(talks) if _backed(states, pair) and not _clash(states, pair)]
    if not pairs:
        return _two_backed(draw, talks)
    first, second = pick(draw, pairs)
    return _with_demand(talks, first, excludes=[second])


def _two_backed(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party backs two demands that exclude each other, the other that decides not both."""
    return _told(draw, talks, pick(draw, _BACKED), decisive=True, demands=_rivals(draw))


def _rivals(draw: DrawFn, **given: Any) -> tuple[Demand, ...]:
    """Draw two demands that exclude each other, as the one says, or the other, or both."""
    ways = pick(draw, ((("newer",), ()), ((), ("new",)), (("newer",), ("new",))))
    return tuple(
        Demand(id_, id_, excludes=rivals, **given) for id_, rivals in zip(_NEW[:2], ways, strict=True)
    )


_BACKED: tuple[Story, ...] = (
    ("a proposes new, newer",),
    ("a proposes new", "b accepts new", "a provisionally accepts newer"),
    ("bloc accepts new", "a proposes newer"),
    ("bloc accepts new", "guild proposes newer"),
    ("bloc accepts new, newer", "b reserves new"),
    ("a proposes new", _LATER, "b defers newer", "a accepts newer"),
    ("a proposes new, newer", _LATER, "a withdraws new"),
    ("a accepts new if newest", _LATER, "a accepts new, newer"),
)


_UNWRITTEN: tuple[Story, ...] = (
    ("a amends new",),
    ("a and b amend new",),
    ("b rejects new", "a provisionally amends new if newer"),
    (_account("a and b amend new", "b"),),
    ("bloc amends new", "a accepts new"),
    (Statement("a amends new", note="Not public.", version=3, red_line=True),),
)


def _amends_without_text(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """One of the demands is amended in the end."""
    return _in_the_end(talks, _said_of(pick(draw, _cells(talks)), Stance.AMENDS))


def _misplaced_text(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement that can have none has a text."""
    spots = [spot for spot in _spots(talks) if not _takes_text(spot.said)]
    if not spots:
        return _told(draw, talks, pick(draw, _MISPLACED))
    return _at(talks, pick(draw, spots), text="Five per cent.")


def _takes_text(said: Statement) -> bool:
    """Tell whether a statement can have a text: where it amends one demand."""
    return said.says.stance is Stance.AMENDS and len(said.says.demands) == 1


_MISPLACED: tuple[Story, ...] = (
    (Statement("a amends new, newer", text="Two."),),
    (Statement("a and b amend new, newer", text="Two.", according_to="a"),),
    (Statement("a proposes new", text="Two."),),
    ("b proposes new", Statement("a rejects new", text="Two.")),
    ("a proposes new", Statement("a withdraws new", text="Two.")),
    (Statement("a accepts new", text="Two.", according_to="b"),),
    (Statement("bloc reserves new, newer", text="Two."),),
)


# --- outcomes ----------------------------------------------------------------------------------


def _wrong(draw: DrawFn, right: Outcome, *, besides: Collection[Outcome] = ()) -> Outcome:
    """Draw an outcome that can be claimed and is not the right one."""
    return pick(draw, [one for one in CLAIMABLE if one is not right and one not in besides])


def _wrongly_claimed(draw: DrawFn, talks: Negotiation) -> Broken:
    """An outcome is claimed that did not come out."""
    claimed = _with_claim(draw, talks)
    outcome = _wrong(draw, claimed.claim.outcome)
    claim = evolve(claimed.claim, outcome=outcome, according_to=None, note="As the press has it.")
    return Broken(claimed.changed(claim), Severity.ERROR)


def _claimed_by_a_party(draw: DrawFn, talks: Negotiation) -> Broken:
    """A party claims an outcome that did not come out."""
    claimed = _with_claim(draw, talks)
    outcome = _wrong(draw, claimed.claim.outcome, besides=[Outcome.AGREED])
    claim = evolve(claimed.claim, outcome=outcome, according_to=pick(draw, _ids(talks)))
    return Broken(claimed.changed(claim), Severity.INFO)


def _claimed_by_all(draw: DrawFn, talks: Negotiation) -> Broken:
    """A party claims what all deny: that a demand is agreed of which all have spoken."""
    told = _told(draw, talks, pick(draw, _DENIED), decisive=True)
    claim = Claim("new", Outcome.AGREED, source="s1", according_to=pick(draw, _ids(talks)))
    return Broken(_in_round(told, len(told.rounds) - 1, claims=[claim]), Severity.INFO)


_DENIED: tuple[Story, ...] = (
    ("a proposes new", "b rejects new"),
    ("a proposes new", "b accepts new if newer"),
    ("a proposes new", "b accepts new", "a amends new"),
)


def _contested(draw: DrawFn, talks: Negotiation) -> Broken:
    """Two sources claim different outcomes, at most one of which did come out."""
    claimed = _with_claim(draw, talks)
    right = evolve(claimed.claim, according_to=None)
    wrong = evolve(right, outcome=_wrong(draw, right.outcome), source="s2")
    third = evolve(right, outcome=_wrong(draw, right.outcome, besides=[wrong.outcome]))
    several = pick(draw, ((right, wrong), (wrong, right), (wrong, third), (right, wrong, wrong)))
    return Broken(claimed.changed(*several), Severity.INFO)


def _claimed_off_the_table(draw: DrawFn, talks: Negotiation) -> Broken:
    """An outcome is claimed of a demand that nobody has raised, or that is withdrawn."""
    told = _told(draw, talks, pick(draw, _OFF_THE_TABLE), decisive=True)
    claim = Claim("new", pick(draw, CLAIMABLE), source="s1")
    return Broken(_in_round(told, len(told.rounds) - 1, claims=[claim]), Severity.ERROR)


_OFF_THE_TABLE: tuple[Story, ...] = (
    ("a accepts newer if new",),
    ("a proposes new", "b rejects new", "a withdraws new"),
    (_account("b accepts new", "a"),),
)


def _rivals_meet(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Two demands exclude each other that were both agreed, and neither replaced."""
    states = _states(talks)
    pairs = [pair for pair in _pairs(talks) if _clash(states, pair)]
    if not pairs:
        return _told(draw, talks, _AGREED[0], decisive=True, demands=_rivals(draw))
    first, second = pick(draw, pairs)
    demand = next(demand for demand in talks.demands if demand.id == first)
    return _with_demand(talks, first, excludes=[*demand.excludes, second])


def _new_rivals_meet(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Two demands that exclude each other are agreed, if only for a time."""
    return _told(draw, talks, pick(draw, _AGREED), decisive=True, together=True, demands=_rivals(draw))


def _rivals_meet_in_silence(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Two demands that exclude each other are agreed because nobody objects, or few have to agree."""
    rule = pick(draw, ("consensus", Decision(1), Decision("1/2"), Decision(silence="absent")))
    story: Story = pick(draw, (("a proposes new", "b proposes newer"), ("a accepts new, newer",)))
    return _told(draw, talks, story, decisive=True, demands=_rivals(draw, decision=rule))


def _rival_of_parts_meets(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A whole that is agreed in its parts is excluded by a demand that is agreed too."""
    demands = [*_rivals(draw), Demand("newest", "Newest", part_of=pick(draw, _NEW[:2]))]
    rest = "new, newer" if demands[2].part_of not in _NEW[:2] else _other(demands[2].part_of)
    return _told(
        draw, talks, (f"a and b accept {rest}", "a and b accept newest"), decisive=True, demands=demands
    )


def _other(one: str | None) -> str:
    """Give the other of two new demands."""
    return "newer" if one == "new" else "new"


_AGREED: tuple[Story, ...] = (
    ("a and b accept new, newer",),
    ("a proposes new", "b proposes newer", "b accepts new", "a accepts newer"),
    ("a and b accept new, newer", _LATER, "a rejects new"),
    ("a and b accept new", _LATER, "a and b accept newer"),
    ("a and b propose new", "a and b propose newer if new"),
    ("bloc accepts new, newer", "b provisionally accepts newer, new"),
)


def _requires_what_is_open(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """An agreed demand requires one that is not."""
    now = talks.now
    agreed = [demand for demand in talks.demands if demand.id in now.agreed]
    others = [
        one.id for one in talks.demands if one.id not in now.agreed and not now.standing(one.id).replaced_by
    ]
    if not agreed or not others:
        return _requires_new(draw, talks)
    demand = pick(draw, agreed)
    return _with_demand(talks, demand.id, requires=[*demand.requires, pick(draw, others)])


def _requires_new(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A demand is agreed, and one that it requires is not: not yet, not any more, or never was."""
    demands = (Demand("new", "New", requires=["newer"]), Demand("newer", "Newer"))
    return _told(draw, talks, pick(draw, _REQUIRING), decisive=True, demands=demands)


_REQUIRING: tuple[Story, ...] = (
    ("a and b accept new",),
    ("a proposes newer", "a and b accept new"),
    ("a proposes newer", "b rejects newer", "a and b accept new"),
    ("a proposes newer", "a withdraws newer", "a and b accept new"),
    ("a and b accept new, newer", _LATER, "b defers newer"),
    ("a and b provisionally accept new", "a and b accept newer if newest"),
)


def _closed_too_soon(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A whole that is only to be agreed with its parts is agreed before them, by its deciders' own words."""
    depth = pick(draw, (("new", "new"), ("new", "newer"), ("", "new")))
    demands = (
        Demand("new", "New", final="all", decision=pick(draw, (None, Decision(1), "consensus"))),
        Demand("newer", "Newer", part_of=depth[0] or None),
        Demand("newest", "Newest", part_of=depth[1]),
    )
    return _told(draw, talks, pick(draw, _TOO_SOON), decisive=True, demands=demands)


_TOO_SOON: tuple[Story, ...] = (
    ("a and b accept new", "a proposes newest"),
    ("a proposes newest", "a and b accept newer, new", "b rejects newest"),
    ("a and b accept new, newest", _LATER, "b amends newest"),
    ("a and b accept newest if newer", "a and b accept new"),
    ("a proposes new", "b accepts newest", "b accepts new"),
)


def _closed_without_old_part(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A whole is agreed that is only to be agreed with its parts, and one of the old demands is an open part of it."""
    open_ = [demand.id for demand in talks.demands if _is_left(talks.now, demand.id)]
    roots = [demand.id for demand in talks.demands if demand.part_of is None and demand.id in open_]
    if not roots:
        return _closed_too_soon(draw, talks)
    talks = _with_demand(talks, pick(draw, roots), part_of="new")
    return _told(
        draw, talks, ("a and b accept new",), decisive=True, demands=[Demand("new", "New", final="all")]
    )


_REOPENED: tuple[Story, ...] = (
    ("a and b accept new", _LATER, "a rejects new"),
    ("a and b accept new", _LATER, "b reserves new"),
    ("a and b accept new", _LATER, "a defers new", "b accepts new"),
    ("a proposes new", "b accepts new", _LATER, "a withdraws new"),
    ("a and b accept new", _LATER, "a accepts new if newer"),
    ("a and b accept new, newer", _LATER, "a and b reject new, newer"),
    ("a and b accept new", _LATER, "a and b abstain on new"),
    ("a proposes new", "b proposes new", _LATER, Statement("a defers new", note="Why."), "b rejects new"),
    ("a and b provisionally accept new", _LATER, "b accepts newer", "a provisionally accepts new if newer"),
    ("a and b accept new if newer", "a and b accept newer", _LATER, "b rejects new"),
    ("bloc and b accept new", _LATER, "bloc rejects new"),
    ("a and b accept new", _LATER, Statement("a and b reject new", according_to="a")),
)


def _decided_by_nobody(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A demand is on the table, and those that decide have left, or nobody ever did."""
    leaves = pick(draw, [round_.id for round_ in talks.rounds])
    role = pick(draw, (Role.PRINCIPAL, Role.BLOC, Role.MEDIATOR))
    talks = _with_parties(talks, Party("gone", "Gone", role=role, leaves=leaves))
    demand = Demand("new", "New", between=pick(draw, ((), ("gone",))), decision=pick(draw, _ANY_NUMBER))
    story: Story = pick(
        draw, (("a proposes new",), ("a rejects new", "b proposes new"), ("bloc defers new",))
    )
    return _told(draw, talks, story, demands=[demand])


_ANY_NUMBER = ("unanimity", "consensus", "majority", "two-thirds")
"""Rules that ask for no more than there are."""


def _decided_by_nobody_any_more(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """All that decide on the demands that name nobody have left in the end."""
    last = talks.rounds[-1].id
    demands = [demand if demand.between else evolve(demand, decision=None) for demand in talks.demands]
    talks = evolve(
        talks,
        demands=demands,
        decision=pick(draw, (None, *_ANY_NUMBER)),
        between=pick(draw, ((), ("gone",))),
        parties=[*talks.parties, Party("gone", "Gone", joins=talks.rounds[0].id, leaves=last)],
    )
    return _told(draw, talks, ("a proposes new", "b accepts new"))


def _impossible(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """The rule of a demand cannot be met."""
    demand = _any_demand(draw, talks)
    needs = _out_of_reach(draw, talks, demand)
    return _with_demand(talks, demand.id, decision=evolve(demand.decision or Decision(), needs=needs))


def _out_of_reach(draw: DrawFn, talks: Negotiation, demand: Demand) -> str | int:
    """Draw what those that decide on a demand cannot give, or need not."""
    most = len(_deciders(talks, demand))
    needs: tuple[str | int, ...] = (most + 1, 0, "4/3", most + 5, "0/3", "00/2", "1000/999")
    return pick(draw, needs)


def _vetoed_from_outside(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party has a veto that does not decide."""
    talks = _with_parties(talks, Party("outsider", "Outsider", role=pick(draw, (Role.MEDIATOR, Role.BLOC))))
    demand = _any_demand(draw, talks)
    known = _deciders(talks, demand)
    outside = [one for one in _ids(talks) if one not in known]
    rule = demand.decision or Decision()
    veto = [*rule.veto, pick(draw, outside)] if chance(draw, 2) else [pick(draw, outside), *rule.veto]
    return _with_demand(talks, demand.id, decision=evolve(rule, veto=veto))


def _impossible_for_all(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """The rule of the demands that have none of their own cannot be met by all."""
    demand = _any_demand(draw, talks)
    talks = _with_demand(talks, demand.id, decision=None)
    needs = _out_of_reach(draw, talks, demand)
    return evolve(talks, decision=evolve(talks.decision or Decision(), needs=needs))


# --- accounts ----------------------------------------------------------------------------------


def _described_otherwise(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party tells of another that it holds another position than it does."""
    now = talks.now
    held = [(cell, position) for cell in _cells(talks) if isinstance(position := now[cell], Held)]
    if not held:
        return _told(draw, talks, ("a rejects new", _account("a accepts new", "b")))
    cell, position = pick(draw, held)
    return _in_the_end(talks, _unlike(draw, talks, cell, position.stance))


def _unlike(draw: DrawFn, talks: Negotiation, cell: Cell, stance: Stance) -> Statement:
    """Draw an account of a position that matches no stance like this."""
    others = [one for one in Stance if one is not stance and not (one.is_assent and stance.is_assent)]
    givers = [one for one in _ids(talks) if one != cell[0]]
    return _said_of(cell, pick(draw, others), according_to=pick(draw, givers))


_DISPUTED: tuple[Story, ...] = (
    ("a rejects new", _account("a accepts new", "b")),
    (_account("a accepts new", "b"), "a rejects new"),
    (_account("a accepts new", "b"), "a reserves new", _account("a rejects new", "b"), "a defers new"),
    ("a amends new", _account("a withdraws new", "b")),
    ("bloc rejects new", _account("a accepts new", "b")),
    ("a proposes new", _account("a rejects new", "bloc")),
    (_account("a rejects new, newer", "b"), "a accepts newer, new"),
    (_account("a and b reject new", "b"), "b amends newer", "a accepts new"),
    ("bloc rejects new", _account("bloc accepts new", "b")),
)


def _known_by_account(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party tells of another that has said nothing, or nothing on the current text."""
    now = talks.now
    cells = [cell for cell in _cells(talks) if isinstance(now[cell], Silent | Lapsed)]
    if not cells:
        return _told(draw, talks, (_account("a accepts new", "b"),))
    cell = pick(draw, cells)
    givers = [one for one in _ids(talks) if one != cell[0]]
    return _in_the_end(talks, _said_of(cell, pick(draw, tuple(Stance)), according_to=pick(draw, givers)))


_REPORTED: tuple[Story, ...] = (
    (_account("a accepts new", "b"),),
    (_account("a and b accept new, newer", "a"), "a rejects newer"),
    ("b amends new", _account("a rejects new", "b")),
    ("a accepts new", "b amends new", _account("a accepts new", "b")),
    (_account("bloc proposes new", "a"),),
    (_account("a amends new", "b"), "b accepts new"),
    (_account("a withdraws new", "bloc"),),
    (_account("a rejects new", "b"), _account("a accepts new", "b")),
)


def _claimed_alone(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party claims that a demand is agreed that is pending: another has said nothing."""
    return _with_lone_claim(draw, _told(draw, talks, pick(draw, _ALONE), decisive=True))


def _claimed_alone_of_what_is_not_pending(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party claims that a demand is agreed, which it is or is far from, and another has said nothing."""
    rule, story = pick(draw, _LONE_OTHERWISE)
    demand = Demand("new", "New", between=(*_CORE, "third"), decision=rule)
    talks = _with_parties(talks, Party("third", "Third", role=pick(draw, (Role.OBSERVER, Role.MEDIATOR))))
    return _with_lone_claim(draw, _told(draw, talks, story, decisive=True, demands=[demand]))


def _with_lone_claim(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Give a negotiation in which a party claims an agreement of which another that decides is silent."""
    deciders = next(demand.between or () for demand in talks.demands if demand.id == "new")
    silent = next(one for one in deciders if isinstance(talks.now[one, "new"], Silent))
    claimant = pick(draw, [one for one in _ids(talks) if one != silent])
    claim = Claim("new", Outcome.AGREED, source=pick(draw, _SOURCES), according_to=claimant)
    return _in_round(talks, len(talks.rounds) - 1, claims=[*talks.rounds[-1].claims, claim])


_ALONE: tuple[Story, ...] = (
    ("a proposes new",),
    ("a proposes new", _account("b accepts new", "a")),
    ("a rejects new", "a accepts new", "b accepts newer if new"),
    ("bloc accepts new",),
    ("a amends new",),
)
_LONE_OTHERWISE: tuple[tuple[Decision, Story], ...] = (
    (Decision(), ("a proposes new", "b rejects new")),
    (Decision("majority", veto=_CORE), ("a proposes new", "b rejects new")),
    (Decision(), ("a accepts newer if new",)),
    (Decision(), ("a proposes new", "b rejects new", "a withdraws new")),
)


# --- time and attendance -----------------------------------------------------------------------


def _misplaced_round(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A round has begun before the one ahead of it can have."""
    place = 1 + number(draw, len(talks.rounds) - 2)
    ahead = talks.rounds[place - 1].date.earliest
    day = ahead - timedelta(days=1)
    written = pick(
        draw, (f"{day}", f"{day}~", "1990", "1990-05", f"{day}/2030", "1990/1991-03", "2020?/2030")
    )
    return _in_round(talks, place, date=written)


def _outside_its_round(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A statement is dated before its round or after it."""
    spot = pick(draw, _spots(talks))
    when = talks.rounds[spot.round].date
    before, after = when.earliest - timedelta(days=1), when.latest + timedelta(days=1)
    written = pick(draw, (f"{before}", f"{after}", "1990", "2050-01/2051", f"1990/{before}", f"{after}?"))
    return _at(talks, spot, date=written)


def _reports_what_is_to_come(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A source is older than a round of which it has a statement."""
    spot = pick(draw, _spots(talks))
    cited = pick(draw, [one.id for one in talks.rounds[spot.round].citations(spot.said)])
    day = talks.rounds[spot.round].date.earliest - timedelta(days=1)
    written = pick(draw, (f"{day}", "1990", "1990-05/1991", f"1990/{day}"))
    sources = [evolve(source, date=written) if source.id == cited else source for source in talks.sources]
    return evolve(talks, sources=sources)


def _absent(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party speaks, and neither it nor who stands for it was there."""
    spot, holder = pick(draw, [(spot, holder) for spot in _spots(talks) for holder in _speakers(spot.said)])
    ever = Blocs(talks.parties, Calendar({}))
    around = [one for one in _ids(talks) if holder in {one, *ever.members(one, 1)}]
    others = [one for one in _ids(talks) if one not in {*around, *ever.members(holder, 1)}]
    return _in_round(
        talks,
        spot.round,
        present=few(draw, others, most=3),
        mediators=few(draw, others, most=1),
        delegates=[Delegate(party, "Its envoy") for party in few(draw, others, most=1)],
        meetings=[Meeting(present=few(draw, others, most=1) or None)],
    )


def _speaks_from_outside(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party speaks before it has joined, or after it has left."""
    spot, holder = pick(draw, [(spot, holder) for spot in _spots(talks) for holder in _speakers(spot.said)])
    ids = [round_.id for round_ in talks.rounds]
    later = ids[spot.round + 1 :]
    if later and chance(draw, 2):
        return _with_party(talks, holder, joins=pick(draw, later), leaves=None)
    return _with_party(talks, holder, joins=None, leaves=pick(draw, ids[: spot.round + 1]))


def _unsaid_since(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """A party has not restated its position on a pending demand for as long as makes it stale."""
    now = talks.now
    since = [
        len(talks.rounds) - talks.round_number(position.said_in)
        for party, demand in _cells(talks)
        if demand in now.pending
        and isinstance(position := now[party, demand], Held)
        and position.basis == "own"
    ]
    ages = [age for age in since if age]
    if not ages:
        return _unsaid_for_five_rounds(draw, talks)
    return evolve(talks, check=CheckSettings(stale_after=1 + number(draw, pick(draw, ages) - 1)))


def _unsaid_for_five_rounds(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Five rounds go by after a party has spoken of a demand that is pending."""
    talks = _told(draw, talks, pick(draw, _PENDING), decisive=True)
    rounds = [Round(f"empty{place}", f"20{30 + place}") for place in range(5)]
    return evolve(talks, rounds=[*talks.rounds, *rounds], check=CheckSettings())


_PENDING: tuple[Story, ...] = (
    ("a proposes new",),
    ("a accepts new", "a defers new", "b reserves new"),
    ("a and b accept new if newer",),
    ("bloc accepts new", "b abstains on new", "a proposes new if newer"),
    (_account("b rejects new", "a"), "a proposes new"),
)


# --- blocs -------------------------------------------------------------------------------------


def _counted_twice(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Those that decide are a bloc and one of its members, among others, for a while at least."""
    member = pick(draw, _CORE)
    span: dict[str, str] = pick(draw, ({}, {"joins": "r2"}, {"leaves": "r2"}))
    both = pick(draw, ((member, "bloc"), ("bloc", member), ("league", member), ("league", "bloc")))
    talks = _with_parties(
        talks,
        Party("bloc", "Bloc", members=[Membership(member, **span)]),
        Party("league", "League", members=["bloc"]),
    )
    demand = None if chance(draw, 3) else _any_demand(draw, talks)
    between = (*_deciders(talks, demand), *both) if chance(draw, 2) else (*both, *_deciders(talks, demand))
    once = tuple(dict.fromkeys(between))
    return _with_demand(talks, demand.id, between=once) if demand else evolve(talks, between=once)


_DISSENT: tuple[Story, ...] = (
    ("bloc accepts new", "a rejects new"),
    ("bloc rejects new", "a provisionally accepts new"),
    ("bloc proposes new", "a reserves new"),
    ("league defers new", "a proposes new if newer"),
    ("bloc abstains on new", "b rejects new", "a defers new"),
    ("bloc amends new", "a rejects new"),
    ("bloc proposes new", "a proposes new", "a withdraws new"),
    ("bloc and a accept new, newer", _LATER, "a rejects newer"),
    (_account("bloc and a accept new", "bloc"), "a rejects new"),
)
_TORN: tuple[Story, ...] = (
    ("bloc accepts new", "guild rejects new"),
    ("guild rejects new", "bloc amends newer", "bloc accepts new"),
    ("a accepts new", "bloc accepts new", "guild reserves new"),
    ("league rejects new", "guild proposes new"),
    ("guild defers new", "league abstains on new"),
    ("bloc proposes new, newer", _LATER, "guild rejects newer"),
    ("guild proposes new", "bloc accepts new", "guild withdraws new"),
)


# --- excuses -----------------------------------------------------------------------------------

_UNBROKEN = (
    "NT101",
    "NT104",
    "NT105",
    "NT109",
    "NT202",
    "NT206",
    "NT301",
    "NT403",
    "NT502",
    "NT504",
    "NT601",
)
"""Codes of which there is nothing in a clean negotiation."""


def _excused_in_vain(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Something is excused that is not there, at some place or anywhere."""
    excuse = Excuse(
        pick(draw, _UNBROKEN),
        "It was by letter.",
        round=pick(draw, (None, "ghost", *(round_.id for round_ in talks.rounds))),
        demand=pick(draw, (None, "ghost", *(demand.id for demand in talks.demands))),
        party=pick(draw, (None, "ghost", *_ids(talks))),
    )
    return evolve(talks, check=evolve(talks.check, ignore_at=[excuse]))


def _excused_elsewhere(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """Something is excused at another place than where it is."""
    talks = _told(draw, talks, ("a amends new",))
    wrong = pick(draw, ({"round": "ghost"}, {"demand": "newer"}, {"party": "ghost"}))
    excuses = [Excuse("NT208", "Not public.", **wrong)]
    if chance(draw, 2):
        excuses.append(Excuse("NT208", "Not public.", demand="new"))
    return evolve(talks, check=evolve(talks.check, ignore_at=excuses))


def _excused_by_no_rule(draw: DrawFn, talks: Negotiation) -> Negotiation:
    """What is excused or left out is no rule."""
    code = pick(draw, ("NT999", "XY101", "nothing", "NT4044"))
    if chance(draw, 2):
        return evolve(talks, check=evolve(talks.check, ignore=[code]))
    return evolve(talks, check=evolve(talks.check, ignore_at=[Excuse(code, "Who knows.")]))


# --- all of them -------------------------------------------------------------------------------

_WAYS: Mapping[str, Sequence[Way]] = {
    "NT101": (
        *(_strange_holder, _strange_speaker, _strange_giver, _strange_member, _strange_guest),
        *(_strange_decider, _strange_veto, _strange_claimant),
    ),
    "NT102": (_strange_topic, _strange_condition, _strange_relation, _strange_outcome),
    "NT103": (_strange_span, _strange_membership),
    "NT104": (_strange_source,),
    "NT105": (_statement_without_source, _claim_without_source),
    "NT106": (_idle_source,),
    "NT107": (_unspoken_demand, _silent_principal),
    "NT108": (_misquoted, _quoted_from_the_other),
    "NT109": (_part_of_itself, _succeeds_itself),
    "NT110": (_own_member,),
    "NT201": (_turned_in_a_round, _story(*_TURNS, together=True)),
    "NT202": (_withdraws_others, _withdraws_after_joining, _story(*_STRAY), _story(*_STRAY)),
    "NT203": (_waits_for_itself, _story(*_WAITING)),
    "NT204": (_off_the_table, _off_the_table, _made_stale),
    "NT205": (_rejects_its_own, _story(*_DISOWNED)),
    "NT206": (_crosses_its_line, _story(*_CROSSED), _story(*_CROSSED)),
    "NT207": (_made_rivals, _two_backed),
    "NT208": (_amends_without_text, _story(*_UNWRITTEN)),
    "NT209": (_misplaced_text, _story(*_MISPLACED)),
    "NT301": (
        *(_wrongly_claimed, _wrongly_claimed, _claimed_off_the_table, _claimed_by_a_party),
        *(_contested, _claimed_by_all),
    ),
    "NT302": (_rivals_meet, _new_rivals_meet, _rivals_meet_in_silence, _rival_of_parts_meets),
    "NT303": (_requires_what_is_open, _requires_new),
    "NT304": (_closed_too_soon, _closed_without_old_part),
    "NT305": (_story(*_REOPENED, decisive=True, together=True),),
    "NT306": (_decided_by_nobody, _decided_by_nobody_any_more),
    "NT307": (_impossible, _vetoed_from_outside, _impossible_for_all),
    "NT401": (_described_otherwise, _story(*_DISPUTED)),
    "NT402": (_known_by_account, _story(*_REPORTED)),
    "NT403": (_claimed_alone, _claimed_alone_of_what_is_not_pending),
    "NT501": (_misplaced_round,),
    "NT502": (_outside_its_round,),
    "NT503": (_reports_what_is_to_come,),
    "NT504": (_absent,),
    "NT505": (_speaks_from_outside,),
    "NT506": (_unsaid_since, _unsaid_for_five_rounds),
    "NT601": (_counted_twice,),
    "NT602": (_story(*_DISSENT),),
    "NT603": (_story(*_TORN),),
    "NT901": (_excused_in_vain, _excused_elsewhere, _excused_by_no_rule),
}
_AS_TOLD = frozenset({"NT301", "NT302", "NT304", "NT403"})
"""The rules that are broken by what does not follow from what is said."""


@composite
def _broken(draw: DrawFn, code: str) -> Broken:
    """Draw a clean negotiation, and damage one thing in it."""
    damaged = pick(draw, _WAYS[code])(draw, draw(clean()))
    broken = damaged if isinstance(damaged, Broken) else Broken(damaged)
    return broken if code in _AS_TOLD else broken._replace(talks=_mended(broken.talks))


BREAKING: Mapping[str, SearchStrategy[Broken]] = {code: _broken(code) for code in _WAYS}
"""For each rule that looks at a negotiation, negotiations that break it, and no other of those that find errors."""
