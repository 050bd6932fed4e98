"""How do things stand, on a page that can be sent?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import assert_never, final

from attrs import frozen
from rich.cells import cell_len

from negotrack import awaited
from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.citing import cited
from negotrack.claimed import differences
from negotrack.decisions import Why
from negotrack.diffs import Diff
from negotrack.events import events
from negotrack.model.claims import Outcome
from negotrack.model.parties import Role
from negotrack.model.rounds import Round
from negotrack.model.sources import Event, Source
from negotrack.negotiation import Negotiation
from negotrack.positions import Held, Lapsed, Position, Silent
from negotrack.sentence import enumerated
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.days import spoken
from negotrack.views.diff import DiffView
from negotrack.views.explanations import Explanations
from negotrack.views.grammar import counted, genitive
from negotrack.views.lines import Line, Piece, hanging, indented, paragraph, separated
from negotrack.views.listing import text_words
from negotrack.views.matrix import Matrix
from negotrack.views.naming import event_proof, event_words, round_words, source_words, span_words
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.views.whys import WORDS
from negotrack.visible import visible

_KEY = 10
"""How wide the column of the keys in the head is."""
_LONG_COURSE = 24
"""How many rounds and events are named in the head; of more, the last few."""
_LAST = 5
_MOST_PUBLISHERS = 20
"""How many publishers are named in the head; of more, the sources are counted."""
_INDENT = 2


@final
@frozen(eq=False, repr=False)
class Report(View):
    r"""A page to send: the positions, every outcome with its reasons in words, the package, who is waited for.

    Examples:
        >>> from negotrack import seed
        >>> talks = seed("sochi-2022")
        >>> print(*str(Report(talks, talks.now)).splitlines()[-4:], sep="\n")
        Waited for
          Azerbaijan  to speak on 7 and 9
          Armenia     to speak on 4, 5 and 8
          5           to be agreed, for Azerbaijan's acceptance of 4
    """

    talks: Negotiation
    state: State
    """The state of these talks that it is about."""

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each sentence on a line of its own."""
        yield from separated(self._blocks(width, glyphs))

    def _blocks(self, width: int | None, glyphs: Glyphs) -> Iterator[Iterable[Line]]:
        yield self._title(width)
        yield self._facts(width)
        matrix = Matrix(self.state)
        sheet = matrix.sheet(width, glyphs, has_reasons=False)
        yield sheet.table
        yield [*self._below(sheet.reasons, matrix, width), *sheet.legend]
        yield from (
            self._listed("Agreed", Outcome.AGREED, width),
            self._listed("Rejected", Outcome.REJECTED, width),
            self._listed("Pending", Outcome.PENDING, width),
            self._made_of_parts(width),
            self._replaced(width),
            self._withdrawn(width),
            self._unraised(width),
            self._section("Open accounts", self._accounts(), width),
            self._section("Claims that differ", self._claims(), width),
            self._section("Left out", summary.left_out(self.state.left_out), width),
            self._since_before(width, glyphs),
            self._package(width),
            self._waited_for(width),
        )

    def _below(self, reasons: Sequence[str], matrix: Matrix, width: int | None) -> Iterator[Line]:
        for text in (*reasons, *summary.absent(matrix.selection)):
            yield from paragraph(text, width, indent=_INDENT)

    def _title(self, width: int | None) -> Iterator[Line]:
        state = self.state
        yield from paragraph(visible(state.title), width, Style.BOLD)
        yield from paragraph(summary.as_of(state), width, indent=_INDENT)
        if state.counts.total:
            yield from paragraph(summary.counts(state), width, Style.BOLD, _INDENT)

    def _facts(self, width: int | None) -> Iterator[Line]:
        state = self.state
        rows = (
            ("parties", [", ".join(self._parties())] if state.parties else []),
            ("course", self._course()),
            (
                "sources",
                ["; ".join(self._sources())] if self._cited else [],
            ),
        )
        for key, texts in rows:
            for place, text in enumerate(texts):
                yield from hanging(Piece("" if place else key, Style.DIM), text, width, _KEY)

    def _parties(self) -> Iterator[str]:
        """Name the parties, whom blocs speak for, and who is not active."""
        calendar = Calendar.of(self.talks.rounds)
        inactive = calendar.inactive(self.state.parties, self.state.number)
        blocs = Blocs(self.state.parties, calendar)
        for party in self.state.parties:
            members = [self._reasons.named(member) for member in blocs.members(party.id, self.state.number)]
            details = [
                *([party.role.value] if party.role is not Role.PRINCIPAL else []),
                *([f"of {enumerated(members)}"] if members else []),
                *(["not active"] if party.id in inactive else []),
            ]
            yield self._reasons.named(party.id) + (f" ({'; '.join(details)})" if details else "")

    def _sources(self) -> Iterator[str]:
        """Name who published the sources, and how many where there are several of one; of many, count the tiers."""
        published = Counter(map(source_words, self._cited))
        if len(published) > _MOST_PUBLISHERS:
            tiers = Counter(source.tier or "of no tier" for source in self._cited)
            counted_tiers = ", ".join(f"{number} {tier}" for tier, number in tiers.most_common())
            yield f"{len(self._cited)}: {counted_tiers}"
            return
        for words, number in published.items():
            yield words if number == 1 else f"{words}, {number} sources"

    @cached_property
    def _cited(self) -> Sequence[Source]:
        """The sources that are cited up to this round; as of the last all that are declared."""
        number = self.state.number
        if number == self.state.round_count:
            return self.talks.sources
        known = cited(self.talks, number)
        return [source for source in self.talks.sources if source.id in known]

    def _course(self) -> Iterator[str]:
        """Give the rounds so far, and the events between them, in order; of a long course the end."""
        past, ahead = self.talks.rounds[: self.state.number], events(self.talks, self.state.number)
        told = list(_interleaved(past, ahead))
        if len(told) > _LONG_COURSE:
            between = f"{counted(len(past), 'round')}, {span_words(past)}, and {counted(len(ahead), 'event')}"
            yield f"{between}; `negotrack log` tells them. The last:"
            told = told[-_LAST:]
        yield from told

    def _listed(self, head: str, outcome: Outcome, width: int | None) -> Iterator[Line]:
        """Give the demands with an outcome that the counts are of, each with why."""
        total = self.state.counts.total
        if total:
            standings = [one for one in self._standings if one.is_counted and one.outcome is outcome]
            yield from paragraph(f"{head}: {len(standings)} of {total}", width, Style.BOLD)
            for standing in standings:
                yield from self._item(standing, width)

    def _item(self, standing: Standing, width: int | None) -> Iterator[Line]:
        title = self._explanations.title(standing.demand) + text_words(self.state, standing.demand)
        if standing.outcome is Outcome.AGREED:
            title = ", ".join([title, *self._since(standing), *self._explanations.qualities(standing)])
        end = "" if title.endswith((".", "?", "!")) else "."
        text = " ".join([title + end, *self._explanations.because(standing), *self._text(standing.demand)])
        number = Piece(" " * _INDENT + self.state.numbers[standing.demand], Style.DIM)
        yield from hanging(number, text, width, _INDENT + self._numbers)

    def _text(self, demand: str) -> Iterator[str]:
        """Give the text of a demand where it was amended: its title may no longer say it."""
        version = self.state.version(demand)
        if version.number > 1 and version.text:
            yield f'Text {version.number}: "{visible(version.text)}"'

    def _since(self, standing: Standing) -> Iterator[str]:
        if standing.since and self.state.round_count > 1:
            yield f"since {self._dates[standing.since]}"
            made_in = self.state.version(standing.demand).made_in
            if made_in and not standing.is_composite and self._places[made_in] > self._places[standing.since]:
                version = self.state.version(standing.demand).number
                yield f"by its text {version} since {self._dates[made_in]}"

    def _made_of_parts(self, width: int | None) -> Iterator[Line]:
        wholes = [one for one in self._raised if one.is_composite and not one.replaced_by]
        if wholes:
            agreed = sum(one.outcome is Outcome.AGREED for one in wholes)
            yield from paragraph(f"Made of their parts: {agreed} of {len(wholes)} agreed", width, Style.BOLD)
        for standing in wholes:
            yield from self._item(standing, width)

    def _replaced(self, width: int | None) -> Iterator[Line]:
        yield from self._items("Replaced", [one for one in self._raised if one.replaced_by], width)

    def _withdrawn(self, width: int | None) -> Iterator[Line]:
        yield from self._items(
            "Withdrawn", [one for one in self._standings if one.outcome is Outcome.WITHDRAWN], width
        )

    def _unraised(self, width: int | None) -> Iterator[Line]:
        yield from self._items(
            "Unraised", [one for one in self._standings if one.outcome is Outcome.UNRAISED], width
        )

    def _items(self, head: str, standings: Sequence[Standing], width: int | None) -> Iterator[Line]:
        if standings:
            yield from paragraph(f"{head}: {len(standings)}", width, Style.BOLD)
        for standing in standings:
            yield from self._item(standing, width)

    def _section(self, head: str, sentences: Iterable[str], width: int | None) -> Iterator[Line]:
        """Give a head and sentences under it; nothing where there are none."""
        lines = [one for sentence in sentences for one in indented(sentence, _INDENT, width)]
        if lines:
            yield from paragraph(head, width, Style.BOLD)
            yield from lines

    def _accounts(self) -> Iterator[str]:
        """Say both sides of each open account."""
        state, says = self.state, Predicates(self.state)
        parties = [party.id for party in state.parties]
        for entry in state.outline:
            demand = entry.demand.id
            for party, (position, accounts) in zip(parties, state.row(parties, demand), strict=True):
                if accounts:
                    told = [says.told(account) for account in accounts]
                    own = _own_word(self._reasons.named(party), says, position)
                    yield f"{self._explanations.named(demand)}: {'; '.join([*told, own])}."

    def _claims(self) -> Iterator[str]:
        """Say which source claims another outcome than the one that is derived."""
        sources = {source.id: source for source in self.talks.sources}
        for round_, claim, derived in differences(self.talks, self.state.number):
            ids = dict.fromkeys(citation.id for citation in round_.citations(claim))
            cited = [_named(id_, sources) for id_ in ids]
            found = f"{derived} by what the parties said" if derived else "there is no such demand"
            teller = (
                f", by {genitive(self._reasons.named(claim.according_to))} account"
                if claim.according_to
                else ""
            )
            yield (
                f"{self._explanations.named(claim.demand)}: {claim.outcome} as of {spoken(round_.date)}, "
                f"according to {enumerated(cited or ['no source'])}{teller}; {found}."
            )

    def _since_before(self, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
        """Say what moved since the round before; nothing in the first, where all is new."""
        if self.state.number > 1:
            view = DiffView(Diff(self.talks.at(self.state.number - 1), self.state))
            yield from paragraph("Since the round before", width, Style.BOLD)
            for line in view.inner(None if width is None else width - _INDENT, glyphs):
                yield [Piece(" " * _INDENT), *line]

    def _package(self, width: int | None) -> Iterator[Line]:
        if not self.state.counts.total:
            return
        yield from paragraph("Package on the table", width, Style.BOLD)
        for sentence in self._package_sentences():
            yield from indented(sentence, _INDENT, width)

    def _package_sentences(self) -> Iterator[str]:
        state, says = self.state, Predicates(self.state)
        if not state.package:
            yield self._no_package()
            return
        named = enumerated([self._explanations.named(demand) for demand in state.package])
        together = " together" if len(state.package) > 1 else ""
        yield (
            f"{named} would be agreed{together} if all conditional offers were called in at once. "
            "Nobody would have to say anything new."
        )
        parties = [party.id for party in state.parties]
        for demand in state.package:
            deciders = set(state.standing(demand).deciders)
            for party, (position, _) in zip(parties, state.row(parties, demand), strict=True):
                if party in deciders and isinstance(position, Held) and position.conditions:
                    number = state.numbers[demand]
                    offer, _, tied = says.held(position).partition(" if ")
                    yield f"{self._reasons.named(party)} {offer} {number} if {tied}."
        for broken in state.package_breaks:
            yield summary.breaks(broken, state)

    def _no_package(self) -> str:
        has_offers = any(
            isinstance(position, Held) and position.conditions
            for standing in self._raised
            for position, _ in self.state.row(
                [party.id for party in self.state.parties if party.id in standing.deciders], standing.demand
            )
        )
        if has_offers:
            return "None: calling in the conditional offers would settle nothing more."
        return "None: nobody whose assent counts has made a conditional offer."

    def _waited_for(self, width: int | None) -> Iterator[Line]:
        if not self.state.counts.total:
            return
        yield from paragraph("Waited for", width, Style.BOLD)
        words, put_off = awaited.words(self.state), awaited.put_off(self.state)
        parties = dict.fromkeys([*(party.id for party in self.state.parties), *words, *put_off])
        rows = [
            (
                self._reasons.named(party),
                "; ".join(self._to_do(words.get(party, ()), put_off.get(party, {}))),
            )
            for party in parties
            if party in words or party in put_off
        ]
        rows += [
            (self._reasons.numbered([one]), self._to_be_agreed(for_))
            for one, for_ in awaited.conditions(self.state).items()
        ]
        if not rows:
            yield from indented("Nobody whose word is missing.", _INDENT, width)
        widest = max((cell_len(who) for who, _ in rows), default=0)
        for who, what in rows:
            yield from _row(who, what, widest, width)

    def _to_do(self, silent: Sequence[str], undecided: Mapping[Why, Sequence[str]]) -> Iterator[str]:
        if silent:
            yield f"to speak on {self._reasons.numbered(silent)}"
        for why, said in WORDS.items():
            if why in undecided:
                yield f"{said.to_do} {self._reasons.numbered(undecided[why])}"

    def _to_be_agreed(self, waiting: Sequence[awaited.Waiting]) -> str:
        by_assent: dict[str, list[str]] = {}
        for party, demand in waiting:
            by_assent.setdefault(self._explanations.noun(party, demand), []).append(demand)
        assents = [f"{noun} of {self._reasons.numbered(demands)}" for noun, demands in by_assent.items()]
        return f"to be agreed, for {enumerated(assents)}"

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons.of(self.state)

    @cached_property
    def _explanations(self) -> Explanations:
        return Explanations(self.state)

    @cached_property
    def _standings(self) -> Sequence[Standing]:
        """What became of all demands, in the order of the outline."""
        return [self.state.standing(entry.demand.id) for entry in self.state.outline]

    @property
    def _raised(self) -> Iterator[Standing]:
        """Of those on the table."""
        off = (Outcome.UNRAISED, Outcome.WITHDRAWN)
        return (one for one in self._standings if one.outcome not in off)

    @cached_property
    def _numbers(self) -> int:
        return max(map(len, self.state.numbers.values()), default=0) + 1

    @cached_property
    def _dates(self) -> Mapping[str, str]:
        return {round_.id: spoken(round_.date) for round_ in self.talks.rounds}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {round_.id: place for place, round_ in enumerate(self.talks.rounds)}


def report(talks: Negotiation, *, at: str | int | date | None = None) -> Report:
    """Give a page to send, to print: `print(report(talks))`, or in a terminal `rich.print(report(talks))`.

    Args:
        talks: the negotiation.
        at: the round as of which it is, as `talks.at` takes it; None: the last.

    Raises:
        NoSuchRound: there is no such round.
        TypeError: it is no negotiation, but for example a state.
    """
    if not isinstance(talks, Negotiation):
        raise TypeError(f"a report is of a negotiation and, by `at`, of one of its rounds, not of {talks!r}")
    return Report(talks, talks.now if at is None else talks.at(at))


def _interleaved(rounds: Sequence[Round], events: Sequence[Event]) -> Iterator[str]:
    """Name rounds and the events between them, in order."""
    ahead = list(events)
    for number, round_ in enumerate(rounds, 1):
        while ahead and ahead[0].date.earliest < round_.date.earliest:
            yield _event(ahead.pop(0))
        yield f"{number}  {round_words(round_)}"
    yield from map(_event, ahead)


def _event(event: Event) -> str:
    proof = event_proof(event)
    return f"-  {event_words(event)}" + (f" ({proof})" if proof else "")


def _named(source: str, sources: Mapping[str, Source]) -> str:
    """Name a source that is cited: `IRIA (analyst) [iria]`."""
    found = sources.get(source)
    return f"{source_words(found)} [{source}]" if found else f"[{source}], no such source"


def _own_word(name: str, says: Predicates, position: Position) -> str:
    match position:
        case Held():
            return f"{name} itself {says.held_of_it(position)}"
        case Lapsed(was=was):
            return f"{name} itself has not spoken of this text ({says.held(was)}, text {was.version})"
        case Silent():
            return f"no word of {name} itself is recorded"
        case _:
            assert_never(position)


def _row(who: str, what: str, widest: int, width: int | None) -> Iterator[Line]:
    """Give a row of two columns; where the first is too wide, they are one sentence."""
    if width is not None and widest > width // 3:
        yield from indented(f"{who} {what}", _INDENT, width)
    else:
        yield from hanging(Piece(" " * _INDENT + who), what, width, _INDENT + widest + 2)
