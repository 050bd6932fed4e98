"""The glossary has a word for everything public, and shows each word as the views do.

A word is explained by a row of a table whose first head is the name of its enum (`Stance`), or by an item of the
list, `- **term** (`Name`, ...): text`, that has the name of its enum or class in brackets.
"""

import re
from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

import negotrack as nt
from negotrack.views.theme import SILENT, STANCES, Letter, Sign

PAGE = (Path(__file__).parents[1] / "docs" / "glossary.md").read_text(encoding="utf-8")
LIST = PAGE.partition("\n## All terms\n")[2].partition("\n## ")[0].strip()
PUBLIC: list[object] = [getattr(nt, name) for name in nt.__all__]
ENUMS = [one for one in PUBLIC if isinstance(one, type) and issubclass(one, StrEnum)]
RECORDS = [one for one in PUBLIC if isinstance(one, type) and not issubclass(one, StrEnum | Exception)]
_ITEM = re.compile(r"- \*\*([^*]+)\*\*(?: \((`\w+`(?:, `\w+`)*)\))?: (\S.*)", re.DOTALL)


class Item(NamedTuple):
    """A term of the list, and the names that it has in Python."""

    term: str
    names: frozenset[str]


def item(text: str) -> Item:
    """Read an item of the list."""
    found = _ITEM.fullmatch(text)
    assert found, f"this is no item of the form `- **term** (`Name`): text`:\n{text}"
    return Item(found[1], frozenset(re.findall(r"\w+", found[2] or "")))


def cells(row: str) -> tuple[str, ...]:
    """Read a row of a table, its cells without the backticks around them."""
    return tuple(cell.strip().strip("`") for cell in row.removeprefix("|").removesuffix("|").split("|"))


def rows(head: str) -> list[tuple[str, ...]]:
    """Give the rows of all tables whose first column has this head."""
    lines = PAGE.splitlines()
    return [
        cells(row)
        for place, line in enumerate(lines)
        if line.startswith("|") and not lines[place - 1].startswith("|") and cells(line)[0] == head
        for row in takewhile(lambda row: row.startswith("|"), lines[place + 2 :])
    ]


ITEMS = [item(text) for text in re.split(r"\n(?! )", LIST)]


@pytest.mark.parametrize("enum", ENUMS)
def test_every_value_of_a_public_enum_is_explained(enum: type[StrEnum]) -> None:
    """Whatever word a view, a file or a reason can show, the glossary explains it, in its sense there."""
    explained = {row[0] for row in rows(enum.__name__)}
    explained |= {term for term, names in ITEMS if enum.__name__ in names}
    assert {member.value for member in enum} - explained == set()


@pytest.mark.parametrize("enum", [nt.Outcome, nt.Why])
def test_table_of_words_has_each_once_and_no_other(enum: type[StrEnum]) -> None:
    """The tables of outcomes and of reasons are whole, and have no word that the library lacks."""
    assert sorted(row[0] for row in rows(enum.__name__)) == sorted(enum)


@pytest.mark.parametrize("record", RECORDS)
def test_every_public_record_has_its_term(record: type) -> None:
    """The reader of a class in Python finds the idea that it stands for."""
    assert [term for term, names in ITEMS if record.__name__ in names]


def test_names_in_brackets_are_public() -> None:
    """A name that the glossary gives to a term is one that the library has."""
    assert frozenset().union(*(names for _, names in ITEMS)) - set(nt.__all__) == set()


def test_stances_look_as_the_views_show_them() -> None:
    """The table of stances has the symbol and the ASCII form of each, then those of silence, and nothing else."""
    faces = [*((stance.value, face) for stance, face in STANCES.items()), (SILENT.word, SILENT)]
    shown = [row[:3] for row in rows("Stance")]
    assert shown == [(word, face.symbol, face.ascii) for word, face in faces]


def test_marks_are_explained_as_the_legend_lists_them() -> None:
    """The tables of marks have each mark and each letter of the legend once, and nothing else."""
    assert [row[0] for row in rows("in the legend")] == [*Sign, *Letter]


@pytest.mark.parametrize("row", rows("in the legend"), ids=" ".join)
def test_mark_looks_as_the_legend_has_it(row: tuple[str, ...]) -> None:
    """What a mark looks like is the mark of the legend at the symbol of a stance; a letter stands alone."""
    legend, look, _ = row
    symbols = "".join(face.symbol for face in STANCES.values())
    stances = re.findall(f"[{re.escape(symbols)}]", look)
    mark = re.sub(f"[{re.escape(symbols)}]", " ", look).strip()
    assert legend.startswith(f"{mark} ")
    assert len(stances) == (1 if legend in set(Sign) else 0)


def test_terms_are_in_alphabetical_order_and_none_stands_twice() -> None:
    """The list can be searched by eye."""
    terms = [item.term for item in ITEMS]
    assert terms == sorted(set(terms), key=str.casefold)
