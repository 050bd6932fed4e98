"""Does `check_rule` see what is wrong with a rule, and only that?"""

import re
from collections.abc import Iterator
from pathlib import Path
from random import SystemRandom

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.errors import InvalidArgument

import negotrack as nt
from negotrack.places import InSentence, Part
from negotrack.testing import check_rule

FAILS = 'title = "Pay talks"\n[parties]\nunion = ""  # XY101\nemployer = "Employer"'
PASSES = 'title = "Pay talks"\n[parties]\nunion = "Union"\nemployer = "Employer"'
BUILT_IN = [rule for rule in nt.RULES if isinstance(rule, nt.Rule)]


def documented(function: object, *, fails: str = FAILS, passes: str = PASSES) -> nt.Rule:
    """Give the rule that a function is, with dossiers in its docstring."""
    sections = {"Fails": fails, "Passes": passes}
    told = [f"{heading}:\n{text}" for heading, text in sections.items() if text]
    function.__doc__ = "\n\n".join(["Find parties without a name.", *told])
    return nt.Rule("XY101", function, "warning")  # type: ignore[arg-type]  # some are wrong


def failure(rule: nt.Rule, examples: int = 10) -> str:
    """Give what is said to be wrong with a rule."""
    with pytest.raises(AssertionError) as caught:
        check_rule(rule, examples=examples)
    return str(caught.value)


def wrongs(told: str) -> list[str]:
    """Give the heads of what is said to be wrong."""
    return re.findall(r"^\d+\. (.*)\.$", told, re.MULTILINE)


def dossiers(told: str) -> list[nt.Negotiation]:
    """Give the records that something is shown in."""
    return [nt.loads(part.split("\n\n2. ")[0]) for part in told.split("The dossier:\n\n")[1:]]


def problem(party: nt.Party) -> nt.Problem:
    """Give what is found where a party has no name."""
    return nt.Problem(f"`{party.id}` has no name", nt.AtKey(("parties", party.id)))


def nameless_party(case: nt.Case) -> Iterator[nt.Problem]:
    """Be the rule as it should be."""
    for party in case.talks.parties:
        if not party.name:
            yield problem(party)


# --- each law, and a rule that breaks it alone -------------------------------------------------


def test_good_rule_passes() -> None:
    """A rule that does what it says is let pass, without a word."""
    check_rule(documented(nameless_party))


def test_rule_that_raises_is_told_of_with_the_exception() -> None:
    """What it raises, and the line where, are told with the smallest record in which it does."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from nameless_party(case)
        for said in case.said:
            case.parties[said.statement.says.holders[-1]]

    told = failure(documented(rule), examples=20)
    line = rule.__code__.co_firstlineno + 3
    assert wrongs(told) == ["It raises an exception"]
    assert f"KeyError: 'p1', in test_check_rule.py, line {line}\n" in told
    assert "look them up with `get`" in told
    [shown] = dossiers(told)
    assert (shown.parties, [len(one.statements) for one in shown.rounds]) == ((), [1])


def test_rule_that_gives_no_problem_is_told_of() -> None:
    """What is neither a problem nor a skip is told of as what it is."""

    def rule(case: nt.Case) -> Iterator[object]:
        yield from nameless_party(case)
        yield from [round_.id for round_ in case.talks.rounds]

    told = failure(documented(rule))
    assert wrongs(told) == ["It raises an exception"]
    assert "TypeError: a rule gives a Problem or a Skip, not 'r1'" in told


def test_rule_that_depends_on_the_order_is_told_of_with_both_orders() -> None:
    """What it finds in one order and what in another is told, with a record of two."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from [*nameless_party(case)][:1]

    told = failure(documented(rule))
    assert wrongs(told) == ["What it finds depends on the order of parties, demands and sources"]
    assert "As it stands:\n  warning[XY101] at parties.us: `us` has no name" in told
    [shown] = dossiers(told)
    assert len(shown.parties) == 2


def test_rule_that_depends_on_the_order_of_sources_is_told_of() -> None:
    """The order of sources means as little as that of parties."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from nameless_party(case)
        if case.talks.sources and not case.talks.sources[0].tier:
            yield nt.Problem("the first one has no tier", nt.AtKey(("sources", case.talks.sources[0].id)))

    assert wrongs(failure(documented(rule), examples=40)) == [
        "What it finds depends on the order of parties, demands and sources"
    ]


def test_rule_that_depends_on_names_is_told_of_with_both_names() -> None:
    """What it finds under the ids of a record and what under others is told."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from (problem(party) for party in case.talks.parties if not party.name and party.id < "x")

    told = failure(documented(rule))
    assert wrongs(told) == ["What it finds depends on what the ids are"]
    assert re.search(r"With other ids, .* for .*:\n  nothing", told)


