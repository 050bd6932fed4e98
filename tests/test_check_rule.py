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
from negotrack.places import InSentence, InText, Part, Place
from negotrack.testing import check_rule
from negotrack.testing.inside import is_inside
from negotrack.testing.promises import texts_in

FAILS = """\
title = "Pay talks"
[parties]
union = { name = "Union" }  # XY101
employer = { name = "Employer", note = "All of them" }"""
PASSES = """\
title = "Pay talks"
[parties]
union = { name = "Union", note = "Of all trades" }
employer = { name = "Employer", note = "All of them" }"""
TALKS = nt.loads("""\
title = "Pay"
parties = { union = "Union" }
[[rounds]]
id = "march"
date = 2026-03-02
delegates = { union = "Somebody" }
statements = ["union proposes pay"]
claims = { pay = ["agreed", "pending"], hours = "pending" }
""")
SAYS = ("rounds", 0, "statements", 0, "says")
BUILT_IN = [rule for rule in nt.RULES if isinstance(rule, nt.Rule)]


def documented(function: object, *, fails: str = FAILS, passes: str = PASSES) -> nt.Rule:
    """Give the rule that a function is, with dossiers in its docstring."""
    sections = {"Fails": fails, "Passes": passes}
    told = [f"{heading}:\n{text}" for heading, text in sections.items() if text]
    function.__doc__ = "\n\n".join(["Find parties without a note.", *told])
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
    """Give what is found where a party has no note."""
    return nt.Problem(f"`{party.id}` has no note", nt.AtKey(("parties", party.id)))


def no_note(case: nt.Case) -> Iterator[nt.Problem]:
    """Be the rule as it should be."""
    for party in case.talks.parties:
        if not party.note:
            yield problem(party)


# --- each law, and a rule that breaks it alone -------------------------------------------------


def test_good_rule_passes() -> None:
    """A rule that does what it says is let pass, without a word."""
    check_rule(documented(no_note))


def test_rule_that_raises_is_told_of_with_the_exception() -> None:
    """What it raises, and the line where, are told with the smallest record in which it does."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        if case.talks.parties:
            case.demands["pay"]

    told = failure(documented(rule))
    line = rule.__code__.co_firstlineno + 3
    assert wrongs(told) == ["It raises an exception"]
    assert f"KeyError: 'pay', in test_check_rule.py, line {line}\n" in told
    assert "look them up with `get`" in told
    [shown] = dossiers(told)
    assert (len(shown.parties), shown.demands, shown.rounds) == (1, (), ())


def test_dossiers_of_the_docstring_are_looked_at_with_gaps() -> None:
    """What is hardly ever drawn is found where a party is left out of the rule's own dossier."""
    said = '\n[[rounds]]\nid = "march"\ndate = 2026-03-02\nstatements = ["employer abstains on dinner"]'

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        for said in case.said:
            if "dinner" in said.statement.says.demands:
                case.parties["employer"]

    told = failure(documented(rule, fails=FAILS + said, passes=PASSES + said), examples=2)
    assert wrongs(told) == ["It raises an exception"]
    [shown] = dossiers(told)
    assert [party.id for party in shown.parties] == ["union"]


def test_rule_that_raises_by_chance_is_told_of() -> None:
    """What is raised once and not again is told of as that."""
    seen: list[nt.Case] = []

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        seen.append(case)
        if len(seen) % 2:
            raise ValueError("odd")

    told = failure(documented(rule, fails="", passes=""), examples=2)
    assert "ValueError: odd, and did not when it was run again" in told


def test_rule_that_gives_no_problem_is_told_of() -> None:
    """What is neither a problem nor a skip is told of as what it is."""

    def rule(case: nt.Case) -> Iterator[object]:
        yield from no_note(case)
        yield from [round_.id for round_ in case.talks.rounds]

    told = failure(documented(rule))
    assert wrongs(told) == ["It raises an exception"]
    assert "TypeError: a rule gives a Problem or a Skip, not 'r1'" in told


def test_rule_that_depends_on_the_order_is_told_of_with_both_orders() -> None:
    """What it finds in one order and what in another is told, with a record of two."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from [*no_note(case)][:1]

    told = failure(documented(rule))
    assert wrongs(told) == ["What it finds depends on the order of parties, demands and sources"]
    assert (
        "As it stands:\n  warning[XY101] at parties.p1: `p1` has no note\nWith parties in the order p2, p1:"
        in told
    )
    [shown] = dossiers(told)
    assert len(shown.parties) == 2


def test_rule_that_depends_on_the_order_of_sources_is_told_of() -> None:
    """The order of sources means as little as that of parties."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        if case.talks.sources and not case.talks.sources[0].tier:
            yield nt.Problem("the first one has no tier", nt.AtKey(("sources", case.talks.sources[0].id)))

    assert wrongs(failure(documented(rule), examples=20)) == [
        "What it finds depends on the order of parties, demands and sources"
    ]


