"""What is shown of a position: in words, in symbols, in one character?"""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import assert_never, final

from attrs import field, frozen

from negotrack.decisions import Why
from negotrack.model.claims import Outcome
from negotrack.model.parties import Role
from negotrack.positions import OWN, Account, Held, Lapsed, Position, Silent
from negotrack.sentence import enumerated
from negotrack.stances import Stance
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.theme import SILENT, STANCES, Face, Glyphs, Letter, Sign, Style
from negotrack.visible import visible


class Form(Enum):
    """How much is said in a cell."""

    WORDS = auto()
    SYMBOLS = auto()
    CHARACTERS = auto()


@final
@frozen(eq=False)
class Cell:
    """What is shown of a party's position on a demand. Those that look alike are one object within a view."""

    face: Face
    lead: str = ""
    """What stands before the symbol: `~`, `(`, a quotation mark."""
    conditions: tuple[str, ...] = ()
    """The numbers of the demands that the assent is tied to."""
    reservation: str = ""
    """The kind of the reservation, if it has one."""
    also: tuple[Face, ...] = ()
    """What others say of it besides."""
    close: str = ""
    """What closes a bracket or a quotation."""
    signs: tuple[Sign, ...] = ()
    """The marks in it."""
    style: Style = Style.NONE
    letter: Letter | None = None
    """What stands for it where there is room for one character; None: the symbol."""
    tail: str = field(init=False)
    """The marks behind it all: `&`, `?`, `!`, `'`, `*`."""

    @tail.default
    def _tail(self) -> str:
        return "".join(sign.value[0] for sign in _BEHIND if sign in self.signs)

    def shown(self, form: Form, glyphs: Glyphs) -> str:
        """Give it in the form that there is room for."""
        match form:
            case Form.WORDS:
                return self.words(glyphs)
            case Form.SYMBOLS:
                return self.symbols(glyphs)
            case Form.CHARACTERS:
                return self.character(glyphs)
            case _:
                assert_never(form)

    def leading(self, form: Form) -> int:
        """Give how much of it stands before the symbol."""
        return 0 if form is Form.CHARACTERS else len(self.lead)

    def words(self, glyphs: Glyphs) -> str:
        """Give it in words, the symbol first: `✓ accepts if 5`."""
        words = [glyphs.symbol(self.face), self.face.word]
        if self.reservation:
            words.append(f"({self.reservation})")
        if self.conditions:
            words += ["if", enumerated(self.conditions)]
        others = "".join(f", {glyphs.symbol(face)} {face.word}" for face in self.also)
        return f"{self.lead}{' '.join(words)}{others}{self.close}{self.tail}"

    def spoken(self) -> str:
        """Give it without symbols, for whoever has it read aloud: `accepts if 5, disputed, red line`."""
        words = self.face.word + (f" ({self.reservation})" if self.reservation else "")
        if self.conditions:
            words += f" if {enumerated(self.conditions)}"
        others = [face.word for face in self.also]
        return ", ".join(
            [words, *others, *(sign.word for sign in self.signs if sign is not Sign.CONDITIONAL)]
        )

    def symbols(self, glyphs: Glyphs) -> str:
        """Give it in symbols: `✓if`."""
        condition = "if" if self.conditions else ""
        others = "".join(map(glyphs.symbol, self.also))
        return f"{self.lead}{glyphs.symbol(self.face)}{condition}{others}{self.close}{self.tail}"

    def character(self, glyphs: Glyphs) -> str:
        """Give it in one character."""
        return self.letter.value[0] if self.letter else glyphs.symbol(self.face)


_BEHIND = (Sign.THROUGH_BLOC, Sign.DISPUTED, Sign.RED_LINE, Sign.DECIDES_NOT, Sign.THIS_ROUND)
"""The marks behind a symbol, in their order."""

_AWAITED = Cell(SILENT, style=SILENT.style)


