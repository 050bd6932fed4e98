"""What does a browser find in a document of ours? Read strictly: whatever is opened is closed, in order."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

_VOID = frozenset({"meta", "br", "input"})
_TAGS = frozenset(
    {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "br", "bdi"}
    | {"ul", "li", "dl", "dt", "dd", "div", "table", "caption", "thead", "tbody", "tr", "th", "td"}
)
_ATTRIBUTES = frozenset(
    {"lang", "charset", "http-equiv", "content", "name", "class", "role", "aria-label", "tabindex", "scope"}
    | {"data-head"}
)


_CONTROLS = frozenset(
    [
        "a",
        "bdi",
        "button",
        "details",
        "dialog",
        "fieldset",
        "footer",
        "form",
        "h2",
        "input",
        "label",
        "legend",
        "option",
        "rect",
        "script",
        "section",
        "select",
        "span",
        "summary",
        "svg",
    ]
)
_CONTROLLED = frozenset(
    [
        "aria-hidden",
        "aria-labelledby",
        "aria-live",
        "autocomplete",
        "colspan",
        "data-round",
        "for",
        "height",
        "hidden",
        "href",
        "id",
        "max",
        "min",
        "placeholder",
        "preserveaspectratio",
        "rel",
        "step",
        "target",
        "type",
        "value",
        "viewbox",
        "width",
        "x",
    ]
)


class Page(HTMLParser):
    """A page of HTML, or a part of one: its elements, in order, and what is none of ours in it."""

    def __init__(
        self, page: str, tags: AbstractSet[str] = _TAGS, attributes: AbstractSet[str] = _ATTRIBUTES
    ) -> None:
        super().__init__()
        self._known_tags, self._known_attributes = tags, attributes
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.texts: list[tuple[str, str]] = []
        """Each text, and the innermost element that it is in."""
        self._told: list[list[str]] = []
        """What is in each element."""
        self._open: list[int] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{self.tags[place]}> is not closed" for place in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element and its attributes."""
        names = [name for name, _ in attrs]
        if tag not in self._known_tags or set(names) - self._known_attributes or len(set(names)) < len(names):
            self.faults.append(f"<{tag} {names}> is none of ours")
        if tag not in _VOID:
            self._open.append(len(self.tags))
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        self._told.append([])

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, which must be of this kind."""
        if not self._open or self.tags[self._open.pop()] != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Take note of a text, for every element that it is in."""
        self.texts.append((self.tags[self._open[-1]] if self._open else "", data))
        for place in self._open:
            self._told[place].append(data)

    def handle_comment(self, data: str) -> None:
        """Take note of a comment: there is none in a page of ours."""
        self.faults.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        """Take note of a declaration: there is one, in the beginning."""
        if decl != "DOCTYPE html" or self.tags:
            self.faults.append(f"a declaration: {decl}")

    def unknown_decl(self, data: str) -> None:
        """Take note of a declaration of another kind: there is none."""
        self.faults.append(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        """Take note of an instruction: there is none."""
        self.faults.append(f"an instruction: {data}")

    def all(self, *tags: str) -> list[str]:
        """Give the texts of the elements of some kinds, whatever elements are in them."""
        return ["".join(self._told[place]) for place, tag in enumerate(self.tags) if tag in tags]

    @property
    def body(self) -> str:
        """All that it tells."""
        return "".join(self.all("body"))

    @property
    def rows(self) -> list[list[str]]:
        """The cells of all tables, row by row."""
        found: list[list[str]] = []
        for place, tag in enumerate(self.tags):
            if tag == "tr":
                found.append([])
            elif tag in {"th", "td"}:
                found[-1].append("".join(self._told[place]))
        return found

    @property
    def cells(self) -> list[tuple[str, str | None]]:
        """Each cell of all tables, with the class that it has."""
        return [
            ("".join(self._told[place]), attributes.get("class"))
            for place, (tag, attributes) in enumerate(self.attributes)
            if tag in {"th", "td"}
        ]


def interactive(page: str) -> Page:
    """Read the page of a whole negotiation, which has controls and data in it."""
    return Page(page, _TAGS | _CONTROLS, _ATTRIBUTES | _CONTROLLED)


SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset({"svg", "title", "style", "rect", "text"})
_PLACED = frozenset(
    {"role", "width", "height", "viewBox", "class", "rx", "x", "y", "textLength", "lengthAdjust"}
)


def drawn(picture: str) -> ET.Element:
    """Read a picture as XML."""
    return ET.fromstring(picture)  # noqa: S314 - it is our own


def strangers(picture: ET.Element) -> list[str]:
    """Give the elements and attributes of a picture that are none of ours."""
    found = [one.tag for one in picture.iter() if one.tag.removeprefix(SVG) not in _DRAWN]
    return found + [name for one in picture.iter() for name in one.attrib if name not in _PLACED]
