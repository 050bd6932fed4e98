"""What a user of the library gives wrongly is refused with what to give instead."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from inspect import isfunction, signature
from io import StringIO
from typing import Any, get_args

import pytest

import negotrack as nt

TALKS: Any = nt.seed("sochi-2022")
NOW: Any = TALKS.now
DOOR: Any = nt
"""What mypy would see in these calls is hidden from it, as from those who do not run it."""
FINDING: Any = nt.Finding("XY1", "n", nt.Severity.ERROR, "m", nt.AtKey(("title",)))


def nothing(_: nt.Case) -> tuple[nt.Problem, ...]:
    """Find nothing."""
    return ()


SLIPS: list[tuple[Callable[..., object], type[Exception], str]] = [
    (lambda: DOOR.Demand("x", "X", tags="borders"), TypeError, "`tags`: give a list of texts, not the text"),
    (lambda: DOOR.Party("x", "X", aliases=[3]), TypeError, "`aliases`: give texts, not 3"),
    (lambda: DOOR.Event(3, "X"), TypeError, "a date is a text or a day, not 3"),
    (lambda: DOOR.Party(3, "X"), TypeError, "`id` takes an id, which is a text, not 3"),
    (
        lambda: DOOR.Demand("x", "X", part_of=NOW.demands[0]),
        TypeError,
        "`part_of` takes an id, which is a text",
    ),
    (
        lambda: DOOR.Party("x", "X", role="mediater"),
        nt.BadField,
        r"`role` takes .*; did you mean `mediator`\?",
    ),
    (
        lambda: DOOR.dumps(TALKS, "tolm"),
        nt.BadField,
        r"`format` takes toml or json, not 'tolm'; did you mean `toml`\?",
    ),
    (
        lambda: DOOR.check(TALKS, rules=[nothing]),
        TypeError,
        r"`rules` takes Rule records, .*: Rule\(code, function, ",
    ),
    (lambda: DOOR.dumps(NOW), TypeError, "a dossier is of a negotiation, not of <State"),
    (lambda: DOOR.dump(NOW, "talks.toml"), TypeError, "a dossier is of a negotiation, not of <State as of"),
    (
        lambda: DOOR.dump("talks.toml", TALKS),
        TypeError,
        "`dump` takes a negotiation and a path, not <Negotiation .*; `dumps` gives the text",
    ),
    (lambda: DOOR.story(TALKS, 3), TypeError, "a party, demand, round or source is named by its id"),
    (lambda: DOOR.Comparison(TALKS, NOW), TypeError, "negotiations are compared, as `load` gives them"),
    (lambda: DOOR.Agreement(TALKS), TypeError, "an agreement is of a comparison, as `compare` gives it"),
    (lambda: DOOR.Case(NOW), TypeError, "a case is of a negotiation, not of <State"),
    (lambda: list(NOW.within("corridor")), TypeError, "give a list of texts, not the text 'corridor'"),
    (lambda: DOOR.load(StringIO()), TypeError, "`load` takes a path, .*; `loads` takes the text"),
    (
        lambda: DOOR.loads("path.toml"),
        nt.Unreadable,
        "this is the name of a file\n    hint: `load` reads a file",
    ),
    (
        lambda: DOOR.load('title = "Talks"\n' + "# \n" * 9999),
        nt.Unreadable,
        r'^title = "Talks"[^#]*(?:#[^#]*){1,9}: error.*\n    hint: `load` reads a file, and `loads` its text$',
    ),
    (
        lambda: FINDING.line(None),
        TypeError,
        r"of a text, the `origin` of what was read, .*; use str\(finding\)",
    ),
    (
        lambda: NOW.row("armenia", "corridor"),
        TypeError,
        "`parties` takes a list of ids, not the text 'armenia'",
    ),
    (lambda: "corridor" in NOW, TypeError, r"as state\[party, demand\], .*; a state is no list"),
    (lambda: TALKS.at(0), nt.NoSuchRound, "numbered from 1 on, and `start` is before the first"),
    (lambda: TALKS.at("2022-11-01"), nt.NoSuchRound, "give a day as a `datetime.date`"),
    (lambda: TALKS.at(TALKS.rounds[0]), TypeError, r"named by its id \(round.id\)"),
    (lambda: NOW.outcome(3), TypeError, "a demand is named by its id, which is a text, not by 3"),
    (lambda: NOW["armenia", None], TypeError, "a demand is named by its id, which is a text, not by None"),
    (lambda: TALKS.history(3, "x"), TypeError, "a party is named by its id, which is a text, not by 3"),
]


@pytest.mark.parametrize(("slip", "kind", "told"), SLIPS)
def test_slip_is_refused_with_what_to_do(
    slip: Callable[..., object], kind: type[Exception], told: str
) -> None:
    """The message names what was given, and says what is taken in its place."""
    with pytest.raises(kind, match=told):
        slip()


AGREEMENT: Any = nt.agreement(TALKS, TALKS.saying("azerbaijan provisionally accepts recognition"))
CELL: Any = next(one for one in AGREEMENT.cells if not one.agrees("said"))
ACCOUNT: Any = nt.seed("armenia-azerbaijan").now.open_accounts[0]
WORDS: dict[tuple[str, str], tuple[type[StrEnum], Callable[[Any], object]]] = {
    ("Account.says_the_same", "stance"): (nt.Stance, ACCOUNT.says_the_same),
    ("Agreement.measure", "criterion"): (nt.Criterion, lambda word: AGREEMENT.measure(word, "both")),
    ("Agreement.measure", "over"): (nt.Over, lambda word: AGREEMENT.measure("stance", word)),
    ("Coded.agrees", "criterion"): (nt.Criterion, CELL.agrees),
    ("Coded.codes", "criterion"): (nt.Criterion, CELL.codes),
}
"""The arguments that take a word of a list, with the list, and a call that gives it."""


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Give what is public and called by people: functions, and methods of classes."""
    for name in nt.__all__:
        one = getattr(nt, name)
        if isfunction(one):
            yield name, one
        elif isinstance(one, type):
            methods = ((key, value) for key, value in vars(one).items() if isfunction(value))
            yield from ((f"{name}.{key}", value) for key, value in methods if not key.startswith("_"))


