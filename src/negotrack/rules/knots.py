"""What runs in a circle?"""

from collections.abc import Iterator, Mapping, Sequence

Edges = Mapping[str, Sequence[str]]
"""For each thing those that it leads to; each of them is a key, too."""


def knots(edges: Edges) -> Iterator[tuple[str, ...]]:
    """Give the groups of things each of which leads back to itself, by way of the others; one that leads to itself.

    Each group is as large as can be, and in the order of the keys. No order of the keys changes the groups.
    (They are the strongly connected components, found as S. Rao Kosaraju and Micha Sharir did.)

    Examples:
        >>> list(knots({"a": ["b"], "b": ["a"], "c": ["a"], "d": ["d"]}))
        [('d',), ('a', 'b')]
    """
    back: dict[str, list[str]] = {one: [] for one in edges}
    for one, others in edges.items():
        for other in others:
            back[other].append(one)
    place = {one: number for number, one in enumerate(edges)}
    taken: set[str] = set()
    for start in reversed(_finished(edges)):
        knot = _reached(start, back, taken)
        if len(knot) > 1 or (knot and start in edges[start]):
            yield tuple(sorted(knot, key=place.__getitem__))


def _finished(edges: Edges) -> list[str]:
    """Give all things, each after those that it leads to, as far as there are no circles."""
    seen: set[str] = set()
    done: list[str] = []
    for start in edges:
        ahead = [(start, False)]
        while ahead:
            one, is_done = ahead.pop()
            if is_done:
                done.append(one)
            elif one not in seen:
                seen.add(one)
                ahead.append((one, True))
                ahead.extend((other, False) for other in edges[one])
    return done


def _reached(start: str, edges: Edges, taken: set[str]) -> list[str]:
    """Give what something leads to, itself included, and take it; what is taken already ends the way."""
    found: list[str] = []
    ahead = [start]
    while ahead:
        one = ahead.pop()
        if one not in taken:
            taken.add(one)
            found.append(one)
            ahead.extend(edges[one])
    return found
