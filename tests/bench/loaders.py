"""What do orjson and pydantic make of the file of a large record?

orjson makes dictionaries and lists, and parses no sentence. pydantic makes frozen records that are checked, too; it
reads another text, in which each sentence is split into its words already.
"""

from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict

from negotrack import Stance


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
