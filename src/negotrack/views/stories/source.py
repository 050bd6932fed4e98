"""What is the story of a source: what does the record take from it?"""

from collections.abc import Iterator
from typing import final

from attrs import frozen

from negotrack.citing import Note, is_bare, notes
from negotrack.events import events
from negotrack.model.citations import names
from negotrack.model.claims import Claim
from negotrack.model.rounds import Round
from negotrack.model.sources import Source
from negotrack.negotiation import Negotiation
from negotrack.sentence import enumerated
from negotrack.state import State
from negotrack.views.days import spoken
from negotrack.views.grammar import counted
from negotrack.views.lines import Line, Piece, indented, line, paragraph
from negotrack.views.naming import event_words
from negotrack.views.stories.evidence import Evidence
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_KEY = 12


@final
@frozen(eq=False, repr=False)
class SourceStory(View):
    """The story of a source: what it is, and every statement, claim and event that rests on it."""

    talks: Negotiation
    state: State
    id: str

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width but for addresses."""
        evidence = Evidence(self.talks, self.state, glyphs, width, about=self.id)
        source = next(source for source in self.talks.sources if source.id == self.id)
        yield from paragraph(visible(source.title), width, Style.BOLD, 2)
        yield from paragraph(self._summed_up(), width)
        yield line()
        for key, text in self._facts(source):
            yield from evidence.hung(key, text, _KEY)
        if source.url:
            yield line(Piece("address".ljust(_KEY), Style.DIM), Piece(visible(source.url)))
        for number, round_ in enumerate(self._past, 1):
            yield from self._round(number, round_, evidence)
        cited_by = [event for event in events(self.talks, self.state.number) if names(event.source, self.id)]
        if cited_by:
            yield line()
            yield line(Piece("Events", Style.BOLD))
        for event in cited_by:
            yield from indented(f"{event_words(event)}", 2, width)
        if self._notes:
            yield line()
            yield line(Piece("Notes that name it", Style.BOLD))
        for note in self._notes:
            yield from indented(f"{visible(note.about)}: {visible(note.text)}", 2, width)

    @property
    def _past(self) -> tuple[Round, ...]:
        return self.talks.rounds[: self.state.number]

    @property
    def _notes(self) -> list[Note]:
        return [note for note in notes(self.talks, self.state.number) if self.id in note.sources]

    def _summed_up(self) -> str:
        statements = sum(
            self._is_cited(round_, place) for round_ in self._past for place in range(len(round_.statements))
        )
        claims = sum(len(self._claims(round_)) for round_ in self._past)
        past = sum(names(event.source, self.id) for event in events(self.talks, self.state.number))
        bare = sum(self._is_bare(round_) for round_ in self._past)
        kinds = (
            (bare, "round"),
            (statements, "statement"),
            (claims, "claim"),
            (past, "event"),
            (len(self._notes), "note"),
        )
        several = [counted(number, word) for number, word in kinds if number]
        return f"Cited for {enumerated(several)}." if several else "Cited for nothing so far."

    def _is_bare(self, round_: Round) -> bool:
        """Tell whether it is the source of a round in which there is nothing else to cite it for."""
        return is_bare(round_) and names(round_.source, self.id)

    def _is_cited(self, round_: Round, place: int) -> bool:
        return names(round_.citations(round_.statements[place]), self.id)

    def _claims(self, round_: Round) -> list[Claim]:
        return [claim for claim in round_.claims if names(round_.citations(claim), self.id)]

    def _facts(self, source: Source) -> Iterator[tuple[str, str]]:
        yield "id", source.id
        if source.publisher:
            yield "publisher", visible(source.publisher)
        if source.tier:
            yield "tier", source.tier
        if source.date:
            yield "date", spoken(source.date)
        if source.file:
            yield "file", visible(source.file)
        if source.note:
            yield "note", visible(source.note)

    def _round(self, number: int, round_: Round, evidence: Evidence) -> Iterator[Line]:
        statements = [said for place, said in enumerate(round_.statements) if self._is_cited(round_, place)]
        claims = self._claims(round_)
        if statements or claims or self._is_bare(round_):
            yield line()
            yield from evidence.round_line(number, round_)
        for said in statements:
            yield from evidence.said(said, round_, is_named=True)
        for claim in claims:
            yield from evidence.claimed(claim, round_)
