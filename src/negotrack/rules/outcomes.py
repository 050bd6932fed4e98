"""Do the outcomes hang together, and agree with what is claimed of them? The rules NT3."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from negotrack.decisions import Why
from negotrack.fields import MOST
from negotrack.findings import Related, Severity
from negotrack.model.claims import CLAIMABLE, Claim
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.parts import Forest
from negotrack.places import AtKey, AtValue
from negotrack.positions import Held
from negotrack.rules.because import because
from negotrack.rules.case import Case
from negotrack.rules.entries import Said
from negotrack.rules.rule import Found, Problem, Skip
from negotrack.rules.wording import MOST_NAMED, be, quoted, verb
from negotrack.standing import Standing
from negotrack.state import State


def claim_differs(case: Case) -> Found:
    """Find a claimed outcome that differs from the one that the statements give.

    Why it matters:
        A claim is what a source says came out. The outcome itself follows from what each party said.
        Where the two differ, a statement is missing, or the source says more than the parties did.

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
        statements = ["union proposes pay", "employer reserves pay"]
        claims = { pay = "agreed" }  # NT301

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
        statements = ["union proposes pay", "employer reserves pay"]
        claims = { pay = "pending" }

    How to fix:
        Add the statement that is missing, here `"employer accepts pay"`, or claim what the parties'
        words bear out: `claims = { pay = "pending" }`. Where the claim is the view of one party, say
        whose it is: `pay = { outcome = "agreed", according_to = "union" }`.

    Source:
        On 26 May 2013 the first accord of the talks between Colombia and the FARC, on land, was
        announced as agreed, while the FARC's negotiator Márquez spoke of pending issues.
    """
    claims = case.claimed
    if claims and case.doubt:
        yield Skip(case.doubt)
        return
    for claimed in claims:
        claim = claimed.claim
        if claim.demand not in case.demands:
            continue
        state = case.talks.at(claimed.number)
        standing = state.standing(claim.demand)
        if claim.outcome is not standing.outcome:
            is_one_voice = claim.according_to or (claimed.number, claim.demand) in case.contested
            yield Problem(
                f"`{claim.demand}` is claimed `{claim.outcome}`, but is `{standing.outcome}`: "
                + because(standing, claim.outcome),
                claimed.outcome,
                hint="" if is_one_voice else _of_claim(claim, standing),
                parties=_named(claim, standing),
                related=tuple(_words(case, state, standing)),
                severity=Severity.INFO if is_one_voice else None,
            )


def rivals_agreed(case: Case) -> Found:
    """Find two demands that exclude each other and are both agreed.

    Why it matters:
        A secretariat cannot have its only seat in two cities. If the record says that both are agreed,
        an objection or a withdrawal is missing, or one of the two took the place of the other.

    Fails:
        title = "Seat of the secretariat"
        decision = "consensus"

        [parties]
        north = "North"
        south = "South"

        [demands]
        geneva = "Seat in Geneva"
        vienna = { title = "Seat in Vienna", excludes = ["geneva"] }  # NT302

        [[rounds]]
        id = "plenary"
        date = 2024-03-01
        statements = ["north proposes geneva", "south proposes vienna"]

    Passes:
        title = "Seat of the secretariat"
        decision = "consensus"

        [parties]
        north = "North"
        south = "South"

        [demands]
        geneva = "Seat in Geneva"
        vienna = { title = "Seat in Vienna", excludes = ["geneva"] }

        [[rounds]]
        id = "plenary"
        date = 2024-03-01
        statements = ["north proposes geneva", "south proposes vienna", "north rejects vienna"]

    How to fix:
        Record the objection or the withdrawal that is missing: `"north rejects vienna"`. Where the
        newer demand took the place of the older, write `succeeds = "geneva"` instead. Where both can
        stand, take `excludes` out.

    Source:
        In the UK-EU talks the revised protocol of 17 October 2019 replaced the backstop endorsed in
        November 2018. The Vienna Convention on the Law of Treaties (Article 30) deals with successive
        treaties on one subject.
    """
    ahead = dict(case.rivals)
    if ahead and case.doubt:
        yield Skip(case.doubt)
        return
    for number in case.calendar.numbers.values() if ahead else ():
        state = case.talks.at(number)
        settled = {*state.agreed}.difference(state.replaced)
        for one, other in [pair for pair in ahead if settled.issuperset(pair)]:
            round_ = case.talks.rounds[number - 1].id
            yield Problem(
                f"`{one}` excludes `{other}`, and both are agreed as of `{round_}`",
                ahead.pop((one, other)),
                hint="record which of the two was given up, or that one `succeeds` the other",
                demands=(one, other),
                rounds=(round_,),
            )


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
        statements = ["union and employer accept pay", "union and employer accept budget"]

    How to fix:
        Record the agreement on what is required, once it is reached:
        `"union and employer accept budget"`. Until then leave the finding: it is a reminder. Take
        `requires` out where the demand can stand alone.

    Source:
        In the UK-EU draft of 19 March 2018 the transition was marked green (agreed), while the protocol
        on Ireland in the same treaty was still open in part.
    """
    requiring = [demand for demand in case.talks.demands if demand.requires]
    if requiring and case.doubt:
        yield Skip(case.doubt)
        return
    state = case.talks.now
    agreed, met = {*state.agreed}, {*state.agreed, *state.replaced}
    for demand in requiring:
        for index, other in enumerate(demand.requires if demand.id in agreed else ()):
            if other in case.demands and other not in met:
                yield Problem(
                    f"`{demand.id}` is agreed and requires `{other}`, which is {state.outcome(other)}",
                    AtValue(("demands", demand.id, "requires", index)),
                    demands=(demand.id, other),
                )


