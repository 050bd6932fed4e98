"""What do machines get of the dossiers that come with negotrack? A list, as plain data or as a table."""

from collections.abc import Mapping, Sequence

from negotrack.formats.documents import Document, counts
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


def document(seeds: Mapping[str, Negotiation]) -> Document:
    """Give dossiers, by name, as plain data: what each is, how much it holds, how its demands came out.

    Examples:
        >>> from negotrack import seed
        >>> document({"sochi-2022": seed("sochi-2022")})["seeds"][0]["size"]
        {'rounds': 1, 'parties': 3, 'demands': 10, 'statements': 11}
    """
    return {"seeds": [_entry(name, talks) for name, talks in seeds.items()]}


def csv_text(seeds: Mapping[str, Negotiation]) -> str:
    """Give dossiers, by name, as CSV, with a head: a row for each.

    Examples:
        >>> from negotrack import seed
        >>> print(csv_text({"sochi-2022": seed("sochi-2022")}).splitlines()[1][:35])
        sochi-2022,"Sochi trilateral summit
    """
    from negotrack.formats.tables import table  # noqa: PLC0415 - a document needs none

    return table(COLUMNS, [_row(name, talks) for name, talks in seeds.items()])


def _entry(name: str, talks: Negotiation) -> Document:
    rounds = talks.rounds
    return {
        "name": name,
        "title": talks.title,
        "first_date": str(rounds[0].date) if rounds else None,
        "last_date": str(rounds[-1].date) if rounds else None,
        "size": _size(talks),
        "counts": counts(talks.now.counts),
        "file": talks.origin.file if talks.origin else None,
    }


def _size(talks: Negotiation) -> Document:
    return {
        "rounds": len(talks.rounds),
        "parties": len(talks.parties),
        "demands": len(talks.demands),
        "statements": talks.statement_count,
    }


def _row(name: str, talks: Negotiation) -> Sequence[str]:
    values = _entry(name, talks) | _size(talks) | counts(talks.now.counts)
    return ["" if values[column] is None else str(values[column]) for column in COLUMNS]
