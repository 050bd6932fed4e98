"""Forty statements of a dossier were coded twice, apart from one another: what is said of how far that agrees is so."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import negotrack as nt

FOLDER = Path(__file__).parent / "data" / "second-coding"
PAGE = Path(__file__).parents[1] / "docs" / "armenia-azerbaijan.md"


class Cell(NamedTuple):
    """What is coded: a party on a demand in a round."""

    round: str
    party: str
    demand: str


@cache
def cells(drawn_from: str) -> list[Cell]:
    """Give the cells that were drawn, from the statements or from where nothing is recorded."""
    with (FOLDER / "cells.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Cell(row["round"], row["party"], row["demand"]) for row in rows if row["drawn_from"] == drawn_from
    ]


@cache
def coding(name: str) -> dict[Cell, nt.Statement]:
    """Give what one coder made of the cells; one in which nothing was found is left out."""
    talks = nt.load(FOLDER / f"{name}.toml")
    return {
        Cell(round_.id, said.says.holders[0], said.says.demands[0]): said
        for round_ in talks.rounds
        for said in round_.statements
    }


def differing() -> list[Cell]:
    """Give the statements of which the two codings make something else: the sentence, or whose word it is."""
    first, second = coding("first"), coding("second")
    return [
        cell
        for cell in cells("statements")
        if cell not in second
        or (first[cell].says, first[cell].according_to) != (second[cell].says, second[cell].according_to)
    ]


def test_forty_statements_were_coded_again() -> None:
    """They were mixed with 20 cells in which nothing is recorded; the first coding has the 40, and them alone."""
    assert set(coding("first")) == set(cells("statements"))
    assert (len(cells("statements")), len(cells("silence"))) == (40, 20)


def test_neither_coder_sees_words_where_there_are_none() -> None:
    """In none of the cells that are silent in the dossier did the second coder find anything."""
    assert not set(cells("silence")) & set(coding("second"))


def test_page_has_the_shares() -> None:
    """The page says of how many statements the codings agree in everything, and of how many in the stance."""
    first, second = coding("first"), coding("second")
    alike = [
        cell
        for cell in cells("statements")
        if cell in second and first[cell].says.stance is second[cell].says.stance
    ]
    words = f"agreed in everything on {40 - len(differing())} (75 %), in the stance on {len(alike)} (88 %)"
    assert words in " ".join(PAGE.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("cell", differing(), ids="-".join)
def test_page_has_every_disagreement(cell: Cell) -> None:
    """Each statement on which they differ has a line on the page, with how it was settled."""
    assert f"| `{cell.round}` | {cell.party} on `{cell.demand}` |" in PAGE.read_text(encoding="utf-8")
