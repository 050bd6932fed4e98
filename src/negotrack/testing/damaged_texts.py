"""What is left of a dossier that was damaged?"""

from typing import Any

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from negotrack.nearest import did_you_mean
from negotrack.negotiation import Negotiation
from negotrack.origin import FileFormat
from negotrack.rules.catalogue import RULES
from negotrack.testing.arguments import Given, one_of, together
from negotrack.testing.damaging.faults import FAULTS
from negotrack.testing.damaging.slips import slipped_data, slipped_text
from negotrack.testing.damaging.syntax import unreadable_data, unreadable_text
from negotrack.testing.dossier_texts import ANY_FORMAT, ANY_NEGOTIATION
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.negotiations import a_negotiation
from negotrack.testing.writing.hands import Hand
from negotrack.testing.writing.shapes import shaped
from negotrack.testing.writing.texts import text_of


def damaged_texts(
    *,
    of: Given[Negotiation] = ANY_NEGOTIATION,
    format: Given[FileFormat] | Given[str] = ANY_FORMAT,  # noqa: A002 - as `dumps` has it
    breaking: Given[str] = "",
) -> SearchStrategy[str]:
    r"""Give dossiers as texts that slips of the hand and programs have damaged.

    Without `breaking` lines, words, keys and values are lost, repeated, renamed, put in and cut off at any place; some
    can still be read. With it, `loads` raises `Unreadable`, and all its findings are of that rule. Shrinks towards
    little damage in a small dossier.

    Args:
        of: the negotiation, before the damage.
        format: `toml` or `json`.
        breaking: a rule on what can be read, NT001 to NT008, by its code or name.

    Raises:
        InvalidArgument: an argument is not what it says here. Records that can be read, and break another rule, come
            from `negotiations(breaking=...)`.

    Examples:
        >>> from hypothesis import find
        >>> from negotrack import loads
        >>> talks = loads('title = "Talks"')
        >>> find(damaged_texts(of=talks, format="toml", breaking="NT007"), lambda text: True)
        'format = 1\n'
        >>> find(damaged_texts(of=talks, format="json", breaking="bad-date"), lambda text: "soon" in text).count("soon")
        1
    """
    return together(
        lambda talks, format_, code: rolled(_text, talks, format_, code),
        talks=a_negotiation("of", of),
        format_=one_of("format", format, FileFormat),
        code=breaking.map(_code) if isinstance(breaking, SearchStrategy) else _code(breaking),
    )


def _code(given: object) -> str:
    code = _BY_NAME.get(given, given) if isinstance(given, str) else ""
    if given == "" or code in _READING:
        return code
    if code in _BY_NAME.values():
        raise InvalidArgument(
            f"breaking takes a rule on what can be read, {_KNOWN}; a record that breaks {given} can be read: "
            f"it comes from negotiations(breaking={given!r})"
        )
    question = did_you_mean(
        str(given), [*_READING, *(name for name, code in _BY_NAME.items() if code in _READING)]
    )
    told = f"breaking takes {_KNOWN}, the name of one, or a strategy for it, not {given!r}"
    raise InvalidArgument(f"{told}; {question}" if question else told)


_BY_NAME = {rule.name: rule.code for rule in RULES}
_READING = ("NT001", *FAULTS)
_KNOWN = f"{_READING[0]} to {_READING[-1]}"


def _text(dice: Dice, talks: Negotiation, format_: FileFormat, code: str) -> str:
    hand = Hand(dice)
    data = shaped(hand, talks)
    dice.afresh()
    if code == "NT001":
        return _unreadable(hand, data, format_)
    if not code:
        return _slipped(hand, data, format_)
    for _ in range(dice.pick(_TIMES)):
        data = FAULTS[code](dice, data, format_)
    return _written(hand, data, format_)


_TIMES = (1, 1, 1, 2, 3)
"""How often something is damaged."""


def _written(hand: Hand, data: dict[str, Any], format_: FileFormat) -> str:
    hand.dice.afresh()
    return text_of(hand, data, format_)


def _unreadable(hand: Hand, data: dict[str, Any], format_: FileFormat) -> str:
    if hand.dice.chance(4):
        return _written(hand, unreadable_data(hand.dice, data), format_)
    text = _written(hand, data, format_)
    return unreadable_text(hand.dice.afresh(), text, format_)


def _slipped(hand: Hand, data: dict[str, Any], format_: FileFormat) -> str:
    times, is_of_text = hand.dice.pick(_TIMES), not hand.dice.number(2)
    for _ in range(0 if is_of_text else times):
        data = slipped_data(hand.dice, data, format_)
    text = _written(hand, data, format_)
    hand.dice.afresh()
    for _ in range(times if is_of_text else 0):
        text = slipped_text(hand.dice, text)
    return text
