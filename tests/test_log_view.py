"""The view of a log: counts and bars, then what happened in each round, with the events between."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import negotrack as nt
from negotrack.positions import SILENT
from negotrack.testing import negotiations
from negotrack.views.lines import plain
from negotrack.views.steps import symbol
from negotrack.views.theme import ASCII, UNICODE

Said = str | nt.Statement

PARTIES = (nt.Party("a", "Arland"), nt.Party("b", "Borland"), nt.Party("u", "Union", members=["a", "b"]))
DEMANDS = (nt.Demand("x", "Ports"), nt.Demand("y", "Rails"))
SMALL = negotiations(parties=(0, 4), demands=(0, 4), rounds=(0, 4))


def talks(
    *rounds: Sequence[Said],
    parties: Sequence[nt.Party] = PARTIES,
    demands: Sequence[nt.Demand] = DEMANDS,
    events: Sequence[nt.Event] = (),
) -> nt.Negotiation:
    """Give a negotiation in which this was said in the rounds r1, r2 and so on, a month each."""
    return nt.Negotiation(
        "Talks",
        parties=parties,
        demands=demands,
        events=events,
        rounds=[
            nt.Round(f"r{number}", f"2026-{number:02}", statements=said)
            for number, said in enumerate(rounds, 1)
        ],
    )


def told(record: nt.Negotiation, number: int, width: int | None = None) -> list[str]:
    """Give what is told of a round, without the blanks in front."""
    shown = [plain(line) for line in nt.log(record).lines(width)]
    start = next(
        place for place, line in enumerate(shown) if line.startswith(f"{number}  ") and "of" not in line
    )
    end = next((place for place in range(start, len(shown)) if not shown[place]), len(shown))
    return [" ".join(line.split()) for line in shown[start + 1 : end]]


def test_outcomes_come_before_moves() -> None:
    """What became of demands comes first, then who moved which way, with the symbol of the stance taken."""
    assert told(talks(["a proposes x", "b rejects x"], ["b accepts x"]), 2) == [
        "settled 1 Ports: by Borland",
        "toward 1 ✓ Borland: rejects → accepts",
    ]


def test_moves_that_are_the_same_share_a_line() -> None:
    """Those that speak their first word alike are named together, the verb in the plural."""
    assert told(talks(["a and b propose x"]), 1) == [
        "settled 1 Ports: by Arland and Borland",
        "opening 1 » Arland and Borland: propose",
    ]


def test_bloc_is_named_with_those_it_moved() -> None:
    """A bloc and its members stand in one line, members alone behind what spoke for them."""
    assert told(talks(["a proposes x"], ["u rejects x and y"]), 2)[2:] == [
        "away 1 X Arland, through Union: proposes → rejects",
        "opening 1 X Union and, through it, Borland: reject",
        "opening 2 X Union and, through it, Arland and Borland: reject",
    ]


def test_moves_undone_in_their_round_are_told_as_undone() -> None:
    """A path that ends where it began is told, though nothing changed from round to round."""
    assert told(talks(["a proposes x", "b accepts x"], ["b rejects x", "b accepts x"]), 2) == [
        "undone 1 ✓ Borland: accepts → rejects → accepts"
    ]


def test_several_moves_of_a_round_are_one_path() -> None:
    """A path that ends elsewhere has the word of where it led."""
    record = talks(["a proposes x", "b accepts x"], ["b rejects x", "b defers x"])
    assert told(record, 2)[1] == "away 1 _ Borland: accepts → rejects → defers"


def test_reopened_demand_names_who_moved_and_who_is_in_the_way() -> None:
    """Behind a demand that was reopened stand both: who moved, and whose word is missing now."""
    record = talks(["a proposes x", "b accepts x"], ["b reserves x"])
    assert told(record, 2)[0] == "reopened 1 Ports: by Borland; Borland reserves"


@pytest.mark.parametrize(
    ("first", "second", "told_first"),
    [
        (["a reserves x", "u rejects x"], ["a accepts x"], "settled 1 Ports: by Arland; as Union left"),
        (["a accepts x", "u rejects x"], [], "settled 1 Ports: as Union left"),
        (["u rejects x"], ["u rejects y"], "reopened 1 Ports: as Union left; Arland silent"),
    ],
    ids=["beside-a-move", "alone", "who-is-in-the-way"],
)
def test_outcome_names_who_left(first: Sequence[Said], second: Sequence[Said], told_first: str) -> None:
    """An outcome that came about as a party left says so, whether anybody moved or not."""
    parties = [PARTIES[0], nt.Party("u", "Union", leaves="r2")]
    assert told(talks(first, second, parties=parties), 2)[0] == told_first


def test_blocked_demand_names_who_joined() -> None:
    """A refusal that counts as its holder joined is told as such."""
    parties = [PARTIES[0], nt.Party("u", "Union", joins="r2")]
    record = talks(["a accepts x", "u rejects x"], [], parties=parties)
    assert told(record, 2)[0] == "blocked 1 Ports: as Union joined; Union refuses"


def test_outcome_names_what_it_hangs_on() -> None:
    """An outcome that changed with another names that one."""
    record = talks(["a proposes x", "b accepts x if y", "a proposes y"], ["b accepts y"])
    assert told(record, 2)[0] == "settled 1 Ports: hangs on 2"


def test_texts_accounts_and_parties_are_told() -> None:
    """New texts, accounts that opened and closed, and who joined have lines of their own."""
    record = talks(
        ["b accepts x"],
        ["a amends x", nt.Statement("b rejects y", according_to="a")],
        ["b rejects y"],
        parties=[*PARTIES[:2], nt.Party("c", "Cerland", joins="r2")],
    )
    assert told(record, 2)[-3:] == [
        "text 1 Ports: text 1 → text 2, by Arland",
        "account 2 Borland's position is reported: by Arland's account Borland rejects it",
        "joined Cerland",
    ]
    assert told(record, 3)[-1] == "account 2 Borland's position is reported no longer"


def test_position_that_lapsed_stands_in_brackets() -> None:
    """What lapsed has the symbol of what it was in brackets."""
    assert "lapsed 1 (✓) Borland: accepts → lapsed" in told(talks(["b accepts x"], ["a amends x"]), 2)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([], ["nothing was recorded"]),
        (["a proposes x"], ["nothing changed, 1 restated"]),
        (
            ["a withdraws y"],
            ["nothing changed", "Left out: a withdraws y (r2): `a` has not put forward `y`."],
        ),
    ],
)
def test_round_without_effect_says_why(said: list[Said], words: list[str]) -> None:
    """Nothing recorded and nothing changed are two things; what was restated is counted, what is left out told."""
    assert told(talks(["a proposes x"], said), 2) == words


def test_claims_are_something_recorded() -> None:
    """A round that holds a claim and no statement is not called one in which nothing was recorded."""
    record = talks(["a proposes x"]).with_round(nt.Round("r2", "2026-02", claims=[nt.Claim("x", "agreed")]))
    assert told(record, 2) == ["nothing changed"]


def test_restatements_are_counted_beside_moves() -> None:
    """Where others moved, what was restated is a line at the end."""
    assert told(talks(["a proposes x"], ["a proposes x", "b accepts x"]), 2)[-1] == "1 restated"


def test_what_is_not_chosen_is_not_called_unchanged() -> None:
    """Where one party is chosen, a round without its doing says so, and the line above names it."""
    shown = str(nt.log(talks(["a proposes x"], ["b rejects x"]), parties=["a"]))
    assert "nothing of what is shown changed" in shown
    assert "Shown: 1 of 3 parties (Arland)." in shown


def test_chosen_bloc_moves_its_members() -> None:
    """Among the moves of a bloc are those that it made for its members."""
    shown = str(nt.log(talks(["u rejects x"]), parties=["u"]))
    assert "Union and, through it, Arland and Borland: reject" in shown


def test_chosen_demands_bring_what_became_of_them() -> None:
    """Of the demands chosen all is told, whoever moved, and the number of those shown is said."""
    shown = str(nt.log(talks(["a proposes x and y", "b rejects x"]), demands=["x"], parties=["a"]))
    assert "blocked" in shown
    assert "Shown: 1 of 2 demands, 1 of 3 parties (Arland)." in shown


EVENTFUL = talks(
    ["a proposes x"],
    ["b rejects x"],
    ["b accepts x"],
    events=[nt.Event("2026-01-31", "A strike"), nt.Event("2026-05-01", "An election")],
)


def test_rounds_in_which_nothing_chosen_happened_are_told_in_one() -> None:
    """Of what is chosen, a run of rounds without anything is a line, with what was restated and the events in it."""
    record = talks(
        ["a proposes x"],
        ["b accepts y"],
        ["b proposes y", "a proposes x"],
        ["a rejects x"],
        events=[nt.Event("2026-02-10", "A strike"), nt.Event("2026-01-31", "A walkout")],
    )
    shown = str(nt.log(record, demands=["x"])).splitlines()
    assert "2 to 3  nothing of what is shown changed; 1 restated; 2 events" in shown


def test_events_between_rounds_that_are_told_are_told() -> None:
    """Where nothing lies between two rounds but an event, it stands there though only a part is chosen."""
    assert " - 31 Jan 2026, A strike" in str(nt.log(EVENTFUL, parties=["a", "b"])).splitlines()


def test_counts_of_all_demands_are_not_beside_some() -> None:
    """The chart is of all demands, so that there is none where a part is told of."""
    assert not list(nt.log(EVENTFUL, demands=["x"]).counts())
    assert list(nt.log(EVENTFUL).counts())


def test_events_stand_between_the_rounds() -> None:
    """An event comes before the first round that began later than it, those after all at the end."""
    shown = [
        line for line in str(nt.log(EVENTFUL)).splitlines() if line.startswith((" - ", "1  Jan", "2  Feb"))
    ]
    assert shown[-4:] == [
        "1  Jan 2026",
        " - 31 Jan 2026, A strike",
        "2  Feb 2026",
        " - 1 May 2026, An election",
    ]


@pytest.mark.parametrize(
    ("since", "start"),
    [
        ("r2", 2),
        (-1, 3),
        ("start", 1),
        (date(2026, 2, 20), 2),
        (date(2026, 3, 1), 3),
        (datetime(2026, 2, 20, 12, tzinfo=UTC), 2),
    ],
)
def test_log_begins_with_a_round(since: str | int | date, start: int) -> None:
    """It begins with the round named, by a day with the first that was not over before it."""
    assert nt.log(EVENTFUL, since=since).start == start


def test_day_after_all_rounds_leaves_none() -> None:
    """By a day after the last round nothing is told but the counts of now."""
    shown = str(nt.log(EVENTFUL, since=date(2027, 1, 1)))
    assert "Shown: 0 of 3 rounds." in shown
    assert "settled" not in shown
    assert "An election" not in shown


def test_silence_has_no_symbol() -> None:
    """Silence is three blanks, so that what stands behind it lines up."""
    assert symbol(SILENT, UNICODE).text == "   "


def test_without_rounds_there_is_no_course() -> None:
    """A record without rounds says so."""
    assert str(nt.log(nt.Negotiation("Talks"))) == "Talks\nNo rounds yet."


def test_bar_has_a_mark_for_each_demand() -> None:
    """A bar has as many marks as demands are counted, agreed ones first."""
    many = [nt.Demand(f"d{number}", "D") for number in range(9)]
    record = talks(
        ["a and b accept d1 and d2", "a proposes d3", "b rejects d3", "a proposes d4"], demands=many
    )
    (line,) = [line for line in str(nt.log(record)).splitlines() if "■" in line]
    assert line.split()[-1] == "■■·X"


def test_bar_in_ascii() -> None:
    """In ASCII the marks are #, . and X."""
    shown = [plain(line) for line in nt.log(talks(["a and b accept x", "a proposes y"])).lines(None, ASCII)]
    assert any(line.endswith("#.") for line in shown)


