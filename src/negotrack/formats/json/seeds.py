"""What does `seeds` print for machines? What each dossier is, how much it holds, how its demands came out."""

from collections.abc import Mapping

from negotrack.formats.json.entries import Document, counts
from negotrack.negotiation import Negotiation


def seeds(talks: Mapping[str, Negotiation]) -> Document:
    """Give dossiers, by name, as plain data: what each is, how much it holds, how its demands came out.

    Examples:
        >>> from negotrack import seed
        >>> seeds({"sochi-2022": seed("sochi-2022")})["seeds"][0]["size"]
        {'rounds': 1, 'parties': 3, 'demands': 10, 'statements': 11}
    """
    return {"seeds": [_entry(name, one) for name, one in talks.items()]}


def _entry(name: str, talks: Negotiation) -> Document:
    rounds = talks.rounds
    return {
        "name": name,
        "title": talks.title,
        "first_date": str(rounds[0].date) if rounds else None,
        "last_date": str(rounds[-1].date) if rounds else None,
        "size": {
            "rounds": len(rounds),
            "parties": len(talks.parties),
            "demands": len(talks.demands),
            "statements": talks.statement_count,
        },
        "counts": counts(talks.now.counts),
        "file": talks.origin.file if talks.origin else None,
    }
