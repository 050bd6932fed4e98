"""How are one and several spoken of?"""

from collections.abc import Collection
from typing import NamedTuple

from negotrack.sentence import enumerated


class Predicate(NamedTuple):
    """What follows the name of one party, and the names of several."""

    singular: str
    plural: str

    def of(self, names: Collection[str]) -> str:
        """Say it of whoever has these names.

        Examples:
            >>> Predicate("refuses", "refuse").of(["Armenia", "Azerbaijan"])
            'Armenia and Azerbaijan refuse'
        """
        return f"{enumerated(names)} {self.form(len(names))}"

    def form(self, number: int) -> str:
        """Give what is said of so many."""
        return self.singular if number == 1 else self.plural

    def then(self, text: str) -> "Predicate":
        """Give it with a text behind."""
        return Predicate(self.singular + text, self.plural + text)


ARE = Predicate("is", "are")


def counted(number: int, word: str, several: str = "") -> str:
    """Count things: one is singular.

    Examples:
        >>> counted(1, "round"), counted(2, "round"), counted(3, "party", "parties")
        ('1 round', '2 rounds', '3 parties')
    """
    return f"{number} {word if number == 1 else several or f'{word}s'}"


def genitive(name: str) -> str:
    """Give a name as whose something is.

    Examples:
        >>> genitive("Armenia"), genitive("United States")
        ("Armenia's", "United States'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"
