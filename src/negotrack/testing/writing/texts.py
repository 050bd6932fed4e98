"""What does one writer make of plain data?"""

from typing import Any

from negotrack.origin import FileFormat
from negotrack.testing.writing.comments import comment_line
from negotrack.testing.writing.hands import Hand, Way
from negotrack.testing.writing.json import json_text
from negotrack.testing.writing.toml import toml_text


def text_of(hand: Hand, data: dict[str, Any], format_: FileFormat) -> str:
    """Give plain data as a text in a format. Shrinks towards one that ends with a single line break."""
    if format_ is FileFormat.JSON:
        text = json_text(hand, data)
    else:
        text = comment_line(hand).lstrip("\n") + "\n" + toml_text(hand, data) + comment_line(hand)
    text = _with_ends(hand, text.strip("\n"))
    if hand.does(Way.CARRIAGE_RETURNS):
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if hand.does(Way.MARK) else text


def _with_ends(hand: Hand, text: str) -> str:
    if not hand.does(Way.SPACE_AROUND):
        return text + "\n"
    return hand.dice.pick(("", "\n", "  \n\n")) + text + hand.dice.pick(("", "\n\n", " "))
