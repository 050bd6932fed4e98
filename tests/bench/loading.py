"""How long does a large file take to load and to save, beside orjson and pydantic?

orjson gives dictionaries and lists, and parses no sentence. pydantic gives frozen records that are checked, too; it
reads another text, in which each sentence is split into its words already. negotrack parses the sentences.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict

from large import Large
from measure import always, timed
from negotrack import Negotiation, Sentence, Stance, Statement, dumps, loads
from table import OURS, Beside, Row, row


class Frozen(BaseModel):
    """A record that does not change."""

    model_config = ConfigDict(frozen=True)


class Says(Frozen):
    """Who says what about which demands."""

    holders: tuple[str, ...]
    stance: Stance
    demands: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    provisional: bool = False


class Said(Frozen):
    """A statement."""

    says: Says
    source: str | None = None
    locator: str | None = None
    quote: str | None = None


class Round(Frozen):
    """A round of talks."""

    id: str
    date: str
    statements: tuple[Said, ...] = ()


class Dossier(Frozen):
    """A negotiation."""

    title: str
    parties: dict[str, str]
    sources: dict[str, str]
    demands: dict[str, str]
    rounds: tuple[Round, ...]


def with_orjson(text: bytes) -> Any:
    """Load a dossier with orjson."""
    return orjson.loads(text)


def with_pydantic(text: bytes) -> Dossier:
    """Load a dossier whose sentences are split with pydantic."""
    return Dossier.model_validate_json(text)


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
    """Time loading and saving."""
    as_bytes, as_split = large.text.encode(), split(large.talks)
    sides = {
        OURS: always(lambda: loads(large.text)),
        "orjson": always(lambda: with_orjson(as_bytes)),
        "pydantic": always(lambda: with_pydantic(as_split)),
    }
    yield row("load", large.size, timed(sides), Beside("orjson", 15), Beside("pydantic", 2))
    yield row("save", large.size, timed({OURS: always(lambda: dumps(large.talks, "json"))}))


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
