"""Every fault of a file is reported at its place, with the text that it is about."""

import pickle
import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import acting
from negotrack import Finding, Unreadable, loads
from negotrack.places import Span, locate
from negotrack.views.findings import messages

_ROUND = '[[rounds]]\nid = "r"\ndate = 2022-10-31\n'


def refused(text: str, file: str = "talks.toml") -> Unreadable:
    """Give the exception for a text that is no dossier."""
    with pytest.raises(Unreadable, match="error") as caught:
        loads(text, file=file)
    return caught.value


def shown(text: str, file: str = "talks.toml") -> str:
    """Give what is printed for a text that is no dossier."""
    error = refused(text, file)
    return "\n\n".join(messages(error.findings, error.origin))


def only(text: str, file: str = "talks.toml") -> tuple[Finding, Span]:
    """Give the only fault of a text, and its place."""
    error = refused(text, file)
    (finding,) = error.findings
    return finding, locate(finding.place, error.origin)


def unmarked(marked: str) -> tuple[str, Span]:
    """Give a text without the marks « and », and the place between them."""
    before, _, rest = marked.partition("«")
    inside, _, after = rest.partition("»")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return before + inside + after, Span(line, column, max(1, len(inside)))


_EXAMPLES = {
    "NT001 in TOML": (
        'title = "Talks"\nnote = "a\n',
        """\
        talks.toml:2:10: error[NT001] this cannot be read as TOML: illegal character '\\n'
          |
        2 | note = "a
          |          ^
          = hint: the text does not end: a quotation mark is missing
        """,
    ),
    "NT001 in JSON": (
        '{\n  "title": "Talks"\n  "note": "a"\n}',
        """\
        talks.json:3:3: error[NT001] this cannot be read as JSON: expecting ',' delimiter
          |
        3 |   "note": "a"
          |   ^
        """,
    ),
    "NT001 for a key given twice": (
        '{"title": "Talks",\n "note": "a",\n "note": "b"}',
        """\
        talks.json:3:2: error[NT001] the key `note` is given twice
          |
        3 |  "note": "b"}
          |  ^^^^^^
          = note: given here first: talks.json:2:2
        """,
    ),
    "NT001 for a newer format": (
        'title = "Talks"\nformat = 2\n',
        """\
        talks.toml:2:10: error[NT001] the file is of a later format than 1, which this negotrack reads
          |
        2 | format = 2
          |          ^
          = hint: get a newer negotrack: pip install --upgrade negotrack
        """,
    ),
    "NT001 for half of a character": (
        '{"title": "Talks", "note": "a \\ud83d b"}',
        """\
        talks.json:1:28: error[NT001] this text holds half of a character
          |
        1 | {"title": "Talks", "note": "a \\ud83d b"}
          |                            ^^^^^^^^^^^^
          = hint: write the character itself, or both halves of it
        """,
    ),
    "NT004 for half of a character in a key": (
        '{"title": "Talks", "parties": {"a\\ud83d": "A"}}',
        """\
        talks.json:1:32: error[NT004] `a\\ud83d` is no id; `a` would do
          |
        1 | {"title": "Talks", "parties": {"a\\ud83d": "A"}}
          |                                ^^^^^^^^^
        """,
    ),
    "NT001 for an empty file": (
        "",
        """\
        talks.toml: error[NT001] the file is empty
          = hint: a dossier starts with `title = "..."`
        """,
    ),
    "NT002 in TOML": (
        'title = "Talks"\n\n[partis]\na = "A"\n',
        """\
        talks.toml:3:2: error[NT002] unknown key `partis`
          |
        3 | [partis]
          |  ^^^^^^
          = hint: did you mean `parties`?
        """,
    ),
    "NT002 in JSON": (
        '{"title": "Talks",\n "partis": {"a": "A"}}',
        """\
        talks.json:2:2: error[NT002] unknown key `partis`
          |
        2 |  "partis": {"a": "A"}}
          |  ^^^^^^^^
          = hint: did you mean `parties`?
        """,
    ),
    "NT002 for a key like `format`": (
        'title = "Talks"\nfromat = 1\n',
        """\
        talks.toml:2:1: error[NT002] unknown key `fromat`
          |
        2 | fromat = 1
          | ^^^^^^
          = hint: did you mean `format`?
        """,
    ),
    "NT002 for a key like no other": (
        'title = "Talks"\n[[events]]\ndate = 2022-10-31\ntitle = "E"\nzzz = 1\n',
        """\
        talks.toml:5:1: error[NT002] unknown key `zzz`
          |
        5 | zzz = 1
          | ^^^
          = hint: known here: date, title, source, note
        """,
    ),
    "NT003 for a type in TOML": (
        'title = "Talks"\ndemands = { x = { title = 2022-10-31 } }\n',
        """\
        talks.toml:2:27: error[NT003] `title` takes a text, not a date
          |
        2 | demands = { x = { title = 2022-10-31 } }
          |                           ^^^^^^^^^^
        """,
    ),
    "NT003 for a word in JSON": (
        '{"title": "Talks",\n "demands": {"a": {"title": "A", "final": "al"}}}',
        """\
        talks.json:2:43: error[NT003] `final` takes the word `all`, not the text `al`
          |
        2 |  "demands": {"a": {"title": "A", "final": "al"}}}
          |                                           ^^^^
          = hint: did you mean `all`?
        """,
    ),
    "NT003 for a field that does not go with another": (
        _ROUND + 'statements = [{ says = "a accepts x", reservation = "general" }]\ntitle = "R"\n[parties]',
        """\
        talks.toml:1:1: error[NT007] `title` is missing
          |
        1 | [[rounds]]
          | ^^^^^^^^^^
          = hint: add the key `title` here

        talks.toml:4:53: error[NT003] `reservation` goes with `reserves`, not with `accepts`
          |
        4 | statements = [{ says = "a accepts x", reservation = "general" }]
          |                                                     ^^^^^^^^^
        """,
    ),
    "NT004 for a key in TOML": (
        'title = "Talks"\n[demands]\ncease_fire = "Cease-fire"\n',
        """\
        talks.toml:3:1: error[NT004] `cease_fire` is no id; `cease-fire` would do
          |
        3 | cease_fire = "Cease-fire"
          | ^^^^^^^^^^
        """,
    ),
    "NT004 for a reserved word in JSON": (
        '{"title": "Talks", "parties": {"accept": "A"}}',
        """\
        talks.json:1:32: error[NT004] `accept` is a word of the sentence form; `accept-1` would do
          |
        1 | {"title": "Talks", "parties": {"accept": "A"}}
          |                                ^^^^^^^^
        """,
    ),
    "NT005 in TOML": (
        'title = "Talks"\n' + _ROUND + 'statements = [\n  "a accepts x",\n  "b acepts x",\n]\n',
        """\
        talks.toml:7:6: error[NT005] expected a verb (proposes, accepts, rejects, ...)
          |
        7 |   "b acepts x",
          |      ^^^^^^
          = hint: did you mean `accepts`?
        """,
    ),
    "NT005 in JSON": (
        '{"title": "Talks", "rounds": [{"id": "r", "date": "2022",\n "statements": [{"says": "b accepts"}]}]}',
        """\
        talks.json:2:36: error[NT005] expected the id of a demand
          |
        2 |  "statements": [{"says": "b accepts"}]}]}
          |                                    ^
        """,
    ),
    "NT006 in TOML": (
        'title = "Talks"\n[[rounds]]\nid = "r"\ndate = "Oct 2022"\n',
        """\
        talks.toml:4:8: error[NT006] `Oct 2022` is no date
          |
        4 | date = "Oct 2022"
          |        ^^^^^^^^^^
          = hint: write "2022-10"
        """,
    ),
    "NT006 in JSON": (
        '{"title": "Talks", "events": [{"title": "E", "date": "2022/2021"}]}',
        """\
        talks.json:1:54: error[NT006] `2022/2021` ends before it starts
          |
        1 | {"title": "Talks", "events": [{"title": "E", "date": "2022/2021"}]}
          |                                                      ^^^^^^^^^^^
        """,
    ),
    "NT007 in TOML": (
        'title = "Talks"\n\n[[rounds]]\nid = "r"\n',
        """\
        talks.toml:3:1: error[NT007] `date` is missing
          |
        3 | [[rounds]]
          | ^^^^^^^^^^
          = hint: add the key `date` here
        """,
    ),
    "NT007 in JSON": (
        '{"title": "Talks",\n "sources": {"a": {"url": "u"}}}',
        """\
        talks.json:2:19: error[NT007] `title` is missing
          |
        2 |  "sources": {"a": {"url": "u"}}}
          |                   ^^^^^^^^^^^^
          = hint: add the key `title` here
        """,
    ),
    "NT008 in TOML": (
        'title = "Talks"\n' + _ROUND + _ROUND,
        """\
        talks.toml:6:6: error[NT008] a second round has the id `r`
          |
        6 | id = "r"
          |      ^^^
          = note: the first of them: talks.toml:3:6
        """,
    ),
    "NT008 in JSON": (
        '{"title": "Talks", "rounds": [{"id": "r", "date": "2022"},\n {"date": "2022", "id": "r"}]}',
        """\
        talks.json:2:25: error[NT008] a second round has the id `r`
          |
        2 |  {"date": "2022", "id": "r"}]}
          |                         ^^^
          = note: the first of them: talks.json:1:38
        """,
    ),
}


