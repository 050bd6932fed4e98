"""Every other public name as a user writes it: made, matched or caught. It is checked by mypy alone, and never run."""

from fractions import Fraction
from typing import assert_never, assert_type

import negotrack as nt

talks = nt.Negotiation(
    "Talks",
    decision=nt.Decision("2/3", silence=nt.Silence.ABSENT),
    check=nt.CheckSettings(ignore_at=[nt.Excuse("NT204", "the old text was meant")]),
    parties=[nt.Party("eu", "EU", role=nt.Role.BLOC, members=[nt.Membership("fr"), "de"])],
    sources=[nt.Source("minutes", "Minutes", tier=nt.Tier.PARTY, date=nt.When("2026"))],
    demands=[nt.Demand("pay", "Pay", final=nt.Finality.ALL)],
    events=[nt.Event("2026-03", "Strike", source=nt.Citation("minutes", "p. 2"))],
    rounds=[
        nt.Round(
            "march",
            "2026-03",
            delegates=[nt.Delegate("fr", "A minister")],
            meetings=[nt.Meeting("Plenary")],
            claims=[nt.Claim("pay", nt.Outcome.AGREED)],
            statements=[
                nt.Sentence(["fr"], nt.Stance.PROPOSES, ["pay"]),
                nt.Statement("de reserves pay", reservation=nt.Reservation.SCRUTINY),
            ],
        )
    ],
)
now, diff = talks.now, talks.diff()
assert_type(talks.origin, nt.Origin | None)
assert_type(nt.Origin("talks.toml", "", nt.FileFormat.TOML).format, nt.FileFormat)
assert_type(now.grid, nt.Grid)
assert_type(now.outline, tuple[nt.Entry, ...])
assert_type(now.result("pay"), nt.Result)
assert_type(now.standing("pay"), nt.Standing)
assert_type(now.version("pay"), nt.Version)
assert_type(now.open_accounts, tuple[nt.Account, ...])
assert_type(now.marks("fr", "pay"), tuple[nt.Mark, ...])
assert_type(now.left_out[0].why, nt.Omission)
assert_type(now.left_out, tuple[nt.LeftOut, ...])
assert_type(now.package_breaks, tuple[nt.Break, ...])
assert_type(now.package_breaks[0].relation, nt.Relation)
assert_type(talks.moves("march"), tuple[nt.Move, ...])
assert_type(talks.moves("march")[0].mover, nt.Mover)
assert_type(talks.ledger, nt.Ledger)
assert_type(talks.ledger.rounds[0], nt.RoundMoves)
assert_type(next(iter(talks.ledger.tallies.values())), nt.Tally)
print(nt.log(talks), nt.report(talks), nt.story(talks, "pay"), len(nt.page(talks)))


def heard(work: nt.Work, done: int, total: int) -> None:
    """Hear how far work has come."""
    print(work.value, done / total)


with nt.watching(heard), nt.watching(print):
    assert_type(nt.load("talks.toml"), nt.Negotiation)


def changed(
    entry: nt.DiffEntry,
) -> nt.Change | nt.Movement | nt.Presence | nt.Mark | nt.Edit | nt.Word | None:
    """Match the whole union."""
    match entry:
        case nt.OutcomeChange(words=words):
            return words[0] if words else entry.change
        case nt.PositionChange():
            return entry.movement
        case nt.TextChange():
            stretch: nt.Stretch = entry.stretches[0]
            return stretch.edit
        case nt.MarkChange(after=after):
            return after
        case nt.PartyChange(presence=presence):
            return presence
        case _:
            assert_never(entry)


def reason(one: nt.Reason) -> nt.Why | nt.Outcome:
    """Match the whole union."""
    return one.why if isinstance(one, nt.PartyReason) else one.outcome


def path(place: nt.Place) -> tuple[str | int, ...]:
    """Match the whole union."""
    match place:
        case nt.AtKey() | nt.AtValue() | nt.InText() | nt.InSentence():
            return place.path
        case nt.AtOffset():
            return ()
        case _:
            assert_never(place)


def told(one: nt.Said | nt.Claimed) -> nt.Problem:
    """Give a problem at an entry of a round."""
    return nt.Problem("m", nt.AtValue(one.path), related=[nt.Related(nt.AtKey(()), "here")])


def differing(one: nt.Difference) -> nt.Reading | nt.Position | nt.Result | str:
    """Match the whole union."""
    match one:
        case nt.Renaming(kind=nt.Kind.ROUND):
            return one.new
        case nt.Renaming(kind=kind):
            assert_type(kind, nt.Kind)
            return one.title
        case nt.OnlyOld(what=what) | nt.OnlyNew(what=what):
            return what.id
        case nt.Edited(field=field):
            return field
        case nt.Added() | nt.Removed() | nt.Reread():
            return recoded(one)
        case nt.OtherPosition(new=position):
            return position
        case nt.OtherOutcome(new=result):
            return result
        case _:
            assert_never(one)


def recoded(one: nt.Recoding) -> nt.Reading:
    """Take what all members of the union have."""
    return one.reading


def measured(found: nt.Agreement) -> Fraction | nt.Undefined:
    """Ask for one measure, and for a cell."""
    coded: nt.Coded = found.cells[0]
    assert_type(coded.agrees(nt.Criterion.SAID), bool)
    measure: nt.Measure = found.measure(nt.Criterion.STANCE, nt.Over.BOTH)
    return measure.kappa


assert_type(nt.compare(talks, talks), nt.Comparison)
assert_type(nt.agreement(talks, talks), nt.Agreement)
assert_type(nt.kappa([("a", "b")]), Fraction | nt.Undefined)
assert_type(nt.alpha([("a", "b")]), Fraction | nt.Undefined)
assert_type(nt.RULES[0].severity, nt.Severity)
assert_type(nt.RULES[0].tier, nt.RuleTier)
assert_type(nt.Diff(now, now).rounds[0], nt.Round)

try:
    nt.load("talks.toml")
except nt.Unreadable as error:
    assert_type(error.findings, tuple[nt.Finding, ...])
except (nt.BadField, nt.BadId, nt.BadDate, nt.BadSentence, nt.DuplicateId, nt.Ambiguous) as error:
    assert_type(error, nt.BadField | nt.BadId | nt.BadDate | nt.BadSentence | nt.DuplicateId | nt.Ambiguous)
except (nt.NoSuchParty, nt.NoSuchDemand, nt.NoSuchRound, nt.NoSuchSource, nt.NoSuchTag) as error:
    assert_type(error.known, tuple[str, ...])
except (nt.NoSuchRule, nt.NoSuchSeed, nt.NoSuch) as error:
    assert_type(error.wanted, str)
except (nt.RuleFailed, nt.NoRules) as error:
    assert_type(error.reason, str)
except nt.NotOneNegotiation as error:
    assert_type(error.before, str)
