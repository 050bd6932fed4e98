"""How does one record of a negotiation differ from another, told in lines?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, assert_never, final

from attrs import field, frozen

from negotrack.alignment import title_of
from negotrack.comparison import Comparison
from negotrack.course import chapter
from negotrack.differences import Added, Edited, OnlyNew, OnlyOld, Recoding, Removed, Reread
from negotrack.model.rounds import Round
from negotrack.outline import outline
from negotrack.positions import sides
from negotrack.readings import Reading, words
from negotrack.sentence import enumerated
from negotrack.views.grammar import counted
from negotrack.views.happenings import Happenings
from negotrack.views.lines import Line, indented, paragraph, plain, separated
from negotrack.views.naming import party_names, round_words
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible


class Told(NamedTuple):
    """A sentence, and what is told beneath it."""

    text: str
    below: Sequence[str] = ()


class Part(NamedTuple):
    """Sentences under a head."""

    head: str
    told: Sequence[Told]


@final
@frozen(eq=False, repr=False)
class ComparisonView(View):
    r"""A comparison to print: ids, things and fields, what is read otherwise in each round, and what follows from that.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> view = ComparisonView(compare(talks, talks.saying("russia accepts non-force")))
        >>> print(*str(view).splitlines()[5:7], sep="\n")
        1  31 Oct 2022, Sochi, Trilateral summit
          added: Russia on 1 No force and no threat of force: accepts
    """

    of: Comparison
    evidence: bool = field(default=False, kw_only=True)
    """Whether readings are told of that differ in their evidence alone; else they are counted."""

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each as wide as it likes."""
        yield from separated(
            [self._heading(width), *(part_lines(part, width) for part in self.parts(glyphs))]
        )

    def _heading(self, width: int | None) -> Iterator[Line]:
        title, *more = self.heading()
        yield from paragraph(title, width, Style.BOLD)
        for text in more:
            yield from paragraph(text, width, indent=2)

    def heading(self) -> Iterator[str]:
        """Say what is compared, and how much differs."""
        yield visible(self.of.new.title)
        for which, talks in (("old", self.of.given), ("new", self.of.new)):
            rounds, statements = (
                counted(len(talks.rounds), "round"),
                counted(talks.statement_count, "statement"),
            )
            yield f"{which} record: {rounds}, {statements}"
        yield self._sum()

    def _sum(self) -> str:
        """Say how much differs."""
        if not self.of:
            return "Nothing differs."
        found = Counter(_way(one) for one in self._recoded)
        parts = [f"{number} {way}" for way, number in found.items()]
        parts += [counted(len(self._news), "new round")] if self._news else []
        demands = {outcome.demand for outcome in self.of.outcomes}
        parts += [f"{counted(len(demands), 'demand')} with another outcome"] if demands else []
        return f"{', '.join(parts)}." if parts else "What was said is the same."

    def parts(self, glyphs: Glyphs = UNICODE) -> Iterator[Part]:
        """Give what differs, under heads; heads with nothing under them are left out."""
        found = (
            *self.unlike(glyphs, without=self._news),
            Part("Edited", list(self._edited())),
            *self._read(glyphs),
            Part("Other evidence for the same words", list(self._counted())),
            Part("What follows, as of the rounds of both records", list(self._following(glyphs))),
            *self._moved(glyphs),
        )
        yield from (part for part in found if part.told)

    def unlike(self, glyphs: Glyphs = UNICODE, *, without: Sequence[Round] = ()) -> Iterator[Part]:
        """Give what has another id in the new record, and what only one of the records has, without some rounds."""
        found = (
            Part("Renamed", list(self._renamed(glyphs))),
            Part("Only in the old record", list(self._only(OnlyOld, without))),
            Part("Only in the new record", list(self._only(OnlyNew, without))),
        )
        yield from (part for part in found if part.told)

    def _renamed(self, glyphs: Glyphs) -> Iterator[Told]:
        for one in self.of.renamings:
            yield Told(f"{one.kind} {one.old} {glyphs.arrow} {one.new}: {visible(one.title)}")

    def _only(self, which: type[OnlyOld | OnlyNew], without: Sequence[Round]) -> Iterator[Told]:
        told_apart = {round_.id for round_ in without}
        for one in self.of.things:
            is_told_apart = isinstance(one.what, Round) and one.what.id in told_apart
            if isinstance(one, which) and not is_told_apart:
                yield Told(f"{type(one.what).__name__.lower()} {one.what.id}: {visible(title_of(one.what))}")

    def _edited(self) -> Iterator[Told]:
        for (kind, id_), group in groupby(self.of.edits, lambda one: (one.kind, one.id)):
            of = f"{kind} {id_}" if kind else "the negotiation"
            yield Told(f"{of}: {', '.join(map(_edit, group))}")

    @cached_property
    def _news(self) -> Sequence[Round]:
        """The rounds that only the newer record has: what moved in them is told, not that it was added."""
        return [
            one.what for one in self.of.things if isinstance(one, OnlyNew) and isinstance(one.what, Round)
        ]

    @cached_property
    def _recoded(self) -> Sequence[Recoding]:
        """What was added, taken out or read otherwise in rounds that are not new."""
        new = {round_.id for round_ in self._news}
        return [one for one in self.of.readings if one.reading.round.id not in new]

    def _read(self, glyphs: Glyphs) -> Iterator[Part]:
        """Give for each round what is read otherwise."""
        numbers = {round_.id: str(n) for n, round_ in enumerate(self.of.new.rounds, 1)}
        for round_, group in groupby(self._recoded, lambda one: one.reading.round.id):
            ones = [one for one in group if self.evidence or not _is_evidence(one)]
            if ones:
                of = next(
                    (one.reading.round for one in ones if not isinstance(one, Removed)), ones[0].reading.round
                )
                head = f"{numbers.get(round_, 'gone')}  {round_words(of)}"
                yield Part(head, [self._reading(one, glyphs) for one in ones])

    def _reading(self, one: Recoding, glyphs: Glyphs) -> Told:
        reading = one.reading
        who = f"{_way(one)}: {self._party(reading.party)} on {self._demand(reading.demand)}"
        match one:
            case Added() | Removed():
                return Told(f"{who}: {self._words(reading)}")
            case Reread():
                before, after = self._words(one.old), self._words(one.new)
                said = before if before == after else f"{before} {glyphs.arrow} {after}"
                return Told(f"{who}: {said} ({', '.join(one.aspects)})", list(_quoted(one)))
            case _:
                assert_never(one)

    def _counted(self) -> Iterator[Told]:
        """Count the readings that differ in their evidence alone, where these are not told."""
        found = [one for one in self._recoded if isinstance(one, Reread) and not one.is_said_otherwise]
        if found and not self.evidence:
            aspects = Counter(aspect for one in found for aspect in one.aspects)
            listed = ", ".join(f"{number} {aspect}" for aspect, number in aspects.items())
            yield Told(f"{counted(len(found), 'reading')}: {listed}")

    def _following(self, glyphs: Glyphs) -> Iterator[Told]:
        """Say for each demand what becomes of its outcome, and beneath, who stands elsewhere."""
        told: dict[str, list[str]] = {}
        for outcome in self.of.outcomes:
            change = f"{visible(str(outcome.old))} {glyphs.arrow} {visible(str(outcome.new))}"
            told.setdefault(outcome.demand, []).append(f"{change}, {self._as_of(outcome.rounds)}")
        moved: dict[str, list[str]] = {}
        for position in self.of.positions:
            old, new = map(visible, sides(position.old, position.new))
            change = f"{self._party(position.party)}: {old} {glyphs.arrow} {new}"
            moved.setdefault(position.demand, []).append(f"{change}, {self._as_of(position.rounds)}")
        order = {demand: place for place, demand in enumerate(self._numbers)}
        for demand in sorted({*told, *moved}, key=order.__getitem__):
            outcomes = told.get(demand, ["the same outcome throughout"])
            yield Told(f"{self._demand(demand)}: {'; '.join(outcomes)}", moved.get(demand, ()))

    def _moved(self, glyphs: Glyphs) -> Iterator[Part]:
        """Tell what moved in the rounds that only the newer record has."""
        new = {round_.id for round_ in self._news}
        if not new:
            return
        happenings = Happenings(self.of.new)
        for number, round_ in enumerate(self.of.new.rounds, 1):
            if round_.id in new:
                told = [
                    Told(" ".join(filter(None, (one.way, one.number, plain(one.said)))))
                    for one in happenings.of(chapter(self.of.new, number), glyphs)
                ]
                yield Part(
                    f"{number}  {round_words(round_)}: a new round",
                    told or [Told("nothing changed" if round_.statements else "nothing was recorded")],
                )

    def _as_of(self, rounds: Sequence[str]) -> str:
        """Name rounds by their numbers in the newer record: `as of rounds 3 to 5 and 7`."""
        numbers = {round_.id: n for n, round_ in enumerate(self.of.new.rounds, 1)}
        return f"as of {'round' if len(rounds) == 1 else 'rounds'} {spans(sorted(numbers[id_] for id_ in rounds))}"

    def _words(self, reading: Reading) -> str:
        return visible(words(reading, lambda party: self._parties.get(party, party)))

    def _party(self, party: str) -> str:
        return self._parties.get(party, visible(party))

    def _demand(self, demand: str) -> str:
        return self._numbers.get(demand, visible(demand))

    @cached_property
    def _parties(self) -> Mapping[str, str]:
        return {**party_names(self.of.old.parties), **party_names(self.of.new.parties)}

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        """What demands are called: with their numbers in the newer record; those that it has not, with their ids."""
        new = {e.demand.id: f"{e.number} {visible(e.demand.title)}" for e in outline(self.of.new.demands)}
        old = {one.id: f"{one.id} {visible(one.title)}" for one in self.of.old.demands}
        return new | {id_: title for id_, title in old.items() if id_ not in new}


