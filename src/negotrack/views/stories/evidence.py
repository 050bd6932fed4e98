"""How is a statement told, with what it rests on?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import final

from negotrack.claimed import derived
from negotrack.model.citations import Citation
from negotrack.model.claims import Claim
from negotrack.model.rounds import Round
from negotrack.model.sources import Source
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import enumerated
from negotrack.state import State
from negotrack.views.days import spoken
from negotrack.views.grammar import genitive
from negotrack.views.lines import Line, Piece, hanging, indented, line
from negotrack.views.naming import round_words, source_words
from negotrack.views.reasons import Reasons
from negotrack.views.theme import STANCES, Glyphs, Style
from negotrack.visible import visible

_SAID = 5
"""How far what was said stands in, below the round that it was said in."""
_DEED = 7
"""How far what a party said stands in, below the demand that it is about."""
_PROOF = 9
"""How far the evidence stands in."""


@final
class Evidence:
    """What the statements of a negotiation rest on, as of a round. It takes note of the sources that it names."""

    def __init__(
        self, talks: Negotiation, state: State, glyphs: Glyphs, width: int | None, *, about: str = ""
    ) -> None:
        self._about = about
        """The source that it is all about: it goes without saying."""
        self._talks = talks
        self._glyphs = glyphs
        self._width = width
        self._reasons = Reasons.of(state)
        self._titles = {demand.id: visible(demand.title) for demand in talks.demands}
        self._sources = {source.id: source for source in talks.sources}
        self._left_out: dict[tuple[int, str], list[str]] = {}
        for words in state.left_out:
            self._left_out.setdefault((id(words.said), words.said_in), []).append(words.reason)
        self._named: dict[str, None] = {}

    def round_line(self, number: int, round_: Round) -> Iterator[Line]:
        """Give the line above what was said in a round."""
        yield from self.hung(f"  {number}", round_words(round_), _SAID, Style.NONE)

    def hung(self, key: str, text: str, indent: int, style: Style = Style.DIM) -> Iterator[Line]:
        """Give a text behind a key, all its lines beginning in one column."""
        yield from hanging(Piece(visible(key), style), text, self._width, indent)

    def said(self, said: Statement, round_: Round, *, is_named: bool) -> Iterator[Line]:
        """Give a statement and its evidence.

        Args:
            said: the statement.
            round_: the round in which it was made.
            is_named: whether its demands are named; else it is plain from what surrounds it which one is meant.
        """
        for symbol, style, words in self.sentences(said, is_named=is_named):
            head = Piece(" " * _SAID + symbol, style)
            yield from hanging(head, words, self._width, _SAID + 2)
        yield from self.proof(said, round_)

    def deed(self, said: Statement, round_: Round, party: str) -> Iterator[Line]:
        """Give what a party said on a demand that is plain, or what was said for it, with when, and the evidence."""
        words = self._predicate(said, is_named=False)
        giver = said.according_to
        if party not in said.says.holders:
            words += f", through {enumerated([self._reasons.named(holder) for holder in said.says.holders])}"
        elif giver and giver != party:
            words = f"by {genitive(self._reasons.named(giver))} account {words}"
        place = f" {visible(round_.place)}" if round_.place else ""
        yield from indented(f"{spoken(round_.date)}{place}: {words}", _DEED, self._width)
        yield from self.proof(said, round_)

    def proof(self, said: Statement, round_: Round) -> Iterator[Line]:
        """Give what a statement rests on: its words, where they are written, and notes."""
        if said.quote:
            yield from indented(f'"{visible(said.quote)}"', _PROOF, self._width)
        if said.text:
            yield from indented(f"text: {visible(said.text)}", _PROOF, self._width)
        yield from self._cited_in(round_.citations(said))
        for remark in self.remarks(said, round_):
            yield from self.dim(remark)

    def remarks(self, said: Statement, round_: Round) -> Iterator[str]:
        """Say what else is to be known of a statement: when it was made, a note, what is left out of it."""
        if said.date:
            yield f"said on {spoken(said.date)}"
        if said.note:
            yield f"note: {visible(said.note)}"
        for reason in self._left_out.get((id(said), round_.id), ()):
            yield f"left out: {visible(reason)}"

    def _cited_in(self, citations: Sequence[Citation]) -> Iterator[Line]:
        """Give where it is written; of the source that it is all about, only the place."""
        for citation in citations:
            if citation.id != self._about:
                yield from self.dim(self.named(citation))
            elif citation.locator:
                yield from self.dim(visible(citation.locator))
        if not citations:
            yield from self.dim("no source")

    def claim(self, claim: Claim, round_: Round, *, about: str = "") -> Iterator[Line]:
        """Give a claim, what is derived in its place, and where it is written.

        Args:
            claim: the claim.
            round_: the round that it is recorded in.
            about: what it is about; "": that is plain, and when it was is said.
        """
        yield from indented(self.claim_words(claim, round_, about=about), _SAID, self._width)
        yield from self._cited_in(round_.citations(claim))
        if claim.note:
            yield from self.dim(f"note: {visible(claim.note)}")

    def claim_words(self, claim: Claim, round_: Round, *, about: str = "") -> str:
        """Say what a claim says, and what is derived in its place."""
        found = derived(self._talks, round_, claim) or "no such demand"
        compared = "the same" if found == claim.outcome else found
        giver = claim.according_to
        teller = f", by {genitive(self._reasons.named(giver))} account" if giver else ""
        return f"{about or spoken(round_.date)}: {claim.outcome}{teller} (derived: {compared})"

    def claimed(self, claim: Claim, round_: Round) -> Iterator[Line]:
        """Give a claim with what it is about."""
        yield from self.claim(claim, round_, about=f"claimed outcome of {self.demands([claim.demand])}")

    def named(self, citation: Citation) -> str:
        """Name a source, and where in it: at first `[iria] IRIA (analyst), p. 1`, then `[iria] p. 2`."""
        source = self._sources.get(citation.id)
        words = []
        if citation.id not in self._named:
            words.append(source_words(source) if source else "no such source")
            if source and source.date:
                words.append(spoken(source.date))
        if citation.locator:
            words.append(visible(citation.locator))
        self._named[citation.id] = None
        return f"[{visible(citation.id)}] {', '.join(words)}".rstrip()

    def sources(self) -> Iterator[Line]:
        """Give the full titles and addresses of the sources that were named so far."""
        named = [self._sources[id_] for id_ in self._named if id_ in self._sources]
        if named:
            yield line()
            yield line(Piece("Sources", Style.BOLD))
        for source in named:
            yield from self.source(source)

    def source(self, source: Source) -> Iterator[Line]:
        """Give the full title and the address of a source."""
        details = [visible(source.title), *([visible(source.publisher)] if source.publisher else [])]
        if source.date:
            details.append(spoken(source.date))
        yield from indented(f"[{source.id}] {', '.join(details)}", 2, self._width)
        if source.url:
            yield line(Piece("    "), Piece(visible(source.url), Style.DIM))

    def demands(self, demands: Iterable[str]) -> str:
        """Name demands with their numbers: `Unblocking (8), Zangezur corridor (8.1)`."""
        return ", ".join(
            f"{self._titles[demand]} ({self._reasons.numbers[demand]})"
            if demand in self._titles
            else visible(demand)
            for demand in demands
        )

    def dim(self, text: str) -> Iterator[Line]:
        """Give a text as evidence stands: well in, and receding."""
        yield from indented(text, _PROOF, self._width, Style.DIM)

    def sentences(self, said: Statement, *, is_named: bool) -> Iterator[tuple[str, Style, str]]:
        """Give what is established of a statement, and what is an account, each with its symbol and style.

        An account has no symbol: the words say whose it is, and the stance is not the holder's own.
        """
        giver = said.according_to
        own = [holder for holder in said.says.holders if giver in (None, holder)]
        reported = [holder for holder in said.says.holders if holder not in own]
        face = STANCES[said.says.stance]
        if own:
            yield self._glyphs.symbol(face), face.style, self._words(said, own, is_named=is_named)
        if reported and giver:
            told = f"by {genitive(self._reasons.named(giver))} account {self._words(said, reported, is_named=is_named)}"
            yield "", Style.NONE, told

    def _words(self, said: Statement, holders: Sequence[str], *, is_named: bool) -> str:
        names = enumerated([self._reasons.named(holder) for holder in holders])
        return f"{names} {self._predicate(said, is_named=is_named, plural=len(holders) > 1)}"

    def _predicate(self, said: Statement, *, is_named: bool, plural: bool = False) -> str:
        """Say what was said, without who said it: `provisionally accepts if 5, a red line`."""
        says = said.says
        words = [
            *(["provisionally"] if says.provisional else []),
            says.stance.plural if plural else says.stance.value,
            *(["on" * says.stance.takes_on, self.demands(says.demands)] if is_named else []),
            *([f"({said.reservation})"] if said.reservation else []),
            *(["if", self._reasons.numbered(says.conditions)] if says.conditions else []),
        ]
        extras = [
            *([f"of text {said.version}"] if said.version else []),
            *(["a red line"] if said.red_line else []),
        ]
        return ", ".join([" ".join(filter(None, words)), *extras])
