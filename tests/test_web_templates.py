"""What holds of every document of the web: it is whole, fetches nothing, and runs nothing but its own."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from jinja2 import UndefinedError

from negotrack.web import templates
from negotrack.web.templates import rendered, text

HOSTILE = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>\"' javascript:alert(3)"


def document(*, title: str = "Talks", scripts: tuple[str, ...] = ()) -> str:
    """Give a document with nothing in it."""
    return rendered("frame.html", title, styles=[text("style.css")], scripts=scripts)


def policy(of: str) -> dict[str, list[str]]:
    """Give what a document allows."""
    found = re.findall('http-equiv="Content-Security-Policy" content="(.*?)"', of)
    assert len(found) == 1
    return {name: allowed for name, *allowed in (part.split() for part in found[0].split("; "))}


def test_whatever_is_not_allowed_is_forbidden() -> None:
    """A document allows its own style sheet and nothing else."""
    rules = policy(document())
    assert [len(rules.pop("style-src"))] == [1]
    assert rules == {"default-src": ["'none'"], "base-uri": ["'none'"], "form-action": ["'none'"]}


def test_styles_and_scripts_are_allowed_by_what_is_in_them() -> None:
    """The hashes that are allowed are those of what stands between the tags."""
    found = document(scripts=("let a = 1 && '<b>'\r\n", "let b = 2"))
    for name, element in (("style-src", "style"), ("script-src", "script")):
        texts = re.findall(f"<{element}>(.*?)</{element}>", found, re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in texts]
        assert policy(found)[name] == hashes
    assert len(policy(found)["script-src"]) == 2


def test_the_policy_stands_before_what_it_rules() -> None:
    """A browser reads the policy before any style or script."""
    found = document(scripts=("0",))
    assert found.index("Content-Security-Policy") < min(found.index("<style"), found.index("<script"))


def test_a_title_is_text() -> None:
    """A hostile title ends nothing."""
    found = document(title=HOSTILE)
    assert "<img" not in found
    assert "<script" not in found
    assert found.count("</title>") == 1


def test_without_a_style_sheet_none_is_allowed() -> None:
    """A document without a style sheet allows none."""
    assert "style-src" not in policy(rendered("frame.html", "Talks", styles=[]))


@pytest.mark.parametrize("end", ["</STYLE >", "</script>", "<!-- ", "<script"])
def test_what_would_end_a_script_is_refused(end: str) -> None:
    """A style sheet or script that a browser would read otherwise is a mistake of whoever wrote it."""
    with pytest.raises(ValueError, match="cannot stand in a style sheet or script"):
        rendered("frame.html", "Talks", styles=[f"p::before{{content:'{end}'}}"])
    with pytest.raises(ValueError, match="cannot stand in a style sheet or script"):
        document(scripts=(f"'{end}'",))


def test_templates_escape_and_miss_nothing() -> None:
    """What is put into any template is escaped, data for scripts too, and what is missing is an error."""
    from_string = templates._environment().from_string
    assert from_string("{{ one }}").render(one=HOSTILE).count("<") == 0
    assert from_string("{{ one|tojson }}").render(one=HOSTILE).count("<") == 0
    with pytest.raises(UndefinedError, match="'two' is undefined"):
        from_string("{{ two }}").render(one=HOSTILE)


def test_data_keep_their_order() -> None:
    """Data for a script have their keys in the order in which they were given."""
    assert templates._environment().from_string("{{ one|tojson }}").render(one={"b": 1, "a": 2}) == (
        '{"b":1,"a":2}'
    )


def _palettes() -> list[dict[str, str]]:
    """Give the light and the dark colours of the style sheet."""
    light, dark = re.findall(r":root \{(\s*--paper.*?)\}", text("style.css"), re.DOTALL)
    return [dict(re.findall(r"--(\w+): (#\w{6})", palette)) for palette in (light, dark)]


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [0, 1])
@pytest.mark.parametrize("name", ["ink", "dim", "cyan", "red", "yellow"])
def test_every_colour_of_text_can_be_read(palette: int, name: str) -> None:
    """Text stands out from its ground as WCAG 2.2 asks at level AA, by day and by night."""
    colors = _palettes()[palette]
    low, high = sorted((_luminance(colors["paper"]), _luminance(colors[name])))
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_nothing_is_fetched() -> None:
    """No address stands in a style sheet."""
    assert not re.search(r"url\(|@import|https?:", text("style.css"))
