"""Which dossiers come with negotrack, and what is in them?"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import final

from attrs import frozen

from negotrack.negotiation import Negotiation
from negotrack.views import summary
from negotrack.views.grammar import counted
from negotrack.views.lines import Line, Piece, hanging, indented, line, measure, paragraph, separated
from negotrack.views.naming import span_words
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

HEADS = ("name", "title", "dates", "rounds", "parties", "demands", "statements", "outcome")
"""The heads of the columns where they are a table."""

_GAP = 2
_FILES = "Their files:"


@final
@frozen(eq=False, repr=False)
class SeedList(View):
    r"""Dossiers, by name: what each is about, from when to when, how much it holds and how it came out.

    Examples:
        >>> from negotrack import seed
        >>> seeds = {"sochi-2022": seed("sochi-2022")}
        >>> print(*str(SeedList(seeds, Path("seeds"))).splitlines()[:4], sep="\n")
        sochi-2022  Sochi trilateral summit, 31 October 2022
                    1 round, 31 Oct 2022
                    3 parties, 10 demands, 11 statements
                    4 of 10 agreed, 1 rejected, 5 pending
    """

    seeds: Mapping[str, Negotiation]
    folder: Path
    """Where their files are."""

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:  # noqa: ARG002 - as every view
        """Give its lines, none wider than a width but for the folder; without one, each fact on a line of its own."""
        indent = max((measure(visible(name)) for name in self.seeds), default=0) + _GAP
        entries = [_entry(name, talks, width, indent) for name, talks in self.seeds.items()]
        yield from separated([*entries, self._end(width)])

    def rows(self) -> Iterator[Sequence[str]]:
        """Give the facts of each, in the order of the heads."""
        for name, talks in self.seeds.items():
            sizes = (len(talks.rounds), len(talks.parties), len(talks.demands), talks.statement_count)
            told = (visible(name), visible(talks.title), span_words(talks.rounds), *map(str, sizes))
            yield [*told, summary.counts(talks.now)]

    def use(self) -> str:
        """Say what the names are for, with that of the shortest dossier as the example."""
        if not self.seeds:
            return "No dossier came with this negotrack."
        shortest = min(self.seeds, key=lambda name: self.seeds[name].statement_count)
        return f"Every command takes these names: negotrack report {visible(shortest)}"

    def _end(self, width: int | None) -> Iterator[Line]:
        yield from paragraph(self.use(), width, indent=_GAP)
        if self.seeds:
            # The folder is never broken, so that it can be copied.
            where = visible(str(self.folder))
            if width is None or measure(f"{_FILES} {where}") <= width:
                yield line(f"{_FILES} {where}")
            else:
                yield from paragraph(_FILES, width)
                yield line(where)


def _entry(name: str, talks: Negotiation, width: int | None, indent: int) -> Iterator[Line]:
    head = Piece(visible(name), Style.BOLD)
    if width is not None and indent - _GAP > width // 3:
        yield from paragraph(head.text, width, head.style, indent=_GAP)
        for fact in _facts(talks):
            yield from indented(fact, _GAP, width)
        return
    for fact in _facts(talks):
        yield from hanging(head, fact, width, indent)
        head = Piece("")


def _facts(talks: Negotiation) -> Iterator[str]:
    yield visible(talks.title)
    rounds = talks.rounds
    yield f"{counted(len(rounds), 'round')}, {span_words(rounds)}" if rounds else "No rounds yet."
    sizes = [
        counted(len(talks.parties), "party", "parties"),
        counted(len(talks.demands), "demand"),
        counted(talks.statement_count, "statement"),
    ]
    yield ", ".join(sizes)
    yield summary.counts(talks.now)
