"""What does a problem in a record look like?"""

from enum import StrEnum, unique
from typing import final

from attrs import frozen

from negotrack.origin import Origin
from negotrack.places import Place, locate
from negotrack.visible import visible


@unique
class Severity(StrEnum):
    """How bad a finding is. An error is more than a warning, and that more than an info.

    Examples:
        >>> Severity.ERROR > Severity.WARNING > "info"
        True
    """

    __module__ = "negotrack"

    ERROR = "error"
    """The record cannot be right."""
    WARNING = "warning"
    """It may well be wrong, or a reader would be misled."""
    INFO = "info"
    """Worth knowing; it may be just so."""

    def __lt__(self, other: str) -> bool:
        return self._badness < Severity(other)._badness

    def __le__(self, other: str) -> bool:
        return self._badness <= Severity(other)._badness

    def __gt__(self, other: str) -> bool:
        return self._badness > Severity(other)._badness

    def __ge__(self, other: str) -> bool:
        return self._badness >= Severity(other)._badness

    @property
    def _badness(self) -> int:
        return -tuple(Severity).index(self)


@final
@frozen
class Related:
    """Another place that a finding has to do with.

    Attributes:
        label: what stands there, in five words or fewer.

    Examples:
        >>> from negotrack import check, seed
        >>> check(seed("armenia-azerbaijan"), select=["disputed"])[0].related[0].label
        'armenia rejects it here'
    """

    __module__ = "negotrack"

    place: Place
    label: str


@final
@frozen
class Finding:
    """One problem, where it is, and what to do about it.

    It is plain data: texts in it may hold whatever the file held. What shows it makes them safe to show.

    Attributes:
        code: the code of the rule that found it; codes never change their meaning.
        message: what is the matter: both facts, one sentence.
        hint: what to do; nothing where the message says it.
        related: other places that it has to do with, in the order of the rule.
        parties: the ids of the parties that it has to do with, in the order in which they are named.
        demands: the ids of the demands that it has to do with, in the order in which they are named.
        rounds: the ids of the rounds that it has to do with, in the order in which they are named.

    Examples:
        >>> from negotrack import check, seed
        >>> found = check(seed("sochi-2022").saying("russia accepts coridor"))[0]
        >>> print(found)
        error[NT102] at rounds.0.statements.11.says: there is no demand `coridor`
        >>> found.hint
        'did you mean `corridor`?'
    """

    __module__ = "negotrack"

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    related: tuple[Related, ...] = ()
    parties: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = ".".join(map(str, self.place.path))
        return f"{self.severity}[{self.code}]{' at ' * bool(where)}{visible(where)}: {visible(self.message)}"

    def line(self, origin: Origin) -> str:
        r"""Give it as one line, for people and for machines: file, line, column, severity, code, message.

        In a file that is empty, or could not be opened, there is no line and no column.

        Raises:
            TypeError: there is no text: what was made in Python has none, and `str` says where in it the finding is.

        Examples:
            >>> from negotrack import check, loads
            >>> talks = loads('title = "Pay talks"\nbetween = ["union"]', file="pay.toml")
            >>> check(talks)[0].line(talks.origin)
            'pay.toml:2:12: error[NT101] there is no party `union`, named here as decider'
        """
        if not isinstance(origin, Origin):
            raise TypeError(
                f"a line is of a text, the `origin` of what was read, not of {origin!r}; use str(finding)"
            )
        span = locate(self.place, origin)
        where = f":{span.line}:{span.column}" if origin.text else ""
        return f"{visible(origin.file)}{where}: {self.severity}[{self.code}] {visible(self.message)}"
