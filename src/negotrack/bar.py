"""How does whoever sits at a terminal see that long work goes on?"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from time import monotonic
from typing import final

from negotrack.work import Work, watching

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""For how many seconds work goes on before anything is shown."""
_PAUSE = 0.25
"""How many seconds at least are between two pictures of the bar: screen readers read each of them."""


@contextmanager
def shown() -> Iterator[None]:
    """Show on standard error how far the work of the block has come, where it takes long and a terminal is there.

    What is shown is gone when the work is done. Anywhere else, and on a terminal that cannot take back what it shows,
    nothing is.
    """
    if _is_seen():
        with closing(Bar()) as bar, watching(bar):
            yield
    else:
        yield


def _is_seen() -> bool:
    is_dumb = os.environ.get("TERM", "").lower() in {"dumb", "unknown"}
    return sys.stderr is not None and sys.stderr.isatty() and not is_dumb


@final
class Bar:
    """A bar that appears when its time has come, shows the work that goes on, and goes when that is done.

    It is drawn by rich, which is loaded when it appears.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._due = clock() + PATIENCE
        self._drawn: Progress | None = None

    def __call__(self, work: Work, done: int, total: int) -> None:
        """Take note of how far work has come."""
        if done == total:
            self.close()
        elif (now := self._clock()) >= self._due or work is Work.PARSING:
            self._due = now + _PAUSE
            self._draw(work, done, total)

    def _draw(self, work: Work, done: int, total: int) -> None:
        if self._drawn is None:
            self._drawn = _drawn()
            task = self._drawn.add_task(work.value, total=total, completed=done)
            self._drawn.start()
        else:
            (task,) = self._drawn.task_ids
            self._drawn.update(task, description=work.value, total=total, completed=done, refresh=True)

    def close(self) -> None:
        """Take away what is shown; later work may show it again."""
        drawn, self._drawn = self._drawn, None
        if drawn:
            drawn.stop()


def _drawn() -> "Progress":
    """Give a bar of rich that draws when it is told to, and leaves both streams to those who print on them."""
    from rich.console import Console  # noqa: PLC0415 - slow to load, and wanted for long work only
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
