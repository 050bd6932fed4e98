"""A second, naive reading of the definitions.

It was written apart from the library, from the text of the definitions alone. It is slow on
purpose: everything is computed again from the statements, for every round that is asked about.
The tests use it to check the library against. Section numbers are those of the definitions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

Cell = tuple[str, str]
"""A party and a demand."""

# Section 3, the table of stances. Both verb forms lead to the stance.
VERBS = {
    "proposes": "proposes",
    "propose": "proposes",
    "amends": "amends",
    "amend": "amends",
    "accepts": "accepts",
    "accept": "accepts",
    "rejects": "rejects",
    "reject": "rejects",
    "reserves": "reserves",
    "reserve": "reserves",
    "abstains": "abstains",
    "abstain": "abstains",
    "defers": "defers",
    "defer": "defers",
    "withdraws": "withdraws",
    "withdraw": "withdraws",
}
ASSENTS = ("proposes", "amends", "accepts")


# --- The plain data of a dossier ------------------------------------------------------------


def once(ids: list[str]) -> list[str]:
    """The ids in order, each once."""
    return list(dict.fromkeys(ids))


def table_of(value: Any) -> dict[str, Any]:
    """The table of a party or a demand; a bare name or title is an empty one."""
    return value if isinstance(value, dict) else {}


def party_ids(dossier: dict[str, Any]) -> list[str]:
    """All parties, in the order of the dossier."""
    return list(dossier.get("parties", {}))


def demand_ids(dossier: dict[str, Any]) -> list[str]:
    """All demands, in the order of the dossier."""
    return list(dossier.get("demands", {}))


def rounds_of(dossier: dict[str, Any]) -> list[dict[str, Any]]:
    """The rounds, in the order of the record, which is their total order (section 2)."""
    return list(dossier.get("rounds", []))


def party_table(dossier: dict[str, Any], party: str) -> dict[str, Any]:
    """What the dossier tells of a party."""
    return table_of(dossier["parties"][party])


def demand_table(dossier: dict[str, Any], demand: str) -> dict[str, Any]:
    """What the dossier tells of a demand."""
    return table_of(dossier["demands"][demand])


def round_id(dossier: dict[str, Any], number: int) -> str | None:
    """The id of a round by its number; None before the first."""
    return None if number == 0 else str(rounds_of(dossier)[number - 1]["id"])


# --- Section 2: who and what ----------------------------------------------------------------


def span_holds(dossier: dict[str, Any], span: dict[str, Any], number: int) -> bool:
    """Whether a span from `joins` to `leaves` holds in a round.

    `leaves` is the first round without it; section 10: an unknown round in a span is ignored.
    """
    ids = [entry["id"] for entry in rounds_of(dossier)]
    joins, leaves = span.get("joins"), span.get("leaves")
    if joins in ids and number < ids.index(joins) + 1:
        return False
    return not (leaves in ids and number >= ids.index(leaves) + 1)


def is_active(dossier: dict[str, Any], party: str, number: int) -> bool:
    """Outside its span a party is not active; section 10: an unknown party is taken as there."""
    if party not in party_ids(dossier):
        return True
    return span_holds(dossier, party_table(dossier, party), number)


def role_of(dossier: dict[str, Any], party: str) -> str:
    """`principal` is the default, `bloc` where members are given."""
    table = party_table(dossier, party)
    return str(table.get("role", "bloc" if "members" in table else "principal"))


def direct_members(dossier: dict[str, Any], bloc: str, number: int) -> list[str]:
    """Whom a bloc lists as its members in a round; section 10: unknown members are ignored."""
    if role_of(dossier, bloc) != "bloc":
        return []
    found = []
    for listing in party_table(dossier, bloc).get("members", []):
        span = listing if isinstance(listing, dict) else {"party": listing}
        if span["party"] in party_ids(dossier) and span_holds(dossier, span, number):
            found.append(str(span["party"]))
    return once(found)


def members_of(dossier: dict[str, Any], bloc: str, number: int) -> list[str]:
    """Section 4: the members of a member bloc are members, while both memberships last."""
    found: list[str] = []
    waiting = direct_members(dossier, bloc, number)
    while waiting:
        member = waiting.pop(0)
        if member not in found:
            found.append(member)
            waiting.extend(direct_members(dossier, member, number))
    return [member for member in found if member != bloc]


def named_parent(dossier: dict[str, Any], demand: str) -> str | None:
    """The parent that a demand names; section 10: an unknown one is ignored."""
    parent = demand_table(dossier, demand).get("part_of")
    return str(parent) if parent in demand_ids(dossier) else None


def in_a_circle(dossier: dict[str, Any], demand: str) -> bool:
    """Whether going from parent to parent leads from a demand back to itself."""
    seen: list[str] = []
    step = named_parent(dossier, demand)
    while step is not None and step not in seen:
        if step == demand:
            return True
        seen.append(step)
        step = named_parent(dossier, step)
    return False


def parent_of(dossier: dict[str, Any], demand: str) -> str | None:
    """`part_of`; demands in a circle count as having no parent."""
    return None if in_a_circle(dossier, demand) else named_parent(dossier, demand)


def parts_of(dossier: dict[str, Any], demand: str) -> list[str]:
    """The parts of a demand, in the order of the dossier."""
    return [part for part in demand_ids(dossier) if parent_of(dossier, part) == demand]


def wholes_of(dossier: dict[str, Any], demand: str) -> list[str]:
    """What a demand is part of, at any depth."""
    found: list[str] = []
    step = parent_of(dossier, demand)
    while step is not None:
        found.append(step)
        step = parent_of(dossier, step)
    return found


def between_of(dossier: dict[str, Any], demand: str) -> list[str]:
    """The parties whose assent it needs; default: the negotiation's, else all principals."""
    table = demand_table(dossier, demand)
    if "between" in table:
        return once(table["between"])
    if "between" in dossier:
        return once(dossier["between"])
    return [party for party in party_ids(dossier) if role_of(dossier, party) == "principal"]


