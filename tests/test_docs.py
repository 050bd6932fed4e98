"""What the documentation shows is what happens: every code block of it, and every example in a docstring."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

import negotrack as nt
from pages import ROOT, blocks, commands, consoles, rewrite, save_files, session, walked

WALKED = (
    "docs/tutorial.md",
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
    "docs/editor.md",
    "docs/format.md",
    "docs/glossary.md",
    "docs/own-rules.md",
    "docs/pictures.md",
    "docs/python.md",
    "docs/speed.md",
    "docs/testing-rules.md",
    "docs/two-coders.md",
    "docs/uk-eu-withdrawal.md",
)
_FOLLOWED = ("docs/own-rules.md", "docs/testing-rules.md")
"""Pages whose sessions need the files that they show; a test of their own follows them."""
_QUOTING = ("docs/speed.md",)
"""Pages that show code of the benchmarks; a test of their own compares it."""
_PROMPT = re.compile(r"^ *\$ ", re.MULTILINE)
SOURCES = [file for file in sorted((ROOT / "src").rglob("*.py")) if file.name != "__main__.py"]
KINDS = {"sh", "console", "toml", "python", "json", "", "{image}"}
"""What a fenced block can be: set-up for a shell (run by `.ci/run`), commands with their output, a dossier, a Python
session or file, a document printed for machines, plain text, or a picture of the site."""


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


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("README.md", 4),
        ("docs/armenia-azerbaijan.md", 6),
        ("docs/colombia-farc.md", 5),
        ("docs/commands.md", 8),
        ("docs/pictures.md", 1),
        ("docs/uk-eu-withdrawal.md", 5),
    ],
)
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
