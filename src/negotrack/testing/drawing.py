"""How are the small choices drawn that a record is made of?

A negotiation takes hundreds of them. One draw of Hypothesis costs about as much as building a statement, so they are
not drawn one by one but as blocks of bytes, of which each small choice takes one. Bytes shrink one by one towards 0.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Concatenate, ParamSpec, TypeVar, final

from hypothesis.strategies import DrawFn, SearchStrategy, binary, composite

T = TypeVar("T")
P = ParamSpec("P")

_BLOCK = 16
"""How many small choices are drawn at once: as many as one thing takes, as a rule."""
_BLOCKS = binary(min_size=_BLOCK, max_size=_BLOCK)
_FACES = 256


@final
class Dice:
    """What makes the small choices of one example.

    Each choice shrinks by itself. What is drawn for one thing keeps its place among the blocks while another gets
    simpler, as long as each thing begins `afresh` and there are as many things as before: so there are always as many,
    and some of them come to nothing.
    """

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        """What draws from a strategy; dear, beside the rest."""
        self._left = b""

    def afresh(self) -> "Dice":
        """Begin the next thing with a block of its own."""
        self._left = self.draw(_BLOCKS)
        return self

    def each(self, slots: Iterable[T | None]) -> Iterator[T]:
        """Give the things in some slots, each to be drawn with a block of its own; an empty slot takes one as well."""
        for slot in slots:
            self.afresh()
            if slot:
                yield slot

    def number(self, most: int) -> int:
        """Draw a whole number from 0 to `most`. Shrinks towards 0.

        A byte stands for the same number wherever there is room for it, so that with one thing fewer to choose from
        the others mostly stay chosen.
        """
        faces, rolled = _FACES, self._roll()
        while faces <= most:
            faces, rolled = faces * _FACES, rolled * _FACES + self._roll()
        return rolled % (most + 1)

    def _roll(self) -> int:
        if not self._left:
            self._left = self.draw(_BLOCKS)
        face, self._left = self._left[0], self._left[1:]
        return face

    def chance(self, one_in: int) -> bool:
        """Draw true in one of so many cases. Shrinks towards false."""
        return self.number(one_in - 1) == one_in - 1

    def pick(self, choices: Sequence[T]) -> T:
        """Draw one of several; one that is listed twice comes twice as often. Shrinks towards the first."""
        return choices[self.number(len(choices) - 1)]

    def few(self, choices: Sequence[T], *, least: int = 0, most: int) -> tuple[T, ...]:
        """Draw some of several, each once; none where there is nothing to choose from.

        There can be fewer than `least` different ones, but not none. Shrinks towards `least` times the first.
        """
        if not choices:
            return ()
        drawn = [self.pick(choices) for _ in range(least + self.number(most - least))]
        return tuple(dict.fromkeys(drawn))

    def shuffled(self, several: Sequence[T]) -> list[T]:
        """Draw an order. Shrinks towards the order given."""
        return sorted(several, key=lambda _: self.number(_PLACES))


_PLACES = 7
"""Things that draw the same place stay in their order, so that a few places are enough."""


def rolled(
    function: Callable[Concatenate[Dice, P], T], *args: P.args, **given: P.kwargs
) -> SearchStrategy[T]:
    """Give the strategy that calls a function with dice, and with all else that is given."""
    return _rolled(lambda dice: function(dice, *args, **given))


@composite
def _rolled(draw: DrawFn, function: Callable[[Dice], T]) -> T:
    return function(Dice(draw))
