"""Which values does a key not take, because of their type or because they are not on its list?"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from negotrack.fields import MOST
from negotrack.formats.shapes import SHORT
from negotrack.origin import FileFormat
from negotrack.testing.damaging.sites import Site
from negotrack.testing.writing.kinds import Form


def wrong_values(site: Site, format_: FileFormat) -> Sequence[Any]:
    """Give values that the reader takes for none of what should stand there, and that a file in a format can hold."""
    wrong = [*_WRONG[site.kind.form], *_NO_NUMBERS, *_OF_FORMAT[format_]]
    if site.kind.form is Form.TABLE and site.kind.cls not in SHORT:
        wrong.append("text")
    if site.kind.form is Form.DATE:
        wrong = [one for one in wrong if type(one) is not date]
    if site.stands_for_table:
        wrong = [one for one in wrong if one != {}]
    return wrong


_WRONG: Mapping[Form, Sequence[Any]] = {
    Form.TEXT: (3, True, False, ["text"], {}),
    Form.ID: (3, True, [["a"]], {}),
    Form.SWITCH: ("no", "yes", "true", "", 0, 1, [], {}),
    Form.NUMBER: ("2", 0, -1, MOST + 1, True, [1], {}),
    Form.DATE: (2022, 20221031, True, ["2022"], {}),
    Form.SENTENCE: (3, True, [["a accepts a"]], {}),
    Form.WORD: ("settled", "Agreed", "yes", "", 3, True, [["agreed"]], {}),
    Form.NEEDS: ("most", "1/0", "50%", "", -1, MOST + 1, True, ["all"], {}),
    Form.DECISION: ("most", "Majority", "unanimous", "", 3, True, ["majority"]),
    Form.TABLE: (3, True, [["a"]]),
    Form.LIST: ("a", "", 3, True, {}, {"a": "A"}),
    Form.ONE_OR_MORE: (3, True, [3]),
    Form.BY_KEY: ("a", 3, True, [], ["a"]),
    Form.CLAIMS: ("agreed", 3, True, [], ["agreed"]),
}
_NO_NUMBERS = (2.5, float("inf"), float("nan"))
_OF_FORMAT: Mapping[FileFormat, Sequence[Any]] = {
    FileFormat.TOML: (date(2022, 10, 31), datetime(2022, 10, 31, 12, 30, tzinfo=UTC), time(12, 30)),
    FileFormat.JSON: (None,),
}

NO_FORMATS: Sequence[Any] = ("1", "", 0, -1, 1.0, True, [], {})
"""What is no number of the file format, and no later one."""
