"""A second, naive reading of what changes: the diffs, moves and ledger of section 9.

It stands on the naive reading of sections 1 to 8 and was, like that, written apart from the
library, from the text of the definitions alone. It is slow on purpose: both states are computed
again from the statements, for every pair of rounds that is asked about.
"""

from __future__ import annotations

from typing import Any

import naive

# Section 9: refusal < neither < qualified assent < full assent.
REFUSAL, NEITHER, QUALIFIED, FULL = range(4)

# --- The movement from one position to another ----------------------------------------------


def are_equal(one: naive.Position | None, other: naive.Position | None) -> bool:
    """Section 4: both silent, both lapsed (whatever lapsed), or both held and saying the same."""
    if one is None or other is None:
        return one is None and other is None
    if not naive.is_held(one) or not naive.is_held(other):
        return not naive.is_held(one) and not naive.is_held(other)
    return naive.says_the_same(one, other)


def qualifiers(position: naive.Position) -> set[str]:
    """The qualifiers of an assent: its conditions and `provisionally`, which is no id."""
    return set(position.conditions) | ({"provisionally"} if position.provisional else set())


def height(position: naive.Position) -> int:
    """Refusal < neither (lapsed too) < qualified assent < full assent."""
    if not naive.is_held(position):
        return NEITHER
    if position.stance == "rejects":
        return REFUSAL
    if position.stance not in naive.ASSENTS:
        return NEITHER
    return QUALIFIED if qualifiers(position) else FULL


def movement(before: naive.Position | None, after: naive.Position | None) -> str:
    """The movement between two positions that are not equal: the first line of the table that fits."""
    if after is not None and not naive.is_held(after):
        return "lapsed"
    if after is None:
        return "unsaid"
    if before is None:
        return "opening"
    low, high = height(before), height(after)
    if low != high:
        return "toward" if low < high else "away"
    if low == QUALIFIED:
        old, new = qualifiers(before), qualifiers(after)
        if new < old:
            return "toward"
        if old < new:
            return "away"
    return "sideways"


# --- The diff of two states -----------------------------------------------------------------


def cells_of(dossier: dict[str, Any]) -> list[naive.Cell]:
    """All cells: by demand, then by party, in the order of the dossier."""
    return [(party, demand) for demand in naive.demand_ids(dossier) for party in naive.party_ids(dossier)]


def side(dossier: dict[str, Any], number: int, cell: naive.Cell) -> dict[str, Any] | None:
    """The entry of the matrix less party and demand; None where the cell is silent."""
    tables = [naive.replay(dossier, current) for current in range(number + 1)]
    if cell not in tables[number].positions:
        return None
    entry = naive.position_entry(dossier, tables, cell)
    return {key: value for key, value in entry.items() if key not in ("party", "demand")}


def position_changes(dossier: dict[str, Any], before: int, after: int) -> list[dict[str, Any]]:
    """Every cell whose two positions are not equal."""
    old, new = naive.replay(dossier, before).positions, naive.replay(dossier, after).positions
    return [
        {
            "party": cell[0],
            "demand": cell[1],
            "before": side(dossier, before, cell),
            "after": side(dossier, after, cell),
            "movement": movement(old.get(cell), new.get(cell)),
        }
        for cell in cells_of(dossier)
        if not are_equal(old.get(cell), new.get(cell))
    ]


def outcome_sides(dossier: dict[str, Any], number: int) -> dict[str, dict[str, Any]]:
    """Of every demand: its outcome, whether that is provisional, and what replaces the demand."""
    moment = naive.Moment(dossier, number, naive.replay(dossier, number).positions)
    words = naive.outcome_words(moment)
    provisional = naive.provisional_demands(moment, words)
    return {
        demand: {
            "outcome": words[demand],
            "provisional": demand in provisional,
            "replaced_by": naive.replaced_by(moment, demand, words),
        }
        for demand in naive.demand_ids(dossier)
    }


def outcome_change(before: dict[str, Any], after: dict[str, Any]) -> str:
    """The name of a change: where the outcome went or, where it stayed, what changed about it."""
    if before["outcome"] != after["outcome"]:
        return where_it_went(before["outcome"], after["outcome"])
    if after["replaced_by"] and not before["replaced_by"]:
        return "replaced"
    if before["replaced_by"] and not after["replaced_by"]:
        return "restored"
    if before["provisional"] and not after["provisional"]:
        return "confirmed"
    if after["provisional"] and not before["provisional"]:
        return "loosened"
    return "succeeded"


