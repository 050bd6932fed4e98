"""In which formats can what a command found be printed?

To add a format, name it in the `Literal` of each kind of results that has it and in `_PURPOSES`; the type checker then
asks for the `case` that prints it. A command offers the formats of its kind of results.
"""

from collections.abc import Iterable
from typing import Annotated, Literal, Protocol, assert_never, get_args

from cyclopts import Parameter

from negotrack.screen import Look, glyphs_of, print_json, print_markup, show_view

TYPE_CHECKING = False
if TYPE_CHECKING:
    from negotrack.formats.json.entries import Document
    from negotrack.views.blocks import Documented
    from negotrack.views.view import View

# No enums: the parser would take their members in capitals, too.
_Basic = Literal["text", "json"]
_Told = Literal["text", "json", "markdown", "html"]
_Tabular = Literal["text", "json", "csv", "markdown", "html"]
_Drawn = Literal["text", "json", "csv", "markdown", "html", "svg"]
_Marking = Literal["text", "json", "github"]

_PURPOSES = {
    "text": "people",
    "json": "machines",
    "csv": "spreadsheets",
    "markdown": "a document",
    "html": "a page of its own, to mail or to print",
    "svg": "a picture",
    "github": "the checks of a GitHub change",
}
"""What each format is for."""


def _choice(formats: object) -> Parameter:
    """Give the option of a command that has these formats."""
    *most, last = [f"{_PURPOSES[one]} ({one})" for one in get_args(formats)]
    return Parameter(help=f"For {', '.join(most)} or {last}.")


Format = Annotated[_Basic, _choice(_Basic)]
ToldFormat = Annotated[_Told, _choice(_Told)]
TabularFormat = Annotated[_Tabular, _choice(_Tabular)]
DrawnFormat = Annotated[_Drawn, _choice(_Drawn)]
MarkingFormat = Annotated[_Marking, _choice(_Marking)]


class Result(Protocol):
    """What a command found."""

    def text(self) -> "View":
        """Give it for people."""

    def json(self) -> "Document":
        """Give it for machines, as plain data."""


class Told(Result, Protocol):
    """What can be told in a document."""

    def text(self) -> "Documented":
        """Give it for people, and for documents."""


class Tabular(Told, Protocol):
    """What has a table in it."""

    def csv(self) -> str:
        """Give its long table."""


class Marking(Result, Protocol):
    """What marks places in files."""

    def github(self) -> Iterable[str]:
        """Give a line for each place, by which a GitHub workflow marks it."""


def print_result(found: Result, format: Format, look: Look) -> None:
    """Print what a command found."""
    match format:
        case "text":
            show_view(found.text(), look)
        case "json":
            print_json(found.json())
        case _:
            assert_never(format)


def print_told(found: Told, format: ToldFormat, look: Look) -> None:
    """Print what can be told in a document."""
    match format:
        case "markdown":
            from negotrack.views.markdown import markdown  # noqa: PLC0415 - no other format needs it

            print(markdown(found.text()), end="")
        case "html":
            from negotrack.web.document import html  # noqa: PLC0415 - likewise

            print_markup(html(found.text()))
        case _:
            print_result(found, format, look)


def print_tabular(found: Tabular, format: TabularFormat, look: Look) -> None:
    """Print what has a table in it."""
    match format:
        case "csv":
            print(found.csv(), end="")
        case _:
            print_told(found, format, look)


def print_drawn(found: Tabular, format: DrawnFormat, look: Look) -> None:
    """Print what is a picture, too."""
    match format:
        case "svg":
            from negotrack.web.svg import svg  # noqa: PLC0415 - no other format needs it

            print_markup(svg(found.text(), look.width, glyphs_of(look), has_color=look.color != "never"))
        case _:
            print_tabular(found, format, look)


def print_marking(found: Marking, format: MarkingFormat, look: Look) -> None:
    """Print what marks places in files."""
    match format:
        case "github":
            for line in found.github():
                print(line)
        case _:
            print_result(found, format, look)
