"""Track positions in negotiations: who stands where, and what is agreed, rejected or pending.

    >>> import negotrack as nt
    >>> nt.seed("sochi-2022").now.outcome("corridor")
    <Outcome.REJECTED: 'rejected'>

Read and write dossiers: load loads seed seeds dump dumps; Origin, FileFormat.
Show: matrix log report story; page, for a browser. Of what takes long, watching tells which Work it is at.
Check: check, which gives Findings of Finding, Related, Severity, Excused, Skipped; their Place is AtKey AtValue InText
InSentence AtOffset. Rules: RULES Rule RuleTier, and for one's own Case Said Claimed Problem Skip.

The record: Negotiation, made of
Party Role Membership; Demand Finality Decision Silence; Source Tier Citation Event;
Round Meeting Delegate Statement Sentence Stance Reservation Claim; When; CheckSettings Excuse.

As of a round: State, with
Position: Held Lapsed Silent; Grid; Mark Account Version LeftOut Omission; Entry of the outline;
Standing Outcome Result Counts Reason PartyReason PartReason Why; Break Relation.

What changed: Diff of DiffEntry: OutcomeChange PositionChange TextChange MarkChange PartyChange;
Change Movement Presence Word Stretch Edit; Ledger RoundMoves Tally Move Mover.

Two records: compare, which gives a Comparison of Difference: Renaming OnlyOld OnlyNew Edited, each of things of a Kind;
OtherPosition OtherOutcome, and Recoding: Added Removed Reread of Reading; agreement of coders, an Agreement of Coded
and of Measure by Criterion, Over; kappa alpha, or why they are Undefined.

Raised: Unreadable BadField BadId BadDate BadSentence DuplicateId Ambiguous NoRules RuleFailed NotOneNegotiation;
NoSuch: NoSuchParty NoSuchDemand NoSuchRound NoSuchSource NoSuchRule NoSuchSeed NoSuchTag.

Nothing is defined here: each name stands in the module of its subject, and is fetched when first asked for.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.alignment import Renaming as Renaming
    from negotrack.becoming import Change as Change
    from negotrack.breaks import Break as Break
    from negotrack.breaks import Relation as Relation
    from negotrack.changes import DiffEntry as DiffEntry
    from negotrack.changes import MarkChange as MarkChange
    from negotrack.changes import OutcomeChange as OutcomeChange
    from negotrack.changes import PartyChange as PartyChange
    from negotrack.changes import PositionChange as PositionChange
    from negotrack.changes import Presence as Presence
    from negotrack.changes import TextChange as TextChange
    from negotrack.checking import Excused as Excused
    from negotrack.checking import Findings as Findings
    from negotrack.checking import Skipped as Skipped
    from negotrack.checking import check as check
    from negotrack.codings import Agreement as Agreement
    from negotrack.codings import Coded as Coded
    from negotrack.codings import Criterion as Criterion
    from negotrack.codings import Measure as Measure
    from negotrack.codings import Over as Over
    from negotrack.codings import agreement as agreement
    from negotrack.coefficients import Undefined as Undefined
    from negotrack.coefficients import alpha as alpha
    from negotrack.coefficients import kappa as kappa
    from negotrack.comparison import Comparison as Comparison
    from negotrack.comparison import compare as compare
    from negotrack.dates import BadDate as BadDate
    from negotrack.dates import When as When
    from negotrack.decisions import PartReason as PartReason
    from negotrack.decisions import PartyReason as PartyReason
    from negotrack.decisions import Reason as Reason
    from negotrack.decisions import Why as Why
    from negotrack.differences import Added as Added
    from negotrack.differences import Difference as Difference
    from negotrack.differences import Edited as Edited
    from negotrack.differences import OnlyNew as OnlyNew
    from negotrack.differences import OnlyOld as OnlyOld
    from negotrack.differences import OtherOutcome as OtherOutcome
    from negotrack.differences import OtherPosition as OtherPosition
    from negotrack.differences import Recoding as Recoding
    from negotrack.differences import Removed as Removed
    from negotrack.differences import Reread as Reread
    from negotrack.diffs import Diff as Diff
    from negotrack.errors import DuplicateId as DuplicateId
    from negotrack.errors import NoRules as NoRules
    from negotrack.errors import NoSuch as NoSuch
    from negotrack.errors import NoSuchDemand as NoSuchDemand
    from negotrack.errors import NoSuchParty as NoSuchParty
    from negotrack.errors import NoSuchRound as NoSuchRound
    from negotrack.errors import NoSuchRule as NoSuchRule
    from negotrack.errors import NoSuchSeed as NoSuchSeed
    from negotrack.errors import NoSuchSource as NoSuchSource
    from negotrack.errors import NoSuchTag as NoSuchTag
    from negotrack.errors import NotOneNegotiation as NotOneNegotiation
    from negotrack.errors import RuleFailed as RuleFailed
    from negotrack.errors import Unreadable as Unreadable
    from negotrack.fields import BadField as BadField
    from negotrack.findings import Finding as Finding
    from negotrack.findings import Related as Related
    from negotrack.findings import Severity as Severity
    from negotrack.formats.dossiers import dump as dump
    from negotrack.formats.dossiers import dumps as dumps
    from negotrack.formats.dossiers import load as load
    from negotrack.formats.dossiers import loads as loads
    from negotrack.formats.dossiers import seed as seed
    from negotrack.formats.dossiers import seeds as seeds
    from negotrack.grids import Grid as Grid
    from negotrack.ids import BadId as BadId
    from negotrack.journal import Word as Word
    from negotrack.ledger import Ledger as Ledger
    from negotrack.ledger import RoundMoves as RoundMoves
    from negotrack.ledger import Tally as Tally
    from negotrack.model.citations import Citation as Citation
    from negotrack.model.claims import Claim as Claim
    from negotrack.model.claims import Outcome as Outcome
    from negotrack.model.decision import Decision as Decision
    from negotrack.model.decision import Silence as Silence
    from negotrack.model.demands import Demand as Demand
    from negotrack.model.demands import Finality as Finality
    from negotrack.model.parties import Membership as Membership
    from negotrack.model.parties import Party as Party
    from negotrack.model.parties import Role as Role
    from negotrack.model.rounds import Delegate as Delegate
    from negotrack.model.rounds import Meeting as Meeting
    from negotrack.model.rounds import Round as Round
    from negotrack.model.settings import CheckSettings as CheckSettings
    from negotrack.model.settings import Excuse as Excuse
    from negotrack.model.sources import Event as Event
    from negotrack.model.sources import Source as Source
    from negotrack.model.sources import Tier as Tier
    from negotrack.model.statements import Reservation as Reservation
    from negotrack.model.statements import Statement as Statement
    from negotrack.movements import Movement as Movement
    from negotrack.moves import Move as Move
    from negotrack.moves import Mover as Mover
    from negotrack.negotiation import Negotiation as Negotiation
    from negotrack.omissions import LeftOut as LeftOut
    from negotrack.omissions import Omission as Omission
    from negotrack.origin import FileFormat as FileFormat
    from negotrack.origin import Origin as Origin
    from negotrack.outline import Entry as Entry
    from negotrack.places import AtKey as AtKey
    from negotrack.places import AtOffset as AtOffset
    from negotrack.places import AtValue as AtValue
    from negotrack.places import InSentence as InSentence
    from negotrack.places import InText as InText
    from negotrack.places import Place as Place
    from negotrack.positions import Account as Account
    from negotrack.positions import Held as Held
    from negotrack.positions import Lapsed as Lapsed
    from negotrack.positions import Mark as Mark
    from negotrack.positions import Position as Position
    from negotrack.positions import Silent as Silent
    from negotrack.readings import Reading as Reading
    from negotrack.rewording import Edit as Edit
    from negotrack.rewording import Stretch as Stretch
    from negotrack.rules.case import Case as Case
    from negotrack.rules.catalogue import RULES as RULES
    from negotrack.rules.entries import Claimed as Claimed
    from negotrack.rules.entries import Said as Said
    from negotrack.rules.rule import Problem as Problem
    from negotrack.rules.rule import Rule as Rule
    from negotrack.rules.rule import RuleTier as RuleTier
    from negotrack.rules.rule import Skip as Skip
    from negotrack.sentence import BadSentence as BadSentence
    from negotrack.sentence import Sentence as Sentence
    from negotrack.stances import Stance as Stance
    from negotrack.standing import Counts as Counts
    from negotrack.standing import Result as Result
    from negotrack.standing import Standing as Standing
    from negotrack.state import State as State
    from negotrack.subjects import Ambiguous as Ambiguous
    from negotrack.subjects import Kind as Kind
    from negotrack.versions import Version as Version
    from negotrack.views.log import log as log
    from negotrack.views.matrix import matrix as matrix
    from negotrack.views.report import report as report
    from negotrack.views.story import story as story
    from negotrack.web.page import page as page
    from negotrack.work import Work as Work
    from negotrack.work import watching as watching

_MODULES = {
    "codings": "Agreement Coded Criterion Measure Over agreement",
    "alignment": "Renaming",
    "coefficients": "Undefined alpha kappa",
    "comparison": "Comparison compare",
    "differences": "Added Difference Edited OnlyNew OnlyOld OtherOutcome OtherPosition Recoding Removed Reread",
    "readings": "Reading",
    "breaks": "Break Relation",
    "becoming": "Change",
    "changes": "DiffEntry MarkChange OutcomeChange PartyChange PositionChange Presence TextChange",
    "checking": "Excused Findings Skipped check",
    "dates": "BadDate When",
    "diffs": "Diff",
    "decisions": "PartReason PartyReason Reason Why",
    "errors": "DuplicateId NoRules NoSuch NoSuchDemand NoSuchParty NoSuchRound NoSuchRule NoSuchSeed NoSuchSource "
    "NoSuchTag NotOneNegotiation RuleFailed Unreadable",
    "fields": "BadField",
    "findings": "Finding Related Severity",
    "formats.dossiers": "dump dumps load loads seed seeds",
    "ids": "BadId",
    "grids": "Grid",
    "journal": "Word",
    "ledger": "Ledger RoundMoves Tally",
    "model.claims": "Claim Outcome",
    "model.decision": "Decision Silence",
    "model.demands": "Demand Finality",
    "model.parties": "Membership Party Role",
    "model.rounds": "Delegate Meeting Round",
    "model.settings": "CheckSettings Excuse",
    "model.sources": "Event Source Tier",
    "model.citations": "Citation",
    "model.statements": "Reservation Statement",
    "movements": "Movement",
    "moves": "Move Mover",
    "negotiation": "Negotiation",
    "origin": "FileFormat Origin",
    "outline": "Entry",
    "places": "AtKey AtOffset AtValue InSentence InText Place",
    "positions": "Account Held Lapsed Mark Position Silent",
    "rewording": "Edit Stretch",
    "rules.case": "Case",
    "rules.catalogue": "RULES",
    "rules.entries": "Claimed Said",
    "rules.rule": "Problem Rule RuleTier Skip",
    "sentence": "BadSentence Sentence",
    "stances": "Stance",
    "standing": "Counts Result Standing",
    "state": "State",
    "subjects": "Ambiguous Kind",
    "omissions": "LeftOut Omission",
    "versions": "Version",
    "views.log": "log",
    "views.matrix": "matrix",
    "views.report": "report",
    "views.story": "story",
    "work": "Work watching",
    "web.page": "page",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}

__version__ = "0.1.0"
__all__ = sorted(_HOME)  # noqa: PLE0605 - a list, of the names above

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Fetch a public name from its module, once."""
        if name not in _HOME:
            raise AttributeError(f"module 'negotrack' has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - a name may never be asked for

        found = getattr(import_module(f"negotrack.{_HOME[name]}"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
