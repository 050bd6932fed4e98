"""What has the name that a file gives where an id is due?"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.formats.shapes import as_table
from negotrack.ids import ids_by_name, is_id, suggest_id
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.sources import Source
from negotrack.sentence import BadSentence
from negotrack.visible import shortened

_TABLES: Mapping[str, type] = {"parties": Party, "demands": Demand, "sources": Source, "rounds": Round}
_EXPECTED = {"the id of a party": "parties", "the id of a demand": "demands"}
_MOST_WORDS = 12
"""Of how many words a name in a sentence is, at most."""


@final
@frozen
class Names:
    """The names and titles in the data of a file, however much of these is at fault.

    Examples:
        >>> Names({"parties": {"az": {"name": "Azerbaijan", "aliases": ["Baku"]}}}).meant("Baku")
        'az'
    """

    data: object

    def meant(self, name: str) -> str:
        """Give the id of what is called so; nothing where nothing is, or several things are."""
        like = suggest_id(name)
        found = {ids[like] for ids in self._ids.values() if like in ids}
        return found.pop() if len(found) == 1 else ""

    def told(self, error: BadSentence) -> BadSentence:
        """Give the fault of a sentence, with the id in its hint where a name stands in the place of one."""
        ids = self._ids.get(_EXPECTED.get(error.expected, ""), {})
        start = error.column - 1
        ends = [start + word.end() for word in re.finditer(r"[^\s,]+", error.text[start:])]
        for end in reversed(ends[:_MOST_WORDS]):
            name = error.text[start:end]
            if meant := ids.get(suggest_id(name)):
                hint = f"write the id of `{shortened(name)}`: `{meant}`"
                return BadSentence(error.text, error.column, len(name), error.expected, hint)
        return error

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        return {table: ids_by_name(self._named(table, cls)) for table, cls in _TABLES.items()}

    def _named(self, table: str, cls: type) -> Iterator[tuple[str, str]]:
        """Give the names of the things in a table, each with the id of its thing."""
        things = self.data.get(table) if isinstance(self.data, dict) else None
        if isinstance(things, list):
            things = {one.get("id"): one for one in things if isinstance(one, dict)}
        for id_, thing in things.items() if isinstance(things, dict) else ():
            one = as_table(cls, thing)
            if isinstance(id_, str) and is_id(id_) and isinstance(one, dict):
                others = one.get("aliases")
                names = [one.get("name"), one.get("title"), *(others if isinstance(others, list) else ())]
                yield from ((name, id_) for name in names if isinstance(name, str))