def test_all_arguments_that_take_a_word_of_a_list_are_known_here() -> None:
    """Whoever gives a function such an argument is told by this to look at what becomes of a text there."""
    found = {
        (name, one.name)
        for name, function in functions()
        for one in signature(function).parameters.values()
        for kind in (one.annotation, *get_args(one.annotation))
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    }
    assert found == set(WORDS)


@pytest.mark.parametrize("argument", WORDS)
def test_word_of_a_list_may_be_given_as_a_text(argument: tuple[str, str]) -> None:
    """A text is what it names, and never taken for something else."""
    words, call = WORDS[argument]
    assert [call(word.value) for word in words] == [call(word) for word in words]
    with pytest.raises(nt.BadField, match=f"`{argument[1]}` takes .*; did you mean `{next(iter(words))}`"):
        call(next(iter(words)).value + "s")


def test_criteria_given_as_texts_are_told_apart() -> None:
    """What is provisional is the same stance, and not the same in all that was said."""
    assert (CELL.agrees("stance"), CELL.agrees("said")) == (True, False)


def test_changes_of_what_if_are_told_by_one_more_round() -> None:
    """States of two negotiations are not compared, and the message says what is, and works."""
    more = TALKS.with_round(nt.Round("later", "2023", statements=["armenia accepts treaty"]))
    with pytest.raises(nt.NotOneNegotiation, match=r"talks.with_round\(...\).diff\(\)"):
        nt.Diff(NOW, more.now)
    assert more.diff()


def test_first_ten_faults_are_told_and_how_many_more_there_are() -> None:
    """A text with thousands of faults fills no screen."""
    with pytest.raises(nt.Unreadable) as caught:
        nt.loads('title = "T"\n' + "".join(f"k{number} = 1\n" for number in range(1000)))
    lines = str(caught.value).splitlines()
    assert [line for line in lines if "error" in line] == [
        finding.line(caught.value.origin) for finding in caught.value.findings[:10]
    ]
    assert lines[-1] == "and 990 more: `findings` has all of them"
