"""Which date is meant by a text that has another form?"""

import re
from collections.abc import Mapping
from datetime import datetime


def date_meant(text: str) -> str:
    """Give the date, as `When` takes it, that a text names otherwise, or "" where it names none or several.

    Examples:
        >>> date_meant("3 March 2026"), date_meant("2026/3/3"), date_meant("c. April 2024")
        ('2026-03-03', '2026-03-03', '2024-04~')
        >>> date_meant("2026-3-3 to 2026-3-5"), date_meant("3/4/2024")
        ('2026-03-03/2026-03-05', '')
    """
    if len(text) > _LONG:
        return ""
    match _point(text), [_point(end) for end in _TO.split(text)]:
        case ("", [first, last]) if first and last:
            plain = [end.rstrip("~?") for end in (first, last)]
            shorter = min(map(len, plain))
            return f"{first}/{last}" if plain[0][:shorter] <= plain[1][:shorter] else ""
        case (whole, _):
            return whole


def _point(text: str) -> str:
    """Give the day, month or year that a text names, or nothing."""
    sure = _ABOUT.sub("", text.strip())
    sign = "~" if sure != text.strip() else _SIGN.findall(sure)[0]
    plain = _ORDINAL.sub("", _SIGN.sub("", sure))
    for form, length in _FORMS.items():
        try:
            day = datetime.strptime(plain, form)  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day.date().isoformat()[:length] + sign
    return ""


_LONG = 60
"""Of how many characters a date is, at most."""
_ABOUT = re.compile(r"(?:about|around|approximately|approx\.?|circa|ca\.?|c\.)\s*", re.IGNORECASE)
_SIGN = re.compile(r"[~?]?$")
_ORDINAL = re.compile("(?<=[0-9])(?:st|nd|rd|th)")
_TO = re.compile(r"\s*/\s*|\s+(?:to|until|-|\u2013)\s+")
_DAY, _MONTH, _YEAR = len("2026-03-03"), len("2026-03"), len("2026")
_FORMS: Mapping[str, int] = {
    **dict.fromkeys(("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"), _DAY),
    **dict.fromkeys(("%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"), _DAY),
    **dict.fromkeys(("%Y-%m", "%B %Y", "%b %Y"), _MONTH),
    "%Y": _YEAR,
}
"""The forms in which days, months and years are written, and how much of a day each tells."""
