"""Which known word was probably meant?

It is suggested; nothing is ever replaced. Of words with a meaning (verbs, keys, roles) only one slip of the pen is
taken for another word: a distant likeness would suggest the opposite of what was meant.
"""

from collections.abc import Iterable

from negotrack.visible import visible


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known id that is most like `word`, or None where none is like it. Case does not count.

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
    matches = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give the question whether a known id was meant, as the end of a message, or nothing.

    Examples:
        >>> did_you_mean("coridor", ["corridor", "treaty"])
        'did you mean `corridor`?'
        >>> did_you_mean("x", ["corridor"])
        ''
    """
    return _question(nearest(word, known))


def slip_of(word: str, known: Iterable[str]) -> str:
    """Give the question whether a known word was meant, one slip of the pen away, or nothing.

    A slip is a letter too many, too few, or wrong, two letters exchanged, or another case or joint. A word with
    something put before a known one is none: `unofficial` is not `official`.

    Examples:
        >>> slip_of("titel", ["title", "text"]), slip_of("Red-Line", ["red_line"])
        ('did you mean `title`?', 'did you mean `red_line`?')
        >>> slip_of("unofficial", ["official"]), slip_of("refused", ["rejected"])
        ('', '')
    """
    folded = _folded(word)
    return _question(next((one for one in known if _is_one_slip(folded, _folded(one))), None))


def _question(found: str | None) -> str:
    return f"did you mean `{visible(found)}`?" if found else ""


def _folded(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "")


def _is_one_slip(word: str, meant: str) -> bool:
    """Tell whether words are the same but for one letter, or two that changed places, behind the first."""
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    if word == meant:
        return True
    left, right = word[start:], meant[start:]
    return (start > 0 or left[1:] == right[1:]) and (
        left[1:] == right or left == right[1:] or left[1:] == right[1:] or _is_exchange(left, right)
    )


def _is_exchange(left: str, right: str) -> bool:
    return left[:2] == right[1::-1] and left[2:] == right[2:]
