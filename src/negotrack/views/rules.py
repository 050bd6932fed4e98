"""What does a rule find, why does that matter, and how is it put right?"""

from collections.abc import Iterator, Sequence
from typing import final

from negotrack.rules.excuses import block
from negotrack.rules.help import HEADINGS
from negotrack.rules.rule import BuiltIn, Rule, RuleTier
from negotrack.views.lines import Line, Piece, hanging, line, paragraph, wrapped
from negotrack.views.theme import UNICODE, Glyphs, Style
from negotrack.views.view import View
from negotrack.visible import visible

_NAMES = 32
"""The column in which summaries begin."""
_EXCUSE = "To excuse one"
_CODE = ("Fails", "Passes", _EXCUSE)
"""The headings under which parts of a dossier stand, whose lines stay as they are."""


@final
class RuleList(View):
    """All rules, a line each: what they are called, how bad their findings are, what they find."""

    def __init__(self, rules: Sequence[BuiltIn | Rule]) -> None:
        self._rules = rules

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give the list."""
        del glyphs  # there is nothing to draw
        for rule in self._rules:
            yield from hanging(Piece(_called(rule), Style.BOLD), _finds(rule), width, _NAMES)


@final
class RuleHelp(View):
    """Everything that rules say of themselves."""

    def __init__(self, rules: Sequence[BuiltIn | Rule]) -> None:
        self._rules = rules

    def lines(self, width: int | None, glyphs: Glyphs = UNICODE) -> Iterator[Line]:
        """Give the help of each rule."""
        del glyphs  # there is nothing to draw
        for number, rule in enumerate(self._rules):
            if number:
                yield []
            yield from _told(rule, width)


def _told(rule: BuiltIn | Rule, width: int | None) -> Iterator[Line]:
    told = rule.help
    yield from paragraph(_called(rule), width, Style.BOLD)
    yield from paragraph(_finds(rule), width)
    texts = (told.why, told.fails, told.passes, told.fix, told.source, block(rule))
    for heading, text in zip((*HEADINGS, _EXCUSE), texts, strict=True):
        if text:
            yield []
            yield line(Piece(heading, Style.BOLD))
            yield from (line(f"  {row}".rstrip()) for row in _rows(heading, text, width))


def _rows(heading: str, text: str, width: int | None) -> Sequence[str]:
    """Give the lines of a section: those of a dossier as they are, a text to fit the width."""
    if heading in _CODE:
        return [visible(row) for row in text.splitlines()]
    flowing = visible(" ".join(text.split()))
    return [flowing] if width is None else wrapped(flowing, max(2, width - 2))


def _called(rule: BuiltIn | Rule) -> str:
    return f"{rule.code} {visible(rule.name)}"


def _finds(rule: BuiltIn | Rule) -> str:
    """Say how bad what it finds is, whether it applies only if asked for, and what it is."""
    strict = ", strict" if rule.tier is RuleTier.STRICT else ""
    return f"({rule.severity}{strict}) {visible(rule.help.summary)}"