@pytest.mark.parametrize(("text", "expected"), _EXAMPLES.values(), ids=_EXAMPLES)
def test_fault_is_shown_with_its_text(text: str, expected: str) -> None:
    """Code, place, message, text, marker, notes and hint of one fault of each kind are exactly these."""
    file = "talks.json" if text.startswith("{") else "talks.toml"
    assert shown(text, file) + "\n" == dedent(expected)


_MANY = """\
titel = "Talks"
format = 1
[parties]
Armenia = "Armenia"
b = { name = 3, rol = "mediator" }
[demands]
y = { title = "Y", part_of = "X y" }
[[rounds]]
id = "r1"
date = "2022-13"
statements = ["b likes y", { says = "b accepts y", red_line = "no" }, 3]
[[rounds]]
id = "r1"
"""


def test_all_faults_of_a_file_are_reported_in_order_of_place() -> None:
    """One run reports everything, from the top of the file to its end."""
    assert [line.split(" error")[0] + line.partition("error")[2][:7] for line in _lines(_MANY)] == [
        "talks.toml:1:1:[NT002]",
        "talks.toml:4:1:[NT004]",
        "talks.toml:5:14:[NT003]",
        "talks.toml:5:17:[NT002]",
        "talks.toml:7:30:[NT004]",
        "talks.toml:10:8:[NT006]",
        "talks.toml:11:18:[NT005]",
        "talks.toml:11:63:[NT003]",
        "talks.toml:11:71:[NT003]",
        "talks.toml:12:1:[NT007]",
        "talks.toml:13:6:[NT008]",
    ]


