"""When did it happen, as far as the record knows?"""

from datetime import date, timedelta

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy
from hypothesis.strategies import dates as days

from negotrack.dates import When
from negotrack.testing.arguments import Given, checked, together
from negotrack.testing.drawing import Dice, rolled

_FIRST, _LAST = date(1900, 1, 1), date(2099, 12, 31)


def dates(*, earliest: Given[date] = _FIRST, latest: Given[date] = _LAST) -> SearchStrategy[When]:
    """Give dates of every form: a day, a month, a year, marked as approximate or uncertain or not, a span of these.

    A span ends up to two years after it starts. Shrinks towards the day 2000-01-01, or the nearest to it.

    Args:
        earliest: the earliest day on which it can start; of a month or a year, a day in it.
        latest: the latest such day.

    Raises:
        InvalidArgument: one is no day, or they are the wrong way round.

    Examples:
        >>> from hypothesis import find
        >>> find(dates(), lambda date: date.is_approximate)
        When('2000-01-01~')
    """
    return together(_days, earliest=_day("earliest", earliest), latest=_day("latest", latest)).flatmap(
        lambda day: rolled(_date_from, day)
    )


def _day(name: str, given: Given[date]) -> Given[date]:
    def read(value: object) -> date:
        if not isinstance(value, date):
            raise TypeError
        return value

    return checked(name, given, read, "a day (datetime.date), or a strategy for it")


def _days(earliest: date, latest: date) -> SearchStrategy[date]:
    if earliest > latest:
        raise InvalidArgument(f"earliest is {earliest}, after latest, {latest}")
    return days(earliest, latest)


def any_date(dice: Dice) -> When:
    """Draw a date of any form."""
    since = (_SIMPLEST - _FIRST).days + dice.number(_DAYS - 1)
    return _date_from(dice, _FIRST + timedelta(days=since % _DAYS))


_SIMPLEST = date(2000, 1, 1)
_DAYS = (_LAST - _FIRST).days + 1


def _date_from(dice: Dice, first: date) -> When:
    if not dice.chance(4):
        return When(_point(dice, first))
    last = first + timedelta(days=366 + dice.number(400))
    return When(f"{_point(dice, first)}/{_point(dice, last)}")


def _point(dice: Dice, day: date) -> str:
    """Write a day, or the month or year it is in."""
    return day.isoformat()[: dice.pick(_PRECISIONS)] + dice.pick(_MARKS)


_PRECISIONS = (len("2022-10-31"), len("2022-10-31"), len("2022-10"), len("2022"))
_MARKS = ("", "", "", "~", "?")


def successive_dates(dice: Dice, count: int) -> list[When]:
    """Draw dates of which each starts after the one before has ended. Shrinks towards days in a row."""
    found: list[When] = []
    free = date(2000, 1, 1)
    for _ in range(count):
        found.append(_from(dice, free + timedelta(days=dice.number(40))))
        free = found[-1].latest + timedelta(days=1)
    return found


def _from(dice: Dice, day: date) -> When:
    """Draw a date that starts on a day or soon after it."""
    match dice.number(7):
        case 7:
            return When((day.replace(day=1) + timedelta(days=31)).isoformat()[:7])
        case 6:
            return When(f"{day}/{day + timedelta(days=1 + dice.number(3))}")
        case _:
            return When(day.isoformat() + dice.pick(_MARKS))
