"""How far do two coders agree, told in lines?"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import final

from attrs import frozen

from negotrack.codings import NOTHING, Agreement, Coded, Criterion, Measure, Over
from negotrack.coefficients import Undefined
from negotrack.outline import outline
from negotrack.readings import ASPECTS, Reading, words
from negotrack.stances import Stance
from negotrack.views.comparison import ComparisonView, Part, Told, part_lines
from negotrack.views.grammar import counted
from negotrack.views.lines import Line, paragraph, separated
from negotrack.views.naming import party_names, round_words
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

CODES = (*(stance.value for stance in Stance), NOTHING)
"""The codes of stances, in the order in which they are told."""


@final
@frozen(eq=False, repr=False)
class AgreementView(View):
    r"""How far two coders agree, to print: the measures, what each made of the other's cells, where they differ.

    Examples:
        >>> from negotrack import agreement, seed
        >>> talks = seed("sochi-2022")
        >>> print(*str(AgreementView(agreement(talks, talks))).splitlines()[3:5], sep="\n")
        The same stance
          where both coders recorded something: 15 of 15 (100.0 %), kappa 1.000, alpha 1.000
    """

    of: Agreement

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:  # noqa: ARG002 - as every view
        """Give its lines, none wider than a width; without one, each as wide as it likes. It needs no glyphs."""
        yield from separated([self._heading(width), *(part_lines(part, width) for part in self.parts())])

    def _heading(self, width: int | None) -> Iterator[Line]:
        title, *more = self.heading()
        yield from paragraph(title, width, Style.BOLD)
        for text in more:
            yield from paragraph(text, width, indent=2)

    def heading(self) -> Iterator[str]:
        """Say what was coded, and how much of it both coders have."""
        yield visible(self.of.second.title)
        silent = self.of.size - len(self.of.cells)
        if not self.of.size:
            yield "The records have no cell in common: are they of one negotiation?"
            return
        yield f"{counted(self.of.size, 'cell')} that both records have; {silent} silent in both"
        apart = zip(("first", "second"), self.of.apart, strict=True)
        told = [f"{counted(number, 'cell')} of the {which}" for which, number in apart if number]
        if told:
            yield f"In no figure below: {' and '.join(told)}, on what the other record does not have."

    def parts(self) -> Iterator[Part]:
        """Give what was compared with what, the measures, the stances of both, and the cells in which they differ."""
        yield from ComparisonView(self.of.comparison).unlike()
        for criterion in Criterion:
            yield Part(
                _HEADS[criterion],
                [Told(_measured(one)) for one in self.of.measures if one.criterion is criterion],
            )
        if rows := list(self._rows()):
            yield Part("What the second coder has, by what the first has", rows)
        yield from self._differing()

    def _rows(self) -> Iterator[Told]:
        """Say for each stance of the first coder what the second made of these cells."""
        for code in CODES:
            row = [(other, self.of.table.get((code, other), 0)) for other in CODES]
            told = [f"{number} {other}" for other, number in row if number]
            if told:
                yield Told(f"{code}: {', '.join(told)}")

    def _differing(self) -> Iterator[Part]:
        """Give the cells in which the coders made something else of what was said."""
        apart = [one for one in self.of.cells if not one.agrees(Criterion.SAID)]
        rounds = {round_.id: (n, round_) for n, round_ in enumerate(self.of.second.rounds, 1)}
        for id_, group in groupby(apart, lambda one: one.round):
            number, round_ = rounds[id_]
            yield Part(f"{number}  {round_words(round_)}", list(map(self._told, group)))

    def _told(self, one: Coded) -> Told:
        first, second = self._words(one.first), self._words(one.second)
        aspects = one.first.differences(one.second) if one.first and one.second else ()
        where = f"{self._parties[one.party]} on {self._demands[one.demand]}"
        said = [aspect for aspect in aspects if ASPECTS[aspect].is_said]
        return Told(f"{where}: {first}; {second}" + (f" ({', '.join(said)})" if said else ""))

    def _words(self, reading: Reading | None) -> str:
        return (
            NOTHING if reading is None else visible(words(reading, lambda id_: self._parties.get(id_, id_)))
        )

    @cached_property
    def _parties(self) -> Mapping[str, str]:
        return party_names(self.of.second.parties)

    @cached_property
    def _demands(self) -> Mapping[str, str]:
        return {e.demand.id: f"{e.number} {visible(e.demand.title)}" for e in outline(self.of.second.demands)}


_HEADS = {Criterion.STANCE: "The same stance", Criterion.SAID: "The same in all that was said"}
_OVER = {
    Over.BOTH: "where both coders recorded something",
    Over.EITHER: "where at least one did, silence being a code",
    Over.ALL: "in all cells, silence being a code",
}


def _measured(one: Measure) -> str:
    """Say how far coders agree: `where both coders recorded something: 35 of 37 (94.6 %), kappa 0.910, alpha 0.911`."""
    kappa, alpha = map(value_words, (one.kappa, one.alpha))
    share = f" ({share_words(one)})" if one.cells else ""
    return f"{_OVER[one.over]}: {one.alike} of {one.cells}{share}, kappa {kappa}, alpha {alpha}"


def share_words(one: Measure) -> str:
    """Give a share in per cent, rounded, but for the last tenths: 100.0 % is all, and 0.0 % is none.

    Examples:
        >>> share_words(Measure(Criterion.STANCE, Over.ALL, 6392, 6387, Undefined.ONE_CATEGORY, Undefined.ONE_CATEGORY))
        '99.9 %'
    """
    tenths = (2000 * one.alike + one.cells) // (2 * one.cells)
    if one.alike not in {0, one.cells}:
        tenths = min(max(tenths, 1), 999)
    return f"{tenths / 10:.1f} %"


def value_words(value: Fraction | Undefined) -> str:
    """Give a coefficient with three digits, or say why it has no value.

    Examples:
        >>> value_words(Fraction(2, 21)), value_words(Undefined.ONE_CATEGORY)
        ('0.095', 'undefined (all codes are the same)')
    """
    return f"undefined ({value})" if isinstance(value, Undefined) else f"{float(value):.3f}"
