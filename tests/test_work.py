"""How far long work has come is told to whoever listens, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from negotrack.formats import parsing
from negotrack.testing import negotiations
from negotrack.work import Watcher, watched

Told = list[tuple[nt.Work, int, int]]

STEPS = st.lists(st.integers(), max_size=9)


def listener() -> tuple[Told, Watcher]:
    """Give a list, and what writes into it what it is told."""
    told: Told = []
    return told, lambda work, done, total: told.append((work, done, total))


def counted(told: Told, work: nt.Work) -> list[tuple[int, int]]:
    """Give how far one work had come each time."""
    return [(done, total) for which, done, total in told if which is work]


@given(STEPS)
def test_steps_are_the_same_whoever_listens(steps: list[int]) -> None:
    """What is walked through does not depend on being told."""
    _, tell = listener()
    with nt.watching(tell):
        assert list(watched(steps, nt.Work.RULES)) == steps
    assert list(watched(steps, nt.Work.RULES)) == steps


def test_where_nobody_listens_nothing_stands_between() -> None:
    """Then the steps are walked through themselves, which costs nothing."""
    steps = [1, 2]
    assert watched(steps, nt.Work.RULES) is steps


@given(STEPS)
def test_work_begins_with_nothing_and_ends_with_everything(steps: list[int]) -> None:
    """Each number of steps is told once, in order, before the next step is done."""
    told, tell = listener()
    with nt.watching(tell):
        list(watched(steps, nt.Work.RULES))
    assert counted(told, nt.Work.RULES) == [(done, len(steps)) for done in range(len(steps) + 1)]


def test_parsing_is_told_of_large_texts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that is parsed in no time is not announced."""
    text = 'title = "T"'
    for longest, expected in ((len(text), []), (len(text) - 1, [(0, 1), (1, 1)])):
        monkeypatch.setattr(parsing, "LONG", longest)
        told, tell = listener()
        with nt.watching(tell):
            nt.loads(text)
        assert counted(told, nt.Work.PARSING) == expected


@given(negotiations())
def test_what_is_worked_out_does_not_depend_on_it(talks: nt.Negotiation) -> None:
    """A record that is read, checked and made a page of comes out the same."""
    _, tell = listener()
    text = nt.dumps(talks)
    with nt.watching(tell):
        watched_over = nt.loads(text)
        found = nt.check(watched_over), watched_over.now.agreed, nt.page(watched_over)
    alone = nt.loads(text)
    assert (watched_over, *found) == (alone, nt.check(alone), alone.now.agreed, nt.page(alone))


@pytest.mark.parametrize("work", [work for work in nt.Work if work is not nt.Work.PARSING])
def test_each_kind_of_work_is_told_to_its_end(work: nt.Work) -> None:
    """Reading, checking and making a page tell of all other kinds, each from nothing to everything."""
    told, tell = listener()
    with nt.watching(tell):
        talks = nt.seed("armenia-azerbaijan")
        nt.check(talks)
        nt.page(talks)
    found = counted(told, work)
    totals = {total for _, total in found}
    assert [done for done, _ in found] == [*range(max(totals) + 1)] * found.count((0, max(totals)))
    assert len(totals) == 1
    assert work is nt.Work.RULES or max(totals) in {len(talks.rounds), len(talks.rounds) + 1}


def test_outcomes_are_told_of_once() -> None:
    """What was settled before is not settled again, whoever listens."""
    told, tell = listener()
    talks = nt.seed("sochi-2022")
    assert talks.now.agreed
    with nt.watching(tell):
        assert talks.now.agreed
    assert told == []


def test_nothing_is_told_after_the_block() -> None:
    """Whoever listened is left alone, also where the block raised."""
    told, tell = listener()

    def fail() -> None:
        with nt.watching(tell):
            raise LookupError("other work")

    with pytest.raises(LookupError, match="other work"):
        fail()
    nt.seed("sochi-2022")
    assert told == []


def test_inner_block_has_its_own_listener() -> None:
    """The outer one is told nothing of it, and is back behind it."""
    (outer, tell_outer), (inner, tell_inner) = listener(), listener()
    with nt.watching(tell_outer):
        with nt.watching(tell_inner):
            nt.seed("sochi-2022")
        assert (len(inner), outer) == (2, [])
        nt.seed("sochi-2022")
    assert outer == inner


def test_other_threads_are_not_told_of() -> None:
    """A listener hears of the thread that it listens in."""
    told, tell = listener()
    with nt.watching(tell):
        other = Thread(target=lambda: nt.seed("sochi-2022"))
        other.start()
        other.join()
    assert told == []


def test_what_a_listener_raises_ends_the_work() -> None:
    """So a program can stop what takes too long; what was not settled is settled when it is asked for again."""
    talks = nt.seed("sochi-2022")

    def stop(*_: object) -> None:
        raise TimeoutError("too long")

    with nt.watching(stop), pytest.raises(TimeoutError, match="too long"):
        _ = talks.now.agreed
    assert talks.now.agreed


def test_rule_that_asks_for_outcomes_has_them_settled_within_its_step() -> None:
    """One work may be done within another: the outer one goes on behind it."""

    def odd(case: nt.Case) -> Iterator[nt.Problem]:
        """Ask for outcomes."""
        assert case.talks.now.agreed
        yield from ()

    told, tell = listener()
    talks = nt.seed("sochi-2022")
    with nt.watching(tell):
        nt.check(talks, rules=[nt.Rule("MY001", odd, "error")], select=["MY001"])
    assert [work for work, _ in groupby(told, key=lambda one: one[0])] == [
        nt.Work.RULES,
        nt.Work.OUTCOMES,
        nt.Work.RULES,
    ]


def test_what_cannot_be_called_cannot_listen() -> None:
    """A listener that is none is refused at once."""
    with (
        pytest.raises(TypeError, match="`watching` takes what is to be called, not 'bar'"),
        nt.watching("bar"),  # type: ignore[arg-type]  # that it is refused is what is tested
    ):
        pass