def test_long_bar_says_what_a_mark_stands_for() -> None:
    """Where there are more demands than room, a line says for how many a mark stands."""
    many = [nt.Demand(f"d{number}", "D") for number in range(100)]
    record = talks(["a proposes " + ", ".join(demand.id for demand in many)], demands=many)
    assert "one mark: up to 3 demands" in str(nt.log(record))


def counted(agreed: int, pending: int, rejected: int) -> nt.Negotiation:
    """Give a record after whose one round so many demands are agreed, pending and rejected."""
    words = ["accepts"] * agreed + ["defers"] * pending + ["rejects"] * rejected
    said = [f"a proposes d{number}" for number in range(len(words))]
    said += [f"b {word} d{number}" for number, word in enumerate(words)]
    return talks(
        said, demands=[nt.Demand(f"d{number}", "D") for number in range(len(words))], parties=PARTIES[:2]
    )


@given(*[st.integers(0, 60)] * 3, st.integers(56, 120))
def test_marks_of_a_bar_stand_for_all_demands(agreed: int, pending: int, rejected: int, width: int) -> None:
    """Each outcome has as many marks as its demands need, at so many demands to a mark, and the bar fits the window."""
    shown = [plain(line) for line in islice(nt.log(counted(agreed, pending, rejected)).lines(width), 8)]
    unit = next((int(line.split()[4]) for line in shown if line.startswith("one mark: up to")), 1)
    bars = [line for line in shown if line.startswith("1  Jan 2026") and " of " in line]
    marks = [sum(line.count(mark) for line in bars) for mark in "■·X"]
    assert marks == [-(-number // unit) for number in (agreed, pending, rejected)]
    assert all(cell_len(line) <= width for line in shown)


def test_narrow_chart_is_told_in_sentences() -> None:
    """Where the columns have no room, each round has a sentence."""
    shown = [plain(line) for line in nt.log(talks(["a proposes x"])).lines(24)]
    assert "1 Jan 2026: 0 of 1" in shown
    assert all(cell_len(line) <= 24 for line in shown)


def test_tight_chart_has_no_bars() -> None:
    """Where only the bars have no room, the figures stand without them."""
    shown = [plain(line) for line in nt.log(talks(["a proposes x"])).lines(44)]
    assert any("0 of 1" in line for line in shown)
    assert not any("·" in line for line in shown)


def test_narrow_happening_is_a_sentence() -> None:
    """Where the columns have no room, what happened is told in a sentence."""
    shown = [plain(line) for line in nt.log(talks(["a proposes x"])).lines(28)]
    assert "   opening 1 Arland:" in shown


@given(SMALL, st.integers(20, 120))
def test_no_line_is_wider_than_the_window(record: nt.Negotiation, width: int) -> None:
    """Whatever the width, no line of a log is wider."""
    assert all(cell_len(plain(line)) <= width for line in nt.log(record).lines(width))


@pytest.mark.parametrize(
    ("chosen", "error"),
    [
        ({"parties": ["arlnd"]}, nt.NoSuchParty),
        ({"demands": ["z"]}, nt.NoSuchDemand),
        ({"since": "r9"}, nt.NoSuchRound),
    ],
)
def test_what_is_not_there_cannot_be_chosen(chosen: dict[str, list[str]], error: type[nt.NoSuch]) -> None:
    """A party, a demand or a round that is not there is named at once."""
    with pytest.raises(error, match="no "):
        nt.log(EVENTFUL, **chosen)  # type: ignore[arg-type]


def test_log_is_of_a_negotiation() -> None:
    """A state has no course."""
    with pytest.raises(TypeError, match="a log is of a negotiation"):
        nt.log(EVENTFUL.now)  # type: ignore[arg-type]
