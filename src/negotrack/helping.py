"""How is the help laid out?"""

from os import environ
from textwrap import fill

from cyclopts.help import HelpPanel, PlainFormatter
from rich.console import Console, ConsoleOptions

_ENDLESS = 10_000
"""Columns enough for any paragraph, so that none is broken before it is laid out."""


def layout() -> "Flowing":
    """Give what lays the help out. No columns in the environment are none: rich would print nothing into them."""
    if not environ.get("COLUMNS", "").strip("0"):
        environ.pop("COLUMNS", None)
    return Flowing()


class Flowing(PlainFormatter):
    """Plain help in which each paragraph is broken into lines once, and those of an entry hang.

    Cyclopts breaks the description of an entry to the whole width, puts the name before it, and breaks it again.
    """

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """Print the options, or the commands, under one heading."""
        endless = Console(width=_ENDLESS, color_system=None)
        with endless.capture() as told:
            super().__call__(endless, options, panel)
        _flow(told.get(), console)

    def render_description(self, console: Console, options: ConsoleOptions, description: object) -> None:
        """Print what the command does."""
        endless = Console(width=_ENDLESS, color_system=None)
        with endless.capture() as told:
            super().render_description(endless, options, description)
        _flow(told.get(), console)


def _flow(text: str, console: Console) -> None:
    """Print a text of which each line is a paragraph; one that is indented hangs by as much again."""
    for line in text.splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        laid_out = fill(
            line,
            console.width,
            subsequent_indent=indent * 2,
            break_long_words=False,
            break_on_hyphens=False,
        )
        console.print(laid_out.rstrip(), highlight=False, markup=False, soft_wrap=True)
