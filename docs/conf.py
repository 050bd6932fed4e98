"""How do the pages become a site? `sphinx-build -W -n --keep-going docs build/site` makes it, and runs this first."""

from __future__ import annotations

import re
import subprocess
import sys
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING
from unittest.mock import patch

import attrs
from docutils import nodes
from sphinx.pycode import ModuleAnalyzer

import negotrack as nt

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DOCS = Path(__file__).parent
MADE = DOCS / "_made"
"""What each build makes anew, and git does not keep: pictures, and the pages of the folder above."""

project = "negotrack"
release = nt.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "negotrack"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["page.js"]
html_search_scorer = str(DOCS / "search.js")  # it is looked for where the build is started
html_extra_path = ["negotrack.schema.json"]
html_copy_source = False
html_use_index = False  # the search finds as much, and fits a phone
html_domain_indices = False
html_show_copyright = False
html_show_sphinx = False

myst_heading_anchors = 4
highlight_language = "none"  # a block says its own
smartquotes = False  # `--width` is no dash
default_role = "literal"  # in a docstring, backticks are around code
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_preserve_defaults = True  # a strategy is called what its author wrote
maximum_signature_line_length = 80
python_use_unqualified_type_names = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # the attributes of a class are told with it, not once more below
_INSIDE = (
    "(blocs.Blocs|calendar.Calendar|parts.Forest|rules.dangling.Dangling|terms.Terms)",  # where a case looks things up
    "history.History",  # of what a state is made
    "journal.Cell",  # a pair: party, demand
    "journal.Journal",  # of what a grid is made
    "locate.place.Extent",  # a pair: start, end
    "places.Part",  # for what shows where in a sentence an id stands
    "rules.entries.Taking",  # one method of a case gives it, and another takes it
    "rules.help.Help",  # of a rule: what its docstring says, by heading
    "timeline.Timeline",  # of what a state is made: its journal and all that is no promise
    "views.[a-z]+.(Log|Matrix|Report|View)",  # made to be printed: of what is no promise
)
"""What is given by what is public, but has no public name: nobody has to make or to name it."""
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|enum|fractions|os|pathlib|typing)\..*|date"),  # of Python itself
    ("py:.*", r"hypothesis\..*|InvalidArgument"),  # of Hypothesis
    *(("py:.*", rf"negotrack\.{name}") for name in _INSIDE),
]

# --- pages of the folder above ----------------------------------------------------------------

ABOVE = ("README", "CHANGELOG", "CONTRIBUTING")


def _take_in_pages_above() -> None:
    """Make pages of those beside this folder, their links as seen from where they stand now."""
    for name in ABOVE:
        text = (DOCS.parent / f"{name}.md").read_text(encoding="utf-8")
        _write(f"{name}.md", re.sub(r"\]\((?![#\w]*:|#)", "](../../", text).replace("](../../docs/", "](../"))


def _link_to_pages_above(_: Sphinx, page: str, source: list[str]) -> None:
    """Let links to pages beside this folder lead to what was made of them."""
    made = "../" * page.count("/") + MADE.name
    source[0] = re.sub(rf"\]\((?:\.\./)+({'|'.join(ABOVE)})\.md", rf"]({made}/\1.md", source[0])


def _write(name: str, text: str) -> None:
    """Write what is made, unless it is there already: then it need not be built again."""
    file = MADE / name
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        MADE.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")


# --- pictures ---------------------------------------------------------------------------------

PICTURES = {
    "matrix": ("matrix", "sochi-2022"),
    "log": ("log", "colombia-farc", "--since=-2"),
}
WIDTHS = {"wide": "80", "narrow": "40"}
"""Pictures are drawn for a desk and for a phone; the style sheet shows one of them."""


def _draw_pictures() -> None:
    """Let the command draw what it shows."""
    for name, command in PICTURES.items():
        for window, width in WIDTHS.items():
            asked = [sys.executable, "-m", "negotrack", *command, "--format", "svg", "--width", width]
            drawn = subprocess.run(asked, check=True, capture_output=True)
            _write(f"{name}-{window}.svg", drawn.stdout.decode())


# --- the reference of Python ------------------------------------------------------------------


