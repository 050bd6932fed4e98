"""Which rules are there, and in which families?"""

from negotrack.findings import Severity
from negotrack.rules import (
    accounts,
    amendments,
    blocs,
    circles,
    claims,
    deciding,
    excuses,
    outcomes,
    positions,
    reading,
    references,
    rivals,
    sources,
    time,
)
from negotrack.rules.rule import BuiltIn, Rule, RuleTier

ERROR, WARNING, INFO = Severity
ALWAYS, STRICT = RuleTier

FAMILIES = {
    "NT0": "Reading",
    "NT1": "References",
    "NT2": "Positions",
    "NT3": "Outcomes",
    "NT4": "Accounts",
    "NT5": "Time and attendance",
    "NT6": "Blocs",
    "NT9": "Excuses",
}
"""What the rules are about whose codes begin alike."""

RULES: tuple[BuiltIn | Rule, ...] = (
    BuiltIn("NT001", reading.unreadable),
    BuiltIn("NT002", reading.unknown_key),
    BuiltIn("NT003", reading.wrong_type),
    BuiltIn("NT004", reading.bad_id),
    BuiltIn("NT005", reading.bad_sentence),
    BuiltIn("NT006", reading.bad_date),
    BuiltIn("NT007", reading.missing_key),
    BuiltIn("NT008", reading.duplicate_id),
    Rule("NT101", references.unknown_party, ERROR),
    Rule("NT102", references.unknown_demand, ERROR),
    Rule("NT103", references.unknown_round, ERROR),
    Rule("NT104", references.unknown_source, ERROR),
    Rule("NT105", sources.unsourced, WARNING, STRICT),
    Rule("NT106", sources.unused_source, INFO, STRICT),
    Rule("NT107", references.never_spoken_of, INFO, STRICT),
    Rule("NT108", sources.quote_not_found, ERROR),
    Rule("NT109", circles.circular_parts, ERROR),
    Rule("NT110", circles.circular_bloc, ERROR),
    Rule("NT201", positions.self_contradiction, INFO, STRICT),
    Rule("NT202", positions.withdraws_unproposed, ERROR),
    Rule("NT203", positions.condition_on_itself, ERROR),
    Rule("NT204", amendments.stale_acceptance, ERROR),
    Rule("NT205", positions.rejects_own_proposal, WARNING, silences=("NT201",)),
    Rule("NT206", positions.crossed_red_line, WARNING, silences=("NT201", "NT205")),
    Rule("NT207", rivals.backs_rivals, WARNING),
    Rule("NT208", amendments.amends_without_text, INFO, STRICT),
    Rule("NT209", amendments.misplaced_text, ERROR),
    Rule("NT301", claims.claim_differs, ERROR, by_outcomes=claims.all_claims),
    Rule("NT302", rivals.rivals_agreed, ERROR, by_outcomes=rivals.all_rivals),
    Rule("NT303", outcomes.requirement_open, INFO, STRICT, by_outcomes=outcomes.requiring),
    Rule("NT304", outcomes.final_but_open, ERROR, by_outcomes=outcomes.finals),
    Rule("NT305", outcomes.reopened_silently, INFO, STRICT, by_outcomes=outcomes.later_rounds),
    Rule("NT306", deciding.nobody_decides, WARNING),
    Rule("NT307", deciding.impossible_threshold, ERROR),
    Rule("NT401", accounts.disputed, INFO, STRICT),
    Rule("NT402", accounts.hearsay, INFO, STRICT),
    Rule("NT403", accounts.one_sided, WARNING, silences=("NT301",), by_outcomes=accounts.claims_of_one),
    Rule("NT501", time.out_of_order, ERROR),
    Rule("NT502", time.outside_its_round, WARNING),
    Rule("NT503", time.source_too_early, INFO, STRICT),
    Rule("NT504", time.not_present, WARNING),
    Rule("NT505", time.inactive_holder, INFO, STRICT),
    Rule("NT506", time.gone_stale, INFO, STRICT, by_outcomes=time.still_open),
    Rule("NT601", blocs.counted_twice, ERROR),
    Rule("NT602", blocs.dissent, INFO, STRICT),
    Rule("NT603", blocs.two_blocs, INFO, STRICT),
    BuiltIn("NT901", excuses.unused_excuse, WARNING),
)
"""All rules, by code. Codes never change their meaning and are never used again."""
