"""When was it: a day, a month, a year, or a span of these, and how surely is that known?"""

import re
from datetime import date, timedelta
from typing import final

from attrs import Attribute, field, frozen

from negotrack.misdated import date_meant
from negotrack.visible import shortened, visible

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)")
_LAST_MONTH = 12
_FORMS = 'write "2022-10-31", "2022-10", "2022", "2022-10-31/2022-11-02", or "2022-10~" for about then'
"""The forms of a date: in quotation marks they are right in TOML, in JSON, in Python and behind `--at`."""


class BadDate(ValueError):
    """A text that is no date of the form used here.

    Attributes:
        text: what was given.
        reason: what is wrong with it.
        hint: what to write, or "".

    Examples:
        >>> When("about May 2024")
        Traceback (most recent call last):
            ...
        negotrack.BadDate: `about May 2024` is no date; write "2024-05~"
    """

    __module__ = "negotrack"

    def __init__(self, text: str, reason: str, hint: str = "") -> None:
        super().__init__(text, reason, hint)
        self.text = text
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        told = f"`{shortened(visible(self.text))}` {self.reason}"
        return f"{told}; {self.hint}" if self.hint else told


@final
@frozen
class When:
    """A date as a record knows it: to the day, the month or the year, or a span between two such dates.

    Written in the form of ISO 8601, as EDTF level 0 takes it up, with `~` behind a date for "about" and
    `?` for "perhaps". Two are equal when they are written alike: `2022-10` is not the span of its days.

    Attributes:
        text: the date as it is written.

    Raises:
        BadDate: the text has another form, names a day that does not exist, or a span that ends
            before it starts.
        TypeError: it is no text.

    Examples:
        >>> When("2022-10~").earliest, When("2022-10~").latest
        (datetime.date(2022, 10, 1), datetime.date(2022, 10, 31))
        >>> When("2022-10-31/2022-11-02").is_approximate
        False
        >>> When("2022-10-31/2022-11-02").latest_start, When("2022-10?").is_uncertain
        (datetime.date(2022, 10, 31), True)
    """

    __module__ = "negotrack"

    text: str = field()

    @text.validator
    def _check(self, _: "Attribute[str]", text: object) -> None:
        if not isinstance(text, str):
            raise TypeError(f"`When` takes a text, not {text!r}; a record takes a day as well")
        if self.latest < self.earliest:
            raise BadDate(text, "ends before it starts")

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return _days(self.text, self.text.partition("/")[0])[0]

    @property
    def latest_start(self) -> date:
        """The last day on which it can have begun; of a span, the last day of what it starts with."""
        return _days(self.text, self.text.partition("/")[0])[1]

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        first, slash, last = self.text.partition("/")
        return _days(self.text, last if slash else first)[1]

    @property
    def is_approximate(self) -> bool:
        """Whether it, or an end of the span, is marked `~`."""
        return "~" in self.text

    @property
    def is_uncertain(self) -> bool:
        """Whether it, or an end of the span, is marked `?`."""
        return "?" in self.text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"When({self.text!r})"


def when(value: "str | date | When") -> When:
    """Give the date that a text or a day means; a date stays what it is.

    Raises:
        BadDate: the text is no date, or the day has a time of day.
        TypeError: it is neither a text nor a day.
    """
    match value:
        case When():
            return value
        case str():
            return When(value)
        case date():
            return When(value.isoformat())
        case _:
            raise TypeError(f"a date is a text or a day, not {value!r}")


def when_or_none(value: "str | date | When | None") -> When | None:
    """Give the date that a text or a day means, or None where none was recorded.

    Raises:
        BadDate: the text is no date, or the day has a time of day.
        TypeError: it is neither a text nor a day.
    """
    return None if value is None else when(value)


def _days(text: str, part: str) -> tuple[date, date]:
    """Give the first and the last day that one end of a date can mean."""
    found = _POINT.fullmatch(part)
    if not found:
        meant = date_meant(text)
        raise BadDate(text, "is no date", f'write "{meant}"' if meant else _FORMS)
    year, month, day = found[1], found[2], found[3]
    try:
        first = date(int(year), int(month or "1"), int(day or "1"))
    except ValueError:
        unit = "day" if day else "month" if month else "year"
        raise BadDate(text, f"names a {unit} that does not exist") from None
    if day:
        return first, first
    return first, _last_day(first.year, int(month or _LAST_MONTH))


def _last_day(year: int, month: int) -> date:
    if month == _LAST_MONTH:
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)