def _lines(text: str) -> list[str]:
    error = refused(text)
    return [finding.line(error.origin) for finding in error.findings]


@pytest.mark.parametrize("format_", ['"1"', "true", "1.0", "1.5", "0", "-1", "[]", "{}"])
def test_a_bad_format_number_hides_no_other_fault(format_: str) -> None:
    """What is no number of a format is a fault like others, and the others are reported with it."""
    codes = [finding.code for finding in refused(f"format = {format_}\ntitle = 3\n").findings]
    assert codes == ["NT003", "NT003"]


def test_a_newer_format_is_the_only_fault_reported() -> None:
    """Of a file of a newer format nothing else can be known."""
    assert [finding.code for finding in refused("format = 2\ntitel = 3\n").findings] == ["NT001"]


def test_refusals_survive_pickling() -> None:
    """The exception keeps its findings and the text, as it crosses from one process to another."""
    error = refused(_MANY)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (again.findings, again.origin, str(again)) == (error.findings, error.origin, str(error))


_HEAD = 'title = "T"\n'
_SAID = _HEAD + _ROUND
_PLACES = {
    "inline table": _HEAD + "parties = { a = { name = «3» } }",
    "inline table over lines": _HEAD + "parties = {\n  # one\n  a = {\n    name = «3»,\n  },\n}",
    "key of an inline table": _HEAD + 'parties = { a = { name = "A", «nmae» = 3 } }',
    "dotted key": _HEAD + 'parties.a.name = "A"\nparties.a.«nmae» = 3',
    "quoted key": _HEAD + 'parties.a = { name = "A", «"n\\u0061me "» = 3 }',
    "header": _HEAD + '[ parties . «"A"» ]\nname = "A"',
    "item of an array": _HEAD + 'parties.a = { name = "A", aliases = ["x", «3», "y"] }',
    "item of an array over lines": _HEAD
    + 'parties.a = { name = "A", aliases = [\n  "x", # [3]\n  «[[]]»,\n] }',
    "inline table that lacks a key": _SAID + "statements = [\n  «{ note = 'x' }»,\n]",
    "block form": _SAID
    + '[[rounds.statements]]\nsays = "a accepts x"\n[[rounds.statements]]\nsays = "a «likes» x"',
    "block that lacks a key": _SAID + "«[[rounds.statements]]»\nnote = 'x'",
    "short form": _SAID + 'statements = [ "a «likes» x" ]',
    "literal text": _SAID + "statements = [ 'a «likes» x' ]",
    "text of several lines": _SAID + 'statements = [ """\na accepts x\n  if «Y» and z""" ]',
    "literal text of several lines": _SAID + "statements = ['''\na accepts x\n\n  if «Y»''']",
    "text that starts on its own line": _SAID + 'statements = ["""a\n«likes» x"""]',
    "continued line": _SAID + 'statements = ["""\\\n   a \\\n\n   «likes» \\\n  x"""]',
    "escapes before": _SAID
    + 'statements = ["\\u0061\\x20\\t\\U0001F600 «likes» x"]'.replace("\\U0001F600", "\\n"),
    "escapes inside": _SAID + 'statements = ["a «l\\u0069k\\x65\\u0073» x"]',
    "wide characters before": _SAID
    + 'title = "中国 😀 é"\nstatements = [ { note = "中国 😀 é", says = "a «likes» x" } ]',
    "past the end": _SAID + 'statements = ["a accepts«»"]',
    "past the end with spaces": _SAID + 'statements = ["a accepts   «»"]',
    "past the end of several lines": _SAID + 'statements = ["""\na accepts\n«»"""]',
    "empty sentence": _SAID + 'statements = ["«»"]',
    "tabs": _SAID + "statements\t=\t[\t{\tsays\t=\t'a\t«likes»\tx'\t}\t]",
    "claim": _SAID + 'claims = { x = "agreed", y = «"withdrawn"» }',
    "claim in a list": _SAID + 'claims.x = ["agreed", { outcome = «"unraised"» }]',
    "citation in a list": _SAID + 'statements = [{ says = "a accepts x", source = ["a", { id = «"B"» }] }]',
    "date of TOML": _HEAD + "[[rounds]]\nid = 'r'\ndate = «2022-10-31 12:00:00»",
    "no final newline": "title = «3»",
    "table twice": _HEAD + "[parties]\n[parties«]»",
    "syntax": _HEAD + "note = «x»",
}
_JSON_PLACES = {
    "value": '{"title": «3»}',
    "value over lines": '{\n\t"title" :\n\t\t«[1,\n2]»}',
    "unknown key": '{"title": "T", «"t\\u0069tel"» : 3}',
    "escapes before": (
        '{"title": "T", "rounds": [{"id": "r", "date": "2022", "statements": ["\\u0061\\t\\n «likes» x"]}]}'
    ),
    "pairs of surrogates": (
        '{"title": "T", "rounds": [{"id": "r", "date": "2022", "statements": ["a accepts «\\ud83d\\ude00\\u0041» x"]}]}'
    ),
    "escapes inside": '{"title": "T", "rounds": [{"id": "r", "date": "2022", "statements": ["a «l\\u0069kes» x"]}]}',
    "past the end": '{"title": "T", "rounds": [{"id": "r", "date": "2022", "statements": ["a accepts\\n«"»]}]}',
    "syntax": '{"title": "T" «:» 3}',
    "end": '{"title": "T"«»',
    "trailing data": '{"title": "T"} «x»',
    "control character": '{"title": "T«\t»"}',
    "table without a key": '{"title": "T", "parties": {"a": «{}»}}',
    "root": "  «{}»",
}


