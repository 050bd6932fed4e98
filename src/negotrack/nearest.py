"""Which known word was probably meant?"""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Give the known word that is most like `word`, or None where none is like it.

    Case does not count. It suggests; nothing is ever replaced by what it gives.

    Args:
        word: what was written.
        known: what could have been.
        cutoff: how like it has to be, from 0 (anything) to 1 (the same).

    Examples:
        >>> nearest("coridor", ["corridor", "treaty"])
        'corridor'
        >>> nearest("Armenia", ["armenia", "azerbaijan"])
        'armenia'
        >>> nearest("x", ["corridor"]) is None
        True
    """
    import difflib  # noqa: PLC0415 - wanted for an error only, and slow to import

    by_folded = {candidate.casefold(): candidate for candidate in known}
    matches = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Give the question "did you mean" as the end of a message, or nothing.

    Examples:
        >>> did_you_mean("coridor", ["corridor", "treaty"])
        'did you mean `corridor`?'
        >>> did_you_mean("x", ["corridor"])
        ''
    """
    found = nearest(word, known, cutoff=cutoff)
    return f"did you mean `{found}`?" if found else ""
