"""Which readings of a round has one record added, removed or read otherwise?"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence

from negotrack.differences import Added, Recoding, Removed, Reread
from negotrack.model.rounds import Round
from negotrack.readings import Reading, by_cell, said, whole


def is_reordered(old: Round, new: Round) -> bool:
    """Tell whether of the same words of a party on a demand another one is the later."""
    olds, news = by_cell(old), by_cell(new)
    words = ([list(map(whole, one)) for one in (olds[cell], news[cell])] for cell in olds if cell in news)
    return any(before != after and Counter(before) == Counter(after) for before, after in words)


def recodings(old: Round | None, new: Round | None) -> Iterator[Recoding]:
    """Give the readings in which two records of a round differ; None: the record does not have it."""
    if old and new and (old.statements, old.source) == (new.statements, new.source):
        return
    olds, news = ({} if one is None else by_cell(one) for one in (old, new))
    for cell in dict.fromkeys((*news, *olds)):
        before, after = olds.get(cell, ()), news.get(cell, ())
        yield from _paired(_less(before, after), _less(after, before))


def _less(readings: Iterable[Reading], others: Iterable[Reading]) -> list[Reading]:
    """Give the readings that are left, in order, when for each of the others an equal one is taken away."""
    known, left = Counter(map(whole, others)), []
    for one in readings:
        if known[whole(one)]:
            known[whole(one)] -= 1
        else:
            left.append(one)
    return left


def _paired(old: Sequence[Reading], new: Sequence[Reading]) -> Iterator[Recoding]:
    """Take the readings of a cell for one another: those that say the same, then those of one giver, then any."""
    for likeness in (said, _giver, lambda _: None):
        waiting: dict[object, deque[Reading]] = {}
        for one in old:
            waiting.setdefault(likeness(one), deque()).append(one)
        come = []
        for one in new:
            if alike := waiting.get(likeness(one)):
                yield Reread(alike.popleft(), one)
            else:
                come.append(one)
        left = {id(one) for several in waiting.values() for one in several}
        old, new = [one for one in old if id(one) in left], come
    yield from map(Removed, old)
    yield from map(Added, new)


def _giver(reading: Reading) -> str | None:
    return reading.said.according_to if reading.is_account else None
