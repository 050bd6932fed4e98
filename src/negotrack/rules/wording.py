"""How do messages put what several rules say?"""

from collections.abc import Iterable, Sequence

from negotrack.sentence import enumerated
from negotrack.stances import Stance

MOST_NAMED = 3
"""How many of several things a message names."""


def quoted(ids: Sequence[str]) -> str:
    """Give ids in backticks as a sentence lists them: the first few, and how many more there are.

    Examples:
        >>> quoted(["a", "b"]), quoted(["a", "b", "c", "d", "e"])
        ('`a` and `b`', '`a`, `b`, `c` and 2 more')
    """
    return listed([f"`{id_}`" for id_ in ids])


def listed(things: Iterable[str]) -> str:
    """Give things as a sentence lists them: the first few, and how many more there are.

    Examples:
        >>> listed("abcde")
        'a, b, c and 2 more'
    """
    named = list(things)
    more = [f"{len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
    return enumerated([*named[:MOST_NAMED], *more])


def be(ids: Sequence[object]) -> str:
    """Give the verb that goes with one thing, or with several.

    Examples:
        >>> be(["a"]), be(["a", "b"])
        ('is', 'are')
    """
    return "is" if len(ids) == 1 else "are"


def verb(stance: Stance) -> str:
    """Give the verb of a stance as it stands before what it is about.

    Examples:
        >>> verb(Stance.ABSTAINS), verb(Stance.ACCEPTS)
        ('abstains on', 'accepts')
    """
    return f"{stance} on" if stance.takes_on else stance.value
