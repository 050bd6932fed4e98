"""What has the name that a file gives where an id is due?"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.formats.shapes import as_table
from negotrack.ids import alike, ids_by_name, is_id
from negotrack.locate.place import Path
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
        like = alike(name)
        found = {ids[like] for ids in self._ids.values() if like in ids}
        return found.pop() if len(found) == 1 else ""

    def told(self, error: BadSentence) -> BadSentence:
        """Give the fault of a sentence, with the id in its hint where a name stands in the place of one."""
        ids = self._ids.get(_EXPECTED.get(error.expected, ""), {})
        start = error.column - 1
        ends = [start + word.end() for word in re.finditer(r"[^\s,]+", error.text[start:])]
        for end in reversed(ends[:_MOST_WORDS]):
            name = error.text[start:end]
            if meant := ids.get(alike(name)):
                hint = f"write the id of `{shortened(name)}`: `{meant}`"
                return BadSentence(error.text, error.column, len(name), error.expected, hint)
        return error

    def value(self, path: Path) -> object:
        """Give what is written at a path; None where nothing is."""
        one = self.data
        for step in path:
            match one, step:
                case (dict(), str()):
                    one = one.get(step)
                case (list(), int()):
                    one = one[step]
                case _:
                    return None
        return one

    def round_of(self, day: str) -> str:
        """Give the id of the round of a day; nothing where there is none, or several."""
        ids = self._rounds.get(day, [])
        return ids[0] if len(ids) == 1 else ""

    @cached_property
    def _rounds(self) -> Mapping[str, list[str]]:
        rounds = self.value(("rounds",))
        found: dict[str, list[str]] = {}
        for one in rounds if isinstance(rounds, list) else ():
            if isinstance(one, dict) and is_id(str(one.get("id"))):
                found.setdefault(str(one.get("date")), []).append(str(one["id"]))
        return found

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        return {table: ids_by_name(self._named(table, cls)) for table, cls in _TABLES.items()}

    def _named(self, table: str, cls: type) -> Iterator[tuple[str, str]]:
        """Give the names of the things in a table, each with the id of its thing."""
        things = self.data.get(table) if isinstance(self.data, dict) else None
        match things:
            case dict():
                pairs = list(things.items())
            case list():
                pairs = [(one.get("id"), one) for one in things if isinstance(one, dict)]
            case _:
                pairs = []
        for id_, thing in pairs:
            one = as_table(cls, thing)
            if isinstance(id_, str) and is_id(id_) and isinstance(one, dict):
                others = one.get("aliases")
                names = [one.get("name"), one.get("title"), *(others if isinstance(others, list) else ())]
                yield from ((name, id_) for name in names if isinstance(name, str))
