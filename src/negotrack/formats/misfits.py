"""What does not fit where a value is read?"""

from collections.abc import Iterable

from negotrack.ids import BadId
from negotrack.nearest import slip_of


class Misfit(ValueError):
    """A value of another type than its key takes, or a word outside its list."""

    def __init__(self, expected: str, value: object, hint: str = "") -> None:
        super().__init__(expected, value, hint)
        self.expected = expected
        self.value = value
        self.hint = hint

    @classmethod
    def word(cls, words: Iterable[str], value: object) -> "Misfit":
        """Give the misfit of a word outside its list."""
        listed = list(words)
        hint = _word_hint(value, listed) if isinstance(value, str) else ""
        most, last = listed[:-1], listed[-1]
        return cls(f"{', '.join(most)} or {last}" if most else f"the word `{last}`", value, hint)


def _word_hint(word: str, listed: list[str]) -> str:
    meant = _OTHER_WORDS.get(word)
    return f"the word for this is `{meant}`" if meant in listed else slip_of(word, listed)


_OTHER_WORDS = {"accepted": "agreed", "simple-majority": "majority"}
"""Words that people write, and those of the lists that mean the same."""


class BadKey(ValueError):
    """A key that has to be an id and is none."""

    def __init__(self, error: BadId) -> None:
        super().__init__(error)
        self.error = error


class LoneSurrogate(ValueError):
    """Half of a character."""
