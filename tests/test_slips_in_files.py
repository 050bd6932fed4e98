"""What somebody who writes a first dossier gets wrong is told with what to write, and that is then read."""

import json
import re
from collections.abc import Mapping

import pytest

import negotrack as nt
from negotrack.formats.reshaped import TABLES

TALKS = """title = "Talks"

[parties]
gov = "Government"
front = "Front"

[demands]
amnesty = "Amnesty"
leave = "Leave of 8 weeks"

[[rounds]]
id = "first"
date = 2026-03-03
statements = ["gov proposes amnesty and leave"]
"""
SAID = '["gov proposes amnesty and leave"]'


def faults(text: str) -> list[tuple[str, str]]:
    """Give the message and the hint of all that keeps a text from being read."""
    with pytest.raises(nt.Unreadable) as caught:
        nt.loads(text)
    return [(finding.message, finding.hint) for finding in caught.value.findings]


def dangling(says: str) -> nt.Findings:
    """Give what is found of ids that name nothing, where this is said."""
    talks = nt.loads(TALKS.replace(SAID, f'["{says}"]'))
    return nt.check(talks, select=["NT101", "NT102", "NT103", "NT104"])


@pytest.mark.parametrize(
    ("key", "slip", "message", "hint", "mended"),
    [
        (
            "statements",
            '"gov proposes amnesty"',
            "a list, not the text",
            'write ["gov proposes amnesty"]',
            '["gov proposes amnesty"]',
        ),
        (
            "statements",
            '{ says = "gov proposes amnesty" }',
            "a list, not a table",
            "put it in square brackets: [{ ... }]",
            '[{ says = "gov proposes amnesty" }]',
        ),
        ("present", '"gov, front"', "a list, not the text", 'write ["gov", "front"]', '["gov", "front"]'),
        ("present", '"gov and front"', "a list, not the text", 'write ["gov", "front"]', '["gov", "front"]'),
        (
            "present",
            '"The Front"',
            "a list, not the text",
            'put it in square brackets: ["..."]',
            '["front"]',
        ),
        ("tags", '"The start"', "a list, not the text", 'write ["The start"]', '["The start"]'),
        (
            "statements",
            '[{ says = "gov proposes amnesty", version = "1" }]',
            "a whole number, not the text",
            "write 1, without quotation marks",
            '[{ says = "gov proposes amnesty", version = 1 }]',
        ),
        (
            "date",
            "2026-03-03T10:00:00",
            "a date, not a date with",
            "leave out the time: 2026-03-03",
            "2026-03-03",
        ),
    ],
)
def test_value_of_another_shape_is_told_with_the_right_one(
    key: str, slip: str, message: str, hint: str, mended: str
) -> None:
    """The hint writes the value out where it can."""
    text = 'title = "T"\n[[rounds]]\nid = "r"\n' + ("" if key == "date" else "date = 2026-03-03\n")
    ((told, cure),) = faults(f"{text}{key} = {slip}")
    assert message in told
    assert cure.startswith(hint)
    assert nt.loads(f"{text}{key} = {mended}").rounds


@pytest.mark.parametrize("odd", ["3", '"gov"', '["gov"]', '[{ gov = "agreed" }]'])
@pytest.mark.parametrize("cls", TABLES)
def test_a_table_is_told_with_an_example_that_is_read(cls: type, odd: str) -> None:
    """Whatever stands where records stand each under its id."""
    example = TABLES[cls]
    top = 'title = "T"\n' + (
        "" if cls in {nt.Party, nt.Demand, nt.Source} else '[[rounds]]\nid = "r"\ndate = 2026-03-03\n'
    )
    ((message, hint),) = faults(f"{top}{example.partition('=')[0]} = {odd}")
    assert " takes a table, not " in message
    assert hint == f"each stands under an id, as in {example}"
    assert nt.loads(top + example).origin


@pytest.mark.parametrize("key", ["joins", "leaves"])
@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize(
    ("day", "hints"),
    [
        (
            "2026-03-03",
            {"joins": 'the round of that day is "first"', "leaves": 'the round of that day is "first"'},
        ),
        (
            "2026-04-03",
            {
                "joins": "write the id of the first round with it",
                "leaves": "write the id of the first round without it",
            },
        ),
    ],
)
def test_a_date_in_the_place_of_a_round_is_told_with_the_round(
    key: str, quote: str, day: str, hints: Mapping[str, str]
) -> None:
    """In quotation marks or not: who joins and leaves is told by the ids of rounds."""
    text = TALKS.replace('"Government"', f'{{ name = "Government", {key} = {quote}{day}{quote} }}')
    assert faults(text) == [(f"`{key}` takes the id of a round, not a date", hints[key])]


