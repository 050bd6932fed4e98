"""Text from a dossier never acts: hostile dossiers go through every command and every format.

Commands, formats and options are read off the command line itself, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from itertools import chain, product
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError

import pytest
from attrs import evolve, fields
from cyclopts import Argument
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style as Paint

from command import ROOT, Done, call
from command_line import CHECKING, COMMANDS, LAID_OUT, READING, arguments, formats, is_flag
from commonmark import tokens, types
from hostile import ACTING, TEXTS, acting
from negotrack import Negotiation, agreement, compare, dumps, load, log, matrix, report, story
from negotrack.subjects import Kind
from negotrack.testing import negotiations
from negotrack.views.theme import Style
from negotrack.visible import visible
from records import complete, is_record, item
from web_pages import Page, drawn, interactive, strangers

_MARKUP = {
    "markdown": "a|b `c` [l](http://x.org) ![i](u) www.x.org *e* __s__ ~~d~~ # h &lt; $m$ \\| > q <https://x.org>",
    "html": '</td></table><script>alert(1)</script><img src=x onerror="a"> &amp; \' <!-- --> <![CDATA[ <?x ?>',
    "script": "</script></style></title><svg onload=a()> javascript:a() ]]> <!DOCTYPE x [<!ENTITY e '1'>]> &e; {{ 7 }}",
    "hebrew": "\ufffe\uffff\u05e9\u05dc\u05d5\u05dd (1) \u05d0 b \u0633\u0644\u0627\u0645",
    "formula": "=1+1",
    "sum": "+1",
    "difference": "-1",
    "function": "@SUM(A1)",
    "tab": "\t=1",
    "return": "\r=1",
    "wide": "\u4e2d\u6587" * 40,
    "long": "x" * 200,
}
"""Texts that act in a document, in a browser or in a spreadsheet, and some that are hard to lay out."""
_SINGLE = TEXTS | _MARKUP
_EVERY = {**_SINGLE, "all": " ".join(_SINGLE.values())}
_MIXED = "[/b] \x1b[1m\u202e \u200b`|<b>\\"
_ANY = st.sampled_from(list(_SINGLE.values())) | st.text(
    st.sampled_from(ACTING + "[]`|<>=*\\/ab "), max_size=12
)

_ADDRESS = "address:"
"""With this the address of a source begins, so that it is told from the other texts."""
_FILE = str(Path(mkdtemp(prefix="negotrack-")) / "talks.html")
"""Where pages are written."""
_MISSING = "no-such"
"""What is no id and no tag of any record here."""


def _known(talks: Negotiation) -> Mapping[str, Sequence[str]]:
    """Give what can be given for each argument and option that does not list its choices."""
    things: Mapping[Kind, Sequence[Any]] = {
        Kind.PARTY: talks.parties,
        Kind.DEMAND: talks.demands,
        Kind.ROUND: talks.rounds,
        Kind.SOURCE: talks.sources,
    }
    ids = {kind: [one.id for one in things[kind]] for kind in Kind}
    return {
        "FILE": ["-"],
        "OLD": ["sochi-2022"],
        "NEW": ["-"],
        "FIRST": ["sochi-2022"],
        "SECOND": ["-"],
        "GIT": ["TEXT"],
        "ID": [f"{kind}:{id_}" for kind in Kind for id_ in ids[kind]],
        "BEFORE": ["start", *ids[Kind.ROUND][:1]],
        "AFTER": ["-1", "start"],
        "--at": ["start", "-1", *ids[Kind.ROUND][:1], _MISSING],
        "--since": ["start", "-1", *ids[Kind.ROUND][:1], _MISSING],
        "--party": [*ids[Kind.PARTY][:1], _MISSING],
        "--demand": [*ids[Kind.DEMAND][:1], _MISSING],
        "--tag": ["TEXT", _MISSING],
        "--output": [_FILE, _MISSING],
        "--width": ["20", "40", "60", "80", "120"],
        "RULE": ["NT2", "NT901,disputed"],
        "--select": ["NT1,NT9", _MISSING],
        "--ignore": ["NT1", _MISSING],
        "--rules": ["echoing", _MISSING],
    }


def _values(argument: Argument, talks: Negotiation) -> Sequence[str]:
    """Give what can be given for an argument."""
    known = {argument.name: choices} if (choices := argument.get_choices(force=True)) else _known(talks)
    if argument.name not in known:
        pytest.fail(f"it is not known here what `{argument.name}` takes: name some values in `_known`")
    return known[argument.name]


class Way(NamedTuple):
    """A way to call the command; `TEXT` stands for the hostile text."""

    command: str
    given: tuple[str, ...]
    format: str
    """Of a command that has no choice of formats: ""."""
    options: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(["negotrack", *self.words("TEXT")])

    def words(self, text: str) -> list[str]:
        """Give the arguments of the process."""
        format_ = [f"--format={self.format}"] if self.format else []
        words = [*self.command.split(" "), *self.given, *format_, *self.options]
        return [word.replace("TEXT", text) for word in words]


def _choices(options: Iterable[Argument], talks: Negotiation) -> Iterator[tuple[str, ...]]:
    """Give no option, each on its own with each of its values, and each flag, colour and our rules with each width."""
    flags: list[str] = []
    valued: dict[str, list[str]] = {}
    for one in options:
        if is_flag(one):
            flags.append(one.name)
        else:
            valued[one.name] = [f"{one.name}={value}" for value in _values(one, talks)]
    yield ()
    yield from ((word,) for word in chain(flags, *valued.values()))
    more = [word for words in valued.values() for word in words if word in _WITH_WIDTHS]
    yield from product([*flags, *more], valued.get("--width", []))


_WITH_WIDTHS = {"--color=always", "--rules=echoing"}


def _ways(command: str, talks: Negotiation) -> Iterator[Way]:
    """Give the ways to call a command for a record."""
    places = [one for one in arguments(command) if one.is_positional_only()]
    others = [one for one in arguments(command) if not one.is_positional_only() and one.name != "--format"]
    for format_, chosen in product(formats(command) or [""], _choices(others, talks)):
        for given_ in _given(places, talks):
            yield Way(command, given_, format_, chosen)


def _given(places: Sequence[Argument], talks: Negotiation) -> Iterator[tuple[str, ...]]:
    """Give what can be given in the places of a command; those that can be left out are, too, the last ones first."""
    needed = sum(one.name not in _LEFT_OUT for one in places)
    for count in range(needed, len(places) + 1):
        yield from product(*(_values(one, talks) for one in places[:count]))


_LEFT_OUT = {"BEFORE", "AFTER"}
"""The places of arguments that can be left out."""


def _short_ways(command: str, talks: Negotiation) -> Iterator[Way]:
    """Give those in every format as it comes, and as a text also in colour and narrow."""
    few = [("--color=always",), ("--width=20",)]
    return (
        way
        for way in _ways(command, talks)
        if not way.options or (way.format in {"", "text"} and way.options in few)
    )


class Run(NamedTuple):
    """What came of a way to call the command."""

    way: Way
    text: str
    done: Done

    @property
    def is_text(self) -> bool:
        """Whether it is laid out for people."""
        return self.way.format == "text" and self.way.command in LAID_OUT

    @property
    def shown(self) -> str:
        """What was printed, without our own colours."""
        return _SGR.sub("", self.done.out) if "--color=always" in self.way.options else self.done.out

    @property
    def width(self) -> int | None:
        """For how many columns it was to be laid out."""
        found = [word for word in self.way.options if word.startswith("--width=")]
        return int(found[0].partition("=")[2]) if found and self.is_text else None


_SGR = re.compile(
    "|".join(
        re.escape(code)
        for style in Style
        if style
        for code in Paint.parse(style).render("|", color_system=ColorSystem.STANDARD).split("|")
    )
)
"""What rich prints for our styles, before and behind."""


def _hostile(text: str) -> Negotiation:
    return _addressed(complete(text), text)


def _addressed(talks: Negotiation, text: str) -> Negotiation:
    """Give a record with addresses that can be told from its other texts."""
    return evolve(talks, sources=[evolve(source, url=_ADDRESS + text) for source in talks.sources])


def _filled(record: Any, text: str) -> Any:
    """Give a record with a text in every place in which it has one."""
    changes = {}
    for field in fields(type(record)):
        value, type_ = getattr(record, field.name), item(field.type)
        if not field.init or not value:
            continue
        if type_ is str:
            changes[field.name] = text if isinstance(value, str) else [text]
        elif is_record(type_):
            is_one = not isinstance(value, tuple)
            changes[field.name] = _filled(value, text) if is_one else [_filled(one, text) for one in value]
    return evolve(record, **changes)


def _run(way: Way, text: str, stdin: bytes) -> Run:
    return Run(way, text, call(*way.words(text), stdin=stdin))


@cache
def _runs(command: str) -> Sequence[Run]:
    """Run a command in every way with all texts at once, and in some ways with each of them."""
    found = []
    for name, text in _EVERY.items() if command in READING else [("all", _EVERY["all"])]:
        talks = _hostile(text)
        stdin = dumps(talks).encode()
        ways = _ways(command, talks) if name == "all" else _short_ways(command, talks)
        found += [_run(way, text, stdin) for way in ways]
    return found


def _told(runs: Iterable[Run]) -> list[str]:
    """Say which runs they are."""
    names = {text: name for name, text in _EVERY.items()}
    return [f"{run.way}, TEXT: {names.get(run.text, ascii(run.text))}" for run in runs]


def _acts(run: Run) -> bool:
    return bool(acting("".join({*run.shown, *run.done.err})))


def _is_done(run: Run) -> bool:
    """Tell whether what was asked for was done, though something be wrong with the dossier."""
    tells_by_status = run.way.command in CHECKING or "--exit-code" in run.way.options
    return run.done.status == 0 or (run.done.status == 1 and tells_by_status)


def _is_answered(run: Run) -> bool:
    """Tell whether it was done, or else refused with a message and nothing else; a check may print that as data."""
    is_told = run.done.err.strip() != "" and run.done.out == ""
    is_found = run.done.out != "" and run.way.command in CHECKING
    return _is_done(run) or (run.done.status == 2 and (is_told or is_found))


def _is_too_wide(run: Run) -> bool:
    address = visible(_ADDRESS + run.text).strip()
    return run.width is not None and any(
        cell_len(line) > run.width
        for line in run.shown.split("\n")
        if line.removeprefix("address ").strip() != address and not _HEAD.match(line)
    )


_HEAD = re.compile(r"<stdin>:\d+:\d+: | +<stdin>:\d+:\d+$")
"""How the first line of a finding begins, and where a note points. Machines read these as well: neither is broken."""


def _is_no_json(run: Run) -> bool:
    try:
        json.loads(run.done.out)
    except ValueError:
        return True
    return False


def _is_no_safe_csv(run: Run) -> bool:
    heads, *rows = csv.reader(StringIO(run.done.out, newline=""), strict=True)
    is_even = all(len(row) == len(heads) for row in rows)
    return not is_even or any(cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row)


def _is_no_safe_markdown(run: Run) -> bool:
    """Tell whether markup is left where everything behind a backslash is taken out; heads are bold, events cursive."""
    found = (re.sub(r"\\.", "", line) for line in run.done.out.rstrip("\n").split("\n"))
    lines = [_SET.sub(r"\2", line) for line in found]
    bars = [line.count("|") for line in lines if line.startswith("|")]
    others = "".join(line for line in lines if not line.startswith("|"))
    return bool(len(set(bars)) > 1 or "|" in others or re.search(r"[<>`\[\]*_~&$#]|://", "".join(lines)))


_SET = re.compile(r"^(\*\*?)([^*]*)\1$")
"""A line that is bold or cursive as a whole."""


def _is_no_safe_github(run: Run) -> bool:
    """Tell whether a line is no command of ours, or text in it ends a property or is decoded into something else."""
    return any(not _COMMAND.fullmatch(line) for line in run.done.out.split("\n")[:-1])


_COMMAND = re.compile(
    r"::(error|warning|notice) file=(P),line=\d+,col=\d+,endColumn=\d+,title=(P)::([^%]|%25)+".replace(
        "P", "([^%:,]|%25|%3A|%2C)+"
    )
)


def _is_no_safe_html(run: Run) -> bool:
    """Tell whether a page has in it what none of ours has: another element, a script, a style or no policy."""
    page = Page(run.done.out)
    policies = [one for _, one in page.attributes if one.get("http-equiv") == "Content-Security-Policy"]
    return bool(page.faults or "script" in page.tags or page.tags.count("style") != 1 or len(policies) != 1)


def _is_no_safe_page(run: Run) -> bool:
    """Tell whether the page of a negotiation has in it what ours has not: an element, a link, a second script."""
    if not run.done.out:
        return "--output" not in str(run.way)
    page = interactive(run.done.out)
    scripts = [one.get("type") for tag, one in page.attributes if tag == "script"]
    links = [one.get("href") or "" for tag, one in page.attributes if tag == "a"]
    policies = [one for _, one in page.attributes if one.get("http-equiv") == "Content-Security-Policy"]
    is_led_away = any(not link.startswith(("#", "http://", "https://")) for link in links)
    return bool(page.faults or is_led_away or scripts.count(None) != 1 or len(policies) != 1)


def _is_no_safe_svg(run: Run) -> bool:
    """Tell whether a picture is no XML, or has in it what none of ours has."""
    try:
        return bool(strangers(drawn(run.done.out)))
    except ParseError:
        return True


def _is_harmful(run: Run) -> bool:
    """Tell whether a run does not keep a promise, of any format."""
    check = _is_no_safe_page if run.way.command == "page" else _CHECKS[run.way.format]
    return not _is_answered(run) or _acts(run) or (_is_done(run) and check(run))


_CHECKS: Mapping[str, Callable[[Run], bool]] = {
    "": _is_too_wide,
    "text": _is_too_wide,
    "json": _is_no_json,
    "csv": _is_no_safe_csv,
    "markdown": _is_no_safe_markdown,
    "github": _is_no_safe_github,
    "html": _is_no_safe_html,
    "svg": _is_no_safe_svg,
}
"""What each format must not be; "" stands for commands that have but one."""


def _done(command: str, format_: str) -> Iterator[Run]:
    """Give the runs that printed a format."""
    return (run for run in _runs(command) if run.way.format == format_ and _is_done(run))


def test_every_format_is_checked() -> None:
    """The command line has no format that no test here looks into: write one, and name it in `_CHECKS`."""
    assert {format_ for name in COMMANDS for format_ in formats(name)} == set(_CHECKS) - {""}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_way_gives_an_answer(command: str) -> None:
    """A hostile dossier is shown, or checked; or the options are refused, with a message and status 2."""
    assert _told(run for run in _runs(command) if not _is_answered(run)) == []
    assert _told(run for run in _runs(command) if not run.way.options and not _is_done(run)) == []
    misses = [run for run in _runs(command) if any(_MISSING in word for word in run.way.options)]
    assert _told(run for run in misses if run.done.status != 2) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_goes_with_a_format(command: str) -> None:
    """No option is only ever refused, but for those that name what is not there or is no tag as a whole."""
    runs = [run for run in _runs(command) if not {"TEXT", _MISSING} & set(re.split("[ =]", str(run.way)))]
    taken = {run.way.options for run in runs if _is_done(run)}
    assert {run.way.options for run in runs} - taken == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_acts(command: str) -> None:
    """No character that a terminal obeys or hides is printed but the codes of our own styles, nor in a message."""
    assert _told(run for run in _runs(command) if _acts(run)) == []


@pytest.mark.parametrize("command", LAID_OUT)
def test_no_line_is_wider_than_asked_for(command: str) -> None:
    """With `--width` no line has more cells, but for addresses, of sources and of what is found."""
    assert _told(run for run in _runs(command) if _is_too_wide(run)) == []
    assert sum(run.width is not None and _is_done(run) for run in _runs(command)) > len(_EVERY)


@pytest.mark.parametrize("command", LAID_OUT)
def test_colour_adds_codes_and_nothing_else(command: str) -> None:
    """Without the codes of our styles, what is printed in colour is what is printed without, in the same width."""
    plain = {(run.way, run.text): run.done.out for run in _runs(command)}
    coloured = [run for run in _runs(command) if "--color=always" in run.way.options]
    assert any("\x1b[" in run.done.out for run in coloured)
    assert _told(run for run in coloured if plain[_without_colour(run.way), run.text] != run.shown) == []


def _without_colour(way: Way) -> Way:
    return way._replace(options=tuple(word for word in way.options if word != "--color=always"))


@pytest.mark.parametrize("command", READING)
def test_json_is_json(command: str) -> None:
    """What is printed with `--format json` can be parsed."""
    assert _told(run for run in _done(command, "json") if _is_no_json(run)) == []


@pytest.mark.parametrize("command", READING)
def test_csv_is_a_table_without_formulas(command: str) -> None:
    """All rows of a CSV have the same cells, and no cell begins as a formula of a spreadsheet does."""
    assert _told(run for run in _done(command, "csv") if _is_no_safe_csv(run)) == []


@pytest.mark.parametrize("command", READING)
def test_markup_has_a_backslash_in_markdown(command: str) -> None:
    """Whatever could be markup stands behind a backslash, and all rows of the table have the same bars."""
    assert _told(run for run in _done(command, "markdown") if _is_no_safe_markdown(run)) == []


@pytest.mark.parametrize("command", READING)
def test_html_has_no_elements_but_ours(command: str) -> None:
    """Every page is whole, and nothing in it is an element, an attribute, a script or a style of a dossier."""
    assert _told(run for run in _done(command, "html") if _is_no_safe_html(run)) == []


@pytest.mark.parametrize("command", READING)
def test_svg_has_no_elements_but_ours(command: str) -> None:
    """Every picture is XML, and nothing in it is an element or an attribute of a dossier."""
    assert _told(run for run in _done(command, "svg") if _is_no_safe_svg(run)) == []


def test_pages_have_no_elements_but_ours() -> None:
    """Every page of a negotiation is whole, and nothing in it is an element, a link or a script of a dossier."""
    assert _told(run for run in _done("page", "") if _is_no_safe_page(run)) == []


@pytest.mark.parametrize("command", CHECKING)
def test_every_finding_is_one_command_for_github(command: str) -> None:
    """Each line is a command of ours, and no text of a dossier ends it, a property in it, or starts another."""
    runs = list(_done(command, "github"))
    assert any("100%25" in run.done.out or "%25s" in run.done.out for run in runs)
    assert _told(run for run in runs if _is_no_safe_github(run)) == []


def _spaced(text: str) -> str:
    """Give a text with single blanks, as documents show it."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", _EVERY)
