"""What the documentation shows is what happens: every code block of it, and every example in a docstring."""

import ast
import re
from collections.abc import Iterator
from doctest import ELLIPSIS, SKIP
from doctest import DocTestParser as PlainParser
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from markdown_it.token import Token
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

import commonmark
import negotrack as nt
from pages import ROOT, blocks, commands, consoles, rewrite, save_files, session, walked

WALKED = (
    "docs/editor.md",
    "docs/tutorial.md",
    "docs/two-coders.md",
    "docs/explanation/claims-not-facts.md",
    "docs/explanation/derived-outcomes.md",
    "docs/explanation/diffs.md",
    "docs/explanation/package.md",
    "docs/explanation/prior-work.md",
    "docs/explanation/silence.md",
    "docs/how-to/amended-texts.md",
    "docs/how-to/blocs.md",
    "docs/how-to/cite-sources.md",
    "docs/how-to/conditional-offers.md",
    "docs/how-to/conflicting-readouts.md",
    "docs/how-to/decision-rules.md",
    "docs/how-to/in-a-notebook.md",
    "docs/how-to/in-git.md",
    "docs/how-to/read-the-matrix.md",
    "docs/how-to/who-counts.md",
)
"""Pages that are done in their order, in an empty folder: between commands, files are saved, added to, saved anew."""
PAGES = (
    *WALKED,
    "CONTRIBUTING.md",
    "README.md",
    "docs/architecture.md",
    "docs/armenia-azerbaijan.md",
    "docs/colombia-farc.md",
    "docs/commands.md",
    "docs/definitions.md",
    "docs/format.md",
    "docs/glossary.md",
    "docs/own-rules.md",
    "docs/pictures.md",
    "docs/python.md",
    "docs/speed.md",
    "docs/testing-rules.md",
    "docs/uk-eu-withdrawal.md",
)
_FOLLOWED = ("docs/own-rules.md", "docs/testing-rules.md")
"""Pages whose sessions need the files that they show; a test of their own follows them."""
_QUOTING = ("docs/speed.md",)
"""Pages that show code of the benchmarks; a test of their own compares it."""
_COMMANDS = {
    "README.md": 4,
    "docs/armenia-azerbaijan.md": 6,
    "docs/colombia-farc.md": 5,
    "docs/commands.md": 9,
    "docs/format.md": 1,
    "docs/pictures.md": 1,
    "docs/uk-eu-withdrawal.md": 5,
}
"""Pages that show commands, one by one, and how many."""
_WRITTEN = ("docs/rules.md", "docs/reference/command-line.md")
"""Pages that are written by the tests; they are compared whole."""
_PROMPT = re.compile(r"^ *\$ ", re.MULTILINE)
SOURCES = [file for file in sorted((ROOT / "src").rglob("*.py")) if file.name != "__main__.py"]
KINDS = {"sh", "console", "toml", "python", "", "{image}"}
"""What a fenced block can be: set-up for a shell (run by `.ci/run`), commands with their output, a dossier, a Python
session or file, plain text, or a picture of the site."""


def fences(page: str) -> list[Token]:
    """Give the fenced blocks that a reader of Markdown finds on a page."""
    tokens = commonmark.blocks((ROOT / page).read_text(encoding="utf-8"))
    return [token for token in tokens if token.type in {"fence", "code_block"}]


