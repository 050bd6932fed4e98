"""How is a date said to people?"""

from negotrack.dates import When

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spoken(when: When) -> str:
    """Give a date in words: months by their English names, whatever the settings of the machine.

    Examples:
        >>> spoken(When("2022-10-31")), spoken(When("2022-10~")), spoken(When("2022-10-31/2022-11-02"))
        ('31 Oct 2022', 'about Oct 2022', '31 Oct to 2 Nov 2022')
        >>> spoken(When("2022-10-08/2022-10-12"))
        '8 to 12 Oct 2022'
    """
    first, slash, last = when.text.partition("/")
    if not slash:
        return _point(first)
    start, end = _point(first).split(" "), _point(last).split(" ")
    if first[-1] not in "~?" and len(start) == len(end):
        while start[-1:] == end[len(start) - 1 : len(start)] and len(start) > 1:
            start.pop()
    return f"{' '.join(start)} to {' '.join(end)}"


def _point(text: str) -> str:
    """Say one end of a date."""
    doubt = {"~": "about ", "?": "perhaps "}.get(text[-1], "")
    year, *rest = text.rstrip("~?").split("-")
    words = [*(str(int(day)) for day in rest[1:]), *(_MONTHS[int(month) - 1] for month in rest[:1]), year]
    return doubt + " ".join(words)
