"""Where does a rule find nothing, though it nearly would, and what does the least difference make?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

import negotrack as nt

Said = str | nt.Statement


def talks(
    *rounds: Sequence[Said], demands: Sequence[nt.Demand] = (), source: nt.Source | None = None
) -> nt.Negotiation:
    """Give talks of a and b, and of a bloc of c and d, who decide nothing, about x and y and more demands."""
    others = [nt.Party(id_, id_.upper(), role="other") for id_ in ("c", "d")]
    return nt.Negotiation(
        "Talks",
        parties=[
            nt.Party("a", "A"),
            nt.Party("b", "B"),
            *others,
            nt.Party("bloc", "Bloc", members=["c", "d"]),
        ],
        demands=[nt.Demand("x", "X"), nt.Demand("y", "Y"), *demands],
        sources=[source] if source else [],
        rounds=[
            nt.Round(
                f"r{number}", f"2026-0{number}", source=source.id if source else (), statements=statements
            )
            for number, statements in enumerate(rounds, 1)
        ],
    )


def found(record: nt.Negotiation, code: str) -> list[str]:
    """Give the messages of one rule."""
    return [finding.message for finding in nt.check(record, select=[code])]


AGREED = ["a and b accept x"]
BACK = ["`x` was agreed, and is rejected by this; no `note` says why"]


@pytest.mark.parametrize(
    ("rounds", "messages"),
    [
        ([AGREED, ["b rejects x"]], BACK),
        ([AGREED, ["a accepts x", "b rejects x"]], BACK),
        ([AGREED, [nt.Statement("b rejects x", note="after a vote at home")]], []),
        ([AGREED, ["a amends x"]], []),
        ([AGREED, ["a amends x", "b rejects x"]], []),
        ([["a accepts x", "b accepts x if y", "a and b accept y"], ["b rejects y"]], []),
        (
            [["a accepts x", "b accepts x if y", "a and b accept y"], ["b accepts x if y", "b rejects y"]],
            ["`y` was agreed, and is rejected by this; no `note` says why"],
        ),
        ([AGREED, ["b accepts x if y"]], ["`x` was agreed, and is pending by this; no `note` says why"]),
        ([["b rejects y", *AGREED], ["b rejects x"]], BACK),
    ],
)
def test_what_was_agreed_is_reopened_by_a_word_without_a_note(
    rounds: Sequence[Sequence[Said]], messages: list[str]
) -> None:
    """An amendment, a condition that fell, and a word with a note reopen nothing silently."""
    told = found(talks(*rounds), "NT305")
    assert [message for message in told if messages or "`x`" in message] == messages


@pytest.mark.parametrize(
    ("rule", "rounds"),
    [
        (nt.Decision(silence="assent"), [["a accepts x"], ["b rejects x"]]),
        (None, [["a accepts part", "b accepts part"], ["b rejects part", "a rejects x"]]),
    ],
)
def test_what_silence_or_parts_made_agreed_is_not_reopened_silently(
    rule: nt.Decision | None, rounds: Sequence[Sequence[Said]]
) -> None:
    """Who lets silence stand for assent, or parts for the whole, has not said anything that it takes back."""
    record = talks(*rounds, demands=[nt.Demand("part", "Part", part_of="x")] if rule is None else ())
    demands = [nt.Demand("x", "X", decision=rule), *record.demands[1:]]
    told = nt.check(
        nt.Negotiation("T", parties=record.parties, demands=demands, rounds=record.rounds), select=["NT305"]
    )
    assert [one for one in told if one.demands == ("x",)] == []


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        (["bloc accepts x", "c accepts x"], []),
        (["bloc proposes x", "c provisionally accepts x"], []),
        (["bloc rejects x", "c rejects x"], []),
        (
            ["bloc accepts x", "c abstains on x"],
            ["`c` abstains on `x` itself, and its bloc `bloc` accepts it"],
        ),
        (["bloc defers x", "c reserves x"], ["`c` reserves on `x` itself, and its bloc `bloc` defers it"]),
        (["c rejects x", "bloc accepts x"], []),
    ],
)
def test_members_dissent_by_words_of_another_kind(said: Sequence[Said], messages: list[str]) -> None:
    """Assent is assent, qualified or not; and the later word of the bloc binds its members."""
    assert found(talks(said), "NT602") == messages


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        (["a proposes x"], "b"),
        (["a proposes x", "b accepts y"], ""),
        (["a proposes x", nt.Statement("b accepts x", according_to="a")], "b"),
        (["a proposes x", nt.Statement("a rejects x", according_to="b")], ""),
        (["a proposes x", nt.Statement("b accepts x", version=7)], ""),
    ],
)
def test_who_speaks_or_tells_of_others_is_not_silent(said: Sequence[Said], silent: str) -> None:
    """A party speaks by its own word, about whatever text, and by telling what others said; not by being told of."""
    told = [message for message in found(talks(said), "NT107") if "never speaks" in message]
    assert told == ([f"`{silent}` never speaks"] if silent else [])


@pytest.mark.parametrize(("said", "is_named"), [("a accepts x if y", True), ("a accepts x", False)])
def test_a_condition_is_spoken_of(said: str, *, is_named: bool) -> None:
    """A demand that is only ever a condition is named."""
    assert ("no statement names `y`" not in found(talks([said]), "NT107")) is is_named


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        (["a accepts z", "b accepts z"], ["`z` is agreed and requires `x`, which is unraised"]),
        (["a accepts z"], []),
        (["a and b accept z, x"], []),
        (["a and b accept z", "a and b accept newer"], []),
    ],
)
def test_only_what_is_agreed_requires_anything(said: Sequence[Said], messages: list[str]) -> None:
    """A demand that is open requires nothing yet; a requirement that was replaced is met."""
    demands = [nt.Demand("z", "Z", requires=["x"]), nt.Demand("newer", "Newer", succeeds="x")]
    record = talks(["a proposes x"] if "newer" in str(said) else [], said, demands=demands)
    assert found(record, "NT303") == messages


@pytest.mark.parametrize(
    ("said", "backers"),
    [
        (["bloc accepts x, z"], ["bloc"]),
        (["bloc accepts x", "c accepts z"], ["c"]),
        (["c accepts x, z"], ["c"]),
        (["a accepts x", "a accepts z if y"], []),
        (["a accepts x", "a rejects z"], []),
    ],
)
def test_members_that_a_bloc_speaks_for_do_not_back_rivals_themselves(
    said: Sequence[Said], backers: list[str]
) -> None:
    """One word of a bloc is told once, of the bloc; what a member adds to it is told of the member."""
    record = talks(said, demands=[nt.Demand("z", "Z", excludes=["x"])])
    assert [message.split("`")[1] for message in found(record, "NT207")] == backers


def test_a_red_line_is_crossed_through_a_bloc() -> None:
    """What a bloc says for its members may cross what one of them called a red line."""
    record = talks([nt.Statement("c rejects x", red_line=True), "bloc accepts x"])
    assert found(record, "NT206") == [
        "`c` accepts `x` through `bloc`, though it called its `rejects` a red line"
    ]


@pytest.mark.parametrize(
    ("day", "is_early"), [("2026-03-31", True), ("2026-04-01", False), ("2026-04", False)]
)
def test_a_source_of_the_first_day_is_not_too_early(day: str, *, is_early: bool) -> None:
    """A source may appear on the day on which the round starts."""
    source = nt.Source("minutes", "Minutes", date=day)
    record = nt.Negotiation(
        "Talks",
        sources=[source],
        rounds=[nt.Round("april", "2026-04-01", source="minutes", statements=["a defers x"])],
    )
    assert bool(found(record, "NT503")) is is_early


def test_an_early_source_is_told_once_for_each_round() -> None:
    """However often a source is cited, each round that it is too early for has one finding."""
    record = talks(["a proposes x", "a proposes y"], ["b accepts x"], source=nt.Source("s", "S", date="2025"))
    assert [message.split("`")[5] for message in found(record, "NT503")] == ["r1", "r2"]


@pytest.mark.parametrize(("giver", "count"), [(None, 1), ("early", 1), ("a", 0)])
def test_an_account_of_who_is_not_active_is_no_word_of_its(giver: str | None, count: int) -> None:
    """A party that has not joined does not speak by what others tell of it."""
    said = nt.Statement("early accepts x", according_to=giver)
    parties = [nt.Party("a", "A"), nt.Party("early", "Early", joins="r2")]
    rounds = [nt.Round("r1", "2026-01", statements=[said]), nt.Round("r2", "2026-02")]
    record = nt.Negotiation("Talks", parties=parties, demands=[nt.Demand("x", "X")], rounds=rounds)
    assert len(found(record, "NT505")) == count


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (nt.Statement("a amends x"), 1),
        (nt.Statement("a amends x", text="New."), 0),
        (nt.Statement("a amends x", according_to="b"), 0),
        (nt.Statement("a and b amend x", according_to="b"), 1),
        (nt.Statement("stranger amends x"), 0),
        (nt.Statement("a amends x, y"), 0),
    ],
)
def test_only_what_makes_a_text_lacks_one(said: nt.Statement, count: int) -> None:
    """An account, and the word of a stranger, make no text; of several demands no text can be given."""
    assert len(found(talks([said]), "NT208")) == count


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        ("a and b accept newer", []),
        ("a accepts newer", ["`a` has not come back to `x` for 1 round"]),
    ],
)
def test_nobody_has_to_come_back_to_what_was_replaced(said: str, messages: list[str]) -> None:
    """A pending demand is closed once another that succeeds it is agreed; till then a word about it goes stale."""
    record = talks(["a proposes x"], [said], demands=[nt.Demand("newer", "Newer", succeeds="x")])
    assert found(evolve(record, check=nt.CheckSettings(stale_after=1)), "NT506") == messages


@pytest.mark.parametrize(
    ("before", "words"),
    [([], "nothing of it"), (["b accepts x", "a amends x"], "nothing of the current text")],
    ids=["silent", "lapsed"],
)
def test_account_of_who_said_nothing_tells_of_what(before: Sequence[Said], words: str) -> None:
    """Only where the text was amended since its own word is it said that the current one is meant."""
    record = talks([*before, nt.Statement("b rejects x", according_to="a")])
    assert found(record, "NT402") == [f"`b` rejects `x` according to `a`, and has itself said {words}"]


@pytest.mark.parametrize("code", ["NT201", "NT205", "NT206", "NT305", "NT401", "NT402", "NT602"])
def test_findings_name_the_cell_that_they_are_about(code: str) -> None:
    """A finding about one party's position names that party and that demand, and no other of the sentence."""
    record = talks(
        [
            "c accepts x, y",
            "c rejects x",
            "bloc accepts y",
            "d rejects y",
            nt.Statement("a and b propose x", red_line=True),
            "a rejects x",
            "b proposes y",
            "b rejects y",
            nt.Statement("a and b accept y", according_to="c"),
            nt.Statement("a and c accept x, w", according_to="d"),
        ],
        ["a and b accept z"],
        ["a and b reject z, y"],
        demands=[nt.Demand("z", "Z"), nt.Demand("w", "W")],
    )
    told = nt.check(record, select=[code])
    assert told
    assert all(len(one.demands) == 1 for one in told)
    assert all(len(one.parties) in ({2} if code in {"NT602", "NT305"} else {1}) for one in told)