def test_rule_that_depends_on_names_is_told_of_with_both_names() -> None:
    """What it finds under the ids of a record and what under others is told."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from (problem(party) for party in case.talks.parties if not party.note and party.id < "x")

    told = failure(documented(rule))
    assert wrongs(told) == ["What it finds depends on what the ids are"]
    assert re.search(r"With other ids, .* for .*:\n  nothing", told)


def test_rule_that_knows_one_id_only_is_told_of() -> None:
    """The dossiers of the docstring are looked at under other names, too."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from (problem(party) for party in case.talks.parties if not party.note and party.id == "union")

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
            if not party.note:
                related = nt.Related(place, "here")
                yield nt.Problem("it has no note", nt.AtKey(("parties", party.id)), related=[related])

    told = failure(documented(rule), examples=2)
    assert wrongs(told) == ["It points to, or names, what the record does not have"]
    assert f"nothing is at {named}, where it finds: it has no note" in told


def test_rule_that_points_past_the_last_round_is_not_said_to_raise() -> None:
    """A path that leads to no round is that, and no exception."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        if case.talks.demands:
            yield nt.Problem("it is past the end", nt.AtValue(("rounds", len(case.talks.rounds), "date")))

    told = failure(documented(rule))
    assert wrongs(told) == ["It points to, or names, what the record does not have"]


@pytest.mark.parametrize(
    ("place", "inside"),
    [
        (InSentence(SAYS, Part.HOLDERS, "union"), True),
        (InSentence(SAYS, Part.HOLDERS, "employer"), False),
        (InSentence(SAYS, Part.DEMANDS, "pay"), True),
        (InSentence(SAYS, Part.CONDITIONS, "pay"), False),
        (InText(("title",), 0, 3), True),
        (InText(("title",), 3, 30), False),
        (nt.AtValue(("rounds", 0, "claims", "pay", 1, "outcome")), True),
        (nt.AtValue(("rounds", 0, "claims", "pay", 2, "outcome")), False),
        (nt.AtValue(("rounds", 0, "claims", "pay", "outcome")), False),
        (nt.AtValue(("rounds", 0, "claims", "hours", "outcome")), True),
        (nt.AtValue(("rounds", 0, "claims", "hours", 0, "outcome")), True),
        (nt.AtValue(("rounds", 0, "place")), True),
        (nt.AtValue(("rounds", 0, "city")), False),
        (nt.AtValue(("parties", "union", "name")), True),
        (nt.AtValue(("parties", "union", "id")), False),
        (nt.AtKey(("rounds", 0, "delegates", "union")), True),
        (nt.AtKey(("rounds", 0, "delegates", "employer")), False),
    ],
)
def test_what_is_inside_a_record(place: Place, *, inside: bool) -> None:
    """A place is inside where something stands there, or could under a key that there is."""
    assert is_inside(place, TALKS) is inside


def test_rule_that_names_nobody_in_the_record_is_told_of() -> None:
    """What a finding has to do with stands in the record."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        for one in no_note(case):
            yield nt.Problem(one.message, one.place, demands=["no-such-thing"])

    told = failure(documented(rule), examples=4)
    assert "It points to, or names, what the record does not have" in wrongs(told)
    assert "no id is `no-such-thing`, among the demands of what it finds" in told


