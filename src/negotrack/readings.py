"""What does a record make of each party's words on each demand, and from where?

A statement may have several holders and several demands: it means the same as one for each pair. So two records that
put the same words together differently have the same readings.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, final

from attrs import frozen

from negotrack.journal import Cell
from negotrack.model.rounds import Round
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation


@final
@frozen
class Reading:
    """What a record makes of one party's word on one demand, in one round.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> reading = compare(talks, talks.saying("russia accepts treaty")).readings[0].reading
        >>> print(reading)
        russia on treaty: accepts
        >>> reading.cell, reading.is_account
        (Cell(party='russia', demand='treaty'), False)
    """

    __module__ = "negotrack"

    round: Round
    party: str
    demand: str
    said: Statement
    """The statement that has it; it may be about other parties and demands as well."""

    @property
    def cell(self) -> Cell:
        """The party and the demand."""
        return Cell(self.party, self.demand)

    @property
    def is_account(self) -> bool:
        """Whether it is another's account of the party's word."""
        return self.said.according_to not in (None, self.party)

    def differences(self, other: "Reading") -> tuple[str, ...]:
        """Give the names of the aspects in which two readings differ, in the order of `ASPECTS`.

        Examples:
            >>> from negotrack import seed
            >>> found = {one.cell: one for one in readings(seed("sochi-2022"))}
            >>> found["azerbaijan", "corridor"].differences(found["armenia", "corridor"])
            ('stance', 'source', 'quote', 'note')
        """
        return tuple(name for name, of in ASPECTS.items() if of(self) != of(other))

    def __str__(self) -> str:
        return f"{self.party} on {self.demand}: {words(self)}"


class Aspect(NamedTuple):
    """One thing in which readings can differ."""

    of: Callable[[Reading], object]
    is_said: bool
    """Whether it is a part of what was said, and not of the evidence for it."""

    def __call__(self, reading: Reading) -> object:
        """Give it of a reading."""
        return self.of(reading)


ASPECTS: Mapping[str, Aspect] = {
    "stance": Aspect(lambda one: one.said.says.stance, is_said=True),
    "conditions": Aspect(lambda one: frozenset(one.said.says.conditions), is_said=True),
    "provisional": Aspect(lambda one: one.said.says.provisional, is_said=True),
    "according_to": Aspect(lambda one: one.said.according_to if one.is_account else None, is_said=True),
    "red_line": Aspect(lambda one: one.said.red_line, is_said=True),
    "reservation": Aspect(lambda one: one.said.reservation, is_said=True),
    "version": Aspect(lambda one: one.said.version, is_said=True),
    "text": Aspect(lambda one: one.said.text, is_said=True),
    "source": Aspect(lambda one: frozenset(one.round.citations(one.said)), is_said=False),
    "locator": Aspect(lambda one: None if one.round.citations(one.said) else one.said.locator, is_said=False),
    "quote": Aspect(lambda one: one.said.quote, is_said=False),
    "date": Aspect(lambda one: one.said.date, is_said=False),
    "note": Aspect(lambda one: one.said.note, is_said=False),
    "tags": Aspect(lambda one: frozenset(one.said.tags), is_said=False),
}
"""In what readings can differ: first what was said, then the evidence. A source given by the round is the source of
what is said in it."""


def said(reading: Reading) -> tuple[object, ...]:
    """Give what was said, without the evidence for it: equal where two readings say the same of a cell."""
    return tuple(of(reading) for of in ASPECTS.values() if of.is_said)


def whole(reading: Reading) -> tuple[object, ...]:
    """Give a reading with its evidence, but without its round and cell, to be compared."""
    return tuple(of(reading) for of in ASPECTS.values())


def words(reading: Reading, named: Callable[[str], str] = str) -> str:
    """Say what was said.

    Args:
        reading: what a record makes of it.
        named: gives the name of a party.

    Examples:
        >>> from negotrack import seed
        >>> words(next(readings(seed("sochi-2022"))))
        'accepts'
    """
    says, of = reading.said.says, reading.said
    parts = [
        *(["provisionally"] if says.provisional else []),
        says.stance,
        *([f"({of.reservation})"] if of.reservation else []),
        *(["if", " and ".join(says.conditions)] if says.conditions else []),
    ]
    more = [
        *([f"by {named(str(of.according_to))}'s account"] if reading.is_account else []),
        *(["a red line"] if of.red_line else []),
        *([f"of text {of.version}"] if of.version is not None else []),
    ]
    return ", ".join([" ".join(parts), *more])


def readings(talks: Negotiation) -> Iterator[Reading]:
    """Give all readings of a record, in order.

    Examples:
        >>> from negotrack import Demand, Party, Round
        >>> talks = Negotiation(
        ...     "Pay talks",
        ...     parties=[Party("union", "Union")],
        ...     demands=[Demand("pay", "4%"), Demand("hours", "38 hours")],
        ...     rounds=[Round("march", "2026-03-02", statements=["union proposes pay and hours"])],
        ... )
        >>> [str(reading) for reading in readings(talks)]
        ['union on pay: proposes', 'union on hours: proposes']
    """
    for round_ in talks.rounds:
        yield from _of(round_)


def by_cell(round_: Round) -> Mapping[Cell, Sequence[Reading]]:
    """Give the readings of a round by their cells, in order."""
    found: dict[Cell, list[Reading]] = {}
    for one in _of(round_):
        found.setdefault(one.cell, []).append(one)
    return found


def _of(round_: Round) -> Iterator[Reading]:
    for one in round_.statements:
        for demand in one.says.demands:
            for party in one.says.holders:
                yield Reading(round_, party, demand, one)
