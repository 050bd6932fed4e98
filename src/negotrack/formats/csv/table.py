"""How is a table written as CSV, so that nothing in it acts?"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from negotrack.visible import visible

_ACTING = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""With these a text begins that a spreadsheet would take for a formula; the last four are full-width signs."""


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table as CSV, with a head, its texts made safe.

    Examples:
        >>> print(table(["name", "title"], [["pay", "=Pay talks"]]), end="")
        name,title
        pay,'=Pay talks
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(_safe, row) for row in rows)
    return out.getvalue()


def truth(value: bool) -> str:  # noqa: FBT001 - it is the value
    """Give a truth as tables have it."""
    return "true" if value else "false"


def _safe(text: str) -> str:
    """Give a text so that no spreadsheet takes it for a formula, and no terminal for a command."""
    return f"'{visible(text)}" if text.startswith(_ACTING) else visible(text)
