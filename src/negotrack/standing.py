"""What became of one demand, and how many came out how?"""

from typing import final

from attrs import frozen

from negotrack.decisions import PartyReason, Reason
from negotrack.model.claims import Outcome
from negotrack.sentence import enumerated


@final
@frozen
class Result:
    """What became of one demand, in what makes two outcomes equal; why and since when is not part of it.

    Attributes:
        is_provisional: whether it is agreed provisionally only.
        replaced_by: the ids of the agreed demands that succeed it, in the order of the dossier.

    Examples:
        >>> from negotrack import seed
        >>> str(seed("uk-eu-withdrawal").now.result("backstop"))
        'rejected, replaced by protocol'
    """

    __module__ = "negotrack"

    outcome: Outcome
    is_provisional: bool
    replaced_by: tuple[str, ...]

    def __str__(self) -> str:
        replaced = f", replaced by {enumerated(self.replaced_by)}" if self.replaced_by else ""
        return f"{'provisionally ' if self.is_provisional else ''}{self.outcome}{replaced}"


@final
@frozen(kw_only=True)
class Standing:
    """What became of one demand, as of a round, and why.

    Attributes:
        reasons: what made it so, by party or part in the order of the dossier.
        deciders: the ids of the parties that are counted, in the order of the dossier: those that have to assent, are
            active and have not abstained. Empty where its parts make the outcome.
        needed: how many of them have to assent; 0 where its parts make the outcome. Where there are fewer of them,
            nothing that they say makes it agreed.
        since: the id of the first round of the unbroken run with this outcome; None where it is unraised.
        is_provisional: whether it is agreed provisionally only.
        replaced_by: the ids of the agreed demands that succeed it, in the order of the dossier.
        is_composite: whether it takes its outcome from its parts.
        parts: where it does: the ids of its parts, in the order of the dossier, less those that were withdrawn.

    Examples:
        >>> from negotrack import seed
        >>> standing = seed("sochi-2022").now.standing("corridor")
        >>> print(standing)
        corridor: rejected (armenia refuses)
        >>> standing.since, standing.deciders
        ('sochi-2022', ('azerbaijan', 'armenia'))
        >>> standing.is_counted, [reason.party for reason in standing.party_reasons]
        (True, ['armenia'])
    """

    __module__ = "negotrack"

    demand: str
    outcome: Outcome
    reasons: tuple[Reason, ...]
    deciders: tuple[str, ...]
    needed: int
    since: str | None
    is_provisional: bool
    replaced_by: tuple[str, ...]
    is_composite: bool
    parts: tuple[str, ...]

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the demands that the counts are of: on the table, by itself, and not replaced."""
        is_on_table = self.outcome in (Outcome.AGREED, Outcome.REJECTED, Outcome.PENDING)
        return is_on_table and not self.is_composite and not self.replaced_by

    @property
    def party_reasons(self) -> tuple[PartyReason, ...]:
        """The reasons that lie with parties, and not with parts, in their order: all of them, or none."""
        return tuple(reason for reason in self.reasons if isinstance(reason, PartyReason))

    def __str__(self) -> str:
        result = Result(self.outcome, self.is_provisional, self.replaced_by)
        why = f" ({'; '.join(map(str, self.reasons))})" if self.reasons else ""
        return f"{self.demand}: {result}{why}"


@final
@frozen(kw_only=True)
class Counts:
    """How many demands are agreed, rejected and pending.

    They are of the demands on the table, less those that take their outcome from their parts and those that are
    replaced, so that nothing counts twice.

    Attributes:
        agreed: how many are agreed, those among them that are so provisionally only.
        provisional: how many of the agreed ones are so provisionally only.
        rejected: how many are rejected.
        pending: how many are pending.

    Examples:
        >>> from negotrack import seed
        >>> counts = seed("sochi-2022").now.counts
        >>> print(counts)
        4 of 10 agreed, 1 rejected, 5 pending
        >>> counts.total
        10
    """

    __module__ = "negotrack"

    agreed: int
    provisional: int
    rejected: int
    pending: int

    @property
    def total(self) -> int:
        """How many demands that are."""
        return self.agreed + self.rejected + self.pending

    def __str__(self) -> str:
        return f"{self.agreed} of {self.total} agreed, {self.rejected} rejected, {self.pending} pending"
