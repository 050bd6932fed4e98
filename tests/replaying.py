"""What does the page of a negotiation show as of a round, as a browser has it?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlparse

from playwright.sync_api import Page

from negotrack import Negotiation
from negotrack.web.page import page as written

_GO = """async hash => {
  if (location.hash.slice(1) !== hash.slice(1)) {
    const isPainted = new Promise(resolve => addEventListener("hashchange", resolve, {once: true}));
    location.hash = hash;
    await isPainted;
  }"""
_READ = """
  const text = element => element?.textContent.replaceAll("\\u00a0", " ") ?? "";
  const [heads, ...rows] = document.getElementById("matrix").rows;
  const parties = [...heads.querySelectorAll(".party button")].map(one => one.dataset.open.slice("party:".length));
  return JSON.stringify({
    asOf: text(document.getElementById("as-of")),
    counts: text(document.getElementById("counts")),
    shown: text(document.getElementById("shown")),
    parties,
    heads: [...heads.cells].map(text),
    rows: rows.map(({cells: [number, title, ...others]}) => {
      const [outcome, reason] = others.slice(parties.length);
      return {
        demand: title.querySelector("button").dataset.open.slice("demand:".length),
        number: text(number),
        title: text(title),
        cells: others.slice(0, parties.length).map(cell => ({
          seen: text(cell.querySelector("[aria-hidden]")),
          unseen: text(cell.querySelector(".unseen")),
          opens: cell.querySelector("button")?.dataset.open ?? "",
          moved: cell.querySelector(".moved") !== null,
          text: text(cell),
        })),
        outcome: text(outcome.firstElementChild),
        change: text(outcome.querySelector(".change")).trim(),
        moved: outcome.querySelector(".moved") !== null,
        reason: text(reason),
      };
    }),
  });
}"""


class Cell(NamedTuple):
    """A cell of a party."""

    seen: str
    """What stands in it: words, or of many parties symbols."""
    unseen: str
    """What is read aloud in its place."""
    opens: str
    """What it opens: `cell:corridor:armenia`."""
    is_moved: bool
    """Whether it is underlined."""


class Row(NamedTuple):
    """A row of the matrix."""

    demand: str
    number: str
    title: str
    cells: Mapping[str, Cell]
    """By the id of the party; an empty cell is not in it."""
    outcome: str
    change: str
    """What became of the outcome in this round; "": nothing."""
    is_moved: bool
    """Whether the outcome is underlined."""
    reason: str


class Shown(NamedTuple):
    """What is shown."""

    as_of: str
    counts: str
    shown: str
    """How much is shown, where that is not all."""
    parties: Sequence[str]
    """The ids over the columns."""
    heads: Sequence[str]
    rows: Sequence[Row]

    @property
    def demands(self) -> Sequence[str]:
        """The ids of the demands that have a row."""
        return [row.demand for row in self.rows]


def go(page: Page, address: str) -> None:
    """Go to a view of the page, by its address (`at=sochi-2022&open=demand:corridor`), and wait until it is painted."""
    page.evaluate(f"{_GO}}}", f"#{address}")


def shown(page: Page, address: str | None = None) -> Shown:
    """Give what a page shows, whole; as of an address, if one is given."""
    told = json.loads(
        page.evaluate(_GO + _READ, page.evaluate("location.hash") if address is None else f"#{address}")
    )
    return Shown(
        told["asOf"],
        told["counts"],
        told["shown"],
        told["parties"],
        told["heads"],
        [
            Row(
                row["demand"],
                row["number"],
                row["title"],
                {
                    party: Cell(one["seen"], one["unseen"], one["opens"], one["moved"])
                    for party, one in zip(told["parties"], row["cells"], strict=True)
                    if one["text"]
                },
                row["outcome"],
                row["change"],
                row["moved"],
                row["reason"],
            )
            for row in told["rows"]
        ],
    )


def panel(page: Page) -> str:
    """Give what the open panel says, unseen words included, white space as one space; "" where none is open."""
    told: str = page.evaluate("document.querySelector('dialog[open]')?.textContent ?? ''")
    return " ".join(told.split())


def focused(page: Page) -> str:
    """Give what the focused element opens, else its id."""
    told: str = page.evaluate("document.activeElement.dataset.open ?? document.activeElement.id")
    return told


def rewritten(page: Page, talks: Negotiation) -> None:
    """Put the page of another negotiation in the place of one that is open, which is quicker than to open it."""
    own = page.url.partition("#")[0]
    Path(unquote(urlparse(own).path)).write_text(written(talks), encoding="utf-8")
    page.goto("about:blank")
    page.goto(own)
