"""What does a party say of a demand, as the predicate of a sentence?"""

from collections.abc import Iterator, Sequence
from typing import assert_never, final

from negotrack.decisions import PartyReason, Why
from negotrack.model.parties import Role
from negotrack.model.statements import Reservation
from negotrack.positions import OWN, Account, Held, Lapsed, Position, Silent
from negotrack.stances import Stance
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views.cells import seems_counted
from negotrack.views.grammar import Predicate, genitive
from negotrack.views.reasons import Reasons


@final
class Predicates:
    """What the parties say as of one state, demands by their numbers."""

    def __init__(self, state: State, *, tells_new: bool = True) -> None:
        self._state = state
        self._reasons = Reasons.of(state)
        self._principals = {party.id for party in state.parties if party.role is Role.PRINCIPAL}
        self._round = state.round.id if tells_new and state.round and state.number > 1 else ""
        """The round whose words are called new; none in the first, where all are."""

    def of(self, party: str, standing: Standing) -> Predicate | None:
        """Say where a party stands; nothing where it is silent and nobody waits for its word.

        `accepts if 5, said in this round`; `silent; by Armenia's account it accepts`.
        """
        position = self._state[party, standing.demand]
        accounts = self._state.accounts(party, standing.demand)
        if (
            isinstance(position, Silent)
            and not accounts
            and PartyReason(party, Why.SILENT) not in standing.reasons
        ):
            return None
        decides_not = self.uncounted(party, position, standing)
        return Predicate(
            *(
                self.stands(position, plural=plural) + decides_not + self.reports(accounts, plural=plural)
                for plural in (False, True)
            )
        )

    def uncounted(self, party: str, position: Position, standing: Standing) -> str:
        """Say that a word is not counted, where one would take it to be."""
        is_principal = party in self._principals
        if party in standing.deciders or not isinstance(position, Held):
            return ""
        return ", which is not counted" if seems_counted(position.stance, is_principal) else ""

    def stands(self, position: Position, *, plural: bool = False) -> str:
        """Say where a party stands: `accepts if 5, said in this round`; `lapsed (accepts, text 1)`; `silent`."""
        match position:
            case Held():
                return ", ".join([self.held(position, plural=plural), *self._extras(position)])
            case Lapsed(was=was):
                red_line = ", a red line" if was.red_line else ""
                return f"lapsed ({self.held(was)}, text {was.version}{red_line})"
            case Silent():
                return "silent"
            case _:
                assert_never(position)

    def held(self, held: Held, *, plural: bool = False) -> str:
        """Say a position: `provisionally accepts if 5`, `reserves (scrutiny)`."""
        words = ["provisionally"] if held.provisional else []
        words.append(held.stance.plural if plural else held.stance.value)
        if held.reservation:
            words.append(f"({held.reservation})")
        return " ".join([*words, *self._tied(held.conditions)])

    def held_of_it(self, held: Held) -> str:
        """Say a position with its object: `accepts it if 5`, `reserves its position (scrutiny)`."""
        return self._of_it(held.stance, held.conditions, held.reservation, is_provisional=held.provisional)

    def account_of_it(self, account: Account) -> str:
        """Say what an account reports with its object: `accepts it if 5`."""
        said = account.said
        return self._of_it(
            account.stance, account.conditions, said.reservation, is_provisional=said.says.provisional
        )

    def told(self, account: Account) -> str:
        """Say what somebody says that a party said: `by Armenia's account Azerbaijan accepts it`."""
        giver, party = self._reasons.named(account.according_to), self._reasons.named(account.party)
        return f"by {genitive(giver)} account {party} {self.account_of_it(account)}"

    def _of_it(
        self,
        stance: Stance,
        conditions: Sequence[str],
        reservation: Reservation | None,
        *,
        is_provisional: bool,
    ) -> str:
        words = ["provisionally"] if is_provisional else []
        words.append(_OF_IT.get(stance, f"{stance} it"))
        if reservation:
            words.append(f"({reservation})")
        return " ".join([*words, *self._tied(conditions)])

    def account(self, account: Account, *, plural: bool = False) -> str:
        """Say what an account reports: `accepts if 5`."""
        stance = account.stance.plural if plural else account.stance.value
        provisional = ["provisionally"] if account.said.says.provisional else []
        kind = [f"({account.said.reservation})"] if account.said.reservation else []
        return " ".join([*provisional, stance, *kind, *self._tied(account.conditions)])

    def _tied(self, conditions: Sequence[str]) -> list[str]:
        return ["if", self._reasons.numbered(conditions)] if conditions else []

    def _extras(self, held: Held) -> Iterator[str]:
        if held.basis != OWN:
            yield f"through {self._reasons.named(held.basis)}"
        if held.red_line:
            yield "a red line"
        if held.said_in == self._round:
            yield "said in this round"

    def reports(self, accounts: Sequence[Account], *, plural: bool = False) -> str:
        """Say what others say that a party, or several, said: `; by Armenia's account it accepts`."""
        they = "they" if plural else "it"
        return "".join(
            f"; by {genitive(self._reasons.named(account.according_to))} account {they} "
            f"{self.account(account, plural=plural)}"
            for account in accounts
        )


_OF_IT = {Stance.RESERVES: "reserves its position", Stance.ABSTAINS: "abstains"}
"""Stances that take no demand as their object."""
