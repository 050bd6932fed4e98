"""What do spreadsheets and data frames get of the dossiers that come with negotrack? A row for each."""

from collections.abc import Mapping, Sequence

from negotrack.formats.csv.table import table
from negotrack.negotiation import Negotiation

COLUMNS = (
    "name",
    "title",
    "first_date",
    "last_date",
    "rounds",
    "parties",
    "demands",
    "statements",
    "agreed",
    "provisional",
    "rejected",
    "pending",
    "total",
    "file",
)
"""The columns of the table, in order. Later versions may add some at the end."""


def seeds(talks: Mapping[str, Negotiation]) -> str:
    """Give dossiers, by name, as CSV, with a head: a row for each.

    Examples:
        >>> from negotrack import seed
        >>> print(seeds({"sochi-2022": seed("sochi-2022")}).splitlines()[1][:35])
        sochi-2022,"Sochi trilateral summit
    """
    return table(COLUMNS, (_row(name, one) for name, one in talks.items()))


def _row(name: str, talks: Negotiation) -> Sequence[str]:
    rounds, of = talks.rounds, talks.now.counts
    sizes = [len(rounds), len(talks.parties), len(talks.demands), talks.statement_count]
    counts = [of.agreed, of.provisional, of.rejected, of.pending, of.total]
    return [
        name,
        talks.title,
        str(rounds[0].date) if rounds else "",
        str(rounds[-1].date) if rounds else "",
        *map(str, sizes),
        *map(str, counts),
        talks.origin.file if talks.origin else "",
    ]
