"""Hypothesis strategies that build negotrack records, and checks of rules and dossiers, for testing rules and tools.

They need Hypothesis; nothing else in negotrack does. The kit is provisional: its names may still change between minor
versions.
"""

from negotrack.testing.breaking.texts import source_text as source_text
from negotrack.testing.cleanliness import assert_clean as assert_clean
from negotrack.testing.damaged_texts import damaged_texts as damaged_texts
from negotrack.testing.dates import dates as dates
from negotrack.testing.demands import demands as demands
from negotrack.testing.dossier_texts import dossier_texts as dossier_texts
from negotrack.testing.ids import ids as ids
from negotrack.testing.negotiations import negotiations as negotiations
from negotrack.testing.parties import parties as parties
from negotrack.testing.rounds import rounds as rounds
from negotrack.testing.rule_checks import check_rule as check_rule
from negotrack.testing.sources import sources as sources
from negotrack.testing.statements import sentences as sentences
from negotrack.testing.statements import statements as statements
from negotrack.testing.states import pairs_of_rounds as pairs_of_rounds
from negotrack.testing.states import states as states
from negotrack.testing.texts import texts as texts
