"""Is there somebody to decide each demand, and a decision that can be met?"""

from fractions import Fraction

from negotrack.fields import MOST
from negotrack.model.claims import Outcome
from negotrack.model.decision import Decision
from negotrack.model.demands import Demand
from negotrack.places import AtKey, AtValue
from negotrack.rules.case import Case
from negotrack.rules.rule import Found, Problem
from negotrack.standing import Standing


def nobody_decides(case: Case) -> Found:
    """Find a demand on the table that no active party is left to decide.

    Why it matters:
        A demand is agreed or rejected by the parties that decide on it. While none of them is active, it
        stays pending, unless who put it forward takes it back.

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
    inactive = case.inactive(len(case.talks.rounds))
    for demand in case.talks.demands:
        is_left = all(party in inactive for party in case.terms.between(demand))
        if is_left and _is_for_parties(case.talks.now.standing(demand.id)):
            path = ("demands", demand.id)
            yield Problem(
                f"`{demand.id}` is on the table, and no active party is in its `between`",
                AtKey(path if demand.between is None else (*path, "between")),
                hint="name under `between` whose assent counts",
                demands=(demand.id,),
            )


def impossible_threshold(case: Case) -> Found:
    """Find a decision rule that cannot be met, or a veto for a party that does not decide.

    Why it matters:
        By a rule that asks for three assents between two parties nothing can ever be agreed. A rule
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


def _is_for_parties(standing: Standing) -> bool:
    """Tell whether a demand is on the table, and for parties to decide: its parts do not make its outcome."""
    is_on_table = standing.outcome in (Outcome.AGREED, Outcome.REJECTED, Outcome.PENDING)
    return is_on_table and not standing.is_composite


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


_NEEDS = "write how many of those in `between` have to assent: a count, a share up to 1, or all"
