"""Which strategy draws the records of a public type?"""

from typing import Any

from hypothesis.strategies import SearchStrategy

from negotrack.testing.compared import COMPARED
from negotrack.testing.dates import dates
from negotrack.testing.demands import demands
from negotrack.testing.derived import DERIVED
from negotrack.testing.negotiations import negotiations
from negotrack.testing.parties import parties
from negotrack.testing.rounds import rounds
from negotrack.testing.singles import SINGLES
from negotrack.testing.sources import sources
from negotrack.testing.statements import sentences, statements

STRATEGIES: dict[str, SearchStrategy[Any]] = {
    "Demand": demands(others=["d1", "d2", "d3"], parties=["p1", "p2", "p3"]),
    "Negotiation": negotiations(),
    "Party": parties(members=["p1", "p2", "p3"], rounds=["r1", "r2", "r3"]),
    "Round": rounds(),
    "Sentence": sentences(),
    "Source": sources(),
    "Statement": statements(),
    "When": dates(),
    **SINGLES,
    **DERIVED,
    **COMPARED,
}
"""For each public type of record, by its name, the strategy that draws it. Enumerations need none."""
