"""The Python session that the library is made for, checked by mypy alone: it is never run."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never, assert_type

import negotrack as nt

talks = nt.load("seeds/sochi-2022.toml")
assert_type(talks, nt.Negotiation)
assert_type(nt.loads('title = "Talks"'), nt.Negotiation)
assert_type(nt.seed("sochi-2022"), nt.Negotiation)
assert_type(nt.seeds(), tuple[str, ...])
assert_type(nt.dumps(talks, "json"), str)
nt.dump(talks, "talks.json")

now = talks.now
assert_type(now, nt.State)
assert_type(talks.at("sochi-2022"), nt.State)
assert_type(talks.at(-1), nt.State)
assert_type(talks.at(date(2022, 11, 1)), nt.State)
assert_type(talks.until("sochi-2022"), nt.Negotiation)
assert_type(now.outcome("corridor"), nt.Outcome)
assert_type(now.standing("treaty").reasons, tuple[nt.PartyReason | nt.PartReason, ...])
assert_type(now.agreed, tuple[str, ...])
assert_type(now.package, tuple[str, ...])
assert_type(now.counts, nt.Counts)
assert_type(talks.history("armenia", "corridor"), tuple[nt.Held | nt.Lapsed | nt.Silent, ...])

match now["armenia", "corridor"]:
    case nt.Held(stance=nt.Stance.REJECTS, said=said):
        assert_type(said, nt.Statement)
        assert_type(said.quote, str | None)
    case nt.Held() | nt.Lapsed() | nt.Silent():
        pass


def words(position: nt.Position) -> str:
    """Match the whole union: a class more would be an error here."""
    match position:
        case nt.Held(stance=stance):
            return stance
        case nt.Lapsed(was=was):
            return was.stance
        case nt.Silent():
            return "silent"
        case _:
            assert_never(position)


pay = nt.Negotiation(
    "Pay talks",
    parties=[nt.Party("union", "Union"), nt.Party("employer", "Employer")],
    sources=[nt.Source("minutes", "Minutes of 2 March")],
    demands=[nt.Demand("pay", "4% from April"), nt.Demand("hours", "A 35-hour week")],
    rounds=[
        nt.Round(
            "march",
            "2026-03-02",
            statements=[
                "union proposes pay and hours",
                nt.Statement("employer accepts pay if hours", source="minutes", locator="p. 2"),
            ],
        )
    ],
)
assert_type(pay.saying("employer accepts hours if pay").now.package, tuple[str, ...])
assert_type(
    pay.with_round(nt.Round("april", "2026-04-07", statements=["employer rejects hours"])), nt.Negotiation
)
print(nt.matrix(now))

found = nt.check(pay, select=["NT1"], ignore=["unsourced"], strict=True, read=lambda file: file)
assert_type(found, nt.Findings)
assert_type(found[0], nt.Finding)
assert_type(found.skipped, tuple[nt.Skipped, ...])
assert_type(found.excused, tuple[nt.Excused, ...])


def unnamed_place(case: nt.Case) -> Iterator[nt.Problem | nt.Skip]:
    """Write a rule by what is public."""
    if case.doubt:
        yield nt.Skip(case.doubt)
    for said in case.said:
        if not said.round.place:
            yield nt.Problem("nothing says where", said.holder(said.statement.says.holders[0]))


assert_type(nt.check(pay, rules=[nt.Rule("XY101", unnamed_place, "info")]), nt.Findings)

now.colour  # type: ignore[attr-defined]  # a name that is not there is an error
nt.likes  # type: ignore[attr-defined]  # also at the front door
talks.at(1.5)  # type: ignore[arg-type]  # no round has such a number