def succeeded_by(dossier: dict[str, Any], demand: str) -> list[str]:
    """The older demands that this one renames or replaces."""
    succeeds = demand_table(dossier, demand).get("succeeds", [])
    return [succeeds] if isinstance(succeeds, str) else list(succeeds)


# --- Section 3: statements ------------------------------------------------------------------


@dataclass(frozen=True)
class Statement:
    """One sentence and what its table adds."""

    holders: list[str]
    stance: str
    demands: list[str]
    conditions: list[str]
    provisional: bool
    according_to: str | None
    red_line: bool
    reservation: str | None
    version: int | None


def ids_in(words: list[str]) -> list[str]:
    """Ids joined by "," and "and"; what is named twice counts once."""
    return once([word for word in words if word not in (",", "and")])


def read_statement(raw: str | dict[str, Any]) -> Statement:
    """Holders ["provisionally"] verb demands ["if" demands]."""
    table: dict[str, Any] = {"says": raw} if isinstance(raw, str) else raw
    words = str(table["says"]).replace(",", " , ").split()
    at = next(place for place, word in enumerate(words) if word in VERBS)
    before, stance, after = words[:at], VERBS[words[at]], words[at + 1 :]
    if after[0] == "on":  # "abstains on" and "reserves on" too
        after = after[1:]
    end = after.index("if") if "if" in after else len(after)
    return Statement(
        holders=ids_in([word for word in before if word != "provisionally"]),
        stance=stance,
        demands=ids_in(after[:end]),
        conditions=ids_in(after[end + 1 :]),
        provisional="provisionally" in before,
        according_to=table.get("according_to"),
        red_line=bool(table.get("red_line", False)),
        reservation=table.get("reservation"),
        version=table.get("version"),
    )


def is_established(statement: Statement, holder: str) -> bool:
    """Where P is the holder or is absent; each holder is compared with P for itself."""
    return statement.according_to is None or statement.according_to == holder


# --- Section 4: positions -------------------------------------------------------------------


