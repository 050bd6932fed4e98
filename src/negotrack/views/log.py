"""What happened, round by round?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import assert_never, final

from attrs import field, frozen

from negotrack.blocs import Blocs
from negotrack.calendar import Calendar
from negotrack.course import Chapter, chapters, interleaved, narrowed
from negotrack.errors import NoSuchParty
from negotrack.fields import once
from negotrack.model.sources import Event
from negotrack.negotiation import Negotiation
from negotrack.sentence import enumerated
from negotrack.views import summary
from negotrack.views.chart import chart
from negotrack.views.days import spoken
from negotrack.views.grammar import counted
from negotrack.views.happenings import Happening, Happenings
from negotrack.views.lines import Line, Piece, flowed, indented, measure, padded, paragraph, separated
from negotrack.views.naming import event_proof, event_words, round_words, span_words
from negotrack.views.reasons import Reasons
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_INDENT = 3
_WAY = 11
"""How wide the column of the words of changes and movements is."""
_LEAST = 16
"""With less room for what happened, it is told in sentences."""


@final
@frozen(eq=False)
class Gap:
    """Rounds one after the other in which nothing happened that was chosen to be told, and the events among them."""

    rounds: Sequence[Chapter]
    """The rounds; at least one."""
    events: int
    """How many events there were, the ones just before and after included."""

    def words(self) -> str:
        """Say which rounds these are, and what there was: `5 to 7  nothing of what is shown changed; 2 restated`."""
        first, last = self.rounds[0].number, self.rounds[-1].number
        numbers = str(first) if first == last else f"{first} to {last}"
        restated = sum(len(one.restated) for one in self.rounds)
        parts = [
            "nothing of what is shown changed",
            *([f"{restated} restated"] if restated else []),
            *([counted(self.events, "event")] if self.events else []),
        ]
        return f"{numbers}  {'; '.join(parts)}"


@final
@frozen(eq=False, repr=False)
class Log(View):
    r"""The course of a negotiation: the counts after each round, then what happened in each, events in between.

    Moves that were undone in the same round are told, too. Nothing is hidden without being counted.

    Raises:
        NoSuchParty: a party that is to be shown is not there.
        NoSuchDemand: a demand that is to be shown is not there.
        NoSuchRound: there is no round from which on it is to be told.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(Log(seed("sochi-2022"), demands=["corridor"])).splitlines()[-3:], sep="\n")
           blocked    8.1  Zangezur corridor: Armenia refuses
           opening    8.1   »  Azerbaijan: proposes
           opening    8.1   X  Armenia: rejects
    """

    talks: Negotiation
    parties: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """The ids of the parties whose moves are told, and the outcomes that these had a part in; none: all."""
    demands: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """The ids of the demands that are told of, each with its parts; none: all."""
    since: str | int | date | None = field(default=None, kw_only=True)
    """The first round that is told of, by its id, its number, or the day on which it is not yet over; None: the first
    of all."""

    def __attrs_post_init__(self) -> None:
        _ = self.course  # which raises where what is asked for is not there

    @cached_property
    def start(self) -> int:
        """The number of the first round that is told of; one more than there are where none is."""
        if isinstance(self.since, date):
            day = self.since.date() if isinstance(self.since, datetime) else self.since
            ended = [round_.date.latest < day for round_ in self.talks.rounds]
            return next((number for number, is_over in enumerate(ended, 1) if not is_over), len(ended) + 1)
        return 1 if self.since is None else max(1, self.talks.round_number(self.since))

    @cached_property
    def course(self) -> Sequence[Chapter]:
        """What is told of each round."""
        known = {party.id: None for party in self.talks.parties}
        for party in self.parties:
            if party not in known:
                raise NoSuchParty(party, known)
        demands = {entry.demand.id for entry in self.talks.now.within(self.demands)}
        blocs = Blocs(self.talks.parties, Calendar.of(self.talks.rounds))
        told = chapters(self.talks)[self.start - 1 :]
        return [narrowed(one, self.parties, demands, blocs) for one in told]

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each happening on a line of its own."""
        blocks: list[Iterable[Line]] = [
            self._heading(width),
            chart(list(self.counts()), [one.after.counts for one in self.course], width, glyphs),
        ]
        for one in self.told():
            match one:
                case Event():
                    blocks.append(_event(one, width))
                case Chapter():
                    blocks.append(self._block(one, width, glyphs))
                case Gap():
                    blocks.append(paragraph(one.words(), width, indent=_INDENT))
                case _:
                    assert_never(one)
        yield from separated(blocks)

    def told(self) -> Iterator[Chapter | Event | Gap]:
        """Give what is told, in order: all rounds and events, or what was chosen.

        Of that, rounds in which something happened are told, and what lies between them in one.
        """
        chapters = {one.number: one for one in self.course}
        course = [
            one if isinstance(one, Event) else chapters[one] for one in interleaved(self.talks, self.start)
        ]
        if not self._is_chosen:
            yield from course
            return
        for is_told, group in groupby(course, lambda one: isinstance(one, Chapter) and not one.is_empty):
            ones = list(group)
            rounds = [one for one in ones if isinstance(one, Chapter)]
            yield from ones if is_told or not rounds else [Gap(rounds, len(ones) - len(rounds))]

    @property
    def _is_chosen(self) -> bool:
        return bool(self.parties or self.demands)

    def heading(self) -> Iterator[str]:
        """Say over which rounds it is, how things stand at their end, and how much of it is told."""
        talks, rounds = self.talks, self.talks.rounds
        if not rounds:
            yield "No rounds yet."
            return
        yield f"{counted(len(rounds), 'round')}, {span_words(rounds)}"
        if talks.now.counts.total:
            yield summary.counts(talks.now)
        yield from self._shown()

    def _shown(self) -> Iterator[str]:
        """Count what is told of, where that is not everything."""
        talks, parts = self.talks, []
        if len(self.course) < len(talks.rounds):
            parts.append(f"{len(self.course)} of {counted(len(talks.rounds), 'round')}")
        if self.demands:
            parts.append(f"{len(list(talks.now.within(self.demands)))} of {len(talks.demands)} demands")
        if self.parties:
            named = enumerated(map(Reasons.of(talks.now).named, self.parties))
            parts.append(f"{len(self.parties)} of {len(talks.parties)} parties ({named})")
        if parts:
            yield f"Shown: {', '.join(parts)}."

    def _heading(self, width: int | None) -> Iterator[Line]:
        yield from paragraph(visible(self.talks.title), width, Style.BOLD)
        for text in self.heading():
            yield from paragraph(text, width, indent=2)

    def counts(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Give for each round its number, its date, and how many demands are agreed, pending and rejected after it.

        None where only a part is told of: the counts are of all demands.
        """
        for one in () if self._is_chosen else self.course:
            found = one.after.counts
            agreed = f"{found.agreed} of {found.total}"
            yield str(one.number), spoken(one.round.date), agreed, str(found.pending), str(found.rejected)

    def _block(self, chapter: Chapter, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
        yield from paragraph(f"{chapter.number}  {round_words(chapter.round)}", width, Style.BOLD, _INDENT)
        said = ""
        for one in self.happenings(chapter, glyphs):
            is_repeated = width is not None and one.way == said
            yield from _happening(one, self._numbers, width, is_repeated=is_repeated)
            said = one.way
        for text in (*self.rest(chapter), *self.left_out(chapter)):
            yield from indented(text, _INDENT, width)

    def rest(self, chapter: Chapter) -> Iterator[str]:
        """Say how much was restated in a round, and whether anything happened in it at all."""
        restated = [f"{len(chapter.restated)} restated"] if chapter.restated else []
        if not chapter.is_still or self._is_chosen:
            yield from restated
        elif chapter.round.statements or chapter.round.claims:
            yield ", ".join(["nothing changed", *restated])
        else:
            yield "nothing was recorded"

    @staticmethod
    def left_out(chapter: Chapter) -> Iterator[str]:
        """Say what was said in a round and is left out, and why."""
        yield from summary.left_out_of(chapter.left_out)

    def happenings(self, chapter: Chapter, glyphs: Glyphs) -> Iterator[Happening]:
        """Give what happened in a round, line by line."""
        return self._happenings.of(chapter, glyphs)

    @cached_property
    def _happenings(self) -> Happenings:
        return Happenings(self.talks)

    @cached_property
    def _numbers(self) -> int:
        return max(map(len, self.talks.now.numbers.values()), default=0) + 2


def _event(event: Event, width: int | None) -> Iterator[Line]:
    yield from indented(f"- {event_words(event)}", 1, width)
    if proof := event_proof(event):
        yield from indented(proof, _INDENT, width, Style.DIM)


def _happening(one: Happening, numbers: int, width: int | None, *, is_repeated: bool) -> Iterator[Line]:
    """Give what happened in columns, or as a sentence where there is no room for them."""
    face = [one.symbol, Piece(" ")] if one.symbol else []
    indent = _INDENT + _WAY + numbers + sum(measure(piece.text) for piece in face)
    if width is not None and width - indent < _LEAST:
        words: Line = [Piece(f"{one.way} ", one.style), Piece(f"{one.number} "), *one.said]
        for line in flowed(words, width - 2 * _INDENT, _INDENT):
            yield [Piece(" " * _INDENT), *line]
        return
    head = [
        Piece(" " * _INDENT),
        Piece(padded("" if is_repeated else one.way, _WAY), one.style),
        Piece(padded(one.number, numbers), Style.DIM),
        *face,
    ]
    inner = None if width is None else width - indent
    for place, line in enumerate(flowed(one.said, inner, indent)):
        yield line if place else [*head, *line]


def log(
    talks: Negotiation,
    *,
    parties: Iterable[str] = (),
    demands: Iterable[str] = (),
    since: str | int | date | None = None,
) -> Log:
    r"""Give the course of a negotiation to print: `print(log(talks))`, or in a terminal `rich.print(log(talks))`.

    Args:
        talks: the negotiation.
        parties: the ids of the parties whose moves are told; none: all.
        demands: the ids of the demands that are told of, each with its parts; none: all.
        since: the first round that is told of, by its id, its number, 1 being the first of all, or the day on which it
            is not yet over; None: the first of all.

    Raises:
        NoSuchParty: there is no such party.
        NoSuchDemand: there is no such demand.
        NoSuchRound: there is no such round.
        TypeError: it is no negotiation, but for example a state.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(log(seed("sochi-2022"), demands=["corridor"])).splitlines()[-4:], sep="\n")
        1  31 Oct 2022, Sochi, Trilateral summit
           blocked    8.1  Zangezur corridor: Armenia refuses
           opening    8.1   »  Azerbaijan: proposes
           opening    8.1   X  Armenia: rejects
    """
    if not isinstance(talks, Negotiation):
        raise TypeError(f"a log is of a negotiation, not of {talks!r}")
    return Log(talks, parties=parties, demands=demands, since=since)
