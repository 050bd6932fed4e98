"""What draws a matrix or a log: text where its columns are, whatever the font, safe, by day and by night."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from command import call
from negotrack.testing import negotiations
from negotrack.views.lines import measure, plain
from negotrack.views.log import Log
from negotrack.views.matrix import Matrix
from negotrack.web.svg import svg
from negotrack.web.templates import text
from web_pages import SVG, drawn, strangers

SMALL = negotiations(parties=(0, 3), demands=(0, 4), rounds=(0, 3), broken=st.booleans())
TALKS = nt.Negotiation(
    "Harbour <talks>",
    parties=[nt.Party("a", "Arland"), nt.Party("b", "\u4e2d\u6587")],
    demands=[nt.Demand("x", "Ports & rails \ufffe")],
    rounds=[nt.Round("r1", "2026-01", statements=["a proposes x", "b rejects x"])],
)


def lines(picture: str) -> dict[int, str]:
    """Give the lines of a picture by where they stand, each text in its column."""
    found: dict[int, str] = {}
    for one in drawn(picture).iter(f"{SVG}text"):
        column = round((float(one.attrib["x"]) - 20) / 8.4)
        line = found.get(int(one.attrib["y"]), "")
        found[int(one.attrib["y"])] = line + " " * (column - measure(line)) + (one.text or "")
    return found


@given(SMALL, st.sampled_from([40, 80, 120]))
def test_a_picture_shows_the_lines_of_the_view(of: nt.Negotiation, width: int) -> None:
    """Each line of the terminal stands in the picture, every piece in its column; nothing else does."""
    for view in (Matrix(of.now), Log(of)):
        picture = svg(view, width)
        assert strangers(drawn(picture)) == []
        shown = [plain(line) for line in view.lines(width)]
        assert lines(picture) == {34 + 20 * place: line for place, line in enumerate(shown) if line}


@given(SMALL)
def test_nothing_stands_outside_the_picture(of: nt.Negotiation) -> None:
    """The picture has room for every piece, as long as it says that it is."""
    picture = drawn(svg(Log(of)))
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    assert picture.attrib["viewBox"] == f"0 0 {width:g} {height:g}"
    for one in picture.iter(f"{SVG}text"):
        assert float(one.attrib["x"]) + float(one.get("textLength", "0")) <= width
        assert float(one.attrib["y"]) <= height


def test_a_picture_has_a_name() -> None:
    """Who cannot see it is told that it is a picture, and of what."""
    picture = drawn(svg(Matrix(TALKS.now)))
    assert picture.attrib["role"] == "img"
    assert (picture[0].tag, picture[0].text) == (f"{SVG}title", "Harbour <talks>")


def test_wide_letters_take_two_columns() -> None:
    """The length of a text is that of its columns: two for each Chinese letter."""
    head = next(one for one in drawn(svg(Matrix(TALKS.now))).iter(f"{SVG}text") if one.text == "\u4e2d\u6587")
    assert head.attrib["textLength"] == "33.6"


def test_what_xml_has_no_place_for_is_shown() -> None:
    """In the place of a character that cannot stand in XML stands the one that replaces what is unknown."""
    assert "Ports & rails \ufffd" in "".join(lines(svg(Matrix(TALKS.now))).values())


def _palettes(sheet: str) -> list[set[str]]:
    """Give the colours by day and those by night."""
    day, night = sheet.split("prefers-color-scheme: dark")
    return [set(re.findall(r"#[0-9a-f]{6}\b", part)) for part in (day, night)]


def test_a_picture_has_the_colours_of_a_page() -> None:
    """The colours of text and ground are those of the style sheet, by day and by night; what draws rules is not."""
    pages = _palettes(re.sub(r"--rule: .*", "", text("style.css")))
    assert _palettes(svg(Matrix(TALKS.now))) == pages


def test_a_picture_is_drawn_as_it_is_asked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    """`--width`, `--ascii`, `--list` and `--transpose` are for it as for the terminal."""
    file = str(tmp_path_factory.mktemp("talks") / "talks.toml")
    nt.dump(TALKS, file)
    for options in ([], ["--ascii"], ["--list"], ["--transpose"], ["--width=40"], ["--width=120", "--ascii"]):
        picture = call("matrix", file, "--format", "svg", *options).out
        width = [] if "--width" in " ".join(options) else ["--width=80"]
        as_text = call("matrix", file, *width, *options).out.replace("\ufffe", "\ufffd")
        assert list(lines(picture).values()) == [line for line in as_text.splitlines() if line]


def test_a_picture_can_be_plain(tmp_path_factory: pytest.TempPathFactory) -> None:
    """`--color never` leaves the styles out, and nothing else; the others have them."""
    file = str(tmp_path_factory.mktemp("talks") / "talks.toml")
    nt.dump(TALKS, file)
    never, auto, always = (
        call("matrix", file, "--format", "svg", f"--color={color}").out
        for color in ("never", "auto", "always")
    )
    assert auto == always
    assert 'class="cyan"' in auto
    assert re.sub(r'(<text[^>]*) class="\w+"', r"\1", auto) == never