def where_it_went(before: str, after: str) -> str:
    """The name of a change from one outcome to another."""
    if after == "pending":
        return "reopened" if before in ("agreed", "rejected") else "tabled"
    names = {"agreed": "settled", "rejected": "blocked", "withdrawn": "withdrawn", "unraised": "untabled"}
    return names[after]


def outcome_changes(dossier: dict[str, Any], before: int, after: int) -> list[dict[str, Any]]:
    """Every demand whose two outcomes are not equal."""
    old, new = outcome_sides(dossier, before), outcome_sides(dossier, after)
    return [
        {
            "demand": demand,
            "before": old[demand],
            "after": new[demand],
            "change": outcome_change(old[demand], new[demand]),
        }
        for demand in naive.demand_ids(dossier)
        if old[demand] != new[demand]
    ]


def later_texts(dossier: dict[str, Any], demand: str, number: int) -> list[str | None]:
    """The texts of the versions after the first, up to the end of a round, one for each amendment.

    An amendment has its statement's text where that names one demand only.
    """
    found: list[str | None] = []
    for entry in naive.rounds_of(dossier)[:number]:
        for raw in entry.get("statements", []):
            statement = naive.read_statement(raw)
            amenders = [
                holder
                for holder in statement.holders
                if holder in naive.party_ids(dossier) and naive.is_established(statement, holder)
            ]
            if statement.stance == "amends" and amenders and demand in statement.demands:
                text = raw.get("text") if isinstance(raw, dict) else None
                found.append(text if statement.demands == [demand] else None)
    return found


def text_side(dossier: dict[str, Any], demand: str, number: int) -> dict[str, Any]:
    """The version of a demand as of a round, and its text; None where that is not recorded."""
    texts = [naive.demand_table(dossier, demand).get("text"), *later_texts(dossier, demand, number)]
    return {"version": len(texts), "text": texts[-1]}


def text_changes(dossier: dict[str, Any], before: int, after: int) -> list[dict[str, Any]]:
    """Every demand whose version differs."""
    found = []
    for demand in naive.demand_ids(dossier):
        old, new = text_side(dossier, demand, before), text_side(dossier, demand, after)
        if old["version"] != new["version"]:
            found.append({"demand": demand, "before": old, "after": new})
    return found


def party_changes(dossier: dict[str, Any], before: int, after: int) -> list[dict[str, Any]]:
    """Every party that is active in one of the two rounds only."""
    found = []
    for party in naive.party_ids(dossier):
        was, is_now = naive.is_active(dossier, party, before), naive.is_active(dossier, party, after)
        if was != is_now:
            found.append({"party": party, "change": "joined" if is_now else "left"})
    return found


def mark_of(dossier: dict[str, Any], number: int, cell: naive.Cell) -> str | None:
    """`disputed`, `reported` or neither; that a position has lapsed is no mark here."""
    table = naive.replay(dossier, number)
    for mark in naive.marks(table.positions.get(cell), table.accounts.get(cell, [])):
        if mark in ("disputed", "reported"):
            return mark
    return None


def mark_changes(dossier: dict[str, Any], before: int, after: int) -> list[dict[str, Any]]:
    """Every cell whose mark opened, closed or became the other."""
    found = []
    for cell in cells_of(dossier):
        old, new = mark_of(dossier, before, cell), mark_of(dossier, after, cell)
        if old != new:
            found.append({"party": cell[0], "demand": cell[1], "before": old, "after": new})
    return found


def diff(dossier: dict[str, Any], before: int, after: int) -> dict[str, Any]:
    """The diff of two rounds by number (0: before the first), in any order, as plain data."""
    return {
        "before": naive.round_id(dossier, before),
        "after": naive.round_id(dossier, after),
        "positions": position_changes(dossier, before, after),
        "outcomes": outcome_changes(dossier, before, after),
        "texts": text_changes(dossier, before, after),
        "parties": party_changes(dossier, before, after),
        "marks": mark_changes(dossier, before, after),
    }


# --- The moves of a round -------------------------------------------------------------------


def small_side(position: naive.Position | None) -> dict[str, Any] | str | None:
    """What makes positions equal, as plain data; "lapsed"; None where silent."""
    if position is None:
        return None
    if not naive.is_held(position):
        return "lapsed"
    return {
        "stance": position.stance,
        "conditions": sorted(position.conditions),
        "provisional": position.provisional,
        "reservation": position.reservation,
        "red_line": position.red_line,
        "version": position.version,
    }


