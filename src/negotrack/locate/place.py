"""How do we say where something stands, in the data and in the text?"""

from __future__ import annotations

from attrs import frozen

Path = tuple[str | int, ...]
"""How a value is reached in the parsed data: keys of tables, indices of arrays, outermost first.

For example `("rounds", 0, "says")`; the whole of the data is `()`.
"""


@frozen
class Extent:
    """A stretch of a text: from the code point at `start` up to, without it, the one at `end`.

    Examples:
        >>> here = Extent(4, 7)
        >>> "max = 400"[here.start : here.end]
        '= 4'
    """

    start: int
    end: int


@frozen
class Located:
    """Where a value stands in the text, and where the key stands that names it.

    The root and the items of arrays have no key.

    Examples:
        >>> Located(key=Extent(0, 3), value=Extent(6, 9)).value.start
        6
    """

    key: Extent | None
    value: Extent