def _first_line(span: Span, text: str) -> Span:
    """A span never goes past the end of its line."""
    return span._replace(
        length=max(1, min(span.length, len(text.split("\n")[span.line - 1]) - span.column + 1))
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("marked", _PLACES.values(), ids=_PLACES)
def test_place_in_toml_is_exact(marked: str, newline: str) -> None:
    """Line, column and length are those of the fault, whatever stands around it and however lines end."""
    text, expected = unmarked(marked)
    assert only(text.replace("\n", newline))[1] == _first_line(expected, text)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("marked", _JSON_PLACES.values(), ids=_JSON_PLACES)
def test_place_in_json_is_exact(marked: str, newline: str) -> None:
    """The same in JSON."""
    text, expected = unmarked(marked)
    assert only(text.replace("\n", newline), "talks.json")[1] == _first_line(expected, text)


def _excerpt(text: str, file: str = "talks.toml") -> list[str]:
    return shown(text, file).splitlines()[2:4]


def test_tabs_are_shown_as_spaces() -> None:
    """A tab would be as wide as the terminal likes, and the marker would not stand under its word."""
    assert _excerpt('title\t=\t"T"\t\nnote\t=\t3\t# x\n') == ["2 | note = 3 # x", "  |        ^"]


def test_wide_characters_take_two_columns() -> None:
    """The marker stands under its word where characters before it, or in it, are wide or have no width."""
    text = _SAID + 'statements = [ { note = "中国 e\u0301 😀", says = "a 拒绝 x" } ]'
    shown_, marker = _excerpt(text)
    assert shown_ == '5 | statements = [ { note = "中国 e\u0301 😀", says = "a 拒绝 x" } ]'
    assert marker == "  | " + " " * 47 + "^^^^"


def test_hidden_characters_are_escaped_and_marked_whole() -> None:
    """An escape in the excerpt is as long as it is, and the marker with it."""
    text = _SAID + 'statements = [ "a\u202e b\u200b x" ]'
    assert _excerpt(text) == [
        '5 | statements = [ "a\\u202e b\\u200b x" ]',
        "  |                 ^^^^^^^",
    ]


@pytest.mark.parametrize("before", [0, 10, 35, 36, 37, 71, 72, 73, 100, 1000])
@pytest.mark.parametrize("after", [0, 10, 35, 36, 37, 71, 72, 73, 1000])
def test_long_lines_are_cut_around_the_marker(before: int, after: int) -> None:
    """However long a line, about 80 characters of it are shown, with the marker under its word."""
    line, marker = _excerpt(f"title = '{'b' * before}'\nparties = {{{' ' * before}a = 3{' ' * after}}}")
    start, end = marker.index("^"), marker.rindex("^") + 1
    assert line[start:end] == "3"
    assert len(line) <= 84
    assert line.startswith("2 | parties" if before < 24 else "2 | ")
    assert ("..." in line) == (before + after + 16 > 72)


def test_a_long_fault_is_marked_as_far_as_it_is_shown() -> None:
    """The marker is no longer than the excerpt."""
    line, marker = _excerpt(f"title = [{', '.join(['1'] * 1000)}]")
    assert line == f"1 | title = [{'1, ' * 21}..."
    assert marker == "  |         " + "^" * 64


def test_a_fault_over_several_lines_is_marked_on_its_first() -> None:
    """The marker ends with the line in which the fault starts."""
    assert _excerpt("title = [\n  1,\n]\n") == ["1 | title = [", "  |         ^"]


def test_last_line_without_newline_is_shown() -> None:
    """The last line needs no end, and a fault at the end of the text is on it."""
    assert (
        shown("title = ")
        .splitlines()[0]
        .startswith("talks.toml:1:9: error[NT001] this cannot be read as TOML: ")
    )
    assert _excerpt("title = ") == ["1 | title =", "  |         ^"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_are_not_shown(newline: str) -> None:
    """CRLF is a line end, and no character of the line."""
    assert _excerpt(newline.join(["title = 3", "note = 'x'", ""])) == ["1 | title = 3", "  |         ^"]


def test_line_numbers_get_as_much_room_as_they_need() -> None:
    """The margin is as wide as the number of the line."""
    assert shown("\n" * 999 + "title = 3").splitlines()[1:4] == [
        "     |",
        "1000 | title = 3",
        "     |         ^",
    ]


def test_messages_are_lower_case_sentences_without_full_stop() -> None:
    """Every message of the examples has the form that style asks for."""
    lines = [line for _, block in _EXAMPLES.values() for line in block.splitlines() if "error[" in line]
    for line in lines:
        message = line.partition("] ")[2]
        assert re.match(r"[a-z`]", message)
        assert not message.endswith((".", "at"))


@pytest.mark.parametrize("text", ['{"title": "a\tb"}', '{"title": "ab'])
def test_messages_of_the_json_parser_are_whole_sentences(text: str) -> None:
    """What the parser says ends in a place, which is told already: no `at` is left dangling."""
    finding, _ = only(text, "talks.json")
    assert not finding.message.endswith(" at")


@pytest.mark.parametrize("text", ["[parties]\n[parties]", "parties = {}\n[parties.a]", "a = [1]\n[[a.b]]"])
def test_messages_of_the_toml_parser_are_in_words(text: str) -> None:
    """What the parser says is for people who write files: it holds no tuple of Python."""
    finding, _ = only(text)
    assert not re.search(r"\('", finding.message)


@pytest.mark.parametrize("written", ["2022", "2022-10", "2022-10~", "2022-10-31/2022-11-02"])
def test_dates_that_lack_quotes_are_told_to_have_them(written: str) -> None:
    """TOML knows days only, so that every other date is first written without quotes: the hint is to be pasted."""
    finding, span = only(f'title = "T"\nevents = [{{ title = "E", date = {written} }}]')
    assert (span.line, f'"{written}"' in finding.hint) == (2, True)


@pytest.mark.parametrize("text", ["", "title = ", '{"title": ', "format = 2"])
def test_faults_of_a_text_have_no_path(text: str) -> None:
    """Where there are no data there is no path in them, other than to the number of the format."""
    finding, _ = only(text, "talks")
    assert finding.place.path in {(), ("format",)}


@pytest.mark.parametrize(
    "text",
    [f"{'k' * 500} = 1", f"[[events]]\ntitle = 'E'\ndate = '{'k' * 500}'", f"[parties]\n{'_k' * 500} = 'A'"],
)
def test_messages_are_not_as_long_as_what_they_quote(text: str) -> None:
    """A quotation in place of a key, a date or an id is cut, as it is in place of a word."""
    finding, _ = only('title = "T"\n' + text)
    assert len(finding.message) < 300


def test_too_long_a_number_is_found_where_it_stands() -> None:
    """Digits in a text or a comment are not taken for the number."""
    _, span = only(f"note = '{'1' * 5000}'\ntitle = {'1' * 5000}\n")
    assert (span.line, span.column) == (2, 9)


@given(st.text(st.sampled_from('a"\\\n\t中😀\u202e\r {}[]=,:3'), max_size=30))
def test_whatever_is_refused_is_shown_under_a_marker(text: str) -> None:
    """A block has a place, a line of text, and a marker that starts within it or just past its end."""
    error = refused(
        "title = 3 # " + text.replace("\r", "").replace("\n", "").replace("\u202e", "") + "\n" + "x = 1"
    )
    for block in messages(error.findings, error.origin):
        place, _, line, marker, *_ = block.splitlines()
        assert place.startswith("talks.toml:")
        assert marker.index("^") <= len(line)
        assert not acting(block)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("title = Harbour talks", "a text goes in quotation marks"),
        ("title = \u201cHarbour talks\u201d", "use straight quotation marks"),
        ('title = "Harbour', "the text does not end: a quotation mark is missing"),
        (
            'title = "T"\nevents = [{ title = "E" date = 2026 }]',
            "a comma or the closing brace is missing here",
        ),
        ("title = 'T'\nevents = [{ title = 'E', date = 2026-02-30 }]", "there is no such day"),
        (
            "title = 'T'\nevents = [{ title = 'E', date = 2026-3 }]",
            'a date that is no single day goes in quotation marks: "2026-03"',
        ),
        (
            "[[rounds]]\nstatements = [\n'a accepts x',\n\n[[rounds]]\n",
            "the closing bracket `]` of the list before",
        ),
        (
            "[[rounds]]\nstatements = [\n'a accepts x'\n\n[[rounds]]\n",
            "the closing bracket `]` of the list before",
        ),
        ("[[rounds]]\nstatements = [\n'a accepts x',\n", "the closing bracket `]` of the list before"),
        ("[[rounds]]\nstatements = [\n'a accepts x'\n", "the closing bracket `]` of the list before"),
        ("[[rounds]]\nstatements = ['a rejects x' 'a accepts y']", "a comma, a quotation mark or"),
        (
            "[rounds]\nid = 'a'\n[rounds]\nid = 'b'",
            "each round has its own head in double brackets: [[rounds]]",
        ),
        ("[[events]]\n[events]", "each event has its own head in double brackets: [[events]]"),
        ("[rounds]\n[[rounds]]", "each round has its own head in double brackets: [[rounds]]"),
        ("[demands]\nx = 'X'\n[parties]\n[demands]", "add to the table [demands] that is there, in line 1"),
        ("[demands.x]\n[demands.x]  # again", "add to the table [demands.x] that is there, in line 1"),
        ("[demands]\nnight cap = 'X'", "an id has no blanks: `night-cap`"),
        ("[demands]\nNight cap = 'X'", "an id has no blanks: `night-cap`"),
        ("[demands.x]\nexcludes = [\n[pay]\n]", "a text goes in quotation marks"),
        ("[demands.x]\npart of = 'y'", "a key has no blanks: `part_of`"),
        ("date = 9.3.2026", "a date is year, month and day: write 2026-03-09"),
        ("date = 17 March 2026  # a Tuesday", "a date is year, month and day: write 2026-03-17"),
        ("date = March 17, 2026", "a date is year, month and day: write 2026-03-17"),
        ("date = 2026/03/17", "a date is year, month and day: write 2026-03-17"),
        ("date = 2026-3-7", "a date is year, month and day: write 2026-03-07"),
        ("date = March 2026", 'a date that is no single day goes in quotation marks: "2026-03"'),
        ("date = c. 2024", 'a date that is no single day goes in quotation marks: "2024~"'),
        ("date = 2026/03", 'a date is written as 2022-10-31, "2022-10", "2022" or "2022-10-31/2022-11-02"'),
        ("title = March 2026", "a text goes in quotation marks"),
        ("title = 'T'\nrounds = { id = 'r' }", "each of several has its own head in double brackets"),
        ("title = 'T'\nbetween = 'city'", 'write ["city"]'),
    ],
)
def test_common_slips_are_told_how_to_mend_them(written: str, hint: str) -> None:
    """What TOML says of the commonest slips is followed by what to do about them."""
    finding, _ = only(written, "talks.toml")
    assert finding.hint.startswith(hint)


