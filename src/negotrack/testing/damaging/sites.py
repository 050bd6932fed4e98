"""What stands where in the plain data of a dossier, and what should?"""

from collections.abc import Iterator
from typing import Any, final

from attrs import frozen

from negotrack.formats.shapes import SHORT
from negotrack.locate.place import Path
from negotrack.negotiation import Negotiation
from negotrack.testing.writing.kinds import Form, Kind, kinds_of, stand_in

WHOLE = Kind(Form.TABLE, Negotiation)


@final
@frozen
class Site:
    """A value in plain data."""

    path: Path
    kind: Kind
    """What should stand there."""
    value: Any
    stands_for_table: bool = False
    """Whether it is the text that stands for a table."""


def sites(data: Any) -> Iterator[Site]:
    """Give the values in the plain data of a dossier, each before those in it; what is out of shape is not entered.

    Examples:
        >>> [(site.path, site.kind.form.name) for site in sites({"title": "T", "demands": {"pay": "Pay"}})]
        [((), 'TABLE'), (('title',), 'TEXT'), (('demands',), 'BY_KEY'), (('demands', 'pay'), 'TABLE')]
    """
    return _from(Site((), WHOLE, data))


def _from(site: Site) -> Iterator[Site]:
    yield site
    for inner in _inner(site):
        yield from _from(inner)


def _inner(site: Site) -> Iterator[Site]:
    kind, value = site.kind, site.value
    match kind.form, value:
        case ((Form.TABLE | Form.DECISION), dict()):
            kinds = kinds_of(kind.cls)
            yield from (
                Site((*site.path, key), kinds[key], one) for key, one in value.items() if key in kinds
            )
        case Form.TABLE, str() if kind.cls in SHORT and stand_in(kind.cls).form is not Form.TEXT:
            yield Site(site.path, stand_in(kind.cls), value, stands_for_table=True)
        case ((Form.LIST | Form.ONE_OR_MORE), list()):
            yield from (Site((*site.path, place), kind.item, one) for place, one in enumerate(value))
        case Form.ONE_OR_MORE, _:
            yield Site(site.path, kind.item, value)
        case Form.BY_KEY, dict():
            yield from (Site((*site.path, key), kind.item, one) for key, one in value.items())
        case Form.CLAIMS, dict():
            for key, given in value.items():
                yield from _inner(Site((*site.path, key), Kind(Form.ONE_OR_MORE, items=kind.items), given))
        case _:
            pass
