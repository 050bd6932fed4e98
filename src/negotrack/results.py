"""What does each command find, and what is that in each format? A format loads what it needs, and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from negotrack import bundled
from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.subjects import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.checked import CheckedFile
    from negotrack.codings import Agreement as Agreed
    from negotrack.comparison import Comparison as Compared
    from negotrack.diffs import Diff as Difference
    from negotrack.formats.json.entries import Document
    from negotrack.rules.rule import BuiltIn, Rule
    from negotrack.views.blocks import Documented
    from negotrack.views.log import Log as LogView
    from negotrack.views.matrix import Matrix as MatrixView
    from negotrack.views.view import View


class Matrix(NamedTuple):
    """Who stands where."""

    state: State
    parties: Sequence[str]
    demands: Sequence[str]
    tags: Sequence[str]
    outcomes: Sequence[str]
    is_transposed: bool
    is_list: bool

    def text(self) -> "MatrixView":
        from negotrack.views import matrix

        return matrix.Matrix(
            self.state,
            parties=self.parties,
            demands=self.demands,
            tags=self.tags,
            outcomes=self.outcomes,
            is_transposed=self.is_transposed,
            is_list=self.is_list,
        )

    def json(self) -> "Document":
        from negotrack.formats.json import matrix

        return matrix.matrix(self.state)

    def csv(self) -> str:
        from negotrack.formats.csv import matrix

        shown = self.text()
        parties = shown.parties or [party.id for party in self.state.parties]
        return matrix.matrix(self.state, parties, [entry.demand.id for entry in shown.selection.entries])


class Report(NamedTuple):
    """A page to send."""

    talks: Negotiation
    state: State

    def text(self) -> "Documented":
        from negotrack.views import report

        return report.Report(self.talks, self.state)

    def json(self) -> "Document":
        from negotrack.formats.json import report

        return report.report(self.talks, self.state)


class Story(NamedTuple):
    """The whole story of one thing."""

    talks: Negotiation
    state: State
    subject: Subject

    def text(self) -> "View":
        from negotrack.views import story

        return story.told(self.talks, self.state, self.subject)

    def json(self) -> "Document":
        from negotrack.formats.json import story

        return story.story(self.talks, self.state, self.subject)


class Diff(NamedTuple):
    """What moved between two rounds."""

    talks: Negotiation
    diff: "Difference"
    demands: Sequence[str]
    has_sources: bool

    def text(self) -> "Documented":
        from negotrack.views import diff

        sources = {one.id: one for one in self.talks.sources} if self.has_sources else None
        return diff.DiffView(self.diff, sources, self.demands)

    def json(self) -> "Document":
        from negotrack.formats.json import changes

        return changes.diff(self.diff)

    def csv(self) -> str:
        from negotrack.formats.csv import changes

        return changes.diff(self.diff)


class Log(NamedTuple):
    """The whole course."""

    talks: Negotiation
    parties: Sequence[str]
    demands: Sequence[str]
    since: str | int | date | None

    def text(self) -> "LogView":
        from negotrack.views import log

        return log.Log(self.talks, parties=self.parties, demands=self.demands, since=self.since)

    def json(self) -> "Document":
        from negotrack.formats.json import changes

        shown = self.text()
        return changes.log(self.talks, shown.course, shown.start)

    def csv(self) -> str:
        from negotrack.formats.csv import changes

        return changes.log(self.talks, self.text().course)


class Ledger(NamedTuple):
    """Who moved which way over all rounds."""

    talks: Negotiation

    def text(self) -> "Documented":
        from negotrack.views import ledger

        return ledger.LedgerView(self.talks.ledger)

    def json(self) -> "Document":
        from negotrack.formats.json import changes

        return changes.ledger(self.talks.ledger)

    def csv(self) -> str:
        from negotrack.formats.csv import changes

        return changes.ledger(self.talks.ledger)


class Check(NamedTuple):
    """What was found in dossiers."""

    files: "Sequence[CheckedFile]"

    def text(self) -> "View":
        from negotrack import checked
        from negotrack.views import findings

        return findings.FoundIn(checked.located(self.files))

    def json(self) -> "Document":
        from negotrack.formats.json import findings

        return findings.findings(self.files)

    def github(self) -> Iterator[str]:
        from negotrack import checked
        from negotrack.formats import github

        return github.commands(checked.located(self.files))


class Explanation(NamedTuple):
    """What rules say of themselves: in full, or in a line each."""

    rules: "Sequence[BuiltIn | Rule]"
    is_full: bool

    def text(self) -> "View":
        from negotrack.views import rules

        return rules.RuleHelp(self.rules) if self.is_full else rules.RuleList(self.rules)

    def json(self) -> "Document":
        from negotrack.formats.json import rules

        return rules.rules(self.rules)


class Comparison(NamedTuple):
    """How two records differ."""

    of: "Compared"
    evidence: bool

    def text(self) -> "Documented":
        from negotrack.views.comparison import ComparisonView

        return ComparisonView(self.of, evidence=self.evidence)

    def json(self) -> "Document":
        from negotrack.formats.json import records

        return records.comparison(self.of)

    def csv(self) -> str:
        from negotrack.formats.csv import records

        return records.comparison(self.of)


class Agreement(NamedTuple):
    """How far two coders agree."""

    of: "Agreed"

    def text(self) -> "Documented":
        from negotrack.views.agreement import AgreementView

        return AgreementView(self.of)

    def json(self) -> "Document":
        from negotrack.formats.json import records

        return records.agreement(self.of)

    def csv(self) -> str:
        from negotrack.formats.csv import records

        return records.agreement(self.of)


class Seeds(NamedTuple):
    """The dossiers that come with negotrack, by name."""

    talks: Mapping[str, Negotiation]

    def text(self) -> "Documented":
        from negotrack.views import seeds

        return seeds.SeedList(self.talks, bundled.folder())

    def json(self) -> "Document":
        from negotrack.formats.json import seeds

        return seeds.seeds(self.talks)

    def csv(self) -> str:
        from negotrack.formats.csv import seeds

        return seeds.seeds(self.talks)
