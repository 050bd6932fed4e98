"""Forty statements of a dossier were coded twice, apart from one another: what is said of how far that agrees is so."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import negotrack as nt
from negotrack.views.agreement import share_words, value_words

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


def page() -> str:
    """Give the text of the page, without its line breaks."""
    return " ".join(PAGE.read_text(encoding="utf-8").split())


@cache
def agreement() -> nt.Agreement:
    """Give how far the two codings agree."""
    return nt.agreement(nt.load(FOLDER / "first.toml"), nt.load(FOLDER / "second.toml"))


def differing() -> list[Cell]:
    """Give the cells of which the two codings make something else of what was said."""
    return [
        Cell(one.round, one.party, one.demand)
        for one in agreement().cells
        if not one.agrees(nt.Criterion.SAID)
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
    said, stance = (
        agreement().measure(one, nt.Over.EITHER) for one in (nt.Criterion.SAID, nt.Criterion.STANCE)
    )
    assert (said.cells, stance.cells) == (40, 40)
    assert f"agreed in everything on {said.alike} ({share_words(said)})" in page()
    assert f"in the stance on {stance.alike} ({share_words(stance)})" in page()


def test_page_has_the_coefficients() -> None:
    """Where both recorded something: kappa and alpha, of the stance and of everything."""
    for criterion in nt.Criterion:
        found = agreement().measure(criterion, nt.Over.BOTH)
        assert (
            f"{found.alike} of {found.cells}, kappa {value_words(found.kappa)}, alpha {value_words(found.alpha)}"
            in page()
        )


@pytest.mark.parametrize("cell", differing(), ids="-".join)
def test_page_has_every_disagreement(cell: Cell) -> None:
    """Each statement on which they differ has a line on the page, with how it was settled."""
    assert f"| `{cell.round}` | {cell.party} on `{cell.demand}` |" in PAGE.read_text(encoding="utf-8")
