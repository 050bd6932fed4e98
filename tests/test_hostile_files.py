"""Anything can be in a file. It is a dossier, or everything wrong with it has a place; nothing else happens."""

import codecs
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import ACTING, TEXTS, check, check_places, read
from negotrack import Negotiation, Unreadable, dumps, load, loads, matrix
from negotrack.formats.dossiers import load_bytes
from real_dossiers import DOSSIERS, SEEDS, damaged_files

_FILES = st.sampled_from(["talks.toml", "talks.json", "talks", "-"])
_SYNTAX = st.text(st.sampled_from("[]{}\"'=:,.#\\\n\r\t -+_01axe\u00e9\ufeff\x00"), max_size=40)
_SEED = SEEDS[0].read_bytes()
_SEED_IN_JSON = dumps(load(SEEDS[0]), "json").encode()


@given(st.binary(max_size=60) | st.text().map(str.encode), _FILES)
def test_any_bytes_are_a_dossier_or_have_a_fault_with_a_place(data: bytes, file: str) -> None:
    """Bytes of any kind, under any name, are read or refused."""
    check(read(data, file))


@given(st.text() | _SYNTAX | st.text(st.sampled_from(ACTING + '{}"=')), _FILES)
def test_any_text_is_a_dossier_or_has_a_fault_with_a_place(text: str, file: str) -> None:
    """The same goes for texts, among them those that look like TOML or JSON."""
    check(read(text, file))


@given(_SYNTAX, _FILES)
def test_any_text_behind_a_title_is_read_or_refused(text: str, file: str) -> None:
    """The same goes for what follows on a good start."""
    check(read(f'title = "T"\n{text}', file))
    check(read(f'{{"title": "T", {text}}}', file))


@given(st.sampled_from([("talks.toml", _SEED), ("talks.json", _SEED_IN_JSON)]), st.data())
def test_a_truncated_dossier_is_read_or_refused(dossier: tuple[str, bytes], data: st.DataObject) -> None:
    """A file that was cut off, even within a character, is read or refused."""
    file, whole = dossier
    check(read(whole[: data.draw(st.integers(0, len(whole)))], file))


@given(damaged_files())
def test_a_damaged_dossier_is_read_and_shown_or_refused(damaged_: tuple[str, str]) -> None:
    """What is still a dossier can be shown as of every round; of anything else all faults have a place."""
    file, text = damaged_
    check(read(text, file))


@given(damaged_files())
def test_what_is_read_despite_damage_can_be_saved(damaged_: tuple[str, str]) -> None:
    """Whatever is read can be written in both formats, and is read back equal."""
    file, text = damaged_
    talks = read(text, file)
    if isinstance(talks, Negotiation):
        assert loads(dumps(talks)) == loads(dumps(talks, "json")) == talks


def test_damage_gets_past_the_parser() -> None:
    """Of generated damage, 30% at least goes on to the checks of shape (46% does); some is still a dossier."""
    fates: Counter[str] = Counter()

    @settings(max_examples=400, derandomize=True, database=None)
    @given(damaged_files())
    def sort(damaged_: tuple[str, str]) -> None:
        outcome = read(damaged_[1], damaged_[0])
        codes = {finding.code for finding in outcome.findings} if isinstance(outcome, Unreadable) else set()
        fates["read" if not codes else "syntax" if codes == {"NT001"} else "shape"] += 1

    sort()
    assert fates["shape"] >= 0.3 * fates.total()
    assert fates["read"] >= 0.05 * fates.total()


@given(damaged_files() | damaged_files(breaking="NT001"))
def test_carriage_returns_change_nothing_but_the_text(damaged_: tuple[str, str]) -> None:
    """With CRLF at its line ends, a file has the same faults at the same places."""
    file, text = damaged_
    text = text.replace("\r", "")
    one, other = read(text, file), read(text.replace("\n", "\r\n"), file)
    assert str(one) == str(other)


@pytest.mark.parametrize(("file", "text"), DOSSIERS)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_marks_and_line_ends_are_no_faults(file: str, text: str, mark: bytes, newline: str) -> None:
    """A byte-order mark and CRLF change nothing in what a dossier says."""
    assert load_bytes(mark + text.replace("\n", newline).encode(), file=file) == loads(text, file=file)


@pytest.mark.parametrize("text", ["\ufefftitle = 3", '\ufeff{"title": 3}'])
def test_a_mark_takes_no_column(text: str) -> None:
    """Columns are counted from behind a byte-order mark, as editors do."""
    without = read(text.removeprefix("\ufeff"), "talks")
    assert str(read(text, "talks")) == str(without)


