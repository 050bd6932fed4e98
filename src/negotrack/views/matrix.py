"""Who stands where on what? A state as a table that fits the window, or as sentences."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, final

from attrs import field, frozen

from negotrack.errors import NoSuchDemand, NoSuchParty, NoSuchTag
from negotrack.fields import choice, once
from negotrack.model.claims import Outcome
from negotrack.model.parties import Party, Role
from negotrack.outline import Entry
from negotrack.state import Standing, State
from negotrack.views import summary
from negotrack.views.cells import Cell, Cells
from negotrack.views.layout import Form, Head, Row, Table, Window, table_lines, windows
from negotrack.views.legend import conditions, legend
from negotrack.views.lines import Line, line, paragraph
from negotrack.views.listing import listing
from negotrack.views.naming import party_words
from negotrack.views.reasons import Reasons
from negotrack.views.theme import OUTCOMES, UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_NARROW = 40
"""Below so many columns a table is told in sentences instead."""


def _outcomes(given: Iterable[str]) -> tuple[Outcome, ...]:
    return tuple(choice(Outcome, one) for one in once(given))


class Sheet(NamedTuple):
    """A table, and what belongs to it; each is to be gone through once."""

    table: Iterable[Line]
    reasons: Sequence[str]
    """Who stands in the way, where the rows have no room for it."""
    legend: Iterable[Line]


@final
@frozen(eq=False)
class Matrix(View):
    r"""A state as a table: a row for each demand, a column for each party, and the outcome.

    As a text it has one line for each demand, however wide, with words in the cells, so that it can be searched line
    by line. Printed by rich it fits the window. Principals have a column, and so has whoever else has spoken; the
    others are named below. Nothing is hidden without being counted.

    Raises:
        NoSuchParty: a party that is to be shown is not there.
        NoSuchDemand: a demand that is to be shown is not there.
        NoSuchTag: no demand has a tag that is asked for.
        ValueError: an outcome that is asked for is none.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(Matrix(seed("sochi-2022").now)).splitlines()[-3:], sep="\n")
        4 of 10 agreed, 1 rejected, 5 pending
        Silent throughout: Russia (mediator).
        if 5: counts once 5 is agreed
    """

    state: State
    parties: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """The ids of the parties to show; none: all."""
    demands: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """The ids of the demands to show, each with its parts; none: all."""
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=once)
    """Only demands with one of these tags; none: all."""
    outcomes: tuple[Outcome, ...] = field(default=(), kw_only=True, converter=_outcomes)
    """Only demands with one of these outcomes; none: all."""
    is_transposed: bool = field(default=False, kw_only=True)
    """Whether the parties have the rows and the demands the columns."""
    is_list: bool = field(default=False, kw_only=True)
    """Whether it is told in sentences, for screen readers and mail."""

    def __attrs_post_init__(self) -> None:
        known_parties = [party.id for party in self.state.parties]
        for party in self.parties:
            if party not in known_parties:
                raise NoSuchParty(party, known_parties)
        for demand in self.demands:
            if demand not in self.state.numbers:
                raise NoSuchDemand(demand, self.state.numbers)
        if self.tags:
            known_tags = dict.fromkeys(tag for demand in self.state.demands for tag in demand.tags)
            for tag in self.tags:
                if tag not in known_tags:
                    raise NoSuchTag(tag, known_tags)

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give its lines, none wider than a width; without one, each demand on a line of its own."""
        yield from heading(self.state, width)
        sheet = self.sheet(width, glyphs)
        yield from sheet.table
        yield from self._below(sheet.reasons, width)
        yield from sheet.legend

    def sheet(self, width: int | None, glyphs: Glyphs, *, has_reasons: bool = True) -> Sheet:
        """Give the table alone, and what belongs to it.

        Args:
            width: how wide it may be; None: as it likes.
            glyphs: what it is drawn with.
            has_reasons: whether it says who stands in the way.
        """
        if not self._rows:
            return Sheet(self._nothing(), [], [])
        if self.is_list or (width is not None and width < _NARROW):
            cells = [cell for _, _, row in self._rows for cell in row if cell]
            return Sheet(self._listing(width), [], conditions(cells, width))
        table = (
            self._transposed if self.is_transposed else self._table if has_reasons else self._without_reasons
        )
        parts = windows(table, width, glyphs)
        cells = [cell for column in table.distinct for cell in column]
        return Sheet(
            self._table_lines(table, parts, width, glyphs),
            self._reasons_below(parts[0]) if has_reasons else [],
            legend(cells, parts[0].form, width, glyphs),
        )

    def _nothing(self) -> Iterator[Line]:
        if self.state.round_count and not self._is_filtered:
            yield line("Nothing is on the table yet.")
            yield line()

    def _listing(self, width: int | None) -> Iterator[Line]:
        standings = [standing for _, standing, _ in self._rows]
        yield from listing(self.state, standings, [party.id for party in self._columns], width)
        yield line()

    def _table_lines(
        self, table: Table, parts: Sequence[Window], width: int | None, glyphs: Glyphs
    ) -> Iterator[Line]:
        for part in parts:
            if len(parts) > 1:
                what = "Demands" if self.is_transposed else "Parties"
                yield line(f"{what} {part.columns.start + 1} to {part.columns.stop} of {len(table.heads)}")
            yield from table_lines(table, part, width, glyphs)
            yield line()
        if self.is_transposed:
            yield from self._key(width, glyphs)
            yield line()

    def _below(self, reasons: Sequence[str], width: int | None) -> Iterator[Line]:
        """Give what stands under the table."""
        if self.state.counts.total:
            yield from paragraph(summary.counts(self.state), width, Style.BOLD, 2)
        for text in (*self._choice(), *reasons, *self.notes()):
            yield from paragraph(text, width, indent=2)

    def _choice(self) -> Iterator[str]:
        """Count what is shown where not everything is."""
        if self._is_filtered:
            yield (
                f"Shown: {len(self._rows)} of {len(self.state.demands)} demands, "
                f"{len(self._columns)} of {len(self.state.parties)} parties."
            )

    def notes(self) -> Iterator[str]:
        """Give the sentences under the table: what has no row or column, the package, what was left out."""
        state = self.state
        yield from summary.silent(state, self.silent)
        if not self._is_filtered:
            yield from summary.unraised(state)
        yield from summary.package(state)
        for words in summary.left_out(state.left_out):
            yield f"Left out: {words}"

    def around(self) -> Sequence[str]:
        """Give the texts above and below the table, the title first, then as of when it is."""
        state = self.state
        counts = [summary.counts(state)] if state.counts.total else []
        return [visible(state.title), summary.as_of(state), *counts, *self._choice(), *self.notes()]

    def grid(self) -> Sequence[Sequence[str]]:
        """Give the table cell by cell, in words, the heads first: number, demand, parties, outcome, reason."""
        heads = ["", "demand", *(party_words(party) for party in self._columns), "outcome", "reason"]
        rows = [
            [
                row.number,
                row.title,
                *(cell.words(UNICODE) if cell else "" for cell in row.cells),
                row.outcome,
                row.reason(Form.SYMBOLS),
            ]
            for row in self._table.rows
        ]
        return [heads, *rows]

    def _repr_html_(self) -> str:
        from negotrack.views.html import table  # noqa: PLC0415 - a terminal needs none

        return table(self.grid(), self.around())

    @property
    def shown(self) -> tuple[Sequence[str], Sequence[str]]:
        """The ids of the parties and of the demands that are asked for, silent and unraised ones included."""
        parties = self.parties or [party.id for party in self.state.parties]
        return parties, [entry.demand.id for entry in self._entries]

    def _reasons_below(self, window: Window) -> list[str]:
        """Give who stands in the way, where the rows have no room for it."""
        standings = [standing for _, standing, _ in self._rows]
        shown = [party.id for party in self._columns] if self.parties else None
        if self.is_transposed or (window.way.has_reasons and window.form is not Form.CHARACTERS):
            return []
        if window.way.has_reasons:  # in figures, which do not say who
            return list(self._reasons.by_party(standings, shown))
        replaced = [
            f"{self.state.numbers[standing.demand]} by {self._reasons.numbered(standing.replaced_by)}"
            for standing in standings
            if standing.replaced_by
        ]
        lines = [f"Replaced: {', '.join(replaced)}."] if replaced else []
        return [*lines, *self._reasons.by_party(standings, shown)]

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons.of(self.state)

    @property
    def _is_filtered(self) -> bool:
        return bool(self.parties or self.demands or self.tags or self.outcomes)

    @cached_property
    def _columns(self) -> Sequence[Party]:
        """The parties that have a column."""
        voices = set(self.state.voices)
        return [
            party
            for party in self.state.parties
            if (party.id in self.parties if self.parties else _has_column(party, voices))
        ]

    @property
    def silent(self) -> Sequence[Party]:
        """The parties that have no column because they have said nothing; none where columns were chosen."""
        if self.parties:
            return []
        columns = {party.id for party in self._columns}
        return [party for party in self.state.parties if party.id not in columns]

    @cached_property
    def _rows(self) -> Sequence[tuple[Entry, Standing, Sequence[Cell | None]]]:
        """The demands that have a row, with what became of them, and their cells."""
        cells, parties = Cells(self.state), [party.id for party in self._columns]
        return [
            (entry, standing, cells.row(parties, standing))
            for entry in self._entries
            if self.state.outcome(entry.demand.id) is not Outcome.UNRAISED
            for standing in [self.state.standing(entry.demand.id)]
        ]

    @property
    def _entries(self) -> Iterator[Entry]:
        """The demands that are asked for, in order."""
        entries = self.state.within(self.demands) if self.demands else self.state.outline
        return (entry for entry in entries if self._is_wanted(entry))

    def _is_wanted(self, entry: Entry) -> bool:
        has_tag = not self.tags or not set(self.tags).isdisjoint(entry.demand.tags)
        return has_tag and (not self.outcomes or self.state.outcome(entry.demand.id) in self.outcomes)

    @cached_property
    def _table(self) -> Table:
        return Table([_head(party) for party in self._columns], [self._row(*row) for row in self._rows])

    @property
    def _without_reasons(self) -> Table:
        return Table(self._table.heads, [row._replace(reason=_none) for row in self._table.rows])

    @property
    def _transposed(self) -> Table:
        """A row for each party, a column for each demand under its number; what the demands are stands in the key."""
        heads = [Head(entry.number, entry.number) for entry, _, _ in self._rows]
        rows = [
            Row(
                "", 0, party_words(party), [cells[place] for _, _, cells in self._rows], "", Style.NONE, _none
            )
            for place, party in enumerate(self._columns)
        ]
        return Table(heads, rows, corner="")

    def _key(self, width: int | None, glyphs: Glyphs) -> Iterator[Line]:
        """Give the rows of the demands without their cells: number, title, outcome and reason."""
        table = Table([], [self._row(entry, standing, []) for entry, standing, _ in self._rows])
        for part in windows(table, width, glyphs):
            yield from table_lines(table, part, width, glyphs)

    def _row(self, entry: Entry, standing: Standing, cells: Sequence[Cell | None]) -> Row:
        version = self.state.version(entry.demand.id).number
        text = f" (text {version})" if version > 1 else ""

        def reason(form: Form) -> str:
            match form:
                case Form.WORDS if cells:
                    return self._reasons.of_others(standing)
                case Form.CHARACTERS:
                    return self._reasons.in_figures(standing)
                case _:
                    return self._reasons.in_words(standing)

        return Row(
            entry.number,
            entry.depth,
            visible(entry.demand.title) + text,
            cells,
            ("~" if standing.is_provisional else "") + standing.outcome.value,
            OUTCOMES[standing.outcome],
            reason,
            is_dim=standing.outcome is Outcome.WITHDRAWN or bool(standing.replaced_by),
        )


