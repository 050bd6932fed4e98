"""How can a dossier be written?"""

from hypothesis.strategies import SearchStrategy, sampled_from, tuples

from negotrack.negotiation import Negotiation
from negotrack.origin import FileFormat
from negotrack.testing.arguments import Given, given_as, one_of
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.negotiations import negotiations
from negotrack.testing.writing.hands import Hand
from negotrack.testing.writing.shapes import shaped
from negotrack.testing.writing.texts import text_of

ANY_NEGOTIATION = negotiations()
ANY_FORMAT: SearchStrategy[FileFormat] = sampled_from(FileFormat)


def dossier_texts(
    *,
    of: Given[Negotiation] = ANY_NEGOTIATION,
    format: Given[FileFormat] | Given[str] = ANY_FORMAT,  # noqa: A002 - as `dumps` has it
) -> SearchStrategy[str]:
    r"""Give dossiers as texts, laid out in the many ways in which people and programs write them.

    `loads` reads from each a negotiation equal to the one drawn. A short form or a table, keys with dots, lists over
    several lines, comments, quotation marks and escapes of every kind, the order of keys and sections where it means
    nothing, spaces and line ends: each writer has habits. Shrinks towards what `dumps` writes.

    Args:
        of: the negotiation.
        format: `toml` or `json`.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> from negotrack import loads
        >>> talks = loads('title = "Talks"')
        >>> find(dossier_texts(of=talks, format="toml"), lambda text: loads(text) == talks)
        'format = 1\ntitle = "Talks"\n'
    """
    given = tuples(a_negotiation("of", of), one_of("format", format, FileFormat))
    return given.flatmap(lambda drawn: rolled(_text, *drawn))


def a_negotiation(name: str, given: Given[Negotiation]) -> SearchStrategy[Negotiation]:
    """Give the strategy for a negotiation.

    Raises:
        InvalidArgument: it is none.

    Examples:
        >>> a_negotiation("of", "talks.toml")
        Traceback (most recent call last):
            ...
        hypothesis.errors.InvalidArgument: of takes a negotiation, or a strategy for it, not 'talks.toml'
    """

    def read(value: object) -> Negotiation:
        if not isinstance(value, Negotiation):
            raise TypeError
        return value

    return given_as(name, given, read, "a negotiation, or a strategy for it")


def _text(dice: Dice, talks: Negotiation, format_: FileFormat) -> str:
    hand = Hand(dice)
    return text_of(hand, shaped(hand, talks), format_)