@dataclass(frozen=True)
class Position:
    """A position that is held or, where `lapsed_in` tells when, lapsed. Silence is none at all."""

    stance: str
    conditions: list[str]
    provisional: bool
    reservation: str | None
    red_line: bool
    version: int
    basis: str
    said_in: int
    lapsed_in: int | None = None


@dataclass(frozen=True)
class Account:
    """What a giver says that a holder said."""

    giver: str
    stance: str
    conditions: list[str]
    provisional: bool
    reservation: str | None


@dataclass
class Table:
    """Where the statements so far have led."""

    positions: dict[Cell, Position] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    accounts: dict[Cell, list[Account]] = field(default_factory=dict)
    proponents: set[Cell] = field(default_factory=set)

    def version(self, demand: str) -> int:
        """The first text is version 1."""
        return self.versions.get(demand, 1)


def is_held(position: Position | None) -> bool:
    """Neither silent nor lapsed."""
    return position is not None and position.lapsed_in is None


def has_stance(position: Position | None, stance: str) -> bool:
    """Whether a position is held and has this stance."""
    return position is not None and position.lapsed_in is None and position.stance == stance


def says_the_same(one: Position, other: Position) -> bool:
    """Equal stance, conditions (as a set), provisional, reservation kind, red line, version."""
    return (
        one.stance == other.stance
        and set(one.conditions) == set(other.conditions)
        and one.provisional == other.provisional
        and one.reservation == other.reservation
        and one.red_line == other.red_line
        and one.version == other.version
    )


def replay(dossier: dict[str, Any], number: int) -> Table:
    """The statements up to the end of a round: by round, then by place within the round."""
    table = Table()
    for current, entry in enumerate(rounds_of(dossier)[:number], start=1):
        for raw in entry.get("statements", []):
            record(dossier, table, read_statement(raw), current)
    return table


def record(dossier: dict[str, Any], table: Table, statement: Statement, number: int) -> None:
    """One sentence: a statement for each pair, in order of holders, then demands.

    Section 10: unknown holders and demands are left out. `amends` is the exception.
    """
    holders = [holder for holder in statement.holders if holder in party_ids(dossier)]
    demands = [demand for demand in statement.demands if demand in demand_ids(dossier)]
    if statement.stance == "amends":
        for demand in demands:
            amend(dossier, table, statement, holders, demand, number)
        return
    for holder in holders:
        for demand in demands:
            speak(dossier, table, statement, holder, demand, number)


def speak(
    dossier: dict[str, Any],
    table: Table,
    statement: Statement,
    holder: str,
    demand: str,
    number: int,
) -> None:
    """One holder on one demand, by any stance but `amends`."""
    # Section 5: one that names another version than the current one moves nothing, and neither
    # opens nor closes an account.
    if statement.version is not None and statement.version != table.version(demand):
        return
    if not is_established(statement, holder):
        give_account(table, statement, holder, demand)
        return
    # Section 3: `withdraws` counts only from a holder that has proposed or amended before.
    if statement.stance == "withdraws" and (holder, demand) not in table.proponents:
        return
    take_position(dossier, table, statement, holder, demand, number)


def take_position(
    dossier: dict[str, Any],
    table: Table,
    statement: Statement,
    holder: str,
    demand: str,
    number: int,
) -> None:
    """The holder's position, and that of whoever is its member in this round."""
    move(table, statement, holder, demand, "own", number)
    for member in members_of(dossier, holder, number):
        move(table, statement, member, demand, holder, number)


def move(table: Table, statement: Statement, party: str, demand: str, basis: str, number: int) -> None:
    """One party takes a position, by its own word or by its bloc's."""
    position = Position(
        stance=statement.stance,
        conditions=statement.conditions,
        provisional=statement.provisional,
        reservation=statement.reservation,
        red_line=statement.red_line,
        version=table.version(demand),
        basis=basis,
        said_in=number,
    )
    cell = (party, demand)
    table.positions[cell] = position
    if statement.stance in ("proposes", "amends"):
        table.proponents.add(cell)  # itself or through a bloc
    # An account is open until the holder takes a position that matches it (its bloc's counts).
    table.accounts[cell] = [
        account for account in table.accounts.get(cell, []) if not matches(account, position)
    ]


