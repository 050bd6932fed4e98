"""What does a record look like by itself that is written as a part of another, or given by a rule?"""

from typing import Any

from hypothesis.strategies import (
    SearchStrategy,
    booleans,
    builds,
    integers,
    just,
    lists,
    none,
    one_of,
    sampled_from,
    tuples,
)

from negotrack.breaks import Break, Relation
from negotrack.checking import Skipped
from negotrack.findings import Related, Severity
from negotrack.locate.place import Extent
from negotrack.model.citations import Citation
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.rounds import Delegate, Meeting
from negotrack.model.settings import CheckSettings, Excuse
from negotrack.model.sources import Event
from negotrack.origin import FileFormat, Origin
from negotrack.places import AtKey, AtOffset, AtValue, InSentence, InText, Part
from negotrack.rewording import Edit, Stretch
from negotrack.rules.catalogue import RULES
from negotrack.rules.rule import Problem, Skip
from negotrack.testing.dates import dates
from negotrack.testing.decisions import decision_or_none
from negotrack.testing.drawing import rolled
from negotrack.testing.frame import Frame
from negotrack.testing.ids import ids
from negotrack.testing.parties import parties
from negotrack.testing.texts import texts

_ID, _IDS, _ID_OR_NONE = ids(), lists(ids(), max_size=2, unique=True), none() | ids()
_TEXT, _TEXT_OR_NONE = texts(), none() | texts()
_CODE = sampled_from([rule.code for rule in RULES])
_PLACE_IN_LIST = integers(0, 9)
_CITATIONS = lists(builds(Citation, _ID, _TEXT_OR_NONE), max_size=2)
_PATH: SearchStrategy[tuple[str | int, ...]] = one_of(
    tuples(just("title")),
    tuples(sampled_from(("parties", "demands", "sources")), _ID),
    tuples(just("rounds"), _PLACE_IN_LIST, just("statements"), _PLACE_IN_LIST, just("says")),
)
_PLACE = builds(AtValue, _PATH) | builds(AtKey, _PATH)
_RELATED = builds(Related, _PLACE, _TEXT)
_EXCUSE = builds(Excuse, _CODE, _TEXT, round=_ID_OR_NONE, demand=_ID_OR_NONE, party=_ID_OR_NONE)
_BLOC = parties(role="bloc", members=["p1", "p2", "p3"], rounds=["r1", "r2", "r3"])

SINGLES: dict[str, SearchStrategy[Any]] = {
    "AtKey": builds(AtKey, _PATH),
    "AtOffset": builds(AtOffset, builds(Extent, _PLACE_IN_LIST, _PLACE_IN_LIST)),
    "AtValue": builds(AtValue, _PATH),
    "Break": builds(Break, _ID, sampled_from(Relation), _ID),
    "CheckSettings": builds(
        CheckSettings,
        strict=booleans(),
        ignore=lists(_CODE, max_size=2, unique=True),
        stale_after=integers(1, 9),
        ignore_at=lists(_EXCUSE, max_size=2),
    ),
    "Citation": builds(Citation, _ID, _TEXT_OR_NONE),
    "Claim": builds(
        Claim,
        _ID,
        sampled_from(CLAIMABLE),
        source=_CITATIONS,
        according_to=_ID_OR_NONE,
        note=_TEXT_OR_NONE,
    ),
    "Decision": rolled(decision_or_none, Frame(parties=("p1", "p2", "p3")), one_in=1),
    "Delegate": builds(Delegate, _ID, _TEXT),
    "Event": builds(Event, dates(), _TEXT, source=_CITATIONS, note=_TEXT_OR_NONE),
    "Excuse": _EXCUSE,
    "InSentence": builds(InSentence, _PATH, sampled_from(Part), _ID),
    "InText": builds(InText, _PATH, _PLACE_IN_LIST, _PLACE_IN_LIST),
    "Meeting": builds(
        Meeting,
        _TEXT_OR_NONE,
        present=none() | _IDS,
        date=none() | dates(),
        place=_TEXT_OR_NONE,
        note=_TEXT_OR_NONE,
    ),
    "Membership": _BLOC.flatmap(lambda bloc: sampled_from(bloc.members)),
    "Origin": builds(Origin, just("talks.toml"), _TEXT, just(FileFormat.TOML)),
    "Problem": builds(
        Problem,
        _TEXT,
        _PLACE,
        hint=_TEXT,
        related=lists(_RELATED, max_size=2),
        parties=_IDS,
        demands=_IDS,
        rounds=_IDS,
        severity=none() | sampled_from(Severity),
    ),
    "Related": _RELATED,
    "Skip": builds(Skip, _TEXT),
    "Skipped": builds(Skipped, _CODE, _TEXT),
    "Stretch": builds(Stretch, sampled_from(Edit), _TEXT),
}
"""For each such record, by its public name, the strategy that draws it."""
