"""What is the story of a party?"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import assert_never, final

from attrs import frozen
from rich.cells import cell_len

from negotrack.concerns import Concerns
from negotrack.decisions import Why
from negotrack.model.claims import Outcome
from negotrack.model.parties import Membership, Party
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.outline import Entry
from negotrack.positions import Held, Lapsed, Position, Silent
from negotrack.stances import Stance
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.explanations import Explanations
from negotrack.views.grammar import counted
from negotrack.views.lines import Line, Piece, indented, line, padded, paragraph, plain
from negotrack.views.listing import text_words
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.stories.evidence import Evidence
from negotrack.views.theme import OUTCOMES, SILENT, STANCES, UNICODE, Glyphs, Style
from negotrack.views.uncounted import why_uncounted
from negotrack.views.view import View
from negotrack.visible import visible

_KEY = 12
_STANCE = 18
"""How wide the column of the stances is."""
_BELOW = 6
"""How far a stance stands in that has no room beside its demand."""
_WIDEST = 48
"""How wide the column of the demands gets at most."""
_ON_TABLE = (Outcome.AGREED, Outcome.REJECTED, Outcome.PENDING)
GROUPS = ("Assents to", "Refuses", "Neither assents to nor refuses", "Lapsed on", "Silent on")
"""The heads under which demands are sorted by where the party stands on them."""


@final
@frozen(eq=False, repr=False)
class PartyStory(View):
    """The story of a party: where it stands on every demand, how it came there, and what that rests on."""

    talks: Negotiation
    state: State
    id: str

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width but for addresses."""
        evidence = Evidence(self.talks, self.state, glyphs, width)
        yield from paragraph(f"{visible(self._party.name)}, {self._party.role}", width, Style.BOLD, 2)
        yield from paragraph(self._summed_up(), width)
        yield line()
        for key, text in self.facts():
            yield from evidence.hung(key, text, _KEY)
        grouped = self._grouped()
        for head in GROUPS:
            if grouped[head]:
                yield line()
                yield from paragraph(head, width, Style.BOLD)
                for entry in grouped[head]:
                    yield from self._told(entry, evidence, width, glyphs)
        for section in (self._given(evidence), self._accounts(width)):
            lines = list(section)
            if lines:
                yield line()
                yield from lines
        yield from evidence.sources()

    @cached_property
    def _concerns(self) -> Concerns:
        return Concerns.of(self.talks, self.id)

    @cached_property
    def _says(self) -> Predicates:
        return Predicates(self.state)

    @property
    def _party(self) -> Party:
        return next(party for party in self.state.parties if party.id == self.id)

    @property
    def _past(self) -> Sequence[Round]:
        return self.talks.rounds[: self.state.number]

    def _summed_up(self) -> str:
        """Say in how many rounds it spoke, and how many demands it stands how on."""
        rounds = len(self._past)
        if not rounds:
            return f"{summary.as_of(self.state).rstrip('.')}."
        spoke = sum(any(self._speaks(said) for said in round_.statements) for round_ in self._past)
        grouped = self._grouped()
        if not spoke and not any(grouped[head] for head in GROUPS if head != GROUPS[-1]):
            return f"Has said nothing of its own in {counted(rounds, 'round')}."
        sums = {head: sum(map(self._is_counted, entries)) for head, entries in grouped.items()}
        others = [f"{head[0].lower()}{head[1:]} {n}" for head, n in list(sums.items())[1:] if n]
        assents = f"assents to {sums[GROUPS[0]]}"
        waiting = sum(self._waits(entry) for entry in grouped[GROUPS[0]] if self._is_counted(entry))
        if waiting:
            assents += f" ({waiting} on conditions that are not met)"
        total = counted(self.state.counts.total, "demand")
        words = ", ".join([assents, *others])
        of = f"Of the {total} on the table{self._aside()} it {words}.{self._decided(grouped)}"
        return f"Spoke in {spoke} of {counted(rounds, 'round')}. {of}"

    def _aside(self) -> str:
        """Say how many demands on the table are not among those that are counted."""
        standings = [self.state.standing(entry.demand.id) for entry in self.state.outline]
        aside = sum(one.outcome in _ON_TABLE and not one.is_counted for one in standings)
        return f" (besides {aside} made of parts or replaced)" if aside else ""

    def _decided(self, grouped: Mapping[str, Sequence[Entry]]) -> str:
        """Say of how many demands it is no decider, where it stands on any such."""
        told = [entry for entries in grouped.values() for entry in entries if self._is_counted(entry)]
        other = [entry.demand.id for entry in told if not self._decides(entry)]
        if not other:
            return ""
        whys = {why_uncounted(self.state, self.id, demand) for demand in other}
        why = f" ({whys.pop()})" if len(whys) == 1 else ""
        return f" Its word is not counted{f' on {len(other)} of them' * (len(other) < len(told))}{why}."

    def _decides(self, entry: Entry) -> bool:
        """Tell whether it decides a demand, or would if it did not leave that to the others."""
        position = self.state[self.id, entry.demand.id]
        steps_aside = isinstance(position, Held) and position.stance is Stance.ABSTAINS
        return steps_aside or self.id in self.state.standing(entry.demand.id).deciders

    def _waits(self, entry: Entry) -> bool:
        reasons = self.state.standing(entry.demand.id).party_reasons
        return any(reason.party == self.id and reason.waits_for for reason in reasons)

    def _speaks(self, said: Statement) -> bool:
        """Tell whether a statement is the party's own word, and not somebody else's account of it."""
        return self.id in said.says.holders and said.according_to in (None, self.id)

    def _is_counted(self, entry: Entry) -> bool:
        return self.state.standing(entry.demand.id).is_counted

    def facts(self) -> Iterator[tuple[str, str]]:
        """Give what is to be known of it besides what it said, each behind its key."""
        party, reasons = self._party, Reasons.of(self.state)
        yield "id", self.id
        if party.aliases:
            yield "aliases", visible(", ".join(party.aliases))
        if party.members:
            yield "members", "; ".join(_span(reasons.named(one.party), one) for one in party.members)
        if blocs := list(self._blocs()):
            yield "member of", "; ".join(blocs)
        for key, round_ in (("joins", party.joins), ("leaves", party.leaves)):
            if round_:
                yield key, round_
        people = dict.fromkeys(
            delegate.person
            for round_ in self._past
            for delegate in round_.delegates
            if delegate.party == self.id
        )
        if people:
            yield "delegates", visible("; ".join(people))
        if party.note:
            yield "note", visible(party.note)

    def _blocs(self) -> Iterator[str]:
        for bloc in self.state.parties:
            for one in bloc.members:
                if one.party == self.id:
                    yield _span(visible(bloc.name), one)

    def _grouped(self) -> dict[str, list[Entry]]:
        """Sort by where it stands the demands that it has spoken of, and those that it decides."""
        grouped: dict[str, list[Entry]] = {head: [] for head in GROUPS}
        for entry in self.state.outline:
            position = self.state[self.id, entry.demand.id]
            standing = self.state.standing(entry.demand.id)
            is_spoken = not isinstance(position, Silent)
            is_open = standing.outcome in _ON_TABLE and self.id in standing.deciders
            if is_spoken or is_open:
                grouped[group(position)].append(entry)
        return grouped

    def _told(self, entry: Entry, evidence: Evidence, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
        """Give a demand, where the party stands on it, and how it came there."""
        standing = self.state.standing(entry.demand.id)
        numbers, widest = self._widths
        title = f"{entry.number.ljust(numbers)} {visible(entry.demand.title)}{text_words(self.state, entry.demand.id)}"
        is_awaited = any(
            reason.party == self.id and reason.why is Why.SILENT for reason in standing.party_reasons
        )
        stands = self._stands(self.state[self.id, entry.demand.id], glyphs, is_awaited=is_awaited)
        outcome = Piece(
            ("~" if standing.is_provisional else "") + standing.outcome, OUTCOMES[standing.outcome]
        )
        column = min(_WIDEST, numbers + 1 + widest)
        row = [
            Piece("  " + padded(title, column + 2)),
            Piece(padded(stands.text, _STANCE), stands.style),
            Piece("  "),
            outcome,
        ]
        if cell_len(title) <= column and (width is None or cell_len(plain(row)) <= width):
            yield row
        else:
            yield from indented(title, 2, width)
            yield from self._below(stands, outcome, width)
        yield from self._history(entry.demand.id, evidence)

    @cached_property
    def _widths(self) -> tuple[int, int]:
        """The widths of the longest number and of the longest title."""
        outline = self.state.outline
        return (
            max(len(one.number) for one in outline),
            max(
                cell_len(visible(one.demand.title) + text_words(self.state, one.demand.id)) for one in outline
            ),
        )

    @staticmethod
    def _below(stands: Piece, outcome: Piece, width: int | None) -> Iterator[Line]:
        """Give where the party stands and what came out under their demand; on two lines where one is too narrow."""
        together = [Piece(" " * _BELOW), stands, Piece("  "), outcome]
        if width is None or cell_len(plain(together)) <= width:
            yield together
        else:
            yield from indented(stands.text, _BELOW, width, stands.style)
            yield from indented(outcome.text, _BELOW, width, outcome.style)

    def _stands(self, position: Position, glyphs: Glyphs, *, is_awaited: bool) -> Piece:
        match position:
            case Held(stance=stance):
                red_line = ", a red line" if position.red_line else ""
                words = f"{glyphs.symbol(STANCES[stance])} {self._says.held(position)}{red_line}"
                return Piece(words, STANCES[stance].style)
            case Lapsed(was=was):
                symbol = glyphs.symbol(STANCES[was.stance])
                return Piece(f"({symbol}) {self._says.stands(position)}", Style.DIM)
            case Silent():
                return Piece(f"{glyphs.symbol(SILENT) if is_awaited else ' '} silent", SILENT.style)
            case _:
                assert_never(position)

    def _history(self, demand: str, evidence: Evidence) -> Iterator[Line]:
        """Give everything that it said on a demand, or others for it or of it, in order."""
        for number, round_ in enumerate(self._past, 1):
            for said in round_.statements:
                if demand in said.says.demands and self._concerns.is_said_of(said, number):
                    yield from evidence.deed(said, round_, self.id)

    def _given(self, evidence: Evidence) -> Iterator[Line]:
        """Give what it says that others said, and its claims."""
        is_first = True
        for number, round_ in enumerate(self._past, 1):
            accounts = [said for said in round_.statements if self._concerns.is_told_by(said)]
            claims = [claim for claim in round_.claims if claim.according_to == self.id]
            if (accounts or claims) and is_first:
                yield line(Piece("By its account", Style.BOLD))
                is_first = False
            if accounts or claims:
                yield from evidence.round_line(number, round_)
            for said in accounts:
                yield from evidence.said(said, round_, is_named=True)
            for claim in claims:
                yield from evidence.claimed(claim, round_)

    def _accounts(self, width: int | None) -> Iterator[Line]:
        """Give the open accounts of what it said, and of what it says of others."""
        state, explanations = self.state, Explanations(self.state)
        open_ = [one for one in state.open_accounts if self.id in (one.party, one.according_to)]
        if open_:
            yield line(Piece("Open accounts", Style.BOLD))
        for account in open_:
            yield from indented(
                f"{explanations.named(account.demand)}: {self._says.told(account)}.", 2, width
            )


def group(position: Position) -> str:
    """Give the head under which a demand stands by a party's position on it."""
    match position:
        case Held(stance=stance) if stance.is_assent:
            return GROUPS[0]
        case Held(stance=stance) if stance.is_refusal:
            return GROUPS[1]
        case Held():
            return GROUPS[2]
        case Lapsed():
            return GROUPS[3]
        case Silent():
            return GROUPS[4]
        case _:
            assert_never(position)


def _span(name: str, membership: Membership) -> str:
    """Name a member or a bloc, with the rounds between which it is one."""
    ends = [
        f"{word} {round_}"
        for word, round_ in (("from", membership.joins), ("until", membership.leaves))
        if round_
    ]
    return f"{name} ({', '.join(ends)})" if ends else name
