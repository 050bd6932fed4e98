"""Laws and examples for dates."""

import pickle
import re
from calendar import monthrange
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import ACTING, acting
from negotrack import BadDate, When
from negotrack.dates import when
from negotrack.misdated import date_meant
from negotrack.testing import dates

_DAYS = st.dates()
_MARKS = st.sampled_from(["", "~", "?"])
_POINTS = st.builds(
    lambda day, length, mark: day.isoformat()[:length] + mark, _DAYS, st.sampled_from([4, 7, 10]), _MARKS
)
_ALMOST = st.text(st.sampled_from("0123456789-/~? T.,\u0661"), max_size=12)


@given(dates() | _POINTS.map(When))
def test_earliest_is_not_after_latest(when_: When) -> None:
    """The first day a date can mean is not after the last."""
    assert when_.earliest <= when_.latest


@given(_POINTS, _POINTS)
def test_a_span_runs_from_the_start_of_one_date_to_the_end_of_another(one: str, other: str) -> None:
    """A span that does not end before it starts has the earliest day of its first and the latest of its last."""
    first, last = sorted([When(one), When(other)], key=lambda when_: (when_.earliest, when_.latest))
    span = When(f"{first}/{last}")
    assert (span.earliest, span.latest) == (first.earliest, last.latest)


@given(_POINTS, _POINTS)
def test_a_span_that_ends_before_it_starts_is_refused(one: str, other: str) -> None:
    """The latest day of the end has to be on or after the earliest day of the start."""
    first, last = sorted([When(one), When(other)], key=lambda when_: when_.earliest)
    text = f"{last}/{first}"
    if first.latest < last.earliest:
        with pytest.raises(BadDate, match=rf"^`{re.escape(text)}` ends before it starts$"):
            When(text)
    else:
        assert When(text).earliest == last.earliest


@given(_DAYS)
def test_a_day_is_a_day(day: date) -> None:
    """A day given as a date means itself, and so does its text."""
    assert when(day) == When(day.isoformat())
    assert when(day).earliest == when(day).latest == day


@given(dates())
def test_a_date_stays_what_it_is(when_: When) -> None:
    """A date is written as it is held, and read back equal; it survives pickling."""
    assert when(when_) is when_
    assert when(str(when_)) == when_ == pickle.loads(pickle.dumps(when_))  # noqa: S301 - our own bytes
    assert repr(when_) == f"When({str(when_)!r})"


@pytest.mark.parametrize("year", [1, 1900, 2000, 2022, 2024, 9999])
def test_months_end_when_the_calendar_says(year: int) -> None:
    """The last day of every month is right, in leap years and at the ends of time."""
    months = [When(f"{year:04}-{month:02}") for month in range(1, 13)]
    assert [month.latest.day for month in months] == [monthrange(year, month)[1] for month in range(1, 13)]
    assert {month.earliest.day for month in months} == {1}


def test_a_year_is_all_its_days() -> None:
    """A year runs from its first day to its last."""
    assert (When("2022").earliest, When("2022").latest) == (date(2022, 1, 1), date(2022, 12, 31))


@given(_POINTS, _POINTS)
def test_marks_tell_of_either_end(one: str, other: str) -> None:
    """A span is approximate or uncertain if one of its ends is."""
    first, last = sorted([When(one), When(other)], key=lambda when_: (when_.earliest, when_.latest))
    span = When(f"{first}/{last}")
    assert span.is_approximate is (first.is_approximate or last.is_approximate)
    assert span.is_uncertain is (first.is_uncertain or last.is_uncertain)