def test_of_two_rounds_of_a_day_none_is_suggested() -> None:
    """Which of them is meant cannot be known."""
    text = TALKS.replace('"Government"', '{ name = "Government", leaves = 2026-03-03 }')
    more = '[[rounds]]\nid = "second"\ndate = 2026-03-03\n'
    assert faults(text + more)[0][1] == "write the id of the first round without it"


@pytest.mark.parametrize(
    ("key", "value", "home"),
    [
        (
            "oil",
            '"Oil revenue"',
            "put a demand under [demands], in line 7, a party under [parties], in line 3",
        ),
        ("oil", '{ title = "Oil", text = "Half of it" }', "put a demand under [demands], in line 7"),
        ("un", '{ name = "United Nations", role = "mediator" }', "put a party under [parties], in line 3"),
    ],
)
def test_a_line_below_another_head_is_told_where_it_belongs_and_where_it_goes(
    key: str, value: str, home: str
) -> None:
    """What is put where the hint says is read."""
    line = f"{key} = {value}\n"
    ((message, hint),) = faults(TALKS + line)
    assert message == f"unknown key `{key}`"
    assert hint.startswith(f"this line belongs to [[rounds]], in line 11; {home}; known here: id, date, ")
    number = int(home.split(" in line ")[1].partition(",")[0])
    lines = TALKS.splitlines(keepends=True)
    talks = nt.loads("".join([*lines[:number], line, *lines[number:]]))
    assert key in [*(one.id for one in talks.demands), *(one.id for one in talks.parties)]


@pytest.mark.parametrize(
    "text",
    [
        'title = "T"\noil = "Oil"\n[demands]\n',
        'title = "T"\nrounds = [{ id = "r", date = "2026", oil = "Oil" }]\n',
        'title = "T"\n[[rounds]]\nid = "r"\ndate = "2026"\noil = 3\n',
        'title = "T"\n[[rounds]]\nid = "r"\ndate = "2026"\noil = { likes = "Oil" }\n',
        'title = "T"\n[[rounds]]\nid = "r"\ndate = "2026"\n"The oil" = "Oil"\n',
        json.dumps({"title": "T", "rounds": [{"id": "r", "date": "2026", "oil": "Oil"}]}, indent=1),
    ],
)
def test_what_is_no_demand_below_a_head_is_told_as_an_unknown_key(text: str) -> None:
    """At the top, within a line, in JSON, or as something that no demand and no party is."""
    ((_, hint),) = faults(text)
    assert hint.startswith("known here: ")


def test_a_table_without_a_head_of_its_own_is_named_by_its_key() -> None:
    """Where `demands` is written otherwise, or not at all, no line is told."""
    ((_, hint),) = faults('title = "T"\ndemands = {}\n[parties.gov]\nname = "G"\noil = "Oil"\n')
    assert hint.startswith(
        "this line belongs to [parties.gov], in line 3; put a demand into `demands`, a party into `parties`; known"
    )


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_line_of_a_text_is_no_head(quotes: str) -> None:
    """Where a note quotes a dossier, its lines are no place to put anything."""
    note = f"note = {quotes}\n[demands]\n{quotes}\n"
    ((_, hint),) = faults(
        f'title = "T"\n[demands] # """\n[[rounds]]\nid = "r"\ndate = 2026-01-01\n{note}oil = "O"'
    )
    assert hint.startswith(
        "this line belongs to [[rounds]], in line 3; put a demand under [demands], in line 2,"
    )


@pytest.mark.parametrize("key", ["say", "sayd", "Says"])
def test_a_misspelt_key_is_one_fault(key: str) -> None:
    """The key that is meant is not missing."""
    text = TALKS.replace(SAID, f'[{{ {key} = "gov proposes amnesty" }}]')
    assert faults(text) == [(f"unknown key `{key}`", "did you mean `says`?")]


