"""What has been said, and what can be said next without a finding?"""

from collections import Counter
from collections.abc import Sequence

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.stances import Stance

Cell = tuple[str, str]
"""A party and a demand."""


class Floor:
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
    def after(cls, talks: Negotiation) -> "Floor":
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
        speakers = speakers_of(said)
        if said.says.stance is Stance.AMENDS and speakers:
            self._amended.update(said.says.demands)
        for holder in speakers:
            for demand in said.says.demands:
                self._note((holder, demand), said, number_)

    def _note(self, cell: Cell, said: Statement, number_: int) -> None:
        """Take note of what one holder says of one demand."""
        holder, demand = cell
        stance = said.says.stance
        if stance.puts_forward:
            self.proponents |= {(one, demand) for one in self._heard(holder, number_)}
            self._owned[cell] = self.version(demand)
        elif stance is Stance.WITHDRAWS:
            self._owned.pop(cell, None)
        if said.red_line and (stance.is_assent or stance is Stance.REJECTS):
            self._red[cell] = (self.version(demand), stance.is_assent)


def speakers_of(said: Statement) -> list[str]:
    """Give the holders that speak for themselves."""
    return [holder for holder in said.says.holders if said.according_to in {None, holder}]
