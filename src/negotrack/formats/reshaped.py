"""How is a value written that stands in another shape than its key takes?"""

import re
from collections.abc import Mapping

from negotrack.formats.shapes import SHORT
from negotrack.ids import Id, is_id
from negotrack.model.claims import Claim
from negotrack.model.demands import Demand
from negotrack.model.parties import Membership, Party
from negotrack.model.rounds import Delegate, Round
from negotrack.model.sources import Event, Source

TABLES: Mapping[type, str] = {
    Party: 'parties = { union = "Union" }',
    Demand: 'demands = { pay = "4% from April" }',
    Source: 'sources = { minutes = "Minutes of the talks" }',
    Delegate: 'delegates = { union = "A. Miller" }',
    Claim: 'claims = { pay = "agreed" }',
}
"""How records are written that stand in a table, each under its key."""

_LONG = 60
"""Of how many characters a text is that a hint writes out, at most."""


def of_list(value: object, item: object) -> str:
    """Say how one thing is written where a list of them is wanted, or nothing.

    Examples:
        >>> of_list("union", Id), of_list("union, employer", Membership), of_list("The Union", str)
        ('write ["union"]', 'write ["union", "employer"]', 'write ["The Union"]')
        >>> of_list("The Union", Id)
        'put it in square brackets: ["..."]'
    """
    match value:
        case str() if item in (Id, Membership):
            ids = re.split(", *| and ", value)
            return _listed(ids) if all(map(is_id, ids)) else _listed([])
        case str() if item is str or item in SHORT:
            return _listed([value])
        case dict() if item in (Round, Event):
            return "each of several has its own head in double brackets, [[...]]; in JSON they are a list: [{ ... }]"
        case dict():
            return "put it in square brackets: [{ ... }]; a head of its own has two, [[...]]"
        case _:
            return ""


def _listed(texts: list[str]) -> str:
    import json  # noqa: PLC0415 - wanted for an error only

    listed = json.dumps(texts, ensure_ascii=False)
    return f"write {listed}" if texts and len(listed) <= _LONG else 'put it in square brackets: ["..."]'