def _list_names(_: Sphinx, page: str, source: list[str]) -> None:
    """Begin each page of names with a list of them, and the page of those pages with all."""
    text = source[0]
    if page == "reference/python":
        below = re.findall(r"^\w[\w-]*$", text.rpartition(":maxdepth:")[2], re.MULTILINE)
        lists = [f"- [](/reference/{name}.md): {_names(_reference(name))}" for name in below]
        source[0] = "\n".join((text.replace("```{toctree}\n", "```{toctree}\n:hidden:\n"), *lists))
    elif page.startswith("reference/") and "\n.. auto" in text:
        before, block, after = text.partition("```{eval-rst}")
        source[0] = f"{before}{_names(text)}\n\n{block}{after}"


def _reference(name: str) -> str:
    return (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")


def _names(text: str) -> str:
    """Give links to the names that a page tells of."""
    told = re.findall(r"^\.\. auto\w+:: (negotrack\.[\w.]+)$", text, re.MULTILINE)
    return ", ".join(f"{{py:obj}}`~{name}`" for name in told)


def _load_what_is_told() -> None:
    """Load the modules of all public names, with what their classes work out once as plain properties.

    Of a class with slots attrs moves a cached property to where nobody sees it but who asks for it.
    """
    with patch("functools.cached_property", property):
        for module in [*nt._HOME.values(), "testing"]:
            import_module(f"negotrack.{module}")


def _tell_where_names_stand() -> None:
    """Let autodoc find what is said of fields, members and unions.

    Public classes call themselves members of `negotrack`, where autodoc looks for such texts; they stand in the modules
    from which `negotrack` fetches its names.
    """
    public = ModuleAnalyzer.for_module("negotrack")
    public.analyze()
    for module in sorted(set(nt._HOME.values())):
        home = ModuleAnalyzer.for_module(f"negotrack.{module}")
        home.analyze()
        public.attr_docs.update(home.attr_docs)
        public.tagorder.update(home.tagorder)


_ID = re.compile(r"~?(?:typing\.)?Annotated\[str, 'an id'\]")
_DEFAULT = re.compile(r"attr_dict\['(\w+)'\]\.default")


def _shorten_signature(  # Sphinx gives all of this
    _app: Sphinx, _what: str, _name: str, obj: object, _options: object, given: str | None, gives: str | None
) -> tuple[str | None, str | None]:
    """Show of the constructor that attrs wrote what a caller gives; of an enum, which nobody constructs, nothing."""
    if isinstance(obj, type) and issubclass(obj, Enum):
        return "", None
    if given and isinstance(obj, type) and attrs.has(obj):
        fields = attrs.fields_dict(obj)
        given = _DEFAULT.sub(lambda found: repr(fields[found[1]].default), given).replace("NOTHING", "...")
    return given and _ID.sub("str", given), gives and _ID.sub("str", gives)


def _give_no_type(
    _app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """Keep napoleon from taking for the type of a field what stands before a colon in its text."""
    first = next((place for place, line in enumerate(lines) if line), None)
    if what in {"attribute", "data", "property"} and first is not None:
        lines[first] = f": {lines[first]}"


def _shorten_types(
    _app: Sphinx, _what: str, _name: str, obj: object, _options: object, lines: list[str]
) -> None:
    """Call an id a text, and of a union leave out what Python says of all unions."""
    if isinstance(obj, UnionType) and lines[:1] == UnionType.__doc__.splitlines()[:1]:
        lines.clear()
    lines[:] = [_ID.sub("str", line) for line in lines]


def _name_fields(_: Sphinx, tree: nodes.document) -> None:
    """Call the attributes of a class what the pages call them, and part a field from its text as they do."""
    for label in list(tree.findall(nodes.Text)):
        if label == "Variables" and isinstance(label.parent, nodes.field_name):
            label.parent.replace(label, nodes.Text("Fields"))
        elif label == " -- ":
            label.parent.replace(label, nodes.Text(": "))


def setup(app: Sphinx) -> None:
    """Make what is made, and take part in the build."""
    _take_in_pages_above()
    _draw_pictures()
    _load_what_is_told()
    _tell_where_names_stand()
    app.connect("source-read", _link_to_pages_above)
    app.connect("source-read", _list_names)
    app.connect("doctree-read", _name_fields)
    app.connect("autodoc-process-signature", _shorten_signature)
    app.connect("autodoc-process-docstring", _give_no_type, priority=400)  # before napoleon
    app.connect("autodoc-process-docstring", _shorten_types, priority=600)  # after it
