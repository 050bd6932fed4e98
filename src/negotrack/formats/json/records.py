"""What do the commands that hold two records side by side print for machines?"""

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from negotrack.alignment import title_of
from negotrack.codings import Agreement, Coded, Measure
from negotrack.coefficients import Undefined
from negotrack.comparison import Comparison
from negotrack.differences import Added, OnlyNew, OnlyOld, Recoding, Removed, Reread
from negotrack.formats.json.changes import result
from negotrack.formats.json.entries import Document, position, sources
from negotrack.positions import Position, Silent
from negotrack.readings import Reading


def comparison(of: Comparison) -> Document:
    """Give a comparison as plain data: everything that differs, with both sides, under the ids of the newer record.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> comparison(compare(talks, talks.saying("russia accepts non-force")))["positions"][0]["rounds"]
        ['sochi-2022']
    """
    return {
        "negotiation": of.new.title,
        "old": {"rounds": len(of.given.rounds), "statements": of.given.statement_count},
        "new": {"rounds": len(of.new.rounds), "statements": of.new.statement_count},
        "renamed": [
            {"kind": one.kind.value, "old": one.old, "new": one.new, "title": one.title}
            for one in of.renamings
        ],
        "only_old": _things(of, OnlyOld),
        "only_new": _things(of, OnlyNew),
        "edited": [
            {
                "kind": one.kind.value if one.kind else None,
                "id": one.id or None,
                "field": one.field,
                "old": _text(one.old),
                "new": _text(one.new),
            }
            for one in of.edits
        ],
        "readings": [_recoding(one) for one in of.readings],
        "positions": [
            {
                "party": one.party,
                "demand": one.demand,
                "old": _side(one.old),
                "new": _side(one.new),
                "rounds": list(one.rounds),
            }
            for one in of.positions
        ],
        "outcomes": [
            {"demand": one.demand, "old": result(one.old), "new": result(one.new), "rounds": list(one.rounds)}
            for one in of.outcomes
        ],
    }


def agreement(of: Agreement) -> Document:
    """Give how far two coders agree as plain data.

    Examples:
        >>> from negotrack import agreement as agreed, seed
        >>> talks = seed("sochi-2022")
        >>> agreement(agreed(talks, talks))["measures"][0]
        {'criterion': 'stance', 'over': 'both', 'cells': 15, 'alike': 15, 'kappa': 1.0, 'alpha': 1.0}
    """
    first, second = of.apart
    return {
        "negotiation": of.second.title,
        "cells": of.size,
        "silent": of.size - len(of.cells),
        "apart": {"first": first, "second": second},
        "measures": [_measure(one) for one in of.measures],
        "table": [
            {"first": one, "second": other, "cells": times} for (one, other), times in of.table.items()
        ],
        "coded": [_coded(one) for one in of.cells],
    }


def _things(of: Comparison, which: type[OnlyOld | OnlyNew]) -> Sequence[Document]:
    things = [one.what for one in of.things if isinstance(one, which)]
    return [{"kind": type(one).__name__.lower(), "id": one.id, "title": title_of(one)} for one in things]


def _recoding(of: Recoding) -> Document:
    old: Reading | None
    new: Reading | None
    aspects: Sequence[str]
    match of:
        case Added(reading=new):
            change, old, aspects = "added", None, ()
        case Removed(reading=old):
            change, new, aspects = "removed", None, ()
        case Reread(old=old, new=new):
            change, aspects = "re-read", of.aspects
        case _:
            assert_never(of)
    return {
        "change": change,
        "round": of.reading.round.id,
        "party": of.reading.party,
        "demand": of.reading.demand,
        "aspects": list(aspects),
        "old": reading(old) if old else None,
        "new": reading(new) if new else None,
    }


def reading(of: Reading) -> Document:
    """Give what a record makes of one party's word on one demand."""
    said, says = of.said, of.said.says
    return {
        "stance": says.stance.value,
        "conditions": list(says.conditions),
        "provisional": says.provisional,
        "according_to": said.according_to if of.is_account else None,
        "red_line": said.red_line,
        "reservation": said.reservation.value if said.reservation else None,
        "version": said.version,
        "text": said.text,
        "sources": sources(of.round.citations(said)),
        "quote": said.quote,
        "date": str(said.date) if said.date else None,
        "note": said.note,
        "tags": list(said.tags),
    }


def _side(of: Position) -> Document | None:
    return None if isinstance(of, Silent) else position(of)


def _text(value: object) -> str | None:
    return str(value) if isinstance(value, str) else None


def _measure(of: Measure) -> Document:
    return {
        "criterion": of.criterion.value,
        "over": of.over.value,
        "cells": of.cells,
        "alike": of.alike,
        "kappa": _value(of.kappa),
        "alpha": _value(of.alpha),
    }


def _value(of: Fraction | Undefined) -> float | None:
    return None if isinstance(of, Undefined) else float(of)


def _coded(of: Coded) -> Document:
    return {
        "round": of.round,
        "party": of.party,
        "demand": of.demand,
        "first": reading(of.first) if of.first else None,
        "second": reading(of.second) if of.second else None,
    }