def changed(
    old: dict[naive.Cell, naive.Position],
    new: dict[naive.Cell, naive.Position],
    cell: naive.Cell,
    voice: str | None,
) -> list[dict[str, Any]]:
    """The move of one cell, if it is one: what leaves a position equal is none."""
    before, after = old.get(cell), new.get(cell)
    if are_equal(before, after):
        return []
    return [
        {
            "party": cell[0],
            "demand": cell[1],
            "before": small_side(before),
            "after": small_side(after),
            "movement": movement(before, after),
            "voice": voice,
        }
    ]


def amendment_moves(
    dossier: dict[str, Any],
    table: naive.Table,
    statement: naive.Statement,
    holders: list[str],
    demand: str,
    number: int,
) -> list[dict[str, Any]]:
    """Amend one demand, and tell what that moved: first the lapses, then who speaks for the new text.

    Whoever amends, or is a member of an amending bloc, goes from its older position straight to
    the new one. Where one party is reached twice, the second time is a restatement.
    """
    old = dict(table.positions)
    naive.amend(dossier, table, statement, holders, demand, number)
    new = dict(table.positions)
    voices: dict[str, str] = {}
    for holder in holders:
        if naive.is_established(statement, holder):
            for party in [holder, *naive.members_of(dossier, holder, number)]:
                voices.setdefault(party, holder)
    found = []
    for party in naive.party_ids(dossier):
        if party not in voices:
            found += changed(old, new, (party, demand), None)
    for party, voice in voices.items():
        found += changed(old, new, (party, demand), voice)
    return found


def spoken_moves(
    dossier: dict[str, Any],
    table: naive.Table,
    statement: naive.Statement,
    holder: str,
    demand: str,
    number: int,
) -> list[dict[str, Any]]:
    """Let one holder speak on one demand, and tell whom that moved: itself, then its members."""
    old = dict(table.positions)
    naive.speak(dossier, table, statement, holder, demand, number)
    new = dict(table.positions)
    found = []
    for party in [holder, *naive.members_of(dossier, holder, number)]:
        found += changed(old, new, (party, demand), holder)
    return found


def moves(dossier: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """Every change of a position that a round made, in order, also where it was undone within it."""
    if number == 0:
        return []
    table = naive.replay(dossier, number - 1)
    found = []
    for raw in naive.rounds_of(dossier)[number - 1].get("statements", []):
        statement = naive.read_statement(raw)
        holders = [holder for holder in statement.holders if holder in naive.party_ids(dossier)]
        for demand in statement.demands:
            if demand not in naive.demand_ids(dossier):
                continue
            if statement.stance == "amends":
                found += amendment_moves(dossier, table, statement, holders, demand, number)
                continue
            for holder in holders:
                found += spoken_moves(dossier, table, statement, holder, demand, number)
    return found


# --- The ledger -----------------------------------------------------------------------------


def answers(reply: dict[str, Any], move: dict[str, Any]) -> bool:
    """A move `toward` of another party with another voice; on any demand."""
    if reply["movement"] != "toward":
        return False
    another_party: bool = reply["party"] != move["party"]
    another_voice: bool = reply["voice"] != move["voice"]
    return another_party and another_voice


def answered(dossier: dict[str, Any], number: int) -> list[bool | None]:
    """For each move of a round: whether it is answered in that round or the next.

    None where it is not `toward`.
    """
    made = moves(dossier, number)
    heard = list(made)
    if number < len(naive.rounds_of(dossier)):
        heard += moves(dossier, number + 1)
    return [
        any(answers(reply, move) for reply in heard) if move["movement"] == "toward" else None
        for move in made
    ]


def ledger(dossier: dict[str, Any]) -> list[dict[str, Any]]:
    """The moves of all rounds, summed by party."""
    made: list[dict[str, Any]] = []
    replies: list[bool | None] = []
    for number in range(1, len(naive.rounds_of(dossier)) + 1):
        made += moves(dossier, number)
        replies += answered(dossier, number)
    return [
        {
            "party": party,
            "toward": count(made, party, "toward"),
            "answered": sum(
                move["party"] == party and reply is True for move, reply in zip(made, replies, strict=True)
            ),
            "away": count(made, party, "away"),
            "sideways": count(made, party, "sideways"),
            "opening": count(made, party, "opening"),
            "lapsed": count(made, party, "lapsed"),
        }
        for party in naive.party_ids(dossier)
    ]


def count(made: list[dict[str, Any]], party: str, name: str) -> int:
    """How many moves of a party have this movement."""
    return sum(move["party"] == party and move["movement"] == name for move in made)
