"""Which rules are there?"""

from negotrack.findings import Severity
from negotrack.rules import accounts, blocs, excuses, outcomes, positions, reading, references, time
from negotrack.rules.rule import BuiltIn, Rule, RuleTier

ERROR, WARNING, INFO = Severity
ALWAYS, STRICT = RuleTier

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
    Rule("NT105", references.unsourced, WARNING, STRICT),
    Rule("NT106", references.unused_source, INFO, STRICT),
    Rule("NT107", references.never_spoken_of, INFO, STRICT),
    Rule("NT108", references.quote_not_found, ERROR),
    Rule("NT109", references.circular_parts, ERROR),
    Rule("NT110", references.circular_bloc, ERROR),
    Rule("NT201", positions.self_contradiction, INFO, STRICT),
    Rule("NT202", positions.withdraws_unproposed, ERROR),
    Rule("NT203", positions.condition_on_itself, ERROR),
    Rule("NT204", positions.stale_acceptance, ERROR),
    Rule("NT205", positions.rejects_own_proposal, WARNING, silences=("NT201",)),
    Rule("NT206", positions.crossed_red_line, WARNING, silences=("NT201", "NT205")),
    Rule("NT207", positions.backs_rivals, WARNING),
    Rule("NT208", positions.amends_without_text, INFO, STRICT),
    Rule("NT209", positions.misplaced_text, ERROR),
    Rule("NT301", outcomes.claim_differs, ERROR),
    Rule("NT302", outcomes.rivals_agreed, ERROR),
    Rule("NT303", outcomes.requirement_open, INFO, STRICT),
    Rule("NT304", outcomes.final_but_open, ERROR),
    Rule("NT305", outcomes.reopened_silently, INFO, STRICT),
    Rule("NT306", outcomes.nobody_decides, WARNING),
    Rule("NT307", outcomes.impossible_threshold, ERROR),
    Rule("NT401", accounts.disputed, INFO, STRICT),
    Rule("NT402", accounts.hearsay, INFO, STRICT),
    Rule("NT403", accounts.one_sided, WARNING, silences=("NT301",)),
    Rule("NT501", time.out_of_order, ERROR),
    Rule("NT502", time.outside_its_round, WARNING),
    Rule("NT503", time.source_too_early, INFO, STRICT),
    Rule("NT504", time.not_present, WARNING),
    Rule("NT505", time.inactive_holder, INFO, STRICT),
    Rule("NT506", time.gone_stale, INFO, STRICT),
    Rule("NT601", blocs.counted_twice, ERROR),
    Rule("NT602", blocs.dissent, INFO, STRICT),
    Rule("NT603", blocs.two_blocs, INFO, STRICT),
    BuiltIn("NT901", excuses.unused_excuse, WARNING),
)
"""All rules, by code. Codes never change their meaning and are never used again."""
