"""Was it said when, and by whom, it can have been, and not too long ago?"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from negotrack.findings import Related
from negotrack.model.rounds import Round
from negotrack.places import AtValue
from negotrack.positions import OWN, Held
from negotrack.rules.case import Case
from negotrack.rules.rule import Found, Problem


def out_of_order(case: Case) -> Found:
    """Find a round that stands after a later one.

    Why it matters:
        The order of the rounds decides which statement is a party's latest word. A round in the wrong
        place can turn a position back into one that the party has left.

    Fails:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "second"
        date = 2024-05-02
        statements = ["employer accepts pay"]
        [[rounds]]
        id = "first"
        date = 2024-03-01  # NT501
        statements = ["union proposes pay"]

    Passes:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "first"
        date = 2024-03-01
        statements = ["union proposes pay"]
        [[rounds]]
        id = "second"
        date = 2024-05-02
        statements = ["employer accepts pay"]

    How to fix:
        Move the round to its place in time, or put its date right. Go by the day on which the parties
        spoke, not by the day on which it was published.

    Source:
        Azerbaijan's five principles of 2022 were given to Armenia in February and made public in March.
        A record in order of publication would put them after what was said in between.
    """
    for index, (before, round_) in enumerate(pairwise(case.talks.rounds), 1):
        if round_.date.latest_start < before.date.earliest:
            yield Problem(
                f"`{round_.date}` is before `{before.date}`, the date of the round ahead of it",
                AtValue(("rounds", index, "date")),
                hint="correct the date, or put the rounds in the order in which they began",
                related=(Related(AtValue(("rounds", index - 1, "date")), "the round ahead of it"),),
                rounds=(before.id, round_.id),
            )


def outside_its_round(case: Case) -> Found:
    """Find a statement dated outside the dates of its round.

    Why it matters:
        A statement made days after a meeting is not a word given at the meeting. Readers who compare
        rounds would see it a step too early or too late.

    Fails:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "meeting"
        date = 2024-03-01
        statements = [
          "union proposes pay",
          { says = "employer accepts pay", date = 2024-03-09 },  # NT502
        ]

    Passes:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "meeting"
        date = 2024-03-01
        statements = ["union proposes pay"]
        [[rounds]]
        id = "letter"
        date = 2024-03-09
        statements = ["employer accepts pay"]

    How to fix:
        Give the statement a round of its own; a letter or an interview is a round too. Where the
        meeting went on, widen its date: `date = "2024-03-01/2024-03-09"`.

    Source:
        The leaders of Armenia, Azerbaijan and France met the President of the European Council in
        Prague on 6 October 2022; the joint statement is dated 7 October. A record that gives the
        meeting one day only would leave the statement outside it.
    """
    for said in case.said:
        date, round_ = said.statement.date, said.round
        if date and (date.latest < round_.date.earliest or round_.date.latest < date.earliest):
            yield Problem(
                f"said on `{date}`, in a round of `{round_.date}`",
                said.value("date"),
                hint="correct the date, or give what was said between two meetings a round of its own",
                related=(Related(AtValue(("rounds", said.number - 1, "date")), "the date of the round"),),
            )


def source_too_early(case: Case) -> Found:
    """Find a source dated before the round that it is said to report.

    Why it matters:
        A report cannot be older than what it reports. An earlier paper may be a draft or an
        announcement: it shows what a party wanted, not what it said at the meeting.

    Fails:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [sources.minutes]
        title = "Minutes"
        date = 2024-02-01  # NT503
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        source = "minutes"
        statements = ["union proposes pay"]

    Passes:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [sources.minutes]
        title = "Minutes"
        date = 2024-03-02
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        source = "minutes"
        statements = ["union proposes pay"]

    How to fix:
        Put the date of the source right: `date = 2024-03-02`. If the source is a paper from before the
        meeting, record what it says in a round of its own, or let the finding stand where it was handed
        in at the meeting.

    Source:
        Asbarez reported on 26 October 2022 that Armenia's prime minister wanted to sign a peace deal by
        the end of the year; the Sochi talks were on 31 October. Such an article shows a position from
        before the talks, not one taken at them.
    """
    told: set[tuple[str, str]] = set()
    for said in case.said:
        for id_ in said.sources:
            source = case.sources.get(id_)
            is_early = source and source.date and source.date.latest < said.round.date.earliest
            if source and is_early and (source.id, said.round.id) not in told:
                told.add((source.id, said.round.id))
                yield Problem(
                    f"`{source.id}` is dated `{source.date}`, and tells of `{said.round.id}`, a round of "
                    f"`{said.round.date}`",
                    AtValue(("sources", source.id, "date")),
                    hint="a draft or a submission may well be earlier; else one of the dates is a slip",
                    related=(Related(said.sentence, "it tells of this"),),
                    rounds=(said.round.id,),
                )


def not_present(case: Case) -> Found:
    """Find a statement by a party that was not present at the round.

    Why it matters:
        A party that was not there cannot have spoken there. The statement belongs to another party or
        another round, or the list of those present is not complete.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        present = ["union"]
        statements = [
          "employer rejects pay",  # NT504
        ]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        present = ["union", "employer"]
        statements = [
          "employer rejects pay",
        ]

    How to fix:
        Add the party to those present: `present = ["union", "employer"]`. Where it spoke elsewhere,
        give that a round of its own. Where another party spoke of it, write `according_to`.

    Source:
        The meeting in Granada on 5 October 2023 was held without Azerbaijan. Its statement was that of
        Armenia and three European leaders, and records no position taken by Azerbaijan.
    """
    there: dict[str, _Attendance] = {}
    for said in case.said:
        round_ = said.round
        if round_.present is None:
            continue
        if round_.id not in there:
            there[round_.id] = _Attendance(case, round_, said.number)
        for holder in said.statement.says.holders:
            is_word = holder in case.parties and not said.is_account_of(holder)
            if is_word and not there[round_.id].represents(holder):
                yield Problem(
                    f"`{holder}` speaks, and is not among those `present` in `{round_.id}`",
                    said.holder(holder),
                    hint="add it to `present`; what it said elsewhere goes into a round of its own, and what others "
                    "tell of it is an account: according_to",
                    related=(Related(AtValue(("rounds", said.number - 1, "present")), "who was there"),),
                    parties=(holder,),
                )


def inactive_holder(case: Case) -> Found:
    """Find a statement by a party before it joined or after it left.

    Why it matters:
        Such a party may speak, but it decides nothing in that round. Often this is as it should be.
        Sometimes the round in `joins` or `leaves` is wrong, and then its voice is missing from the
        count.

    Fails:
        title = "Fishing talks"
        [parties]
        coast = "Coastal state"
        island = { name = "Island state", joins = "autumn" }
        [demands]
        quota = "Catch quota"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "coast proposes quota",
          "island rejects quota",  # NT505
        ]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01

    Passes:
        title = "Fishing talks"
        [parties]
        coast = "Coastal state"
        island = { name = "Island state", joins = "spring" }
        [demands]
        quota = "Catch quota"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "coast proposes quota",
          "island rejects quota",
        ]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01

    How to fix:
        Check in which round the party took its seat: `joins = "spring"`. The round in `leaves` is the
        first without it. If the party did speak from outside, leave the statement as it is.

    Source:
        In Colombia the vote of 2 October 2016 brought in a new actor, the No side, with demands of its
        own but no seat at the table. About 500 proposals in 57 topics were then gone through.
    """
    for said in case.said:
        for holder in said.statement.says.holders:
            if holder in case.inactive(said.number) and not said.is_account_of(holder):
                message = f"`{holder}` speaks in `{said.round.id}`, in which it decides nothing"
                path = ("parties", holder)
                related = (Related(AtValue(path), "when it joins and leaves"),)
                yield Problem(message, said.holder(holder), related=related, parties=(holder,))


def still_open(case: Case) -> Sequence[str]:
    """Give the demands on which a position can go stale."""
    return case.talks.now.pending


def gone_stale(case: Case) -> Found:
    """Find a position on a pending demand that its holder has not restated for many rounds.

    Why it matters:
        A position stands until it is changed, but an old word may no longer be meant. A reader should
        know which parts of the picture rest on words spoken long ago. A demand that was replaced is
        closed: nobody has to come back to it.

    Fails:
        title = "Wage talks"
        check = { stale_after = 1 }
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union proposes pay",  # NT506
        ]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01

    Passes:
        title = "Wage talks"
        check = { stale_after = 1 }
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01
        statements = ["union proposes pay"]

    How to fix:
        Look in the later sources for a restatement, a change or a withdrawal, and record it in its
        round: `"union proposes pay"`. Set the number of rounds with `stale_after`; it is 5 unless set.

    Source:
        Under draft rule 16 of the UN climate conference, an agenda item not completed at one session
        goes on to the next unless decided otherwise. Items can stay open for years in this way.
    """
    state = case.talks.now
    for demand in [demand for demand in state.pending if demand not in state.replaced]:
        for party, position in case.positions.get(demand, {}).items():
            if isinstance(position, Held) and position.basis == OWN:
                said = case.taken(position)
                age = state.number - said.number
                if age >= case.stale_after:
                    yield Problem(
                        f"`{party}` has not come back to `{demand}` for {age} {'round' if age == 1 else 'rounds'}",
                        said.demand(demand),
                        hint="look for a later word, and record it even if nothing moved",
                        parties=(party,),
                        demands=(demand,),
                    )


class _Attendance:
    """Who took part in a round. A bloc and its members stand for one another."""

    def __init__(self, case: Case, round_: Round, number: int) -> None:
        self._case = case
        self._number = number
        self._there = {*(round_.present or ()), *round_.mediators, *(one.party for one in round_.delegates)}
        for meeting in round_.meetings:
            self._there.update(meeting.present or ())

    def represents(self, holder: str) -> bool:
        """Tell whether a party was there, or a member of it, or a bloc that it is a member of."""
        if holder in self._there or holder in self._members:
            return True
        return not self._there.isdisjoint(self._case.blocs.members(holder, self._number))

    @cached_property
    def _members(self) -> AbstractSet[str]:
        """The members of the blocs that were there."""
        return {
            member
            for party in self._there
            if party in self._case.parties and self._case.parties[party].members
            for member in self._case.blocs.members(party, self._number)
        }
