"""Hypothesis strategies that build negotrack records, for testing rules and tools.

They need Hypothesis; nothing else in negotrack does.
"""

from negotrack.testing.breaking.texts import source_text as source_text
from negotrack.testing.dates import dates as dates
from negotrack.testing.demands import demands as demands
from negotrack.testing.ids import ids as ids
from negotrack.testing.negotiations import negotiations as negotiations
from negotrack.testing.parties import parties as parties
from negotrack.testing.rounds import rounds as rounds
from negotrack.testing.sources import sources as sources
from negotrack.testing.states import pairs_of_rounds as pairs_of_rounds
from negotrack.testing.states import states as states
from negotrack.testing.statements import sentences as sentences
from negotrack.testing.statements import statements as statements
from negotrack.testing.texts import texts as texts
