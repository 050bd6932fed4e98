"""What did somebody say, and how is that known?"""

from enum import StrEnum, unique
from typing import Any, final

from attrs import Attribute, field, frozen

from negotrack.dates import When, when_or_none
from negotrack.fields import BadField, as_made, as_text, checked, choice, texts
from negotrack.ids import Id, check_id_or_none
from negotrack.model.citations import Citation, citations, shown
from negotrack.sentence import Sentence, parse
from negotrack.stances import Stance


@unique
class Reservation(StrEnum):
    """What holds a party back that reserves its position.

    Examples:
        >>> from negotrack import seed
        >>> seed("colombia-farc").at("land-2013")["farc", "land-pending"].reservation
        <Reservation.SUBSTANTIVE: 'substantive'>
    """

    __module__ = "negotrack"

    SCRUTINY = "scrutiny"
    """It has yet to examine the text."""
    PARLIAMENTARY = "parliamentary"
    """Its parliament has yet to examine it."""
    LINGUISTIC = "linguistic"
    """It waits for the text in its own language."""
    SUBSTANTIVE = "substantive"
    """It has a difficulty with what the text says."""
    GENERAL = "general"
    """It reserves its position on the whole."""


def _reservation(value: str | None) -> Reservation | None:
    return None if value is None else choice(Reservation, value, "reservation")


def _sentence(says: str | Sentence) -> Sentence:
    match says:
        case Sentence():
            return says
        case str():
            return parse(says)
        case _:
            raise TypeError(f"a statement is a text in the sentence form, not {says!r}")


@final
@frozen(repr=False, field_transformer=checked)
class Statement:
    """What one or more holders said about one or more demands, and the evidence for it.

    Attributes:
        says: who says what about which demands.
        according_to: the party whose account of the holder's words it is. For every holder but that party itself it is
            then an account, which moves no position; None: it is established.
        red_line: whether the holder calls the stance non-negotiable. It changes no outcome.
        reservation: with `reserves`: what holds the holder back.
        text: with `amends` of one demand: the new text.
        version: the version of the text that it is about, 1 being the first; None: the current one. A statement about
            another than the current version moves nothing, unless it amends.
        source: where it is written, in any order; where none is given, in the source of the round.
        locator: where in that source: a page, a paragraph, a minute.
        quote: the words of the source.
        date: when it was said, if that is known more closely than the round.
        tags: words to group by, in any order; they have no meaning of their own.

    Raises:
        BadSentence: `says` is a text without the sentence form.
        BadId: an id in it is none.
        BadDate: `date` is none.
        BadField: `reservation` is given with another stance than `reserves`, or is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Statement("employer accepts pay if hours", source="minutes", locator="p. 2")
        Statement('employer accepts pay if hours', source='minutes', locator='p. 2')
    """

    __module__ = "negotrack"

    says: Sentence = field(repr=as_text, converter=_sentence)
    according_to: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    red_line: bool = field(default=False, kw_only=True)
    reservation: Reservation | None = field(default=None, kw_only=True, converter=_reservation)
    text: str | None = field(default=None, kw_only=True)
    version: int | None = field(default=None, kw_only=True)
    source: tuple[Citation, ...] = field(default=(), kw_only=True, repr=shown, converter=citations)
    locator: str | None = field(default=None, kw_only=True)
    quote: str | None = field(default=None, kw_only=True)
    date: When | None = field(default=None, kw_only=True, repr=as_text, converter=when_or_none)
    note: str | None = field(default=None, kw_only=True)
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)

    @reservation.validator
    def _goes_with_reserves(self, _: "Attribute[Any]", kind: Reservation | None) -> None:
        if kind and self.says.stance is not Stance.RESERVES:
            raise BadField("reservation", f"goes with `reserves`, not with `{self.says.stance}`")

    __repr__ = as_made
