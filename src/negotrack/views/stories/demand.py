"""What is the story of a demand?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import assert_never, final

from attrs import frozen
from rich.cells import cell_len

from negotrack import awaited
from negotrack.model.claims import Outcome
from negotrack.model.decision import DECISIONS, Decision, Silence
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.positions import Held, Lapsed, Position, Silent
from negotrack.sentence import enumerated
from negotrack.standing import Standing
from negotrack.state import State
from negotrack.terms import Terms
from negotrack.views.days import spoken
from negotrack.views.explanations import Explanations
from negotrack.views.grammar import counted
from negotrack.views.lines import Line, Piece, indented, line, paragraph
from negotrack.views.naming import party_words
from negotrack.views.predicates import Predicates
from negotrack.views.reasons import Reasons
from negotrack.views.stories.evidence import Evidence
from negotrack.views.theme import OUTCOMES, SILENT, STANCES, UNICODE, Glyphs, Style
from negotrack.views.uncounted import why_uncounted
from negotrack.views.view import View
from negotrack.visible import visible

_KEY = 12
"""How wide the column of the keys is."""
_WIDEST = 32
"""How wide a column of names may get."""


@final
@frozen(eq=False, repr=False)
class DemandStory(View):
    """The story of a demand: what became of it, who stands where, and everything that was said of it, in order."""

    talks: Negotiation
    state: State
    id: str

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width but for addresses."""
        evidence = Evidence(self.talks, self.state, glyphs, width)
        standing = self.state.standing(self.id)
        yield from self._head(standing, width)
        yield line()
        for key, text in self.facts(Explanations(self.state).with_outcome):
            yield from evidence.hung(key, text, _KEY)
        for section in (
            self._positions(glyphs, evidence),
            self._claims(evidence),
            self._statements(evidence),
            self._waiting(width),
        ):
            lines = list(section)
            if lines:
                yield line()
                yield from lines
        yield from evidence.sources()

    @property
    def _demand(self) -> Demand:
        return next(demand for demand in self.state.demands if demand.id == self.id)

    @cached_property
    def _rounds(self) -> dict[str, tuple[int, Round]]:
        """The rounds so far by id, with their numbers."""
        return {
            round_.id: (number, round_)
            for number, round_ in enumerate(self.talks.rounds[: self.state.number], 1)
        }

    def _head(self, standing: Standing, width: int | None) -> Iterator[Line]:
        state, explanations = self.state, Explanations(self.state)
        yield from paragraph(f"{state.numbers[self.id]} {visible(self._demand.title)}", width, Style.BOLD, 2)
        words = ("provisionally " if standing.is_provisional else "") + standing.outcome
        if standing.since:
            number, round_ = self._rounds[standing.since]
            words += f" since round {number}, {spoken(round_.date)}"
        yield from paragraph(words, width, OUTCOMES[standing.outcome], 2)
        qualities = list(explanations.qualities(standing)) if standing.outcome is Outcome.AGREED else []
        if qualities:
            first, *rest = qualities
            yield from paragraph(f"{'; '.join([first[0].upper() + first[1:], *rest])}.", width)
        is_bare = standing.outcome is Outcome.UNRAISED and not standing.is_composite
        sentences = "Nobody has a position on it." if is_bare else " ".join(explanations.because(standing))
        if sentences:
            yield from paragraph(sentences, width)

    def facts(self, named: Callable[[str], str]) -> Iterator[tuple[str, str]]:
        """Give what is to be known of it besides what was said, each behind its key; demands as they are named."""
        demand, standing = self._demand, self.state.standing(self.id)
        related = [
            ("part of", [demand.part_of] if demand.part_of else []),
            ("parts", [one.id for one in self.state.demands if one.part_of == self.id]),
            ("excludes", demand.excludes),
            ("requires", demand.requires),
            ("succeeds", demand.succeeds),
        ]
        yield "id", self.id
        for key, ids in related:
            if ids:
                yield key, "; ".join(map(named, ids))
        if standing.replaced_by:
            replaced_by = "; ".join(map(named, standing.replaced_by))
            yield "replaced by", f"{replaced_by}, since {spoken(self._replaced_in.date)}"
        yield "decided by", "its parts" if standing.is_composite else self._deciders()
        if demand.final:
            yield "final", "nothing is agreed for good until everything is agreed"
        yield from self._texts()
        if demand.tags:
            yield "tags", visible(", ".join(demand.tags))
        if demand.note:
            yield "note", visible(demand.note)

    @property
    def _replaced_in(self) -> Round:
        """The first round of the unbroken run of rounds at whose end it is replaced."""
        number = self.state.number
        while number > 1 and self.talks.at(number - 1).standing(self.id).replaced_by:
            number -= 1
        return self.talks.rounds[number - 1]

    def _deciders(self) -> str:
        terms, reasons = (
            Terms(self.talks.parties, self.talks.between, self.talks.decision),
            Reasons.of(self.state),
        )
        between, standing = self.state.between(self.id), self.state.standing(self.id)
        deciders: Sequence[str] = standing.deciders
        if standing.outcome is Outcome.UNRAISED:  # whose silence leaves the count only once it is raised
            deciders = [party for party in between if party not in self.state.inactive]
        names = enumerated(map(reasons.named, deciders)) if deciders else "nobody"
        others = [
            f"{reasons.named(party)} ({why_uncounted(self.state, party, self.id)})"
            for party in between
            if party not in deciders
        ]
        uncounted = f"; not counted: {', '.join(others)}" if others else ""
        return f"{names}; {rule_words(terms.rule(self._demand), reasons)}{uncounted}"

    def _texts(self) -> Iterator[tuple[str, str]]:
        reasons = Reasons.of(self.state)
        versions = self.state.versions(self.id)
        for version in versions:
            text = visible(version.text) if version.text else "not recorded"
            marks = []
            if version.said and version.made_in:
                by = enumerated([reasons.named(holder) for holder in version.said.says.holders])
                marks.append(f"by {by}, {spoken(self._rounds[version.made_in][1].date)}")
            if version is versions[-1] and len(versions) > 1:
                marks.append("current")
            if version.text or len(versions) > 1:
                yield f"text {version.number}", f"{text} ({', '.join(marks)})" if marks else text

    def _positions(self, glyphs: Glyphs, evidence: Evidence) -> Iterator[Line]:
        """Give a row for each party that has a position, or whose word is awaited."""
        says, standing = Predicates(self.state, tells_new=False), self.state.standing(self.id)
        rows = [party for party in self.state.parties if says.of(party.id, standing)]
        if rows:
            yield line(Piece("Positions", Style.BOLD))
        widest = min(_WIDEST, max((cell_len(party_words(party)) for party in rows), default=0))
        for party in rows:
            position = self.state[party.id, self.id]
            symbol, when = self._marked(position, glyphs)
            reports = says.reports(self.state.accounts(party.id, self.id))
            uncounted = says.uncounted(party.id, position, standing)
            words = f"{symbol} {says.stands(position)}{uncounted}{when}{reports}"
            yield from evidence.hung("  " + party_words(party), words, widest + 4, Style.NONE)

    def _marked(self, position: Position, glyphs: Glyphs) -> tuple[str, str]:
        """Give the symbol of a position, and since when it is held."""
        match position:
            case Held():
                return glyphs.symbol(STANCES[position.stance]), f", {self._when(position)}"
            case Lapsed(was=was):
                return f"({glyphs.symbol(STANCES[was.stance])})", ""
            case Silent():
                return glyphs.symbol(SILENT), ""
            case _:
                assert_never(position)

    def _when(self, held: Held) -> str:
        since = f"since {spoken(self._rounds[held.since][1].date)}"
        if held.said_in == held.since:
            return since
        return f"{since}, restated {spoken(self._rounds[held.said_in][1].date)}"

    def _claims(self, evidence: Evidence) -> Iterator[Line]:
        claims = [
            (round_, claim)
            for _, round_ in self._rounds.values()
            for claim in round_.claims
            if claim.demand == self.id
        ]
        if claims:
            yield line(Piece("Claimed outcomes", Style.BOLD))
        for round_, claim in claims:
            yield from evidence.claim(claim, round_)

    def _statements(self, evidence: Evidence) -> Iterator[Line]:
        is_first = True
        for number, round_ in self._rounds.values():
            statements = [said for said in round_.statements if self.id in said.says.demands]
            if statements and is_first:
                yield line(Piece("Statements, in order", Style.BOLD))
                is_first = False
            if statements:
                yield from evidence.round_line(number, round_)
            for said in statements:
                yield from evidence.said(said, round_, is_named=False)
                yield from self._text_made(said, number, evidence)

    def _text_made(self, said: Statement, number: int, evidence: Evidence) -> Iterator[Line]:
        """Say which text an amendment made; of the last of a round also whose positions it let lapse for good."""
        made = self._made.get((id(said), number))
        if made:
            is_last = made == self.talks.at(number).version(self.id).number
            lapsed = self._lapsed_in(number) if is_last else []
            more = f"; lapsed: {', '.join(lapsed)}" if lapsed else ""
            yield from evidence.dim(f"text {made} made{more}")

    @cached_property
    def _made(self) -> dict[tuple[int, int], int]:
        """The number of the text that each amendment made, by the amendment and the number of its round."""
        versions = [one for one in self.state.versions(self.id) if one.made_in]
        return {(id(one.said), self._rounds[one.made_in][0]): one.number for one in versions if one.made_in}

    def _lapsed_in(self, number: int) -> list[str]:
        after, before = self.talks.at(number), self.talks.at(number - 1 or "start")
        says, reasons = Predicates(after), Reasons.of(after)
        return [
            f"{reasons.named(party.id)} ({says.held(position.was)})"
            for party in after.parties
            if isinstance(position := after[party.id, self.id], Lapsed)
            and not isinstance(before[party.id, self.id], Lapsed)
        ]

    def _waiting(self, width: int | None) -> Iterator[Line]:
        """Say what waits for it."""
        waiting = awaited.conditions(self.state, with_package=True).get(self.id, ())
        if waiting:
            explanations = Explanations(self.state)
            yield line(Piece("Waiting for it", Style.BOLD))
            for party, demand in waiting:
                text = f"{explanations.noun(party, demand)} of {explanations.named(demand)}"
                yield from indented(text, 2, width)


def rule_words(rule: Decision, reasons: Reasons) -> str:
    """Say by which rule a demand is decided.

    Examples:
        >>> rule_words(Decision("3/5", silence="absent", veto=["us"]), Reasons({"us": "USA"}, {}))
        '3/5 of those who count, the silent do not count, veto: USA'
    """
    for name, known in DECISIONS.items():
        if rule == known:
            return name
    words = [_needed(rule), _SILENCE[rule.silence]]
    if rule.veto:
        words.append(f"veto: {', '.join(map(reasons.named, rule.veto))}")
    return ", ".join(filter(None, words))


def _needed(rule: Decision) -> str:
    """Say how many assents a rule needs."""
    match rule.needs:
        case int(number):
            return counted(number, "assent")
        case "all" | "majority" as word:
            return word
        case share:
            return f"{share} of those who count"


_SILENCE = {
    Silence.NEITHER: "",
    Silence.ASSENT: "the silent assent",
    Silence.ABSENT: "the silent do not count",
}
"""What the silence of a decider counts as, where it counts."""