_ROUND = "title = 'T'\n[[rounds]]\nid = 'r'\ndate = 2026-03-01\n"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        (_ROUND + "claims = { pay = 'accepted' }", "the word for this is `agreed`"),
        (_ROUND + "claims = { pay = 'settled' }", ""),
        ("title = 'T'\ndecision = 'simple-majority'", "the word for this is `majority`"),
        ("title = 'T'\n[parties.eu]\nname = 'EU'\nrole = 'accepted'", ""),
        (
            _ROUND + "statements = [{ says = 'a rejects x', red_line = 'yes' }]",
            "write true, without quotation marks",
        ),
        (
            _ROUND + "statements = [{ says = 'a rejects x', red_line = 'no' }]",
            "write false, without quotation marks",
        ),
        (_ROUND + "statements = [{ says = 'a rejects x', red_line = 'perhaps' }]", ""),
    ],
)
def test_a_word_outside_its_list_is_answered_with_the_one_that_is_on_it(written: str, hint: str) -> None:
    """Another word for the same is answered with the right one; of a word that may mean several nothing is guessed."""
    finding, _ = only(written, "talks.toml")
    assert (finding.code, finding.hint) == ("NT003", hint)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("a = 1\na = 2", "the key `a`"),
        ("[d]\nx.title = 1\nx.title = 2", "the key `x.title`"),
        ("e = { a = 1, a = 2 }", "the key `a`"),
        ("a = 1\na = [\n1]", "a key"),
        ("[a]\n[[a]]", "a key"),
    ],
)
def test_a_key_of_toml_that_is_given_twice_is_named(written: str, what: str) -> None:
    """The key is named where the line of the second tells it; where a value ends there, nothing is guessed."""
    finding, _ = only(written, "talks.toml")
    assert finding.message == f"this cannot be read as TOML: {what} is given twice in one table"