def matches(account: Account, position: Position | None) -> bool:
    """Both are assents, or their stances are the same. A lapsed position has no stance."""
    if position is None or not is_held(position):
        return False
    both_assent = account.stance in ASSENTS and position.stance in ASSENTS
    return both_assent or account.stance == position.stance


def give_account(table: Table, statement: Statement, holder: str, demand: str) -> None:
    """An account moves no position; it opens unless the holder's position matches it then."""
    assert statement.according_to is not None
    cell = (holder, demand)
    account = Account(
        statement.according_to,
        statement.stance,
        statement.conditions,
        statement.provisional,
        statement.reservation,
    )
    # The same giver gives another account of the cell (whether or not that one opens).
    kept = [old for old in table.accounts.get(cell, []) if old.giver != account.giver]
    opens = not matches(account, table.positions.get(cell))
    table.accounts[cell] = [*kept, account] if opens else kept


# --- Section 5: amended texts ---------------------------------------------------------------


def amend(
    dossier: dict[str, Any],
    table: Table,
    statement: Statement,
    holders: list[str],
    demand: str,
    number: int,
) -> None:
    """An amendment makes one version of a demand, and all its holders assent to it.

    Section 3: accounts make no version; of an amendment by several holders according to one of
    them, that one amends, and the rest are accounts of the new text.
    """
    amenders = [holder for holder in holders if is_established(statement, holder)]
    if amenders:
        table.versions[demand] = table.version(demand) + 1
        for party in party_ids(dossier):
            table.accounts.pop((party, demand), None)  # open until the demand is amended
            lapse(table, (party, demand), number)
        # Who amends, or is a member of an amending bloc, has a position on the new text.
        for holder in amenders:
            take_position(dossier, table, statement, holder, demand, number)
    for holder in holders:
        if holder not in amenders:
            give_account(table, statement, holder, demand)


def lapse(table: Table, cell: Cell, number: int) -> None:
    """A position given to a text that is no longer on the table; once lapsed, it stays as it is."""
    position = table.positions.get(cell)
    if position is not None and position.lapsed_in is None:
        table.positions[cell] = replace(position, lapsed_in=number)


# --- Section 6: outcomes --------------------------------------------------------------------


@dataclass(frozen=True)
class Rule:
    """A decision: what it needs, what silence is, who holds a veto."""

    needs: str | int
    silence: str
    veto: list[str]


@dataclass(frozen=True)
class Vote:
    """What a decider does, in the words of the list of reasons."""

    party: str
    reason: str
    waits_for: list[str]
    position: Position | None


@dataclass(frozen=True)
class Moment:
    """The record and the positions as of the end of a round."""

    dossier: dict[str, Any]
    number: int
    positions: dict[Cell, Position]


def rule_of(dossier: dict[str, Any], demand: str) -> Rule:
    """A demand's own decision replaces the negotiation's whole; the default is unanimity."""
    decision = demand_table(dossier, demand).get("decision", dossier.get("decision", "unanimity"))
    if isinstance(decision, dict):
        return Rule(
            needs=decision.get("needs", "all"),
            silence=decision.get("silence", "neither"),
            veto=list(decision.get("veto", [])),
        )
    words = {
        "unanimity": Rule("all", "neither", []),
        "consensus": Rule("all", "assent", []),
        "majority": Rule("majority", "neither", []),
        "two-thirds": Rule("2/3", "neither", []),
    }
    return words[decision]


