"""What do the benchmarks of large records read? Dossiers of any size, always the same ones.

There are 200 parties, 2,000 demands and 100 rounds. Of the statements 70 % restate the position that their holder has,
in the same words. 70 % are bare sentences, 20 % have a source and the place in it, 10 % have a quote of 80 characters
besides. 1 % have a condition, 0.1 % amend the text of a demand, after which what others said of it is not restated.
An amendment is not restated either: that would be another one.
"""

import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple

from negotrack import Stance

PARTIES = [f"party-{number}" for number in range(200)]
DEMANDS = [f"demand-{number}" for number in range(2_000)]
SOURCES = [f"source-{number}" for number in range(50)]
ROUNDS = 100

RESTATING = 0.7
BARE, CITING = 0.7, 0.2
CONDITIONAL, AMENDING = 0.01, 0.001
QUOTE = 80
WEIGHTS = {
    Stance.PROPOSES: 15,
    Stance.ACCEPTS: 50,
    Stance.REJECTS: 20,
    Stance.RESERVES: 5,
    Stance.ABSTAINS: 5,
    Stance.DEFERS: 5,
}
"""How often each stance is taken, amendments apart."""

Plain = dict[str, Any]
"""A dossier, or a part of one, as JSON has it."""


class _Said(NamedTuple):
    """What was said last of a cell."""

    sentence: str
    demand: str
    text: int
    """Of which text of the demand it is; 0: it made a new one, and cannot be said again."""


class _Talk:
    """What is said, one statement after another."""

    def __init__(self, seed: int) -> None:
        self._chosen = Random(seed)  # noqa: S311 - nothing secret
        self._said: list[_Said] = []
        self._places: dict[tuple[str, str], int] = {}
        self._texts = dict.fromkeys(DEMANDS, 1)
        self._made = self._conditional = self._amending = 0
        """How many statements there are, and of these with a condition, and amendments."""

    def statement(self) -> str | Plain:
        """Give the next statement."""
        sentence = self._sentence()
        self._made += 1
        self._conditional += " if " in sentence
        kind = self._chosen.random()
        if kind < BARE:
            return sentence
        chosen = self._chosen
        table = {
            "says": sentence,
            "source": chosen.choice(SOURCES),
            "locator": f"p. {chosen.randrange(1, 400)}",
        }
        if kind >= BARE + CITING:
            table["quote"] = "".join(chosen.choices("abcdefghijklmnopqrstuvwxyz ", k=QUOTE))
        return table

    def _sentence(self) -> str:
        if self._said and self._chosen.random() < RESTATING:
            for _ in range(20):  # a position on an earlier text cannot be restated
                said = self._chosen.choice(self._said)
                if said.text == self._texts[said.demand]:
                    return said.sentence
        return self._new().sentence

    def _new(self) -> _Said:
        """Let somebody take another position than it has."""
        party, demand = self._chosen.choice(PARTIES), self._chosen.choice(DEMANDS)
        place = self._places.setdefault((party, demand), len(self._said))
        before = self._said[place].sentence if place < len(self._said) else ""
        if self._amending < int(AMENDING * self._made):
            self._amending += 1
            self._texts[demand] += 1
            said = _Said(f"{party} {Stance.AMENDS} {demand}", demand, 0)
        else:
            sentence = before
            while sentence == before:
                sentence = self._stance(party, demand)
            said = _Said(sentence, demand, self._texts[demand])
        self._said[place : place + 1] = [said]
        return said

    def _stance(self, party: str, demand: str) -> str:
        stance = self._chosen.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
        verb = f"{stance} on" if stance is Stance.ABSTAINS else stance
        condition = self._chosen.choice(DEMANDS)
        is_due = self._conditional < int(CONDITIONAL * self._made)
        has_one = stance.is_assent and condition != demand and is_due
        return f"{party} {verb} {demand}" + f" if {condition}" * has_one


def plain(statements: int) -> Plain:
    """Make a dossier of so many statements, as plain data."""
    talk = _Talk(statements)
    return {
        "title": "Large talks",
        "parties": {party: party.capitalize() for party in PARTIES},
        "sources": {source: source.capitalize() for source in SOURCES},
        "demands": {demand: demand.capitalize() for demand in DEMANDS},
        "rounds": [
            {
                "id": f"round-{number}",
                "date": f"{2000 + number // 12}-{1 + number % 12:02}",
                "statements": [talk.statement() for _ in range(count)],
            }
            for number, count in enumerate(_shares(statements))
        ],
    }


def _shares(statements: int) -> Iterator[int]:
    """Share statements out among the rounds, as evenly as can be."""
    for number in range(ROUNDS):
        yield (number + 1) * statements // ROUNDS - number * statements // ROUNDS


@cache
def text(statements: int) -> str:
    """Make a dossier of so many statements, as the text of a JSON file."""
    return json.dumps({"format": 1, **plain(statements)}, indent=1)