def matrix(
    state: State,
    *,
    parties: Sequence[str] = (),
    demands: Sequence[str] = (),
    tags: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    transposed: bool = False,
    as_list: bool = False,
) -> Matrix:
    """Give a state as a table to print: `print(matrix(talks.now))`, or in a terminal `rich.print(matrix(talks.now))`.

    Args:
        state: what is shown.
        parties: the ids of the parties to show; none: all.
        demands: the ids of the demands to show, each with its parts; none: all.
        tags: only demands with one of these tags; none: all.
        outcomes: only demands with one of these outcomes; none: all.
        transposed: whether the parties have the rows and the demands the columns.
        as_list: whether it is told in sentences, for screen readers and mail.

    Raises:
        TypeError: it is no state, but for example the whole negotiation.
        NoSuchParty: a party that is to be shown is not there.
        NoSuchDemand: a demand that is to be shown is not there.
        NoSuchTag: no demand has a tag that is asked for.
        ValueError: an outcome that is asked for is none.
    """
    if not isinstance(state, State):
        raise TypeError(
            f"a matrix shows a state, such as `.now` or `.at(...)` of a negotiation, not {state!r}"
        )
    return Matrix(
        state,
        parties=parties,
        demands=demands,
        tags=tags,
        outcomes=outcomes,
        is_transposed=transposed,
        is_list=as_list,
    )


def heading(state: State, width: int | None) -> Iterator[Line]:
    """Give the lines above a table: what it is about, as of when."""
    yield from paragraph(visible(state.title), width, Style.BOLD)
    yield from paragraph(summary.as_of(state), width, indent=2)
    yield line()


def _has_column(party: Party, voices: set[str]) -> bool:
    return party.role is Role.PRINCIPAL or party.id in voices


def _head(party: Party) -> Head:
    role = "" if party.role is Role.PRINCIPAL else f"({party.role})"
    return Head(visible(party.name), party.id, role)


def _none(_: Form) -> str:
    return ""
