"""How long does a large file take to load and to save, beside orjson and pydantic?"""

import gc
from collections.abc import Iterator
from itertools import chain
from typing import Any

import orjson

from large import Large
from loaders import Said, with_orjson, with_pydantic
from measure import Ask, always, timed
from negotrack import Negotiation, Sentence, Statement, dumps, loads
from table import OURS, Beside, Row, row


def split(talks: Negotiation) -> bytes:
    """Give the text of a dossier whose sentences are split."""
    return orjson.dumps(
        {
            "title": talks.title,
            "parties": {party.id: party.name for party in talks.parties},
            "sources": {source.id: source.title for source in talks.sources},
            "demands": {demand.id: demand.title for demand in talks.demands},
            "rounds": [
                {"id": one.id, "date": str(one.date), "statements": [*map(_split, one.statements)]}
                for one in talks.rounds
            ],
        }
    )


def _split(said: Statement) -> dict[str, Any]:
    says = said.says
    words = {
        "holders": says.holders,
        "stance": says.stance,
        "demands": says.demands,
        "conditions": says.conditions,
        "provisional": says.provisional,
    }
    evidence = {"source": _source(said), "locator": said.locator, "quote": said.quote}
    return {"says": words} | {key: value for key, value in evidence.items() if value is not None}


def _source(said: Statement) -> str | None:
    return said.source[0].id if said.source else None


def rows(large: Large) -> Iterator[Row]:
    """Time loading. No other record is there then, through which each side would have to look for garbage."""
    as_bytes, as_split = large.text.encode(), split(loads(large.text))
    sides = {
        OURS: always(lambda: loads(large.text)),
        "orjson": always(lambda: with_orjson(as_bytes)),
        "pydantic": always(lambda: with_pydantic(as_split)),
        "negotrack, gc off": always(lambda: uncollected(lambda: loads(large.text))),
        "pydantic, gc off": always(lambda: uncollected(lambda: with_pydantic(as_split))),
    }
    yield row("load", large.size, timed(sides), Beside("orjson", 15), Beside("pydantic", 2))


def saving(large: Large) -> Row:
    """Time saving."""
    return row("save", large.size, timed({OURS: always(lambda: dumps(large.talks, "json"))}))


def uncollected(ask: Ask) -> object:
    """Ask while no garbage is collected, which takes long where many records are made."""
    gc.disable()
    try:
        return ask()
    finally:
        gc.enable()


def differences(large: Large) -> Iterator[str]:
    """Tell who loads something else than negotrack."""
    ours = [_told(said) for one in loads(large.text).rounds for said in one.statements]
    plain = chain.from_iterable(one["statements"] for one in with_orjson(large.text.encode())["rounds"])
    if ours != [_told_plainly(said) for said in plain]:
        yield "orjson loads other statements"
    records = chain.from_iterable(one.statements for one in with_pydantic(split(large.talks)).rounds)
    if ours != [_told_of_record(said) for said in records]:
        yield "pydantic loads other statements"


Told = tuple[str, str | None, str | None, str | None]
"""The sentence, the source, the locator and the quote of a statement."""


def _told(said: Statement) -> Told:
    return str(said.says), _source(said), said.locator, said.quote


def _told_plainly(said: Any) -> Told:
    table = {"says": said} if isinstance(said, str) else said
    return table["says"], table.get("source"), table.get("locator"), table.get("quote")


def _told_of_record(said: Said) -> Told:
    says = said.says
    sentence = Sentence(
        says.holders, says.stance, says.demands, says.conditions, provisional=says.provisional
    )
    return str(sentence), said.source, said.locator, said.quote
