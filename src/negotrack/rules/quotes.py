"""Does a text hold a quote?"""

import re
import unicodedata

from negotrack.rules.case import Read

_MARKS = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a", "'")
)
_LEFT_OUT = re.compile(r"\[\s*(?:\.{3}|\u2026)\s*\]|\.{3}|\u2026")


def normalised(text: str) -> str:
    r"""Give a text with one kind of blank and of quotation marks, as quotes are compared.

    Examples:
        >>> normalised("“Not\n  now”, he said")
        '"Not now", he said'
    """
    words = text.translate(_MARKS).split()
    return " ".join(words if text.isascii() else map(_composed, words))


def _composed(word: str) -> str:
    """Give a word with accents as parts of their letters. One that is too long for a word takes too long for that."""
    return unicodedata.normalize("NFC", word) if len(word) < _LONGEST else word


_LONGEST = 200


def holds(text: str, quote: str) -> bool:
    """Tell whether a text, normalised already, holds a quote.

    Where the quote leaves words out (`...`, `[...]`), its pieces must follow one another.

    Examples:
        >>> holds("We ask for four per cent, and for fewer hours.", "four per cent ... fewer  hours")
        True
        >>> holds("We ask for fewer hours, and for four per cent.", "four per cent ... fewer hours")
        False
    """
    at = 0
    for piece in _LEFT_OUT.split(quote):
        words = normalised(piece)
        found = text.find(words, at)
        if found < 0:
            return False
        at = found + len(words)
    return True


class Texts:
    """The texts of the files of sources, each read once."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._texts: dict[str, str | None] = {}
        self.unread: dict[str, str] = {}
        """Why the others cannot be read."""

    def of(self, file: str) -> str | None:
        """Give the text of a file as quotes are looked for in it; None: it cannot be read."""
        if file not in self._texts:
            try:
                self._texts[file] = normalised(self._read(file))
            except (OSError, ValueError) as error:
                self._texts[file] = None
                self.unread[file] = (
                    error.strerror if isinstance(error, OSError) and error.strerror else str(error)
                )
        return self._texts[file]