def test_rule_that_depends_on_chance_is_told_of_for_that_alone() -> None:
    """What is found by chance is not said to depend on order and names besides."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        chance = SystemRandom().random()
        yield from [nt.Problem("", nt.AtKey(("title",)), severity="info" if chance < 0.5 else "error")]

    told = wrongs(failure(documented(rule, fails="", passes=""), examples=2))
    assert told[2:] == ["It finds something else each time"]


# --- what the docstring promises ---------------------------------------------------------------


def test_docstring_without_dossiers_is_told_of() -> None:
    """What is missing is named, with what belongs there."""
    told = failure(documented(no_note, fails="", passes=""))
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
            FAILS.replace("# XY101", "").replace('note = "All of them" }', 'note = "" }  # XY101'),
            PASSES,
            "Under `Fails:` it finds something in lines 3, 4, and line 4 is marked",
        ),
    ],
)
def test_docstring_that_is_not_true_is_told_of(fails: str, passes: str, wrong: str) -> None:
    """The dossiers in a docstring do what they stand for."""
    assert wrongs(failure(documented(no_note, fails=fails, passes=passes), examples=2)) == [wrong]


def test_text_that_a_dossier_does_not_tell_of_is_missing() -> None:
    """A source that the dossier of a docstring names, and gives no text of in a comment, has none."""
    read = texts_in("# minutes.txt: More.")
    assert read("minutes.txt") == "More."
    with pytest.raises(FileNotFoundError, match=r"report\.txt"):
        read("report.txt")


def test_rule_that_cannot_tell_of_its_own_dossier_is_told_of() -> None:
    """Under `Passes` a rule has to look, and not to skip."""

    def rule(case: nt.Case) -> Iterator[nt.Problem | nt.Skip]:
        yield from no_note(case)
        if any(party.name == "Union" for party in case.talks.parties):
            yield nt.Skip("there is a union")

    told = failure(documented(rule), examples=2)
    assert wrongs(told) == ["It cannot tell of the dossier under `Passes:`"]
    assert "not judged: there is a union" in told


# --- how it is told ----------------------------------------------------------------------------


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Faults are counted and listed, each with its record."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from [problem(party) for party in case.talks.parties if not party.note][:1]
        case.talks.demands[0]

    told = failure(documented(rule, passes=""), examples=20)
    assert told.startswith("XY101 (rule): 3 things are wrong with this rule\n\n1. Its docstring")
    assert wrongs(told)[1:] == [
        "It raises an exception",
        "What it finds depends on the order of parties, demands and sources",
    ]


def test_it_is_the_same_from_run_to_run(tmp_path: Path) -> None:
    """Neither a profile nor a database changes what is found, and nothing is kept in the database."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from no_note(case)
        case.talks.demands[0]

    before = settings.get_current_profile_name()
    told = failure(documented(rule))
    stored = DirectoryBasedExampleDatabase(tmp_path)
    settings.register_profile("other", max_examples=1, derandomize=False, deadline=1, database=stored)
    settings.load_profile("other")
    try:
        assert failure(documented(rule)) == told
    finally:
        settings.load_profile(before)
    assert [*tmp_path.iterdir()] == []


def test_excuses_hide_nothing_from_it() -> None:
    """What a dossier excuses is looked at all the same: an excuse cannot make a rule lawful."""

    def rule(case: nt.Case) -> Iterator[nt.Problem]:
        yield from [*no_note(case)][:1]

    excused = """

[check]
ignore_at = [{ code = "XY101", reason = "the note is lost" }]"""
    told = failure(documented(rule, passes=FAILS + excused), examples=4)
    assert wrongs(told) == ["What it finds depends on the order of parties, demands and sources"]


# --- rules that come with negotrack, and what is no rule ---------------------------------------


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.code)
def test_rules_of_negotrack_pass(rule: nt.Rule) -> None:
    """Every rule that looks at a negotiation does what a rule of one's own has to do."""
    check_rule(rule, examples=2)


def test_all_rules_but_those_for_the_text_are_looked_at() -> None:
    """Left out are those that look at no negotiation: at what cannot be read, and at excuses."""
    others = {rule.code for rule in nt.RULES} - {rule.code for rule in BUILT_IN}
    assert others == {*(f"NT00{number}" for number in range(1, 9)), "NT901"}


def test_what_is_no_rule_is_refused() -> None:
    """A function is no rule, and neither is one that looks at no negotiation."""
    with pytest.raises(
        InvalidArgument, match=r"rule takes a negotrack\.Rule that looks at a negotiation, not <fu"
    ):
        check_rule(no_note)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match=r"rule takes a negotrack\.Rule .* not BuiltIn"):
        check_rule(nt.RULES[0])  # type: ignore[arg-type]


def test_code_of_another_rule_is_refused() -> None:
    """A rule has a code of its own."""
    with pytest.raises(InvalidArgument, match="a code of its own: NT204 is one of negotrack"):
        check_rule(nt.Rule("NT204", no_note, "info"))


@pytest.mark.parametrize("examples", [0, -1, True, 2.5, "many"])
def test_number_of_examples_is_checked(examples: int) -> None:
    """How many are drawn is a whole number from 1."""
    with pytest.raises(InvalidArgument, match=f"examples takes a whole number from 1, not {examples!r}"):
        check_rule(documented(no_note), examples=examples)
