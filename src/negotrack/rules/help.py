"""What does the docstring of a rule say, under which heading?"""

from collections.abc import Callable
from inspect import getdoc
from textwrap import dedent
from typing import final

from attrs import frozen

HEADINGS = ("Why it matters", "Fails", "Passes", "How to fix", "Source")
"""The headings of a docstring, in this order."""


@final
@frozen
class Help:
    """What a rule says of itself. What its docstring does not have is empty."""

    summary: str
    """What it finds, one line."""
    why: str
    """Why it matters."""
    fails: str
    """A dossier that it finds something in; in TOML, the line marked with the code in a comment."""
    passes: str
    """The same, put right."""
    fix: str
    """How to put it right."""
    source: str
    """The real negotiation, practice or document that shows the need."""


def help_of(function: Callable[..., object]) -> Help:
    """Give what the docstring of a rule says.

    Examples:
        >>> def no_shouting(case):
        ...     '''Find titles in capitals.
        ...
        ...     Why it matters:
        ...         They are hard to read.
        ...     '''
        >>> help_of(no_shouting).why
        'They are hard to read.'
    """
    summary, *lines = (getdoc(function) or "").splitlines() or [""]
    sections: dict[str, list[str]] = {heading: [] for heading in HEADINGS}
    section: list[str] = []
    for line in lines:
        if line.endswith(":") and line[:-1] in sections:
            section = sections[line[:-1]]
        else:
            section.append(line)
    return Help(summary, *(dedent("\n".join(sections[heading])).strip() for heading in HEADINGS))
