"""What is the story of a round?"""

from collections.abc import Iterator
from typing import final

from attrs import frozen

from negotrack.model.rounds import Meeting, Round
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.days import spoken
from negotrack.views.lines import Line, Piece, line, paragraph
from negotrack.views.naming import round_words
from negotrack.views.reasons import Reasons
from negotrack.views.stories.evidence import Evidence
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_KEY = 12


@final
@frozen(eq=False, repr=False)
class RoundStory(View):
    """The story of a round: when and where it was, who was there, and what was said in it, in full."""

    talks: Negotiation
    id: str

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width but for addresses."""
        number = self.talks.round_number(self.id)
        round_, state = self.talks.rounds[number - 1], self.talks.at(number)
        evidence = Evidence(self.talks, state, glyphs, width)
        yield from paragraph(f"Round {number}: {round_words(round_)}", width, Style.BOLD, 2)
        yield from paragraph(f"After it: {summary.counts(state)}", width, indent=2)
        yield line()
        for key, text in self._facts(round_, state):
            yield from evidence.hung(key, text, _KEY)
        yield line()
        yield line(Piece("Statements, in order", Style.BOLD))
        if not round_.statements:
            yield line("  None.")
        for said in round_.statements:
            yield from evidence.said(said, round_, is_named=True)
        yield from self._claims(round_, evidence)
        yield from evidence.sources()

    def _facts(self, round_: Round, state: State) -> Iterator[tuple[str, str]]:
        reasons = Reasons.of(state)
        yield "id", round_.id
        if round_.format:
            yield "format", visible(round_.format)
        if round_.mediators:
            yield "mediators", ", ".join(map(reasons.named, round_.mediators))
        if round_.present is not None:
            yield "present", ", ".join(map(reasons.named, round_.present)) or "nobody"
        for delegate in round_.delegates:
            yield "delegate", f"{reasons.named(delegate.party)}: {visible(delegate.person)}"
        for meeting in round_.meetings:
            yield "meeting", _meeting_words(meeting, reasons)
        if round_.tags:
            yield "tags", visible(", ".join(round_.tags))
        if round_.note:
            yield "note", visible(round_.note)

    def _claims(self, round_: Round, evidence: Evidence) -> Iterator[Line]:
        if round_.claims:
            yield line()
            yield line(Piece("Claimed outcomes", Style.BOLD))
        for claim in round_.claims:
            yield from evidence.claimed(claim, round_)


def _meeting_words(meeting: Meeting, reasons: Reasons) -> str:
    words = [
        *([visible(meeting.title)] if meeting.title else []),
        *([spoken(meeting.date)] if meeting.date else []),
        *([visible(meeting.place)] if meeting.place else []),
    ]
    if meeting.present is not None:
        words.append(f"present: {', '.join(map(reasons.named, meeting.present)) or 'nobody'}")
    if meeting.note:
        words.append(visible(meeting.note))
    return "; ".join(words) or "no details"