def test_a_parser_finds_no_markup_in_markdown(name: str) -> None:
    """For a parser of Markdown a hostile text is text: the document has the parts of a harmless one."""
    ways = [way for command in READING for way in _ways(command, complete()) if not way.options]
    for way in [way for way in ways if way.format == "markdown"]:
        harmless, hostile = (
            _run(way, text, dumps(complete(text)).encode()).done.out for text in ("text", _EVERY[name])
        )
        assert types(hostile) == types(harmless)
        shown = [_spaced(token.content) for token in tokens(hostile) if token.type == "text"]
        assert _spaced(visible(_EVERY[name])) in shown


@pytest.mark.parametrize("name", _EVERY)
def test_a_browser_finds_no_markup_in_html(name: str) -> None:
    """For a browser a hostile text is text: the page has the elements of a harmless one, but what isolates it."""
    ways = [way for command in READING for way in _ways(command, complete()) if not way.options]
    for way in [way for way in ways if way.format == "html"]:
        harmless, hostile = (
            Page(_run(way, text, dumps(complete(text)).encode()).done.out) for text in ("text", _EVERY[name])
        )
        assert [tag for tag in hostile.tags if tag != "bdi"] == [tag for tag in harmless.tags if tag != "bdi"]
        assert _spaced(visible(_EVERY[name])) in _spaced(hostile.body)


