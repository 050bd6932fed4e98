"""Of what parts is a report made, before they are laid out?"""

from collections.abc import Sequence
from typing import NamedTuple

from negotrack.views.diff import DiffView
from negotrack.views.matrix import Matrix


class Opening(NamedTuple):
    """What it is about, as of when, and how things stand in figures."""

    title: str
    as_of: str
    counts: str
    """Blank where nothing is counted."""


class Fact(NamedTuple):
    """What is to be known of the talks, behind its key."""

    key: str
    texts: Sequence[str] = ()
    happened: Sequence[tuple[str, str]] = ()
    """What happened, in order: the number of a round, or blank, and what it was."""


class Facts(NamedTuple):
    """What is to be known of the talks first."""

    facts: Sequence[Fact]


class Positions(NamedTuple):
    """The table of who stands where."""

    matrix: Matrix


class Demands(NamedTuple):
    """Demands with one outcome."""

    head: str
    texts: Sequence[tuple[str, str]]
    """The number of each, and what is said of it."""
    numbers: int
    """How wide the widest number of any demand is."""


class Section(NamedTuple):
    """Sentences under a head; nothing where there are none."""

    head: str
    sentences: Sequence[str]


class Moves(NamedTuple):
    """What moved, under a head."""

    head: str
    diff: DiffView


class Tasks(NamedTuple):
    """Who is to do what, under a head."""

    head: str
    tasks: Sequence[tuple[str, str]]


Part = Opening | Facts | Positions | Demands | Section | Moves | Tasks
"""A part of a report. Its texts are safe to show."""
