"""How can plain data be written in JSON?"""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from negotrack.testing.writing.hands import Hand, Way
from negotrack.visible import visible_in_json

_HALF = re.compile("[\ud800-\udfff]")


@frozen
class _Style:
    indent: str
    """Of one level; where there is none, all stands on one line."""
    comma: str
    colon: str


_STYLES: Sequence[_Style] = (
    _Style("  ", ",", ": "),
    _Style("  ", ",", ": "),
    _Style("    ", ",", ": "),
    _Style("\t", ",", ": "),
    _Style(" ", " ,", " : "),
    _Style("", ", ", ": "),
    _Style("", ",", ":"),
)


def json_text(hand: Hand, data: Any) -> str:
    """Give plain data as JSON. Shrinks towards a line for each value, two spaces a level."""
    return _Writer(hand, hand.dice.pick(_STYLES)).value(data, "\n")


class _Writer:
    def __init__(self, hand: Hand, style: _Style) -> None:
        self._hand = hand
        self._style = style

    def value(self, value: Any, line: str) -> str:
        """Write a value; `line` is what begins a line where it stands."""
        match value:
            case dict():
                pairs = (
                    self._text(key) + self._style.colon + self.value(one, line + self._style.indent)
                    for key, one in value.items()
                )
                return self._several(value.values(), pairs, line, "{}")
            case list():
                items = (self.value(one, line + self._style.indent) for one in value)
                return self._several(value, items, line, "[]")
            case str():
                return self._text(value)
            case _:
                return json.dumps(value, default=date.isoformat)

    def _several(self, values: Iterable[Any], parts: Iterable[str], line: str, brackets: str) -> str:
        if not values:
            return brackets
        if not self._style.indent or (self._hand.does(Way.COMPACT) and not any(map(_is_nested, values))):
            comma = self._style.comma if not self._style.indent else ", "
            return brackets[0] + comma.join(parts) + brackets[1]
        inner = line + self._style.indent
        return brackets[0] + inner + (self._style.comma + inner).join(parts) + line + brackets[1]

    def _text(self, text: str) -> str:
        if _HALF.search(text) or (not text.isascii() and self._hand.does(Way.ESCAPES)):
            return json.dumps(text)
        written = json.dumps(text, ensure_ascii=False)
        if "/" in text and self._hand.does(Way.ESCAPES):
            written = written.replace("/", "\\/")
        return written if self._hand.does(Way.BARE) else visible_in_json(written)


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict | list)