def threshold(rule: Rule, n: int) -> int:
    """k: the least whole number of assents that the rule asks for, with n deciders."""
    if isinstance(rule.needs, int):
        return rule.needs
    if rule.needs == "all":
        return n
    if rule.needs == "majority":
        return n // 2 + 1  # more than n/2
    share = Fraction(rule.needs) * n  # at least that share of n
    return -(-share.numerator // share.denominator)


def counts_as_silent(position: Position | None) -> bool:
    """Silent, or lapsed, unless what lapsed was an objection or a qualified assent."""
    if position is None:
        return True
    if position.lapsed_in is None:
        return False
    if position.stance in ("rejects", "reserves", "defers"):
        return False
    qualified = bool(position.conditions) or position.provisional
    return not (position.stance in ASSENTS and qualified)


def deciders(moment: Moment, demand: str) -> list[str]:
    """The parties in `between` that are active, less those that abstain.

    Where silence is `absent`, a silent decider is none. Section 10: an unknown party in
    `between` is a silent decider. In the order of the dossier, those unknown last.
    """
    known = party_ids(moment.dossier)
    between = between_of(moment.dossier, demand)
    ordered = [party for party in known if party in between]
    ordered += [party for party in between if party not in known]
    absent = rule_of(moment.dossier, demand).silence == "absent"
    found = []
    for party in ordered:
        position = moment.positions.get((party, demand))
        if not is_active(moment.dossier, party, moment.number):
            continue
        if has_stance(position, "abstains"):
            continue
        if absent and counts_as_silent(position):
            continue
        found.append(party)
    return found


def vote(moment: Moment, demand: str, party: str, agreed: set[str]) -> Vote:
    """Each decider assents, refuses, or does neither, given what is agreed."""
    position = moment.positions.get((party, demand))
    silence = rule_of(moment.dossier, demand).silence
    if counts_as_silent(position) and silence == "assent":
        return Vote(party, "silent-assent", [], position)
    if position is None:
        return Vote(party, "silent", [], None)
    if position.lapsed_in is not None:
        return Vote(party, "lapsed", [], position)
    if position.stance in ASSENTS:
        # Assent with conditions counts only while all its conditions are agreed.
        unmet = [condition for condition in position.conditions if condition not in agreed]
        return Vote(party, "waits" if unmet else "assents", unmet, position)
    if position.stance == "rejects":
        return Vote(party, "refuses", [], position)
    return Vote(party, position.stance, [], position)  # reserves, defers, withdraws


def votes(moment: Moment, demand: str, agreed: set[str]) -> list[Vote]:
    """What all the deciders do."""
    return [vote(moment, demand, party, agreed) for party in deciders(moment, demand)]


def assenting(cast: list[Vote]) -> list[Vote]:
    """The votes that count as assent."""
    return [one for one in cast if one.reason in ("assents", "silent-assent")]


def refusing(cast: list[Vote]) -> list[Vote]:
    """The votes that refuse."""
    return [one for one in cast if one.reason == "refuses"]


def decided_rejected(moment: Moment, demand: str, agreed: set[str]) -> bool:
    """Somebody refuses, and either n - x < k or a decider that holds a veto refuses."""
    rule = rule_of(moment.dossier, demand)
    cast = votes(moment, demand, agreed)
    refusals = refusing(cast)
    n, x = len(cast), len(refusals)
    vetoed = any(one.party in rule.veto for one in refusals)
    return x > 0 and (n - x < threshold(rule, n) or vetoed)


def decided_agreed(moment: Moment, demand: str, agreed: set[str]) -> bool:
    """Not rejected, n > 0 and y >= k."""
    cast = votes(moment, demand, agreed)
    n, y = len(cast), len(assenting(cast))
    k = threshold(rule_of(moment.dossier, demand), n)
    return not decided_rejected(moment, demand, agreed) and n > 0 and y >= k


def standing_by_positions(moment: Moment, demand: str) -> str:
    """`unraised`, `withdrawn` or `on the table`, by the positions that anybody has on it."""
    found = [
        moment.positions[(party, demand)]
        for party in party_ids(moment.dossier)
        if (party, demand) in moment.positions
    ]
    if not found:
        return "unraised"
    put_forward = any(has_stance(one, "proposes") or has_stance(one, "amends") for one in found)
    if any(has_stance(one, "withdraws") for one in found) and not put_forward:
        return "withdrawn"
    return "on the table"


def is_composite(moment: Moment, demand: str) -> bool:
    """Has parts, and none of the parties in its `between` has a position on it (nor a lapsed)."""
    spoken = [p for p in between_of(moment.dossier, demand) if (p, demand) in moment.positions]
    return bool(parts_of(moment.dossier, demand)) and not spoken


def standing(moment: Moment, demand: str) -> str:
    """`unraised`, `withdrawn` or `on the table`; of a composite, by its parts."""
    by_positions = standing_by_positions(moment, demand)
    if not is_composite(moment, demand):
        return by_positions
    parts = [standing(moment, part) for part in parts_of(moment.dossier, demand)]
    if "on the table" in parts or by_positions == "on the table":
        return "on the table"
    return "withdrawn" if all(part == "withdrawn" for part in parts) else "unraised"


def counted_parts(moment: Moment, demand: str) -> list[str]:
    """Of its parts, those withdrawn are left out."""
    parts = parts_of(moment.dossier, demand)
    return [part for part in parts if standing(moment, part) != "withdrawn"]


def is_agreed(moment: Moment, demand: str, agreed: set[str]) -> bool:
    """Whether the rule makes a demand agreed, given what is agreed."""
    if standing(moment, demand) != "on the table":
        return False
    if is_composite(moment, demand):
        parts = counted_parts(moment, demand)
        return bool(parts) and all(part in agreed for part in parts)
    return decided_agreed(moment, demand, agreed)


def is_rejected(moment: Moment, demand: str, agreed: set[str]) -> bool:
    """Whether the rule makes a demand rejected, given what is agreed."""
    if standing(moment, demand) != "on the table":
        return False
    if is_composite(moment, demand):
        parts = counted_parts(moment, demand)
        return bool(parts) and all(is_rejected(moment, part, agreed) for part in parts)
    return decided_rejected(moment, demand, agreed)


def until_stable(start: set[str], step: Callable[[set[str]], set[str]]) -> set[str]:
    """Repeat a step until it changes nothing."""
    current = start
    while (following := step(current)) != current:
        current = following
    return current


def least_agreed(moment: Moment) -> set[str]:
    """Start with nothing agreed; add what the rule makes agreed; stop when nothing is added."""

    def add(agreed: set[str]) -> set[str]:
        demands = demand_ids(moment.dossier)
        return agreed | {demand for demand in demands if is_agreed(moment, demand, agreed)}

    return until_stable(set(), add)


def outcome_word(moment: Moment, demand: str, agreed: set[str]) -> str:
    """Exactly one of the five outcomes."""
    where = standing(moment, demand)
    if where != "on the table":
        return where
    if demand in agreed:
        return "agreed"
    return "rejected" if is_rejected(moment, demand, agreed) else "pending"


def outcome_words(moment: Moment) -> dict[str, str]:
    """The outcome of every demand."""
    agreed = least_agreed(moment)
    demands = demand_ids(moment.dossier)
    return {demand: outcome_word(moment, demand, agreed) for demand in demands}


def agreed_in(words: dict[str, str]) -> set[str]:
    """The demands whose outcome is agreed."""
    return {demand for demand, word in words.items() if word == "agreed"}


def replaced_by(moment: Moment, demand: str, words: dict[str, str]) -> list[str]:
    """On the table, and another demand that `succeeds` it is agreed."""
    if words[demand] in ("unraised", "withdrawn"):
        return []
    return [
        other
        for other in demand_ids(moment.dossier)
        if other != demand and words[other] == "agreed" and demand in succeeded_by(moment.dossier, other)
    ]


def reasons(moment: Moment, demand: str, words: dict[str, str]) -> list[dict[str, Any]]:
    """The closed list of reasons for an outcome."""
    word = words[demand]
    if word == "unraised":
        return []
    if is_composite(moment, demand):
        return part_reasons(moment, demand, words)
    if word == "withdrawn":
        return [
            {"party": party, "reason": "withdraws"}
            for party in party_ids(moment.dossier)
            if has_stance(moment.positions.get((party, demand)), "withdraws")
        ]
    cast = votes(moment, demand, agreed_in(words))
    if word == "agreed":
        return [vote_reason(one) for one in assenting(cast)]
    if word == "rejected":
        return [vote_reason(one) for one in refusing(cast)]
    return [vote_reason(one) for one in cast if one not in assenting(cast)]


def part_reasons(moment: Moment, demand: str, words: dict[str, str]) -> list[dict[str, Any]]:
    """Of a composite: each part not left out and (where pending) not agreed.

    Of a composite that is withdrawn: its parts.
    """
    if words[demand] == "withdrawn":
        parts = parts_of(moment.dossier, demand)
    else:
        parts = counted_parts(moment, demand)
    if words[demand] == "pending":
        parts = [part for part in parts if words[part] != "agreed"]
    return [{"part": part, "outcome": words[part]} for part in parts]


def vote_reason(one: Vote) -> dict[str, Any]:
    """A vote as a reason; with what it waits for, and with the kind of a reservation."""
    reason: dict[str, Any] = {"party": one.party, "reason": one.reason}
    if one.reason == "waits":
        reason["for"] = list(one.waits_for)
    if one.reason == "reserves" and one.position is not None:
        reason["reservation"] = one.position.reservation
    return reason


# --- Section 7: the package on the table ----------------------------------------------------


def greatest_agreed(moment: Moment) -> set[str]:
    """Start with all that is on the table; drop what the rule does not support."""

    def drop(assumed: set[str]) -> set[str]:
        return {demand for demand in assumed if is_agreed(moment, demand, assumed)}

    demands = demand_ids(moment.dossier)
    return until_stable({one for one in demands if standing(moment, one) == "on the table"}, drop)


def package_of(moment: Moment) -> list[str]:
    """What the greatest fixed point holds beyond the least."""
    beyond = greatest_agreed(moment) - least_agreed(moment)
    return [demand for demand in demand_ids(moment.dossier) if demand in beyond]


def package_breaks(moment: Moment) -> list[dict[str, str]]:
    """The declarations that agreed and package together break, and the package has a part in."""
    package = set(package_of(moment))
    together = least_agreed(moment) | package
    known = demand_ids(moment.dossier)
    breaks = []
    for demand in known:
        if demand not in together:
            continue
        table = demand_table(moment.dossier, demand)
        for rival in once(table.get("excludes", [])):
            has_part = demand in package or rival in package
            if rival != demand and rival in together and has_part:
                breaks.append({"demand": demand, "excludes": rival})
        for needed in once(table.get("requires", [])):
            missing = needed in known and needed != demand and needed not in together
            if missing and demand in package:
                breaks.append({"demand": demand, "requires": needed})
    return breaks


# --- Section 8: provisional agreement -------------------------------------------------------


def provisional_demands(moment: Moment, words: dict[str, str]) -> set[str]:
    """The least set of agreed demands for which the definition holds."""

    def add(provisional: set[str]) -> set[str]:
        agreed = agreed_in(words)
        return provisional | {
            demand for demand in agreed if is_provisional(moment, demand, words, provisional)
        }

    return until_stable(set(), add)


def is_provisional(moment: Moment, demand: str, words: dict[str, str], provisional: set[str]) -> bool:
    """By its assents, by its parts, or by a whole that is final."""
    for whole in wholes_of(moment.dossier, demand):
        is_final = demand_table(moment.dossier, whole).get("final") == "all"
        if is_final and (words[whole] != "agreed" or whole in provisional):
            return True
    if is_composite(moment, demand):
        return any(part in provisional for part in counted_parts(moment, demand))
    for one in votes(moment, demand, agreed_in(words)):
        if one.reason == "assents" and one.position is not None:
            rests_on = any(condition in provisional for condition in one.position.conditions)
            if one.position.provisional or rests_on:
                return True
    return False


# --- The state of a round -------------------------------------------------------------------


def held_since(tables: list[Table], cell: Cell, position: Position, last: int) -> int:
    """The first round of the unbroken run, up to `last`, at whose end the position is equal.

    `last` is taken to be in the run; the ends of the rounds before it are looked up.
    """
    first = last
    while first > 1:
        earlier = tables[first - 1].positions.get(cell)
        if earlier is None or not is_held(earlier) or not says_the_same(earlier, position):
            break
        first -= 1
    return first


def outcome_since(history: list[dict[str, str]], demand: str, number: int) -> int:
    """The first round of the unbroken run of rounds at whose end it is the same word."""
    first = number
    while first > 1 and history[first - 1][demand] == history[number][demand]:
        first -= 1
    return first


def position_entry(dossier: dict[str, Any], tables: list[Table], cell: Cell) -> dict[str, Any]:
    """One cell of the matrix, as plain data."""
    number = len(tables) - 1
    position = tables[number].positions.get(cell)
    accounts = tables[number].accounts.get(cell, [])
    entry: dict[str, Any] = {"party": cell[0], "demand": cell[1]}
    entry["stance"] = position.stance if position is not None and is_held(position) else None
    if position is None:
        entry |= {"conditions": [], "provisional": False, "reservation": None, "red_line": False}
        entry |= {"version": None, "basis": None, "since": None, "said_in": None}
    else:
        # A lapsed statement as it stood when it lapsed: the run ends in the round it lapsed in.
        last = number if position.lapsed_in is None else position.lapsed_in
        since = held_since(tables, cell, position, last)
        entry |= {
            "conditions": list(position.conditions),
            "provisional": position.provisional,
            "reservation": position.reservation,
            "red_line": position.red_line,
            "version": position.version,
            "basis": position.basis,
            "since": round_id(dossier, since),
            "said_in": round_id(dossier, position.said_in),
        }
    entry["marks"] = marks(position, accounts)
    if position is not None and not is_held(position):
        entry["lapsed_stance"] = position.stance
    if accounts:
        entry["accounts"] = [account_entry(account) for account in accounts]
    return entry


def marks(position: Position | None, accounts: list[Account]) -> list[str]:
    """Section 3: disputed while the position is held, reported while it is silent or lapsed."""
    found = []
    if position is not None and not is_held(position):
        found.append("lapsed")
    if accounts:
        found.append("disputed" if is_held(position) else "reported")
    return found


def account_entry(account: Account) -> dict[str, Any]:
    """An open account, as plain data."""
    return {
        "according_to": account.giver,
        "stance": account.stance,
        "conditions": list(account.conditions),
        "provisional": account.provisional,
        "reservation": account.reservation,
    }


def position_entries(dossier: dict[str, Any], tables: list[Table]) -> list[dict[str, Any]]:
    """Every cell that is not silent, and every silent one that is reported."""
    now = tables[-1]
    cells = [(party, demand) for demand in demand_ids(dossier) for party in party_ids(dossier)]
    shown = [cell for cell in cells if cell in now.positions or now.accounts.get(cell)]
    return [position_entry(dossier, tables, cell) for cell in shown]


def outcome_entries(moment: Moment, history: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Every demand with its outcome, since when and why."""
    words = history[moment.number]
    provisional = provisional_demands(moment, words)
    entries = []
    for demand in demand_ids(moment.dossier):
        since = None
        if words[demand] != "unraised":
            since = round_id(moment.dossier, outcome_since(history, demand, moment.number))
        entries.append(
            {
                "demand": demand,
                "outcome": words[demand],
                "provisional": demand in provisional,
                "replaced_by": replaced_by(moment, demand, words),
                "since": since,
                "reasons": reasons(moment, demand, words),
            }
        )
    return entries


def read(dossier: dict[str, Any], round_number: int) -> dict[str, Any]:
    """The state as of the end of a round (0: before the first), as plain data."""
    tables = [replay(dossier, number) for number in range(round_number + 1)]
    moments = [Moment(dossier, number, one.positions) for number, one in enumerate(tables)]
    history = [outcome_words(moment) for moment in moments]
    now = moments[round_number]
    return {
        "round": round_id(dossier, round_number),
        "parties": party_ids(dossier),
        "demands": demand_ids(dossier),
        "positions": position_entries(dossier, tables),
        "outcomes": outcome_entries(now, history),
        "package": package_of(now),
        "package_breaks": package_breaks(now),
    }
