"""The laws of the rules: they never fail, and names and order mean nothing to them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from negotrack import Findings, Negotiation, Round, check, dumps, loads
from negotrack.places import locate
from negotrack.rules.dangling import dangling
from negotrack.rules.knots import knots
from negotrack.testing import negotiations
from negotrack.testing.broken import STRANGER
from negotrack.testing.laws import astray, changed_by_itself, changed_by_names, changed_by_order, told
from negotrack.testing.renaming import mirrored, new_name

ANY = negotiations() | negotiations(broken=True)


def found(talks: Negotiation) -> Findings:
    """Give what all rules find, those of the strict tier included."""
    return check(talks, strict=True, read=lambda file: file)


# --- they never fail ---------------------------------------------------------------------------

KINDS = {
    *(
        "between: decider",
        "decision.veto: veto holder",
        "demands.decision.veto: veto holder",
        "demands.between: decider",
    ),
    *("parties.members.party: member", "parties.joins: first round", "parties.leaves: round of leaving"),
    *(
        "parties.members.joins: first round",
        "parties.members.leaves: round of leaving",
        "demands.part_of: whole",
    ),
    *("demands.excludes: rival", "demands.requires: requirement", "demands.succeeds: predecessor"),
    *("rounds.mediators: mediator", "rounds.present: participant", "rounds.delegates: party with a delegate"),
    *("rounds.meetings.present: participant", "rounds.source.id: source", "rounds.statements.says: holder"),
    *(
        "rounds.statements.says: demand",
        "rounds.statements.says: condition",
        "rounds.statements.source.id: source",
    ),
    *(
        "rounds.statements.according_to: giver of an account",
        "rounds.claims: demand",
        "rounds.claims.source.id: source",
    ),
    *("rounds.claims.according_to: giver of a claim", "events.source.id: source", "round without words"),
    *("parts in a circle of one", "parts in a circle of several", "succession in a circle of one"),
    *("succession in a circle of several", "blocs in a circle of one", "blocs in a circle of several"),
    *("party without a name", "excuse for no party", "excuse for no demand", "excuse for no round"),
}
_IDS = re.compile(r"\b(?:[a-z]+[0-9]+|bloc|stranger|ghost)\b")


def kinds(talks: Negotiation) -> Iterator[str]:
    """Give every way in which a record is broken."""
    for mention in dangling(talks):
        steps = [step for step in mention.place.path if isinstance(step, str) and not _IDS.fullmatch(step)]
        yield f"{'.'.join(steps)}: {mention.what}"
    for name, edges in circles(talks).items():
        for knot in knots(edges):
            yield f"{name} in a circle of {'one' if len(knot) == 1 else 'several'}"
    if any(not round_.statements for round_ in talks.rounds):
        yield "round without words"
    if any(not party.name for party in talks.parties):
        yield "party without a name"
    for excuse in talks.check.ignore_at:
        named = {"party": excuse.party, "demand": excuse.demand, "round": excuse.round}
        yield from (f"excuse for no {what}" for what, id_ in named.items() if id_ == STRANGER)


def circles(talks: Negotiation) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Give what leads where: parts to wholes, demands to their predecessors, blocs to their members."""
    demands, parties = {demand.id for demand in talks.demands}, {party.id for party in talks.parties}
    return {
        "parts": {one.id: [at for at in (one.part_of,) if at and at in demands] for one in talks.demands},
        "succession": {
            one.id: [older for older in one.succeeds if older in demands] for one in talks.demands
        },
        "blocs": {one.id: [at.party for at in one.members if at.party in parties] for one in talks.parties},
    }


@given(ANY)
def test_no_rule_ever_raises(talks: Negotiation) -> None:
    """Whatever negotiation can be built, every rule gives findings, and raises nothing."""
    assert isinstance(found(talks), tuple)


def test_broken_negotiations_are_broken_in_every_way() -> None:
    """Each way in which a record can be broken is seen in at least one of twenty broken negotiations."""
    seen: Counter[str] = Counter()
    examples = 0

    @settings(
        max_examples=500,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(negotiations(broken=True))
    def look(talks: Negotiation) -> None:
        nonlocal examples
        examples += 1
        seen.update(set(kinds(talks)))

    look()
    assert {kind: seen[kind] for kind in KINDS if seen[kind] < examples / 20} == {}
    assert seen.keys() <= KINDS


# --- names and order ---------------------------------------------------------------------------


def in_other_words(text: str) -> str:
    """Give a message with every id in it renamed."""
    return re.sub("`[^`]*`", lambda quoted: _IDS.sub(_new, quoted[0]), text)


def _new(found: re.Match[str]) -> str:
    return new_name(found[0])


@given(ANY)
def test_renaming_changes_findings_only_by_the_names(talks: Negotiation) -> None:
    """Renaming ids changes findings, and their messages, only by the names."""
    assert changed_by_names(found, talks) == ""
    before, after = check(talks, strict=True), check(mirrored(talks), strict=True)
    old = Counter((told(finding, new_name), in_other_words(finding.message)) for finding in before)
    assert Counter((told(finding), finding.message) for finding in after) == old


@given(ANY)
def test_reordering_changes_no_finding(talks: Negotiation) -> None:
    """Listing parties, demands and sources in another order changes no finding."""
    assert changed_by_order(found, talks) == ""


@given(ANY)
def test_looking_again_changes_no_finding(talks: Negotiation) -> None:
    """What is found in a record is found in it again."""
    assert changed_by_itself(found, talks) == ""


@given(ANY)
def test_findings_are_of_what_is_there(talks: Negotiation) -> None:
    """A finding points to, and names, what the record has."""
    assert astray(found(talks), talks) == ""


# --- what is added -----------------------------------------------------------------------------

LASTING = re.compile("NT10[1-4]|NT20[1-8]|NT50[1-4]")


@given(ANY, st.data())
def test_one_more_round_removes_no_finding(talks: Negotiation, data: st.DataObject) -> None:
    """Appending a round with one statement that breaks no rule removes no finding of NT101-104, 201-208, 501-504."""
    assume(talks.parties and talks.demands and talks.rounds)
    party = data.draw(st.sampled_from(talks.parties)).id
    demand = data.draw(st.sampled_from(talks.demands)).id
    verb = data.draw(st.sampled_from(["proposes", "accepts", "amends", "rejects", "defers", "abstains on"]))
    day = max(round_.date.latest for round_ in talks.rounds) + timedelta(days=1)
    longer = talks.with_round(Round("one-more", day, statements=[f"{party} {verb} {demand}"]))
    before, after = check(talks, strict=True), check(longer, strict=True)
    assume(not any("one-more" in finding.rounds for finding in after if finding.code != "NT105"))
    lasting = {finding for finding in before if LASTING.match(finding.code)}
    assert lasting - {*after} == set()


# --- places ------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["toml", "json"])
@given(talks=ANY)
def test_the_text_under_a_finding_is_a_word_of_its_message(format_: str, talks: Negotiation) -> None:
    """The text under a finding's span is, or contains, one of the words that its message puts in backticks."""
    read = loads(dumps(talks, format_))
    assert read.origin
    for finding in check(read, strict=True, read=lambda file: file):
        span = locate(finding.place, read.origin)
        marked = read.origin.line(span.line)[span.column - 1 :][: span.length]
        quoted = {word for chunk in re.findall("`([^`]*)`", finding.message) for word in chunk.split()}
        assert any(word in marked for word in quoted), (finding, marked)
