"""Do the outcomes hang together, from demand to demand and from round to round?"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from negotrack.decisions import Why
from negotrack.model.demands import Demand
from negotrack.model.rounds import Round
from negotrack.places import AtKey, AtValue
from negotrack.positions import Held
from negotrack.rules.case import Case
from negotrack.rules.entries import Said
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import be, quoted
from negotrack.state import State


def requirement_open(case: Case) -> Found:
    """Find an agreed demand that requires another which is not agreed.

    Why it matters:
        An agreement that rests on another one is not safe until that one is reached. A reader who sees
        only the word "agreed" may take it for finished.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = { title = "Pay rise", requires = ["budget"] }  # NT303
        budget = "Budget for the rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union and employer accept pay", "union proposes budget"]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = { title = "Pay rise", requires = ["budget"] }
        budget = "Budget for the rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union and employer accept pay", "union proposes budget", "employer accepts budget"]

    How to fix:
        Record the agreement on what is required, once it is reached: `"employer accepts budget"`.
        Until then leave the finding: it is a reminder. Take `requires` out where the demand can stand
        alone.

    Source:
        In the UK-EU draft of 19 March 2018 the transition was marked green (agreed), while the protocol
        on Ireland in the same treaty was still open in part.
    """
    state = case.talks.now
    agreed, met = {*state.agreed}, {*state.agreed, *state.replaced}
    for demand in requiring(case):
        for index, other in enumerate(demand.requires if demand.id in agreed else ()):
            if other in case.demands and other not in met:
                yield Problem(
                    f"`{demand.id}` is agreed and requires `{other}`, which is {state.outcome(other)}",
                    AtValue(("demands", demand.id, "requires", index)),
                    demands=(demand.id, other),
                )


def final_but_open(case: Case) -> Found:
    """Find a demand marked `final = "all"` that is agreed while one of its parts is pending or rejected.

    Why it matters:
        Nothing is agreed until everything is agreed: that is what `final = "all"` says of the whole. A
        whole that is agreed while a part is not goes against the parties' own rule.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        deal = { title = "The whole deal", final = "all" }  # NT304
        pay = { title = "Pay rise", part_of = "deal" }

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union and employer accept deal", "union proposes pay"]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        deal = { title = "The whole deal", final = "all" }
        pay = { title = "Pay rise", part_of = "deal" }

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union and employer accept deal", "union proposes pay", "employer accepts pay"]

    How to fix:
        Record what the parties said on that part: `"employer accepts pay"`, or its withdrawal. Where
        the parties agreed the whole and left that part for later, take `final` out, or take the part
        out of the whole.

    Source:
        The UK-EU Joint Report of 8 December 2017 carried the caveat that nothing is agreed until
        everything is. The Punta del Este Declaration of 1986 made the Uruguay Round a single
        undertaking.
    """
    if not finals(case):
        return
    state = case.talks.now
    agreed = finals(case).intersection(state.agreed)
    closed = {whole for whole in agreed if not state.standing(whole).is_composite}
    still_open = {*state.rejected, *state.pending}.difference(state.replaced)
    parts_of: dict[str, list[str]] = {}
    for part in case.demands if closed else ():
        for whole in closed.intersection(case.forest.wholes(part)) if part in still_open else ():
            parts_of.setdefault(whole, []).append(part)
    for whole, parts in parts_of.items():
        yield Problem(
            f"`{whole}` is agreed, and nothing of it is agreed until all is, but {quoted(parts)} {be(parts)} not",
            AtKey(("demands", whole)),
            hint="record what became of its parts, or leave out `final`",
            demands=(whole, *parts),
        )


def reopened_silently(case: Case) -> Found:
    """Find a statement that takes back an agreed demand without a note that says why.

    Why it matters:
        An agreement that comes undone is among the most telling things in a record. Readers will ask
        why. A note tells them, and tells a change of mind from a slip in the record.

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
        statements = ["union and employer accept pay"]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01
        statements = [
          "employer rejects pay",  # NT305
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
        statements = ["union and employer accept pay"]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01
        statements = [
          { says = "employer rejects pay", note = "Its members voted the deal down in August." },
        ]

    How to fix:
        Check the statement against its source. If it is right, say in a `note` what led to it:
        `{ says = "employer rejects pay", note = "Its members voted the deal down in August." }`.

    Source:
        The final agreement between Colombia and the FARC of 24 August 2016 was reopened after voters
        rejected it on 2 October; a new text followed on 12 November.
    """
    states = [case.talks.at(number) for number in case.calendar.numbers.values()]
    for before, after in pairwise(states):
        for demand in sorted({*before.agreed}.difference(after.agreed)):
            for said in _turns(case, before, after, demand):
                yield Problem(
                    f"`{demand}` was agreed, and is {after.outcome(demand)} by this; no `note` says why",
                    said.demand(demand),
                    hint='say what is known of it: note = "..."',
                    demands=(demand,),
                )


def requiring(case: Case) -> Sequence[Demand]:
    """Give the demands that require others."""
    return [demand for demand in case.talks.demands if demand.requires]


def finals(case: Case) -> frozenset[str]:
    """Give the demands that are only to be agreed together with all their parts."""
    return case.forest.finals


def later_rounds(case: Case) -> Sequence[Round]:
    """Give the rounds that can undo what an earlier one has made."""
    return case.talks.rounds[1:]


def _turns(case: Case, before: State, after: State, demand: str) -> Iterable[Said]:
    """Give the words without a note by which a demand that was agreed by assents alone is agreed no longer."""
    standing, round_ = before.standing(demand), after.round
    is_by_assents = all(reason.why is Why.ASSENTS for reason in standing.party_reasons)
    if standing.is_composite or not is_by_assents or before.version(demand) != after.version(demand):
        return ()
    found = {}
    for reason in standing.party_reasons:
        now, then = after[reason.party, demand], before[reason.party, demand]
        if isinstance(now, Held) and now != then and round_ and now.said_in == round_.id:
            is_taken_back = not now.stance.is_assent or now.conditions
            if is_taken_back and not now.said.note:
                said = case.taken(now)
                found[said.path] = said
    return found.values()