@pytest.mark.parametrize(
    "codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp037", "shift-jis"]
)
def test_other_encodings_are_refused(codec: str) -> None:
    """A file that is not UTF-8 is refused, with a place, however far it can be read as such."""
    outcome = read('title = "S\u00e3o \u00bb"'.encode(codec, "replace").replace(b"?", b"\xff"), "talks.toml")
    assert isinstance(outcome, Unreadable)
    check_places(outcome)
    assert outcome.findings[0].code == "NT001"


def test_bad_bytes_are_found_where_they_stand() -> None:
    """The column of a bad byte counts characters before it, not bytes."""
    outcome = read('title = "Բաքու '.encode() + b'\xe4"\n', "talks.toml")
    assert (
        str(outcome)
        == "talks.toml:1:16: error[NT001] byte 0xe4 is no UTF-8\n    hint: save the file as UTF-8"
    )


_ROUND = 'title = "T"\n[[rounds]]\nid = "r"\ndate = "2022"\n'
_HUGE = "f" * 5000
_DEEP = 20_000
_NUMBERS = {
    "digits in TOML": f"title = {'1' * 5000}",
    "digits in JSON": f'{{"title": {"1" * 5000}}}',
    "negative digits": f"title = -{'1' * 5000}",
    "digits with underscores": f"title = {'1_1' * 5000}",
    "digits in a float": f"title = {'1' * 5000}.5",
    "digits in a float of JSON": f'{{"title": {"1" * 5000}.5}}',
    "hexadecimal": f"title = 0x{_HUGE}",
    "infinite in TOML": "title = inf",
    "infinite in JSON": '{"title": 1e999}',
    "infinite by name": '{"title": -Infinity}',
    "not a number in TOML": "title = nan",
    "not a number in JSON": '{"title": NaN}',
    "format, hexadecimal": f'title = "T"\nformat = 0x{_HUGE}',
    "format, negative": f'title = "T"\nformat = -{"1" * 4000}',
    "format, infinite": '{"title": "T", "format": 1e999}',
    "format, not a number": '{"title": "T", "format": NaN}',
    "needs, not a number": '{"title": "T", "decision": {"needs": NaN}}',
    "needs, of many digits": f'title = "T"\ndecision = {{ needs = "1/{"9" * 50}" }}',
    "version, infinite": f'{_ROUND}statements = [{{ says = "a accepts x", version = inf }}]',
    "year of five digits": f'{_ROUND}statements = [{{ says = "a accepts x", date = "12022" }}]',
}
_NESTED = {
    "lists in JSON": '{"title": ' + "[" * _DEEP + "]" * _DEEP + "}",
    "tables in JSON": '{"title": ' + '{"a":' * _DEEP + "1" + "}" * _DEEP + "}",
    "open lists in JSON": "[" * _DEEP,
    "lists in TOML": "title = " + "[" * _DEEP + "]" * _DEEP,
    "tables in TOML": "title = " + "{a=" * _DEEP + "1" + "}" * _DEEP,
    "open lists in TOML": "title = " + "[" * _DEEP,
    "lists over lines": "title = " + "[\n" * _DEEP,
    "dotted key": 'title = "T"\n' + "a." * _DEEP + "a = 1",
    "dotted header": 'title = "T"\n[' + "a." * _DEEP + "a]",
    "dotted key of a party": 'title = "T"\n[parties]\na.' + "a." * _DEEP + "a = 1",
    "just under the limit of JSON": '{"title": ' + "[" * 900 + "]" * 900 + "}",
    "just under the limit of TOML": "title = " + "[" * 200 + "]" * 200,
}
_TWICE = {
    "in TOML": 'title = "T"\ntitle = "U"',
    "tables in TOML": 'title = "T"\n[parties]\n[parties]',
    "parties in TOML": 'title = "T"\n[parties]\na = "A"\na = "B"',
    "in JSON": '{"title": "T", "title": "U"}',
    "parties in JSON": '{"title": "T", "parties": {"a": "A", "a": "B"}}',
    "with an escape": '{"title": "T", "parties": {"a": "A", "\\u0061": "B"}}',
    "many times": '{"title": "T"' + ', "note": "N"' * 2000 + "}",
}
_SURROGATES = {
    "escape in JSON": '{"title": "\\ud800"}',
    "wrong way round": '{"title": "\\udc00\\ud800"}',
    "in a key": '{"title": "T", "\\ud800": "x"}',
    "in an id": '{"title": "T", "parties": {"\\udfff": "x"}}',
    "in a date": '{"title": "T", "events": [{"title": "E", "date": "\\ud800"}]}',
    "in a sentence": '{"title": "T", "rounds": [{"id": "r", "date": "2022", "statements": ["a \\ud800 x"]}]}',
    "in a word": '{"title": "T", "parties": {"a": {"name": "A", "role": "\\ud800"}}}',
    "in a rule": '{"title": "T", "decision": "\\ud800"}',
    "in a threshold": '{"title": "T", "decision": {"needs": "\\ud800"}}',
    "escape in TOML": 'title = "\\ud800"',
    "long escape in TOML": 'title = "\\U0000d800"',
}
_REFUSED = {
    f"{kind}: {name}": text
    for kind, texts in {
        "number": _NUMBERS,
        "nested": _NESTED,
        "twice": _TWICE,
        "surrogate": _SURROGATES,
    }.items()
    for name, text in texts.items()
}


