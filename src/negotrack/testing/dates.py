"""When did it happen, as far as the record knows?"""

from datetime import date, timedelta

from hypothesis.strategies import DrawFn, SearchStrategy, composite
from hypothesis.strategies import dates as days

from negotrack.dates import When
from negotrack.testing.drawing import chance, number, pick


def dates() -> SearchStrategy[When]:
    """Give dates of every form: a day, a month, a year, marked as approximate or uncertain or not, a span of these.

    They lie between 1900 and 2099. Shrinks towards the day 2000-01-01.

    Examples:
        >>> from hypothesis import find
        >>> find(dates(), lambda date: date.is_approximate)
        When('2000-01-01~')
    """
    return _dates()


@composite
def _dates(draw: DrawFn) -> When:
    first = draw(_DAYS)
    if not chance(draw, 4):
        return When(_point(draw, first))
    last = first + timedelta(days=366 + number(draw, 400))
    return When(f"{_point(draw, first)}/{_point(draw, last)}")


_DAYS = days(date(1900, 1, 1), date(2098, 1, 1))


def _point(draw: DrawFn, day: date) -> str:
    """Write a day, or the month or year it is in."""
    return day.isoformat()[: pick(draw, _PRECISIONS)] + pick(draw, _MARKS)


_PRECISIONS = (len("2022-10-31"), len("2022-10-31"), len("2022-10"), len("2022"))
_MARKS = ("", "", "", "~", "?")


def successive_dates(draw: DrawFn, count: int) -> list[When]:
    """Draw dates of which each starts after the one before has ended. Shrinks towards days in a row."""
    found: list[When] = []
    free = date(2000, 1, 1)
    for _ in range(count):
        found.append(_from(draw, free + timedelta(days=number(draw, 40))))
        free = found[-1].latest + timedelta(days=1)
    return found


def _from(draw: DrawFn, day: date) -> When:
    """Draw a date that starts on a day or soon after it."""
    match number(draw, 7):
        case 7:
            return When((day.replace(day=1) + timedelta(days=31)).isoformat()[:7])
        case 6:
            return When(f"{day}/{day + timedelta(days=1 + number(draw, 3))}")
        case _:
            return When(day.isoformat() + pick(draw, _MARKS))
