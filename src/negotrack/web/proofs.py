"""What was said of every demand, and where is it written? As plain data, a table for each demand, party and round."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import final

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.model.citations import Citation
from negotrack.model.claims import Claim
from negotrack.model.rounds import Round
from negotrack.model.sources import Source
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import enumerated
from negotrack.views.days import spoken
from negotrack.views.explanations import Explanations
from negotrack.views.lines import plain
from negotrack.views.log import Log
from negotrack.views.naming import source_words
from negotrack.views.reasons import Reasons
from negotrack.views.stories.demand import DemandStory
from negotrack.views.stories.evidence import Evidence
from negotrack.views.stories.party import PartyStory
from negotrack.views.theme import UNICODE
from negotrack.visible import visible
from negotrack.web.replay import Data
from negotrack.work import Work, watched

_LINK = re.compile(r"https?://[^\s/?#][^\s]*", re.IGNORECASE | re.ASCII)
"""An address that a page may lead to."""


@final
class Proofs:
    """The evidence of one negotiation, to be written into a page. Parties, rounds and sources go by their places."""

    def __init__(self, talks: Negotiation) -> None:
        self._talks = talks
        self._start = talks.at("start")
        self._reasons = Reasons.of(talks.now)
        self._evidence = Evidence(talks, talks.now, UNICODE, None)
        self._blocs = Blocs(talks.parties, Calendar.of(talks.rounds))
        self._parties = {party.id: place for place, party in enumerate(talks.parties)}
        self._sources = {source.id: place for place, source in enumerate(talks.sources)}
        self._round_numbers = {round_.id: number for number, round_ in enumerate(talks.rounds, 1)}

    def sources(self) -> Sequence[Data]:
        """Give the sources, in the order of the dossier."""
        return [_source(source) for source in self._talks.sources]

    def demands(self) -> Iterator[Data]:
        """Give for each demand, in the order of the outline, its facts, texts, statements and claims."""
        said: dict[str, list[Data]] = {}
        claimed: dict[str, list[Data]] = {}
        for number, round_ in enumerate(watched(self._talks.rounds, Work.EVIDENCE), 1):
            for one in round_.statements:
                told = self._said(one, round_, number)
                for demand in dict.fromkeys(one.says.demands):
                    said.setdefault(demand, []).append(told)
            for claim in round_.claims:
                claimed.setdefault(claim.demand, []).append(self._claim(claim, round_, number))
        named = Explanations(self._start).named
        for entry in self._talks.now.outline:
            demand = entry.demand.id
            yield {
                "facts": list(DemandStory(self._talks, self._start, demand).facts(named)),
                "texts": list(self._texts(demand)),
                "said": said.get(demand, []),
                "claims": claimed.get(demand, []),
            }

    def parties(self) -> Iterator[Data]:
        """Give for each party its facts, and of which demands it says what others said."""
        told = self._told
        for party in self._talks.parties:
            facts = PartyStory(self._talks, self._talks.now, party.id).facts()
            yield {"facts": list(facts), "tells": sorted(told.get(party.id, ()))}

    @property
    def _told(self) -> Mapping[str, AbstractSet[int]]:
        """For each party the places of the demands of which it says what others said."""
        places = {entry.demand.id: place for place, entry in enumerate(self._talks.now.outline)}
        found: dict[str, set[int]] = {}
        for round_ in self._talks.rounds:
            for said in round_.statements:
                if said.according_to and {*said.says.holders} - {said.according_to}:
                    about = {places[demand] for demand in said.says.demands if demand in places}
                    found.setdefault(said.according_to, set()).update(about)
        return found

    @staticmethod
    def rounds(log: Log) -> Iterator[Data]:
        """Give for each round what happened in it, as the log has it."""
        for told in watched(log.course, Work.COURSE):
            yield {
                "happened": [
                    [one.way, one.number, one.symbol.text.strip() if one.symbol else "", plain(one.said)]
                    for one in log.happenings(told, UNICODE)
                ],
                "rest": [*log.rest(told), *log.left_out(told)],
            }

    def _texts(self, demand: str) -> Iterator[Data]:
        """Give the texts of a demand that was amended."""
        for version in self._talks.now.versions(demand):
            if version.said and version.made_in:
                by = enumerated([self._reasons.named(holder) for holder in version.said.says.holders])
                yield {
                    "round": self._round_numbers[version.made_in],
                    "number": version.number,
                    "text": visible(version.text) if version.text else "not recorded",
                    "by": by,
                }

    def _said(self, said: Statement, round_: Round, number: int) -> Data:
        """Give a statement: what it says, of whom, by whose account, and where that is written."""
        told = {
            "round": number,
            "says": list(self._sentences(said, number)),
            "quote": visible(said.quote or ""),
            "text": visible(said.text or ""),
            "cites": [self._cited(citation) for citation in round_.citations(said)],
            "remarks": list(self._evidence.remarks(said, round_)),
        }
        return {key: value for key, value in told.items() if value}

    def _sentences(self, said: Statement, number: int) -> Iterator[Sequence[object]]:
        """Give what a statement says: symbol, style, words, by whose account, and whose position it is of."""
        giver = said.according_to
        own = [holder for holder in said.says.holders if giver in {None, holder}]
        others = [holder for holder in said.says.holders if holder not in own]
        tellers = [(holders, by) for holders, by in ((own, ""), (others, giver)) if holders]
        sentences = self._evidence.sentences(said, is_named=False)
        for (symbol, style, words), (holders, by) in zip(sentences, tellers, strict=True):
            speaking = {*holders}.union(*(self._blocs.members(holder, number) for holder in holders))
            places = sorted(self._parties[party] for party in speaking & self._parties.keys())
            yield [symbol, style.name.lower(), words, by, places]

    def _claim(self, claim: Claim, round_: Round, number: int) -> Data:
        return {
            "round": number,
            "words": self._evidence.claim_words(claim, round_),
            "cites": [self._cited(citation) for citation in round_.citations(claim)],
            "remarks": [f"note: {visible(claim.note)}"] if claim.note else [],
        }

    def _cited(self, citation: Citation) -> Sequence[object]:
        """Give the place of a source, or its id where there is no such source, and where in it."""
        return [
            self._sources.get(citation.id, visible(citation.id)),
            *([visible(citation.locator)] if citation.locator else []),
        ]


def _source(source: Source) -> Data:
    """Give a source; of its address a link only where it leads to a site."""
    url = source.url or ""
    details = [visible(source.publisher)] if source.publisher else []
    return {
        "id": source.id,
        "words": source_words(source),
        "title": visible(source.title).strip() or source.id,
        "details": ", ".join([*details, *([spoken(source.date)] if source.date else [])]),
        "url": visible(url),
        "is_link": url == visible(url) and bool(_LINK.fullmatch(url)),
        "note": visible(source.note or ""),
    }