@pytest.mark.parametrize("title", ["", " ", "*", "---", "# x", "- x", "1. x", "> x", "    x", "===", "```"])
def test_a_title_is_no_block_of_markdown(title: str) -> None:
    """No title becomes a rule, a heading, a list, a quotation or a block of code."""
    harmless, odd = (
        call("matrix", "-", "--format=markdown", stdin=dumps(Negotiation(text)).encode()).out
        for text in ("text", title)
    )
    assert set(types(odd)) - set(types(harmless)) == set()


class _Tags(HTMLParser):
    """Takes note of the tags of a page with their attributes, and of its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("declaration", data))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _pages(talks: Negotiation) -> Iterator[str]:
    """Give all that a notebook shows of a record: states, matrices, reports, stories, and what tells of changes."""
    for at in ("start", -1):
        stories = [story(talks, f"{kind}:a", at=at) for kind in Kind]
        for view in (matrix(talks.at(at)), report(talks, at=at), *stories):
            yield view._repr_html_()
        yield talks.at(at)._repr_html_()
        yield talks.diff(at)._repr_html_()
    yield log(talks)._repr_html_()
    yield talks.ledger._repr_html_()
    more = talks.saying("a rejects x")
    yield compare(talks, more)._repr_html_()
    yield agreement(talks, more)._repr_html_()


@pytest.mark.parametrize("name", _EVERY)
def test_a_notebook_gets_no_tags_but_ours(name: str) -> None:
    """In HTML a hostile text is text: there are the tags and attributes of a harmless record, in the same order."""
    for harmless, hostile in zip(_pages(complete()), _pages(complete(_EVERY[name])), strict=True):
        page = _Tags(hostile)
        assert page.found == _Tags(harmless).found
        assert _spaced(visible(_EVERY[name])) in _spaced("".join(page.texts))
        assert acting(hostile) == set()


_REAL = [
    *ROOT.glob("seeds/*.toml"),
    *ROOT.glob("tests/dossiers/*.toml"),
    *(ROOT / f"tests/dossiers/faulty/{name}.toml" for name in ("claims", "references")),
]


@pytest.mark.parametrize("path", _REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("command", READING)
def test_a_real_dossier_full_of_it_is_safe(path: Any, command: str) -> None:
    """The same goes for a dossier with amendments, accounts and parts, whose every text is hostile.

    Of the ways to show the hundreds of things in a long one, some sixty are tried, of all kinds.
    """
    talks = _addressed(_filled(load(path), _MIXED), _MIXED)
    stdin = dumps(talks).encode()
    options = {"text": ("--color=always", "--width=20")}
    ways = [way for way in _ways(command, talks) if way.options == options.get(way.format, ())]
    runs = [_run(way, _MIXED, stdin) for way in ways[:: len(ways) // 60 + 1]]
    assert runs
    assert _told(filter(_is_harmful, runs)) == []
    assert all(map(_is_done, runs))


@given(negotiations() | negotiations(broken=True), _ANY, st.data())
def test_any_dossier_full_of_it_is_safe(drawn: Negotiation, text: str, data: st.DataObject) -> None:
    """The same goes for dossiers of every shape, every text and every way to call the command."""
    talks = _addressed(_filled(drawn, text), text)
    way = data.draw(st.sampled_from([way for command in READING for way in _ways(command, talks)]))
    assert not _is_harmful(_run(way, text, dumps(talks).encode()))


def _unreadable(text: str) -> Iterator[bytes]:
    """Give files that cannot be read, with a text that is no key, no id, no date and no sentence."""
    parts: Sequence[dict[str, Any]] = [
        {text: 1},
        {"parties": {text: "A"}},
        {"parties": {"a": {"name": "A", "role": text}}},
        {"demands": {"x": {"title": "X", text: text}}},
        {"demands": {"x": {"title": "X", "part_of": text}}},
        {"rounds": [{"id": text, "date": "2022"}]},
        {"rounds": [{"id": "r", "date": text}]},
        {"rounds": [{"id": "r", "date": "2022", "statements": [text]}]},
        {"rounds": [{"id": "r", "date": "2022", "statements": [{"says": f"a accepts {text}"}]}]},
    ]
    for part in parts:
        yield json.dumps({"title": "T", **part}).encode()
    yield f"title = '{text}".encode()


@pytest.mark.parametrize("command", READING)
def test_what_keeps_a_dossier_from_being_read_is_told_safely(command: str) -> None:
    """A dossier with a hostile text as a key, an id, a date or a sentence is refused, and no message acts."""
    ways = {way.format: way for way in _ways(command, complete()) if not way.options}
    runs = [
        _run(way, text, stdin)
        for name, text in _EVERY.items()
        for stdin in _unreadable(f"{text}?!")
        for way in (ways.values() if name == "all" else [*ways.values()][:1])
    ]
    assert _told(run for run in runs if run.done.status != 2 or not _is_answered(run) or _acts(run)) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_hostile_arguments_are_told_safely(command: str) -> None:
    """A hostile text in the place of any argument, or as the value of any option, is at most named safely."""
    plain = max(
        (way for way in _ways(command, complete()) if not way.options), key=lambda way: len(way.given)
    )
    ways = [plain._replace(options=(f"{one.name}=TEXT",)) for one in arguments(command) if not is_flag(one)]
    ways += [
        plain._replace(given=(*plain.given[:place], "TEXT", *plain.given[place + 1 :]))
        for place in range(len(plain.given))
    ]
    texts = [text for text in _EVERY.values() if "\0" not in text]
    runs = [_run(way, text, dumps(_hostile(text)).encode()) for way in ways for text in texts]
    assert _told(run for run in runs if _acts(run) or not _is_answered(run)) == []