def spans(numbers: Sequence[int]) -> str:
    """Name numbers in order, those that follow one another together.

    Examples:
        >>> spans([1, 3, 4, 5, 8, 9])
        '1, 3 to 5 and 8 to 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return enumerated(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def part_lines(part: Part, width: int | None) -> Iterator[Line]:
    """Give sentences under a head as lines."""
    yield from paragraph(part.head, width, Style.BOLD)
    for one in part.told:
        yield from indented(one.text, 2, width)
        for text in one.below:
            yield from indented(text, 6, width)


def _way(one: Recoding) -> str:
    match one:
        case Added():
            return "added"
        case Removed():
            return "removed"
        case Reread():
            return "re-read" if one.is_said_otherwise else "re-read in its evidence alone"
        case _:
            assert_never(one)


def _is_evidence(one: Recoding) -> bool:
    return isinstance(one, Reread) and not one.is_said_otherwise


def _edit(one: Edited) -> str:
    """Name a field; with what it held and holds, where that is short. Of rounds and of statements it is their order."""
    old, new = (visible(str(value)) for value in (one.old, one.new))
    if one.field == "rounds":
        return "rounds in another order"
    if one.field == "statements":
        return "statements of one party on one demand in another order"
    is_short = all(isinstance(value, str) and len(value) < _SHORT for value in (one.old, one.new))
    return f"{one.field} ({old}, now {new})" if is_short else one.field


_SHORT = 40
"""How long a text is at most that is shown whole beside another."""


def _quoted(one: Reread) -> Iterator[str]:
    """Give the quotes of both readings, where they differ."""
    if "quote" in one.aspects:
        for which, reading in (("old", one.old), ("new", one.new)):
            quote = reading.said.quote
            yield f'{which}: "{visible(quote)}"' if quote else f"{which}: no quote"
