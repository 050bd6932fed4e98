"""How does a template become a whole document? In one file that fetches nothing and runs nothing but its own.

To make a document, write a template beside this module that extends `frame.html` and fills its block `body`. Whatever
is put into a template is escaped; what a dossier says is to have passed `visible` before.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from negotrack.web.direction import isolated

_PACKAGE = "negotrack.web"


def rendered(
    template: str, title: str, *, styles: Sequence[str], scripts: Sequence[str] = (), **context: object
) -> str:
    """Give a template as a whole document, with a head and with all that it needs in it.

    The policy of the document allows these styles and scripts by their hashes and forbids all else: no address is
    fetched, no form sent, and what a dossier could slip in would not run. Data for a script goes into the template:
    `<script type="application/json">{{ data|tojson }}</script>` runs nothing and needs no leave.

    Args:
        template: the name of the template; it extends `frame.html`.
        title: what stands in the tab of a browser.
        styles: the texts of its style sheets, in order.
        scripts: the texts of its scripts, which run in order at the end of the body.
        context: what the template names.

    Raises:
        ValueError: a style sheet or a script has in it what would end or change its element.
        jinja2.UndefinedError: the template names what the context does not have.

    Examples:
        >>> print(rendered("frame.html", "Borders <1923>", styles=["p{margin:0}"]).splitlines()[6])
        <title>Borders &lt;1923&gt;</title>
    """
    styles, scripts = [*map(_whole, styles)], [*map(_whole, scripts)]
    policy = "; ".join(_policy(styles, scripts))
    return filled(template, title=title, styles=styles, scripts=scripts, policy=policy, **context)


def filled(template: str, **context: object) -> str:
    """Give a template with all that it names put in, escaped."""
    return _environment().get_template(template).render(context)


def text(name: str) -> str:
    """Give a style sheet or a script that lies beside this module.

    Examples:
        >>> text("style.css").splitlines()[0]
        '/* The base of every document: its colours, its type, its tables. */'
    """
    return files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader(_PACKAGE, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["isolated"] = isolated
    found.policies["json.dumps_kwargs"] = {"separators": (",", ":")}  # the keys stay in their order
    return found


def _policy(styles: Sequence[str], scripts: Sequence[str]) -> Iterator[str]:
    yield "default-src 'none'"
    if styles:
        yield f"style-src {_hashes(styles)}"
    if scripts:
        yield f"script-src {_hashes(scripts)}"
    yield "base-uri 'none'"
    yield "form-action 'none'"


def _hashes(texts: Iterable[str]) -> str:
    """Name texts by what a browser computes of them."""
    return " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in texts)


_ENDS = ("</style", "</script", "<script", "<!--")


def _whole(of: str) -> str:
    """Give a text as a browser reads it within its element, which it must not end."""
    if found := next((end for end in _ENDS if end in of.lower()), None):
        raise ValueError(f"{found!r} cannot stand in a style sheet or script within a document")
    return of.replace("\r\n", "\n").replace("\r", "\n")