def test_dates_are_equal_when_written_alike() -> None:
    """A month is not the span of its days, nor a day the day marked as approximate."""
    assert When("2022-10") != When("2022-10-01/2022-10-31")
    assert When("2022-10-31") != When("2022-10-31~")
    assert len({When("2022"), When("2022")}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2022-1",
        "2022-10-3",
        "22-10-31",
        "2022-10-31T12:00",
        "2022-10-31 ",
        " 2022",
        "2022\n",
        "20221031",
        "2022/",
        "/2022",
        "2022/..",
        "2022/2023/2024",
        "2022%",
        "~2022",
        "2022~?",
        "\u0662\u0660\u0662\u0662",
        "-2022",
        "+2022",
        "02022",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    """What has not the form is refused, and the message shows what to write: the date that is meant, or all forms."""
    with pytest.raises(BadDate, match=r'^`.*` is no date; write "2') as caught:
        When(text)
    for written in re.findall('"(.*?)"', caught.value.hint):
        assert When(written).text == written


@given(_ALMOST | st.text() | st.text(st.sampled_from("0123456789-/.~? acMryto"), max_size=30))
def test_what_is_meant_by_another_form_is_a_date(text: str) -> None:
    """Whatever was written, only a date is ever suggested."""
    assert not (meant := date_meant(text)) or When(meant).text == meant


@given(dates())
def test_a_date_means_itself(when_: When) -> None:
    """What has the form already is not changed."""
    assert date_meant(when_.text) in {when_.text, ""}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026/03/03", "2026-03-03"),
        ("2026-3-3", "2026-03-03"),
        ("3.3.2026", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("3rd Mar 2026", "2026-03-03"),
        ("March 3, 2026", "2026-03-03"),
        ("March 2026", "2026-03"),
        ("2026-3", "2026-03"),
        ("about April 2024", "2024-04~"),
        ("c. 2024", "2024~"),
        ("ca. 2024", "2024~"),
        ("2024-4?", "2024-04?"),
        ("2026-3-3 to 2026-3-5", "2026-03-03/2026-03-05"),
        ("3 March 2026 \u2013 April 2026", "2026-03-03/2026-04"),
        ("3/4/2024", ""),
        ("31 February 2026", ""),
        ("2011/12", ""),
        ("5 March 2026 to 3 March 2026", ""),
        ("soon", ""),
    ],
)
def test_the_date_that_another_form_names_is_told(text: str, meant: str) -> None:
    """Of a form that may mean several dates, or of none, nothing is guessed."""
    assert date_meant(text) == meant
    with pytest.raises(BadDate, match="is no date") as caught:
        When(text)
    assert not meant or caught.value.hint == f'write "{meant}"'


@pytest.mark.parametrize(
    "text", ["2022-02-29", "2022-04-31", "2022-13-01", "2022-00-10", "2022-10-00", "0000-01-01"]
)
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    """A day that no calendar has is refused, in a span as well."""
    with pytest.raises(BadDate, match=f"^`{text}` names a day that does not exist$"):
        When(text)
    with pytest.raises(BadDate, match=f"^`2022/{text}` names a day that does not exist$"):
        When(f"2022/{text}")


@pytest.mark.parametrize(("text", "what"), [("2022-13", "month"), ("2022-00", "month"), ("0000", "year")])
def test_months_and_years_that_do_not_exist_are_called_so(text: str, what: str) -> None:
    """The message does not speak of a day where none was written."""
    with pytest.raises(BadDate, match=f"^`{text}` names a {what} that does not exist$"):
        When(text)


def test_a_time_of_day_is_refused() -> None:
    """A date has no time of day; one is not cut off."""
    with pytest.raises(BadDate, match=r"^`2022-10-31T12:00:00\+00:00` is no date"):
        when(datetime(2022, 10, 31, 12, tzinfo=UTC))


@given(_ALMOST | st.text() | st.text(st.sampled_from(ACTING)))
def test_messages_are_safe_to_show_and_exceptions_survive_pickling(text: str) -> None:
    """Whatever was given as a date, what is said of it does not act."""
    error = BadDate(text, "is no date")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (again.text, again.reason, str(again)) == (text, "is no date", str(error))
    assert not acting(str(error))
