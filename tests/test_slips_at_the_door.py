"""What a user of the library gives wrongly is refused with what to give instead."""

from collections.abc import Callable
from io import StringIO
from typing import Any

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
    (lambda: DOOR.load(StringIO()), TypeError, "`load` takes a path, .*; `loads` takes the text"),
    (
        lambda: DOOR.loads("path.toml"),
        nt.Unreadable,
        "this is the name of a file\n    hint: `load` reads a file",
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
