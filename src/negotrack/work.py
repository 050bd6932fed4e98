"""How far has work come that may take long, and who is told?

Work that is done in steps is wrapped once, where its steps are walked through. Who listens is known to the context that
the work is done in, so nothing in between has to hand it on; what is worked out does not depend on it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum, unique
from typing import TypeVar

T = TypeVar("T")


@unique
class Work(StrEnum):
    """What is being done, where it may take long.

    Examples:
        >>> from negotrack import seed
        >>> with watching(lambda work, done, total: print(repr(work), done)):
        ...     talks = seed("sochi-2022")
        <Work.READING: 'reading'> 0
        <Work.READING: 'reading'> 1
    """

    __module__ = "negotrack"

    PARSING = "parsing"
    """The text of a dossier is parsed, in one step, where it is so large that this alone takes a second."""
    READING = "reading"
    """The rounds of a dossier are read."""
    OUTCOMES = "outcomes"
    """What became of the demands is settled, round by round."""
    COURSE = "course"
    """What happened is gathered, round by round."""
    RULES = "rules"
    """Rules are run."""
    MATRIX = "matrix"
    """The matrix of a web page is written down, round by round."""
    EVIDENCE = "evidence"
    """Who said what is written into a web page, round by round."""


Watcher = Callable[[Work, int, int], object]
"""What is told how far work has come: which work, how many of its steps are done, and of how many."""

_WATCHER: ContextVar[Watcher | None] = ContextVar("_WATCHER", default=None)


@contextmanager
def watching(tell: Watcher, /) -> Iterator[None]:
    """Have somebody told how far long work has come, as long as the block lasts, in its thread.

    Each kind of work begins with 0 of its steps, and ends with all of them. One may be done within another: a rule
    that asks for outcomes has them settled first. A block within the block has its own listener.

    Args:
        tell: what is called with the work, how many of its steps are done, and how many there are. It is called often,
            and had better be quick. What it raises ends the work.

    Raises:
        TypeError: it cannot be called.

    Examples:
        >>> from negotrack import seed
        >>> with watching(lambda work, done, total: print(f"{work}: {done} of {total}")):
        ...     talks = seed("sochi-2022")
        reading: 0 of 1
        reading: 1 of 1
    """
    if not callable(tell):
        raise TypeError(f"`watching` takes what is to be called, not {tell!r}")
    before = _WATCHER.set(tell)
    try:
        yield
    finally:
        _WATCHER.reset(before)


@contextmanager
def undivided(work: Work) -> Iterator[None]:
    """Do work that has no steps, and tell whoever listens that it begins, and that it is done."""
    for _ in watched((work,), work):
        yield


def watched(steps: Sequence[T], work: Work) -> Iterable[T]:
    """Give the steps of work one by one, and tell whoever listens; where nobody does, give them as they are."""
    tell = _WATCHER.get()
    return steps if tell is None else _told(steps, work, tell)


def _told(steps: Sequence[T], work: Work, tell: Watcher) -> Iterator[T]:
    for done, step in enumerate(steps):
        tell(work, done, len(steps))
        yield step
    tell(work, len(steps), len(steps))