def test_rule_that_knows_one_id_only_is_told_of() -> None:
    """The dossiers of the docstring are looked at under other names, too."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from (problem(party) for party in case.talks.parties if not party.name and party.id == "union")

    assert wrongs(failure(documented(rule))) == ["What it finds depends on what the ids are"]


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (nt.AtKey(("party", "union")), "`party.union`"),
        (nt.AtKey(("parties", "nobody")), "`parties.nobody`"),
        (nt.AtValue(("rounds", 99, "statements", 0, "says")), "`rounds.99.statements.0.says`"),
        (nt.AtValue(("rounds", -1)), "`rounds.-1`"),
        (nt.AtValue(("title", "first")), "`title.first`"),
    ],
)
def test_rule_that_points_outside_the_record_is_told_of(place: nt.AtKey, named: str) -> None:
    """A path that leads nowhere is told of, even if it is beside the finding only."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        for party in case.talks.parties:
            if not party.name:
                related = nt.Related(place, "here")
                yield nt.Problem("it has no name", nt.AtKey(("parties", party.id)), related=[related])

    told = failure(documented(rule), examples=4)
    assert wrongs(told) == ["It points to, or names, what the record does not have"]
    assert f"nothing is at {named}, where it finds: it has no name" in told


def test_rule_that_points_past_the_last_round_is_not_said_to_raise() -> None:
    """A path that leads to no round is that, and no exception."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from nameless_party(case)
        if case.said:
            yield nt.Problem("it is past the end", nt.AtValue(("rounds", len(case.talks.rounds), "date")))

    told = failure(documented(rule))
    assert wrongs(told) == ["It points to, or names, what the record does not have"]


def test_rule_that_points_to_what_a_sentence_has_not_is_told_of() -> None:
    """A holder has to be one of the sentence that is pointed to."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from nameless_party(case)
        for said in case.said:
            yield nt.Problem("nobody", InSentence((*said.path, "says"), Part.HOLDERS, "nobody"))

    assert "nothing is at `rounds.0.statements.0.says` that is `nobody`" in failure(documented(rule))


def test_rule_that_names_nobody_in_the_record_is_told_of() -> None:
    """What a finding has to do with stands in the record."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        for one in nameless_party(case):
            yield nt.Problem(one.message, one.place, demands=["no-such-thing"])

    told = failure(documented(rule))
    assert "It points to, or names, what the record does not have" in wrongs(told)
    assert "no id is `no-such-thing`, among the demands of what it finds" in told


def test_rule_that_depends_on_chance_is_told_of_for_that_alone() -> None:
    """What is found by chance is not said to depend on order and names besides."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from nameless_party(case)
        chance = SystemRandom().random()
        yield from [nt.Problem("", nt.AtKey(("title",)), severity="info" if chance < 0.5 else "error")]

    told = wrongs(failure(documented(rule, passes=FAILS)))
    assert told[1:] == ["It finds something else each time"]


# --- what the docstring promises ---------------------------------------------------------------


def test_docstring_without_dossiers_is_told_of() -> None:
    """What is missing is named, with what belongs there."""
    told = failure(documented(nameless_party, fails="", passes=""))
    assert wrongs(told) == [
        "Its docstring has nothing under `Fails:`",
        "Its docstring has nothing under `Passes:`",
    ]
    assert "Write a dossier there that it finds something in" in told


@pytest.mark.parametrize(
    ("fails", "passes", "wrong"),
    [
        (PASSES, PASSES, "It finds nothing in the dossier under `Fails:`"),
        (FAILS, FAILS, "It finds something in the dossier under `Passes:`"),
        ('title = "Pay talks', PASSES, "What stands under `Fails:` is no dossier"),
        (FAILS, "rounds = 3", "What stands under `Passes:` is no dossier"),
        (
            FAILS.replace("Employer", "").replace("  # XY101", "") + "  # XY101",
            PASSES,
            "Under `Fails:` it finds something in lines 3, 4, and line 4 is marked",
        ),
    ],
)
def test_docstring_that_is_not_true_is_told_of(fails: str, passes: str, wrong: str) -> None:
    """The dossiers in a docstring do what they stand for."""
    assert wrongs(failure(documented(nameless_party, fails=fails, passes=passes), examples=2)) == [wrong]


def test_rule_that_cannot_tell_of_its_own_dossier_is_told_of() -> None:
    """Under `Passes` a rule has to look, and not to skip."""

    def rule(case: nt.Case) -> Iterator[nt.Problem | nt.Skip]:
        yield from nameless_party(case)
        if any(party.name == "Union" for party in case.talks.parties):
            yield nt.Skip("there is a union")

    told = failure(documented(rule), examples=2)
    assert wrongs(told) == ["It cannot tell of the dossier under `Passes:`"]
    assert "not judged: there is a union" in told


# --- how it is told ----------------------------------------------------------------------------


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Faults are counted and listed, each with its record."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from [problem(party) for party in case.talks.parties if not party.name][:1]
        case.talks.demands[0]

    told = failure(documented(rule, passes=""))
    assert told.startswith("XY101 (rule): 3 things are wrong with this rule\n\n1. Its docstring")
    assert wrongs(told)[1:] == ["It raises an exception"]
