"""Which words of a text changed?"""

from collections.abc import Iterator
from enum import StrEnum, unique
from typing import final

from attrs import frozen


@unique
class Edit(StrEnum):
    """What became of a stretch of words.

    Examples:
        >>> from negotrack import seed
        >>> stretches = seed("colombia-farc").diff("plebiscite", "new-text").texts[1].stretches
        >>> {one.words: str(one.edit) for one in stretches[1:]}
        {'10': 'removed', '15': 'added', 'years.': 'kept'}
    """

    __module__ = "negotrack"

    KEPT = "kept"
    """It is in both texts."""
    REMOVED = "removed"
    """It is in the older text only."""
    ADDED = "added"
    """It is in the newer text only."""


@final
@frozen
class Stretch:
    """Words that stand together, and what became of them.

    Attributes:
        words: the words, with a blank between any two.

    Examples:
        >>> from negotrack import seed
        >>> stretches = seed("colombia-farc").diff("plebiscite", "new-text").texts[1].stretches
        >>> [f"{one.edit}: {one.words}" for one in stretches[1:]]
        ['removed: 10', 'added: 15', 'kept: years.']
    """

    __module__ = "negotrack"

    edit: Edit
    words: str


_MANY = 250_000
"""For more pairs of words, what lies between the first difference and the last is taken as one."""


def reworded(old: str, new: str) -> tuple[Stretch, ...]:
    """Give the stretches of words that two texts share, and those that only one has, in order.

    Words are what stands between blanks; how many blanks, and of which kind, makes no difference. Of two texts that
    differ in hundreds of words, what lies between the first and the last of them may be given as changed whole.

    Examples:
        >>> [f"{one.edit}: {one.words}" for one in reworded("no use of force", "no threat or use of force")]
        ['kept: no', 'added: threat or', 'kept: use of force']
    """
    return tuple(_joined(_edits(old.split(), new.split())))


def _edits(old: list[str], new: list[str]) -> Iterator[tuple[Edit, list[str]]]:
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    yield Edit.KEPT, old[:start]
    if len(gone) * len(come) > _MANY:
        yield Edit.REMOVED, gone
        yield Edit.ADDED, come
    else:
        from difflib import SequenceMatcher  # noqa: PLC0415 - slow to load, and seldom wanted

        for tag, i, j, k, l in SequenceMatcher(None, gone, come, autojunk=False).get_opcodes():  # noqa: E741 - as the library names them
            if tag == "equal":
                yield Edit.KEPT, gone[i:j]
            else:
                yield Edit.REMOVED, gone[i:j]
                yield Edit.ADDED, come[k:l]
    yield Edit.KEPT, old[len(old) - end :]


def _alike(one: list[str], other: list[str]) -> int:
    """Count the words with which two texts begin alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _joined(edits: Iterator[tuple[Edit, list[str]]]) -> Iterator[Stretch]:
    """Join what lies together and became of it the same; stretches without words are left out."""
    kind, words = Edit.KEPT, list[str]()
    for edit, more in edits:
        if edit is not kind and more:
            if words:
                yield Stretch(kind, " ".join(words))
            kind, words = edit, []
        words += more
    if words:
        yield Stretch(kind, " ".join(words))
