"""Is there nothing to find in a dossier?"""

from collections.abc import Callable, Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path

from hypothesis.errors import InvalidArgument

from negotrack.checked import CheckedFile, located, of_no_dossier, of_text, remarks, status
from negotrack.checking import Findings, check, codes, declared
from negotrack.errors import Unreadable
from negotrack.fields import choice, texts
from negotrack.findings import Severity
from negotrack.folders import dossiers_in, texts_beside
from negotrack.formats.dossiers import dumps, load, loads
from negotrack.negotiation import Negotiation
from negotrack.rules.case import Read
from negotrack.rules.rule import Rule
from negotrack.views.findings import FoundIn
from negotrack.visible import visible


def assert_clean(
    negotiation_or_path: "Negotiation | str | PathLike[str]",
    /,
    *,
    strict: bool = False,
    rules: Iterable[Rule] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    fail_on: Severity | str = Severity.WARNING,
) -> None:
    r"""Assert that `negotrack check` would pass a dossier, or all those in a folder and in the folders in that.

    What fails shows what `negotrack check` prints. What a dossier excuses is no failure. A negotiation that was made
    in Python is shown as the dossier that it would be.

    Args:
        negotiation_or_path: a negotiation, a file, or a folder that holds some.
        strict: whether the rules of the strict tier apply as well.
        rules: rules of one's own, in any order, beside those that come with negotrack.
        select: which rules to run, whatever their tier: by code, by the start of one (`NT2`) or by name; none: all.
        ignore: the rules not to run, by the same words; none: all are run.
        fail_on: how bad a finding has to be, at least: error, warning or info.

    Raises:
        AssertionError: something is found that is as bad as that, a file is no dossier or is not there, or a folder
            has none. The text is the findings.
        InvalidArgument: an argument is not what it says here.
        NoSuchRule: no rule is called like that.
        DuplicateId: two rules have one code.
        RuleFailed: a rule raised an exception.

    Examples:
        >>> assert_clean("seeds")
        >>> assert_clean(loads('title = "Pay talks"\nbetween = ["union"]'))  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        AssertionError: <text>:2:12: error[NT101] there is no party `union`, named here as decider
          |
        2 | between = ["union"]
          |            ^^^^^^^
        ...
    """
    __tracebackhide__ = True
    own, wanted, unwanted = tuple(rules), texts(select), texts(ignore)
    codes((*wanted, *unwanted), declared(own))

    def look(talks: Negotiation, read: Read | None) -> Findings:
        return check(talks, rules=own, select=wanted, ignore=unwanted, strict=strict, read=read)

    files = _checked(negotiation_or_path, look)
    if status(files, _severity(fail_on)):
        raise AssertionError(_shown(files))


_Look = Callable[[Negotiation, Read | None], Findings]
"""Gives what is found in a negotiation, with what reads the texts of its sources."""


def _severity(given: str) -> Severity:
    try:
        return choice(Severity, given, "fail_on")
    except ValueError as error:
        raise InvalidArgument(str(error)) from None


def _checked(given: "Negotiation | str | PathLike[str]", look: _Look) -> Sequence[CheckedFile]:
    if isinstance(given, Negotiation):
        return [_of_negotiation(given, look)]
    if not isinstance(given, str | PathLike):
        raise InvalidArgument(
            f"negotiation_or_path takes a Negotiation or the path of a dossier, not {given!r}"
        )
    path = Path(fspath(given))
    return [_of_file(file, look) for file in (_dossiers(path) if path.is_dir() else [path])]


def _dossiers(folder: Path) -> Sequence[Path]:
    """Give the dossiers in a folder.

    Raises:
        AssertionError: it has none, so that nothing would be looked at.
    """
    if found := dossiers_in(folder):
        return found
    where = visible(str(folder))
    raise AssertionError(f"no dossier in the folder {where}: no .toml or .json file with a `rounds` key")


def _of_negotiation(talks: Negotiation, look: _Look) -> CheckedFile:
    """Check a negotiation; the sources of one that was made in Python are nowhere to be read."""
    if talks.origin:
        return of_text(talks, look(talks, texts_beside(Path(talks.origin.file))))
    written = loads(dumps(talks))
    return of_text(written, look(written, None))


def _of_file(path: Path, look: _Look) -> CheckedFile:
    try:
        talks = load(path)
    except Unreadable as error:
        return of_no_dossier(error)
    return of_text(talks, look(talks, texts_beside(path)))


def _shown(files: Sequence[CheckedFile]) -> str:
    """Give the findings, and below them what could not be told, and how many there are."""
    return "\n\n".join([str(FoundIn(located(files))), "\n".join(remarks(files, with_counts=True))])