def module_of(source: Path) -> str:
    """Give the name of the module that a source file holds."""
    return ".".join(source.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")


@pytest.fixture
def derandomized() -> Iterator[None]:
    """Let Hypothesis find the same each time: an example shows what was found, and shrinking may end elsewhere.

    Nobody sees how it explains what it found, which takes long.
    """
    before = settings.get_current_profile_name()
    settings.register_profile("examples", settings.get_profile("ci"), phases=[Phase.generate, Phase.shrink])
    settings.load_profile("examples")
    yield
    settings.load_profile(before)


@pytest.mark.usefixtures("derandomized")
@pytest.mark.parametrize("source", SOURCES, ids=module_of)
def test_docstring_examples_give_what_they_show(source: Path) -> None:
    """Every example in a docstring gives what is written under it, with the names of its module at hand."""
    document = Sybil([DocTestParser()], document_types={".py": PythonDocStringDocument}).parse(source)
    document.namespace.update(vars(import_module(module_of(source))))
    for example in document.examples():
        example.evaluate()


def test_every_page_with_blocks_is_tried() -> None:
    """None is forgotten. Directives of the site have braces, and are tried as it is built."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    shows = {
        page
        for page in (str(file.relative_to(ROOT)) for file in found if file.parent.name != "_made")
        if any(fence.info[:1] != "{" for fence in fences(page))
    }
    assert shows <= {*PAGES, *_WRITTEN}


def test_every_page_with_commands_is_done() -> None:
    """The commands of a page are tried in one way: step by step, one by one, or in a test of its own."""
    shows = [page for page in PAGES if commands(page)]
    assert sorted(shows) == sorted([page for page in WALKED if commands(page)] + [*_COMMANDS, *_FOLLOWED])


@pytest.mark.parametrize("page", PAGES)
def test_every_block_is_seen(page: str) -> None:
    """What a reader of Markdown takes for a block is one to the tests, so that none is passed over."""
    assert [block.text for block in blocks(page)] == [fence.content for fence in fences(page)]


def test_nothing_is_left_out_of_examples() -> None:
    """Each is run, and what it shows is compared in full. Of a traceback the middle may be left out."""
    nodes = (node for source in SOURCES for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    docs = (
        ast.get_docstring(node)
        for node in nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    )
    examples = [one for doc in docs if doc for one in PlainParser().get_examples(doc)]
    assert [one.source for one in examples if SKIP in one.options] == []
    assert [one.source for one in examples if ELLIPSIS in one.options and not one.exc_msg] == []
    assert len(examples) > 800


@pytest.mark.parametrize("page", PAGES)
def test_blocks_are_of_known_kinds(page: str) -> None:
    """Every fenced block is of a kind that is tried, so that none is passed over without a word."""
    assert {block.kind for block in blocks(page)} <= KINDS


@pytest.mark.parametrize("page", [page for page in PAGES if page not in _FOLLOWED + _QUOTING])
def test_python_session_gives_what_it_shows(page: str) -> None:
    """Every Python session of a page gives what it shows; sessions of one page share their names."""
    parsers = [PythonCodeBlockParser(doctest_optionflags=0)]
    found = list(Sybil(parsers=parsers, patterns=["*.md"]).parse(ROOT / page).examples())
    for example in found:
        example.evaluate()
    assert len(found) == sum(block.text.count(">>> ") for block in blocks(page) if block.kind == "python")


@pytest.mark.parametrize("page", PAGES)
def test_dossiers_can_be_read(page: str) -> None:
    """Every dossier of a page is one, as it stands after what is added to it."""
    files: dict[str, str] = {}
    for block in blocks(page):
        if block.kind == "toml":
            files[block.file] = files[block.file] + block.text if block.at_end else block.text
            assert nt.loads(files[block.file]).title


@pytest.mark.parametrize(("page", "count"), _COMMANDS.items())
def test_commands_of_a_page_print_what_it_shows(
    page: str, count: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The commands of a page, in a folder with the files that it shows, print what stands under them."""
    save_files(page, tmp_path)
    if request.config.getoption("--rewrite-golden"):
        rewrite(page, tmp_path)
    assert session(page, tmp_path) == consoles(page)
    assert len(commands(page)) == count


@pytest.mark.parametrize("page", WALKED)
def test_whoever_does_what_a_page_says_sees_what_it_shows(
    page: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Step by step in an empty folder, each command prints what stands under it; no command stands elsewhere."""
    now = walked(page, tmp_path)
    if request.config.getoption("--rewrite-golden"):
        (ROOT / page).write_text(now, encoding="utf-8")
    text = (ROOT / page).read_text(encoding="utf-8")
    assert text == now
    assert len(re.findall(_PROMPT, text)) == len(re.findall(_PROMPT, consoles(page)))