@final
class Cells:
    """The cells of some parties in one state. Each is made once, however many positions look like it."""

    def __init__(self, state: State, parties: Sequence[str]) -> None:
        self._state = state
        self._parties = parties
        self._round = state.round.id if state.round and state.number > 1 else ""
        """The round whose words are marked; in the first all are of this round, so none is."""
        self._principals = {party.id for party in state.parties if party.role is Role.PRINCIPAL}
        self._made: dict[tuple[object, ...], Cell] = {}

    def row(self, standing: Standing) -> Sequence[Cell | None]:
        """Give the cells of a demand, a party each: none where it is silent and nobody waits for its word."""
        deciders = frozenset(standing.deciders)
        is_pending = standing.outcome is Outcome.PENDING
        awaited = _awaited(standing) if is_pending else frozenset()
        row = zip(self._parties, self._state.row(self._parties, standing.demand), strict=True)
        return [
            self._cell(party, position, accounts, is_counted=party in deciders, is_awaited=party in awaited)
            for party, (position, accounts) in row
        ]

    def lasting(self, party: str, position: Position, accounts: Sequence[Account]) -> Cell | None:
        """Give the cell of a position whatever the outcomes: it is taken to count, and no word is awaited."""
        return self._cell(party, position, accounts, is_counted=True, is_awaited=False)

    def _cell(
        self,
        party: str,
        position: Position,
        accounts: Sequence[Account],
        *,
        is_counted: bool,
        is_awaited: bool,
    ) -> Cell | None:
        match position:
            case Held(stance=stance):
                decides_not = not is_counted and seems_counted(stance, party in self._principals)
                return self._held(position, is_disputed=bool(accounts), decides_not=decides_not)
            case Lapsed() | Silent() if accounts:
                return self._reported(accounts)
            case Lapsed(was=was):
                return self._lapsed(was)
            case Silent():
                return _AWAITED if is_awaited else None
            case _:
                assert_never(position)

    def _held(self, held: Held, *, is_disputed: bool, decides_not: bool) -> Cell:
        is_own, is_new = held.basis == OWN, held.said_in == self._round
        key = (
            id(held.stance),  # of a member of an enum, quicker than its hash
            held.conditions,
            held.provisional,
            held.reservation,
            held.red_line,
            is_own,
            is_new,
            is_disputed,
            decides_not,
        )
        made = self._made.get(key)
        if made is None:
            found = {
                Sign.CONDITIONAL: bool(held.conditions),
                Sign.PROVISIONAL: held.provisional,
                Sign.DISPUTED: is_disputed,
                Sign.RED_LINE: held.red_line,
                Sign.DECIDES_NOT: decides_not,
                Sign.THROUGH_BLOC: not is_own,
                Sign.THIS_ROUND: is_new,
            }
            face, is_met = STANCES[held.stance], self._are_agreed(held.conditions)
            made = self._made[key] = Cell(
                face,
                "~" if held.provisional else "",
                self._numbered(held.conditions),
                held.reservation or "",
                signs=_there(found),
                style=face.style if is_met else Style.NONE,
                letter=None if is_met else Letter.CONDITIONAL,
            )
        return made

    def _reported(self, accounts: Sequence[Account]) -> Cell:
        """Give what the latest account says, and what others say where that is something else."""
        *others, account = accounts
        also = dict.fromkeys(
            STANCES[one.stance] for one in reversed(others) if one.stance is not account.stance
        )
        says = account.said.says
        found = {
            Sign.CONDITIONAL: bool(says.conditions),
            Sign.PROVISIONAL: says.provisional,
            Sign.REPORTED: True,
        }
        return Cell(
            STANCES[says.stance],
            '"~' if says.provisional else '"',
            self._numbered(says.conditions),
            account.said.reservation or "",
            tuple(also),
            '"',
            _there(found),
            letter=Letter.REPORTED,
        )

    def _lapsed(self, was: Held) -> Cell:
        found = {
            Sign.CONDITIONAL: bool(was.conditions),
            Sign.PROVISIONAL: was.provisional,
            Sign.LAPSED: True,
            Sign.RED_LINE: was.red_line,
        }
        return Cell(
            STANCES[was.stance],
            "(~" if was.provisional else "(",
            self._numbered(was.conditions),
            was.reservation or "",
            close=")",
            signs=_there(found),
            style=Style.DIM,
            letter=Letter.LAPSED,
        )

    def _are_agreed(self, demands: Sequence[str]) -> bool:
        numbers = self._state.numbers
        return all(demand in numbers and self._state.outcome(demand) is Outcome.AGREED for demand in demands)

    def _numbered(self, demands: Sequence[str]) -> tuple[str, ...]:
        """Give demands by their numbers; one that is not there by its id."""
        return tuple(self._state.numbers.get(demand, visible(demand)) for demand in demands)


def seems_counted(stance: Stance, is_principal: bool) -> bool:  # noqa: FBT001 - it is what the party is
    """Tell whether one would take a word to be counted: a principal's, and whoever's where it is a refusal."""
    return stance.is_refusal or (is_principal and stance is not Stance.ABSTAINS)


def _awaited(standing: Standing) -> frozenset[str]:
    """Give the parties whose word is awaited."""
    return frozenset(reason.party for reason in standing.party_reasons if reason.why is Why.SILENT)


def _there(found: Mapping[Sign, bool]) -> tuple[Sign, ...]:
    return tuple(sign for sign, is_there in found.items() if is_there)
