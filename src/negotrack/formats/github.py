"""How does a GitHub workflow mark findings in a change? By lines that are commands to it."""

from collections.abc import Iterable, Iterator

from negotrack.checked import Located
from negotrack.findings import Severity
from negotrack.places import locate
from negotrack.visible import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def commands(found: Iterable[Located]) -> Iterator[str]:
    r"""Give findings as the lines by which a GitHub workflow marks the place in a change.

    Examples:
        >>> from negotrack.findings import Finding
        >>> from negotrack.origin import FileFormat, Origin
        >>> from negotrack.places import AtValue
        >>> origin = Origin("a,b.toml", 'title = ""', FileFormat.TOML)
        >>> finding = Finding("XY101", "no-title", Severity.INFO, "it is 0% told", AtValue(("title",)))
        >>> print(*commands([Located(finding, origin)]))
        ::notice file=a%2Cb.toml,line=1,col=9,endColumn=11,title=XY101 no-title::it is 0%25 told
    """
    for finding, origin in found:
        span = locate(finding.place, origin)
        where = {
            "file": origin.file,
            "line": span.line,
            "col": span.column,
            "endColumn": span.column + span.length,
            "title": f"{finding.code} {finding.name}",
        }
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
        message = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
        yield f"::{_LEVELS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