@pytest.mark.parametrize("text", _REFUSED.values(), ids=_REFUSED)
def test_what_breaks_parsers_is_refused(text: str) -> None:
    """Numbers, nesting, keys and characters that are too much for a parser or a printer are faults with a place."""
    outcome = read(text, "talks")
    assert isinstance(outcome, Unreadable)
    check_places(outcome)


@pytest.mark.parametrize("text", [text for text in _NESTED.values() if len(text) > _DEEP])
def test_deep_nesting_is_found_where_it_gets_too_deep(text: str) -> None:
    """The place of too deep a nesting is in it, not at the start of the file."""
    outcome = read("\n\n" + text, "talks")
    assert isinstance(outcome, Unreadable)
    assert "nested too deeply" in str(outcome)
    assert not str(outcome).startswith("talks:1:1:")


@pytest.mark.parametrize(
    "text", ['title = "\ud800"', '{"title": "\ud800"}', 'title = "T"\n[parties]\n"\ud800" = "A"']
)
def test_halves_of_characters_in_a_text_are_refused(text: str) -> None:
    """Half of a character can get into a text of Python; it is no text of a dossier."""
    with pytest.raises(Unreadable, match=r"error\[NT00[14]\]") as caught:
        loads(text)
    check_places(caught.value)


@pytest.mark.parametrize("number", [f"0x{_HUGE}", "0x7fffffffffffffffffff", "-1", "0"])
@pytest.mark.parametrize("field", ["version", "stale_after", "needs"])
def test_numbers_that_nobody_counts_to_are_refused_or_saved(number: str, field: str) -> None:
    """A number that is read can be written: no number is too long for the printer."""
    outcome = read(
        f"{_ROUND}statements = [{{ says = 'a accepts x', version = {number if field == 'version' else 1} }}]\n"
        f"[check]\nstale_after = {number if field == 'stale_after' else 1}\n"
        f"[demands.x]\ntitle = 'X'\ndecision = {{ needs = {number if field == 'needs' else 1} }}\n"
    )
    check(outcome)
    assert (
        isinstance(outcome, Unreadable) or loads(dumps(outcome)) == loads(dumps(outcome, "json")) == outcome
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "T", "parties": {"a": {"name": "A", "\\u0000": "b"}}}',
        'title = "T"\n[parties]\na = { name = "A", "\\u0000" = "b" }',
        '{"title": "T", "parties": {"a": "A", "b": {"name": "B", "\\u0000": "a"}}}',
    ],
)
def test_a_key_of_a_nul_is_unknown_like_any_other(text: str) -> None:
    """No key of a file can take the place of a key that is used inside."""
    outcome = read(text)
    assert isinstance(outcome, Unreadable)
    assert [finding.code for finding in outcome.findings] == ["NT002"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (".", "Is a directory"),
        ("missing.toml", "No such file or directory"),
        ("missing/talks.toml", "No such file or directory"),
        ("nul\0.toml", "embedded null byte"),
        ("x" * 5000, "File name too long"),
        ("\ud800\u202e.toml", "surrogates not allowed"),
    ],
)
def test_what_is_no_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    """A path that leads to no file gives a finding in which it is named, safe to show, with the reason."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        Unreadable, match=rf": error\[NT001\] the file cannot be opened: .*{reason}"
    ) as caught:
        load(path)
    check_places(caught.value)


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error"), OSError("odd")]
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """An error of the system while a file is read gives a finding with the system's words."""

    def fail(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(Unreadable, match=f"the file cannot be opened: {error.strerror or error}") as caught:
        load(tmp_path / "talks.toml")
    check_places(caught.value)
    assert caught.value.__cause__ is error


def test_a_bundled_name_is_no_path() -> None:
    """Who takes the name of a bundled dossier for a file is told how to read it, not to write what was written."""
    with pytest.raises(Unreadable, match="No such file") as caught:
        load("sochi-2022")
    (finding,) = caught.value.findings
    assert finding.hint != "did you mean `sochi-2022`?"


@pytest.mark.usefixtures("uncounted")
@pytest.mark.parametrize("ending", ["toml", "json"])
def test_a_very_long_quote_is_no_fault(tmp_path: Path, ending: str) -> None:
    """A file of 50 MB with one quote in it is read."""
    quote, says = json.dumps("word " * 10_000_000), '"union accepts pay"'
    text = (
        f'title = "T"\n[[rounds]]\nid = "r"\ndate = "2022"\nstatements = [{{ says = {says}, quote = {quote} }}]'
        if ending == "toml"
        else f'{{"title": "T", "rounds": [{{"id": "r", "date": "2022", "statements": [{{"says": {says}, '
        f'"quote": {quote}}}]}}]}}'
    )
    path = tmp_path / f"talks.{ending}"
    path.write_text(text)
    assert len(load(path).rounds[0].statements[0].quote or "") == 50_000_000


@pytest.mark.usefixtures("uncounted")
def test_very_many_statements_are_no_fault() -> None:
    """A file of a hundred thousand statements is read and shown."""
    said = "\n".join(f'"p{n % 50} accepts d{n % 400}",' for n in range(100_000))
    talks = loads(
        'title = "T"\n[parties]\n'
        + "\n".join(f'p{n} = "P"' for n in range(50))
        + "\n[demands]\n"
        + "\n".join(f'd{n} = "D"' for n in range(400))
        + f'\n[[rounds]]\nid = "r"\ndate = "2022"\nstatements = [\n{said}\n]'
    )
    assert len(talks.rounds[0].statements) == 100_000
    assert str(matrix(talks.now)).endswith("0 of 400 agreed, 0 rejected, 400 pending")


@pytest.mark.usefixtures("uncounted")
def test_very_many_faults_on_one_line_are_all_reported() -> None:
    """A machine writes its JSON on one line; with thousands of faults in it that is no trouble."""
    said = ", ".join(['"a likes x"'] * 5_000)
    outcome = read(f'{{"title": "T", "rounds": [{{"id": "r", "date": "2022", "statements": [{said}]}}]}}')
    assert isinstance(outcome, Unreadable)
    assert len(outcome.findings) == 5_000
    check_places(outcome)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("file", ["talks.toml", "talks.json"])
def test_hostile_text_alone_is_no_dossier(text: str, file: str) -> None:
    """A file that holds nothing else is none, and nothing that acts gets into what is said of it."""
    outcome = read(text, file)
    assert isinstance(outcome, Unreadable)
    check(outcome)


def in_a_table(key: str, count: int, value: str) -> str:
    """Give a table of TOML with so many keys, `#` in a value standing for the number of the next."""
    return "\n".join([f"[{key}]", *(f"k{n} = {value.replace('#', f'k{n + 1}')}" for n in range(count))])


HEAD = 'title = "T"'
TALK = '[[rounds]]\nid = "r"\ndate = 2022-01-01\nstatements = [\n'
GROWING: dict[str, Callable[[int], str]] = {
    "a long word before a long key": lambda n: f'title="{"x" * 40 * n}"\n{".".join("a" * 2000)}=1\n',
    "a chain of conditions": lambda n: "\n".join(
        [HEAD, '[parties]\na = "A"', in_a_table("demands", n, '"D"'), TALK]
        + [f'"a proposes k{place} if k{place + 1}",' for place in range(n - 1)]
        + ["]"]
    ),
    "a circle of parts": lambda n: "\n".join(
        [
            HEAD,
            in_a_table("demands", n, '{ title = "D", part_of = "#" }'),
            f'k{n} = {{ title = "D", part_of = "k0" }}',
        ]
    ),
    "a chain of blocs": lambda n: "\n".join(
        [
            HEAD,
            'demands = { x = "X" }',
            in_a_table("parties", n, '{ name = "P", members = ["#"] }'),
            TALK,
            f'"k{n - 3} accepts x"]',
        ]
    ),
    "faults on one line": lambda n: (
        f'{{"title": "T",\t"x": [{", ".join("1" * n)}],'
        + ",".join(f'"k{place}": 1' for place in range(n))
        + "}\n"
    ),
}
"""Texts that grow with a number, in ways that once took the square of it."""


def seconds(text: str) -> float:
    """Give the processor time that it takes to read a text, and to settle what it says."""
    start = process_time()
    outcome = read(text)
    if isinstance(outcome, Negotiation):
        _ = outcome.now.package, outcome.now.counts
    else:
        _ = str(outcome)
    return process_time() - start


@pytest.mark.usefixtures("uncounted")
@pytest.mark.parametrize("text", GROWING.values(), ids=GROWING)
def test_nothing_takes_the_square_of_its_length(text: Callable[[int], str]) -> None:
    """A text four times as long takes about four times as long, and not sixteen times."""
    seconds(text(100))
    short = min(seconds(text(500)) for _ in range(3))
    long = min(seconds(text(2000)) for _ in range(3))
    assert long < 9 * short