def final_but_open(case: Case) -> Found:
    """Find a demand marked `final = "all"` that is agreed while one of its parts is open.

    Why it matters:
        Nothing is agreed until everything is agreed: that is what `final = "all"` says of the whole. A
        whole that is agreed with a part still open goes against the parties' own rule.

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
        statements = ["union and employer accept deal", "union and employer accept pay"]

    How to fix:
        Record what the parties said on the open part: `"union and employer accept pay"`, or its
        withdrawal. Where the parties agreed the whole and left that part for later, take `final` out,
        or take the part out of the whole.

    Source:
        The UK-EU Joint Report of 8 December 2017 carried the caveat that nothing is agreed until
        everything is. The Punta del Este Declaration of 1986 made the Uruguay Round a single
        undertaking.
    """
    state, forest = case.talks.now, Forest.of(case.talks.demands)
    if forest.finals and case.doubt:
        yield Skip(case.doubt)
        return
    agreed = [whole for whole in state.agreed if whole in forest.finals]
    closed = {whole for whole in agreed if not state.standing(whole).is_composite}
    still_open = {*state.rejected, *state.pending}.difference(state.replaced)
    parts_of: dict[str, list[str]] = {}
    for part in case.demands if closed else ():
        for whole in closed.intersection(forest.wholes(part)) if part in still_open else ():
            parts_of.setdefault(whole, []).append(part)
    for whole, parts in parts_of.items():
        yield Problem(
            f"`{whole}` is agreed, and nothing of it is agreed until all is, but {quoted(parts)} {be(parts)} open",
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
    if len(states) > 1 and case.doubt:
        yield Skip(case.doubt)
        return
    for before, after in pairwise(states):
        for demand in sorted({*before.agreed}.difference(after.agreed)):
            for said in _turns(case, before, after, demand):
                yield Problem(
                    f"`{demand}` was agreed, and is {after.outcome(demand)} by this; no `note` says why",
                    said.demand(demand),
                    hint='say what is known of it: note = "..."',
                    demands=(demand,),
                )


def nobody_decides(case: Case) -> Found:
    """Find a demand on the table that no active party is left to decide.

    Why it matters:
        A demand is agreed or rejected by the parties that decide on it. If none of them is active, it
        can only stay pending, whatever anybody says.

    Fails:
        title = "Schools in the region"
        [parties]
        state = "State"
        council = { name = "Regional council", leaves = "autumn" }
        [demands]
        school = { title = "A second school", between = ["council"] }  # NT306
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["council proposes school"]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01

    Passes:
        title = "Schools in the region"
        [parties]
        state = "State"
        council = { name = "Regional council", leaves = "autumn" }
        [demands]
        school = { title = "A second school", between = ["council", "state"] }
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["council proposes school"]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01

    How to fix:
        Name in `between` a party that still decides: `between = ["council", "state"]`. Check the round
        in `leaves`, and the roles of the parties: without `between`, only principals decide.

    Source:
        The ceasefire of 20 September 2023 was made between Azerbaijan and the Karabakh authorities. A
        decree of 28 September, as reported, was to dissolve the latter's institutions by 1 January
        2024. A record of such talks has to say in which rounds a party decides.
    """
    state = case.talks.now
    inactive = case.inactive(state.number)
    for id_ in (*state.agreed, *state.rejected, *state.pending):
        demand = case.demands[id_]
        if not state.standing(id_).is_composite and inactive >= {*case.terms.between(demand)}:
            place = AtKey(("demands", id_) if demand.between is None else ("demands", id_, "between"))
            yield Problem(
                f"`{id_}` is on the table, and no active party is in its `between`",
                place,
                hint="name under `between` whose assent it needs",
                demands=(id_,),
            )


def impossible_threshold(case: Case) -> Found:
    """Find a decision rule that cannot be met, or a veto for a party that does not decide.

    Why it matters:
        A rule that asks for three assents between two parties keeps the demand pending for ever. A rule
        that asks for none, or a veto for an outsider, does not say what its author meant.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = { title = "Pay rise", decision = { needs = 3 } }  # NT307

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = { title = "Pay rise", decision = { needs = 2 } }

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]

    How to fix:
        Give a number that the parties can reach: `decision = { needs = 2 }`. Use `needs = "all"` or a
        share such as `needs = "2/3"` where the number of parties may change. Add a holder of a veto to
        `between`.

    Source:
        The number of votes must fit the table: when the UN Security Council grew from eleven members to
        fifteen (in force 31 August 1965), Article 27 of the Charter was amended to ask for nine votes
        instead of seven.
    """
    yield from _of_default(case)
    for demand in case.talks.demands:
        between, path = case.terms.between(demand), ("demands", demand.id)
        if demand.decision:
            fault = _fault(demand.decision, len(between))
            if fault:
                yield Problem(f"`{demand.id}` {fault}", AtValue((*path, "decision", "needs")), hint=_NEEDS)
            yield from _strange_vetoes(case, demand, demand.decision)
        elif demand.between is not None and _is_out_of_reach(case.terms.rule(demand), len(between)):
            fault = _fault(case.terms.rule(demand), len(between))
            yield Problem(f"`{demand.id}` {fault} in its `between`", AtKey((*path, "between")), hint=_NEEDS)


def _of_default(case: Case) -> Found:
    """Find what is wrong with the decision that the negotiation names for all demands."""
    rule, place = case.talks.decision, AtValue(("decision", "needs"))
    if rule is None:
        return
    plain = next((one for one in case.talks.demands if not one.decision and one.between is None), None)
    is_reachable = plain is None or not _is_out_of_reach(rule, len(case.terms.between(plain)))
    fault = _fault(rule, len(case.terms.between(plain)) if plain and not is_reachable else MOST)
    if fault:
        yield Problem(f"the decision of the negotiation {fault}", place, hint=_NEEDS)


def _fault(rule: Decision, count: int) -> str:
    """Say what is wrong with the assents that a rule needs of so many parties."""
    match rule.needs:
        case int(needs):
            if needs == 0:
                return "needs `0` assents"
            return f"needs `{needs}` assents of {count} {'party' if count == 1 else 'parties'}" * (
                needs > count
            )
        case str(needs) if "/" in needs:
            return "" if 0 < Fraction(needs) <= 1 else f"needs `{needs}` of the assents"
        case _:
            return ""


def _is_out_of_reach(rule: Decision, count: int) -> bool:
    """Tell whether a rule needs more assents than there are parties, by their number."""
    return isinstance(rule.needs, int) and rule.needs > count


def _strange_vetoes(case: Case, demand: Demand, rule: Decision) -> Found:
    """Find the parties that hold a veto and do not decide."""
    between = {*case.terms.between(demand)}
    for index, holder in enumerate(rule.veto):
        if holder in case.parties and holder not in between:
            yield Problem(
                f"`{holder}` holds a veto on `{demand.id}`, and is not in its `between`",
                AtValue(("demands", demand.id, "decision", "veto", index)),
                hint="a veto counts only of a party that decides: add it to `between`",
                parties=(holder,),
            )


def _of_claim(claim: Claim, standing: Standing) -> str:
    """Say how a claim and what is derived are brought together."""
    mended = f', or write {claim.demand} = "{standing.outcome}"' if standing.outcome in CLAIMABLE else ""
    told = f'{claim.demand} = {{ outcome = "{claim.outcome}", according_to = "..." }}'
    return f"record the missing words{mended}; as one party's word: {told}"


def _named(claim: Claim, standing: Standing) -> tuple[str, ...]:
    """Give the parties that a claim has to do with: who makes it, and whose words make another outcome."""
    givers = [claim.according_to] if claim.according_to else []
    return tuple(dict.fromkeys([*givers, *(reason.party for reason in standing.party_reasons)]))


def _words(case: Case, state: State, standing: Standing) -> Iterator[Related]:
    """Give where the first of those spoke that made an outcome."""
    for reason in standing.party_reasons[:MOST_NAMED]:
        position = state[reason.party, standing.demand]
        if isinstance(position, Held):
            place = case.taken(position).demand(standing.demand)
            yield Related(place, f"{reason.party} {verb(position.stance)} it here")


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


_NEEDS = "write how many of those in `between` have to assent: a count, a share up to 1, or all"