def test_an_unknown_key_and_a_missing_one_are_two_faults() -> None:
    """Where the one is not the other with a slip of the pen."""
    text = TALKS.replace(SAID, '[{ saying = "gov proposes amnesty", nots = "x" }]')
    assert [message for message, _ in faults(text)] == [
        "`says` is missing",
        "unknown key `saying`",
        "unknown key `nots`",
    ]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ('id: "r"', "expected '=' after a key", "between a key and its value stands `=`"),
        ('id "r"', "expected '=' after a key", "between a key and its value stands `=`"),
        (
            '\u00f6pp = "x"',
            "no line begins like this",
            "an id has lower-case letters, digits and hyphens: `opp`",
        ),
        ('sm\u00f6r = "x"', "expected '='", "an id has lower-case letters, digits and hyphens: `smor`"),
        (
            '\u201cgov\u201d = "x"',
            "no line begins",
            "an id has lower-case letters, digits and hyphens: `gov`",
        ),
        ("id = 3 4", "expected the end of the line", ""),
    ],
)
def test_a_line_that_toml_cannot_read_is_told_in_words_of_the_dossier(
    line: str, message: str, hint: str
) -> None:
    """The message speaks of no statement, which is something else here."""
    for text in (line, f'title = "T"\n[demands]\n{line}'):
        ((told, cure),) = faults(text)
        assert told.startswith(f"this cannot be read as TOML: {message}")
        assert cure == hint


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("A", "\u0421\u043e\u044e\u0437 A"),
        (
            "Withdrawal of all forces of the Russian Federation",
            "Withdrawal of all forces of the Russian army",
        ),
    ],
)
def test_a_name_that_is_like_another_in_part_is_not_taken_for_it(title: str, said: str) -> None:
    """Letters that no id has, and what is too long for one, tell names apart."""
    text = TALKS.replace('"Amnesty"', f'"{title}"')
    wrong, right = (text.replace(SAID, f'["gov proposes {name}"]') for name in (said, title))
    assert "`amnesty`" not in faults(wrong)[0][1]
    assert faults(right)[0][1].endswith(": `amnesty`")


@pytest.mark.parametrize("odd", ["{}", "[]", '["first"]', "3"])
def test_a_name_is_looked_up_beside_a_round_whose_id_is_no_text(odd: str) -> None:
    """Two faults of a file are told, whatever stands where the id of a round is due."""
    text = TALKS.replace('"first"', odd).replace(SAID, '["The Government proposes leave"]')
    assert [message.partition(",")[0] for message, _ in faults(text)] == [
        "`id` takes a text",
        "expected the id of a party",
    ]


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("front says gov accepts amnesty", r"write (\{.*\})"),
        ("gov amends amnesty to half of it", r"beside it: (\{.*\})"),
    ],
)
def test_a_table_is_told_in_json_to_who_writes_json(says: str, found: str) -> None:
    """What the hint writes out is read in its place."""
    talks = json.loads(nt.dumps(nt.loads(TALKS), "json"))
    talks["rounds"][0]["statements"] = [says]
    ((_, hint),) = faults(json.dumps(talks))
    (table,) = re.findall(found, hint)
    talks["rounds"][0]["statements"] = [json.loads(table)]
    assert nt.loads(json.dumps(talks)).rounds[0].statements


@pytest.mark.parametrize("line", ["\u00e9" * 200_000, "\u00e9 " * 100_000, "\u00e9\t" * 100_000 + "\u00e9-"])
def test_a_long_line_of_letters_that_no_id_has_is_told_at_once(line: str) -> None:
    """It takes no time that grows with the square of its length, which would be minutes here."""
    ((message, _),) = faults(f'title = "T"\nx{line}\n')
    assert message.startswith("this cannot be read as TOML: expected '='")


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (
            "amnesty accepts gov",
            ["`amnesty` is a demand; the party comes first", "`gov` is a party; a demand goes here"],
        ),
        ("gov accepts front", ["`front` is a party; a demand goes here"]),
        ("gov accepts amnesty if front", ["`front` is a party; a demand goes here"]),
        ("gov accepts first", ["`first` is a round; a demand goes here"]),
    ],
)
def test_an_id_of_another_kind_is_told_as_what_it_is(says: str, told: list[str]) -> None:
    """Nobody declares a party that has the id of a demand because of a slip."""
    assert [finding.hint for finding in dangling(says)] == told


def test_a_party_that_is_called_like_a_key_is_no_round() -> None:
    """What stands under `joins` in `[parties]` is a party."""
    text = TALKS.replace("front = ", "joins = 2026-03-03\nfront = ")
    assert faults(text) == [("`joins` takes a text or a table, not a date", "")]
